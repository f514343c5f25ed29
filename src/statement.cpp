#include <shengzhou_report/impl/statement.ipp>
