"""Scores, transforms, coverage and the Diebold-Mariano test: R's figures, SciPy's tests, properties, errors."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import shengzhou_report as sr

# Errors of two forecasts, on which R's forecast::dm.test (8.20) was run.
ERRORS = (
    np.array([0.31, -0.52, 0.11, 0.74, -0.23, -0.65, 0.42, 0.18, -0.91, 0.36, 0.57, -0.12, -0.44, 0.83, 0.05, -0.37]),
    np.array([0.12, -0.41, 0.35, 0.52, -0.61, -0.18, 0.77, 0.64, -0.55, -0.29, 0.83, 0.46, -0.72, 0.98, -0.34, -0.51]),
)
PIT = [0.03, 0.12, 0.22, 0.27, 0.41, 0.55, 0.58, 0.71, 0.86, 0.97, 0.99, 0.64]

# --- Diebold and Mariano


@pytest.mark.parametrize(
    ("horizon", "power", "variance", "statistic", "p_value"),
    [
        (1, 1, "uniform", -1.27774568845880, 0.22076051042071),
        (1, 2, "bartlett", -1.03727160509900, 0.31604238513299),
        (2, 1, "uniform", -1.72045660638158, 0.10590579872359),
        (2, 1, "bartlett", -1.38818659911475, 0.18535384525362),
        (2, 2, "uniform", -1.28237799514920, 0.21917448817941),
        (2, 2, "bartlett", -1.09425575548459, 0.29110381247175),
        (3, 1, "uniform", -1.96056311437883, 0.06877289935609),
        (3, 1, "bartlett", -1.43459712999339, 0.17192208332094),
        (3, 2, "uniform", -1.54107618295170, 0.14412709021838),
        (3, 2, "bartlett", -1.13026772023616, 0.27611320243440),
    ],
)
def test_diebold_mariano_as_in_r(horizon: int, power: int, variance: str, statistic: float, p_value: float) -> None:
    test = sr.forecast.diebold_mariano(*(np.abs(e) ** power for e in ERRORS), horizon=horizon, variance=variance)
    assert test.statistic == pytest.approx(statistic, rel=1e-12)
    assert test.p_value == pytest.approx(p_value, rel=1e-11)
    assert test.degrees_of_freedom == 15


def test_alternatives_as_in_r() -> None:
    squares = [e**2 for e in ERRORS]
    for alternative, p_value in {"less": 0.10958724408971, "greater": 0.89041275591029}.items():
        test = sr.forecast.diebold_mariano(*squares, horizon=2, alternative=alternative)
        assert test.p_value == pytest.approx(p_value, rel=1e-11)


# fmt: off
WWW = [
    5.457, -0.3428, 3.1904, -5.3687, 0.9381, 0.9964, -3.9562, -12.9811, 0.9348, 1.8896, -1.0935, 6.1626,
    -8.5583, -26.5749, 27.0394, 0.3703, 3.1358, 2.2413, 8.9866, 0.7899, 0.378, 0.5646, -18.0767, 31.2997,
    7.3114, 55.8105, 2.165, 6.753, 12.5231, 1.8344, -1.8826, 2.2404, 1.1655, 4.7064, -2.7809, 1.7821,
    1.4379, 12.2465, -2.1401, 0.8851, 0.1503, -5.9112, 6.1964, -3.6864, 1.669, 1.5258, 0.0299, 0.2765,
    -1.4233, -1.9321, 6.4489, -5.9695, 3.9938, 0.681, 6.861, -2.2263, -18.6581, 25.5384, -0.0093, -8.2796,
    -0.0625, -2.374, 3.7187, -12.9545, -9.8271, -21.1216, 12.6385, 1.4724, 6.7397, 5.2157, -0.7717, 3.7374,
    2.815, -1.8119, 4.6509, 0.1651, 1.1886, -4.2614, 10.9881, 3.1103, -0.0093, 1.3112, -0.9022, 14.6421,
    -13.6413, 8.0784, 1.2079, 0.5614, 0.8578, -5.8887, 17.1019, 3.3761, 11.362, -0.094, 2.2728, 3.9226,
    -0.0035, 10.6798, 5.4719, 1.4526,
]
# fmt: on


def test_documented_example_of_r() -> None:
    # ?forecast::dm.test: ets against auto.arima on WWWusage, horizon 1; squared residuals less the others, rounded.
    test = sr.forecast.diebold_mariano(WWW, np.zeros(len(WWW)))
    assert test.statistic == pytest.approx(1.9078, abs=5e-5)
    assert test.p_value == pytest.approx(0.05932, abs=5e-6)


losses = st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=3, max_size=30).filter(
    lambda pairs: np.ptp([a - b for a, b in pairs]) > 1e-3
)


@given(pairs=losses)
def test_one_period_ahead_it_is_the_paired_t_test(pairs: list[tuple[float, float]]) -> None:
    a, b = np.array(pairs).T
    test, reference = sr.forecast.diebold_mariano(a, b), stats.ttest_rel(a, b)
    assert test.statistic == pytest.approx(reference.statistic, rel=1e-8, abs=1e-10)
    assert test.p_value == pytest.approx(reference.pvalue, rel=1e-8)
    assert test.difference == pytest.approx((a - b).mean(), rel=1e-9, abs=1e-12)


@given(pairs=losses, horizon=st.integers(1, 2), factor=st.floats(1e-3, 1e3))
def test_it_has_no_unit_and_a_sign(pairs: list[tuple[float, float]], horizon: int, factor: float) -> None:
    a, b = np.array(pairs).T
    test = sr.forecast.diebold_mariano(a, b, horizon=horizon, variance="bartlett")
    scaled = sr.forecast.diebold_mariano(a * factor, b * factor, horizon=horizon, variance="bartlett")
    turned = sr.forecast.diebold_mariano(b, a, horizon=horizon, variance="bartlett")
    assert scaled.statistic == pytest.approx(test.statistic, rel=1e-6, abs=1e-9)
    assert turned.statistic == pytest.approx(-test.statistic, rel=1e-12)
    assert turned.p_value == pytest.approx(test.p_value, rel=1e-12)
    less, greater = (
        sr.forecast.diebold_mariano(a, b, horizon=horizon, variance="bartlett", alternative=word).p_value
        for word in ("less", "greater")
    )
    assert less + greater == pytest.approx(1)
    assert 2 * min(less, greater) == pytest.approx(test.p_value)


# --- transforms


def test_uniformity_as_in_r() -> None:
    # ks.test(x, "punif", exact = TRUE); chisq.test(table(cut(x, c(0, 0.5, 1)))).
    exact = sr.forecast.uniformity_test(PIT)
    assert exact.statistic == pytest.approx(0.136666666666667, rel=1e-12)
    assert exact.p_value == pytest.approx(0.956317044711813, rel=1e-12)
    binned = sr.forecast.uniformity_test(PIT, method="chi_square")
    assert binned.statistic == pytest.approx(0.333333333333333, rel=1e-12)
    assert binned.p_value == pytest.approx(0.563702861650773, rel=1e-12)
    assert sr.forecast.uniformity_test(np.arange(1, 100) / 100, method="chi_square", bins=3).n == 99


def test_histogram_has_all_and_the_band_of_a_binomial() -> None:
    rng = np.random.default_rng(1)
    histogram = sr.forecast.pit_histogram(rng.uniform(size=20))
    assert histogram.counts.sum() == 20
    # qbinom(c(0.025, 0.975), 20, 0.1) in R.
    assert (histogram.expected, histogram.lower, histogram.upper) == (2.0, 0, 5)
    np.testing.assert_allclose(histogram.edges, np.arange(11) / 10)
    whole = sr.forecast.pit_histogram([0.0, 1.0], bins=1)
    assert (whole.counts.tolist(), whole.lower, whole.upper) == ([2], 2, 2)


@given(mean=st.floats(-5, 5), sd=st.floats(0.1, 5), p=st.floats(1e-6, 1 - 1e-6))
def test_transform_of_a_normal_forecast_is_scipys(mean: float, sd: float, p: float) -> None:
    y = stats.norm(mean, sd).ppf(p)
    assert sr.forecast.pit_normal(y, mean, sd) == pytest.approx(p, rel=1e-9)


def test_right_forecasts_pass_and_wrong_ones_do_not() -> None:
    rng = np.random.default_rng(3)
    y = rng.normal(size=300)
    assert sr.forecast.uniformity_test(sr.forecast.pit_normal(y, 0, 1)).p_value > 0.01
    for mean, sd in ((0.5, 1), (0, 2), (0, 0.5)):
        pit = sr.forecast.pit_normal(y, mean, sd)
        assert sr.forecast.uniformity_test(pit).p_value < 1e-4
        assert sr.forecast.uniformity_test(pit, method="chi_square").p_value < 1e-4


def test_sample_transforms_are_those_of_the_sample() -> None:
    paths = np.random.default_rng(2).normal(size=(500, 2))
    for y in (-1.0, 0.3, paths[7, 1]):
        assert sr.forecast.pit_sample(y, paths) == pytest.approx(
            stats.percentileofscore(paths.ravel(), y, "mean") / 100
        )


# --- coverage


def test_coverage_as_binom_test_in_r() -> None:
    y = np.r_[np.zeros(17), np.full(3, 9.0)]
    held = sr.forecast.coverage(y, -1, 1, nominal=0.8)
    assert (held.share, held.hits, held.n, held.nominal) == (0.85, 17, 20, 0.8)
    assert held.interval is not None
    assert (held.interval.lower, held.interval.upper) == pytest.approx(
        (0.621073173454686, 0.967929062814536), rel=1e-12
    )
    assert held.p_value == pytest.approx(0.781800598054, rel=1e-11)
    ninety = sr.forecast.coverage(y, -1, 1, confidence=0.9).interval
    assert ninety is not None
    assert (ninety.lower, ninety.upper) == pytest.approx((0.656336195685718, 0.957830592114221), rel=1e-12)
    none = sr.forecast.coverage([9.0] * 5, -1, 1)
    assert none.interval is not None
    assert (none.interval.lower, none.interval.upper) == pytest.approx((0, 0.521823750104981), rel=1e-12)
    assert none.nominal is none.p_value is None


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-5, 5), st.floats(0, 5)), min_size=1, max_size=20))
def test_coverage_counts_hits_and_holds_its_share(rows: list[tuple[float, float, float]]) -> None:
    y, lower, width = np.array(rows).T
    held = sr.forecast.coverage(y, lower, lower + width)
    assert held.hits == sum(low <= x <= low + w for x, low, w in rows)
    assert held.interval is not None
    assert held.share in held.interval


def test_intervals_of_few_years_cover_what_they_say() -> None:
    rng = np.random.default_rng(11)
    y, lower, upper = [], [], []
    for row in rng.normal(6, 1, size=(800, 6)):
        interval = sr.forecast.value_predictive(row[:5]).interval(0.8)
        y.append(row[5])
        lower.append(interval.lower)
        upper.append(interval.upper)
    held = sr.forecast.coverage(y, lower, upper, nominal=0.8)
    assert held.p_value is not None
    assert held.p_value > 0.001


# --- interval score

ends = st.tuples(st.floats(-100, 100), st.floats(-100, 100)).map(sorted)


@given(y=st.floats(-100, 100), interval=ends, coverage=st.floats(0.01, 0.99))
def test_interval_score_is_a_sum_of_pinball_losses(y: float, interval: list[float], coverage: float) -> None:
    alpha = 1 - coverage
    both = sum(sr.forecast.pinball_loss(y, end, p) for end, p in zip(interval, (alpha / 2, 1 - alpha / 2), strict=True))
    score = sr.forecast.interval_score(y, *interval, coverage)
    assert alpha / 2 * score == pytest.approx(both, rel=1e-9, abs=1e-10)
    assert score >= interval[1] - interval[0]


@given(
    sample=st.lists(st.integers(-20, 20), min_size=5, max_size=40), interval=ends, coverage=st.sampled_from([0.5, 0.8])
)
def test_interval_score_is_proper(sample: list[int], interval: list[float], coverage: float) -> None:
    # Of all intervals that of the sample's own quantiles has the least mean score.
    low, high = np.quantile(sample, [(1 - coverage) / 2, (1 + coverage) / 2], method="inverted_cdf")
    best = np.mean(sr.forecast.interval_score(sample, low, high, coverage))
    assert np.mean(sr.forecast.interval_score(sample, *interval, coverage)) >= best - 1e-9


# --- labels, missing values, errors


def test_labels_and_missing_values() -> None:
    y = pd.Series([7.0, 8.0, math.nan], index=[2021, 2022, 2023], name="growth")
    score = sr.forecast.interval_score(y, 6, 7.5, 0.8, nan_policy="propagate")
    pd.testing.assert_series_equal(score, pd.Series([1.5, 6.5, math.nan], index=y.index, name="growth"))
    assert sr.forecast.coverage(y, 6, 7.5, nan_policy="omit").hits == 1
    assert math.isnan(sr.forecast.coverage(y, 6, 7.5, nan_policy="propagate").share)
    with pytest.raises(sr.DomainError, match=r"coverage: observation = nan .* \(element 2\)"):
        sr.forecast.coverage(y, 6, 7.5)
    with pytest.raises(ValueError, match="different labels"):
        sr.forecast.coverage(y, y.set_axis([1, 2, 3]), 9)
    assert math.isnan(sr.forecast.uniformity_test([0.5, math.nan], nan_policy="propagate").p_value)
    assert sr.forecast.uniformity_test([0.5, math.nan], nan_policy="omit").n == 1
    assert math.isnan(sr.forecast.diebold_mariano([1, 2, math.nan], [2, 1, 1], nan_policy="propagate").p_value)
    assert sr.forecast.diebold_mariano([1, 2, math.nan], [2, 1, 1], nan_policy="omit").degrees_of_freedom == 1


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.forecast.interval_score(1, 2, 1, 0.8), sr.DomainError, "lower = 2, upper = 1"),
        (lambda: sr.forecast.interval_score([1, 1], [0, 2], 1, 0.8), sr.DomainError, r"lower = 2.*element 1"),
        (lambda: sr.forecast.interval_score(1, 0, 1, 80), sr.DomainError, "coverage = 80"),
        (lambda: sr.forecast.pit_normal(1, 0, -1), sr.DomainError, "sd = -1"),
        (lambda: sr.forecast.pit_sample(1, []), sr.DomainError, "sample is empty"),
        (lambda: sr.forecast.pit_histogram([1.5]), sr.DomainError, r"pit = 1.5 must be from 0 to 1 \(element 0\)"),
        (lambda: sr.forecast.pit_histogram([]), sr.DomainError, "pit is empty"),
        (lambda: sr.forecast.pit_histogram([0.5], bins=0), sr.DomainError, "bins = 0"),
        (lambda: sr.forecast.pit_histogram([math.nan], nan_policy="propagate"), ValueError, "cannot be missing"),
        (lambda: sr.forecast.uniformity_test([[0.5]]), ValueError, "pit: needs a one-dimensional"),
        (lambda: sr.forecast.uniformity_test([0.5], method="t"), ValueError, "'t' is none of 'kolmogorov_smirnov'"),
        (lambda: sr.forecast.uniformity_test([0.5], bins=3), ValueError, "bins: 'kolmogorov_smirnov' has none"),
        (lambda: sr.forecast.uniformity_test(PIT, method="chi_square", bins=3), sr.DomainError, "bins = 3 of 12"),
        (lambda: sr.forecast.coverage([1], 2, 1), sr.DomainError, "lower = 2 is above upper = 1"),
        (lambda: sr.forecast.coverage([1], 0, 1, nominal=80), sr.DomainError, "nominal = 80"),
        (lambda: sr.forecast.coverage([1, 2], [0, 1, 2], 3), ValueError, "shapes do not fit: observation"),
        (lambda: sr.forecast.coverage(1, 0, 3), ValueError, "observation: needs a one-dimensional"),
        (lambda: sr.forecast.coverage([1], [0, 1], 3), ValueError, "shapes do not fit"),
        (lambda: sr.forecast.diebold_mariano([1], [2]), sr.DomainError, "1 losses are too few"),
        (lambda: sr.forecast.diebold_mariano([1, 2], [2, 1], horizon=2), sr.DomainError, "horizon = 2 must be"),
        (lambda: sr.forecast.diebold_mariano([1, 2], [2, 3]), sr.DomainError, "differ by a constant"),
        (lambda: sr.forecast.diebold_mariano([1, 9, 1, 9], [2] * 4, horizon=2), sr.DomainError, "'bartlett'"),
        (lambda: sr.forecast.diebold_mariano([1, 2], [2, 1], alternative="two"), ValueError, "alternative: 'two'"),
        (lambda: sr.forecast.diebold_mariano([1, 2], [2, 1], horizon=1.5), TypeError, "horizon: needs a whole"),
        (lambda: sr.forecast.diebold_mariano([1, 2, 3], [2, 1, 1], horizon=2, nan_policy="omit"), ValueError, "order"),
    ],
)
def test_errors_name_argument_and_value(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
