# Install rules and the package that find_package(shengzhou_report CONFIG) reads. All of it is one component, so that a
# wheel can take exactly this and nothing of a dependency.
include(CMakePackageConfigHelpers)

set(targets shengzhou_report)
set(version_arguments ARCH_INDEPENDENT) # headers serve 32-bit and 64-bit builds alike
set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/shengzhou_report")
if(SHENGZHOU_REPORT_BUILD_COMPILED)
  list(APPEND targets shengzhou_report_compiled)
  set(version_arguments "")
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/shengzhou_report")
endif()

install(
  TARGETS ${targets}
  EXPORT shengzhou_reportTargets
  ARCHIVE COMPONENT shengzhou_report_development
  FILE_SET HEADERS COMPONENT shengzhou_report_development
  FILE_SET definitions COMPONENT shengzhou_report_development)
install(
  EXPORT shengzhou_reportTargets
  NAMESPACE shengzhou_report::
  DESTINATION "${package_dir}"
  COMPONENT shengzhou_report_development)

configure_package_config_file("${PROJECT_SOURCE_DIR}/src/cmake/shengzhou_reportConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/shengzhou_reportConfig.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may break what compiled with the one before it.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/shengzhou_reportConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion ${version_arguments})
install(
  FILES "${PROJECT_BINARY_DIR}/shengzhou_reportConfig.cmake" "${PROJECT_BINARY_DIR}/shengzhou_reportConfigVersion.cmake"
        "${PROJECT_SOURCE_DIR}/src/cmake/ShengzhouReportEigen.cmake"
  DESTINATION "${package_dir}"
  COMPONENT shengzhou_report_development)
