#include <shengzhou_report/impl/contributions.ipp>
