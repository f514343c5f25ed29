#include <shengzhou_report/impl/unit.ipp>
