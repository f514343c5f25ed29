"""What is read from a table: names of columns, rows of cells, and what else a file says of its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Sheet:
    """A table as it stands in a file or a frame.

    `labels` are what errors call the rows: numbers of rows in a file, labels of an index. `info` has by the name of
    each report ('' where it has none) what stands beside its statements, as keyword arguments of Report.
    """

    names: Sequence[str]
    rows: Sequence[Sequence[Any]]
    labels: Sequence[object]
    info: dict[str, dict[str, Any]] = field(default_factory=dict)


def is_missing(cell: object) -> bool:
    """Whether a cell is empty: None, '', NaN, and what pandas has for them, NA and NaT."""
    if cell is None or (isinstance(cell, str) and not cell):
        return True
    if isinstance(cell, (str, int, list, tuple)):
        return False
    return type(cell).__name__ in ("NAType", "NaTType") or (hasattr(cell, "__float__") and bool(cell != cell))
