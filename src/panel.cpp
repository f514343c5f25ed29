#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/check.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/panel.ipp>
