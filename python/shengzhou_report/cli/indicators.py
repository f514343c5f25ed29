"""The command `indicators`: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from shengzhou_report._core import catalogue, find_indicator
from shengzhou_report._terminal import new_table, plain, print_json, print_parts

from .language import Command
from .options import AsJson
from .program import app


@app.command(cls=Command)
def indicators(
    query: Annotated[str | None, typer.Argument(help="Any name of an indicator: GDP, 社零, gini.")] = None,
    topic: Annotated[str | None, typer.Option(help="Only this topic: accounts, incomes, ...")] = None,
    as_json: AsJson = False,
) -> None:
    """The catalogue of indicators, or one of them by any of its names."""
    if query is not None and topic is not None:
        raise typer.BadParameter("a name needs no topic", param_hint="--topic")
    if query is not None:
        found = find_indicator(query)
        if as_json:
            print_json({"indicator": found})
            return
        table = new_table("", "", "", wrap=("",))
        for name, value in plain(found).items():
            table.add_row(name.replace("_", " "), ", ".join(value) if isinstance(value, list) else value)
        print_parts(table)
        return
    topics = list(dict.fromkeys(indicator.topic for indicator in catalogue()))
    if topic is not None and topic not in topics:
        raise typer.BadParameter(f"{topic!r} is none of {', '.join(topics)}", param_hint="--topic")
    chosen = [indicator for indicator in catalogue() if topic in (None, indicator.topic)]
    if as_json:
        print_json({"indicators": chosen})
        return
    table = new_table("", "id", "name", "unit", wrap=("name",))
    for indicator in chosen:
        table.add_row(indicator.id, f"{indicator.name}\n{indicator.name_en}", str(indicator.unit))
    print_parts(table)
