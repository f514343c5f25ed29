"""What a printed figure means: its rounding, its bound, its period, and which way is better."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

INF = math.inf


def plan(words: str) -> sr.Report:
    """A plan of 2024 that says `words`."""
    return sr.parse(f"甲县2024年政府工作报告\n一、2023年工作回顾\n二、2024年工作安排\n{words}。")


def review(words: str) -> sr.Report:
    """A report of 2025 that looks back with `words`."""
    return sr.parse(f"甲县2025年政府工作报告\n一、2024年工作回顾\n{words}。\n二、2025年工作安排\n")


def verdict(promised: str, came: str) -> tuple[str, str]:
    (score,) = sr.Panel([plan(promised), review(came)]).scorecard()
    return score.verdict, score.obstacle


# Rounding ------------------------------------------------------------------------------------------------------------


def test_a_text_and_the_embedded_report_round_alike(report: sr.Report) -> None:
    income = report.at("城镇居民人均可支配收入", measure="level").quantity
    (read,) = review("城镇居民人均可支配收入77400元")
    assert income is not None
    assert read.quantity == income
    assert income.interval() == sr.Interval(77350, 77450)


@given(st.integers(1, 10**15))
def test_steps_of_whole_numbers(number: int) -> None:
    # Another way to say it: strip zeros as text, keep two digits, and let a single zero be.
    digits = str(number)
    zeros = min(len(digits) - len(digits.rstrip("0")), max(len(digits) - 2, 0))
    assert sr.Quantity.printed_step(number) == (Decimal(10) ** zeros if zeros > 1 else 1)
    assert number % int(sr.Quantity.printed_step(number)) == 0


@pytest.mark.parametrize(
    ("words", "alarm"),
    [
        # 77400 / 72800 - 1 is 6.32 %, and 77350 / 72850 - 1 is 6.18 %, which prints as 6.2 %.
        ("2023年城镇居民人均可支配收入72800元。2024年城镇居民人均可支配收入77400元，增长6.2%", False),
        ("2023年城镇居民人均可支配收入72800元。2024年城镇居民人均可支配收入77400元，增长6.6%", True),
        # To the yuan 77401 / 72801 - 1 is 6.3 %.
        ("2023年城镇居民人均可支配收入72801元。2024年城镇居民人均可支配收入77401元，增长6.2%", True),
    ],
)
def test_growth_is_checked_within_rounding(words: str, alarm: bool) -> None:
    found = [finding for finding in sr.check(review(words)) if finding.severity != "info"]
    assert bool(found) == alarm


def test_growth_over_several_years_is_checked_within_rounding() -> None:
    # (40200 / 29400)^(1 / 5) - 1 is 6.46 %; (40150 / 29450)^(1 / 5) - 1 is 6.40 %.
    text = "2019年农村居民人均可支配收入29400元。2024年农村居民人均可支配收入40200元，五年年均增长6.4%"
    assert [finding for finding in sr.check(review(text)) if finding.severity != "info"] == []


def test_growth_in_multiples_keeps_their_precision() -> None:
    statements = [s for s in review("发电量是2019年的1.4倍") if s.measure == "growth"]
    (quantity,) = (s.quantity for s in statements)
    assert quantity is not None
    assert quantity.interval() == sr.Interval(35, 45)


# Targets -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promised", "came", "expected"),
    [
        # Rounding is for arithmetic; a target is met by what is printed.
        ("城镇新增就业5000人", "城镇新增就业5000人", "met"),
        ("城镇新增就业5000人", "城镇新增就业4990人", "missed"),
        ("城镇新增就业5000人", "城镇新增就业0.46万人", "missed"),
        ("城镇新增就业5000人左右", "城镇新增就业4990人", "met"),
        ("城镇新增就业5000人左右", "城镇新增就业4600人", "missed"),
        ("接待游客7百万人次左右", "接待游客600万人次", "missed"),
        ("接待游客7百万人次左右", "接待游客690万人次", "met"),
        # Strict bounds are open.
        ("地区生产总值突破800亿元", "地区生产总值800亿元", "missed"),
        ("地区生产总值突破800亿元", "地区生产总值801亿元", "met"),
        ("地区生产总值达到800亿元以上", "地区生产总值800亿元", "met"),
        ("居民消费价格涨幅低于3%", "居民消费价格上涨3.0%", "missed"),
        ("居民消费价格涨幅低于3%", "居民消费价格上涨2.9%", "met"),
        # Nearly 300 is met from about 300 up.
        ("规模以上工业企业近300家", "规模以上工业企业310家", "met"),
        ("规模以上工业企业近300家", "规模以上工业企业298家", "met"),
        ("规模以上工业企业近300家", "规模以上工业企业200家", "missed"),
        # Prices that are to rise by about 3 % do not fall.
        ("居民消费价格上涨3%左右", "居民消费价格上涨2%", "met"),
        ("居民消费价格上涨3%左右", "居民消费价格下降0.5%", "missed"),
        ("居民消费价格上涨3%左右", "居民消费价格上涨3.5%", "missed"),
    ],
)
def test_verdicts_of_printed_figures(promised: str, came: str, expected: str) -> None:
    assert verdict(promised, came) == (expected, "none")


@pytest.mark.parametrize(
    ("promised", "came", "expected"),
    [
        ("某种消耗下降2.5%", "某种消耗下降3.0%", ("met", "none")),
        ("某种消耗下降2.5%", "某种消耗下降2.0%", ("missed", "none")),
        ("某种产出增长2.5%", "某种产出增长3.0%", ("met", "none")),
        ("某种产出增长2.5%", "某种产出增长2.0%", ("missed", "none")),
        ("某种指数65亿元", "某种指数70亿元", ("cannot_judge", "direction")),
        ("某种指数65亿元", "某种指数60亿元", ("cannot_judge", "direction")),
        ("某种指数65亿元", "某种指数65亿元", ("met", "none")),
        ("某种指数65亿元以上", "某种指数70亿元", ("met", "none")),
    ],
)
def test_a_direction_that_nobody_states_is_not_guessed(promised: str, came: str, expected: tuple[str, str]) -> None:
    assert verdict(promised, came) == expected


@pytest.mark.parametrize("name", ["能耗强度", "碳排放强度", "氨氮", "负债率", "亏损面", "行政成本", "刑事发案"])
def test_what_is_better_when_lower(name: str) -> None:
    assert sr.find_indicator(name).direction == "lower"
    assert verdict(f"{name}下降2.5%", f"{name}下降3%") == ("met", "none")


@pytest.mark.parametrize(
    ("value", "unit", "other"),
    [
        ("7", "百万人次", "万人次"),
        ("7.0", "%", "倍"),
        ("7.0", "%", "‰"),
        ("0.5", "个百分点", "个千分点"),
        ("5", "千人", "人"),
    ],
)
@pytest.mark.parametrize("bound", ["about", "nearly"])
@pytest.mark.parametrize("direction", ["higher", "lower", "none"])
def test_about_does_not_depend_on_the_unit(
    value: str, unit: str, other: str, bound: sr.typing.Bound, direction: sr.typing.Direction
) -> None:
    quantity = sr.Quantity(value, unit, bound=bound)
    factor = float(sr.conversion_factor(unit, other))
    one, same = quantity.target_interval(direction), quantity.to(other).target_interval(direction)
    assert (same.lower, same.upper) == pytest.approx((one.lower * factor, one.upper * factor), rel=1e-12)


@given(
    st.decimals("-1000", "1000", places=1),
    st.decimals("-1000", "1000", places=1),
    st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly"]),
    st.sampled_from(["higher", "lower"]),
)
def test_a_target_is_met_in_its_interval_and_nowhere_else(
    wanted: Decimal, came: Decimal, bound: sr.typing.Bound, direction: sr.typing.Direction
) -> None:
    target = sr.Quantity(wanted, "亿元", bound=bound)
    met = target.is_met_by(sr.Quantity(came, "亿元"), direction)
    ends = target.target_interval(direction)
    strict = bound in ("more_than", "less_than") and came == wanted
    assert met == ("certain" if float(came) in ends and not strict else "no")
    assert target.is_met_by(float(came), direction) == met


# The year and its parts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["1-11月", "前三季度", "上半年", "截至11月底", "一季度", "前10个月", "12月份"])
def test_a_part_of_the_year_is_not_the_year(part: str) -> None:
    assert verdict("财政收入增长8%", f"{part}，财政收入增长9%") == ("not_comparable", "part_of_year")
    assert verdict("财政收入增长8%", f"{part}，财政收入增长9%。全年财政收入增长7%") == ("missed", "none")


def test_a_level_of_nearly_so_much_is_checked_without_an_error() -> None:
    # What is said of 2024 leaves open how far the level is below 800, and with it the deflator.
    read = review("2023年地区生产总值745.3亿元。2024年地区生产总值近800亿元，增长5%")
    assert [finding for finding in sr.check(read) if finding.severity != "info"] == []
