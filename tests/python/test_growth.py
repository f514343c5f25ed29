"""Growth: official figures, QuantLib, and properties that hold for any numbers."""

from __future__ import annotations

import functools
import math
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shengzhou_report as sr

with warnings.catch_warnings():
    # SWIG's, on Python 3.12 and later.
    warnings.simplefilter("ignore", DeprecationWarning)
    from QuantLib import Actual365Fixed, Annual, Compounded, InterestRate, Monthly, Quarterly, Semiannual

INF = float("inf")


def points(rate: float, digits: int = 1) -> float:
    """A fraction as per cent, rounded as it is published."""
    return round(100 * rate, digits)


# --- official figures (bulletins of the National Bureau of Statistics, of Zhejiang and of Shengzhou)

# place, year before, year, urban and rural disposable income per head of both, published nominal growth in per cent
INCOMES = [
    ("Shengzhou", 2018, (52039, 56360), (26944, 29459), (8.3, 9.3)),
    ("Shengzhou", 2019, (56360, 61271), (29459, 32131), (8.7, 9.1)),
    ("China", 2021, (43834, 47412), (17131, 18931), (8.2, 10.5)),
    ("China", 2022, (47412, 49283), (18931, 20133), (3.9, 6.3)),
    ("China", 2023, (49283, 51821), (20133, 21691), (5.1, 7.7)),
    ("China", 2024, (51821, 54188), (21691, 23119), (4.6, 6.6)),
    ("China", 2025, (54188, 56502), (23119, 24456), (4.3, 5.8)),
]


@pytest.mark.parametrize(("place", "year", "urban", "rural", "published"), INCOMES)
def test_published_growth_of_incomes_follows_from_their_levels(
    place: str, year: int, urban: tuple[float, float], rural: tuple[float, float], published: tuple[float, float]
) -> None:
    growth = sr.growth.growth_rate([urban[0], rural[0]], [urban[1], rural[1]])
    assert [points(rate) for rate in growth] == list(published)


@pytest.mark.parametrize(
    ("start", "end", "periods", "percent"),
    [
        (28993, 45794, 5, 9.57),  # Huzhou 2011 to 2016, urban; published 9.6
        (16367, 26508, 5, 10.12),  # rural; published 10.1
        (1520, 2243.1, 5, 8.09),  # its GDP at current prices
        (679762, 675226, 10, -0.07),  # population of Shengzhou between the censuses, as published
        (30733, 35128, 2, 6.91),  # China 2019 to 2021; published 6.9
    ],
)
def test_yearly_average_growth(start: float, end: float, periods: float, percent: float) -> None:
    assert points(sr.growth.cagr(start, end, periods), 2) == percent
    assert sr.growth.required_growth(start, end, periods) == sr.growth.cagr(start, end, periods)


@pytest.mark.parametrize(
    ("level_before", "level", "real_percent", "deflator_percent"),
    [
        (532.16, 560.65, 8.0, -2.45),
        (560.65, 589.15, 6.3, -1.14),
        (658.39, 711.08, 4.1, 3.75),
        (711.08, 745, 7.5, -2.54),
    ],
)
def test_deflator_implied_by_levels_and_real_growth_of_gdp(
    level_before: float, level: float, real_percent: float, deflator_percent: float
) -> None:
    nominal = sr.growth.growth_rate(level_before, level)
    deflator = sr.growth.implied_deflator(nominal, real_percent / 100)
    assert points(deflator, 2) == deflator_percent
    assert sr.growth.real_growth(nominal, deflator) == pytest.approx(real_percent / 100)


def test_two_year_average_over_2019() -> None:
    assert points(sr.growth.two_year_average(0.021, 0.081)) == 5.1
    assert sr.growth.average_growth([0.021, 0.081]) == pytest.approx(
        sr.growth.two_year_average(0.021, 0.081), abs=1e-15
    )


def test_a_published_growth_that_reveals_a_revised_base() -> None:
    # 2024: 800.25 at +6.6 %, while 745 had been reported for 2023.
    base = sr.growth.implied_base(sr.Interval(800.245, 800.255), sr.Interval(0.0655, 0.0665))
    assert (round(base.lower, 2), round(base.upper, 2)) == (750.35, 751.06)
    assert 745 not in base
    assert round(sr.growth.implied_base(228.2, 0.17), 1) == 195.0
    assert points(sr.growth.growth_rate(85620, 90131), 2) == 5.27
    assert points(sr.growth.growth_rate(82553, 90131), 2) == 9.18


@pytest.mark.parametrize(
    ("increment", "share", "pull"), [(1593, 61.2, 4.2), (537, 20.7, 1.4), (210, 8.1, 0.5), (261, 10.0, 0.7)]
)
def test_contributions_to_income_growth(increment: float, share: float, pull: float) -> None:
    # 40962 on 38361. The published shares come from increments that are not rounded to whole yuan.
    assert 100 * sr.growth.contribution_rate(0, increment, 38361, 40962) == pytest.approx(share, abs=0.06)
    assert points(sr.growth.contribution(0, increment, 38361)) == pull


def test_pulls_add_up_to_the_growth_of_the_whole() -> None:
    before, after = np.array([39.10, 265.00, 228.06]), np.array([39.88, 285.94, 247.67])
    pulls = sr.growth.contribution(before, after, before.sum())
    assert pulls.sum() == pytest.approx(sr.growth.growth_rate(before.sum(), after.sum()))
    assert sr.growth.contribution_rate(before, after, before.sum(), after.sum()).sum() == pytest.approx(1)


@pytest.mark.parametrize(("ytd", "percent"), [(0.06, 9.571), (0.068, 7.514)])
def test_growth_required_of_the_rest_of_the_year(ytd: float, percent: float) -> None:
    rest = sr.growth.required_growth_rest(0.07, ytd, 0.72)
    assert points(rest, 3) == percent
    assert 0.72 * (1 + ytd) + 0.28 * (1 + rest) == pytest.approx(1.07)


@pytest.mark.parametrize(("times", "doublings"), [(4, 2), (8, 3), (2, 1), (1, 0), (0.5, -1)])
def test_doublings(times: float, doublings: float) -> None:
    assert sr.growth.doublings(100, 100 * times) == doublings
    if times > 1:
        assert sr.growth.doubling_time(0.07, times).periods == pytest.approx(doublings * math.log(2) / math.log(1.07))


def test_chained_growth_of_gdp_2005_to_2008() -> None:
    index = sr.growth.chain([0.113, 0.127, 0.142, 0.097])
    np.testing.assert_allclose(index, [100, 111.3, 125.4351, 143.2468842, 157.14183197], rtol=1e-10)
    assert (
        points(sr.growth.average_growth([0.113, 0.127, 0.142, 0.097]), 2)
        == points(sr.growth.cagr(100, index[-1], 4), 2)
        == 11.96
    )


# --- QuantLib, an independent implementation of compounding

RATES = st.floats(-0.9, 3)


def of_any_growth(test: Any) -> Any:
    """Runs a test that growth beyond 100 % belongs to."""

    @functools.wraps(test)
    def run(*arguments: Any, **named: Any) -> None:
        with sr.growth.large_rates():
            test(*arguments, **named)

    return run


PERIODS = st.floats(0.01, 50)
LEVELS = st.floats(1e-3, 1e9)


@given(LEVELS, RATES, PERIODS)
@of_any_growth
def test_compound_agrees_with_quantlib(value: float, rate: float, periods: float) -> None:
    factor = InterestRate(rate, Actual365Fixed(), Compounded, Annual).compoundFactor(periods)
    assert sr.growth.compound(value, rate, periods) == pytest.approx(value * factor, rel=1e-12)


@given(LEVELS, st.floats(1.0001, 1e4), PERIODS)
def test_cagr_agrees_with_quantlib(start: float, times: float, periods: float) -> None:
    implied = InterestRate.impliedRate(times, Actual365Fixed(), Compounded, Annual, periods).rate()
    assume(math.isfinite(implied))
    assert sr.growth.cagr(start, start * times, periods) == pytest.approx(implied, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(("frequency", "periods"), [(Quarterly, 4), (Monthly, 12), (Semiannual, 2)])
@given(rate=st.floats(-0.2, 0.5))
def test_annualise_agrees_with_quantlib(frequency: int, periods: int, rate: float) -> None:
    nominal = InterestRate(rate * periods, Actual365Fixed(), Compounded, frequency)
    effective = nominal.equivalentRate(Compounded, Annual, 1.0).rate()
    assert sr.growth.annualise(rate, periods) == pytest.approx(effective, rel=1e-11, abs=1e-13)


# --- inverse functions and order


@given(LEVELS, RATES, PERIODS)
@of_any_growth
def test_cagr_undoes_compound(value: float, rate: float, periods: float) -> None:
    end = sr.growth.compound(value, rate, periods)
    assume(end > 0)
    assert sr.growth.cagr(value, end, periods) == pytest.approx(rate, rel=1e-6, abs=1e-9)
    assert sr.growth.compound(end, rate, -periods) == pytest.approx(value, rel=1e-9)


@given(LEVELS, RATES)
@of_any_growth
def test_implied_base_undoes_compound(level: float, growth: float) -> None:
    assert sr.growth.compound(sr.growth.implied_base(level, growth), growth) == pytest.approx(level, rel=1e-12)
    assert sr.growth.growth_rate(sr.growth.implied_base(level, growth), level) == pytest.approx(
        growth, rel=1e-9, abs=1e-12
    )


@given(RATES, RATES)
@of_any_growth
def test_nominal_real_and_deflator_fit_together(real: float, deflator: float) -> None:
    nominal = sr.growth.nominal_growth(real, deflator)
    assert sr.growth.real_growth(nominal, deflator) == pytest.approx(real, rel=1e-9, abs=1e-12)
    assert sr.growth.implied_deflator(nominal, real) == pytest.approx(deflator, rel=1e-9, abs=1e-12)


@given(st.lists(st.floats(-0.5, 0.5), min_size=1, max_size=20))
def test_average_growth_has_the_effect_of_the_sequence(rates: list[float]) -> None:
    index = sr.growth.chain(rates)
    assert sr.growth.compound(100, sr.growth.average_growth(rates), len(rates)) == pytest.approx(index[-1], rel=1e-10)
    np.testing.assert_allclose(sr.growth.growth_rate(index[:-1], index[1:]), rates, atol=1e-12)


@given(LEVELS, st.floats(1.001, 1e6), st.floats(1e-4, 3))
@of_any_growth
def test_the_level_is_reached_in_the_whole_period_and_not_before(start: float, times: float, rate: float) -> None:
    crossing = sr.growth.periods_to_reach(start, start * times, rate)
    assert crossing.reach == "reached"
    whole = crossing.whole_periods()
    assert sr.growth.compound(start, rate, whole) >= start * times * (1 - 1e-9)
    assert sr.growth.compound(start, rate, whole - 1) < start * times * (1 + 1e-9)


@given(LEVELS, RATES, RATES, st.floats(0.01, 20))
@of_any_growth
def test_more_growth_gives_more(value: float, a: float, b: float, periods: float) -> None:
    low, high = sorted((a, b))
    assert sr.growth.compound(value, low, periods) <= sr.growth.compound(value, high, periods)
    assert sr.growth.real_growth(low, 0.02) <= sr.growth.real_growth(high, 0.02)
    assert sr.growth.growth_rate(value, value * (1 + low)) <= sr.growth.growth_rate(value, value * (1 + high))


# --- intervals hold what numbers inside them give

PARAMETERS: dict[Any, list[tuple[float, float]]] = {
    sr.growth.compound: [(0, 1e6), (-0.9, 2)],
    sr.growth.growth_rate: [(1, 1e6), (0, 1e6)],
    sr.growth.log_growth: [(1, 1e6), (1, 1e6)],
    sr.growth.doublings: [(1, 1e6), (1, 1e6)],
    sr.growth.two_year_average: [(-0.9, 2), (-0.9, 2)],
    sr.growth.implied_base: [(0, 1e6), (-0.9, 2)],
    sr.growth.real_growth: [(-0.9, 2), (-0.9, 2)],
    sr.growth.nominal_growth: [(-0.9, 2), (-0.9, 2)],
    sr.growth.implied_deflator: [(-0.9, 2), (-0.9, 2)],
    sr.growth.contribution: [(-1e3, 1e3), (-1e3, 1e3), (1, 1e4)],
    sr.growth.contribution_rate: [(-1e3, 1e3), (-1e3, 1e3), (1, 50), (51, 1e4)],
    sr.growth.percentage_point_difference: [(-1, 1), (-1, 1)],
}


@pytest.mark.parametrize("function", PARAMETERS, ids=lambda f: f.__name__)
@given(data=st.data())
@of_any_growth
def test_intervals_hold_the_results_of_the_numbers_inside(function: Any, data: st.DataObject) -> None:
    intervals, inside = [], []
    for low, high in PARAMETERS[function]:
        lower, upper = sorted(data.draw(st.tuples(st.floats(low, high), st.floats(low, high))))
        intervals.append(sr.Interval(lower, upper))
        inside.append(data.draw(st.floats(lower, upper)))
    result = function(*intervals)
    value = function(*inside)
    tolerance = 1e-9 * max(1, abs(value))
    assert result.lower - tolerance <= value <= result.upper + tolerance
    # At the corners nothing is given away.
    ends = [function(*corner) for corner in corners(intervals)]
    assert result.lower == pytest.approx(min(ends), rel=1e-9, abs=1e-9)
    assert result.upper == pytest.approx(max(ends), rel=1e-9, abs=1e-9)


def corners(intervals: list[sr.Interval]) -> list[tuple[float, ...]]:
    out: list[tuple[float, ...]] = [()]
    for interval in intervals:
        out = [(*corner, end) for corner in out for end in interval]
    return out


SMALL = st.floats(-0.5, 0.5).map(lambda x: round(x, 6))


@given(SMALL, SMALL.map(abs), st.floats(1.1, 10), st.floats(0, 1))
@of_any_growth
def test_crossing_ranges_hold_the_crossings_inside(rate: float, width: float, times: float, part: float) -> None:
    result = sr.growth.doubling_time(sr.Interval(rate, rate + width), times)
    one = sr.growth.doubling_time(min(rate + part * width, rate + width), times)
    tolerance = 1 + 1e-9
    assert result.earliest.periods <= one.periods * tolerance
    assert one.periods <= result.latest.periods * tolerance
    never = {"certain": one.reach == "reached", "no": one.reach == "never", "possible": True}
    assert never[result.reached]


def test_open_intervals() -> None:
    assert sr.growth.compound(sr.Interval(100, INF), 0.1).upper == INF
    assert sr.growth.chain([sr.Interval(0.1, 0.2), 0.1])[2].lower == pytest.approx(121)
    assert sr.growth.average_growth([sr.Interval(0.1, 0.2), 0.1]).lower == pytest.approx(0.1)


# --- any numbers at all

ANY = st.one_of(
    st.floats(),
    st.sampled_from([0.0, -0.0, -1.0, 1.0, math.nan, INF, -INF, 5e-324, 1.7976931348623157e308, -1 + 2**-53]),
)
FUNCTIONS: dict[Any, int] = {function: len(ranges) for function, ranges in PARAMETERS.items()} | {
    sr.growth.compound: 3,
    sr.growth.cagr: 3,
    sr.growth.annualise: 2,
    sr.growth.required_growth: 3,
    sr.growth.required_growth_rest: 3,
    sr.growth.periods_to_reach: 3,
    sr.growth.doubling_time: 2,
}


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
@given(data=st.data())
@of_any_growth
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
        assert result.periods == batch.periods[0] >= 0
        assert result.reach == batch.reach[0]
        assert (result.periods == INF) == (result.reach == "never")
    else:
        assert math.isfinite(result)
        assert batch[0] == result


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
@given(data=st.data())
@of_any_growth
def test_any_intervals_give_a_result_or_a_domain_error(function: Any, data: st.DataObject) -> None:
    ends = st.floats(allow_nan=False)
    intervals: list[Any] = []
    try:
        for _ in range(FUNCTIONS[function]):
            lower, upper = sorted(data.draw(st.tuples(ends, ends)))
            intervals.append(sr.Interval(lower, upper))
        if function in {sr.growth.compound, sr.growth.cagr, sr.growth.annualise, sr.growth.required_growth}:
            intervals[-1] = data.draw(st.floats(0.1, 20))
        result = function(*intervals)
    except sr.DomainError:
        return
    assert isinstance(result, (sr.Interval, sr.CrossingRange))


# --- errors that teach


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sr.growth.compound(745, -1.2), "rate = -1.2 must exceed -1"),
        (lambda: sr.growth.compound(745, 0.7, 1e6), "too large for a double"),
        (lambda: sr.growth.compound(-1, 0.1), "value = -1 cannot be negative"),
        (lambda: sr.growth.growth_rate(0, 745), "start = 0 must be positive"),
        (lambda: sr.growth.cagr(1, 2, 0), "periods = 0 must be positive"),
        (lambda: sr.growth.annualise(0.01, -4), "periods_per_year = -4 must be positive"),
        (lambda: sr.growth.required_growth_rest(0.07, 0.06, 1), "ytd_share = 1 must be a share"),
        (lambda: sr.growth.required_growth_rest(-0.5, 0.06, 0.9), "exceeds the annual target"),
        (lambda: sr.growth.contribution_rate(1, 2, 3, 3), "use contribution instead"),
        (lambda: sr.growth.contribution_rate(1, 2, sr.Interval(3, 5), sr.Interval(4, 6)), "use contribution instead"),
        (lambda: sr.growth.average_growth([]), "no rates given"),
        (lambda: sr.growth.average_growth([0.1, -1.0]), r"rates = -1 must exceed -1.*\(element 1\)"),
        (lambda: sr.growth.chain([0.1], 0), "base = 0 must be positive"),
        (lambda: sr.growth.doubling_time(0.07, 0), "times = 0 must be positive"),
        (lambda: sr.growth.compound(sr.Interval(1, 2), math.nan), "rate = nan is not a finite number"),
        (lambda: sr.growth.average_growth([sr.Interval(0.1), INF]), "rates = inf is not a finite number"),
        (lambda: sr.growth.chain([sr.Interval(0.1)], math.nan), "base = nan is not a finite number"),
        (lambda: sr.growth.compound(sr.Interval(-1, 1), 0.1), r"value = \[-1, 1\] cannot be negative"),
    ],
)
def test_errors_name_the_argument_and_its_value(call: Any, words: str) -> None:
    with pytest.raises(sr.DomainError, match=words):
        call()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sr.growth.average_growth(0.07), "rates: needs a one-dimensional"),
        (lambda: sr.growth.chain([[0.1]]), "rates: needs a one-dimensional"),
    ],
)
def test_sequences_have_one_dimension(call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


# --- typed outcomes


@pytest.mark.parametrize(
    ("crossing", "reach", "periods"),
    [
        (sr.growth.periods_to_reach(100, 121, 0.1), "reached", 2),
        (sr.growth.periods_to_reach(121, 100, 0.1), "already", 0),
        (sr.growth.periods_to_reach(100, 100, -0.1), "already", 0),
        (sr.growth.periods_to_reach(100, 121, 0), "never", INF),
        (sr.growth.periods_to_reach(100, 121, -0.1), "never", INF),
        (sr.growth.doubling_time(0.5, 1.5), "reached", 1),
    ],
)
def test_outcomes_of_a_crossing(crossing: sr.Crossing, reach: str, periods: float) -> None:
    assert (crossing.reach, crossing.periods) == (reach, periods)
    assert bool(crossing) == (reach != "never")
    if crossing:
        assert crossing.whole_periods() == periods
    else:
        with pytest.raises(sr.DomainError, match="never"):
            crossing.whole_periods()


def test_outcomes_over_intervals() -> None:
    result = sr.growth.doubling_time(sr.Interval(-0.01, 0.07))
    assert result.reached == "possible"
    assert result.earliest.periods == pytest.approx(10.2448, abs=1e-4)
    assert result.latest == sr.Crossing("never", INF)
