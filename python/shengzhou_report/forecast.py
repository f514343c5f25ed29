"""Closed forms of uncertain growth, and scores of forecasts.

The logarithm of a growth factor is normal with mean ln(1 + growth), so that `growth` is the median rate, and standard
deviation `volatility`; periods are independent. It is what `simulate` does with normal shocks that do not persist.
Functions take numbers or arrays, as those of growth, and raise the same errors.

Where growth and volatility are estimates from few past years, `growth_predictive`, `level_predictive` and
`value_predictive` give the wider distribution that this leaves: Student's t, which needs SciPy.
"""

from __future__ import annotations

from . import _core
from ._arrays import as_array, call
from ._calibration import (
    Coverage,
    DieboldMariano,
    PitHistogram,
    UniformityTest,
    coverage,
    diebold_mariano,
    pit_histogram,
    uniformity_test,
)
from ._predictive import Predictive, growth_predictive, level_predictive, value_predictive

__all__ = [
    "Coverage",
    "DieboldMariano",
    "PitHistogram",
    "Predictive",
    "UniformityTest",
    "coverage",
    "crps_normal",
    "crps_sample",
    "diebold_mariano",
    "growth_predictive",
    "growth_probability",
    "interval_score",
    "level_predictive",
    "level_quantile",
    "narrowing_probability",
    "normal_quantile",
    "pinball_loss",
    "pit_histogram",
    "pit_normal",
    "pit_sample",
    "ratio_probability",
    "uniformity_test",
    "value_predictive",
]


def __dir__():
    return __all__


def normal_quantile(probability, *, out=None, nan_policy="raise"):
    """Quantile of the standard normal distribution; `probability` lies between 0 and 1, exclusive.

    Raises DomainError for other probabilities and NaN, TypeError for what are no numbers.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.normal_quantile(0.975), 6)
    1.959964
    """
    return call("normal_quantile", out, nan_policy, probability=probability)


def level_quantile(start, growth, volatility, periods, probability, *, out=None, nan_policy="raise"):
    """Quantile of a level after some periods: start (1 + growth)^periods exp(volatility sqrt(periods) z).

    z is the normal quantile of `probability`. The unit is that of `start`. Raises DomainError for a start that is not
    positive, growth of -1 or less, a negative volatility or number of periods, a probability that is not between 0 and
    1, and a result that is too large; TypeError for what are no numbers.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.level_quantile(745, 0.07, 0.02, 3, 0.9), 1)
    954.1
    """
    return call(
        "level_quantile",
        out,
        nan_policy,
        start=start,
        growth=growth,
        volatility=volatility,
        periods=periods,
        probability=probability,
    )


def growth_probability(growth, volatility, bound, *, out=None, nan_policy="raise"):
    """Probability that growth in one period is at least `bound`.

    Phi((ln(1 + growth) - ln(1 + bound)) / volatility); without volatility 1 or 0. Raises DomainError for growth or a
    bound of -1 or less and for a negative volatility; TypeError for what are no numbers.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.growth_probability(0.075, 0.01, 0.07), 3)
    0.679
    """
    return call("growth_probability", out, nan_policy, growth=growth, volatility=volatility, bound=bound)


def narrowing_probability(
    urban_growth,
    rural_growth,
    urban_volatility,
    rural_volatility,
    correlation,
    periods=1,
    *,
    out=None,
    nan_policy="raise",
):
    """Probability that the income ratio falls in each of `periods` periods.

    Phi((ln b - ln a) / s)^periods, where a and b are the growth factors of urban and rural income and s is the standard
    deviation of the logarithm of the ratio's factor. Raises DomainError for growth of -1 or less, a negative volatility
    or number of periods and a correlation outside -1 to 1; TypeError for what are no numbers.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.narrowing_probability(0.063, 0.068, 0.01, 0.01, 0.8), 3)
    0.771
    """
    return call(
        "narrowing_probability",
        out,
        nan_policy,
        urban_growth=urban_growth,
        rural_growth=rural_growth,
        urban_volatility=urban_volatility,
        rural_volatility=rural_volatility,
        correlation=correlation,
        periods=periods,
    )


def ratio_probability(
    ratio,
    urban_growth,
    rural_growth,
    urban_volatility,
    rural_volatility,
    correlation,
    target,
    periods=1,
    *,
    out=None,
    nan_policy="raise",
):
    """Probability that the income ratio is at or below `target` after `periods` periods.

    Raises the errors of `narrowing_probability`, and DomainError for a ratio or target that is not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.ratio_probability(77400 / 43200, 0.063, 0.068, 0.01, 0.01, 0.8, target=1.75, periods=5), 3)
    0.498
    """
    return call(
        "ratio_probability",
        out,
        nan_policy,
        ratio=ratio,
        urban_growth=urban_growth,
        rural_growth=rural_growth,
        urban_volatility=urban_volatility,
        rural_volatility=rural_volatility,
        correlation=correlation,
        target=target,
        periods=periods,
    )


def pinball_loss(observation, quantile, probability, *, out=None, nan_policy="raise"):
    """Pinball loss of a quantile forecast: (probability - 1{observation < quantile}) (observation - quantile).

    Without the factor 2 that scoringutils and fabletools put in, so twice its mean over all probabilities is the CRPS.
    In the unit of the observation. Raises DomainError for a probability that is not between 0 and 1 and for numbers
    that are not finite; TypeError for what are no numbers. Source: Koenker and Bassett (1978), Econometrica 46, doi
    10.2307/1913643.

    >>> import shengzhou_report as sr
    >>> sr.forecast.pinball_loss(7.5, 7.0, 0.5)
    0.25
    """
    return call("pinball_loss", out, nan_policy, observation=observation, quantile=quantile, probability=probability)


def crps_normal(observation, mean, sd, *, out=None, nan_policy="raise"):
    """Continuous ranked probability score of a normal forecast; `|observation - mean|` where `sd` is 0.

    sd (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)) with z = (observation - mean) / sd, in the unit of the observation.
    Raises DomainError for a negative sd and for numbers that are not finite; TypeError for what are no numbers.
    Source: Gneiting, Raftery, Westveld, Goldman (2005), Monthly Weather Review 133, doi 10.1175/MWR2904.1.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.crps_normal(7.5, 7, 0.5), 10)
    0.3012206788
    """
    return call("crps_normal", out, nan_policy, observation=observation, mean=mean, sd=sd)


def crps_sample(observation, sample):
    """Continuous ranked probability score of the empirical distribution of a sample.

    E|X - observation| - E|X - X'| / 2, in time n log n. `sample` is an array of any shape, such as the paths of one
    indicator and period. Raises DomainError for an empty sample and for numbers that are not finite; TypeError for what
    are no numbers. Source: Gneiting and Raftery (2007), JASA 102, equation 21, doi 10.1198/016214506000001437.

    >>> import shengzhou_report as sr
    >>> sr.forecast.crps_sample(1, [0, 3])
    0.75
    """
    return _core.array.crps_sample(observation, as_array("sample", sample).ravel())


def interval_score(observation, lower, upper, coverage, *, out=None, nan_policy="raise"):
    """Interval score of a central interval that is to hold the outcome with probability `coverage` = 1 - alpha.

    (upper - lower) + 2/alpha times how far the observation lies outside, in the unit of the observation: 0 is perfect,
    smaller is better. It rewards narrow intervals and is least, on average, for the two true quantiles. alpha / 4 of it
    is the mean of their pinball losses. Raises DomainError for lower > upper, a coverage that is not between 0 and 1
    and for numbers that are not finite; TypeError for what are no numbers. Source: Gneiting and Raftery (2007), JASA
    102, equation 43, doi 10.1198/016214506000001437.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.interval_score(8.5, 5, 8, 0.8), 6)
    8.0
    """
    return call("interval_score", out, nan_policy, observation=observation, lower=lower, upper=upper, coverage=coverage)


def pit_normal(observation, mean, sd, *, out=None, nan_policy="raise"):
    """Probability integral transform under a normal forecast: Phi((observation - mean) / sd); 1 or 0 where `sd` is 0.

    Over many forecasts that are right it is uniform between 0 and 1: see `uniformity_test`, and `Predictive.pit` for
    forecasts from few years. Raises DomainError for a negative sd and for numbers that are not finite; TypeError for
    what are no numbers. Source: Dawid (1984), JRSS A 147, doi 10.2307/2981683.

    >>> import shengzhou_report as sr
    >>> round(sr.forecast.pit_normal(7.5, 7, 0.5), 4)
    0.8413
    """
    return call("pit_normal", out, nan_policy, observation=observation, mean=mean, sd=sd)


def pit_sample(observation, sample):
    """Probability integral transform under the empirical distribution of a sample, such as the paths of a scenario.

    The share of the sample that lies below the observation, and half of what equals it. `sample` is an array of any
    shape. Raises DomainError for an empty sample and for numbers that are not finite; TypeError for what are no
    numbers. Source: as `pit_normal`.

    >>> import shengzhou_report as sr
    >>> sr.forecast.pit_sample(6, [1, 3, 5, 7])
    0.75
    """
    return _core.array.pit_sample(observation, as_array("sample", sample).ravel())
