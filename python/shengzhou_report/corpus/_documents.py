"""What is known of each document of a corpus, and which of several of one place and year counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from shengzhou_report.frames import require
from shengzhou_report.typing import DocumentKind

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]


class Document(NamedTuple):
    """A document of a corpus: its file, and what its text says it is.

    `file` is the path within the folder. What is unknown is '' or None. `duplicate_of` is the file of the document of
    the same place, year and kind that counts in its stead, '' for one that counts itself. `clash` is the file of a
    document of that year and kind that has the same code and another place, or the same place and another code or none.

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
    clash: str = ""

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        from shengzhou_report.display import record_html

        return record_html(self)

    @property
    def counts(self) -> bool:
        """Whether it stands for its place and year: both are known, and no other document goes before it."""
        return not self.duplicate_of and self.vintage is not None and bool(self.place or self.ref_area)

    @property
    def area(self) -> str:
        """What tells its place from others: the code, else the name."""
        return self.ref_area or self.place


#: The columns of the table of reports that only all documents together give.
FLAGS = ("duplicate_of", "clash")


def flagged(documents: Iterable[Document]) -> list[Document]:
    """The documents in their order, with `duplicate_of` and `clash` as all of them together make it.

    Of several of one place, code, year and kind the one with most statements counts, of those with as many the first by
    file. A document of unknown place or year is a duplicate of none.
    """
    given = list(documents)
    best: dict[tuple[str, str, int | None, str], Document] = {}
    for document in given:
        if document.area and document.vintage is not None:
            key = (document.ref_area, document.place, document.vintage, document.kind)
            best[key] = min(best.get(key, document), document, key=lambda found: (-found.statements, found.file))
    names: dict[tuple[str, int | None, str], list[Document]] = {}
    for document in sorted(best.values()):
        for name in filter(None, {document.ref_area, document.place}):
            names.setdefault((name, document.vintage, document.kind), []).append(document)
    found = []
    for document in given:
        who = (document.ref_area, document.place)
        counting = best.get((*who, document.vintage, document.kind), document)
        others = (
            other.file
            for name in filter(None, who)
            for other in names.get((name, document.vintage, document.kind), ())
            if (other.ref_area, other.place) != who
        )
        duplicate_of = "" if counting.file == document.file else counting.file
        found.append(document._replace(duplicate_of=duplicate_of, clash=next(others, "")))
    return found


def documents_of(reports: pa.Table) -> list[Document]:
    """The rows of a table of reports."""
    names = [name for name in Document._fields if name in reports.column_names]
    columns = [
        column.to_pylist() if name == "vintage" else [value or "" for value in column.to_pylist()]
        for name, column in ((name, reports[name]) for name in names if name != "statements")
    ]
    columns.insert(names.index("statements"), reports["statements"].to_pylist())
    return [Document(*row) for row in zip(*columns, strict=True)]


def with_flags(reports: pa.Table) -> pa.Table:
    """A table of reports with the columns `duplicate_of` and `clash` as its rows together make them."""
    arrow = require("pyarrow", "arrow")
    documents = flagged(documents_of(reports))
    for name in FLAGS:
        column = arrow.array([getattr(document, name) for document in documents], "string")
        field = arrow.field(name, "string", nullable=False)
        if name in reports.column_names:
            reports = reports.set_column(reports.column_names.index(name), field, column)
        else:
            reports = reports.append_column(field, column)
    return reports
