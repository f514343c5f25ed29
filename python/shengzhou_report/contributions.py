"""Pull (拉动) and contribution rate (贡献率) of parts from what is published of them: shares of the whole and growth.

Where levels are published, `growth.contribution` and `growth.contribution_rate` need neither. Shares and rates are
fractions; shares are those of the year before, at the prices of the growth rates: shares at current prices give pulls
that miss the published ones by a tenth of a point or so. Functions take numbers, intervals or arrays, as those of
growth, and raise the same errors.
"""

from __future__ import annotations

from . import _core
from ._arrays import _is_labelled, as_operand, call, is_number
from ._figures import plain
from ._results import as_list, labels_of, table
from .growth import _sequence, is_interval_sequence

__all__ = ["base_share", "contributions", "weighted_contribution", "weighted_contribution_rate"]


def __dir__():
    return __all__


def weighted_contribution(share, growth, *, out=None, nan_policy="raise"):
    """Pull of a part on the growth of the whole (拉动), in points as a fraction: share x growth; 0.04 is 4 points.

    `share` is the part's share of the whole in the year before, from 0 to 1. What may be negative, as net exports, has
    no such share: take `growth.contribution` of levels. Source: the whole is the sum of its parts; National Bureau of
    Statistics, explanatory notes on main indicators.

    Raises DomainError for a share outside [0, 1] and a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.contributions.weighted_contribution(0.498, 0.079), 4)
    0.0393
    """
    return call("weighted_contribution", out, nan_policy, share=share, growth=growth)


def weighted_contribution_rate(share, growth, whole_growth, *, out=None, nan_policy="raise"):
    """Contribution rate of a part (贡献率): share x growth / whole_growth, its share in the increment of the whole.

    Raises DomainError for a share outside [0, 1], a rate that is none, and a whole that did not (over intervals: may
    not have) grown.

    >>> import shengzhou_report as sr
    >>> round(sr.contributions.weighted_contribution_rate(0.498, 0.079, 0.078), 3)
    0.504
    """
    return call("weighted_contribution_rate", out, nan_policy, share=share, growth=growth, whole_growth=whole_growth)


def base_share(share_end, growth, whole_growth, *, out=None, nan_policy="raise"):
    """Share in the year before that a share after growth implies: share_end (1 + whole_growth) / (1 + growth).

    `share_end` is the part's share of the whole this year, at the prices of the growth rates.

    Raises DomainError for a share outside [0, 1], a rate that is none, and where the share before would exceed 1.

    >>> import shengzhou_report as sr
    >>> round(sr.contributions.base_share(0.429, 0.086, 0.078), 4)
    0.4258
    """
    return call("base_share", out, nan_policy, share_end=share_end, growth=growth, whole_growth=whole_growth)


def contributions(share, growth, whole_growth=None, *, names=None):
    """Pull (拉动) and contribution rate (贡献率) of all parts of a whole, as a pandas DataFrame that adds up.

    `share` and `growth` have one element a part: Series, arrays, or lists of intervals or quantities. `whole_growth` is
    the published growth of the whole; without it the parts make up the whole, and their shares must sum to 1 within
    half a per cent (a convention). Rows: the parts, under the labels of a Series or `names`; 'residual', what they
    leave open (rounding, prices, parts that are not there), which has no growth; 'total'. Columns, as fractions: share,
    growth, contribution (points), contribution_rate; each but growth sums to its total. Intervals and quantities give
    two columns each, with the endings _lower and _upper: a residual that holds 0 is one of rounding.

    Raises DomainError for a share outside [0, 1], a rate that is none, no parts, shares that do not sum to 1 where they
    must, and a whole that did not (over intervals: may not have) grown; ValueError for labels that differ; ImportError
    without pandas.

    >>> import shengzhou_report as sr
    >>> table = sr.contributions.contributions(
    ...     [0.0735, 0.4980, 0.4285], [0.020, 0.079, 0.086], 0.078, names=["primary", "secondary", "tertiary"]
    ... )
    >>> (100 * table["contribution"]).round(2).to_dict()
    {'primary': 0.15, 'secondary': 3.93, 'tertiary': 3.69, 'residual': 0.03, 'total': 7.8}
    >>> (100 * table["contribution_rate"]).round(1).to_dict()
    {'primary': 1.9, 'secondary': 50.4, 'tertiary': 47.2, 'residual': 0.4, 'total': 100.0}
    """
    labels = _labels(share, growth, names)
    given = {"share": share, "growth": growth} | ({} if whole_growth is None else {"whole_growth": whole_growth})
    arguments, context = plain("contributions", given)
    with context:
        form, columns = _columns(**arguments)
        parts, rates, whole, residual, residual_rate, residual_share = form(*columns)
    share, growth = columns[:2]
    if len(labels) != len(parts):
        raise ValueError(f"names: has {len(labels)} names for {len(parts)} parts; give one a part")
    result = {
        "share": [*share, residual_share, 1.0],
        "growth": [*growth, float("nan"), whole],
        "contribution": [*parts, residual, whole],
        "contribution_rate": [*rates, residual_rate, 1.0],
    }
    return table(result, [*labels, "residual", "total"])


def _labels(share, growth, names):
    """What the parts are called."""
    for name, values in (("share", share), ("growth", growth)):
        if not hasattr(values, "__len__"):
            raise TypeError(f"{name}: needs one element a part, got {type(values).__name__}")
    if _is_labelled(share) and _is_labelled(growth) and not share.index.equals(growth.index):
        raise ValueError("share and growth have different labels; align them first, as with share.align(growth)")
    index = labels_of(share, growth)
    if names is not None:
        return as_list(names)
    return range(len(share)) if index is None else index.tolist()


def _columns(share, growth, whole_growth=None):
    """The form of the core that fits, and what it takes."""
    whole = whole_growth
    sequences = {"share": share, "growth": growth}
    if any(map(is_interval_sequence, [*sequences.values(), [whole]])):
        operands = [
            [as_operand("contributions", name, value) for value in as_list(values)]
            for name, values in sequences.items()
        ]
        whole = None if whole is None else as_operand("contributions", "whole_growth", whole)
        return _core.interval.contributions, (*operands, whole)
    if whole is not None and not is_number(whole):
        raise TypeError(f"whole_growth: needs a number, got {type(whole).__name__}")
    flat = [_sequence(name, values) for name, values in sequences.items()]
    return _core.array.contributions, (*flat, None if whole is None else float(whole))
