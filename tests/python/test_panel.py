"""Panels of reports: targets against outcomes, revisions, frames."""

from __future__ import annotations

import io
import pickle
from typing import Any

import pandas as pd
import pytest
from rich.console import Console

import shengzhou_report as sr

#: National growth targets, their wording, and the outturn that the next report states. Premier's reports 2005 to 2025.
NATION = {
    2005: ("8", "about", "9.9"),
    2006: ("8", "about", "10.7"),
    2008: ("8", "about", "9.0"),
    2012: ("7.5", "exact", "7.8"),
    2014: ("7.5", "about", "7.4"),
    2015: ("7", "about", "6.9"),
    2021: ("6", "at_least", "8.1"),
    2022: ("5.5", "about", "3.0"),
    2023: ("5", "about", "5.2"),
    2024: ("5", "about", "5.0"),
}


def gdp(measure: str, value: str, unit: str, year: int, status: str = "outcome", **more: Any) -> sr.Statement:
    quantity = sr.Quantity(value, unit, **more)
    return sr.Statement("GDP", measure=measure, quantity=quantity, status=status, year=year)  # type: ignore[arg-type]


def nation() -> sr.Panel:
    statements: dict[int, list[sr.Statement]] = {}
    for year, (target, bound, outturn) in NATION.items():
        statements.setdefault(year, []).append(gdp("growth", target, "%", year, "target", bound=bound))
        statements.setdefault(year + 1, []).append(gdp("growth", outturn, "%", year))
    return sr.Panel([sr.Report(rows, place="中国", year=year) for year, rows in statements.items()])


def zhejiang() -> sr.Panel:
    first = gdp("level", "82553", "亿元", 2023)
    plan = gdp("growth", "5.5", "%", 2024, "target", bound="about")
    later = [gdp("level", "85620", "亿元", 2023), gdp("level", "90131", "亿元", 2024)]
    return sr.Panel([sr.Report([first, plan], place="浙江省", year=2024), sr.Report(later, place="浙江省", year=2025)])


def test_only_2022_was_missed() -> None:
    scores = nation().scorecard()
    assert isinstance(scores, sr.Scorecard)
    assert {score.target.year for score in scores if score.verdict == "missed"} == {2022}
    assert {score.verdict for score in scores} == {"met", "missed"}
    margins = {score.target.year: score.margin for score in scores}
    assert margins[2022] == pytest.approx(-2.5)
    assert margins[2006] == pytest.approx(2.7)


def test_a_real_target_and_nominal_levels_are_not_comparable() -> None:
    (score,) = zhejiang().scorecard()
    assert (score.verdict, score.obstacle, score.margin) == ("not_comparable", "price_basis", None)
    assert score.outcome is not None
    assert "5.27%" in score.message  # on the restated base, not 9.18 % on the old one


def test_a_figure_without_a_year_costs_no_score() -> None:
    promise = sr.parse("二、2023年工作安排\n城乡居民收入倍差持续缩小。", place="某县", year=2023)
    growth = [
        sr.Statement(f"{who}居民人均可支配收入", measure="growth", quantity=sr.Quantity(rate, "%"), year=2023)
        for who, rate in (("城镇", "5.0"), ("农村", "6.0"))
    ]
    undated = sr.Statement("GDP", quantity=sr.Quantity("800", "亿元"))
    later = sr.Report([*growth, undated], place="某县", year=2024)
    assert [score.verdict for score in sr.Panel([promise, later]).scorecard()] == ["met"]


def test_revisions() -> None:
    (revision,) = zhejiang().revisions()
    assert revision.change == pytest.approx(3067)
    assert revision.relative.midpoint == pytest.approx(0.0372, abs=5e-5)
    assert revision.changed == "certain"
    frame = zhejiang().revisions().to_frame()
    assert frame.loc[("浙江省", 2024, "GDP"), "later"] == "85620亿元"


def test_checks_across_reports() -> None:
    panel = sr.Panel(
        [
            sr.Report([gdp("level", "711.08", "亿元", 2022)], place="某市", year=2023),
            sr.Report([gdp("level", "745", "亿元", 2023), gdp("growth", "7.5", "%", 2023)], place="某市", year=2024),
        ]
    )
    (finding,) = panel.check()
    # Prices of the country fell by 0.5 % in 2023: not far from it.
    assert (finding.severity, finding.rule) == ("info", "implied_deflator")
    assert finding.numbers[1].value == pytest.approx(-2.54, abs=0.006)
    assert len(panel.check(deflator_band=sr.Interval(-0.02, 0.08)).warnings) == 1


def test_frames() -> None:
    panel = nation()
    frame = panel.to_frame()
    assert list(frame.index.names) == ["place", "vintage", "indicator"]
    assert len(frame) == sum(map(len, panel))
    assert sr.Panel.from_frame(frame) == panel
    assert sr.Panel.from_frame(frame.reset_index()) == panel
    scores = panel.scorecard().to_frame()
    assert list(scores.index.names) == ["place", "vintage", "indicator"]
    assert (scores.verdict == "met").sum() == len(NATION) - 1
    assert scores.xs(2022, level="vintage").margin.iloc[0] == pytest.approx(-2.5)
    assert pd.isna(zhejiang().scorecard().to_frame().margin.iloc[0])
    for empty in (sr.Panel().to_frame(), sr.Scorecard().to_frame(), sr.Revisions().to_frame()):
        assert empty.empty
        assert list(empty.index.names) == ["place", "vintage", "indicator"]
    with pytest.raises(ValueError, match="no column 'vintage'"):
        sr.Panel.from_frame(pd.DataFrame({"place": ["甲"], "indicator": ["GDP"]}))
    for wrong, message in ((float("nan"), "'vintage' has empty cells"), (2022.5, "not a whole number")):
        with pytest.raises(ValueError, match=message):
            sr.Panel.from_frame(pd.DataFrame({"place": ["甲"], "vintage": [wrong], "indicator": ["GDP"]}))


def test_the_embedded_report_survives_a_frame(report: sr.Report) -> None:
    (again,) = sr.Panel.from_frame(sr.Panel([report]).to_frame())
    assert again.statements == report.statements
    for name in ("place", "year", "ref_area", "kind"):
        assert getattr(again, name) == getattr(report, name)


def test_a_frame_keeps_documents_of_a_place_and_year_apart() -> None:
    growth = gdp("growth", "5.0", "%", 2024)
    level = gdp("level", "800", "亿元", 2024)
    report = sr.Report([growth], place="某市", year=2024, ref_area="330683")
    communique = sr.Report([level, growth], place="某市", year=2024, kind="communique")
    panel = sr.Panel([report, communique])
    frame = panel.to_frame()
    assert frame["kind"].tolist() == ["work_report", "communique", "communique"]
    assert frame["ref_area"].tolist() == ["330683", "", ""]
    assert sr.Panel.from_frame(frame) == panel
    # Codes as a CSV file is read with, and rows of work reports that do not say so.
    codes = pd.read_csv(io.StringIO(frame["ref_area"].to_csv()))["ref_area"].to_numpy()
    assert codes.dtype == float
    assert sr.Panel.from_frame(frame.assign(ref_area=codes)) == panel
    assert sr.Panel.from_frame(frame[:1].drop(columns="kind")) == sr.Panel([report])
    assert sr.Panel.from_frame(frame.drop(columns="ref_area")).reports[0].ref_area is None
    with pytest.raises(sr.DomainError, match="communique"):
        sr.Panel.from_frame(frame.assign(kind="comunique"))


def test_look_up_and_order() -> None:
    panel = nation()
    assert panel.places == ["中国"]
    assert [report.year for report in panel] == sorted({*NATION, *(year + 1 for year in NATION)})
    assert panel.at("中国", 2022).year == 2022
    with pytest.raises(sr.LookupError, match="1999"):
        panel.at("中国", 1999)
    with pytest.raises(sr.DomainError, match="two reports of '中国' for 2022"):
        sr.Panel([*panel, panel.at("中国", 2022)])
    with pytest.raises(TypeError):
        sr.Panel(["text"])  # type: ignore[list-item]


def test_looks() -> None:
    name = "<b>甲</b>\x1b[2J"
    plan = sr.Statement(name, quantity=sr.Quantity(5, "家"), status="target", year=2024)
    done = sr.Statement(name, quantity=sr.Quantity(6, "家"), year=2024)
    panel = sr.Panel([sr.Report([plan], place="<i>", year=2024), sr.Report([done], place="<i>", year=2025)])
    scores = panel.scorecard()
    assert (scores[0].verdict, scores[0].obstacle) == ("cannot_judge", "direction")
    assert "cannot judge (direction)" in scores._repr_html_()
    assert "<b>" not in scores._repr_html_()
    assert "&lt;b&gt;" in scores._repr_html_()
    console = Console(width=200)
    with console.capture() as captured:
        console.print(scores)
        console.print(sr.Scorecard())
    assert "cannot judge (direction)" in captured.get()
    assert "\x1b[2J" not in captured.get()
    assert "no targets" in captured.get()
    assert "82553亿元 (2024)" in zhejiang().revisions()._repr_html_()
    assert str(sr.Revisions()) == "no revisions"
    assert str(sr.Scorecard()) == "no targets"


@pytest.mark.parametrize("value", [nation().scorecard(), zhejiang().revisions(), sr.Scorecard(), sr.Revisions()])
def test_tables_are_values(value: Any, public: dict[str, object]) -> None:
    assert eval(repr(value), public) == value
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert type(again) is type(value)
