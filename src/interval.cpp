#include <shengzhou_report/impl/interval.ipp>
