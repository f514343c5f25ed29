"""XML that may be hostile: no document type, so no entities; a bounded number of elements."""

from __future__ import annotations

from typing import Any

from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

#: Elements and attributes, each of which takes some hundred bytes of memory; a long report has 50,000.
MOST_MARKUP = 4_000_000

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes, what: str) -> Any:
    """The root element (lxml) of a part; `what` names the part in errors."""
    etree = require("lxml.etree", "read")
    if any(doctype in data for doctype in _DOCTYPES):
        raise ParseError(f"{what} declares a document type, which no office writes: entities are not read")
    if data.count(b"<") + data.count(b"=") > MOST_MARKUP:
        raise ParseError(f"{what} has more than the {MOST_MARKUP} elements and attributes allowed")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(f"{what} is no XML that can be read: {error}") from error
