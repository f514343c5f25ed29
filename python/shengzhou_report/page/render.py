"""Pages as HTML: one file, nothing remote, and no text of a report is anything but text.

The policy in the head lets the page's own style and script run, which it names by their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shengzhou_report import frames
from shengzhou_report._core import DomainError, Panel, Report, __version__
from shengzhou_report.language import Language, current

from .model import report_model
from .panel import panel_model
from .script import script_of
from .text import pieces
from .words import LANGUAGES

if TYPE_CHECKING:
    from os import PathLike

_HERE = Path(__file__).parent

#: What would end a script element, begin markup or break a line of a script, as JSON writes it otherwise.
_JSON_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def report_to_html(
    self: Report, path: str | PathLike[str] | None = None, *, language: Language | None = None
) -> str | None:
    """The report as a page for people who look: one self-contained HTML file, in Chinese and English.

    It shows headline indicators, what `check` finds, sliders for the growth of incomes, the feasible set, a fan of
    futures, the text with every figure marked, commitments, and a table of all statements. The page opens in
    `language`, 'en' or 'zh' (that of `sr.language.current()` when None), and has a switch. With a `path` it is written
    there, in UTF-8, and nothing is returned; else the page is. Raises ImportError without Jinja2, DomainError for
    another language, OSError for a path that cannot be written.

    >>> import shengzhou_report as sr
    >>> page = sr.shengzhou_2024().to_html(language="zh")
    >>> page.splitlines()[:2]
    ['<!doctype html>', '<html lang="zh" data-lang="zh">']
    """
    model = report_model(self)
    return _deliver(_page("report.html", "mountReport", model, language, pieces=list(pieces(self))), path)


def panel_to_html(
    self: Panel, path: str | PathLike[str] | None = None, *, language: Language | None = None
) -> str | None:
    """The panel as a page: targets against outcomes place by place, a ranking, and what became of each target.

    Arguments, result and errors are those of `Report.to_html`.

    >>> import shengzhou_report as sr
    >>> page = sr.Panel([sr.shengzhou_2024()]).to_html(language="en")
    >>> "<title>Panel of reports</title>" in page
    True
    """
    return _deliver(_page("panel.html", "mountPanel", panel_model(self), language), path)


def _deliver(page: str, path: str | PathLike[str] | None) -> str | None:
    if path is None:
        return page
    Path(path).write_text(page, encoding="utf-8", newline="\n")
    return None


def _page(template: str, mount: str, model: Mapping[str, Any], language: Language | None, **more: Any) -> str:
    language = current() if language is None else language
    if language not in LANGUAGES:
        raise DomainError(f"language {language!r} is none of {', '.join(LANGUAGES)}")
    style = (_HERE / "static" / "page.css").read_text(encoding="utf-8")
    script = script_of(template.replace(".html", ".js")) + _START.format(mount=mount)
    # What templates show already stands in the page as HTML.
    shown = {name: value for name, value in model.items() if name not in ("headline", "findings", "tasks", "about")}
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    html: str = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            policy=policy,
            style=style,
            script=script,
            version=__version__,
            m=model,
            words=model["words"],
            data=_json(shown),
            **more,
        )
    )
    return html


_START = """
{mount}(document.documentElement, JSON.parse(document.getElementById("model").textContent));
"""


def _json(value: Any) -> str:
    """JSON that can stand in a script element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_JSON_ESCAPES)


def _hash(text: str) -> str:
    """A source of a Content Security Policy: the SHA-256 of an inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Any:
    jinja2 = frames.require("jinja2", "page")
    loader = jinja2.FileSystemLoader(_HERE / "templates")
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
