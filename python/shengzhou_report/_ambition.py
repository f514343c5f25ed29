"""Targets beside what came of them, and beside those of the place above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core, _wording
from ._core import Panel, Quantity, Report, Score, Statement
from ._targets import Asked, Planned, figure, frame_of, head_of, planned, tier_of, unfigured

if TYPE_CHECKING:
    import pandas as pd

    from .typing import Measure

_OUTCOME_COLUMNS = (
    "code",
    "tier",
    "year",
    "measure",
    "unit",
    "target",
    "upper",
    "bound",
    "wording",
    "report",
    "report_status",
    "communique",
    "revision",
    "verdict",
    "obstacle",
    "margin",
    "communique_verdict",
    "communique_obstacle",
    "communique_margin",
)


def _value_in(quantity: Quantity | None, like: Quantity | None) -> float | None:
    """The number in the unit of another quantity; None where the units do not go together."""
    if quantity is None:
        return None
    try:
        return float((quantity if like is None else quantity.to(like.unit)).value)
    except _core.UnitError:
        return None


def _small(report: Report, asked: Asked, target: Statement | None) -> Report:
    """What the report says of the indicator: results, and of targets the one that is judged."""
    results = [statement for statement in report.filter(indicator=asked.name) if statement.status != "target"]
    statements = results if target is None else [*results, target]
    return Report(statements, place=report.place, year=report.year, kind=report.kind, ref_area=report.ref_area)


def _judged(stating: Report, later: Report | None) -> Score:
    """What `Panel.scorecard` says of the only target, from one later document."""
    (score,) = Panel([stating] if later is None else [stating, later]).scorecard()
    return score


def _stated(report: Report | None, asked: Asked, year: int | None) -> Statement | None:
    """The result that a document states for a year; None where it states none, or several that differ."""
    if report is None:
        return None
    found = [
        statement
        for statement in report.filter(indicator=asked.name, measure=asked.measure, year=year)
        if statement.status != "target" and statement.quantity is not None and statement.is_usual
    ]
    return found[0] if len({statement.quantity for statement in found}) == 1 else None


def target_vs_outcome(self: Panel, indicator: str, *, measure: Measure | None = None) -> pd.DataFrame:
    """The target of each work report beside the outcome, as a pandas DataFrame, one row a report.

    The outcome of year t is what the work report of t + 1 states, and, where the panel has it, what the communiqué of t
    states: both are shown, and `revision` is the second less the first. `indicator` and `measure` as in `targets`.

    Under the index (place, vintage, indicator): code, tier, year, measure, unit; target, upper, bound and wording as in
    `targets`; report and communique, the outcomes in the unit of the target, report_status ('outcome' or 'estimate'),
    revision; verdict, obstacle and margin (outcome less target, in that unit) by the report, communique_verdict,
    communique_obstacle and communique_margin by the communiqué. Verdicts are those of `scorecard`, '' where there is no
    figure to judge or no communiqué; a report without a target keeps its row. Raises what `targets` does.

    >>> import shengzhou_report as sr
    >>> def report(year, review, plan):
    ...     text = f"一、{year - 1}年工作回顾\\n{review}\\n二、{year}年工作安排\\n{plan}"
    ...     return sr.parse(text, place="云岭市", year=year, kind="work_report")
    >>> plan = report(2031, "成绩不少。", "地区生产总值增长7%以上。")
    >>> next_year = report(2032, "地区生产总值增长6.5%。", "稳中求进。")
    >>> frame = sr.Panel([plan, next_year]).target_vs_outcome("gdp")
    >>> frame.loc[("云岭市", 2031)][["target", "report", "verdict", "margin"]].values.tolist()
    [[7.0, 6.5, 'missed', -0.5]]
    """
    asked = Asked.of(self, indicator, measure, "target")
    documents = {(report.place, report.year, report.kind): report for report in self}
    rows = []
    for report in self:
        if report.kind != "work_report" or report.year is None:
            continue
        plan = planned(report, asked)
        later = documents.get((report.place, report.year + 1, "work_report"))
        communique = documents.get((report.place, report.year, "communique"))
        rows.append(_outcome_row(plan, later, communique, asked))
    return frame_of(rows, _OUTCOME_COLUMNS)


def _outcome_row(plan: Planned, later: Report | None, communique: Report | None, asked: Asked) -> dict[str, Any]:
    report, target = plan.report, plan.target
    like = None if target is None else target.quantity
    first, second = (_stated(document, asked, report.year) for document in (later, communique))
    if like is None and first is not None:
        like = first.quantity
    row: dict[str, Any] = head_of(report, asked) | {"year": report.year, "measure": asked.measure}
    row["unit"] = "" if like is None else like.unit.symbol
    row["report"] = None if first is None else _value_in(first.quantity, like)
    row["report_status"] = "" if first is None else first.status
    row["communique"] = None if second is None else _value_in(second.quantity, like)
    if row["report"] is not None and row["communique"] is not None:
        row["revision"] = row["communique"] - row["report"]
    if target is None:
        return row | {"wording": unfigured(report, asked)["wording"]}
    own = figure(target)
    row |= {"target": own["value"], "upper": own["upper"], "bound": own["bound"]}
    row["wording"] = _wording.of_statement(target)
    stating = _small(report, asked, target)
    score = _judged(stating, None if later is None else _small(later, asked, None))
    row |= {"verdict": score.verdict, "obstacle": score.obstacle, "margin": score.margin}
    if communique is not None:
        score = _judged(stating, _small(communique, asked, None))
        row |= {
            "communique_verdict": score.verdict,
            "communique_obstacle": score.obstacle,
            "communique_margin": score.margin,
        }
    return row


_AMPLIFICATION_COLUMNS = (
    "code",
    "tier",
    "year",
    "measure",
    "target",
    "target_upper",
    "wording",
    "above",
    "above_code",
    "above_tier",
    "above_target",
    "above_upper",
    "above_wording",
    "amplification",
    "lower",
    "upper",
    "plan_place",
    "plan",
    "plan_upper",
    "over_plan",
)


class Rates(NamedTuple):
    """A target as fractions: both ends of a range, else one number twice."""

    lower: float
    upper: float

    @classmethod
    def of(cls, quantity: Quantity | None) -> Rates | None:
        if quantity is None or not quantity.unit.is_ratio:
            return None
        end = quantity if quantity.upper is None else Quantity(quantity.upper, quantity.unit)
        return cls(quantity.rate, end.rate)

    @property
    def middle(self) -> float:
        return (self.lower + self.upper) / 2


def _line_above(report: Report) -> list[str]:
    """Codes of the places above, the nearest first; the country, which has none, is ''."""
    if report.ref_area is None:
        return []
    try:
        division = _core.division_of_code(report.ref_area, report.year)
    except (KeyError, ValueError):
        return []
    return [parent.code for parent in reversed(division.parents)] + [""]


def _code(report: Report) -> str | None:
    """The code of a place, '' of the country; None of a place whose code is not known."""
    return report.ref_area or ("" if report.place == _core._nation else None)


def _in_force(
    plans: list[tuple[str, Report, Statement]], codes: list[str], year: int
) -> tuple[Report, Statement] | None:
    """The yearly target of the plan of the first of the places that has one for the year."""
    for code in codes:
        for place, report, statement in plans:
            first, last = statement.base_year, statement.year
            if place == code and first is not None and last is not None and first < year <= last:
                return report, statement
    return None


def amplification(self: Panel, indicator: str, *, measure: Measure | None = None) -> pd.DataFrame:
    """The target of each place less that of the place above for the same year (层层加码), as a pandas DataFrame.

    A row for each work report with a target in per cent, and a report of the nearest place above, by the parents of its
    code, that the panel has with one; the country is above all. `indicator` and `measure` as in `targets`. All figures
    are fractions: 0.005 is half a percentage point.

    Under the index (place, vintage, indicator): code, tier, year, measure, target and target_upper (the other end of a
    range), wording; above, above_code and above_tier (who it is), above_target, above_upper, above_wording;
    amplification, of ranges between their middles, and lower and upper, all that it can be within the ranges. plan and
    plan_upper are the yearly target of the plan outline in force, that of the place or else of the nearest place above
    with one (plan_place), and over_plan is target less plan. Raises what `targets` does.

    Source: Li, Liu, Weng, Zhou (2019), Target Setting in Tournaments: Theory and Evidence from China, Economic Journal
    129(623), 2888-2915.

    >>> import shengzhou_report as sr
    >>> def plan(place, code, text):
    ...     return sr.parse(f"一、2029年工作回顾\\n成绩不少。\\n二、2030年工作安排\\n地区生产总值增长{text}。",
    ...                     place=place, year=2030, kind="work_report", ref_area=code)
    >>> panel = sr.Panel([plan("浙江省", "330000", "5%左右"), plan("嵊州市", "330683", "6%-6.5%")])
    >>> frame = panel.amplification("gdp")
    >>> frame[["above", "amplification", "lower", "upper"]].round(4).values.tolist()
    [['浙江省', 0.0125, 0.01, 0.015]]
    """
    asked = Asked.of(self, indicator, measure, "target")
    own: dict[tuple[str, int], Planned] = {}
    plans: list[tuple[str, Report, Statement]] = []
    for report in self:
        code = _code(report)
        if code is None or report.year is None:
            continue
        if report.kind == "work_report":
            own.setdefault((code, report.year), planned(report, asked))
        elif report.kind == "plan":
            yearly = report.filter(indicator=asked.name, measure=asked.measure, status="target", period="year_average")
            plans += [(code, report, statement) for statement in yearly if not statement.area]
    rows = []
    for (code, year), plan in own.items():
        if plan.target is None or (rates := Rates.of(plan.target.quantity)) is None:
            continue
        line = _line_above(plan.report)
        row = head_of(plan.report, asked) | {"year": year, "measure": asked.measure}
        row |= {"target": rates.lower, "target_upper": rates.upper, "wording": _wording.of_statement(plan.target)}
        above = _nearest(own, line, year)
        if above is not None:
            row |= _against(rates, above)
        if (force := _in_force(plans, [code, *line], year)) is not None:
            yearly_rates = Rates.of(force[1].quantity)
            if yearly_rates is not None:
                row |= {"plan_place": force[0].place, "plan": yearly_rates.lower, "plan_upper": yearly_rates.upper}
                row["over_plan"] = rates.middle - yearly_rates.middle
        if above is not None or "plan" in row:
            rows.append(row)
    return frame_of(rows, _AMPLIFICATION_COLUMNS)


def _nearest(own: dict[tuple[str, int], Planned], line: list[str], year: int) -> Planned | None:
    for code in line:
        found = own.get((code, year))
        if found is not None and found.target is not None and Rates.of(found.target.quantity) is not None:
            return found
    return None


def _against(rates: Rates, above: Planned) -> dict[str, Any]:
    target = above.target
    assert target is not None
    theirs = Rates.of(target.quantity)
    assert theirs is not None
    return {
        "above": above.report.place,
        "above_code": above.report.ref_area or "",
        "above_tier": tier_of(above.report),
        "above_target": theirs.lower,
        "above_upper": theirs.upper,
        "above_wording": _wording.of_statement(target),
        "amplification": rates.middle - theirs.middle,
        "lower": rates.lower - theirs.upper,
        "upper": rates.upper - theirs.lower,
    }
