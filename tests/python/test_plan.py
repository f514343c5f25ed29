"""Plans over several years: published outcomes of five-year plans, NumPy's expressions, properties."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

# Energy use per unit of GDP of China, growth 2011 to 2015 in per cent: asked for -16 %, published outcome -18.2 %.
TWELFTH = [-2.0, -3.6, -3.7, -4.8, -5.6]
TOTALS = st.floats(-0.6, 0.9).filter(lambda total: abs(total) > 0.01)
OUTCOMES = st.lists(st.floats(-0.2, 0.3), min_size=1, max_size=5)


def test_the_twelfth_plan_was_met() -> None:
    index = pd.period_range("2011", "2015", freq="Y")
    plan = sr.plan.growth_plan(-0.16, pd.Series(TWELFTH, index=index) / 100)
    assert plan.index.equals(index)
    assert round(100 * plan["cumulative_growth"].iloc[-1], 1) == -18.2
    assert plan["progress"].iloc[-1] > 1
    assert plan["on_schedule"].tolist() == [False, False, False, True, True]
    assert math.isnan(plan["required_average_growth"].iloc[-1])
    # As it is printed: the total lies within rounding.
    printed = [sr.Quantity(f"{rate:.1f}", "%") for rate in TWELFTH]
    assert -0.182 in sr.plan.cumulative_growth(printed)
    ranges = sr.plan.growth_plan(sr.Quantity("-16", "%", bound="at_most"), printed)
    assert ranges["on_schedule"].tolist() == ["no", "no", "no", "certain", "certain"]
    assert (ranges["progress_lower"] < plan["progress"].to_numpy()).all()
    assert (ranges["progress_upper"] > plan["progress"].to_numpy()).all()


def test_a_fall_by_14_5_per_cent_after_two_years() -> None:
    plan = sr.plan.growth_plan(-0.145, [-0.030, -0.028])
    assert plan.loc[2, "cumulative_growth"] == pytest.approx(0.970 * 0.972 - 1)
    assert plan.loc[2, "progress"] == pytest.approx(math.log(0.970 * 0.972) / math.log(0.855))
    assert plan.loc[2, "scheduled_growth"] == pytest.approx(0.855**0.4 - 1)
    assert plan.loc[2, "required_average_growth"] == pytest.approx((0.855 / (0.970 * 0.972)) ** (1 / 3) - 1)
    assert plan["on_schedule"].tolist() == [False, False]


@given(TOTALS, OUTCOMES)
def test_what_is_needed_leads_to_the_target(total: float, outcomes: list[float]) -> None:
    plan = sr.plan.growth_plan(total, outcomes)
    factors = np.cumprod(1 + np.array(outcomes))
    np.testing.assert_allclose(plan["cumulative_growth"], factors - 1, atol=1e-12)
    np.testing.assert_allclose(plan["progress"], np.log(factors) / np.log1p(total), atol=1e-9)
    np.testing.assert_allclose(plan["scheduled_growth"], (1 + total) ** (plan.index / 5) - 1, atol=1e-12)
    np.testing.assert_allclose(plan["lead"], plan["progress"] - plan.index / 5, atol=1e-12)
    left = 5 - plan.index[plan.index < 5]
    needed = plan["required_average_growth"].dropna()
    np.testing.assert_allclose(factors[: len(left)] * (1 + needed) ** left, 1 + total, rtol=1e-11)
    # On schedule is no less far in the direction of the target than even progress.
    further = (plan["cumulative_growth"] - plan["scheduled_growth"]) * np.sign(total)
    clear = further.abs() > 1e-9
    assert (plan["on_schedule"][clear] == (further[clear] > 0)).all()


@given(TOTALS, OUTCOMES, st.floats(0, 0.001))
def test_ranges_hold_the_numbers_inside(total: float, outcomes: list[float], width: float) -> None:
    ranges = sr.plan.growth_plan(total, [sr.Interval(rate, rate + width) for rate in outcomes])
    numbers = sr.plan.growth_plan(total, [rate + width / 2 for rate in outcomes])
    for name in ("growth", "cumulative_growth", "progress", "lead", "required_average_growth"):
        kept = numbers[name].notna()
        assert (ranges[f"{name}_lower"][kept] <= numbers[name][kept] + 1e-12).all()
        assert (ranges[f"{name}_upper"][kept] >= numbers[name][kept] - 1e-12).all()
        assert ranges[f"{name}_lower"].notna().tolist() == kept.tolist()


@given(st.floats(-100, 100), st.floats(-100, 100), st.lists(st.floats(-200, 200), min_size=1, max_size=5))
def test_levels_go_their_way(base: float, target: float, levels: list[float]) -> None:
    if abs(target - base) < 1e-3:
        return
    plan = sr.plan.level_plan(base, target, levels)
    way = target - base
    np.testing.assert_allclose(plan["progress"], (np.array(levels) - base) / way, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(plan["scheduled_level"], base + way * plan.index / 5, atol=1e-9)
    left = 5 - plan.index[plan.index < 5]
    np.testing.assert_allclose(
        plan["level"].iloc[: len(left)] + plan["required_change"].dropna() * left, target, atol=1e-9
    )
    # Mirrored, where the other way is better, progress is the same.
    mirrored = sr.plan.level_plan(-base, -target, [-level for level in levels])
    assert mirrored["progress"].tolist() == plan["progress"].tolist()
    assert mirrored["on_schedule"].tolist() == plan["on_schedule"].tolist()


def test_shares_count_in_points() -> None:
    share = [sr.Quantity(text, "%") for text in ("61.0", "62.0")]
    plan = sr.plan.level_plan(sr.Quantity("60", "%"), sr.Quantity("65", "%", bound="about"), share)
    assert plan.loc[2, "progress_lower"] == pytest.approx(0.39)
    assert plan.loc[2, "progress_upper"] == pytest.approx(0.41)
    assert plan.loc[2, "required_change_upper"] == pytest.approx(0.0305 / 3)
    assert plan["on_schedule"].tolist() == ["possible", "possible"]


def test_levels_count_in_the_unit_of_the_base() -> None:
    levels = [sr.Quantity("110000", "万元", step="1"), sr.Quantity("13.0", "亿元")]
    plan = sr.plan.level_plan(sr.Quantity("10", "亿元"), sr.Quantity("20", "亿元"), levels)
    assert plan.loc[1, "level_lower"] == pytest.approx(10.99995)
    assert plan.loc[2, "progress_upper"] == pytest.approx(0.305)
    with pytest.raises(sr.UnitError, match="levels need one dimension"):
        sr.plan.level_plan(sr.Quantity("10", "亿元"), sr.Quantity("20", "人"), levels)
    with pytest.raises(sr.UnitError, match="give both a unit, or none"):
        sr.plan.level_plan(10, 20, levels)


@given(TOTALS, st.floats(0.01, 5), st.floats(1, 5))
def test_the_schedule_is_progress_over_time(total: float, elapsed: float, periods: float) -> None:
    scheduled = sr.plan.scheduled_growth(total, elapsed, periods)
    with sr.growth.large_rates():
        assert sr.plan.log_progress(scheduled, total) == pytest.approx(elapsed / periods, rel=1e-9)
        rest = sr.plan.required_average_growth(total, scheduled, periods)
    assert (1 + scheduled) * (1 + rest) ** periods == pytest.approx(1 + total, rel=1e-9)


def test_missing_years_are_as_asked() -> None:
    assert math.isnan(sr.plan.cumulative_growth([0.1, math.nan], nan_policy="propagate"))
    assert sr.plan.cumulative_growth([0.1, math.nan], nan_policy="omit") == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.plan.growth_plan(0, [0.1]), sr.DomainError, "asks for no growth"),
        (lambda: sr.plan.growth_plan(-14.5, [-0.03]), sr.DomainError, "total_growth = -14.5"),
        (lambda: sr.plan.growth_plan(-0.145, [-3.0]), sr.DomainError, "rates = -3"),
        (lambda: sr.plan.growth_plan(-0.145, []), sr.DomainError, "rates has 0 years"),
        (lambda: sr.plan.growth_plan(-0.145, [0.01] * 6), sr.DomainError, "rates has 6 years"),
        (lambda: sr.plan.growth_plan(-0.145, [0.01], 2**70), TypeError, r"growth_plan\(\): periods needs int"),
        (lambda: sr.plan.growth_plan(-0.145, [0.01], 2.5), TypeError, "periods: needs a whole number"),
        (lambda: sr.plan.growth_plan(sr.Interval(-0.2, -0.1), [0.01]), TypeError, "total_growth: needs a number"),
        (lambda: sr.plan.growth_plan("-14.5%", [0.01]), TypeError, "total_growth: needs a number"),
        (lambda: sr.plan.growth_plan(-0.145, [math.nan]), sr.DomainError, "not a finite number"),
        (lambda: sr.plan.level_plan(1, 1, [2]), sr.DomainError, "may be the base"),
        (lambda: sr.plan.level_plan(1, math.inf, [2]), sr.DomainError, "target = inf"),
        (lambda: sr.plan.target_progress(5, 6, 5), sr.DomainError, "may be the base"),
        (lambda: sr.plan.required_change(1, 2, 0), sr.DomainError, "periods_left = 0 must be positive"),
    ],
)
def test_errors_say_what_to_do(call: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        call()
