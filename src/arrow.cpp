#include <shengzhou_report/impl/arrow.ipp>
