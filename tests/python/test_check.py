"""Findings in Python: what is found, and how it looks in a frame, in Jupyter and in a terminal."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import shengzhou_report as sr

REPORTS = Path(__file__).parents[3] / "shared" / "reports"


def income(who: str, measure: str, value: str, unit: str, year: int, **more: Any) -> sr.Statement:
    quantity = sr.Quantity(value, unit, **more)
    return sr.Statement(f"disposable_income_{who}", measure=measure, quantity=quantity, year=year)  # type: ignore[arg-type]


def hostile() -> sr.Report:
    """A contradiction under a name that is code elsewhere."""
    name = "<script>alert(1)</script>\x1b[2J[bold]"
    part = sr.Statement(name, indicator_id="industrial_investment", quantity=sr.Quantity(30, "亿元"), year=2023)
    return sr.Report([part, sr.Statement("固定资产投资", quantity=sr.Quantity(20, "亿元"), year=2023)])


def test_the_embedded_report_has_no_false_alarm(report: sr.Report) -> None:
    findings = sr.check(report)
    assert isinstance(findings, sr.Findings)
    assert report.check() == findings
    assert findings.errors == findings.warnings == ()
    assert findings.of("info") == findings
    assert all(statement in report for finding in findings for statement in finding.statements)
    assert {finding.rule for finding in findings} <= sr.check_rules().keys()
    (narrowed,) = (finding for finding in findings if finding.rule == "ratio_narrowed")
    assert narrowed.numbers[0].interval.lower == pytest.approx(0.4)
    with pytest.raises(ValueError, match="'fatal' is none of 'info', 'warning', 'error'"):
        findings.of("fatal")  # type: ignore[arg-type]


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not part of the repository")
@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_reports_raise_no_alarm(path: Path) -> None:
    # Each finding was read by hand: none of these reports holds a contradiction that its parsed figures show.
    findings = sr.read(path).check()
    assert not findings.errors
    assert not findings.warnings


@given(st.integers(10_000, 99_999), st.floats(-0.05, 0.2))
def test_incomes_that_grow_as_printed_are_never_an_error(base: int, rate: float) -> None:
    end = round(base * (1 + rate))
    printed = sr.round(100 * (end / base - 1), "0.1", rounding="half_up")
    found = sr.check(
        sr.Report(
            [
                income("urban", "level", str(base), "元", 2022),
                income("urban", "level", str(end), "元", 2023),
                income("urban", "growth", str(printed), "%", 2023),
            ]
        )
    )
    assert not [finding for finding in found if finding.rule == "level_growth"]


@given(st.floats(-0.05, 0.2), st.decimals("0.3", "5", places=1))
def test_incomes_that_do_not_are(rate: float, off: Any) -> None:
    end = round(50_000 * (1 + rate))
    printed = sr.round(100 * (end / 50_000 - 1), "0.1") + off
    statements = [
        income("rural", "level", "50000", "元", 2022),
        income("rural", "level", str(end), "元", 2023),
        income("rural", "growth", str(printed), "%", 2023),
    ]
    (finding,) = (found for found in sr.check(sr.Report(statements)) if found.rule == "level_growth")
    assert finding.severity == "error"
    assert finding.numbers[0].value == pytest.approx(100 * (end / 50_000 - 1))


def test_options(report: sr.Report) -> None:
    strict = report.check(in_step_tolerance=0, in_step_basis="current")
    numbers = {number.name: number.value for finding in strict for number in finding.numbers}
    assert numbers["least_income_growth"] == pytest.approx(7.0)
    told = report.check(urban_weight=sr.Interval(0.5, 0.6), consumer_price_growth=0.002)
    assert "for every urban share of 50% to 60% of the population, as this check was told" in told[-1].message
    with pytest.raises(sr.DomainError, match="tolerance = -1"):
        report.check(in_step_tolerance=-1)
    with pytest.raises(sr.DomainError, match="urban_weight = nan"):
        report.check(urban_weight=float("nan"))
    with pytest.raises(ValueError, match="'real' is none of"):
        report.check(in_step_basis="real")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        report.check(urban_weight="60%")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        sr.check("text")  # type: ignore[arg-type]


def test_deflators_are_judged_by_prices_of_their_year() -> None:
    def severity(year: int, **options: Any) -> str:
        levels = [
            sr.Statement("gdp", quantity=sr.Quantity(v, "亿元"), year=y)
            for v, y in (("99.9", year - 1), ("131.9", year))
        ]
        growth = sr.Statement("gdp", measure="growth", quantity=sr.Quantity("10", "%"), year=year)
        (found,) = (f for f in sr.check(sr.Report([*levels, growth]), **options) if f.rule == "implied_deflator")
        return found.severity

    # Prices of the country rose by a fifth in 1994, and by a hundredth in 2014 (National Bureau of Statistics).
    assert severity(1994) == "info"
    assert severity(2014) == "warning"
    assert severity(2014, deflator_band=sr.Interval(-0.02, 0.25)) == "info"
    assert severity(1994, deflator_band=0.05) == "warning"


def test_a_parent_report(report: sr.Report) -> None:
    goal = sr.Quantity("5", "%", bound="about")
    plan = sr.Statement("GDP", measure="growth", quantity=goal, status="target", year=2024)
    found = [f for f in report.check(sr.Report([plan], place="中国", year=2024)) if f.rule == "amplification"]
    assert [f.numbers[0].value for f in found] == [pytest.approx(2.0)]
    assert "中国" in found[0].message
    assert found[0].statements[1] == plan


def test_frames(report: sr.Report) -> None:
    findings = report.check()
    frame = findings.to_frame()
    assert list(frame.columns) == ["severity", "rule", "indicator", "year", "statements", "message"]
    assert list(frame.rule) == [finding.rule for finding in findings]
    assert frame.year.dtype.kind == "i"
    numbers = findings.to_frame(numbers=True)
    assert list(numbers.index.names) == ["finding", "number"]
    assert numbers.loc[(0, 0), "value"] == pytest.approx(745 / 1.075)
    assert len(numbers) == sum(len(finding.numbers) for finding in findings)
    for empty in (sr.Findings().to_frame(), sr.Findings().to_frame(numbers=True)):
        assert isinstance(empty, pd.DataFrame)
        assert empty.empty
        assert "rule" in empty.columns


def test_html_is_escaped() -> None:
    html = hostile().check()._repr_html_()
    assert "part_exceeds_whole" in html
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_terminal_shows_no_codes_of_others() -> None:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(hostile().check())
    assert "part_exceeds_whole" in captured.get()
    assert "\x1b[2J" not in captured.get()
    assert "[bold]" in captured.get()
    with console.capture() as captured:
        console.print(sr.Findings())
    assert captured.get() == "no findings\n"


def test_findings_are_values(report: sr.Report, public: dict[str, object]) -> None:
    findings = report.check()
    assert eval(repr(findings), public) == findings
    again = pickle.loads(pickle.dumps(findings))
    assert again == findings
    assert type(again) is sr.Findings
    assert str(findings).count("\n") == len(findings) - 1
    assert str(sr.Findings()) == "no findings"
    assert hash(findings) == hash(again)
