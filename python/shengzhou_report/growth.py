"""Growth of one indicator: compounding, averages, price basis, contributions, and the time until a level is reached.

Rates are fractions: 0.065 is 6.5 %. Levels carry no unit; give all levels of one call in the same one.
Every function takes numbers, intervals or arrays (see `shengzhou_report._arrays`):

- numbers give a number;
- an `Interval` among the arguments gives the exact range of the function while the arguments vary independently, to the
  last digits;
- arrays broadcast as NumPy does, pandas labels are kept, and `out` takes the result without a new array;
- a `Quantity` or `Statement` counts as the interval of what prints like it, per cent as a fraction, and levels of one
  call in the unit of the first.

Missing values among arrays raise; `nan_policy="propagate"` leaves their elements missing, `"omit"` leaves these out.
All raise DomainError for NaN or infinite numbers, growth at or below -1, rates of 1 (100 %) and more as plain numbers
(see `large_rates`), negative levels, and zero where growth from it is asked; they never return NaN.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from . import _core
from ._arrays import as_array, call, form_of, on_intervals, tabulate, without_missing
from ._core import Interval
from ._figures import has_figures, is_figure, large_rates
from .display import record_html

__all__ = [
    "Crossings",
    "annualise",
    "average_growth",
    "cagr",
    "chain",
    "compound",
    "contribution",
    "contribution_rate",
    "doubling_time",
    "doublings",
    "growth_rate",
    "implied_base",
    "implied_deflator",
    "large_rates",
    "log_growth",
    "nominal_growth",
    "percentage_point_difference",
    "periods_to_reach",
    "real_growth",
    "required_growth",
    "required_growth_rest",
    "two_year_average",
]


def __dir__():
    return __all__


#: The words of a crossing, which arrays of the core hold as numbers.
REACH = _core.words["Reach"]


def compound(value, rate, periods=1.0, *, out=None, nan_policy="raise"):
    """Level after `periods` of growth at a constant rate: value (1 + rate)^periods.

    Raises DomainError for a negative value, a rate that is none, and a level too large for a double.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.compound(745, 0.07), 2)
    797.15
    >>> sr.growth.compound([100, 200], 0.1, 2).round(6)
    array([121., 242.])
    """
    return call("compound", out, nan_policy, value=value, rate=rate, periods=periods)


def growth_rate(start, end, *, out=None, nan_policy="raise"):
    """Growth between two levels: end / start - 1. `start` must be positive.

    Raises DomainError for a negative level and a start of 0.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.growth_rate(711.08, 745), 4)
    0.0477
    """
    return call("growth_rate", out, nan_policy, start=start, end=end)


def cagr(start, end, periods, *, out=None, nan_policy="raise"):
    """Compound annual growth rate (年均增速): (end / start)^(1 / periods) - 1.

    `periods` counts transitions, not levels: from 2011 to 2016 there are 5.

    Raises DomainError for a negative end, a start of 0 or below, periods that are not positive, and results too
    large for a double.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.cagr(28993, 45794, 5), 4)
    0.0957
    """
    return call("cagr", out, nan_policy, start=start, end=end, periods=periods)


def log_growth(start, end, *, out=None, nan_policy="raise"):
    """Logarithmic growth ln(end / start), which adds up over time. Both levels must be positive.

    Raises DomainError for levels that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.log_growth(100, 110), 6)
    0.09531
    """
    return call("log_growth", out, nan_policy, start=start, end=end)


def doublings(start, end, *, out=None, nan_policy="raise"):
    """How often a level doubled (翻番): log2(end / start). 翻两番 is 2 doublings, a factor of 4.

    Source: National Bureau of Statistics, explanatory note of August 2012.

    Raises DomainError for levels that are not positive.

    >>> import shengzhou_report as sr
    >>> sr.growth.doublings(100, 400)
    2.0
    """
    return call("doublings", out, nan_policy, start=start, end=end)


def average_growth(rates, *, nan_policy="raise"):
    """Constant growth that has the same effect as a sequence of rates: their geometric mean.

    `rates` is one rate per period, at least one: a one-dimensional array or a list of intervals. Returns a number, or
    an Interval for intervals.

    Raises DomainError for a rate that is none and no rate at all, ValueError for more than one dimension.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.average_growth([0.021, 0.081]), 4)
    0.0506
    """
    if is_interval_sequence(rates):
        return on_intervals("average_growth", {"rates": list(rates)})
    kept = without_missing(nan_policy, _sequence("rates", rates))
    return math.nan if kept is None else _core.array.average_growth(*kept)


def two_year_average(growth_previous, growth_current, *, out=None, nan_policy="raise"):
    """Two-year average (两年平均增速): sqrt((1 + growth_previous)(1 + growth_current)) - 1.

    Source: National Bureau of Statistics, 2021, which averaged over the base of 2019.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.two_year_average(0.021, 0.081), 4)
    0.0506
    """
    return call("two_year_average", out, nan_policy, growth_previous=growth_previous, growth_current=growth_current)


def chain(rates, base=100.0):
    """Index that starts at `base` and grows by each rate in turn: n rates give n + 1 levels, the first is `base`.

    `rates` is a one-dimensional array or a list of intervals; the result an array or a list of intervals.

    Raises DomainError for a rate that is none, a negative base, and levels too large for a double.

    >>> import shengzhou_report as sr
    >>> sr.growth.chain([0.1, 0.1]).round(6)
    array([100., 110., 121.])
    """
    if is_interval_sequence(rates) or is_interval_sequence([base]):
        return on_intervals("chain", {"rates": list(rates), "base": base})
    return _core.array.chain(_sequence("rates", rates), base)


def implied_base(level, growth, *, out=None, nan_policy="raise"):
    """Level of the year before that a level and its published growth imply: level / (1 + growth).

    Where it differs from the level once published, the base was revised or the growth has another price basis.

    Raises DomainError for a negative level and growth that is no rate.

    >>> import shengzhou_report as sr
    >>> level, growth = sr.Quantity("745", "亿元"), sr.Quantity("7.5", "%")
    >>> base = sr.growth.implied_base(level.interval(), growth.rate_interval())
    >>> round(base.lower, 2), round(base.upper, 2)
    (692.24, 693.81)
    """
    return call("implied_base", out, nan_policy, level=level, growth=growth)


def annualise(rate, periods_per_year, *, out=None, nan_policy="raise"):
    """Yearly rate of a rate per shorter period (环比): (1 + rate)^periods_per_year - 1.

    `rate` is growth on the previous period, seasonally adjusted; `periods_per_year` 4 for quarters, 12 for months.

    Raises DomainError for a rate that is none, periods that are not positive, and results too large for a double.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.annualise(0.01, 4), 6)
    0.040604
    """
    return call("annualise", out, nan_policy, rate=rate, periods_per_year=periods_per_year)


def real_growth(nominal, deflator_growth, *, out=None, nan_policy="raise"):
    """Growth at constant prices: (1 + nominal) / (1 + deflator_growth) - 1. Divided, never subtracted.

    Source: National Bureau of Statistics, note on household income.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.real_growth(0.063, 0.002), 4)
    0.0609
    """
    return call("real_growth", out, nan_policy, nominal=nominal, deflator_growth=deflator_growth)


def nominal_growth(real, deflator_growth, *, out=None, nan_policy="raise"):
    """Growth at current prices: (1 + real)(1 + deflator_growth) - 1.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.nominal_growth(0.055, -0.002), 5)
    0.05289
    """
    return call("nominal_growth", out, nan_policy, real=real, deflator_growth=deflator_growth)


def implied_deflator(nominal, real, *, out=None, nan_policy="raise"):
    """Growth of the deflator that nominal and real growth imply: (1 + nominal) / (1 + real) - 1.

    It measures prices only within one vintage of the levels; a revised base shows up here as well.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.implied_deflator(sr.growth.growth_rate(711.08, 745), 0.075), 4)
    -0.0254
    """
    return call("implied_deflator", out, nan_policy, nominal=nominal, real=real)


def required_growth(current, target, periods, *, out=None, nan_policy="raise"):
    """Growth per period that leads from the current level to the target: (target / current)^(1 / periods) - 1.

    Raises DomainError for a negative target, a current level of 0 or below, and periods that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.required_growth(77400, 85000, 4), 4)
    0.0237
    """
    return call("required_growth", out, nan_policy, current=current, target=target, periods=periods)


def required_growth_rest(annual_target, ytd_growth, ytd_share, *, out=None, nan_policy="raise"):
    """Growth that the rest of the year needs for the annual target: (T - w c) / (1 - w).

    `ytd_growth` is growth over the elapsed part on the same part of last year, `ytd_share` that part's share of last
    year's total, in [0, 1). Source: levels add up, 1 + T = w (1 + c) + (1 - w)(1 + rest).

    Raises DomainError for a rate that is none and a share outside [0, 1).

    >>> import shengzhou_report as sr
    >>> round(sr.growth.required_growth_rest(0.07, 0.06, 0.72), 5)
    0.09571
    """
    return call(
        "required_growth_rest", out, nan_policy, annual_target=annual_target, ytd_growth=ytd_growth, ytd_share=ytd_share
    )


def contribution(part_start, part_end, whole_start, *, out=None, nan_policy="raise"):
    """Pull of a part on the growth of the whole (拉动): (part_end - part_start) / whole_start, as a fraction.

    0.042 is 4.2 percentage points. The pulls of all parts add up to the growth of the whole.

    Raises DomainError for negative levels and a whole of 0.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.contribution(0, 1593, 38361), 3)
    0.042
    """
    return call("contribution", out, nan_policy, part_start=part_start, part_end=part_end, whole_start=whole_start)


def contribution_rate(part_start, part_end, whole_start, whole_end, *, out=None, nan_policy="raise"):
    """Share of a part in the increment of the whole (贡献率).

    (part_end - part_start) / (whole_end - whole_start); raises when the whole did not change.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.contribution_rate(0, 1593, 38361, 40962), 3)
    0.612
    """
    return call(
        "contribution_rate",
        out,
        nan_policy,
        part_start=part_start,
        part_end=part_end,
        whole_start=whole_start,
        whole_end=whole_end,
    )


def percentage_point_difference(rate_a, rate_b, *, out=None, nan_policy="raise"):
    """Difference of two rates (个百分点): rate_a - rate_b as a fraction; 0.005 is 0.5 percentage points.

    Raises DomainError for numbers that are not finite.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.percentage_point_difference(0.068, 0.063), 6)
    0.005
    """
    return call("percentage_point_difference", out, nan_policy, rate_a=rate_a, rate_b=rate_b)


class Crossings(NamedTuple):
    """Crossings of many paths: `periods` and `reach` as arrays, or pandas objects, of one shape.

    `reach` holds 'already', 'reached' or 'never'; `periods` is 0 for already and inf for never. With the `nan_policy`
    "propagate" what is missing is None in the one and NaN in the other.
    """

    periods: Any
    reach: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def periods_to_reach(start, end, rate, *, nan_policy="raise"):
    """Periods until a level that grows at a constant rate is at or above `end`: ln(end / start) / ln(1 + rate).

    Returns a Crossing for numbers, a CrossingRange for intervals, Crossings for arrays.

    Raises DomainError for levels that are not positive and a rate that is none.

    >>> import shengzhou_report as sr
    >>> sr.growth.periods_to_reach(100, 121, 0.1)
    Crossing('reached', 2.0)
    >>> sr.growth.periods_to_reach(100, 121, 0.0)
    Crossing('never', float('inf'))
    """
    return crossing("periods_to_reach", nan_policy, start=start, end=end, rate=rate)


def doubling_time(rate, times=2.0, *, nan_policy="raise"):
    """Periods until a level has multiplied by `times`: ln(times) / ln(1 + rate). 翻番 is 2, 翻两番 is 4.

    Returns a Crossing for numbers, a CrossingRange for intervals, Crossings for arrays.

    Raises DomainError for a rate that is none and times that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.growth.doubling_time(0.07).periods, 2)
    10.24
    """
    return crossing("doubling_time", nan_policy, rate=rate, times=times)


def crossing(function, nan_policy, /, **arguments):
    """Calls the form of a crossing function that fits the arguments; internal, shared with `income_gap`."""
    if form_of(arguments) != "array":
        return call(function, None, nan_policy, **arguments)
    import numpy as np

    def columns(*flat):
        periods, reach = getattr(_core.array, function)(*flat)
        return periods, np.array(REACH).take(reach)

    return Crossings(*tabulate(columns, nan_policy, arguments))


def is_interval_sequence(values):
    """Whether `values` is a list or tuple with an Interval or figures in it; internal, shared with `income_gap`."""
    intervals = isinstance(values, (list, tuple)) and any(isinstance(value, Interval) for value in values)
    return intervals or (not is_figure(values) and has_figures(values))


def _sequence(name, values):
    array = as_array(name, values)
    if array.ndim != 1:
        raise ValueError(f"{name}: needs a one-dimensional sequence, got shape {array.shape}")
    return array
