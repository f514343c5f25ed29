"""Reading a corpus: which files there are, who reads them, and what becomes of the tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from shengzhou_report._progress_bar import reporter
from shengzhou_report._read.folder import files_in
from shengzhou_report._read.formats import ENDINGS
from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _

from ._batch import Batch, Failure, Item, empty_tables, failures_table, format_of, read_batch
from ._corpus import Corpus
from ._dataset import DataSet
from ._documents import with_flags
from ._workers import ClusterWorkers, LocalWorkers, batches_of, by_year, usable_cores

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]
    from distributed import Client

#: Bytes of files, and statements, after which a part of the data set is written: what a stopped run may lose, and what
#: bounds the memory.
_PART_BYTES, _PART_STATEMENTS = 1 << 26, 400_000

Sources = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def read_corpus(
    folder_or_paths: Sources,
    out: str | os.PathLike[str] | None = None,
    workers: int | None = None,
    client: Client | None = None,
    *,
    progress: bool | Callable[[int, int], object] | None = None,
) -> Corpus:
    """Reads the documents of a folder and of those in it, or the files of paths, on all cores into a Corpus.

    Formats are those of `read_text`. A file that cannot be read costs a row of `Corpus.errors` and never the run; so do
    files of a folder that are of no format that is read, and links. `workers` is the number of threads that parse, and
    of processes that make text of Word, PDF, OFD and HTML; by default that of the cores. With `client`, of
    dask.distributed, the workers of a cluster read in their stead; they must see the files by the same paths.

    With `out`, a folder that is made, the tables go there as Parquet while they are read, so that memory does not grow
    with the corpus: `statements/`, `reports/` and `sections/`, each with a partition `vintage=YEAR` for the year of the
    report (`vintage=0` where it is unknown), and `errors/`. A second run reads what is new:
    files whose bytes are the same (SHA-256) and that the same version of the library has read stay as they are, files
    that changed take the place of what they were, files that are not given any more go from the data set, and files
    that could not be read are tried again. So does a run after one that was stopped, which loses the part that was
    under way. Files of Parquet are complete whenever they can be seen.

    Of several documents of one place, code, year and kind all are kept; `reports` says in `duplicate_of` which one
    counts in their stead: that with most statements, of those with as many the first by file. `clash` names a document
    of that year and kind with the same code and another place, or the other way round. Unknown places and years are
    null.

    `progress` is as in `simulate`, counted in files. Raises OSError when the folder cannot be listed or `out` cannot be
    written, FileExistsError where `out` holds something else, BlockingIOError while another run writes there,
    ValueError for fewer than one worker, ImportError without the extra `arrow`, or `cluster` with a `client`.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     text = "嵊州市2024年政府工作报告\\n二、2024年工作安排\\n地区生产总值增长7%左右。"
    ...     _ = pathlib.Path(folder, "a.txt").write_text(text, encoding="gbk")
    ...     _ = pathlib.Path(folder, "b.pdf").write_bytes(b"broken")
    ...     corpus = sr.read_corpus(folder, pathlib.Path(folder, "tables"))
    ...     print(corpus.table("statements").select(["ref_area", "indicator_id", "value", "vintage"]).to_pylist())
    ...     print([(row["file"], row["error"]) for row in corpus.errors.to_pylist()])
    [{'ref_area': '330683', 'indicator_id': 'gdp', 'value': 7.0, 'vintage': 2024}]
    [('b.pdf', 'ParseError')]
    """
    require("pyarrow", "arrow")
    if workers is not None and workers < 1:
        raise ValueError(f"workers: needs at least one, got {workers}")
    count = workers or usable_cores()
    paths, skipped = _sources(folder_or_paths, out)
    with ExitStack() as stack:
        data = None if out is None else stack.enter_context(DataSet(out))
        local = stack.enter_context(LocalWorkers(count))
        readers: LocalWorkers | ClusterWorkers = local
        if client is not None:
            require("distributed", "cluster")
            readers = ClusterWorkers(client)
        report = stack.enter_context(reporter(progress, len(paths), _("reading"), _("files")))
        run = _Run(paths, skipped, data, local, report)
        run.read(readers)
        reports = run.finish()
    return Corpus(reports, run.failures, paths, out)


def tables_of(paths: Iterable[str | os.PathLike[str]]) -> dict[str, pa.Table]:
    """The tables of some files, 'statements', 'reports', 'sections' and 'errors', as tables of pyarrow.

    Read one after another by the thread that asks: what a task of Spark, Ray or any other scheduler does with its share
    of the files of a corpus. The tables are those of `Corpus.table`, but `duplicate_of` and `clash`, which only all
    documents together have. Raises ImportError without the extra `arrow`.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "a.txt")
    ...     _ = path.write_text("粮食总产量5万吨。", encoding="utf-8")
    ...     tables = sr.corpus.tables_of([path])
    >>> tables["statements"].num_rows, tables["errors"].num_rows
    (1, 0)
    """
    batch = read_batch([Item(_name(Path(path)), os.fspath(path)) for path in paths])
    return {**batch.tables, "errors": failures_table(batch.failures)}


class _Run:
    """One reading of a corpus."""

    def __init__(
        self,
        paths: dict[str, Path],
        skipped: list[Failure],
        data: DataSet | None,
        local: LocalWorkers,
        report: Callable[[int], object] | None,
    ) -> None:
        self._paths, self._data, self._local, self._report = paths, data, local, report
        self.failures = list(skipped)
        self._sizes: dict[str, int] = {}
        self._batches: list[Batch] = []
        self._held = self._statements = self._done = 0
        #: The rows of the reports, where no data set has them.
        self._kept: list[pa.Table] = []

    def read(self, readers: LocalWorkers | ClusterWorkers) -> None:
        """Reads all files, and writes parts as they grow full."""
        if self._data is not None:
            # What is gone goes first, so that a folder never says more than its files do.
            self._data.remove(self._data.digests.keys() - self._paths.keys())
        for batch in readers.read(batches_of(self._items())):
            self._add(batch)
        self._write()

    def _items(self) -> Iterator[tuple[Item, int]]:
        known = {} if self._data is None else self._data.digests
        for file in sorted(self._paths, key=by_year):
            path = self._paths[file]
            try:
                size = path.stat().st_size
            except OSError:
                size = 0  # whoever reads it says why
            self._sizes[file] = size
            yield Item(file, str(path.absolute()), known.get(file, "")), size

    def _add(self, batch: Batch) -> None:
        self._batches.append(batch)
        self.failures += batch.failures
        self._held += sum(self._sizes.pop(file, 0) for file in batch.digests)
        self._statements += batch.tables["statements"].num_rows
        self._done += len(batch.digests) + len(batch.unchanged) + len(batch.failures)
        if self._report is not None:
            self._report(self._done)
        if self._data is None:
            # Statements and sections are read again when they are asked for.
            self._kept.append(batch.tables["reports"])
            self._batches.clear()
        elif self._held > _PART_BYTES or self._statements > _PART_STATEMENTS:
            self._write()

    def _write(self) -> None:
        if self._data is None or not self._batches:
            return
        arrow = require("pyarrow", "arrow")
        tables = {
            name: arrow.concat_tables([batch.tables[name] for batch in self._batches])
            for name in self._batches[0].tables
        }
        tables["reports"] = with_flags(tables["reports"])
        digests = {file: digest for batch in self._batches for file, digest in batch.digests.items()}
        self._batches.clear()
        self._data.publish(tables, digests, self._local.threads)
        # What could be read once and cannot now is no longer what its file says.
        self._data.remove({row.file for row in self.failures})
        self._data.write_errors(self.failures)
        self._held = self._statements = 0

    def finish(self) -> pa.Table:
        """The table of reports, when all is written."""
        arrow = require("pyarrow", "arrow")
        self.failures.sort()
        if self._data is None:
            return with_flags(arrow.concat_tables([empty_tables()["reports"], *self._kept]))
        self._data.remove({row.file for row in self.failures})
        self._data.write_errors(self.failures)
        reports = self._data.update_reports(with_flags)
        self._data.ensure_tables()
        return reports


def _sources(sources: Sources, out: str | os.PathLike[str] | None) -> tuple[dict[str, Path], list[Failure]]:
    """The files to read by their names in the corpus, in the order of those, and those that nobody reads."""
    if not isinstance(sources, (str, os.PathLike)):
        return dict(sorted((_name(Path(path)), Path(path)) for path in sources)), []
    found: dict[str, Path] = {}
    skipped: list[Failure] = []
    above = len(Path(sources).parts)
    leave_out = None if out is None else os.path.normcase(Path(out).absolute()) + os.sep
    for path in files_in(sources):
        if leave_out is not None and os.path.normcase(path.absolute()).startswith(leave_out):
            continue
        file = _in_utf8("/".join(path.parts[above:]))
        if path.is_symlink():
            skipped.append(Failure(file, format_of(file), "skipped", "", "a link: links are not followed"))
        elif path.suffix.lower() not in ENDINGS:
            reason = f"no format that is read: {', '.join(sorted(ENDINGS))}"
            skipped.append(Failure(file, format_of(file), "skipped", "", reason))
        else:
            found[file] = path
    return dict(sorted(found.items())), skipped


def _name(path: Path) -> str:
    return _in_utf8(path.as_posix())


def _in_utf8(name: str) -> str:
    # Names of no encoding have lone surrogates, which no table holds.
    return name.encode("utf-8", "backslashreplace").decode()
