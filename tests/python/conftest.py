"""What the tests share: property tests that do not depend on the speed of the machine, and the embedded report."""

import sys
from collections.abc import Iterator

import hypothesis
import pytest

import shengzhou_report as sr

hypothesis.settings.register_profile("default", deadline=None, derandomize=True)
hypothesis.settings.load_profile("default")


@pytest.fixture(autouse=True)
def closed_figures() -> Iterator[None]:
    """Pictures that a test or an example has drawn go with it."""
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


@pytest.fixture
def report() -> sr.Report:
    return sr.shengzhou_2024()


@pytest.fixture
def public() -> dict[str, object]:
    """What `from shengzhou_report import *` brings: the names in which a repr can be evaluated."""
    return {name: getattr(sr, name) for name in sr.__all__}
