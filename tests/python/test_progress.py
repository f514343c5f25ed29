"""Progress through the year: published examples, closed forms, and properties that hold for any numbers."""

from __future__ import annotations

import datetime as dt
import math
from statistics import NormalDist, fmean, stdev
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

INF = float("inf")
# Outturn less target of national GDP growth in points: the 14 years with both up to 2023.
NATIONAL = [-2.5, -0.1, -0.1, 0.0, 0.1, 0.2, 0.2, 0.4, 0.7, 1.0, 1.2, 1.9, 2.3, 2.7]
flows = st.lists(st.floats(1, 1e6), min_size=1, max_size=30)

# --- single periods


@given(single=flows, n=st.integers(1, 12))
def test_single_periods_and_year_to_date_undo_each_other(single: list[float], n: int) -> None:
    ytd = sr.progress.year_to_date(single, n)
    np.testing.assert_allclose(sr.progress.single_periods(ytd, n), single, rtol=1e-9, atol=1e-9 * max(single))


@given(
    single=st.lists(st.tuples(st.floats(50, 200), st.floats(-0.5, 0.5)), min_size=1, max_size=24), n=st.integers(1, 12)
)
def test_single_growths_undo_accumulation(single: list[tuple[float, float]], n: int) -> None:
    before, growth = np.array(single).T
    ytd = sr.progress.year_to_date(before * (1 + growth), n)
    ytd_growth = ytd / sr.progress.year_to_date(before, n) - 1
    np.testing.assert_allclose(sr.progress.single_growths(ytd, ytd_growth, n), growth, atol=1e-11)


def test_rounded_figures_give_intervals_that_hold_the_truth() -> None:
    before, now = np.array([10.04, 11.27, 12.81, 14.33]), np.array([10.66, 11.91, 13.79, 15.02])
    ytd, base = np.cumsum(now), np.cumsum(before)
    levels = [sr.Quantity(f"{value:.1f}", "亿元").interval() for value in ytd]
    rates = [sr.Quantity(f"{100 * rate:.1f}", "%").rate_interval() for rate in ytd / base - 1]
    singles, growths = sr.progress.single_periods(levels, 4), sr.progress.single_growths(levels, rates, 4)
    assert all(value in interval for value, interval in zip(now, singles, strict=True))
    assert all(value in interval for value, interval in zip(now / before - 1, growths, strict=True))
    # A rounded difference is known to half a unit of each figure.
    assert singles[1].width == pytest.approx(0.2)
    assert growths[3].width > 2 * growths[0].width


def test_labels_of_sequences_are_kept() -> None:
    index = pd.period_range("2023Q1", periods=3, freq="Q")
    ytd = pd.Series([110.0, 230.0, 350.0], index=index, name="gdp")
    pd.testing.assert_series_equal(
        sr.progress.single_periods(ytd, 4), pd.Series([110.0, 120, 120], index=index, name="gdp")
    )
    growth = pd.Series([0.1, 0.15, 0.15], index=index, name="growth")
    assert sr.progress.single_growths(ytd, growth, 4).index.equals(index)
    with pytest.raises(ValueError, match="different labels"):
        sr.progress.single_growths(ytd, growth.reset_index(drop=True), 4)


# --- the calendar


def test_calendar_share_of_dates() -> None:
    assert sr.progress.calendar_share(dt.date(2023, 6, 30)) == 181 / 365
    assert sr.progress.calendar_share(dt.datetime(2024, 2, 29, 23, 59)) == 60 / 366
    assert sr.progress.calendar_share(pd.Timestamp("2024-12-31")) == 1
    assert sr.progress.calendar_share(pd.Period("2023Q2")) == 181 / 365
    assert sr.progress.calendar_share(np.datetime64("2023-06-30T12:00")) == 181 / 365
    dates = pd.to_datetime(["2023-06-30", "2024-02-29", "1969-01-01"])
    expected = [181 / 365, 60 / 366, 1 / 365]
    for array in (dates, dates.to_numpy(), list(dates), [day.date() for day in dates]):
        assert sr.progress.calendar_share(array).tolist() == expected
    assert sr.progress.calendar_share(pd.period_range("2023Q1", periods=4, freq="Q")).tolist() == pytest.approx(
        [90 / 365, 181 / 365, 273 / 365, 1]
    )
    series = sr.progress.calendar_share(pd.Series(dates, index=list("abc"), name="when"))
    pd.testing.assert_series_equal(series, pd.Series(expected, index=list("abc"), name="when"))


def test_a_day_is_that_of_its_time_zone() -> None:
    midnight = pd.DatetimeIndex(["2023-01-01 00:30"], tz="Asia/Shanghai")
    assert sr.progress.calendar_share(midnight).tolist() == [1 / 365]
    assert sr.progress.calendar_share(pd.Series(midnight)).tolist() == [1 / 365]
    assert sr.progress.calendar_share(midnight[0]) == 1 / 365


@given(day=st.dates())
def test_calendar_share_of_any_day(day: dt.date) -> None:
    days = 366 if day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0) else 365
    if day.year < 9999:
        assert sr.progress.calendar_share(day) == day.timetuple().tm_yday / days


@pytest.mark.parametrize(
    ("period", "share"),
    [("first_quarter", 0.25), ("first_half", 0.5), ("nine_months", 0.75), ("eleven_months", 11 / 12)],
)
def test_calendar_share_of_periods(period: sr.typing.Period, share: float) -> None:
    assert sr.progress.calendar_share(period) == share


@pytest.mark.parametrize(
    ("when", "error"),
    [
        ("2023-06-30", ValueError),
        ("month_average", sr.DomainError),
        (pd.NaT, sr.DomainError),
        (pd.DatetimeIndex(["2023-06-30", None]), sr.DomainError),
        (np.datetime64("NaT"), sr.DomainError),
        (2023, TypeError),
        ([1, 2], TypeError),
        ([dt.date(2023, 1, 1), 5], TypeError),
        (None, TypeError),
    ],
    ids=repr,
)
def test_calendar_share_of_what_is_no_date(when: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        sr.progress.calendar_share(when)


# --- pace


@given(st.floats(0, 1e6), st.floats(1, 1e6), st.floats(0.01, 1))
def test_pace_is_consistent(ytd: float, target: float, share: float) -> None:
    progress = sr.progress.progress(target, ytd, share)
    assert progress.completion == sr.progress.completion(ytd, target)
    assert progress.calendar == sr.Pace(
        share, sr.progress.lead(ytd, target, share), sr.progress.projected_total(ytd, share)
    )
    # Ahead of the calendar means a projection above the target.
    if abs(progress.calendar.lead) > 1e-9:
        assert (progress.calendar.lead > 0) == (progress.calendar.projection > target)
    assert progress.shortfall == target - ytd


def test_seasonal_pattern_in_closed_form() -> None:
    single = [20, 25, 25, 30, 22, 26, 26, 26, 36, 50, 54, 60]
    pattern = sr.progress.seasonal_pattern(single, 4)
    np.testing.assert_allclose(pattern.mean, [0.20, 1.36 / 3, 2.14 / 3, 1])
    np.testing.assert_allclose(pattern.lowest, [0.18, 0.43, 0.70, 1])
    np.testing.assert_allclose(pattern.highest, [0.22, 0.48, 0.74, 1])
    share = sr.progress.seasonal_share(single, 2, 4)
    assert (share.mean, share.lowest, share.highest) == tuple(column[1] for column in pattern)
    progress = sr.progress.progress(108, 50.0, "first_half", seasonal=share)
    assert progress.seasonal is not None
    assert progress.seasonal_lead is not None
    assert progress.seasonal.lead == pytest.approx(50 / 108 - share.mean)
    assert tuple(progress.seasonal_lead) == pytest.approx((50 / 108 - 0.48, 50 / 108 - 0.43))


@pytest.mark.parametrize(("ytd_growth", "expected"), [(0.06, 0.09571), (0.068, 0.07514)])
def test_required_growth_of_the_rest(ytd_growth: float, expected: float) -> None:
    assert sr.growth.required_growth_rest(0.07, ytd_growth, 0.72) == pytest.approx(expected, abs=5.1e-6)
    progress = sr.progress.progress(107, 72 * (1 + ytd_growth), "nine_months", previous=(72, 100))
    assert progress.required_growth == pytest.approx(expected, abs=5.1e-6)


def test_a_target_that_is_met_needs_no_growth() -> None:
    progress = sr.progress.progress(108, 120, dt.date(2023, 12, 1), previous=(90, 100))
    assert progress.required_growth is None
    assert progress.shortfall == -12


def test_a_year_that_begins_with_nothing_needs_its_whole_target_of_the_rest() -> None:
    progress = sr.progress.progress(100, 0, 0.5, previous=(51, 100))
    assert progress.required_growth == pytest.approx(100 / 49 - 1, rel=1e-14)


def test_the_end_of_the_year_has_no_rest() -> None:
    for previous in ((90, 100), (100, 100)):
        progress = sr.progress.progress(108, 100, dt.date(2023, 12, 31), previous=previous)
        assert progress.required_growth is None
        assert progress.shortfall == 8


def test_a_limit_is_ahead_while_less_of_it_is_used_than_time_has_passed() -> None:
    share = sr.SeasonalShare(0.5, 0.45, 0.6)
    used = sr.progress.progress(200, 96, "first_half", seasonal=share, previous=(98, 204), direction="lower")
    assert used.direction == "lower"
    assert used.completion == 0.48
    assert used.calendar.lead == pytest.approx(0.02)
    assert used.seasonal_lead is not None
    assert tuple(used.seasonal_lead) == pytest.approx((-0.03, 0.12))
    # 106 of last year's rest may become the 104 that the limit leaves.
    assert used.required_growth == pytest.approx(104 / 106 - 1)
    assert sr.progress.progress(200, 210, 0.9, previous=(98, 204), direction="lower").required_growth is None
    with pytest.raises(sr.DomainError, match="direction = none"):
        sr.progress.progress(200, 96, 0.5, direction="none")
    with pytest.raises(ValueError, match="down"):
        sr.progress.progress(200, 96, 0.5, direction="down")  # type: ignore[arg-type]


@given(st.floats(0, 1e6), st.floats(1, 1e6), st.floats(0.01, 1))
def test_a_limit_mirrors_the_leads_of_a_target(ytd: float, target: float, share: float) -> None:
    higher, lower = (sr.progress.progress(target, ytd, share, direction=way) for way in ("higher", "lower"))
    assert lower.calendar.lead == -higher.calendar.lead
    assert (lower.completion, lower.shortfall) == (higher.completion, higher.shortfall)


# --- probability


@pytest.mark.parametrize(
    ("bound", "value", "upper", "direction", "expected"),
    [
        ("at_least", "7.0", None, "higher", 1 - NormalDist(7.2, 0.5).cdf(7.0)),
        ("about", "7.0", None, "higher", 1 - NormalDist(7.2, 0.5).cdf(6.8)),
        ("at_most", "7.0", None, "lower", NormalDist(7.2, 0.5).cdf(7.0)),
        ("range", "6.0", "6.5", "higher", 1 - NormalDist(7.2, 0.5).cdf(6.0)),
    ],
)
def test_each_bound_has_its_probability(bound: Any, value: str, upper: Any, direction: Any, expected: float) -> None:
    target = sr.Quantity(value, "%", bound=bound, upper=upper)
    probability = sr.progress.target_probability(target, 0.07, sr.ErrorMoments(0.002, 0.005), direction=direction)
    assert probability == pytest.approx(expected, abs=1e-13)


def test_normal_probability_of_the_tables() -> None:
    standard = sr.ErrorMoments(0, 1)
    assert sr.progress.target_probability(sr.Interval(-INF, 1), 0, standard) == pytest.approx(
        0.8413447460685429, abs=1e-15
    )
    assert sr.progress.target_probability(sr.Interval(10, INF), 0, standard) == pytest.approx(
        7.619853024160527e-24, rel=1e-13
    )


def test_past_national_targets() -> None:
    moments = sr.progress.error_moments(NATIONAL)
    assert moments.mean == pytest.approx(fmean(NATIONAL), abs=1e-15)
    assert moments.sd == pytest.approx(stdev(NATIONAL), rel=1e-14)
    target = sr.Quantity("7.0", "%", bound="about")
    errors = np.array(NATIONAL) / 100
    assert sr.progress.target_probability(target, 0.07, errors, distribution="empirical") == 13 / 14
    normal = sr.progress.target_probability(target, 0.07, errors)
    assert normal == pytest.approx(1 - NormalDist(fmean(NATIONAL), stdev(NATIONAL)).cdf(-0.2), abs=1e-12)
    assert normal == sr.progress.target_probability(target, 0.07, sr.progress.error_moments(errors))


@given(st.floats(-1, 1), st.floats(0.01, 1), st.floats(-2, 2), st.floats(0, 2))
def test_probabilities_of_parts_add_up(mean: float, sd: float, lower: float, width: float) -> None:
    moments = sr.ErrorMoments(mean, sd)
    parts = [sr.Interval(-INF, lower), sr.Interval(lower, lower + width), sr.Interval(lower + width, INF)]
    assert math.fsum(sr.progress.target_probability(part, 0.0, moments) for part in parts) == pytest.approx(
        1, abs=1e-14
    )


def test_arrays_of_forecasts_keep_their_labels() -> None:
    forecasts = pd.Series([0.06, 0.07], index=["甲", "乙"], name="forecast")
    target = sr.Quantity("7.0", "%", bound="at_least")
    for distribution in ("normal", "empirical"):
        result = sr.progress.target_probability(target, forecasts, [-0.01, 0.0, 0.01], distribution=distribution)
        assert result.index.equals(forecasts.index)
        one_by_one = [
            sr.progress.target_probability(target, value, [-0.01, 0.0, 0.01], distribution=distribution)
            for value in forecasts
        ]
        assert result.tolist() == one_by_one


# --- errors


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.progress.single_growth(100, 0.0, 120, 0.0), sr.DomainError, "ytd = 100"),
        (lambda: sr.progress.single_growth(130, 0.3, 120, 0.1), sr.DomainError, "positive"),
        (lambda: sr.progress.single_growths([1, 2, 1.5], [0, 0, 0], 4), sr.DomainError, "element 2"),
        (lambda: sr.progress.single_periods([1, 2], 0), sr.DomainError, "periods_per_year = 0"),
        (lambda: sr.progress.single_periods([1, 2], 4.0), TypeError, "periods_per_year"),
        (lambda: sr.progress.single_periods([[1, 2]], 4), ValueError, "ytd: needs a one-dimensional"),
        (lambda: sr.progress.single_periods(["1", "2"], 4), TypeError, "ytd"),
        (lambda: sr.progress.year_to_date([sr.Interval(1, 2)], 4), TypeError, "single|numbers"),
        (lambda: sr.progress.lead(54, 100, 1.5), sr.DomainError, "share = 1.5"),
        (lambda: sr.progress.progress("108", 54, 0.5), TypeError, "annual_target"),
        (lambda: sr.progress.progress(108, 54, 0.5, previous=(100, 100)), sr.DomainError, "total = 100"),
        (lambda: sr.progress.seasonal_share([1, 2], 3, 2), sr.DomainError, "period = 3"),
        (lambda: sr.progress.seasonal_pattern([1, 2, 3], 2), sr.DomainError, "3 figures"),
        (lambda: sr.ErrorMoments(INF, 1), sr.DomainError, "mean must be a finite number"),
        (lambda: sr.Pace(0.5, float("nan"), 1), sr.DomainError, "lead must be a finite number"),
        (lambda: sr.SeasonalShare(0.5, 0.4, INF), sr.DomainError, "highest must be a finite number"),
        (lambda: sr.progress.error_moments([0.1]), sr.DomainError, "at least 2"),
        (lambda: sr.progress.target_probability(0.07, 0.07, NATIONAL), TypeError, "target"),
        (
            lambda: sr.progress.target_probability(sr.Interval(1, 2), 1, [], distribution="empirical"),
            sr.DomainError,
            "no errors",
        ),
        (
            lambda: sr.progress.target_probability(sr.Interval(1, 2), 1, NATIONAL, distribution="t"),
            ValueError,
            "'t' is none of",
        ),
        (
            lambda: sr.progress.target_probability(
                sr.Interval(1, 2), 1, sr.ErrorMoments(0, 1), distribution="empirical"
            ),
            TypeError,
            "past errors",
        ),
        (lambda: sr.progress.target_probability(sr.Interval(1, 2), "1", NATIONAL), TypeError, "forecast"),
    ],
)
def test_errors_name_the_argument(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


# --- an index that says the time


@pytest.mark.parametrize(
    "index",
    [
        pd.period_range("2022Q1", periods=7, freq="Q"),
        pd.period_range("2022Q1", periods=7, freq="Q").to_timestamp(),
        pd.period_range("2022Q1", periods=7, freq="Q").to_timestamp(how="end").normalize(),
    ],
    ids=["periods", "first days", "last days"],
)
def test_a_time_index_says_how_many_periods_a_year_has(index: Any) -> None:
    single = pd.Series([100.0, 110, 120, 130, 105, 115, 125], index)
    ytd = pd.Series([100.0, 210, 330, 460, 105, 220, 345], index)
    pd.testing.assert_series_equal(sr.progress.single_periods(ytd), single)
    pd.testing.assert_series_equal(sr.progress.year_to_date(single), ytd)
    growths = sr.progress.single_growths(ytd, pd.Series(0.05, index))
    pd.testing.assert_series_equal(growths, pd.Series(0.05, index))
    assert sr.progress.seasonal_share(single[:4], 1) == sr.progress.seasonal_share([100, 110, 120, 130], 1, 4)


def test_january_and_february_may_be_published_as_one() -> None:
    months = pd.period_range("2022-01", "2023-06", freq="M")
    index = months[months.month != 1]
    single = pd.Series(np.arange(1.0, index.size + 1), index)
    ytd = sr.progress.year_to_date(single, 11)
    assert ytd.loc["2022-12"] == 66
    assert ytd.loc["2023-02"] == single.loc["2023-02"] == 12
    pd.testing.assert_series_equal(sr.progress.single_periods(ytd, 11), single)
    pd.testing.assert_series_equal(sr.progress.single_periods(ytd.to_timestamp(), 11), single.to_timestamp())


def quarters(*names: str) -> Any:
    return pd.Series(range(1, len(names) + 1), pd.PeriodIndex(names, freq="Q"), dtype=float)


@pytest.mark.parametrize(
    ("series", "count", "message"),
    [
        (quarters("2022Q2", "2022Q3"), None, "starts in 2022Q2"),
        (quarters("2022Q1", "2022Q3"), None, "2022Q3 stands behind 2022Q1"),
        (quarters("2022Q1", "2022Q2", "2022Q1"), None, "2022Q1 stands behind 2022Q2"),
        (quarters("2022Q1", "2022Q2"), 12, "4 periods a year, periods_per_year is 12"),
        (pd.Series(1.0, pd.period_range("2022-01", periods=3, freq="M")), 11, "labelled February"),
        (pd.Series(1.0, pd.period_range("2022-01-03", periods=3, freq="W")), None, "frequency W"),
        (pd.Series(1.0, pd.to_datetime(["2022-01-31", "2022-03-31"])), 12, "2022-03 stands behind 2022-01"),
        (pd.Series(1.0, pd.to_datetime(["2022-01-31", "2022-03-30"])), None, "no regular frequency"),
    ],
)
def test_an_index_that_no_series_of_a_year_has(series: Any, count: Any, message: str) -> None:
    for function in (sr.progress.single_periods, sr.progress.year_to_date, sr.progress.seasonal_pattern):
        with pytest.raises(ValueError, match=message):
            function(series, count)
    with pytest.raises(ValueError, match=message):
        sr.progress.single_growths(series, series * 0, count)


def test_without_an_index_the_number_of_periods_is_asked_for() -> None:
    with pytest.raises(TypeError, match="needed where no series has a PeriodIndex"):
        sr.progress.single_periods([1, 2])  # type: ignore[call-overload, unused-ignore]
