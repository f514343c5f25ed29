#include <shengzhou_report/impl/words.ipp>
