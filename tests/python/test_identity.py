"""Which document a text is: what the reader finds, what the caller says, and what stays unknown."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import shengzhou_report as sr
from shengzhou_report.cli import app

REPORT = """云岭县2031年政府工作报告
——2031年1月9日在云岭县第八届人民代表大会第二次会议上
各位代表：
一、2030年工作回顾
粮食产量21万吨，增长1.5%。
二、2031年工作安排
粮食产量22万吨以上。
三、政府自身建设
压减会议5%。
"""
UNKNOWN = "粮食产量21万吨，增长1.5%。"


def test_a_report_says_why_it_was_taken_for_what_it_is() -> None:
    report = sr.parse(REPORT)
    assert (report.kind, report.place, report.year) == ("work_report", "云岭县", 2031)
    first = {}
    for piece in report.evidence:
        first.setdefault(piece.about, piece)
    assert first["place"].rule == "assembly"
    assert REPORT[first["place"].start : first["place"].end] == "云岭县"
    assert REPORT.encode()[first["year"].byte_start : first["year"].byte_end].decode() == "2031"


def test_what_is_given_goes_before_what_is_found() -> None:
    report = sr.parse(REPORT, place="云岭自治县", year=2041, kind="communique", ref_area="330600")
    assert (report.place, report.year, report.kind, report.ref_area) == ("云岭自治县", 2041, "communique", "330600")
    assert [piece.value for piece in report.evidence if piece.rule == "given"] == ["communique", "云岭自治县", "2041"]
    # A communique looks back on the year given, in all its parts.
    assert {(s.status, s.year) for s in report} == {("outcome", 2041)}
    assert sr.view(REPORT, year=2041).report.year == 2041


def test_the_code_of_the_place_follows_from_place_and_year() -> None:
    assert sr.parse("1994年嵊县政府工作报告\n各位代表：\n道路平了。").ref_area == "330623"
    report = sr.parse("2024年嵊州市政府工作报告\n各位代表：\n道路平了。")
    assert report.ref_area == "330683" == sr.divisions.find(report.place or "", report.year).code
    assert (report.evidence[-1].about, report.evidence[-1].value) == ("ref_area", "330683")
    assert sr.parse("2024年嵊州市政府工作报告", ref_area="330600").ref_area == "330600"
    assert sr.parse("道路平了。", place="嵊县", year=1990).ref_area == "330623"
    assert sr.parse("道路平了。", place="云岭县", year=1990).ref_area is None


def test_places_of_one_name_are_told_apart_or_left() -> None:
    text = "2024年鼓楼区政府工作报告\n——2024年1月3日在{}鼓楼区第十八届人民代表大会第三次会议上\n各位代表：\n道路平了。"
    named = sr.parse(text.format("福州市"))
    assert named.ref_area == "350102"
    assert text.format("福州市")[named.evidence[-1].start : named.evidence[-1].end] == "福州"
    unnamed = sr.parse(text.format(""))
    assert unnamed.ref_area is None
    assert set(unnamed.evidence[-1].value.split()) == {d.code for d in sr.divisions.candidates("鼓楼区", 2024)}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"year": 1066}, "1900"),
        ({"place": ""}, "place"),
        ({"kind": "speech"}, "'communique'"),
    ],
)
def test_what_cannot_be_is_refused(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sr.parse(REPORT, **arguments)  # type: ignore[arg-type]


def test_what_is_unknown_is_none(public: dict[str, object]) -> None:
    report = sr.parse(UNKNOWN)
    assert (report.place, report.year, report.place_en, report.ref_area, report.kind) == (None,) * 4 + ("other",)
    assert [s.year for s in report] == [None, None]
    assert report.years() == []
    assert str(report[0]) == "粮食产量 level 21万吨 (outcome of no known year)"
    assert sr.Report() == sr.Report([], place=None, year=None)
    assert pickle.loads(pickle.dumps(report)) == report
    assert eval(repr(report), public) == report


def test_unknown_years_through_frames() -> None:
    frame = sr.parse(UNKNOWN).to_frame()
    assert frame["year"].dtype == sr.parse(REPORT).to_frame()["year"].dtype == "Int64"
    assert frame["year"].isna().all()
    assert sr.Report.from_frame(frame) == sr.parse(UNKNOWN)[:]
    assert all(isinstance(row["year"], int) for row in sr.parse(REPORT).to_frame().to_dict("records"))


def test_computation_over_time_needs_a_year() -> None:
    level, growth = sr.parse(UNKNOWN)
    with pytest.raises(sr.DomainError, match="year=2024"):
        sr.target.implied_level(level, growth.replace(status="target"))
    assert len(sr.check(sr.parse(UNKNOWN))) == 0
    assert sr.target.implied_levels(sr.parse(UNKNOWN)) == []


def test_a_panel_keeps_apart_what_it_cannot_place(public: dict[str, object]) -> None:
    panel = sr.Panel([sr.parse(UNKNOWN), sr.parse(REPORT), sr.parse(UNKNOWN)])
    assert (len(panel), len(panel.unplaced), panel.places) == (1, 2, ["云岭县"])
    assert pickle.loads(pickle.dumps(panel)) == panel
    assert eval(repr(panel), public) == panel
    assert sr.Panel([sr.parse(UNKNOWN)]).to_frame().empty


def test_sections_have_roles_and_spans() -> None:
    report = sr.parse(REPORT)
    assert [(section.title, section.role) for section in report.sections] == [
        ("一、2030年工作回顾", "review"),
        ("二、2031年工作安排", "plan"),
        ("三、政府自身建设", "government"),
    ]
    review, plan, government = report.sections
    assert report.text == REPORT
    assert report.text_of(review) == "一、2030年工作回顾\n粮食产量21万吨，增长1.5%。\n"
    assert report.text_of(plan) == REPORT[plan.start : plan.end]
    assert report.at(section=plan).quantity == sr.Quantity("22", "万吨", bound="at_least")
    assert [s.indicator for s in report.filter(section=government)] == ["会议"]
    assert list(report.filter(section=government)) == list(report.filter(section=government.title))
    assert str(plan) == "二、2031年工作安排"
    with pytest.raises(sr.LookupError, match="not read from a text"):
        sr.shengzhou_2024().text_of(plan)
    with pytest.raises(TypeError, match="Section"):
        report.filter(section=np.int64(3))  # type: ignore[arg-type]


def test_the_text_goes_with_the_report() -> None:
    report = sr.parse(REPORT)
    assert pickle.loads(pickle.dumps(report)).text == REPORT
    assert report.targets().text == REPORT
    assert sr.Report(report.statements).text is None


def test_the_command_line_says_what_it_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(REPORT, encoding="utf-8")
    done = CliRunner().invoke(app, ["show", str(file), "--json"])
    assert json.loads(done.stdout)["report"]["kind"] == "work_report"
    assert done.stderr.endswith(
        "a.txt: work report of 云岭县 for 2031 (kind: title of a report; place: assembly; "
        "year: headings of review and plan)\n"
    )
    done = CliRunner().invoke(
        app,
        ["check", str(file), "--place", "甲\x1b县", "--year", "2041", "--kind", "communique", "--ref-area", "330600"],
    )
    assert done.exit_code == 0
    assert "a.txt: communique of 甲 县 for 2041 (kind: given; place: given; year: given)" in done.stderr
    for option in ("--year=3", "--kind=speech", "--place="):
        done = CliRunner().invoke(app, ["parse", str(file), option])
        assert (done.exit_code, done.stdout) == (2, "")
