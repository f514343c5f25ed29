"""Markdown: its marks are left out, tables keep their rows."""

from __future__ import annotations

import re

from .tables import cell_text

# Every pattern is linear in the length of the text.
_MARKS = {
    r"(?m)^(?:```|~~~|===|---|\*\*\*|___)[^\n]*\n?": "",
    r"(?m)^ {0,3}(?:(?:#{1,6}|[>*+-])[ \t]+)+": "",
    # Only what looks like an address: the note in 减负[1](注) stays.
    r"!?\[([^\[\]\n]*)\]\((?:https?:|[./#])[^()\s]*\)": r"\1",
    r"\*\*|__|`": "",
}

_DASHES = frozenset(":-| \t")


def _is_rule(line: str) -> bool:
    """Whether the line parts the head of a table from its body."""
    return "|" in line and "-" in line and set(line) <= _DASHES


def _row(line: str) -> str:
    cells = line.strip().removeprefix("|").removesuffix("|").replace("\\|", "｜").split("|")
    return "| " + " | ".join(cell_text(cell) for cell in cells) + " |"


def read_markdown(text: str) -> str:
    """The text without marks; a row of a table has its cells between bars, and the rule below its head is left out."""
    text = text.replace("\r\n", "\n")
    for pattern, replacement in _MARKS.items():
        text = re.sub(pattern, replacement, text)
    if "|" not in text:
        return text
    lines: list[str] = []
    in_table = False
    for line in text.split("\n"):
        if not in_table and lines and "|" in lines[-1] and _is_rule(line.strip()):
            lines[-1] = _row(lines[-1])
            in_table = True
            continue
        in_table = in_table and "|" in line
        lines.append(_row(line) if in_table else line)
    return "\n".join(lines)
