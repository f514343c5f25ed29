"""PDF and OFD: lines of pages become paragraphs; headers, page numbers and pictures of text."""

from __future__ import annotations

import io
import re
import zipfile

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

import shengzhou_report as sr

#: Full lines, of which no two begin or end alike.
FULL = [
    f"{word}，我们坚持稳中求进，抓项目、促改革、惠民生，经济运行总体平稳，{word}" for word in ("去年", "前年", "今年")
]
LONG = "一年来，我们坚持稳中求进，抓项目、促改革、惠民生，经济运行总体平稳，地区生"


#: Text at x and y in points.
Placed = tuple[float, float, str]


def pdf(
    *pages: list[str] | list[Placed] | None,
    encoding: str = "UniGB-UTF16-H",
    codec: str = "utf-16-be",
    one_object: bool = False,
) -> bytes:
    """A PDF of lines of text in a font that readers bring; a page that is None is a picture.

    Lines stand below each other or where they are placed, each a text object of its own or all of them in one.
    """
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
        x, y = 0.0, 0.0
        drawn = ["BT /F 10 Tf"]
        for n, line in enumerate(lines):
            left, base, text = (50.0, 780.0 - 20 * n, line) if isinstance(line, str) else line
            drawn.append(f"{left - x} {base - y} Td <{text.encode(codec).hex()}> Tj")
            if one_object:
                x, y = left, base
            else:
                drawn.append("ET BT")
        content.set_data("\n".join([*drawn, "ET"]).encode())
        page[name("/Contents")] = writer._add_object(content)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def ofd(*pages: list[Placed], name_space: str = "http://www.ofdspec.org/2016") -> bytes:
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


def page_of(content: bytes, form: bool = False) -> bytes:
    """Three pages, of which the middle one has no text but what its content draws, or a form that holds a picture."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(["甲。"], [], ["乙。"])))
    stream = StreamObject()
    stream.set_data(content)
    page = writer.pages[1]
    page[NameObject("/Contents")] = writer._add_object(stream)
    if form:
        held = DictionaryObject()
        page[NameObject("/Resources")] = held
        picture, around = StreamObject(), StreamObject()
        picture[NameObject("/Subtype")] = NameObject("/Image")
        around[NameObject("/Subtype")] = NameObject("/Form")
        inner = DictionaryObject({NameObject("/I"): writer._add_object(picture)})
        around[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inner})
        held[NameObject("/XObject")] = DictionaryObject({NameObject("/F"): writer._add_object(around)})
        inner[NameObject("/Itself")] = held["/XObject"].raw_get("/F")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"10 20 m " + b"1 2 3 4 5 6 c " * 2_000 + b"f", False),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", False),
        (b"/F Do", True),
    ],
)
def test_pages_whose_characters_are_drawn_are_named(content: bytes, form: bool) -> None:
    with pytest.raises(sr.ParseError, match="no text on page 2: run OCR first"):
        sr.read(page_of(content, form))


@pytest.mark.parametrize("content", [b"", b"10 20 m 30 40 l S", b"1 2 m " + b"1 2 3 4 5 6 c " * 100 + b"f"])
def test_an_empty_page_costs_nothing(content: bytes) -> None:
    assert sr.io.read_text(page_of(content)) == "甲。\n乙。"


def test_a_picture_on_the_cover_costs_nothing() -> None:
    assert sr.io.read_text(pdf(None, ["粮食总产量5万吨。"], None)) == "粮食总产量5万吨。"


#: Two paragraphs of a column of twenty characters, their lines, and what the columns hold.
LEFT = [
    "　　地区生产总值增长到二百一十亿元，比上",
    "年增长百分之六点五，财政收入达到十八亿二",
    "千万元，其中税收占百分之八十以上。",
]
RIGHT = [
    "　　粮食总产量达到三十五万六千吨，连续多",
    "年保持稳定增长，建成高标准农田四万二千亩",
    "，新增城镇就业五千六百人。",
]
COLUMNS = ["".join(LEFT).strip(), "".join(RIGHT).strip()]


def placed(lines: list[str], x: float, top: float = 700.0, step: float = 16.0) -> list[Placed]:
    return [
        (x + 10 * (len(line) - len(line.lstrip("　"))), top - step * n, line.lstrip("　"))
        for n, line in enumerate(lines)
    ]


def by_row(*columns: list[Placed]) -> list[Placed]:
    return [line for row in zip(*columns, strict=True) for line in row]


@pytest.mark.parametrize("one_object", [False, True])
@pytest.mark.parametrize("row_by_row", [False, True])
def test_columns_are_read_one_after_the_other(row_by_row: bool, one_object: bool) -> None:
    left, right = placed(LEFT * 2, 50), placed(RIGHT * 2, 280)
    title, end = (
        (100.0, 760.0, "某县2024年政府工作报告在县人民代表大会上"),
        (60.0, 580.0, "各位代表，" * 7 + "谢谢大家。"),
    )
    body = by_row(left, right) if row_by_row else left + right
    text = sr.io.read_text(pdf([title, *body, end], one_object=one_object))
    assert text.split("\n") == [title[2], *[COLUMNS[0]] * 2, *[COLUMNS[1]] * 2, end[2]]


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    lines = [f"{n}{'全县上下稳中求进抓项目促改革惠民生保平安'[len(str(n)) :]}" for n in range(100, 116)]
    first, second = lines[:8], lines[8:]
    pages = [by_row(placed(part[:4], 50), placed(part[4:], 280)) for part in (first, second)]
    assert sr.io.read_text(pdf(*pages)) == "".join(lines)


def test_headers_and_page_numbers_beside_columns_are_left_out() -> None:
    def columns(word: str) -> list[Placed]:
        return by_row(
            placed([f"{word}季，{LEFT[0][5:]}", *LEFT[1:]], 50),
            placed([*RIGHT[:2], f"，{word}季稳定就业五千六百人。"], 280),
        )

    pages = [
        # A header over the right column, a number under the left or the right one.
        [*columns("春夏秋冬"[n - 1]), (400.0, 800.0, "某县人民政府公报"), ((50.0, 460.0)[n % 2], 40.0, f"- {n} -")]
        for n in range(1, 5)
    ]
    lines = sr.io.read_text(pdf(*pages)).split("\n")
    # That of the first page may be the title.
    wanted = [
        line
        for word in "春夏秋冬"
        for line in (f"{word}季，{COLUMNS[0][3:]}", f"{COLUMNS[1].partition('，新')[0]}，{word}季稳定就业五千六百人。")
    ]
    assert lines == ["某县人民政府公报", *wanted]


TABLE = [
    ["指标", "单位", "2023年"],
    ["地区生产总值", "亿元", "210"],
    ["粮食总产量", "万吨", "35.6"],
    ["新增城镇就业", "", "5600人"],
]


def cells(x: float, widths: float, top: float = 600.0) -> list[Placed]:
    return [
        (x + widths * column, top - 16 * row, text)
        for row, texts in enumerate(TABLE)
        for column, text in enumerate(texts)
        if text
    ]


@pytest.mark.parametrize("by_column", [False, True])
@pytest.mark.parametrize("one_object", [False, True])
def test_rows_of_tables_keep_their_cells(by_column: bool, one_object: bool) -> None:
    shown = cells(60, 150)
    if by_column:
        shown.sort(key=lambda cell: cell[0])
    before, behind = f"{FULL[0]}。", "办好民生实事。"
    text = sr.io.read_text(pdf([(50, 640, before), *shown, (50, 520, behind)], one_object=one_object))
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    assert text.split("\n") == [before, *rows, behind]


def test_a_table_in_a_column_and_one_across_both() -> None:
    left, right = placed(LEFT * 3, 50), placed(RIGHT * 3, 280)
    page = [*by_row(left, right), *cells(285, 85, 540), *placed(LEFT * 2, 50, 540), *cells(60, 190, 400)]
    # And one that follows columns without a space.
    page += [*by_row(placed(LEFT * 2, 50, 316), placed(RIGHT * 2, 280, 316)), *cells(60, 190, 220)[:9]]
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    text = sr.io.read_text(pdf(page)).split("\n")
    columns = [*[COLUMNS[0]] * 2, *[COLUMNS[1]] * 2]
    assert text == [*[COLUMNS[0]] * 5, *[COLUMNS[1]] * 3, *rows, *rows, *columns, *rows[:3]]


def test_a_cell_of_several_lines_leaves_the_order_of_the_page() -> None:
    # Where rows cannot be told apart by place, the order in which the page shows its cells has each in one piece.
    shown = [(60.0, 600.0, "一般公共预算"), (60.0, 586.0, "收入"), (200.0, 593.0, "亿元"), (300.0, 593.0, "18.2")]
    shown += [(60.0, 565.0, "粮食总产量"), (200.0, 565.0, "万吨"), (300.0, 565.0, "35.6")]
    text = sr.io.read_text(pdf(shown))
    assert "18.2" in text
    assert text.index("一般公共预算") < text.index("收入") < text.index("18.2") < text.index("粮食总产量")


def test_columns_too_short_to_be_known_are_no_table() -> None:
    columns = placed(LEFT[:2], 50) + placed(RIGHT[:2], 280)
    text = sr.io.read_text(pdf(columns)).replace("\n", "")
    assert text == "".join(LEFT[:2] + RIGHT[:2]).replace("　", "")


def test_a_row_that_looks_like_a_table_costs_no_column_its_order() -> None:
    # Lines of unlike length, on baselines of their own, but for two rows side by side.
    left: list[Placed] = [(50, 700.0 - 16 * n, f"左栏第{'一二三四五六七八九'[n]}行到此为止。") for n in range(9)]
    right: list[Placed] = [(280, 693.0 - 16 * n, f"右栏第{'一二三四五六七八九'[n]}行。") for n in range(7)]
    right += [(280, left[7][1], "右栏末两行。"), (280, left[8][1], "右栏末行。")]
    text = sr.io.read_text(pdf(left + right))
    assert text.split("\n") == [line[2] for line in left + right]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["甲", "乙丙丁", "戊己庚辛壬癸子丑寅"])), max_size=4),
        min_size=1,
        max_size=8,
    )
)
def test_no_text_is_lost_or_doubled_wherever_it_stands(rows: list[list[tuple[int, str]]]) -> None:
    page = [(50 + 10 * x, 700.0 - 16 * n, text) for n, row in enumerate(rows) for x, text in row] + [(50, 60, "终。")]
    shown = "".join(text for _, _, text in page)
    assert sorted(re.sub(r"[\n |]", "", sr.io.read_text(pdf(page)))) == sorted(shown)


def test_wide_spaces_and_signatures_are_no_tables() -> None:
    lines: list[Placed] = [
        (50, 700, f"{FULL[0]}。"),
        (50, 684, "县  长"),
        (150, 684, "（签名）"),
        (50, 660, "谢谢大家。"),
    ]
    assert sr.io.read_text(pdf(lines)).split("\n")[-1] == "谢谢大家。"
    assert "|" not in sr.io.read_text(pdf(lines))


@pytest.mark.parametrize("number", [1_500, 30_000])
def test_pages_of_many_pieces_take_bounded_time(number: int) -> None:
    # Looking for a gutter behind each of them would take minutes.
    page: list[Placed] = [(n % 97 * 6.1, n * 0.37 % 800, "终" * 9) for n in range(number)]
    assert sr.io.read_text(pdf(page)).count("终") == 9 * number


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


def test_columns_and_tables_of_ofd() -> None:
    # In millimetres from the top, characters of five.
    def turned(lines: list[Placed]) -> list[Placed]:
        return [(x / 2, 400 - y / 2, text) for x, y, text in lines]

    page = [*by_row(placed(LEFT * 2, 50), placed(RIGHT * 2, 280)), *cells(60, 150, 560)]
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    assert sr.io.read_text(ofd(turned(page))).split("\n") == [*[COLUMNS[0]] * 2, *[COLUMNS[1]] * 2, *rows]


def test_ofd_of_pictures_and_broken_ofd() -> None:
    with pytest.raises(sr.ParseError, match="only pictures of it: run OCR first"):
        sr.read(ofd([]))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("OFD.xml", "<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>")
    with pytest.raises(sr.ParseError, match=r"\.ofd is broken at its part 'a\.xml'"):
        sr.read(file.getvalue())
