"""Scenarios: many possible futures of indicators that grow at uncertain, correlated rates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from . import _core, frames
from ._arrays import as_array, as_whole, check_out
from ._core import instruction_sets
from ._progress_bar import reporter
from ._scenario_arguments import ALL_TARGETS, NARROWING, RATIO, model, named, options, query
from ._scenario_cluster import simulate_on
from .display import record_html, scenario_html

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .typing import Arithmetic, InstructionSet, Shocks, Subject

__all__ = [
    "Estimate",
    "instruction_sets",
    "nearest_correlation",
    "simulate_on",
    "simulate_paths",
]


def __dir__() -> list[str]:
    return __all__


_INFINITY = float("inf")


class Estimate(NamedTuple):
    """A number from a simulation and its standard error.

    >>> import shengzhou_report as sr
    >>> sr.scenario.Estimate(0.25, 0.01).value
    0.25
    """

    value: float
    standard_error: float

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class ScenarioTarget(NamedTuple):
    """A condition on one period: a level, a growth rate (a fraction) or the ratio lies within bounds, ends included.

    `subject` is 'level', 'growth' or 'ratio'; `indicator` is None for the ratio; `period` is counted from 1, or a
    calendar year where the scenario has a first one. Bounds that agree with a value to 12 digits are met. Raises
    nothing itself: `simulate` raises for what does not fit its other arguments.

    >>> import shengzhou_report as sr
    >>> sr.ScenarioTarget("growth", "GDP", 2024, lower=0.07).upper
    inf
    """

    subject: Subject
    indicator: Any
    period: int
    lower: float = -_INFINITY
    upper: float = _INFINITY

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class ScenarioPassage(NamedTuple):
    """A threshold of a level or of the ratio whose first passage is timed, at the ends of periods.

    Passed at or below the threshold, or at or above it when `rising`. Raises nothing itself: `simulate` raises for what
    does not fit its other arguments.

    >>> import shengzhou_report as sr
    >>> sr.ScenarioPassage("ratio", None, 1.70).rising
    False
    """

    subject: Subject
    indicator: Any
    threshold: float
    rising: bool = False

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


@dataclass(frozen=True, repr=False)
class Scenario:
    """The distribution of simulated futures, with labels; `simulate` makes it.

    Tables are pandas DataFrames with a row a period and a column a series: the indicators by name, then 'ratio'.
    Two scenarios are equal when all their counts and labels are. It pickles. Methods that give tables raise ImportError
    without pandas.

    >>> import shengzhou_report as sr
    >>> future = sr.simulate({"urban": 77400, "rural": 43200}, {"urban": 0.063, "rural": 0.068}, 0.01, periods=2,
    ...                      correlation=0.8, ratio=("urban", "rural"), year=2023, paths=10_000)
    >>> future
    <Scenario: 10000 paths of 2 indicators over 2 periods, seed 0>
    >>> future.mean().ratio.round(3).tolist()
    [1.783, 1.775]
    >>> future.quantiles([0.1, 0.9]).columns.tolist()[-2:]
    [('ratio', 0.1), ('ratio', 0.9)]
    """

    _core: _core.Scenario
    names: tuple[Any, ...]
    year: int | None
    target_names: tuple[str, ...]
    passage_names: tuple[str, ...]

    def __repr__(self) -> str:
        return (
            f"<Scenario: {self.paths} paths of {len(self.names)} indicators over {len(self.periods)} periods, "
            f"seed {self.seed}>"
        )

    def _repr_html_(self) -> str:
        """How many futures of what, and how likely each outcome is, for Jupyter."""
        return scenario_html(self)

    @property
    def paths(self) -> int:
        """Number of paths."""
        return self._core.paths

    @property
    def seed(self) -> int:
        """The seed of the random numbers."""
        return self._core.seed

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The numbers of the simulated paths, as ranges [begin, end)."""
        return self._core.ranges

    @property
    def periods(self) -> list[int]:
        """The periods: 1, 2, ... or calendar years."""
        start = self.year or 0
        return [start + t for t in range(1, self._core.model[1] + 1)]

    @property
    def series(self) -> list[Any]:
        """What tables have as columns: the names of the indicators, and 'ratio' if there is one."""
        return [*self.names, *([RATIO] if self._core.query[0] is not None else [])]

    def _table(self, values: NDArray[np.float64]) -> pd.DataFrame:
        pandas = frames.require("pandas", "pandas")
        start = self.year or 0
        begin = start + 1 + len(self.periods) - len(values)
        index = pandas.RangeIndex(begin, begin + len(values), name="period" if self.year is None else "year")
        return cast("pd.DataFrame", pandas.DataFrame(values, index=index, columns=self.series))

    def median_path(self) -> pd.DataFrame:
        """The levels if every shock were zero, from the start on; a rounded start is the middle of its interval.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> futures.median_path()["income"].round(2).tolist()
        [100.0, 105.0, 110.25]
        """
        return self._table(self._core.median_path())

    def mean(self) -> pd.DataFrame:
        """Mean of the levels.

        Raises DomainError for Student-t shocks, with which levels have no finite mean: that of the paths is finite, but
        grows with their number. `median_path`, `quantiles`, `log_mean` and `log_sd` exist for all shocks.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> futures.mean()["income"].round(1).tolist()
        [105.0, 110.3]
        """
        return self._table(self._core.mean())

    def sd(self) -> pd.DataFrame:
        """Standard deviation of the levels, with the number of paths less 1 in the denominator.

        Raises DomainError for Student-t shocks, as `mean`.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> futures.sd()["income"].round(1).tolist()
        [2.1, 3.1]
        """
        return self._table(self._core.sd())

    def standard_error_of_mean(self) -> pd.DataFrame:
        """Standard error of `mean`, as an estimate of that of infinitely many paths: sd / sqrt(paths).

        For antithetic paths that of the means of the pairs, which is far smaller; of a start that is rounded slightly
        more. Raises DomainError for Student-t shocks, as `mean`, and for a single path or pair.

        >>> import shengzhou_report as sr
        >>> future = sr.simulate({"GDP": 745}, 0.07, 0.02, periods=2, paths=10_000)
        >>> future.standard_error_of_mean().GDP.round(2).tolist()
        [0.16, 0.24]
        """
        return self._table(self._core.standard_error_of_mean())

    def log_mean(self) -> pd.DataFrame:
        """Mean of the logarithms of the levels.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> futures.log_mean()["income"].round(2).tolist()
        [4.65, 4.7]
        """
        return self._table(self._core.log_mean())

    def log_sd(self) -> pd.DataFrame:
        """Standard deviation of the logarithms of the levels.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> futures.log_sd()["income"].round(2).tolist()
        [0.02, 0.03]
        """
        return self._table(self._core.log_sd())

    def lowest(self) -> pd.DataFrame:
        """The smallest levels of all paths.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> bool((futures.lowest() < futures.mean()).all().item())
        True
        """
        return self._table(self._core.lowest())

    def highest(self) -> pd.DataFrame:
        """The largest levels of all paths.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> bool((futures.highest() > futures.mean()).all().item())
        True
        """
        return self._table(self._core.highest())

    def quantiles(self, probabilities: Iterable[float] = (0.05, 0.25, 0.5, 0.75, 0.95)) -> pd.DataFrame:
        """Quantiles of the levels; columns are pairs of series and probability.

        What `numpy.quantile` calls method='inverted_cdf', the smallest level that at least a share `probability` of the
        paths does not exceed, to the width of a bin of a histogram: no mean of two neighbouring paths, as NumPy's
        default method, which matters where paths are few. Interpolated within the bin; `quantile_bounds` says how wide
        it is. Raises DomainError for a probability outside 0 to 1.

        >>> import shengzhou_report as sr
        >>> future = sr.simulate({"GDP": 745}, 0.07, 0.02, periods=1, paths=10_000)
        >>> future.quantiles([0.5]).columns.tolist()
        [('GDP', 0.5)]
        """
        pandas = frames.require("pandas", "pandas")
        tables = {probability: self._table(self._core.quantile(probability)) for probability in probabilities}
        joined = pandas.concat(tables, axis="columns", names=["probability", "series"])
        ordered = [(name, probability) for name in self.series for probability in tables]
        return cast("pd.DataFrame", joined.swaplevel(axis="columns")[ordered])

    def quantile_bounds(self, probability: float) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Lower and upper bounds of the empirical quantiles: the edges of the bins that hold them.

        The empirical quantile is the smallest level that at least a share `probability` of the paths does not exceed,
        method='inverted_cdf' of `numpy.quantile`. Raises DomainError for a probability outside 0 to 1.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, paths=1000)
        >>> lower, upper = futures.quantile_bounds(0.5)
        >>> bool((lower <= upper).all().item()), bool((upper - lower < 1).all().item())
        (True, True)
        """
        lower, upper = self._core.quantile_bounds(probability)
        return self._table(lower), self._table(upper)

    @property
    def outcomes(self) -> list[str]:
        """The targets by name, then 'all targets' if there are any, then 'ratio falls every period' for a ratio."""
        ratio = [NARROWING] if self._core.query[0] is not None else []
        return [*self.target_names, *([ALL_TARGETS] if self.target_names else []), *ratio]

    def probabilities(self) -> pd.DataFrame:
        """Probability of each outcome and its standard error.

        The error is that of a share p of n paths with p moved towards 1/2 by one success and one failure, so that 0 of
        n is not called certain; for antithetic paths it is that of the means of the pairs.

        >>> import shengzhou_report as sr
        >>> goal = sr.ScenarioTarget("level", "income", 2, lower=110)
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, targets={"110": goal}, paths=1000)
        >>> futures.probabilities().round(2).loc["110"].tolist()
        [0.55, 0.02]
        """
        pandas = frames.require("pandas", "pandas")
        rows = [self._core.outcome(i) for i in range(self._core.outcomes)]
        frame = pandas.DataFrame(rows, index=self.outcomes, columns=["probability", "standard_error"], dtype=float)
        return cast("pd.DataFrame", frame)

    def probability(self, outcome: str, given: str | None = None) -> Estimate:
        """Probability of one outcome, or that among the paths that meet another.

        Raises KeyError for a name that is no outcome, and DomainError when no path meets the condition.

        >>> import shengzhou_report as sr
        >>> goal = sr.ScenarioTarget("level", "income", 2, lower=110)
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=2, targets={"110": goal}, paths=1000)
        >>> round(futures.probability("110").value, 2)
        0.55
        """
        if given is None:
            return Estimate(*self._core.outcome(self._position(outcome)))
        return Estimate(*self._core.conditional(self._position(outcome), self._position(given)))

    def _position(self, outcome: str) -> int:
        if outcome not in self.outcomes:
            raise KeyError(f"{outcome!r} is none of {', '.join(map(repr, self.outcomes))}")
        return self.outcomes.index(outcome)

    def narrowing(self) -> pd.DataFrame:
        """Probability that the ratio falls in each period, and its standard error. DomainError without a ratio.

        >>> import shengzhou_report as sr
        >>> futures = sr.simulate({"urban": 2, "rural": 1}, [0.05, 0.06], volatility=0.02, periods=2,
        ...                       ratio=("urban", "rural"), paths=1000)
        >>> futures.narrowing()["probability"].round(1).tolist()
        [0.6, 0.6]
        """
        return self._by_period([self._core.narrowing(t) for t in range(1, len(self.periods) + 1)], 1)

    def passed(self, passage: str) -> pd.DataFrame:
        """Probability that a threshold has been passed by the end of each period from the start on, and its error.

        The first row is the share of paths that begin beyond the threshold; 1 minus the last one is that of the paths
        that never pass it. Raises KeyError for a name that is no passage.

        >>> import shengzhou_report as sr
        >>> mark = sr.ScenarioPassage("level", "income", 110, rising=True)
        >>> futures = sr.simulate({"income": 100}, 0.05, volatility=0.02, periods=3, passages={"110": mark}, paths=1000)
        >>> futures.passed("110")["probability"].round(1).tolist()
        [0.0, 0.0, 0.6, 0.9]
        """
        if passage not in self.passage_names:
            raise KeyError(f"{passage!r} is none of {', '.join(map(repr, self.passage_names))}")
        i = self.passage_names.index(passage)
        return self._by_period([self._core.passed(i, t) for t in range(len(self.periods) + 1)], 0)

    def _by_period(self, rows: Sequence[tuple[float, float]], first: int) -> pd.DataFrame:
        pandas = frames.require("pandas", "pandas")
        begin = (self.year or 0) + first
        index = pandas.RangeIndex(begin, begin + len(rows), name="period" if self.year is None else "year")
        return cast("pd.DataFrame", pandas.DataFrame(rows, index=index, columns=["probability", "standard_error"]))

    def merge(self, other: Scenario) -> Scenario:
        """The union of two sets of paths of one simulation: the same as if it had been simulated at once.

        Raises DomainError when the simulations differ or share a path, and ValueError when their labels differ.

        >>> import shengzhou_report as sr
        >>> def part(first):
        ...     return sr.simulate([100], 0.05, 0.02, periods=3, paths=500, first_path=first)
        >>> part(0).merge(part(500)) == sr.simulate([100], 0.05, 0.02, periods=3, paths=1000)
        True
        """
        mine = (self.names, self.year, self.target_names, self.passage_names)
        if mine != (other.names, other.year, other.target_names, other.passage_names):
            raise ValueError("only scenarios with the same labels merge")
        return Scenario(self._core.merge(other._core), *mine)


def simulate(
    start: Any,
    growth: Any,
    volatility: Any = None,
    *,
    periods: int,
    correlation: Any = None,
    persistence: Any = None,
    shocks: Shocks = "normal",
    degrees_of_freedom: int | None = None,
    errors: Any = None,
    block_length: int = 1,
    ratio: tuple[Any, Any] | None = None,
    targets: Mapping[str, ScenarioTarget] | None = None,
    passages: Mapping[str, ScenarioPassage] | None = None,
    year: int | None = None,
    paths: int = 100_000,
    first_path: int = 0,
    seed: int = 0,
    antithetic: bool = False,
    threads: int | None = None,
    arithmetic: Arithmetic = "reproducible",
    instruction_set: InstructionSet = "automatic",
    progress: bool | Callable[[int, int], object] | None = None,
) -> Scenario:
    """Simulate futures of indicators and keep their distribution, not the paths.

    The logarithm of a level moves by ln(1 + growth) + d a period, where d = persistence * (d of the period before) +
    volatility * shock; shocks have zero mean and unit variance. So `growth` is the median rate, and `volatility` the
    standard deviation of the innovation. Without persistence that is the standard deviation of the logarithm of one
    period's growth factor; with persistence p it is so in the first period alone, and rises towards
    volatility / sqrt(1 - p^2), by which an observed standard deviation has to be divided first.

    start: one level an indicator, in a mapping by name, a Series or a sequence. A Quantity or an Interval is a rounded
    level, uniform in its interval.
    growth, volatility: fractions: a number, one an indicator (mapping, Series, sequence), or a row a period and a
    column an indicator (DataFrame or 2-D array). Quantities in % are fractions. volatility lies between 0 and 1.
    correlation: of the shocks: a symmetric matrix with a diagonal of 1 (DataFrame or 2-D array) or one number for all
    pairs; None for independent.
    persistence: between -1 and 1, exclusive; a number or one an indicator.
    shocks: 'normal'; 'student_t' with 3 to 100 degrees_of_freedom, scaled to unit variance, with which levels have no
    finite mean (`mean` and `sd` raise), but quantiles and probabilities; or 'resampled' from the rows of `errors`, past
    ln(1 + growth) - ln(1 + forecast) with a column an indicator, in blocks of block_length consecutive rows. Errors are
    used as they are, and bring their own volatility and correlation.
    ratio: the names of two indicators whose ratio is followed, as ("urban", "rural").
    targets, passages: by name; their probabilities are in `probabilities()` and `passed()`.
    year: calendar year of the start; periods are then years.
    paths, first_path, seed: path i of a seed is the same whichever call simulates it; parts with their own first_path
    merge exactly. antithetic: paths 2i and 2i + 1 have opposite shocks.
    threads: None for one a processor. arithmetic: 'reproducible' has the same bits on every processor; 'fused' is
    faster and differs in the last digits; 'single' is the fastest and draws other numbers, so that path i is another
    future of the same distribution, in single precision. instruction_set: for tests.
    progress: None shows a bar in a terminal or in Jupyter when it takes a while, True always, False never; a function
    is called with the finished and the total number of paths. Ctrl-C stops within a fifth of a second.

    Raises DomainError, before any work, for numbers that are out of order and for a correlation that is none;
    ValueError for unknown words and labels that do not fit; TypeError for what are no numbers. Memory stays below
    64 MiB. Sources: Salmon and others (2011) for the random numbers, Politis and Romano (1992) for the blocks.

    >>> import shengzhou_report as sr
    >>> future = sr.simulate(
    ...     {"urban": 77400, "rural": 43200}, {"urban": 0.063, "rural": 0.068}, 0.01, periods=5, correlation=0.8,
    ...     ratio=("urban", "rural"), year=2023, passages={"1.75": sr.ScenarioPassage("ratio", None, 1.75)})
    >>> future.passed("1.75").probability.round(2).tolist()
    [0.0, 0.0, 0.06, 0.2, 0.37, 0.53]
    """
    targets, passages = named("targets", targets, ScenarioTarget), named("passages", passages, ScenarioPassage)
    year = None if year is None else as_whole("year", year)
    names, parts = model(
        start,
        growth,
        volatility,
        periods,
        correlation,
        persistence,
        shocks,
        degrees_of_freedom,
        errors,
        block_length,
    )
    questions = query(names, ratio, targets, passages, year)
    settings = options(paths, first_path, seed, antithetic, threads, arithmetic, instruction_set)
    with reporter(progress, paths) as report:
        core = _core.simulate(parts, questions, settings, report)
    return Scenario(core, names, year, tuple(targets), tuple(passages))


def simulate_paths(
    start: Any,
    growth: Any,
    volatility: Any = None,
    *,
    periods: int,
    correlation: Any = None,
    persistence: Any = None,
    shocks: Shocks = "normal",
    degrees_of_freedom: int | None = None,
    errors: Any = None,
    block_length: int = 1,
    paths: int = 1000,
    first_path: int = 0,
    seed: int = 0,
    antithetic: bool = False,
    threads: int | None = None,
    arithmetic: Arithmetic = "reproducible",
    instruction_set: InstructionSet = "automatic",
    progress: bool | Callable[[int, int], object] | None = None,
    most_bytes: int = 2**32,
    out: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Simulate futures of indicators and keep the paths: an array of paths x indicators x (periods + 1).

    Arguments and paths are those of `simulate`; along the last axis the start comes first. `out` takes the result, a
    C-contiguous float64 array of that shape. Raises the errors of `simulate`, and DomainError when the array would take
    more than `most_bytes`; TypeError and ValueError for an `out` of another kind or shape.

    >>> import shengzhou_report as sr
    >>> sr.scenario.simulate_paths([77400, 43200], [0.063, 0.068], 0.01, periods=5, paths=10).shape
    (10, 2, 6)
    """
    import numpy as np

    names, parts = model(
        start,
        growth,
        volatility,
        periods,
        correlation,
        persistence,
        shocks,
        degrees_of_freedom,
        errors,
        block_length,
    )
    settings = options(paths, first_path, seed, antithetic, threads, arithmetic, instruction_set)
    _core.path_values(parts, settings, min(as_whole("most_bytes", most_bytes), 2**62) if out is None else 2**62)
    shape = (paths, len(names), periods + 1)
    if out is None:
        out = np.empty(shape)
    flat = check_out(out, shape)
    with reporter(progress, paths) as report:
        _core.simulate_paths(parts, settings, report, flat)
    return out


def nearest_correlation(matrix: Any) -> Any:
    """The correlation matrix nearest to a symmetric matrix with unit diagonal, in the Frobenius norm.

    A DataFrame keeps its labels. Raises DomainError when the matrix is not square, finite and symmetric with a diagonal
    of 1, as that of covariances is not: divide it by both standard deviations; TypeError for what are no numbers, and
    ValueError for other dimensions than two.
    Source: Higham (2002), IMA Journal of Numerical Analysis 22, doi 10.1093/imanum/22.3.329.

    >>> import shengzhou_report as sr
    >>> sr.scenario.nearest_correlation([[1, 1, 0], [1, 1, 1], [0, 1, 1]])[0].round(4)
    array([1.    , 0.7607, 0.1573])
    """
    array = as_array("matrix", matrix)
    if array.ndim != 2:
        raise ValueError(f"matrix has {array.ndim} dimensions; give a square matrix")
    nearest = _core.nearest_correlation(array)
    if hasattr(matrix, "columns"):
        return type(matrix)(nearest, index=matrix.index, columns=matrix.columns)
    return nearest
