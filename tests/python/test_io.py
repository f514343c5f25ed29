"""Files: encodings, formats, hostile input; tables that cannot become formulas."""

from __future__ import annotations

import builtins
import contextlib
import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report import _core
from shengzhou_report._read.archive import MOST_UNPACKED
from shengzhou_report._read.formats import content_of

TEXT = """某县2024年政府工作报告
一、2023年工作回顾
全县地区生产总值达210亿元,增长6.5%;财政收入18.2亿元,增长4%。
二、2024年工作目标
地区生产总值增长7%左右,城镇登记失业率控制在3%以内。
"""

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

#: The 3755 common characters of GB 2312, and punctuation that reports use.
COMMON = [
    bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFA + 5 * (row < 0xD7))
]


def named(data: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def read(data: bytes, name: str = "") -> str:
    return sr.io.read_text(named(data, name))


# Encodings.


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk", "gb2312"]
)
@pytest.mark.parametrize("suffix", [".txt", "", ".md", ".html"])
def test_encodings_are_detected(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_bytes((TEXT if suffix != ".html" else f"<pre>{TEXT}</pre>").encode(encoding))
    report = sr.read(path)
    assert (report.year, len(report)) == (2024, 6)
    if suffix != ".html":
        assert sr.io.read_text(str(path)) == TEXT
        assert report == sr.parse(TEXT)


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be", "utf-8"])
def test_byte_order_marks(mark: str) -> None:
    assert read(("\ufeff" + TEXT).encode(mark)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312"])
@given(text=st.text(st.sampled_from(COMMON)))
def test_common_characters_round_trip(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@given(text=st.text(st.sampled_from(COMMON), min_size=8))
def test_zero_bytes_show_utf16(encoding: str, text: str) -> None:
    assert read(f"{text}\n".encode(encoding)) == text + "\n"


def decodes(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))), st.data())
def test_utf8_is_what_python_takes_for_it(data: bytes, more: st.DataObject) -> None:
    assert _core._is_utf8(data) == decodes(data)
    # Next to UTF-8: one byte is another, or the text breaks off.
    at = more.draw(st.integers(0, len(data)))
    for near in (data[:at], data[:at] + more.draw(st.binary(max_size=1)) + data[at + 1 :]):
        assert _core._is_utf8(near) == decodes(near)


SENTENCE = "去年地区生产总值增长百分之六点五,一般公共预算收入有所提高,城乡居民收入差距继续缩小。"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("lines", [1, 40])
def test_what_is_parsed_is_the_text(encoding: str, end: str, lines: int) -> None:
    data = (SENTENCE + end).encode(encoding) + (SENTENCE + end).encode(encoding.removesuffix("-sig")) * (lines - 1)
    if encoding == "utf-16":
        data = ((SENTENCE + end) * lines).encode(encoding)
    content = content_of(data, "a.txt", None, "strict")
    # Bytes where they are UTF-8 beyond doubt, so that nobody makes a text of them.
    assert isinstance(content, bytes) == (encoding == "utf-8-sig" or (encoding == "utf-8" and lines > 1))
    text = content if isinstance(content, str) else content.decode()
    assert text == (SENTENCE + "\n") * lines == sr.io.read_text(io.BytesIO(data))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_that_breaks_off_far_behind_is_an_error(mark: bytes) -> None:
    data = mark + SENTENCE.encode() * 200 + b"\xe5\x8e"
    with pytest.raises(sr.ParseError, match=f"at byte {len(data) - 2} "):
        sr.io.read_text(io.BytesIO(data))
    with pytest.raises(ValueError, match="errors"):
        sr.io.read_text(io.BytesIO(data[:-2]), errors="ignore")  # type: ignore[call-overload]


def test_utf8_stays_utf8_whatever_it_says() -> None:
    for text in ("Москва и область", "Ελλάδα", "café", "plain", "a\0b"):
        assert read(text.encode()) == text


def test_rare_characters_of_names() -> None:
    for text in ("嵊州市", "嵊州", "涞源县", "甪直镇", "㐂"):
        assert read(text.encode("utf-8")) == text
        assert sr.io.read_text(io.BytesIO(text.encode("gb18030")), encoding="gb18030") == text
    assert read("嵊州市".encode("gbk")) == "嵊州市"


def test_an_encoding_can_be_named() -> None:
    data = "政府工作報告".encode("big5")
    assert sr.io.read_text(io.BytesIO(data), encoding="big5") == "政府工作報告"
    # Big5 shows by its own common characters.
    assert read(data) == "政府工作報告"
    with pytest.raises(sr.ParseError, match="the text is not ascii at byte 3"):
        sr.io.read_text(io.BytesIO("GDP增长".encode()), encoding="ascii")
    with pytest.raises(builtins.LookupError, match="unknown encoding"):
        sr.io.read_text(io.BytesIO(data), encoding="nothing")


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(sr.ParseError) as caught:
        read("增长".encode() + bytes(range(128, 256)))
    assert caught.value.offset == 2
    with pytest.raises(sr.ParseError, match="utf-16 at byte"):
        read(b"\xff\xfe\x00")


@given(st.binary())
def test_any_bytes_give_text_or_a_parse_error(data: bytes) -> None:
    with contextlib.suppress(sr.ParseError):
        assert isinstance(sr.read(io.BytesIO(data)), sr.Report)


def test_line_ends_are_newlines() -> None:
    assert read(b"a\r\nb\rc\n") == "a\nb\nc\n"
    assert read("一\r\n二".encode("utf-16"), "x.md") == "一\n二"


# What is read.


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", ""])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_report(name: str, data: bytes) -> None:
    if not data or not name.endswith(("docx", "pdf")):
        assert len(sr.read(named(data, name))) == 0


def test_errors_of_the_file_system_stay(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sr.read(tmp_path / "nothing.txt")
    with pytest.raises(OSError, match=r"directory|denied"):
        sr.io.read_text(tmp_path)


def test_a_file_in_text_mode_is_refused() -> None:
    with pytest.raises(TypeError, match="binary mode"):
        sr.io.read_text(io.StringIO(TEXT))  # type: ignore[arg-type]


def test_a_large_file() -> None:
    line = "全县地区生产总值达210亿元。\n".encode("gb18030")
    assert len(read(line * (20_000_000 // len(line)))) > 8_000_000


# Markdown.


def test_markdown_loses_its_marks() -> None:
    text = "# 某县\n\n> **地区生产总值**[210亿元](https://a.cn/b),增长`6.5%`。\n- 减税[1](注)3亿元\n---\n* -5\n"
    text += "```\n8~10家\n```\n"
    plain = "某县\n\n地区生产总值210亿元,增长6.5%。\n减税[1](注)3亿元\n-5\n8~10家\n"
    assert read(text.encode(), "a.md") == plain
    assert read(text.encode(), "a.txt") == text


@pytest.mark.parametrize("mark", ["[", "[a](", "![a](http:", "**", "`", "# ", "- ", "\n", "    ", "---", "\r"])
def test_markdown_takes_linear_time(mark: str) -> None:
    # Quadratic work on this would take hours.
    assert read((mark * 500_000 + "终").encode(), "a.md").endswith(("终", "\n", ""))


# HTML.


def test_html_blocks_become_lines() -> None:
    page = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>网站</title><style>p{}</style></head><body>
    <h1>某县2024年<span>政府</span>工作报告</h1><script>var x = "99亿元";</script>
    <p>地区生产
       总值达<b>210</b>&#20159;元,<script>1</script>增长&nbsp;6.5%<br>财政&lt;收入&gt;</p>尾<!-- 7% -->
    <table><tr><td>甲<td>2</table><noscript>3</noscript></body></html>"""
    text = "某县2024年政府工作报告\n地区生产总值达210亿元,增长\xa06.5%\n财政<收入>\n尾\n| 甲 | 2 |"
    for encoding in ("gbk", "utf-8", "utf-16"):
        assert read(page.encode(encoding), "a.HTM") == text


@pytest.mark.parametrize("page", ["   ", "<!-- -->", "<script>", "<html></html>", "<?xml version='1.0'?>"])
def test_html_without_text(page: str) -> None:
    assert read(page.encode(), "a.html") == ""


def test_hostile_html() -> None:
    # Some versions of libxml2 refuse such depths; none may lose the text in silence.
    try:
        assert read(("<div>" * 10_000 + "终").encode(), "a.html") == "终"
    except sr.ParseError as error:
        assert "Excessive depth" in str(error)  # noqa: PT017
    assert read(("<" * 100_000 + "终").encode(), "a.html")
    assert read(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><p>&b;</p>', "a.html").find("root:") == -1
    assert read(("终" + "\n" * 500_000 + "a").encode(), "a.html") == "终 a"


# Word.


def word(*lines: str, table: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        for cell, text in zip(document.add_table(rows=1, cols=len(table)).rows[0].cells, table, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_word() -> None:
    data = word(*TEXT.splitlines(), "甲\t乙\n丙", table=("商品零售额", "80亿元"))
    assert read(data) == TEXT + "甲\t乙\n丙\n| 商品零售额 | 80亿元 |"
    assert sr.read(named(data, "a.docx")).statements[:6] == sr.parse(TEXT).statements[:6]


def test_tracked_changes_and_text_boxes_are_read_once() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("开头"))) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                content = content.replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
            new.writestr(part, content)
    assert read(target.getvalue()) == "开头\n新增\n框"


def test_hostile_word() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", bytes(MOST_UNPACKED + 1))
    assert len(bomb.getvalue()) < 1_000_000
    with pytest.raises(sr.ParseError, match="would unpack to"):
        read(bomb.getvalue())
    for data in (b"PK\x03\x04 rubbish", word("甲")[:500], b"none"):
        with pytest.raises(sr.ParseError, match=r"no \.docx"):
            read(data, "a.docx")


# PDF.


def pdf(*pages: list[str]) -> bytes:
    """A PDF of lines of text, in a font that readers bring."""
    font = "/BaseFont /STSong-Light"
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type0 {font} /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType0 {font} /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 >> >>",
    ]
    for i, lines in enumerate(pages):
        texts = (line.encode("utf-16-be").hex() for line in lines)
        content = "\n".join(f"BT /F 10 Tf 50 {780 - 20 * n} Td <{text}> Tj ET" for n, text in enumerate(texts))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * i} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def test_pdf_lines_that_the_margin_breaks_are_joined() -> None:
    data = pdf(
        [
            "某县2024年政府工作报告",
            "　　一年来,我们坚持稳中求进,抓项目、促改革、惠民生,经济运行总体平稳,地区生",
            "产总值达210亿元,增长6.5%。",
            "— 1 —",
        ],
        ["全年财政收入增长4%。", "2"],
    )
    assert read(data) == (
        "某县2024年政府工作报告\n"
        "一年来,我们坚持稳中求进,抓项目、促改革、惠民生,经济运行总体平稳,地区生产总值达210亿元,增长6.5%。\n"
        "全年财政收入增长4%。"
    )
    assert [statement.indicator for statement in sr.read(io.BytesIO(data))][:2] == ["地区生产总值"] * 2


def test_a_pdf_of_pictures_needs_ocr() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(sr.ParseError, match=r"no text on page 1: run OCR first"):
        read(file.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.4 rubbish", pdf(["甲"])[:300], b"none"])
def test_broken_pdf(data: bytes) -> None:
    with pytest.raises(sr.ParseError, match="PDF"):
        read(data, "a.pdf")


def test_a_locked_pdf() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(sr.ParseError, match="the PDF cannot be read"):
        read(file.getvalue())


# Extras.


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("lxml.etree", "sr.io.read_text(open('a.html', 'rb'))", "read"),
        ("lxml.etree", "sr.io.read_text(open('a.docx', 'rb'))", "read"),
        ("pypdf", "sr.io.read_text(io.BytesIO(b'%PDF-'))", "read"),
        ("xlsxwriter", "sr.io.write_table(sr.shengzhou_2024(), 'a.xlsx')", "excel"),
    ],
)
def test_a_missing_extra_is_named(tmp_path: Path, module: str, call: str, extra: str) -> None:
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "a.docx").write_bytes(word("a"))
    program = f"import io, sys; sys.modules[{module!r}] = None; import shengzhou_report as sr\n{call}"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert f"ImportError: this needs {module.partition('.')[0]}: pip install 'shengzhou-report[{extra}]'" in done.stderr


def test_the_import_brings_no_reader() -> None:
    readers = {"lxml", "docx", "pypdf", "openpyxl", "xlsxwriter", "pandas"}
    program = f"import sys, shengzhou_report; print({readers} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"set()"


# Tables.

HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("http://a","b")']


def hostile(indicator: str) -> sr.Report:
    return sr.Report([sr.Statement(indicator, quantity=sr.Quantity("-16.7", "%"), scope=indicator)])


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_has_no_formulas(tmp_path: Path, text: str) -> None:
    sr.io.write_table(hostile(text), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["indicator"] == row["scope"] == "'" + text
    assert row["value"] == row["printed"] == "-16.7"


@pytest.mark.parametrize("text", HOSTILE)
def test_xlsx_has_no_formulas(tmp_path: Path, text: str) -> None:
    sr.io.write_table({text: hostile(text)}, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    names, row = sheet.iter_rows()
    cells = {name.value: cell for name, cell in zip(names, row, strict=True)}
    assert next(iter(cells)) == "file"
    for name in ("file", "indicator", "scope"):
        assert (cells[name].data_type, cells[name].quotePrefix) == ("s", True)
        assert cells[name].value.strip() == text.strip()
    assert (cells["value"].data_type, cells["value"].value) == ("n", -16.7)
    assert not cells["printed"].quotePrefix


def test_csv_reads_back(tmp_path: Path, report: sr.Report) -> None:
    for encoding in ("utf-8", None):
        path = tmp_path / "a.csv"
        sr.io.write_table(report, path, encoding=encoding)
        # Excel takes a file without the mark for one in the encoding of the machine.
        assert path.read_bytes().startswith(b"\xef\xbb\xbf") == (encoding is None)
        text = ["printed", "step", "printed_upper"]
        frame = pd.read_csv(path, encoding=encoding or "utf-8-sig", dtype=dict.fromkeys(text, str))
        assert sr.Report.from_frame(frame, title=report.title, place=report.place).statements == report.statements


def test_xlsx_reads_back(tmp_path: Path, report: sr.Report) -> None:
    sr.io.write_table(report, tmp_path / "a.xlsx")
    frame = pd.read_excel(tmp_path / "a.xlsx", dtype=dict.fromkeys(["printed", "step", "printed_upper"], str))
    assert sr.Report.from_frame(frame).statements == report.statements


def test_json_is_records(tmp_path: Path, report: sr.Report) -> None:
    sr.io.write_table({"甲": report, "乙": report[:1]}, tmp_path / "a.JSON")
    text = (tmp_path / "a.JSON").read_text(encoding="utf-8")
    records = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert len(records) == len(report) + 1
    assert list(records[0])[:2] == ["file", "indicator"]
    assert "地区生产总值" in text
    assert any(record["value"] is None for record in records)


def test_any_frame_is_written(report: sr.Report) -> None:
    frame = pd.DataFrame(
        {"a": [1, None], "b": ["=x", pd.NA], "c": [True, False], "d": pd.Timestamp("2024-01-01"), 5: [(1,), ()]}
    )
    for kind in ("csv", "json", "xlsx"):
        file = io.BytesIO()
        sr.io.write_table(frame, file, format=kind)
        if kind == "csv":
            assert file.getvalue().decode("utf-8-sig").splitlines()[1:] == [
                '1.0,\'=x,True,2024-01-01 00:00:00,"(1,)"',
                ",,False,2024-01-01 00:00:00,()",
            ]
        if kind == "json":
            assert json.loads(file.getvalue())[1]["b"] is None
    file = io.BytesIO()
    sr.io.write_table(report.to_frame(), file, format="csv")
    same = io.BytesIO()
    sr.io.write_table(report, same, format="csv")
    assert file.getvalue() == same.getvalue()


def test_characters_that_xlsx_cannot_hold_are_left_out() -> None:
    file = io.BytesIO()
    sr.io.write_table(hostile("a\x00\x1bb"), file, format="xlsx")
    assert openpyxl.load_workbook(file).active["A2"].value == "ab"


def test_other_formats_are_refused(tmp_path: Path, report: sr.Report) -> None:
    with pytest.raises(ValueError, match="'txt' is none of csv, json, jsonl, parquet, xlsx"):
        sr.io.write_table(report, tmp_path / "a.txt")
    with pytest.raises(ValueError, match="'' is none of"):
        sr.io.write_table(report, io.BytesIO())
    with pytest.raises(FileNotFoundError):
        sr.io.write_table(report, tmp_path / "none" / "a.csv")


# Real reports.


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports are not in the repository")
def test_real_reports_are_read() -> None:
    counts = {path.stem: len(sr.read(path)) for path in sorted(REPORTS.glob("*.txt"))}
    assert counts
    # The national report of 1978 has hardly any figure, that of 2024 few.
    few = {name: count for name, count in counts.items() if count <= 50 and not name.startswith("national")}
    assert not few
