"""Price indices over the months: yearly rates, carry-over (翘尾) and new price rise (新涨价), base effects (基数效应).

Rates are fractions: month on month (环比) on the month before, year on year (同比) on the same month of the year
before; quarters serve as well. Functions take numbers, intervals or arrays, as those of growth, and raise the same
errors.
"""

from __future__ import annotations

from . import _core
from ._arrays import _is_labelled, call, on_intervals
from ._figures import large_rates, plain
from ._results import as_list, labels_of, table
from ._time_index import place_in_year, time_of
from .growth import _sequence, is_interval_sequence

__all__ = [
    "annual_carry_over",
    "base_effect",
    "carry_over",
    "momentum",
    "month_on_month",
    "new_price_rise",
    "price_changes",
    "year_on_year",
]


def __dir__():
    return __all__


def carry_over(same_month, year_end, *, out=None, nan_policy="raise"):
    """Carry-over (翘尾影响): what last year's prices alone bring to a month's yearly rate, year_end / same_month - 1.

    `same_month` is the index of the same month of last year, `year_end` that of last December, both of one base. From
    monthly rates `price_changes` computes it for each month. Source: National Bureau of Statistics, statistical
    knowledge of 2012 on carry-over and new price rise.

    Raises DomainError for a negative index and a `same_month` of 0.

    >>> import shengzhou_report as sr
    >>> round(sr.prices.carry_over(100.0, 100.9), 4)
    0.009
    """
    return call("carry_over", out, nan_policy, same_month=same_month, year_end=year_end)


def new_price_rise(year_on_year, carry_over, *, out=None, nan_policy="raise"):
    """New price rise (新涨价影响) in points: year_on_year - carry_over, so that the two add up to the yearly rate.

    Source: National Bureau of Statistics, as `carry_over`: of a CPI of 102.0, 0.5 points carried over leave 1.5.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.prices.new_price_rise(0.020, 0.005), 4)
    0.015
    """
    return call("new_price_rise", out, nan_policy, year_on_year=year_on_year, carry_over=carry_over)


def base_effect(year_on_year_previous, base_month_on_month, *, out=None, nan_policy="raise"):
    """Base effect (基数效应) in points: how far the yearly rate moves although prices stand still this month.

    (1 + year_on_year_previous)(1 / (1 + base_month_on_month) - 1), where `year_on_year_previous` is the yearly rate of
    the month before and `base_month_on_month` the monthly rate of the same month of last year, which leaves the yearly
    rate. Base effect and `momentum` add up to the change of the yearly rate. Source: Economic Survey of India 2020-21,
    volume 2, chapter 5.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.prices.base_effect(0.02, 0.005), 5)
    -0.00507
    """
    return call(
        "base_effect",
        out,
        nan_policy,
        year_on_year_previous=year_on_year_previous,
        base_month_on_month=base_month_on_month,
    )


def momentum(year_on_year_previous, base_month_on_month, month_on_month, *, out=None, nan_policy="raise"):
    """Momentum in points: what this month's prices add to the yearly rate, beside the `base_effect`.

    (1 + year_on_year_previous) month_on_month / (1 + base_month_on_month).

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> effects = sr.prices.base_effect(0.02, 0.005) + sr.prices.momentum(0.02, 0.005, 0.008)
    >>> round(effects, 6) == round(1.02 * 1.008 / 1.005 - 1 - 0.02, 6)
    True
    """
    return call(
        "momentum",
        out,
        nan_policy,
        year_on_year_previous=year_on_year_previous,
        base_month_on_month=base_month_on_month,
        month_on_month=month_on_month,
    )


def year_on_year(month_on_month, periods_per_year=None):
    """Year-on-year rates (同比) of a series of rates on the period before (环比).

    Each is the product of the factors of a year, less 1. `month_on_month` is a one-dimensional array or a list of
    intervals, oldest first; the first result is that of the last period of its first year. `periods_per_year` is 12
    unless the index of a Series says otherwise, whose labels are kept. From index levels pandas computes rates:
    `levels.pct_change()`.

    Raises DomainError for a rate that is none and less than a year, ValueError for an index with gaps.

    >>> import shengzhou_report as sr
    >>> sr.prices.year_on_year([0.01, 0.0, 0.01, 0.0, 0.02], 4).round(4)
    array([0.0201, 0.0302])
    """
    count, _ = place_in_year(periods_per_year, None, month_on_month=month_on_month)
    rates = _call("year_on_year", {"month_on_month": month_on_month}, count)
    return _labelled(rates, month_on_month, count)


def month_on_month(year_on_year, first_year):
    """Rates on the period before (环比) from year-on-year rates (同比): the inverse of `year_on_year`.

    `first_year` has the rates on the period before of one year, without which the level of each month is open; the
    first of `year_on_year` is that of the last period of that year. The result begins with `first_year`. Rounding of
    the yearly rates grows with every year; lists of intervals say by how much. The labels of two Series are joined.

    Raises DomainError for a rate that is none and less than two rates of a year, ValueError for indices that do not
    join.

    >>> import shengzhou_report as sr
    >>> yearly = sr.prices.year_on_year([0.01, 0.02, 0.01, 0.02, 0.03], 4)
    >>> sr.prices.month_on_month(yearly, [0.01, 0.02, 0.01, 0.02]).round(6)
    array([0.01, 0.02, 0.01, 0.02, 0.03])
    """
    rates = _call("month_on_month", {"year_on_year": year_on_year, "first_year": first_year})
    if not (_is_labelled(year_on_year) and _is_labelled(first_year)) or isinstance(rates, list):
        return rates
    first, later = time_of(first_year), time_of(year_on_year)
    if first is not None and later is not None:
        place_in_year(None, None, first_year=first_year)
        place_in_year(None, None, year_on_year=year_on_year)
        if first[-1] != later[0]:
            raise ValueError(f"year_on_year starts in {later[0]}; begin with {first[-1]}, the end of first_year")
    return type(year_on_year)(rates, index=first_year.index.append(year_on_year.index[1:]), name=first_year.name)


def annual_carry_over(month_on_month):
    """Carry-over of a whole year: growth of the yearly mean if prices stay where last year ends.

    `month_on_month` has the rates of last year from its first period to its last, as an array or a list of intervals;
    that of the first has no effect. What the growth of this year's mean has beyond it is the `new_price_rise` of the
    year. Source: Tödter (2010), How useful is the carry-over effect for short-term economic
    forecasting?, Deutsche Bundesbank, Discussion Paper 21/2010.

    Raises DomainError for a rate that is none and no rates, ValueError for an index that is not that of one year.

    >>> import shengzhou_report as sr
    >>> round(sr.prices.annual_carry_over([0.0, 0.02, 0.0, 0.0]), 6)
    0.004926
    """
    if time_of(month_on_month) is not None:
        count, first = place_in_year(None, None, month_on_month=month_on_month)
        if first != 1 or len(month_on_month) != count:
            index = month_on_month.index
            raise ValueError(f"month_on_month: needs the {count} periods of one year, got {index[0]} to {index[-1]}")
    return _call("annual_carry_over", {"month_on_month": month_on_month})


def price_changes(month_on_month, year_on_year=None, *, first_period=None, periods_per_year=None):
    """Carry-over (翘尾) and new price rise (新涨价) of each month's yearly rate, as a pandas DataFrame.

    `month_on_month` (环比) has at least a year of rates, oldest first, as a Series, an array or a list of intervals.
    The index of a Series says which months they are; else the first is `first_period` of its year (1) and a year has
    `periods_per_year` (12). Columns, all as fractions, from the last period of the first year on:

    - month_on_month, year_on_year (同比), since_year_end (比上年12月);
    - carry_over and new_price_rise, in points, which add up to year_on_year;
    - base_effect (基数效应) and momentum, which add up to the change of year_on_year since the month before; none in
      the first row, and not for intervals.

    A published `year_on_year`, labelled or one for each row, takes the place of the chained one, whose rounding of
    twelve rates it does not have; its new price rise is what carry-over leaves of it, and its changes are the two
    effects but for the rounding of both. Intervals and quantities give two
    columns each, with the endings _lower and _upper. Source: as `carry_over`.

    Raises DomainError for a rate that is none and less than a year, ValueError for an index with gaps and published
    rates that do not cover the rows, ImportError without pandas.

    >>> import pandas as pd
    >>> import shengzhou_report as sr
    >>> months = pd.period_range("2021-01", "2022-07", freq="M")
    >>> printed = [1.0, 0.6, -0.5, -0.3, -0.2, -0.4, 0.3, 0.1, 0.0, 0.7, 0.4, -0.3, 0.4, 0.6, 0.0, 0.4, -0.2, 0.0, 0.5]
    >>> changes = sr.prices.price_changes(pd.Series(printed, months) / 100)
    >>> (100 * changes.loc["2022-07", ["year_on_year", "carry_over", "new_price_rise"]]).round(1).to_dict()
    {'year_on_year': 2.6, 'carry_over': 0.9, 'new_price_rise': 1.7}
    """
    count, first = place_in_year(periods_per_year, first_period, month_on_month=month_on_month)
    names = ("year_on_year", "carry_over", "new_price_rise", "since_year_end")
    columns = dict(zip(names, _call("price_changes", {"month_on_month": month_on_month}, first, count), strict=True))
    index = labels_of(month_on_month)
    index = range(count - 1, len(month_on_month)) if index is None else index[count - 1 :]
    if year_on_year is not None:
        columns["year_on_year"] = _published(year_on_year, index)
        parts = zip(columns["year_on_year"], columns["carry_over"], strict=True)
        with large_rates():
            columns["new_price_rise"] = [new_price_rise(*pair) for pair in parts]
    arguments, _ = plain("price_changes", {"month_on_month": month_on_month})
    rates = as_list(arguments["month_on_month"])
    columns = {"month_on_month": rates[count - 1 :], **columns}
    if not is_interval_sequence(rates) and not is_interval_sequence(list(columns["year_on_year"])):
        before, base = list(columns["year_on_year"])[:-1], rates[: len(rates) - count]
        with large_rates():  # which a yearly rate may be where no monthly one is
            columns["base_effect"] = [float("nan"), *base_effect(before, base)]
            columns["momentum"] = [float("nan"), *momentum(before, base, rates[count:])]
    return table(columns, index)


def _published(year_on_year, index):
    """Published yearly rates of the rows as a list of numbers or intervals."""
    if _is_labelled(year_on_year) and not isinstance(index, range):
        absent = index.difference(year_on_year.index)
        if len(absent):
            raise ValueError(f"year_on_year: has no rate for {absent[0]}; give one for each row from {index[0]} on")
        year_on_year = year_on_year.loc[index]
    if len(year_on_year) != len(index):
        raise ValueError(f"year_on_year: has {len(year_on_year)} rates for {len(index)} rows; give one a row")
    if is_interval_sequence(year_on_year):
        return plain("price_changes", {"year_on_year": year_on_year})[0]["year_on_year"]
    return _sequence("year_on_year", year_on_year).tolist()


def _call(function, sequences, /, *more):
    """The form of a function of sequences of rates that fits them."""
    if any(is_interval_sequence(values) for values in sequences.values()):
        return on_intervals(function, {name: as_list(values) for name, values in sequences.items()}, *more)
    flat = [_sequence(name, values) for name, values in sequences.items()]
    return getattr(_core.array, function)(*flat, *more)


def _labelled(rates, given, count):
    """Yearly rates under the labels of their months."""
    if isinstance(rates, list) or not _is_labelled(given):
        return rates
    return type(given)(rates, index=given.index[count - 1 :], name=given.name)
