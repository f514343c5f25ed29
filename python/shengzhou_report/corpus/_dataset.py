"""The data set of a corpus in a folder: Parquet by table and vintage, and a manifest of what it was made of.

A part is what was written at once: files of one name in the partitions of the tables, and `_manifest/NAME.json`, which
comes last. What no manifest names is the rest of a run that was stopped, and goes when the next one begins.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from shengzhou_report._core import __version__
from shengzhou_report.frames import require

from ._batch import TABLES, Failure, empty_tables, failures_table
from ._lock import locked

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

#: Of what is written; another one is read anew, as is what another version of the library wrote.
FORMAT = 1

#: The column that partitions are made by, and the value of it that stands for none: what Hive has for that, pandas does
#: not open, and a word would make text of all years.
PARTITION = "vintage"
UNKNOWN = "0"

MANIFEST = "_manifest"
ERRORS = "errors"

#: Chunks of fewer rows are joined before they are written: each costs as well, and to join large ones costs more.
_FEW_ROWS = 64

#: Text that rows share, of which a dictionary makes less; in other columns it would only cost time.
_REPEATED = {"file", "ref_area", "place", "indicator", "indicator_id", "name_en", "unit", "base_unit", "area"}
_REPEATED |= {"reference", "scope", "section", "doubts", "step"}

#: Places in a text, which grow from row to row: their differences take a fifth of the bytes.
_PLACES = {"start", "end", "byte_start", "byte_end"}


class DataSet:
    """A data set that one process writes; `with` holds it against others."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)
        self._manifest = self.folder / MANIFEST
        self._scratch = self.folder / MANIFEST / "unfinished"
        #: The files of each part and the SHA-256 of what was read of them.
        self.parts: dict[str, dict[str, str]] = {}
        self._paths: dict[str, list[str]] = {}
        #: The rows of reports by path, as far as they were written or read already.
        self._reports: dict[str, pa.Table] = {}

    def __enter__(self) -> DataSet:
        if self.folder.is_dir() and not self._manifest.is_dir() and any(self.folder.iterdir()):
            raise FileExistsError(f"{self.folder} is neither empty nor the data set of a corpus: name another folder")
        self._manifest.mkdir(parents=True, exist_ok=True)
        self._lock = locked(self._manifest / "lock")
        self._lock.__enter__()
        try:
            self._recover()
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *error: object) -> None:
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._lock.__exit__(None, None, None)

    def _recover(self) -> None:
        """Makes the folder what its manifests say, whatever became of the last run."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch.mkdir()
        stale = []
        for path in sorted(self._manifest.glob("part-*.json")):
            known = json.loads(path.read_text(encoding="utf-8"))
            self.parts[path.stem] = known["files"]
            self._paths[path.stem] = known["paths"]
            if (known["version"], known["format"]) != (__version__, FORMAT):
                stale.append(path.stem)
            elif not known["settled"]:
                self._settle(path.stem)
        for part in stale:
            self._drop(part, set(self.parts[part]))
        for table in TABLES:
            (self.folder / table).mkdir(exist_ok=True)
            for path in (self.folder / table).glob("*/part-*.parquet"):
                if path.stem not in self.parts:
                    path.unlink()
        (self.folder / ERRORS).mkdir(exist_ok=True)

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file that the data set has."""
        return {file: digest for files in self.parts.values() for file, digest in files.items()}

    # Writing.

    def publish(self, tables: Mapping[str, pa.Table], digests: Mapping[str, str], pool: Executor) -> None:
        """Adds documents as a part, in the stead of what the data set has of their files."""
        if not digests:
            return
        arrow = require("pyarrow", "arrow")
        part = f"part-{max((int(name[5:]) for name in self.parts), default=0) + 1:06d}"
        pieces = [
            (f"{table}/{PARTITION}={value}/{part}.parquet", batches)
            for table, rows in tables.items()
            for value, batches in _by_vintage(rows).items()
        ]

        def write(piece: tuple[str, list[pa.RecordBatch]]) -> pa.Table | None:
            path, batches = piece
            rows = arrow.Table.from_batches(batches)
            if rows.num_rows < _FEW_ROWS * len(batches):
                rows = rows.combine_chunks()
            write_parquet(rows, self._unfinished(path))
            return _with_vintage(path, rows) if path.startswith("reports/") else None

        written = {path: rows for (path, _), rows in zip(pieces, pool.map(write, pieces), strict=True)}
        self.remove(digests)
        for path in written:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            self._unfinished(path).replace(self.folder / path)
        self._reports |= {path: rows for path, rows in written.items() if rows is not None}
        self.parts[part], self._paths[part] = dict(digests), list(written)
        self._note(part, settled=True)

    def remove(self, files: Collection[str]) -> None:
        """Takes the rows of files out."""
        for part, known in list(self.parts.items()):
            if gone := known.keys() & files:
                self._drop(part, gone)

    def _drop(self, part: str, gone: Collection[str]) -> None:
        self.parts[part] = {file: digest for file, digest in self.parts[part].items() if file not in gone}
        # First the manifest: where the run stops before the rows are gone, the next one takes them out.
        self._note(part, settled=False)
        self._settle(part)

    def _settle(self, part: str) -> None:
        """Takes out the rows of a part whose files its manifest does not name."""
        compute = require("pyarrow.compute", "arrow")
        files = require("pyarrow", "arrow").array(list(self.parts[part]), "string")
        for path in self._paths[part]:
            self._reports.pop(path, None)
            if not (self.folder / path).exists():
                continue
            rows = read_parquet(self.folder / path)
            left = rows.filter(compute.is_in(rows["file"], value_set=files))
            if left.num_rows == 0:
                (self.folder / path).unlink()
            elif left.num_rows < rows.num_rows:
                self._replace(path, left)
        self._paths[part] = [path for path in self._paths[part] if (self.folder / path).exists()]
        if self.parts[part]:
            self._note(part, settled=True)
        else:
            (self._manifest / f"{part}.json").unlink()
            del self.parts[part], self._paths[part]

    def _note(self, part: str, settled: bool) -> None:
        known = {
            "format": FORMAT,
            "version": __version__,
            "settled": settled,
            "files": self.parts[part],
            "paths": self._paths[part],
        }
        unfinished = self._scratch / f"{part}.json"
        unfinished.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(self._manifest / f"{part}.json")

    def _unfinished(self, path: str) -> Path:
        # In one folder: making one for each vintage takes as long as writing its files.
        return self._scratch / path.replace("/", " ")

    def _replace(self, path: str, rows: pa.Table) -> None:
        unfinished = self._unfinished(path)
        write_parquet(rows, unfinished)
        unfinished.replace(self.folder / path)

    def write_errors(self, failures: Sequence[Failure]) -> None:
        """The files that gave no report, and why: all that there are."""
        self._replace(f"{ERRORS}/{ERRORS}.parquet", failures_table(failures))

    def ensure_tables(self) -> None:
        """Writes a table of no rows where a table has no file, since readers take an empty folder for an error."""
        for table, rows in empty_tables().items():
            path = f"{table}/{PARTITION}={UNKNOWN}/empty.parquet"
            if any((self.folder / table).glob("*/part-*.parquet")):
                (self.folder / path).unlink(missing_ok=True)
            else:
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                self._replace(path, rows.drop_columns([PARTITION]))

    def update_reports(self, change: Callable[[pa.Table], pa.Table]) -> pa.Table:
        """Writes the reports as `change` makes them of all of them, in the same order, and gives them.

        Only files of Parquet whose rows it changes are written.
        """
        arrow = require("pyarrow", "arrow")
        paths = [path for paths in self._paths.values() for path in paths if path.startswith("reports/")]
        before = [self._reports.get(path) or _with_vintage(path, read_parquet(self.folder / path)) for path in paths]
        joined = arrow.concat_tables(before) if before else empty_tables()["reports"]
        whole = change(joined)
        if whole.equals(joined):
            return whole
        begin = 0
        for path, rows in zip(paths, before, strict=True):
            after = whole.slice(begin, rows.num_rows)
            begin += rows.num_rows
            if not after.equals(rows):
                self._replace(path, after.drop_columns([PARTITION]))
        return whole


def _by_vintage(rows: pa.Table) -> dict[str, list[pa.RecordBatch]]:
    """The rows of each vintage, without it, in the order of the rows; they share the memory of the table."""
    compute = require("pyarrow.compute", "arrow")
    found: dict[str, list[pa.RecordBatch]] = {}
    for batch in rows.to_batches():
        # The rows of a document are neighbours, and documents of a year come together as a rule, so runs are few.
        runs = compute.run_end_encode(batch[PARTITION])
        left = batch.drop_columns([PARTITION])
        begin = 0
        for end, vintage in zip(runs.run_ends.to_pylist(), runs.values.to_pylist(), strict=True):
            value = UNKNOWN if vintage is None else str(vintage)
            found.setdefault(value, []).append(left.slice(begin, end - begin))
            begin = end
    return found


def write_parquet(rows: pa.Table, path: Path) -> None:
    """Writes rows as a file of Parquet."""
    arrow = require("pyarrow", "arrow")
    parquet = require("pyarrow.parquet", "arrow")
    repeated = [field.name for field in rows.schema if field.name in _REPEATED or "dictionary" in str(field.type)]
    # Snappy, since files are many and small: zstd takes half the time more for two thirds of the bytes. A path would
    # have to be looked at by Arrow first, which takes as long as writing a small table.
    with arrow.OSFile(str(path), "wb") as file:
        parquet.write_table(
            rows,
            file,
            compression="snappy",
            use_dictionary=repeated,
            column_encoding={name: "DELTA_BINARY_PACKED" for name in rows.column_names if name in _PLACES},
            write_statistics=["file"],
        )


def read_parquet(path: Path) -> pa.Table:
    """The rows of a file of Parquet, without what its path says."""
    found: pa.Table = require("pyarrow.parquet", "arrow").ParquetFile(path).read()
    return found


def _with_vintage(path: str, rows: pa.Table) -> pa.Table:
    """Rows with the vintage that their path says."""
    arrow = require("pyarrow", "arrow")
    value = Path(path).parent.name.partition("=")[2]
    vintage = arrow.repeat(arrow.scalar(None if value == UNKNOWN else int(value), "int32"), rows.num_rows)
    return rows.append_column(arrow.field(PARTITION, "int32"), vintage)


def read_table(folder: Path, table: str) -> pa.Table:
    """A table of a data set, null where the vintage is unknown. Raises OSError for no data set."""
    arrow = require("pyarrow", "arrow")
    dataset = require("pyarrow.dataset", "arrow")
    if not (folder / MANIFEST).is_dir():
        raise FileNotFoundError(f"{folder} is no data set of a corpus: it has no folder {MANIFEST}")
    partitions = dataset.partitioning(arrow.schema([(PARTITION, arrow.int32())]), flavor="hive")
    rows = dataset.dataset(folder / table, partitioning=partitions).to_table()
    compute = require("pyarrow.compute", "arrow")
    unknown = compute.equal(rows[PARTITION], int(UNKNOWN))
    vintage = compute.if_else(unknown, arrow.scalar(None, "int32"), rows[PARTITION])
    return rows.set_column(rows.column_names.index(PARTITION), PARTITION, vintage)
