#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/feasible.ipp>
#include <shengzhou_report/impl/target.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/check.ipp>
