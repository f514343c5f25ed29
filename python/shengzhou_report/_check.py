"""Findings on reports: how they are made, and how they look in a frame, in Jupyter and in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core, display, frames
from ._core import Finding, Interval, Report
from ._findings import message_in
from .language import gettext as _
from .language import word
from .target import IN_STEP_TOLERANCE
from .typing import PriceBasis, Severity

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

#: How a severity looks in a terminal.
_STYLES = {"info": "", "warning": "yellow", "error": "bold red"}


class Findings(tuple[Finding, ...]):
    """Findings in the order of the text: a tuple of Finding that prints well and becomes a frame."""

    __slots__ = ()

    def of(self, severity: Severity) -> Findings:
        """The findings of one severity: 'info', 'warning' or 'error'. Raises ValueError for another word."""
        if severity not in _STYLES:
            raise ValueError(f"{severity!r} is none of {', '.join(map(repr, _STYLES))}")
        return Findings(finding for finding in self if finding.severity == severity)

    @property
    def errors(self) -> Findings:
        """What cannot be true."""
        return self.of("error")

    @property
    def warnings(self) -> Findings:
        """What is hardly true as it stands."""
        return self.of("warning")

    def to_frame(self, *, numbers: bool = False) -> pd.DataFrame:
        """The findings as a pandas DataFrame, one row each; with `numbers` one row for each number of them.

        Columns: severity, rule, indicator and year (of the first statement), statements (how many), message; with
        `numbers` instead of the last two name, value, lower, upper, unit, under the index (finding, number). Raises
        ImportError without pandas.
        """
        pandas = frames.require("pandas", "pandas")
        heads: list[dict[str, object]] = [
            {
                "severity": finding.severity,
                "rule": finding.rule,
                "indicator": finding.statements[0].indicator if finding.statements else "",
                "year": finding.statements[0].year if finding.statements else None,
            }
            for finding in self
        ]
        rows: list[dict[str, object]] = []
        places = []
        for at, (head, finding) in enumerate(zip(heads, self, strict=True)):
            if not numbers:
                rows.append(head | {"statements": len(finding.statements), "message": finding.message})
                continue
            for i, number in enumerate(finding.numbers):
                lower, upper = number.interval
                figures = {"value": number.value, "lower": lower, "upper": upper, "unit": number.unit.symbol}
                rows.append(head | {"name": number.name} | figures)
                places.append((at, i))
        columns = ["severity", "rule", "indicator", "year"]
        columns += ["name", "value", "lower", "upper", "unit"] if numbers else ["statements", "message"]
        index = pandas.MultiIndex.from_tuples(places, names=["finding", "number"]) if numbers else None
        frame: pd.DataFrame = pandas.DataFrame(rows, index=index, columns=columns)
        return frame

    def __repr__(self) -> str:
        """The constructor's call."""
        return f"Findings({super().__repr__()})"

    def __str__(self) -> str:
        """One finding a line."""
        return "\n".join(f"{severity} {rule}: {message}" for severity, rule, message in self._cells()) or _(
            "no findings"
        )

    def __rich__(self) -> Table | str:
        """A table for a terminal."""
        from ._terminal import add_row, new_table

        if not self:
            return _("no findings")
        heads = _columns()
        table = new_table("", *heads, wrap=heads[2:])
        for finding, cells in zip(self, self._cells(), strict=True):
            add_row(table, cells, style=_STYLES[finding.severity])
        return table

    def _repr_html_(self) -> str:
        """A table for Jupyter; all text is escaped."""
        return display.findings_html(self)

    def _cells(self) -> list[tuple[str, str, str]]:
        """Severity, rule and message of each, as people read them."""
        return [(word(finding.severity), _(finding.rule), message_in(finding)) for finding in self]


def _columns() -> tuple[str, str, str]:
    return _("severity"), _("rule"), _("finding")


def check_options(
    in_step_tolerance: float,
    in_step_basis: PriceBasis,
    consumer_price_growth: float | None,
    deflator_band: Interval | float | None,
    urban_weight: Interval | float | None,
) -> _core._CheckOptions:
    return _core._CheckOptions(in_step_tolerance, in_step_basis, consumer_price_growth, deflator_band, urban_weight)


def check(
    report: Report,
    parent: Report | None = None,
    *,
    in_step_tolerance: float = IN_STEP_TOLERANCE,
    in_step_basis: PriceBasis = "constant",
    consumer_price_growth: float | None = None,
    deflator_band: Interval | float | None = None,
    urban_weight: Interval | float | None = None,
) -> Findings:
    """Whether all statements of a report can be true, as Findings in the order of its text.

    Each rule (`check_rules` lists them) is one piece of arithmetic over rounded figures. It speaks up where no values
    that print like the figures agree, or says what figures of different kinds mean together. Only whole years and
    indicators of the catalogue are compared; a figure that is stated twice with different numbers is left aside.

    `parent` is the report of the authority above, against whose targets those of this report are held (层层加码).
    `in_step_tolerance` and `in_step_basis` ('constant': real incomes; 'current': as printed) say what in step with GDP
    means; `consumer_price_growth` stands in where the report states no consumer prices, and what follows from it is
    info; `deflator_band` is what growth of a deflator needs no remark, without it prices of the country in that year
    (World Bank, World Development Indicators: GDP deflator and consumer prices) and 3 percentage points on either side;
    `urban_weight` is the urban share of the population, a number or an Interval, for the feasible set of incomes, which
    otherwise asks for every share. Messages say "by convention" where a figure rests on a judgement, as the tolerance
    of in step and those 3 points do. Raises DomainError for options that are no numbers,
    TypeError for a report that is none, ValueError for another word of `in_step_basis`.

    >>> import shengzhou_report as sr
    >>> findings = sr.check(sr.shengzhou_2024())
    >>> [finding.rule for finding in findings]
    ['price_basis', 'gap_widens', 'ratio_narrowed', 'in_step', 'in_step', 'in_step', 'feasible_set']
    >>> findings.errors + findings.warnings
    ()
    >>> [(number.name, round(number.value, 4), str(number.unit)) for number in findings[1].numbers]
    [('gap_threshold', 11.2875, '%'), ('years', 108.0, '年')]
    """
    options = check_options(in_step_tolerance, in_step_basis, consumer_price_growth, deflator_band, urban_weight)
    return Findings(_core._check(report, parent, options))


def report_check(
    self: Report,
    parent: Report | None = None,
    *,
    in_step_tolerance: float = IN_STEP_TOLERANCE,
    in_step_basis: PriceBasis = "constant",
    consumer_price_growth: float | None = None,
    deflator_band: Interval | float | None = None,
    urban_weight: Interval | float | None = None,
) -> Findings:
    """Whether all statements of the report can be true; the function `check` says more, and raises the same errors.

    >>> import shengzhou_report as sr
    >>> len(sr.shengzhou_2024().check())
    7
    """
    return check(
        self,
        parent,
        in_step_tolerance=in_step_tolerance,
        in_step_basis=in_step_basis,
        consumer_price_growth=consumer_price_growth,
        deflator_band=deflator_band,
        urban_weight=urban_weight,
    )


def check_rules() -> dict[str, str]:
    """The rules of `check` and what they do, in the order in which they are applied.

    >>> import shengzhou_report as sr
    >>> sr.check_rules()["part_exceeds_whole"]
    'a part that is larger than its whole'
    """
    return _core._check_rules()
