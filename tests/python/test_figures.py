"""Figures with their units in formulas: the same as their intervals by hand, and units that do not fit are errors."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

Q = sr.Quantity
growth, income_gap = sr.growth, sr.income_gap


def level(value: str, unit: str = "亿元", **other: Any) -> sr.Statement:
    return sr.Statement("GDP", quantity=Q(value, unit), year=2023, **other)


def test_levels_are_converted_to_one_unit() -> None:
    # 711.08亿元 is 7110800万元: 745 over it is published growth of 4.77 %, by hand.
    result = growth.growth_rate(Q("7110800", "万元", step=1), Q("745", "亿元"))
    assert result.lower == pytest.approx(744.5 / 711.08005 - 1, rel=1e-13)
    assert result.upper == pytest.approx(745.5 / 711.07995 - 1, rel=1e-13)
    assert growth.cagr(level("500"), level("745"), 5) == growth.cagr(
        sr.Interval(499.5, 500.5), sr.Interval(744.5, 745.5), 5
    )
    incomes = [Q("7.74", "万元"), Q("43200", "元", step=100)]
    ratio = income_gap.income_ratio(*incomes)
    assert (ratio.lower, ratio.upper) == pytest.approx((7.735 / 4.325, 7.745 / 4.315), rel=1e-14)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["元", "万元", "亿元"]))
def test_the_unit_does_not_change_growth(start: int, end: int, unit: str) -> None:
    scale = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    other = Q(Decimal(end) * scale, "元", step=scale)
    here = growth.growth_rate(Q(start, unit, step=1), Q(end, unit, step=1))
    there = growth.growth_rate(Q(start, unit, step=1), other)
    assert (there.lower, there.upper) == pytest.approx((here.lower, here.upper), rel=1e-12, abs=1e-12)


def test_per_cent_becomes_a_fraction_and_rounding_is_carried() -> None:
    # 7.5 % is 0.0745 to 0.0755: 745 (744.5 to 745.5) over that.
    base = growth.implied_base(Q("745", "亿元"), Q("7.5", "%"))
    assert (base.lower, base.upper) == pytest.approx((744.5 / 1.0755, 745.5 / 1.0745), rel=1e-14)
    real = growth.real_growth(level("6.3", "%", measure="growth"), Q("0.2", "%"))
    assert (real.lower, real.upper) == pytest.approx((1.0625 / 1.0025 - 1, 1.0635 / 1.0015 - 1), rel=1e-12)
    assert growth.doubling_time(Q("7.0", "%")) == growth.doubling_time(Q("7.0", "%").rate_interval())
    assert income_gap.is_narrowing(Q("6.3", "%"), Q("6.8", "%")) == "certain"
    assert income_gap.is_narrowing(Q("6.8", "%"), Q("6.8", "%")) == "possible"
    assert sr.target.is_in_step(Q("5.0", "%"), Q("5.0", "%")) == "certain"
    months = sr.progress.single_periods([Q("110", "亿元"), Q("2300000", "万元", step=10000)], 4)
    assert months == [sr.Interval(109.5, 110.5), sr.Interval(119, 121)]
    incomes = Q("54188", "元"), Q("23119", "元"), Q("58.56", "%")
    assert sr.inequality.two_group_inequality(*incomes).ratio == income_gap.income_ratio(*incomes[:2])
    peak = income_gap.gap_peak(Q("77400", "元"), Q("4.32", "万元"), Q("6.3", "%"), Q("6.8", "%"))
    assert isinstance(peak, sr.GapPeakRange)


def test_an_urban_share_of_figures_counts_as_they_are_printed() -> None:
    share = sr.inequality.urban_share(Q("41314", "元", step=1), Q("5.4188", "万元"), Q("23119", "元", step=1))
    assert share.share == pytest.approx((41314 - 23119) / (54188 - 23119), rel=1e-12)
    assert share.published_mean == 41314
    figures = Q("41314", "元", step=1), Q("54188", "元", step=1), Q("23119", "元", step=1)
    given = sr.inequality.urban_share(*figures, share=Q("67.00", "%"), origin="urbanisation")
    assert given.share == pytest.approx(0.67, rel=1e-15)
    assert given.weighted_mean == pytest.approx(0.67 * 54188 + 0.33 * 23119, rel=1e-12)
    with pytest.raises(sr.UnitError, match="urban is in 人 and overall in 元"):
        sr.inequality.urban_share(figures[0], Q("54188", "人"), figures[2])
    with pytest.raises(sr.DomainError, match=r"urban is .*, a bound; it needs a value"):
        sr.inequality.urban_share(figures[0], Q("50000", "元", bound="at_least"), figures[2])
    with pytest.raises(TypeError, match="see implied_urban_share"):
        sr.inequality.urban_share(sr.Interval(1, 2), 3, 1)  # type: ignore[call-overload]


def test_indices_of_figures_are_those_of_their_intervals() -> None:
    figures = [level("5.4188", "万元"), Q("23119", "元", step=1)]
    intervals = [sr.Interval(5.41875, 5.41885), sr.Interval(2.31185, 2.31195)]
    for index in (sr.inequality.theil_t, sr.inequality.theil_l, sr.inequality.gini):
        result, expected = index(figures, population=[0.6, 0.4]), index(intervals, population=[0.6, 0.4])
        assert (result.lower, result.upper) == pytest.approx((expected.lower, expected.upper), rel=1e-9)
    # With two groups it is the index of town and country.
    between = sr.inequality.two_group_theil_t(*intervals, 0.6)
    of_groups = sr.inequality.theil_t(intervals, population=[0.6, 0.4])
    assert (of_groups.lower, of_groups.upper) == pytest.approx((between.lower, between.upper), rel=1e-12)


def test_a_bound_is_a_half_open_interval() -> None:
    levels = growth.compound(100, Q("8", "%", bound="at_least"))
    assert levels.lower == pytest.approx(108, rel=1e-15)
    assert levels.upper == math.inf


def test_growth_whose_unit_says_that_it_is_large_needs_no_name() -> None:
    grown = growth.compound(100, Q("620", "%", step=10))
    assert (grown.lower, grown.upper) == pytest.approx((715, 725), rel=1e-14)
    # In a sequence as well: the mean of two such years is one of them.
    average = growth.average_growth([Q("620", "%", step=10), Q("620", "%", step=10)])
    assert (average.lower, average.upper) == pytest.approx((6.15, 6.25), rel=1e-12)
    assert growth.chain([0.1], Q("100", "亿元", step=1))[1] == sr.Interval(99.5, 100.5) * 1.1
    # The bare number beside it is guarded all the same, and so is the next call.
    with pytest.raises(sr.DomainError, match="deflator_growth = 6 would be 600 %"):
        growth.real_growth(Q("620", "%"), 6)
    with pytest.raises(sr.DomainError, match=r"rate = 6\.2 would be 620 %"):
        growth.compound(100, 6.2)


def test_lists_and_series_of_figures_where_a_function_takes_a_sequence() -> None:
    printed = [Q("2.1", "%"), level("8.1", "%", measure="growth"), 0.05]
    ranges = [sr.Interval(0.0205, 0.0215), sr.Interval(0.0805, 0.0815), 0.05]
    expected = growth.average_growth(ranges)
    for sequence in (printed, tuple(printed), pd.Series(printed, dtype=object)):
        result = growth.average_growth(sequence)
        assert (result.lower, result.upper) == pytest.approx((expected.lower, expected.upper), rel=1e-12)
    chained = growth.chain(printed, Q("100", "亿元"))
    assert chained[0] == sr.Interval(99.5, 100.5)
    path = income_gap.ratio_path(Q("1.79", ""), [Q("6.3", "%")], [Q("6.8", "%")])
    assert path[1].contains(1.79 * 1.063 / 1.068)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: growth.growth_rate(Q("5", "亿元"), Q("5", "万人")), sr.UnitError, "one dimension"),
        (lambda: growth.growth_rate(Q("5", "亿元"), Q("5", "%")), sr.UnitError, "end is in % and start in 亿元"),
        (lambda: growth.growth_rate(Q("5", "亿元"), 5), sr.UnitError, "end has no unit and start is in 亿元"),
        (lambda: growth.compound(100, Q("5", "亿元")), sr.UnitError, "rate: needs a rate or a share"),
        (lambda: growth.compound(100, Q("5", "个百分点")), sr.UnitError, "rate: a rate is no difference of rates"),
        (lambda: growth.cagr(level("5", "%", measure="growth"), 5, 1), sr.DomainError, "start: needs a level"),
        (lambda: growth.growth_rate(sr.Statement("GDP"), 5), sr.DomainError, "carries no number"),
        (lambda: growth.cagr(Q("5", "亿元"), Q("6", "亿元"), Q("5", "年")), TypeError, "periods: needs a plain number"),
        (lambda: growth.compound(Q("745", "亿元"), [0.1]), TypeError, "value: needs numbers"),
        (lambda: growth.growth_rate([Q("5", "亿元")], [Q("6", "亿元")]), TypeError, "needs numbers"),
    ],
)
def test_figures_that_do_not_fit_say_so(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


@given(st.fractions(1, 1000), st.decimals(1, 1000, places=4))
def test_decimals_and_fractions_are_numbers(start: Fraction, end: Decimal) -> None:
    expected = float(end) / float(start) - 1
    assert growth.growth_rate(start, end) == expected
    np.testing.assert_array_equal(growth.growth_rate([start, 1], [end, 1]), [expected, 0])
    labelled = growth.growth_rate(pd.Series([start], index=["x"]), pd.Series([end], index=["x"]))
    assert labelled.to_dict() == {"x": expected}
    assert growth.growth_rate(sr.Interval(1), end) == growth.growth_rate(sr.Interval(1), float(end))


def test_a_decimal_that_is_no_number_is_an_error() -> None:
    for missing in (Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(sr.DomainError, match="not a finite number"):
            growth.growth_rate(missing, 1)


def test_a_whole_of_one_is_a_share_beside_figures() -> None:
    assert sr.progress.lead(Q("54", "亿元"), Q("100", "亿元"), 1).upper == pytest.approx(54.5 / 99.5 - 1)
    with pytest.raises(sr.DomainError, match="share = 50 must be a share"):
        sr.progress.lead(Q("54", "亿元"), Q("100", "亿元"), 50)
