#include <shengzhou_report/impl/divisions.ipp>
