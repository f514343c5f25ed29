"""What simulations are asked, and the distribution that answers; `scenario` makes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from . import _core, frames
from ._scenario_arguments import ALL_TARGETS, NARROWING, RATIO
from .display import record_html, scenario_html

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .typing import Subject

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
