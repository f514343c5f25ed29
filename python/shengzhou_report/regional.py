"""Structure of a place: its industries beside those of a larger whole, and its population by age.

Levels of one call have one unit, persons or output; shares and ratios are fractions. Functions of numbers take and
raise what those of growth do.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from . import _core
from ._arrays import _is_labelled, as_array, call, check_labels, is_number, relabel
from .display import record_html

__all__ = [
    "AgeGroups",
    "ShiftShare",
    "age_groups",
    "ageing_index",
    "ageing_stage",
    "child_dependency_ratio",
    "dependency_ratio",
    "elderly_share",
    "location_quotient",
    "old_age_dependency_ratio",
    "potential_support_ratio",
    "shift_share",
]


def __dir__():
    return __all__


def location_quotient(part, whole, reference_part, reference_whole, *, out=None, nan_policy="raise"):
    """Location quotient of an industry (区位商): its share in a place over its share in the reference area.

    (part / whole) / (reference_part / reference_whole); above 1 the place specialises in it. Over all industries,
    weighted by their shares in the reference area, the mean is 1. Raises DomainError for a part that is larger than its
    whole, negative levels, and zeros but of `part`. Source: Florence (1939), Report on the Location of Industry; Isard
    (1960), Methods of Regional Analysis, chapter 5.

    >>> import shengzhou_report as sr
    >>> sr.regional.location_quotient([500, 100, 200, 200], 1000, [10, 20, 40, 30], 100).round(3)
    array([5.   , 0.5  , 0.5  , 0.667])
    """
    return call(
        "location_quotient",
        out,
        nan_policy,
        part=part,
        whole=whole,
        reference_part=reference_part,
        reference_whole=reference_whole,
    )


class ShiftShare(NamedTuple):
    """Change of each industry of a place, in parts that add up to it; arrays, or Series where industries have labels.

    `national` had it grown as all industries of the reference area together; `industry_mix` what this industry grew
    there above or below all; `competitive` what it grew here above or below there; `allocation` what comes of
    specialising in industries that grow faster here than there, 0 in the classic form; `total` the sum of the four.
    """

    national: Any
    industry_mix: Any
    competitive: Any
    allocation: Any
    total: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def shift_share(base, current, reference_base, reference_current, *, method="classic"):
    """Shift-share analysis (偏离-份额分析) of the industries of a place against those of a reference area.

    With g and G_i the growth of an industry i here and there and G that of the whole reference area: national = base G,
    industry mix = base (G_i - G), competitive = base (g - G_i). With `method` 'esteban_marquillas' the competitive part
    is taken at the base that the industry would have with the structure of the reference area, and the rest is
    allocation. The reference area's industries are summed for its total, so leave out none. `pd.DataFrame(
    result._asdict())` makes a table of it.

    Raises DomainError for no industries, negative levels, a reference base of 0, for 'esteban_marquillas' also a base
    of 0, NaN and infinity; ValueError for shapes or labels that differ. Source: Dunn (1960), Papers in Regional Science
    6, 97-112; Esteban-Marquillas (1972), Regional and Urban Economics 2, 249-255, doi 10.1016/0034-3331(72)90033-4.

    >>> import shengzhou_report as sr
    >>> place, country = ([500, 100, 200, 200], [1000, 100, 250, 280]), ([10, 20, 40, 30], [11, 24, 52, 42])
    >>> parts = sr.regional.shift_share(*place, *country)
    >>> [round(part.sum()) for part in parts]
    [290, -80, 420, 0, 630]
    >>> sr.regional.shift_share(*place, *country, method="esteban_marquillas").allocation.round(6)
    array([360.,  20.,  10.,   0.])
    """
    arguments = {
        "base": base,
        "current": current,
        "reference_base": reference_base,
        "reference_current": reference_current,
    }
    check_labels(arguments)
    arrays = {name: as_array(name, value) for name, value in arguments.items()}
    shapes = {array.shape for array in arrays.values()}
    if len(shapes) > 1 or len(next(iter(shapes))) != 1:
        given = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"shift_share: needs one number an industry in each, got shapes {given}")
    parts = _core.array.shift_share(*arrays.values(), method)
    labelled = {name: value for name, value in arguments.items() if _is_labelled(value)}
    # Parts have the labels of the industries, but not the name of any of the series.
    unnamed = {name: value.rename(None) for name, value in labelled.items()}
    return ShiftShare(*(relabel(part, part.shape, unnamed) for part in parts))


class AgeGroups(NamedTuple):
    """A population in three groups of age: below 15, of working age, and elderly."""

    children: float
    working: float
    elderly: float

    @property
    def total(self):
        """All three together."""
        return self.children + self.working + self.elderly

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


#: The youngest age in the label of a row: 0-4, 5~9岁, 85+, 85岁及以上.
_LABEL = re.compile(r"\s*(\d+)\s*岁?\s*(?:[-–—~～至到]\s*\d+\s*岁?|\+|岁?及?以上|及以上)?\s*")


def age_groups(population, age=None, *, elderly="65+"):
    """The three groups of a table of the population by age, as AgeGroups, for the ratios of this module.

    `age` has the youngest age of each row in years, or its label ('0-4', '85+', '85岁及以上'), ascending from 0; the
    index of a Series says it otherwise. The last row is open above. `elderly` is '65+' or '60+', both of which are in
    use in China; people of working age are those from 15 up to it, so rows must begin at these ages.

    Raises DomainError for ages that are not in order or straddle a limit, negative numbers and NaN; ValueError for
    labels that name no age, shapes that differ and an unknown word; TypeError without ages.

    >>> import shengzhou_report as sr
    >>> groups = sr.regional.age_groups([253.4, 894.4, 73.4, 190.6], ["0-14", "15-59", "60-64", "65+"])
    >>> round(groups.total, 1), round(sr.regional.elderly_share(groups.elderly, groups.total), 3)
    (1411.8, 0.135)
    """
    if age is None:
        if not _is_labelled(population):
            raise TypeError("age: needed unless population is a Series whose index says it")
        age = population.index
    people = as_array("population", population)
    if people.ndim != 1:
        raise ValueError(f"population: needs one number an age, got shape {people.shape}")
    youngest = as_array("age", [_youngest(label) for label in age])
    if youngest.shape != people.shape:
        raise ValueError(f"shapes do not fit: population {people.shape}, age {youngest.shape}")
    return AgeGroups(*_core.array.age_groups(people, youngest, elderly))


def _youngest(label):
    """The youngest age that a label of a row names."""
    if is_number(label):
        return float(label)
    match = _LABEL.fullmatch(label) if isinstance(label, str) else None
    if match is None:
        raise ValueError(f"age: {label!r} names no age; write 0-4, 85+, or the youngest age alone")
    return float(match[1])


def elderly_share(elderly, population, *, out=None, nan_policy="raise"):
    """Share of the elderly in the population (老年人口比重): elderly / population, a fraction.

    Raises DomainError for more elderly than people, negative numbers, and nobody.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.elderly_share(19064, 141178), 4)
    0.135
    """
    return call("elderly_share", out, nan_policy, elderly=elderly, population=population)


def child_dependency_ratio(children, working, *, out=None, nan_policy="raise"):
    """Child dependency ratio (少儿抚养比): children / working, below 15 over 15 up to the elderly.

    Raises DomainError for negative numbers and nobody of working age. Source of the ratios of this module: National
    Bureau of Statistics, China Statistical Yearbook, notes on population; United Nations, World Population Prospects.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.child_dependency_ratio(25338, 96776), 3)
    0.262
    """
    return call("child_dependency_ratio", out, nan_policy, children=children, working=working)


def old_age_dependency_ratio(elderly, working, *, out=None, nan_policy="raise"):
    """Old-age dependency ratio (老年抚养比): elderly / working.

    Raises DomainError for negative numbers and nobody of working age.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.old_age_dependency_ratio(19064, 96776), 3)
    0.197
    """
    return call("old_age_dependency_ratio", out, nan_policy, elderly=elderly, working=working)


def dependency_ratio(children, working, elderly, *, out=None, nan_policy="raise"):
    """Total dependency ratio (总抚养比): (children + elderly) / working.

    Raises DomainError for negative numbers and nobody of working age.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.dependency_ratio(25338, 96776, 19064), 3)
    0.459
    """
    return call("dependency_ratio", out, nan_policy, children=children, working=working, elderly=elderly)


def ageing_index(elderly, children, *, out=None, nan_policy="raise"):
    """Ageing index (老少比): elderly / children.

    Raises DomainError for negative numbers and no children.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.ageing_index(19064, 25338), 3)
    0.752
    """
    return call("ageing_index", out, nan_policy, elderly=elderly, children=children)


def potential_support_ratio(working, elderly, *, out=None, nan_policy="raise"):
    """Potential support ratio: people of working age for each elderly person, working / elderly.

    Raises DomainError for negative numbers and no elderly.

    >>> import shengzhou_report as sr
    >>> round(sr.regional.potential_support_ratio(96776, 19064), 2)
    5.08
    """
    return call("potential_support_ratio", out, nan_policy, working=working, elderly=elderly)


def ageing_stage(share, *, elderly):
    """The stage that a share of elderly people stands for: 'young', 'ageing', 'aged' or 'super_aged'.

    `elderly` says from which age the share counts: '65+' has the limits 7, 14 and 21 %, '60+' 10, 20 and 30 % (轻度、
    中度、重度老龄化), each of which belongs to the stage above. The limits are conventions. `share` is a number, or an
    Interval of which both ends must lie in one stage.

    Raises DomainError for a share outside 0 to 1 and for an Interval of several stages, ValueError for an unknown word,
    TypeError for arrays. Source: United Nations (1956), The Aging of Populations and Its Economic and Social
    Implications, for 7 %; the others as the National Health Commission of China uses them (2022).

    >>> import shengzhou_report as sr
    >>> sr.regional.ageing_stage(0.135, elderly="65+"), sr.regional.ageing_stage(0.211, elderly="60+")
    ('ageing', 'aged')
    """
    if isinstance(share, _core.Interval):
        stages = [_core.scalar.ageing_stage(end, elderly) for end in (share.lower, share.upper)]
        if stages[0] != stages[1]:
            raise _core.DomainError(f"ageing_stage: share = {share} lies in several stages, {stages[0]} to {stages[1]}")
        return stages[0]
    if not is_number(share):
        raise TypeError(f"share: needs a number or an Interval, got {type(share).__name__}")
    return _core.scalar.ageing_stage(float(share), elderly)
