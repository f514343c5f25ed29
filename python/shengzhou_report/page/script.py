"""The script of pages: modules that import each other, joined into one, as nothing may be loaded.

A widget takes the same: `script_of("explorer.js")` is an ES module that exports what its modules export.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).with_name("static")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)


def script_of(*names: str) -> str:
    """The modules of these names with all that they import, each once and behind what it needs.

    >>> script_of("explorer.js").count("export function ratioPath(")
    1
    """
    joined: dict[str, str] = {}

    def add(name: str) -> None:
        if name in joined:
            return
        source = (_FOLDER / name).read_text(encoding="utf-8")
        joined[name] = ""
        for needed in _IMPORT.findall(source):
            add(needed)
        # Behind what it needs, whose place in the mapping is before.
        del joined[name]
        joined[name] = _IMPORT.sub("", source)

    for name in names:
        add(name)
    return "\n".join(joined.values())
