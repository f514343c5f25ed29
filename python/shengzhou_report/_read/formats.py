"""Which reader a file goes to: by what it begins with, since no text begins so, and then by the ending of its name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from shengzhou_report._core import ParseError

from .encoding import Errors, decode, plain_utf8

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: Readers of bytes by ending: module and function, loaded when a file asks for them.
_BINARY = {
    ".docx": ("word", "read_word"),
    ".docm": ("word", "read_word"),
    ".pdf": ("pdf", "read_pdf"),
    ".ofd": ("ofd", "read_ofd"),
}

#: What LibreOffice reads for us.
_OFFICE = frozenset({".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".fodt"})

#: Readers of text by ending; any other ending is plain text.
_TEXT = {
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".xhtml": ("html", "read_html"),
    ".shtml": ("html", "read_html"),
}

#: Endings that a reader is known for; other files of a folder are passed over.
ENDINGS = frozenset({".txt", *_BINARY, *_OFFICE, *_TEXT})

#: What is no document, by what it begins with, and what to do.
_OTHERS = {
    b"\x89PNG": "a picture: run OCR first",
    b"\xff\xd8\xff": "a picture: run OCR first",
    b"II*\0": "a picture: run OCR first",
    b"Rar!": "a RAR archive: unpack it first",
    b"7z\xbc\xaf": "a 7z archive: unpack it first",
    b"\x1f\x8b": "a gzip archive: unpack it first",
}

#: How a page begins behind its byte order mark, comments and declarations: the tags of the WHATWG's MIME Sniffing
#: Standard, section 7.1.
_PAGE = rb"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\s>]"

#: Bytes within which a page shows that it is one; what stands before its first tag is a comment at most.
_HEAD = 1 << 16


def _is_page(data: bytes) -> bool:
    """Whether the bytes begin as HTML does, in any encoding that has the characters of ASCII."""
    head = data[:_HEAD]
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, "\ufeff".encode("gb18030")):
        head = head.removeprefix(mark)
    # In UTF-16 the characters of ASCII are those of one byte with zeros between them.
    head = head.replace(b"\0", b"").lstrip()
    while (end := {b"<!": b"-->", b"<?": b">"}.get(head[:2])) and (end == b">" or head.startswith(b"<!--")):
        head = head.partition(end)[2].lstrip()
    return bool(re.match(_PAGE, head, re.IGNORECASE))


def _kind_of_zip(data: bytes, ending: str) -> str:
    """The ending that the parts of a zip stand for."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
    except Exception:  # noqa: BLE001
        # A broken archive raises errors of struct, zlib and more; the reader says what is wrong.
        return ending if ending in _BINARY and ending != ".pdf" else ".docx"
    if "OFD.xml" in names:
        return ".ofd"
    if "[Content_Types].xml" in names:
        if any(name.startswith(("xl/", "ppt/")) for name in names):
            raise ParseError("this is a workbook or a presentation, no report: save its text as .docx")
        return ".docx"
    if "META-INF/manifest.xml" in names and "content.xml" in names:
        return ".odt"
    if not any(name.startswith("word/") for name in names):
        raise ParseError("this is a zip archive, no document: unpack it, and read the folder")
    return ".docx"


def _kind_of_ole(data: bytes) -> str:
    """The ending that the streams of an OLE file stand for: old Word, or an encrypted .docx."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise ParseError("the document is encrypted: open it with its password and save it without")
    if has("Workbook") or has("PowerPoint Document"):
        raise ParseError("this is a workbook or a presentation, no report: save its text as .docx")
    return ".doc"


def kind_of(data: bytes, ending: str) -> str:
    """The ending of the format that the bytes are in, whatever the file is called."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data, ending)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise ParseError(f"this is {what}")
    # A .doc of a portal is often a web page by another name; Markdown may begin with a tag and is none.
    return ".html" if ending not in _TEXT and _is_page(data) else ending


def content_of(data: bytes, name: str, encoding: str | None, errors: Errors) -> str | bytes:
    """What `parse` takes of a file by its bytes and name: its text, or the UTF-8 of it where the file has that already.

    Lines end in a newline character.
    """
    kind = kind_of(data, PurePath(name).suffix.lower()) if data else ""
    if kind in _BINARY:
        module, function = _BINARY[kind]
        text = _reader(module, function)(data)
    elif kind in _OFFICE:
        text = _reader("office", "read_office")(data, kind)
    elif kind in _TEXT:
        text = _reader(*_TEXT[kind])(decode(data, encoding, errors, name))
    elif encoding is None and errors == "strict" and (utf8 := plain_utf8(data)) is not None:
        return utf8.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in utf8 else utf8
    else:
        text = decode(data, encoding, errors, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def text_of(data: bytes, name: str, encoding: str | None, errors: Errors) -> str:
    """The text of a file by its bytes and name; its lines end in a newline character."""
    content = content_of(data, name, encoding, errors)
    return content if isinstance(content, str) else content.decode()


def _reader(module: str, function: str) -> Callable[..., str]:
    return cast("Callable[..., str]", getattr(import_module(f"{__package__}.{module}"), function))
