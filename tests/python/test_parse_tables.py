"""Figures in tables: whatever stands in a cell comes out with the name, the unit and the year of its row and column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

HEAD = "云岭县2031年政府工作报告\n各位代表：\n一、2030年工作回顾\n粮食增产。\n"
ROWS = {"粮食总产量": "万吨", "一般公共预算收入": "亿元", "规模以上工业总产值": "亿元", "新增造林面积": "万亩"}
#: As tables print them: a few digits, one or two decimals.
NUMBERS = st.decimals(min_value=1, max_value=99999, places=2) | st.integers(1, 999999).map(Decimal)
RATES = st.decimals(min_value=-50, max_value=50, places=1)


def printed(value: Decimal, thousands: bool = False) -> str:
    return f"{value:,}" if thousands else f"{value}"


@given(
    values=st.lists(st.tuples(NUMBERS, NUMBERS, RATES), min_size=4, max_size=4),
    thousands=st.booleans(),
    mark=st.sampled_from(["|", "\t"]),
    blank=st.sampled_from(["", " ", "　"]),
)
def test_what_a_table_prints_is_read(
    values: list[tuple[Decimal, Decimal, Decimal]], thousands: bool, mark: str, blank: str
) -> None:
    lines = [["指标", "单位", "2025年", "2030年", "比上年增长（%）"]]
    for (name, unit), (before, now, rate) in zip(ROWS.items(), values, strict=True):
        lines.append([name, unit, printed(before, thousands), printed(now, thousands), printed(rate)])
    joined = (mark.join(f"{blank}{cell}{blank}" for cell in line) for line in lines)
    text = HEAD + "\n".join(mark + line + mark if mark == "|" else line for line in joined) + "\n"
    report = sr.parse(text)
    found = []
    for statement in report:
        assert statement.quantity is not None
        value, unit = statement.quantity.decimal, str(statement.quantity.unit)
        found.append((statement.indicator, statement.measure, value, unit, statement.year, statement.status))
    expected = []
    for (name, unit), (before, now, rate) in zip(ROWS.items(), values, strict=True):
        expected.append((name, "level", before, unit, 2025, "outcome"))
        expected.append((name, "level", now, unit, 2030, "outcome"))
        expected.append((name, "growth", rate, "%", 2030, "outcome"))
    assert found == expected
    for statement, (_, _, value, *_) in zip(report, expected, strict=True):
        assert Decimal(text[statement.start : statement.end].replace(",", "")) == abs(value)


PAGE = """<html><head><title>云岭县2030年统计公报</title></head><body><h1>云岭县2030年国民经济和社会发展统计公报</h1>
<p>云岭县统计局</p><p>全县经济平稳运行，各项事业全面进步，人民生活继续改善。</p><p>表1　2030年主要指标</p>
<table><tr><th rowspan="2">指标</th><th rowspan="2">单位</th><th colspan="2">2030年</th></tr>
<tr><th>绝对数</th><th>增长（%）</th></tr>
<tr><td>粮食总产量</td><td>万吨</td><td>41.2</td><td>-1.5</td></tr>
<tr><td>其中：稻谷<sup>①</sup></td><td>万吨</td><td>30.1</td><td>2.0</td></tr></table></body></html>"""


def test_merged_headers_of_a_page_are_read(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    report = sr.read(file)
    assert report.kind == "communique"
    assert [(s.indicator, s.measure, str(s.quantity), s.year) for s in report] == [
        ("粮食总产量", "level", "41.2万吨", 2030),
        ("粮食总产量", "growth", "-1.5%", 2030),
        ("稻谷", "level", "30.1万吨", 2030),
        ("稻谷", "growth", "2.0%", 2030),
    ]


@given(st.text(alphabet="|\t\n指标单位年增长(%)亿元2030.5-—合计备注 ", max_size=200))
def test_no_digit_of_a_table_is_lost(text: str) -> None:
    report = sr.parse(text)
    covered = {at for item in (*report, *report.skipped) for at in range(item.start, item.end)}
    assert {at for at, character in enumerate(text) if character in "0123456789"} <= covered
