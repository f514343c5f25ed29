"""Tables of targets: their wording, what came of them, and how they rise from tier to tier."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._wording import NAMES, WORDINGS

CODES = {"中国": None, "浙江省": "330000", "绍兴市": "330600", "嵊州市": "330683", "云岭市": None}


def report(year: int, plan: str, review: str = "各项工作取得新成绩。", place: str = "云岭市") -> sr.Report:
    text = f"{year}年政府工作报告\n一、{year - 1}年工作回顾\n{review}\n二、{year}年工作安排\n{plan}\n"
    return sr.parse(text, place=place, year=year, kind="work_report", ref_area=CODES[place])


def row_of(plan: str, indicator: str = "gdp", **more: str) -> pd.Series:
    frame = sr.Panel([report(2031, plan)]).targets(indicator, **more)  # type: ignore[arg-type]
    assert len(frame) == 1
    return frame.iloc[0]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_every_class_of_wording_has_an_example(wording: object) -> None:
    example = wording.example  # type: ignore[attr-defined]
    name = wording.name  # type: ignore[attr-defined]
    indicator = "income_ratio" if name == "direction" else "gdp"
    found = row_of(example or "稳中求进。", indicator, **({"measure": "level"} if name == "direction" else {}))
    assert found.wording == name
    if example:
        assert found.sentence == example


def test_every_bound_and_trend_has_one_class() -> None:
    from shengzhou_report._wording import of_statement

    for bound in ("exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly", "range"):
        more = {"upper": "8"} if bound == "range" else {}
        quantity = sr.Quantity("7", "%", bound=bound, **more)
        statement = sr.Statement("GDP", measure="growth", quantity=quantity, status="target", year=2030)
        assert of_statement(statement) in NAMES
    for trend in ("rising", "falling", "stable", "in_step"):
        assert of_statement(sr.Statement("GDP", trend=trend, status="target", year=2030)) in ("direction", "in_step")


def test_a_second_target_is_what_the_same_sentence_strives_for() -> None:
    found = row_of("地区生产总值增长7%，力争7.5%。")
    assert (found.value, found.second, found.modality, found.wording) == (7.0, 7.5, "firm", "exact")
    found = row_of("确保地区生产总值增长6.5%以上、力争达到7%。")
    assert (found.value, found.second, found.modality, found.wording) == (6.5, 7.0, "ensure", "at_least")
    # Another sentence is no second target, and less is none either.
    assert pd.isna(row_of("地区生产总值增长7%。力争固定资产投资增长9%。").second)
    assert pd.isna(row_of("力争地区生产总值增长7%。").second)


def test_a_range_has_both_ends() -> None:
    found = row_of("地区生产总值增长6%-6.5%。")
    assert (found.value, found.upper, found.unit, found.bound) == (6.0, 6.5, "%", "range")


@pytest.mark.parametrize(
    ("plan", "wording", "reference"),
    [
        ("地区生产总值增速与全省平均水平相当。", "in_step", "全省"),
        ("地区生产总值增长与全国保持同步，固定资产投资增长6%。", "in_step", "全国"),
        ("地区生产总值增速力争高于全省平均水平，财政收入增长5%。", "above", "全省"),
        ("地区生产总值增速高于全国0.5个百分点。", "above", "全国"),
        # Incomes in step with GDP say nothing of GDP, nor does what is measured by it.
        ("居民收入增长与地区生产总值增长同步。", "not_found", ""),
        ("居民收入增速高于GDP增速。", "not_found", ""),
        ("人均地区生产总值增速高于全省平均水平。", "not_found", ""),
        ("服务业增加值占地区生产总值比重高于全省平均水平。", "not_found", ""),
        ("单位GDP能耗与全省保持一致。", "not_found", ""),
        ("综合各种因素，我们没有提出经济增速的具体目标。", "not_set", ""),
        ("对地区生产总值不设具体增长目标。", "not_set", ""),
        ("经济增长的目标不高，但要不折不扣完成。", "not_found", ""),
    ],
)
def test_sentences_without_a_figure(plan: str, wording: str, reference: str) -> None:
    found = row_of(plan)
    assert (found.wording, found.reference) == (wording, reference)
    assert (found.sentence == "") == (wording == "not_found")


def test_a_sentence_stands_where_it_says() -> None:
    document = report(2031, "今年目标如下。地区生产总值增长7%左右，进出口稳定；就业充分。")
    (row,) = sr.Panel([document]).targets("gdp").to_dict("records")
    assert document.text is not None
    assert document.text[row["start"] : row["end"]] == row["sentence"] == "地区生产总值增长7%左右，进出口稳定；"


def test_incomes_are_in_step_with_the_economy() -> None:
    found = row_of("居民人均可支配收入增长与经济增长同步。", "disposable_income_all")
    assert (found.wording, found.reference) == ("in_step", "经济增长")


def test_names_measures_and_what_is_not_there() -> None:
    panel = sr.Panel([report(2031, "城镇调查失业率控制在5.5%以内，一般公共预算收入达到50亿元，地区生产总值增长7%。")])
    for name in ("gdp", "GDP", "地区生产总值", "gross regional product"):
        assert panel.targets(name).value.tolist() == [7.0]
        assert panel.targets(name).index.get_level_values("indicator")[0] == "地区生产总值"
    # The measure that the panel's targets have.
    assert panel.targets("一般公共预算收入").iloc[0][["measure", "value", "unit"]].tolist() == ["level", 50.0, "亿元"]
    assert panel.targets("一般公共预算收入", measure="growth").wording.tolist() == ["not_found"]
    assert panel.targets("unemployment_surveyed").wording.tolist() == ["at_most"]
    with pytest.raises(sr.LookupError):
        panel.targets("没有这个指标")
    with pytest.raises(ValueError, match="'rank' is none of"):
        panel.targets("gdp", measure="rank")
    empty = sr.Panel().targets("gdp")
    assert empty.empty
    assert list(empty.index.names) == ["place", "vintage", "indicator"]
    assert str(empty.dtypes["year"]) == "Int64"


def test_figures_of_parts_and_spans_are_no_target_of_the_year() -> None:
    plan = (
        "今后五年地区生产总值年均增长8%。一季度地区生产总值增长6%。开发区地区生产总值增长20%。今年地区生产总值增长7%。"
    )
    assert row_of(plan).value == 7.0


def outcome_panel(*, communique: bool) -> sr.Panel:
    documents = [
        report(2030, "地区生产总值增长7%左右。"),
        report(2031, "地区生产总值增长6%以上。", "地区生产总值增长6.9%。"),
        report(2032, "稳中求进。", "预计地区生产总值增长5.8%。"),
    ]
    if communique:
        text = "云岭市2030年国民经济和社会发展统计公报\n地区生产总值比上年增长6.7%。"
        documents.append(sr.parse(text, place="云岭市", year=2030, kind="communique"))
    return sr.Panel(documents)


def test_targets_and_outcomes_by_report_and_communique() -> None:
    frame = outcome_panel(communique=True).target_vs_outcome("gdp").droplevel(["place", "indicator"])
    # About 7 is met from 6.8 on: by the report it was, by the communique it was not.
    first = frame.loc[2030]
    assert (first.target, first.report, first.communique) == (7.0, 6.9, 6.7)
    assert first.revision == pytest.approx(-0.2)
    assert (first.verdict, first.communique_verdict) == ("met", "missed")
    assert (first.margin, first.communique_margin) == (pytest.approx(-0.1), pytest.approx(-0.3))
    second = frame.loc[2031]
    assert (second.report_status, second.verdict, second.communique_verdict) == ("estimate", "missed", "")
    # No target, no later report: the row stays.
    third = frame.loc[2032]
    assert (third.wording, third.verdict) == ("not_found", "")
    assert frame.communique.isna().tolist() == [False, True, True]
    assert frame.target.isna().tolist() == [False, False, True]


def test_verdicts_are_those_of_the_scorecard() -> None:
    panel = outcome_panel(communique=False)
    scores = {score.vintage: score for score in panel.scorecard() if score.target.indicator_id == "gdp"}
    frame = panel.target_vs_outcome("gdp").droplevel(["place", "indicator"])
    for year, score in scores.items():
        assert (frame.verdict[year], frame.obstacle[year]) == (score.verdict, score.obstacle)
        assert score.margin is None or frame.margin[year] == pytest.approx(score.margin)


def test_outcomes_list_what_every_document_states() -> None:
    frame = outcome_panel(communique=True).outcomes("gdp").reset_index()
    assert frame[["kind", "vintage", "year", "value", "status"]].values.tolist() == [
        ["communique", 2030, 2030, 6.7, "outcome"],
        ["work_report", 2031, 2030, 6.9, "outcome"],
        ["work_report", 2032, 2031, 5.8, "estimate"],
    ]
    assert frame.measure.unique().tolist() == ["growth"]


def tiers() -> sr.Panel:
    outline = "国民经济和社会发展第二十一个五年规划纲要（2031-2035年）\n今后五年国内生产总值年均增长4.5%。"
    return sr.Panel(
        [
            report(2033, "国内生产总值增长5%左右。", place="中国"),
            report(2033, "地区生产总值增长5.5%-6%。", place="浙江省"),
            report(2033, "地区生产总值增长7%以上。", place="嵊州市"),
            report(2033, "地区生产总值增长与全省同步。", place="绍兴市"),
            sr.parse(outline, place="中国", year=2031, kind="plan"),
        ]
    )


def test_amplification_by_the_parents_of_the_code() -> None:
    frame = tiers().amplification("gdp").droplevel(["vintage", "indicator"])
    # 绍兴市 gives no figure, so the county's is held against the province's.
    assert frame.above.to_dict() == {"中国": "", "浙江省": "中国", "嵊州市": "浙江省"}
    assert frame.above_tier.to_dict() == {"中国": "", "浙江省": "nation", "嵊州市": "province"}
    province = frame.loc["浙江省"]
    assert [province.amplification, province.lower, province.upper] == pytest.approx([0.0075, 0.005, 0.01])
    county = frame.loc["嵊州市"]
    assert [county.amplification, county.lower, county.upper] == pytest.approx([0.0125, 0.01, 0.015])
    # The outline of 2031 to 2035 is in force in 2033.
    assert frame.plan_place.unique().tolist() == ["中国"]
    assert frame.over_plan.tolist() == pytest.approx([0.005, 0.025, 0.0125])
    assert sr.Panel([report(2033, "地区生产总值增长7%。")]).amplification("gdp").empty


def test_amplification_needs_no_code_that_is_known() -> None:
    text = "一、2032年工作回顾\n成绩不少。\n二、2033年工作安排\n地区生产总值增长7%。"
    strange = [
        sr.parse(text, place=place, year=2033, kind="work_report", ref_area=code)
        for place, code in (("甲市", "999999"), ("乙市", "abc"))
    ]
    panel = sr.Panel([*strange, report(2033, "国内生产总值增长5%左右。", place="中国")])
    assert panel.amplification("gdp").empty
    assert set(panel.targets("gdp").tier) == {"", "nation"}


@st.composite
def figures(draw: st.DrawFn, *, bounds: tuple[str, ...]) -> sr.Quantity:
    bound: Any = draw(st.sampled_from(bounds))
    value = Decimal(draw(st.integers(-50, 200))) / 10
    more = {"upper": str(value + draw(st.integers(1, 20)))} if bound == "range" else {}
    return sr.Quantity(str(value), "%", bound=bound, **more)


def stated(quantity: sr.Quantity, year: int, status: Any) -> sr.Statement:
    return sr.Statement(
        "GDP", measure="growth", quantity=quantity, status=status, year=year, base_year=year - 1, start=1, end=2
    )


BOUNDS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range")


@settings(max_examples=60)
@given(figures(bounds=BOUNDS), figures(bounds=("exact",)))
def test_any_target_is_judged_by_what_meets_it(target: sr.Quantity, outcome: sr.Quantity) -> None:
    plan = stated(target, 2030, "target")
    panel = sr.Panel(
        [
            sr.Report([plan], place="云岭市", year=2030),
            sr.Report([stated(outcome, 2030, "outcome")], place="云岭市", year=2031),
        ]
    )
    row = panel.target_vs_outcome("gdp").iloc[0]
    verdict = {"certain": "met", "no": "missed", "possible": "cannot_judge"}[plan.is_met_by(outcome)]
    assert row.verdict in (verdict, "not_comparable" if verdict == "cannot_judge" else verdict)
    assert (row.target, row.report) == (float(target.value), float(outcome.value))


@settings(max_examples=60)
@given(figures(bounds=BOUNDS), figures(bounds=BOUNDS))
def test_amplification_holds_every_difference(lower: sr.Quantity, upper: sr.Quantity) -> None:
    panel = sr.Panel(
        [
            sr.Report([stated(lower, 2030, "target")], place="嵊州市", year=2030, ref_area="330683"),
            sr.Report([stated(upper, 2030, "target")], place="中国", year=2030),
        ]
    )
    row = panel.amplification("gdp").iloc[0]
    ends = [
        (float(a) - float(b)) / 100
        for a in (lower.value, lower.upper if lower.upper is not None else lower.value)
        for b in (upper.value, upper.upper if upper.upper is not None else upper.value)
    ]
    assert [row.lower, row.upper] == pytest.approx([min(ends), max(ends)], abs=1e-12)
    assert row.amplification == pytest.approx(sum(ends) / 4, abs=1e-12)
