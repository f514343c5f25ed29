"""The tools of the server. What they return is described in `answers`; what goes wrong is a ToolError that says what to
do."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from shengzhou_report._arguments import Figures
from shengzhou_report._check import check
from shengzhou_report._core import Error, Interval, LookupError, Report, implied_levels, suggest_indicators
from shengzhou_report.growth import large_rates
from shengzhou_report.typing import DocumentKind, Measure, Modality, Status

from . import income
from .answers import (
    MOST_ROWS,
    Checked,
    Files,
    Overview,
    Promises,
    Quoter,
    Statements,
    Target,
    Targets,
    quoted,
)
from .documents import EMBEDDED, MOST_TEXT, Documents

_T = TypeVar("_T")
_P = ParamSpec("_P")

#: What keeps a tool from answering, and says why.
_EXPECTED = (Error, OSError, ImportError, ValueError)

_REPORT = Annotated[str, Field(max_length=64, description="a report's name as read_report gave it, or 'embedded'")]
_NAME = Annotated[str, Field(max_length=200)]
_FIGURE = Annotated[str, Field(max_length=60, description="with its unit: 77400元, 6.3%; default: the report's")]
_RATE = Annotated[str, Field(max_length=60, description="at least so much, as 6.8%; default: not asked for")]
_OFFSET = Annotated[int, Field(ge=0, description="how many rows to pass over: next_offset of the answer before")]
_YEAR = Annotated[int | None, Field(ge=1, le=9999)]
_RATIO = Annotated[float | None, Field(gt=0, lt=1000, description="urban income over rural income, as 1.70")]


def _answering(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """The tool, whose errors name their type and what to do, and hold no character that cannot be sent."""

    @functools.wraps(function)
    def tool(*arguments: _P.args, **named: _P.kwargs) -> _T:
        try:
            # Figures say their unit: without one, `Figures` refuses what would be 100 % and more.
            with large_rates():
                return function(*arguments, **named)
        except _EXPECTED as error:
            said = error.strerror if isinstance(error, OSError) and error.strerror else str(error.args[0])
            text = quoted(f"{type(error).__name__}: {said}")
            raise ToolError(text.encode("utf-8", "backslashreplace").decode()) from error

    return tool


class Tools:
    """The tools over one set of documents."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def all(self) -> Sequence[Callable[..., Any]]:
        """Every tool, in the order in which an assistant needs them."""
        return (
            self.list_files,
            self.read_report,
            self.find_statements,
            self.targets,
            self.commitments,
            self.check,
            self.income_gap,
            self.feasible_growth,
        )

    @_answering
    def list_files(self) -> Files:
        """The documents in the folder that this server may read, as paths for read_report."""
        files, complete = self._documents.names()
        return Files(root=self._documents.root is not None, files=files, complete=complete)

    @_answering
    def read_report(
        self,
        path: Annotated[_NAME, Field(description="of a document in the folder, as list_files shows it")] = "",
        text: Annotated[str, Field(max_length=MOST_TEXT, description="of a document, instead of a path")] = "",
        place: Annotated[_NAME, Field(description="where the text does not say it or says it wrongly")] = "",
        year: Annotated[_YEAR, Field(description="that is planned; of a communique the year it reviews")] = None,
        kind: DocumentKind | None = None,
    ) -> Overview:
        """Reads a government work report, communique or plan: what it is, what it rests on, how much was read.

        Give a path or a text; with neither, the embedded 2024 report of Shengzhou. The answer has the name by which the
        other tools know the report.
        """
        if path and text:
            raise ValueError("give a path or a text, not both")
        known: dict[str, Any] = {"place": place or None, "year": year, "kind": kind}
        if not path and not text:
            if any(value is not None for value in known.values()):
                raise ValueError("place, year and kind belong to a path or a text; the embedded report has its own")
            return Quoter(self._documents.get(EMBEDDED)).overview(EMBEDDED)
        name, report = self._documents.file(path, **known) if path else self._documents.text(text, **known)
        return Quoter(report).overview(name)

    @_answering
    def find_statements(
        self,
        report: _REPORT = EMBEDDED,
        indicator: Annotated[_NAME, Field(description="any name of it: GDP, 社零, gini; default: all")] = "",
        measure: Measure | None = None,
        status: Status | None = None,
        year: _YEAR = None,
        section: Annotated[_NAME, Field(description="a heading, as read_report lists them")] = "",
        offset: _OFFSET = 0,
    ) -> Statements:
        """What a report states of an indicator: number, unit, year, outcome or target, each with its sentence."""
        found = self._documents.get(report)
        chosen = found.filter(indicator or None, measure=measure, status=status, year=year, section=section or None)
        if indicator and not len(chosen):
            raise LookupError(_nothing_of(indicator, found))
        quoter = Quoter(found)
        rows, following = _page(chosen.statements, offset)
        return Statements(
            report=report, total=len(chosen), next_offset=following, statements=list(map(quoter.statement, rows))
        )

    @_answering
    def targets(
        self,
        report: _REPORT = EMBEDDED,
        modality: Annotated[Modality | None, Field(description="ensure and firm are hard, strive is soft")] = None,
        offset: _OFFSET = 0,
    ) -> Targets:
        """The targets of a report, each with its sentence, and the level it leads to where the base is stated."""
        found = self._documents.get(report)
        quoter = Quoter(found)
        implied = {level.target: level for level in implied_levels(found)}
        chosen = found.targets().filter(modality=modality)
        rows, following = _page(chosen.statements, offset)
        targets = []
        for row in rows:
            level = implied.get(row)
            led_to = None if level is None else quoter.implied(level)
            targets.append(Target(target=quoter.statement(row), implied=led_to))
        return Targets(report=report, total=len(chosen), next_offset=following, targets=targets)

    @_answering
    def commitments(
        self,
        report: _REPORT = EMBEDDED,
        section: Annotated[_NAME, Field(description="a heading, as read_report lists them")] = "",
        offset: _OFFSET = 0,
    ) -> Promises:
        """What a report promises to do, as verb and object, each with its sentence."""
        found = self._documents.get(report)
        quoter = Quoter(found)
        chosen = [promise for promise in found.commitments() if not section or section in promise.section]
        rows, following = _page(chosen, offset)
        return Promises(
            report=report, total=len(chosen), next_offset=following, commitments=list(map(quoter.commitment, rows))
        )

    @_answering
    def check(
        self,
        report: _REPORT = EMBEDDED,
        parent: Annotated[str, Field(max_length=64, description="report of the authority above, by its name")] = "",
        consumer_price_growth: Annotated[
            str, Field(max_length=60, description="where the report states none, as 2%")
        ] = "",
        urban_weight: Annotated[str, Field(max_length=60, description="urban share of the population, as 60%")] = "",
    ) -> Checked:
        """Whether all statements of a report can be true, and what they mean together: findings with their figures."""
        found = self._documents.get(report)
        above = self._documents.get(parent) if parent else None
        figures = Figures(rounded=False)
        prices = figures.read("consumer_price_growth", "rate", consumer_price_growth) if consumer_price_growth else None
        weight = figures.read("urban_weight", "rate", urban_weight) if urban_weight else None
        findings = check(
            found,
            above,
            consumer_price_growth=prices.midpoint if isinstance(prices, Interval) else prices,
            urban_weight=weight,
        )
        quoter, of_parent = Quoter(found), None if above is None else Quoter(above)
        return Checked(
            report=report,
            errors=len(findings.errors),
            warnings=len(findings.warnings),
            findings=[quoter.finding(finding, of_parent) for finding in findings],
        )

    @_answering
    def income_gap(
        self,
        report: _REPORT = EMBEDDED,
        urban: _FIGURE = "",
        rural: _FIGURE = "",
        urban_growth: _FIGURE = "",
        rural_growth: _FIGURE = "",
        target_ratio: _RATIO = None,
        within_years: Annotated[int | None, Field(ge=1, le=1000, description="for required_rural_growth")] = None,
    ) -> income.IncomeGap:
        """Urban and rural income: ratio and gap, whether they narrow, and when a ratio is reached at constant growth.

        Figures are those of the report's last year unless given. With a target and years, the rural growth it takes.
        """
        if within_years is not None and target_ratio is None:
            raise ValueError("within_years needs a target_ratio")
        given = {"urban": urban, "rural": rural, "urban_growth": urban_growth, "rural_growth": rural_growth}
        return income.income_gap(report, self._documents.get(report), given, target_ratio, within_years)

    @_answering
    def feasible_growth(
        self,
        report: _REPORT = EMBEDDED,
        urban: _FIGURE = "",
        rural: _FIGURE = "",
        urban_weight: Annotated[
            str, Field(max_length=60, description="urban share of the persons, as 60%; default: whatever it is")
        ] = "",
        total_growth: _RATE = "",
        urban_growth: _RATE = "",
        rural_growth: _RATE = "",
        ratio_falls: Annotated[bool, Field(description="whether the income ratio has to fall")] = False,
        ratio_target: _RATIO = None,
    ) -> income.Feasible:
        """Whether income targets can be met together next year, by which growth at least, and which conflict."""
        least = {"total_growth": total_growth, "urban_growth": urban_growth, "rural_growth": rural_growth}
        if not (any(least.values()) or ratio_falls or ratio_target is not None):
            raise ValueError("say what is asked for: a growth, ratio_falls or ratio_target")
        given = {"urban": urban, "rural": rural}
        found = self._documents.get(report)
        return income.feasible(report, found, given, least, urban_weight, ratio_falls, ratio_target)


def _page(rows: Sequence[_T], offset: int) -> tuple[Sequence[_T], int | None]:
    """Some rows, and where the next begin."""
    end = offset + MOST_ROWS
    return rows[offset:end], end if end < len(rows) else None


def _nothing_of(indicator: str, report: Report) -> str:
    """What to ask for instead of an indicator that the report does not have in the way that was asked for."""
    if stated := len(report.filter(indicator)):
        return f"the report has {stated} statements of {indicator!r}, none of that measure, status, year and section"
    near = [name for name in suggest_indicators(indicator) if len(report.filter(name))] or report.indicators()[:10]
    return f"the report says nothing of {indicator!r}; it has {', '.join(near) or 'no statements'}"
