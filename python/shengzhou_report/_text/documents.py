"""The reports that a measure is taken of, and the index that says whose each row is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from shengzhou_report import frames
from shengzhou_report._core import LookupError, Panel, Report

if TYPE_CHECKING:
    import pandas as pd

Reports: TypeAlias = Report | Panel | Mapping[str, Report] | Iterable[Report]

#: Names of the levels of every index; before them `file` where reports have names.
KEYS = ("place", "ref_area", "year")


class Document(NamedTuple):
    """A report with its text and the keys of its rows."""

    key: tuple[Any, ...]
    report: Report
    text: str


def key_names(reports: Reports) -> tuple[str, ...]:
    """The names of the keys of `documents_in`."""
    return ("file", *KEYS) if isinstance(reports, Mapping) else KEYS


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


def _named(reports: object) -> Iterator[tuple[tuple[str, ...], Report]]:
    if isinstance(reports, Report):
        yield (), reports
    elif isinstance(reports, Mapping):
        for name, report in reports.items():
            yield (str(name),), report
    elif isinstance(reports, Panel):
        for report in (*reports.reports, *reports.unplaced):
            yield (), report
    elif isinstance(reports, Iterable) and not isinstance(reports, (str, bytes)):
        for report in reports:
            yield (), report
    else:
        raise TypeError(f"reports: needs a Report or several of them, got {type(reports).__name__}")


def documents_in(reports: Reports) -> Iterator[Document]:
    """Each report in turn, so that a generator need not hold more than one. Raises what `text_of` does."""
    for name, report in _named(reports):
        text = text_of("reports", report)
        yield Document((*name, report.place, report.ref_area, report.year), report, text)


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
