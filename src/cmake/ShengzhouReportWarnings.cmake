# Warnings for this project's own targets; never passed on to those who use the library.
function(shengzhou_report_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive-)
  else()
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                                             -Woverloaded-virtual -Wcast-qual -Wextra-semi)
    # GCC 12 sees overlapping copies in std::string's own operator+ (GCC bug 105651).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(${target} PRIVATE -Wno-restrict)
    endif()
  endif()
  set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ${SHENGZHOU_REPORT_WARNINGS_AS_ERRORS}
                                             CXX_EXTENSIONS OFF)
endfunction()
