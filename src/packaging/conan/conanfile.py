"""Conan 2 recipe. From the root of a clone or of an unpacked archive: conan create src/packaging/conan."""

import re
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy
from conan.tools.system.package_manager import Apt

ROOT = Path(__file__).resolve().parents[3]


class ShengzhouReport(ConanFile):
    """The library as headers, or compiled once with the option `compiled`."""

    name = "shengzhou_report"
    description = "Reads the statements of a Chinese government work report, keeps them honest, and computes with them"
    license = "MIT"
    topics = ("statistics", "economics", "government work report")
    settings = "os", "arch", "compiler", "build_type"
    options = {"compiled": [True, False], "system_eigen": [True, False]}  # noqa: RUF012, conan reads it so
    default_options = {"compiled": False, "system_eigen": False}  # noqa: RUF012

    def set_version(self):
        """The version has one place."""
        header = Path(self.recipe_folder) / "include" / "shengzhou_report" / "version.hpp"
        if not header.exists():
            header = ROOT / "include" / "shengzhou_report" / "version.hpp"
        self.version = re.search(r'_VERSION "([\d.]+)"', header.read_text(encoding="utf-8"))[1]

    def export(self):
        """The header that `set_version` reads goes with the recipe."""
        copy(self, "include/shengzhou_report/version.hpp", src=str(ROOT), dst=self.export_folder)

    def export_sources(self):
        """What building takes, and the licence."""
        for pattern in ("CMakeLists.txt", "LICENSE", "include/*", "src/*"):
            copy(self, pattern, src=str(ROOT), dst=self.export_sources_folder)

    def configure(self):
        """Headers are headers wherever they lie."""
        self.package_type = "static-library" if self.options.compiled else "header-library"

    def layout(self):
        """Folders as CMake has them."""
        cmake_layout(self)

    def requirements(self):
        """Eigen is in the interface of the headers."""
        if not self.options.system_eigen:
            self.requires("eigen/3.4.0", transitive_headers=True)

    def system_requirements(self):
        """Where no Conan server is reachable, Eigen comes from the distribution."""
        if self.options.system_eigen:
            Apt(self).check(["libeigen3-dev"])

    def validate(self):
        """The headers are C++20."""
        check_min_cppstd(self, 20)

    def package_id(self):
        """Headers alone serve every compiler."""
        if not self.info.options.compiled:
            self.info.settings.clear()

    def generate(self):
        """What CMake reads."""
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["SHENGZHOU_REPORT_BUILD_TESTS"] = False
        toolchain.cache_variables["SHENGZHOU_REPORT_BUILD_COMPILED"] = bool(self.options.compiled)
        toolchain.cache_variables["SHENGZHOU_REPORT_UNITY"] = True  # built once, afresh
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        """Nothing is compiled of headers alone."""
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        """Headers, library and the package of CMake."""
        copy(self, "LICENSE", src=self.source_folder, dst=str(Path(self.package_folder) / "licenses"))
        CMake(self).install()

    def package_info(self):
        """The project's own package of CMake serves, so Conan generates none."""
        self.cpp_info.set_property("cmake_find_mode", "none")
        folder = "lib" if self.options.compiled else "share"
        self.cpp_info.builddirs = [f"{folder}/cmake/shengzhou_report"]
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = ["lib"] if self.options.compiled else []
        self.cpp_info.libs = ["shengzhou_report"] if self.options.compiled else []
