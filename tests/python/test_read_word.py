"""Word: numbering, tables, notes, raised marks, changes; compared with docx2python on what python-docx makes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import docx.document
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._read.numerals import list_number

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_of(body: str, **parts: str) -> bytes:
    """A .docx of the XML of its body and of parts by their kind: numbering, styles, footnotes, endnotes."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(parts)
    )
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for kind in parts
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'wordprocessingml.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'{head}<Relationship Id="d" Type="{RELATIONS}officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>",
        }
        | {f"word/{kind}.xml": f"<w:{kind} {W}>{content}</w:{kind}>" for kind, content in parts.items()}
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    inner = "".join(item if item.startswith("<") else run(item) for item in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=properties)


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    head = f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'{head}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def lines(data: bytes) -> list[str]:
    return sr.io.read_text(data).split("\n")


# Numbering.


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        # As Word shows them; ECMA-376, 17.18.59.
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九"}),
        ("chineseCountingThousand", {10: "十", 100: "一百", 105: "一百零五", 110: "一百一十", 1001: "一千零一"}),
        ("japaneseCounting", {1: "一", 10: "十", 12: "十二"}),
        ("taiwaneseCountingThousand", {1: "一", 13: "十三"}),
        ("ideographDigital", {1: "一", 10: "一〇", 11: "一一", 20: "二〇"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("decimal", {7: "7"}),
        ("a format of tomorrow", {7: "7"}),
    ],
)
def test_numbers_of_lists(form: str, texts: dict[int, str]) -> None:
    assert {number: list_number(number, form) for number in texts} == texts


@given(st.integers(1, 9999))
def test_counted_numbers_are_read_back(number: int) -> None:
    assert sr.read_number(list_number(number, "chineseCountingThousand")).value == number


LEVELS = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_headings_have_their_numbers() -> None:
    body = [("工作回顾", 0), ("工业", 1), ("投资", 1), ("2023年", 2), ("安排", 0), ("农业", 1)]
    data = word_of("".join(numbered(text, 1, at) for text, at in body), numbering=numbering(*LEVELS))
    assert lines(data) == ["一、工作回顾", "（一）工业", "（二）投资", "1. 2023年", "二、安排", "（一）农业"]


def test_numbers_tell_outcome_from_target() -> None:
    body = (
        paragraph("某县2024年政府工作报告")
        + numbered("2023年工作回顾", 1)
        + paragraph("地区生产总值增长6.5%。")
        + numbered("2024年工作安排", 1)
        + paragraph("地区生产总值增长7%左右。")
    )
    report = sr.read(word_of(body, numbering=numbering(*LEVELS)))
    assert [statement.status for statement in report] == ["outcome", "target"]
    assert [section.role for section in report.sections][:1] == ["review"]


def test_starts_restarts_and_shared_counters() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    made = numbering(level(0, "decimal", "第%1项", start=5), numbers=numbers)
    data = word_of("".join(numbered("甲", number) for number in (1, 1, 2, 3, 3, 9, 0)), numbering=made)
    assert lines(data) == ["第5项甲", "第6项甲", "第7项甲", "第1项甲", "第2项甲", "甲", "甲"]


def test_a_level_that_never_restarts_and_legal_numbers() -> None:
    made = numbering(
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%1.%2", more="<w:lvlRestart w:val='0'/><w:isLgl/>"),
    )
    data = word_of("".join(numbered("甲", 1, at) for at in (0, 1, 0, 1)), numbering=made)
    assert lines(data) == ["一、甲", "1.1 甲", "二、甲", "2.2 甲"]


def test_numbering_that_a_style_brings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    made = numbering(level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2）"))
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>') for text, style in (("甲", "H1"), ("乙", "H2"))
    )
    assert lines(word_of(body, numbering=made, styles=styles)) == ["一、甲", "二、乙"]


def test_bullets_are_left_out() -> None:
    assert lines(word_of(numbered("甲", 1), numbering=numbering(level(0, "bullet", "\uf0b7")))) == ["甲"]


def test_a_style_based_on_itself_ends() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines(word_of(paragraph("甲", properties='<w:pStyle w:val="A"/>'), styles=styles)) == ["甲"]


# Tables.


def test_rows_stay_together_and_merged_cells_repeat() -> None:
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(rows=4, cols=3)
    texts = [["主要指标", "", ""], ["指标", "单位", "数值"], ["粮食|总产量", "万吨", "5"], ["", "亿斤", "10\n以上"]]
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    document.add_paragraph("后")
    assert lines(saved(document)) == [
        "前",
        "主要指标",
        "| 指标 | 单位 | 数值 |",
        "| 粮食｜总产量 | 万吨 | 5 |",
        "| 粮食｜总产量 | 亿斤 | 10以上 |",
        "后",
    ]


def test_a_table_that_places_paragraphs_is_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "左栏"
    table.cell(0, 1).text = f"{'全县上下稳中求进。' * 20}\n第二段。"
    assert lines(saved(document)) == ["左栏", "全县上下稳中求进。" * 20, "第二段。"]


# Notes and raised text.

RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize("mark", ["3", "12", "[3]", "①", "*", "注1", "3,4"])
def test_marks_of_notes_never_join_a_number(mark: str) -> None:
    data = word_of(paragraph("规上企业114", run(mark, RAISED), "家。"))
    assert lines(data) == ["规上企业114家。"]
    assert sr.read(data)[0].quantity.value == 114


def test_marks_in_several_runs_and_by_style() -> None:
    styles = f'<w:style w:type="character" w:styleId="R"><w:rPr>{RAISED}</w:rPr></w:style>'
    by_style = run("7", '<w:rStyle w:val="R"/>')
    data = word_of(
        paragraph("企业114", run("[", RAISED), run("3", RAISED), run("]", RAISED), "家、5", by_style, "户"),
        styles=styles,
    )
    assert lines(data) == ["企业114家、5户"]


def test_powers_of_units_stay_powers() -> None:
    assert lines(word_of(paragraph("12万m", run("2", RAISED), "，3km", run("2", RAISED)))) == ["12万m²，3km²"]


def test_notes_stand_behind_the_text() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{paragraph("指规模以上工业企业5家。")}</w:footnote>'
    )
    mark = f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="1"/></w:r>'
    data = word_of(paragraph("企业114", mark, "家。") + paragraph("财政收入18.2亿元。"), footnotes=notes)
    assert lines(data) == ["企业114家。", "财政收入18.2亿元。", "名词解释", "指规模以上工业企业5家。"]
    assert [statement.quantity.value for statement in sr.read(data)] == [114, 18.2]


# Changes, fields, boxes.


def test_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>增长</w:t></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>7</w:t></w:r></w:ins><w:del><w:r><w:delText>8</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>%</w:t></w:r></w:moveTo></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert lines(word_of(body)) == ["增长7%"]


def test_a_field_has_its_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x 5</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>18.2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="REF y"><w:r><w:t>亿元</w:t></w:r></w:fldSimple>'
    assert lines(word_of(paragraph("收入", field, simple))) == ["收入18.2亿元"]


def test_contents_and_hidden_text_are_left_out() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("一、回顾 3", properties='<w:pStyle w:val="T"/>') + paragraph(
        "增长", run("99", "<w:vanish/>"), "7%"
    )
    assert lines(word_of(body, styles=styles)) == ["增长7%"]


def test_text_boxes_stand_behind_their_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict></w:r>"
    assert lines(word_of(paragraph("前", box, "后"))) == ["前后", "框"]


# Other readers.


def test_docx2python_reads_the_same(tmp_path: Path) -> None:
    docx2python = pytest.importorskip("docx2python", reason="docx2python (test group) is not installed")
    document = docx.Document()
    document.add_heading("某县2024年政府工作报告", 0)
    for text in ("一是稳增长。", "二是惠民生。"):
        added = document.add_paragraph(text, style="List Number")
        # Where the number comes from the style alone, docx2python leaves it out.
        numbered = added._p.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_ilvl().val = 0
        numbered.get_or_add_numId().val = document.styles["List Number"].element.pPr.numPr.numId.val
    document.add_paragraph("地区生产总值增长7%左右。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("指标", "数值", "粮食", "5"), strict=True
    ):
        cell.text = text
    path = tmp_path / "a.docx"
    document.save(str(path))
    with docx2python.docx2python(path) as other:
        theirs = "".join(other.text.split())
    ours = sr.io.read_text(path)
    assert "1. 一是稳增长。" in ours
    # It writes 1) for every decimal list, and cells without bars.
    assert "".join(ours.replace("|", "").split()) == theirs.replace("1)", "1.").replace("2)", "2.")


@pytest.mark.parametrize("text", ["长" * 200, ""])
def test_many_runs_take_linear_time(text: str) -> None:
    # Adding each to the paragraph as one string would copy ten thousand million characters, and take a minute.
    number = 40_000
    data = word_of(paragraph(*[run(text) + run("1", RAISED)] * number, "终"))
    assert len(sr.io.read_text(data)) == number * len(text) + 1
