#include <shengzhou_report/impl/corpus.ipp>
