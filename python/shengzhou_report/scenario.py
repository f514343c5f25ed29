"""Scenarios: many possible futures of indicators that grow at uncertain, correlated rates."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from . import _core, frames
from ._arrays import as_array, as_whole, check_out, is_number
from ._core import DomainError, Interval, Quantity, instruction_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from .typing import Arithmetic, InstructionSet, Shocks, Subject

__all__ = [
    "Estimate",
    "instruction_sets",
    "nearest_correlation",
    "simulate_paths",
]


def __dir__() -> list[str]:
    return __all__


#: The name of the ratio among the series.
RATIO = "ratio"
#: The names of the outcomes besides the targets.
ALL_TARGETS = "all targets"
NARROWING = "ratio falls every period"

_INFINITY = float("inf")
#: A bar that is gone before it is seen only flickers.
_BAR_AFTER_SECONDS = 0.5


class Estimate(NamedTuple):
    """A number from a simulation and its standard error.

    >>> import shengzhou_report as sr
    >>> sr.scenario.Estimate(0.25, 0.01).value
    0.25
    """

    value: float
    standard_error: float


class ScenarioTarget(NamedTuple):
    """A condition on one period: a level, a growth rate (a fraction) or the ratio lies within bounds, ends included.

    `subject` is 'level', 'growth' or 'ratio'; `indicator` is None for the ratio; `period` is counted from 1, or a
    calendar year where the scenario has a first one. Bounds that agree with a value to 12 digits are met.

    >>> import shengzhou_report as sr
    >>> sr.ScenarioTarget("growth", "GDP", 2024, lower=0.07).upper
    inf
    """

    subject: Subject
    indicator: Any
    period: int
    lower: float = -_INFINITY
    upper: float = _INFINITY


class ScenarioPassage(NamedTuple):
    """A threshold of a level or of the ratio whose first passage is timed, at the ends of periods.

    Passed at or below the threshold, or at or above it when `rising`.

    >>> import shengzhou_report as sr
    >>> sr.ScenarioPassage("ratio", None, 1.70).rising
    False
    """

    subject: Subject
    indicator: Any
    threshold: float
    rising: bool = False


@dataclass(frozen=True, repr=False)
class Scenario:
    """The distribution of simulated futures, with labels; `simulate` makes it.

    Tables are pandas DataFrames with a row a period and a column a series: the indicators by name, then 'ratio'.
    Two scenarios are equal when all their counts and labels are. It pickles.

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
        """The levels if every shock were zero, from the start on; a rounded start is the middle of its interval."""
        return self._table(self._core.median_path())

    def mean(self) -> pd.DataFrame:
        """Mean of the levels."""
        return self._table(self._core.mean())

    def sd(self) -> pd.DataFrame:
        """Standard deviation of the levels."""
        return self._table(self._core.sd())

    def log_mean(self) -> pd.DataFrame:
        """Mean of the logarithms of the levels."""
        return self._table(self._core.log_mean())

    def log_sd(self) -> pd.DataFrame:
        """Standard deviation of the logarithms of the levels."""
        return self._table(self._core.log_sd())

    def lowest(self) -> pd.DataFrame:
        """The smallest levels of all paths."""
        return self._table(self._core.lowest())

    def highest(self) -> pd.DataFrame:
        """The largest levels of all paths."""
        return self._table(self._core.highest())

    def quantiles(self, probabilities: Iterable[float] = (0.05, 0.25, 0.5, 0.75, 0.95)) -> pd.DataFrame:
        """Quantiles of the levels; columns are pairs of series and probability.

        Interpolated within a bin of a histogram; `quantile_bounds` says how wide that is.
        """
        pandas = frames.require("pandas", "pandas")
        tables = {probability: self._table(self._core.quantile(probability)) for probability in probabilities}
        joined = pandas.concat(tables, axis="columns", names=["probability", "series"])
        ordered = [(name, probability) for name in self.series for probability in tables]
        return cast("pd.DataFrame", joined.swaplevel(axis="columns")[ordered])

    def quantile_bounds(self, probability: float) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Lower and upper bounds of the empirical quantiles: the edges of the bins that hold them.

        The empirical quantile is the smallest level that at least a share `probability` of the paths does not exceed.
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
        """
        pandas = frames.require("pandas", "pandas")
        rows = [self._core.outcome(i) for i in range(self._core.outcomes)]
        frame = pandas.DataFrame(rows, index=self.outcomes, columns=["probability", "standard_error"], dtype=float)
        return cast("pd.DataFrame", frame)

    def probability(self, outcome: str, given: str | None = None) -> Estimate:
        """Probability of one outcome, or that among the paths that meet another.

        Raises KeyError for a name that is no outcome, and DomainError when no path meets the condition.
        """
        if given is None:
            return Estimate(*self._core.outcome(self._position(outcome)))
        return Estimate(*self._core.conditional(self._position(outcome), self._position(given)))

    def _position(self, outcome: str) -> int:
        if outcome not in self.outcomes:
            raise KeyError(f"{outcome!r} is none of {', '.join(map(repr, self.outcomes))}")
        return self.outcomes.index(outcome)

    def narrowing(self) -> pd.DataFrame:
        """Probability that the ratio falls in each period, and its standard error. DomainError without a ratio."""
        return self._by_period([self._core.narrowing(t) for t in range(1, len(self.periods) + 1)], 1)

    def passed(self, passage: str) -> pd.DataFrame:
        """Probability that a threshold has been passed by the end of each period from the start on, and its error.

        The first row is the share of paths that begin beyond the threshold; 1 minus the last one is that of the paths
        that never pass it.
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


def _names(start: Any) -> tuple[Any, ...]:
    if isinstance(start, Mapping):
        return tuple(start)
    if hasattr(start, "index") and hasattr(start, "items"):  # a Series
        return tuple(start.index)
    return tuple(range(len(start)))


def _by_name(name: str, value: Any, names: tuple[Any, ...]) -> list[Any]:
    """One item an indicator of a mapping, a Series or a sequence."""
    labelled = isinstance(value, Mapping) or (hasattr(value, "index") and hasattr(value, "items"))
    if labelled:
        if missing := [label for label in names if label not in value]:
            raise ValueError(f"{name} lacks {missing[0]!r}")
        if unknown := [label for label in value.keys() if label not in names]:  # noqa: SIM118
            raise ValueError(f"{name} has {unknown[0]!r}, which is no name in start")
        return [value[label] for label in names]
    return list(value)


def _level(name: str, value: Any) -> Interval:
    if isinstance(value, Quantity):
        return value.interval()
    if isinstance(value, Interval):
        return value
    if not is_number(value):
        raise TypeError(f"start: {name!r} needs a number, an Interval or a Quantity, got {type(value).__name__}")
    number = float(value)
    # The core raises for what is no level; an Interval of it would not name the argument.
    if number != number or abs(number) == _INFINITY:
        raise DomainError(f"simulate: start: {name!r} = {number} is not a finite number")
    return Interval(number)


def _rates(name: str, value: Any, names: tuple[Any, ...]) -> NDArray[np.float64]:
    """Rows are periods, columns indicators; one row or column stands for all."""
    import numpy as np

    if value is None:
        return np.empty((0, 0))
    if isinstance(value, Quantity):
        value = value.rate
    if hasattr(value, "columns"):  # a DataFrame
        value = value[_by_name(name, dict(zip(value.columns, value.columns, strict=True)), names)]
    elif isinstance(value, (Mapping, Sequence)) or (hasattr(value, "index") and hasattr(value, "items")):
        if isinstance(value, str):
            raise TypeError(f"{name}: needs numbers, got str")
        if isinstance(value, Mapping) or hasattr(value, "items"):
            value = _by_name(name, value, names)
        value = [item.rate if isinstance(item, Quantity) else item for item in value]
    array = as_array(name, value)
    if array.ndim > 2:
        raise ValueError(f"{name} has {array.ndim} dimensions; rows are periods, columns indicators")
    return np.ascontiguousarray(array.reshape(1, -1) if array.ndim < 2 else array)


def _correlation(value: Any, names: tuple[Any, ...]) -> NDArray[np.float64]:
    import numpy as np

    if value is None:
        return np.empty((0, 0))
    if is_number(value):
        matrix = np.full((len(names), len(names)), float(value))
        np.fill_diagonal(matrix, 1)
        return matrix
    if hasattr(value, "columns"):
        order = _by_name("correlation", dict(zip(value.columns, value.columns, strict=True)), names)
        value = value.loc[order, order]
    array = as_array("correlation", value)
    if array.ndim != 2:
        raise ValueError(f"correlation has {array.ndim} dimensions; give a number or a square matrix")
    return np.ascontiguousarray(array)


def _model(
    start: Any,
    growth: Any,
    volatility: Any,
    periods: int,
    correlation: Any,
    persistence: Any,
    shocks: Shocks,
    degrees_of_freedom: int | None,
    errors: Any,
    block_length: int,
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The names, and the model as the core takes it."""
    if isinstance(start, (str, Interval, Quantity)) or is_number(start):
        raise TypeError("start: needs one level an indicator, in a mapping, a Series or a sequence")
    names = _names(start)
    if len(set(names)) < len(names):
        raise ValueError("start: every indicator needs a name of its own")
    levels = [_level(str(name), value) for name, value in zip(names, _by_name("start", start, names), strict=True)]
    model = (
        levels,
        as_whole("periods", periods),
        _rates("growth", growth, names),
        _rates("volatility", volatility, names),
        _correlation(correlation, names),
        _rates("persistence", persistence, names).ravel(),
        _word("shocks", shocks),
        0 if degrees_of_freedom is None else as_whole("degrees_of_freedom", degrees_of_freedom),
        _rates("errors", errors, names),
        as_whole("block_length", block_length),
    )
    return names, model


def _word(name: str, value: object) -> str:
    """A word of an enumeration; the core says which there are."""
    if not isinstance(value, str):
        raise TypeError(f"{name}: needs a word, got {type(value).__name__}")
    return value


def _position(what: str, indicator: Any, names: tuple[Any, ...]) -> int:
    if indicator not in names:
        raise ValueError(f"{what}: {indicator!r} is none of {', '.join(map(repr, names))}")
    return names.index(indicator)


def _query(
    names: tuple[Any, ...],
    ratio: tuple[Any, Any] | None,
    targets: Mapping[str, ScenarioTarget],
    passages: Mapping[str, ScenarioPassage],
    year: int | None,
) -> tuple[Any, ...]:
    """The questions as the core takes them."""
    if reserved := {ALL_TARGETS, NARROWING} & targets.keys():
        raise ValueError(f"targets: {reserved.pop()!r} is the name of an outcome of every scenario")
    if RATIO in names and ratio is not None:
        raise ValueError("start: an indicator named 'ratio' would be taken for the ratio")

    def place(what: str, subject: str, indicator: Any) -> int:
        return 0 if subject == "ratio" else _position(what, indicator, names)

    return (
        None if ratio is None else tuple(_position("ratio", indicator, names) for indicator in ratio),
        [
            (
                _word(f"targets: {name!r}: subject", target.subject),
                place(f"targets: {name!r}", target.subject, target.indicator),
                as_whole(f"targets: {name!r}: period", target.period) - (year or 0),
                float(target.lower),
                float(target.upper),
            )
            for name, target in targets.items()
        ],
        [
            (
                _word(f"passages: {name!r}: subject", passage.subject),
                place(f"passages: {name!r}", passage.subject, passage.indicator),
                float(passage.threshold),
                bool(passage.rising),
            )
            for name, passage in passages.items()
        ],
    )


def _options(
    paths: int,
    first_path: int,
    seed: int,
    antithetic: bool,
    threads: int | None,
    arithmetic: Arithmetic,
    instruction_set: InstructionSet,
) -> tuple[Any, ...]:
    seed = as_whole("seed", seed)
    if not 0 <= seed < 2**64:
        raise DomainError(f"simulate: seed = {seed} must lie between 0 and 2^64 - 1")
    counts = {"paths": paths, "first_path": first_path, "threads": 0 if threads is None else threads}
    numbers = {name: as_whole(name, count) for name, count in counts.items()}
    for name, count in numbers.items():
        if not -(2**31) < count < 2**63:
            raise DomainError(f"simulate: {name} = {count} is out of range")
    if threads is not None and not 1 <= threads <= 1024:
        raise DomainError(f"simulate: threads = {threads} must lie between 1 and 1024, or be None for one a processor")
    return (
        numbers["paths"],
        numbers["first_path"],
        seed,
        bool(antithetic),
        numbers["threads"],
        _word("arithmetic", arithmetic),
        _word("instruction_set", instruction_set),
    )


@contextmanager
def _terminal_bar(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, which goes again."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("simulating", total=total)
    try:
        bar.start()
        yield lambda done: bar.update(task, completed=done)
    finally:
        bar.stop()


@contextmanager
def _notebook_bar(total: int) -> Iterator[Callable[[int], None]]:
    """A bar in the output of a cell, which goes again. Unlike rich's it needs no ipywidgets."""
    display = frames.require("IPython.display", "notebook").display

    def bundle(done: int) -> dict[str, str]:
        text = f"simulating {done:,} of {total:,} paths"
        return {"text/plain": text, "text/html": f'<progress value="{done}" max="{total}"></progress> {text}'}

    handle = display(bundle(0), raw=True, display_id=True)
    try:
        yield lambda done: handle.update(bundle(done), raw=True)
    finally:
        handle.update({"text/plain": "", "text/html": ""}, raw=True)


@contextmanager
def _reporter(progress: bool | Callable[[int, int], object] | None, total: int) -> Iterator[Any]:
    """What the core calls with the number of finished paths, or None."""
    notebook = "ipykernel" in sys.modules
    if callable(progress):
        yield lambda done: progress(done, total)
        return
    if progress is False or (progress is None and not (notebook or sys.stderr.isatty())):
        yield None
        return
    begun = time.monotonic()
    with ExitStack() as stack:
        update: Callable[[int], None] | None = None

        def report(done: int) -> None:
            nonlocal update
            late = time.monotonic() - begun > _BAR_AFTER_SECONDS
            if update is None and done < total and (progress or late):
                update = stack.enter_context(_notebook_bar(total) if notebook else _terminal_bar(total))
            if update is not None:
                update(done)

        yield report


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
    standard deviation of the logarithm of one period's growth factor.

    start: one level an indicator, in a mapping by name, a Series or a sequence. A Quantity or an Interval is a rounded
    level, uniform in its interval.
    growth, volatility: fractions: a number, one an indicator (mapping, Series, sequence), or a row a period and a
    column an indicator (DataFrame or 2-D array). Quantities in % are fractions. volatility lies between 0 and 1.
    correlation: of the shocks: a matrix (DataFrame or 2-D array) or one number for all pairs; None for independent.
    persistence: between -1 and 1, exclusive; a number or one an indicator.
    shocks: 'normal'; 'student_t' with 3 to 100 degrees_of_freedom, scaled to unit variance; or 'resampled' from the
    rows of `errors`, past ln(1 + growth) - ln(1 + forecast) with a column an indicator, in blocks of block_length
    consecutive rows. Errors are used as they are, and bring their own volatility and correlation.
    ratio: the names of two indicators whose ratio is followed, as ("urban", "rural").
    targets, passages: by name; their probabilities are in `probabilities()` and `passed()`.
    year: calendar year of the start; periods are then years.
    paths, first_path, seed: path i of a seed is the same whichever call simulates it; parts with their own first_path
    merge exactly. antithetic: paths 2i and 2i + 1 have opposite shocks.
    threads: None for one a processor. arithmetic: 'reproducible' has the same bits on every processor; 'fused' and
    'single' are faster and differ in the last digits of double and single precision. instruction_set: for tests.
    progress: None shows a bar in a terminal or in Jupyter when it takes a while, True always, False never; a function
    is called with the finished and the total number of paths. Ctrl-C stops within a fifth of a second.

    Raises DomainError, before any work, for what is out of order; TypeError for what are no numbers. Memory stays below
    64 MiB. Sources: Salmon and others (2011) for the random numbers, Politis and Romano (1992) for the blocks.

    >>> import shengzhou_report as sr
    >>> future = sr.simulate(
    ...     {"urban": 77400, "rural": 43200}, {"urban": 0.063, "rural": 0.068}, 0.01, periods=5, correlation=0.8,
    ...     ratio=("urban", "rural"), year=2023, passages={"1.75": sr.ScenarioPassage("ratio", None, 1.75)})
    >>> future.passed("1.75").probability.round(2).tolist()
    [0.0, 0.0, 0.06, 0.2, 0.37, 0.53]
    """
    targets, passages = dict(targets or {}), dict(passages or {})
    year = None if year is None else as_whole("year", year)
    names, model = _model(
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
    query = _query(names, ratio, targets, passages, year)
    options = _options(paths, first_path, seed, antithetic, threads, arithmetic, instruction_set)
    with _reporter(progress, paths) as report:
        core = _core.simulate(model, query, options, report)
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

    Arguments and paths are those of `simulate`; along the last axis the start comes first. DomainError when the array
    would take more than `most_bytes`. `out` takes the result, a C-contiguous float64 array of that shape.

    >>> import shengzhou_report as sr
    >>> sr.scenario.simulate_paths([77400, 43200], [0.063, 0.068], 0.01, periods=5, paths=10).shape
    (10, 2, 6)
    """
    import numpy as np

    names, model = _model(
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
    options = _options(paths, first_path, seed, antithetic, threads, arithmetic, instruction_set)
    _core.path_values(model, options, 2**62 if out is not None else most_bytes)
    shape = (paths, len(names), periods + 1)
    if out is None:
        out = np.empty(shape)
    flat = check_out(out, shape)
    with _reporter(progress, paths) as report:
        _core.simulate_paths(model, options, report, flat)
    return out


def nearest_correlation(matrix: Any) -> Any:
    """The correlation matrix nearest to a symmetric matrix with unit diagonal, in the Frobenius norm.

    A DataFrame keeps its labels. DomainError when the matrix is not square, finite and symmetric.
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
