"""How results look in a terminal and in JSON: numbers, ranges, tables."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ._core import (
    Crossing,
    CrossingRange,
    Finding,
    FindingNumber,
    GapPeak,
    GapPeakRange,
    Indicator,
    Interval,
    Quantity,
    Statement,
    Unit,
)

if TYPE_CHECKING:
    from rich.table import Table


_T = TypeVar("_T")


def plain(value: Any) -> Any:
    """`value` as JSON can hold it."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Unit):
        return value.symbol
    if isinstance(value, Interval):
        return {"lower": plain(value.lower), "upper": plain(value.upper)}
    if isinstance(value, Crossing):
        whole = value.whole_periods() if value else None
        return {"reach": value.reach, "periods": plain(value.periods), "whole_periods": whole}
    if isinstance(value, GapPeak):
        return {"reach": value.reach, "time": plain(value.time), "year": value.year, "gap": plain(value.gap)}
    if isinstance(value, (CrossingRange, GapPeakRange)):
        return {"reached": value.reached, "earliest": plain(value.earliest), "latest": plain(value.latest)}
    if isinstance(value, Quantity):
        return {
            "printed": str(value),
            "value": value.value,
            "unit": value.unit.symbol,
            "bound": value.bound,
            "interval": plain(value.interval()),
        }
    if isinstance(value, Statement):
        names = ("indicator", "indicator_id", "name_en", "measure", "status", "modality", "year", "period", "trend")
        return {name: getattr(value, name) for name in (*names, "price_basis")} | {"figure": plain(value.quantity)}
    if isinstance(value, Finding):
        fields = ("severity", "rule", "message", "statements", "numbers")
        return {name: plain(getattr(value, name)) for name in fields}
    if isinstance(value, FindingNumber):
        return {name: plain(getattr(value, name)) for name in ("name", "value", "interval", "unit")}
    if isinstance(value, Indicator):
        columns = ("id", "name", "name_en", "aliases", "unit", "code", "topic", "kind", "level_basis", "growth_basis")
        return {name: plain(getattr(value, name)) for name in (*columns, "direction")}
    return [plain(item) for item in value]


def printable(text: str) -> str:
    """Text of others without characters that could steer the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def print_json(value: Mapping[str, Any]) -> None:
    import typer

    printable = plain(value)
    text = json.dumps(printable, ensure_ascii=False, allow_nan=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        # A stream that cannot hold the characters gets them escaped, which is the same JSON.
        text = json.dumps(printable, allow_nan=False, indent=2)
    typer.echo(text)


def new_table(
    title: str, *columns: str, numbers: Collection[str] = (), wrap: Collection[str] = (), caption: str | None = None
) -> Table:
    """An empty table; the columns in `numbers` are aligned to the right, those in `wrap` may be broken."""
    from rich import box
    from rich.table import Table

    table = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        caption=caption,
        caption_justify="left",
        caption_style="dim",
        box=box.SIMPLE_HEAD,
        show_header=any(columns),
        show_edge=False,
        pad_edge=False,
    )
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in numbers else "left"
        table.add_column(column, justify=justify, no_wrap=column not in wrap, overflow="fold")
    return table


def add_row(table: Table, cells: Iterable[str], style: str = "") -> None:
    """Adds a row of text of any origin: as Text, since a console of the user's may read brackets as markup."""
    from rich.text import Text

    table.add_row(*(Text(printable(cell)) for cell in cells), style=style or None)


def print_parts(*parts: Any) -> None:
    """Prints texts and tables, with an empty line between them."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    for i, part in enumerate(parts):
        if i > 0:
            console.print()
        console.print(part)


def progress(items: Sequence[_T], what: str) -> Iterable[_T]:
    """The items, with a bar on stderr while they are worked through; none for one item or without a terminal."""
    if len(items) < 2 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, what, console=Console(stderr=True), transient=True)
