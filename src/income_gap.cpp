#include <shengzhou_report/impl/income_gap.ipp>
