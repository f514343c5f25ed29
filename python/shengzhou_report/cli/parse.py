"""The command `parse`: the statements of reports, on the terminal or in a file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from shengzhou_report._core import Report
from shengzhou_report._overview import report_table
from shengzhou_report._terminal import print_parts, printable, progress
from shengzhou_report.io import write_table

from .options import AsEncoding, AsErrors, AtFault, OfArea, OfKind, OfPlace, OfYear
from .program import app, fail, print_error
from .reading import FILE_ERRORS, read_file, reason, say_what_it_is


class Format(Enum):
    """How `parse` prints statements."""

    table = "table"
    csv = "csv"
    json = "json"
    xlsx = "xlsx"


@app.command("parse")
def parse_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Reports: txt, md, html, docx, pdf, ofd; doc, wps, rtf, odt by LibreOffice."
        ),
    ],
    form: Annotated[Format | None, typer.Option("--format", help="Default: what --output ends in, else table.")] = None,
    output: Annotated[Path | None, typer.Option(help="File to write; default: standard output.")] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
) -> None:
    """The statements of reports.

    A file that cannot be read is named at the end, and the rest is done; the exit code is then 1, or 2 if none is left.
    """
    written = form.value if form else output.suffix.lower().removeprefix(".") if output else "table"
    if written not in Format.__members__ or (output is not None and written == "table"):
        raise typer.BadParameter("a file is csv, json or xlsx", param_hint="--output")
    if output is None and written == "xlsx":
        raise typer.BadParameter("xlsx needs --output", param_hint="--format")
    known: dict[str, Any] = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    reports: dict[str, Report] = {}
    errors: dict[str, str] = {}
    for path in progress(list(dict.fromkeys(files)), "reading"):
        try:
            reports[str(path)] = read_file(path, encoding, on_fault, **known)
            say_what_it_is(str(path), reports[str(path)])
        except (*FILE_ERRORS, ValueError) as error:
            errors[str(path)] = reason(error)
    _write(reports, written, output, several=len(reports) + len(errors) > 1)
    for name, message in errors.items():
        print_error(f"{printable(name)}: {message}")
    if errors:
        raise typer.Exit(1 if reports else 2)


def _write(reports: Mapping[str, Report], kind: str, output: Path | None, several: bool) -> None:
    if not reports:
        return
    if kind == "table":
        print_parts(report_table(reports, several))
        return
    buffer = io.BytesIO()
    try:
        # Standard output goes to programs, which take a byte order mark for a character.
        encoding = "utf-8" if output is None else None
        table = reports if several else next(iter(reports.values()))
        write_table(table, output or buffer, format=kind, encoding=encoding)
    except (OSError, ImportError) as error:
        fail(f"{printable(str(output))}: {reason(error)}")
    if output is None:
        typer.echo(buffer.getvalue(), nl=False)
