"""Every public name has a docstring, and every example in one runs.

`pytest --doctest-modules` does not see the docstrings of pybind11's functions, so this does.
"""

from __future__ import annotations

import doctest
import inspect
import re
from typing import Any

import pandas as pd
import pytest

import shengzhou_report as sr
from shengzhou_report import display, frames

FLAGS = doctest.NORMALIZE_WHITESPACE
PUBLIC = {name: value for name, value in vars(sr).items() if not name.startswith("_") and not inspect.ismodule(value)}
OURS = {name: value for name, value in PUBLIC.items() if hasattr(value, "__doc__") and name != "annotations"}


def documented() -> dict[str, Any]:
    """Public names, and the public members of public classes, by their dotted name."""
    found: dict[str, Any] = {"shengzhou_report": sr}
    for name, value in OURS.items():
        found[name] = value
        if isinstance(value, type) and not issubclass(value, tuple):
            members = {key: member for key, member in vars(value).items() if not key.startswith("_")}
            found |= {f"{name}.{key}": member for key, member in members.items()}
    for module in {inspect.getmodule(value) for value in (*OURS.values(), display, frames)} - {None, sr}:
        found[module.__name__] = module  # type: ignore[union-attr]
    return found


DOCUMENTED = documented()
EXAMPLES = {name: value for name, value in DOCUMENTED.items() if ">>>" in (inspect.getdoc(value) or "")}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_everything_public_has_a_docstring_that_starts_with_a_sentence(name: str) -> None:
    doc = inspect.getdoc(DOCUMENTED[name]) or ""
    # pybind11 puts the signature first, and for overloads a list of them.
    text = re.sub(r"\A\w+\(.*\n(?:\s*\n)?", "", doc)
    text = re.sub(r"\AOverloaded function\.\n\s*\n1\. .*\n\s*\n", "", text)
    assert re.match(r"[\w'\"`(<].*?[.:]", text.strip(), re.DOTALL), f"{name}: {doc!r}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_run(name: str) -> None:
    parser = doctest.DocTestParser()
    example = parser.get_doctest(inspect.getdoc(EXAMPLES[name]) or "", {}, name, None, 0)
    assert example.examples
    output: list[str] = []
    with pd.option_context("display.width", 120):
        doctest.DocTestRunner(optionflags=FLAGS).run(example, out=output.append)
    assert not output, "".join(output)


def test_there_are_examples_for_every_function_of_numbers() -> None:
    functions = {name for name, value in OURS.items() if inspect.isfunction(value)}
    assert len(functions) >= 35
    assert functions <= EXAMPLES.keys()


def test_all_is_sorted_and_complete() -> None:
    assert sr.__all__ == sorted(sr.__all__)
    left_out = {"LookupError", "round", "annotations"}
    assert set(sr.__all__) - {"__version__"} == PUBLIC.keys() - left_out
    assert left_out.isdisjoint(sr.__all__)
