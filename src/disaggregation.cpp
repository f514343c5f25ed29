#include <shengzhou_report/impl/disaggregation.ipp>
