"""Reading the documents of a corpus."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shengzhou_report._core import Error
from shengzhou_report._read.folder import documents_in
from shengzhou_report.io import read

from ._corpus import Corpus
from ._documents import Document, with_duplicates


def read_corpus(
    folder_or_paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, workers: int | None = None
) -> Corpus:
    """Reads the documents of a folder and of those in it, or of the paths given, on all cores.

    A file that cannot be read costs no other. Raises OSError when the folder cannot be listed.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "a.txt").write_text("某县2024年政府工作报告\\n粮食总产量5万吨。", encoding="gbk")
    ...     sr.corpus.read_corpus(folder).documents[0].place
    '某县'
    """
    if isinstance(folder_or_paths, (str, os.PathLike)):
        paths = {path.relative_to(folder_or_paths).as_posix(): path for path in documents_in(folder_or_paths)}
    else:
        paths = {Path(path).as_posix(): Path(path) for path in folder_or_paths}
    with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        found = pool.map(_document, paths, paths.values())
        return Corpus(with_duplicates(document for document in found if document is not None), paths)


def _document(file: str, path: Path) -> Document | None:
    try:
        report = read(path)
    except (Error, OSError, ImportError):
        return None
    return Document(file, report.place or "", report.ref_area or "", report.year, report.kind, len(report))
