"""Trend, cycle and season of a series through statsmodels, with the labels of pandas.

Every function takes one series in the order of time, an array or a Series. The index of a Series is checked to have no
gaps, says how many periods a year has, and is that of the results, as is the name. Missing values raise: no filter here
can pass over them. They need the extra `econometrics`.
"""

from __future__ import annotations

import math
import tempfile
import warnings
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ._arrays import _is_labelled, _pandas, as_array, as_whole, is_number
from ._core import DomainError
from ._time_index import time_of_years
from .display import record_html
from .frames import require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ._arrays import _AnyArray

__all__ = ["HamiltonTrend", "HpTrend", "SeasonalAdjustment", "hamilton_filter", "hp_filter", "seasonal_adjust"]


def __dir__() -> list[str]:
    return __all__


_MODELS = ("additive", "multiplicative")
_METHODS = ("stl", "x13")


class HpTrend(NamedTuple):
    """A series as trend and cycle, which add up to it.

    `end_weight` is how much of a revision of the last figure goes into the last value of the trend; within the series
    it is far less, so that the trend's end is the least certain part of it.
    """

    trend: Any
    cycle: Any
    smoothing: float
    end_weight: float

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class HamiltonTrend(NamedTuple):
    """A series as trend and cycle, which add up to it, from the first period that has both.

    `coefficients` are those of the regression: the constant, then the figures `horizon`, `horizon` + 1, ... periods
    before.
    """

    trend: Any
    cycle: Any
    coefficients: NDArray[np.float64]
    horizon: int
    lags: int

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class SeasonalAdjustment(NamedTuple):
    """A series without its season, and its parts.

    additive: series = trend + seasonal + remainder, adjusted = series - seasonal. multiplicative: the same with
    products and quotients, and factors around 1 for `seasonal` and `remainder`.
    """

    adjusted: Any
    trend: Any
    seasonal: Any
    remainder: Any

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


def hp_filter(series: _AnyArray, *, smoothing: float | None = None) -> HpTrend:
    """Trend and cycle by the filter of Hodrick and Prescott.

    The trend minimises the sum of squares of the cycle plus `smoothing` times that of the trend's second differences.
    By default `smoothing` follows the frequency as Ravn and Uhlig found, 1600 for quarters times the fourth power of
    the length of a period: 6.25 for years, 129600 for months. For growth take logarithms first.

    At its ends the trend leans on the last figures and changes much when new ones come, and cycles may come out of
    series that have none (Hamilton 2018, who proposes `hamilton_filter` instead): do not read a turn off the last
    years. `HpTrend.end_weight` says how much the last figure counts there.

    Raises DomainError for fewer than four figures, NaN, infinity and a smoothing that is not positive; ValueError for
    more than one dimension and an index with gaps; TypeError without `smoothing` where no index says the frequency;
    ImportError without statsmodels. Source: Hodrick and Prescott (1997), Journal of Money, Credit and Banking 29, doi
    10.2307/2953682; Ravn and Uhlig (2002), Review of Economics and Statistics 84, doi 10.1162/003465302317411604.

    >>> import shengzhou_report as sr
    >>> hp = sr.trend.hp_filter([560.0, 590, 600, 658, 690, 745], smoothing=6.25)
    >>> hp.trend.round(1), round(hp.end_weight, 2)
    (array([552.5, 585.1, 618.9, 655.9, 695. , 735.7]), 0.61)
    """
    values = _values("hp_filter", series, at_least=4)
    if smoothing is None:
        per_year = _per_year(series, None)
        if per_year is None:
            raise TypeError("smoothing: needed unless the series has an index of years, quarters or months")
        smoothing = 1600 * (per_year / 4) ** 4
    if not is_number(smoothing):
        raise TypeError(f"smoothing: needs a number, got {type(smoothing).__name__}")
    smoothing = float(smoothing)
    if not 0 < smoothing < math.inf:
        raise DomainError(f"hp_filter: smoothing = {smoothing:g} must be positive and finite")
    import numpy as np

    hpfilter = require("statsmodels.tsa.filters.hp_filter", "econometrics").hpfilter
    last = np.zeros(values.size)
    last[-1] = 1
    unit = _unit(values)
    cycle, trend = (np.asarray(part) * unit for part in hpfilter(values / unit, smoothing))
    end_weight = float(np.asarray(hpfilter(last, smoothing)[1])[-1])
    _require_finite("hp_filter", trend, cycle)
    return HpTrend(_labelled(trend, series), _labelled(cycle, series), smoothing, end_weight)


def hamilton_filter(series: _AnyArray, *, horizon: int | None = None, lags: int | None = None) -> HamiltonTrend:
    """Trend and cycle by Hamilton's regression of a figure on those `horizon` periods before.

    Ordinary least squares of y_t on a constant and y_{t-h}, ..., y_{t-h-lags+1}: the fitted values are the trend, the
    residuals the cycle. By default h is two years and lags is one year, as Hamilton proposes for business cycles. The
    first h + lags - 1 periods have no trend; the results leave them out. For growth take logarithms first.

    Raises DomainError for horizon or lags below 1, fewer figures than the regression needs (h + 2 lags + 1), figures
    that leave its coefficients open, NaN and infinity; ValueError for more than one dimension and an index with gaps;
    TypeError without horizon and lags where no index says the frequency; ImportError without statsmodels. Source:
    Hamilton (2018), Why You Should Never Use the Hodrick-Prescott Filter, Review of Economics and Statistics 100, doi
    10.1162/rest_a_00706.

    >>> import shengzhou_report as sr
    >>> result = sr.trend.hamilton_filter([560.0, 590, 600, 658, 690, 745], horizon=2, lags=1)
    >>> result.trend.round(1), result.cycle.round(1)
    (array([613. , 656. , 670.4, 753.6]), array([-13. ,   2. ,  19.6,  -8.6]))
    """
    values = _values("hamilton_filter", series, at_least=1)
    if horizon is None or lags is None:
        per_year = _per_year(series, None)
        if per_year is None:
            raise TypeError("horizon, lags: needed unless the series has an index of years, quarters or months")
        horizon = 2 * per_year if horizon is None else horizon
        lags = per_year if lags is None else lags
    horizon, lags = as_whole("horizon", horizon), as_whole("lags", lags)
    for name, value in (("horizon", horizon), ("lags", lags)):
        if value < 1:
            raise DomainError(f"hamilton_filter: {name} = {value} must be at least 1")
    first = horizon + lags - 1
    if values.size < first + lags + 2:
        raise DomainError(
            f"hamilton_filter: series has {values.size} figures, but horizon = {horizon} and lags = {lags} need "
            f"{first + lags + 2}"
        )
    import numpy as np

    linear_model = require("statsmodels.regression.linear_model", "econometrics")
    unit = _unit(values)
    scaled = values / unit
    columns = [scaled[lags - 1 - lag : scaled.size - horizon - lag] for lag in range(lags)]
    regressors = np.column_stack([np.ones(values.size - first), *columns])
    model = linear_model.OLS(scaled[first:], regressors)
    if np.linalg.matrix_rank(regressors) <= lags:
        raise DomainError("hamilton_filter: series is too regular: its figures leave the regression open")
    fit = model.fit()
    coefficients = np.array(fit.params) * np.r_[unit, np.ones(lags)]
    trend, cycle = np.asarray(fit.fittedvalues) * unit, np.asarray(fit.resid) * unit
    _require_finite("hamilton_filter", trend, cycle, coefficients)
    return HamiltonTrend(_labelled(trend, series, first), _labelled(cycle, series, first), coefficients, horizon, lags)


def seasonal_adjust(
    series: _AnyArray,
    *,
    method: Literal["stl", "x13"] = "stl",
    model: Literal["additive", "multiplicative"] = "additive",
    periods_per_year: int | None = None,
    seasonal_window: int = 7,
    robust: bool = False,
) -> SeasonalAdjustment:
    """A quarterly or monthly series without its season.

    `method` 'stl' is the decomposition by loess: `seasonal_window` is the number of years, odd and at least 7, over
    which the season may change, `robust` keeps outliers out of it. 'x13' is X-13ARIMA-SEATS of the U.S. Census Bureau,
    with its automatic model and outliers, which must be installed; it takes a Series with an index of quarters or
    months and neither option. `model` 'multiplicative' is for seasons that grow with the level, of positive figures:
    STL then works on logarithms. `periods_per_year` is for series whose index does not say it. Holidays that move, as
    the Spring Festival, remain in the result of either method.

    Raises DomainError for two years of figures or less (X-13: less than three), figures that are not positive where the
    model is multiplicative, a window that is even or below 7, NaN, infinity, and what X-13 refuses; ValueError for
    unknown words, an option of the other method, more than one dimension and an index with gaps; TypeError where
    nothing says the frequency; FileNotFoundError where X-13 is not installed; ImportError without statsmodels. Source:
    Cleveland and others (1990), STL, Journal of Official Statistics 6, 3-73; U.S. Census Bureau, X-13ARIMA-SEATS
    Reference Manual.

    >>> import shengzhou_report as sr
    >>> quarters = [98.0, 104, 102, 110, 101, 107, 105, 113, 104, 110, 108, 116]
    >>> sr.trend.seasonal_adjust(quarters, periods_per_year=4).adjusted.round(1)
    array([102.4, 103.1, 103.9, 104.6, 105.4, 106.1, 106.9, 107.6, 108.4,
           109.1, 109.9, 110.6])
    """
    for name, word, words in (("method", method, _METHODS), ("model", model, _MODELS)):
        if word not in words:
            raise ValueError(f"{name}: {word!r} is none of {', '.join(map(repr, words))}")
    values = _values("seasonal_adjust", series, at_least=1)
    per_year = _per_year(series, periods_per_year)
    if per_year is None:
        raise TypeError("periods_per_year: needed unless the series has an index of quarters or months")
    if per_year < 2:
        raise DomainError(f"seasonal_adjust: periods_per_year = {per_year}: figures of whole years have no season")
    product = model == "multiplicative"
    if product and values.min() <= 0:
        place = int(values.argmin())
        raise DomainError(
            f"seasonal_adjust: series = {values[place]:g} must be positive where the model is multiplicative "
            f"(element {place})"
        )
    least = 3 * per_year if method == "x13" else 2 * per_year + 1
    if values.size < least:
        raise DomainError(
            f"seasonal_adjust: series has {values.size} figures, but {method!r} needs {least} with {per_year} a year"
        )
    if method == "x13":
        if seasonal_window != 7 or robust:
            raise ValueError("seasonal_window, robust: these are options of 'stl'; 'x13' chooses for itself")
        parts = _x13(series, product)
    else:
        parts = _stl(values, per_year, product, as_whole("seasonal_window", seasonal_window), bool(robust))
    _require_finite("seasonal_adjust", *parts)
    return SeasonalAdjustment(*(_labelled(part, series) for part in parts))


def _stl(
    values: NDArray[np.float64], per_year: int, product: bool, window: int, robust: bool
) -> tuple[NDArray[np.float64], ...]:
    """Adjusted series, trend, seasonal and remainder by loess."""
    import numpy as np

    if window < 7 or window % 2 == 0:
        raise DomainError(f"seasonal_adjust: seasonal_window = {window} must be odd, and at least 7")
    decomposition = require("statsmodels.tsa.seasonal", "econometrics").STL
    unit = 1.0 if product else _unit(values)
    given = np.log(values) if product else values / unit
    fit = decomposition(given, period=per_year, seasonal=window, robust=robust).fit()
    trend, seasonal, remainder = (np.asarray(part) * unit for part in (fit.trend, fit.seasonal, fit.resid))
    if product:
        trend, seasonal, remainder = np.exp(trend), np.exp(seasonal), np.exp(remainder)
        return values / seasonal, trend, seasonal, remainder
    return values - seasonal, trend, seasonal, remainder


def _x13(series: Any, product: bool) -> tuple[NDArray[np.float64], ...]:
    """Adjusted series, trend, seasonal and remainder by X-13ARIMA-SEATS."""
    import numpy as np

    time = time_of_years(series)
    if time is None or time.freqstr.partition("-")[0] not in ("M", "Q"):
        raise TypeError("series: 'x13' needs a Series with an index of quarters or months")
    x13 = require("statsmodels.tsa.x13", "econometrics")
    errors = require("statsmodels.tools.sm_exceptions", "econometrics")
    # Without a name, which would go into the program's file of instructions.
    given = _pandas().Series(as_array("series", series), index=time)
    with tempfile.TemporaryDirectory(prefix="shengzhou_report-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", errors.X13Warning)
        warnings.simplefilter("ignore", ResourceWarning)  # of the program's output, which statsmodels leaves open
        refusal = ""
        try:
            result = x13.x13_arima_analysis(given, log=product, tempdir=folder)
        except errors.X13NotFoundError:
            raise FileNotFoundError(
                "seasonal_adjust: 'x13' needs the program X-13ARIMA-SEATS (x13as), which is not installed: get it from "
                "https://www.census.gov/data/software/x13as.html and put it on PATH, or name its folder in the "
                "environment variable X13PATH; 'stl' needs no program"
            ) from None
        except errors.X13Error as error:
            refusal = str(error)
        if refusal:  # not as the cause, which would keep the output open
            raise DomainError(f"seasonal_adjust: X-13ARIMA-SEATS refuses the series: {refusal}")
    values = given.to_numpy()
    adjusted, trend, remainder = (np.asarray(part) for part in (result.seasadj, result.trend, result.irregular))
    return adjusted, trend, values / adjusted if product else values - adjusted, remainder


def _values(function: str, series: object, *, at_least: int) -> NDArray[np.float64]:
    """The series as an array that is in order."""
    import numpy as np

    values = as_array("series", series)
    if values.ndim != 1:
        raise ValueError(f"series: needs one dimension, got shape {values.shape}")
    wrong = np.flatnonzero(~np.isfinite(values))
    if wrong.size:
        place = series.index[wrong[0]] if _is_labelled(series) else f"element {wrong[0]}"  # type: ignore[attr-defined]
        raise DomainError(
            f"{function}: series = {values[wrong[0]]:g} is not a finite number: fill missing values, or take a stretch "
            f"without any ({place})"
        )
    if values.size < at_least:
        raise DomainError(f"{function}: series has {values.size} figures: give {at_least} at least")
    _check_index(series)
    return values


def _check_index(series: Any) -> None:
    """Raises where the index names times that are not one behind the other."""
    if not _is_labelled(series):
        return
    time = time_of_years(series)
    if time is None:
        if type(series.index).__name__ == "DatetimeIndex":
            raise ValueError("series: its dates have no regular frequency; sort them, or give a PeriodIndex")
        return
    if not time.equals(_pandas().period_range(time[0], periods=len(time), freq=time.freq)):
        raise ValueError(f"series: the index has gaps or is not in order, from {time[0]} to {time[-1]}")


def _per_year(series: Any, given: int | None) -> int | None:
    """How many periods a year has, as given or as the index says; None where neither does."""
    count = None if given is None else as_whole("periods_per_year", given)
    time = time_of_years(series)
    usual = None if time is None else {"Y": 1, "A": 1, "Q": 4, "M": 12}.get(time.freqstr.partition("-")[0])
    if count is not None and count < 1:
        raise DomainError(f"periods_per_year = {count} must be at least 1")
    if usual is not None and count not in (None, usual):
        raise ValueError(f"periods_per_year = {count}, but the index has {usual} a year")
    return usual if count is None else count


def _unit(values: NDArray[np.float64]) -> float:
    """A power of two near the largest figure: dividing by it loses no digit and keeps squares within a double."""
    largest = float(abs(values).max())
    return math.ldexp(1.0, math.frexp(largest)[1] - 1) if largest > 0 else 1.0


def _require_finite(function: str, *results: NDArray[np.float64]) -> None:
    if not all(map(math.isfinite, (x for result in results for x in result))):
        raise DomainError(f"{function}: the result is too large for a double")


def _labelled(part: NDArray[np.float64], series: Any, first: int = 0) -> Any:
    """A part with the index and the name of the series, from its element `first` on."""
    if not _is_labelled(series):
        return part
    return _pandas().Series(part, index=series.index[first:], name=series.name)
