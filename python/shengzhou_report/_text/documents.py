"""The reports that a measure is taken of, and the index that says whose each row is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from shengzhou_report import frames
from shengzhou_report._core import LookupError, Panel, Report

if TYPE_CHECKING:
    import pandas as pd

Reports: TypeAlias = Report | Panel | Mapping[str, Report] | Iterable[Report] | Iterable[tuple[str, Report]]

#: Names of the levels of every index; before them `file` where reports have names.
KEYS = ("place", "ref_area", "year")


class Document(NamedTuple):
    """A report with its text and the keys of its rows."""

    key: tuple[Any, ...]
    report: Report
    text: str


def text_in(name: str, report: Report | str) -> str:
    """The text of a report, or a text as it is. Raises what `text_of` does."""
    return report if isinstance(report, str) else text_of(name, report)


def text_of(name: str, report: object) -> str:
    """The text of a report. Raises LookupError for one without, TypeError for what is no report."""
    if not isinstance(report, Report):
        raise TypeError(f"{name}: needs a Report that was read from a text, got {type(report).__name__}")
    text = report.text
    if text is None:
        whose = " ".join(str(part) for part in (report.place, report.year) if part is not None) or "without a place"
        raise LookupError(f"{name}: the report ({whose}) was not read from a text, so there is nothing to measure")
    return text


def _items(reports: object) -> Iterator[object]:
    if isinstance(reports, Report):
        return iter((reports,))
    if isinstance(reports, Mapping):
        return iter(reports.items())
    if isinstance(reports, Panel):
        return iter((*reports.reports, *reports.unplaced))
    if isinstance(reports, Iterable) and not isinstance(reports, (str, bytes)):
        return iter(reports)
    raise TypeError(f"reports: needs a Report or several of them, got {type(reports).__name__}")


def documents_in(reports: Reports) -> tuple[tuple[str, ...], Iterator[Document]]:
    """The names of the keys, and each report in turn, so that a generator need not hold more than one.

    Raises what `text_of` does, the iterator as well.
    """
    items = _items(reports)
    first = list(islice(items, 1))
    # The iterator of the first lets it go, as the list would not.
    named = isinstance(reports, Mapping) or any(isinstance(item, tuple) for item in first)
    return (("file", *KEYS) if named else KEYS), _documents(chain(iter(first), items), named)


def _documents(items: Iterator[object], named: bool) -> Iterator[Document]:
    for item in items:
        name, report = ((str(item[0]),), item[1]) if named and isinstance(item, tuple) else ((), item)
        if named and not name:
            raise TypeError("reports: some have names and others have none; give each a name, as in a mapping")
        text = text_of("reports", report)
        assert isinstance(report, Report)
        yield Document((*name, report.place, report.ref_area, report.year), report, text)
        # The next is read before these names get other values.
        del item, report


def index_of(keys: list[tuple[Any, ...]], names: tuple[str, ...]) -> pd.MultiIndex:
    """The index of rows that have these keys; years are whole numbers, and what is unknown is missing."""
    pandas = frames.require("pandas", "text")
    columns = list(zip(*keys, strict=True)) if keys else [()] * len(names)
    arrays = [
        pandas.array(column, dtype="Int64" if name == "year" else "object")
        for name, column in zip(names, columns, strict=True)
    ]
    index: pd.MultiIndex = pandas.MultiIndex.from_arrays(arrays, names=names)
    return index
