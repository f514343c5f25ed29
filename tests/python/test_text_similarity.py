"""Likeness of texts: scikit-learn's values, closed forms, hand-computed cases, properties; copied sentences."""

from __future__ import annotations

import math
import re
import time
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shengzhou_report as sr

pytest.importorskip("scipy", reason="needs the extra text")

#: Without white space, of more than one size in UTF-8, digits among them.
ALPHABET = "绿色发展a7。𠮷"

texts = st.text(ALPHABET, min_size=3, max_size=30)


def gram_set(text: str, n: int) -> set[str]:
    return {text[place : place + n] for place in range(len(text) - n + 1)}


# --- Against others


@settings(max_examples=60)
@given(st.lists(texts, min_size=2, max_size=5), st.integers(1, 3), st.sampled_from(["tfidf", "count"]))
def test_cosines_are_those_of_scikit_learn(compared: list[str], n: int, weights: Any) -> None:
    extraction = pytest.importorskip("sklearn.feature_extraction.text", reason="an oracle")
    # Our texts are folded before.
    vectorizer = extraction.TfidfVectorizer(
        analyzer="char", ngram_range=(n, n), lowercase=False, use_idf=weights == "tfidf"
    )
    rows = vectorizer.fit_transform(compared)
    expected = (rows @ rows.T).toarray()
    matrix = sr.text.similarity_matrix(list(map(sr.parse, compared)), n=n, weights=weights)
    np.testing.assert_allclose(matrix.to_numpy(), expected, rtol=1e-12, atol=1e-12)
    if len(compared) == 2:
        assert sr.text.similarity(*compared, n=n, weights=weights).cosine == pytest.approx(expected[0, 1], rel=1e-12)


@settings(max_examples=60)
@given(st.lists(texts, min_size=2, max_size=5), st.integers(1, 3))
def test_jaccard_is_that_of_sets(compared: list[str], n: int) -> None:
    sets = [gram_set(text, n) for text in compared]
    expected = [[len(a & b) / len(a | b) for b in sets] for a in sets]
    matrix = sr.text.similarity_matrix(list(map(sr.parse, compared)), measure="jaccard", n=n)
    np.testing.assert_allclose(matrix.to_numpy(), expected, rtol=1e-14)


def test_a_pair_by_hand() -> None:
    # 绿色 色发 发展 beside 绿色 色低 低碳: one of five, and one of three by three.
    result = sr.text.similarity("绿色发展", "绿色低碳")
    assert result.jaccard == pytest.approx(1 / 5)
    assert result.cosine == pytest.approx(1 / (1 + 2 * (1 + math.log(3 / 2)) ** 2))
    assert sr.text.similarity("绿色发展", "绿色低碳", weights="count").cosine == pytest.approx(1 / 3)
    # 绿色 twice and 色绿 once beside 绿色 once: 2 / (sqrt(5) * 1).
    assert sr.text.similarity("绿色绿色", "绿色", weights="count").cosine == pytest.approx(2 / math.sqrt(5))


# --- Properties


@given(texts, texts, st.integers(1, 3))
def test_likeness_is_symmetric_and_between_none_and_all(a: str, b: str, n: int) -> None:
    there, back = sr.text.similarity(a, b, n=n), sr.text.similarity(b, a, n=n)
    assert there.cosine == pytest.approx(back.cosine, rel=1e-12)
    assert there.jaccard == back.jaccard
    assert 0 <= there.cosine <= 1
    assert 0 <= there.jaccard <= 1
    assert (there.jaccard == 0) == (there.cosine == 0) == gram_set(a, n).isdisjoint(gram_set(b, n))


@given(texts, st.integers(1, 3))
def test_a_text_is_like_itself_and_unlike_what_it_shares_nothing_with(text: str, n: int) -> None:
    same = sr.text.similarity(text, text, n=n)
    assert same.cosine == pytest.approx(1, rel=1e-12)
    assert same.jaccard == 1
    other = sr.text.similarity(text, "甲乙丙丁", n=n)
    assert (other.cosine, other.jaccard) == (0, 0)


def test_white_space_width_and_case_do_not_count() -> None:
    result = sr.text.similarity("ＰＭ２．５ 浓度\n下降", "pm2.5浓度下降")
    assert result.cosine == pytest.approx(1, rel=1e-12)
    assert result.jaccard == 1


def test_figures_may_be_left_out_of_account() -> None:
    a, b = "增长7.5%,达到1,204亿元", "增长6%,达到980亿元"
    assert sr.text.similarity(a, b).jaccard < 1
    assert sr.text.similarity(a, b, ignore_digits=True).jaccard == 1


# --- Copied sentences


def test_copied_sentences_by_hand() -> None:
    last = "工业投资增长百分之九；办好十件民生实事！谢谢大家。粮食总产量达到5万吨。"
    this = "各位代表：\n 办好 十件民生实事。谢谢大家!粮食总产量达到6万吨;工业投资增长百分之八。"
    found = sr.text.copied_sentences(this, last, ignore_digits=True, at_least=8)
    assert [sentence.text for sentence in found] == ["办好 十件民生实事", "粮食总产量达到6万吨"]
    assert [last[sentence.other_start : sentence.other_end] for sentence in found] == [
        "办好十件民生实事",
        "粮食总产量达到5万吨",
    ]
    assert sr.text.copied_sentences(this, last, at_least=8) == found[:1]
    assert sr.text.copied_sentences(this, last) == ()
    assert len(sr.text.copied_sentences(this, last, at_least=4)) == 2
    result = sr.text.similarity(this, last, at_least=8)
    assert result.copied == found[:1]
    # 各位代表: 办好十件民生实事 谢谢大家 粮食总产量达到6万吨 工业投资增长百分之八
    assert result.copied_share == pytest.approx(8 / (5 + 8 + 4 + 10 + 10))


sentences = st.lists(st.text("绿色 7.，", min_size=1, max_size=8), max_size=6)


@given(sentences, sentences, st.booleans(), st.integers(1, 4))
def test_copied_sentences_stand_in_both_texts(a: list[str], b: list[str], ignore_digits: bool, at_least: int) -> None:
    def compared(text: str) -> str:
        bare = re.sub(r"\s", "", text).replace("，", ",")
        return re.sub(r"[0-9]+([.,][0-9]+)*", "0", bare) if ignore_digits else bare

    first, second = "。".join(a), "。".join(b)
    found = sr.text.copied_sentences(first, second, ignore_digits=ignore_digits, at_least=at_least)
    for sentence in found:
        assert sentence.text == first[sentence.start : sentence.end]
        assert compared(sentence.text) == compared(second[sentence.other_start : sentence.other_end])
    held = {compared(sentence) for sentence in b}
    expected = [
        sentence.strip() for sentence in a if compared(sentence) in held and len(compared(sentence)) >= at_least
    ]
    assert [sentence.text for sentence in found] == expected


def test_a_text_copies_all_of_itself() -> None:
    text = "办好十件民生实事。粮食总产量达到5万吨。"
    assert sr.text.similarity(text, text, at_least=1).copied_share == 1
    assert sr.text.similarity(text, "绿水青山就是金山银山。").copied_share == 0
    assert math.isnan(sr.text.similarity("。。。", text, n=1).copied_share)


# --- Years


def report(place: str | None, year: int | None, text: str, kind: str = "work_report") -> sr.Report:
    return sr.parse(text, place=place, year=year, kind=kind)  # type: ignore[arg-type]


def test_last_years_report_is_that_of_the_same_place_and_kind() -> None:
    old, new = "大力发展绿色低碳循环经济。办好民生实事。", "大力发展绿色低碳循环经济。推进乡村振兴。"
    reports = {
        "a": report("嵊州市", 2024, new),
        "b": report("嵊州市", 2023, old),
        "twin of b": report("嵊州市", 2023, "甲乙丙丁。"),
        "after a gap": report("嵊州市", 2021, old),
        "another place": report("新昌县", 2024, new),
        "another kind": report("嵊州市", 2025, new, "communique"),
        "no year": report("嵊州市", None, old),
        "no place": report(None, 2024, new),
        "empty": report("嵊州市", 2022, ""),
    }
    frame = sr.text.similarity_to_last_year(reports)
    assert frame.index.get_level_values("file").tolist() == list(reports)
    frame = frame.droplevel(["place", "ref_area", "year"])
    assert frame.dropna().index.tolist() == ["a"]
    matrix = sr.text.similarity_matrix(reports)
    assert frame.loc["a", "cosine"] == pytest.approx(matrix.xs("a").xs("b", axis=1).to_numpy().item(), rel=1e-12)
    assert frame.loc["a", "jaccard"] == sr.text.similarity(new, old).jaccard
    assert frame.loc["a", "copied"] == 1
    assert frame.loc["a", "copied_share"] == sr.text.similarity(new, old).copied_share
    # There is an empty report of the year before: nothing is copied from it, and no likeness is known.
    assert frame.loc["b", ["cosine", "jaccard"]].isna().all()
    assert frame.loc["b", "copied"] == 0


def test_a_matrix_of_reports_has_their_index_on_both_sides() -> None:
    reports = [report("嵊州市", 2023, "绿色发展"), report("嵊州市", 2024, "绿色低碳"), report("新昌县", 2024, "绿")]
    matrix = sr.text.similarity_matrix(reports)
    assert matrix.index.equals(matrix.columns)
    assert matrix.index.names == ["place", "ref_area", "year"]
    np.testing.assert_array_equal(matrix.isna().to_numpy(), [[False, False, True], [False, False, True], [True] * 3])
    assert sr.text.similarity_matrix([]).shape == (0, 0)
    assert sr.text.similarity_to_last_year([]).empty
    pd.testing.assert_frame_equal(matrix, sr.text.similarity_matrix(iter(reports)))


# --- Errors and size


def test_what_cannot_be_compared() -> None:
    with pytest.raises(sr.DomainError, match="a has 0 characters, fewer than n = 2"):
        sr.text.similarity(" \n", "绿色")
    with pytest.raises(sr.DomainError, match="b has 2 characters, fewer than n = 3"):
        sr.text.similarity("绿色发展", "绿色", n=3)
    for n in (0, 4, -1):
        with pytest.raises(sr.DomainError, match=f"n = {n} must be 1 to 3"):
            sr.text.similarity("绿色", "绿色", n=n)
    with pytest.raises(TypeError, match="n: needs a whole number"):
        sr.text.similarity("绿色", "绿色", n=2.0)  # type: ignore[arg-type]
    with pytest.raises(sr.DomainError, match="at_least = 0 must be at least 1"):
        sr.text.copied_sentences("绿色", "绿色", at_least=0)
    with pytest.raises(sr.DomainError, match="weights = 'idf' is none of tfidf, count"):
        sr.text.similarity("绿色", "绿色", weights="idf")  # type: ignore[arg-type]
    with pytest.raises(sr.DomainError, match="measure = 'dice' is none of cosine, jaccard"):
        sr.text.similarity_matrix([], measure="dice")  # type: ignore[arg-type]
    with pytest.raises(sr.LookupError, match=r"b: the report \(嵊州市 2024\) was not read from a text"):
        sr.text.similarity("绿色", sr.shengzhou_2024())
    for other in (None, 7, b"text"):
        with pytest.raises(TypeError, match="a: needs a Report"):
            sr.text.copied_sentences(other, "绿色")  # type: ignore[arg-type]


def test_a_million_characters() -> None:
    numbers = np.random.default_rng(1).integers(0x4E00, 0x9FFF, size=1_000_000)
    text = "".join(map(chr, numbers))
    begun = time.process_time()
    result = sr.text.similarity(text, text[:500_000] + "。" + text[500_000:])
    assert result.jaccard > 0.99
    assert sr.text.copied_sentences("。\n" * 500_000, "绿色") == ()
    # One sentence with as many others is a comparison of texts; each with each would be 10^11.
    assert sr.text.copied_sentences("绿色发展7。" * 200_000, "绿色发展8。" * 200_000, at_least=1) == ()
    assert time.process_time() - begun < 30


@settings(max_examples=40)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_compared_or_is_too_short(a: str, b: str) -> None:
    if min(len("".join(a.split())), len("".join(b.split()))) < 2:
        with pytest.raises(sr.DomainError, match="fewer than n = 2"):
            sr.text.similarity(a, b)
    else:
        assert 0 <= sr.text.similarity(a, b).cosine <= 1
