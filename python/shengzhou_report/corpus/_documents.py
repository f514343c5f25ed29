"""What is known of each document of a corpus, and which of several of one place and year counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shengzhou_report.typing import DocumentKind


class Document(NamedTuple):
    """A document of a corpus: its file, and what its text says it is.

    `file` is the path within the folder. What is unknown is '' or None. `duplicate_of` is the file of the document of
    the same place, year and kind that counts in its stead, '' for one that counts itself.

    >>> import shengzhou_report as sr
    >>> sr.corpus.Document("a.txt", "嵊州市", "330683", 2024, "work_report", 192).counts
    True
    """

    file: str
    place: str
    ref_area: str
    vintage: int | None
    kind: DocumentKind
    statements: int
    duplicate_of: str = ""

    @property
    def counts(self) -> bool:
        """Whether it stands for its place and year: both are known, and no other document goes before it."""
        return not self.duplicate_of and self.vintage is not None and bool(self.place or self.ref_area)

    @property
    def area(self) -> str:
        """What tells its place from others: the code, else the name."""
        return self.ref_area or self.place


def with_duplicates(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the order of their files, with `duplicate_of` as all of them together make it.

    Of several of one place (its code, else its name), year and kind the one with most statements counts, of those with
    as many the first by file. A document of unknown place or year is a duplicate of none.
    """
    ordered = sorted(documents)
    first: dict[tuple[str, int, str], Document] = {}
    for document in ordered:
        if document.area and document.vintage is not None:
            key = (document.area, document.vintage, document.kind)
            if key not in first or document.statements > first[key].statements:
                first[key] = document
    found = []
    for document in ordered:
        counting = first.get((document.area, document.vintage or 0, document.kind), document)
        found.append(document._replace(duplicate_of="" if counting.file == document.file else counting.file))
    return tuple(found)
