"""The recipes of packages agree with the project: version, dependencies, licence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import shengzhou_report as sr

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "src" / "packaging"
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
RECIPE = (PACKAGING / "conda" / "recipe.yaml").read_text(encoding="utf-8")
PORT = json.loads((PACKAGING / "vcpkg" / "shengzhou-report" / "vcpkg.json").read_text(encoding="utf-8"))
CONAN = (PACKAGING / "conan" / "conanfile.py").read_text(encoding="utf-8")
HEADER = (ROOT / "include" / "shengzhou_report" / "version.hpp").read_text(encoding="utf-8")


def version_of_header() -> str:
    text = re.search(r'#define SHENGZHOU_REPORT_VERSION "([\d.]+)"', HEADER)
    assert text
    return text[1]


def requirements(section: str) -> set[str]:
    """A list of requirements of the recipe for conda, without what chooses a compiler."""
    found = re.search(rf"^requirements:.*?^  {section}:\n((?:    - [^\n]*\n)+)", RECIPE, re.MULTILINE | re.DOTALL)
    assert found
    return {re.sub(r"\s+", "", line.removeprefix("    - ")) for line in found[1].splitlines() if "${{" not in line}


def of_project(name: str) -> set[str]:
    """A list of requirements of pyproject.toml."""
    found = re.search(rf"^{name} = \[(.*?)\]", PROJECT, re.MULTILINE | re.DOTALL)
    assert found
    return set(re.findall(r'"([^"]+)"', found[1]))


@pytest.mark.parametrize(
    "version",
    [
        pytest.param(sr.__version__, id="python"),
        pytest.param(PORT["version"], id="vcpkg"),
        pytest.param(*re.findall(r'^  version: "([\d.]+)"$', RECIPE, re.MULTILINE), id="conda"),
    ],
)
def test_every_version_is_that_of_the_header(version: str) -> None:
    assert version == version_of_header()


def test_what_can_read_the_version_does_not_repeat_it() -> None:
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    for text in (CONAN, cmake, PROJECT, (ROOT / "docs" / "conf.py").read_text(encoding="utf-8")):
        assert f'"{version_of_header()}"' not in text
        assert version_of_header() not in re.findall(r"version\W+(\d+\.\d+\.\d+)", text)
    assert "version.hpp" in CONAN
    assert "version.hpp" in cmake
    assert 'dynamic = ["version"]' in PROJECT


def test_conda_asks_for_what_the_wheel_asks_for() -> None:
    python = re.search(r'requires-python = "(.+)"', PROJECT)
    assert python
    assert requirements("run") == of_project("dependencies") | {f"python{python[1]}"}
    # Eigen comes from conda instead of from the wheel that brings it to pip.
    build = {name for name in of_project("requires") if not name.startswith("cmeel-eigen")}
    assert requirements("host") == build | {"python", "pip", "eigen>=3.4"}


def test_the_command_is_that_of_the_project() -> None:
    command = re.search(r'^shengzhou-report = "(.+)"$', PROJECT, re.MULTILINE)
    assert command
    assert f"- shengzhou-report = {command[1]}\n" in RECIPE


def test_every_recipe_names_the_licence() -> None:
    assert PORT["license"] == "MIT"
    assert '    license = "MIT"\n' in CONAN
    assert "  license: MIT\n  license_file: LICENSE\n" in RECIPE
    assert 'license = "MIT"\n' in PROJECT


def test_features_of_the_port_are_options_of_the_project() -> None:
    portfile = (PACKAGING / "vcpkg" / "shengzhou-report" / "portfile.cmake").read_text(encoding="utf-8")
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    features = re.findall(r"FEATURES (\w+) (\w+)", portfile)
    assert {name for name, _ in features} == set(PORT["features"])
    for name in {option for _, option in features} | set(re.findall(r"SHENGZHOU_REPORT_\w+", portfile + CONAN)):
        if name != "SHENGZHOU_REPORT_VERSION":
            assert f"option({name} " in cmake
