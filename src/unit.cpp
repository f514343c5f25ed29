#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/decimal.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/unit.ipp>
