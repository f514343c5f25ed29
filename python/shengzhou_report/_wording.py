"""How a target is worded: the classes, what each looks for, and an example, which a test reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._core import Report, Statement


@dataclass(frozen=True)
class WordingClass:
    """A class of wordings."""

    name: str
    #: What the class says, in a line.
    description: str
    #: A sentence of a plan that is worded so, on GDP.
    example: str
    #: Bounds of a figure that are worded so.
    bounds: tuple[str, ...] = ()
    #: What a statement without a figure promises that is worded so.
    trends: tuple[str, ...] = ()
    #: Words of a sentence without a figure that say so.
    words: tuple[str, ...] = ()


#: In the order in which they are looked for: figures first, then what a statement promises, then sentences.
WORDINGS = (
    WordingClass("exact", "a bare figure", "地区生产总值增长7%。", bounds=("exact",)),
    WordingClass("about", "a figure and what is near it", "地区生产总值增长7%左右。", bounds=("about", "nearly")),
    WordingClass("at_least", "a figure and more", "地区生产总值增长7%以上。", bounds=("at_least", "more_than")),
    WordingClass("at_most", "a figure and less", "地区生产总值增长控制在7%以内。", bounds=("at_most", "less_than")),
    WordingClass("range", "between two figures", "地区生产总值增长6%-6.5%。", bounds=("range",)),
    WordingClass(
        "above",
        "more than something else, by how much or not",
        "地区生产总值增速高于全省平均水平。",
        words=("高于", "快于", "超过", "好于", "优于", "高出"),
    ),
    WordingClass(
        "in_step",
        "as something else",
        "地区生产总值增速与全省保持同步。",
        trends=("in_step",),
        words=("同步", "相当", "持平", "一致"),
    ),
    WordingClass(
        "direction",
        "a direction without a figure",
        "城乡居民收入倍差不断缩小。",
        trends=("rising", "falling", "stable"),
    ),
    WordingClass(
        "not_set",
        "a sentence says that no figure is set",
        "今年不设地区生产总值增长的具体目标。",
        words=("不设", "不再设", "不设定", "不设置", "没有设定", "没有提出", "未提出", "不提出", "未设定", "不再提出"),
    ),
    WordingClass("not_found", "nothing is found on it, which says nothing of what the report says", ""),
)

#: Their names.
NAMES = tuple(wording.name for wording in WORDINGS)

_BY_BOUND = {bound: wording.name for wording in WORDINGS for bound in wording.bounds}
_BY_TREND = {trend: wording.name for wording in WORDINGS for trend in wording.trends}
_WORDS = {wording.name: "|".join(sorted(wording.words, key=len, reverse=True)) for wording in WORDINGS if wording.words}

#: What an indicator's name is another's behind: 人均GDP, 单位GDP能耗; or what is compared with: 与经济增长同步.
_OTHERS = (
    "人均",
    "单位",
    "万元",
    "亿元",
    "每万元",
    "占",
    "与",
    "和",
    "同",
    "跟",
    "比",
    "高于",
    "快于",
    "超过",
    "好于",
    "对",
    "年均",
)
#: What may not stand between the name and what is said of it: then another thing is said.
_BREAKS = "比重|占比|占|贡献|能耗|结构|收入|效益|质量"
#: Ends of what is compared with that say nothing of it.
_TAILS = ("平均水平", "平均增速", "平均", "水平", "增速", "增幅", "增长", "的", "保持", "基本", "总体", "左右", "以上")

#: What incomes and revenue are in step with, however a sentence shortens it.
ECONOMY = "经济增长"

_SENTENCE_ENDS = "。；！？;!?\n\r"


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the code points from `start` to `end`."""
    begin = max((text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS), default=-1) + 1
    ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0]
    stop = min(ends, default=len(text) - 1) + 1
    while begin < start and text[begin].isspace():
        begin += 1
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    return begin, stop


class Worded(NamedTuple):
    """What a sentence says of a target without a figure."""

    wording: str
    reference: str
    start: int
    end: int


def of_statement(statement: Statement) -> str:
    """The class of a target that the parser read."""
    if statement.quantity is None:
        return _BY_TREND.get(statement.trend, "not_found")
    if statement.measure == "change" and statement.reference:
        return "above"
    return _BY_BOUND[statement.quantity.bound]


def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    name = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    before = "".join(f"(?<!{word}{own})" for word in _OTHERS for own in ("", "地区", "国内"))
    # Most characters begin no name: that is asked first, since it takes one look.
    first = re.escape("".join(sorted({word[0] for word in names})))
    own = rf"(?=[{first}]){before}(?:{name})"
    between = rf"(?:(?!{_BREAKS})[^，,、：:。；;\n0-9０-９]){{0,14}}?"
    above = re.compile(rf"{own}{between}(?:{_WORDS['above']})(?P<reference>[^，,、：:。；;\n0-9０-９]{{2,16}})")
    step = re.compile(
        rf"{own}{between}[与和同跟](?P<reference>[^，,：:。；;\n0-9０-９]{{2,16}}?)(?:{_WORDS['in_step']})"
    )
    none = _WORDS["not_set"]
    unset = re.compile(
        rf"(?:{none})[^，,：:。；;\n]{{0,12}}?(?:{name})[^，,：:。；;\n]{{0,10}}目标|(?:{name})[^，,：:。；;\n]{{0,12}}?(?:{none})[^，,：:。；;\n]{{0,10}}目标"
    )
    return unset, step, above


def reference_of(words: str) -> str:
    """What is compared with, without words that every comparison has: 全省 of 全省平均水平."""
    words = words.strip()
    changed = True
    while changed:
        changed = False
        for tail in _TAILS:
            if words.endswith(tail) and len(words) > len(tail):
                words, changed = words[: -len(tail)], True
    return ECONOMY if words in ("经济", "国民经济") else words


def _plans(report: Report) -> Iterator[tuple[int, int]]:
    """Where the report plans the year; all of it where no heading says so."""
    parts = [(section.start, section.end) for section in report.sections if section.role == "plan"]
    text = report.text
    yield from parts or ([(0, len(text))] if text else [])


def of_text(report: Report, names: tuple[str, ...]) -> Worded | None:
    """What a sentence says of a target without a figure on what has one of the names; None where none does."""
    text = report.text
    if not text or not names:
        return None
    unset, step, above = _patterns(names)
    for begin, stop in _plans(report):
        for wording, pattern in (("in_step", step), ("above", above)):
            if found := pattern.search(text, begin, stop):
                return Worded(wording, reference_of(found["reference"]), *sentence_around(text, *found.span()))
    # What is not set is said where the targets are explained, which may be anywhere.
    if found := unset.search(text):
        return Worded("not_set", "", *sentence_around(text, *found.span()))
    return None
