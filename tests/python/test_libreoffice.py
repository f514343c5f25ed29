"""Files that LibreOffice makes, read back; what LibreOffice itself takes for their text."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import docx.document
import pandas as pd
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import shengzhou_report as sr
from shengzhou_report._read import office

pytestmark = pytest.mark.skipif(
    office.find_office() is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
)

#: What the document below says, with numbers, tables and notes as Word shows them.
TEXT = [
    "某县2024年政府工作报告",
    "一、2023年工作回顾",
    "规模以上工业企业114家，建设用地12万m²。",
    "1. 地区生产总值达210亿元，增长6.5%。",
    "2. 粮食总产量35.6万吨。",
    "主要指标",
    "| 指标 | 单位 | 2023年 |",
    "| 地区生产总值 | 亿元 | 210 |",
    "| 地区生产总值 | % | 6.5 |",
    "二、2024年工作安排",
    "地区生产总值增长7%左右。",
]

Convert = Callable[..., Path]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Makes a file of another format of a file, in a profile of its own."""
    folder = tmp_path_factory.mktemp("office")

    def made(source: Path, form: str, *options: str) -> Path:
        command = [str(office.find_office()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += [*options, "--convert-to", form, "--outdir", str(folder / "out"), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return folder / "out" / f"{source.stem}.{form.partition(':')[0]}"

    return made


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = docx.Document()
    made.add_paragraph(TEXT[0])
    made.add_heading(TEXT[1])
    paragraph = made.add_paragraph("规模以上工业企业114")
    paragraph.add_run("[3]").font.superscript = True
    paragraph.add_run("家，建设用地12万m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("。")
    for line in TEXT[3:5]:
        made.add_paragraph(line[3:], style="List Number")
    table = made.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = TEXT[5]
    for row, line in zip(table.rows[1:], TEXT[6:9], strict=True):
        for cell, text in zip(row.cells, line.strip("| ").split(" | "), strict=True):
            cell.text = text
    table.cell(3, 0).text = ""
    table.cell(2, 0).merge(table.cell(3, 0))
    made.add_heading(TEXT[9])
    # A document ends in a paragraph, as Word sees to. Without one, LibreOffice writes a .doc that ends in the mark of a
    # row, against [MS-DOC], and opens it without the table.
    made.add_paragraph(TEXT[10])
    path = tmp_path_factory.mktemp("document") / "a.docx"
    made.save(str(path))
    return path


@pytest.mark.parametrize("form", ["docx:MS Word 2007 XML", "doc", "rtf", "odt", "fodt"])
def test_what_it_writes_is_read(convert: Convert, document: Path, form: str) -> None:
    path = convert(document, form)
    assert sr.io.read_text(path).split("\n") == TEXT
    # Each word that LibreOffice sees, in its order; it writes raised marks and merged cells once.
    theirs = convert(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    ours = "".join(TEXT).replace("114家", "114[3]家").replace("m²", "m2").replace("| 地区生产总值 | %", "%")
    assert re.sub(r"\s", "", theirs) == re.sub(r"[\s|]", "", ours)


def _columns(made: docx.document.Document, number: int) -> None:
    section = made.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section._sectPr.append(columns)
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), "500")


def _page_number(made: docx.document.Document) -> None:
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        made.sections[0].footer.paragraphs[0].add_run()._r.append(element)


def test_columns_and_tables_of_its_pdf(convert: Convert, tmp_path: Path) -> None:
    # In Latin letters, for which every installation has a font.
    rows = [["Item", "Unit", "2023"], ["Grain", "t", "356"], ["Roads", "km", "85"]]
    # No two begin alike but for digits, as headers do.
    sentences = [
        f"Item {chr(97 + n // 26)}{chr(97 + n % 26)} is settled, {'and work goes on as planned, ' * (n % 4)}as is said."
        for n in range(90)
    ]
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Gazette"
    _page_number(made)
    made.add_heading("Report on the work of the county", 1)
    _columns(made, 2)
    for sentence in sentences:
        made.add_paragraph(sentence)
    _columns(made, 1)
    table = made.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("The end.")
    made.save(str(tmp_path / "b.docx"))
    lines = sr.io.read_text(convert(tmp_path / "b.docx", "pdf")).split("\n")
    # The header of the first page may be the title.
    assert lines[0] == "Gazette"
    wanted = [
        "Report on the work of the county",
        *sentences,
        *(f"| {' | '.join(row)} |" for row in rows),
        "The end.",
    ]
    # Lines end between words, and a space there is lost beside a digit or a comma.
    assert re.sub(r"\s", "", "".join(lines[1:])) == re.sub(r"\s", "", "".join(wanted))
    assert [line for line in lines if line.startswith("|")] == wanted[-4:-1]


def test_its_pdf_of_chinese(convert: Convert, document: Path) -> None:
    fonts = shutil.which("fc-list")
    if fonts is None or not subprocess.run([fonts, ":lang=zh-cn"], capture_output=True, check=True).stdout.strip():
        pytest.skip("no Chinese font is installed: apt-get install fonts-noto-cjk")
    text = sr.io.read_text(convert(document, "pdf"))
    # A PDF has no merged cells, and its raised marks are characters like others.
    for line in (TEXT[0], TEXT[1], *TEXT[3:8], *TEXT[9:]):
        assert re.sub(r"[\s|]", "", line) in re.sub(r"[\s|]", "", text)


def test_it_opens_csv_as_it_is(convert: Convert, tmp_path: Path, report: sr.Report) -> None:
    path = tmp_path / "a.csv"
    sr.io.write_table(report, path)
    # 76 is UTF-8, which its dialog proposes for a byte order mark; without a window it has to be told.
    opened = pd.read_excel(convert(path, "xlsx", "--infilter=CSV:44,34,76,1"))
    expected = report.to_frame()
    assert list(opened["indicator"]) == list(expected["indicator"])
    assert list(opened["unit"].fillna("")) == list(expected["unit"])
    assert opened["value"].to_numpy() == pytest.approx(expected["value"].to_numpy(), nan_ok=True)
