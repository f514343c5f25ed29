"""Dictionaries of words by topic: those of the package, and what a user gives as one."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, Union

from shengzhou_report._core import DomainError, LookupError, ParseError
from shengzhou_report.display import record_html

from .characters import folded

if TYPE_CHECKING:
    import pandas as pd

# Its names stand in quotes so that pandas need not be there.
Words: TypeAlias = Union[str, "os.PathLike[str]", Mapping[str, Sequence[str]], "pd.DataFrame", Sequence[str]]

#: The columns of a table of words.
_COLUMNS = ("topic", "word")

_FOLDER = Path(__file__).parent.parent / "dictionaries"


class Dictionary(NamedTuple):
    """A list of words by topic, and where it comes from."""

    name: str
    version: str
    language: str
    source: str
    topics: dict[str, tuple[str, ...]]

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_built_in: dict[str, Dictionary] = {}


def built_in() -> dict[str, Dictionary]:
    """The dictionaries of the package by name, read once."""
    if not _built_in:
        _built_in.update(_read())
    return _built_in


def _read() -> dict[str, Dictionary]:
    words: dict[str, dict[str, list[str]]] = {}
    for row in _rows("words.csv"):
        words.setdefault(row["dictionary"], {}).setdefault(row["topic"], []).append(row["word"])
    return {
        row["dictionary"]: Dictionary(
            row["dictionary"],
            row["version"],
            row["language"],
            row["source"],
            {topic: tuple(held) for topic, held in words[row["dictionary"]].items()},
        )
        for row in _rows("sources.csv")
    }


def topics_of(dictionary: Words) -> dict[str, tuple[str, ...]]:
    """Words by topic, folded and each once; what a dictionary may be, and what it raises, say the public functions."""
    given = _by_topic(dictionary)
    if not given:
        raise DomainError("dictionary: it has no topic; give words by topic, such as {'environment': ['环保']}")
    return {_topic(topic): _words(topic, words) for topic, words in given.items()}


def _by_topic(dictionary: Words) -> Mapping[str, Sequence[str]]:
    if isinstance(dictionary, Mapping):
        return dictionary
    if isinstance(dictionary, str):
        if dictionary in built_in():
            return built_in()[dictionary].topics
        if Path(dictionary).suffix.lower() != ".csv":
            raise LookupError(
                f"dictionary: {dictionary!r} is none of {', '.join(built_in())}, and no path of a .csv file"
            )
        return _from_csv(dictionary)
    if isinstance(dictionary, os.PathLike):
        return _from_csv(dictionary)
    if hasattr(dictionary, "columns"):
        frame: Any = dictionary
        _require_columns(list(frame.columns), "the frame")
        return _grouped(zip(frame["topic"], frame["word"], strict=True))
    if isinstance(dictionary, Iterable):
        return _united(dictionary)
    raise TypeError(
        "dictionary: needs words by topic (a mapping, a DataFrame or the path of a CSV), or names of dictionaries, "
        f"got {type(dictionary).__name__}"
    )


def _united(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    topics: dict[str, tuple[str, ...]] = {}
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"dictionary: needs names of dictionaries, got {type(name).__name__}")
        if name not in built_in():
            raise LookupError(
                f"dictionary: {name!r} is none of {', '.join(built_in())}; words of your own go by topic, "
                f"such as {{'topic': [{name!r}]}}"
            )
        topics |= built_in()[name].topics
    return topics


def _require_columns(names: Sequence[object], what: str) -> None:
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        raise ParseError(f"dictionary: {what} has no column {missing[0]!r}; it needs the columns topic and word")


def _from_csv(path: str | os.PathLike[str]) -> dict[str, list[str]]:
    from shengzhou_report._read.source import bytes_of
    from shengzhou_report._tables.csv import read

    sheet = read(bytes_of(path)[0], None)
    _require_columns(sheet.names, "the file")
    topic, word = (sheet.names.index(name) for name in _COLUMNS)
    return _grouped((row[topic], row[word]) for row in sheet.rows)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    topics: dict[str, list[str]] = {}
    for topic, word in pairs:
        topics.setdefault(topic, []).append(word)
    return topics


def _topic(topic: object) -> str:
    if not isinstance(topic, str):
        raise TypeError(f"dictionary: a topic needs a name, got {type(topic).__name__}")
    if not topic.strip():
        raise DomainError("dictionary: a topic has an empty name")
    return topic


def _words(topic: str, words: Sequence[str]) -> tuple[str, ...]:
    if isinstance(words, str) or not isinstance(words, Iterable):
        raise TypeError(f"dictionary: topic {topic!r} needs a list of words, got {type(words).__name__}")
    found: dict[str, None] = {}
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"dictionary: topic {topic!r} has a word that is no text but {type(word).__name__}")
        if not word.strip():
            raise DomainError(f"dictionary: topic {topic!r} has an empty word, which would stand everywhere")
        try:
            word.encode()
        except UnicodeEncodeError:
            raise DomainError(f"dictionary: topic {topic!r} has {word!r}, which is no valid text") from None
        found[folded(word.strip())] = None
    if not found:
        raise DomainError(f"dictionary: topic {topic!r} has no words")
    return tuple(found)
