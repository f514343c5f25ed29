"""The feasible set of income growth over arrays: many pairs of rates in one region, the regions of many places."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _core
from ._arrays import as_operand, flatten, form_of, relabel
from ._core import Interval
from ._figures import plain
from .display import record_html
from .income_gap import CERTAINTY


class FeasibleRegions(NamedTuple):
    """Feasible sets of many places, in the shape and with the labels of the arguments.

    The growth of a place without a solution is inf.
    """

    #: Whether any pair of rates meets the targets.
    feasible: Any
    #: Area of the region in the plane of fractions; 0 where there is none.
    area: Any
    #: Urban growth of the cheapest point.
    urban_growth: Any
    #: Rural growth of the cheapest point.
    rural_growth: Any
    #: Growth of mean income there.
    total_growth: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def is_feasible(self, urban_growth, rural_growth):
    """Whether pairs of rates meet all targets: 'certain', 'possible' or 'no'.

    'certain': for every weight and level; 'no': one target is missed for all of them. Numbers give a word, arrays an
    array of words; they broadcast and keep pandas labels. Intervals, and figures with their unit as the interval of
    what prints like them, are judged for all pairs within. Raises DomainError when a rate is not above -1 or has no
    end, UnitError for figures that are no rates.

    >>> import shengzhou_report as sr
    >>> region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, ratio_falls=True)
    >>> region.is_feasible(0.063, 0.068)
    'certain'
    >>> region.is_feasible([0.063, 0.068], 0.068)
    array(['certain', 'no'], dtype='<U8')
    >>> region.is_feasible(sr.Quantity("6.3", "%"), sr.Quantity("6.8", "%"))
    'certain'
    """
    arguments = {"urban_growth": urban_growth, "rural_growth": rural_growth}
    form = form_of(arguments)
    if form == "interval":
        ranges, context = plain("is_feasible", arguments)
        with context:
            return self._is_feasible_within(*(as_operand("is_feasible", *item) for item in ranges.items()))
    if form == "scalar":
        return self.test(*map(float, arguments.values())).feasible
    import numpy as np

    flat, shape = flatten(arguments)
    return relabel(np.array(CERTAINTY).take(self._is_feasible(*flat)), shape, arguments)


def feasible_regions(
    urban,
    rural,
    urban_weight,
    total_growth,
    *,
    urban_growth=None,
    rural_growth=None,
    ratio_falls=False,
    ratio_target=None,
    box=None,
):
    """The feasible sets of many places whose mean income is to grow by at least `total_growth`, as FeasibleRegions.

    `urban`, `rural`, `urban_weight` and `total_growth` are numbers or arrays, one element a place; the keyword
    arguments are those of `FeasibleRegion` and hold for all places. `box` is Interval(0, 0.15) when None. Raises the
    errors of `FeasibleRegion`, which name the place, and TypeError for intervals.

    >>> import shengzhou_report as sr
    >>> regions = sr.feasible_regions([77400, 2], [43200, 1], 0.6, [0.068, 0.5], ratio_falls=True)
    >>> regions.feasible
    array([ True, False])
    >>> regions.total_growth.round(3)
    array([0.068,   inf])
    """
    arguments = {"urban": urban, "rural": rural, "urban_weight": urban_weight, "total_growth": total_growth}
    if form_of(arguments) == "interval":
        raise TypeError("feasible_regions() needs numbers; a FeasibleRegion takes an Interval")
    flat, shape = flatten(arguments)
    limits = (urban_growth, rural_growth, ratio_falls, ratio_target, Interval(0, 0.15) if box is None else box)
    fields = _core.array.feasible_regions(*flat, *limits)
    return FeasibleRegions(*(relabel(field, shape, arguments) for field in fields))
