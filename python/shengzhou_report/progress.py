"""Progress through the year: single periods from year-to-date figures, pace, and the probability that a target is met.

Shares and rates are fractions; the levels of one call have one unit. Functions take numbers, intervals or arrays, as
those of growth, and raise the same errors. The growth that the rest of a year needs is `required_growth_rest`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from . import _core
from ._arrays import as_number, as_operand, as_whole, call, flatten, is_number, relabel
from ._core import DomainError, ErrorMoments, Interval, Quantity, target_outcomes
from ._figures import plain
from ._time_index import periods_per_year as per_year
from .display import record_html
from .growth import _sequence, is_interval_sequence

__all__ = [
    "SeasonalPattern",
    "calendar_share",
    "completion",
    "error_moments",
    "lead",
    "progress",
    "projected_total",
    "seasonal_pattern",
    "seasonal_share",
    "single_growth",
    "single_growths",
    "single_period",
    "single_periods",
    "target_outcomes",
    "target_probability",
    "year_to_date",
]


def __dir__():
    return __all__


def single_period(ytd, ytd_previous, *, out=None, nan_policy="raise"):
    """Figure of the period alone from year-to-date (累计) figures: ytd - ytd_previous.

    `ytd_previous` is the year-to-date figure one period before, 0 for the first period of a year. The difference of two
    rounded figures is uncertain by the rounding of both: give intervals to see by how much.

    Raises DomainError for negative figures, and one that falls from period to period.

    >>> import shengzhou_report as sr
    >>> sr.progress.single_period(210, 100)
    110.0
    >>> sr.progress.single_period(sr.Interval(209.5, 210.5), sr.Interval(99.5, 100.5))
    Interval(109.0, 111.0)
    """
    return call("single_period", out, nan_policy, ytd=ytd, ytd_previous=ytd_previous)


def single_growth(ytd, ytd_growth, ytd_previous, growth_previous, *, out=None, nan_policy="raise"):
    """Growth of the period alone on the same period of last year: (Y - P) / (Y / (1 + G) - P / (1 + H)) - 1.

    Y is `ytd`, G its published growth, P the year-to-date figure one period before and H its published growth; P is 0
    in the first period of a year. The bases are those that the published growth implies, since the figures of last
    year may have been revised. Raises DomainError where Y is below P, or where last year's period alone is not positive
    (for intervals: may not be positive). Source: difference of cumulative levels over that of their published bases;
    official quarterly GDP growth has been computed period by period since 2015 and can differ by about 0.1 points.

    >>> import shengzhou_report as sr
    >>> round(sr.progress.single_growth(230, 0.15, 110, 0.10), 4)
    0.2
    >>> first, half = sr.Quantity("110", "亿元"), sr.Quantity("230", "亿元")
    >>> rates = [sr.Quantity(printed, "%").rate_interval() for printed in ("15.0", "10.0")]
    >>> rounded = sr.progress.single_growth(half.interval(), rates[0], first.interval(), rates[1])
    >>> round(rounded.lower, 4), round(rounded.upper, 4)
    (0.1978, 0.2023)
    """
    return call(
        "single_growth",
        out,
        nan_policy,
        ytd=ytd,
        ytd_growth=ytd_growth,
        ytd_previous=ytd_previous,
        growth_previous=growth_previous,
    )


def single_periods(ytd, periods_per_year=None):
    """Figures of single periods from a year-to-date series that starts with the first period of a year.

    `periods_per_year` is 4 for quarters, 12 for months, 11 where January and February are published as one; a Series
    with a PeriodIndex or a DatetimeIndex knows it. `ytd` is a one-dimensional array or a list of intervals; pandas
    labels are kept. Raises ValueError for an index that does not begin with a year, has a gap or runs backwards.

    >>> import shengzhou_report as sr
    >>> sr.progress.single_periods([100, 210, 330, 460, 110], 4)
    array([100., 110., 120., 130., 110.])
    >>> import pandas as pd
    >>> quarters = pd.period_range("2023Q1", periods=5, freq="Q")
    >>> sr.progress.single_periods(pd.Series([100, 210, 330, 460, 110], quarters)).tolist()
    [100.0, 110.0, 120.0, 130.0, 110.0]
    """
    return _call("single_periods", periods_per_year, ytd=ytd)


def single_growths(ytd, ytd_growth, periods_per_year=None):
    """`single_growth` of each figure of a year-to-date series that starts with the first period of a year.

    Arguments as in `single_periods`; `ytd_growth` has the published growth of each figure.

    Raises DomainError for negative figures, a rate that is none, and sequences that do not fit.

    >>> import shengzhou_report as sr
    >>> sr.progress.single_growths([110, 230], [0.10, 0.15], 4).round(4)
    array([0.1, 0.2])
    """
    return _call("single_growths", periods_per_year, ytd=ytd, ytd_growth=ytd_growth)


def year_to_date(single, periods_per_year=None):
    """Year-to-date figures of a series of single periods, the inverse of `single_periods`.

    Raises DomainError for figures that are not finite.

    >>> import shengzhou_report as sr
    >>> sr.progress.year_to_date([100, 110, 120, 130, 110], 4)
    array([100., 210., 330., 460., 110.])
    """
    return _call("year_to_date", periods_per_year, single=single)


def calendar_share(when):
    """Share of the year that has passed (序时进度) at the end of a day or of a period.

    A date (`datetime.date`, a pandas Timestamp) counts days: 181 / 365 on 30 June 2023; a pandas Period stands for its
    last day. A word of `sr.typing.Period` counts periods: 'first_half' is 0.5. Dates in an array, an index or a Series
    give an array, or a Series with the same labels. Raises DomainError for missing dates and for periods that do not
    end at a certain time of the year.

    >>> import datetime
    >>> import shengzhou_report as sr
    >>> sr.progress.calendar_share("first_half")
    0.5
    >>> round(sr.progress.calendar_share(datetime.date(2023, 6, 30)), 4)
    0.4959
    """
    if isinstance(when, str):
        return _core.scalar.calendar_share(when)
    when = getattr(when, "end_time", when)  # of a pandas Period or PeriodIndex
    if isinstance(when, dt.date):
        if when != when:  # pandas.NaT
            raise DomainError("calendar_share: a date is missing or out of range")
        return _core.scalar.calendar_share(when.year, when.month, when.day)
    import numpy as np

    dates = getattr(when, "dt", when)  # of a Series
    # A day is that of its time zone, not the one at Greenwich.
    days = np.asarray(when if getattr(dates, "tz", None) is None else dates.tz_localize(None))
    if days.dtype == object and days.size and all(isinstance(day, dt.date) for day in days.flat):
        days = days.astype("datetime64[D]")
    if days.dtype.kind != "M":
        raise TypeError(f"when: needs dates or a word of sr.typing.Period, got {type(when).__name__}")
    shares = _core.array.calendar_share(days.astype("datetime64[D]").astype(np.int64).reshape(-1))
    return relabel(shares, days.shape, {"when": when}) if days.ndim else float(shares[0])


def completion(ytd, annual_target, *, out=None, nan_policy="raise"):
    """Share of an annual target that is done (完成进度): ytd / annual_target.

    Raises DomainError for negative figures and a target of 0.

    >>> import shengzhou_report as sr
    >>> sr.progress.completion(54, 100)
    0.54
    """
    return call("completion", out, nan_policy, ytd=ytd, annual_target=annual_target)


def lead(ytd, annual_target, share, *, out=None, nan_policy="raise"):
    """How far completion is ahead of what the time of the year asks for: ytd / annual_target - share.

    `share` is the part of the year's total that should be done by now, above 0 up to 1: `calendar_share`, or
    what past years had reached (`seasonal_share`). 0.02 is 2 percentage points ahead; negative is behind.

    Raises DomainError for negative figures, a target of 0 and a share outside [0, 1].

    >>> import shengzhou_report as sr
    >>> round(sr.progress.lead(54, 100, sr.progress.calendar_share("first_half")), 4)
    0.04
    """
    return call("lead", out, nan_policy, ytd=ytd, annual_target=annual_target, share=share)


def projected_total(ytd, share, *, out=None, nan_policy="raise"):
    """The year's total if `share` of it is done: ytd / share, with `share` above 0 up to 1.

    Raises DomainError for a negative figure and a share outside (0, 1].

    >>> import shengzhou_report as sr
    >>> sr.progress.projected_total(54, 0.5)
    108.0
    """
    return call("projected_total", out, nan_policy, ytd=ytd, share=share)


class SeasonalPattern(NamedTuple):
    """Shares of the year's total that past years had reached at the end of each period.

    `mean`, `lowest` and `highest` over the years are arrays with one element a period.
    """

    mean: Any
    lowest: Any
    highest: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def seasonal_pattern(single, periods_per_year=None):
    """Shares of the year's total that past years had reached: mean, lowest and highest for each period.

    `single` has figures of single periods (not year-to-date) of complete years, oldest first, at least 0.

    Raises DomainError for negative figures, a year of 0 and fewer figures than a year has periods.

    >>> import shengzhou_report as sr
    >>> sr.progress.seasonal_pattern([20, 30, 25, 25, 24, 26, 26, 24], 4).mean.round(3)
    array([0.22 , 0.5  , 0.755, 1.   ])
    """
    count = per_year(periods_per_year, single=single)
    return SeasonalPattern(*_core.array.seasonal_pattern(_sequence("single", single), count))


def seasonal_share(single, period, periods_per_year=None):
    """`SeasonalShare` of past years at the end of one period, counted from 1; arguments as in `seasonal_pattern`.

    Raises DomainError for a period that a year does not have, and as `seasonal_pattern`.

    >>> import shengzhou_report as sr
    >>> print(sr.progress.seasonal_share([20, 30, 25, 25, 24, 26, 26, 24], 1, 4))
    0.22 (0.2 to 0.24)
    """
    counts = as_whole("period", period), per_year(periods_per_year, single=single)
    return _core.array.seasonal_share(_sequence("single", single), *counts)


def progress(annual_target, ytd, share, *, seasonal=None, previous=None, direction="higher"):
    """Gathers what is known of an annual target on a level at a time of the year, as a `Progress`.

    `share` is the share of the calendar, or what `calendar_share` takes. `seasonal` is a `SeasonalShare` of past years.
    `previous` is (ytd, total) of last year, in the unit and price basis of the target; it gives the growth that the
    rest of the year needs: (annual_target - ytd) / (total - ytd of last year) - 1, None once the target is met and at
    the end of the year, which has no rest. Where `direction` is 'lower' the target is a limit (energy use, accidents):
    leads are positive while less of it is used than time has passed, and `required_growth` is the most that the rest
    may grow, None once the limit is used up. Raises DomainError for a target that is not positive, a negative figure, a
    share that is not above 0 and up to 1 and a year before that is not in order; ValueError for another direction;
    TypeError for what are no numbers.

    >>> import shengzhou_report as sr
    >>> progress = sr.progress.progress(108, 56.1, "first_half", previous=(51, 100))
    >>> round(progress.calendar.lead, 4), round(progress.required_growth, 4)
    (0.0194, 0.0592)
    >>> print(progress)
    56.1 of 108 (0.519444): calendar lead 0.0194444, rest needs growth of 0.0591837
    >>> print(sr.progress.progress(200, 96, "first_half", previous=(98, 204), direction="lower"))
    96 of at most 200 (0.48): calendar lead 0.02, rest may grow by -0.0188679
    """
    if not is_number(share):
        share = calendar_share(share)
    if previous is not None:
        if not isinstance(previous, (tuple, list)) or len(previous) != 2:
            raise TypeError(f"previous: needs (ytd, total) of last year, got {type(previous).__name__}")
        before, total = previous
        previous = as_number("previous", before), as_number("previous", total)
    numbers = as_number("annual_target", annual_target), as_number("ytd", ytd), as_number("share", share)
    return _core.scalar.progress(*numbers, seasonal, previous, direction)


def error_moments(errors):
    """Mean and sample standard deviation (n - 1 in the denominator) of forecast errors, as `ErrorMoments`.

    `errors` are outturn - forecast, at least two that are not all equal.

    Raises DomainError for fewer than two errors and errors that are all equal.

    >>> import shengzhou_report as sr
    >>> sr.progress.error_moments([-1, 0, 1])
    ErrorMoments(0.0, 1.0)
    """
    return _core.array.error_moments(_sequence("errors", errors))


def target_probability(target, forecast, errors, *, distribution="normal", direction="higher"):
    """Probability that forecast + error meets a target, given past forecast errors.

    `target` is a Quantity, read by `target_outcomes` with `direction`, or the Interval of outcomes that meet it. The
    outturn is judged as a true value, not as it will be printed: at 6.96 % a target of 7.0 % is missed, though offices
    print 7.0 %, by which a scorecard judges. For the printed value lower the end of the Interval by half a step.
    `forecast` and `errors` are fractions where the target is a rate, else in its unit. `errors` are outturn - forecast
    of the past, or for a normal distribution an `ErrorMoments`. With `distribution` 'normal' the moments are those of
    `error_moments`, taken as known, which makes a small sample look more certain than it is (see
    `forecast.value_predictive` of the errors); 'empirical' counts the past errors that would have met the target, ends
    included. An array of forecasts gives an array.

    Raises DomainError for a forecast that is no rate where the target is one, a standard deviation that is not
    positive and no errors, TypeError and ValueError for arguments of the wrong kind.

    >>> import shengzhou_report as sr
    >>> growth = sr.Quantity("7.0", "%", bound="about")
    >>> round(sr.progress.target_probability(growth, 0.07, sr.ErrorMoments(0.0, 0.002)), 4)
    0.8413
    >>> sr.progress.target_probability(growth, 0.07, [-0.005, -0.002, 0.0, 0.003], distribution="empirical")
    0.75
    """
    if distribution not in ("normal", "empirical"):
        raise ValueError(f"{distribution!r} is none of 'normal', 'empirical'")
    guarded = isinstance(target, Quantity) and target.unit.is_ratio  # otherwise a forecast may be a level
    if isinstance(target, Quantity):
        target = _core.target_outcomes(target, direction)
    elif not isinstance(target, Interval):
        raise TypeError(
            f"target: needs a Quantity or the Interval of outcomes that meet it, got {type(target).__name__}"
        )
    if isinstance(errors, ErrorMoments):
        if distribution == "empirical":
            raise TypeError("errors: the empirical distribution needs the past errors, got ErrorMoments")
    else:
        errors = _sequence("errors", errors)
        errors = _core.array.error_moments(errors) if distribution == "normal" else errors
    if is_number(forecast):
        if guarded:
            _core.require_rate("target_probability", "forecast", float(forecast))
        return _core.scalar.target_probability(target, float(forecast), errors)
    arguments = {"forecast": forecast}
    (flat,), shape = flatten(arguments)
    if guarded and flat.size:
        _core.require_rate("target_probability", "forecast", flat.max())
    return relabel(_core.array.target_probability(target, flat, errors), shape, arguments)


def _call(function, periods_per_year, /, **arguments):
    """Calls the form of a function of year-to-date sequences that fits the arguments."""
    count = per_year(periods_per_year, **arguments)
    arguments, context = plain(function, arguments)
    with context:
        return _call_of_numbers(function, count, arguments)


def _call_of_numbers(function, count, arguments):
    if any(is_interval_sequence(values) for values in arguments.values()):
        operands = ([as_operand(function, name, value) for value in values] for name, values in arguments.items())
        try:
            form = getattr(_core.interval, function)
        except AttributeError:
            raise TypeError(f"{function}: needs numbers, not intervals") from None
        return form(*operands, count)
    for name, values in arguments.items():
        _sequence(name, values)
    flat, shape = flatten(arguments)
    return relabel(getattr(_core.array, function)(*flat, count), shape, arguments)
