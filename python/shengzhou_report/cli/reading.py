"""How commands read files: what a file was taken for goes to standard error, and an error is one line."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import typer

from shengzhou_report._core import Error, Report
from shengzhou_report._terminal import printable
from shengzhou_report.io import read

from .options import AtFault
from .program import fail

#: What keeps a file from being read.
FILE_ERRORS = (Error, OSError, ImportError)


def reason(error: Exception) -> str:
    """The message of an error without the path, which the caller has."""
    return printable(error.strerror if isinstance(error, OSError) and error.strerror else str(error))


def read_file(file: Path, encoding: str | None, errors: AtFault, **known: Any) -> Report:
    """The report in a file; what was given up of it is said on standard error."""
    with warnings.catch_warnings(record=True) as given_up:
        warnings.simplefilter("always", UnicodeWarning)
        report = read(file, encoding=encoding, errors=errors.value, **known)
    for warning in given_up:
        typer.echo(printable(str(warning.message)), err=True)
    return report


def read_or_fail(file: Path, encoding: str | None, errors: AtFault = AtFault.strict, **known: Any) -> Report:
    """The report in a file, or the end of the program with what is wrong with it."""
    try:
        report = read_file(file, encoding, errors, **known)
    except (*FILE_ERRORS, ValueError) as error:
        fail(f"{printable(str(file))}: {reason(error)}")
    say_what_it_is(str(file), report)
    return report


def say_what_it_is(name: str, report: Report) -> None:
    """One line on standard error: what the document was taken for, and why."""
    kind = {"work_report": "work report", "plan": "plan outline", "other": "document"}.get(report.kind, report.kind)
    why: dict[str, str] = {}
    for piece in report.evidence:
        why.setdefault(piece.about, piece.rule)
    reasons = "; ".join(f"{about}: {rule}" for about, rule in why.items()) or "the text does not say"
    place, year = report.place or "unknown place", report.year or "unknown year"
    typer.echo(printable(f"{name}: {kind} of {place} for {year} ({reasons})"), err=True)
