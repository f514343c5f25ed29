"""A text with what the parser saw in it: clauses, numbers, and which indicator each number belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, TypeAlias

from ._core import Commitment, Report, Skipped, Statement, parse
from ._escape import escape, visible
from .language import gettext as _
from .language import word
from .typing import DocumentKind

#: Where the parser ends a clause; shown by a faint line.
CLAUSE_ENDS = "，,；;。！？、：:"

#: Hue of each measure in degrees: blue, green, orange, violet.
_HUES = {"level": 215, "growth": 145, "change": 35, "rank": 285}

# Colours are mixed into what is there, so that light and dark themes both keep the text readable.
_STYLE = (
    ".sr-view{white-space:pre-wrap;line-height:1.9;overflow-wrap:anywhere}"
    ".sr-view mark{color:inherit;border-radius:.2em;padding:0 .1em}"
    ".sr-view mark.sr-target{border-bottom:2px solid currentColor}"
    ".sr-view mark.sr-estimate{border-bottom:2px dotted currentColor}"
    ".sr-view sup{font-size:.6em;opacity:.75;user-select:none}"
    ".sr-view .sr-skipped{opacity:.55;background:color-mix(in srgb,currentColor 18%,transparent)}"
    ".sr-view .sr-commitment{text-decoration:underline dashed}"
    ".sr-view .sr-end{border-right:1px solid color-mix(in srgb,currentColor 35%,transparent)}"
    + "".join(
        f".sr-view .sr-{measure}{{background:color-mix(in srgb,hsl({hue} 80% 50%) 30%,transparent)}}"
        for measure, hue in _HUES.items()
    )
)

_Found: TypeAlias = Statement | Skipped | Commitment


class ReportView(NamedTuple):
    """A text and the report in it: marked in Jupyter, annotated as a string."""

    text: str
    report: Report

    def __str__(self) -> str:
        """The text; behind each number its reading or, behind a cross, why it is none; a bar ends each clause."""
        parts = []
        for text, found in self._pieces():
            if not found:
                parts.append(visible(text).translate(_BARS))
            elif isinstance(found[0], Commitment):
                parts.append(f"{visible(text).translate(_BARS)}⟦{_what(found[0])}⟧")
            else:
                parts.append(f"{visible(text)}⟦{'; '.join(map(_what, found))}⟧")
        return "".join(parts)

    def _repr_html_(self) -> str:
        """Numbers coloured by measure, with their whole reading as a tooltip."""
        legend = " ".join(f'<mark class="sr-{measure}">{word(measure)}</mark>' for measure in _HUES)
        words = {"skipped": _("no figure"), "commitment": _("commitment")}
        legend += "".join(f' <mark class="sr-{status}">{word(status)}</mark>' for status in ("target", "estimate"))
        legend += "".join(f' <span class="sr-{name}">{said}</span>' for name, said in words.items())
        body = "".join(_marked(text, found) for text, found in self._pieces())
        # MathJax would take dollar signs for formulas.
        return f'<style>{_STYLE}</style><div class="sr-view mathjax_ignore tex2jax_ignore">{legend}<br>{body}</div>'

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table of the report, as Arrow hands it over."""
        return self.report.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """Its schema."""
        return self.report.__arrow_c_schema__()

    def _pieces(self) -> Iterator[tuple[str, list[_Found]]]:
        """The text in pieces, each with what was found in just that place: nothing, a number or a commitment."""
        numbers: list[_Found] = [*self.report, *self.report.skipped]
        covered = {position for found in numbers for position in range(found.start, min(found.end, len(self.text)))}
        promises = (
            promise
            for promise in self.report.commitments()
            if covered.isdisjoint(range(promise.start, min(promise.end, len(self.text))))
        )
        places = sorted([*numbers, *promises], key=_span)
        done = 0
        for (start, end), found in groupby(places, key=_span):
            # A statement without a number has no place; a report of another text may have any.
            if done <= start < end <= len(self.text):
                yield self.text[done:start], []
                yield self.text[start:end], list(found)
                done = end
        yield self.text[done:], []


def view(
    text: str | bytes, *, place: str | None = None, year: int | None = None, kind: DocumentKind | None = None
) -> ReportView:
    """Parses `text` and shows what the parser saw in it; for Jupyter, and to look into a reading that surprises.

    Takes and raises what `parse` does. `.report` is the parsed report.

    >>> import shengzhou_report as sr
    >>> print(sr.view("2024年,财政收入增长5%。"))
    2024⟦✗ year⟧年,¦财政收入增长5⟦财政收入 growth 5% (outcome 2024)⟧%。¦
    """
    report = parse(text, place=place, year=year, kind=kind)
    return ReportView(text.decode("utf-8") if isinstance(text, bytes) else text, report)


_BARS = {ord(mark): mark + "¦" for mark in CLAUSE_ENDS}
_END = '<span class="sr-end"></span>'
#: Without the narrow semicolon, of which escaping brings more.
_ENDS = {ord(mark): mark + _END for mark in CLAUSE_ENDS if mark != ";"}


def _span(found: _Found) -> tuple[int, int]:
    return found.start, found.end


def _what(found: _Found) -> str:
    if isinstance(found, Statement):
        return str(found)
    if isinstance(found, Skipped):
        return f"✗ {found.reason.replace('_', ' ')}"
    return f"commitment: {found.verb} {found.object}"


def _details(found: _Found) -> str:
    """All that is known of it, a line each."""
    if isinstance(found, Skipped):
        return _("no figure: {reason}").format(reason=word(found.reason))
    if isinstance(found, Commitment):
        details: dict[str, object] = {_("commitment"): found.verb, _("object"): found.object}
    else:
        quantity = found.quantity
        details = {
            _("indicator"): f"{found.indicator} {found.name_en}".strip(),
            _("measure"): word(found.measure),
            _("value"): "" if quantity is None else f"{quantity.decimal}{quantity.unit}",
            _("bound"): "" if quantity is None else word(quantity.bound),
            _("modality"): word(found.modality),
            _("status"): word(found.status),
            _("year"): found.year,
            _("period"): word(found.period),
            _("base year"): found.base_year,
            _("area"): found.area,
            _("reference"): found.reference,
            _("scope"): found.scope,
            _("doubts"): ", ".join(map(word, found.doubts)),
        }
    details[_("section")] = " / ".join(found.section)
    return "\n".join(f"{name}: {value}" for name, value in details.items() if value not in ("", None))


def _clauses(text: str) -> str:
    """Text as HTML with the ends of its clauses marked."""
    return f";{_END}".join(escape(part).translate(_ENDS) for part in text.split(";"))


def _marked(text: str, found: list[_Found]) -> str:
    if not found:
        return _clauses(text)
    title = escape("\n\n".join(map(_details, found)))
    first = found[0]
    if isinstance(first, Skipped):
        return f'<span class="sr-skipped" title="{title}">{escape(text)}</span>'
    if isinstance(first, Commitment):
        return f'<span class="sr-commitment" title="{title}">{_clauses(text)}</span>'
    names = escape(" · ".join(dict.fromkeys(item.indicator for item in found if isinstance(item, Statement))))
    classes = f"sr-{first.measure} sr-{first.status}"
    return f'<mark class="{classes}" title="{title}">{escape(text)}</mark><sup>{names}</sup>'
