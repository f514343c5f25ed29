"""Temporal disaggregation: yearly figures into quarters or months that add up to them.

Benchmarks are the figures of the low frequency, oldest first; each covers `periods_per_benchmark` periods. An indicator
starts with the first period of the first benchmark; where it goes on beyond the last one, the result is extrapolated.

pandas objects with a PeriodIndex or a DatetimeIndex (for benchmarks also whole numbers, which are years) are checked to
fit together and say `periods_per_benchmark` themselves. The result has the index of the indicator.

Where benchmarks jump, every method may give a flow that is negative, although no benchmark is. Such a result comes
with a `NegativeFlowWarning` that says where; `nonnegative=True` gives the best series without negative values instead,
and `nonnegative=False` says that they are meant, as those of profits may be.
"""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

from . import _core
from ._arrays import _is_labelled, _pandas, as_array, as_whole
from ._time_index import time_of, time_of_years
from .display import record_html
from .growth import _sequence

__all__ = [
    "Disaggregation",
    "NegativeFlowWarning",
    "chow_lin",
    "denton_cholette",
    "fernandez",
    "litterman",
]


def __dir__():
    return __all__


#: Months in one period of the indices that `denton_cholette` makes when there is no indicator.
_FREQUENCIES = {1: "M", 3: "Q"}


class NegativeFlowWarning(UserWarning):
    """A disaggregated series has negative values, although no benchmark is negative.

    `warnings.simplefilter("error", sr.disaggregation.NegativeFlowWarning)` makes an error of it.
    """


def denton_cholette(
    benchmarks,
    indicator=None,
    *,
    periods_per_benchmark=None,
    movement="proportional",
    conversion="sum",
    nonnegative=None,
):
    """Series that moves as closely to the indicator as the benchmarks allow: Denton's method as modified by Cholette.

    `movement` is 'proportional' (first differences of the ratio of series to indicator are smallest; the indicator must
    be positive) or 'additive' (first differences of their difference). `conversion` says what a benchmark is of its
    periods: 'sum', 'mean', 'first' or 'last'. Without an indicator the result is the smoothest series. Time and memory
    are linear in the number of periods. Returns an array, or a Series where an index is known.

    `nonnegative`: True for the series whose first differences are smallest among those without negative values (a
    quadratic program with bounds; a step for each period that it sets to 0), False for negative values without a
    warning, None for a `NegativeFlowWarning` where there are any though no benchmark is negative.

    Raises DomainError for NaN, for an indicator that is too short or, for 'proportional', not positive, and with
    nonnegative=True for a negative benchmark; ValueError for an index that does not fit and for an unknown word;
    TypeError without `periods_per_benchmark` where no index says it.

    Source: Dagum and Cholette (2006), Benchmarking, Temporal Distribution, and Reconciliation Methods for Time Series,
    chapter 6; IMF, Quarterly National Accounts Manual, chapter 6. Bounds: Nocedal and Wright (2006), Numerical
    Optimization, 2nd ed., algorithm 16.3.

    >>> import shengzhou_report as sr
    >>> indicator = [98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5]
    >>> sr.disaggregation.denton_cholette([4000, 4161.4], indicator, periods_per_benchmark=4).round(1)
    array([ 969.8,  998.4, 1018.3, 1013.4, 1007.2, 1042.8, 1060.3, 1051. , 1040.6])
    >>> sr.disaggregation.denton_cholette([100, 4, 100], periods_per_benchmark=4, nonnegative=True)[3:9].round(1)
    array([14.3,  2. ,  0. ,  0. ,  2. , 14.3])
    """
    y = _sequence("benchmarks", benchmarks)
    z = None if indicator is None else _sequence("indicator", indicator)
    count = _periods("indicator", benchmarks, indicator, periods_per_benchmark)
    series = _core.array.denton_cholette(y, z, count, movement, conversion, bool(nonnegative))
    series = _labelled(series, _index(benchmarks, indicator, count), benchmarks)
    _mark_negative("denton_cholette", y, series, nonnegative)
    return series


class Disaggregation(NamedTuple):
    """A series disaggregated by regression, and the regression.

    `series` has one value a period. `coefficients` and their `standard_errors` (given rho, with the variance estimated
    on benchmarks less coefficients) start with the constant, if there is one; they are Series where indicators have
    names. `rho` is the autocorrelation of the residuals, of `litterman` that of their steps and of `fernandez` 0;
    `log_likelihood` that of the regression: inf for an exact fit.
    """

    series: Any
    coefficients: Any
    standard_errors: Any
    rho: float
    log_likelihood: float

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def chow_lin(
    benchmarks,
    indicators=None,
    *,
    periods_per_benchmark=None,
    rho=None,
    constant=True,
    conversion="sum",
    nonnegative=None,
):
    """Best linear unbiased series given indicators: Chow and Lin's regression with residuals u_t = rho u_{t-1} + e_t.

    `indicators` is one series, or a table with one column an indicator and one row a period; without it the
    constant stands alone. `rho` lies in (-1, 1); by default it is the one of largest likelihood in [0, 0.999].
    `conversion` and `nonnegative` as in `denton_cholette`: True gives the series without negative values that is
    likeliest given coefficients and rho, which stay those of the regression. Time and memory are linear in the number
    of periods. Returns a `Disaggregation`. Raises the errors of `denton_cholette`, and DomainError also for rho outside
    (-1, 1), too few benchmarks, indicators that are linearly dependent, and an exact fit when rho is to be estimated.
    Source: Chow and Lin (1971), Best Linear Unbiased Interpolation, Distribution, and Extrapolation of
    Time Series by Related Series, Review of Economics and Statistics 53.

    >>> import shengzhou_report as sr
    >>> indicator = [90, 100, 120, 100, 95, 105, 125, 104, 99, 108, 130, 110]
    >>> result = sr.disaggregation.chow_lin([500, 520, 545], indicator, periods_per_benchmark=4, rho=0.5)
    >>> result.series.reshape(3, 4).sum(axis=1).round(6)
    array([500., 520., 545.])
    """
    return _by_regression(
        "chow_lin", benchmarks, indicators, periods_per_benchmark, (_rho(rho),), constant, conversion, nonnegative
    )


def litterman(
    benchmarks,
    indicators=None,
    *,
    periods_per_benchmark=None,
    rho=None,
    constant=True,
    conversion="sum",
    nonnegative=None,
):
    """Series given indicators where residuals drift in steps that persist.

    As `chow_lin` with u_t = u_{t-1} + v_t and v_t = rho v_{t-1} + e_t, both 0 before the first period: for series whose
    relation to the indicators moves away and does not come back. `rho` lies in (-1, 1); by default it is
    the one of largest likelihood in [0, 0.999]. Returns a `Disaggregation`; raises the errors of `chow_lin`. Source:
    Litterman (1983), A Random Walk, Markov Model for the Distribution of Time Series, Journal of Business and Economic
    Statistics 1, 169-173, doi 10.2307/1391858.

    >>> import shengzhou_report as sr
    >>> indicator = [90, 100, 120, 100, 95, 105, 125, 104, 99, 108, 130, 110]
    >>> result = sr.disaggregation.litterman([500, 520, 545], indicator, periods_per_benchmark=4, rho=0.5)
    >>> result.series.reshape(3, 4).sum(axis=1).round(6)
    array([500., 520., 545.])
    """
    return _by_regression(
        "litterman", benchmarks, indicators, periods_per_benchmark, (_rho(rho),), constant, conversion, nonnegative
    )


def fernandez(
    benchmarks,
    indicators=None,
    *,
    periods_per_benchmark=None,
    constant=True,
    conversion="sum",
    nonnegative=None,
):
    """Series given indicators where residuals are a random walk: u_t = u_{t-1} + e_t, from 0 before the first period.

    `litterman` with rho = 0; nothing but the coefficients is estimated. Returns a `Disaggregation`; raises the errors
    of `chow_lin` but those on rho. Source: Fernandez (1981), A Methodological Note on the Estimation of Time Series,
    Review of Economics and Statistics 63, 471-476, doi 10.2307/1924371.

    >>> import shengzhou_report as sr
    >>> indicator = [90, 100, 120, 100, 95, 105, 125, 104, 99, 108, 130, 110]
    >>> result = sr.disaggregation.fernandez([500, 520, 545], indicator, periods_per_benchmark=4, constant=False)
    >>> result.series.reshape(3, 4).sum(axis=1).round(6)
    array([500., 520., 545.])
    """
    return _by_regression(
        "fernandez", benchmarks, indicators, periods_per_benchmark, (), constant, conversion, nonnegative
    )


def _rho(rho):
    return None if rho is None else float(rho)


def _by_regression(function, benchmarks, indicators, count, rho, constant, conversion, nonnegative):
    """What the core's `function` makes of indicators, with labels; `rho` has what not all of them take."""
    import numpy as np

    y = _sequence("benchmarks", benchmarks)
    count = _periods("indicators", benchmarks, indicators, count)
    x = np.empty((y.size * max(count, 0), 0)) if indicators is None else as_array("indicators", indicators)
    x = x.reshape(-1, 1) if x.ndim == 1 else x
    if x.ndim != 2:
        raise ValueError(f"indicators: needs one column an indicator, got shape {x.shape}")
    series, coefficients, errors, *rest = getattr(_core.array, function)(
        y, x, count, *rho, bool(constant), conversion, bool(nonnegative)
    )
    series = _labelled(series, _index(benchmarks, indicators, count), benchmarks)
    _mark_negative(function, y, series, nonnegative, level=4)
    if _is_labelled(indicators):
        names = ["constant"] if constant else []
        names += [indicators.name or "indicator"] if indicators.ndim == 1 else list(indicators.columns)
        coefficients, errors = (_pandas().Series(column, index=names) for column in (coefficients, errors))
    return Disaggregation(series, coefficients, errors, *rest)


def _mark_negative(function, benchmarks, series, nonnegative, level=3):
    """Warns of negative flows where nobody has said that they are meant."""
    negative = series < -1e-12 * abs(series).max()  # below it, what a zero was rounded to
    if nonnegative is not None or not negative.any() or benchmarks.min() < 0:
        return
    places = series.index[negative] if _is_labelled(series) else negative.nonzero()[0]
    first = ", ".join(str(place) for place in places[:3]) + (", ..." if len(places) > 3 else "")
    warnings.warn(
        f"{function}: {len(places)} of {len(series)} values are negative, although no benchmark is (at {first}): "
        f"nonnegative=True rules them out, nonnegative=False says that they are meant",
        NegativeFlowWarning,
        stacklevel=level,
    )


def _periods(name, benchmarks, indicator, count):
    """Periods in a benchmark: as given, or as the indices say, which then must fit together."""
    count = None if count is None else as_whole("periods_per_benchmark", count)
    low, high = time_of_years(benchmarks), time_of(indicator)
    if low is None or high is None:
        if count is None:
            raise TypeError("periods_per_benchmark: needed unless benchmarks and indicator are indexed by time")
        return count
    pandas = _pandas()
    covered = pandas.period_range(low[0].start_time, low[-1].end_time, freq=high.freq)
    per_benchmark = len(pandas.period_range(low[0].start_time, low[0].end_time, freq=high.freq))
    if not low.equals(pandas.period_range(low[0], periods=len(low), freq=low.freq)):
        raise ValueError(f"benchmarks: the index has gaps or is not in order, from {low[0]} to {low[-1]}")
    if not high.equals(pandas.period_range(high[0], periods=len(high), freq=high.freq)):
        raise ValueError(f"{name}: the index has gaps or is not in order, from {high[0]} to {high[-1]}")
    if high[0] != covered[0] or len(high) < len(covered):
        raise ValueError(
            f"{name} covers {high[0]} to {high[-1]}, but the benchmarks {low[0]} to {low[-1]} "
            f"need {covered[0]} to {covered[-1]}"
        )
    if len(covered) != per_benchmark * len(low):
        raise ValueError(f"benchmarks: not all have {per_benchmark} periods of the frequency of {name}")
    if count not in (None, per_benchmark):
        raise ValueError(f"periods_per_benchmark = {count}, but the indices say {per_benchmark}")
    return per_benchmark


def _index(benchmarks, indicator, count):
    """Index of the result: that of the indicator, or one made from the benchmarks; None where neither is known."""
    if indicator is not None:
        return indicator.index if _is_labelled(indicator) else None
    low = time_of_years(benchmarks)
    if low is None:
        return None
    pandas = _pandas()
    months = len(pandas.period_range(low[0].start_time, low[0].end_time, freq="M"))
    frequency = _FREQUENCIES.get(months // count) if count > 0 and months % count == 0 else None
    if frequency is None:
        return None
    index = pandas.period_range(low[0].start_time, periods=count * len(low), freq=frequency)
    return index.to_timestamp() if type(benchmarks.index).__name__ == "DatetimeIndex" else index


def _labelled(series, index, benchmarks):
    if index is None:
        return series
    return _pandas().Series(series, index=index, name=getattr(benchmarks, "name", None))
