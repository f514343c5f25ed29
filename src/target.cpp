#include <shengzhou_report/impl/target.ipp>
