"""Panels of reports: frames, scorecards and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from . import display, frames
from ._blocks import frame_of
from ._check import Findings, check_options
from ._core import Interval, Panel, Revision, Score
from ._escape import escape
from .language import current, word
from .language import gettext as _
from .target import IN_STEP_TOLERANCE
from .typing import PriceBasis

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

#: Names of the index levels of a panel's frame.
INDEX = ("place", "vintage", "indicator")

_VERDICTS = {"met": "green", "missed": "bold red", "not_comparable": "", "cannot_judge": "yellow"}


def _figure(statement: object) -> str:
    quantity = getattr(statement, "quantity", None)
    return "" if quantity is None else str(quantity)


class Scorecard(tuple[Score, ...]):
    """Targets and what became of them: a tuple of Score that prints well and becomes a frame."""

    __slots__ = ()

    def to_frame(self) -> pd.DataFrame:
        """The scores as a pandas DataFrame under the index (place, vintage, indicator).

        Columns: year, measure, target and outcome (as printed), verdict, obstacle, margin (in the target's unit; NaN
        without one), message. Raises ImportError without pandas.
        """
        pandas = frames.require("pandas", "pandas")
        rows = [
            {
                "year": score.target.year,
                "measure": score.target.measure,
                "target": _figure(score.target) or score.target.trend,
                "outcome": _figure(score.outcome),
                "verdict": score.verdict,
                "obstacle": score.obstacle,
                "margin": float("nan") if score.margin is None else score.margin,
                "message": score.message,
            }
            for score in self
        ]
        index = pandas.MultiIndex.from_tuples(
            [(score.place, score.vintage, score.target.indicator) for score in self], names=INDEX
        )
        columns = ["year", "measure", "target", "outcome", "verdict", "obstacle", "margin", "message"]
        frame: pd.DataFrame = pandas.DataFrame(rows, index=index, columns=columns)
        return frame

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (
                score.place,
                str(score.target.year),
                score.target.indicator,
                _figure(score.target) or word(score.target.trend),
                _figure(score.outcome),
                word(score.verdict) + ("" if score.obstacle == "none" else f" ({word(score.obstacle)})"),
                _why(score),
            )
            for score in self
        ]

    def __repr__(self) -> str:
        """The constructor's call."""
        return f"Scorecard({super().__repr__()})"

    def __str__(self) -> str:
        """One score a line."""
        spoken = current() != "en"
        lines = (" ".join(filter(None, row)) for row in self._rows()) if spoken else map(str, self)
        return "\n".join(lines) or _("no targets")

    def __rich__(self) -> Table | str:
        """A table for a terminal."""
        from ._terminal import add_row, new_table

        if not self:
            return _("no targets")
        heads = _columns()
        table = new_table("", *heads, numbers=heads[3:5], wrap=(heads[2], heads[6]))
        for score, row in zip(self, self._rows(), strict=True):
            add_row(table, row, style=_VERDICTS[score.verdict])
        return table

    def _repr_html_(self) -> str:
        """A table for Jupyter; all text is escaped."""
        return display.records_html(self._rows(), _columns(), _escaped, numbers=(3, 4), empty=_("no targets"))


def _columns() -> tuple[str, ...]:
    return _("place"), _("year"), _("indicator"), _("target"), _("outcome"), _("verdict"), _("why")


def _why(score: Score) -> str:
    """The comparison in words; in another language than English by what it compares."""
    if current() == "en":
        return score.message
    if score.obstacle != "none" or score.outcome is None:
        return word(score.obstacle) if score.obstacle != "none" else ""
    target, outcome = _figure(score.target) or word(score.target.trend), _figure(score.outcome)
    return _("{outcome} against {target}").format(outcome=outcome, target=target)


class Revisions(tuple[Revision, ...]):
    """Figures that later reports restate: a tuple of Revision that becomes a frame."""

    __slots__ = ()

    def to_frame(self) -> pd.DataFrame:
        """The revisions as a pandas DataFrame under the index (place, vintage, indicator), the vintage of the first.

        Columns: year, measure, first and later (as printed), later_vintage, change (in the unit of the first), lower
        and upper (of the relative change), changed. Raises ImportError without pandas.
        """
        pandas = frames.require("pandas", "pandas")
        rows = [
            {
                "year": revision.first.year,
                "measure": revision.first.measure,
                "first": _figure(revision.first),
                "later": _figure(revision.later),
                "later_vintage": revision.later_vintage,
                "change": revision.change,
                "lower": revision.relative.lower,
                "upper": revision.relative.upper,
                "changed": revision.changed,
            }
            for revision in self
        ]
        index = pandas.MultiIndex.from_tuples(
            [(revision.place, revision.first_vintage, revision.first.indicator) for revision in self], names=INDEX
        )
        columns = ["year", "measure", "first", "later", "later_vintage", "change", "lower", "upper", "changed"]
        frame: pd.DataFrame = pandas.DataFrame(rows, index=index, columns=columns)
        return frame

    def __repr__(self) -> str:
        """The constructor's call."""
        return f"Revisions({super().__repr__()})"

    def __str__(self) -> str:
        """One revision a line."""
        lines = map(str, self) if current() == "en" else map(_restated, self)
        return "\n".join(lines) or _("no revisions")

    def _repr_html_(self) -> str:
        """A table for Jupyter; all text is escaped."""
        columns = (_("place"), _("year"), _("indicator"), _("first"), _("later"), _("changed"))
        return display.records_html(self, columns, _revision_cells, numbers=(3, 4), empty=_("no revisions"))


def _escaped(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(escape, row))


def _revision_cells(revision: Revision) -> tuple[str, ...]:
    return _escaped(
        (
            revision.place,
            str(revision.first.year),
            revision.first.indicator,
            f"{_figure(revision.first)} ({revision.first_vintage})",
            f"{_figure(revision.later)} ({revision.later_vintage})",
            word(revision.changed),
        )
    )


class PanelFindings(Findings):
    """Findings on the documents of a panel: Findings that say whose they are."""

    __slots__ = ()

    def to_frame(self, *, numbers: bool = False) -> pd.DataFrame:
        """The findings as a pandas DataFrame under the index (place, vintage, indicator), one row each.

        Columns: kind (of the document), then those of `Findings.to_frame` but the indicator; with `numbers` one row for
        each number of them, under the index (finding, number), with place, vintage and kind as columns. Raises
        ImportError without pandas.
        """
        frame = super().to_frame(numbers=numbers)
        whose = self if not numbers else [finding for finding in self for _ in finding.numbers]
        frame.insert(0, "kind", [finding.kind for finding in whose])
        frame.insert(0, "vintage", [finding.vintage for finding in whose])
        frame.insert(0, "place", [finding.place for finding in whose])
        return frame if numbers else frame.set_index(list(INDEX))

    def __repr__(self) -> str:
        """The constructor's call."""
        return f"PanelFindings({tuple.__repr__(self)})"

    def __str__(self) -> str:
        """One finding a line, behind the place and the year of its document."""
        return "\n".join(f"{finding.place} {finding.vintage}: {finding}" for finding in self) or "no findings"


def _restated(revision: Revision) -> str:
    """A revision in another language than English."""
    return _("{place}: {indicator} {year}, {first} in {vintage}, restated as {later} in {later_vintage}").format(
        place=revision.place,
        indicator=revision.first.indicator,
        year=revision.first.year,
        first=_figure(revision.first),
        vintage=revision.first_vintage,
        later=_figure(revision.later),
        later_vintage=revision.later_vintage,
    )


def scorecard(self: Panel) -> Scorecard:
    """Every target of every report against the first later report that states its outcome, as a Scorecard.

    A target is met when the printed outcome says so (`Statement.is_met_by`): offices judge by printed figures. Where
    neither the catalogue nor the wording says which way is better, the verdict is 'cannot_judge' unless the outcome
    meets the target either way. A target for a year takes figures of the whole year alone.

    Growth is judged by published growth, or by levels of one price basis, one scope and one vintage; a falling income
    ratio by the growth of both incomes; incomes in step with the economy by real growth beside that of GDP per head, or
    of GDP where that is not stated, for which the later report must state consumer prices. What cannot be compared says
    why, and raises nothing.

    >>> import shengzhou_report as sr
    >>> panel = sr.Panel([sr.shengzhou_2024()])
    >>> {score.obstacle for score in panel.scorecard()}
    {'no_report'}
    """
    return Scorecard(self._scorecard())


def revisions(self: Panel) -> Revisions:
    """Figures that a later report of the same place states otherwise, as Revisions.

    One indicator, measure, year and period; each pair of neighbouring vintages once. What cannot be compared is left
    out, and raises nothing.

    >>> import shengzhou_report as sr
    >>> def report(value, year):
    ...     gdp = sr.Statement("GDP", quantity=sr.Quantity(value, "亿元"), year=2023)
    ...     return sr.Report([gdp], place="浙江省", year=year)
    >>> print(sr.Panel([report("82553", 2024), report("85620", 2025)]).revisions())
    浙江省: GDP level 82553亿元 (outcome 2023), restated as 85620亿元 in 2025
    """
    return Revisions(self._revisions())


def panel_check(
    self: Panel,
    *,
    in_step_tolerance: float = IN_STEP_TOLERANCE,
    in_step_basis: PriceBasis = "constant",
    consumer_price_growth: float | None = None,
    deflator_band: Interval | float | None = None,
    urban_weight: Interval | float | None = None,
) -> PanelFindings:
    """`check` of every document beside its neighbours in the panel, as PanelFindings in the order of the panel.

    Levels of the year before are what the place stated of it last, unless the document restates them, so that level and
    growth meet across documents. Figures of one year are held against each other ('restated'), targets against those of
    the nearest place above by the parents of its code ('amplification'), levels against the sum of the places right
    below ('places_sum'). The rules are those of `check_rules`; options and errors as in `check`.

    >>> import shengzhou_report as sr
    >>> findings = sr.Panel([sr.shengzhou_2024()]).check()
    >>> len(findings), findings[0].place, findings[0].vintage
    (7, '嵊州市', 2024)
    """
    options = check_options(in_step_tolerance, in_step_basis, consumer_price_growth, deflator_band, urban_weight)
    return PanelFindings(self._check(options))


def to_frame(self: Panel) -> pd.DataFrame:
    """Every statement of every report as a pandas DataFrame under the index (place, vintage, indicator).

    The vintage is the year of the document. Columns: ref_area (the code of the place, '' where it has none), kind
    ('work_report', 'communique' or 'plan'), then those of `Report.to_frame` without the indicator. Statements stay in
    the order of the text; places and vintages ascend. Raises ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> frame = sr.Panel([sr.shengzhou_2024()]).to_frame()
    >>> frame.loc[("嵊州市", 2024)].loc["地区生产总值", ["measure", "value", "unit"]].values.tolist()
    [['level', 745.0, '亿元'], ['growth', 7.5, '%'], ['growth', 7.0, '%']]
    """
    frames.require("pandas", "pandas")
    ((place, ref_area, kind), _numbers, (vintage,), *_others), arrays = self._arrays()
    frame = frame_of(arrays)
    for name, column in {"kind": kind, "ref_area": ref_area, "vintage": vintage, "place": place}.items():
        frame.insert(0, name, column)
    return frame.set_index(list(INDEX))


def from_frame(frame: pd.DataFrame) -> Panel:
    """A panel from a long frame, one row a statement: the columns of `Report.from_frame` and those of its document.

    `place`, `vintage` and `indicator` may be columns or levels of the index; the vintage is the year of the document
    that states the row. `kind` and `ref_area` may be missing: documents then are work reports without a code. Raises
    ValueError when one of the others is missing or has empty cells, DomainError for an unknown kind, and the errors of
    `Report.from_frame`.

    >>> import pandas as pd, shengzhou_report as sr
    >>> table = pd.DataFrame({"place": "中国", "vintage": [2022, 2023], "indicator": "GDP", "measure": "growth",
    ...     "value": [5.5, 3.0], "unit": "%", "bound": ["about", "exact"], "status": ["target", "outcome"],
    ...     "year": 2022})
    >>> sr.Panel.from_frame(table).scorecard()[0].verdict
    'missed'
    """
    table = frame.reset_index() if set(INDEX) & set(frame.index.names) else frame
    missing = [name for name in INDEX if name not in table.columns]
    if missing:
        raise ValueError(f"the frame has no column {missing[0]!r}")
    for name in ("place", "vintage"):
        if table[name].isna().any():
            raise ValueError(f"the column {name!r} has empty cells")
    document = ["place", "vintage", "kind", "ref_area"]
    given = table.reindex(columns=document[2:]).astype(object)
    table = table.assign(**given.where(given.notna(), ""))
    reports = []
    for key, rows in table.groupby(document, sort=True):
        place, vintage, kind, ref_area = cast(tuple[Any, ...], key)
        if vintage != vintage // 1:
            raise ValueError(f"vintage = {vintage!r} is not a whole number")
        statements = rows.drop(columns=document)
        # Titles and headings of some other report.
        statements.attrs = {}
        # A column of codes and empty cells is read as floats.
        code = f"{ref_area:.0f}" if isinstance(ref_area, float) else str(ref_area)
        reports.append(
            frames.from_frame(
                statements, place=str(place), ref_area=code or None, year=int(vintage), kind=kind or "work_report"
            )
        )
    return Panel(reports)
