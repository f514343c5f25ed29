#include <shengzhou_report/impl/columns.ipp>
