#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/growth.ipp>
#include <shengzhou_report/impl/quantity.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/progress.ipp>
