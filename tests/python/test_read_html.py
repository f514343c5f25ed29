"""HTML and Markdown: what a portal puts around a document is left out, and no part of the document is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import shengzhou_report as sr

PAGES = Path(__file__).parents[1] / "data" / "portal_pages"
NAMES = ["container", "layout_tables", "line_breaks", "office_export", "sections"]

#: The document that all pages hold, each in a layout of its own.
DOCUMENT = """某县2024年政府工作报告
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，全县上下稳中求进，经济运行总体平稳。地区生产总值达210亿元，增长6.5%；财政收入18.2亿元，增长4%。
工业提质增效。新增规上企业114家，技改投资增长9.1%。
农业稳产增收。粮食总产量35.6万吨，建成高标准农田4.2万亩。
民生持续改善。新增城镇就业5600人，改造老旧小区23个。
| 指标 | 单位 | 2023年 |
| 地区生产总值 | 亿元 | 210 |
| 粮食总产量 | 万吨 | 35.6 |
二、2024年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长7%左右，城镇登记失业率控制在3%以内。
办好民生实事。新建公办幼儿园6所，新增养老床位800张。
各位代表，让我们团结一心，开创现代化建设新局面。"""


def read(page: str, name: str = "a.html") -> str:
    file = io.BytesIO(page.encode())
    file.name = name
    return sr.io.read_text(file)


@pytest.mark.parametrize("name", ["", "a", "a.txt", "a.doc", "a.docx", "a.aspx"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        " \r\n\t",
        "<!-- saved from 某县 -->\n",
        "<!DOCTYPE html>",
        '<?xml version="1.0"?>\n<!doctype HTML>\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_page_is_told_by_how_it_begins(name: str, before: str, encoding: str) -> None:
    page = f"{before}<HTML lang=zh><body><p>粮食总产量5万吨。</p></body></HTML>".encode(encoding)
    file = io.BytesIO(page)
    file.name = name
    assert sr.io.read_text(file) == "粮食总产量5万吨。"
    assert sr.read(page)[0].quantity.value == 5


@pytest.mark.parametrize(
    "text", ["<某县>粮食5万吨。", "<p粮食>", "<!-- 注 -->\n粮食5万吨。", "<<html>>", "< html>", "<!--" * 9, "<?" * 9]
)
def test_a_text_with_angle_brackets_is_no_page(text: str) -> None:
    assert sr.io.read_text(text.encode()) == text


def test_markdown_may_begin_with_a_tag() -> None:
    assert read("<div>\n\n**粮食**5万吨。", "a.md").endswith("粮食5万吨。")


@pytest.mark.parametrize("name", NAMES)
def test_portal_pages(name: str) -> None:
    lines = [line.strip("\u3000") for line in sr.io.read_text(PAGES / f"{name}.html").split("\n")]
    wanted = DOCUMENT.split("\n")
    # All of the document in its order, and of what is around it only lines without a figure of the economy.
    assert [line for line in lines if line in wanted] == wanted
    around = [line for line in lines if line not in wanted]
    assert len(around) <= 3
    assert not any(mark in "".join(around) for mark in ("%", "万吨", "2022", "2019", "首页"))


def test_sentences_outside_of_the_largest_part_are_kept() -> None:
    parts = ["".join(f"<p>粮食总产量{n}万吨。</p>" for n in range(start, start + 30)) for start in (0, 30)]
    text = read("".join(f"<div>{part}</div>" for part in parts))
    assert text.count("万吨") == 60


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("企业114<sup>3</sup>家", "企业114家"),
        ("企业114<sup><a href='#n3'>[3]</a></sup>家", "企业114家"),
        ("12万m<sup>2</sup>", "12万m²"),
        ("<sup>1</sup>家", "家"),
    ],
)
def test_raised_marks(html: str, text: str) -> None:
    assert read(f"<p>{html}</p>") == text


def test_spanning_cells_repeat() -> None:
    table = (
        "<table><caption>主要指标</caption><tr><th rowspan=2>指标</th><th colspan=2>数值</th></tr>"
        "<tr><th>2022年</th><th>2023年</th></tr><tr><td>粮食</td><td>5</td><td>6</td></tr></table>"
    )
    assert read(f"<p>前</p>{table}<p>后</p>").split("\n") == [
        "前",
        "主要指标",
        "| 指标 | 数值 | 数值 |",
        "| 指标 | 2022年 | 2023年 |",
        "| 粮食 | 5 | 6 |",
        "后",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table>" * 1_000 + "终",
        "<table><tr>" * 200 + "<td>终",
        "<div>" * 2_000 + "终。" * 50,
        "<table><tr>" + "<td colspan=9999 rowspan=9999>终</td>" * 300 + "</tr></table>",
        "<ul>" + "<li><a>终</a>" * 100_000,
        "<sup>" * 1_000 + "终",
    ],
)
def test_hostile_pages_take_linear_time(page: str) -> None:
    # Quadratic work on these would take minutes.
    assert "终" in read(page) or page.startswith("<sup>")


def test_a_page_that_is_a_table_keeps_its_rows() -> None:
    rows = "".join(f"<tr><td>指标{n}</td><td>{n}万吨</td></tr>" for n in range(30))
    assert read(f"<html><body><div><table>{rows}</table></div></body></html>").split("\n") == [
        f"| 指标{n} | {n}万吨 |" for n in range(30)
    ]


def test_a_table_of_claims_is_refused() -> None:
    # 20 kB that claim ten million cells.
    page = "<table><tr>" + "<td colspan=100 rowspan=100>终" * 1_000 + "<tr>" * 100 + "</table>"
    with pytest.raises(sr.ParseError, match="more than the 200000 cells allowed"):
        read(page)


def test_markdown_tables_keep_their_rows() -> None:
    table = "前|后\n\n| **指标** | 数值 |\n|:---|---:|\n| 粮食\\|豆 | 5万吨 |\n薯类 | 6万吨\n\n粮食|豆\n---\n"
    assert read(table, "a.md") == ("前|后\n\n| 指标 | 数值 |\n| 粮食｜豆 | 5万吨 |\n| 薯类 | 6万吨 |\n\n粮食|豆\n")
