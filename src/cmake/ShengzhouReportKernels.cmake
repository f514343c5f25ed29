# Adds the kernels of simulations for the instruction sets of x86-64 to the compiled library, which chooses among them at
# run time. Elsewhere it has the portable one, as the header-only library does.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang"
   AND NOT MSVC
   AND CMAKE_SIZEOF_VOID_P EQUAL 8
   AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|amd64"
   AND NOT CMAKE_OSX_ARCHITECTURES MATCHES "arm64")
  set(kernels sse2 avx2 avx512)
  set(flags_sse2 "")
  set(flags_avx2 -mavx2 -mfma)
  set(flags_avx512 -mavx512f -mavx512dq -mfma)
  # GCC 12 warns of its own intrinsics (GCC bug 105593).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    list(APPEND flags_avx512 -Wno-maybe-uninitialized -Wno-uninitialized)
  endif()
  # Where a short loop of long instructions begins decides up to a tenth of the time with AVX-512.
  set(alignment "")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(alignment -falign-loops=32)
  endif()
  foreach(kernel IN LISTS kernels)
    set(source "${PROJECT_SOURCE_DIR}/src/scenario_${kernel}.cpp")
    target_sources(shengzhou_report_compiled PRIVATE "${source}")
    # Products and sums are fused where the code says so, and nowhere else.
    set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-ffp-contract=off;${alignment};${flags_${kernel}}")
  endforeach()
  target_compile_definitions(shengzhou_report_compiled PRIVATE SHENGZHOU_REPORT_X86_KERNELS)
endif()
