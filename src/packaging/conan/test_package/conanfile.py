"""Builds and runs the consumer test against the package."""

from pathlib import Path

from conan import ConanFile
from conan.tools.build import can_run
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout

CONSUMER = Path(__file__).resolve().parents[4] / "tests" / "consumer"


class Consumer(ConanFile):
    """The project of tests/consumer."""

    settings = "os", "arch", "compiler", "build_type"
    generators = "CMakeDeps"

    def requirements(self):
        """The package under test."""
        self.requires(self.tested_reference_str)

    def layout(self):
        """Folders as CMake has them."""
        cmake_layout(self)

    def generate(self):
        """Links what the package has."""
        toolchain = CMakeToolchain(self)
        compiled = self.dependencies["shengzhou_report"].options.compiled
        toolchain.cache_variables["CONSUMER_COMPILED"] = str(compiled) == "True"
        toolchain.generate()

    def build(self):
        """The project lies elsewhere in the source tree."""
        cmake = CMake(self)
        cmake.configure(build_script_folder=str(CONSUMER))
        cmake.build()

    def test(self):
        """Runs it."""
        if can_run(self):
            self.run(str(Path(self.build_folder, self.cpp.build.bindir, "consumer")), env="conanrun")
