from collections.abc import Sequence
from types import ModuleType

import pandas as pd

from ._core import Report, Section

SECTION_SEPARATOR: str
COLUMNS: tuple[str, ...]
EXACT_COLUMNS: tuple[str, ...]

def require(module: str, extra: str) -> ModuleType: ...
def to_frame(self: Report) -> pd.DataFrame: ...
def from_frame(
    frame: pd.DataFrame,
    *,
    title: str = ...,
    place: str = ...,
    place_en: str = ...,
    ref_area: str = ...,
    year: int = ...,
    sections: Sequence[Section | tuple[Sequence[str], str]] = ...,
) -> Report: ...
