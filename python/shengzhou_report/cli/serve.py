"""The command `serve`: answers for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from shengzhou_report.frames import require

from .language import Command
from .program import app, fail


@app.command(cls=Command)
def serve(
    mcp: Annotated[
        bool, typer.Option("--mcp", help="Speak the Model Context Protocol over standard input and output.")
    ] = False,
    root: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            exists=True,
            file_okay=False,
            help="The only folder whose documents may be read; default: none, texts are passed.",
        ),
    ] = None,
) -> None:
    """Answers questions of assistants about reports, each with the sentence it rests on.

    An assistant starts this program itself and speaks to it over standard input and output. Nothing outside of the
    folder is read, nothing is written, and nothing is fetched.
    """
    if not mcp:
        raise typer.BadParameter("say which protocol: serve --mcp", param_hint="--mcp")
    try:
        require("mcp", "mcp")
    except ImportError as error:
        fail(str(error))
    from shengzhou_report._serve.server import run

    run(root)
