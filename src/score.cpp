#include <shengzhou_report/impl/score.ipp>
