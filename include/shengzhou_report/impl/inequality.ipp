#pragma once

#include <shengzhou_report/impl/inequality/change.ipp>
#include <shengzhou_report/impl/inequality/convergence.ipp>
#include <shengzhou_report/impl/inequality/decomposition.ipp>
#include <shengzhou_report/impl/inequality/groups.ipp>
#include <shengzhou_report/impl/inequality/two_groups.ipp>
#include <shengzhou_report/impl/inequality/urban_share.ipp>
