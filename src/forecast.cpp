#include <shengzhou_report/impl/forecast.ipp>
