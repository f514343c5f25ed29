"""The corpus: documents that were read, and the ways to ask for them."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shengzhou_report import divisions
from shengzhou_report._core import DomainError, Panel, ParseError, Report, parse
from shengzhou_report._core import LookupError as NotFoundError
from shengzhou_report.frames import require
from shengzhou_report.typing import DocumentKind

from ._batch import TABLES, Failure, Item, failures_table
from ._dataset import ERRORS, PARTITION, read_table
from ._documents import Document, documents_of
from ._workers import LocalWorkers, batches_of, usable_cores

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

#: Reports that are read before they are asked for, for each core.
_AHEAD = 2


class Corpus:
    """Documents that `read_corpus` has read; iteration gives pairs of file and Report.

    It holds what is known of each document, not the reports: those are read again when they are asked for, so that a
    corpus may be larger than memory. Without a data set the files must stay where they are, with one their tables
    remain.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for year in (2023, 2024):
    ...         text = f"浙江省嵊州市{year}年政府工作报告\\n今年的目标是地区生产总值增长{year - 2017}%左右。"
    ...         _ = pathlib.Path(folder, f"{year}.txt").write_text(text, encoding="utf-8")
    ...     corpus = sr.read_corpus(folder)
    ...     print(corpus.at("330683", 2024))
    ...     print(corpus.panel())
    嵊州市 2024: 1 statements (0 outcomes, 1 targets)
    2 reports of 1 place, 2023 to 2024
    """

    def __init__(
        self,
        reports: pa.Table,
        failures: Sequence[Failure],
        paths: Mapping[str, Path],
        out: str | os.PathLike[str] | None = None,
    ) -> None:
        self._reports = _ordered(reports)
        self._failures = tuple(failures)
        self._paths = {file: path.absolute() for file, path in paths.items()}
        self._out = None if out is None else Path(out)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """What is known of each document, in the order of the files.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print([(document.file, document.ref_area) for document in corpus.documents])
        [('a.txt', '330683')]
        """
        return tuple(documents_of(self._reports))

    @cached_property
    def _digests(self) -> dict[str, str]:
        return dict(zip(self._reports["file"].to_pylist(), self._reports["sha256"].to_pylist(), strict=True))

    @property
    def errors(self) -> pa.Table:
        """The files that gave no report, as a table of pyarrow.

        Columns: file, format (what its name ends in), outcome ('failed', or 'skipped' where nobody tried to read it),
        error (its type, '' for what was skipped), message.
        """
        return failures_table(self._failures)

    @property
    def unplaced(self) -> tuple[Document, ...]:
        """The documents whose place or year is unknown."""
        return tuple(document for document in self.documents if not document.area or document.vintage is None)

    def __len__(self) -> int:
        return int(self._reports.num_rows)

    def __contains__(self, file: object) -> bool:
        return file in self._digests

    def __getitem__(self, file: str) -> Report:
        """The report in a file, read again.

        Raises LookupError for a file that is not in the corpus, ParseError for one that has changed since the corpus
        was read, OSError for one that cannot be opened.
        """
        return self._read(file)

    def _read(self, file: str, **known: Any) -> Report:
        from shengzhou_report._read.formats import text_of
        from shengzhou_report._read.source import bytes_of

        if file not in self._digests:
            raise NotFoundError(f"no document of the corpus is the file {file!r}")
        data, name = bytes_of(self._paths[file])
        if hashlib.sha256(data).hexdigest() != self._digests[file]:
            raise ParseError(f"{name} has changed since the corpus was read: read_corpus again")
        return parse(text_of(data, name, None, "strict"), **known)

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

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print([document.file for document in corpus.select("嵊州市", 2024)], corpus.select(year=2023))
        ['a.txt'] ()
        """
        return tuple(
            document
            for document in self.documents
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
        """Pairs of file and Report of the documents that `select` chooses, in the order of the files.

        All cores read ahead, a few reports a core, so memory does not grow with the corpus. Raises what `[file]` does.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print([(file, len(report)) for file, report in corpus.reports(year=2024)])
        [('a.txt', 1)]
        """
        documents = self.select(place, year, kind=kind, counting=counting)
        return self._stream([(document.file, {}) for document in documents])

    def _stream(self, wanted: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, Report]]:
        cores = usable_cores()
        with ThreadPoolExecutor(cores) as pool:
            waiting: deque[tuple[str, Future[Report]]] = deque()
            try:
                for file, known in wanted:
                    waiting.append((file, pool.submit(self._read, file, **known)))
                    if len(waiting) > _AHEAD * cores:
                        ready, future = waiting.popleft()
                        yield ready, future.result()
                for ready, future in waiting:
                    yield ready, future.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def at(self, place: str, year: int, *, kind: DocumentKind = "work_report") -> Report:
        """The report of a place, by name or code, for a year: of several the one that counts.

        Raises LookupError when there is none, and for a name that several places of the corpus have.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print(corpus.at("330683", 2024)["GDP"].at(status="target"))
        地区生产总值 growth ≈7% (target 2024)
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
        """The documents of one kind that count, as a Panel, which holds them all in memory.

        Where several places of the corpus have one name, those with a code are called by what they belong to as well:
        江苏省南京市鼓楼区. Raises what `[file]` does.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print(corpus.panel().at("嵊州市", 2024))
        嵊州市 2024: 1 statements (0 outcomes, 1 targets)
        """
        documents = self.select(kind=kind, counting=True)
        areas: dict[str, set[str]] = {}
        for document in documents:
            areas.setdefault(document.place, set()).add(document.ref_area)
        wanted: list[tuple[str, dict[str, Any]]] = []
        for document in documents:
            known = {}
            if len(areas[document.place]) > 1 and document.ref_area:
                known = {"place": _full_name(document), "ref_area": document.ref_area, "year": document.vintage}
            wanted.append((document.file, known))
        return Panel([report for _, report in self._stream(wanted)])

    def table(self, name: str) -> pa.Table:
        """One of the tables, whole, as a table of pyarrow: 'statements', 'reports', 'sections' or 'errors'.

        From the data set where there is one; else statements and sections are read again, on all cores. Each has the
        columns file, ref_area, place and vintage, the year of the report; a statement those of `Report.to_frame`
        besides, a section its headings, level, role and place in the text, a report what `quality` is made of.
        Raises DomainError for another name, OSError where the data set is gone.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print(corpus.table("statements").select(["place", "indicator_id", "value"]).to_pylist())
        [{'place': '嵊州市', 'indicator_id': 'gdp', 'value': 7.0}]
        """
        if name not in (*TABLES, ERRORS):
            raise DomainError(f"table: {name!r} is none of {', '.join([*TABLES, ERRORS])}")
        if name == ERRORS:
            return self.errors
        if name == "reports":
            return self._reports
        arrow = require("pyarrow", "arrow")
        if self._out is not None:
            return _ordered(read_table(self._out, name))
        items = ((Item(file, str(self._paths[file])), 0) for file in self._digests)
        with LocalWorkers(usable_cores()) as workers:
            return arrow.concat_tables([batch.tables[name] for batch in workers.read(batches_of(items))])

    def quality(self) -> pd.DataFrame:
        """What was found in each document, those that need a look first; `quality.look` says why.

        A row a document under the index `file`:

        - look: what to look at, joined by ' ', '' for nothing: 'no_place', 'no_year', 'no_code', 'other_kind',
          'duplicate', 'clash', 'no_statements', 'no_plan', 'no_review', 'few_headlines' (of a work report, under a
          third of the median), 'doubts' and 'unread' (a share above the upper quartile by more than 1.5 times the
          distance of the quartiles, which is how Tukey, 1977, tells what lies outside);
        - vintage, place, ref_area, kind, duplicate_of, clash;
        - statements, outcomes, targets, headlines (how many of the 15 headline indicators) and headline (their ids);
        - doubts: share of statements with a doubt; characters; density: statements per 1000 characters;
        - unread: share of numbers that are no statements for lack of a unit or for length; skipped: all numbers that
          are no statements, and skipped_REASON: those for each reason;
        - sections, and sections_ROLE: those of each role.

        Raises ImportError without pandas.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     print(corpus.quality()[["place", "statements", "look"]].to_dict("index"))
        {'a.txt': {'place': '嵊州市', 'statements': 1, 'look': 'no_review'}}
        """
        from ._quality import quality

        return quality(self._reports)

    def plot_quality(self, column: str = "doubts", *, ax: Any = None) -> Any:
        """Draws how the documents are distributed by a column of `quality`, those that need a look marked.

        Returns the Axes. Raises DomainError for a column that is no number, ImportError without matplotlib.

        >>> import pathlib, tempfile, shengzhou_report as sr
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     text = "浙江省嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
        ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="utf-8")
        ...     corpus = sr.read_corpus(folder)
        ...     with sr.language.use("en"):
        ...         print(corpus.plot_quality("characters").get_xlabel())
        characters
        """
        from ._quality import plot_quality

        return plot_quality(self.quality(), column, ax)

    def __repr__(self) -> str:
        return f"<Corpus: {self}>"

    def _repr_html_(self) -> str:
        """Which documents there are, for Jupyter."""
        from shengzhou_report.display import corpus_html

        return corpus_html(self)

    def __str__(self) -> str:
        """How many reports of how many places and years."""
        count, places = len(self), len({document.area for document in self.documents if document.area})
        years = [document.vintage for document in self.documents if document.vintage is not None]
        text = f"{count} report{'s' * (count != 1)} of {places} place{'s' * (places != 1)}"
        return text + (f", {min(years)} to {max(years)}" if years else "")


def _ordered(table: pa.Table) -> pa.Table:
    """A table in the order of its files, with the vintage where the stream has it."""
    names = [name for name in table.column_names if name != PARTITION]
    names.insert(3, PARTITION)
    return table.select(names).sort_by("file") if table.num_rows else table.select(names)


def _full_name(document: Document) -> str:
    try:
        division = divisions.by_code(document.ref_area, document.vintage)
    except (NotFoundError, DomainError):
        return f"{document.place} ({document.ref_area})"
    return "".join([*(parent.name for parent in division.parents), division.name])
