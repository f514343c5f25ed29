"""What stands for a number: rates that are no per cent, figures with their unit, decimals, missing values."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

ERRORS = sr.ErrorMoments(0.0, 0.01)

#: A call with a rate in each place where there is one; `6` would be 600 %.
GUARDED: dict[str, Callable[[Any], object]] = {
    "compound": lambda rate: sr.growth.compound(100, rate, 2),
    "two_year_average": lambda rate: sr.growth.two_year_average(0.05, rate),
    "average_growth": lambda rate: sr.growth.average_growth([0.05, rate]),
    "chain": lambda rate: sr.growth.chain([0.05, rate]),
    "implied_base": lambda rate: sr.growth.implied_base(100, rate),
    "annualise": lambda rate: sr.growth.annualise(rate, 4),
    "real_growth": lambda rate: sr.growth.real_growth(rate, 0.02),
    "nominal_growth": lambda rate: sr.growth.nominal_growth(0.05, rate),
    "implied_deflator": lambda rate: sr.growth.implied_deflator(rate, 0.05),
    "required_growth_rest": lambda rate: sr.growth.required_growth_rest(rate, 0.05, 0.5),
    "doubling_time": lambda rate: sr.growth.doubling_time(rate),
    "periods_to_reach": lambda rate: sr.growth.periods_to_reach(100, 900, rate),
    "years_to_ratio": lambda rate: sr.income_gap.years_to_ratio(2, 0.05, rate, 1.5),
    "gap_peak": lambda rate: sr.income_gap.gap_peak(2, 1, 0.05, rate),
    "required_rural_growth": lambda rate: sr.income_gap.required_rural_growth(2, rate, 1.5, 5),
    "is_gap_narrowing": lambda rate: sr.income_gap.is_gap_narrowing(2, rate, 0.05),
    "is_narrowing": lambda rate: sr.income_gap.is_narrowing(rate, 0.05),
    "ratio_path": lambda rate: sr.income_gap.ratio_path(2, rate, 0.05, periods=3),
    "single_growth": lambda rate: sr.progress.single_growth(110, rate, 50, 0.05),
    "new_price_rise": lambda rate: sr.prices.new_price_rise(rate, 0.01),
    "base_effect": lambda rate: sr.prices.base_effect(0.02, rate),
    "momentum": lambda rate: sr.prices.momentum(0.02, 0.01, rate),
    "year_on_year": lambda rate: sr.prices.year_on_year([0.01, rate], 2),
    "month_on_month": lambda rate: sr.prices.month_on_month([rate, 0.02], [0.01, 0.01]),
    "annual_carry_over": lambda rate: sr.prices.annual_carry_over([0.01, rate]),
    "price_changes": lambda rate: sr.prices.price_changes([0.01, rate], periods_per_year=2),
    "weighted_contribution": lambda rate: sr.contributions.weighted_contribution(0.5, rate),
    "base_share": lambda rate: sr.contributions.base_share(0.5, rate, 0.02),
    "contributions": lambda rate: sr.contributions.contributions([0.5, 0.5], [0.05, rate], 0.05),
    "contributions, whole": lambda rate: sr.contributions.contributions([0.5, 0.5], [0.05, 0.05], rate),
    "growth_plan": lambda rate: sr.plan.growth_plan(rate, [0.05]),
    "growth_plan, outcome": lambda rate: sr.plan.growth_plan(0.3, [rate]),
    "cumulative_growth": lambda rate: sr.plan.cumulative_growth([0.05, rate]),
    "log_progress": lambda rate: sr.plan.log_progress(rate, 0.3),
    "scheduled_growth": lambda rate: sr.plan.scheduled_growth(rate, 2, 5),
    "required_average_growth": lambda rate: sr.plan.required_average_growth(0.3, rate, 3),
    "intensity_growth": lambda rate: sr.intensity.intensity_growth(rate, 0.05),
    "use_room": lambda rate: sr.intensity.use_room(100, rate, -0.03),
    "elasticity": lambda rate: sr.intensity.elasticity(0.03, rate),
    "per_head_growth": lambda rate: sr.per_head.per_head_growth(0.05, rate),
    "is_in_step": lambda rate: sr.target.is_in_step(rate, 0.05),
    "in_step_tolerance": lambda rate: sr.check(sr.shengzhou_2024(), in_step_tolerance=rate),
    "total_income_growth": lambda rate: sr.target.total_income_growth(2, 1, 0.6, rate, 0.05),
    "growth_probability": lambda rate: sr.forecast.growth_probability(rate, 0.01, 0.05),
    "growth_probability, bound": lambda rate: sr.forecast.growth_probability(0.05, 0.01, rate),
    "level_quantile": lambda rate: sr.forecast.level_quantile(100, rate, 0.01, 3, 0.5),
    "narrowing_probability": lambda rate: sr.forecast.narrowing_probability(rate, 0.05, 0.01, 0.01, 0.5),
    "target_probability": lambda rate: sr.progress.target_probability(sr.Quantity("6", "%"), rate, ERRORS),
    "simulate": lambda rate: sr.simulate({"gdp": 100}, rate, 0.01, periods=2, paths=8),
    "ScenarioTarget": lambda rate: sr.simulate(
        {"gdp": 100},
        0.05,
        0.01,
        periods=2,
        paths=8,
        targets={"t": sr.scenario.ScenarioTarget("growth", "gdp", 1, lower=rate)},
    ),
    "FeasibleRegion": lambda rate: sr.FeasibleRegion(2, 1, urban_weight=0.6, total_growth=sr.Interval(rate)),
    "check": lambda rate: sr.check(sr.shengzhou_2024(), consumer_price_growth=rate),
}


@pytest.mark.parametrize("name", GUARDED)
@pytest.mark.parametrize("rate", [1, 6.0, 6.5])
def test_per_cent_is_no_fraction(name: str, rate: float) -> None:
    call = GUARDED[name]
    with pytest.raises(sr.DomainError, match=rf"would be {rate * 100:g} %: rates are fractions, {rate:g} % is"):
        call(rate)
    # Some have another reason to refuse so much, as simulate() from 900 % on.
    with contextlib.suppress(sr.DomainError), sr.growth.large_rates():
        call(rate)
    with pytest.raises(sr.DomainError, match="would be"):
        call(rate)
    call(0.06)


def test_growth_that_large_has_one_named_way() -> None:
    with sr.growth.large_rates():
        assert sr.growth.compound(100, 1.5, 2) == 625
        with sr.growth.large_rates():
            pass
        assert sr.growth.compound([100.0], 1.5, 2).tolist() == [625]
    with pytest.raises(sr.DomainError, match=r"rate = 1.5 would be 150 % .*\(element 1\)|rate = 1.5 would be 150 %"):
        sr.growth.compound(100, [0.1, 1.5], 2)
    with pytest.raises(ValueError, match="gone"), sr.growth.large_rates():
        raise ValueError("gone")
    with pytest.raises(sr.DomainError):
        sr.growth.compound(100, 1.5)


def test_results_are_not_refused() -> None:
    assert sr.growth.growth_rate(100, 900) == 8
    assert sr.growth.cagr(100, 900, 1) == pytest.approx(8)


def test_open_ends_say_nothing() -> None:
    at_least = sr.Interval(0.07, math.inf)
    assert sr.growth.compound(100, at_least, 1).upper == math.inf
    with pytest.raises(sr.DomainError, match="would be 700 %"):
        sr.growth.compound(100, sr.Interval(7, math.inf), 1)


MISSING = [1.0, math.nan, 4.0]


def test_missing_values_raise_unless_asked() -> None:
    with pytest.raises(sr.DomainError, match="not a finite number"):
        sr.growth.growth_rate(MISSING, 5)
    with pytest.raises(ValueError, match="nan_policy: 'drop' is none of 'raise', 'propagate', 'omit'"):
        sr.growth.growth_rate(MISSING, 5, nan_policy="drop")


@given(
    st.lists(st.one_of(st.just(math.nan), st.floats(1, 1e6)), min_size=1, max_size=8),
    st.lists(st.one_of(st.just(math.nan), st.floats(1, 1e6)), min_size=1, max_size=8),
)
def test_missing_values_propagate_as_in_numpy(start: list[float], end: list[float]) -> None:
    size = min(len(start), len(end))
    x, y = np.array(start[:size]), np.array(end[:size])
    result = sr.growth.growth_rate(x, y, nan_policy="propagate")
    np.testing.assert_allclose(result, y / x - 1, rtol=1e-12, atol=1e-12)
    kept = ~np.isnan(x) & ~np.isnan(y)
    np.testing.assert_array_equal(sr.growth.growth_rate(x, y, nan_policy="omit"), result[kept])


def test_other_elements_are_judged_as_ever() -> None:
    with pytest.raises(sr.DomainError, match="must be positive"):
        sr.growth.growth_rate([math.nan, 0.0], 5, nan_policy="propagate")


def test_missing_numbers_and_places() -> None:
    assert math.isnan(sr.growth.growth_rate(math.nan, 5, nan_policy="propagate"))
    out = np.empty(3)
    assert sr.growth.growth_rate(MISSING, 8, out=out, nan_policy="propagate") is out
    np.testing.assert_array_equal(out, [7, np.nan, 1])
    with pytest.raises(ValueError, match="one-dimensional"):
        sr.growth.growth_rate([MISSING], 8, nan_policy="omit")


@pytest.mark.parametrize("dtype", ["float64", "Float64", "Int64"])
def test_pandas_labels_stay(dtype: str) -> None:
    series = pd.Series([1, None, 4], index=["a", "b", "c"], dtype=dtype, name="x")
    result = sr.growth.growth_rate(series, 8, nan_policy="propagate")
    pd.testing.assert_series_equal(result, pd.Series([7, np.nan, 1.0], index=["a", "b", "c"], name="x"))
    left = sr.growth.growth_rate(series, 8, nan_policy="omit")
    pd.testing.assert_series_equal(left, pd.Series([7, 1.0], index=["a", "c"], name="x"))


@pytest.mark.parametrize("policy", ["propagate", "omit"])
def test_sums_treat_missing_values_as_numpy_does(policy: Any) -> None:
    rates = np.array([0.02, math.nan, 0.08])
    mean = np.nanmean if policy == "omit" else np.mean
    expected = math.expm1(mean(np.log1p(rates)))
    np.testing.assert_allclose(sr.growth.average_growth(rates, nan_policy=policy), expected)


CROSSINGS: dict[str, tuple[Any, tuple[float, ...]]] = {
    "periods_to_reach": (sr.growth.periods_to_reach, (100, 150, 0.05)),
    "doubling_time": (sr.growth.doubling_time, (0.05, 2)),
    "years_to_ratio": (sr.income_gap.years_to_ratio, (1.8, 0.05, 0.06, 1.7)),
    "gap_peak": (sr.income_gap.gap_peak, (77400, 43200, 0.063, 0.068)),
    "gap_close": (sr.income_gap.gap_close, (77400, 43200, 0.063, 0.068)),
    "ratio_half_life": (sr.income_gap.ratio_half_life, (1.8, 0.05, 0.06)),
    "two_group_inequality": (sr.inequality.two_group_inequality, (77400, 43200, 0.6)),
}


@pytest.mark.parametrize("name", CROSSINGS)
def test_functions_with_several_results_treat_missing_values_as_those_with_one(name: str) -> None:
    function, numbers = CROSSINGS[name]
    for place in range(len(numbers)):
        columns = [np.full(3, float(number)) for number in numbers]
        columns[place][1] = math.nan
        with pytest.raises(sr.DomainError, match="not a finite number"):
            function(*columns)
        whole = function(*(column[[0, 2]] for column in columns))
        propagated = function(*columns, nan_policy="propagate")
        for all_of, of_known in zip(propagated, whole, strict=True):
            assert list(np.asarray(all_of)[[0, 2]]) == list(of_known)
            assert pd.isna(all_of[1])
        for omitted, of_known in zip(function(*columns, nan_policy="omit"), whole, strict=True):
            assert list(omitted) == list(of_known)
        labelled = function(*(pd.Series(column, index=list("abc")) for column in columns), nan_policy="omit")
        assert list(labelled[0].index) == ["a", "c"]
        # One missing number for all leaves nothing.
        alone = [*numbers[:place], math.nan, *numbers[place + 1 :]]
        assert pd.isna(np.asarray(function(*alone, nan_policy="propagate"), dtype=float)).all()
        other = (place + 1) % len(numbers)
        alone[other] = columns[other]
        for column in function(*alone, nan_policy="propagate"):
            assert len(column) == 3
            assert pd.isna(column).all()
    with pytest.raises(ValueError, match="nan_policy: 'drop' is none of"):
        function(*([number] for number in numbers), nan_policy="drop")
    with pytest.raises(ValueError, match="one-dimensional"):
        function(*([[number]] for number in numbers), nan_policy="omit")


def test_four_indices_into_arrays_with_missing_values() -> None:
    out = tuple(np.zeros(3) for _ in range(4))
    incomes = [77400, math.nan, 80000]
    result = sr.inequality.two_group_inequality(incomes, 43200, 0.6, out=out, nan_policy="propagate")  # type: ignore[arg-type]
    expected = sr.inequality.two_group_inequality(incomes, 43200, 0.6, nan_policy="propagate")
    for target, written, column in zip(out, result, expected, strict=True):
        assert written is target
        np.testing.assert_array_equal(written, column)
        assert np.isnan(column).tolist() == [False, True, False]


PATHS: dict[str, tuple[Any, tuple[float, ...]]] = {
    "ratio_path": (sr.income_gap.ratio_path, (1.8, 0.05, 0.06)),
    "gap_path": (sr.income_gap.gap_path, (77400, 43200, 0.05, 0.06)),
    "real_ratio_path": (sr.income_gap.real_ratio_path, (1.8, 0.05, 0.06, 0.01, 0.02)),
}


@pytest.mark.parametrize("name", PATHS)
def test_paths_with_missing_values(name: str) -> None:
    function, numbers = PATHS[name]
    known = function(*numbers, 4)
    for place in range(len(numbers)):
        columns = [np.full(3, float(number)) for number in numbers]
        columns[place][1] = math.nan
        paths = function(*columns, 4, nan_policy="propagate")
        assert paths.shape == (3, 5)
        assert np.isnan(paths[1]).all()
        np.testing.assert_array_equal(paths[[0, 2]], [known, known])
        np.testing.assert_array_equal(function(*columns, 4, nan_policy="omit"), [known, known])
        frame = function(*(pd.Series(column, index=list("abc")) for column in columns), 4, nan_policy="omit")
        assert list(frame.index) == ["a", "c"]
        alone = [*numbers[:place], math.nan, *numbers[place + 1 :]]
        assert np.isnan(function(*alone, 4, nan_policy="propagate")).all()
        with pytest.raises(sr.DomainError, match="not a finite number"):
            function(*alone, 4)
    # Yearly rates: a path is known up to the year of which nothing is known.
    starts = len(numbers) - (4 if name == "real_ratio_path" else 2)
    yearly = [*numbers[:starts], *([rate] * 4 for rate in numbers[starts:])]
    yearly[-1] = [numbers[-1], numbers[-1], math.nan, numbers[-1]]
    path = function(*yearly, nan_policy="propagate")
    np.testing.assert_allclose(path[:3], known[:3], rtol=1e-14)
    assert np.isnan(path[3:]).all()
    with pytest.raises(ValueError, match="leave out years"):
        function(*yearly, nan_policy="omit")


@pytest.mark.parametrize("index", ["theil_t", "theil_l", "gini"])
def test_indices_leave_out_what_is_missing(index: str) -> None:
    function = getattr(sr.inequality, index)
    assert math.isnan(function([10, math.nan, 50], nan_policy="propagate"))
    kept = function([10, 50], population=[2, 1])
    assert function([10, math.nan, 50], population=[2, 5, 1], nan_policy="omit") == kept
    assert function([10, 20, 50], population=[2, math.nan, 1], nan_policy="omit") == kept
    frame = pd.DataFrame([[10, 20, 50], [10, math.nan, 50]], index=["x", "y"])
    assert math.isnan(function(frame, nan_policy="propagate")["y"])
    omitted = function(frame, nan_policy="omit")
    assert omitted["x"] == pytest.approx(function([10, 20, 50]))
    assert omitted["y"] == function([10, 50])
    with pytest.raises(sr.DomainError, match="finite"):
        function(frame)
