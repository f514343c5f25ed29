"""Plans over several years (五年规划): how much is done, how much should be by now, what is still needed a year.

A plan that states growth or a fall over all its years (单位GDP能耗五年累计下降14.5%) compounds, so progress is measured
in logarithms; one that states a level or a share to reach (常住人口城镇化率65%) is measured on the way from its base,
for shares in percentage points. Both read the same where lower is better: progress 1 is a target that is met, a
positive lead is ahead of schedule. Rates are fractions. Functions take numbers, intervals or arrays, as those of
growth, and raise the same errors.
"""

from __future__ import annotations

import math

from . import _core
from ._arrays import as_operand, as_whole, call, is_number, on_intervals, without_missing
from ._core import DomainError, Statement
from ._figures import is_figure, plain
from ._results import as_list, labels_of, table
from .growth import _sequence, is_interval_sequence

__all__ = [
    "cumulative_growth",
    "growth_plan",
    "level_plan",
    "log_progress",
    "required_average_growth",
    "required_change",
    "scheduled_growth",
    "target_progress",
]


def __dir__():
    return __all__


def cumulative_growth(rates, *, nan_policy="raise"):
    """Cumulative growth of a sequence of rates (累计增长): the product of their factors, less 1.

    `rates` is one rate per period, at least one: a one-dimensional array or a list of intervals. Returns a number, or
    an Interval for intervals. The national falls of energy use per unit of GDP of 2011 to 2015 make 18.2 %.

    Raises DomainError for a rate that is none and no rate at all, ValueError for more than one dimension.

    >>> import shengzhou_report as sr
    >>> round(sr.plan.cumulative_growth([-0.020, -0.036, -0.037, -0.048, -0.056]), 3)
    -0.182
    """
    if is_interval_sequence(rates):
        return on_intervals("cumulative_growth", {"rates": as_list(rates)})
    kept = without_missing(nan_policy, _sequence("rates", rates))
    return math.nan if kept is None else _core.array.cumulative_growth(*kept)


def log_progress(growth_to_date, total_growth, *, out=None, nan_policy="raise"):
    """Progress of a plan in logarithms (完成进度): ln(1 + growth_to_date) / ln(1 + total_growth).

    `growth_to_date` is cumulative growth since the plan's base, `total_growth` what the plan asks for over all its
    years; both are negative for a fall. Below 0 the indicator moved away from the target, above 1 it is past it.
    Source: logarithmic growth adds up over time.

    Raises DomainError for a rate that is none and a plan that asks for no growth (over intervals: may ask for none).

    >>> import shengzhou_report as sr
    >>> round(sr.plan.log_progress(0.97 * 0.972 - 1, -0.145), 4)
    0.3757
    """
    return call("log_progress", out, nan_policy, growth_to_date=growth_to_date, total_growth=total_growth)


def scheduled_growth(total_growth, elapsed, periods, *, out=None, nan_policy="raise"):
    """Cumulative growth that even progress has reached by now (序时进度): (1 + total_growth)^(elapsed / periods) - 1.

    `elapsed` is how many of the plan's `periods` years have passed.

    Raises DomainError for a rate that is none, a negative `elapsed` and periods that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.plan.scheduled_growth(-0.145, 2, 5), 4)
    -0.0607
    """
    return call("scheduled_growth", out, nan_policy, total_growth=total_growth, elapsed=elapsed, periods=periods)


def required_average_growth(total_growth, growth_to_date, periods_left, *, out=None, nan_policy="raise"):
    """Growth a year that the rest of a plan needs (后几年年均需).

    ((1 + total_growth) / (1 + growth_to_date))^(1 / periods_left) - 1; negative for a fall.

    Raises DomainError for a rate that is none and periods that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.plan.required_average_growth(-0.145, 0.97 * 0.972 - 1, 3), 4)
    -0.0321
    """
    return call(
        "required_average_growth",
        out,
        nan_policy,
        total_growth=total_growth,
        growth_to_date=growth_to_date,
        periods_left=periods_left,
    )


def target_progress(base, current, target, *, out=None, nan_policy="raise"):
    """Share of the way from a base to a target that is covered: (current - base) / (target - base).

    Of levels and shares, in one unit, whichever way is better: from 35 down to 30, 33 is 0.4 of it.

    Raises DomainError for numbers that are not finite and a target that is the base (over intervals: may be).

    >>> import shengzhou_report as sr
    >>> round(sr.plan.target_progress(0.60, 0.62, 0.65), 3)
    0.4
    >>> sr.plan.target_progress(35, 33, 30)
    0.4
    """
    return call("target_progress", out, nan_policy, base=base, current=current, target=target)


def required_change(current, target, periods_left, *, out=None, nan_policy="raise"):
    """Change a period that leads from the current level or share to the target: (target - current) / periods_left.

    In the unit of both; for shares 0.01 is one percentage point.

    Raises DomainError for numbers that are not finite and periods that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.plan.required_change(0.62, 0.65, 3), 4)
    0.01
    """
    return call("required_change", out, nan_policy, current=current, target=target, periods_left=periods_left)


def growth_plan(total_growth, rates, periods=5):
    """A plan for growth over several years by its yearly outcomes, as a pandas DataFrame with a row a year.

    `total_growth` is what the plan asks for over all its `periods` years, -0.145 for a fall by 14.5 %; a Quantity or
    Statement counts as printed, since a target is not rounded. `rates` are the outcomes of the first years, at least
    one and no more than `periods`: a Series, whose labels are kept, an array, or a list of intervals or quantities.
    Columns: growth, cumulative_growth, progress (`log_progress`), scheduled_growth, lead (progress less the share of
    the years that has passed; negative is behind), required_average_growth of each year left (none after the last),
    on_schedule (lead of at least 0, to 12 digits). Intervals and quantities give two columns each, with the endings
    _lower and _upper, and on_schedule is 'certain', 'possible' or 'no'.

    Raises DomainError for a rate that is none, a plan that asks for no growth, and outcomes that are none or too many;
    ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> plan = sr.plan.growth_plan(-0.145, [-0.030, -0.028])
    >>> plan[["progress", "lead", "required_average_growth"]].round(4).loc[2].to_dict()
    {'progress': 0.3757, 'lead': -0.0243, 'required_average_growth': -0.0321}
    >>> plan["on_schedule"].tolist()
    [False, False]
    """
    arguments, context = plain("growth_plan", {"total_growth": total_growth, "rates": rates})
    total, outcomes = _target("total_growth", total_growth, None), arguments["rates"]
    names = ("cumulative_growth", "progress", "scheduled_growth", "lead", "required_average_growth", "on_schedule")
    with context:
        columns = _path("growth_plan", (total,), "rates", outcomes, periods)
    return _plan_table({"growth": as_list(outcomes), **dict(zip(names, columns, strict=True))}, rates)


def level_plan(base, target, levels, periods=5):
    """A plan for a level or a share by what its years reached, as a pandas DataFrame with a row a year.

    `base` is the level of the year before the plan, `target` that at its end, both as printed; `levels` are what its
    first years reached, at least one and no more than `periods`: a Series, whose labels are kept, an array, or a list
    of intervals or quantities. All are in one unit; quantities count in that of `base`, per cent as a fraction.
    Columns: level, progress (`target_progress`), scheduled_level (on the straight line), lead (progress less the share
    of the years that has passed; negative is behind, whichever way is better), required_change for each year left
    (none after the last; for shares in percentage points as a fraction), on_schedule. Intervals and quantities give two
    columns each, with the endings _lower and _upper, and on_schedule is 'certain', 'possible' or 'no'.

    Raises DomainError for numbers that are not finite, a target that is the base, and levels that are none or too many;
    UnitError for units that do not fit; ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> plan = sr.plan.level_plan(35, 30, [34, 33.5, 31])
    >>> plan[["progress", "scheduled_level", "required_change", "on_schedule"]].round(2).loc[3].to_dict()
    {'progress': 0.8, 'scheduled_level': 32.0, 'required_change': -0.5, 'on_schedule': True}
    """
    arguments, context = plain("level_plan", {"base": base, "target": target, "levels": levels})
    unit = next((_quantity(name, v).unit for name, v in (("base", base), ("target", target)) if is_figure(v)), None)
    ends = _target("base", base, unit), _target("target", target, unit)
    names = ("progress", "scheduled_level", "lead", "required_change", "on_schedule")
    with context:
        level, *columns = _path("level_plan", ends, "levels", arguments["levels"], periods)
    return _plan_table({"level": level, **dict(zip(names, columns, strict=True))}, levels)


def _path(function, ends, name, outcomes, periods):
    """The columns that the core makes of a plan."""
    count = as_whole("periods", periods)
    if is_interval_sequence(outcomes):
        return getattr(_core.interval, function)(
            *ends, [as_operand(function, name, value) for value in as_list(outcomes)], count
        )
    return getattr(_core.array, function)(*ends, _sequence(name, outcomes), count)


def _plan_table(columns, given):
    """The columns under the labels of the outcomes, or the number of each year."""
    index = labels_of(given)
    return table(columns, range(1, len(columns["progress"]) + 1) if index is None else index)


def _quantity(name, value):
    quantity = value.quantity if isinstance(value, Statement) else value
    if quantity is None:
        raise DomainError(f"{name}: the statement on {value.indicator!r} carries no number")
    return quantity


def _target(name, value, unit):
    """A target or a base as a number, of a figure as printed."""
    if is_figure(value):
        quantity = _quantity(name, value)
        return quantity.rate if unit is None or unit.is_ratio else quantity.to(unit).value
    if not is_number(value):
        raise TypeError(f"{name}: needs a number or a Quantity, got {type(value).__name__}")
    return float(value)
