#include <shengzhou_report/impl/random.ipp>
