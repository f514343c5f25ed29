"""What a printed fall means: the bound belongs to the value, through everything that reads bounds."""

from __future__ import annotations

import math

import pytest

import shengzhou_report as sr

INF = math.inf


def target(words: str, *, name: str = "单位GDP能耗") -> sr.Statement:
    """The statement of a plan of 2024 that says `words`."""
    report = sr.parse(f"甲县2024年政府工作报告\n一、2023年工作回顾\n二、2024年工作安排\n{name}{words}。")
    (statement,) = (s for s in report if s.quantity is not None)
    return statement


def outcome(words: str, *, name: str = "单位GDP能耗") -> sr.Report:
    """A report of 2025 that looks back with `words`."""
    return sr.parse(f"甲县2025年政府工作报告\n一、2024年工作回顾\n{name}{words}。\n二、2025年工作安排\n")


FALLS = [
    ("下降3.5%以上", "at_most", (-INF, -3.5)),
    ("降低3.5%以上", "at_most", (-INF, -3.5)),
    ("下降不低于3.5%", "at_most", (-INF, -3.5)),
    ("下降超过3.5%", "less_than", (-INF, -3.5)),
    ("下降3.5%以内", "at_least", (-3.5, INF)),
    ("下降不超过3.5%", "at_least", (-3.5, INF)),
    ("下降不到3.5%", "more_than", (-3.5, INF)),
    ("下降近3.5%", "nearly", (-3.5, INF)),
]


@pytest.mark.parametrize(("words", "bound", "ends"), FALLS)
def test_the_bound_is_that_of_the_value(words: str, bound: str, ends: tuple[float, float]) -> None:
    quantity = target(words).quantity
    assert quantity is not None
    assert (float(quantity.value), quantity.bound) == (-3.5, bound)
    assert quantity.interval() == sr.Interval(*ends)
    assert quantity.rate_interval() == sr.Interval(*(end / 100 for end in ends))
    # As a target nearly so much is about so much, from about there on; everything else is what it says.
    wanted = (-INF, -3.3) if bound == "nearly" else ends
    assert target(words).target_interval() == sr.Interval(*wanted)
    assert sr.progress.target_outcomes(quantity, "lower") == sr.Interval(*(end / 100 for end in wanted))


@pytest.mark.parametrize(
    ("words", "value", "unit", "ends"),
    [
        ("下降0.5个百分点以上", -0.5, "个百分点", (-INF, -0.5)),
        ("减少5亿元以上", -5, "亿元", (-INF, -5)),
        ("削减5亿元以上", -5, "亿元", (-INF, -5)),
        ("压减3家以上", -3, "家", (-INF, -3)),
    ],
)
def test_amounts_and_points_fall_alike(words: str, value: float, unit: str, ends: tuple[float, float]) -> None:
    statement = target(words, name="欠款")
    assert statement.quantity is not None
    assert (statement.measure, float(statement.quantity.value), str(statement.quantity.unit)) == ("change", value, unit)
    assert statement.target_interval() == sr.Interval(*ends)


@pytest.mark.parametrize(
    ("promised", "came", "verdict"),
    [
        ("下降3.5%以上", "下降4%", "met"),
        ("下降3.5%以上", "下降3.5%", "met"),
        ("下降3.5%以上", "下降2%", "missed"),
        ("下降3.5%以上", "增长1%", "missed"),
        ("下降3.5%", "下降4%", "met"),
        ("下降3.5%", "下降3%", "missed"),
        ("下降5%以内", "下降3%", "met"),
        ("下降5%以内", "下降6%", "missed"),
    ],
)
@pytest.mark.parametrize("name", ["单位GDP能耗", "某种不在目录中的消耗"])
def test_verdicts(promised: str, came: str, verdict: str, name: str) -> None:
    stated = sr.parse(f"甲县2024年政府工作报告\n一、2023年工作回顾\n二、2024年工作安排\n{name}{promised}。")
    (score,) = sr.Panel([stated, outcome(came, name=name)]).scorecard()
    assert score.verdict == verdict


def test_the_probability_of_a_fall_or_more() -> None:
    # The normal distribution function at (3.5 - 4) / 0.2 = -2.5 standard deviations from above: R's pnorm(2.5).
    met = sr.progress.target_probability(target("下降3.5%以上").quantity, -0.04, sr.ErrorMoments(0.0, 0.002))
    assert met == pytest.approx(0.9937903346742238)


def test_the_level_that_a_fall_leaves() -> None:
    base = sr.Statement("COD排放量", quantity=sr.Quantity("1000", "吨"), year=2023)
    goal = target("减少2%以上", name="COD排放量").replace(indicator_id=base.indicator_id)
    implied = sr.target.implied_level(base, goal)
    assert implied.level == pytest.approx(980)
    assert implied.interval.lower == 0
    assert implied.interval.upper == pytest.approx(1000.5 * 0.98)


def test_a_fall_or_more_raises_no_alarm() -> None:
    report = sr.parse(
        "甲县2024年政府工作报告\n一、2023年工作回顾\n2022年税收收入100亿元。2023年税收收入90亿元，下降5%以上。\n二、2024年工作安排\n"
    )
    assert [finding for finding in sr.check(report) if finding.severity != "info"] == []


@pytest.mark.parametrize("words", ["下降3.5%以上", "下降3.5%"])
def test_a_feasible_region_reads_a_fall(words: str) -> None:
    rates = target(words).target_interval() * 0.01
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, urban_growth=sr.Interval(-0.1, rates.upper))
    assert all(urban <= rates.upper + 1e-12 for urban, _ in region.vertices)
