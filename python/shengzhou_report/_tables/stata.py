"""Stata's .dta, format 118, whose text is UTF-8: variables and words have labels, long text is strL."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

from .fields import FIELDS, Headers
from .sheet import Sheet
from .table import Table

if TYPE_CHECKING:
    import pandas as pd

#: Bytes of UTF-8 from which on a column is strL; a str# takes the longest for every row, and holds 2045 at most.
_LONG = 200

#: Characters of the labels of a data set and of a variable.
_MOST_LABEL = 80

#: Names that are no names of variables, and what stands for them.
VARIABLES = {"end": "end_"}


def write(table: Table, *, headers: Headers = "en") -> bytes:
    """The table as a .dta. Variables keep their names; `headers` says in which language they are labelled."""
    pandas = require("pandas", "pandas")
    if headers not in ("names", "en", "zh"):
        raise ValueError(f"headers: {headers!r} is none of names, en, zh")
    frame = table.frame.reset_index(drop=True)
    columns: dict[str, Any] = {}
    for place, name in enumerate(map(str, frame.columns)):
        columns[name] = _column(frame.iloc[:, place], name, pandas, of_reports=table.reports is not None)
    data = pandas.DataFrame(columns).rename(columns=VARIABLES)
    long = [name for name in data.columns if _is_long(data[name])]
    labels = {}
    if headers != "names" and table.reports is not None:
        labels = {VARIABLES.get(name, name): FIELDS[name].heading(headers)[:_MOST_LABEL] for name in columns}
    title = table.reports[""].title[:_MOST_LABEL] if table.reports and not table.several else ""
    file = io.BytesIO()
    data.to_stata(
        file, write_index=False, version=118, variable_labels=labels, data_label=title or None, convert_strl=long
    )
    return file.getvalue()


def read(data: bytes, encoding: str | None) -> Sheet:  # noqa: ARG001 (all readers take one)
    """The table in a .dta of any format, numbered from 1. Raises ParseError for what is none."""
    pandas = require("pandas", "pandas")
    try:
        frame = pandas.read_stata(io.BytesIO(data))
    except Exception as error:
        # What is no data set raises errors of struct, of decoding and more.
        raise ParseError(f"the file is no .dta that can be read: {error}") from error
    names = {variable: name for name, variable in VARIABLES.items()}
    columns = [frame.iloc[:, place].tolist() for place in range(len(frame.columns))]
    rows = list(zip(*columns, strict=True))
    return Sheet([names.get(name, name) for name in map(str, frame.columns)], rows, range(1, len(rows) + 1))


def _column(column: pd.Series[Any], name: str, pandas: Any, of_reports: bool) -> Any:
    """The column as Stata has it: words as numbers with labels, text without zero bytes, no infinite numbers."""
    words = FIELDS[name].words if of_reports else ()
    if words and len(column) > 0:  # pandas has no labels for a variable without rows
        # Each word has one number in all files, so that data sets can be appended. No label is empty.
        unsaid = "firm" if name == "modality" else None
        cells = [cell or unsaid for cell in column]
        return pandas.Categorical(cells, categories=[word for word in words if word])
    if pandas.api.types.is_string_dtype(column) or column.dtype == object:
        cells = ["" if _is_missing(cell, pandas) else str(cell).replace("\0", "") for cell in column]
        return pandas.Series(cells, dtype=object)
    if pandas.api.types.is_float_dtype(column):
        return column.replace([float("inf"), float("-inf")], float("nan"))
    return column


def _is_missing(cell: object, pandas: Any) -> bool:
    return bool(pandas.api.types.is_scalar(cell) and pandas.isna(cell))


def _is_long(column: pd.Series[Any]) -> bool:
    return column.dtype == object and any(len(cell.encode()) > _LONG for cell in column)
