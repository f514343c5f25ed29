"""PDF and OFD: lines of pages become paragraphs; headers, page numbers and pictures of text."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

import shengzhou_report as sr

#: Full lines, of which no two begin or end alike.
FULL = [
    f"{word}，我们坚持稳中求进，抓项目、促改革、惠民生，经济运行总体平稳，{word}" for word in ("去年", "前年", "今年")
]
LONG = "一年来，我们坚持稳中求进，抓项目、促改革、惠民生，经济运行总体平稳，地区生"


def pdf(*pages: list[str] | None, encoding: str = "UniGB-UTF16-H", codec: str = "utf-16-be") -> bytes:
    """A PDF of lines of text in a font that readers bring; a page that is None is a picture."""
    writer = pypdf.PdfWriter()
    name = NameObject
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        if lines is None:
            picture = StreamObject()
            picture.update({name("/Subtype"): name("/Image"), name("/Width"): NumberObject(1)})
            page[name("/Resources")] = DictionaryObject(
                {name("/XObject"): DictionaryObject({name("/I"): writer._add_object(picture)})}
            )
            continue
        descriptor = DictionaryObject(
            {name("/Type"): name("/FontDescriptor"), name("/FontName"): name("/STSong-Light")}
        )
        below = DictionaryObject(
            {
                name("/Type"): name("/Font"),
                name("/Subtype"): name("/CIDFontType0"),
                name("/BaseFont"): name("/STSong-Light"),
                name("/DW"): NumberObject(1000),
                name("/FontDescriptor"): descriptor,
            }
        )
        font = DictionaryObject(
            {
                name("/Type"): name("/Font"),
                name("/Subtype"): name("/Type0"),
                name("/BaseFont"): name("/STSong-Light"),
                name("/Encoding"): name(f"/{encoding}"),
                name("/DescendantFonts"): pypdf.generic.ArrayObject([below]),
            }
        )
        page[name("/Resources")] = DictionaryObject({name("/Font"): DictionaryObject({name("/F"): font})})
        content = StreamObject()
        content.set_data(
            "\n".join(
                f"BT /F 10 Tf 50 {780 - 20 * n} Td <{line.encode(codec).hex()}> Tj ET" for n, line in enumerate(lines)
            ).encode()
        )
        page[name("/Contents")] = writer._add_object(content)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def ofd(*pages: list[tuple[float, float, str]], name_space: str = "http://www.ofdspec.org/2016") -> bytes:
    """An OFD of pages of pieces of text, each at x and y in millimetres."""
    ns = f'xmlns:ofd="{name_space}"'
    places = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    parts = {
        "OFD.xml": f"<ofd:OFD {ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {ns}><ofd:Pages>{places}</ofd:Pages></ofd:Document>",
    }
    for n, pieces in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject ID="{i}" Boundary="{x} {y} 100 5" Size="5"><ofd:TextCode X="0" Y="4">{text}'
            "</ofd:TextCode></ofd:TextObject>"
            for i, (x, y, text) in enumerate(pieces)
        )
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = (
            f"<ofd:Page {ns}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


# PDF.


def test_headers_and_page_numbers_are_left_out() -> None:
    head = "某县2024年政府工作报告"
    pages = [
        [head, FULL[0], "1"],
        [head, "产值达210亿元。", FULL[1], "— 2 —"],
        [head, "产能达3万吨。", FULL[2], "第3页 共4页"],
        [head, "产粮5万吨。", "4/4"],
    ]
    text = sr.io.read_text(pdf(*pages))
    assert text.split("\n") == [
        head,
        f"{FULL[0]}产值达210亿元。",
        f"{FULL[1]}产能达3万吨。",
        f"{FULL[2]}产粮5万吨。",
    ]


def test_a_line_that_returns_within_pages_stays() -> None:
    pages = [[f"第{n}项。", "甲乙丙。", "持续增长。", "丁戊己。", f"共{n}件。"] for n in range(4)]
    assert sr.io.read_text(pdf(*pages)).count("持续增长。") == 4


@pytest.mark.parametrize("encoding", ["GBK-EUC-H", "GBKp-EUC-H", "GBKp-EUC-V", "GBpc-EUC-H", "GB-EUC-H"])
def test_chinese_encodings_of_fonts(encoding: str) -> None:
    assert sr.io.read_text(pdf(["粮食总产量5万吨。"], encoding=encoding, codec="gbk")) == "粮食总产量5万吨。"


@pytest.mark.parametrize(
    ("pages", "which"),
    [
        ([None], "page 1"),
        ([None, None], "pages 1, 2"),
        ([["甲。"], None, ["乙。"]], "page 2"),
    ],
)
def test_pictures_of_text_are_named(pages: list[list[str] | None], which: str) -> None:
    with pytest.raises(sr.ParseError, match=f"no text on {which}: run OCR first"):
        sr.read(pdf(*pages))


def test_a_picture_on_the_cover_costs_nothing() -> None:
    assert sr.io.read_text(pdf(None, ["粮食总产量5万吨。"], None)) == "粮食总产量5万吨。"


# OFD.


@pytest.mark.parametrize("name_space", ["http://www.ofdspec.org/2016", "http://www.ofdspec.org"])
def test_ofd(name_space: str) -> None:
    data = ofd(
        [(80, 20, "2024年政府工作报告"), (60, 20.3, "某县"), (30, 40, LONG)],
        [(30, 40, "产总值达210亿元，增长6.5%。"), (100, 280, "— 2 —")],
        name_space=name_space,
    )
    assert sr.io.read_text(data).split("\n") == ["某县2024年政府工作报告", f"{LONG}产总值达210亿元，增长6.5%。"]
    report = sr.read(data)
    assert (report.place, report.year, len(report)) == ("某县", 2024, 2)


def test_ofd_of_pictures_and_broken_ofd() -> None:
    with pytest.raises(sr.ParseError, match="only pictures of it: run OCR first"):
        sr.read(ofd([]))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("OFD.xml", "<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>")
    with pytest.raises(sr.ParseError, match=r"\.ofd is broken at its part 'a\.xml'"):
        sr.read(file.getvalue())
