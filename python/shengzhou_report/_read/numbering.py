"""Automatic numbering of WordprocessingML (ECMA-376, 17.9): the text that Word writes before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .numerals import list_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: Levels of a list, by the standard.
LEVELS = 9


def value(element: Any, path: str) -> str | None:
    """The attribute `val` of a child, None where there is none."""
    child = element.find("/".join(W + name for name in path.split("/"))) if element is not None else None
    return None if child is None else child.get(W + "val", "")


def whole(text: str | None, fallback: int) -> int:
    """A whole number of at most nine digits."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else fallback


@dataclass
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    in_digits: bool = False
    style: str | None = None


@dataclass
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    link: str | None = None


@dataclass
class _Instance:
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    used: bool = False


def _level(element: Any) -> _Level:
    restart = value(element, "lvlRestart")
    digits = value(element, "isLgl")
    return _Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=whole(value(element, "start"), 0),
        restart=None if restart is None else whole(restart, 0),
        in_digits=digits is not None and digits not in ("0", "false", "off"),
        style=value(element, "pStyle"),
    )


class Numbering:
    """The lists of a document, which count as its paragraphs are passed in order."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        if root is None:
            return
        styles: dict[str, str] = {}
        for element in root.iter(W + "abstractNum"):
            name = element.get(W + "abstractNumId", "")
            made = self._lists[name] = _List(link=value(element, "numStyleLink"))
            for level in element.iter(W + "lvl"):
                made.levels[whole(level.get(W + "ilvl"), 0)] = _level(level)
            style = value(element, "styleLink")
            if style:
                styles[style] = name
        for element in root.iter(W + "num"):
            instance = _Instance(value(element, "abstractNumId") or "")
            for override in element.iter(W + "lvlOverride"):
                at = whole(override.get(W + "ilvl"), 0)
                level = override.find(W + "lvl")
                if level is not None:
                    instance.levels[at] = _level(level)
                start = value(override, "startOverride")
                if start is not None:
                    instance.starts[at] = whole(start, 1)
            linked = self._lists.get(instance.abstract)
            if linked is not None and linked.link in styles:
                instance.abstract = styles[linked.link]
            self._instances[element.get(W + "numId", "")] = instance

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level that a list binds to a paragraph style."""
        instance = self._instances.get(number)
        levels = self._lists[instance.abstract].levels if instance and instance.abstract in self._lists else {}
        return next((at for at, level in levels.items() if level.style == style), None)

    def label(self, number: str, at: int) -> str:
        """Counts a paragraph of a list at a level, and gives what stands before it; empty for bullets."""
        instance = self._instances.get(number)
        if instance is None or instance.abstract not in self._lists or not 0 <= at < LEVELS:
            return ""
        made = self._lists[instance.abstract]
        levels = made.levels | instance.levels
        level = levels.get(at, _Level())
        if not instance.used:
            # A list that starts anew counts from there at its first paragraph, and goes on with all of its kind.
            instance.used = True
            for deep, start in instance.starts.items():
                made.counters[deep] = start - 1
        for above in range(at):
            # A level that is passed over counts as begun.
            start = levels.get(above, _Level()).start
            made.counters[above] = max(made.counters.get(above, start), start)
        made.counters[at] = made.counters.get(at, level.start - 1) + 1
        for deep in [deep for deep in made.counters if deep > at]:
            restart = levels.get(deep, _Level()).restart
            # Zero never restarts; another number names the last level, counted from one, that restarts this one.
            if restart is None or at < restart:
                made.counters[deep] = instance.starts.get(deep, levels.get(deep, _Level()).start) - 1
        if level.form in ("bullet", "none"):
            return "" if level.form == "bullet" else re.sub(r"%\d", "", level.text)

        def counted(match: re.Match[str]) -> str:
            deep = int(match[1]) - 1
            form = levels.get(deep, _Level()).form
            return list_number(made.counters.get(deep, 1), "decimal" if level.in_digits else form)

        return re.sub(r"%([1-9])", counted, level.text)
