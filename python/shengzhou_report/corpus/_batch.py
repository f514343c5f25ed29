"""What a worker does, be it a thread, a process or a machine: files become tables of Arrow."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from shengzhou_report import _core
from shengzhou_report.frames import require

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

#: The tables of a corpus that have partitions, as the core names them.
TABLES = ("statements", "reports", "sections")


class Item(NamedTuple):
    """A file to read: its name in the corpus, its path, and the SHA-256 of what is known of it already."""

    file: str
    path: str
    known: str = ""


class Failure(NamedTuple):
    """A file that gave no report: `outcome` is 'failed', or 'skipped' where nobody tried, and `message` says why."""

    file: str
    format: str
    outcome: str
    error: str
    message: str


def failures_table(failures: Sequence[Failure]) -> pa.Table:
    """The rows as a table."""
    arrow = require("pyarrow", "arrow")
    columns = list(zip(*failures, strict=True)) or [()] * len(Failure._fields)
    return arrow.table(
        {name: arrow.array(column, "string") for name, column in zip(Failure._fields, columns, strict=True)}
    )


@dataclass
class Batch:
    """What a worker makes of some files."""

    tables: dict[str, pa.Table]
    digests: dict[str, str] = field(default_factory=dict)  # of the files in the tables
    unchanged: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


class _Stream:
    """A table of documents as Arrow's stream."""

    def __init__(self, documents: _core._Documents, table: str) -> None:
        self._documents, self._table = documents, table

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self._documents.stream(self._table)


class _Schema:
    """The schema of a table, as Arrow's interface hands it over."""

    def __init__(self, table: str) -> None:
        self._table = table

    def __arrow_c_schema__(self) -> Any:
        return _core._corpus_schema(self._table)


def empty_tables() -> dict[str, pa.Table]:
    """The tables of no document, whose columns are those of all."""
    arrow = require("pyarrow", "arrow")
    return {name: arrow.schema(_Schema(name)).empty_table() for name in TABLES}


def format_of(file: str) -> str:
    """What a file's name ends in, without the dot; '' for nothing."""
    return os.path.splitext(file)[1].lower().removeprefix(".")  # noqa: PTH122 (asked for several times a file)


def failure_of(file: str, error: BaseException) -> Failure:
    """The row of an error that a file raised."""
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    # What is written as UTF-8 has no lone surrogates, of which a name in a message may have some.
    text = message.encode("utf-8", "backslashreplace").decode()
    return Failure(file, format_of(file), "failed", type(error).__name__, text)


def read_batch(items: Sequence[Item]) -> Batch:
    """Reads files into tables; whatever a file raises becomes a row of `failures` and costs no other file."""
    from shengzhou_report._read.formats import content_of
    from shengzhou_report._read.source import bytes_of

    texts: list[tuple[str, str, str | bytes]] = []
    unchanged: list[str] = []
    failures: list[Failure] = []
    for item in items:
        try:
            data, _ = bytes_of(item.path)
            digest = hashlib.sha256(data).hexdigest()
            if digest == item.known:
                unchanged.append(item.file)
                continue
            texts.append((item.file, digest, content_of(data, os.fspath(item.path), None, "strict")))
        except Exception as error:  # noqa: BLE001 (files are hostile, and readers are those of others)
            failures.append(failure_of(item.file, error))
    return _tables(texts, unchanged, failures)


def _tables(texts: Sequence[tuple[str, str, str | bytes]], unchanged: list[str], failures: list[Failure]) -> Batch:
    arrow = require("pyarrow", "arrow")
    documents = _core._Documents(list(texts))
    try:
        tables = {name: arrow.RecordBatchReader.from_stream(_Stream(documents, name)).read_all() for name in TABLES}
    except (arrow.ArrowException, MemoryError) as error:
        # One document's columns were more than a batch holds; which one it was, each by itself says.
        if len(texts) == 1:
            return Batch(empty_tables(), {}, unchanged, [*failures, failure_of(texts[0][0], error)])
        parts = [_tables([text], [], []) for text in texts]
        joined = {name: arrow.concat_tables([part.tables[name] for part in parts]) for name in TABLES}
        digests = {file: digest for part in parts for file, digest in part.digests.items()}
        return Batch(joined, digests, unchanged, [*failures, *(row for part in parts for row in part.failures)])
    wrong = {file for file, _ in documents.errors}
    failures = failures + [
        Failure(file, format_of(file), "failed", "ParseError", message) for file, message in documents.errors
    ]
    return Batch(tables, {file: digest for file, digest, _ in texts if file not in wrong}, unchanged, failures)
