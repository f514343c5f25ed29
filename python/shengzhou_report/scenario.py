"""Scenarios: many possible futures of indicators that grow at uncertain, correlated rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from . import _core
from ._arrays import as_array, as_whole, check_out
from ._core import instruction_sets
from ._progress_bar import reporter
from ._scenario import Estimate
from ._scenario import Scenario as Scenario
from ._scenario import ScenarioPassage as ScenarioPassage
from ._scenario import ScenarioTarget as ScenarioTarget
from ._scenario_arguments import model, named, options, query
from ._scenario_cluster import simulate_on

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .typing import Arithmetic, InstructionSet, Shocks

__all__ = [
    "Estimate",
    "instruction_sets",
    "nearest_correlation",
    "simulate_on",
    "simulate_paths",
]


def __dir__() -> list[str]:
    return __all__


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
