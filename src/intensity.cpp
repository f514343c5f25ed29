#include <shengzhou_report/impl/intensity.ipp>
