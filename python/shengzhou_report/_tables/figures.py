"""Statements of the rows of a table: each cell read for itself, so that errors name row and column."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NoReturn, TypeVar

from shengzhou_report._core import (
    Error,
    Quantity,
    Statement,
    Unit,
    doubt_separator,
    find_indicator,
    records,
    section_separator,
    words,
)
from shengzhou_report._core import LookupError as NotFoundError

from .headers import Header, headers_of
from .sheet import Sheet, is_missing

#: Whether names must be in the catalogue.
Indicators = Literal["any", "known"]

T = TypeVar("T")

#: Columns of words, and their enumeration.
_WORDS = {
    "measure": "Measure",
    "bound": "Bound",
    "modality": "Modality",
    "status": "Status",
    "period": "Period",
    "price_basis": "PriceBasis",
    "trend": "Trend",
    "stated_basis": "PriceBasis",
}
#: Those that are read by themselves.
_OWN_WORDS = tuple(column for column in _WORDS if column in records["Statement"] and column != "price_basis")
_INTEGERS = ("year", "base_year", "start", "end", "byte_start", "byte_end")
_TEXTS = ("indicator_id", "name_en", "area", "reference", "scope")
#: A table that says where in a text its rows stand is that of a report, which may say the same in two places.
_PLACES = frozenset({"start", "end", "byte_start", "byte_end"})

#: What tables of offices write for words.
_CHINESE = {
    "measure": {"水平": "level", "总量": "level", "增长": "growth", "增速": "growth", "变动": "change", "排名": "rank"},
    "status": {"完成": "outcome", "实际": "outcome", "预计": "estimate", "目标": "target", "预期": "target"},
    "bound": {"左右": "about", "以上": "at_least", "以内": "at_most", "超过": "more_than", "不到": "less_than"},
    "modality": {"确保": "ensure", "力争": "strive"},
    "price_basis": {"现价": "current", "不变价": "constant", "可比价": "constant"},
}


class _Row:
    """The cells of a row that are not empty, by column."""

    def __init__(self, label: object, headers: Sequence[Header], cells: Sequence[Any]) -> None:
        self.label = label
        self.header = {header.column: header.name for header in headers}
        self.cells = {header.column: cell for header, cell in zip(headers, cells, strict=True) if not is_missing(cell)}
        self.unit = next((header.unit for header in headers if header.unit), "")

    def fail(self, column: str, error: Exception) -> NoReturn:
        # Keep the type, so that a UnitError stays one.
        where = f"row {self.label!r}: column {self.header.get(column, column)!r}: "
        raise type(error)(where + str(error)) from error

    def read(self, column: str, reader: Callable[[Any], T], default: T) -> T:
        """The cell as `reader` reads it."""
        if column not in self.cells:
            return default
        try:
            return reader(self.cells[column])
        except (Error, ValueError, TypeError) as error:
            self.fail(column, error)


def _integer(column: str) -> Callable[[Any], int]:
    def read(cell: Any) -> int:
        """A whole number: 2023, '2023', and 2023.0, which is what many programs make of a column with gaps."""
        number = int(cell) if isinstance(cell, str) else cell
        if number != number // 1 or abs(number) >= 2**63:
            raise ValueError(f"{column} = {cell!r} is not a whole number")
        return int(number)

    return read


def _word(column: str) -> Callable[[Any], str]:
    def read(cell: Any) -> str:
        known = words[_WORDS[column]]
        text = str(cell).strip()
        word = _CHINESE.get(column, {}).get(text, text)
        if word in known:
            return word
        near = difflib.get_close_matches(word, known, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"{text!r} is none of {', '.join(known)}{hint}")

    return read


def _section(cell: Any) -> list[str]:
    return cell.split(section_separator) if isinstance(cell, str) else list(cell)


def _figure(row: _Row) -> Quantity | None:
    """The figure, its parts tried one after another, so that an error names the one that is wrong."""
    printed = "printed" if "printed" in row.cells else "value"
    if printed not in row.cells:
        return None
    unit = row.read("unit", lambda cell: Unit(str(cell)), Unit(row.unit))
    plain = row.read(printed, lambda cell: Quantity(cell, unit), None)
    step = row.cells.get("step")
    row.read("step", lambda cell: Quantity(row.cells[printed], unit, step=cell), plain)
    upper = row.cells.get("printed_upper")
    row.read("printed_upper", lambda cell: Quantity(cell, unit), plain)
    bound = row.read("bound", _word("bound"), "exact")
    try:
        return Quantity(row.cells[printed], unit, bound=bound, step=step, upper=upper)  # type: ignore[arg-type]
    except (Error, ValueError, TypeError) as error:
        row.fail("bound", error)


def _statement(row: _Row, indicators: Indicators) -> Statement:
    if "indicator" not in row.cells:
        row.fail("indicator", ValueError("the cell 'indicator' is empty"))
    keywords: dict[str, Any] = {}
    for column in _TEXTS:
        if column in row.cells:
            keywords[column] = row.read(column, str, "")
    for column in _INTEGERS:
        if column in row.cells:
            keywords[column] = row.read(column, _integer(column), 0)
    for column in _OWN_WORDS:
        if column in row.cells:
            keywords[column] = row.read(column, _word(column), "")
    # A frame of to_frame() tells what the text said from what the catalogue adds.
    basis = "stated_basis" if "stated_basis" in row.header else "price_basis"
    if basis in row.cells:
        keywords["price_basis"] = row.read(basis, _word(basis), "")
    if "doubts" in row.cells:
        keywords["doubts"] = row.read("doubts", lambda cell: str(cell).split(doubt_separator), [""])
    if "section" in row.cells:
        keywords["section"] = row.read("section", _section, [""])
    keywords["quantity"] = _figure(row)
    name = str(row.cells["indicator"])
    if indicators == "known":
        try:
            find_indicator(keywords.get("indicator_id", name))
        except NotFoundError as error:
            row.fail("indicator", error)
    try:
        return Statement(name, **keywords)
    except (Error, ValueError, TypeError) as error:
        raise type(error)(f"row {row.label!r}: {error}") from error


def _key(statement: Statement) -> Statement:
    """What a figure is of: all of a statement but the figure."""
    return statement.replace(quantity=None)


def statements_of(sheet: Sheet, indicators: Indicators = "any") -> Iterator[Statement]:
    """The statements of a table, in its order; raises what `Report.from_frame` does."""
    if indicators not in ("any", "known"):
        raise ValueError(f"indicators: {indicators!r} is neither 'any' nor 'known'")
    headers = headers_of(sheet.names)
    own = _PLACES.isdisjoint(header.column for header in headers)
    seen: dict[Statement, tuple[object, Statement]] = {}
    for label, cells in zip(sheet.labels, sheet.rows, strict=True):
        row = _Row(label, headers, cells)
        statement = _statement(row, indicators)
        # Figures without a year may be of as many years.
        if own and statement.year is not None:
            before, first = seen.setdefault(_key(statement), (label, statement))
            if first is not statement:
                what = "repeats" if first == statement else f"says {statement.quantity}, and {first.quantity} stands in"
                row.fail("indicator", ValueError(f"{what} row {before!r}: {statement}"))
        yield statement
