"""Tables of targets and outcomes over a panel: what was planned, how it was worded, what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core, _wording, frames
from ._core import LookupError as CatalogueLookupError
from ._core import Panel, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from .typing import Measure

#: Names of the index levels, as of every frame of a panel.
INDEX = ("place", "vintage", "indicator")
#: Columns that hold years and positions, NA where there is none, and those of words, '' where there is none; all others
#: are numbers, NaN where there is none.
_WHOLE = frozenset(("year", "start", "end"))
# fmt: off
_WORDS = frozenset((
    "code", "tier", "kind", "measure", "unit", "bound", "modality", "second_bound", "wording", "reference", "sentence",
    "status", "above", "above_code", "above_tier", "above_wording", "plan_place", "report_status", "verdict",
    "obstacle", "communique_verdict", "communique_obstacle",
))
# fmt: on


class Asked(NamedTuple):
    """Which indicator a table is of, and which measure of it."""

    #: As filters of reports take it.
    name: str
    #: What rows are called: the name of the catalogue, or as asked.
    title: str
    #: All that sentences call it.
    names: tuple[str, ...]
    measure: Measure
    #: Whether more of it is better: 1, or -1 for what shall be low.
    sign: int

    @classmethod
    def of(cls, panel: Panel, indicator: str, measure: Measure | None, status: str) -> Asked:
        if measure not in (None, "level", "growth", "change"):
            raise ValueError(f"measure = {measure!r} is none of 'level', 'growth', 'change'")
        try:
            known = _core.find_indicator(indicator)
        except CatalogueLookupError:
            if not any(indicator in report for report in panel):
                raise
            name = title = indicator
            names: tuple[str, ...] = (indicator,)
            sign = 1
        else:
            name, title = known.id, known.name
            names = tuple(name for name in (known.name, *known.aliases) if not name.isascii() or name.isupper())
            sign = -1 if known.direction == "lower" else 1
        return cls(name, title, names, measure or _usual_measure(panel, name, status), sign)


def _usual_measure(panel: Panel, name: str, status: str) -> Measure:
    """What most figures of the panel on it are; growth where it has none."""
    found: Counter[str] = Counter()
    for report in panel:
        for statement in report.filter(indicator=name, period="year", area=""):
            if statement.quantity is not None and (statement.status == "target") == (status == "target"):
                found[statement.measure] += 1
    return "level" if found["level"] > found["growth"] else "growth"


def tier_of(report: Report) -> str:
    """'nation', 'province', 'prefecture' or 'county'; '' where the code does not say."""
    if report.ref_area is None:
        return "nation" if report.place == _core._nation else ""
    try:
        return _core.division_of_code(report.ref_area).tier
    except KeyError:
        return ""


def sentence_of(text: str | None, statement: Statement) -> dict[str, Any]:
    """The sentence that a statement stands in, and where; '' for a report without a text."""
    if not text or statement.end <= statement.start:
        return {"sentence": "", "start": None, "end": None}
    start, end = _wording.sentence_around(text, statement.start, statement.end)
    return {"sentence": text[start:end], "start": start, "end": end}


def figure(statement: Statement) -> dict[str, Any]:
    """The number as printed, in its unit."""
    quantity = statement.quantity
    assert quantity is not None
    return {
        "value": float(quantity.value),
        "upper": None if quantity.upper is None else float(quantity.upper),
        "unit": quantity.unit.symbol,
        "bound": quantity.bound,
    }


def frame_of(rows: list[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """A frame under the index of panels; years and positions are Int64."""
    pandas = frames.require("pandas", "pandas")
    made = {name: [row.get(name) for row in rows] for name in columns}
    frame: pd.DataFrame = pandas.DataFrame(
        {
            name: pandas.array(cells, dtype="Int64")
            if name in _WHOLE
            else ["" if cell is None else cell for cell in cells]
            if name in _WORDS
            else pandas.array([float("nan") if cell is None else cell for cell in cells], dtype="float64")
            for name, cells in made.items()
        },
        index=pandas.MultiIndex.from_tuples([tuple(row[name] for name in INDEX) for row in rows], names=INDEX),
        columns=list(columns),
    )
    return frame


class Planned(NamedTuple):
    """What one report plans: the figure, and a further one that it strives for."""

    report: Report
    target: Statement | None
    second: Statement | None


def planned(report: Report, asked: Asked) -> Planned:
    """The target of the report for the year that it plans.

    Of several figures the first that is not only striven for. One of the same sentence that asks for more is its
    second, as in 增长7%，力争7.5%.
    """
    stated = [
        statement
        for statement in report.filter(indicator=asked.name, status="target", year=report.year)
        if statement.quantity is not None and statement.is_usual
    ]
    found = [statement for statement in stated if statement.measure == asked.measure]
    if not found:
        return Planned(report, None, None)
    target = next((statement for statement in found if statement.modality != "strive"), found[0])
    text = report.text
    around = _wording.sentence_around(text, target.start, target.end) if text else (0, 0)

    def asks_more(other: Statement) -> bool:
        a, b = target.quantity, other.quantity
        assert a is not None
        assert b is not None
        if a.unit != b.unit or (text and not around[0] <= other.start < around[1]):
            return False
        # Behind a growth, 力争7.5% is one as well, though no verb says so: an amount has another unit.
        if other.measure != asked.measure and not (other.modality == "strive" and a.unit.is_ratio):
            return False
        best = float(b.value if b.upper is None else b.upper)
        return asked.sign * (best - float(a.value)) > 0

    second = next((other for other in stated if other is not target and asks_more(other)), None)
    return Planned(report, target, second)


def unfigured(report: Report, asked: Asked) -> dict[str, Any]:
    """What a report without a figure says of the target."""
    text = report.text
    for statement in report.filter(indicator=asked.name, status="target", year=report.year):
        if statement.area or statement.period != "year":
            continue
        relative = statement.measure == "change" and statement.reference
        if relative or (statement.quantity is None and statement.trend != "none"):
            reference = _wording.reference_of(statement.reference) or (
                _wording.ECONOMY if statement.trend == "in_step" else ""
            )
            own = figure(statement) if statement.quantity is not None else {}
            wording = {
                "wording": _wording.of_statement(statement),
                "reference": reference,
                "modality": statement.modality,
            }
            return own | wording | sentence_of(text, statement)
    said = _wording.of_text(report, asked.names)
    if said is None:
        return {"wording": "not_found"}
    assert text is not None
    return {
        "wording": said.wording,
        "reference": said.reference,
        "sentence": text[said.start : said.end],
        "start": said.start,
        "end": said.end,
    }


_TARGET_COLUMNS = (
    "code",
    "tier",
    "year",
    "measure",
    "value",
    "upper",
    "unit",
    "bound",
    "modality",
    "second",
    "second_bound",
    "wording",
    "reference",
    "sentence",
    "start",
    "end",
)


def head_of(report: Report, asked: Asked) -> dict[str, Any]:
    return {
        "place": report.place,
        "vintage": report.year,
        "indicator": asked.title,
        "code": report.ref_area or "",
        "tier": tier_of(report),
    }


def targets(self: Panel, indicator: str, *, measure: Measure | None = None) -> pd.DataFrame:
    """What each work report plans of an indicator for its year, as a pandas DataFrame, one row a report.

    `indicator` is any name of it, of the catalogue in Chinese or English, or as reports word it. `measure` is 'growth',
    'level' or 'change'; without it the one that most targets of the panel on the indicator have.

    Under the index (place, vintage, indicator): code (GB/T 2260) and tier ('nation', 'province', 'prefecture',
    'county'; '' where the code is not known), year, measure, value and upper (of a range) as printed in `unit`, bound,
    modality, second and second_bound (what the same sentence strives for beyond it: 7%，力争7.5%), wording, reference
    (what it is in step with or above), sentence, and start and end of the sentence in `Report.text` (code points).

    wording is 'exact', 'about' (左右), 'at_least' (以上), 'at_most', 'range', 'above' (高于全省平均), 'in_step'
    (与全省同步), 'direction' (不断缩小), 'not_set' where a sentence says that no figure is set, and 'not_found' where
    nothing was found, which is no proof that there is nothing. Of several figures the first that is not only striven
    for counts. Figures of parts of the place or the year, and over several years, are none of these.

    Raises LookupError for a name that neither the catalogue nor a report has, ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> plan = "2031年云岭市政府工作报告\\n一、2030年工作回顾\\n成绩不少。\\n二、2031年工作安排\\n"
    >>> plan += "地区生产总值增长7%，力争7.5%。"
    >>> frame = sr.Panel([sr.shengzhou_2024(), sr.parse(plan)]).targets("gdp")
    >>> frame[["tier", "value", "second", "wording", "modality"]].values.tolist()
    [['', 7.0, 7.5, 'exact', 'firm'], ['county', 7.0, nan, 'about', 'firm']]
    """
    asked = Asked.of(self, indicator, measure, "target")
    rows = []
    for report in self:
        if report.kind != "work_report":
            continue
        row = head_of(report, asked) | {"year": report.year, "measure": asked.measure}
        plan = planned(report, asked)
        if plan.target is None:
            rows.append(row | unfigured(report, asked))
            continue
        row |= figure(plan.target) | sentence_of(report.text, plan.target)
        row |= {"modality": plan.target.modality, "wording": _wording.of_statement(plan.target)}
        if plan.second is not None:
            quantity = plan.second.quantity
            assert quantity is not None
            row |= {"second": float(quantity.value), "second_bound": quantity.bound}
        rows.append(row)
    return frame_of(rows, _TARGET_COLUMNS)


def outcomes(self: Panel, indicator: str, *, measure: Measure | None = None) -> pd.DataFrame:
    """Every figure on an indicator for a whole year that a document states as a result, as a pandas DataFrame.

    `indicator` as in `targets`; `measure` is 'level', 'growth' or 'change', without it all three are there.

    Under the index (place, vintage, indicator), the vintage being the year of the document: code, tier, kind
    ('work_report', 'communique', 'plan'), year (that the figure is of), measure, value and upper (of a range) as
    printed in `unit`, bound, status ('outcome' or 'estimate'), sentence, start, end. What a document says twice stands
    once. Raises what `targets` does.

    >>> import shengzhou_report as sr
    >>> frame = sr.Panel([sr.shengzhou_2024()]).outcomes("GDP")
    >>> frame[["year", "measure", "value", "unit", "status"]].values.tolist()
    [[2023, 'level', 745.0, '亿元', 'estimate'], [2023, 'growth', 7.5, '%', 'estimate']]
    """
    asked = Asked.of(self, indicator, measure or "level", "outcome")
    rows = []
    for report in self:
        seen = set()
        for statement in report.filter(indicator=asked.name, measure=measure, status=("outcome", "estimate")):
            if statement.quantity is None or statement.measure == "rank" or statement.year is None:
                continue
            key = (statement.year, statement.measure, statement.quantity)
            if not statement.is_usual or key in seen:
                continue
            seen.add(key)
            own = {
                "kind": report.kind,
                "year": statement.year,
                "measure": statement.measure,
                "status": statement.status,
            }
            rows.append(head_of(report, asked) | own | figure(statement) | sentence_of(report.text, statement))
    return frame_of(rows, _OUTCOME_COLUMNS)


_OUTCOME_COLUMNS = (
    "code",
    "tier",
    "kind",
    "year",
    "measure",
    "value",
    "upper",
    "unit",
    "bound",
    "status",
    "sentence",
    "start",
    "end",
)
