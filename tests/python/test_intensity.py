"""Intensity and elasticity: statistical communiques of China, and properties."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

# Growth of energy consumption, of GDP, and of energy per unit of GDP in per cent.
COMMUNIQUES = pd.DataFrame(
    {
        "use": [3.7, 2.2, 0.9, 1.4, 2.9, 3.3, 3.3, 2.2, 5.2, 2.9],
        "gdp": [7.7, 7.4, 6.9, 6.7, 6.9, 6.6, 6.1, 2.3, 8.1, 3.0],
        "intensity": [-3.7, -4.8, -5.6, -5.0, -3.7, -3.1, -2.6, -0.1, -2.7, -0.1],
    },
    index=pd.period_range("2013", "2022", freq="Y"),
)
RATES = st.floats(-0.5, 0.9)


def test_published_intensity_follows_from_use_and_gdp() -> None:
    computed = sr.intensity.intensity_growth(COMMUNIQUES["use"] / 100, COMMUNIQUES["gdp"] / 100)
    assert computed.index.equals(COMMUNIQUES.index)
    np.testing.assert_allclose((100 * computed).round(1), COMMUNIQUES["intensity"], atol=0.05)


def test_published_figures_meet_within_rounding() -> None:
    for _, row in COMMUNIQUES.iterrows():
        use, gdp, published = (sr.Quantity(f"{row[name]:.1f}", "%") for name in ("use", "gdp", "intensity"))
        computed = sr.intensity.intensity_growth(use, gdp)
        assert computed.lower <= published.rate_interval().upper
        assert computed.upper >= published.rate_interval().lower
        room = sr.intensity.use_growth_room(gdp, published)
        assert room.lower <= use.rate_interval().upper
        assert room.upper >= use.rate_interval().lower


@given(RATES, RATES)
def test_each_of_three_rates_follows_from_the_others(use: float, output: float) -> None:
    with sr.growth.large_rates():
        intensity = sr.intensity.intensity_growth(use, output)
        assert sr.intensity.use_growth_room(output, intensity) == pytest.approx(use, abs=1e-12)
        assert sr.intensity.output_growth_room(use, intensity) == pytest.approx(output, abs=1e-12)
        assert sr.intensity.use_room(100, output, intensity) == pytest.approx(100 * (1 + use))


@given(RATES, RATES.filter(lambda rate: abs(rate) > 1e-6))
def test_elasticity_times_growth_is_growth(growth: float, output: float) -> None:
    assert sr.intensity.elasticity(growth, output) * output == pytest.approx(growth, abs=1e-12)


def test_figures_carry_unit_and_rounding() -> None:
    room = sr.intensity.use_room(sr.Quantity("200", "万吨标煤"), 0.05, -0.03)
    assert (room.lower, room.upper) == pytest.approx((199.5 * 1.0185, 200.5 * 1.0185))
    assert sr.intensity.elasticity(Decimal("0.03"), Fraction(6, 100)) == pytest.approx(0.5)
    with pytest.raises(sr.UnitError, match="use_growth: needs a rate"):
        sr.intensity.intensity_growth(sr.Quantity("3", "亿元"), 0.05)
    with pytest.raises(sr.DomainError, match="may not have grown"):
        sr.intensity.elasticity(0.02, sr.Quantity("0.0", "%"))
    with pytest.raises(sr.DomainError, match=r"output_growth = 5 would be 500 %.*\(element 1\)"):
        sr.intensity.intensity_growth(0.03, [0.05, 5])


def test_employment_elasticity_of_a_series() -> None:
    years = pd.Series([0.01, 0.005], index=[2023, 2024], name="employment")
    pd.testing.assert_series_equal(
        sr.intensity.elasticity(years, 0.05), pd.Series([0.2, 0.1], index=[2023, 2024], name="employment")
    )
