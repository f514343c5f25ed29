#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/growth.ipp>
#include <shengzhou_report/impl/income_gap.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/inequality.ipp>
