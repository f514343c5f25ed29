"""How incomes are spread: results of R's ineq, closed forms, definitions in the standard library, and properties."""

from __future__ import annotations

import math
import statistics
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

# The example of R's ineq: means of tenths of a population.
DECILES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
# Income per head in the first three quarters of 2020: the richest of the cities of Zhejiang, Shaoxing, the poorest.
CITIES = pd.Series({"杭州": 48735, "绍兴": 44687, "丽水": 28778})

dist = sr.distribution
gini = sr.inequality.gini
NORMAL = statistics.NormalDist()

#: Every index of groups, with its other argument where it has one.
INDICES: dict[str, Any] = {
    "cv": dist.coefficient_of_variation,
    "williamson": lambda means, population=None, **more: dist.williamson(
        means, np.ones(len(means)) if population is None else population, **more
    ),
    "quintiles": dist.quintile_share_ratio,
    "palma": dist.palma_ratio,
    "theil_t": sr.inequality.theil_t,
    "theil_l": sr.inequality.theil_l,
    "gini": gini,
} | {
    f"{name} {order}": lambda means, order=order, function=function, **more: function(means, order, **more)
    for name, function, orders in (
        ("entropy", dist.generalised_entropy, (-1.5, 0, 0.3, 0.5, 1, 1.7, 2, 3)),
        ("atkinson", dist.atkinson, (0.3, 1, 1.4, 2.5)),
    )
    for order in orders
}
#: What a ratio of shares is where nobody differs.
RATIOS = {"quintiles": 1.0, "palma": 0.25}
every_index = pytest.mark.parametrize("name", INDICES)
positive = st.floats(1.0, 1e5)


def entropy(means: Any, alpha: float, population: Any) -> float:
    """The index as textbooks define it."""
    p = np.asarray(population, float) / np.sum(population)
    y = np.asarray(means, float) / np.sum(p * means)
    if alpha == 0:
        return float(-np.sum(p * np.log(y)))
    if alpha == 1:
        return float(np.sum(p * y * np.log(y)))
    return float((np.sum(p * y**alpha) - 1) / (alpha * (alpha - 1)))


# --- other programs


def test_results_of_ineq_in_r() -> None:
    # R's ineq on its own example, as ports of it to Scala, Matlab and R compare themselves with it.
    for alpha, value in {0: 0.4335946, 0.5: 0.3770931, 0.723: 0.3663712, 1: 0.3623412}.items():
        assert round(dist.generalised_entropy(DECILES, alpha), 7) == value
    for epsilon, value in {0: 0, 0.4: 0.1440938, 0.5: 0.1796591, 1: 0.3518251, 2: 0.6290111}.items():
        assert round(dist.atkinson(DECILES, epsilon), 7) == value
    assert round(dist.atkinson([10, 20, 30], 0.5, population=[3, 1, 1]), 8) == 0.05558586
    assert dist.atkinson([1.0] * 5 + [0.0] * 5, 0.5) == pytest.approx(0.5)
    assert round(dist.coefficient_of_variation(DECILES), 7) == 0.9169582
    assert round(2 * dist.generalised_entropy(DECILES, 2), 7) == 0.8408123


def test_ratio_of_the_richest_to_the_poorest_city() -> None:
    assert round(dist.max_min_ratio(CITIES), 3) == 1.693
    printed = [sr.Quantity(str(income), "元", step=1) for income in CITIES]
    ratio = dist.max_min_ratio(printed)
    assert (ratio.lower, ratio.upper) == pytest.approx((48734.5 / 28778.5, 48735.5 / 28777.5), rel=1e-14)
    assert dist.max_min_ratio([sr.Interval(1, 3), sr.Interval(2, 4)]) == sr.Interval(1, 4)
    # One place alone is as rich as itself.
    assert dist.max_min_ratio([sr.Interval(1, 3)]) == sr.Interval(1)


@given(st.lists(positive, min_size=2, max_size=20))
def test_deviations_of_the_standard_library(levels: list[float]) -> None:
    mean = statistics.fmean(levels)
    variation = dist.coefficient_of_variation
    assert variation(levels) == pytest.approx(statistics.pstdev(levels) / mean, rel=1e-9, abs=1e-12)
    assert variation(levels, ddof=1) == pytest.approx(statistics.stdev(levels) / mean, rel=1e-9, abs=1e-12)


@given(st.lists(st.tuples(positive, st.integers(1, 6)), min_size=1, max_size=8))
def test_williamson_is_the_variation_between_all_heads(places: list[tuple[float, int]]) -> None:
    levels, heads = zip(*places, strict=True)
    everybody = np.repeat(levels, heads)
    expected = np.std(everybody) / np.mean(everybody)
    assert dist.williamson(levels, heads) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert dist.coefficient_of_variation(levels, population=heads) == dist.williamson(levels, heads)
    with pytest.raises(sr.DomainError, match="ddof = 1 needs equal weights"):
        dist.coefficient_of_variation([1.0, 2.0], population=[1, 2], ddof=1)


# --- closed forms


def lognormal(sigma: float, groups: int) -> np.ndarray:
    """Means of groups of one size, from the poorest, of a lognormal distribution of mean 1."""
    limits = np.arange(1, groups) / groups
    lorenz = np.array([0, *(NORMAL.cdf(NORMAL.inv_cdf(p) - sigma) for p in limits), 1])
    return np.diff(lorenz) * groups


@pytest.mark.parametrize("sigma", [0.2, 0.6, 1.0])
def test_lognormal_incomes(sigma: float) -> None:
    means = lognormal(sigma, 20_000)
    for alpha in (-0.5, 0, 0.5, 1, 1.5):
        power = math.expm1(alpha * (alpha - 1) * sigma**2 / 2)
        exact = power / (alpha * (alpha - 1)) if alpha not in (0, 1) else sigma**2 / 2
        # Group means lose what differs within groups, a little.
        assert exact * 0.99 < dist.generalised_entropy(means, alpha) < exact
    for epsilon in (0.5, 1, 2):
        exact = -math.expm1(-epsilon * sigma**2 / 2)
        assert exact * 0.995 < dist.atkinson(means, epsilon) < exact
    assert gini(means) == pytest.approx(2 * NORMAL.cdf(sigma / math.sqrt(2)) - 1, rel=1e-4)
    cut = {p: NORMAL.cdf(NORMAL.inv_cdf(p) - sigma) for p in (0.2, 0.4, 0.8, 0.9)}
    assert dist.quintile_share_ratio(means) == pytest.approx((1 - cut[0.8]) / cut[0.2], rel=1e-9)
    assert dist.palma_ratio(means) == pytest.approx((1 - cut[0.9]) / cut[0.4], rel=1e-9)


@pytest.mark.parametrize("a", [1.5, 2.0, 3.5])
def test_deciles_of_a_pareto_distribution(a: float) -> None:
    lorenz = [1 - (1 - p / 10) ** (1 - 1 / a) for p in range(11)]
    shares = np.diff(lorenz)
    assert dist.palma_ratio(shares) == pytest.approx((1 - lorenz[9]) / lorenz[4], rel=1e-12)
    assert dist.quintile_share_ratio(shares) == pytest.approx((1 - lorenz[8]) / lorenz[2], rel=1e-12)
    curve = dist.lorenz_curve(shares)
    np.testing.assert_allclose(curve.income, lorenz, atol=1e-14)
    # Quintiles do not show the richest tenth, and give a lower bound.
    assert dist.palma_ratio(np.diff(lorenz[::2])) < dist.palma_ratio(shares)


def test_shares_of_groups_of_any_size() -> None:
    # Of seven persons the poorest fifth is one and two fifths of another.
    incomes = [1, 2, 3, 4, 5, 6, 7]
    assert dist.quintile_share_ratio(incomes) == pytest.approx((7 + 0.4 * 6) / (1 + 0.4 * 2))
    assert dist.palma_ratio(incomes) == pytest.approx(0.7 * 7 / (1 + 2 + 0.8 * 3))
    assert dist.quintile_share_ratio([5], population=[3]) == pytest.approx(1)
    # One group of nobody changes nothing.
    assert dist.palma_ratio([1, 2, 99], population=[1, 1, 0]) == dist.palma_ratio([1, 2])


# --- entropy, near its limits and near equality

orders = st.floats(-3, 4)


@given(st.lists(st.tuples(positive, st.floats(0.1, 10)), min_size=2, max_size=8), orders)
def test_entropy_is_what_textbooks_define(groups: list[tuple[float, float]], alpha: float) -> None:
    means, population = zip(*groups, strict=True)
    if abs(alpha) < 1e-3 or abs(alpha - 1) < 1e-3:
        alpha = round(alpha)  # where the definition cancels
    expected = entropy(means, alpha, population)
    assert dist.generalised_entropy(means, alpha, population=population) == pytest.approx(expected, rel=1e-8, abs=1e-9)


@given(st.lists(positive, min_size=2, max_size=8), st.floats(-12, -2))
def test_entropy_and_atkinson_have_their_limits(means: list[float], power: float) -> None:
    step = 10**power
    limits = {0: sr.inequality.theil_l(means), 1: sr.inequality.theil_t(means)}
    for order, limit in limits.items():
        assert dist.generalised_entropy(means, order) == limit
        for alpha in (order - step, order + step):
            assert dist.generalised_entropy(means, alpha) == pytest.approx(limit, rel=20 * step + 1e-12, abs=1e-14)
    at_one = -math.expm1(-limits[0])  # 1 less the geometric mean over the mean
    for epsilon in (1 - step, 1, 1 + step):
        assert dist.atkinson(means, epsilon) == pytest.approx(at_one, rel=20 * step + 1e-12, abs=1e-14)


@pytest.mark.parametrize("alpha", [-2, 0, 1e-9, 0.3, 0.5, 0.7, 1 - 1e-9, 1, 2, 5])
def test_near_equality_entropy_keeps_its_digits(alpha: float) -> None:
    # (1 - d, 1 + d): half the variance to second order, whatever alpha; the fourth order is known.
    for d in (1e-3, 1e-6, 1e-9):
        fourth = (alpha - 2) * (alpha - 3) / 24 * d**4
        assert dist.generalised_entropy([1 - d, 1 + d], alpha) == pytest.approx(
            d * d / 2 + fourth, rel=3e-11 + 2 * 2**-53 / d
        )


def test_extreme_orders() -> None:
    # With ever more aversion the poorest alone counts: 1 - (1 / n)^(1 / (1 - e)) min / mean.
    expected = 1 - (1 / 3) ** (1 / -999) * 0.5
    assert dist.atkinson([1, 2, 3], 1000) == pytest.approx(expected, rel=1e-12)
    with pytest.raises(sr.DomainError, match="generalised_entropy: the result is too large for a double"):
        dist.generalised_entropy([1, 2, 3], -2000)
    with pytest.raises(sr.DomainError, match="mean_income = 0 must be positive"):
        dist.generalised_entropy([0, 1], 0)
    assert dist.generalised_entropy([0, 2], 2) == pytest.approx(0.5)
    assert dist.generalised_entropy([0, 2], 0.5) == pytest.approx(4 * (1 - math.sqrt(2) / 2))
    with pytest.raises(sr.DomainError, match="epsilon = -1 cannot be negative"):
        dist.atkinson([1, 2], -1)
    with pytest.raises(sr.DomainError, match="alpha = inf is not a finite number"):
        dist.generalised_entropy([1, 2], math.inf)
    with pytest.raises(TypeError, match="alpha: needs a number"):
        dist.generalised_entropy([1, 2], [1])  # type: ignore[call-overload]


# --- what every index has in common


@every_index
@given(
    groups=st.lists(st.tuples(positive, st.integers(1, 5)), min_size=1, max_size=6),
    scale=st.floats(1e-3, 1e3),
    times=st.integers(2, 3),
)
def test_indices_do_not_depend_on_scale_order_or_replication(
    name: str, groups: list[tuple[float, int]], scale: float, times: int
) -> None:
    index = INDICES[name]
    means, heads = (list(column) for column in zip(*groups, strict=True))
    value = index(means, population=heads)
    near = pytest.approx(value, rel=1e-9, abs=1e-12)
    assert index([scale * mean for mean in means], population=heads) == near
    assert index(means[::-1], population=heads[::-1]) == near
    assert index(means * times, population=heads * times) == near
    assert index(np.repeat(means, heads)) == near
    assert value >= RATIOS.get(name, 0) * (1 - 1e-12)


@every_index
@given(means=st.lists(positive, min_size=2, max_size=8), data=st.data())
def test_a_gift_from_rich_to_poor_raises_no_index(name: str, means: list[float], data: st.DataObject) -> None:
    poor, rich = sorted(data.draw(st.permutations(range(len(means))))[:2], key=lambda i: means[i])
    gift = data.draw(st.floats(0, 0.5)) * (means[rich] - means[poor])
    after = list(means)
    after[poor] += gift
    after[rich] -= gift
    before = INDICES[name](means)
    assert INDICES[name](after) <= before * (1 + 1e-9) + 1e-12


boxes = st.tuples(st.floats(1, 100), st.floats(1, 2)).map(lambda pair: sr.Interval(pair[0], pair[0] * pair[1]))


@every_index
@given(groups=st.lists(st.tuples(boxes, st.floats(0.2, 5)), min_size=1, max_size=5), data=st.data())
def test_ranges_hold_every_index_and_are_met(
    name: str, groups: list[tuple[sr.Interval, float]], data: st.DataObject
) -> None:
    index = INDICES[name]
    ranges, population = (list(column) for column in zip(*groups, strict=True))
    result = index(ranges, population=population)
    lower = np.array([interval.lower for interval in ranges])
    upper = np.array([interval.upper for interval in ranges])
    for _ in range(20):
        at = np.array([data.draw(st.floats(0, 1)) for _ in ranges])
        value = index(np.minimum(lower + at * (upper - lower), upper), population=population)
        assert result.lower - 1e-12 <= value * (1 + 1e-12)
        assert value <= result.upper * (1 + 1e-12) + 1e-12
    # The ends are those of some means: a corner, and means as near to one level as they can be.
    corners = np.stack(np.meshgrid(*zip(lower, upper, strict=True)), -1).reshape(-1, len(ranges))
    assert max(index(corners, population=population)) == pytest.approx(result.upper, rel=1e-12)
    levels = np.unique([*np.linspace(lower.min(), upper.max(), 400), *lower, *upper])
    least = min(index(np.clip(levels[:, np.newaxis], lower, upper), population=population))
    assert result.lower <= least * (1 + 1e-12) + 1e-15
    assert result.lower == pytest.approx(least, rel=2e-2, abs=1e-4)


@every_index
def test_figures_tables_and_missing_values(name: str) -> None:
    index = INDICES[name]
    means = [10.0, 20.0, 30.0, 80.0]
    figures = [sr.Quantity("1.0", "万元"), sr.Quantity("20000", "元", step=1000), *([sr.Interval(3, 3)] * 0)]
    result = index(figures)
    expected = index([sr.Interval(0.95, 1.05), sr.Interval(1.95, 2.05)])
    assert (result.lower, result.upper) == pytest.approx((expected.lower, expected.upper), rel=1e-9)
    with pytest.raises(sr.UnitError):
        index([sr.Quantity("1.0", "万元"), sr.Quantity("5", "人")])
    with pytest.raises(sr.DomainError, match="more than the 16"):
        index([sr.Interval(1, 2)] * 17)
    with pytest.raises(sr.DomainError, match=r"has an open end.*\(element 1\)"):
        index([sr.Interval(1, 2), sr.Interval(1, math.inf)])
    if name == "williamson":
        return  # its population has no default, which the lambda above gives to sequences alone
    frame = pd.DataFrame([means, [5.0, 5.0, 5.0, 5.0]], index=["x", "y"])
    table = index(frame)
    assert list(table.index) == ["x", "y"]
    assert table["x"] == pytest.approx(index(means), rel=1e-14)
    assert table["y"] == pytest.approx(RATIOS.get(name, 0), abs=1e-14)
    assert math.isnan(index([*means, math.nan], nan_policy="propagate"))
    assert index([*means, math.nan], population=[1, 1, 1, 1, 9], nan_policy="omit") == pytest.approx(index(means))
    with pytest.raises(sr.DomainError, match="not a finite number"):
        index([*means, math.nan])
    with pytest.raises(sr.DomainError, match=r"cannot be|must be .*\(row 1\)"):
        index(pd.DataFrame([means, [-1.0, 5.0, 5.0, 5.0]]))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: dist.quintile_share_ratio([0, 0, 0, 0, 1]), "the poorest 20 % have no income"),
        (lambda: dist.palma_ratio([0, 1]), "the poorest 40 % have no income"),
        (lambda: dist.max_min_ratio([0, 1]), "max_min_ratio: levels = 0 must be positive"),
        (lambda: dist.coefficient_of_variation([]), "levels is empty"),
        (lambda: dist.coefficient_of_variation([0.0, 0.0]), "the mean income of all is zero"),
        (lambda: dist.coefficient_of_variation([1.0], ddof=1), "at least two levels"),
        (lambda: dist.coefficient_of_variation([1.0], ddof=2), "ddof = 2 must be 0"),
        (lambda: dist.williamson([1.0, 2.0], [0.0, 0.0]), "the population is zero"),
        (lambda: dist.williamson([1.0, 2.0], [1.0, -1.0]), r"population = -1 cannot be negative.*\(element 1\)"),
        (lambda: dist.atkinson([1.0, 2.0, 3.0], 1, population=[1.0, 2.0]), "population has 2 numbers for 3 means"),
        (lambda: dist.lorenz_curve([-1.0, 2.0]), "lorenz_curve: mean_income = -1"),
    ],
)
def test_what_has_no_index_says_so(call: Any, words: str) -> None:
    with pytest.raises(sr.DomainError, match=words):
        call()


# --- the Lorenz curve


@given(st.lists(st.tuples(st.just(0.0) | st.floats(1e-3, 1e5), st.floats(0.1, 10)), min_size=1, max_size=12))
def test_the_lorenz_curve_and_its_gini(groups: list[tuple[float, float]]) -> None:
    means, population = (list(column) for column in zip(*groups, strict=True))
    if sum(means) == 0:
        return
    curve = dist.lorenz_curve(means, population=population)
    p, income = curve.population, curve.income
    assert (p[0], income[0], p[-1], income[-1]) == (0, 0, 1, 1)
    assert (np.diff(p) > 0).all()
    assert (np.diff(income) >= 0).all()
    assert (income <= p + 1e-12).all()
    slopes = np.diff(income) / np.diff(p)
    assert (np.diff(slopes) >= -1e-9 * slopes.max()).all()
    area = np.sum(np.diff(p) * (income[1:] + income[:-1]) / 2)
    assert gini(means, population=population) == pytest.approx(1 - 2 * area, abs=1e-9)
    assert curve.labels[0] is None
    assert [means[position] for position in curve.labels[1:]] == sorted(means)


def test_points_bear_the_labels_of_a_series() -> None:
    curve = dist.lorenz_curve(CITIES)
    assert curve.labels == [None, *CITIES.sort_values().index]
    assert list(pd.DataFrame(curve._asdict()).columns) == ["population", "income", "labels"]
    with pytest.raises(ValueError, match="different labels"):
        dist.lorenz_curve(CITIES, population=pd.Series(1.0, index=range(3)))
    with pytest.raises(ValueError, match="needs one dimension"):
        dist.lorenz_curve([[1.0, 2.0]])
