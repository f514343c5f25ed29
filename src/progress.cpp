#include <shengzhou_report/impl/progress.ipp>
