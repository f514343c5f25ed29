#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/interval.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/growth.ipp>
