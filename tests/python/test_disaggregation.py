"""Temporal disaggregation: published and recomputed cases, properties, and how pandas indices pass through."""

from __future__ import annotations

import itertools
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import shengzhou_report as sr

# The case that R's tempdisagg and gretl's tdisagg were run on.
INDICATOR = np.array([50, 100, 150, 100, 55, 105, 148, 98, 60, 98, 140, 110, 52, 101, 160, 104, 58, 112, 155, 99.0])
BENCHMARKS = np.array([500, 400, 300, 400, 500.0])
PROPORTIONAL = [
    *(64.5003540223, 128.0593649753, 187.8530036510, 119.5872773514, 61.6310930383, 109.5823779381, 142.6176265674),
    *(86.1689024562, 47.5221999009, 71.5074566817, 99.1086225100, 81.8617209074, 42.9556172233, 91.4459607358),
    *(156.7705019221, 108.8279201188, 64.2614921946, 130.0402618299, 185.6801399620, 120.0181060135),
]
CHOW_LIN = [
    *(44.8574824118, 127.6972063157, 205.9089153805, 121.5363958920, 37.3379390823, 108.4470970251, 170.2033873534),
    *(84.0115765392, 11.7203101517, 66.5356732600, 132.4041617347, 89.3398548536, 8.8238953888, 92.4390503862),
    *(190.4485670091, 108.2884872159, 46.0827426440, 135.6958676013, 204.3779012220, 113.8434885327),
]

# --- published figures


def test_example_of_the_imf_manual() -> None:
    z = [98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5, 103.0, 103.5, 101.5]
    expected = [
        *(969.792854, 998.419035, 1018.345837, 1013.442274, 1007.203341, 1042.848545),
        *(1060.344647, 1051.003466, 1040.648752, 1066.535537, 1071.712894, 1051.003466),
    ]
    assert sr.disaggregation.denton_cholette([4000, 4161.4], z, periods_per_benchmark=4) == pytest.approx(
        expected, abs=5.1e-7
    )


def test_denton_cholette_as_tempdisagg_and_gretl() -> None:
    x = sr.disaggregation.denton_cholette(BENCHMARKS, INDICATOR, periods_per_benchmark=4)
    np.testing.assert_allclose(x, PROPORTIONAL, rtol=0, atol=1e-9)


def test_chow_lin_as_tempdisagg() -> None:
    result = sr.disaggregation.chow_lin(BENCHMARKS, INDICATOR, periods_per_benchmark=4, rho=0.5)
    np.testing.assert_allclose(result.series, CHOW_LIN, rtol=0, atol=1e-9)
    np.testing.assert_allclose(result.coefficients, [-55.26806438087, 1.57649654597], rtol=0, atol=1e-10)
    # statsmodels, GLS with the same covariance.
    np.testing.assert_allclose(result.standard_errors, [545.90073275, 5.31060165], rtol=0, atol=5.1e-9)
    assert result.log_likelihood == pytest.approx(-28.4893, abs=5e-5)
    likeliest = sr.disaggregation.chow_lin(BENCHMARKS, INDICATOR, periods_per_benchmark=4, nonnegative=False)
    assert likeliest.rho == pytest.approx(0.6774963399, abs=3e-8)


# --- properties

CONVERSIONS: list[sr.typing.Conversion] = ["sum", "mean", "first", "last"]


def aggregate(x: np.ndarray, blocks: int, n: int, conversion: str) -> np.ndarray:
    rows = x[: blocks * n].reshape(blocks, n)
    return {"sum": rows.sum(axis=1), "mean": rows.mean(axis=1), "first": rows[:, 0], "last": rows[:, -1]}[conversion]


@st.composite
def problems(draw: Any) -> tuple[np.ndarray, np.ndarray, int]:
    blocks, n, beyond = draw(st.integers(1, 8)), draw(st.integers(1, 13)), draw(st.integers(0, 6))
    y = draw(hnp.arrays(np.float64, blocks, elements=st.floats(-1e6, 1e6)))
    z = draw(hnp.arrays(np.float64, blocks * n + beyond, elements=st.floats(1e-3, 1e6)))
    return y, z, n


@given(
    problem=problems(), conversion=st.sampled_from(CONVERSIONS), movement=st.sampled_from(["additive", "proportional"])
)
def test_denton_cholette_meets_its_benchmarks(problem: Any, conversion: Any, movement: Any) -> None:
    y, z, n = problem
    x = sr.disaggregation.denton_cholette(
        y, z, periods_per_benchmark=n, movement=movement, conversion=conversion, nonnegative=False
    )
    assert x.shape == z.shape
    # What a sum of numbers of this size can hold: the additive form takes the indicator away and adds it again, the
    # proportional one has the digits of the largest ratio to it.
    held = z.max() if movement == "additive" else z.max() * np.abs(x / z).max()
    size = (np.abs(x).max() + held) * n + np.abs(y).max()
    np.testing.assert_allclose(aggregate(x, len(y), n, conversion), y, rtol=0, atol=1e-12 * size)


@given(problem=problems(), factor=st.floats(1e-6, 1e6))
def test_denton_cholette_scales_with_its_benchmarks_and_not_with_its_indicator(problem: Any, factor: float) -> None:
    y, z, n = problem
    x = sr.disaggregation.denton_cholette(y, z, periods_per_benchmark=n, nonnegative=False)
    size = np.abs(x).max()
    np.testing.assert_allclose(
        sr.disaggregation.denton_cholette(y * factor, z, periods_per_benchmark=n, nonnegative=False),
        x * factor,
        rtol=0,
        atol=1e-9 * size * factor + 1e-300,  # doubles near zero have fewer digits
    )
    np.testing.assert_allclose(
        sr.disaggregation.denton_cholette(y, z * factor, periods_per_benchmark=n, nonnegative=False),
        x,
        rtol=0,
        atol=1e-9 * size,
    )


@given(problem=problems(), rho=st.floats(-0.9, 0.99), conversion=st.sampled_from(CONVERSIONS))
def test_chow_lin_meets_its_benchmarks(problem: Any, rho: float, conversion: Any) -> None:
    y, z, n = problem
    y = np.append(y, [3.0, 1.0])
    z = np.append(np.linspace(1, 2, 2 * n) ** 2, z)
    result = sr.disaggregation.chow_lin(
        y, z, periods_per_benchmark=n, rho=rho, conversion=conversion, constant=False, nonnegative=False
    )
    size = np.abs(result.series).max() * n + np.abs(y).max()
    np.testing.assert_allclose(aggregate(result.series, len(y), n, conversion), y, rtol=0, atol=1e-9 * size)


def test_a_second_indicator_and_extrapolation() -> None:
    x = np.column_stack([INDICATOR, np.sqrt(np.arange(1.0, 21))])
    result = sr.disaggregation.chow_lin(BENCHMARKS[:4], x, periods_per_benchmark=4, rho=0.3, nonnegative=False)
    assert result.series.shape == (20,)
    assert result.coefficients.shape == result.standard_errors.shape == (3,)
    np.testing.assert_allclose(result.series[:16].reshape(4, 4).sum(axis=1), BENCHMARKS[:4])
    # Beyond the benchmarks the residual of the last period dies away as rho^k.
    residual = result.series - np.column_stack([np.ones(20), x]) @ result.coefficients
    np.testing.assert_allclose(residual[16:], residual[15] * 0.3 ** np.arange(1, 5))


# --- without negative values


def best_of_all_sets(h: np.ndarray, p: np.ndarray, c: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The x >= 0 with c x = y whose (x - p)' h (x - p) is least, by trying every set of periods that may be 0."""
    length, blocks = len(p), len(y)
    best, least = None, np.inf
    for zeros in itertools.product([False, True], repeat=length):
        free = ~np.array(zeros)
        k = int(free.sum())
        system = np.block([[h[np.ix_(free, free)], c[:, free].T], [c[:, free], np.zeros((blocks, blocks))]])
        solution = np.linalg.lstsq(system, np.concatenate([(h @ p)[free], y]), rcond=None)[0]
        x = np.zeros(length)
        x[free] = solution[:k]
        if x.min() < -1e-9 or np.abs(c @ x - y).max() > 1e-7 * max(1, y.max()):
            continue
        value = (x - p) @ h @ (x - p)
        if value < least:
            best, least = x, value
    assert best is not None
    return best


def differences(length: int) -> np.ndarray:
    d = np.diff(np.eye(length), axis=0)
    return d.T @ d


@settings(max_examples=25, deadline=None)
@given(
    y=st.lists(st.sampled_from([0.0, 0.5, 3.0, 40.0, 200.0]), min_size=2, max_size=2),
    z=hnp.arrays(np.float64, 8, elements=st.floats(1, 20)),
    movement=st.sampled_from(["additive", "proportional"]),
    conversion=st.sampled_from(CONVERSIONS),
)
def test_nonnegative_denton_is_the_best_of_all_sets_of_zeros(y: Any, z: Any, movement: Any, conversion: Any) -> None:
    x = sr.disaggregation.denton_cholette(
        y, z, periods_per_benchmark=4, movement=movement, conversion=conversion, nonnegative=True
    )
    c = np.array([aggregate(column, 2, 4, conversion) for column in np.eye(8)]).T
    h, p = differences(8), z
    if movement == "proportional":
        h, p = np.diag(1 / z) @ h @ np.diag(1 / z), np.zeros(8)
    np.testing.assert_allclose(x, best_of_all_sets(h, p, c, np.array(y)), rtol=0, atol=1e-6 * max(*y, 1))


def test_flows_that_turn_negative_are_marked_or_ruled_out() -> None:
    y = [100.0, 4.0, 100.0]
    with pytest.warns(sr.disaggregation.NegativeFlowWarning, match=r"denton_cholette: \d of 12 .*nonnegative=True"):
        x = sr.disaggregation.denton_cholette(y, periods_per_benchmark=4)
    assert x.min() < 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        meant = sr.disaggregation.denton_cholette(y, periods_per_benchmark=4, nonnegative=False)
        bounded = sr.disaggregation.denton_cholette(y, periods_per_benchmark=4, nonnegative=True)
        # Losses may be shared out as losses.
        sr.disaggregation.denton_cholette([100.0, -4.0, 100.0], periods_per_benchmark=4)
    np.testing.assert_array_equal(meant, x)
    assert bounded.min() == 0
    np.testing.assert_allclose(bounded.reshape(3, 4).sum(axis=1), y, rtol=1e-12)
    with pytest.raises(sr.DomainError, match="benchmarks = -4 is negative"):
        sr.disaggregation.denton_cholette([100.0, -4.0], periods_per_benchmark=4, nonnegative=True)


def test_negative_flows_are_named_by_their_labels() -> None:
    years = pd.Series([100.0, 4.0, 100.0, 90.0], index=range(2010, 2014))
    quarters = pd.Series([1, 2, 3, 4.0] * 4, index=pd.period_range("2010Q1", periods=16, freq="Q"))
    with pytest.warns(sr.disaggregation.NegativeFlowWarning, match="chow_lin: .*at 2011Q"):
        free = sr.disaggregation.chow_lin(years, quarters, rho=0.9, constant=False)
    bounded = sr.disaggregation.chow_lin(years, quarters, rho=0.9, constant=False, nonnegative=True)
    assert free.series.min() < 0 == bounded.series.min()
    pd.testing.assert_series_equal(bounded.coefficients, free.coefficients)
    np.testing.assert_allclose(bounded.series.groupby(bounded.series.index.year).sum(), years, rtol=1e-12)


# --- indices

QUARTERS = pd.period_range("2010Q1", periods=20, freq="Q")
SERIES = pd.Series(INDICATOR, index=QUARTERS, name="indicator")
YEARS = pd.period_range("2010", periods=5, freq="Y")


@pytest.mark.parametrize(
    "index",
    [YEARS, range(2010, 2015), YEARS.to_timestamp(), YEARS.to_timestamp(how="end").normalize()],
    ids=["periods", "years", "starts", "ends"],
)
@pytest.mark.parametrize("quarters", [QUARTERS, QUARTERS.to_timestamp(), QUARTERS.to_timestamp(how="end").normalize()])
def test_time_says_how_many_periods_there_are(index: Any, quarters: Any) -> None:
    benchmarks = pd.Series(BENCHMARKS, index=index, name="gdp")
    indicator = SERIES.set_axis(quarters)
    x = sr.disaggregation.denton_cholette(benchmarks, indicator)
    pd.testing.assert_series_equal(x, pd.Series(PROPORTIONAL, index=quarters, name="gdp"), rtol=0, atol=1e-9)
    result = sr.disaggregation.chow_lin(benchmarks, indicator.to_frame(), rho=0.5)
    pd.testing.assert_series_equal(result.series, pd.Series(CHOW_LIN, index=quarters, name="gdp"), rtol=0, atol=1e-9)
    assert list(result.coefficients.index) == list(result.standard_errors.index) == ["constant", "indicator"]


def test_an_index_is_made_where_there_is_no_indicator() -> None:
    smooth = sr.disaggregation.denton_cholette(pd.Series(BENCHMARKS, index=YEARS), periods_per_benchmark=4)
    assert isinstance(smooth, pd.Series)
    assert smooth.index.equals(QUARTERS)
    starts = sr.disaggregation.denton_cholette(
        pd.Series(BENCHMARKS, index=YEARS.to_timestamp()), periods_per_benchmark=12
    )
    assert starts.index.equals(pd.date_range("2010-01-01", periods=60, freq="MS"))
    assert sr.disaggregation.chow_lin(
        pd.Series(BENCHMARKS, index=YEARS), periods_per_benchmark=4, rho=0.5
    ).series.index.equals(QUARTERS)
    plain = sr.disaggregation.denton_cholette(pd.Series(BENCHMARKS, index=YEARS), periods_per_benchmark=5)
    assert isinstance(plain, np.ndarray)


def test_an_index_that_is_no_time_is_kept() -> None:
    indicator = pd.Series(INDICATOR, index=list("abcdefghijklmnopqrst"))
    x = sr.disaggregation.denton_cholette(BENCHMARKS, indicator, periods_per_benchmark=4)
    assert x.index.equals(indicator.index)
    with pytest.raises(TypeError, match="periods_per_benchmark: needed"):
        sr.disaggregation.denton_cholette(pd.Series(BENCHMARKS), indicator)


@pytest.mark.parametrize(
    ("benchmarks", "indicator", "message"),
    [
        (YEARS, SERIES.set_axis(QUARTERS + 1), "indicator covers 2010Q2 to 2015Q1, but the benchmarks 2010 to 2014"),
        (YEARS, SERIES[:-1], "indicator covers 2010Q1 to 2014Q3.*need 2010Q1 to 2014Q4"),
        (YEARS, SERIES[::-1], "indicator: the index has gaps or is not in order"),
        (YEARS, SERIES.drop(SERIES.index[3]), "indicator: the index has gaps"),
        (YEARS[[0, 1, 2, 4, 3]], SERIES, "benchmarks: the index has gaps or is not in order"),
    ],
)
def test_indices_that_do_not_fit_are_named(benchmarks: Any, indicator: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sr.disaggregation.denton_cholette(pd.Series(BENCHMARKS, index=benchmarks), indicator)


def test_years_of_days_have_no_one_length() -> None:
    days = pd.period_range("2011-01-01", "2012-12-31", freq="D")
    with pytest.raises(ValueError, match="not all have 365 periods"):
        sr.disaggregation.denton_cholette(pd.Series([1.0, 2.0], index=[2011, 2012]), pd.Series(1.0, index=days))


# --- errors


def test_errors() -> None:
    with pytest.raises(sr.DomainError, match=r"indicator has 19 periods, but 5 benchmarks of 4 .* at least 20"):
        sr.disaggregation.denton_cholette(BENCHMARKS, INDICATOR[:-1], periods_per_benchmark=4)
    with pytest.raises(ValueError, match="periods_per_benchmark = 3, but the indices say 4"):
        sr.disaggregation.denton_cholette(pd.Series(BENCHMARKS, index=YEARS), SERIES, periods_per_benchmark=3)
    with pytest.raises(sr.DomainError, match="benchmarks = nan"):
        sr.disaggregation.denton_cholette([np.nan], periods_per_benchmark=4)
    with pytest.raises(TypeError, match="benchmarks"):
        sr.disaggregation.denton_cholette(np.ma.array([1.0]), periods_per_benchmark=4)
    with pytest.raises(TypeError, match="periods_per_benchmark"):
        sr.disaggregation.denton_cholette([1.0], periods_per_benchmark=2.5)  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="'ratio' is none of 'additive', 'proportional'"):
        sr.disaggregation.denton_cholette([1.0], periods_per_benchmark=4, movement="ratio")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="one-dimensional"):
        sr.disaggregation.denton_cholette([[1.0]], periods_per_benchmark=4)
    with pytest.raises(ValueError, match="one column an indicator"):
        sr.disaggregation.chow_lin(BENCHMARKS, np.ones((20, 1, 1)), periods_per_benchmark=4)
    with pytest.raises(sr.DomainError, match="periods_per_benchmark = -1"):
        sr.disaggregation.chow_lin(BENCHMARKS, periods_per_benchmark=-1)
    with pytest.raises(sr.DomainError, match="linearly dependent"):
        sr.disaggregation.chow_lin(BENCHMARKS, np.ones(20), periods_per_benchmark=4)
    with pytest.raises(sr.DomainError, match=r"rho = 1 "):
        sr.disaggregation.chow_lin(BENCHMARKS, INDICATOR, periods_per_benchmark=4, rho=1)


# --- residuals that drift

# gretl 2022c, tdisagg with method = "fernandez", without a constant.
FERNANDEZ = [
    *(64.861278374113, 127.862644025904, 189.004096955374, 118.271980644609, 52.180634437419, 109.098588499424),
    *(156.411913182354, 82.308863880802, 23.303779938578, 67.705205358778, 121.903307448503, 87.087707254140),
    *(20.464413643570, 92.326336535604, 176.560229107865, 110.649020712960, 57.109781998283, 132.017438980629),
    *(191.056832925114, 119.815946095973),
]


def test_fernandez_as_gretl() -> None:
    quarters = pd.Series(INDICATOR, index=QUARTERS, name="sales")
    result = sr.disaggregation.fernandez(pd.Series(BENCHMARKS, index=YEARS, name="gdp"), quarters, constant=False)
    pd.testing.assert_series_equal(result.series, pd.Series(FERNANDEZ, index=QUARTERS, name="gdp"), rtol=0, atol=1e-9)
    pd.testing.assert_series_equal(result.coefficients, pd.Series([1.300136565179], index=["sales"]), rtol=1e-12)
    assert result.rho == 0


def dense_litterman(y: np.ndarray, x: np.ndarray, n: int, rho: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Series, coefficients and likelihood by generalised least squares with the full covariance of Litterman (1983)."""
    length, m = len(x), len(y)
    d = np.eye(length) - np.eye(length, k=-1)
    h = np.eye(length) - rho * np.eye(length, k=-1)
    root = np.linalg.inv(h @ d)
    c = np.kron(np.eye(m), np.ones(n))
    c = np.pad(c, ((0, 0), (0, length - c.shape[1])))
    v = root @ root.T
    low = c @ v @ c.T
    cx = c @ x
    weight = np.linalg.inv(low)
    b = np.linalg.solve(cx.T @ weight @ cx, cx.T @ weight @ y)
    u = y - cx @ b
    likelihood = -0.5 * (m * (1 + np.log(2 * np.pi * (u @ weight @ u) / m)) + np.linalg.slogdet(low)[1])
    return x @ b + v @ c.T @ weight @ u, b, likelihood


@settings(deadline=None)
@given(
    y=hnp.arrays(np.float64, 6, elements=st.floats(50, 500)),
    z=hnp.arrays(np.float64, 26, elements=st.floats(10, 100)),
    rho=st.floats(-0.8, 0.95),
)
def test_litterman_is_generalised_least_squares(y: Any, z: Any, rho: float) -> None:
    z = z + 10 * np.arange(26)  # an indicator that is no constant
    result = sr.disaggregation.litterman(y, z, periods_per_benchmark=4, rho=rho, constant=False, nonnegative=False)
    series, coefficients, likelihood = dense_litterman(y, z.reshape(-1, 1), 4, rho)
    size = np.abs(series).max()
    np.testing.assert_allclose(result.series, series, rtol=0, atol=1e-7 * size)
    np.testing.assert_allclose(result.coefficients, coefficients, rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose(aggregate(result.series, 6, 4, "sum"), y, rtol=0, atol=1e-9 * size)
    if np.isfinite(result.log_likelihood):
        assert result.log_likelihood == pytest.approx(likelihood, abs=1e-4)


def test_litterman_finds_the_likeliest_rho() -> None:
    best = sr.disaggregation.litterman(BENCHMARKS, INDICATOR, periods_per_benchmark=4, nonnegative=False)
    x = np.column_stack([np.ones(20), INDICATOR])
    grid = [dense_litterman(BENCHMARKS, x, 4, rho)[2] for rho in np.arange(0, 0.999, 0.001)]
    assert best.rho == pytest.approx(np.argmax(grid) / 1000, abs=0.001)
    assert best.log_likelihood >= max(grid) - 1e-9


@settings(max_examples=25, deadline=None)
@given(
    y=st.lists(st.sampled_from([0.0, 0.5, 3.0, 40.0, 200.0]), min_size=3, max_size=3),
    z=hnp.arrays(np.float64, 9, elements=st.floats(1, 20)),
    rho=st.sampled_from([0.0, 0.5, 0.9]),
    conversion=st.sampled_from(CONVERSIONS),
)
def test_nonnegative_litterman_is_the_best_of_all_sets_of_zeros(y: Any, z: Any, rho: float, conversion: Any) -> None:
    z = np.round(z, 3) + np.arange(9)
    free = sr.disaggregation.litterman(
        y, z, periods_per_benchmark=3, rho=rho, constant=False, conversion=conversion, nonnegative=False
    )
    x = sr.disaggregation.litterman(
        y, z, periods_per_benchmark=3, rho=rho, constant=False, conversion=conversion, nonnegative=True
    )
    root = (np.eye(9) - rho * np.eye(9, k=-1)) @ (np.eye(9) - np.eye(9, k=-1))
    c = np.array([aggregate(column, 3, 3, conversion) for column in np.eye(9)]).T
    expected = best_of_all_sets(root.T @ root, free.coefficients[0] * z, c, np.array(y))
    np.testing.assert_allclose(x.series, expected, rtol=0, atol=1e-6 * max(*y, 1))


def test_drifting_residuals_have_the_errors_of_chow_lin() -> None:
    years = pd.Series([100.0, 4.0, 100.0, 90.0], index=range(2010, 2014))
    quarters = pd.Series([1, 2, 3, 4.0] * 4, index=pd.period_range("2010Q1", periods=16, freq="Q"))
    with pytest.warns(sr.disaggregation.NegativeFlowWarning, match="litterman: .*at 2011Q") as caught:
        sr.disaggregation.litterman(years, quarters, rho=0.5, constant=False)
    assert caught[0].filename == __file__
    with pytest.raises(sr.DomainError, match="litterman: rho = 1 must lie"):
        sr.disaggregation.litterman(years, quarters, rho=1)
    with pytest.raises(sr.DomainError, match="fernandez: benchmarks = -3"):
        sr.disaggregation.fernandez([5, -3, 5], np.arange(12.0), periods_per_benchmark=4, nonnegative=True)
    with pytest.raises(sr.DomainError, match="fernandez: 2 benchmarks are too few for 2 coefficients"):
        sr.disaggregation.fernandez([5, 3], np.arange(8.0), periods_per_benchmark=4)
    with pytest.raises(sr.DomainError, match="litterman: indicators are linearly dependent"):
        sr.disaggregation.litterman([5, 3, 4], np.ones(12), periods_per_benchmark=4, rho=0.5)
    with pytest.raises(ValueError, match="'total' is none of 'sum', 'mean'"):
        sr.disaggregation.fernandez([5, 3, 4], np.arange(12.0), periods_per_benchmark=4, conversion="total")  # type: ignore[arg-type]
