"""Counts of words in reports and in their parts, as a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from shengzhou_report import frames
from shengzhou_report._core import DomainError

from . import parts
from .characters import are_counted, codes_of
from .dictionary import Words, topics_of
from .documents import Reports, documents_in, index_of
from .words import Finder

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

#: How a report is split, and the levels that name its parts.
_SPLITS = {
    "report": (parts.whole_of, ()),
    "section": (parts.sections_of, ("section", "role")),
    "role": (parts.roles_of, ("role",)),
}


def per(amounts: NDArray[Any], characters: NDArray[Any]) -> NDArray[Any]:
    """The quotient; NaN where there are no characters."""
    import numpy as np

    quotients: NDArray[Any] = np.divide(amounts, characters, out=np.full(amounts.shape, np.nan), where=characters > 0)
    return quotients


def _columns(topics: Sequence[str], taken: Sequence[str]) -> list[tuple[str, str, str]]:
    columns = [(topic, f"{topic}_share", f"{topic}_per_thousand") for topic in topics]
    seen = set(taken)
    for name in (name for names in columns for name in names):
        if name in seen:
            raise DomainError(f"dictionary: two columns would be called {name!r}; give the topic another name")
        seen.add(name)
    return columns


def counted(reports: Reports, dictionary: Words, by: Literal["report", "section", "role"]) -> pd.DataFrame:
    """The frame of `text.word_counts`."""
    finder = Finder(topics_of(dictionary))
    pandas = frames.require("pandas", "text")
    import numpy as np

    split, levels = _SPLITS[by]
    reported, documents = documents_in(reports)
    names = (*reported, *levels)
    columns = _columns(finder.topics, ("characters", *names))
    keys: list[tuple[Any, ...]] = []
    tables = [np.empty((1 + 2 * len(columns), 0))]
    for key, report, text in documents:
        codes = codes_of(text)
        part = split(report, codes.size)
        size = len(part.keys)
        rows = [np.bincount(part.numbers[are_counted(codes)], minlength=size)]
        for starts, sizes in finder.find(codes):
            numbers = part.numbers[starts]
            rows += [np.bincount(numbers, minlength=size), np.bincount(numbers, weights=sizes, minlength=size)]
        # What stands outside of all sections is the first, and a row only where it is something.
        kept = slice(int(by != "report" and rows[0][0] == 0), None)
        keys += [(*key, *part_key) for part_key in part.keys[kept]]
        tables.append(np.array(rows, dtype=np.float64)[:, kept])
    table = np.concatenate(tables, axis=1)
    frame: pd.DataFrame = pandas.DataFrame(index=index_of(keys, names))
    frame["characters"] = table[0].astype(np.int64)
    for number, (name, share, per_thousand) in enumerate(columns):
        mentions, held = table[1 + 2 * number], table[2 + 2 * number]
        frame[name] = mentions.astype(np.int64)
        frame[share] = per(held, table[0])
        frame[per_thousand] = per(1000 * mentions, table[0])
    return frame.reset_index("role") if by == "section" else frame
