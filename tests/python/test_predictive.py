"""Student-t predictive distributions: R's prediction intervals, SciPy's t, a published example, properties, errors."""

from __future__ import annotations

import math
import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import shengzhou_report as sr
from shengzhou_report.forecast import Predictive

VOLTS = [50.3, 48.3, 49.6, 50.4, 51.9]
GROWTH = [0.062, 0.071, 0.055, 0.068, 0.074]
#: SciPy 1.17 finds quantiles to 14 digits, 1.11 to nine.
DIGITS = 2e-9


def ends(interval: sr.Interval) -> tuple[float, float]:
    return interval.lower, interval.upper


# --- published figures


def test_example_of_hahn_and_meeker() -> None:
    # Statistical Intervals, chapter 4: 95 % for one further unit, 46.1 to 54.1; the digits are R's predict(lm(x ~ 1)).
    interval = sr.forecast.value_predictive(VOLTS).interval(0.95)
    assert ends(interval) == pytest.approx((46.1169865183708, 54.0830134816292), rel=DIGITS)


def test_growth_as_the_prediction_interval_of_a_regression_in_r() -> None:
    # expm1(predict(lm(log1p(g) ~ 1), interval = "prediction", level = 0.8))
    forecast = sr.forecast.growth_predictive(GROWTH)
    assert forecast.quantile(0.5) == pytest.approx(0.0659783794195984, rel=1e-13)
    assert ends(forecast.interval(0.8)) == pytest.approx((0.0532990412059935, 0.0788103481884832), rel=DIGITS)


@pytest.mark.parametrize(
    ("degrees_of_freedom", "probability", "quantile"),
    [
        # Table of percentage points in any textbook; the digits are R's qt.
        (1, 0.9, 3.07768353717525),
        (4, 0.9, 1.53320627405894),
        (4, 0.975, 2.77644510519779),
        (4, 0.999, 7.17318221978231),
    ],
)
def test_quantiles_of_students_t(degrees_of_freedom: float, probability: float, quantile: float) -> None:
    t = Predictive("value", 0, 1, degrees_of_freedom)
    assert t.quantile(probability) == pytest.approx(quantile, rel=DIGITS)
    assert t.quantile(1 - probability) == pytest.approx(-quantile, rel=DIGITS)
    assert t.probability(quantile) == pytest.approx(1 - probability, rel=1e-11)


def test_a_level_after_several_periods() -> None:
    # By the definition: the sum of three further logarithms of growth, given five.
    g = np.log1p(GROWTH)
    reference = stats.t(4, math.log(745) + 3 * g.mean(), g.std(ddof=1) * math.sqrt(3 + 9 / 5))
    forecast = sr.forecast.level_predictive(745, GROWTH, periods=3)
    for p in (0.01, 0.3, 0.5, 0.99):
        assert forecast.quantile(p) == pytest.approx(math.exp(reference.ppf(p)), rel=1e-12)
    assert forecast.probability(900) == pytest.approx(reference.sf(math.log(900)), rel=1e-12)
    # Average growth of the same three periods says the same.
    average = sr.forecast.growth_predictive(GROWTH, periods=3)
    assert average.probability((900 / 745) ** (1 / 3) - 1) == pytest.approx(forecast.probability(900), rel=1e-12)


def test_coverage_over_many_samples() -> None:
    # The defining property: over samples of four, an 80 % interval holds the fifth in 80 % of all cases.
    rng = np.random.default_rng(5)
    draws = rng.normal(3, 2, size=(4000, 5))
    pits = np.array([sr.forecast.value_predictive(row[:4]).pit(row[4]) for row in draws])
    inside = np.count_nonzero((pits > 0.1) & (pits < 0.9))
    assert stats.binomtest(inside, 4000, 0.8).pvalue > 0.001
    assert stats.kstest(pits, "uniform").pvalue > 0.001


# --- properties

figures = st.lists(st.floats(-1e3, 1e3).map(lambda x: round(x, 3)), min_size=2, max_size=12).filter(
    lambda values: max(values) - min(values) > 1e-2
)


@given(past=figures, p=st.floats(0.001, 0.999))
def test_values_are_scipys_student_t(past: list[float], p: float) -> None:
    n = len(past)
    reference = stats.t(n - 1, np.mean(past), np.std(past, ddof=1) * math.sqrt(1 + 1 / n))
    forecast = sr.forecast.value_predictive(past)
    size = np.abs(past).max() + abs(reference.ppf(p))
    assert forecast.quantile(p) == pytest.approx(reference.ppf(p), rel=1e-9, abs=1e-11 * size)
    assert forecast.pit(forecast.quantile(p)) == pytest.approx(p, abs=1e-9)


@given(past=figures, coverage=st.floats(0.01, 0.98), more=st.floats(0.001, 0.019))
def test_intervals_hold_what_they_say_and_grow(past: list[float], coverage: float, more: float) -> None:
    forecast = sr.forecast.value_predictive(past)
    inner, outer = forecast.interval(coverage), forecast.interval(coverage + more)
    assert outer.lower < inner.lower < inner.upper < outer.upper
    assert forecast.probability(inner) == pytest.approx(coverage, abs=1e-8)


@given(shift=st.floats(-100, 100), factor=st.floats(0.1, 10), p=st.floats(0.01, 0.99))
def test_values_move_with_their_unit(shift: float, factor: float, p: float) -> None:
    moved = sr.forecast.value_predictive([x * factor + shift for x in VOLTS])
    expected = sr.forecast.value_predictive(VOLTS).quantile(p) * factor + shift
    assert moved.quantile(p) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(bound=st.floats(-0.5, 0.5))
def test_many_past_years_give_the_normal_form(bound: float) -> None:
    past = np.expm1(stats.norm(0.05, 0.1).ppf((np.arange(20000) + 0.5) / 20000))
    growth, volatility = np.expm1(0.05), np.log1p(past).std(ddof=1)
    assert sr.forecast.growth_predictive(past).probability(bound) == pytest.approx(
        sr.forecast.growth_probability(growth, volatility, bound), abs=2e-4
    )


@given(past=figures)
def test_unknown_moments_make_less_certain(past: list[float]) -> None:
    moments = sr.progress.error_moments(past)
    interval = sr.forecast.value_predictive(past).interval(0.9)
    assert interval.upper - interval.lower > 2 * 1.644 * moments.sd


# --- targets


def test_targets_are_numbers_or_intervals() -> None:
    forecast = sr.forecast.growth_predictive(GROWTH)
    about = sr.progress.target_outcomes(sr.Quantity("6.0", "%", bound="at_least"))
    assert forecast.probability(about) == pytest.approx(forecast.probability(0.06), abs=1e-12)
    falls = sr.Interval(-math.inf, 0.06)
    assert forecast.probability(falls) == pytest.approx(1 - forecast.probability(0.06), abs=1e-12)
    assert forecast.probability(sr.Interval(-math.inf, math.inf)) == 1
    # In the far tail nothing cancels.
    t = Predictive("value", 0, 1, 5)
    assert t.probability(sr.Interval(1e3, 2e3)) == pytest.approx(
        stats.t(5).sf(1e3) - stats.t(5).sf(2e3), rel=1e-10, abs=0
    )
    level = sr.forecast.level_predictive(745, GROWTH)
    assert level.probability(0) == 1
    assert level.pit(0) == 0
    assert level.probability(-5) == 1
    assert forecast.probability(-1) == 1


def test_arrays_keep_shapes_and_labels() -> None:
    forecast = sr.forecast.growth_predictive(pd.Series(GROWTH, index=range(2019, 2024)))
    targets = pd.Series([0.05, 0.07], index=["low", "high"], name="target")
    met = forecast.probability(targets)
    pd.testing.assert_series_equal(
        met, pd.Series([forecast.probability(0.05), forecast.probability(0.07)], index=["low", "high"], name="target")
    )
    quantiles = forecast.quantile([[0.1, 0.5], [0.8, 0.9]])
    assert quantiles.shape == (2, 2)
    assert quantiles[1, 1] == forecast.quantile(0.9)
    assert forecast.pit(np.array([])).shape == (0,)


def test_missing_years_can_be_left_out() -> None:
    with_gap = [0.062, math.nan, 0.071, 0.055, 0.068, 0.074]
    assert sr.forecast.growth_predictive(with_gap, nan_policy="omit") == sr.forecast.growth_predictive(GROWTH)
    with pytest.raises(
        sr.DomainError, match=r"growth_predictive: past_growth = nan .* nan_policy='omit' \(element 1\)"
    ):
        sr.forecast.growth_predictive(with_gap)
    with pytest.raises(ValueError, match="cannot be missing"):
        sr.forecast.growth_predictive(with_gap, nan_policy="propagate")


def test_a_predictive_is_a_value() -> None:
    forecast = sr.forecast.level_predictive(745, GROWTH, periods=2)
    assert pickle.loads(pickle.dumps(forecast)) == forecast
    assert eval(repr(forecast)) == forecast
    assert hash(forecast) == hash(sr.forecast.level_predictive(745, GROWTH, periods=2))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.forecast.value_predictive([7.0]), sr.DomainError, "past has 1 figures: .* need two at least"),
        (lambda: sr.forecast.value_predictive([7.0, 7.0]), sr.DomainError, "past are all equal"),
        (lambda: sr.forecast.value_predictive([7.0, math.inf]), sr.DomainError, r"past = inf .* \(element 1\)"),
        (lambda: sr.forecast.value_predictive([[7.0, 8.0]]), ValueError, "past: needs a one-dimensional"),
        (lambda: sr.forecast.value_predictive("7"), TypeError, "past: needs numbers"),
        (
            lambda: sr.forecast.growth_predictive([6.2, 7.1]),
            sr.DomainError,
            "past_growth = 6.2 would be 620 %",
        ),
        (lambda: sr.forecast.growth_predictive([0.1, -1.0]), sr.DomainError, "past_growth = -1"),
        (lambda: sr.forecast.growth_predictive(GROWTH, periods=0), sr.DomainError, "periods = 0 must be positive"),
        (lambda: sr.forecast.level_predictive(0, GROWTH), sr.DomainError, "level_predictive: start = 0"),
        (lambda: sr.forecast.level_predictive("745", GROWTH), TypeError, "start: needs a number, got str"),
        (lambda: sr.forecast.value_predictive(VOLTS).quantile(1), sr.DomainError, "quantile: probability = 1 must"),
        (
            lambda: sr.forecast.value_predictive(VOLTS).quantile([0.5, 0]),
            sr.DomainError,
            r"= 0 must .*element 1",
        ),
        (lambda: sr.forecast.value_predictive(VOLTS).interval(95), sr.DomainError, "interval: coverage = 95 must lie"),
        (lambda: sr.forecast.value_predictive(VOLTS).probability(math.nan), sr.DomainError, "target = nan"),
        (lambda: sr.forecast.growth_predictive(GROWTH).probability(6.0), sr.DomainError, "target = 6 would be 600 %"),
        (lambda: sr.forecast.growth_predictive(GROWTH).pit(math.nan), sr.DomainError, "observation = nan"),
        (lambda: Predictive("level", 0, 1, 1).quantile(1 - 1e-9), sr.DomainError, "too large for a double"),
        (lambda: Predictive("rank", 0, 1, 1), ValueError, "'rank' is none of 'value', 'growth', 'level'"),  # type: ignore[arg-type]
        (lambda: Predictive("value", 0, 0, 1), sr.DomainError, "scale = 0 must be positive"),
        (lambda: Predictive("value", math.nan, 1, 1), sr.DomainError, "location = nan must be"),
    ],
)
def test_errors_name_argument_and_value(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
