"""The corpus: documents that were read, and the ways to ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from shengzhou_report._core import LookupError as NotFoundError
from shengzhou_report._core import Panel, Report
from shengzhou_report.io import read
from shengzhou_report.typing import DocumentKind

from ._documents import Document


class Corpus:
    """Documents that `read_corpus` has read; iteration gives pairs of file and Report.

    It holds what is known of each document, not the reports: those are read again when they are asked for, one at a
    time, so that a corpus may be larger than memory.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for year in (2023, 2024):
    ...         text = f"浙江省嵊州市{year}年政府工作报告\\n今年的目标是地区生产总值增长{year - 2017}%左右。"
    ...         _ = pathlib.Path(folder, f"{year}.txt").write_text(text, encoding="utf-8")
    ...     corpus = sr.corpus.read_corpus(folder)
    ...     print(corpus.at("330683", 2024))
    ...     print(corpus.panel())
    嵊州市 2024: 1 statements (0 outcomes, 1 targets)
    2 reports of 1 place, 2023 to 2024
    """

    def __init__(self, documents: Sequence[Document], paths: dict[str, Path]) -> None:
        self._documents = tuple(documents)
        self._paths = paths
        self._places = {document.file: document for document in self._documents}

    @property
    def documents(self) -> tuple[Document, ...]:
        """What is known of each document, in the order of the files."""
        return self._documents

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, file: object) -> bool:
        return file in self._places

    def __getitem__(self, file: str) -> Report:
        """The report in a file. Raises LookupError for a file that is not in the corpus, and what `read` does."""
        if file not in self._places:
            raise NotFoundError(f"no document of the corpus is the file {file!r}")
        return read(self._paths[file])

    def __iter__(self) -> Iterator[tuple[str, Report]]:
        return self.reports()

    def select(
        self,
        place: str | None = None,
        year: int | None = None,
        *,
        kind: DocumentKind | None = None,
        counting: bool = False,
    ) -> tuple[Document, ...]:
        """The documents that meet every condition that is set, in the order of the files; maybe none.

        `place` is the name as the document has it, or its code (GB/T 2260). `counting` leaves out documents whose place
        or year is unknown, and those that another of the same place, year and kind goes before. Raises nothing.
        """
        return tuple(
            document
            for document in self._documents
            if (place is None or place in (document.place, document.ref_area))
            and (year is None or document.vintage == year)
            and (kind is None or document.kind == kind)
            and (document.counts or not counting)
        )

    def reports(
        self,
        place: str | None = None,
        year: int | None = None,
        *,
        kind: DocumentKind | None = None,
        counting: bool = False,
    ) -> Iterator[tuple[str, Report]]:
        """Pairs of file and Report of the documents that `select` chooses, read one at a time.

        Raises what `read` does where a file is no longer what it was.
        """
        for document in self.select(place, year, kind=kind, counting=counting):
            yield document.file, self[document.file]

    def at(self, place: str, year: int, *, kind: DocumentKind = "work_report") -> Report:
        """The report of a place, by name or code, for a year: of several the one that counts.

        Raises LookupError when there is none, and for a name that several places of the corpus have.
        """
        found = self.select(place, year, kind=kind, counting=True)
        if len(found) == 1:
            return self[found[0].file]
        if found:
            codes = ", ".join(f"{document.area} in {document.file}" for document in found)
            raise NotFoundError(f"{len(found)} documents are of {place} for {year}: {codes}; name the code")
        years = sorted({d.vintage for d in self.select(place, kind=kind, counting=True) if d.vintage is not None})
        known = f"there are {', '.join(map(str, years))}" if years else "none of that place is there"
        raise NotFoundError(f"no {kind} of {place} for {year} is in the corpus; {known}")

    def panel(self, *, kind: DocumentKind = "work_report") -> Panel:
        """The documents of one kind that count, as a Panel, which holds them all in memory."""
        return Panel([report for _, report in self.reports(kind=kind, counting=True)])

    def __repr__(self) -> str:
        return f"<Corpus: {self}>"

    def __str__(self) -> str:
        """How many reports of how many places and years."""
        count, places = len(self), len({document.area for document in self._documents if document.area})
        years = [document.vintage for document in self._documents if document.vintage is not None]
        text = f"{count} report{'s' * (count != 1)} of {places} place{'s' * (places != 1)}"
        return text + (f", {min(years)} to {max(years)}" if years else "")
