#include <shengzhou_report/impl/per_head.ipp>
