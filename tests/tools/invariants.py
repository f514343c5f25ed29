"""What holds for every text, whatever the parser makes of it: one function a promise, in one table.

`broken(text)` is what both the property tests and tests/tools/mutate.py ask. It knows nothing of right and wrong
readings; it says where a report contradicts its own text, loses a number, or changes with what means nothing.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import shengzhou_report as sr

#: Characters of numerals that no run of digits gives the value of: 1亿3千万, 百分之5.
HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几半数廿卅")
#: The longest text that is no page, and words that the parser looks for behind the middle of one.
PAGE = 1200
BEHIND_THE_MIDDLE = ("名词解释", "名词注释", "名词说明", "用语说明")
WIDE_DIGITS = {ord("0") + i: ord("０") + i for i in range(10)}
#: Runs of digits but the exponents of units, which are no numbers: 万m2, 微克/m³ written m3.
DIGITS = re.compile(r"(?<![mｍ](?=[23２３]))[0-9０-９]+")
BLANKS = re.compile(r"\s+")
HUNDREDTH = Decimal("0.01")
NUMBER = re.compile(r"\d+(?:\.\d+)?")

Said = tuple[object, ...]


def half(text: str) -> str:
    """Full-width letters, digits and marks as ASCII, one character for one, so that offsets stay."""
    return "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" else c for c in text)


def said(report: sr.Report, moved: Callable[[int], int] = lambda at: at) -> list[Said]:
    """All that a report says, in words that do not depend on the width of characters; `moved` maps its offsets."""
    about: Said = ("report", report.place, report.year, report.kind)
    statements = [
        (
            *(half(s.indicator), s.measure, str(s.quantity), s.trend, s.status, s.modality, s.year, s.period),
            *(s.base_year, half(s.scope), moved(s.start), moved(s.end)),
        )
        for s in report
    ]
    skipped = [(half(n.text), n.reason, moved(n.start)) for n in report.skipped]
    return [about, *statements, *skipped]


def difference(text: str, one: list[Said], two: list[Said]) -> Iterator[str]:
    """The first thing that two readings do not have in common."""
    for a, b in itertools.zip_longest(one, two):
        if a != b:
            yield f"{a} became {b}"
            return


# Promises about a report and its text.


def spans_lie_in_the_text(text: str, report: sr.Report) -> Iterator[str]:
    """Every span is a piece of the text, in its order, and its two counts of offsets agree."""
    width = list(itertools.accumulate((len(c.encode()) for c in text), initial=0))
    kinds: tuple[tuple[str, Sequence[Any], int], ...] = (
        ("statement", report.statements, 1),
        ("skipped", report.skipped, 1),
        ("commitment", report.commitments(), 1),
        ("section", report.sections, 0),
    )
    for what, those, shortest in kinds:
        before = 0
        for it in those:
            if not (before <= it.start and it.start + shortest <= it.end <= len(text)):
                yield f"{what} {it} at {it.start}–{it.end} behind {before} of {len(text)}"
            elif (width[it.start], width[it.end]) != (it.byte_start, it.byte_end):
                yield f"{what} {it} at bytes {it.byte_start}–{it.byte_end}, not {width[it.start]}–{width[it.end]}"
            before = it.start


def spans_keep_apart(text: str, report: sr.Report) -> Iterator[str]:
    """Two figures share their whole span (各10所) or nothing; a skipped number shares nothing."""
    figures = sorted({(s.start, s.end, "a figure") for s in report if s.quantity is not None})
    skipped = sorted((n.start, n.end, f"skipped {n.text}") for n in report.skipped)
    for a, b in itertools.pairwise(sorted([*figures, *skipped])):
        if b[0] < a[1]:
            yield f"{b[2]} {text[b[0] : b[1]]} begins within {a[2]} {text[a[0] : a[1]]}"


def every_digit_is_accounted_for(text: str, report: sr.Report) -> Iterator[str]:
    """Every run of digits lies in the span of a statement or of a skipped number."""
    held = bytearray(len(text) + 1)
    numbers: list[Any] = [*report.statements, *report.skipped]
    for it in numbers:
        held[it.start : it.end] = b"\1" * (it.end - it.start)
    for run in DIGITS.finditer(text):
        if not all(held[run.start() : run.end()]):
            yield f"{run[0]} in …{text[max(0, run.start() - 12) : run.end() + 8]}… is lost"


def spans_hold_the_printed_number(text: str, report: sr.Report) -> Iterator[str]:
    """The digits of a figure stand in its span: as they are, or as 成, 倍 and 是2025年的1.4倍 (140%) turn them into
    per cent, or in the magnitude of the second end (5000～1万)."""
    for s in report:
        printed = half(text[s.start : s.end])
        if s.quantity is None or not printed[:1].isdigit() or not HAN_NUMERALS.isdisjoint(printed):
            continue
        numbers = [Decimal(n) for n in NUMBER.findall(re.sub(r"[,，\s]+(?=[\d.])", "", printed))]
        values = {abs(v) for n in numbers for v in (n, n * 10, n * 100, (n - 1) * 100, n - 100, n / 10**4, n / 10**8)}
        shares = [a / b * 100 for a, b in itertools.pairwise(numbers) if b]
        for end in (s.quantity.decimal, s.quantity.upper):
            if end is None or abs(end) in values:
                continue
            if not any(abs(abs(end) - share) < HUNDREDTH for share in shares):  # 1/3 is 33.33 %
                yield f"{s.quantity} is printed as {printed}"
    for n in report.skipped:
        if BLANKS.sub("", half(n.text)) != BLANKS.sub("", half(text[n.start : n.end])):
            yield f"skipped {n.text} is printed as {text[n.start : n.end]}"


def figures_stand_for_values(text: str, report: sr.Report) -> Iterator[str]:
    """A figure stands for some true values, and a range ascends."""
    for s in report:
        if s.quantity is None:
            if s.trend == "none":
                yield f"{s.indicator} has neither figure nor trend"
            continue
        true = s.quantity.interval()
        if not true.lower <= true.upper:
            yield f"{s.quantity} stands for nothing"
        if (s.quantity.upper is not None) != (s.quantity.bound == "range"):
            yield f"{s.quantity!r} is half a range"


def sections_are_slices(text: str, report: sr.Report) -> Iterator[str]:
    """A section's text is a piece of the text, and statements stand in the section that they name."""
    if report.text != text:
        yield "the report keeps another text"
    within: dict[tuple[str, ...], list[sr.Section]] = {}
    for section in report.sections:
        within.setdefault(section.path, []).append(section)
        if report.text_of(section) != text[section.start : section.end]:
            yield f"text_of({section.path}) is no slice"
    for s in report:
        if s.section and not any(at.start <= s.start < at.end for at in within.get(s.section, ())):
            yield f"{s} does not stand in {s.section}"


# Promises about two readings: of one text, and of texts that mean the same.


def reading_again_says_the_same(text: str, report: sr.Report) -> Iterator[str]:
    """A second reading, and one of the text's bytes, are equal to the first."""
    if sr.parse(text) != report:
        yield "a second reading differs"
    if sr.parse(text.encode()) != report:
        yield "the bytes read otherwise"


def moved_by(text: str, mark: str, by: int) -> Callable[[int], int]:
    """Where a character of `text` stands once every `mark` before it has become `by` characters longer."""
    if by == 0:
        return lambda at: at
    places = list(itertools.accumulate((by if c == mark else 0 for c in text), initial=0))
    return lambda at: at + places[at]


def reads_alike(text: str, report: sr.Report, variant: str) -> Iterator[str]:
    """A text whose lines end in more blanks says the same. What is around a document the parser finds by sizes that
    count blanks (its head, its middle, its whole), so a text long enough to have a page around it is not asked."""
    if "\r" in text or len(variant) > PAGE or any(word in text for word in BEHIND_THE_MIDDLE):
        return
    by = variant.count("\n") and (len(variant) - len(text)) // variant.count("\n")
    yield from difference(text, said(report, moved_by(text, "\n", by)), said(sr.parse(variant)))


def line_breaks_of_windows(text: str, report: sr.Report) -> Iterator[str]:
    r"""\r\n says what \n says."""
    yield from reads_alike(text, report, text.replace("\n", "\r\n"))


def full_width(text: str, report: sr.Report) -> Iterator[str]:
    """Full-width digits say what ASCII digits say."""
    yield from difference(text, said(report), said(sr.parse(text.translate(WIDE_DIGITS))))


def spaces_at_line_ends(text: str, report: sr.Report) -> Iterator[str]:
    """Blanks before a line break say nothing."""
    yield from reads_alike(text, report, text.replace("\n", " 　\n"))


@dataclass(frozen=True)
class Invariant:
    """A promise: its name on the command line and in reports, and what looks for a breach."""

    name: str
    check: Callable[[str, sr.Report], Iterator[str]]


INVARIANTS = (
    Invariant("spans", spans_lie_in_the_text),
    Invariant("apart", spans_keep_apart),
    Invariant("coverage", every_digit_is_accounted_for),
    Invariant("printed", spans_hold_the_printed_number),
    Invariant("figures", figures_stand_for_values),
    Invariant("sections", sections_are_slices),
    Invariant("again", reading_again_says_the_same),
    Invariant("crlf", line_breaks_of_windows),
    Invariant("wide", full_width),
    Invariant("blanks", spaces_at_line_ends),
)


def broken(text: str, only: str | None = None) -> dict[str, str]:
    """The invariants that a text breaks, each with its first breach; an exception breaks them all."""
    found: dict[str, str] = {}
    try:
        report = sr.parse(text)
        for invariant in INVARIANTS:
            if only in (None, invariant.name) and (breach := next(invariant.check(text, report), None)):
                found[invariant.name] = breach
    except Exception as error:  # noqa: BLE001 - whatever it is, no valid text may raise it
        found["exception"] = repr(error)
    return found
