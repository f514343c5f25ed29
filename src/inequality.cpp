#include <shengzhou_report/impl/inequality.ipp>
