"""How the types of the library look in Jupyter: small HTML that fits light and dark themes, in the language in use.

What a report says is escaped; rates are shown in per cent, all other numbers as they are.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from math import isinf
from numbers import Real

from ._core import Interval, Quantity, Report, Statement, Unit
from ._escape import escape
from ._figures import _FRACTIONS
from ._findings import message_in
from ._html import block, faint, folded, table
from ._labels import label
from ._number_text import number_text, percent_text
from .language import current, word
from .language import gettext as _

#: Rows of a table that are shown before the rest is summed up in one line.
MOST_ROWS = 500

#: Indicators of a report that are shown unfolded.
MOST_HEADLINES = 14

#: Rows of a list within a cell.
MOST_INNER_ROWS = 12

#: Fields that are fractions, and shown in per cent.
_RATES = _FRACTIONS | {"box", "vertices"}

#: What a record does not show: places in bytes, what is told by other fields, and what would be the report again.
_HIDDEN = frozenset(
    {"byte_start", "byte_end", "base_value", "is_usual", "is_over_the_year", "catalogued", "start", "end"}
)

#: Fields whose text is a word of an enumeration.
_WORDS = frozenset(
    {
        *("measure", "status", "modality", "period", "trend", "bound", "kind", "role", "direction", "topic", "reach"),
        *("level_basis", "growth_basis", "price_basis", "origin", "feasible", "conflict", "violated", "binding"),
        *("severity", "verdict", "obstacle", "changed", "reached", "reason", "tier", "subject", "doubts", "about"),
    }
)


def quantity_html(self):
    """The figure as printed, with what it can mean as a tooltip."""
    return f'<span title="{escape(str(self.interval()))} {escape(str(self.unit))}">{escape(str(self))}</span>'


def statement_html(self):
    """One row of the report's table."""
    return block(statements_table([self]))


def report_html(self):
    """Title, counts and headline figures; all statements and what was no figure are folded below."""
    named = [self.place or "", "" if self.year is None else str(self.year), word(self.kind)]
    title = f"<p><strong>{escape(self.title or ' '.join(filter(None, named)))}</strong></p>"
    counts = _("{statements} statements: {outcomes} outcomes, {targets} targets").format(
        statements=len(self), outcomes=len(self.outcomes()), targets=len(self.targets())
    )
    parts = [title, f"<p>{faint(counts)}</p>"]
    headlines = _headlines(self)
    parts += [headlines or statements_table(self.statements[:MOST_HEADLINES])]
    if headlines or len(self) > MOST_HEADLINES:
        parts.append(folded(_("all statements: {number}").format(number=len(self)), statements_table(self)))
    if promises := self.commitments():
        rows = ((escape(each.verb), escape(each.object), _section(each.section)) for each in promises[:MOST_ROWS])
        columns = (label("verb"), label("object"), label("section"))
        parts.append(folded(_("commitments: {number}").format(number=len(promises)), table(columns, rows)))
    if self.skipped:
        rows = ((escape(each.text), escape(word(each.reason))) for each in self.skipped[:MOST_ROWS])
        summary = _("numbers that are no statements: {number}").format(number=len(self.skipped))
        parts.append(folded(summary, table((label("text"), label("reason")), rows)))
    return block(*parts)


def _headlines(report):
    """Level, growth and target of the headline indicators side by side; '' where there are none."""
    from ._overview import headline_outcomes, headline_targets, reviewed_year

    rows = {}
    for outcome in headline_outcomes(report):
        found = outcome["level"] or outcome["growth"]
        rows.setdefault(found.indicator, {"name": found} | outcome)
    for target in headline_targets(report):
        row = rows.setdefault(target["target"].indicator, {"name": target["target"]})
        row.setdefault("target", target["target"])
        row.setdefault("implied", target["implied"])
    # Indicators of which both is known say most; those of one kind stay in the order of the text.
    chosen = sorted(rows.values(), key=lambda row: -len([row[name] for name in row if row[name] is not None]))
    chosen = [row for row in rows.values() if row in chosen[:MOST_HEADLINES]]
    if not chosen:
        return ""

    def cells(row):
        implied = row.get("implied")
        led_to = "" if implied is None else number_text(implied["level"]) + str(implied["unit"])
        figures = ("" if row.get(name) is None else _figure(row[name]) for name in ("level", "growth"))
        target = row.get("target")
        wording = "" if target is None else _wording(target)
        return _name(row["name"]), *figures, "" if target is None else _figure(target), escape(wording), escape(led_to)

    def of(year, text):
        return text if year is None else f"{text} {year}"

    past = reviewed_year(report)
    columns = (
        label("indicator"),
        of(past, word("level")),
        of(past, word("growth")),
        of(report.year, label("target")),
        label("modality"),
        _("which leads to"),
    )
    rows = list(map(cells, chosen))
    # What no indicator has takes no room.
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    numbers = [new for new, place in enumerate(kept) if place not in (0, 4)]
    shown = ([row[place] for place in kept] for row in rows)
    return table([columns[place] for place in kept], shown, numbers=numbers, caption=_("Headline figures"))


def _wording(target):
    return "" if target.modality == "firm" else word(target.modality)


def _figure(statement):
    if statement.quantity is None:
        return escape(word(statement.trend))
    return quantity_html(statement.quantity)


def _name(statement):
    """The name of what is measured, with its translation for readers of English."""
    name = escape(statement.indicator)
    return name if current() == "zh" or not statement.name_en else f"{name} {faint(statement.name_en)}"


def _section(section):
    return faint(section[-1] if section else "")


def _row(statement):
    words = [word(statement.status), *([] if statement.year is None else [str(statement.year)])]
    if statement.period != "year":
        words.append(word(statement.period))
    if statement.modality != "firm":
        words.append(word(statement.modality))
    if not statement.is_over_the_year and statement.base_year is not None:
        words.append(_("since {year}").format(year=statement.base_year))
    words += [said for said in (statement.area, statement.reference, statement.scope) if said]
    stated = escape(" · ".join(words))
    return _name(statement), escape(word(statement.measure)), _figure(statement), stated, _section(statement.section)


def _left_out(number):
    more = _("… and {number} more: to_frame() has them all").format(number=number)
    return f"<p>{faint(more)}</p>"


def statements_table(statements):
    """Statements, a row each; a long list ends in the number of rows that are left out."""
    columns = (label("indicator"), label("measure"), label("quantity"), _("stated as"), label("section"))
    rows = table(columns, map(_row, statements[:MOST_ROWS]), numbers=(2,))
    left_out = len(statements) - MOST_ROWS
    if left_out > 0:
        rows += _left_out(left_out)
    return rows


# Records: every other type is a table of its fields.


def record_html(self):
    """A table of the fields that say something, a row each."""
    return block(_record_table(self))


def records_html(records, columns, row, *, numbers=(), empty):
    """A table of many, or a line that says that there are none; `row` makes the cells of one."""
    records = list(records)
    if not records:
        return block(f"<p>{escape(empty)}</p>")
    body = table(columns, map(row, records[:MOST_ROWS]), numbers=numbers)
    left_out = len(records) - MOST_ROWS
    if left_out > 0:
        body += _left_out(left_out)
    return block(body)


def fields_of(kind):
    """The names of the fields of a class of records, in the order in which it declares them."""
    if hasattr(kind, "_fields"):
        extra = [name for name, member in vars(kind).items() if isinstance(member, property)]
        return [*kind._fields, *extra]
    if is_dataclass(kind):
        return [field.name for field in fields(kind)]
    members = {name: member for each in reversed(kind.__mro__) for name, member in vars(each).items()}
    return [name for name, member in members.items() if isinstance(member, property) and not name.startswith("_")]


def _is_record(value):
    return type(value).__module__.startswith(__package__) and bool(fields_of(type(value)))


def _said(value):
    """The fields that say something, with their values."""
    for name in fields_of(type(value)):
        if name in _HIDDEN:
            continue
        try:
            item = getattr(value, name)
        except ValueError:
            continue  # as the rate of a figure that is none
        if item is not None and not (isinstance(item, (str, tuple)) and item in ("", "none", ())):
            yield name, item


def _record_table(value):
    rows = [(escape(label(name)), _cell(name, item)) for name, item in _said(value)]
    if getattr(value, "end", 0) and hasattr(value, "start"):
        rows.append((escape(_("place in the text")), f"{value.start}–{value.end}"))
    return table((), rows, caption=type(value).__name__)


def _cell(name, value):
    if isinstance(value, Interval):
        lower, upper = (_number(name, end) for end in (value.lower, value.upper))
        return escape(lower if lower == upper else f"[{lower}, {upper}]")
    if isinstance(value, Quantity):
        return quantity_html(value)
    if isinstance(value, Statement):
        return f"{_name(value)} {_figure(value)} {faint(f'{word(value.status)} {value.year or str()}'.strip())}"
    if isinstance(value, Unit):
        return escape(str(value))
    if isinstance(value, (tuple, list)) and not _is_record(value):
        return _list(name, value)
    if _is_record(value):
        return " · ".join(f"{faint(label(field))} {_cell(field, item)}" for field, item in _said(value))
    return escape(_plain(name, value))


def _plain(name, value):
    """A value that is no record, as text."""
    if isinstance(value, str):
        return word(value) if name in _WORDS else value
    if type(value).__name__ in ("bool", "bool_"):
        return _("yes") if value else _("no")
    if isinstance(value, int) or type(value) is Decimal:
        return str(value)
    if isinstance(value, Real):
        return _number(name, float(value))
    if hasattr(value, "shape"):
        return _array(name, value)
    return _cut(str(value))


def _number(name, value):
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    return percent_text(value) if name in _RATES else number_text(value)


def _cut(text):
    return text if len(text) <= 300 else text[:300] + "…"


def _array(name, value):
    """How many values, and the first and last of them."""
    import numpy as np

    values = np.asarray(value).ravel().tolist()
    shown = values if len(values) <= 6 else [*values[:4], "…", values[-1]]
    some = ", ".join(each if each == "…" else _plain(name, each) for each in shown)
    return some if len(values) == 1 else _("{number} values: {some}").format(number=len(values), some=some)


def _list(name, values):
    if all(isinstance(value, str) for value in values):
        between = " / " if name in ("section", "path") else ", "
        said = [word(value) if name in _WORDS else value for value in values]
        return escape(_cut(between.join(said)))
    shown = values[:MOST_INNER_ROWS]
    if all(isinstance(value, Statement) for value in shown):
        body = statements_table(shown)
    elif all(_is_record(value) for value in shown):
        body = _records_table(shown)
    else:
        return escape(_cut("; ".join(_item(name, value) for value in values[:MOST_INNER_ROWS])))
    more = _("… and {number} more").format(number=len(values) - len(shown))
    return body + (f"<p>{faint(more)}</p>" if len(values) > len(shown) else "")


def _item(name, value):
    """A value within a list; a point is its coordinates."""
    if isinstance(value, tuple):
        return "(" + ", ".join(_plain(name, each) for each in value) + ")"
    return _plain(name, value)


def _records_table(values):
    """Records of one type, a row each, with the fields that any of them has something to say in."""
    said = [dict(_said(value)) for value in values]
    names = [name for name in fields_of(type(values[0])) if any(name in each for each in said)]
    rows = ([_cell(name, each[name]) if name in each else "" for name in names] for each in said)
    return table([label(name) for name in names], rows)


def finding_html(self):
    """What was found, with the figures that led to it."""
    rows = [
        (escape(label("severity")), _severity(self)),
        (escape(label("rule")), escape(_(self.rule))),
        (escape(label("message")), escape(message_in(self))),
    ]
    parts = [table((), rows, caption=_("Finding"))]
    if self.numbers:
        parts.append(_records_table(self.numbers))
    if self.statements:
        parts.append(
            folded(_("statements: {number}").format(number=len(self.statements)), statements_table(self.statements))
        )
    return block(*parts)


def _severity(finding):
    said = escape(word(finding.severity))
    return said if finding.severity == "info" else f"<strong>{said}</strong>"


def findings_html(self):
    """Findings, a row each, the figures that led to each folded."""

    def row(finding):
        figures = ""
        if finding.statements:
            summary = _("statements: {number}").format(number=len(finding.statements))
            figures = folded(summary, statements_table(finding.statements))
        return _severity(finding), escape(_(finding.rule)), escape(message_in(finding)) + figures

    return records_html(self, (label("severity"), label("rule"), _("finding")), row, empty=_("no findings"))


def panel_html(self):
    """Which reports there are, by place and year."""
    columns = (label("place"), label("year"), label("kind"), label("statements"), label("outcome"), label("target"))

    def row(report):
        counts = (len(report), len(report.outcomes()), len(report.targets()))
        return escape(report.place or ""), str(report.year or ""), escape(word(report.kind)), *map(str, counts)

    body = records_html(self.reports, columns, row, numbers=(3, 4, 5), empty=_("no reports"))
    unplaced = len(self.unplaced)
    said = _("{number} reports without place or year are kept apart").format(number=unplaced)
    return body + (block(f"<p>{faint(said)}</p>") if unplaced else "")


def corpus_html(self):
    """Which documents a corpus has, and how many files gave none."""

    def row(document):
        year = "" if document.vintage is None else str(document.vintage)
        return escape(document.file), escape(document.place), year, word(document.kind), str(document.statements)

    columns = (_("file"), label("place"), label("year"), label("kind"), label("statements"))
    return records_html(self.documents, columns, row, numbers=(4,), empty=_("no files"))


def folder_html(self):
    """Which files were read, and which were not."""

    def row(item):
        file, report = item
        if isinstance(report, Report):
            named = (report.place or "", "" if report.year is None else str(report.year), str(len(report)))
            return escape(file), *map(escape, named), ""
        return escape(file), "", "", "", escape(f"{type(report).__name__}: {report}")

    columns = (_("file"), label("place"), label("year"), label("statements"), word("error"))
    items = [*self.items(), *getattr(self, "errors", {}).items()]
    return records_html(items, columns, row, numbers=(3,), empty=_("no files"))


def scenario_html(self):
    """How many futures of what, and how likely each outcome is."""
    rows = [
        (escape(label("paths")), f"{self.paths:,}"),
        (escape(label("seed")), str(self.seed)),
        (escape(label("series")), escape(", ".join(map(str, self.series)))),
        (escape(label("periods")), f"{self.periods[0]}–{self.periods[-1]}"),
    ]
    parts = [table((), rows, caption="Scenario")]
    if self.outcomes:
        chances = ((name, self.probability(name)) for name in self.outcomes)
        cells = ((escape(str(name)), f"{100 * value:.1f}%", f"{100 * error:.2f}%") for name, (value, error) in chances)
        columns = (label("outcome"), _("probability"), label("standard_error"))
        parts.append(table(columns, cells, numbers=(1, 2)))
    return block(*parts)
