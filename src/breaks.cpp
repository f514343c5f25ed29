#include <shengzhou_report/impl/breaks.ipp>
