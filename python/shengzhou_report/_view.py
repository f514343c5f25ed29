"""A text with what the parser saw in it: clauses, numbers, and which indicator each number belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, TypeAlias

from ._core import Commitment, Report, Skipped, Statement, parse
from ._escape import escape, visible
from ._html import ROOT, block
from ._labels import label
from .language import current, word
from .language import gettext as _
from .typing import DocumentKind

#: Where the parser ends a clause; shown by a faint line.
CLAUSE_ENDS = "，,；;。！？、：:"

#: Hue of each status in degrees: blue and orange, which eyes that see no green and red tell apart as well.
_HUES = {"outcome": 215, "estimate": 215, "target": 32}

# Colours are mixed into what is there, so that light and dark themes both keep the text readable. The row of a figure
# lies below its line and is as wide as the text, so that it never runs out of sight.
_STYLE = (
    "ROOT .sr-legend{display:flex;flex-wrap:wrap;gap:.2em 1em;padding:.3em 0 .5em;font-size:.92em}"
    "ROOT .sr-text{position:relative;white-space:pre-wrap;line-height:1.9;overflow-wrap:anywhere;max-width:52em}"
    "ROOT mark{color:inherit;border-radius:.2em;padding:.05em .1em;background:none;cursor:default;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    + "".join(
        f"ROOT mark.sr-{status}{{background:color-mix(in srgb,hsl({hue} 85% 50%) 28%,transparent)}}"
        for status, hue in _HUES.items()
    )
    + "ROOT mark.sr-target{border-bottom:2px solid currentColor}"
    "ROOT mark.sr-estimate{border-bottom:2px dotted currentColor}"
    "ROOT mark.sr-doubt{text-decoration:underline wavy;text-underline-offset:.25em;text-decoration-thickness:1px}"
    "ROOT .sr-skipped{opacity:.62}"
    "ROOT .sr-commitment{text-decoration:underline dashed 1px;text-underline-offset:.25em}"
    "ROOT .sr-found:focus-visible{outline:2px solid var(--jp-brand-color1,currentColor)}"
    "ROOT .sr-row{display:none;position:absolute;left:0;right:0;margin-top:.2em;z-index:2;padding:.4em .8em;"
    "line-height:1.5;white-space:pre-line;text-decoration:none;border-radius:.3em;"
    "border:1px solid var(--jp-border-color1,color-mix(in srgb,currentColor 40%,transparent));"
    "color:var(--jp-content-font-color1,CanvasText);background:var(--jp-layout-color1,Canvas)}"
    "ROOT .sr-found:hover>.sr-row,ROOT .sr-found:focus>.sr-row{display:block}"
    "ROOT .sr-skipped:hover,ROOT .sr-skipped:focus{opacity:1}"
    "ROOT .sr-end{display:none}"
    "ROOT:has(.sr-clauses:checked) .sr-end{display:inline;"
    "border-right:1px solid color-mix(in srgb,currentColor 45%,transparent)}"
    "@media print{ROOT .sr-clauses,ROOT .sr-clauses+span{display:none}}"
).replace("ROOT", ROOT)

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
        """Figures coloured by status, each with its row on hover and focus, under a legend."""
        legend = (
            ("mark", "sr-outcome", word("outcome")),
            ("mark", "sr-estimate", word("estimate")),
            ("mark", "sr-target", label("target")),
            ("mark", "sr-doubt", _("to check by hand")),
            ("span", "sr-commitment", _("commitment")),
            ("span", "sr-skipped", _("a number that is no figure")),
        )
        shown = "".join(f'<{tag} class="{kind}">{escape(text)}</{tag}>' for tag, kind, text in legend)
        clauses = escape(_("ends of clauses"))
        shown += f'<label><input type="checkbox" class="sr-clauses"><span> {clauses}</span></label>'
        body = "".join(_marked(text, found) for text, found in self._pieces())
        return block(f'<div class="sr-legend">{shown}</div>', f'<div class="sr-text">{body}</div>', style=_STYLE)

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


def _details(found: _Found) -> tuple[str, str]:
    """What it is, and all else that is known of it."""
    if isinstance(found, Skipped):
        return _("no figure"), word(found.reason)
    if isinstance(found, Commitment):
        return _("commitment"), " / ".join((f"{found.verb} {found.object}", *found.section[-1:]))
    said = [word(found.measure), str(found.quantity or word(found.trend)), word(found.status)]
    said += [str(year) for year in (found.year,) if year is not None]
    said += [word(each) for each in (found.period, found.modality) if each not in ("year", "firm")]
    if not found.is_over_the_year and found.base_year is not None:
        said.append(_("since {year}").format(year=found.base_year))
    said += [each for each in (found.area, found.reference, found.scope) if each]
    lines = [" · ".join(said), " / ".join(found.section)]
    if found.doubts:
        lines.append(f"{_('to check by hand')}: {', '.join(map(word, found.doubts))}")
    name = found.indicator if current() == "zh" else f"{found.indicator} {found.name_en}".strip()
    return name, "\n".join(filter(None, lines))


def _clauses(text: str) -> str:
    """Text as HTML with the ends of its clauses marked."""
    return f";{_END}".join(escape(part).translate(_ENDS) for part in text.split(";"))


def _marked(text: str, found: list[_Found]) -> str:
    if not found:
        return _clauses(text)
    details = "\n".join(f"<strong>{escape(name)}</strong>\n{escape(more)}" for name, more in map(_details, found))
    row = f'<span class="sr-row" role="tooltip">{details}</span>'
    first = found[0]
    if isinstance(first, Statement):
        kind = f"sr-{first.status}" + (" sr-doubt" if any(getattr(each, "doubts", ()) for each in found) else "")
        return f'<mark class="sr-found {kind}" tabindex="0">{escape(text)}{row}</mark>'
    if isinstance(first, Skipped):
        return f'<span class="sr-found sr-skipped" tabindex="0">{escape(text)}{row}</span>'
    return f'<span class="sr-found sr-commitment" tabindex="0">{_clauses(text)}{row}</span>'
