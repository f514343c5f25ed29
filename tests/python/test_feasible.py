"""The feasible set of income growth, total growth and growth in step, over numbers, intervals and arrays."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

INF = float("inf")
WORDS = ("no", "possible", "certain")


def shengzhou(weight: sr.Interval | float = 0.6) -> sr.FeasibleRegion:
    return sr.FeasibleRegion(77400, 43200, urban_weight=weight, total_growth=sr.Interval(0.068, INF), ratio_falls=True)


def test_the_region_of_the_embedded_targets() -> None:
    region = shengzhou(sr.Interval(0, 1))
    assert region
    assert np.array(region.vertices) == pytest.approx(np.array([[0.068, 0.068], [0.15, 0.15], [0.068, 0.15]]))
    assert region.area == pytest.approx(0.082**2 / 2)
    cheapest = region.cheapest()
    assert (cheapest.urban_growth, cheapest.rural_growth) == pytest.approx((0.068, 0.068))
    assert not cheapest.attained
    assert region.conflict == ()
    assert region.test(0.063, 0.068) == sr.TargetTest("possible", ["total_growth_lower"])


rates = st.floats(0, 0.15)


@given(st.floats(0.01, 0.99), rates, rates, rates)
def test_a_point_is_in_the_region_just_when_it_meets_the_targets(
    weight: float, total: float, u: float, r: float
) -> None:
    # An oracle of its own: total growth written out.
    region = sr.FeasibleRegion(2, 1, urban_weight=weight, total_growth=sr.Interval(total, INF), ratio_falls=True)
    mean = weight * 2 + (1 - weight)
    slack = (weight * 2 * (1 + u) + (1 - weight) * (1 + r)) / mean - 1 - total
    if abs(slack) > 1e-9 and abs(r - u) > 1e-9:
        assert region.is_feasible(u, r) == ("certain" if slack > 0 and r > u else "no")


def test_arrays_give_what_numbers_give_and_keep_labels() -> None:
    region = shengzhou(sr.Interval(0.5, 0.7))
    rng = np.random.default_rng(1)
    urban, rural = rng.uniform(0, 0.16, (2, 300))
    words = region.is_feasible(urban, rural)
    assert list(words) == [region.is_feasible(u, r) for u, r in zip(urban, rural, strict=True)]
    assert set(words) == set(WORDS)
    series = region.is_feasible(pd.Series([0.063, 0.07], index=["甲", "乙"]), 0.08)
    assert list(series.index) == ["甲", "乙"]
    assert region.is_feasible(urban[:, None], rural[None, :5]).shape == (300, 5)
    with pytest.raises(sr.DomainError, match="element 1"):
        region.is_feasible([0.06, np.nan], 0.07)
    with pytest.raises(TypeError, match="urban_growth"):
        region.is_feasible("6%", 0.07)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="masked"):
        region.is_feasible(np.ma.masked_array([0.06], [True]), 0.07)


@given(st.lists(st.floats(0, 0.2), min_size=4, max_size=4), st.floats(0.5, 0.7), st.floats(0.03, 0.09))
def test_pairs_within_intervals_are_judged_together(ends: list[float], weight: float, least: float) -> None:
    region = sr.FeasibleRegion(
        77400,
        43200,
        urban_weight=sr.Interval(weight, weight + 0.05),
        total_growth=sr.Interval(least, math.inf),
        ratio_falls=True,
    )
    urban, rural = sr.Interval(*sorted(ends[:2])), sr.Interval(*sorted(ends[2:]))
    word = region.is_feasible(urban, rural)
    u, r = np.meshgrid(np.linspace(urban.lower, urban.upper, 9), np.linspace(rural.lower, rural.upper, 9))
    each = set(region.is_feasible(u, r).flat)
    if word == "certain":
        assert each == {"certain"}
    if "certain" in each:
        assert word != "no"
    assert (word == "certain") == (set(region.is_feasible(u[::8, ::8], r[::8, ::8]).flat) == {"certain"})
    # Figures are the interval of what prints like them.
    figures = sr.Quantity("6.3", "%"), sr.Quantity("6.8", "%")
    assert region.is_feasible(*figures) == region.is_feasible(*(figure.rate_interval() for figure in figures))


def test_pairs_that_miss_one_target_together_are_not_feasible() -> None:
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, urban_growth=sr.Interval(0.06, 0.15), ratio_falls=True)
    assert (
        region.is_feasible(sr.Interval(0.01, 0.05), sr.Interval(0.02, 0.1)) == "no"
    )  # urban growth is too low for all
    # Each corner misses a target, no target is missed by all pairs: some within meet both.
    assert region.is_feasible(sr.Interval(0.03, 0.12), sr.Interval(0.04, 0.1)) == "possible"
    # A rectangle around the whole box.
    assert region.is_feasible(sr.Interval(-0.5, 0.9), sr.Interval(-0.5, 0.9)) == "possible"
    assert region.is_feasible(sr.Interval(0.2, 0.3), 0.1) == "no"
    with pytest.raises(sr.DomainError, match=r"urban_growth = .* has an open end"):
        region.is_feasible(sr.Quantity("6", "%", bound="at_least"), 0.07)
    with pytest.raises(sr.DomainError, match=r"rural_growth = .* must exceed -1"):
        region.is_feasible(0.07, sr.Interval(-2, 0))
    with pytest.raises(sr.UnitError, match="urban_growth: needs a rate"):
        region.is_feasible(sr.Quantity("6", "元"), 0.07)


def test_conflicts_are_named() -> None:
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, urban_growth=0.08, rural_growth=0.07, ratio_falls=True)
    assert not region
    assert region.vertices == ()
    assert region.area == 0
    assert region.conflict == ("ratio_falls", "urban_growth_lower", "rural_growth_upper")
    with pytest.raises(sr.DomainError, match="in conflict: ratio_falls"):
        region.cheapest()
    assert str(region).startswith("empty: ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"urban_weight": 1.5}, r"urban_weight = 1\.5 must be a share of the population"),
        ({"urban_weight": float("nan")}, "urban_weight = nan"),
        ({"urban_weight_end": -0.1}, r"urban_weight_end = -0\.1"),
        ({"total_growth": -1}, "total_growth = -1"),
        ({"ratio_target": 0.0}, "ratio_target = 0"),
        ({"box": sr.Interval(-2, 1)}, r"box = \[-2, 1\]"),
    ],
)
def test_targets_out_of_their_domain(change: dict[str, float], message: str) -> None:
    with pytest.raises(sr.DomainError, match=message):
        sr.FeasibleRegion(2, 1, **({"urban_weight": 0.5} | change))  # type: ignore[arg-type]


def test_arguments_of_another_kind() -> None:
    with pytest.raises(TypeError):
        sr.FeasibleRegion(2, 1)  # type: ignore[call-arg]
    for wrong in ("0.5", None, True, [0.5]):
        with pytest.raises(TypeError):
            sr.FeasibleRegion(2, 1, urban_weight=wrong)  # type: ignore[arg-type]


def test_many_places() -> None:
    urban = pd.Series([77400, 51821, 2.0], index=["嵊州", "全国", "某地"])
    rural = pd.Series([43200, 21691, 1.0], index=urban.index)
    regions = sr.feasible_regions(urban, rural, 0.6, [0.068, 0.05, 0.5], ratio_falls=True)
    assert list(regions.feasible) == [True, True, False]
    assert list(regions.area.index) == list(urban.index)
    one = shengzhou()
    assert regions.area.iloc[0] == one.area
    assert regions.total_growth.iloc[0] == one.cheapest().total_growth.upper
    assert regions.urban_growth.iloc[2] == INF
    assert sr.feasible_regions(2, 1, 0.5, 0.06).feasible.shape == ()
    with pytest.raises(sr.DomainError, match="element 1"):
        sr.feasible_regions([2, 2], 1, [0.5, 1.5], 0.06)
    with pytest.raises(ValueError, match="do not broadcast"):
        sr.feasible_regions([2, 2], [1, 1, 1], 0.5, 0.06)
    with pytest.raises(TypeError, match="FeasibleRegion takes an Interval"):
        sr.feasible_regions(sr.Interval(1, 2), 1, 0.5, 0.06)  # type: ignore[arg-type]


def test_total_growth_of_the_nation() -> None:
    # China 2023 to 2024 (National Bureau of Statistics): 39218 -> 41314, published as 5.3 %.
    start, end = (39218 - 21691) / (51821 - 21691), (41314 - 23119) / (54188 - 23119)
    total = sr.target.total_income_growth(51821, 21691, start, 54188 / 51821 - 1, 23119 / 21691 - 1, end)
    assert total == pytest.approx(41314 / 39218 - 1, rel=1e-12)
    assert round(100 * total, 1) == 5.3
    whatever = sr.target.total_income_growth(77400, 43200, sr.Interval(0, 1), 0.063, 0.068)
    assert (whatever.lower, whatever.upper) == pytest.approx((0.063, 0.068))
    assert sr.target.total_income_growth([2.0, 1.0], 1, 0.5, 0.06, 0.08) == pytest.approx([0.2 / 3, 0.07])
    with pytest.raises(sr.DomainError, match=r"urban_weight = 2.*element 1"):
        sr.target.total_income_growth(2, 1, [0.5, 2], 0.06, 0.08)


def test_in_step() -> None:
    assert sr.target.is_in_step(0.021, 0.023) == "certain"
    assert sr.target.is_in_step(0.020, 0.023) == "no"
    assert sr.target.is_in_step(0.021, 0.023, growth_step=0.001) == "possible"
    assert sr.target.is_in_step(sr.Interval(0.0205, 0.0215), 0.023) == "possible"
    assert sr.target.is_in_step(0.065, 0.07, tolerance=0.005) == "certain"
    years = pd.Series([0.021, 0.018], index=[2020, 2021])
    assert sr.target.is_in_step(years, 0.023).to_dict() == {2020: "certain", 2021: "no"}
    with pytest.raises(sr.DomainError, match="tolerance"):
        sr.target.is_in_step(0.07, 0.07, tolerance=-1)
    with pytest.raises(sr.DomainError, match="income_growth"):
        sr.target.is_in_step([-2.0], 0.07)
    with pytest.raises(TypeError, match="growth_step"):
        sr.target.is_in_step(sr.Interval(0.07), 0.07, growth_step=0.001)


def test_implied_numbers(report: sr.Report) -> None:
    (research,) = sr.target.implied_amounts(report)
    assert research.amount == pytest.approx(0.0265 * 797.15)
    assert (research.unit, research.price_basis, research.price_year) == (sr.Unit("亿元"), "constant", 2023)
    growths = {implied.target.indicator_id: implied for implied in sr.target.implied_growths(report)}
    assert growths["deposits_and_loans"].growth == pytest.approx(3000 / 2800 - 1)
    assert growths["deposits_and_loans"].price_basis == "current"
    level = report.at("GDP", measure="level")
    with pytest.raises(sr.UnitError):
        sr.target.implied_growth(level, level.replace(year=2024, quantity=sr.Quantity(800, "家")))
