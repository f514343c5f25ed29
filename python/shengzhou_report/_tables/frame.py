"""Tables in data frames: of pandas, or of whoever hands over Arrow's stream."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shengzhou_report.frames import require

from .reports import KNOWN
from .sheet import Sheet


def sheet_of(frame: Any) -> Sheet:
    """The table in a frame, with what its `attrs` hold of a report. Raises TypeError for what is no frame."""
    names: Sequence[str]
    if hasattr(frame, "columns") and hasattr(frame, "iloc"):
        names = [str(name) for name in frame.columns]
        columns = [frame.iloc[:, place].tolist() for place in range(len(names))]
        info = {name: value for name, value in frame.attrs.items() if name in KNOWN}
        # No column, no cell to count rows by.
        rows = list(zip(*columns, strict=True)) if columns else [()] * len(frame)
        # Where a column says of which file a row is, there is no report without a name beside them.
        return Sheet(names, rows, list(frame.index), {"": info} if info else {})
    if not hasattr(frame, "__arrow_c_stream__"):
        raise TypeError(f"frame: needs a data frame, not {type(frame).__name__}")
    table = require("pyarrow", "arrow").table(frame)
    columns = [column.to_pylist() for column in table.columns]
    return Sheet(table.column_names, list(zip(*columns, strict=True)), range(table.num_rows))
