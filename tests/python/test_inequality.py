"""Inequality and convergence: published figures, other programs' results, closed forms, and properties."""

from __future__ import annotations

import itertools
import math
import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import shengzhou_report as sr

INDICES = ("theil_t", "theil_l", "gini")
TWO_GROUPS = {
    "theil_t": sr.inequality.two_group_theil_t,
    "theil_l": sr.inequality.two_group_theil_l,
    "gini": sr.inequality.two_group_gini,
}
OF_GROUPS = {"theil_t": sr.inequality.theil_t, "theil_l": sr.inequality.theil_l, "gini": sr.inequality.gini}
TURNING = {
    "theil_t": sr.inequality.theil_t_turning_share,
    "theil_l": sr.inequality.theil_l_turning_share,
    "gini": sr.inequality.gini_turning_share,
}
every_index = pytest.mark.parametrize("index", INDICES)

incomes = st.floats(1.0, 1e6)
shares = st.floats(0.0, 1.0)
# Decile means of a textbook distribution; domain notes 7 has its indices.
DECILES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
# Income per head of all residents, first three quarters of 2020, in the eleven cities of Zhejiang, and its growth.
CITIES = pd.Series(
    [48735, 46519, 41412, 42230, 39102, 44687, 38828, 28978, 42264, 39089, 28778],
    index=["杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水"],
)
CITY_GROWTH = np.array([3.5, 4.2, 4.3, 3.7, 5.8, 4.0, 4.1, 6.6, 3.0, 5.1, 5.9]) / 100


def definition(index: str, income: Any, weight: Any) -> float:
    """The index as textbooks define it."""
    income, p = np.asarray(income, float), np.asarray(weight, float) / np.sum(weight)
    y = income / np.sum(p * income)
    if index == "theil_t":
        return float(np.sum(p * y * np.log(y)))
    if index == "theil_l":
        return float(-np.sum(p * np.log(y)))
    return float(np.sum(p[:, None] * p * np.abs(y[:, None] - y)) / 2)


# --- two groups


@pytest.mark.parametrize(
    ("overall", "urban", "rural", "share", "theil_t", "theil_l", "gini"),
    [
        (28228, 39251, 14617, 0.5525, 0.10078, 0.11235, 0.2158),
        (32189, 43834, 17131, 0.5639, 0.09073, 0.10093, 0.2040),
        (36883, 49283, 20133, 0.5746, 0.08196, 0.09099, 0.1932),
        (41314, 54188, 23119, 0.5856, 0.07374, 0.08170, 0.1825),
        (60925, 69410, 45071, 0.6514, 0.01903, 0.02014, 0.0907),
    ],
    ids=["China 2018", "China 2020", "China 2022", "China 2024", "Tonglu 2024"],
)
def test_indices_of_published_incomes(
    overall: float, urban: float, rural: float, share: float, theil_t: float, theil_l: float, gini: float
) -> None:
    implied = sr.inequality.implied_urban_share(overall, urban, rural)
    assert round(implied, 4) == share
    result = sr.inequality.two_group_inequality(urban, rural, implied)
    assert (round(result.theil_t, 5), round(result.theil_l, 5), round(result.gini, 4)) == (theil_t, theil_l, gini)
    assert result.ratio == urban / rural


def test_the_urbanisation_rate_is_another_weight_and_says_so() -> None:
    rate = sr.inequality.urban_share(41314, 54188, 23119, share=0.67, origin="urbanisation")
    assert round(sr.inequality.two_group_theil_t(54188, 23119, rate.share), 5) == 0.06183
    assert round(sr.inequality.two_group_theil_l(54188, 23119, rate.share), 5) == 0.07135
    assert round(sr.inequality.two_group_gini(54188, 23119, rate.share), 4) == 0.1564
    assert (rate.origin, round(rate.weighted_mean), round(rate.mismatch, 2)) == ("urbanisation", 43935, 0.06)
    implied = sr.inequality.urban_share(41314, 54188, 23119)
    assert implied.origin == "implied"
    assert implied.mismatch == pytest.approx(0, abs=1e-15)
    assert sr.inequality.urban_share(41314, 54188, 23119, share=0.6, origin="given").share == 0.6


@every_index
@given(urban=incomes, rural=incomes, share=shares)
def test_two_groups_follow_the_definition(index: str, urban: float, rural: float, share: float) -> None:
    value = TWO_GROUPS[index](urban, rural, share)
    assert value >= 0
    assert value == pytest.approx(definition(index, [urban, rural], [share, 1 - share]), rel=1e-9, abs=1e-14)
    assert value == pytest.approx(TWO_GROUPS[index](rural, urban, 1 - share), rel=1e-12, abs=1e-15)
    assert value == pytest.approx(OF_GROUPS[index]([urban, rural], population=[share, 1 - share]), rel=1e-9, abs=1e-15)


@every_index
@given(
    corners=st.tuples(*[st.floats(0.5, 4.0)] * 4, shares, shares),
    inside=st.tuples(*[st.floats(0.0, 1.0)] * 3),
)
def test_intervals_hold_what_is_inside(index: str, corners: tuple[float, ...], inside: tuple[float, ...]) -> None:
    boxes = [sr.Interval(*sorted(pair)) for pair in zip(corners[::2], corners[1::2], strict=True)]
    point = [min(box.lower + at * box.width, box.upper) for box, at in zip(boxes, inside, strict=True)]
    result = TWO_GROUPS[index](*boxes)
    assert result.lower - 1e-15 <= TWO_GROUPS[index](*point) <= result.upper + 1e-15


@every_index
def test_an_interval_reaches_the_turning_point_inside(index: str) -> None:
    result = TWO_GROUPS[index](2.0, 1.0, sr.Interval(0.1, 0.9))
    peak = TWO_GROUPS[index](2.0, 1.0, TURNING[index](2.0))
    assert result.upper == peak
    assert result.lower == min(TWO_GROUPS[index](2.0, 1.0, p) for p in (0.1, 0.9))
    grid = TWO_GROUPS[index](2.0, 1.0, np.linspace(0.1, 0.9, 8001))
    assert grid.max() == pytest.approx(peak, rel=1e-7)


@pytest.mark.parametrize(
    ("ratio", "theil_l", "theil_t", "gini"),
    [(1.7917, 0.45168, 0.40389, 0.42762), (2.3439, 0.42986, 0.36138, 0.39510), (3.33, 0.40209, 0.30870, 0.35400)],
)
def test_turning_shares(ratio: float, theil_l: float, theil_t: float, gini: float) -> None:
    expected = {"theil_l": theil_l, "theil_t": theil_t, "gini": gini}
    assert {index: round(turning(ratio), 5) for index, turning in TURNING.items()} == expected


@every_index
def test_turning_shares_take_every_form(index: str) -> None:
    ratios = pd.Series([1.0, 1.5, 2.0], index=["a", "b", "c"])
    result = TURNING[index](ratios)
    assert result.index.equals(ratios.index)
    assert result["a"] == 0.5
    assert result.is_monotonic_decreasing
    out = np.empty(3)
    assert TURNING[index](ratios, out=out) is out
    box = TURNING[index](sr.Interval(1.5, 2.0))
    assert (box.lower, box.upper) == (result["c"], result["b"])
    with pytest.raises(sr.DomainError, match="ratio = 0 must be positive"):
        TURNING[index](0)


def test_all_indices_in_one_pass_are_those_one_by_one() -> None:
    rng = np.random.default_rng(5)
    urban = pd.DataFrame(rng.uniform(2e4, 8e4, (40, 30)))
    rural, share = rng.uniform(1e4, 3e4, (40, 30)), rng.uniform(0, 1, (40, 30))
    result = sr.inequality.two_group_inequality(urban, rural, share)
    for index in INDICES:
        pd.testing.assert_frame_equal(getattr(result, index), TWO_GROUPS[index](urban, rural, share), check_exact=True)
    pd.testing.assert_frame_equal(result.ratio, sr.income_gap.income_ratio(urban, rural), check_exact=True)
    out = tuple(np.empty((40, 30)) for _ in range(4))
    written = sr.inequality.two_group_inequality(urban, rural, share, out=out)
    for array, target, frame in zip(written, out, result, strict=True):
        assert array is target
        np.testing.assert_array_equal(array, frame)
    assert pickle.loads(
        pickle.dumps(sr.inequality.two_group_inequality(2, 1, 0.5))
    ) == sr.inequality.two_group_inequality(2, 1, 0.5)
    box = sr.inequality.two_group_inequality(sr.Interval(2, 3), 1, 0.5)
    assert box.gini == sr.inequality.two_group_gini(sr.Interval(2, 3), 1, 0.5)
    assert box.ratio == sr.Interval(2, 3)


def test_out_of_all_indices_may_overlap_arguments_but_not_itself() -> None:
    memory = np.linspace(1, 2, 1001)
    expected = sr.inequality.two_group_inequality(memory[:-1].copy(), 1.0, 0.5)
    out = (np.empty(1000), np.empty(1000), np.empty(1000), memory[1:])
    for array, right in zip(sr.inequality.two_group_inequality(memory[:-1], 1.0, 0.5, out=out), expected, strict=True):
        np.testing.assert_array_equal(array, right)
    one = np.empty(2)
    with pytest.raises(ValueError, match="no two of the arrays may overlap"):
        sr.inequality.two_group_inequality([2, 3], 1, 0.5, out=(one, one, np.empty(2), np.empty(2)))
    for wrong in (one, (one,), [np.empty(2)] * 4):
        with pytest.raises(TypeError, match="tuple of four arrays"):
            sr.inequality.two_group_inequality([2, 3], 1, 0.5, out=wrong)
    with pytest.raises(TypeError, match="only array arguments"):
        sr.inequality.two_group_inequality(2, 1, 0.5, out=(one,) * 4)


# --- groups and records


@pytest.mark.parametrize(
    ("records", "theil_t", "theil_l", "gini"),
    [([10, 10, 10, 20, 50], 0.2502012, 0.2326302, 0.36), (DECILES, 0.3623412, 0.4335946, 0.4620911)],
    ids=["REAT and gretl", "deciles"],
)
def test_records_of_other_programs(records: list[float], theil_t: float, theil_l: float, gini: float) -> None:
    found = [round(OF_GROUPS[index](records), 7) for index in INDICES]
    assert found == [theil_t, theil_l, gini]


def test_decompositions_of_other_programs() -> None:
    # PySAL: half of the records have all income. mathmodels: two groups.
    pysal = sr.inequality.decompose_inequality("theil_t", [0, 0, 0, 10, 10, 10], group=list("aaabbb"))
    assert pysal.between == pytest.approx(math.log(2))
    assert (pysal.within, pysal.between_share) == (0, pytest.approx(1))
    records = [10] * 2 + [8] * 4 + [6] * 6 + [4] * 4 + [2] * 2
    labels = pd.Series(["A"] * 2 + ["B"] * 10 + ["A"] * 6)
    theil_t = sr.inequality.decompose_inequality("theil_t", pd.Series(records), group=labels)
    assert round(theil_t.total, 8) == 0.07907822
    assert round(theil_t.between, 8) == 0.01127992
    assert round(theil_t.within, 8) == 0.06779830
    assert round(sr.inequality.theil_l(records), 8) == 0.09148364


records_and_weights = st.integers(1, 12).flatmap(
    lambda n: st.tuples(
        hnp.arrays(np.float64, n, elements=st.floats(1.0, 1e5)), hnp.arrays(np.float64, n, elements=st.floats(0.1, 50))
    )
)


@every_index
@given(data=records_and_weights)
def test_indices_follow_their_definitions(index: str, data: Any) -> None:
    income, weight = data
    value = OF_GROUPS[index](income, population=weight)
    assert value >= 0
    assert value == pytest.approx(definition(index, income, weight), rel=1e-9, abs=1e-13)
    assert OF_GROUPS[index](income) == pytest.approx(
        definition(index, income, np.ones(len(income))), rel=1e-9, abs=1e-13
    )
    # Neither unit matters, nor the order, nor whether a group comes in two halves.
    assert OF_GROUPS[index](income * 3, population=weight / 7) == pytest.approx(value, rel=1e-9, abs=1e-13)
    halves = OF_GROUPS[index](np.tile(income[::-1], 2), population=np.tile(weight[::-1], 2))
    assert halves == pytest.approx(value, rel=1e-9, abs=1e-13)


def test_totals_are_not_means() -> None:
    # The same figures read once as totals and once as means are two different answers.
    totals, population = np.array([40.0, 60.0, 100.0]), np.array([8.0, 6.0, 4.0])
    as_means = sr.inequality.gini(totals / population, population=population)
    assert as_means == pytest.approx(definition("gini", totals / population, population))
    assert as_means != pytest.approx(sr.inequality.gini(totals, population=population))
    with pytest.raises(TypeError, match="positional"):
        sr.inequality.gini(totals, population)  # type: ignore[misc, call-overload]


@every_index
def test_rows_are_places_and_labels_stay(index: str) -> None:
    means = pd.DataFrame({"urban": [54188.0, 78251.0], "rural": [23119.0, 42786.0]}, index=["中国", "浙江"])
    population = np.array([[0.5856, 0.4144], [0.6831, 0.3169]])
    result = OF_GROUPS[index](means, population=population)
    assert isinstance(result, pd.Series)
    assert result.index.equals(means.index)
    for place, weights in zip(means.index, population, strict=True):
        assert result[place] == OF_GROUPS[index](means.loc[place].to_numpy(), population=weights)
    same = OF_GROUPS[index](means.to_numpy()[None], population=[1, 3])
    assert same.shape == (1, 2)
    assert same[0, 1] == OF_GROUPS[index]([78251, 42786], population=[1, 3])
    with pytest.raises(ValueError, match="shapes do not broadcast"):
        OF_GROUPS[index](means, population=[1, 2, 3])
    with pytest.raises(ValueError, match="different labels"):
        OF_GROUPS[index](means, population=means.rename(index={"中国": "x"}))


@every_index
@given(data=st.data())
def test_decompositions_add_up(index: str, data: Any) -> None:
    n = data.draw(st.integers(2, 15))
    income = data.draw(hnp.arrays(np.float64, n, elements=st.floats(1.0, 1e4)))
    weight = data.draw(hnp.arrays(np.float64, n, elements=st.floats(0.5, 5)))
    labels = np.array(data.draw(st.lists(st.sampled_from("abc"), min_size=n, max_size=n)))
    records = sr.inequality.decompose_inequality(index, income, population=weight, group=labels)
    assert records.total == OF_GROUPS[index](income, population=weight)
    assert records.between + records.within + records.overlap == pytest.approx(records.total, abs=1e-12)
    names = sorted(set(labels))
    sizes = [weight[labels == name].sum() for name in names]
    means = [np.average(income[labels == name], weights=weight[labels == name]) for name in names]
    within = [OF_GROUPS[index](income[labels == name], population=weight[labels == name]) for name in names]
    groups = sr.inequality.decompose_inequality(index, means, population=sizes, within=within)
    assert (groups.between, groups.within) == (
        pytest.approx(records.between, abs=1e-12),
        pytest.approx(records.within, abs=1e-12),
    )
    if index == "gini":
        ranges = sorted((income[labels == name].min(), income[labels == name].max()) for name in names)
        if all(a[1] <= b[0] for a, b in itertools.pairwise(ranges)):
            assert records.overlap == pytest.approx(0, abs=1e-12)
    else:
        assert records.overlap == 0


# --- changes


def test_changes_of_china_2020_to_2024() -> None:
    # Domain notes 4b, with the implied shares as printed there.
    before, after = (43834, 17131, 0.5639), (54188, 23119, 0.5856)
    theil_l = sr.inequality.shapley_change("theil_l", *before, *after)
    assert [round(part, 6) for part in theil_l] == [-0.016940, -0.002288, -0.019228]
    theil_t = sr.inequality.shapley_change("theil_t", *before, *after)
    assert [round(part, 6) for part in theil_t] == [-0.013991, -0.002994, -0.016986]
    mean = sr.inequality.mean_change(*before, *after)
    assert mean.urban + mean.rural + mean.urbanisation == pytest.approx(mean.total)
    assert mean.urbanisation == pytest.approx(((43834 + 54188) - (17131 + 23119)) / 2 * (0.5856 - 0.5639))


years = st.tuples(incomes, incomes, shares)


@every_index
@given(before=years, after=years)
def test_changes_add_up(index: str, before: Any, after: Any) -> None:
    change = sr.inequality.shapley_change(index, *before, *after)
    assert change.total == pytest.approx(TWO_GROUPS[index](*after) - TWO_GROUPS[index](*before), abs=1e-14)
    assert change.income + change.urbanisation == pytest.approx(change.total, abs=1e-14)
    mean = sr.inequality.mean_change(*before, *after)
    scale = max(*before, *after)
    assert mean.urban + mean.rural + mean.urbanisation == pytest.approx(mean.total, abs=1e-12 * scale)


def test_changes_of_many_places_keep_labels() -> None:
    urban = pd.Series([43834.0, 62699.0], index=["中国", "浙江"])
    change = sr.inequality.shapley_change(
        "gini", urban, [17131, 31930], [0.56, 0.66], urban * 1.1, [23119, 42786], 0.68
    )
    mean = sr.inequality.mean_change(urban, [17131, 31930], [0.56, 0.66], urban * 1.1, [23119, 42786], 0.68)
    for result in (*change, *mean):
        assert result.index.equals(urban.index)
    one = sr.inequality.shapley_change("gini", urban["浙江"], 31930, 0.66, urban["浙江"] * 1.1, 42786, 0.68)
    assert one == tuple(part["浙江"] for part in change)


@given(
    hnp.arrays(np.float64, (3, 4), elements=st.floats(0.1, 50)),
    hnp.arrays(np.float64, (3, 4), elements=st.floats(0.1, 50)),
)
def test_effects_of_factors_add_up(start: np.ndarray, end: np.ndarray) -> None:
    effects = sr.inequality.lmdi(start, end)
    total = end.prod(axis=1) - start.prod(axis=1)
    np.testing.assert_allclose(effects.sum(axis=1), total, rtol=1e-9, atol=1e-7)
    for row, first, last in zip(effects, start, end, strict=True):
        np.testing.assert_array_equal(row, sr.inequality.lmdi(first, last))
        mean = sr.inequality.logarithmic_mean(last.prod(), first.prod())
        np.testing.assert_allclose(row, mean * np.log(last / first), rtol=1e-9, atol=1e-9)


def test_factors_that_are_zero_take_the_change() -> None:
    assert sr.inequality.lmdi([0, 3], [2, 5]).tolist() == [10, 0]
    assert sr.inequality.lmdi([2, 3, 4], [0, 0, 5]).tolist() == [-12, -12, 0]
    assert sr.inequality.lmdi([0, 3], [2, 0]).tolist() == [0, 0]
    factors = pd.DataFrame({"people": [100.0, 10.0], "income": [0.5, 2.0]}, index=["甲", "乙"])
    effects = sr.inequality.lmdi(factors, factors * 1.1)
    assert effects.columns.equals(factors.columns)
    assert effects.index.equals(factors.index)


# --- convergence


def test_dispersion_of_eleven_cities() -> None:
    assert round(sr.inequality.sigma_convergence(CITIES, ddof=0), 5) == 0.16352
    assert round(sr.inequality.sigma_convergence(CITIES, ddof=1), 5) == 0.17150
    panel = pd.DataFrame({2019: CITIES / (1 + CITY_GROWTH), 2020: CITIES})
    sigma = sr.inequality.sigma_convergence(panel, ddof=1)
    assert isinstance(sigma, pd.Series)
    assert list(sigma.index) == [2019, 2020]
    np.testing.assert_allclose(sigma, np.log(panel).std(ddof=1))
    assert sigma[2020] < sigma[2019]


def test_beta_convergence_is_least_squares() -> None:
    start = CITIES / (1 + CITY_GROWTH)
    fit = sr.inequality.beta_convergence(start, CITIES, 1)
    x, y = np.log(start.to_numpy()), np.log1p(CITY_GROWTH)
    design = np.column_stack([np.ones_like(x), x])
    (intercept, slope), (squares,), *_ = np.linalg.lstsq(design, y, rcond=None)
    covariance = np.linalg.inv(design.T @ design) * squares / (len(x) - 2)
    assert fit.intercept == pytest.approx(intercept)
    assert fit.slope == pytest.approx(slope)
    assert fit.slope_error == pytest.approx(math.sqrt(covariance[1, 1]))
    assert fit.r_squared == pytest.approx(np.corrcoef(x, y)[0, 1] ** 2)
    assert fit.slope < 0
    assert fit.speed == pytest.approx(-math.log(1 + slope))
    assert fit.half_life.periods == pytest.approx(math.log(2) / fit.speed)


@given(st.floats(-0.03, 0.2), st.floats(1, 30))
def test_beta_convergence_finds_the_speed_that_made_the_data(speed: float, periods: float) -> None:
    start = np.array([100, 150, 220, 400, 900])
    end = np.exp(math.log(500) + math.exp(-speed * periods) * np.log(start / 500))
    fit = sr.inequality.beta_convergence(start, end, periods)
    assert fit.speed == pytest.approx(speed, abs=1e-9)
    assert fit.half_life.reach in ("reached" if speed > 1e-9 else "never", "reached" if speed >= -1e-9 else "never")


# --- errors


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: sr.inequality.two_group_theil_l(0, 1, 0.5), sr.DomainError, "urban = 0 must be positive"),
        (lambda: sr.inequality.two_group_theil_t(0, 0, 0.5), sr.DomainError, "mean income of all is zero"),
        (
            lambda: sr.inequality.two_group_gini(2, 1, 1.5),
            sr.DomainError,
            "urban_share = 1.5 must be a share from 0 to 1",
        ),
        (lambda: sr.inequality.two_group_gini(2, 1, 67), sr.DomainError, "urban_share = 67"),
        (lambda: sr.inequality.two_group_gini([2], [1e200], 0.5), sr.DomainError, r"rural = 1e\+200 .*element 0"),
        (lambda: sr.inequality.implied_urban_share(5, 4, 2), sr.DomainError, "overall = 5.*must lie between"),
        (lambda: sr.inequality.urban_share(3, 4, 2, share=0.5), TypeError, "share, origin: give both"),
        (lambda: sr.inequality.urban_share(3, 4, 2, origin="given"), TypeError, "share, origin: give both"),
        (lambda: sr.inequality.urban_share(3, 4, 2, share=0.5, origin="implied"), sr.DomainError, "cannot be implied"),
        (
            lambda: sr.inequality.urban_share(3, 4, 2, share=0.5, origin="census"),
            ValueError,
            "'census' is none of 'implied'",
        ),
        (lambda: sr.inequality.urban_share([3], 4, 2), TypeError, "see implied_urban_share"),
        (lambda: sr.inequality.urban_share(3, 4, "2"), TypeError, "^rural: "),
        (lambda: sr.UrbanShare(1.5, "given", 3, 3), sr.DomainError, "share = 1.5"),
        (lambda: sr.UrbanShare(0.5, "given", 3, 0), sr.DomainError, "published_mean"),
        (lambda: sr.inequality.theil_t([]), sr.DomainError, "mean_income is empty"),
        (lambda: sr.inequality.theil_l([1, 0]), sr.DomainError, r"theil_l: mean_income = 0 .*element 1"),
        (lambda: sr.inequality.gini([1, -2]), sr.DomainError, r"gini: mean_income = -2 .*element 1"),
        (lambda: sr.inequality.gini([[1, 2], [3, math.nan]]), sr.DomainError, r"nan.*element 1.*row 1"),
        (
            lambda: sr.inequality.gini([1, 2], population=[1, 2, 3]),
            sr.DomainError,
            "population has 3 numbers for 2 means",
        ),
        (lambda: sr.inequality.gini([1, 2], population=[0, 0]), sr.DomainError, "population is zero"),
        (lambda: sr.inequality.gini(["1", "2"]), TypeError, "^mean_income: "),
        (lambda: sr.inequality.gini([1, 2], population=np.ma.array([1, 2])), TypeError, "^population: masked"),
        (lambda: sr.inequality.decompose_inequality("gini", [1, 2]), TypeError, "within, group: give one"),
        (
            lambda: sr.inequality.decompose_inequality("gini", [1, 2], within=0, group=[0, 1]),
            TypeError,
            "within, group",
        ),
        (
            lambda: sr.inequality.decompose_inequality("theil", [1, 2], within=0),
            ValueError,
            "'theil' is none of 'theil_t'",
        ),
        (lambda: sr.inequality.decompose_inequality("gini", [1, 2], within=2), sr.DomainError, "within = 2"),
        (
            lambda: sr.inequality.decompose_inequality("gini", [[1, 2]], within=0),
            ValueError,
            "^mean_income: needs one dim",
        ),
        (
            lambda: sr.inequality.decompose_inequality("gini", [1, 2], group=["a"]),
            sr.DomainError,
            "group has 1 labels for 2",
        ),
        (lambda: sr.inequality.decompose_inequality("gini", [1, 2], group=[[0, 1]]), ValueError, "^group: "),
        (
            lambda: sr.inequality.decompose_inequality("gini", [1, 2], group=[0, math.nan]),
            sr.DomainError,
            "^group: NaN",
        ),
        (lambda: sr.inequality.decompose_inequality("gini", [1, 2], group=["a", None]), TypeError, "^group: "),
        (lambda: sr.InequalityDecomposition(0, 0, 0, 0).between_share, sr.DomainError, "total is zero"),
        (lambda: sr.inequality.mean_change(1, 1, 0.5, -1, 1, 0.5), sr.DomainError, "mean_change: urban1 = -1"),
        (lambda: sr.inequality.mean_change(sr.Interval(1), 1, 0.5, 1, 1, 0.5), TypeError, "numbers or arrays"),
        (lambda: sr.inequality.shapley_change("theil_l", 1, 1, 0.5, 0, 1, 0.5), sr.DomainError, "urban1 = 0"),
        (lambda: sr.inequality.logarithmic_mean(0, 1), sr.DomainError, "a = 0 must be positive"),
        (lambda: sr.inequality.lmdi([1, 2], [1, 2, 3]), ValueError, r"start has shape \(2,\), end \(3,\)"),
        (lambda: sr.inequality.lmdi([1, -2], [1, 2]), sr.DomainError, r"start = -2 .*element 1"),
        (lambda: sr.inequality.sigma_convergence([1, 2], ddof=2), sr.DomainError, "ddof = 2 must be 0"),
        (lambda: sr.inequality.sigma_convergence([1], ddof=0), sr.DomainError, "at least two places"),
        (lambda: sr.inequality.sigma_convergence([[[1.0]]], ddof=0), ValueError, "^levels: "),
        (lambda: sr.inequality.beta_convergence([1, 2], [2, 3], 1), sr.DomainError, "three places"),
        (lambda: sr.inequality.beta_convergence([1, 1, 1], [2, 3, 4], 1), sr.DomainError, "start at 1"),
        (lambda: sr.inequality.beta_convergence([1, 2, 4], [4, 2, 1], 3), sr.DomainError, "order of the places"),
        (lambda: sr.inequality.beta_convergence([1, 2, 4], [4, 2, 1], math.nan), sr.DomainError, "periods = nan"),
        (
            lambda: sr.inequality.beta_convergence(pd.Series([1, 2, 3]), pd.Series([1, 2, 3], index=[3, 4, 5]), 1),
            ValueError,
            "different labels",
        ),
    ],
)
def test_errors_name_what_is_wrong(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
