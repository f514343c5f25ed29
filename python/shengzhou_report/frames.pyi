from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pandas as pd

from ._core import Evidence, Report, Section
from .typing import DocumentKind

SECTION_SEPARATOR: str
DOUBT_SEPARATOR: str
COLUMNS: tuple[str, ...]
EXACT_COLUMNS: tuple[str, ...]
META: tuple[str, ...]

def require(module: str, extra: str) -> ModuleType: ...
def flat_columns(report: Report) -> dict[str, list[Any]]: ...
def to_frame(self: Report) -> pd.DataFrame: ...
def from_frame(
    frame: pd.DataFrame,
    *,
    title: str = ...,
    place: str | None = ...,
    place_en: str | None = ...,
    ref_area: str | None = ...,
    year: int | None = ...,
    kind: DocumentKind = ...,
    sections: Sequence[Section | Sequence[Any]] = ...,
    evidence: Sequence[Evidence | Sequence[Any]] = ...,
) -> Report: ...
