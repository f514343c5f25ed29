"""The closed forms of the page's script against the library, over a grid; its CSV against that of the library."""

from __future__ import annotations

import base64
import itertools
import json
import math
from collections.abc import Iterator
from typing import Any

import pytest

import shengzhou_report as sr
from shengzhou_report._tables.cells import escaped
from shengzhou_report._tables.csv import csv_text
from shengzhou_report.page.script import script_of

gap = sr.income_gap
NEAR = 1e-12

INCOMES = [(77400.0, 43200.0), (52000.0, 26000.0), (3.62, 1.56), (26000.0, 25900.0), (20000.0, 30000.0)]
RATES = [-0.05, -0.003, 0.0, 0.001, 0.05, 0.063, 0.068, 0.0685, 0.12, 0.2]
TARGETS = [2.4, 1.75, 1.7, 1.0, 0.5]
YEARS = [1, 7, 60]


@pytest.fixture(scope="module")
def script(browser: Any) -> Iterator[Any]:
    """Calls a function of the script on many arguments: JSON has no infinity, which comes back as null."""
    page = browser.new_page()
    source = script_of("forms.js", "explorer.js", "table.js")
    encoded = base64.b64encode(source.encode()).decode()
    page.goto("about:blank")
    page.evaluate(f"import('data:text/javascript;base64,{encoded}').then((all) => {{ window.forms = all; }})")

    def call(name: str, arguments: list[Any]) -> list[Any]:
        body = "([name, all]) => JSON.stringify(all.map((each) => window.forms[name](...each)))"
        answers: list[Any] = json.loads(page.evaluate(body, [name, arguments]))
        assert len(answers) == len(arguments) > 0
        return answers

    yield call
    page.close()


def test_paths(script: Any) -> None:
    grid = list(itertools.product(INCOMES, RATES, RATES, YEARS))
    ratios = script("ratioPath", [[u / r, a, b, n] for (u, r), a, b, n in grid])
    gaps = script("gapPath", [[u, r, a, b, n] for (u, r), a, b, n in grid])
    for ((u, r), a, b, n), ratio, path in zip(grid, ratios, gaps, strict=True):
        assert ratio == pytest.approx(gap.ratio_path(u / r, a, b, n).tolist(), rel=NEAR)
        # A difference is as exact as what it is the difference of.
        size = max(u * (1 + a) ** n, r * (1 + b) ** n, u, r)
        assert path == pytest.approx(gap.gap_path(u, r, a, b, n).tolist(), rel=NEAR, abs=NEAR * size)


def test_crossings(script: Any) -> None:
    grid = list(itertools.product(INCOMES, RATES, RATES, TARGETS))
    answers = script("yearsToRatio", [[u / r, a, b, target] for (u, r), a, b, target in grid])
    whole = script("wholePeriods", [[answer | {"periods": answer["periods"] or 0}] for answer in answers])
    reaches = set()
    for ((u, r), a, b, target), answer, first in zip(grid, answers, whole, strict=True):
        expected = gap.years_to_ratio(u / r, a, b, target)
        reaches.add(expected.reach)
        assert answer["reach"] == expected.reach
        if expected:
            assert answer["periods"] == pytest.approx(expected.periods, rel=NEAR)
            assert first == expected.whole_periods()
        else:
            assert first is None
    assert reaches == {"already", "reached", "never"}


def test_gap_turns_and_closes(script: Any) -> None:
    grid = list(itertools.product(INCOMES, RATES, RATES))
    arguments = [[u, r, a, b] for (u, r), a, b in grid]
    reaches = set()
    peaks, closes = script("gapPeakYear", arguments), script("gapClose", arguments)
    for numbers, peak, close in zip(arguments, peaks, closes, strict=True):
        turn, end = gap.gap_peak(*numbers), gap.gap_close(*numbers)
        reaches.add(turn.reach)
        assert peak == turn.year
        assert close["reach"] == end.reach
        if end:
            assert close["periods"] == pytest.approx(end.periods, rel=NEAR)
    assert reaches == {"already", "reached", "never"}


def test_what_it_takes(script: Any) -> None:
    grid = list(itertools.product(INCOMES, RATES, TARGETS, YEARS))
    needed = script("requiredRuralGrowth", [[u / r, a, target, n] for (u, r), a, target, n in grid])
    for ((u, r), a, target, n), answer in zip(grid, needed, strict=True):
        expected = gap.required_rural_growth(u / r, a, target, n)
        # Growth of next to nothing is the difference of two numbers near 1.
        assert 1 + answer == pytest.approx(1 + expected, rel=NEAR)
        assert answer == pytest.approx(expected, rel=NEAR, abs=1e-15 / NEAR * NEAR * 10)
    pairs = [[u / r, a] for (u, r), a in itertools.product(INCOMES, RATES)]
    for (ratio, a), answer in zip(pairs, script("gapThreshold", pairs), strict=True):
        assert answer == pytest.approx(gap.gap_threshold(ratio, a), rel=NEAR)
    for (u, r), answer in zip(INCOMES, script("incomeRatio", [list(pair) for pair in INCOMES]), strict=True):
        assert answer == gap.income_ratio(u, r)


def test_the_outlook_of_the_explorer_is_made_of_them(script: Any) -> None:
    income = {"urban": 77400, "rural": 43200, "targets": [1.75, 1.7]}
    choices = [{"urbanGrowth": a, "ruralGrowth": b, "years": 10} for a, b in itertools.product(RATES, RATES)]
    for choice, found in zip(choices, script("outlook", [[income, choice] for choice in choices]), strict=True):
        rates = choice["urbanGrowth"], choice["ruralGrowth"]
        assert found["path"][-1] == pytest.approx(gap.ratio_path(77400 / 43200, *rates, 10)[-1], rel=NEAR)
        for row in found["targets"]:
            crossing = gap.years_to_ratio(77400 / 43200, *rates, row["target"])
            assert row["whole"] == (crossing.whole_periods() if crossing else None)


def test_what_lies_in_the_region(script: Any) -> None:
    region = sr.FeasibleRegion(
        77400, 43200, urban_weight=0.6, total_growth=sr.Interval(0.065, math.inf), ratio_falls=True
    )
    points = [(u / 1000 + 0.0003, r / 1000 + 0.0007) for u, r in itertools.product(range(0, 150, 7), range(0, 150, 7))]
    answers = script("isWithin", [[list(region.vertices), u, r] for u, r in points])
    expected = [region.is_feasible(u, r) == "certain" for u, r in points]
    assert answers == expected
    assert {True, False} == set(expected)


CELLS = [
    *(
        "",
        "GDP",
        "=1+1",
        "+5",
        "-5.5%",
        "-5.5",
        "+12.25",
        "@x",
        "\tx",
        "\rx",
        "＝1",
        "－5",
        "＋x",
        "＠",
        "'=1",
        "''+x",
        "'x",
        "-",
    ),
    *('a"b', "a,b", "a\nb", "-1e5", "+-1", "=cmd|' /C calc'!A0", "增长5%", " =1", "12", "1.", ".5", "-.5"),
]


def test_cells_are_made_safe_as_the_library_does(script: Any) -> None:
    assert script("safeCell", [[cell] for cell in CELLS]) == [escaped(cell) for cell in CELLS]
    (text,) = script("csvOf", [[["name", "value"], [[cell, "1"] for cell in CELLS]]])
    assert text == csv_text(["name", "value"], [(cell, "1") for cell in CELLS])
