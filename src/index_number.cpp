#include <shengzhou_report/impl/index_number.ipp>
