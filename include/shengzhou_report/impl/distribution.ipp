#pragma once

#include <shengzhou_report/impl/distribution/dispersion.ipp>
#include <shengzhou_report/impl/distribution/entropy.ipp>
#include <shengzhou_report/impl/distribution/shares.ipp>
