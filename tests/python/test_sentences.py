"""Sentences whose right reading is known, and what holds for every text: tests/tools/sentences.py has the grammar,
tests/tools/invariants.py the promises."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import invariants
import pytest
import sentences
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import shengzhou_report as sr

documents = sentences.documents()

#: Lines as pages have them, right and broken; any order of them is a text.
LINES = (
    *("政府工作报告", "政 府 工 作 报 告", "2031年云岭县政府工作报告", "——二〇三一年一月九日在云岭县第八届"),
    *("人民代表大会第三次会议上", "云岭县人民政府县长 方 远", "各位代表：", "各位代表！", "谢谢大家！"),
    *("一、2030年工作回顾", "二、2031年工作安排", "第一部分 过去五年", "(一)做强产业", "（二）改善民生。", "1.农业"),
    *("3、交通", "第二章 目标", "—、过去一年", "一是", "1", "（1）", "①", "【工业】", "  2. 乡村振兴[3]"),
    *("指标\t单位\t2030年\t增长（%）", "粮食产量\t万吨\t21.5\t1.5", "| 税收 | 12.5 | 4.1 |", "|---|---|---|"),
    *("全县粮食产量", "达到21.", "5万吨，增长", "1.5", "%，其中稻谷", "产量达12万", "吨。", "58.2", "亿元"),
    *(
        "首页 > 公开 > 2031-02-03 字号：大 中 小",
        "打印 关闭",
        "浏览次数：1,024",
        "电话：0571-88001234",
        "- 12 -",
        "第3页",
    ),
    *("名词解释", "“3+2”：指3个中心、2条走廊。", "[1]“双百”：指100户企业。", "注：1.数据为快报数。", "附件2", ""),
    *("三次产业结构调整为8.1:42.6:49.3。", "进口、出口各增长5%、6%。", "翻一番，提高两个百分点，近一倍，十几亿元。"),
    *("百分之十二点五，三亿二千万元，3亿2千万，40多万人，1/3，五成，零增长，两位数增长。", "１２．５％，１，２０４吨"),
    *("收入倍差不断缩小，居民收入与经济增长同步。", "编号11223344556677889900，2×35万千瓦，G60，5A级，500强。"),
    *("“十三五”末，比2025年增长42.5%，是上年的1.4倍。", "前三季度，1—11月，截至11月底，上半年增长4%。"),
    *("建成体育中心。", "到2035年，绿地达到500公顷以上，力争600公顷。", "烟粉尘浓度降至35微克/m3，建房12万m2。"),
    *("澧惧竴骞� 12", "锟斤拷锟斤拷 6.5%", "鍦板尯鐢熶骇鎬诲€� 512浜垮厓", "Ã¥Â¢Â�Ã©Â•Â¿5%"),
)
shapes = st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(sentences.WORDS)), max_size=25).map("\n".join)

#: Characters that the parser has rules for, in no order.
SOUP = (
    "0123456789" * 4,
    "０１２３０．％，.,%:：/／-—－～~+×·、。；！（）()〔〕[]“”《》\t \n　",
    "〇零一二两三十百千万亿半几多余近约超第前年月日季度元亩吨人个家户位名次倍成率比占由从到至达为",
    "增长下降减少提高分别均各其中以上内不低于新PMG5Am²㎡\u200b\ufeff",
)
soup = st.text(st.sampled_from("".join(SOUP)), max_size=120)

texts = st.one_of(
    documents.map(lambda document: document.text),
    shapes,
    soup,
    st.tuples(shapes, documents, soup).map(lambda parts: f"{parts[0]}\n{parts[1].text}{parts[2]}"),
    st.tuples(documents, st.integers(0, 400)).map(lambda cut: cut[0].text[: cut[1]]),
)


@given(documents)
@settings(max_examples=200)
def test_what_a_sentence_states_is_read(document: Any) -> None:
    assert sentences.read(sr.parse(document.text)) == list(document.stated), document.text


@given(texts)
@settings(max_examples=250)
def test_what_holds_for_every_text(text: str) -> None:
    assert invariants.broken(text) == {}


def is_word(character: str) -> bool:
    """Whether it is Chinese and of no numeral, nor begins one."""
    return "一" <= character <= "鿿" and character not in "一二三四五六七八九十百千点第"


def wrapped(text: str, width: int) -> str | None:
    """Lines of about one width, as a page that was copied has them, each broken within a sentence between two
    words; None where that cannot be. What begins with a numeral could be a heading."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width + 7:
            places = sorted(range(width - 7, width + 8), key=lambda at: abs(at - width))
            free = (at for at in places if is_word(line[at - 1]) and is_word(line[at]))
            if (place := next(free, None)) is None:
                return None
            lines.append(line[:place])
            line = line[place:]
        lines.append(line)
    return "\n".join(lines)


REWRITTEN = {
    "\r\n": lambda text: text.replace("\n", "\r\n"),
    "full width": lambda text: text.translate(sentences.WIDE),
    "blanks at line ends": lambda text: text.replace("\n", "  　\n"),
    "blanks before lines": lambda text: text.replace("\n", "\n　　"),
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "a line a sentence": lambda text: text.replace("。", "。\n"),
    "nothing at the end": str.rstrip,
}


@pytest.mark.parametrize("how", REWRITTEN)
@given(documents)
@settings(max_examples=40)
def test_what_means_the_same_is_read_alike(how: str, document: Any) -> None:
    assert sentences.read(sr.parse(REWRITTEN[how](document.text))) == list(document.stated)


@given(sentences.documents(shortest=14, longest=16), st.integers(26, 34))
@settings(max_examples=20, suppress_health_check=[HealthCheck.filter_too_much])
def test_lines_broken_within_sentences_are_joined(document: Any, width: int) -> None:
    text = wrapped(document.text, width)
    assume(text is not None)
    broken = text.count("\n") - document.text.count("\n")
    assume(broken >= 24 and 10 * broken > 6 * text.count("\n"))  # else the page does not look like a scanned one
    assert sentences.read(sr.parse(text)) == list(document.stated)


@given(st.lists(documents, min_size=4, max_size=8))
@settings(max_examples=10)
def test_threads_read_alike(those: list[Any]) -> None:
    texts = [document.text for document in those] * 4
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(sr.parse, texts)) == [sr.parse(text) for text in texts]
