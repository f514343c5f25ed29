"""The command `show`: what matters of a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from shengzhou_report._core import shengzhou_2024
from shengzhou_report._overview import (
    headline_outcomes,
    headline_targets,
    income_overview,
    income_tables,
    outcomes_table,
    summary,
    targets_table,
)
from shengzhou_report._terminal import print_json, print_parts, printable

from .language import Command
from .options import AsEncoding, AsErrors, AsJson, AtFault, OfArea, OfKind, OfPlace, OfYear
from .program import app
from .reading import read_or_fail


@app.command(cls=Command)
def show(
    file: Annotated[Path | None, typer.Argument(help="Any report; default: the embedded one.")] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
    as_json: AsJson = False,
) -> None:
    """A report: headline outcomes and targets, the urban-rural income ratio and gap."""
    known = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    report = shengzhou_2024() if file is None else read_or_fail(file, encoding, on_fault, **known)
    outcomes, targets, income = headline_outcomes(report), headline_targets(report), income_overview(report)
    if as_json:
        names = ("title", "place", "place_en", "ref_area", "year", "kind")
        about = {name: getattr(report, name) for name in names} | {"statements": len(report)}
        print_json({"report": about, "outcomes": outcomes, "targets": targets, "income": income})
        return
    tables = [*([outcomes_table(outcomes)] if outcomes else []), *([targets_table(targets)] if targets else [])]
    print_parts(printable(summary(report)), *tables, *(income_tables(income) if income else []))
