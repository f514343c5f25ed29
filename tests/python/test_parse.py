"""Reading a report: properties over any text, hand-made gold where it is at hand, the embedded report's own source."""

from __future__ import annotations

import importlib.util
import os
import re
import threading
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shengzhou_report as sr

SHARED = Path(os.environ.get("SHENGZHOU_REPORT_SHARED", Path(__file__).resolve().parents[3] / "shared"))

HEAD = "某市2024年政府工作报告\n各位代表:\n一、2023年工作回顾\n"

#: Pieces of sentences of our own; any order of them is a text.
PIECES = [
    "地区生产总值达512.5亿元,增长6.1%",
    "城乡居民人均可支配收入分别达61200元和33800元,分别增长5.2%、6.4%",
    "新增绿道30余公里",
    "引进12亿元以上项目7个",
    "“3+2”机制落地",
    "2025年底前通车",
    "G104国道改造",
    "综合考评居全省第4",
    "细颗粒物(PM2.5)平均浓度降至27微克/立方米",
    "失业率控制在5%以内",
    "力争外贸出口增长8~10%",
    "其中技改投资增长9%",
    "粮食产量百分之三十五",
    "、",
    "。",
    ",",
    "\n",
    "二、2024年工作安排\n",
    "(一)做强产业\n",
    "建成体育中心",
]

texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def places(report: sr.Report) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in (*report.statements, *report.skipped)]


@given(texts)
def test_spans_point_at_the_number(body: str) -> None:
    text = HEAD + body
    report = sr.parse(text)
    for statement in report:
        assert 0 <= statement.start < statement.end <= len(text)
        assert len(text[: statement.start].encode()) == statement.byte_start
        assert len(text[: statement.end].encode()) == statement.byte_end
        if statement.quantity is not None and text[statement.start].isdigit():
            printed = re.findall(r"\d+(?:\.\d+)?", text[statement.start : statement.end])
            ends = [statement.quantity.decimal, statement.quantity.upper]
            # The span of a range covers both ends, that of a ratio its two terms.
            assert {abs(end) for end in ends if end is not None} <= {sr.Quantity(n, "").decimal for n in printed}
    for skipped in report.skipped:
        assert text[skipped.start : skipped.end] == skipped.text


@given(texts)
def test_no_number_is_lost_in_silence(body: str) -> None:
    text = HEAD + body + "。"
    report = sr.parse(text)
    covered = places(report)
    upper = {q.upper for s in report if (q := s.quantity) is not None and q.upper is not None}
    for i in range(len(HEAD), len(text)):
        if text[i].isdigit() and not text[i - 1].isdigit() and text[i - 1] != ".":
            inside = any(start <= i < end for start, end in covered)
            # The second end of a range belongs to its first.
            assert inside or (upper and text[i - 1] in "~-"), text[max(0, i - 10) : i + 5]


@given(texts, st.lists(st.sampled_from(["今天天气很好。", "群众满意。", "大家辛苦了!"]), max_size=5).map("".join))
def test_a_prefix_shifts_the_spans(body: str, prefix: str) -> None:
    plain = sr.parse(HEAD + "\n" + body)
    shifted = sr.parse(HEAD + prefix + "\n" + body)
    at = len(prefix)
    assert [(start + at if start >= len(HEAD) else start) for start, _ in places(plain)] == [
        start for start, _ in places(shifted)
    ]
    assert [str(s) for s in plain] == [str(s) for s in shifted]


@given(st.text(max_size=400))
@settings(max_examples=300)
def test_any_text_gives_a_report(text: str) -> None:
    assert isinstance(sr.parse(text), sr.Report)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_report_or_a_parse_error(data: bytes) -> None:
    offset = 0
    try:
        sr.parse(data)
    except sr.ParseError as error:
        offset = error.offset
    assert 0 <= offset <= max(len(data) - 1, 0)


def test_gbk_bytes_are_refused_with_advice() -> None:
    with pytest.raises(sr.ParseError, match="GB18030") as caught:
        sr.parse("地区生产总值增长6%".encode("gbk"))
    assert caught.value.offset == 0


@pytest.mark.parametrize("wrong", [None, 5, ["文本"], bytearray(b"x")])
def test_other_types_are_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="text"):
        sr.parse(wrong)  # type: ignore[arg-type]


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        sr.parse("增长\ud800")


def test_many_threads_read_alike() -> None:
    text = HEAD + "。".join(PIECES * 20)
    expected = sr.parse(text)
    results: list[sr.Report] = []
    threads = [threading.Thread(target=lambda: results.append(sr.parse(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(result == expected for result in results)


def test_plan_and_review() -> None:
    report = sr.parse(
        HEAD + "预计地区生产总值达512.5亿元,增长6.1%。\n二、2024年工作安排\n主要预期目标是:地区生产总值增长6%左右,"
        "城乡居民收入与经济增长同步,收入倍差不断缩小。\n建成体育中心,新增绿道20公里以上。"
    )
    gdp = report["GDP"]
    assert gdp.at(measure="level").status == "estimate"
    assert gdp.at(status="target").quantity == sr.Quantity("6", "%", bound="about")
    assert [s.trend for s in report if s.quantity is None] == ["in_step", "falling"]
    assert [(c.verb, c.object) for c in report.commitments()] == [("建成", "体育中心")]
    assert report.year == 2024
    assert report.at("新增绿道", status="target").quantity.bound == "at_least"  # type: ignore[union-attr]


def load_scorer() -> ModuleType:
    path = SHARED / "eval" / "score.py"
    if not path.is_file():
        pytest.skip("the hand-made gold is not at hand")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # the scorer's
@pytest.mark.parametrize(
    ("name", "detection", "record"),
    [("shengzhou-2024", 0.99, 0.97), ("huzhou-2024", 0.96, 0.88), ("hailar-2018", 0.96, 0.88)],
)
def test_scores_against_hand_made_gold(name: str, detection: float, record: float) -> None:
    scorer = load_scorer()
    text = (SHARED / "reports" / f"{name}.txt").read_text(encoding="utf-8")
    rows = sr.parse(text).to_frame().to_dict("records")
    result, _ = scorer.score(scorer.load_gold(SHARED / "eval" / f"{name}.gold.tsv"), rows)
    assert result["detection_f1"] >= detection
    assert result["record_f1"] >= record


def test_the_embedded_report_comes_out_of_its_source() -> None:
    path = SHARED / "reports" / "shengzhou-2024.txt"
    if not path.is_file():
        pytest.skip("the source text of the embedded report is not at hand")
    parsed = sr.parse(path.read_text(encoding="utf-8"))
    embedded = sr.shengzhou_2024()

    def figure(s: sr.Statement) -> tuple[object, ...]:
        return s.start, s.end, s.measure, str(s.quantity), s.trend, s.status, s.modality, s.year, s.period, s.scope

    # The embedded report has what is printed in digits.
    text = path.read_text(encoding="utf-8")
    in_digits = [s for s in parsed if s.quantity is None or text[s.start].isdigit()]
    assert Counter(map(figure, in_digits)) == Counter(map(figure, embedded))
    assert (parsed.place, parsed.year) == (embedded.place, embedded.year)

    # The embedded report names in full what the text names in part, and by one word what it words in several.
    def alike(a: sr.Statement, b: sr.Statement) -> bool:
        same_id = a.indicator_id == b.indicator_id != ""
        return figure(a) == figure(b) and (same_id or a.indicator in b.indicator or b.indicator in a.indicator)

    assert sum(any(alike(a, b) for b in parsed) for a in embedded) >= 0.93 * len(embedded)


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("云岭县2031年政府工作报告\n", "云岭县"),
        ("2031年云岭市人民政府工作报告\n", "云岭市"),
        ("[省份] 2031年云岭市政府工作报告\n", "云岭市"),
        ("政府工作报告\n——2031年1月5日在云岭区第八届人民代表大会第二次会议上\n", "云岭区"),
        ("政府工作报告\n2031年1月5日在云岭省\n\n第十四届人民代表大会第二次会议上\n", "云岭省"),
        ("政府工作报告\n各位代表:\n我代表云岭自治州人民政府报告工作\n", "云岭自治州"),
        ("政府工作报告\n现在,我代表国务院报告工作\n", "中国"),
        ("政府工作报告\n在县十七届人民代表大会上\n现在,我代表县政府报告工作\n", None),
    ],
)
def test_the_place_is_read(head: str, place: str | None) -> None:
    assert sr.parse(head + "一、2030年工作回顾\n税收增长5%。").place == place


def test_numbers_around_the_report_are_listed() -> None:
    page = "浏览1024次\n" + HEAD + "税收增长5%。\n" + "群众满意。" * 900 + "\n名词解释\n“3+2”:指3个中心。\n"
    report = sr.parse(page)
    assert [s.text for s in report.skipped if s.reason == "outside"] == ["1024", "2024", "3", "2", "3"]
    assert [str(s.quantity) for s in report] == ["5%"]
