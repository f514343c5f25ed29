#include "definitions_elsewhere.hpp"

#include <shengzhou_report/impl/target.ipp>

#include "definitions_here.hpp"

#include <shengzhou_report/impl/panel.ipp>
