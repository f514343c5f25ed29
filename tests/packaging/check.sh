#!/usr/bin/env bash
# Builds the C++ packages from an archive of the repository and runs the consumer test against each, offline:
#   tests/packaging/check.sh [vcpkg] [conan]
# vcpkg: the port through CMake (vcpkg.cmake beside this). conan: the recipe with Conan 2 where it is installed, Eigen from
# the system. What is committed is what is packaged.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/build/packages
rm -rf "$work"
mkdir -p "$work/source"
git archive HEAD | tar -x -C "$work/source"
source=$work/source

consumer() { # PREFIX OPTIONS...: the consumer test against what was installed there
  local name
  name=$(basename "$1")
  cmake -S "$source/tests/consumer" -B "$work/consumer-$name" -G Ninja -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_PREFIX_PATH=$1" \
    "${@:2}"
  cmake --build "$work/consumer-$name"
  ctest --test-dir "$work/consumer-$name" --no-tests=error --output-on-failure
}

vcpkg() {
  local port=$source/tests/packaging/vcpkg.cmake
  cmake "-DPREFIX=$work/vcpkg" -P "$port"
  consumer "$work/vcpkg"
  if [[ -e $work/vcpkg/lib ]]; then
    echo "headers alone must leave no lib/" >&2
    return 1
  fi
  cmake "-DPREFIX=$work/vcpkg-compiled" -DFEATURES=compiled -P "$port"
  consumer "$work/vcpkg-compiled" -DCONSUMER_COMPILED=ON
}

conan() {
  if ! command -v conan > /dev/null; then
    echo "skipped: Conan is not installed (pip install conan)"
    return 0
  fi
  export CONAN_HOME=$work/conan
  command conan profile detect
  local compiled
  for compiled in False True; do
    command conan create "$source/src/packaging/conan" --no-remote --build=missing -s compiler.cppstd=20 \
      -s build_type=Debug -o "&:system_eigen=True" -o "&:compiled=$compiled"
  done
}

if (($#)); then chosen=("$@"); else chosen=(vcpkg conan); fi
for name in "${chosen[@]}"; do
  printf '\n=== package: %s\n' "$name"
  "$name"
done
