"""Measures per head: published GDP per head, and properties."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

POPULATIONS = st.floats(1, 1e9)
RATES = st.floats(-0.5, 0.9)


# Zhejiang 2024: GDP in 100 million yuan, resident population of both year ends in 10 000, published yuan per head.
def test_published_gdp_per_head_takes_the_mean_population() -> None:
    gdp, start, end = sr.Quantity("90131", "亿元"), sr.Quantity("6627", "万人"), sr.Quantity("6670", "万人")
    assert 135565 in sr.per_head.per_head(gdp, start, end)
    assert 135565 not in sr.per_head.per_head(gdp, end, end)
    mean = sr.per_head.mean_population(start, end)
    assert (mean.lower, mean.upper) == (6648, 6649)  # in the unit of the first
    implied = sr.per_head.implied_population(gdp, sr.Quantity("135565", "元"))
    assert implied.lower <= 1e4 * mean.upper
    assert implied.upper >= 1e4 * mean.lower


# Shengzhou 2022: 711.08 and 99 856 yuan a head are the 71.21 ten thousand who are registered, not the residents.
def test_the_denominator_shows() -> None:
    implied = sr.per_head.implied_population(711.08e8, 99856)
    assert round(implied / 1e4, 2) == 71.21


@given(st.floats(0, 1e12), POPULATIONS, POPULATIONS)
def test_per_head_times_heads_is_the_total(total: float, start: float, end: float) -> None:
    mean = sr.per_head.mean_population(start, end)
    assert mean == pytest.approx((start + end) / 2)
    value = sr.per_head.per_head(total, start, end)
    assert value * mean == pytest.approx(total)
    if value > 0:
        assert sr.per_head.implied_population(total, value) == pytest.approx(mean)


@given(RATES, RATES)
def test_growth_per_head_is_that_of_the_quotient(growth: float, population: float) -> None:
    before, after = 100 / 10, 100 * (1 + growth) / (10 * (1 + population))
    assert sr.per_head.per_head_growth(growth, population) == pytest.approx(after / before - 1, abs=1e-12)


def test_series_keep_their_years() -> None:
    years = pd.period_range("2022", "2024", freq="Y")
    population = pd.Series([100.0, 102, 104], index=years)
    gdp = pd.Series([1000.0, 1030], index=years[1:], name="gdp")
    result = sr.per_head.per_head(gdp, population.shift(1).loc[gdp.index], population.loc[gdp.index])
    assert result.index.equals(gdp.index)
    np.testing.assert_allclose(result, [1000 / 101, 1030 / 103])


def test_units_are_asked_of_all_or_none() -> None:
    gdp, people = sr.Quantity("90131", "亿元"), sr.Quantity("6627", "万人")
    with pytest.raises(sr.UnitError, match="population_end has no unit"):
        sr.per_head.per_head(gdp, people, 6670e4)
    with pytest.raises(sr.UnitError, match="population_start has no unit and total is in 亿元"):
        sr.per_head.per_head(gdp, 6627e4, 6670e4)
    with pytest.raises(sr.UnitError, match="total has no unit and population_start is in 万人"):
        sr.per_head.per_head(9e12, people, people)
    with pytest.raises(sr.UnitError, match="levels need one dimension"):
        sr.per_head.per_head(gdp, people, gdp)
    with pytest.raises(sr.DomainError, match="population_start = 0 must be positive"):
        sr.per_head.per_head(1, 0, 10)
