"""The encoding of a text: told by its byte order mark, or by which one makes its bytes common Chinese characters."""

from __future__ import annotations

import codecs
import re
import warnings
from typing import Literal

from shengzhou_report._core import ParseError, _is_utf8

Errors = Literal["strict", "replace"]

#: Longer marks first: that of UTF-32 begins like that of UTF-16.
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

#: Characters that are looked at to tell whether a text is Chinese.
_SAMPLE = 20_000

#: Bytes of UTF-8 that show what a text is, where this many characters of them are Chinese and nearly all common.
_HEAD, _MANY = 3000, 500

#: What stands where bytes were no character.
REPLACEMENT = "\ufffd"

#: Big5 with what Windows adds, as portals of Hong Kong, Macao and Taiwan write it.
_BIG5 = "cp950"

# Patterns are compiled where they are first used, because the import of the package must stay quick.
_ASCII = r"[\x00-\x7f]+"
_ASCII_BYTES = bytes(range(1, 0x80))  # but the zeros of UTF-16
_ACCENT = r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]"

#: The first bytes of common and of less common characters: both standards order characters by use. Of GB 2312 these are
#: 3755 and 3008 characters, of Big5 5401 and 7652; punctuation goes with the common ones.
_ROWS = {
    "gb2312": ((0xA1, 0xA3), (0xB0, 0xD7), (0xD8, 0xF7)),
    _BIG5: ((0xA1, 0xA3), (0xA4, 0xC6), (0xC9, 0xF9)),
}


def _commonness(text: str, standard: str = "gb2312") -> float:
    """How common the characters beyond ASCII are, 0 to 1; less common ones count half.

    Bytes read in a wrong encoding land on rare characters, or on none of the standard.
    """
    return 0.0 if "\0" in text else _share(re.sub(_ASCII, "", text)[:_SAMPLE], standard)


def _share(sample: str, standard: str = "gb2312") -> float:
    """The same of characters beyond ASCII alone."""
    rows = sample.encode(standard, errors="ignore")[::2]
    marks, common, rare = (bytes(range(first, last + 1)) for first, last in _ROWS[standard])
    full = len(rows) - len(rows.translate(None, marks + common))
    half = len(rows) - len(rows.translate(None, rare))
    return (full + half / 2) / len(sample) if sample else 1.0


def _try_decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _candidates(data: bytes) -> tuple[str, ...]:
    # Texts in UTF-16 have zero bytes in their digits and line ends, other texts have none at all.
    return ("utf-16-le", "utf-16-be") if b"\0" in data else ("gb18030", _BIG5)


def _score(text: str, encoding: str) -> float:
    if encoding != _BIG5:
        return _commonness(text)
    # Simplified text that passes for Big5 has half of its characters among the less common ones.
    return _commonness(text, _BIG5) - 0.1


def plain_utf8(data: bytes) -> bytes | None:
    """The bytes of the text where its mark, or what it begins with, shows that it is UTF-8; None says nothing."""
    marked = data.startswith(codecs.BOM_UTF8)
    # A character that the cut goes through counts for nothing; the whole is looked at in C++.
    head = "" if marked else data[:_HEAD].translate(None, _ASCII_BYTES).decode("utf-8", "ignore")
    # So many common characters are no accident of another encoding.
    if marked or (len(head) > _MANY and "\0" not in head and _share(head) > 0.9):
        return data.removeprefix(codecs.BOM_UTF8) if _is_utf8(data) else None
    return None


def _detected(data: bytes) -> str | None:
    """The text in the encoding that its bytes show, or None where no encoding makes all of them text."""
    if (plain := plain_utf8(data)) is not None:
        return plain.decode()
    utf8 = _try_decode(data, "utf-8")
    if utf8 is not None and _commonness(utf8) > 0.5:
        return utf8
    scores = {}
    for encoding in _candidates(data):
        text = _try_decode(data, encoding)
        if text is not None:
            scores[text] = _score(text, encoding)
    best = max(scores, key=scores.__getitem__, default="")
    # What is valid UTF-8 is seldom anything else; a few words in GBK are, but not next to a letter, as in café.
    if best and scores[best] > (0.6 if utf8 is None else 1.0 if re.search(_ACCENT, utf8) else 0.95):
        return best
    return utf8


def _likely(data: bytes) -> str | None:
    """The encoding that makes most of the bytes common characters, None where none does."""
    scores = {}
    for encoding in ("utf-8", *_candidates(data)):
        text = data.decode(encoding, errors="replace")
        lost = text.count(REPLACEMENT)
        wide = len(re.sub(_ASCII, "", text))
        # A replacement is a character beyond ASCII too, and none of the standards.
        scores[encoding] = _score(text.replace(REPLACEMENT, ""), encoding) * (1 - lost / max(wide, 1))
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 0.6 else None


def _spoken(encoding: str) -> str:
    return {"gb18030": "GB18030 (GBK)", _BIG5: "Big5", "utf-8": "UTF-8"}.get(encoding, encoding)


def _fault(data: bytes, encoding: str | None) -> ParseError:
    """The error for bytes that are not text: where the first of them stands, and in which encoding the rest is text."""
    try:
        data.decode(encoding or "utf-8")
    except UnicodeDecodeError as found:
        fault = found
    before = data[: fault.start].decode(encoding or "utf-8", errors="replace")
    line = before.count("\n") + 1
    if encoding is None:
        message = (
            f"the text is not UTF-8 at byte {fault.start} (line {line}), and neither UTF-16, GB18030 (GBK) nor Big5 "
            "gives common Chinese characters; name its encoding, as in encoding='shift_jis', if it is text at all"
        )
    else:
        message = (
            f"the text is not {_spoken(encoding)} at byte {fault.start} (line {line}): {fault.reason}; "
            "errors='replace' gives up the sentence and reads the rest"
        )
        likely = _likely(data)
        if likely not in (None, encoding) and codecs.lookup(encoding).name not in ("gbk", "gb2312"):
            message += f"; most of the text looks like {_spoken(str(likely))}"
    error = ParseError(message)
    error.offset = len(before)
    return error


#: Encodings in pairs of bytes, and the standard that says which characters are common.
_PAIRS = {"gb18030": "gb2312", "gbk": "gb2312", "gb2312": "gb2312", _BIG5: _BIG5, "big5": _BIG5}

#: Sentences have this share of common characters at least; names of places have rare ones.
_SHIFTED = 0.85

_SENTENCE_END = r"([。！？!?；;\n\r])"


def give_up(text: str, name: str, encoding: str = "utf-8") -> str:
    """The text with one U+FFFD for each sentence that holds any: a figure next to a lost byte may be another."""
    pieces = re.split(_SENTENCE_END, text)
    lines: list[int] = []
    line = 1
    for at, piece in enumerate(pieces):
        line += piece == "\n"
        if REPLACEMENT not in piece:
            continue
        pieces[at] = REPLACEMENT
        lines.append(line)
        # Where characters are pairs of bytes, a lost one shifts those behind it: rare characters, and ends of sentences
        # that are none, come before the pair that fails.
        before = at - 2
        while encoding in _PAIRS and before >= 0 and pieces[before + 1] not in "\r\n":
            if pieces[before] == REPLACEMENT or _commonness(pieces[before], _PAIRS[encoding]) > _SHIFTED:
                break
            pieces[before] = REPLACEMENT
            before -= 2
    shown = ", ".join(map(str, lines[:10])) + (", …" if len(lines) > 10 else "")
    many = "a sentence is" if len(lines) == 1 else f"{len(lines)} sentences are"
    warnings.warn(
        f"{name or 'the text'}: {many} given up where bytes are no characters, in line {shown}",
        UnicodeWarning,
        stacklevel=4,
    )
    return "".join(pieces)


def decode(data: bytes, encoding: str | None, errors: Errors, name: str = "") -> str:
    """The text of bytes; raises ParseError with byte, line and likely encoding unless `errors` is 'replace'."""
    if errors not in ("strict", "replace"):
        raise ValueError(f"errors: {errors!r} is neither 'strict' nor 'replace'")
    encoding = encoding or next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    text = _detected(data) if encoding is None else _try_decode(data, encoding)
    if text is not None:
        return text.removeprefix("\ufeff")
    encoding = encoding or _likely(data)
    if errors == "strict" or encoding is None:
        raise _fault(data, encoding)
    return give_up(data.decode(encoding, errors="replace").removeprefix("\ufeff"), name, encoding)
