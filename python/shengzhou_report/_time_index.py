"""What the index of a pandas object says of time."""

from __future__ import annotations

from ._arrays import _is_labelled, _pandas, as_whole

#: Periods of a year by frequency, as versions of pandas spell it, and back; 11 are months of which January and February
#: are published as one.
_PER_YEAR = {"Y-DEC": 1, "A-DEC": 1, "Q-DEC": 4, "M": 12}
_FREQUENCIES = {1: "Y", 4: "Q", 11: "M", 12: "M"}


def time_of(values):
    """The index of a pandas object as periods, or None where it is no time of a known frequency."""
    if not _is_labelled(values) or values.index.empty:
        return None
    pandas, index = _pandas(), values.index
    if isinstance(index, pandas.PeriodIndex):
        return index
    if not isinstance(index, pandas.DatetimeIndex):
        return None
    try:
        return index.to_period()
    except ValueError:
        return None


def time_of_years(values):
    """`time_of`, where whole numbers are years unless they number the rows."""
    if _is_labelled(values) and values.index.dtype.kind in "iu" and values.index.min() >= 1000:
        return _pandas().PeriodIndex(values.index.astype(str), freq="Y")
    return time_of(values)


def _year_periods(name, values, count):
    """The index as periods of a year; one of dates may have a gap, which is to be named and not to hide the time."""
    index = time_of(values)
    if index is None and type(values.index).__name__ == "DatetimeIndex" and not values.index.empty:
        if count is None:
            raise ValueError(f"{name}: its dates have no regular frequency; give periods_per_year, or a PeriodIndex")
        return values.index.to_period(_FREQUENCIES[count]) if count in _FREQUENCIES else None
    return index


def periods_per_year(given, **series):
    """How many periods a year has: as given, or as the indices of series say, oldest first and without gaps.

    A series begins with the first period of a year. Raises ValueError for an index that says otherwise, TypeError where
    nothing says it.
    """
    count = None if given is None else as_whole("periods_per_year", given)
    for name, values in series.items():
        index = _year_periods(name, values, count) if _is_labelled(values) else None
        if index is None:
            continue
        usual = _PER_YEAR.get(index.freqstr)
        if usual is None:
            raise ValueError(f"{name}: its index has the frequency {index.freqstr}; give months, quarters or years")
        count = usual if count is None else count
        if count != usual and (count, usual) != (11, 12):
            raise ValueError(f"{name}: its index has {usual} periods a year, periods_per_year is {count}")
        _check_order(name, index, count, usual)
    if count is None:
        raise TypeError("periods_per_year: needed where no series has a PeriodIndex or a DatetimeIndex")
    return count


def place_in_year(given_count, given_first, /, **series):
    """How many periods a year has, and to which of them the first element of a series belongs, from 1.

    As the index of the series says, else as given, else 12 and 1. Raises ValueError for an index with gaps, in another
    order or of another frequency, and where it contradicts what is given.
    """
    ((name, values),) = series.items()
    count = None if given_count is None else as_whole("periods_per_year", given_count)
    first = None if given_first is None else as_whole("first_period", given_first)
    index = _year_periods(name, values, count) if _is_labelled(values) else None
    if index is None:
        return 12 if count is None else count, 1 if first is None else first
    usual = _PER_YEAR.get(index.freqstr)
    if usual is None:
        raise ValueError(f"{name}: its index has the frequency {index.freqstr}; give months, quarters or years")
    if count not in (None, usual):
        raise ValueError(f"{name}: its index has {usual} periods a year, periods_per_year is {count}")
    position = _positions(index, usual)
    if first not in (None, position[0]):
        raise ValueError(f"{name}: its index starts with period {position[0]} of a year, first_period is {first}")
    _check_steps(name, index, index.year * usual + position)
    return usual, int(position[0])


def _positions(index, usual):
    """Which of the `usual` periods of its year each element of an index is, from 1."""
    return index.month if usual == 12 else index.quarter if usual == 4 else index.month * 0 + 1


def _check_order(name, index, count, usual):
    """Raises where a series does not begin with a year, or where a period does not follow the one before."""
    left_out = usual - count  # January, where it is published with February
    position = _positions(index, usual)
    number = index.year * count + (position - 1 - left_out)
    if (position <= left_out).any():
        raise ValueError(f"{name}: with 11 periods a year, January and February are one, labelled February")
    if position[0] != 1 + left_out:
        raise ValueError(f"{name}: starts in {index[0]}; begin with the first period of a year")
    _check_steps(name, index, number)


def _check_steps(name, index, number):
    """Raises where the number of a period does not follow the one before."""
    steps = number[1:] - number[:-1]
    if (steps != 1).any():
        place = int((steps != 1).argmax())
        raise ValueError(f"{name}: {index[place + 1]} stands behind {index[place]}; sort it, and fill what is missing")
