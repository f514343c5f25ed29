#include <shengzhou_report/impl/indicator.ipp>
