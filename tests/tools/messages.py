#!/usr/bin/env python3
"""Keeps the catalogue of what people read in Chinese, locale/zh/LC_MESSAGES/shengzhou_report.po.

    messages.py update            messages as the source has them: new ones come in empty, obsolete ones go; compiles
    messages.py merge FILE.po …   takes over translations of plain PO files (msgid, msgstr), then updates and compiles
    messages.py check             says what is missing, obsolete, empty or has other {placeholders}, and exits with 1

Messages are what `_("…")` marks in Python, in templates of Jinja and in scripts, the words of enumerations
(`shengzhou_report.typing`; their context is `word`), the names and descriptions of the rules of `check`, and the help
of the command line.
"""

from __future__ import annotations

import argparse
import io
import string
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from importlib import import_module
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[2] / "python" / "shengzhou_report"
CATALOGUE = PACKAGE / "locale" / "zh" / "LC_MESSAGES" / "shengzhou_report.po"
HEADER = """\
# What people read in Chinese; tests/tools/messages.py keeps it.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: zh\\n"

"""
#: Stands between context and message, as in compiled catalogues.
BETWEEN = "\x04"
#: How files are read. What is written in Jinja needs Jinja2.
METHODS = [("**.py", "python"), ("**.js", "javascript"), ("**.html", "jinja2"), ("**.jinja", "jinja2")]


def marked() -> Iterator[str]:
    """Messages that the source marks."""
    options = {pattern: {"encoding": "utf-8", "silent": "false"} for pattern, method in METHODS if method == "jinja2"}
    for _, _, message, _, _ in extract_from_dir(PACKAGE, METHODS, options, keywords={"_": None, "gettext": None}):
        if message:
            yield message if isinstance(message, str) else message[0]


def named() -> Iterator[str]:
    """Words of enumerations, and rules with their descriptions."""
    import shengzhou_report as sr

    words = import_module("shengzhou_report.typing")
    for alias in vars(words).values():
        yield from (f"word{BETWEEN}{word}" for word in get_args(alias) if isinstance(word, str))
    for rule, description in sr.check_rules().items():
        yield from (rule, description)


def helped() -> Iterator[str]:
    """What the help of the command line says."""
    import typer.main

    from shengzhou_report.cli import app
    from shengzhou_report.cli.language import help_messages

    yield from help_messages(typer.main.get_command(app))


def messages() -> list[str]:
    """All messages, in alphabetical order."""
    return sorted({*marked(), *named(), *helped()} - {""})


def read(path: Path) -> dict[str, str]:
    """The translations of a PO file, by message; with a header or without."""
    return translations(read_po(io.BytesIO(path.read_bytes()), charset="utf-8"))


def translations(catalogue: Catalog) -> dict[str, str]:
    """Message and translation, without the header."""
    return {
        BETWEEN.join(filter(None, (message.context, str(message.id)))): str(message.string)
        for message in catalogue
        if message.id
    }


def placeholders(message: str) -> set[str]:
    """The names of the values that a message takes."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def faults(translated: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a catalogue."""
    known = messages()
    yield from (f"missing: {message!r}" for message in known if message not in translated)
    yield from (f"obsolete: {message!r}" for message in translated if message not in set(known))
    for message, chinese in translated.items():
        if not chinese:
            yield f"empty: {message!r}"
        elif "{" in message + chinese and placeholders(message) != placeholders(chinese):
            yield f"other placeholders: {message!r}"


def catalogue_of(translated: Mapping[str, str]) -> Catalog:
    """The translations as a catalogue that compiles to the same bytes at any time."""
    catalogue = Catalog(locale="zh", fuzzy=False, charset="utf-8")
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, timezone.utc)
    for message, chinese in sorted(translated.items()):
        context, _, text = message.rpartition(BETWEEN)
        catalogue.add(text, chinese, context=context or None)
    return catalogue


def write(translated: Mapping[str, str]) -> None:
    """Writes the catalogue and its compiled form."""
    catalogue, buffer = catalogue_of(translated), io.BytesIO()
    write_po(buffer, catalogue, width=110, no_location=True, omit_header=True, sort_output=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(HEADER + buffer.getvalue().decode("utf-8").strip() + "\n", encoding="utf-8")
    with CATALOGUE.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def main() -> None:
    """Runs a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("update", "merge", "check"))
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.po")
    arguments = parser.parse_args()
    translated = read(CATALOGUE) if CATALOGUE.exists() else {}
    if arguments.command != "check":
        for path in arguments.files:
            translated |= {message: chinese for message, chinese in read(path).items() if chinese}
        write({message: translated.get(message, "") for message in messages()})
        translated = read(CATALOGUE)
    found = list(faults(translated))
    sys.exit("\n".join(found) or None)


if __name__ == "__main__":
    main()
