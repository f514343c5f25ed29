"""The income ratio and the absolute gap: official figures, closed forms, and properties that hold for any numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shengzhou_report as sr

INF = float("inf")
# Shengzhou 2023: disposable income per head of urban and rural residents, and its growth.
URBAN, RURAL, G_URBAN, G_RURAL = 77400.0, 43200.0, 0.063, 0.068
RATIO = URBAN / RURAL

# --- official figures


@pytest.mark.parametrize(
    ("place", "year", "urban", "rural", "ratio", "gap"),
    [
        ("Shengzhou", 2015, 44300, 22700, 1.9515, 21600),
        ("Shengzhou", 2017, 52039, 26944, 1.9314, 25095),
        ("Shengzhou", 2018, 56360, 29459, 1.9132, 26901),
        ("Shengzhou", 2019, 61271, 32131, 1.9069, 29140),
        ("Shengzhou", 2021, 69692, 37876, 1.8400, 31816),
        ("Shengzhou", 2023, 77400, 43200, 1.7917, 34200),
        ("Zhejiang", 2020, 62699, 31930, 1.9636, 30769),
        ("Zhejiang", 2024, 78251, 42786, 1.8289, 35465),
        ("China", 2024, 54188, 23119, 2.3439, 31069),
        ("China", 2025, 56502, 24456, 2.3104, 32046),
    ],
)
def test_ratio_and_gap_of_published_incomes(
    place: str, year: int, urban: float, rural: float, ratio: float, gap: float
) -> None:
    assert round(sr.income_gap.income_ratio(urban, rural), 4) == ratio
    assert sr.income_gap.income_gap(urban, rural) == gap


def test_a_ratio_of_figures_rounded_to_100_yuan() -> None:
    urban, rural = (sr.Quantity(value, "元", step=100).interval() for value in ("77400", "43200"))
    ratio = sr.income_gap.income_ratio(urban, rural)
    assert (round(ratio.lower, 4), round(ratio.upper, 4)) == (1.7884, 1.7949)


@pytest.mark.parametrize(("target", "years"), [(1.75, 5.01), (1.70, 11.19), (1.60, 24.11), (1.50, 37.86)])
def test_years_to_a_target_ratio(target: float, years: float) -> None:
    crossing = sr.income_gap.years_to_ratio(RATIO, G_URBAN, G_RURAL, target)
    assert crossing.periods == pytest.approx(math.log(target / RATIO) / math.log(1.063 / 1.068))
    assert crossing.periods == pytest.approx(years, abs=0.05)
    assert crossing.whole_periods() == math.ceil(crossing.periods)


def test_china_from_2_344_to_2_at_the_pace_of_2024() -> None:
    assert sr.income_gap.years_to_ratio(2.344, 0.0457, 0.0658, 2.0).periods == pytest.approx(8.31, abs=0.05)


def test_what_1_70_in_2027_takes() -> None:
    differential = sr.income_gap.required_differential(RATIO, 1.70, 4)
    rural = sr.income_gap.required_rural_growth(RATIO, G_URBAN, 1.70, 4)
    urban = sr.income_gap.required_urban_growth(RATIO, rural, 1.70, 4)
    assert differential == pytest.approx(0.013216, abs=5e-7)
    assert rural == pytest.approx(0.07705, abs=5e-6)
    assert urban == pytest.approx(G_URBAN)
    assert sr.income_gap.ratio_path(RATIO, G_URBAN, rural, 4)[-1] == pytest.approx(1.70)
    assert sr.income_gap.years_to_ratio(RATIO, G_URBAN, rural, 1.70).periods == pytest.approx(4)


def test_the_gap_narrows_only_where_rural_growth_exceeds_ratio_times_urban_growth() -> None:
    assert round(sr.income_gap.gap_threshold(RATIO, G_URBAN), 4) == 0.1129
    assert round(sr.income_gap.gap_threshold(2.344, 0.0457), 3) == 0.107
    assert sr.income_gap.is_narrowing(G_URBAN, G_RURAL) == "certain"
    assert sr.income_gap.is_gap_narrowing(RATIO, G_URBAN, G_RURAL) == "no"
    assert sr.income_gap.is_gap_narrowing(RATIO, G_URBAN, 0.114) == "certain"


def test_turning_points_of_shengzhou() -> None:
    peak = sr.income_gap.gap_peak(URBAN, RURAL, G_URBAN, G_RURAL)
    assert (peak.reach, peak.year) == ("reached", 108)
    assert peak.time == pytest.approx(108.50, abs=0.005)
    path = sr.income_gap.gap_path(URBAN, RURAL, G_URBAN, G_RURAL, 150)
    assert int(np.argmax(path)) == peak.year
    assert peak.gap == pytest.approx(path.max())
    closed = sr.income_gap.gap_close(URBAN, RURAL, G_URBAN, G_RURAL)
    assert closed.periods == pytest.approx(124.27, abs=0.005)
    assert path[124] > 0 > path[125]
    half = sr.income_gap.ratio_half_life(RATIO, G_URBAN, G_RURAL)
    assert half.periods == pytest.approx(closed.periods / 2)


def test_narrowing_that_rounded_levels_leave_open_and_rates_decide() -> None:
    # 2022 back-cast from 2023; the ratios of both years nearly touch.
    rates = [sr.Quantity(printed, "%").rate_interval() for printed in ("6.3", "6.8")]
    levels = {
        name: sr.Quantity(value, "元", step=step).interval()
        for name, value, step in (
            ("urban0", "72800", 1000),
            ("rural0", "40400", 1000),
            ("urban1", "77400", 100),
            ("rural1", "43200", 100),
        )
    }
    assert sr.income_gap.is_narrowing(*rates) == "certain"
    assert sr.income_gap.is_narrowing(**levels) == "possible"
    assert sr.income_gap.is_narrowing(*rates, **levels) == "certain"
    assert sr.income_gap.is_gap_narrowing(*[None, *rates], **levels) == "no"
    with pytest.raises(sr.DomainError, match="urban_growth"):
        sr.income_gap.is_narrowing(0.2, rates[1], **levels)


# --- paths


def test_paths_with_constant_growth() -> None:
    ratio = sr.income_gap.ratio_path(RATIO, G_URBAN, G_RURAL, periods=3)
    np.testing.assert_allclose(ratio, RATIO * (1.063 / 1.068) ** np.arange(4))
    gap = sr.income_gap.gap_path(URBAN, RURAL, G_URBAN, G_RURAL, periods=3)
    years = np.arange(4)
    np.testing.assert_allclose(gap, URBAN * 1.063**years - RURAL * 1.068**years)
    assert list(sr.income_gap.ratio_path(RATIO, 0.0, 0.0, periods=0)) == [RATIO]


@given(st.lists(st.tuples(st.floats(-0.2, 0.2), st.floats(-0.2, 0.2)), min_size=1, max_size=8))
def test_paths_with_growth_of_each_year_multiply_up(rates: list[tuple[float, float]]) -> None:
    urban, rural = map(np.array, zip(*rates, strict=True))
    urban_levels, rural_levels = sr.growth.chain(urban, URBAN), sr.growth.chain(rural, RURAL)
    np.testing.assert_allclose(sr.income_gap.ratio_path(RATIO, urban, rural), urban_levels / rural_levels, rtol=1e-12)
    np.testing.assert_allclose(
        sr.income_gap.gap_path(URBAN, RURAL, urban, rural), urban_levels - rural_levels, atol=1e-6
    )


def test_paths_of_many_places() -> None:
    places = pd.Index(["嵊州", "新昌"], name="place")
    ratios = pd.Series([1.8, 1.9], index=places)
    paths = sr.income_gap.ratio_path(ratios, 0.05, [0.06, 0.07], periods=2)
    assert isinstance(paths, pd.DataFrame)
    assert paths.index.equals(places)
    assert list(paths.columns) == [0, 1, 2]
    for place, rural in zip(places, (0.06, 0.07), strict=True):
        np.testing.assert_array_equal(paths.loc[place], sr.income_gap.ratio_path(ratios[place], 0.05, rural, periods=2))
    matrix = sr.income_gap.gap_path(np.full((2, 3), 200.0), 100.0, 0.05, 0.06, periods=4)
    assert matrix.shape == (2, 3, 5)
    np.testing.assert_array_equal(matrix[1, 2], sr.income_gap.gap_path(200.0, 100.0, 0.05, 0.06, periods=4))
    assert sr.income_gap.ratio_path(np.array([]), 0.05, 0.06, periods=4).shape == (0, 5)


def test_paths_of_intervals_hold_the_paths_inside() -> None:
    ratio, urban, rural = sr.Interval(1.78, 1.80), sr.Interval(0.0625, 0.0635), sr.Interval(0.0675, 0.0685)
    constant = sr.income_gap.ratio_path(ratio, urban, rural, periods=5)
    varying = sr.income_gap.ratio_path(ratio, [urban] * 5, [rural] * 5)
    inside = sr.income_gap.ratio_path(1.79, 0.063, 0.068, periods=5)
    assert constant[0] == ratio
    for wide, same, value in zip(constant, varying, inside, strict=True):
        assert value in wide
        assert wide.lower == pytest.approx(same.lower)
        assert wide.upper == pytest.approx(same.upper)
    gaps = sr.income_gap.gap_path(sr.Interval(77350, 77450), sr.Interval(43150, 43250), urban, rural, periods=5)
    assert all(
        value in wide for value, wide in zip(sr.income_gap.gap_path(URBAN, RURAL, 0.063, 0.068, 5), gaps, strict=True)
    )


def test_years_to_a_ratio_on_a_path() -> None:
    constant = sr.income_gap.years_to_ratio(RATIO, G_URBAN, G_RURAL, 1.75)
    varying = sr.income_gap.years_to_ratio_on_path(RATIO, np.full(20, G_URBAN), G_RURAL, 1.75)
    assert varying.periods == pytest.approx(constant.periods)
    # The first year stands still; within the third the ratio falls geometrically.
    crossing = sr.income_gap.years_to_ratio_on_path(1.80, [0.06, 0.05, 0.05], [0.06, 0.07, 0.07], target=1.75)
    assert crossing.periods == pytest.approx(1 + math.log(1.80 / 1.75) / math.log(1.07 / 1.05))
    assert sr.income_gap.years_to_ratio_on_path(1.80, [0.06], [0.07], 1.5).reach == "never"
    assert sr.income_gap.years_to_ratio_on_path(1.80, [0.06], [0.07], 1.9) == sr.Crossing("already", 0)
    ranged = sr.income_gap.years_to_ratio_on_path(sr.Interval(1.79, 1.81), [0.05] * 9, [0.07] * 9, 1.75)
    assert ranged.reached == "certain"
    assert ranged.earliest.periods < ranged.latest.periods


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: sr.income_gap.ratio_path(1.8, 0.06, 0.07, periods=-1), sr.DomainError, "periods = -1"),
        (lambda: sr.income_gap.ratio_path([1.8], 0.06, 0.07, periods=-1), sr.DomainError, "periods = -1"),
        (lambda: sr.income_gap.ratio_path(1.8, 0.06, 0.07, periods=2.5), TypeError, "^periods: needs a whole number"),
        (lambda: sr.income_gap.ratio_path([1.8], [0.06], 0.07), TypeError, "^ratio: .*one number"),
        (lambda: sr.income_gap.ratio_path(1.8, [[0.06]], 0.07), ValueError, "^urban_growth: .*one rate a year"),
        (lambda: sr.income_gap.ratio_path(1.8, [0.06, 0.05], [0.07, 0.06, 0.05]), sr.DomainError, "2, 3"),
        (lambda: sr.income_gap.ratio_path(1.8, ["0.06"], 0.07), TypeError, "^urban_growth: "),
        (lambda: sr.income_gap.ratio_path(1.8, [0.06, -1], 0.07), sr.DomainError, "urban_growth = -1"),
        (lambda: sr.income_gap.ratio_half_life(0.9, 0.06, 0.07), sr.DomainError, "ratio = 0.9 must be at least 1"),
        (lambda: sr.income_gap.income_ratio(1, 0), sr.DomainError, "rural = 0 must be positive"),
        (lambda: sr.income_gap.years_to_ratio(1.8, 0.06, 0.07, 0), sr.DomainError, "target = 0 must be positive"),
        (lambda: sr.income_gap.required_differential(1.8, 1.7, 0), sr.DomainError, "years = 0 must be positive"),
        (lambda: sr.income_gap.is_narrowing(0.06), TypeError, "urban_growth, rural_growth together"),
        (lambda: sr.income_gap.is_narrowing(urban0=1, rural0=1), TypeError, "urban0, rural0, urban1, rural1 together"),
        (lambda: sr.income_gap.is_narrowing(), TypeError, "two growth rates, four incomes, or both"),
        (lambda: sr.income_gap.is_narrowing("0.06", 0.07), TypeError, "^urban_growth: "),
        (lambda: sr.income_gap.is_narrowing(math.nan, 0.07), sr.DomainError, "urban_growth = nan"),
        (lambda: sr.income_gap.is_narrowing(sr.Interval(0.06), INF), sr.DomainError, "rural_growth = inf"),
        (
            lambda: sr.income_gap.years_to_ratio(sr.Interval(1.8), 0.06, math.nan, 1.7),
            sr.DomainError,
            "rural_growth = nan",
        ),
        (lambda: sr.income_gap.ratio_path(sr.Interval(1.8), 0.06, math.nan, 3), sr.DomainError, "rural_growth = nan"),
        (
            lambda: sr.income_gap.ratio_path(sr.Interval(1.8), 0.06, [math.nan, 0.1]),
            sr.DomainError,
            "rural_growth = nan",
        ),
        (lambda: sr.income_gap.is_narrowing(-1, 0.07), sr.DomainError, "urban_growth = -1"),
        (lambda: sr.income_gap.is_gap_narrowing(None, 0.06, 0.07), TypeError, "give the ratio or the incomes"),
        (lambda: sr.income_gap.is_gap_narrowing(1.8), TypeError, "two growth rates"),
        (
            lambda: sr.income_gap.is_gap_narrowing(1.8, 0.06, 0.07, urban0=1, rural0=1, urban1=1, rural1=1),
            TypeError,
            "^ratio: leave it out",
        ),
        (
            lambda: sr.income_gap.is_narrowing(sr.Interval(0.06, 0.07), 0.07, growth_step=0.001),
            TypeError,
            "growth_step",
        ),
        (
            lambda: sr.income_gap.gap_peak(sr.Interval(1, 2), 1, sr.Interval(-0.1, 0.1), sr.Interval(-0.1, 0.1)),
            sr.DomainError,
            "call gap_peak with numbers",
        ),
    ],
)
def test_errors_name_what_is_wrong(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


# --- narrowing of arrays and rounded numbers


def test_narrowing_of_arrays_is_that_of_intervals_one_by_one() -> None:
    urban = np.array([0.063, 0.068, 0.0675, 0.07])
    rural = np.array([0.068, 0.068, 0.068, 0.068])
    words = sr.income_gap.is_narrowing(urban, rural, growth_step=0.001)
    assert list(words) == ["certain", "possible", "possible", "no"]
    for word, *rates in zip(words, urban, rural, strict=True):
        assert word == sr.income_gap.is_narrowing(*(sr.Interval(rate - 0.0005, rate + 0.0005) for rate in rates))
    assert list(sr.income_gap.is_narrowing(urban, rural)) == ["certain", "no", "certain", "no"]


def test_narrowing_of_numbers_minds_their_steps() -> None:
    assert sr.income_gap.is_narrowing(0.068, 0.068) == "no"
    assert sr.income_gap.is_narrowing(0.068, 0.068, growth_step=0.001) == "possible"
    levels = {"urban0": 72800, "rural0": 40630, "urban1": 77400, "rural1": 43200}
    assert sr.income_gap.is_narrowing(**levels) == "certain"
    assert sr.income_gap.is_narrowing(**levels, level_step=100) == "possible"
    assert type(sr.income_gap.is_narrowing(**levels, level_step=100)) is str


def test_narrowing_keeps_labels_and_broadcasts() -> None:
    places = pd.Index(["嵊州", "新昌"])
    words = sr.income_gap.is_narrowing(pd.Series([0.063, 0.07], index=places), 0.068, growth_step=0.001)
    assert words.to_dict() == {"嵊州": "certain", "新昌": "no"}
    grid = sr.income_gap.is_gap_narrowing([[1.8], [1.0]], 0.063, [0.068, 0.12])
    assert grid.tolist() == [["no", "certain"], ["certain", "certain"]]
    levels = {"urban0": [72800], "rural0": [40400], "urban1": [77400], "rural1": [43200]}
    assert sr.income_gap.is_narrowing(**levels, level_step=1).tolist() == ["certain"]
    assert (
        sr.income_gap.is_gap_narrowing(
            urban_growth=[0.0632], rural_growth=[0.0693], growth_step=0.001, **levels, level_step=1
        )[0]
        == "no"
    )


# --- properties

RATIOS = st.floats(1.01, 10)
RATES = st.floats(-0.3, 0.3)
INCOMES = st.floats(100, 1e6)


@given(RATIOS, RATES, RATES, st.floats(0.5, 10))
def test_a_ratio_is_at_its_target_when_it_is_said_to_be(
    ratio: float, urban: float, rural: float, target: float
) -> None:
    assume(abs(math.log1p(urban) - math.log1p(rural)) > 1e-4)
    crossing = sr.income_gap.years_to_ratio(ratio, urban, rural, target)
    if ratio <= target:
        assert crossing == sr.Crossing("already", 0)
    elif urban >= rural:
        assert crossing == sr.Crossing("never", INF)
    else:
        factor = math.exp(crossing.periods * (math.log1p(urban) - math.log1p(rural)))
        assert ratio * factor == pytest.approx(target, rel=1e-6)


@given(RATIOS, RATES, RATIOS, st.floats(0.5, 50))
def test_required_growth_leads_to_the_target(ratio: float, urban: float, target: float, years: float) -> None:
    rural = sr.income_gap.required_rural_growth(ratio, urban, target, years)
    with sr.growth.large_rates():  # a short time may ask for any growth
        assert sr.income_gap.required_urban_growth(ratio, rural, target, years) == pytest.approx(urban, abs=1e-9)
    assert (1 + rural) / (1 + urban) - 1 == pytest.approx(
        sr.income_gap.required_differential(ratio, target, years), abs=1e-9
    )
    assert ratio * ((1 + urban) / (1 + rural)) ** years == pytest.approx(target, rel=1e-6)


@given(INCOMES, st.floats(1.05, 5), st.floats(0.001, 0.15), st.floats(0.001, 0.15))
def test_the_gap_peaks_in_the_year_that_is_said(rural: float, ratio: float, urban_growth: float, rate: float) -> None:
    peak = sr.income_gap.gap_peak(rural * ratio, rural, urban_growth, rate)
    assume(peak.reach == "never" or (peak.year is not None and peak.year < 400))
    path = sr.income_gap.gap_path(rural * ratio, rural, urban_growth, rate, periods=401)
    steps = np.diff(path)
    if peak.reach == "never":
        assert peak == sr.GapPeak("never", INF, None, INF)
        assert not peak
        assert (steps > -1e-9 * path[0]).all()
    else:
        assert peak.year is not None
        tolerance = 1e-9 * np.abs(path).max()
        assert (peak.reach == "already") == (peak.year == 0)
        assert (steps[: peak.year] > -tolerance).all()
        assert steps[peak.year] <= tolerance
        assert peak.gap == pytest.approx(path[peak.year], rel=1e-9)
        assert abs(peak.time - peak.year) <= 1 + 1e-6


@given(st.data(), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_ranges_hold_what_is_inside(data: st.DataObject, a: float, b: float, c: float) -> None:
    def draw(low: float, high: float) -> sr.Interval:
        ends = data.draw(st.tuples(st.floats(low, high), st.floats(low, high)))
        return sr.Interval(*sorted(round(end, 6) for end in ends))

    def inside(interval: sr.Interval, part: float) -> float:
        return min(interval.lower + part * interval.width, interval.upper)

    ratio, urban, rural = draw(1.2, 3), draw(0.01, 0.1), draw(0.01, 0.1)
    point = inside(ratio, a), inside(urban, b), inside(rural, c)
    years = sr.income_gap.years_to_ratio(ratio, urban, rural, 1.1)
    one = sr.income_gap.years_to_ratio(*point, 1.1)
    assert years.earliest.periods <= one.periods * (1 + 1e-9)
    assert one.periods <= years.latest.periods * (1 + 1e-9)
    peaks = sr.income_gap.gap_peak(ratio, 1, urban, rural)
    peak = sr.income_gap.gap_peak(point[0], 1, *point[1:])
    assert peaks.earliest.time <= peak.time * (1 + 1e-9)
    assert peak.time <= peaks.latest.time * (1 + 1e-9)
    threshold = sr.income_gap.gap_threshold(ratio, urban)
    assert threshold.lower - 1e-12 <= sr.income_gap.gap_threshold(*point[:2]) <= threshold.upper + 1e-12
    narrowing = sr.income_gap.is_narrowing(urban, rural)
    assert sr.income_gap.is_narrowing(*point[1:]) in {"possible": ("certain", "no")}.get(narrowing, (narrowing,))


ANY = st.one_of(
    st.floats(),
    st.sampled_from([0.0, -0.0, -1.0, 1.0, math.nan, INF, -INF, 5e-324, 1.7976931348623157e308, -1 + 2**-53]),
    st.floats(0, 3),
)
FUNCTIONS: dict[Any, int] = {
    sr.income_gap.income_ratio: 2,
    sr.income_gap.income_gap: 2,
    sr.income_gap.years_to_ratio: 4,
    sr.income_gap.required_differential: 3,
    sr.income_gap.required_rural_growth: 4,
    sr.income_gap.required_urban_growth: 4,
    sr.income_gap.gap_threshold: 2,
    sr.income_gap.gap_peak: 4,
    sr.income_gap.gap_close: 4,
    sr.income_gap.ratio_half_life: 3,
}


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
@given(data=st.data())
def test_any_numbers_give_a_result_or_a_domain_error(function: Any, data: st.DataObject) -> None:
    arguments = data.draw(st.tuples(*[ANY] * FUNCTIONS[function]))
    try:
        result = function(*arguments)
    except sr.DomainError:
        with pytest.raises(sr.DomainError, match=r"\(element 0\)$"):
            function(*([argument] for argument in arguments))
        return
    assert all(math.isfinite(argument) for argument in arguments)
    batch = function(*([argument] for argument in arguments))
    if isinstance(result, sr.Crossing):
        assert (result.periods, result.reach) == (batch.periods[0], batch.reach[0])
        assert result.periods >= 0
        assert (result.periods == INF) == (result.reach == "never")
    elif isinstance(result, sr.GapPeak):
        assert (result.reach, result.time, result.gap) == (batch.reach[0], batch.time[0], batch.gap[0])
        assert result.time >= 0
        assert not math.isnan(result.gap)
        assert (result.year is None) == (result.reach == "never")
    else:
        assert math.isfinite(result)
        assert batch[0] == result


@given(ANY, ANY, ANY, st.integers(0, 30))
def test_any_path_is_finite_or_a_domain_error(ratio: float, urban: float, rural: float, periods: int) -> None:
    try:
        path = sr.income_gap.ratio_path(ratio, urban, rural, periods)
    except sr.DomainError:
        return
    assert len(path) == periods + 1
    assert np.isfinite(path).all()


@given(ANY, ANY, ANY, ANY)
def test_narrowing_of_any_numbers_is_a_word_or_a_domain_error(a: float, b: float, c: float, d: float) -> None:
    words = {"no", "possible", "certain"}
    for call in (
        lambda: sr.income_gap.is_narrowing(a, b),
        lambda: sr.income_gap.is_gap_narrowing(a, b, c),
        lambda: sr.income_gap.is_narrowing(urban0=a, rural0=b, urban1=c, rural1=d),
        lambda: sr.income_gap.is_gap_narrowing(urban0=a, rural0=b, urban1=c, rural1=d),
    ):
        try:
            assert call() in words
        except sr.DomainError:
            continue
        assert all(math.isfinite(number) for number in (a, b))


# --- at constant prices, with the deflator of each

# National Bureau of Statistics, China: nominal growth, rise of consumer prices, real growth in per cent; urban, rural.
REAL = [
    (2023, (5.1, 7.7), (0.3, 0.1), (4.8, 7.6)),
    (2024, (4.6, 6.6), (0.2, 0.3), (4.4, 6.3)),
]


@pytest.mark.parametrize(("year", "nominal", "prices", "real"), REAL)
def test_the_real_ratio_moves_as_published_real_growth_says(
    year: int, nominal: tuple[float, float], prices: tuple[float, float], real: tuple[float, float]
) -> None:
    def printed(percent: float) -> sr.Quantity:
        return sr.Quantity(f"{percent:.1f}", "%")

    moved = sr.income_gap.real_ratio_growth(*map(printed, (*nominal, *prices)))
    published = sr.growth.real_growth(printed(real[0]), printed(real[1]))  # one factor over the other
    assert moved.overlaps(published), year
    exact = sr.income_gap.real_ratio_growth(*(x / 100 for x in (*nominal, *prices)))
    by_hand = (1 + nominal[0] / 100) / (1 + prices[0] / 100) / ((1 + nominal[1] / 100) / (1 + prices[1] / 100)) - 1
    assert exact == pytest.approx(by_hand, abs=1e-15)


prices = st.floats(-0.05, 0.2)


@given(st.floats(1, 5), prices, prices, prices, prices, st.integers(0, 12))
def test_a_real_path_is_the_path_at_real_growth(
    ratio: float, urban: float, rural: float, urban_prices: float, rural_prices: float, periods: int
) -> None:
    path = sr.income_gap.real_ratio_path(ratio, urban, rural, urban_prices, rural_prices, periods)
    at_real_growth = sr.income_gap.ratio_path(
        ratio,
        sr.growth.real_growth(urban, urban_prices),
        sr.growth.real_growth(rural, rural_prices),
        periods,
    )
    np.testing.assert_allclose(path, at_real_growth, rtol=1e-11)
    # One price for both leaves the ratio at current prices.
    alike = sr.income_gap.real_ratio_path(ratio, urban, rural, urban_prices, urban_prices, periods)
    np.testing.assert_allclose(alike, sr.income_gap.ratio_path(ratio, urban, rural, periods), rtol=1e-11)
    # Levels and indices that have grown give the same.
    levels = sr.income_gap.real_income_ratio(
        ratio * (1 + urban) ** periods,
        (1 + rural) ** periods,
        100 * (1 + urban_prices) ** periods,
        100 * (1 + rural_prices) ** periods,
    )
    assert path[-1] == pytest.approx(levels, rel=1e-11)


def test_the_forms_of_a_real_path() -> None:
    real_path = sr.income_gap.real_ratio_path
    constant = real_path(2.4, 0.05, 0.07, 0.01, 0.02, 3)
    np.testing.assert_array_equal(real_path(2.4, [0.05] * 3, 0.07, [0.01] * 3, 0.02), constant)
    many = real_path([2.4, 2.0], 0.05, 0.07, 0.01, 0.02, 3)
    np.testing.assert_array_equal(many[0], constant)
    frame = real_path(pd.Series([2.4, 2.0], index=["甲", "乙"]), 0.05, 0.07, 0.01, 0.02, 3)
    np.testing.assert_array_equal(frame.loc["甲"], constant)
    figures = [sr.Quantity(text, "%") for text in ("5.0", "7.0", "1.0", "2.0")]
    ranges = real_path(sr.Quantity("2.40"), *figures, 3)
    corners = [
        real_path(r, u, v, p, q, 3)
        for r in (2.395, 2.405)
        for u in (0.0495, 0.0505)
        for v in (0.0695, 0.0705)
        for p in (0.0095, 0.0105)
        for q in (0.0195, 0.0205)
    ]
    for interval, low, high in zip(ranges, np.min(corners, axis=0), np.max(corners, axis=0), strict=True):
        assert (interval.lower, interval.upper) == pytest.approx((low, high), rel=1e-12)
    yearly = real_path(sr.Quantity("2.40"), *([figure] for figure in figures))
    assert (yearly[1].lower, yearly[1].upper) == pytest.approx((ranges[1].lower, ranges[1].upper), rel=1e-14)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sr.income_gap.real_income_ratio(1, 1, 0, 1), "real_income_ratio: urban_price_index = 0 must be"),
        (lambda: sr.income_gap.real_ratio_growth(0, 0, 0, -1), "rural_deflator_growth = -1 must exceed -1"),
        (lambda: sr.income_gap.real_ratio_growth(0.05, 0.05, 2, 0), "urban_deflator_growth = 2 would be 200 %"),
        (lambda: sr.income_gap.real_ratio_path(0, 0, 0, 0, 0, 1), "real_ratio_path: ratio = 0 must be positive"),
        (lambda: sr.income_gap.real_ratio_path(1, [0, 0], 0, [0, -2], 0), r"urban_deflator_growth = -2.*element 1"),
        (lambda: sr.income_gap.real_ratio_path(1, 0, 0, 0, 0, -1), "periods = -1 cannot be negative"),
    ],
)
def test_what_has_no_real_ratio_says_so(call: Any, words: str) -> None:
    with pytest.raises(sr.DomainError, match=words):
        call()
