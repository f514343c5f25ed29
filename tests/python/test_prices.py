"""Price indices over the months: figures of the National Bureau of Statistics, pandas on index levels, properties."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

# Consumer prices of China as published: month on month 2021 to 2023, year on year 2022 and 2023, per cent.
MONTHLY = pd.Series(
    [
        *(1.0, 0.6, -0.5, -0.3, -0.2, -0.4, 0.3, 0.1, 0.0, 0.7, 0.4, -0.3),
        *(0.4, 0.6, 0.0, 0.4, -0.2, 0.0, 0.5, -0.1, 0.3, 0.1, -0.2, 0.0),
        *(0.8, -0.5, -0.3, -0.1, -0.2, -0.2, 0.2, 0.3, 0.2, -0.1, -0.5, 0.1),
    ],
    index=pd.period_range("2021-01", periods=36, freq="M"),
    name="CPI",
)
YEARLY = pd.Series(
    [
        *(0.9, 0.9, 1.5, 2.1, 2.1, 2.5, 2.7, 2.5, 2.8, 2.1, 1.6, 1.8),
        *(2.1, 1.0, 0.7, 0.1, 0.2, 0.0, -0.3, 0.1, 0.0, -0.2, -0.5, -0.3),
    ],
    index=pd.period_range("2022-01", periods=24, freq="M"),
    name="CPI",
)
RATES = st.floats(-0.3, 0.3)
SERIES = st.lists(RATES, min_size=13, max_size=40)


def printed(series: pd.Series[float]) -> pd.Series[Any]:
    """Figures with unit and rounding, as a table of the bureau has them."""
    return series.map(lambda value: sr.Quantity(f"{value:.1f}", "%"))


def levels(rates: pd.Series[float]) -> pd.Series[float]:
    """The index of which these are the rates, by pandas; it starts a month before them."""
    index = pd.period_range(rates.index[0] - 1, rates.index[-1], freq=rates.index.freq)
    return pd.Series([1.0, *(1 + rates).cumprod()], index=index)


# --- published figures


def test_published_yearly_rates_follow_from_monthly_ones() -> None:
    chained = sr.prices.year_on_year(MONTHLY / 100)
    assert chained.index.equals(MONTHLY.index[11:])
    np.testing.assert_allclose(100 * chained.loc[YEARLY.index], YEARLY, atol=0.3)
    ranges = sr.prices.year_on_year(list(printed(MONTHLY)))
    for interval, quantity in zip(ranges[1:], printed(YEARLY), strict=True):
        assert interval.lower <= quantity.rate_interval().upper
        assert interval.upper >= quantity.rate_interval().lower


# What the bureau's monthly comment said: month, yearly rate, carry-over, new price rise in per cent.
@pytest.mark.parametrize(("month", "yearly", "carried", "risen"), [("2022-07", 2.7, 0.9, 1.8)])
def test_published_carry_over_and_new_price_rise(month: str, yearly: float, carried: float, risen: float) -> None:
    row = sr.prices.price_changes(MONTHLY / 100).loc[month]
    assert round(100 * row["carry_over"], 1) == carried
    published = pd.concat([pd.Series([1.5], index=pd.period_range("2021-12", periods=1, freq="M")), YEARLY]) / 100
    row = sr.prices.price_changes(MONTHLY / 100, published).loc[month]
    assert row["year_on_year"] == yearly / 100
    assert round(100 * row["new_price_rise"], 1) == risen


def test_the_example_of_the_bureau() -> None:
    assert sr.prices.new_price_rise(0.020, 0.005) == pytest.approx(0.015)
    assert sr.prices.new_price_rise(sr.Quantity("2.0", "%"), sr.Quantity("0.5", "%")).upper == pytest.approx(0.016)


# --- pandas on index levels


@given(st.lists(RATES, min_size=13, max_size=40), st.integers(1, 12))
def test_changes_are_quotients_of_the_index(rates: list[float], month: int) -> None:
    monthly = pd.Series(rates, index=pd.period_range(f"2021-{month:02}", periods=len(rates), freq="M"))
    changes = sr.prices.price_changes(monthly)
    index = levels(monthly)
    assert changes.index.equals(monthly.index[11:])
    np.testing.assert_allclose(changes["year_on_year"], index.pct_change(12).loc[changes.index], atol=1e-12)
    for period, row in changes.iterrows():
        year_end = index.loc[pd.Period(f"{period.year - 1}-12", "M")] if period.month != 12 else index.loc[period - 12]
        assert row["carry_over"] == pytest.approx(year_end / index.loc[period - 12] - 1, abs=1e-12)
        assert row["since_year_end"] == pytest.approx(index.loc[period] / year_end - 1, abs=1e-12)
        assert row["carry_over"] + row["new_price_rise"] == pytest.approx(row["year_on_year"], abs=1e-12)
    change = changes["year_on_year"].diff().iloc[1:]
    np.testing.assert_allclose((changes["base_effect"] + changes["momentum"]).iloc[1:], change, atol=1e-12)
    assert math.isnan(changes["base_effect"].iloc[0])


def test_dates_quarters_and_arrays_say_the_same() -> None:
    rates = MONTHLY / 100
    expected = sr.prices.price_changes(rates)
    dates = rates.copy()
    dates.index = rates.index.to_timestamp()
    np.testing.assert_array_equal(sr.prices.price_changes(dates), expected)
    np.testing.assert_array_equal(sr.prices.price_changes(rates.to_numpy()), expected)
    later = rates.iloc[4:]
    np.testing.assert_array_equal(
        sr.prices.price_changes(later.tolist(), first_period=5), sr.prices.price_changes(later)
    )
    quarters = pd.Series([0.01, 0.02, 0.0, 0.01, 0.03], index=pd.period_range("2022Q1", periods=5, freq="Q"))
    changes = sr.prices.price_changes(quarters)
    assert list(map(str, changes.index)) == ["2022Q4", "2023Q1"]
    assert changes["carry_over"].iloc[1] == pytest.approx(1.02 * 1.01 - 1)
    assert changes["new_price_rise"].iloc[1] == pytest.approx(1.02 * 1.01 * 0.03)


def test_rounded_rates_give_ranges_that_hold_the_published() -> None:
    changes = sr.prices.price_changes(printed(MONTHLY))
    numbers = sr.prices.price_changes(MONTHLY / 100)
    for name in ("month_on_month", "year_on_year", "carry_over", "new_price_rise", "since_year_end"):
        assert (changes[f"{name}_lower"] <= numbers[name] + 1e-15).all()
        assert (changes[f"{name}_upper"] >= numbers[name] - 1e-15).all()
    assert changes.loc["2022-12", "carry_over_lower"] == changes.loc["2022-12", "carry_over_upper"] == 0
    # A published yearly rate is known to a twelfth of what twelve monthly ones leave.
    december = pd.Series([1.5], index=pd.period_range("2021-12", periods=1, freq="M"))
    known = sr.prices.price_changes(printed(MONTHLY), printed(pd.concat([december, YEARLY])))
    width = known["year_on_year_upper"] - known["year_on_year_lower"]
    np.testing.assert_allclose(width, 0.001, atol=1e-12)
    assert (known["new_price_rise_lower"] < known["new_price_rise_upper"]).all()


# --- there and back


@given(SERIES, st.sampled_from([2, 4, 12]))
def test_monthly_rates_come_back(rates: list[float], periods: int) -> None:
    yearly = sr.prices.year_on_year(rates, periods)
    assert len(yearly) == len(rates) - periods + 1
    with sr.growth.large_rates():  # as a year of such months is
        np.testing.assert_allclose(sr.prices.month_on_month(yearly, rates[:periods]), rates, atol=1e-9)


@given(SERIES)
def test_yearly_rates_come_back(rates: list[float]) -> None:
    first = rates[:12]
    yearly = [sr.prices.year_on_year(first)[0], *rates[12:]]
    with sr.growth.large_rates():  # yearly rates that jump make large monthly ones
        monthly = sr.prices.month_on_month(yearly, first)
        np.testing.assert_allclose(sr.prices.year_on_year(monthly), yearly, rtol=1e-9, atol=1e-9)


def test_labels_are_joined() -> None:
    rates = MONTHLY / 100
    yearly = sr.prices.year_on_year(rates)
    pd.testing.assert_series_equal(sr.prices.month_on_month(yearly, rates.iloc[:12]), rates)
    with pytest.raises(ValueError, match="year_on_year starts in 2022-01; begin with 2021-12"):
        sr.prices.month_on_month(yearly.iloc[1:], rates.iloc[:12])
    with pytest.raises(ValueError, match="2022-02 stands behind 2021-12"):
        sr.prices.month_on_month(yearly.drop(pd.Period("2022-01", "M")), rates.iloc[:12])


@given(st.lists(RATES, min_size=4, max_size=12), st.floats(0, 0.01))
def test_ranges_hold_the_numbers_inside(rates: list[float], width: float) -> None:
    ranges = [sr.Interval(rate, rate + width) for rate in rates]
    inside = [rate + width / 3 for rate in rates]
    for function in (lambda x: sr.prices.year_on_year(x, 4), lambda x: [sr.prices.annual_carry_over(x)]):
        for interval, value in zip(function(ranges), function(inside), strict=True):
            assert interval.lower - 1e-12 <= value <= interval.upper + 1e-12
    yearly, first = sr.prices.year_on_year(ranges, 4), ranges[:4]
    for interval, value in zip(sr.prices.month_on_month(yearly, first), inside, strict=True):
        assert interval.lower - 1e-9 <= value <= interval.upper + 1e-9


# --- a whole year


@given(st.lists(RATES, min_size=1, max_size=24))
def test_the_carry_over_of_a_year_is_that_of_its_mean(rates: list[float]) -> None:
    index = np.cumprod(1 + np.array(rates))
    assert sr.prices.annual_carry_over(rates) == pytest.approx(index[-1] / index.mean() - 1, abs=1e-12)


def test_a_year_is_one_year() -> None:
    rates = MONTHLY / 100
    year = rates.loc["2022-01":"2022-12"]
    assert sr.prices.annual_carry_over(year) == sr.prices.annual_carry_over(year.tolist())
    with pytest.raises(ValueError, match="needs the 12 periods of one year, got 2022-02 to 2023-01"):
        sr.prices.annual_carry_over(rates.loc["2022-02":"2023-01"])


# --- hostile input


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.prices.year_on_year([0.01] * 11), sr.DomainError, "has 11 rates, a year has 12"),
        (lambda: sr.prices.year_on_year([1.0] * 12), sr.DomainError, "month_on_month = 1 would be 100 %"),
        (lambda: sr.prices.price_changes([math.nan] * 12), sr.DomainError, "not a finite number"),
        (lambda: sr.prices.price_changes([0.01] * 12, first_period=13), sr.DomainError, "first_period = 13"),
        (lambda: sr.prices.price_changes([0.01] * 12, [0.1, 0.2]), ValueError, "has 2 rates for 1 rows"),
        (lambda: sr.prices.price_changes(MONTHLY / 100, YEARLY / 100), ValueError, "no rate for 2021-12"),
        (lambda: sr.prices.price_changes(MONTHLY / 100, first_period=2), ValueError, "starts with period 1"),
        (lambda: sr.prices.price_changes(MONTHLY / 100, periods_per_year=4), ValueError, "12 periods a year"),
        (lambda: sr.prices.price_changes((MONTHLY / 100).iloc[::-1]), ValueError, "2023-11 stands behind 2023-12"),
        (lambda: sr.prices.year_on_year((MONTHLY / 100).drop(pd.Period("2022-05", "M"))), ValueError, "2022-06 stands"),
        (lambda: sr.prices.month_on_month([], [0.1, 0.1]), sr.DomainError, "no yearly rates"),
        (lambda: sr.prices.month_on_month([0.1], [0.1]), sr.DomainError, "first_year has 1 rates"),
        (lambda: sr.prices.annual_carry_over([]), sr.DomainError, "no rates given"),
        (lambda: sr.prices.price_changes("0.1"), (TypeError, ValueError), "month_on_month"),
        (lambda: sr.prices.base_effect(0.02, -1), sr.DomainError, "base_month_on_month = -1 must exceed -1"),
    ],
)
def test_errors_say_what_to_do(call: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        call()
