"""The command `page`: a report, or several as a panel, as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from shengzhou_report._core import Panel, shengzhou_2024

from .language import Command, Language, choices
from .options import AsEncoding, AsErrors, AtFault, OfArea, OfKind, OfPlace, OfYear
from .program import app, fail
from .reading import read_or_fail, reason


@app.command(cls=Command)
def page(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Any report, or several for a panel; default: the embedded one."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write.")] = Path("report.html"),
    lang: Annotated[
        Language | None,
        typer.Option(metavar=choices(Language), help="Language that the page opens in; default: that of the program."),
    ] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
) -> None:
    """A report as a page to look at: figures, findings, sliders, futures, the marked text; one file, nothing remote."""
    known = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    if len(files or ()) > 1 and (given := [name for name, value in known.items() if value is not None]):
        raise typer.BadParameter(f"{given[0]} is said of one report, not of {len(files or ())}")
    reports = [read_or_fail(file, encoding, on_fault, **known) for file in files or ()]
    shown = Panel(reports) if len(reports) > 1 else next(iter(reports), None) or shengzhou_2024()
    said = lang or getattr(context.find_root().command, "language", None)
    try:
        shown.to_html(output, language=said.value if said else None)
    except (ImportError, OSError) as error:
        fail(f"{output}: {reason(error)}" if isinstance(error, OSError) else reason(error))
    typer.echo(f"{output}", err=True)
