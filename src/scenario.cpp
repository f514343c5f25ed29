#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/interval.ipp>
#include <shengzhou_report/impl/random.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/scenario.ipp>
