#include <shengzhou_report/impl/check.ipp>
