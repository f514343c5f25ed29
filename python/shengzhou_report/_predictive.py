"""What a few past years say of a coming one: Student's t, since their mean and variance are estimated."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, overload

from . import _core
from ._arrays import as_array, as_number, check_nan_policy, flatten, is_number, relabel
from ._core import DomainError, Interval
from .display import record_html
from .frames import require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ._arrays import _AnyArray, _NanPolicy, _Number

#: Every measure with the way from its unit to the scale on which it is Student's t, and back.
_SCALES: dict[str, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "value": (float, float),
    "growth": (math.log1p, math.expm1),
    "level": (math.log, math.exp),
}
#: The open end below of each measure.
_LOWEST = {"value": -math.inf, "growth": -1.0, "level": 0.0}


@dataclass(frozen=True)
class Predictive:
    """Predictive distribution of a figure of the future: Student's t around `location`.

    `measure` says of what: 'value' of the figure itself, 'growth' of ln(1 + growth), 'level' of ln(level). `location`
    and `scale` are on that scale. `value_predictive`, `growth_predictive` and `level_predictive` make one of past
    figures. Growth and levels have no finite mean, since the tails of Student's t are heavier than an exponential; the
    median is `quantile(0.5)`. Raises DomainError for a location that is not finite, and for a scale or degrees of
    freedom that are not positive; ValueError for an unknown measure.

    >>> import shengzhou_report as sr
    >>> forecast = sr.forecast.Predictive("value", location=7, scale=0.5, degrees_of_freedom=4)
    >>> round(forecast.quantile(0.95), 4), round(forecast.probability(7.5), 4)
    (8.0659, 0.187)
    """

    measure: Literal["value", "growth", "level"]
    location: float
    scale: float
    degrees_of_freedom: float

    def __post_init__(self) -> None:
        """Checks what the fields hold."""
        if self.measure not in _SCALES:
            raise ValueError(f"measure: {self.measure!r} is none of {', '.join(map(repr, _SCALES))}")
        for name in ("location", "scale", "degrees_of_freedom"):
            value = as_number(name, getattr(self, name))
            object.__setattr__(self, name, value)
            if not math.isfinite(value) or (name != "location" and value <= 0):
                raise DomainError(
                    f"Predictive: {name} = {value:g} must be "
                    + ("a finite number" if name == "location" else "positive and finite")
                )

    @overload
    def quantile(self, probability: _Number) -> float: ...
    @overload
    def quantile(self, probability: _AnyArray) -> Any: ...
    def quantile(self, probability: Any) -> Any:
        """The figure that the outcome is at or below with this probability, in the unit of the measure.

        Numbers give a number, arrays an array, pandas labels are kept. Raises DomainError for a probability that does
        not lie between 0 and 1, and for a figure too large for a double.

        >>> import shengzhou_report as sr
        >>> growth = sr.forecast.growth_predictive([0.062, 0.071, 0.055, 0.068, 0.074])
        >>> growth.quantile([0.1, 0.5, 0.9]).round(4)
        array([0.0533, 0.066 , 0.0788])
        """
        special = require("scipy.special", "econometrics")

        def one(p: float) -> float:
            if not 0 < p < 1:
                raise DomainError(f"quantile: probability = {p:g} must lie between 0 and 1, exclusive")
            position = self.location + self.scale * float(special.stdtrit(self.degrees_of_freedom, p))
            try:
                figure = _SCALES[self.measure][1](position)
            except OverflowError:
                figure = math.inf
            if not math.isfinite(figure):
                raise DomainError(f"quantile: probability = {p:g}: the result is too large for a double")
            return figure

        return _each("probability", probability, one)

    def interval(self, coverage: float = 0.8) -> Interval:
        """The central interval that holds the outcome with probability `coverage`: as much lies below it as above.

        Raises DomainError for a coverage that does not lie between 0 and 1, and for an end too large for a double.

        >>> import shengzhou_report as sr
        >>> growth = sr.forecast.growth_predictive([0.062, 0.071, 0.055, 0.068, 0.074])
        >>> interval = growth.interval(0.8)
        >>> round(interval.lower, 4), round(interval.upper, 4)
        (0.0533, 0.0788)
        """
        coverage = as_number("coverage", coverage)
        if not 0 < coverage < 1:
            raise DomainError(f"interval: coverage = {coverage:g} must lie between 0 and 1, exclusive")
        return Interval(self.quantile((1 - coverage) / 2), self.quantile((1 + coverage) / 2))

    @overload
    def probability(self, target: _Number | Interval) -> float: ...
    @overload
    def probability(self, target: _AnyArray) -> Any: ...
    def probability(self, target: Any) -> Any:
        """Probability that the outcome is at least `target`, or lies in it where it is an Interval.

        An Interval may have infinite ends, as those of `progress.target_outcomes` have, which reads printed targets.
        Numbers give a number, arrays an array, pandas labels are kept. Raises DomainError for NaN and, of growth, for
        rates of 1 and more (see `growth.large_rates`).

        >>> import shengzhou_report as sr
        >>> growth = sr.forecast.growth_predictive([0.062, 0.071, 0.055, 0.068, 0.074])
        >>> round(growth.probability(0.06), 3), round(growth.probability(sr.Interval(0.06, 0.07)), 3)
        (0.744, 0.417)
        """
        if isinstance(target, Interval):
            lower, upper = (
                end if math.isinf(end) else self._checked("target", end) for end in (target.lower, target.upper)
            )
            # From the side with the smaller tail, which keeps its digits.
            if self._position(lower) > 0:
                return max(self._above(lower) - self._above(upper), 0.0)
            return max(self._below(upper) - self._below(lower), 0.0)
        return _each("target", target, lambda bound: self._above(self._checked("target", bound)))

    @overload
    def pit(self, observation: _Number) -> float: ...
    @overload
    def pit(self, observation: _AnyArray) -> Any: ...
    def pit(self, observation: Any) -> Any:
        """Probability integral transform of what came: the probability that the forecast gave to at most so much.

        Over many forecasts it is uniform between 0 and 1 where they were right: see `forecast.uniformity_test`. Numbers
        and errors as in `probability`.

        >>> import shengzhou_report as sr
        >>> growth = sr.forecast.growth_predictive([0.062, 0.071, 0.055, 0.068, 0.074])
        >>> round(growth.pit(0.058), 3)
        0.195
        """
        return _each("observation", observation, lambda x: self._below(self._checked("observation", x)))

    def _checked(self, name: str, figure: float) -> float:
        if math.isnan(figure) or math.isinf(figure):
            raise DomainError(f"{name} = {figure:g} is not a finite number: leave out missing values before the call")
        if self.measure == "growth" and figure > -1:
            _core.require_rate("Predictive", name, figure)
        return figure

    def _position(self, figure: float) -> float:
        """How many scales a figure lies above the location."""
        if figure <= _LOWEST[self.measure]:
            return -math.inf
        if figure == math.inf:
            return math.inf
        return (_SCALES[self.measure][0](figure) - self.location) / self.scale

    def _below(self, figure: float) -> float:
        return _student_probability(self.degrees_of_freedom, self._position(figure))

    def _above(self, figure: float) -> float:
        return _student_probability(self.degrees_of_freedom, -self._position(figure))

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


def value_predictive(past: _AnyArray, *, nan_policy: _NanPolicy = "raise") -> Predictive:
    """Predictive distribution of the next figure of a series without a trend, from n past ones.

    Figures are independent and normal with one unknown mean and variance: the next is Student's t with n - 1 degrees of
    freedom around the mean, with scale s sqrt(1 + 1/n). Of past forecast errors it is what `progress.error_moments`
    take as known. `past` is one-dimensional, in any unit, which is that of the result; `nan_policy='omit'` leaves out
    missing figures.

    Raises DomainError for fewer than two figures, all of them equal, NaN and infinity; ValueError for more than one
    dimension; ImportError without SciPy. Source: Hahn and Meeker (1991), Statistical Intervals, chapter 4; Gelman and
    others (2013), Bayesian Data Analysis, 3rd ed., section 3.2.

    >>> import shengzhou_report as sr
    >>> volts = sr.forecast.value_predictive([50.3, 48.3, 49.6, 50.4, 51.9])
    >>> interval = volts.interval(0.95)
    >>> round(interval.lower, 1), round(interval.upper, 1)
    (46.1, 54.1)
    """
    values = _past("value_predictive", "past", past, nan_policy)
    mean, sd, n = _moments("value_predictive", "past", values)
    return Predictive("value", mean, sd * math.sqrt(1 + 1 / n), n - 1)


def growth_predictive(past_growth: _AnyArray, *, periods: float = 1, nan_policy: _NanPolicy = "raise") -> Predictive:
    """Predictive distribution of coming growth, on average over `periods`, from growth in n past ones.

    As `value_predictive` of ln(1 + growth): scale s sqrt(1/periods + 1/n). Where mean and standard deviation were known
    it would be the normal form, `growth_probability`; with five past years the 80 % interval is 1.3 times as wide.

    Raises DomainError for fewer than two rates, all of them equal, what is no rate, and periods that are not positive;
    ValueError for more than one dimension; ImportError without SciPy. Source: as `value_predictive`.

    >>> import shengzhou_report as sr
    >>> growth = sr.forecast.growth_predictive([0.062, 0.071, 0.055, 0.068, 0.074])
    >>> round(growth.quantile(0.5), 4), round(growth.probability(0.06), 3)
    (0.066, 0.744)
    """
    rates = _rates("growth_predictive", past_growth, nan_policy)
    mean, sd, n = _moments("growth_predictive", "past_growth", rates)
    periods = _periods("growth_predictive", periods)
    return Predictive("growth", mean, sd * math.sqrt(1 / periods + 1 / n), n - 1)


def level_predictive(
    start: float, past_growth: _AnyArray, *, periods: float = 1, nan_policy: _NanPolicy = "raise"
) -> Predictive:
    """Predictive distribution of a level after `periods` of growth like that of n past ones.

    As `growth_predictive`, compounded: ln(level) is Student's t around ln(start) + periods m with scale
    s sqrt(periods + periods^2 / n). The second term is what not knowing the mean adds, which `level_quantile` leaves
    out. The unit is that of `start`.

    Raises the errors of `growth_predictive`, and DomainError for a start that is not positive.

    >>> import shengzhou_report as sr
    >>> level = sr.forecast.level_predictive(745, [0.062, 0.071, 0.055, 0.068, 0.074], periods=3)
    >>> round(level.quantile(0.5), 1), round(level.probability(900), 2)
    (902.4, 0.56)
    """
    start = as_number("start", start)
    if not 0 < start < math.inf:
        raise DomainError(f"level_predictive: start = {start:g} must be positive and finite")
    rates = _rates("level_predictive", past_growth, nan_policy)
    mean, sd, n = _moments("level_predictive", "past_growth", rates)
    periods = _periods("level_predictive", periods)
    return Predictive("level", math.log(start) + periods * mean, sd * math.sqrt(periods + periods * periods / n), n - 1)


def _periods(function: str, periods: object) -> float:
    number = as_number("periods", periods)
    if not 0 < number <= 1e6:
        raise DomainError(f"{function}: periods = {number:g} must be positive, up to a million")
    return number


def _past(function: str, name: str, past: object, nan_policy: str) -> NDArray[np.float64]:
    """Past figures without the missing ones."""
    import numpy as np

    check_nan_policy(nan_policy)
    values = as_array(name, past)
    if values.ndim != 1:
        raise ValueError(f"{name}: needs a one-dimensional sequence, got shape {values.shape}")
    if nan_policy == "omit":
        values = values[~np.isnan(values)]
    elif nan_policy == "propagate":
        raise ValueError("nan_policy: a distribution cannot be missing; 'omit' leaves out the missing figures")
    wrong = np.flatnonzero(~np.isfinite(values))
    if wrong.size:
        raise DomainError(
            f"{function}: {name} = {values[wrong[0]]:g} is not a finite number: leave out missing values before the "
            f"call, or give nan_policy='omit' (element {wrong[0]})"
        )
    if values.size < 2:
        raise DomainError(
            f"{function}: {name} has {values.size} figures: an unknown mean and variance need two at least"
        )
    return values


def _rates(function: str, past_growth: object, nan_policy: str) -> NDArray[np.float64]:
    """ln(1 + growth) of past growth."""
    import numpy as np

    rates = _past(function, "past_growth", past_growth, nan_policy)
    for rate in (rates.min(), rates.max()):
        _core.require_rate(function, "past_growth", float(rate))
    return np.log1p(rates)


def _moments(function: str, name: str, values: NDArray[np.float64]) -> tuple[float, float, int]:
    """Mean and standard deviation of a sample, and its size."""
    if values.min() == values.max():
        raise DomainError(
            f"{function}: {name} are all equal, from which no spread can be estimated: give more digits or more years"
        )
    moments = _core.array.error_moments(values)
    return moments.mean, moments.sd, values.size


def _student_probability(degrees_of_freedom: float, position: float) -> float:
    """P(T <= position)."""
    if math.isinf(position):
        return 1.0 if position > 0 else 0.0
    return float(require("scipy.special", "econometrics").stdtr(degrees_of_freedom, position))


def _each(name: str, argument: Any, function: Callable[[float], float]) -> Any:
    """`function` of a number, or of every element of an array, with its labels."""
    if is_number(argument):
        return function(float(argument))
    import numpy as np

    (flat,), shape = flatten({name: argument})
    results = np.empty(flat.size)
    for i, x in enumerate(flat):
        try:
            results[i] = function(float(x))
        except DomainError as error:
            raise DomainError(f"{error} (element {i})") from None
    return relabel(results, shape, {name: argument})
