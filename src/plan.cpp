#include <shengzhou_report/impl/plan.ipp>
