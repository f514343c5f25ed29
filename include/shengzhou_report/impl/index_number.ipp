#pragma once

#include <shengzhou_report/impl/index_number/levels.ipp>
#include <shengzhou_report/impl/index_number/splice.ipp>
#include <shengzhou_report/impl/index_number/volumes.ipp>
