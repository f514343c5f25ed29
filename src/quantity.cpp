#include <shengzhou_report/impl/quantity.ipp>
