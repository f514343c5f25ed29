# An overlay port that builds the source tree it lies in, a clone or an unpacked archive of the repository:
#   vcpkg install "shengzhou-report[compiled]" --overlay-ports=src/packaging/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../.." ABSOLUTE)

vcpkg_check_features(
  OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES compiled SHENGZHOU_REPORT_BUILD_COMPILED)

# Headers are the same in every configuration.
if(NOT "compiled" IN_LIST FEATURES)
  set(VCPKG_BUILD_TYPE release)
endif()
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS -DSHENGZHOU_REPORT_BUILD_TESTS=OFF -DSHENGZHOU_REPORT_UNITY=ON ${FEATURE_OPTIONS})
vcpkg_cmake_install()

# Headers alone have no libraries, and their package lies in share/ already.
if("compiled" IN_LIST FEATURES)
  vcpkg_cmake_config_fixup(PACKAGE_NAME shengzhou_report CONFIG_PATH lib/cmake/shengzhou_report)
else()
  vcpkg_cmake_config_fixup(PACKAGE_NAME shengzhou_report CONFIG_PATH share/cmake/shengzhou_report)
  file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/lib" "${CURRENT_PACKAGES_DIR}/share/cmake")
endif()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
