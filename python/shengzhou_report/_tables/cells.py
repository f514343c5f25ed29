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
