#!/usr/bin/env python3
"""Every element-wise formula on a million numbers beside NumPy's own expression for it, in one process.

NumPy computes without any check; ours checks every argument and every result. Both write into arrays that are there
already where they can: `out=` for ours, the last operation's for NumPy. Answers are compared first. The bound is what
memory allows: `np.add(x, y, out=out)` reads two arrays and writes one.

Below them are the answers in words, some with a time, which are new arrays on both sides.
"""

from __future__ import annotations

import argparse
import inspect
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

import shengzhou_report as sr

Array = NDArray[np.float64]
Expression = Callable[..., Array]

NORMAL = statistics.NormalDist()


def entropy(share: Array, ratio: Array) -> Array:
    return share * ratio * np.log(ratio)


def theil_t(u: Array, r: Array, p: Array) -> Array:
    mean = p * u + (1 - p) * r
    return entropy(p, u / mean) + entropy(1 - p, r / mean)


def theil_l(u: Array, r: Array, p: Array) -> Array:
    return np.log(p * u + (1 - p) * r) - p * np.log(u) - (1 - p) * np.log(r)


def gini(u: Array, r: Array, p: Array) -> Array:
    return p * (1 - p) * np.abs(u - r) / (p * u + (1 - p) * r)


def single_growth(y: Array, g: Array, p: Array, h: Array) -> Array:
    return (y - p) / (y / (1 + g) - p / (1 + h)) - 1


#: Formula -> NumPy's expression.
EXPRESSIONS: Mapping[str, Expression] = {
    "compound": lambda v, r, n: v * (1 + r) ** n,
    "growth_rate": lambda a, b: b / a - 1,
    "cagr": lambda a, b, n: (b / a) ** (1 / n) - 1,
    "log_growth": lambda a, b: np.log(b / a),
    "doublings": lambda a, b: np.log2(b / a),
    "two_year_average": lambda a, b: np.sqrt((1 + a) * (1 + b)) - 1,
    "implied_base": lambda a, g: a / (1 + g),
    "annualise": lambda r, n: (1 + r) ** n - 1,
    "real_growth": lambda n, d: (1 + n) / (1 + d) - 1,
    "nominal_growth": lambda r, d: (1 + r) * (1 + d) - 1,
    "implied_deflator": lambda n, r: (1 + n) / (1 + r) - 1,
    "required_growth": lambda a, b, n: (b / a) ** (1 / n) - 1,
    "required_growth_rest": lambda t, c, w: (t - w * c) / (1 - w),
    "contribution": lambda a, b, w: (b - a) / w,
    "contribution_rate": lambda a, b, v, w: (b - a) / (w - v),
    "percentage_point_difference": lambda a, b: a - b,
    "carry_over": lambda m, e: e / m - 1,
    "new_price_rise": lambda y, c: y - c,
    "base_effect": lambda y, b: (1 + y) * (1 / (1 + b) - 1),
    "momentum": lambda y, b, m: (1 + y) * m / (1 + b),
    "weighted_contribution": lambda s, g: s * g,
    "weighted_contribution_rate": lambda s, g, w: s * g / w,
    "base_share": lambda s, g, w: s * (1 + w) / (1 + g),
    "log_progress": lambda c, t: np.log1p(c) / np.log1p(t),
    "scheduled_growth": lambda t, k, n: (1 + t) ** (k / n) - 1,
    "required_average_growth": lambda t, c, n: ((1 + t) / (1 + c)) ** (1 / n) - 1,
    "target_progress": lambda b, c, t: (c - b) / (t - b),
    "required_change": lambda c, t, n: (t - c) / n,
    "intensity_growth": lambda e, g: (1 + e) / (1 + g) - 1,
    "use_growth_room": lambda g, i: (1 + g) * (1 + i) - 1,
    "use_room": lambda e, g, i: e * (1 + g) * (1 + i),
    "output_growth_room": lambda e, i: (1 + e) / (1 + i) - 1,
    "elasticity": lambda a, b: a / b,
    "mean_population": lambda a, b: (a + b) / 2,
    "per_head": lambda x, a, b: 2 * x / (a + b),
    "per_head_growth": lambda g, n: (1 + g) / (1 + n) - 1,
    "implied_population": lambda x, y: x / y,
    "income_ratio": lambda u, r: u / r,
    "income_gap": lambda u, r: u - r,
    "required_differential": lambda k, t, n: (k / t) ** (1 / n) - 1,
    "required_rural_growth": lambda k, g, t, n: (1 + g) * (k / t) ** (1 / n) - 1,
    "required_urban_growth": lambda k, g, t, n: (1 + g) * (t / k) ** (1 / n) - 1,
    "gap_threshold": lambda k, g: k * g,
    "total_income_growth": lambda u, r, s, g, h, e: (
        (e * u * (1 + g) + (1 - e) * r * (1 + h)) / (s * u + (1 - s) * r) - 1
    ),
    "real_income_ratio": lambda u, r, p, q: u / r / (p / q),
    "real_ratio_growth": lambda u, r, p, q: (1 + u) * (1 + q) / ((1 + r) * (1 + p)) - 1,
    "deflate": lambda v, p, b: v / (p / b),
    "two_group_theil_t": theil_t,
    "two_group_theil_l": theil_l,
    "two_group_gini": gini,
    "theil_t_turning_share": lambda k: (k * np.log(k) - k + 1) / (k - 1) ** 2,
    "theil_l_turning_share": lambda k: 1 / np.log(k) - 1 / (k - 1),
    "gini_turning_share": lambda k: 1 / (1 + np.sqrt(k)),
    "implied_urban_share": lambda m, u, r: (m - r) / (u - r),
    "logarithmic_mean": lambda a, b: (a - b) / np.log(a / b),
    "single_period": lambda y, p: y - p,
    "single_growth": single_growth,
    "completion": lambda y, t: y / t,
    "lead": lambda y, t, s: y / t - s,
    "projected_total": lambda y, s: y / s,
    "pinball_loss": lambda x, q, p: np.maximum(p * (x - q), (p - 1) * (x - q)),
    "interval_score": lambda x, a, b, c: b - a + 2 / (1 - c) * np.maximum(0, np.maximum(a - x, x - b)),
    "location_quotient": lambda a, b, c, d: a / b / (c / d),
    "elderly_share": lambda a, b: a / b,
    "child_dependency_ratio": lambda a, b: a / b,
    "old_age_dependency_ratio": lambda a, b: a / b,
    "dependency_ratio": lambda a, b, c: (a + c) / b,
    "ageing_index": lambda a, b: a / b,
    "potential_support_ratio": lambda a, b: a / b,
}

REACH = np.array(sr._core.words["Reach"])
CERTAINTY = np.array(sr._core.words["Certainty"])


def cover(distance: Array, speed: Array) -> tuple[Array, NDArray[np.str_]]:
    """When what moves at a speed has come so far: the time and the word."""
    ahead, moves = distance > 0, speed > 0
    with np.errstate(divide="ignore"):
        periods = np.where(ahead, np.where(moves, distance / speed, np.inf), 0.0)
    return periods, REACH.take(np.where(ahead, np.where(moves, 1, 2), 0))


def in_step(income: Array, gdp: Array) -> tuple[NDArray[np.str_]]:
    lead = income - gdp + sr.target.IN_STEP_TOLERANCE
    return (CERTAINTY.take((lead >= 0.001).astype(np.int8) + (lead >= -0.001)),)


#: What answers in words -> NumPy's expression; rates of `is_in_step` are printed to 0.1 %.
ANSWERS: Mapping[str, Callable[..., tuple[NDArray[Any], ...]]] = {
    "periods_to_reach": lambda a, b, g: cover(np.log(b / a), np.log1p(g)),
    "doubling_time": lambda g, k: cover(np.log(k), np.log1p(g)),
    "years_to_ratio": lambda k, g, h, t: cover(np.log(k / t), np.log1p((h - g) / (1 + g))),
    "gap_close": lambda u, r, g, h: cover(np.log(u / r), np.log1p((h - g) / (1 + g))),
    "ratio_half_life": lambda k, g, h: cover(np.log(k) / 2, np.log1p((h - g) / (1 + g))),
    "is_in_step": in_step,
}

#: Where the field's parameters have numbers of their own size; rates lie between -5 and 12 %.
RANGES: Mapping[str, tuple[float, float]] = {
    "periods": (1, 10),
    "years": (1, 10),
    "periods_per_year": (1, 12),
    "ytd_share": (0.1, 0.4),
    "urban_share": (0.1, 0.9),
    "urban_weight": (0.1, 0.9),
    "urban_weight_end": (0.1, 0.9),
    "times": (0.5, 4),
    "share": (0.2, 0.9),
    "probability": (0.1, 0.9),
    "value": (100, 900),
    "ratio": (1.5, 3),
    "target": (1.1, 1.4),
    "urban": (5e4, 9e4),
    "rural": (2e4, 4e4),
    "overall": (4.1e4, 4.9e4),
    "ytd": (600, 900),
    "ytd_previous": (100, 400),
    "price_index": (90, 130),
    "urban_price_index": (90, 130),
    "rural_price_index": (90, 130),
    "base_index": (90, 110),
    "level": (100, 900),
    "start": (100, 900),
    "end": (100, 900),
    "a": (100, 900),
    "b": (100, 900),
    "current": (100, 900),
    "annual_target": (1000, 2000),
    "part_start": (10, 90),
    "part_end": (10, 90),
    "whole_start": (100, 400),
    "whole_end": (500, 900),
    "same_month": (100, 900),
    "year_end": (100, 900),
    "share_end": (0.1, 0.7),
    "total_growth": (0.2, 0.6),
    "output_growth": (0.02, 0.12),
    "whole_growth": (0.02, 0.12),
    "elapsed": (1, 4),
    "periods_left": (1, 4),
    "base": (10, 90),
    "use": (100, 900),
    "total": (100, 900),
    "population_start": (100, 900),
    "population_end": (100, 900),
    "per_head": (100, 900),
    "observation": (-1, 1),
    "quantile": (-1, 1),
    "lower": (-1, 0),
    "upper": (0, 1),
    "coverage": (0.5, 0.95),
    "part": (10, 90),
    "whole": (100, 400),
    "reference_part": (10, 90),
    "reference_whole": (100, 400),
    "children": (100, 300),
    "working": (600, 800),
    "elderly": (100, 300),
    "population": (900, 1200),
}


def arguments(name: str, parameters: Sequence[str], size: int, random: np.random.Generator) -> list[Array]:
    """Numbers within the domains of a formula's parameters."""
    ranges = dict(RANGES)
    if name in ("required_growth", "required_change", "target_progress"):
        ranges["target"] = (100, 900)
    if name == "required_growth_rest":
        ranges["annual_target"] = (0.02, 0.12)
    return [random.uniform(*ranges.get(parameter, (-0.05, 0.12)), size) for parameter in parameters]


def seconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def compare(name: str, theirs: Callable[[], object], ours: Callable[[], object], rounds: int) -> float:
    """Prints how long both take, round by round one after the other, and gives NumPy's time over ours."""
    times = [(seconds(theirs), seconds(ours)) for _ in range(rounds)]
    numpy, core = (statistics.median(column) for column in zip(*times, strict=True))
    low, middle, high = statistics.quantiles([a / b for a, b in times], n=4)
    print(f"{name:30}{numpy * 1e3:7.2f} ms{core * 1e3:7.2f} ms{middle:12.2f}{low:9.2f}-{high:.2f}")
    return middle


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("names", nargs="*", help="these alone")
    given = parser.parse_args()
    random = np.random.default_rng(2024)
    modules = (sr.growth, sr.prices, sr.contributions, sr.plan, sr.intensity, sr.per_head, sr.income_gap)
    modules += (sr.index_number, sr.inequality, sr.regional, sr.progress, sr.forecast, sr.target)
    print(f"{given.size} numbers; medians of {given.rounds} rounds; NumPy {np.__version__}")
    print(f"{'':30}{'numpy':>10}{'sr, out=':>10}{'numpy / sr':>12}{'quartiles':>15}")
    out = np.empty(given.size)
    ratios = {}
    for name, expression in (EXPRESSIONS | ANSWERS).items():
        if given.names and name not in given.names:
            continue
        formula = next(getattr(module, name) for module in modules if hasattr(module, name))
        positional = inspect.Parameter.POSITIONAL_OR_KEYWORD
        parameters = [each.name for each in inspect.signature(formula).parameters.values() if each.kind == positional]
        x = arguments(name, parameters, given.size, random)
        options: dict[str, Any] = {"out": out}
        if name in ANSWERS:
            options = {"growth_step": 0.001} if name == "is_in_step" else {}
            result = formula(*x, **options)
            answer = result if isinstance(result, tuple) else (result,)
            for mine, theirs in zip(answer, expression(*x), strict=True):
                if mine.dtype.kind == "U":
                    assert (mine == theirs).mean() > 0.9999, name  # rounding decides about some
                else:
                    np.testing.assert_allclose(mine, theirs, rtol=1e-7)
        else:
            np.testing.assert_allclose(formula(*x), expression(*x), rtol=1e-7, atol=1e-12)
        ratios[name] = compare(
            name,
            lambda e=expression, x=x: e(*x),
            lambda f=formula, x=x, options=options: f(*x, **options),
            given.rounds,
        )
    x, y = random.uniform(1, 2, (2, given.size))
    bound = statistics.median(seconds(lambda: np.add(x, y, out=out)) for _ in range(given.rounds))
    print(f"{'bound: np.add(x, y, out=out)':30}{bound * 1e3:7.2f} ms")
    slower = sorted(name for name, ratio in ratios.items() if ratio < 0.9)
    print("slower than 0.9 of NumPy:", ", ".join(slower) or "none")


if __name__ == "__main__":
    main()
