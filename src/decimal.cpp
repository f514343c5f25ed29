#include <shengzhou_report/impl/decimal.ipp>
