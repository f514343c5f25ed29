"""How every type of the public interface looks in Jupyter: escaped, in tables that say what they hold."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

import shengzhou_report as sr
from shengzhou_report import _labels, display, io, language

HOSTILE = '<script>alert("x")</script>\u202e\u200b\x1b]0;x\x07&amp;'

#: Ways to write the characters of HOSTILE that none of them may leave as they are.
UNSEEN = set("\u202e\u200b\x1b\x07")


def classes() -> Iterator[type]:
    """Every class of the public interface, and what its functions return without a name at the top level."""
    for module in (sr, *(importlib.import_module(f"shengzhou_report.{name}") for name in sr._MODULES)):
        for name in dir(module):
            value = getattr(module, name)
            if inspect.isclass(value) and value.__module__.startswith("shengzhou_report"):
                yield value
    yield io.Folder


CLASSES = {kind.__qualname__: kind for kind in classes() if not issubclass(kind, Exception)}

UNIT = sr.Unit("亿元")
QUANTITY = sr.Quantity("745", "亿元")
STATEMENT = sr.Statement(
    HOSTILE,
    name_en=HOSTILE,
    scope=HOSTILE,
    area=HOSTILE,
    reference=HOSTILE,
    section=[HOSTILE],
    measure="growth",
    quantity=sr.Quantity("7.5", "%"),
    year=2024,
    base_year=2018,
    end=3,
)
REPORT = sr.Report(
    [STATEMENT],
    title=HOSTILE,
    place=HOSTILE,
    year=2024,
    skipped=[sr.Skipped(HOSTILE, "road", 0, 3)],
    commitments=[sr.Commitment(HOSTILE, HOSTILE, [HOSTILE], 0, 3)],
)
CROSSING = sr.Crossing("reached", 9.8)
PEAK = sr.GapPeak("reached", 3.5, 4, 35000.0)
NUMBER = sr.FindingNumber(HOSTILE, 1.5, sr.Interval(1, 2), "%")
FINDING = sr.Finding("error", HOSTILE, [STATEMENT], HOSTILE, [NUMBER])
SCORE = sr.Score(HOSTILE, 2024, STATEMENT, None, "missed", "none", None, HOSTILE)


def revision() -> Any:
    def report(value: str, year: int) -> sr.Report:
        first = sr.Statement(HOSTILE, quantity=sr.Quantity(value, "亿元"), year=2023)
        return sr.Report([first], place=HOSTILE, year=year)

    (found,) = sr.Panel([report("82553", 2024), report("85620", 2025)]).revisions()
    return found


def folder() -> io.Folder:
    found = io.Folder({HOSTILE: REPORT})
    found.errors = {HOSTILE: sr.ParseError(HOSTILE)}
    return found


def scenario() -> Any:
    growth = {HOSTILE: 0.06, "rural": 0.07}
    return sr.simulate({HOSTILE: 2, "rural": 1}, growth, 0.01, periods=2, paths=100, ratio=(HOSTILE, "rural"))


#: One of each class; those that hold text hold a hostile one.
OBJECTS: dict[str, Any] = {
    "CodedName": sr.CodedName("330623", HOSTILE),
    "Document": sr.corpus.Document(HOSTILE, HOSTILE, "330683", 2024, "work_report", 3, HOSTILE),
    "Division": sr.Division("330683", HOSTILE, "county", [sr.CodedName("330000", HOSTILE)], first_year=1995),
    "Commitment": REPORT.commitments()[0],
    "Crossing": CROSSING,
    "CrossingRange": sr.CrossingRange(CROSSING, sr.Crossing("never", float("inf"))),
    "Evidence": sr.Evidence("place", HOSTILE, HOSTILE, 0, 3),
    "Finding": FINDING,
    "FindingNumber": NUMBER,
    "Findings": sr.Findings([FINDING]),
    "Folder": folder(),
    "GapPeak": PEAK,
    "GapPeakRange": sr.GapPeakRange(PEAK, PEAK),
    "FeasibleRegion": sr.FeasibleRegion(2, 1, urban_weight=0.5, ratio_falls=True),
    "FeasibleRegions": sr.feasible_regions([2, 1], 1, 0.5, 0.06),
    "CheapestGrowth": sr.FeasibleRegion(2, 1, urban_weight=0.5, ratio_falls=True).cheapest(),
    "TargetTest": sr.FeasibleRegion(2, 1, urban_weight=0.5, ratio_falls=True).test(0.07, 0.06),
    "ImpliedLevel": sr.target.implied_levels(sr.shengzhou_2024())[0],
    "Indicator": sr.find_indicator("GDP"),
    "Interval": sr.Interval(1, float("inf")),
    "Number": sr.read_number("三亿二千万元"),
    "Panel": sr.Panel([REPORT]),
    "Quantity": QUANTITY,
    "Report": REPORT,
    "ReportView": sr.view(f"{HOSTILE}粮食产量21万吨,{HOSTILE}改造104国道。"),
    "Revision": revision(),
    "Revisions": sr.Revisions([revision()]),
    "Scenario": scenario(),
    "ScenarioTarget": sr.ScenarioTarget("growth", HOSTILE, 1),
    "ScenarioPassage": sr.ScenarioPassage("ratio", HOSTILE, 1.7),
    "Score": SCORE,
    "Scorecard": sr.Scorecard([SCORE]),
    "Section": sr.Section([HOSTILE], HOSTILE, "review", 0, 3),
    "Skipped": sr.Skipped(HOSTILE, "road", 0, 3),
    "Statement": STATEMENT,
    "Unit": UNIT,
}
#: Those that hold nothing but numbers.
OBJECTS |= {
    kind.__qualname__: kind(*[0.5] * len(kind._fields))
    for kind in CLASSES.values()
    if hasattr(kind, "_fields") and kind.__qualname__ not in OBJECTS
}


class Page(HTMLParser):
    """Reads HTML; fails where tags do not close in order, and where text became a tag or an attribute."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.heads: list[str | None] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "img", "a", "iframe", "link", "b")
        values = dict(attrs)
        assert values.keys() <= {"class", "title", "scope", "tabindex", "role", "type"}
        if tag == "th":
            self.heads.append(values.get("scope"))
        if tag != "input":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def test_every_class_has_a_look() -> None:
    assert {name for name, kind in CLASSES.items() if not hasattr(kind, "_repr_html_")} == set()


@pytest.mark.parametrize("name", OBJECTS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_text_is_shown_and_nothing_else(name: str, lang: Any) -> None:
    value = OBJECTS[name]
    with language.use(lang):
        html = value._repr_html_()
    assert HOSTILE not in html
    assert not UNSEEN & set(html)
    page = Page(html)
    assert page.text.strip()
    # Whoever hears a table knows which head a cell belongs to.
    assert set(page.heads) <= {"col", "row"}
    if HOSTILE in repr(value) or repr(HOSTILE)[1:-1] in repr(value):
        assert '<script>alert("x")</script>\\u202e\\u200b\\x1b' in page.text


@pytest.mark.parametrize("name", OBJECTS)
def test_html_is_the_same_each_time_and_small(name: str) -> None:
    value = OBJECTS[name]
    html = value._repr_html_()
    assert html == value._repr_html_()
    assert len(html) < 40_000


def test_every_field_has_a_name_to_show() -> None:
    known = _labels._fields(language.current()).keys() | display._HIDDEN
    records = [kind for kind in CLASSES.values() if "record_html" in inspect.getsource(kind._repr_html_)]
    assert len(records) > 50
    for kind in records:
        assert {name for name in display.fields_of(kind) if not name.startswith("is_")} <= known, kind


def test_numbers_are_as_people_read_them() -> None:
    with language.use("en"):
        region = Page(OBJECTS["FeasibleRegion"]._repr_html_()).text
        assert "50%" in region
        text = Page(
            sr.FeasibleRegion(2, 1, urban_weight=0.5, total_growth=sr.Interval(0.068, float("inf")))._repr_html_()
        ).text
        assert "[6.8%, ∞]" in text
        assert "yes" in Page(sr.FeasibleRegion(2, 1, urban_weight=0.5, ratio_falls=True)._repr_html_()).text
        assert re.search(r"value\s*0\.25", Page(sr.scenario.Estimate(0.25, 0.01)._repr_html_()).text)
        series = sr.growth.Crossings([1.5, float("inf")], ["reached", "never"])
        assert "1.5" in Page(series._repr_html_()).text
