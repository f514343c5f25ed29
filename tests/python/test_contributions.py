"""Pull and contribution rates: published tables, levels, and properties of a table that adds up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shengzhou_report as sr

# Shengzhou 2017: value added in 100 million yuan, real growth, published pull and contribution rate in per cent.
SECTORS = pd.DataFrame(
    {
        "value": [39.10, 265.00, 228.06],
        "growth": [0.020, 0.079, 0.086],
        "pull": [0.1, 4.0, 3.6],
        "rate": [1.9, 51.4, 46.6],
    },
    index=["primary", "secondary", "tertiary"],
)
GROWTH = 0.078
LEVELS = st.lists(st.tuples(st.floats(1, 1e6), st.floats(-0.5, 0.9)), min_size=1, max_size=12)


def shares() -> pd.Series[float]:
    return sr.contributions.base_share(SECTORS["value"] / SECTORS["value"].sum(), SECTORS["growth"], GROWTH)


# --- published figures


def test_a_published_table() -> None:
    table = sr.contributions.contributions(shares(), SECTORS["growth"], GROWTH)
    assert list(table.index) == ["primary", "secondary", "tertiary", "residual", "total"]
    # Shares at current prices stand for those at the prices of the growth rates.
    np.testing.assert_allclose(100 * table["contribution"].iloc[:3], SECTORS["pull"], atol=0.15)
    np.testing.assert_allclose(100 * table["contribution_rate"].iloc[:3], SECTORS["rate"], atol=1.2)
    assert table.loc["total"].tolist() == [1, GROWTH, GROWTH, 1]
    for column in ("share", "contribution", "contribution_rate"):
        assert table[column].iloc[:-1].sum() == pytest.approx(table.loc["total", column], abs=1e-15)
    assert abs(table.loc["residual", "contribution"]) < 0.001
    assert np.isnan(table.loc["residual", "growth"])


# Published pulls in points and contribution rates of consumption, investment and net exports, China 2023, growth 5.2 %.
@pytest.mark.parametrize(("pull", "rate"), [("4.3", "82.5"), ("1.5", "28.9"), ("-0.6", "-11.4")])
def test_published_pulls_over_growth_are_published_rates(pull: str, rate: str) -> None:
    growth = sr.Quantity("5.2", "%")
    computed = sr.contributions.weighted_contribution_rate(1, sr.Quantity(pull, "%"), growth)
    published = sr.Quantity(rate, "%").rate_interval()
    assert computed.lower <= published.upper
    assert published.lower <= computed.upper


# --- levels


@given(LEVELS)
def test_levels_say_the_same(parts: list[tuple[float, float]]) -> None:
    before, growth = np.array(parts).T
    after = before * (1 + growth)
    whole = after.sum() / before.sum() - 1
    assume(abs(whole) > 1e-3)
    table = sr.contributions.contributions(before / before.sum(), growth)
    np.testing.assert_allclose(
        table["contribution"].iloc[:-2], sr.growth.contribution(before, after, before.sum()), atol=1e-12
    )
    np.testing.assert_allclose(
        table["contribution_rate"].iloc[:-2], (after - before) / (after - before).sum(), atol=1e-9
    )
    assert table.loc["total", "growth"] == pytest.approx(whole, abs=1e-12)
    assert table.loc["residual", "contribution"] == 0
    back = sr.contributions.base_share(after / after.sum(), growth, min(whole, 0.999))
    if whole < 0.999:
        np.testing.assert_allclose(back, before / before.sum(), rtol=1e-9)


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(-0.9, 0.9)), min_size=1, max_size=12),
    st.floats(-0.5, 0.9).filter(lambda growth: abs(growth) > 1e-3),
)
def test_every_column_sums(parts: list[tuple[float, float]], whole: float) -> None:
    share, growth = np.array(parts).T
    table = sr.contributions.contributions(share, growth, whole)
    for column in ("share", "contribution", "contribution_rate"):
        total = table.loc["total", column]
        assert table[column].iloc[:-1].sum() == pytest.approx(total, abs=1e-9 * (1 + table[column].abs().max()))


# --- rounding


def test_rounding_explains_a_residual_or_not() -> None:
    share = [sr.Quantity(text, "%") for text in ("7.3", "49.8", "42.9")]
    growth = [sr.Quantity(text, "%") for text in ("2.0", "7.9", "8.6")]
    near = sr.contributions.contributions(share, growth, sr.Quantity("7.8", "%"))
    assert near.loc["residual", "contribution_lower"] < 0 < near.loc["residual", "contribution_upper"]
    off = sr.contributions.contributions(share, growth, sr.Quantity("8.8", "%"))
    assert off.loc["residual", "contribution_lower"] > 0
    assert off.loc["total", "contribution_lower"] == pytest.approx(0.0875)
    assert {name.rsplit("_", 1)[0] for name in off} == {"share", "growth", "contribution", "contribution_rate"}
    series = sr.contributions.contributions(pd.Series(share, index=list("abc")), pd.Series(growth, index=list("abc")))
    assert list(series.index) == ["a", "b", "c", "residual", "total"]
    assert series.loc["residual", "contribution_upper"] == 0


@given(
    st.lists(st.tuples(st.floats(0.05, 0.9), st.floats(0.01, 0.5), st.floats(0, 1)), min_size=2, max_size=6),
    st.floats(0, 0.01),
)
def test_ranges_hold_the_numbers_inside(parts: list[tuple[float, float, float]], width: float) -> None:
    share, growth = np.array([part[:2] for part in parts]).T
    share = share / share.sum()
    inside = np.array([part[2] for part in parts]) * width
    ranges = sr.contributions.contributions(
        [sr.Interval(max(0, x - 1e-9), min(1, x + 1e-9)) for x in share],
        [sr.Interval(x, x + width) for x in growth],
    )
    numbers = sr.contributions.contributions(share, growth + inside)
    for column in ("contribution", "contribution_rate"):
        assert (ranges[f"{column}_lower"] <= numbers[column] + 1e-9).all()
        assert (ranges[f"{column}_upper"] >= numbers[column] - 1e-9).all()


def test_parts_that_make_up_the_whole_leave_nothing() -> None:
    # 0.05 + 0.1 is 0.15 to the last digit but one.
    table = sr.contributions.contributions([0.5, 0.5], [0.1, 0.2], 0.15)
    assert table.loc["residual", ["share", "contribution", "contribution_rate"]].tolist() == [0, 0, 0]
    assert sr.contributions.contributions([0.5, 0.5], [0.1, 0.2], 0.15 + 1e-12).loc["residual", "contribution"] > 0


# --- labels and hostile input


def test_names() -> None:
    assert list(sr.contributions.contributions([0.4, 0.6], [0.1, 0.2], names=["a", "b"]).index)[:2] == ["a", "b"]
    assert list(sr.contributions.contributions([0.4, 0.6], [0.1, 0.2]).index)[:2] == [0, 1]
    mixed = sr.contributions.contributions(shares(), SECTORS["growth"].to_numpy(), GROWTH)
    assert list(mixed.index)[:3] == list(SECTORS.index)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.contributions.contributions([0.4, 0.5], [0.1, 0.2]), sr.DomainError, "sum to 0.9"),
        (lambda: sr.contributions.contributions([40, 60], [0.1, 0.2]), sr.DomainError, "share = 40 must be a share"),
        (lambda: sr.contributions.contributions([0.4, 0.6], [10, 20]), sr.DomainError, "growth = 10 would be 1000 %"),
        (lambda: sr.contributions.contributions([0.4], [0.1, 0.2], 0.1), sr.DomainError, "share has 1 parts, growth 2"),
        (lambda: sr.contributions.contributions([0.4, 0.6], [0.1, 0.2], 7.8), sr.DomainError, "whole_growth = 7.8"),
        (lambda: sr.contributions.contributions([0.4, 0.6], [0.1, 0.2], 0), sr.DomainError, "may not have grown"),
        (lambda: sr.contributions.contributions([0.4, 0.6], [0.1, np.nan]), sr.DomainError, "not a finite number"),
        (
            lambda: sr.contributions.contributions([0.4, 0.6], [0.1, 0.2], "7"),
            TypeError,
            "whole_growth: needs a number",
        ),
        (lambda: sr.contributions.contributions(0.4, [0.1]), TypeError, "share: needs one element a part, got float"),
        (lambda: sr.contributions.contributions([0.4, 0.6], [0.1, 0.2], names=["a"]), ValueError, "1 names for 2"),
        (
            lambda: sr.contributions.contributions(shares(), SECTORS["growth"].reset_index(drop=True)),
            ValueError,
            "different labels",
        ),
        (
            lambda: sr.contributions.contributions([sr.Quantity("40", "亿元")], [0.1]),
            sr.UnitError,
            "needs a rate or a share",
        ),
        (lambda: sr.contributions.base_share(0.9, 0.0, 0.5), sr.DomainError, "exceed the whole"),
    ],
)
def test_errors_say_what_to_do(call: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        call()
