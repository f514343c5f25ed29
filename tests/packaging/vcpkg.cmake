# Runs the vcpkg port where there is no vcpkg: its functions, as far as the port uses them, by CMake itself.
#   cmake -DPREFIX=DIR -DFEATURES=compiled -P vcpkg.cmake
# It shows that the port configures, installs and leaves the files of vcpkg's layout; not that vcpkg resolves Eigen.
cmake_minimum_required(VERSION 3.24)
set(port "${CMAKE_CURRENT_LIST_DIR}/../../src/packaging/vcpkg/shengzhou-report")
set(PORT shengzhou-report)
set(CURRENT_PACKAGES_DIR "${PREFIX}")
set(build "${PREFIX}-build")

function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT_FEATURE_OPTIONS" "FEATURES")
  set(options "")
  while(arg_FEATURES)
    list(POP_FRONT arg_FEATURES feature variable)
    if(feature IN_LIST FEATURES)
      list(APPEND options "-D${variable}=ON")
    else()
      list(APPEND options "-D${variable}=OFF")
    endif()
  endwhile()
  set("${arg_OUT_FEATURE_OPTIONS}" "${options}" PARENT_SCOPE)
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  execute_process(COMMAND "${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "${build}" -G Ninja -DCMAKE_BUILD_TYPE=Release
                          "-DCMAKE_INSTALL_PREFIX=${PREFIX}" -DCMAKE_INSTALL_LIBDIR=lib ${arg_OPTIONS}
                  COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_install)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${build}" --target install COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "PACKAGE_NAME;CONFIG_PATH" "")
  if(NOT EXISTS "${PREFIX}/${arg_CONFIG_PATH}/${arg_PACKAGE_NAME}Config.cmake")
    message(FATAL_ERROR "the port names ${arg_CONFIG_PATH}, which has no ${arg_PACKAGE_NAME}Config.cmake")
  endif()
  # vcpkg moves the package to share/NAME and mends what its files compute of their place.
  file(GLOB files "${PREFIX}/${arg_CONFIG_PATH}/*")
  file(MAKE_DIRECTORY "${PREFIX}/share/${arg_PACKAGE_NAME}")
  foreach(file IN LISTS files)
    file(READ "${file}" content)
    string(REGEX REPLACE "\\$\\{CMAKE_CURRENT_LIST_DIR\\}/\\.\\./\\.\\./\\.\\./?" "\${CMAKE_CURRENT_LIST_DIR}/../../"
                         content "${content}")
    # The targets file climbs from its own folder, once more than the new one needs.
    string(REPLACE "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)
get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)
get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)
" "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)
get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)
" content "${content}")
    get_filename_component(name "${file}" NAME)
    file(WRITE "${PREFIX}/share/${arg_PACKAGE_NAME}/${name}" "${content}")
  endforeach()
  file(REMOVE_RECURSE "${PREFIX}/${arg_CONFIG_PATH}")
endfunction()

function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
  file(MAKE_DIRECTORY "${PREFIX}/share/${PORT}")
  file(COPY_FILE "${arg_FILE_LIST}" "${PREFIX}/share/${PORT}/copyright")
endfunction()

include("${port}/portfile.cmake")
