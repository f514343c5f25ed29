#pragma once

/// The only place of the version: CMake, the wheel and `shengzhou_report.__version__` read it from here.
#define SHENGZHOU_REPORT_VERSION "0.1.0"

namespace shengzhou_report {

/// Version of the library, for example "0.1.0".
inline constexpr const char* version = SHENGZHOU_REPORT_VERSION;

}  // namespace shengzhou_report
