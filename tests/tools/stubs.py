#!/usr/bin/env python3
"""Writes what the core knows into the annotations of the package: stubs of formulas, and the words of enumerations.

    stubs.py            rewrites python/shengzhou_report/*.pyi and typing.py
    stubs.py --check    says which would change, and exits with 1

Element-wise formulas have all the same overloads. A module's stub has one stretch between two marks; what stands there
comes from the names of the parameters and which of them may be intervals (`_core.formulas`) and from the defaults of
the function in Python. The words of an alias in `typing.py` come from the table of its enumeration (`_core.words`).
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parents[2] / "python" / "shengzhou_report"
MODULES = (
    "growth",
    "prices",
    "contributions",
    "plan",
    "intensity",
    "per_head",
    "income_gap",
    "index_number",
    "inequality",
    "regional",
    "progress",
    "forecast",
    "target",
)
BEGIN = "# Written by tests/tools/stubs.py, here to the end."
WIDTH = 120


def definition(name: str, arguments: list[str], out: str, result: str) -> str:
    """One overload, broken as the formatter breaks it."""
    tail = ["*", f"out: {out}", 'nan_policy: _NanPolicy = "raise"']
    line = f"def {name}({', '.join(arguments + tail)}) -> {result}: ..."
    if len(line) <= WIDTH:
        return f"@overload\n{line}\n"
    line = "    " + ", ".join(arguments + tail)
    if len(line) <= WIDTH:
        return f"@overload\ndef {name}(\n{line}\n) -> {result}: ...\n"
    lines = "".join(f"    {argument},\n" for argument in arguments + tail)
    return f"@overload\ndef {name}(\n{lines}) -> {result}: ...\n"


def overloads(name: str, parameters: tuple[tuple[str, bool], ...], defaults: dict[str, str]) -> Iterator[str]:
    """The forms on numbers, intervals, arrays, pandas and into an array."""

    def each(kinds: list[str]) -> list[str]:
        given = [
            f"{parameter}: {kind}{defaults.get(parameter, '')}"
            for (parameter, _), kind in zip(parameters, kinds, strict=True)
        ]
        return [argument.replace(" = None", " | None = None") for argument in given]

    count = len(parameters)
    array = "_Array | _Number"
    frame = "_Frame | _Array | _Number"
    yield definition(name, each(["_Number"] * count), "None = None", "float")
    ranges = any(ranged for _, ranged in parameters)
    if ranges:
        kinds = ["_Range | _Number" if ranged else "_Number" for _, ranged in parameters]
        yield definition(name, each(kinds), "None = None", "Interval")
    yield definition(name, each([array] * count), "None = None", "NDArray[np.float64]")
    if not ranges:
        # Forecasts have too many parameters to spell out all combinations with pandas.
        yield definition(name, each(["_AnyArray | _Number"] * count), "NDArray[np.float64] | None = None", "Any")
        return
    for first in range(count):
        # What is given must be a frame here, so it has no default.
        arguments = each([array] * first + ["_Frame"] + [frame] * (count - first - 1))
        arguments[first] = f"{parameters[first][0]}: _Frame"
        arguments[:first] = [argument.split(" = ")[0] for argument in arguments[:first]]
        yield definition(name, arguments, "None = None", "_Frame")
    yield definition(name, each(["_AnyArray | _Number"] * count), "NDArray[np.float64]", "NDArray[np.float64]")


def generated(module: ModuleType) -> str:
    """The stretch of a module's stub."""
    from shengzhou_report import _core

    text = ""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if name not in _core.formulas or function.__module__ != module.__name__:
            continue
        defaults = {
            parameter.name: f" = {parameter.default!r}"
            for parameter in inspect.signature(function).parameters.values()
            if parameter.default is not parameter.empty and parameter.name not in ("out", "nan_policy")
        }
        text += "".join(overloads(name, _core.formulas[name], defaults))
    return text


def stub(name: str) -> tuple[Path, str, str]:
    """A module's stub: its path, what it is and what it should be."""
    path = PACKAGE / f"{name}.pyi"
    text = path.read_text(encoding="utf-8")
    own = text.partition(BEGIN)[0]
    return path, text, f"{own}{BEGIN}\n{generated(import_module(f'shengzhou_report.{name}'))}"


def alias(name: str, words: tuple[str, ...]) -> str:
    """The alias of an enumeration, broken as the formatter breaks it."""
    quoted = [f'"{word}"' for word in words]
    line = f"{name} = Literal[{', '.join(quoted)}]"
    if len(line) <= WIDTH:
        return line
    return f"{name} = Literal[\n" + "".join(f"    {word},\n" for word in quoted) + "]"


def aliases() -> tuple[Path, str, str]:
    """`typing.py`: its path, what it is and what it should be."""
    from shengzhou_report import _core

    path = PACKAGE / "typing.py"
    text = wanted = path.read_text(encoding="utf-8")
    for name, words in _core.words.items():
        wanted, count = re.subn(rf"^{name} = Literal\[[^]]*\]", alias(name, words), wanted, flags=re.MULTILINE)
        if count != 1:
            raise LookupError(f"typing.py: give {name} an alias: what it is about in a comment, {name} = Literal[]")
    return path, text, wanted


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    changed = [(path, wanted) for path, text, wanted in [*map(stub, MODULES), aliases()] if text != wanted]
    for path, wanted in changed:
        print(path.name)
        if not checking:
            path.write_text(wanted, encoding="utf-8")
    return 1 if checking and changed else 0


if __name__ == "__main__":
    sys.exit(main())
