"""What findings say in Chinese: every rule of its figures, by the reports that stand in the table of rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import shengzhou_report as sr
from shengzhou_report._findings import message_in
from shengzhou_report._number_text import number_text
from shengzhou_report.language import use

TABLE = Path(__file__).parents[2] / "include" / "shengzhou_report" / "impl" / "check" / "rules.ipp"
TEXT = r'"([^"]*)"'
ROW = re.compile(
    rf'\{{"(\w+)", .*?by<&\w+>,\s*\{{{TEXT}(?:,\s*{TEXT})?\}},\s*\{{.*?\}}(?:, {TEXT}(?:, {TEXT})?(?:, {TEXT})?)?\}},',
    re.DOTALL,
)


def report_of(review: str, plan: str, year: int = 2031, **options: Any) -> sr.Report:
    text = f"云岭市{year}年政府工作报告\n一、{year - 1}年工作回顾\n{review}\n二、{year}年工作安排\n{plan}\n"
    return sr.parse(text, **options)


def examples() -> Iterator[Any]:
    for row in ROW.finditer(TABLE.read_text("utf-8")):
        rule, review, plan, parent, before, below = row.groups()
        if before or below:
            # What a panel has around the report.
            around = [report_of(before or "", "", 2030, ref_area="330600")]
            around += [report_of(review, plan or "", ref_area="330600")]
            around += [report_of(below, "", place="丙县", ref_area="330683")] if below else []
            yield pytest.param(rule, sr.Panel(around).check(), id=rule)
        else:
            yield pytest.param(rule, report_of(review, plan or "").check(report_of("", parent or "")), id=rule)


EXAMPLES = list(examples())


def test_every_rule_has_an_example() -> None:
    assert {example.id for example in EXAMPLES} == sr.check_rules().keys()


@pytest.mark.parametrize(("rule", "found"), EXAMPLES)
def test_a_finding_is_said_in_chinese_with_its_figures(rule: str, found: sr.Findings) -> None:
    findings = [finding for finding in found if finding.rule == rule]
    assert findings
    for finding in findings:
        with use("zh"):
            said = message_in(finding)
        assert message_in(finding) == finding.message
        assert not re.search(r"[A-Za-z]{2,}|[{}]", said), said
        # What is said rests on what the rule computed, and on what the report prints.
        values = [value for number in finding.numbers for value in (number.value, *number.interval)]
        computed = [number_text(value, 4) for value in values]
        printed = [str(item.quantity) for item in finding.statements if item.quantity is not None]
        assert any(figure in said for figure in (*computed, *printed)), said
        if rule not in ("part_exceeds_whole", "ratio_and_incomes") and computed:
            assert any(figure in said for figure in computed), said


@pytest.mark.parametrize(
    ("review", "plan", "options", "expected"),
    [
        ("地区生产总值增长6%。居民人均可支配收入增长7%。",
         "地区生产总值增长6%。居民收入增长与经济增长同步。", {}, "报告未给出价格涨幅"),
        ("", "地区生产总值增长6%，居民人均可支配收入增长5%，居民收入增长与经济增长同步。",
         {"consumer_price_growth": 0.02}, "方为同步"),
        ("", "地区生产总值增长6%。居民收入增长与经济增长同步。", {"consumer_price_growth": 0.02}, "现价至少增长"),
        ("城镇居民人均可支配收入增长6.9%，农村居民人均可支配收入增长6.9%。", "", {}, "无法确定"),
        ("城镇居民人均可支配收入增长7%，农村居民人均可支配收入增长5%。", "", {}, "没有缩小"),
        ("城镇居民人均可支配收入60000元，增长1%，农村居民人均可支配收入40000元，增长7%。", "", {}, "绝对差缩小"),
        ("城镇居民人均可支配收入60000元，增长7%，农村居民人均可支配收入40000元，增长5%。", "", {}, "一直扩大"),
        ("", "城镇居民人均可支配收入增长5%，农村居民人均可支配收入增长6%，居民人均可支配收入增长30%。",
         {}, "不能同时实现"),
    ],
)  # fmt: skip
def test_what_turns_on_figures(review: str, plan: str, options: dict[str, Any], expected: str) -> None:
    with use("zh"):
        assert expected in str(report_of(review, plan).check(**options))


def gdp(measure: Any, figure: str, unit: str, vintage: int, status: Any) -> sr.Report:
    quantity = sr.Quantity(figure, unit)
    statement = sr.Statement("GDP", measure=measure, quantity=quantity, status=status, year=2023)
    return sr.Report([statement], place="甲市", year=vintage)


def test_scorecards_and_revisions_are_chinese(report: sr.Report) -> None:
    panel = sr.Panel([gdp("growth", "6.0", "%", 2023, "target"), gdp("growth", "6.5", "%", 2024, "outcome")])
    levels = sr.Panel([gdp("level", "745", "亿元", 2024, "outcome"), gdp("level", "750", "亿元", 2025, "outcome")])
    with use("zh"):
        assert str(panel.scorecard()) == "甲市 2023 GDP 6.0% 6.5% 完成 实绩 6.5%，目标 6.0%"
        assert "判定</th>" in panel.scorecard()._repr_html_()
        assert str(levels.revisions()) == "甲市：2023 年 GDP，2024 年报告为 745亿元，2025 年报告改为 750亿元"
        assert "数据 192 条：实绩 79 条，目标 113 条" in report._repr_html_()
        assert "增速 · 5% · 实绩 · 2024" in sr.view("2024年,财政收入增长5%。")._repr_html_()
    assert str(panel.scorecard()) == str(panel.scorecard()[0])


def test_displays_are_chinese_and_frames_are_not(report: sr.Report) -> None:
    findings = report.check()
    english = findings.to_frame()
    with use("zh"):
        assert "程度</th>" in findings._repr_html_()
        assert "价格口径" in findings._repr_html_()
        assert findings.to_frame().equals(english)
        assert str(sr.Findings()) == "没有发现问题"
