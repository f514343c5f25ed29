#include "definitions_here.hpp"

#include <shengzhou_report/impl/words.ipp>
