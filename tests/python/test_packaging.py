"""The wheel: what is in it, one version everywhere, and a C++ project that builds against it."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

import shengzhou_report as sr

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel_files() -> set[PurePosixPath]:
    """Paths of the installed files, relative to site-packages."""
    files = importlib.metadata.files("shengzhou-report") or []
    paths = {PurePosixPath(file.as_posix()) for file in files if "__pycache__" not in file.parts}
    if PurePosixPath("shengzhou_report/__init__.py") not in paths:
        pytest.skip("an editable install has no wheel to look into")
    return paths


@pytest.fixture(scope="module")
def cmake_dir() -> Path:
    """What `python -m shengzhou_report --cmake-dir` prints."""
    command = [sys.executable, "-m", "shengzhou_report", "--cmake-dir"]
    return Path(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


def test_wheel_has_the_extension_and_what_is_read_beside_it(wheel_files: set[PurePosixPath]) -> None:
    package = {str(path.relative_to("shengzhou_report")) for path in wheel_files if path.parts[0] == "shengzhou_report"}
    data = {"schema/statements-1.json", "dictionaries/sources.csv", "dictionaries/words.csv"}
    assert {"_core.pyi", "py.typed", "locale/zh/LC_MESSAGES/shengzhou_report.mo", *data} <= package
    assert [name for name in package if re.fullmatch(r"_core\..*(so|pyd)", name)]


def test_wheel_has_what_pages_are_made_of(wheel_files: set[PurePosixPath]) -> None:
    page = ROOT / "python/shengzhou_report/page"
    parts = {
        path.relative_to(page).as_posix() for folder in ("static", "templates") for path in (page / folder).iterdir()
    }
    assert len(parts) > 10
    installed = {str(path.relative_to("shengzhou_report/page")) for path in wheel_files if "page" in path.parts}
    assert parts <= installed


def test_wheel_has_every_header(wheel_files: set[PurePosixPath]) -> None:
    include = ROOT / "include"
    headers = {path.relative_to(include).as_posix() for path in include.rglob("*.[hi]pp")}
    installed = {str(path.relative_to("shengzhou_report/include")) for path in wheel_files if "include" in path.parts}
    assert installed == headers


def test_wheel_installs_nothing_beside_the_package(wheel_files: set[PurePosixPath]) -> None:
    top = {path.parts[0] for path in wheel_files if path.parts[0] != ".."}
    assert top == {"shengzhou_report", f"shengzhou_report-{sr.__version__}.dist-info"}
    outside = {path.stem for path in wheel_files if path.parts[0] == ".."}
    assert outside == {"shengzhou-report"}


def test_one_version_everywhere(cmake_dir: Path) -> None:
    header = (ROOT / "include/shengzhou_report/version.hpp").read_text(encoding="utf-8")
    package = (cmake_dir / "shengzhou_reportConfigVersion.cmake").read_text(encoding="utf-8")
    assert f'#define SHENGZHOU_REPORT_VERSION "{sr.__version__}"\n' in header
    assert f'set(PACKAGE_VERSION "{sr.__version__}")\n' in package
    assert importlib.metadata.version("shengzhou-report") == sr.__version__


# Optimised in one of them only, which takes the compiler several times as long.
@pytest.mark.parametrize(
    ("variable", "build_type"), [("shengzhou_report_DIR", "Release"), ("CMAKE_PREFIX_PATH", "Debug")]
)
def test_cpp_project_builds_against_the_installed_package(
    cmake_dir: Path, tmp_path: Path, variable: str, build_type: str
) -> None:
    cmake = shutil.which("cmake")
    if cmake is None:
        pytest.skip("cmake is not installed")

    def run(*command: str | Path) -> str:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        assert done.returncode == 0, done.stdout
        return done.stdout

    source = ROOT / "tests" / "consumer"
    configured = run(
        cmake, "-S", source, "-B", tmp_path, f"-DCMAKE_BUILD_TYPE={build_type}", f"-D{variable}={cmake_dir}"
    )
    assert f"shengzhou_report {sr.__version__}: {cmake_dir}" in configured
    run(cmake, "--build", tmp_path, "--config", build_type)
    (program,) = (path for path in tmp_path.rglob("consumer*") if path.name in {"consumer", "consumer.exe"})
    assert run(program).split("\n")[:2] == [sr.__version__, "[744.5, 745.5]"]
