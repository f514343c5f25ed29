"""Cells of spreadsheets, which must not become formulas."""

from __future__ import annotations

import re

#: Excel takes the wide signs for the narrow ones where its language is Chinese.
_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_NUMBER = r"[+-]?\d+(?:\.\d+)?"


def cell_of(cell: object) -> tuple[object, bool]:
    """What a spreadsheet gets, and whether it would take that for a formula; a number as text is none."""
    if cell is None or isinstance(cell, (bool, int, float)):
        return cell, False
    text = str(cell)
    return text, bool(re.match(_FORMULA, text)) and not re.fullmatch(_NUMBER, text)


def escaped(cell: object) -> object:
    """A cell of CSV, where an apostrophe stands before what would be a formula, as OWASP advises.

    One more stands before text that begins so itself, so that `unescaped` gives back all text unchanged.
    """
    value, dangerous = cell_of(cell)
    if not dangerous and isinstance(value, str) and value.startswith("'"):
        dangerous = cell_of(value.lstrip("'"))[1]
    return f"'{value}" if dangerous else value


def unescaped(text: str) -> str:
    """The text of a cell of CSV that `escaped` wrote."""
    return text[1:] if text.startswith("'") and escaped(text[1:]) != text[1:] else text
