#include <shengzhou_report/impl/prices.ipp>
