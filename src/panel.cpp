#include <shengzhou_report/impl/panel.ipp>
