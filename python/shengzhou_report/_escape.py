"""Text for the eye: what cannot be seen is shown, and markup is escaped."""

from __future__ import annotations

import html
from itertools import chain

#: Controls but for white space, and what turns the direction of writing, joins words or tags them, as visible escapes.
_INVISIBLE = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    for code in chain(
        (code for code in range(0x20) if chr(code) not in "\t\n\v\f\r"),
        range(0x7F, 0xA0),
        (0xAD, 0xFEFF),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xE0000, 0xE0080),
    )
}


def visible(text: str) -> str:
    r"""The text with what cannot be seen as escapes.

    >>> visible("收入\u202e增长\x1b5%")
    '收入\\u202e增长\\x1b5%'
    """
    return text.translate(_INVISIBLE)


def escape(text: str) -> str:
    """The text as HTML, which shows all of it and takes none of it for markup.

    >>> escape("<b>收入\x07</b>")
    '&lt;b&gt;收入\\\\x07&lt;/b&gt;'
    """
    return visible(html.escape(text))
