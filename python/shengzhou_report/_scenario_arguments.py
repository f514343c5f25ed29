"""What `simulate` takes, as the core takes it: checked, by position, in arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ._arrays import as_array, as_number, as_whole, is_number
from ._core import DomainError, Interval, Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .scenario import ScenarioPassage, ScenarioTarget
    from .typing import Arithmetic, InstructionSet, Shocks

_T = TypeVar("_T")

#: The name of the ratio among the series.
RATIO = "ratio"
#: The names of the outcomes besides the targets.
ALL_TARGETS = "all targets"
NARROWING = "ratio falls every period"

_INFINITY = float("inf")


def names_of(start: Any) -> tuple[Any, ...]:
    if isinstance(start, Mapping):
        return tuple(start)
    if hasattr(start, "index") and hasattr(start, "items"):  # a Series
        return tuple(start.index)
    if isinstance(start, (str, bytes)) or is_number(start) or not hasattr(start, "__len__"):
        raise TypeError("start: needs one level an indicator, in a mapping, a Series or a sequence")
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
        if not -1 <= value <= 1:
            raise DomainError(f"simulate: correlation = {value} must lie between -1 and 1")
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


def model(
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
    names = names_of(start)
    if len(set(names)) < len(names):
        raise ValueError("start: every indicator needs a name of its own")
    levels = [_level(str(name), value) for name, value in zip(names, _by_name("start", start, names), strict=True)]
    parts = (
        levels,
        _small("periods", periods),
        _rates("growth", growth, names),
        _rates("volatility", volatility, names),
        _correlation(correlation, names),
        _rates("persistence", persistence, names).ravel(),
        _word("shocks", shocks),
        0 if degrees_of_freedom is None else _small("degrees_of_freedom", degrees_of_freedom),
        _rates("errors", errors, names),
        _small("block_length", block_length),
    )
    return names, parts


def _small(name: str, value: object) -> int:
    """A whole number that the core can hold; whether it makes sense, the core says."""
    number = as_whole(name, value)
    if not -(2**31) <= number < 2**31:
        raise DomainError(f"simulate: {name} = {number} is out of range")
    return number


def _pair(name: str, value: Any) -> tuple[Any, Any]:
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise TypeError(f"{name}: needs the names of two indicators, got {type(value).__name__}")
    return value[0], value[1]


def named(name: str, items: Any, kind: type[_T]) -> dict[str, _T]:
    """Targets or passages by name, each of one type."""
    if items is None:
        return {}
    if not isinstance(items, Mapping):
        raise TypeError(f"{name}: needs a mapping from names to {kind.__name__}, got {type(items).__name__}")
    for key, item in items.items():
        if not isinstance(item, kind):
            raise TypeError(f"{name}: {key!r} needs a {kind.__name__}, got {type(item).__name__}")
    return dict(items)


def _word(name: str, value: object) -> str:
    """A word of an enumeration; the core says which there are."""
    if not isinstance(value, str):
        raise TypeError(f"{name}: needs a word, got {type(value).__name__}")
    return value


def _position(what: str, indicator: Any, names: tuple[Any, ...]) -> int:
    if indicator not in names:
        raise ValueError(f"{what}: {indicator!r} is none of {', '.join(map(repr, names))}")
    return names.index(indicator)


def query(
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
        None if ratio is None else tuple(_position("ratio", indicator, names) for indicator in _pair("ratio", ratio)),
        [
            (
                _word(f"targets: {name!r}: subject", target.subject),
                place(f"targets: {name!r}", target.subject, target.indicator),
                _small(f"targets: {name!r}: period", target.period) - (year or 0),
                as_number(f"targets: {name!r}: lower", target.lower),
                as_number(f"targets: {name!r}: upper", target.upper),
            )
            for name, target in targets.items()
        ],
        [
            (
                _word(f"passages: {name!r}: subject", passage.subject),
                place(f"passages: {name!r}", passage.subject, passage.indicator),
                as_number(f"passages: {name!r}: threshold", passage.threshold),
                bool(passage.rising),
            )
            for name, passage in passages.items()
        ],
    )


def options(
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
