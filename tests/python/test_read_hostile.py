"""Hostile and damaged files: a typed error that says what to do, in bounded time and memory; encodings at fault."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._read import archive, office, source, xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def named(data: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def zipped(**parts: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def word(text: str = "粮食总产量5万吨。") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_with(document: str | bytes) -> bytes:
    return zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document})


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# What is no file.


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    program = (
        f"import shengzhou_report as sr\ntry:\n    sr.read({str(path)!r})\nexcept sr.ParseError as e:\n    print(e)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert "no regular file but a pipe or a device; pass its bytes" in done.stdout


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices by name on this system")
def test_a_device_without_end() -> None:
    with pytest.raises(sr.ParseError, match="pipe or a device"):
        sr.read("/dev/zero")


def test_a_directory_says_who_reads_it(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match=r"io\.read_folder"):
        sr.read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(PermissionError):
        sr.read(path)


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"a" * 11)
    for given_file in (tmp_path / "a.txt", b"a" * 11, io.BytesIO(b"a" * 11)):
        with pytest.raises(sr.ParseError, match="more than the 10 bytes allowed"):
            sr.read(given_file)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_read(kind: type) -> None:
    assert sr.read(kind(word()))[0].quantity.value == 5
    assert sr.io.read_text(kind("粮食".encode("gbk"))) == "粮食"


# Bombs and entities.


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(sr.ParseError, match="would unpack to"):
        sr.read(word_with(bytes(archive.MOST_UNPACKED + 1)))
    flat = f"<w:document {W}><w:body>{'<w:p/>' * xml.MOST_MARKUP}</w:body></w:document>"
    with pytest.raises(sr.ParseError, match="more than the 4000000 elements"):
        sr.read(word_with(flat))
    with pytest.raises(sr.ParseError, match="no XML that can be read"):
        sr.read(word_with(f"<w:document {W}>{'<w:p>' * 100_000}"))
    monkeypatch.setattr(archive, "MOST_PARTS", 5)
    with pytest.raises(sr.ParseError, match="6 parts, more than the 5 allowed"):
        sr.read(zipped(**{"[Content_Types].xml": "", **{f"word/{n}": "" for n in range(5)}}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    for entity in (f'<!ENTITY a0 "哈">{laughs}', '<!ENTITY a12 SYSTEM "file:///etc/passwd">'):
        body = "<w:body><w:p><w:r><w:t>&a12;</w:t></w:r></w:p></w:body>"
        text = f"<!DOCTYPE d [{entity}]><w:document {W}>{body}</w:document>"
        for data in (word_with(text.encode(encoding)), zipped(**{"OFD.xml": text.encode(encoding)})):
            with pytest.raises(sr.ParseError, match="document type"):
                sr.read(data)


def test_paths_out_of_the_archive() -> None:
    for target in ("../../etc/passwd", "/../etc/passwd", "..\\\\a"):
        root = f'<a xmlns="b"><DocBody><DocRoot>{target}</DocRoot></DocBody></a>'
        with pytest.raises(sr.ParseError, match="which lies outside of it"):
            sr.read(zipped(**{"OFD.xml": root}))


# Damage, locks and wrong names.


@pytest.mark.parametrize("size", [0.1, 0.5, 0.9, 0.999])
def test_truncated(size: float) -> None:
    data = word()
    with pytest.raises(sr.ParseError, match=r"no \.docx that can be read"):
        sr.read(data[: int(size * len(data))])


@given(st.data())
def test_any_damage_gives_a_report_or_a_parse_error(data: st.DataObject) -> None:
    content = bytearray(word())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(sr.ParseError):
        assert isinstance(sr.read(content), sr.Report)


def test_encrypted() -> None:
    with pytest.raises(sr.ParseError, match="encrypted: open it with its password and save it without"):
        sr.read(named(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "a.docx"))
    locked = bytearray(zipped(**{"OFD.xml": "<a/>"}))
    # The flag of encryption, in the entry and in the directory.
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(sr.ParseError, match=r"\.ofd is encrypted"):
        sr.read(locked)


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.wps", ""])
def test_old_word_by_any_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(
        sr.ParseError, match=r"reading \.doc needs LibreOffice.*apt install.*or save the file as \.docx"
    ):
        sr.read(named(OLE + bytes(504) + "WordDocument".encode("utf-16-le"), name))


def test_rich_text_is_no_empty_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    for name in ("a.rtf", "a.txt", "a.doc"):
        with pytest.raises(sr.ParseError, match=r"reading \.rtf needs LibreOffice"):
            sr.read(named(rb"{\rtf1\ansi 5}", name))
    with pytest.raises(sr.ParseError, match=r"reading \.odt needs LibreOffice"):
        sr.read(zipped(**{"content.xml": "", "META-INF/manifest.xml": ""}))


def test_a_page_that_is_called_doc() -> None:
    page = "<html><body><p>粮食总产量5万吨。</p></body></html>".encode("gbk")
    assert sr.io.read_text(named(page, "a.doc")) == "粮食总产量5万吨。"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n", "picture: run OCR first"),
        (b"Rar!\x1a\x07", "RAR archive: unpack it"),
        (zipped(**{"a.txt": "a"}), "zip archive, no document"),
        (zipped(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}), "workbook or a presentation"),
        (OLE + "Workbook".encode("utf-16-le"), "workbook or a presentation"),
    ],
)
def test_what_is_no_document_is_named(data: bytes, what: str) -> None:
    with pytest.raises(sr.ParseError, match=what):
        sr.read(data)


def test_office_is_stopped_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 & wait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_office", lambda: str(program))
    monkeypatch.setattr(office, "MOST_SECONDS", 0.5)
    with pytest.raises(sr.ParseError, match=r"took longer than .* for the \.rtf; it is stopped"):
        sr.read(rb"{\rtf1 a}")
    program.write_text("#!/bin/sh\necho 'source file could not be loaded' >&2\n")
    monkeypatch.setattr(office, "MOST_SECONDS", 20.0)
    with pytest.raises(sr.ParseError, match=r"cannot read the \.rtf: source file could not be loaded"):
        sr.read(rb"{\rtf1 a}")


# Encodings at fault.

TEXT = """某縣二零二四年政府工作報告
一、上年工作回顧
全縣地區生產總值達210億元，增長6.5%；財政收入18.2億元。
糧食總產量5萬噸。
"""


def test_big5_is_told_from_gbk() -> None:
    assert sr.io.read_text(TEXT.encode("big5")) == TEXT
    simple = "全县地区生产总值达210亿元，增长6.5%；财政收入18.2亿元，城乡居民收入倍差缩小。"
    assert sr.io.read_text(simple.encode("gbk")) == simple


@pytest.mark.parametrize(
    ("encoding", "spoken"), [("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("cp950", "Big5"), ("utf-16", "utf-16")]
)
def test_a_stray_byte(encoding: str, spoken: str) -> None:
    text = TEXT + "水|稻3萬畝。大豆2萬畝。\n玉米1萬畝。\n"
    if encoding == "utf-16":
        data = text.replace("|", "\ud800").encode(encoding, "surrogatepass")
        at = len(text[: text.index("|")].encode(encoding))
    else:
        before, after = (part.encode(encoding) for part in text.split("|"))
        data, at = before + b"\xff" + after, len(before)
    with pytest.raises(sr.ParseError, match=rf"not {spoken}.* at byte {at} \(line 5\).*errors='replace'") as caught:
        sr.io.read_text(data)
    assert caught.value.offset == text.index("|")
    with pytest.warns(UnicodeWarning, match=r"the text: a sentence is given up .* in line 5"):
        mended = sr.io.read_text(data, errors="replace")
    assert mended == TEXT + "\ufffd。大豆2萬畝。\n玉米1萬畝。\n"


def test_the_likely_encoding_is_named() -> None:
    with pytest.raises(sr.ParseError, match=r"not UTF-8 at byte 2 .*most of the text looks like GB18030"):
        sr.io.read_text("全县地区生产总值".encode("gbk"), encoding="utf-8")


def test_bytes_that_are_no_text_are_not_replaced() -> None:
    with pytest.raises(sr.ParseError, match="if it is text at all"):
        sr.io.read_text(bytes(range(128, 256)) * 10, errors="replace")
    with pytest.raises(ValueError, match="neither 'strict' nor 'replace'"):
        sr.io.read_text(b"a", errors="ignore")  # type: ignore[arg-type]


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_one_byte_costs_no_other_line(at: int, byte: int) -> None:
    lines = [f"第{n}项粮食总产量{n}万吨。" for n in range(40)]
    data = bytearray("\n".join(lines).encode())
    at %= len(data)
    hit = data[:at].count(b"\n")
    if data[at] == 10:
        return
    data[at] = byte
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnicodeWarning)
        read = sr.io.read_text(data, encoding="utf-8", errors="replace").split("\n")
    assert read[:hit] == lines[:hit]
    assert read[-(39 - hit) :] == lines[hit + 1 :] or hit == 39


@pytest.mark.parametrize("text", ["甲" * 400_000 + "|", "|" + "甲" * 400_000, "|甲" * 200_000, "甲" * 400_000 + "。|"])
def test_giving_up_takes_linear_time(text: str) -> None:
    # Looking for the end of a sentence from each of its characters would take hours.
    data = b"\xff".join(part.encode() for part in text.split("|"))
    with pytest.warns(UnicodeWarning, match=r"a sentence is given up .* in line 1"):
        assert sr.io.read_text(data, encoding="utf-8", errors="replace").count("\ufffd") == 1


def test_a_lost_byte_of_a_pair_costs_no_sentence_before_or_behind() -> None:
    text = "财政收入18.2亿元。休闲食品聚集区建设实现大突破，“一区”建设是翻一番的重要引擎，增长9%。粮食5万吨。"
    data = text.encode("gbk")
    for at in range(data.index("休".encode("gbk")), data.index(b"9%")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UnicodeWarning)
            read = sr.io.read_text(data[:at] + data[at + 1 :], errors="replace")
        assert read.startswith("财政收入18.2亿元。")
        assert read.endswith("粮食5万吨。")


# Folders.


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.docx").write_bytes(word())
    (tmp_path / "a.txt").write_text("粮食总产量6万吨。", encoding="gbk")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "program.exe").write_bytes(b"MZ")
    reports = sr.io.read_folder(tmp_path)
    assert {name: report[0].quantity.value for name, report in reports.items()} == {"a.txt": 6, "b/c.docx": 5}
    assert list(reports.errors) == ["broken.docx"]
    with pytest.raises(FileNotFoundError):
        sr.io.read_folder(tmp_path / "none")
