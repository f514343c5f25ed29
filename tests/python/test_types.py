"""The stubs: a strict user's program passes mypy, and stubtest finds them in agreement with the package."""

from __future__ import annotations

import importlib.util
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import shengzhou_report as sr

HERE = Path(__file__).parent
USAGE = HERE / "typed_usage.py"
ALLOWLIST = HERE / "stubtest_allowlist.txt"

needs_mypy = pytest.mark.skipif(not importlib.util.find_spec("mypy"), reason="mypy is not installed")
needs_pandas_stubs = pytest.mark.skipif(
    not importlib.util.find_spec("pandas-stubs"), reason="pandas-stubs, which type the results, are not installed"
)


def run(*command: str, folder: Path) -> None:
    """Runs a module of Python on the package under test, away from the source tree and its configuration."""
    config = folder / "mypy.ini"
    config.write_text("[mypy]\nstrict = True\nenable_error_code = ignore-without-code\n")
    package = str(Path(sr.__file__).parent.parent)
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=os.environ | {"MYPYPATH": package if "site-packages" not in package else "", "MYPY_CACHE_DIR": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(sr.__file__).with_name("py.typed").is_file()


def test_a_users_program_runs() -> None:
    assert runpy.run_path(str(USAGE), run_name="__main__")


@needs_mypy
@needs_pandas_stubs
def test_a_users_program_passes_mypy(tmp_path: Path) -> None:
    run("mypy", "--strict", str(USAGE), folder=tmp_path)


@needs_mypy
def test_stubs_agree_with_the_package(tmp_path: Path) -> None:
    run("mypy.stubtest", "shengzhou_report", "--allowlist", str(ALLOWLIST), folder=tmp_path)
