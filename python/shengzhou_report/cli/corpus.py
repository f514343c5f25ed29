"""The command `corpus`: a folder of documents as a data set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from shengzhou_report._terminal import add_row, new_table, print_parts, printable
from shengzhou_report.language import gettext as _

from .language import Command
from .program import app, fail, print_error
from .reading import reason

#: Files that a list names of those that need a look; the data set has all.
SHOWN = 20

EXIT_CODES = """\
Exit code 0: every document was read. 1: some could not be read, the others were written. 2: nothing was written.
"""


@app.command("corpus", cls=Command, epilog=EXIT_CODES)
def corpus(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Documents, also in folders of it.")],
    output: Annotated[
        Path, typer.Option(help="Folder of the data set; a run that was stopped goes on, and what is there is kept.")
    ],
    workers: Annotated[
        int | None, typer.Option(min=1, help="Threads and processes that read; default: one a core.")
    ] = None,
) -> None:
    """Documents of a folder as tables of Parquet: statements, reports, sections, errors.

    A file that cannot be read is named in the errors, and costs no other file. What did not change since the last run
    is not read again.
    """
    # Pools of processes take longer to import than most commands to run.
    from shengzhou_report.corpus import read_corpus

    try:
        found = read_corpus(folder, output, workers)
    except (OSError, ImportError, ValueError) as error:
        fail(f"{printable(str(getattr(error, 'filename', None) or output))}: {reason(error)}")
    table = new_table("", "table", "rows", numbers=("rows",))
    errors = found.errors.to_pylist()
    counts = {"statements": sum(d.statements for d in found.documents), "reports": len(found), "errors": len(errors)}
    for name, count in counts.items():
        add_row(table, (name, f"{count:,}"))
    parts: list[object] = [str(found), table]
    doubled = [document for document in found.documents if document.duplicate_of or document.clash]
    looks = {
        _("place or year unknown"): [document.file for document in found.unplaced],
        _("several of a place and year, or clashes of codes"): [document.file for document in doubled],
    }
    for title, files in looks.items():
        if files:
            parts.append("\n".join([title, *_listed(files)]))
    print_parts(*parts)
    outcomes = Counter(row["outcome"] for row in errors)
    for row in errors:
        if row["outcome"] == "failed":
            print_error(printable(f"{row['file']}: {row['message']}"))
    if outcomes["failed"]:
        raise typer.Exit(1 if len(found) else 2)


def _listed(files: list[str]) -> list[str]:
    shown = [f"  {printable(file)}" for file in files[:SHOWN]]
    more = len(files) - SHOWN
    return [*shown, "  " + _("… and {count} more").format(count=more)] if more > 0 else shown
