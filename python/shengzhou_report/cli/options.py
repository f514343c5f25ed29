"""Options that several commands have."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from .language import choices

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def known_encoding(name: str | None) -> str | None:
    """The name of an encoding of text, or an error of usage."""
    try:
        "".encode(name or "utf-8")
    except LookupError as error:
        raise typer.BadParameter(str(error)) from error
    return name


AsEncoding = Annotated[
    str | None, typer.Option(callback=known_encoding, help="Encoding of text files, such as big5; else detected.")
]


class AtFault(Enum):
    """What is done about bytes that are no characters."""

    strict = "strict"
    replace = "replace"


AsErrors = Annotated[
    AtFault,
    typer.Option(
        "--errors", metavar=choices(AtFault), help="Bytes that are no characters: an error, or each costs its sentence."
    ),
]

#: What the document is, for a reader that knows better than its text says.
OfPlace = Annotated[str | None, typer.Option(help="The place, where the text does not say it or says it wrongly.")]
OfYear = Annotated[int | None, typer.Option(help="The year that the plan is for; of a communique the year it reviews.")]
OfKind = Annotated[
    str | None, typer.Option(help="work_report, communique, plan or other; default: what the title says.")
]
OfArea = Annotated[str | None, typer.Option("--ref-area", help="Code of the place (GB/T 2260), such as 330683.")]
