"""The command `check`: whether the statements of a report can be true."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from shengzhou_report._arguments import Figures
from shengzhou_report._check import check
from shengzhou_report._core import Interval, shengzhou_2024
from shengzhou_report._overview import summary
from shengzhou_report._tables.csv import csv_text
from shengzhou_report._terminal import print_json, print_parts, printable
from shengzhou_report.language import gettext as _

from .language import Command, choices
from .options import AsEncoding, AsErrors, AtFault, OfArea, OfKind, OfPlace, OfYear
from .program import app
from .reading import read_or_fail


class CheckFormat(Enum):
    """How `check` prints findings."""

    table = "table"
    csv = "csv"
    json = "json"


@app.command("check", cls=Command)
def check_file(
    file: Annotated[Path | None, typer.Argument(help="Any report; default: the embedded one.")] = None,
    parent: Annotated[Path | None, typer.Option(help="Report of the authority above, to compare targets.")] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", metavar=choices(CheckFormat), help="How findings are printed.")
    ] = CheckFormat.table,
    consumer_prices: Annotated[
        str | None, typer.Option(metavar="RATE", help="Growth of consumer prices where the report states none: 2%.")
    ] = None,
    urban_weight: Annotated[
        str | None, typer.Option(metavar="SHARE", help="Urban share of the population: 60%; default: every share.")
    ] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
) -> None:
    """Whether all statements of a report can be true, and what they imply together.

    The exit code is 0, also for warnings, and 1 when a finding is an error: a statement that no figures make true.
    """
    known = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    report = shengzhou_2024() if file is None else read_or_fail(file, encoding, on_fault, **known)
    above = None if parent is None else read_or_fail(parent, encoding)
    figures = Figures(rounded=False)
    prices = None if consumer_prices is None else figures.read("consumer_prices", "rate", consumer_prices)
    weight = None if urban_weight is None else figures.read("urban_weight", "rate", urban_weight)
    findings = check(
        report,
        above,
        consumer_price_growth=prices.midpoint if isinstance(prices, Interval) else prices,
        urban_weight=weight,
    )
    if form is CheckFormat.json:
        print_json({"report": str(report), "findings": findings})
    elif form is CheckFormat.csv:
        rows = []
        for finding in findings:
            first = finding.statements[0]
            rows.append((finding.severity, finding.rule, first.indicator, first.year, finding.message))
        typer.echo(csv_text(("severity", "rule", "indicator", "year", "message"), rows), nl=False)
    else:
        counts = _("{report}: {errors} error, {warnings} warning, {infos} info").format(
            report=summary(report),
            errors=len(findings.errors),
            warnings=len(findings.warnings),
            infos=len(findings.of("info")),
        )
        print_parts(printable(counts), findings)
    if findings.errors:
        raise typer.Exit(1)
