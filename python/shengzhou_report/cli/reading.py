"""How commands read files: what a file was taken for goes to standard error, and an error is one line."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import typer

from shengzhou_report._core import Error, Report
from shengzhou_report._terminal import printable
from shengzhou_report.io import read
from shengzhou_report.language import gettext as _

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
    kinds = {
        "work_report": _("work report"),
        "communique": _("communique"),
        "plan": _("plan outline"),
        "other": _("document"),
    }
    why: dict[str, str] = {}
    rules = _rules()
    abouts = {"kind": _("kind"), "place": _("place"), "year": _("year"), "ref_area": _("ref_area")}
    for piece in report.evidence:
        why.setdefault(abouts.get(piece.about, piece.about), rules.get(piece.rule, piece.rule))
    reasons = [{"about": about, "rule": rule} for about, rule in why.items()]
    message = _("{file}: {kind} of {place} for {year} ({reasons})").format(
        file=name,
        kind=kinds.get(report.kind, report.kind),
        place=report.place or _("unknown place"),
        year=report.year or _("unknown year"),
        reasons=_("; ").join(map(_("{about}: {rule}").format_map, reasons)) or _("the text does not say"),
    )
    typer.echo(printable(message), err=True)


def _rules() -> dict[str, str]:
    """How a document showed what it is: the names of the rules of `Report.evidence`."""
    return {
        "given": _("given"),
        "title of a communique": _("title of a communique"),
        "title of results": _("title of results"),
        "title of a report": _("title of a report"),
        "title of a speech": _("title of a speech"),
        "title of a plan outline": _("title of a plan outline"),
        "title of an outline": _("title of an outline"),
        "title of goals": _("title of goals"),
        "title of a five-year plan": _("title of a five-year plan"),
        "salutation": _("salutation"),
        "assembly": _("assembly"),
        "title": _("title"),
        "speaker": _("speaker"),
        "national body": _("national body"),
        "government": _("government"),
        "statistics office": _("statistics office"),
        "party committee": _("party committee"),
        "province named most": _("province named most"),
        "city named most": _("city named most"),
        "headings of review and plan": _("headings of review and plan"),
        "date of the session": _("date of the session"),
        "date": _("date"),
        "heading of the review": _("heading of the review"),
        "heading of the plan": _("heading of the plan"),
        "first year named": _("first year named"),
        "year named most": _("year named most"),
        "only one of its name": _("only one of its name"),
        "below what the head names": _("below what the head names"),
        "below what the text names most": _("below what the text names most"),
        "several of its name": _("several of its name"),
    }
