"""What the sections of reports are about, by words of their headings, and how much of the text is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, get_args

from shengzhou_report import frames
from shengzhou_report._core import DomainError, Report
from shengzhou_report.typing import SectionRole

from .characters import are_counted, codes_of
from .counts import per
from .dictionary import Words, topics_of
from .documents import KEYS, Reports, documents_in, index_of
from .parts import innermost
from .words import Finder

if TYPE_CHECKING:
    import pandas as pd

#: The topic of the parts that have the role of this name, where the table of topics has it.
_GOVERNMENT = "government"


def _topic_of(title: str, finder: Finder) -> int:
    """The number of the topic with most words in a title, of several the first named; from 1, 0 for none."""
    found = enumerate((starts for starts, _ in finder.find(title)), 1)
    ranked = [(-starts.size, starts[0], number) for number, starts in found if starts.size]
    return min(ranked)[2] if ranked else 0


def _topics(report: Report, finder: Finder) -> list[int]:
    """The number of the topic of each section, from 1: by its heading, else that of the section around it; else 0."""
    government = finder.topics.index(_GOVERNMENT) + 1 if _GOVERNMENT in finder.topics else 0
    around: dict[int, int] = {}
    topics = []
    for section in report.sections:
        depth = len(section.path)
        if section.role == _GOVERNMENT and government:
            topic = government
        else:
            topic = _topic_of(section.title, finder) or around.get(depth - 1, 0)
        around[depth] = topic
        topics.append(topic)
    return topics


def shares_by_topic(reports: Reports, headings: Words) -> pd.DataFrame:
    """The frame of `text.attention` by topic."""
    finder = Finder(topics_of(headings))
    names = {"characters", "unclassed", "file", *KEYS}
    for topic in finder.topics:
        if topic in names:
            raise DomainError(f"headings: a column is called {topic!r} already; give the topic another name")
    return _shares(reports, ("unclassed", *finder.topics), lambda report: _topics(report, finder))


def shares_by_role(reports: Reports) -> pd.DataFrame:
    """The frame of `text.attention` by role."""
    roles = get_args(SectionRole)
    columns = ("none", *(role for role in roles if role != "none"))
    return _shares(reports, columns, lambda report: [columns.index(section.role) for section in report.sections])


def _shares(reports: Reports, columns: Sequence[str], subjects_of: Callable[[Report], list[int]]) -> pd.DataFrame:
    """A row a report, of the shares of the columns; the first is of what stands in no section, and becomes the last."""
    pandas = frames.require("pandas", "text")
    import numpy as np

    names, documents = documents_in(reports)
    keys, found = [], []
    for key, report, text in documents:
        codes = codes_of(text)
        subjects = np.array([0, *subjects_of(report)], dtype=np.intp)
        sections = innermost(report, codes.size)[are_counted(codes)]
        keys.append(key)
        found.append(np.bincount(subjects[sections], minlength=len(columns)))
    table = np.array(found, dtype=np.int64).reshape(-1, len(columns))
    characters = table.sum(axis=1)
    frame: pd.DataFrame = pandas.DataFrame(
        per(table, characters[:, None]), index=index_of(keys, names), columns=list(columns)
    )
    frame = frame[[*columns[1:], columns[0]]]
    frame.insert(0, "characters", characters)
    return frame
