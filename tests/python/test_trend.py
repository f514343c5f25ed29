"""Trend, cycle and season: R's and statsmodels' figures, closed forms, properties, indices, errors."""

from __future__ import annotations

import importlib
import math
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import shengzhou_report as sr

# What R 4.2.2 was run on: four years of months, and twenty years.
MONTHS = np.array(
    [
        *(61.2, 55.8, 70.4, 72.9, 75.1, 80.6, 78.3, 77.2, 83.5, 85.9, 90.3, 99.7),
        *(64.5, 57.1, 74.9, 76.0, 79.8, 84.1, 81.5, 82.9, 86.8, 90.6, 95.9, 104.2),
        *(69.0, 60.3, 77.8, 81.1, 83.0, 89.9, 86.2, 87.4, 93.1, 95.2, 99.6, 112.8),
        *(72.1, 66.0, 83.9, 84.7, 88.5, 94.0, 92.7, 91.5, 97.0, 102.3, 105.8, 118.1),
    ]
)
YEARS = np.array(
    [
        *(198.2, 214.7, 233.1, 251.9, 280.4, 310.8, 339.5, 372.6, 395.1, 420.7),
        *(448.3, 466.9, 500.4, 531.8, 560.7, 597.2, 613.0, 658.4, 672.3, 701.9),
    ]
)
MONTHLY = pd.Series(MONTHS, index=pd.period_range("2020-01", periods=48, freq="M"), name="sales")
YEARLY = pd.Series(YEARS, index=range(2001, 2021), name="gdp")

# --- Hodrick and Prescott


def test_hp_filter_as_the_system_that_r_solves() -> None:
    # K = diff(diag(20), differences = 2); solve(diag(20) + 6.25 * t(K) %*% K, y).
    hp = sr.trend.hp_filter(YEARS, smoothing=6.25)
    assert hp.trend[[0, 9, 19]] == pytest.approx((193.33874776173, 420.20294769383, 703.38313688758), rel=1e-12)
    assert hp.end_weight == pytest.approx(0.59692256844231, rel=1e-11)


series = hnp.arrays(np.float64, st.integers(4, 40), elements=st.floats(-1e4, 1e4))


@given(y=series, smoothing=st.floats(0.1, 1e5))
def test_hp_filter_meets_its_first_order_conditions(y: Any, smoothing: float) -> None:
    hp = sr.trend.hp_filter(y, smoothing=smoothing)
    k = np.diff(np.eye(len(y)), n=2, axis=0)
    size = np.abs(y).max() + 1e-9
    np.testing.assert_allclose(hp.trend + smoothing * k.T @ (k @ hp.trend), y, rtol=0, atol=1e-7 * size)
    np.testing.assert_allclose(hp.trend + hp.cycle, y, rtol=0, atol=1e-12 * size)
    assert abs(hp.cycle.sum()) < 1e-7 * size * len(y)
    assert 0 < hp.end_weight < 1


@given(start=st.floats(-1e3, 1e3), slope=st.floats(-50, 50), smoothing=st.floats(1, 1e5))
def test_a_line_is_all_trend(start: float, slope: float, smoothing: float) -> None:
    y = start + slope * np.arange(30)
    hp = sr.trend.hp_filter(y, smoothing=smoothing)
    np.testing.assert_allclose(hp.cycle, 0, atol=1e-6 * (1 + np.abs(y).max()))


@pytest.mark.parametrize(
    ("index", "smoothing"),
    [
        (pd.period_range("2001", periods=20, freq="Y"), 6.25),
        (range(2001, 2021), 6.25),
        (pd.period_range("2001Q1", periods=20, freq="Q"), 1600),
        (pd.period_range("2001-01", periods=20, freq="M"), 129600),
        (pd.date_range("2001-01-01", periods=20, freq="MS"), 129600),
    ],
)
def test_smoothing_follows_the_frequency(index: Any, smoothing: float) -> None:
    hp = sr.trend.hp_filter(pd.Series(YEARS, index=index, name="gdp"))
    assert hp.smoothing == pytest.approx(smoothing)
    expected = pd.Series(sr.trend.hp_filter(YEARS, smoothing=smoothing).trend, index=index, name="gdp")
    pd.testing.assert_series_equal(hp.trend, expected)
    assert hp.cycle.name == "gdp"


def test_the_end_of_the_trend_moves_with_the_last_figure() -> None:
    revised = YEARS.copy()
    revised[-1] += 10
    before, after = (sr.trend.hp_filter(y, smoothing=6.25) for y in (YEARS, revised))
    assert after.trend[-1] - before.trend[-1] == pytest.approx(10 * before.end_weight)


def test_figures_of_any_size() -> None:
    small = sr.trend.hp_filter(YEARS, smoothing=6.25)
    for factor in (1e-200, 1e200):
        np.testing.assert_allclose(
            sr.trend.hp_filter(YEARS * factor, smoothing=6.25).trend, small.trend * factor, rtol=1e-12
        )
        np.testing.assert_allclose(
            sr.trend.hamilton_filter(YEARS * factor, horizon=2, lags=1).trend,
            sr.trend.hamilton_filter(YEARS, horizon=2, lags=1).trend * factor,
            rtol=1e-9,
        )


# --- Hamilton


def test_hamilton_filter_as_lm_in_r() -> None:
    # embed(y, 3): lm(y_t ~ y_{t-2}).
    yearly = sr.trend.hamilton_filter(YEARLY)
    assert (yearly.horizon, yearly.lags) == (2, 1)
    assert yearly.coefficients == pytest.approx((43.8345614443534, 1.0233006335125), rel=1e-11)
    assert list(yearly.cycle.index) == list(range(2003, 2021))
    assert yearly.cycle[2003] == pytest.approx(-13.552747006538, rel=1e-10)
    assert yearly.cycle[2020] == pytest.approx(-15.675698549007, rel=1e-10)
    pd.testing.assert_series_equal(yearly.trend + yearly.cycle, YEARLY[2:])
    # embed(m, 12): lm(E[, 1] ~ E[, 9:12]).
    eight = sr.trend.hamilton_filter(MONTHS, horizon=8, lags=4)
    expected = (68.38036529392147, -0.28006230440771, 0.32923729539254, -0.55613069364820, 0.73401936335354)
    assert eight.coefficients == pytest.approx(expected, rel=1e-9)
    assert eight.trend[[0, 36]] == pytest.approx((85.032021229902, 88.500267511032), rel=1e-11)


def test_hamilton_filter_as_statsmodels_where_it_has_one() -> None:
    filters = importlib.import_module("statsmodels.tsa.filters.api")
    if not hasattr(filters, "hamilton_filter"):
        pytest.skip("this statsmodels has no hamilton_filter; R's figures above stand for it")
    cycle, trend = filters.hamilton_filter(MONTHLY, h=8, p=4)[:2]
    ours = sr.trend.hamilton_filter(MONTHLY, horizon=8, lags=4)
    np.testing.assert_allclose(ours.trend, trend.dropna(), rtol=1e-9)
    np.testing.assert_allclose(ours.cycle, cycle.dropna(), rtol=0, atol=1e-8)


@given(y=hnp.arrays(np.float64, st.integers(12, 40), elements=st.floats(-1e3, 1e3), unique=True))
def test_the_cycle_is_what_the_regression_leaves(y: Any) -> None:
    try:
        result = sr.trend.hamilton_filter(y, horizon=2, lags=2)
    except sr.DomainError:
        return
    size = np.abs(y).max()
    np.testing.assert_allclose(result.trend + result.cycle, y[3:], rtol=0, atol=1e-10 * size)
    # Residuals are at right angles to the regressors.
    for column in (np.ones(len(y) - 3), y[1:-2], y[:-3]):
        assert abs(result.cycle @ column) < 1e-6 * size * (np.abs(column).sum() + 1)


# --- seasons


def test_stl_as_in_r() -> None:
    # stl(x, s.window = 7, t.window = 23, l.window = 13, degrees of 1, jumps of 1, inner = 5, outer = 0).
    parts = sr.trend.seasonal_adjust(MONTHLY)
    for place, figures in {
        0: (-14.398973726356, 75.656289585648, -0.057315859292174),
        23: (21.772000441685, 83.446273209097, -1.018273650782533),
        47: (24.987052871121, 93.508771640634, -0.395824511755109),
    }.items():
        ours = (parts.seasonal.iloc[place], parts.trend.iloc[place], parts.remainder.iloc[place])
        assert ours == pytest.approx(figures, rel=1e-9, abs=1e-9)
    pd.testing.assert_series_equal(parts.adjusted, MONTHLY - parts.seasonal)


def test_robust_weights_keep_an_outlier_out_of_the_season() -> None:
    outlier = MONTHLY.copy()
    outlier.iloc[17] += 60
    clean = sr.trend.seasonal_adjust(MONTHLY).seasonal
    error = {
        robust: float((sr.trend.seasonal_adjust(outlier, robust=robust).seasonal - clean).abs().max())
        for robust in (False, True)
    }
    assert error[True] < 2 < 10 < error[False]


@settings(deadline=None, max_examples=30)
@given(
    season=hnp.arrays(np.float64, 4, elements=st.floats(0.5, 2)),
    noise=hnp.arrays(np.float64, 20, elements=st.floats(0.9, 1.1)),
)
def test_parts_make_up_the_series(season: Any, noise: Any) -> None:
    y = np.linspace(50, 90, 20) * np.tile(season, 5) * noise
    parts = sr.trend.seasonal_adjust(y, periods_per_year=4)
    np.testing.assert_allclose(parts.trend + parts.seasonal + parts.remainder, y, rtol=1e-9)
    factors = sr.trend.seasonal_adjust(y, periods_per_year=4, model="multiplicative")
    np.testing.assert_allclose(factors.trend * factors.seasonal * factors.remainder, y, rtol=1e-9)
    np.testing.assert_allclose(factors.adjusted, y / factors.seasonal, rtol=1e-9)
    assert factors.adjusted.min() > 0


@given(level=st.floats(10, 100), slope=st.floats(0, 2))
def test_a_fixed_season_is_taken_out(level: float, slope: float) -> None:
    season = np.array([-3.0, 1, 0, 2])
    line = level + slope * np.arange(24)
    parts = sr.trend.seasonal_adjust(line + np.tile(season, 6), periods_per_year=4)
    np.testing.assert_allclose(parts.adjusted - line, (parts.adjusted - line).mean(), atol=1e-6)


@pytest.mark.parametrize(
    "index",
    [
        pd.period_range("2020-01", periods=48, freq="M"),
        pd.date_range("2020-01-01", periods=48, freq="MS"),
        pd.date_range("2020-01-31", periods=48, freq=pd.offsets.MonthEnd()),
    ],
)
def test_indices_and_names_are_kept(index: Any) -> None:
    parts = sr.trend.seasonal_adjust(pd.Series(MONTHS, index=index, name="sales"))
    for part in parts:
        assert part.index is index or part.index.equals(index)
        assert part.index.freq == index.freq
        assert part.name == "sales"


# ---


@pytest.mark.skipif(os.name == "nt", reason="statsmodels finds another file there")
def test_without_the_program_it_says_what_to_install(monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setenv("X13PATH", str(tmp_path))
    monkeypatch.delenv("X12PATH", raising=False)
    with pytest.raises(FileNotFoundError, match=r"x13as.*not installed: get it from https://www\.census\.gov.*X13PATH"):
        sr.trend.seasonal_adjust(MONTHLY, method="x13")


#: Stands for the program: it writes its three tables in the form of the program's manual, and what it was given.
STAND_IN = """#!{python}
import pathlib, sys
if len(sys.argv) == 3:
    text = pathlib.Path(sys.argv[1] + ".spc").read_text()
    pathlib.Path({spec!r}).write_text(text)
    out = sys.argv[2]
    dates = [f"{{2020 + i // 12}}{{i % 12 + 1:02d}}" for i in range(48)]
    for ending, value in (("d11", 80.0), ("d12", 79.0), ("d13", 1.0)):
        rows = "".join(f"{{date}}\\t+{{value + i / 100:.15E}}\\r\\n" for i, date in enumerate(dates))
        pathlib.Path(out + "." + ending).write_text("date\\tx\\r\\n------\\t------\\r\\n" + rows)
    pathlib.Path(out + ".err").write_text({errors!r})
    pathlib.Path(out + ".out").write_text("")
"""


def install(folder: Path, errors: str = "") -> Path:
    program = folder / "x13as"
    program.write_text(STAND_IN.format(python=sys.executable, spec=str(folder / "spec"), errors=errors))
    program.chmod(0o755)
    return folder / "spec"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a first line that names its interpreter")
@pytest.mark.parametrize("stamps", [False, True])
def test_x13_is_asked_and_its_tables_are_read(monkeypatch: Any, tmp_path: Path, stamps: bool) -> None:
    spec = install(tmp_path)
    monkeypatch.setenv("X13PATH", str(tmp_path))
    given_series = MONTHLY.rename('sales"} evil{')
    given_series = given_series.to_timestamp() if stamps else given_series
    parts = sr.trend.seasonal_adjust(given_series, method="x13", model="multiplicative")
    expected = pd.Series(80 + np.arange(48) / 100, index=given_series.index, name=given_series.name)
    pd.testing.assert_series_equal(parts.adjusted, expected)
    pd.testing.assert_series_equal(parts.seasonal, given_series / expected)
    assert parts.trend.iloc[0] == 79
    asked = spec.read_text()
    assert "period=12" in asked
    assert "start=2020.1" in asked
    assert "function=log" in asked
    assert "evil" not in asked
    sr.trend.seasonal_adjust(given_series, method="x13")
    assert "function=none" in spec.read_text()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a first line that names its interpreter")
def test_what_x13_refuses_is_said(monkeypatch: Any, tmp_path: Path) -> None:
    install(tmp_path, errors="x.spc:\n ERROR: too short for this")
    monkeypatch.setenv("X13PATH", str(tmp_path))
    with pytest.raises(sr.DomainError, match="X-13ARIMA-SEATS refuses the series: ERROR: too short"):
        sr.trend.seasonal_adjust(MONTHLY, method="x13")


@pytest.mark.skipif(shutil.which("x13as") is None, reason="X-13ARIMA-SEATS is not installed")
def test_x13_itself_agrees_with_stl_in_the_large() -> None:
    x13 = sr.trend.seasonal_adjust(MONTHLY, method="x13", model="multiplicative")
    stl = sr.trend.seasonal_adjust(MONTHLY, model="multiplicative")
    np.testing.assert_allclose(x13.adjusted, stl.adjusted, rtol=0.05)


# --- errors

GAP = MONTHLY.drop(MONTHLY.index[5])


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.trend.hp_filter([1, 2, 3], smoothing=6.25), sr.DomainError, "series has 3 figures: give 4"),
        (lambda: sr.trend.hp_filter(YEARS), TypeError, "smoothing: needed unless"),
        (lambda: sr.trend.hp_filter(YEARS, smoothing=0), sr.DomainError, "smoothing = 0 must be positive"),
        (lambda: sr.trend.hp_filter(YEARS, smoothing="6.25"), TypeError, "smoothing: needs a number, got str"),
        (lambda: sr.trend.hp_filter([1, 2, math.nan, 4], smoothing=1), sr.DomainError, r"series = nan .*\(element 2\)"),
        (lambda: sr.trend.hp_filter(YEARLY.where(YEARLY > 200)), sr.DomainError, r"series = nan .*\(2001\)"),
        (lambda: sr.trend.hp_filter([[1.0, 2, 3, 4]], smoothing=1), ValueError, "series: needs one dimension"),
        (lambda: sr.trend.hp_filter("1234", smoothing=1), TypeError, "series: needs numbers"),
        (lambda: sr.trend.hp_filter(YEARLY.drop(2010)), ValueError, "gaps or is not in order, from 2001 to 2020"),
        (lambda: sr.trend.hp_filter(YEARLY[::-1]), ValueError, "gaps or is not in order"),
        (lambda: sr.trend.hp_filter(GAP.to_timestamp()), ValueError, "no regular frequency"),
        (lambda: sr.trend.hamilton_filter(YEARS), TypeError, "horizon, lags: needed unless"),
        (lambda: sr.trend.hamilton_filter(YEARS[:4], horizon=2, lags=1), sr.DomainError, "4 figures, .* need 5"),
        (lambda: sr.trend.hamilton_filter(YEARS, horizon=0, lags=1), sr.DomainError, "horizon = 0 must be at least 1"),
        (lambda: sr.trend.hamilton_filter(YEARS, horizon=2.5, lags=1), TypeError, "horizon: needs a whole number"),
        (lambda: sr.trend.hamilton_filter(np.ones(20), horizon=2, lags=1), sr.DomainError, "series is too regular"),
        (lambda: sr.trend.seasonal_adjust(MONTHS), TypeError, "periods_per_year: needed unless"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY[:24]), sr.DomainError, "24 figures, but 'stl' needs 25"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY[:35], method="x13"), sr.DomainError, "'x13' needs 36"),
        (lambda: sr.trend.seasonal_adjust(YEARLY), sr.DomainError, "periods_per_year = 1: figures of whole years"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY, periods_per_year=4), ValueError, "the index has 12 a year"),
        (lambda: sr.trend.seasonal_adjust(MONTHS, periods_per_year=0), sr.DomainError, "periods_per_year = 0"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY, method="tramo"), ValueError, "'tramo' is none of 'stl', 'x13'"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY, model="log"), ValueError, "model: 'log' is none of 'additive'"),
        (lambda: sr.trend.seasonal_adjust(MONTHLY - 70, model="multiplicative"), sr.DomainError, "must be positive"),
        (
            lambda: sr.trend.seasonal_adjust(MONTHLY, seasonal_window=8),
            sr.DomainError,
            "seasonal_window = 8 must",
        ),
        (lambda: sr.trend.seasonal_adjust(MONTHLY, method="x13", robust=True), ValueError, "options of 'stl'"),
        (
            lambda: sr.trend.seasonal_adjust(MONTHS, method="x13", periods_per_year=12),
            TypeError,
            "'x13' needs a",
        ),
        (lambda: sr.trend.seasonal_adjust(GAP), ValueError, "gaps or is not in order, from 2020-01 to 2023-12"),
    ],
)
def test_errors_name_argument_and_value(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
