"""Index numbers and volumes: deflating to constant prices, rebasing, splicing, chain-linking.

An index is a plain number whose base period has any positive value, as 100: prices rise by 2 % where it goes from 100
to 102. Results are in the unit of what is given. Numbers, intervals, arrays and figures are taken as by the functions
of growth, with the same errors; a price index has no unit, so that 102.3 and 102.3 % cannot be mistaken for each other.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _core
from ._arrays import as_array, as_whole, call, on_intervals, relabel
from ._time_index import periods_per_year as per_year
from ._time_index import time_of
from .display import record_html
from .growth import _sequence, is_interval_sequence

__all__ = [
    "ChainedVolumes",
    "Splice",
    "annual_overlap",
    "chain_volumes",
    "deflate",
    "rebase",
    "splice",
]


def __dir__():
    return __all__


def deflate(value, price_index, base_index=100.0, *, out=None, nan_policy="raise"):
    """Level at the prices of the base period (不变价): value / (price_index / base_index).

    `price_index` is the index of the prices that belong to the series, in the period of the level; `base_index` the
    same index in the period whose prices are wanted. Exchange the two to bring a level at constant prices back to
    current ones.

    Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8.

    Raises DomainError for a negative value and an index that is not positive.

    >>> import shengzhou_report as sr
    >>> real = sr.index_number.deflate(36883, 102.0)  # income per head of 2022 at the prices of 2021
    >>> round(real), round(sr.growth.growth_rate(35128, real), 3)
    (36160, 0.029)
    """
    return call("deflate", out, nan_policy, value=value, price_index=price_index, base_index=base_index)


def rebase(index, base, *, value=100.0):
    """Index with another base (换基): each number over the mean of the base periods, times `value`.

    `index` is a one-dimensional array of positive numbers, or a list of intervals. `base` is the position of the base
    period from 0, or a slice of positions; of a Series it is a label, a slice of labels with both ends, or what names
    several, as the year '2020' does in a PeriodIndex of quarters. Growth between any two periods stays. Over intervals
    the range is exact: a base of one period is `value` without any width.

    Raises DomainError for numbers that are not positive, KeyError for a label and IndexError for a position that the
    index does not have.

    >>> import shengzhou_report as sr
    >>> sr.index_number.rebase([100, 104, 130], 1).round(2).tolist()
    [96.15, 100.0, 125.0]
    >>> import pandas as pd
    >>> gdp = pd.Series([98.0, 102.0, 107.0, 113.0], pd.period_range("2019Q3", periods=4, freq="Q"))
    >>> sr.index_number.rebase(gdp, "2020").round(2).tolist()
    [89.09, 92.73, 97.27, 102.73]
    """
    labels = getattr(index, "index", None) if hasattr(index, "iloc") else None
    first, last = _positions(base, labels, len(index) if hasattr(index, "__len__") else 0)
    if is_interval_sequence(index):
        return on_intervals("rebase", {"index": list(index)}, first, last, float(value))
    array = _sequence("index", index)
    return relabel(_core.array.rebase(array, first, last, float(value)), array.shape, {"index": index})


class Splice(NamedTuple):
    """Two series as one: `series`, the `ratio` of the link, and the `lowest` and `highest` ratio in the overlap."""

    series: Any
    ratio: Any
    lowest: Any
    highest: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def splice(earlier, later, *, overlap=None, link="first", level="later"):
    """Splices a series to the one that it follows after a change of base or scope (接续), as a `Splice`.

    The last `overlap` periods of `earlier` are the first of `later`; of two Series the labels say how many. `ratio` is
    the level of the later series over that of the earlier, taken by `link` at the 'first' or 'last' period that both
    have, as the ratio of their 'mean' over all of those, or as the 'geometric_mean' of the ratios. The series named by
    `level` keeps its figures, the other one is scaled, so that growth within each stays as it was. In the overlap the
    figures are those of the series kept, but for a link at 'last' ('first') the other one's before (after) the link if
    `level` is 'later' ('earlier'). `lowest` and `highest` are the ratios that occur: where they lie far apart, the two
    series do not measure the same. Takes one-dimensional arrays or lists of intervals, which give exact ranges.

    Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8; ILO, IMF
    et al. (2004), Producer Price Index Manual, chapter 9.

    Raises DomainError for numbers that are not positive and an overlap that a series does not have, ValueError for
    labels that do not follow each other, TypeError for no overlap where no labels say it.

    >>> import shengzhou_report as sr
    >>> spliced = sr.index_number.splice([95, 100, 104, 106], [208, 213, 220], overlap=2)
    >>> spliced.series.tolist(), spliced.ratio
    ([190.0, 200.0, 208.0, 213.0, 220.0], 2.0)
    >>> round(spliced.lowest, 4), round(spliced.highest, 4)
    (2.0, 2.0094)
    """
    index, overlap = _overlap(earlier, later, overlap)
    if is_interval_sequence(earlier) or is_interval_sequence(later):
        both = {"earlier": list(earlier), "later": list(later)}
        return Splice(*on_intervals("splice", both, overlap, link, level))
    arrays = _sequence("earlier", earlier), _sequence("later", later)
    spliced = Splice(*_core.array.splice(*arrays, overlap, link, level))
    if index is None:
        return spliced
    name = later.name if later.name == earlier.name else None
    return spliced._replace(series=type(later)(spliced.series, index=index, name=name))


class ChainedVolumes(NamedTuple):
    """Chain-linked volumes of the `parts`, of their `total`, and the `discrepancy`: the sum of parts less the total."""

    parts: Any
    total: Any
    discrepancy: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def chain_volumes(value, at_previous_prices, *, reference=None):
    """Annual volumes at the prices of a reference year, chain-linked year by year, as `ChainedVolumes`.

    `value` holds values at current prices, one year a row and one part a column; `at_previous_prices` the same of every
    year but the first at the prices of the year before. Where growth g at comparable prices is published, that is
    (1 + g) times the value of the year before. `reference` is the year whose prices are kept, there volumes are values:
    a position from 0, the label of a row for DataFrames, by default the first year.

    Weights change every year, so that volumes add up in the reference year and the year behind it alone; `discrepancy`
    shows by how much they fail to elsewhere. What can be zero or negative, as changes of stocks, cannot be chained.
    Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8; System of
    National Accounts 2008, chapter 15.

    Raises DomainError for values that are not positive and shapes that do not fit, ValueError for labels that differ,
    KeyError for a reference that is no label.

    >>> import shengzhou_report as sr
    >>> volumes = sr.index_number.chain_volumes([[100, 100], [110, 80], [120, 60]], [[105, 100], [121, 84]])
    >>> volumes.parts.round(2).tolist()
    [[100.0, 100.0], [105.0, 100.0], [115.5, 105.0]]
    >>> volumes.total.round(2).tolist(), volumes.discrepancy.round(2).tolist()
    ([200.0, 205.0, 221.18], [0.0, 0.0, -0.68])
    """
    return _volumes("chain_volumes", value, at_previous_prices, reference)


def annual_overlap(value, at_previous_prices, periods_per_year=None, *, reference=None):
    """Volumes of quarters or months, chain-linked by annual overlap, as `ChainedVolumes` of these periods.

    `value` holds annual values at current prices, one year a row and one part a column; `at_previous_prices` the values
    of the periods of every year but the first at the average prices of the year before. `periods_per_year` is 4 for
    quarters, 12 for months; a PeriodIndex knows it. Over each year the volumes sum to those of `chain_volumes`; between
    the last period of a year and the first of the next there can be a step, the price of that. `reference` as there;
    the periods of the year behind it are those that add up.

    Source: as `chain_volumes`, on the annual overlap technique.

    Raises DomainError for values that are not positive and shapes that do not fit, ValueError for labels that differ,
    KeyError for a reference that is no label, TypeError where nothing says how many periods a year has.

    >>> import shengzhou_report as sr
    >>> volumes = sr.index_number.annual_overlap([[100.0], [110.0]], [[50.0], [55.0]], 2)
    >>> volumes.total.tolist()
    [50.0, 55.0]
    """
    return _volumes("annual_overlap", value, at_previous_prices, reference, periods_per_year)


def _volumes(function, value, at_previous_prices, reference, *periods):
    import numpy as np

    tables = {"value": value, "at_previous_prices": at_previous_prices}
    arrays = [as_array(name, table) for name, table in tables.items()]
    for name, array in zip(tables, arrays, strict=True):
        if array.ndim != 2:
            raise ValueError(f"{name}: needs one period a row and one part a column, got shape {array.shape}")
    counts = [per_year(*periods, at_previous_prices=at_previous_prices)] if periods else []
    labelled = [table for table in tables.values() if hasattr(table, "columns")]
    if len(labelled) == 1:
        raise TypeError("value, at_previous_prices: give both as DataFrames, or none")
    if labelled:
        _check_tables(value, at_previous_prices, *counts)
    year = 0 if reference is None else _positions(reference, value.index if labelled else None, len(arrays[0]))[0]
    volumes = getattr(_core.array, function)(*map(np.ascontiguousarray, arrays), *counts, year)
    if not labelled:
        return ChainedVolumes(*volumes)
    frame = type(value)(volumes[0], index=(at_previous_prices if counts else value).index, columns=value.columns)
    series = (frame._constructor_sliced(column, index=frame.index) for column in volumes[1:])
    return ChainedVolumes(frame, *series)


def _check_tables(value, at_previous_prices, count=1):
    """Raises where the rows of the second table are not the years of the first from the second on."""
    if not value.columns.equals(at_previous_prices.columns):
        raise ValueError("value and at_previous_prices have different columns; align them first")
    rows, years = at_previous_prices.index, value.index[1:]
    of_rows = rows.year if count > 1 and time_of(at_previous_prices) is not None else rows
    if count > 1 and of_rows is rows:
        return  # labels without time: nothing to compare with years
    of_years = getattr(years, "year", years) if count > 1 else years
    if len(rows) == count * len(years) and list(of_rows[::count]) != list(of_years):
        raise ValueError("at_previous_prices needs the years of value from the second on as its labels")


def _positions(base, labels, size):
    """The first and the last position that `base` names, both from 0."""
    if labels is not None:
        found = labels.slice_indexer(base.start, base.stop) if isinstance(base, slice) else labels.get_loc(base)
        if isinstance(found, slice):
            if found.stop <= found.start:
                raise KeyError(base)
            return found.start, found.stop - 1
        if hasattr(found, "nonzero"):
            raise ValueError(f"base: {base!r} stands at several places of the index")
        return int(found), int(found)
    if isinstance(base, slice):
        first, stop, step = base.indices(size)
        if step != 1 or stop <= first:
            raise IndexError(f"base: {base} names no periods in a row of {size}")
        return first, stop - 1
    position = as_whole("base", base)
    if not -size <= position < size:
        raise IndexError(f"base: {position} is no position among {size} periods")
    return position % size, position % size


def _overlap(earlier, later, given):
    """The labels of both series as one, if they have any, and how many periods both have."""
    count = None if given is None else as_whole("overlap", given)
    labelled = [hasattr(series, "iloc") for series in (earlier, later)]
    if labelled == [False, False]:
        if count is None:
            raise TypeError("overlap: needed where no labels say which periods both series have")
        return None, count
    if not all(labelled):
        raise TypeError("earlier, later: give both as Series, or none")
    shared = int(earlier.index.isin(later.index).sum())
    fits = shared and earlier.index[-shared:].equals(later.index[:shared])
    if not fits or not (earlier.index.is_unique and later.index.is_unique):
        raise ValueError("earlier and later: the last labels of the one must be the first of the other")
    if count not in (None, shared):
        raise ValueError(f"overlap: {count} given, but {shared} labels are in both series")
    return earlier.index.append(later.index[shared:]), shared
