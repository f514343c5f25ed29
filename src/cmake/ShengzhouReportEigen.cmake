# Makes sure that the target Eigen3::Eigen exists. Used by this project's build and by the installed package, so that
# both look in the same places. On failure SHENGZHOU_REPORT_EIGEN_PROBLEM says what to do; the caller decides how to fail.
set(SHENGZHOU_REPORT_EIGEN_PROBLEM "")
if(TARGET Eigen3::Eigen) # the parent project has chosen one
  return()
endif()

# The wheel cmeel-eigen unpacks to site-packages/cmeel.prefix, one level below where CMake looks. scikit-build-core
# names the site-packages of a build environment in CMAKE_PREFIX_PATH.
set(SHENGZHOU_REPORT_CMEEL_PREFIXES ${CMAKE_PREFIX_PATH})
list(TRANSFORM SHENGZHOU_REPORT_CMEEL_PREFIXES APPEND "/cmeel.prefix")

# No version in the call: Eigen 3.4.0 refuses a range, and a request for 3.x refuses Eigen 5.
find_package(Eigen3 CONFIG QUIET HINTS ${SHENGZHOU_REPORT_CMEEL_PREFIXES})
if(Eigen3_FOUND AND Eigen3_VERSION VERSION_GREATER_EQUAL 3.4)
  if(NOT shengzhou_report_FIND_QUIETLY)
    message(STATUS "Eigen ${Eigen3_VERSION}: ${Eigen3_DIR}")
  endif()
elseif(SHENGZHOU_REPORT_FETCH_EIGEN)
  include(FetchContent)
  # SOURCE_SUBDIR names no real folder: Eigen's own CMake never runs, so neither its tests nor its install rules join ours.
  FetchContent_Declare(
    shengzhou_report_eigen
    URL https://gitlab.com/libeigen/eigen/-/archive/3.4.0/eigen-3.4.0.tar.gz
    URL_HASH SHA256=8586084f71f9bde545ee7fa6d00288b264a2b7ac3607b974e54d13e7162c1c72
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(shengzhou_report_eigen)
  add_library(Eigen3::Eigen INTERFACE IMPORTED GLOBAL)
  target_include_directories(Eigen3::Eigen SYSTEM INTERFACE "${shengzhou_report_eigen_SOURCE_DIR}")
else()
  if(Eigen3_FOUND)
    set(SHENGZHOU_REPORT_EIGEN_PROBLEM "Eigen ${Eigen3_VERSION} in ${Eigen3_DIR} is too old: 3.4 or newer is needed.")
  else()
    set(SHENGZHOU_REPORT_EIGEN_PROBLEM "Eigen 3.4 or newer was not found.")
  endif()
  string(
    APPEND
    SHENGZHOU_REPORT_EIGEN_PROBLEM
    "\nGet it in one of these ways:"
    "\n  apt-get install libeigen3-dev | brew install eigen | conda install -c conda-forge eigen"
    "\n  pip install cmeel-eigen, and pass -DCMAKE_PREFIX_PATH=<that environment's site-packages>"
    "\n  -DEigen3_DIR=<folder of Eigen3Config.cmake>"
    "\n  -DSHENGZHOU_REPORT_FETCH_EIGEN=ON, which downloads it")
endif()
