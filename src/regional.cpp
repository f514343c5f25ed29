#include <shengzhou_report/impl/regional.ipp>
