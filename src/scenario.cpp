#include <shengzhou_report/impl/scenario.ipp>
