"""Writes the pages of the reference, one a class, a module and a header, so that none can be missing."""

from __future__ import annotations

import inspect
import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

from stub_signatures import of_class

import shengzhou_report as sr


def summary(value: Any) -> str:
    """The first sentence of a docstring, behind the signature that bound functions have there."""
    text = re.sub(r"\A\w+\(.*\n(?:\s*\n)?", "", inspect.getdoc(value) or "")
    text = re.sub(r"\AOverloaded function\.\n\s*\n1\. .*\n\s*\n", "", text)
    sentence = re.split(r"(?<=[.:])\s", text.strip(), maxsplit=1)[0]
    return " ".join(sentence.split()).rstrip(":.") + "."


def title(text: str) -> str:
    """The heading of a page."""
    return f"{text}\n{'=' * 2 * len(text)}\n\n"


def table(heading: str, rows: list[tuple[str, str]]) -> str:
    """Names, each a link in the words of reStructuredText, with what they are."""
    lines = "".join(f"   * - {link}\n     - {text}\n" for link, text in rows)
    return f"{heading}\n{'-' * 2 * len(heading)}\n\n.. list-table::\n   :widths: 30 70\n\n{lines}\n"


def toctree(pages: list[str], *options: str) -> str:
    """The pages below one."""
    return "\n".join(
        [".. toctree::", *(f"   {option}" for option in options), "", *(f"   {page}" for page in pages), ""]
    )


def write(path: Path, text: str) -> None:
    """A page, in reStructuredText, which autodoc and Breathe speak."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def public() -> dict[str, list[tuple[str, Any]]]:
    """What the top level of the package has, as modules, types and functions."""
    found: dict[str, list[tuple[str, Any]]] = {"modules": [], "types": [], "functions": []}
    for name in sorted(set(dir(sr)) - {"__version__"}):
        value = getattr(sr, name)
        kind = "modules" if isinstance(value, ModuleType) else "types" if inspect.isclass(value) else "functions"
        found[kind].append((name, value))
    return found


def python_pages(folder: Path) -> None:
    """Classes, functions of the top level, and modules."""
    names = public()
    for name, _ in names["types"]:
        page = title(name) + f".. autoclass:: shengzhou_report.{name}{of_class(name)}\n   :members:\n"
        write(folder / f"{name}.rst", page)
    for name, value in names["modules"]:
        members = [
            (f":py:obj:`~shengzhou_report.{name}.{member}`", summary(getattr(value, member)))
            for member in sorted(getattr(value, "__all__", ()))
        ]
        page = title(f"sr.{name}")
        if members:
            page += table("Contents", members)
        page += f"Reference\n---------\n\n.. automodule:: shengzhou_report.{name}\n   :members:\n"
        write(folder / f"module_{name}.rst", page)
    functions = "\n".join(f".. autofunction:: shengzhou_report.{name}\n" for name, _ in names["functions"])
    write(folder / "functions.rst", title("Functions of the top level") + functions)
    index = title("Python") + (
        "``import shengzhou_report as sr`` brings the types and what notebooks use; formulas stand in modules.\n\n"
    )
    index += table("Modules", [(f":doc:`sr.{n} <module_{n}>`", summary(v)) for n, v in names["modules"]])
    index += table("Functions", [(f":py:func:`~shengzhou_report.{n}`", summary(v)) for n, v in names["functions"]])
    index += table("Types", [(f":doc:`{n} <{n}>`", summary(v)) for n, v in names["types"]])
    pages = ["functions", *(f"module_{n}" for n, _ in names["modules"]), *(n for n, _ in names["types"])]
    write(folder / "index.rst", index + toctree(pages, ":hidden:"))


def cpp_pages(folder: Path, headers: dict[str, list[str]] | None) -> None:
    """A page a header; without Doxygen one that says so."""
    index = title("C++") + (
        "Everything stands in the namespace ``shengzhou_report``; ``#include <shengzhou_report.hpp>`` has it all.\n\n"
    )
    if headers is None:
        index += "This copy of the site was built without Doxygen: the headers themselves hold the reference.\n"
    else:
        for header, concepts in headers.items():
            page = title(header) + f"``#include <shengzhou_report/{header}>``\n\n.. doxygenfile:: {header}\n"
            page += "".join(f"\n.. doxygenconcept:: shengzhou_report::{concept}\n" for concept in concepts)
            write(folder / f"{Path(header).stem}.rst", page)
        index += toctree([Path(header).stem for header in headers])
    write(folder / "index.rst", index)


def write_pages(folder: Path, headers: dict[str, list[str]] | None) -> None:
    """All pages, afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    python_pages(folder / "python")
    cpp_pages(folder / "cpp", headers)
