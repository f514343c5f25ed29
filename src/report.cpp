#include <shengzhou_report/impl/report.ipp>
