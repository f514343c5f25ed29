"""The command `indicators`: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from shengzhou_report._core import catalogue, find_indicator
from shengzhou_report._terminal import new_table, plain, print_json, print_parts
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

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
        raise typer.BadParameter(_("a name needs no topic"), param_hint="--topic")
    if query is not None:
        found = find_indicator(query)
        if as_json:
            print_json({"indicator": found})
            return
        table = new_table("", "", "", wrap=("",))
        for name, value in plain(found).items():
            if isinstance(value, list):
                value = ", ".join(value)
            elif name in _WORDS:
                value = word(value)
            table.add_row(_labels()[name], value)
        print_parts(table)
        return
    topics = list(dict.fromkeys(indicator.topic for indicator in catalogue()))
    if topic is not None and topic not in topics:
        raise typer.BadParameter(
            _("{value!r} is none of {choices}").format(value=topic, choices=", ".join(topics)), param_hint="--topic"
        )
    chosen = [indicator for indicator in catalogue() if topic in (None, indicator.topic)]
    if as_json:
        print_json({"indicators": chosen})
        return
    table = new_table("", "id", _("name"), _("unit"), wrap=(_("name"),))
    for indicator in chosen:
        table.add_row(indicator.id, f"{indicator.name}\n{indicator.name_en}", str(indicator.unit))
    print_parts(table)


#: Fields whose values are words of enumerations.
_WORDS = ("topic", "kind", "level_basis", "growth_basis", "direction")


def _labels() -> dict[str, str]:
    """What the fields of an indicator are called."""
    return {
        "id": "id",
        "name": _("name"),
        "name_en": _("English name"),
        "aliases": _("aliases"),
        "unit": _("unit"),
        "code": _("code"),
        "topic": _("topic"),
        "kind": _("kind"),
        "level_basis": _("prices of levels"),
        "growth_basis": _("prices of growth"),
        "direction": _("better"),
    }
