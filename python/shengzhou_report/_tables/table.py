"""What is written to a file: reports by name or a data frame, as columns and rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from shengzhou_report._blocks import COLUMNS
from shengzhou_report._core import Report, columns

if TYPE_CHECKING:
    import pandas as pd

#: The column that says which file or report a row is of, where there are several.
FILE = "file"

Rows = Sequence[Sequence[Any]]


class Table:
    """A table to be written.

    `reports` has the reports by their name, one alone under the name ''; it is None for a table made of a data frame.
    """

    def __init__(self, source: Report | Mapping[str, Report] | pd.DataFrame) -> None:
        self.several = not isinstance(source, Report) and isinstance(source, Mapping)
        self.reports: Mapping[str, Report] | None = None
        if isinstance(source, Report):
            self.reports = {"": source}
        elif isinstance(source, Mapping):
            self.reports = source
        self._source = source

    @cached_property
    def names(self) -> list[str]:
        """Names of the columns."""
        if self.reports is None:
            return [str(name) for name in self._source.columns]  # type: ignore[union-attr]
        return [*([FILE] if self.several else []), *COLUMNS]

    @cached_property
    def rows(self) -> Rows:
        """Rows of cells; a missing or infinite number is None."""
        rows: Iterable[Sequence[Any]]
        if self.reports is None:
            frame: Any = self._source
            rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
        elif self.several:
            rows = ([name, *row] for name, report in self.reports.items() for row in _rows_of(report))
        else:
            rows = _rows_of(self.reports[""])
        return [[None if _is_no_number(cell) else cell for cell in row] for row in rows]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The same as a data frame, for writers that pandas has."""
        if self.reports is None:
            return self._source  # type: ignore[return-value]
        if not self.several:
            return self.reports[""].to_frame()
        from shengzhou_report.frames import require

        pandas = require("pandas", "pandas")
        parts = []
        for name, report in self.reports.items():
            part = report.to_frame()
            part.attrs = {}
            part.insert(0, FILE, name)
            parts.append(part)
        if not parts:
            empty = Report().to_frame()
            empty.insert(0, FILE, empty["indicator"])
            return empty
        joined: pd.DataFrame = pandas.concat(parts, ignore_index=True)
        return joined


def _rows_of(report: Report) -> Iterator[Sequence[Any]]:
    """Rows of what `to_frame` has in its columns, without pandas."""
    texts, numbers, years, unknown, positions = report._arrays()
    known_years = [
        [None if gone else year for year, gone in zip(*pair, strict=True)]
        for pair in zip(years.tolist(), unknown.tolist(), strict=True)
    ]
    held = {"text": iter(texts.tolist()), "number": iter(numbers.tolist()), "year": iter(known_years)}
    held |= {"word": held["text"], "position": iter(positions.tolist())}
    return zip(*(next(held[kind]) for kind in columns.values()), strict=True)


def _is_no_number(cell: object) -> bool:
    return isinstance(cell, float) and cell - cell != 0
