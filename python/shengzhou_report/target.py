"""What targets ask for in numbers: total income growth, and growth in step with the economy.

Functions take numbers, intervals or arrays, as those of growth, and raise the same errors.
"""

from __future__ import annotations

from . import _core
from ._arrays import call, flatten, form_of, on_intervals, relabel
from ._core import (
    implied_amount,
    implied_amounts,
    implied_growth,
    implied_growths,
    implied_level,
    implied_levels,
)
from .income_gap import CERTAINTY

__all__ = [
    "IN_STEP_TOLERANCE",
    "implied_amount",
    "implied_amounts",
    "implied_growth",
    "implied_growths",
    "implied_level",
    "implied_levels",
    "is_in_step",
    "total_income_growth",
]


def __dir__():
    return __all__


#: How far income growth may stay behind GDP growth and still count as in step: 0.2 percentage points.
IN_STEP_TOLERANCE = 0.002


def total_income_growth(
    urban,
    rural,
    urban_weight,
    urban_growth,
    rural_growth,
    urban_weight_end=None,
    *,
    out=None,
    nan_policy="raise",
):
    """Growth of the mean income of town and country: (s' U a + (1 - s') V b) / (s U + (1 - s) V) - 1.

    U and V are urban and rural income, a and b their growth factors, s = `urban_weight` the urban share of the persons,
    s' = `urban_weight_end` that of next year (the same when None). The weight is a share of persons from 0 to 1, never
    of income; the share of the income survey differs from the urbanisation rate, so say where yours comes from.

    Source: National Bureau of Statistics, note on household income: all = urban x share + rural x share; the growth of
    the whole may lie outside that of its parts when the shares shift.

    Raises DomainError for incomes that are not positive, weights outside [0, 1] and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.target.total_income_growth(77400, 43200, 0.6, 0.063, 0.068), 4)
    0.0644
    >>> round(sr.target.total_income_growth(51821, 21691, 0.58171, 0.04567, 0.06583, 0.58563), 4)
    0.0534
    """
    arguments = {
        "urban": urban,
        "rural": rural,
        "urban_weight": urban_weight,
        "urban_growth": urban_growth,
        "rural_growth": rural_growth,
    }
    # Without the share of next year it is another formula: over an interval it does not vary apart in both years.
    later = {} if urban_weight_end is None else {"urban_weight_end": urban_weight_end}
    return call("total_income_growth", out, nan_policy, **arguments, **later)


def is_in_step(income_growth, gdp_growth, *, tolerance=IN_STEP_TOLERANCE, growth_step=0.0):
    """Whether income grows in step with the economy (同步): 'certain', 'possible' or 'no'.

    income_growth >= gdp_growth - tolerance, both at constant prices; equality to 12 digits counts. `growth_step` reads
    numbers as printed to that step: 0.001 for rates printed to 0.1 %. Arrays give an array of words.

    Source: National Bureau of Statistics, which called 2.1 % against 2.3 % (2020) and 7.0 % against 7.1 % (2013) in
    step, real income against real GDP, for households GDP per head.

    Raises DomainError for a rate that is none and a tolerance that is negative or 1 and more.

    >>> import shengzhou_report as sr
    >>> sr.target.is_in_step(0.021, 0.023)
    'certain'
    >>> sr.target.is_in_step([0.021, 0.018], 0.023)
    array(['certain', 'no'], dtype='<U8')
    """
    arguments = {"income_growth": income_growth, "gdp_growth": gdp_growth}
    form = form_of(arguments)
    if form == "interval" and growth_step:
        raise TypeError("growth_step: an Interval says its rounding itself; make every number one")
    if form != "array" and not growth_step:
        return on_intervals("is_in_step", arguments, tolerance)
    import numpy as np

    flat, shape = flatten(arguments)
    words = np.array(CERTAINTY).take(_core.array.is_in_step(*flat, growth_step, tolerance))
    return relabel(words, shape, arguments) if form == "array" else str(words[0])
