// The parser's first rooms read numbers wherever they stand: one unit compiles those rooms for both.
#include <shengzhou_report/impl/number.ipp>
#include <shengzhou_report/impl/parse.ipp>
