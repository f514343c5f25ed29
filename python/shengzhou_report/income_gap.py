"""The urban-rural income ratio (收入倍差) and the absolute gap: their paths, targets and turning points.

`urban` and `rural` are disposable incomes per head in one unit; `ratio` is urban / rural. Growth rates are fractions
per year. With a = 1 + urban_growth and b = 1 + rural_growth the ratio moves as R (a/b)^t and the gap as U a^t - V b^t.
The ratio falls when rural income grows faster than urban income; the gap falls only when it grows more than `ratio`
times as fast.

Functions take numbers, intervals or arrays, as those of growth, and raise the same errors.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from . import _core
from ._arrays import (
    as_array,
    as_whole,
    call,
    check_nan_policy,
    flatten,
    form_of,
    is_number,
    on_intervals,
    relabel,
    tabulate,
)
from .display import record_html
from .growth import REACH, crossing, is_interval_sequence

__all__ = [
    "GapPeaks",
    "gap_close",
    "gap_path",
    "gap_peak",
    "gap_threshold",
    "income_gap",
    "income_ratio",
    "is_gap_narrowing",
    "is_narrowing",
    "ratio_half_life",
    "ratio_path",
    "real_income_ratio",
    "real_ratio_growth",
    "real_ratio_path",
    "required_differential",
    "required_rural_growth",
    "required_urban_growth",
    "years_to_ratio",
    "years_to_ratio_on_path",
]


def __dir__():
    return __all__


#: The words of a certainty, which arrays of the core hold as numbers.
CERTAINTY = _core.words["Certainty"]


def income_ratio(urban, rural, *, out=None, nan_policy="raise"):
    """Income ratio (收入倍差): urban / rural.

    Source: National Bureau of Statistics, urban over rural disposable income per head. Before 2013 the rural figure
    was net income; the two must not be joined.

    Raises DomainError for a negative income and a rural one of 0.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.income_ratio(77400, 43200), 4)
    1.7917
    """
    return call("income_ratio", out, nan_policy, urban=urban, rural=rural)


def income_gap(urban, rural, *, out=None, nan_policy="raise"):
    """Absolute gap urban - rural, in the unit of the incomes.

    Raises DomainError for negative incomes.

    >>> import shengzhou_report as sr
    >>> sr.income_gap.income_gap(77400, 43200)
    34200.0
    """
    return call("income_gap", out, nan_policy, urban=urban, rural=rural)


def ratio_path(ratio, urban_growth, rural_growth, periods=None, *, nan_policy="raise"):
    """Ratio of this year and of the years to come.

    With `periods`, growth is constant: numbers give periods + 1 values, intervals a list of intervals, arrays one row
    a place (a DataFrame with the years as columns for a Series). Without it, `urban_growth` and `rural_growth` are
    sequences with one rate a year (or one number for all years) and the result has one value more than years.

    With the `nan_policy` "propagate" the path of a place with a missing value is NaN, and a path by yearly rates from
    where one is missing; "omit" leaves such places out.

    Raises DomainError for a ratio that is not positive, a rate that is none and a negative horizon, TypeError where
    numbers, intervals and yearly rates do not go together.

    >>> import shengzhou_report as sr
    >>> sr.income_gap.ratio_path(1.7917, 0.063, 0.068, periods=2).round(4)
    array([1.7917, 1.7833, 1.775 ])
    >>> sr.income_gap.ratio_path(1.7917, [0.063, 0.05], [0.068, 0.06]).round(4)
    array([1.7917, 1.7833, 1.7665])
    """
    return _path(
        "ratio_path", nan_policy, periods, {"ratio": ratio}, urban_growth=urban_growth, rural_growth=rural_growth
    )


def gap_path(urban, rural, urban_growth, rural_growth, periods=None, *, nan_policy="raise"):
    """Absolute gap of this year and of the years to come; forms as `ratio_path`.

    Raises DomainError for negative incomes, a rate that is none and a negative horizon, TypeError where numbers,
    intervals and yearly rates do not go together.

    >>> import shengzhou_report as sr
    >>> sr.income_gap.gap_path(77400, 43200, 0.063, 0.068, periods=1).round(1)
    array([34200. , 36138.6])
    """
    start = {"urban": urban, "rural": rural}
    return _path("gap_path", nan_policy, periods, start, urban_growth=urban_growth, rural_growth=rural_growth)


def real_income_ratio(urban, rural, urban_price_index, rural_price_index, *, out=None, nan_policy="raise"):
    """Income ratio at constant prices: (urban / urban_price_index) / (rural / rural_price_index).

    The indices are of consumer prices of urban and of rural residents in the period of the incomes, both with one base
    period, in which the real ratio is the income ratio. They say how prices moved in each place, not how their levels
    differ. Source: National Bureau of Statistics, which deflates the income of each by its own consumer prices.

    Raises DomainError for a negative income, a rural one of 0 and an index that is not positive.

    >>> import shengzhou_report as sr
    >>> at_prices_of_2022 = sr.income_gap.real_income_ratio(51821, 21691, 100.3, 100.1)  # China 2023
    >>> round(at_prices_of_2022, 4), round(sr.income_gap.income_ratio(51821, 21691), 4)
    (2.3843, 2.3891)
    """
    return call(
        "real_income_ratio",
        out,
        nan_policy,
        urban=urban,
        rural=rural,
        urban_price_index=urban_price_index,
        rural_price_index=rural_price_index,
    )


def real_ratio_growth(
    urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth, *, out=None, nan_policy="raise"
):
    """Growth of the income ratio at constant prices: (1 + urban real growth) / (1 + rural real growth) - 1.

    Real growth of each is nominal growth deflated by its own consumer prices, whose growth the last two arguments are.
    Negative while the real ratio falls.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.real_ratio_growth(0.051, 0.077, 0.003, 0.001), 4)
    -0.0261
    """
    return call(
        "real_ratio_growth",
        out,
        nan_policy,
        urban_growth=urban_growth,
        rural_growth=rural_growth,
        urban_deflator_growth=urban_deflator_growth,
        rural_deflator_growth=rural_deflator_growth,
    )


def real_ratio_path(
    ratio,
    urban_growth,
    rural_growth,
    urban_deflator_growth,
    rural_deflator_growth,
    periods=None,
    *,
    nan_policy="raise",
):
    """Ratio at constant prices of this year, the base, and of the years to come; forms as `ratio_path`.

    Growth of incomes is at current prices; that of prices is of the consumer prices of each. Each year the ratio grows
    by `real_ratio_growth`.

    Raises DomainError for a ratio that is not positive, a rate that is none and a negative horizon, TypeError where
    numbers, intervals and yearly rates do not go together.

    >>> import shengzhou_report as sr
    >>> sr.income_gap.real_ratio_path(2.39, 0.051, 0.077, 0.003, 0.001, periods=2).round(4)
    array([2.39  , 2.3277, 2.2669])
    >>> sr.income_gap.real_ratio_path(2.39, [0.051, 0.046], [0.077, 0.066], [0.003, 0.002], [0.001, 0.003]).round(4)
    array([2.39  , 2.3277, 2.2863])
    """
    return _path(
        "real_ratio_path",
        nan_policy,
        periods,
        {"ratio": ratio},
        urban_growth=urban_growth,
        rural_growth=rural_growth,
        urban_deflator_growth=urban_deflator_growth,
        rural_deflator_growth=rural_deflator_growth,
    )


def years_to_ratio(ratio, urban_growth, rural_growth, target, *, nan_policy="raise"):
    """Years until the ratio is at or below `target`: ln(ratio / target) / ln(b/a).

    Returns a Crossing for numbers ('already', 'reached' or 'never'), a CrossingRange for intervals, Crossings for
    arrays.

    Raises DomainError for a ratio or target that is not positive and a rate that is none.

    >>> import shengzhou_report as sr
    >>> reached = sr.income_gap.years_to_ratio(77400 / 43200, 0.063, 0.068, target=1.70)
    >>> round(reached.periods, 2), reached.whole_periods()
    (11.19, 12)
    >>> sr.income_gap.years_to_ratio(1.7917, 0.068, 0.068, target=1.70)
    Crossing('never', float('inf'))
    """
    return crossing(
        "years_to_ratio", nan_policy, ratio=ratio, urban_growth=urban_growth, rural_growth=rural_growth, target=target
    )


def years_to_ratio_on_path(ratio, urban_growth, rural_growth, target):
    """Years until the ratio is at or below `target` when each year has its own growth.

    `urban_growth` and `rural_growth` are sequences with one rate a year, or one number for all years. Within a year the
    ratio moves geometrically. 'never' means: not within the years given.

    Raises DomainError for a ratio or target that is not positive, a rate that is none, and sequences of different
    lengths.

    >>> import shengzhou_report as sr
    >>> crossing = sr.income_gap.years_to_ratio_on_path(1.80, [0.06, 0.05, 0.05], [0.06, 0.07, 0.07], target=1.75)
    >>> round(crossing.periods, 3)
    2.493
    """
    function = "years_to_ratio_on_path"
    growth = {"urban_growth": urban_growth, "rural_growth": rural_growth}
    if _any_interval(ratio, target, *growth.values()):
        return on_intervals(function, {"ratio": ratio} | _yearly(growth) | {"target": target})
    return _core.array.years_to_ratio_on_path(ratio, *(_rates(*item) for item in growth.items()), target)


def required_differential(ratio, target, years, *, out=None, nan_policy="raise"):
    """Excess of the rural over the urban growth factor that leads to the target: (ratio / target)^(1 / years) - 1.

    Raises DomainError for a ratio or target that is not positive and years that are not.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.required_differential(77400 / 43200, 1.70, 4), 6)
    0.013216
    """
    return call("required_differential", out, nan_policy, ratio=ratio, target=target, years=years)


def required_rural_growth(ratio, urban_growth, target, years, *, out=None, nan_policy="raise"):
    """Rural growth that leads to the target ratio: (1 + urban_growth) (ratio / target)^(1 / years) - 1.

    Raises DomainError for a ratio or target that is not positive, years that are not, and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.required_rural_growth(77400 / 43200, 0.063, 1.70, 4), 5)
    0.07705
    """
    return call(
        "required_rural_growth", out, nan_policy, ratio=ratio, urban_growth=urban_growth, target=target, years=years
    )


def required_urban_growth(ratio, rural_growth, target, years, *, out=None, nan_policy="raise"):
    """Urban growth that leads to the target ratio, the most it may be.

    (1 + rural_growth) (target / ratio)^(1 / years) - 1.

    Raises DomainError for a ratio or target that is not positive, years that are not, and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.required_urban_growth(77400 / 43200, 0.068, 1.70, 4), 5)
    0.05407
    """
    return call(
        "required_urban_growth", out, nan_policy, ratio=ratio, rural_growth=rural_growth, target=target, years=years
    )


def gap_threshold(ratio, urban_growth, *, out=None, nan_policy="raise"):
    """Rural growth above which the absolute gap is smaller next year: ratio * urban_growth.

    Raises DomainError for a ratio below 1 and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.gap_threshold(77400 / 43200, 0.063), 4)
    0.1129
    """
    return call("gap_threshold", out, nan_policy, ratio=ratio, urban_growth=urban_growth)


class GapPeaks(NamedTuple):
    """Turning points of many places as arrays, or pandas objects, of one shape; fields as in GapPeak.

    `year` is a float, so that never can be inf. With the `nan_policy` "propagate" what is missing is None in `reach`,
    NaN elsewhere.
    """

    reach: Any
    time: Any
    year: Any
    gap: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def gap_peak(urban, rural, urban_growth, rural_growth, *, nan_policy="raise"):
    """When the absolute gap stops rising at constant growth.

    In continuous time at ln(R ln a / ln b) / ln(b/a); in whole years the first t with R (a/b)^t urban_growth <=
    rural_growth. Returns a GapPeak for numbers, a GapPeakRange for intervals, GapPeaks for arrays.

    Raises DomainError for negative incomes, a rural one of 0 and a rate that is none.

    >>> import shengzhou_report as sr
    >>> peak = sr.income_gap.gap_peak(77400, 43200, 0.063, 0.068)
    >>> peak.reach, round(peak.time, 2), peak.year
    ('reached', 108.5, 108)
    """
    arguments = {"urban": urban, "rural": rural, "urban_growth": urban_growth, "rural_growth": rural_growth}
    if form_of(arguments) != "array":
        return call("gap_peak", None, nan_policy, **arguments)
    import numpy as np

    def columns(*flat):
        reach, time, year, gap = _core.array.gap_peak(*flat)
        years = np.where(reach == REACH.index("never"), np.inf, year.astype(np.float64))
        return np.array(REACH).take(reach), time, years, gap

    return GapPeaks(*tabulate(columns, nan_policy, arguments))


def gap_close(urban, rural, urban_growth, rural_growth, *, nan_policy="raise"):
    """Years until rural income has caught up, so that the gap is zero: ln(R) / ln(b/a).

    Returns a Crossing for numbers, a CrossingRange for intervals, Crossings for arrays.

    Raises DomainError for incomes that are not positive and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.gap_close(77400, 43200, 0.063, 0.068).periods, 2)
    124.27
    """
    return crossing(
        "gap_close", nan_policy, urban=urban, rural=rural, urban_growth=urban_growth, rural_growth=rural_growth
    )


def ratio_half_life(ratio, urban_growth, rural_growth, *, nan_policy="raise"):
    """Years until the logarithm of the ratio has halved: ln(R) / (2 ln(b/a)).

    Returns a Crossing for numbers, a CrossingRange for intervals, Crossings for arrays.

    Raises DomainError for a ratio below 1 and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.income_gap.ratio_half_life(77400 / 43200, 0.063, 0.068).periods, 1)
    62.1
    """
    return crossing("ratio_half_life", nan_policy, ratio=ratio, urban_growth=urban_growth, rural_growth=rural_growth)


def is_narrowing(
    urban_growth=None,
    rural_growth=None,
    *,
    urban0=None,
    rural0=None,
    urban1=None,
    rural1=None,
    growth_step=0.0,
    level_step=0.0,
):
    """Whether the income ratio falls: 'certain', 'possible' or 'no'.

    Evidence is the two growth rates (rural_growth > urban_growth), the incomes of two years (urban1 / rural1 <
    urban0 / rural0), or both together; give all of a kind. An `Interval` is a rounded figure; numbers are exact
    unless `growth_step` and `level_step` give their rounding units (0.001 for rates printed to 0.1 %). Arrays give an
    array of words. Raises DomainError when rates and levels contradict each other.

    >>> import shengzhou_report as sr
    >>> rates = [sr.Quantity(printed, "%").rate_interval() for printed in ("6.3", "6.8")]
    >>> sr.income_gap.is_narrowing(*rates)
    'certain'
    >>> sr.income_gap.is_narrowing([0.063, 0.068], [0.068, 0.068], growth_step=0.001)
    array(['certain', 'possible'], dtype='<U8')
    """
    growth = {"urban_growth": urban_growth, "rural_growth": rural_growth}
    levels = {"urban0": urban0, "rural0": rural0, "urban1": urban1, "rural1": rural1}
    return _narrowing("is_narrowing", {}, growth, levels, growth_step, level_step)


def is_gap_narrowing(
    ratio=None,
    urban_growth=None,
    rural_growth=None,
    *,
    urban0=None,
    rural0=None,
    urban1=None,
    rural1=None,
    growth_step=0.0,
    level_step=0.0,
):
    """Whether the absolute gap falls: 'certain', 'possible' or 'no'.

    Evidence is the ratio and the two growth rates (rural_growth > ratio * urban_growth), the incomes of two years, or
    rates and incomes together (then without `ratio`). Arguments as in `is_narrowing`.

    Raises DomainError for incomes that are negative and rates that are none, TypeError where some of the evidence
    is missing.

    >>> import shengzhou_report as sr
    >>> sr.income_gap.is_gap_narrowing(77400 / 43200, 0.063, 0.068)
    'no'
    """
    growth = {"urban_growth": urban_growth, "rural_growth": rural_growth}
    levels = {"urban0": urban0, "rural0": rural0, "urban1": urban1, "rural1": rural1}
    start = {} if ratio is None else {"ratio": ratio}
    if start and urban0 is not None:
        raise TypeError("ratio: leave it out when the incomes are given; they say it")
    return _narrowing("is_gap_narrowing", start, growth, levels, growth_step, level_step)


def _narrowing(function, start, growth, levels, growth_step, level_step):
    evidence = dict(start)
    for kind in (growth, levels):
        given = [name for name, value in kind.items() if value is not None]
        if given and len(given) < len(kind):
            raise TypeError(f"{function}() needs {', '.join(kind)} together, got only {', '.join(given)}")
        evidence |= {name: kind[name] for name in given}
    if not evidence.keys() - start.keys():
        raise TypeError(f"{function}() needs two growth rates, four incomes, or both")
    if function == "is_gap_narrowing" and not start and "urban0" not in evidence:
        raise TypeError("ratio: growth alone says nothing of the absolute gap; give the ratio or the incomes")
    form = form_of(evidence)
    rounded = bool(growth_step or level_step)
    if form == "interval" and rounded:
        raise TypeError("growth_step, level_step: an Interval says its rounding itself; make every number one")
    if form != "array" and not rounded:
        return on_intervals(function, evidence)
    import numpy as np

    flat, shape = flatten(evidence)
    steps = ([growth_step] if "urban_growth" in evidence else []) + ([level_step] if "urban0" in evidence else [])
    words = np.array(CERTAINTY).take(getattr(_core.array, function)(*flat, *steps))
    return relabel(words, shape, evidence) if form == "array" else str(words[0])


def _any_interval(*values):
    return any(is_interval_sequence([value]) or is_interval_sequence(value) for value in values)


def _yearly(growth):
    """One rate a year; one for all years stays one."""
    one = {name: is_interval_sequence([rates]) or is_number(rates) for name, rates in growth.items()}
    return {name: [rates] if one[name] else list(rates) for name, rates in growth.items()}


def _rates(name, rates):
    array = as_array(name, rates)
    if array.ndim > 1:
        raise ValueError(f"{name}: needs one rate a year, got shape {array.shape}")
    return array.reshape(-1)


def _path(function, nan_policy, periods, start, **growth):
    check_nan_policy(nan_policy)
    if periods is None:
        return _varying_path(function, nan_policy, start, growth)
    periods = as_whole("periods", periods)
    arguments = start | growth
    form = form_of(arguments)
    if form == "interval":
        return on_intervals(function, arguments, periods)
    import numpy as np

    if form == "scalar":
        numbers = [float(value) for value in arguments.values()]
        if nan_policy != "raise" and periods >= 0 and np.isnan(numbers).any():
            return np.full(periods + 1, np.nan)
        return getattr(_core.scalar, function)(*numbers, periods)

    def of_places(*flat):
        paths = getattr(_core.array, function + "s")(*flat, periods)
        return paths, np.ones(len(paths))

    paths, places = tabulate(of_places, nan_policy, arguments)
    if hasattr(places, "index") and places.ndim == 1:
        # One row a place, one column a year: the labels of the Series become those of the rows.
        return type(places.to_frame())(paths, index=places.index)
    return paths.reshape(*np.shape(places), periods + 1)


def _varying_path(function, nan_policy, start, growth):
    """A path whose rates differ by the year."""
    if _any_interval(*start.values(), *growth.values()):
        return on_intervals(function, start | _yearly(growth), form=function + "_varying")
    for name, value in start.items():
        if not is_number(value):
            raise TypeError(f"{name}: growth that differs by the year needs one number, got {type(value).__name__}")
    rates = [_rates(*item) for item in growth.items()]
    compute = getattr(_core.array, function)
    if nan_policy == "raise":
        return compute(*start.values(), *rates)
    if nan_policy == "omit":
        raise ValueError("nan_policy='omit' would leave out years of a path; use 'propagate'")
    import numpy as np

    rates = np.broadcast_arrays(*rates)
    missing = np.isnan(rates).any(axis=0)
    known = len(missing) if not missing.any() else int(missing.argmax())
    path = np.full(len(missing) + 1, np.nan)
    if not any(map(math.isnan, start.values())):
        path[: known + 1] = compute(*start.values(), *(column[:known].copy() for column in rates))
    return path
