from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pandas as pd

from ._core import Commitment, Evidence, Report, Section, Skipped
from ._read.source import Source
from ._tables.figures import Indicators
from .typing import DocumentKind

META: tuple[str, ...]

def require(module: str, extra: str) -> ModuleType: ...
def to_frame(self: Report) -> pd.DataFrame: ...
def from_frame(
    frame: Any,
    *,
    indicators: Indicators = "any",
    title: str = ...,
    place: str | None = ...,
    place_en: str | None = ...,
    ref_area: str | None = ...,
    year: int | None = ...,
    kind: DocumentKind = ...,
    sections: Sequence[Section | Sequence[Any]] = ...,
    evidence: Sequence[Evidence | Sequence[Any]] = ...,
    skipped: Sequence[Skipped | Sequence[Any]] = ...,
    commitments: Sequence[Commitment | Sequence[Any]] = ...,
) -> Report: ...
def from_csv(
    path: Source,
    *,
    encoding: str | None = None,
    indicators: Indicators = "any",
    title: str = ...,
    place: str | None = ...,
    place_en: str | None = ...,
    ref_area: str | None = ...,
    year: int | None = ...,
    kind: DocumentKind = ...,
    sections: Sequence[Section | Sequence[Any]] = ...,
    evidence: Sequence[Evidence | Sequence[Any]] = ...,
    skipped: Sequence[Skipped | Sequence[Any]] = ...,
    commitments: Sequence[Commitment | Sequence[Any]] = ...,
) -> Report: ...
def from_excel(
    path: Source,
    *,
    sheet: str | int = 0,
    indicators: Indicators = "any",
    title: str = ...,
    place: str | None = ...,
    place_en: str | None = ...,
    ref_area: str | None = ...,
    year: int | None = ...,
    kind: DocumentKind = ...,
    sections: Sequence[Section | Sequence[Any]] = ...,
    evidence: Sequence[Evidence | Sequence[Any]] = ...,
    skipped: Sequence[Skipped | Sequence[Any]] = ...,
    commitments: Sequence[Commitment | Sequence[Any]] = ...,
) -> Report: ...
