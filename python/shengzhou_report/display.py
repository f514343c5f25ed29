"""How reports, statements and quantities look in Jupyter: small HTML that fits light and dark themes.

Colours are inherited or mixed from the text colour, so that no theme makes them unreadable. All text is escaped.
"""

from __future__ import annotations

from ._escape import escape
from .language import gettext as _
from .language import word

#: Rows of a report that are shown before the rest is summed up in one line; the headline figures are among the first.
MOST_ROWS = 60

_TABLE = "border-collapse:collapse;font-variant-numeric:tabular-nums"
_CELL = "padding:.15em .6em;text-align:left;border-bottom:1px solid color-mix(in srgb, currentColor 20%, transparent)"
_NUMBER = _CELL + ";text-align:right;white-space:nowrap"
_FAINT = "opacity:.65"


def quantity_html(self):
    """The figure as printed, with what it can mean as a tooltip."""
    return f'<span title="{escape(str(self.interval()))} {escape(str(self.unit))}">{escape(str(self))}</span>'


def _figure(statement):
    if statement.quantity is None:
        return escape(word(statement.trend))
    return quantity_html(statement.quantity)


def _row(statement):
    name = escape(statement.indicator)
    if statement.name_en:
        name += f' <span style="{_FAINT}">{escape(statement.name_en)}</span>'
    words = [word(statement.status), *([] if statement.year is None else [str(statement.year)])]
    if statement.period != "year":
        words.append(word(statement.period))
    if statement.modality != "firm":
        words.append(word(statement.modality))
    if not statement.is_over_the_year and statement.base_year is not None:
        words.append(_("since {year}").format(year=statement.base_year))
    words += [word for word in (statement.area, statement.reference, statement.scope) if word]
    section = statement.section[-1] if statement.section else ""
    return (
        name,
        escape(word(statement.measure)),
        _figure(statement),
        escape(" · ".join(words)),
        f'<span style="{_FAINT}">{escape(section)}</span>',
    )


def table(columns, rows, numbers=()):
    """A table of cells that are HTML already; the columns in `numbers` are aligned to the right."""
    styles = [_NUMBER if column in numbers else _CELL for column in columns]
    head = "".join(f'<th style="{style}">{column}</th>' for column, style in zip(columns, styles, strict=True))
    body = "".join(
        "<tr>" + "".join(f'<td style="{style}">{cell}</td>' for cell, style in zip(row, styles, strict=True)) + "</tr>"
        for row in rows
    )
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _table(statements):
    columns = (_("indicator"), _("measure"), _("figure"), _("stated as"), _("section"))
    return table(columns, map(_row, statements), numbers=columns[2:3])


def statement_html(self):
    """One row of the report's table."""
    return _table([self])


def report_html(self):
    """Title, counts and the table of statements; long reports end in the number of rows left out."""
    title = escape(self.title or str(self))
    counts = _("{count} statements: {outcomes} outcomes, {targets} targets").format(
        count=len(self), outcomes=len(self.outcomes()), targets=len(self.targets())
    )
    left_out = len(self) - MOST_ROWS
    rest = _("… and {count} more: report.to_frame() has them all").format(count=left_out)
    more = f'<p style="{_FAINT}">{rest}</p>' if left_out > 0 else ""
    statements = _table(self[:MOST_ROWS])
    return f'<div><strong>{title}</strong> <span style="{_FAINT}">{counts}</span>{statements}{more}</div>'
