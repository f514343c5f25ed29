#include <shengzhou_report/impl/distribution.ipp>
