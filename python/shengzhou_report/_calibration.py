"""Whether forecasts kept what they promised: transforms that are uniform, coverage, and which of two is better."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ._arrays import as_array, as_whole, check_labels, is_number, without_missing
from ._core import DomainError, Interval
from .display import record_html
from .frames import require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ._arrays import _AnyArray, _NanPolicy

_TESTS = ("kolmogorov_smirnov", "chi_square")
_ALTERNATIVES = ("two-sided", "less", "greater")
_VARIANCES = ("uniform", "bartlett")
#: By convention: chi-square is near enough to the distribution of its statistic from so many expected in a bin on.
_LEAST_EXPECTED = 5


class PitHistogram(NamedTuple):
    """How many probability integral transforms lie in each bin between 0 and 1.

    `edges` has one more element than `counts`. `expected` is what each bin would have were they uniform; `lower` and
    `upper` bound the central interval of a binomial count, which a single bin leaves by chance with probability
    1 - confidence at most.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    expected: float
    lower: int
    upper: int

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class UniformityTest(NamedTuple):
    """Statistic and p-value of a test that transforms are uniform, of n of them; NaN where some are missing."""

    method: str
    statistic: float
    p_value: float
    n: int

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class Coverage(NamedTuple):
    """How often intervals held the outcome.

    `share` of n did, which is `hits` / n; `interval` holds the true probability with the confidence asked for.
    `p_value` is that of the exact binomial test that it is `nominal`; both are None where no nominal coverage is given.
    """

    share: float
    interval: Interval | None
    hits: int
    n: int
    nominal: float | None
    p_value: float | None

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class DieboldMariano(NamedTuple):
    """Test that two forecasts are equally good; `difference` is the mean loss of the first less that of the second.

    `statistic` has the correction of Harvey, Leybourne and Newbold; under the hypothesis it is Student's t with
    `degrees_of_freedom`.
    """

    difference: float
    statistic: float
    p_value: float
    degrees_of_freedom: int

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


def pit_histogram(
    pit: _AnyArray, *, bins: int = 10, confidence: float = 0.95, nan_policy: _NanPolicy = "raise"
) -> PitHistogram:
    """Histogram of probability integral transforms, with the counts that chance allows.

    `pit` holds one number from 0 to 1 a forecast, as `pit_normal`, `pit_sample` and `Predictive.pit` give them. A hump
    in the middle says that forecasts are too wide, a U that they are too narrow, a slope that they are biased. Raises
    DomainError for numbers outside, for none, for fewer than one bin and a confidence not between 0 and 1; ImportError
    without SciPy. Missing values raise, `nan_policy='omit'` leaves them out. Source: Gneiting, Balabdaoui, Raftery
    (2007), JRSS B 69, doi 10.1111/j.1467-9868.2007.00587.x.

    >>> import shengzhou_report as sr
    >>> histogram = sr.forecast.pit_histogram([0.1, 0.2, 0.3, 0.6, 0.9], bins=2)
    >>> histogram.counts.tolist(), histogram.expected
    ([3, 2], 2.5)
    """
    import numpy as np

    values = _transforms("pit_histogram", pit, nan_policy)
    if values is None:
        raise ValueError("nan_policy: a histogram cannot be missing; 'omit' leaves out the missing numbers")
    bins = _bins("pit_histogram", bins)
    confidence = _probability("pit_histogram", "confidence", confidence)
    stats = require("scipy.stats", "econometrics")
    counts, edges = np.histogram(values, bins=bins, range=(0.0, 1.0))
    lower, upper = stats.binom.interval(confidence, values.size, 1 / bins) if bins > 1 else (values.size, values.size)
    return PitHistogram(edges, counts, values.size / bins, int(lower), int(upper))


def uniformity_test(
    pit: _AnyArray,
    *,
    method: Literal["kolmogorov_smirnov", "chi_square"] = "kolmogorov_smirnov",
    bins: int | None = None,
    nan_policy: _NanPolicy = "raise",
) -> UniformityTest:
    """Test that probability integral transforms are uniform, as those of right forecasts are.

    `method` is 'kolmogorov_smirnov' (exact, for continuous forecasts) or 'chi_square' on `bins` of equal width, by
    default as many as leave five expected in each, ten at most. Transforms are taken as independent, which those of
    forecasts more than one period ahead are not: take each h-th of them. A small p-value speaks against the forecasts;
    a large one says little where they are few.

    Raises DomainError for numbers outside 0 to 1, for none, and for bins that expect fewer than five; ValueError for an
    unknown method, and bins with 'kolmogorov_smirnov'; ImportError without SciPy. With nan_policy='propagate' and a
    missing number statistic and p-value are NaN. Source: scipy.stats.kstest and chisquare; Diebold, Gunther, Tay
    (1998), International Economic Review 39, doi 10.2307/2527342.

    >>> import shengzhou_report as sr
    >>> test = sr.forecast.uniformity_test([0.03, 0.12, 0.22, 0.27, 0.41, 0.55, 0.58, 0.64, 0.71, 0.86, 0.97, 0.99])
    >>> round(test.statistic, 4), round(test.p_value, 4)
    (0.1367, 0.9563)
    """
    import numpy as np

    if method not in _TESTS:
        raise ValueError(f"method: {method!r} is none of {', '.join(map(repr, _TESTS))}")
    values = _transforms("uniformity_test", pit, nan_policy)
    if values is None:
        return UniformityTest(method, math.nan, math.nan, as_array("pit", pit).size)
    if method == "kolmogorov_smirnov":
        if bins is not None:
            raise ValueError("bins: 'kolmogorov_smirnov' has none; leave them out, or take 'chi_square'")
        result = require("scipy.stats", "econometrics").kstest(values, "uniform", method="exact")
        return UniformityTest(method, float(result.statistic), float(result.pvalue), values.size)
    count = max(2, min(10, values.size // _LEAST_EXPECTED)) if bins is None else _bins("uniformity_test", bins)
    if count < 2 or values.size < _LEAST_EXPECTED * count:
        raise DomainError(
            f"uniformity_test: bins = {count} of {values.size} numbers: needs at least two bins and "
            f"{_LEAST_EXPECTED} numbers expected in each; take fewer bins, or 'kolmogorov_smirnov'"
        )
    counts, _ = np.histogram(values, bins=count, range=(0.0, 1.0))
    result = require("scipy.stats", "econometrics").chisquare(counts)
    return UniformityTest(method, float(result.statistic), float(result.pvalue), values.size)


def coverage(
    observation: _AnyArray,
    lower: _AnyArray | float,
    upper: _AnyArray | float,
    *,
    nominal: float | None = None,
    confidence: float = 0.95,
    nan_policy: _NanPolicy = "raise",
) -> Coverage:
    """How often intervals from `lower` to `upper`, ends included, held what came, and how sure that is.

    Arrays of one dimension, or numbers for ends that stay; pandas labels must agree. `interval` is the exact one of
    Clopper and Pearson, which errs towards being wide. `nominal` is the coverage that the intervals promised.

    Raises DomainError for no observation, lower > upper, a nominal coverage or confidence not between 0 and 1, NaN and
    infinity; ValueError for shapes or labels that differ; ImportError without SciPy. `nan_policy='omit'` leaves out
    what is missing anywhere, 'propagate' gives a share of NaN. Source: Clopper and Pearson (1934), Biometrika 26, doi
    10.1093/biomet/26.4.404, through scipy.stats.binomtest; Christoffersen (1998), International Economic Review 39.

    >>> import shengzhou_report as sr
    >>> held = sr.forecast.coverage([7.1, 6.8, 7.9, 6.2], lower=[6.5, 6.5, 6.6, 6.6], upper=7.5, nominal=0.8)
    >>> held.share, round(held.interval.lower, 4), round(held.interval.upper, 4), round(held.p_value, 4)
    (0.5, 0.0676, 0.9324, 0.1808)
    """
    import numpy as np

    confidence = _probability("coverage", "confidence", confidence)
    nominal = None if nominal is None else _probability("coverage", "nominal", nominal)
    arrays = _together("coverage", nan_policy, observation=observation, lower=lower, upper=upper)
    if arrays is None:
        return Coverage(math.nan, None, 0, 0, nominal, None if nominal is None else math.nan)
    x, low, high = arrays
    wrong = np.flatnonzero(low > high)
    if wrong.size:
        i = wrong[0]
        raise DomainError(f"coverage: lower = {low[i]:g} is above upper = {high[i]:g} (element {i})")
    hits = int(np.count_nonzero((low <= x) & (x <= high)))
    stats = require("scipy.stats", "econometrics")
    limits = stats.binomtest(hits, x.size).proportion_ci(confidence, method="exact")
    p_value = None if nominal is None else float(stats.binomtest(hits, x.size, nominal).pvalue)
    return Coverage(hits / x.size, Interval(float(limits.low), float(limits.high)), hits, int(x.size), nominal, p_value)


def diebold_mariano(
    loss_a: _AnyArray,
    loss_b: _AnyArray,
    *,
    horizon: int = 1,
    alternative: Literal["two-sided", "less", "greater"] = "two-sided",
    variance: Literal["uniform", "bartlett"] = "uniform",
    nan_policy: _NanPolicy = "raise",
) -> DieboldMariano:
    """Diebold and Mariano's test that two forecasts are equally good, as corrected for few of them.

    `loss_a` and `loss_b` are the losses of both for the same periods in order: squared or absolute errors, or any score
    of this module, as `interval_score`. Forecasts `horizon` periods ahead have losses that are correlated over
    horizon - 1 periods, which the variance of their mean difference takes in, with equal weights ('uniform') or with
    falling ones ('bartlett'), which never give a negative variance. `alternative` is 'two-sided', 'less' (the first
    loses less) or 'greater'. With horizon 1 it is the t-test of paired losses.

    Raises DomainError for fewer than two losses, a horizon that is not from 1 up to one less than they, losses that
    differ by a constant, a variance that is not positive, NaN and infinity; ValueError for unknown words and for shapes
    or labels that differ; ImportError without SciPy. With nan_policy='propagate' missing losses give NaN; to leave out
    single periods would break their order, so 'omit' is for horizon 1 alone. Source: Diebold and Mariano (1995),
    Journal of Business and Economic Statistics 13, 253-263, doi 10.1080/07350015.1995.10524599; Harvey, Leybourne,
    Newbold (1997), International Journal of Forecasting 13, 281-291, doi 10.1016/S0169-2070(96)00719-4.

    >>> import shengzhou_report as sr
    >>> squares = [0.10, 0.27, 0.01, 0.55, 0.05, 0.42], [0.14, 0.17, 0.12, 0.27, 0.37, 0.03]
    >>> test = sr.forecast.diebold_mariano(*squares)
    >>> round(test.statistic, 4), round(test.p_value, 4), test.degrees_of_freedom
    (0.4686, 0.6591, 5)
    """
    for name, word, words in (("alternative", alternative, _ALTERNATIVES), ("variance", variance, _VARIANCES)):
        if word not in words:
            raise ValueError(f"{name}: {word!r} is none of {', '.join(map(repr, words))}")
    horizon = as_whole("horizon", horizon)
    if nan_policy == "omit" and horizon != 1:
        raise ValueError("nan_policy='omit' breaks the order of the periods, on which horizon > 1 rests")
    arrays = _together("diebold_mariano", nan_policy, loss_a=loss_a, loss_b=loss_b)
    if arrays is None:
        return DieboldMariano(math.nan, math.nan, math.nan, 0)
    difference = arrays[0] - arrays[1]
    n = difference.size
    if n < 2:
        raise DomainError(f"diebold_mariano: {n} losses are too few: give two at least")
    if not 1 <= horizon < n:
        raise DomainError(f"diebold_mariano: horizon = {horizon} must be from 1 to {n - 1}, one less than the losses")
    mean = float(difference.mean())
    around = difference - mean
    largest = float(abs(around).max())
    if not math.isfinite(mean) or not math.isfinite(largest):
        raise DomainError("diebold_mariano: the difference of the losses is too large for a double")
    if largest <= 1e-13 * max(abs(arrays[0]).max(), abs(arrays[1]).max()):
        raise DomainError("diebold_mariano: the losses differ by a constant, which leaves nothing to judge it by")
    around /= largest  # so that squares neither overflow nor vanish
    long_run = float(around @ around) / n
    for lag in range(1, horizon):
        weight = 1 - lag / horizon if variance == "bartlett" else 1.0
        long_run += 2 * weight * float(around[lag:] @ around[:-lag]) / n
    if long_run <= 0:
        raise DomainError(
            f"diebold_mariano: the variance over horizon = {horizon} periods is not positive: give variance='bartlett'"
        )
    correction = math.sqrt((n + 1 - 2 * horizon + horizon * (horizon - 1) / n) / n)
    statistic = correction * (mean / largest) / math.sqrt(long_run / n)
    below = float(require("scipy.special", "econometrics").stdtr(n - 1, -abs(statistic)))
    if alternative == "two-sided":
        p_value = 2 * below
    else:
        p_value = below if (statistic < 0) == (alternative == "less") else 1 - below
    return DieboldMariano(mean, statistic, p_value, n - 1)


def _transforms(function: str, pit: object, nan_policy: str) -> NDArray[np.float64] | None:
    """Transforms as an array that lies between 0 and 1; None where the result is missing."""
    import numpy as np

    arrays = _together(function, nan_policy, pit=pit)
    if arrays is None:
        return None
    (values,) = arrays
    wrong = np.flatnonzero((values < 0) | (values > 1))
    if wrong.size:
        raise DomainError(f"{function}: pit = {values[wrong[0]]:g} must be from 0 to 1 (element {wrong[0]})")
    return values


def _together(function: str, nan_policy: str, **arguments: Any) -> tuple[NDArray[np.float64], ...] | None:
    """One-dimensional arrays of one size, finite, without what is missing; None where the result is missing."""
    import numpy as np

    check_labels(arguments)
    arrays = {name: as_array(name, value) for name, value in arguments.items()}
    first, *_ = arrays.values()
    for name, array in arrays.items():
        if array.ndim > 1 or (array.ndim == 0 and array is first):
            raise ValueError(f"{name}: needs a one-dimensional sequence, got shape {array.shape}")
    try:
        flat = np.broadcast_arrays(*arrays.values())
    except ValueError:
        flat = ()
    if not flat or flat[0].shape != first.shape:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"shapes do not fit: {shapes}")
    kept = without_missing(nan_policy, *flat)
    if kept is None:
        return None
    for name, array in zip(arrays, kept, strict=True):
        wrong = np.flatnonzero(~np.isfinite(array))
        if wrong.size:
            raise DomainError(
                f"{function}: {name} = {array[wrong[0]]:g} is not a finite number: leave out missing values before "
                f"the call (element {wrong[0]})"
            )
    if kept[0].size == 0:
        raise DomainError(f"{function}: {next(iter(arrays))} is empty: give at least one")
    return kept


def _bins(function: str, bins: object) -> int:
    count = as_whole("bins", bins)
    if not 1 <= count <= 1_000_000:
        raise DomainError(f"{function}: bins = {count} must be at least 1, up to a million")
    return count


def _probability(function: str, name: str, value: object) -> float:
    if not is_number(value):
        raise TypeError(f"{name}: needs a number, got {type(value).__name__}")
    if not 0 < value < 1:
        raise DomainError(f"{function}: {name} = {float(value):g} must lie between 0 and 1, exclusive")
    return float(value)
