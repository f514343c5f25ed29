#include <shengzhou_report/impl/feasible.ipp>
