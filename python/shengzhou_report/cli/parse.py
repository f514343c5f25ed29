"""The command `parse`: the statements of reports, on the terminal or in a file."""

from __future__ import annotations

import glob
import io
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from shengzhou_report._core import Report
from shengzhou_report._overview import report_table
from shengzhou_report._read.folder import documents_in
from shengzhou_report._tables.formats import FORMATS, Format, format_of
from shengzhou_report._terminal import print_parts, printable, progress
from shengzhou_report.io import write_table
from shengzhou_report.language import gettext as _

from .language import Command, choices
from .options import AsEncoding, AsErrors, AtFault, OfArea, OfKind, OfPlace, OfYear, known_encoding
from .program import app, fail, print_error
from .reading import FILE_ERRORS, read_file, reason, say_what_it_is

#: The format that is for a terminal alone.
TABLE = "table"

#: What is written, by name.
WRITTEN = {row.name: row for row in FORMATS}

EXIT_CODES = """\
Exit code 0: every file was read. 1: some could not be read, the others were written. 2: nothing was written.
"""


class Headers(Enum):
    """How columns are headed."""

    names = "names"
    en = "en"
    zh = "zh"


def _known_format(name: str | None) -> str | None:
    if name is not None and name != TABLE and name not in WRITTEN:
        choices_text = ", ".join([TABLE, *WRITTEN])
        raise typer.BadParameter(_("{value!r} is none of {choices}").format(value=name, choices=choices_text))
    return name


def _formats(incomplete: str) -> list[str]:
    return [name for name in (TABLE, *WRITTEN) if name.startswith(incomplete)]


@app.command("parse", cls=Command, epilog=EXIT_CODES)
def parse_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="Reports: txt, md, html, docx, pdf, ofd; doc, wps, rtf, odt by LibreOffice. Of a folder all of these; "
            "patterns such as `2024/*.docx` and `**/*.pdf`.",
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            callback=_known_format,
            autocompletion=_formats,
            help="What is written; default: what --output ends in, else table. "
            f"One of: {', '.join([TABLE, *WRITTEN])}.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option(help="File to write; default: standard output.")] = None,
    headers: Annotated[
        Headers | None,
        typer.Option(
            metavar=choices(Headers), help="Titles of columns where a format has them: names, English or Chinese."
        ),
    ] = None,
    output_encoding: Annotated[
        str | None,
        typer.Option(callback=known_encoding, help="Encoding of text that is written, such as gb18030."),
    ] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing when a file cannot be read; the first ends the run.")
    ] = False,
) -> None:
    """The statements of reports.

    A file that cannot be read is named at the end, in a line on standard error, and costs no other file.
    """
    row = _format(form, output)
    options = {"headers": headers.value} if headers else {}
    if headers and (row is None or "headers" not in row.options):
        raise typer.BadParameter(
            _("{format} has none").format(format=row.name if row else TABLE), param_hint="--headers"
        )
    if output_encoding and (row is None or not row.encoding):
        message = _("{format} is no text").format(format=row.name if row else TABLE)
        raise typer.BadParameter(message, param_hint="--output-encoding")
    known: dict[str, Any] = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    reports: dict[str, Report] = {}
    errors: dict[str, str] = {}
    paths = list(_expanded(files, errors))
    if strict and errors:
        _stop(errors)
    for path in progress(paths, _("reading")):
        try:
            reports[str(path)] = read_file(path, encoding, on_fault, **known)
            say_what_it_is(str(path), reports[str(path)])
        except (*FILE_ERRORS, ValueError) as error:
            errors[str(path)] = reason(error)
            if strict:
                _stop(errors)
    if reports:
        several = len(reports) + len(errors) > 1
        if row is None:
            print_parts(report_table(reports, several))
        else:
            _write(reports if several else next(iter(reports.values())), row, output, output_encoding, options)
    if errors:
        _stop(errors, 1 if reports else 2)


def _format(name: str | None, output: Path | None) -> Format | None:
    """The format that is written, None for the table of the terminal."""
    if name == TABLE or (name is None and output is None):
        if output is not None:
            raise typer.BadParameter(_("a table is for the terminal, not for --output"), param_hint="--format")
        return None
    try:
        row = format_of(output, name, "writer")
    except ValueError as error:
        raise typer.BadParameter(str(error).removeprefix("format: "), param_hint="--output") from error
    if output is None and not row.encoding:
        raise typer.BadParameter(_("{format} needs --output").format(format=row.name), param_hint="--format")
    return row


def _expanded(files: Iterable[Path], errors: dict[str, str]) -> Iterator[Path]:
    """The files that arguments stand for: themselves, the documents of a folder, what matches a pattern; each once.

    What stands for none is an error.
    """
    seen: set[Path] = set()
    for argument in files:
        found = [argument]
        try:
            if argument.is_dir():
                found = list(documents_in(argument))
                missing = _("no document that could be read is in this folder")
            elif not argument.exists() and glob.has_magic(str(argument)):
                found = [Path(name) for name in sorted(glob.glob(str(argument), recursive=True))]  # noqa: PTH207
                found = [path for path in found if path.is_file()]
                missing = _("no file has such a name")
        except (OSError, ValueError) as error:
            found, missing = [], reason(error)
        if not found:
            errors[str(argument)] = missing
        for path in found:
            if path not in seen:
                seen.add(path)
                yield path


def _stop(errors: Mapping[str, str], code: int = 2) -> NoReturn:
    for name, message in errors.items():
        print_error(f"{printable(name)}: {message}")
    raise typer.Exit(code)


def _write(
    table: Report | Mapping[str, Report],
    row: Format,
    output: Path | None,
    encoding: str | None,
    options: Mapping[str, Any],
) -> None:
    buffer = io.BytesIO()
    if output is None and encoding is None:
        # Standard output goes to programs, which take a byte order mark for a character.
        encoding = "utf-8"
    try:
        write_table(table, output or buffer, format=row.name, encoding=encoding, **options)
    except (OSError, ImportError, ValueError) as error:
        fail(f"{printable(str(output or row.name))}: {reason(error)}")
    if output is None:
        typer.echo(buffer.getvalue(), nl=False)
