"""Raised text: the mark of a note is left out, the power of a unit stays a power; neither joins a number before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = r"[\[【〔(（［]?(?:注|#)?[\d①-⑳*†‡,，、–—-]+[\]】〕)）］]?"
_POWERS = str.maketrans("23", "²³")


def end_of(pieces: Sequence[str]) -> str:
    """As much of the text that the pieces make as `raised` looks at."""
    return "".join(piece[-8:] for piece in pieces[-8:])


def raised(before: str, text: str) -> str:
    """What raised text adds to the text before it.

    >>> raised("114", "3"), raised("12平方m", "2"), raised("达到", "[1]"), raised("5", "th")
    ('', '²', '', ' th')
    """
    text = text.strip()
    if text in ("2", "3") and re.search(r"(?<![A-Za-z])[kcdKC]?[mM]$", before):
        return text.translate(_POWERS)
    if not text or re.fullmatch(_MARK, text):
        return ""
    return " " * (before[-1:].isdigit()) + text
