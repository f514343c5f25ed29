#include <shengzhou_report/impl/growth.ipp>
