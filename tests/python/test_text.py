"""Counts of words and attention by topic: hand-counted texts, Python's `re` as an oracle, properties, hostile input."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shengzhou_report as sr

pytest.importorskip("ahocorasick_rs", reason="needs the extra text")

#: Made for these tests: 2 + 1 + 1 mentions of the words below, in a review, a plan and the government's own part.
TEXT = """嵊州市2024年政府工作报告
各位代表：
一、2023年工作回顾
(一)农业农村稳步发展。粮食丰收,生态环境保护有力。
(二)工业经济回升。低碳园区开工。
二、2024年工作安排
(一)持续改善生态环境。ＰＭ２．５浓度下降,空气更好。
三、加强政府自身建设
坚持依法行政,绿色办公。"""

WORDS = {"green": ["生态", "环境保护", "低碳", "pm2.5", "绿色"]}


@pytest.fixture(scope="module")
def shengzhou() -> sr.Report:
    return sr.parse(TEXT)


def counts(text: str, words: Any, topic: str = "topic", **options: Any) -> int:
    return int(sr.text.word_counts(sr.parse(text), {topic: words}, **options)[topic].sum())


# --- Words


def test_a_report_counted_by_hand(shengzhou: sr.Report) -> None:
    row = sr.text.word_counts(shengzhou, WORDS).loc[("嵊州市", "330683", 2024)]
    # 生态 环境保护 低碳 生态 ＰＭ２．５ 绿色
    characters = len(re.sub(r"\s", "", TEXT))
    assert row["characters"] == characters
    assert row["green"] == 6
    assert row["green_share"] == pytest.approx((2 + 4 + 2 + 2 + 5 + 2) / characters)
    assert row["green_per_thousand"] == pytest.approx(6000 / characters)


def test_parts_counted_by_hand(shengzhou: sr.Report) -> None:
    roles = sr.text.word_counts(shengzhou, WORDS, by="role").droplevel(["place", "ref_area", "year"])
    assert roles["green"].to_dict() == {"none": 0, "review": 3, "plan": 2, "government": 1}
    sections = sr.text.word_counts(shengzhou, WORDS, by="section").droplevel(["place", "ref_area", "year"])
    assert sections["role"].to_dict()["三、加强政府自身建设"] == "government"
    mentions = sections["green"]
    assert mentions["一、2023年工作回顾"] == 0
    assert mentions["一、2023年工作回顾 / (一)农业农村稳步发展"] == 2
    assert mentions["一、2023年工作回顾 / (二)工业经济回升"] == 1
    assert sections["characters"][""] == len("嵊州市2024年政府工作报告各位代表：")


#: Characters that mean something in patterns, in either width, and words that overlap.
ALPHABET = "环保污a.A*+?[(\\|ａ．"


@given(
    text=st.text(ALPHABET, max_size=40),
    words=st.lists(st.text(ALPHABET, min_size=1, max_size=4), min_size=1, max_size=6),
)
def test_words_are_the_longest_of_the_first_as_re_finds_them(text: str, words: list[str]) -> None:
    def plain(string: str) -> str:
        return string.translate({0xFF41: "a", 0xFF0E: "."}).lower()

    alternatives = sorted({plain(word) for word in words}, key=len, reverse=True)
    expected = re.findall("|".join(map(re.escape, alternatives)), plain(text))
    row = sr.text.word_counts(sr.parse(text), {"topic": words}).iloc[0]
    assert row["topic"] == len(expected)
    if text:
        assert row["topic_share"] == pytest.approx(sum(map(len, expected)) / len(text))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # 生态环境 begins first, and what it leaves is no word.
        ("生态环境保护", ["生态", "环境", "环境保护", "生态环境"], 1),
        ("环境保护", ["环保", "环境"], 1),
        ("不污染,零污染", ["污染"], 2),
        ("环保环保", ["环保", "环保", " 环保 "], 2),
        ("生\n态", ["生态"], 0),
        ("a.b axb", ["a.b"], 1),
        ("PM2.5 ＰＭ２．５ pm2.5", ["Pm2.5"], 3),
        ("𠮷环保𠮷环保", ["环保"], 2),
    ],
)
def test_how_words_are_taken(text: str, words: list[str], expected: int) -> None:
    assert counts(text, words) == expected


words_of_a_topic = st.lists(st.text("环保生态", min_size=1, max_size=3), min_size=1, max_size=4)


@settings(max_examples=40)
@given(text=st.text("环保生态。\n", max_size=40), one=words_of_a_topic, other=words_of_a_topic)
def test_a_topic_does_not_change_another(text: str, one: list[str], other: list[str]) -> None:
    report = sr.parse(text)
    both = sr.text.word_counts(report, {"one": one, "other": other})
    for topic, words in (("one", one), ("other", other)):
        alone = sr.text.word_counts(report, {topic: words})
        pd.testing.assert_frame_equal(both[list(alone)], alone)


LINES = (
    *(
        "一、2023年工作回顾",
        "二、2024年工作安排",
        "三、加强政府自身建设",
        "(一)改善生态",
        "(二)发展工业和农业",
        "1.绿色",
    ),
    *("环保。\n", "污染", " ", "粮食增产。"),
)
lines_of_reports = st.lists(st.sampled_from(LINES), max_size=12)


@settings(max_examples=60)
@given(
    lines_of_reports,
    st.sampled_from(["section", "role"]),
)
def test_parts_add_up_to_the_report(lines: list[str], by: str) -> None:
    report = sr.parse("\n".join(lines))
    dictionary = {"a": ["生态", "环保"], "b": ["污染", "绿色", "工"]}
    whole = sr.text.word_counts(report, dictionary).iloc[0]
    parts = sr.text.word_counts(report, dictionary, by=by)  # type: ignore[arg-type]
    for column in ("characters", "a", "b"):
        assert parts[column].sum() == whole[column]


def test_an_empty_report_has_no_shares() -> None:
    row = sr.text.word_counts(sr.parse(""), WORDS).iloc[0]
    assert row[["characters", "green"]].tolist() == [0, 0]
    assert row[["green_share", "green_per_thousand"]].isna().all()
    assert sr.text.word_counts([], WORDS).shape == (0, 4)
    assert sr.text.word_counts(sr.parse(""), WORDS, by="section").empty


def test_whose_reports_may_be_given(shengzhou: sr.Report) -> None:
    unknown = sr.parse("绿色。")
    alone = sr.text.word_counts(shengzhou, WORDS)
    assert alone.index.names == ["place", "ref_area", "year"]
    files = sr.text.word_counts({"a.txt": shengzhou, "b.txt": unknown}, WORDS)
    assert files.index.names == ["file", "place", "ref_area", "year"]
    assert files["green"].tolist() == [6, 1]
    assert files.index.to_frame().iloc[1, 1:].isna().all()
    pd.testing.assert_frame_equal(files.loc[["a.txt"]].droplevel("file"), alone)
    pairs = (pair for pair in (("a.txt", shengzhou), ("b.txt", unknown)))
    pd.testing.assert_frame_equal(sr.text.word_counts(pairs, WORDS), files)
    with pytest.raises(TypeError, match="some have names and others have none"):
        sr.text.word_counts([("a.txt", shengzhou), unknown], WORDS)  # type: ignore[list-item]
    panel = sr.text.word_counts(sr.Panel([unknown, shengzhou]), WORDS)
    assert panel["green"].tolist() == [6, 1]


def test_a_generator_need_not_hold_more_than_one_report() -> None:
    made: list[weakref.ref[sr.Report]] = []

    def reports() -> Iterator[sr.Report]:
        for _ in range(5):
            assert sum(reference() is not None for reference in made) <= 1
            report = sr.parse(TEXT)
            made.append(weakref.ref(report))
            yield report
            del report

    assert sr.text.word_counts(reports(), WORDS)["green"].tolist() == [6] * 5
    assert sr.text.attention(reports())["rural"].gt(0).all()
    assert len(made) == 10


def test_a_dictionary_may_come_as_a_table(shengzhou: sr.Report, tmp_path: Path) -> None:
    table = pd.DataFrame([("green", word) for word in WORDS["green"]], columns=["topic", "word"])
    expected = sr.text.word_counts(shengzhou, WORDS)
    pd.testing.assert_frame_equal(sr.text.word_counts(shengzhou, table), expected)
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        table.to_csv(path, index=False, encoding=encoding)
        pd.testing.assert_frame_equal(sr.text.word_counts(shengzhou, path), expected)
        pd.testing.assert_frame_equal(sr.text.word_counts(shengzhou, str(path)), expected)


def test_dictionaries_of_the_package(shengzhou: sr.Report) -> None:
    found = sr.text.dictionaries()
    # The list that the literature repeats.
    assert set(found["environment"].topics["environment"]) == {
        *("环境保护", "环保", "污染", "能耗", "减排", "排污", "生态", "绿色", "低碳", "空气"),
        *("化学需氧量", "二氧化硫", "二氧化碳", "PM10", "PM2.5"),
    }
    assert "Chen" in found["environment"].source
    for name, dictionary in found.items():
        assert name == dictionary.name
        assert dictionary.version
        assert dictionary.language == "zh"
        assert len(dictionary.source) > 40
        for words in dictionary.topics.values():
            assert len(words) == len(set(words)) > 5
            assert all(word.strip() == word != "" for word in words)
    names = ["environment", "innovation"]
    both = sr.text.word_counts(shengzhou, names)
    assert [name for name in both if name in found] == names
    assert both["environment"].item() == 7  # as by hand, and 空气
    pd.testing.assert_frame_equal(
        both[["characters", "environment"]],
        sr.text.word_counts(shengzhou, "environment")[["characters", "environment"]],
    )


@pytest.mark.parametrize(
    ("dictionary", "error", "message"),
    [
        ({}, sr.DomainError, "it has no topic"),
        ([], sr.DomainError, "it has no topic"),
        ({"a": []}, sr.DomainError, "'a' has no words"),
        ({"a": ["环保", " "]}, sr.DomainError, "'a' has an empty word"),
        ({"a": ["\ud800"]}, sr.DomainError, "no valid text"),
        ({" ": ["环保"]}, sr.DomainError, "empty name"),
        ({"characters": ["环保"]}, sr.DomainError, "two columns would be called 'characters'"),
        ({"a": ["环保"], "a_share": ["生态"]}, sr.DomainError, "two columns would be called 'a_share'"),
        ({"a": "环保"}, TypeError, "'a' needs a list of words, got str"),
        ({"a": ["环保", float("nan")]}, TypeError, "no text but float"),
        ({1: ["环保"]}, TypeError, "a topic needs a name, got int"),
        (7, TypeError, "got int"),
        ([7], TypeError, "names of dictionaries, got int"),
        ("ecology", sr.LookupError, "'ecology' is none of environment"),
        (["环保"], sr.LookupError, "words of your own go by topic"),
        ("no such file.csv", OSError, "no such file"),
        (pd.DataFrame({"topic": ["a"], "words": ["环保"]}), sr.ParseError, "no column 'word'"),
        (pd.DataFrame({"topic": ["a"], "word": [None]}), TypeError, "no text"),
    ],
)
def test_what_is_no_dictionary(shengzhou: sr.Report, dictionary: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        sr.text.word_counts(shengzhou, dictionary)


def test_what_is_no_report_and_no_part(shengzhou: sr.Report) -> None:
    for reports in ("政府工作报告", 7, [shengzhou, "text"], {"a": None}):
        with pytest.raises(TypeError, match="reports: needs a Report"):
            sr.text.word_counts(reports, WORDS)  # type: ignore[arg-type]
    with pytest.raises(sr.LookupError, match=r"嵊州市 2024.* was not read from a text"):
        sr.text.word_counts([shengzhou, sr.shengzhou_2024()], WORDS)
    with pytest.raises(sr.DomainError, match=r"by = 'chapter' is none of report, section, role"):
        sr.text.word_counts(shengzhou, WORDS, by="chapter")  # type: ignore[arg-type]
    with pytest.raises(sr.DomainError, match=r"by = 'report' is none of topic, role"):
        sr.text.attention(shengzhou, by="report")  # type: ignore[arg-type]


def test_a_million_characters_and_words_that_all_begin_alike() -> None:
    report = sr.parse("污" * 1_000_000)
    words = ["污" * length + "染" for length in range(1, 300)]
    begun = time.process_time()
    assert sr.text.word_counts(report, {"a": words, "b": ["污" * 250]})["b"].item() == 4000
    # A search that begins anew at every character compares 45,000,000,000.
    assert time.process_time() - begun < 10


# --- Attention


def test_attention_by_hand(shengzhou: sr.Report) -> None:
    row = sr.text.attention(shengzhou).loc[("嵊州市", "330683", 2024)]
    total = len(re.sub(r"\s", "", TEXT))
    assert row.pop("characters") == total
    expected = {
        "rural": len("(一)农业农村稳步发展。粮食丰收,生态环境保护有力。"),
        "industry": len("(二)工业经济回升。低碳园区开工。"),
        "environment": len("(一)持续改善生态环境。ＰＭ２．５浓度下降,空气更好。"),
        "government": len("三、加强政府自身建设坚持依法行政,绿色办公。"),
    }
    expected["unclassed"] = total - sum(expected.values())
    assert (row[row > 0] * total).round(9).to_dict() == expected
    roles = sr.text.attention(shengzhou, by="role").iloc[0]
    assert list(roles.index) == ["characters", "review", "outlook", "plan", "government", "none"]
    assert roles["government"] * total == pytest.approx(expected["government"])
    assert roles["none"] * total == pytest.approx(len("嵊州市2024年政府工作报告各位代表："))


@settings(max_examples=60)
@given(lines_of_reports)
def test_shares_of_attention_add_up(lines: list[str]) -> None:
    report = sr.parse("\n".join(lines))
    for by in ("topic", "role"):
        row = sr.text.attention(report, by=by).iloc[0]  # type: ignore[arg-type]
        shares = row.drop("characters")
        assert row["characters"] == len("".join("".join(lines).split()))
        if row["characters"]:
            assert shares.sum() == pytest.approx(1)
            assert shares.between(0, 1).all()
        else:
            assert shares.isna().all()


def test_what_a_heading_is_about() -> None:
    headings = {"farms": ["农业", "农村"], "plants": ["工业"]}
    review = "一、工作回顾\n(一)工业和农业农村。甲。\n(二)工业和农业。乙。\n(三)推进改革。丙。\n1.农业。丁。\n"
    text = review + "二、工业工作\n(一)稳步前进。戊。"
    row = sr.text.attention(sr.parse(text), headings=headings).iloc[0]
    shares = {
        "farms": len("(一)工业和农业农村。甲。1.农业。丁。"),  # two words to one
        "plants": len("(二)工业和农业。乙。二、工业工作(一)稳步前进。戊。"),  # named first; from the heading around
    }
    assert (row[list(shares)] * row["characters"]).round(9).to_dict() == shares
    assert row["unclassed"] > 0


def test_topics_of_ones_own_may_not_take_the_names_of_columns(shengzhou: sr.Report) -> None:
    for topic in ("characters", "unclassed", "year"):
        with pytest.raises(sr.DomainError, match=f"{topic}"):
            sr.text.attention(shengzhou, headings={topic: ["农业"]})


def test_a_missing_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['ahocorasick_rs'] = None\n"
        "import shengzhou_report as sr\n"
        "try:\n    sr.text.word_counts(sr.parse(''), 'environment')\n"
        "except ImportError as error:\n    print(error)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "this needs ahocorasick_rs: pip install 'shengzhou-report[text]'"


# --- Real reports

SHARED = Path(__file__).parents[3] / "shared" / "reports"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is missing")
def test_parts_of_real_reports_are_their_sections() -> None:
    classed = []
    for path in sorted(SHARED.glob("*.txt")):
        report = sr.parse(path.read_text(encoding="utf-8"))
        frame = sr.text.word_counts(report, "livelihood", by="section")
        whole = sr.text.word_counts(report, "livelihood")
        for column in ("characters", "livelihood"):
            assert frame[column].sum() == whole[column].item()
        # Sections that have none inside are what `text_of` says.
        outer = {section.path[:-1] for section in report.sections}
        inner = [section for section in report.sections if section.path not in outer]
        sizes = [len("".join(report.text_of(section).split())) for section in inner]
        rows = frame.iloc[len(frame) - len(report.sections) :]
        held = rows["characters"].to_numpy()[[section.path not in outer for section in report.sections]]
        assert np.array_equal(held, sizes)
        classed.append(1 - sr.text.attention(report)["unclassed"].item())
    assert np.mean(classed) > 0.5
