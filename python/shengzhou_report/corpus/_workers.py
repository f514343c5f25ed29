"""Who reads the batches: threads, processes, or a cluster."""

from __future__ import annotations

import os
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import TYPE_CHECKING, Any

from ._batch import Batch, Item, empty_tables, failure_of, format_of, read_batch

if TYPE_CHECKING:
    from distributed import Client

#: Formats that C++ reads without the interpreter's lock, which threads serve best; what else becomes text in Python,
#: which processes do side by side.
_TEXT_FORMATS = frozenset({"", "txt", "md", "markdown"})

#: A batch holds this many files and bytes at most, or one file.
_MOST_FILES, _MOST_BYTES = 64, 1 << 21

#: Batches that wait or are worked on, for each worker: enough that none idles, few enough for memory.
_AHEAD = 3


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_text(item: Item) -> bool:
    """Whether threads read it."""
    return format_of(item.path) in _TEXT_FORMATS


def by_year(file: str) -> str:
    """A key that puts files of one year together, as far as their names say it: the last number of four digits.

    The rows of a batch then are of few vintages, which makes dealing them out quicker; nothing else depends on it.
    """
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", file)
    return years[-1] if years else ""


def batches_of(items: Iterable[tuple[Item, int]]) -> Iterator[list[Item]]:
    """Items and the bytes of their files in batches, in their order; a batch is read by threads or by processes."""
    batch: list[Item] = []
    held = 0
    for item, size in items:
        full = len(batch) == _MOST_FILES or held + size > _MOST_BYTES
        if batch and (full or is_text(batch[0]) != is_text(item)):
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size
    if batch:
        yield batch


class _Process(SpawnProcess):
    """A fresh interpreter that does not run the program's main file, which may have no guard against that."""

    @staticmethod
    def _Popen(process: Any) -> Any:  # noqa: N802 (as multiprocessing calls it)
        main: dict[str, Any] = vars(sys.modules["__main__"])
        hidden: dict[str, Any] = {name: main.pop(name) for name in ("__file__", "__spec__") if name in main}
        main["__spec__"] = None
        try:
            return SpawnProcess._Popen(process)
        finally:
            main.update(hidden)


class _Context(SpawnContext):
    # A fork would copy locks that threads of ours hold.
    Process = _Process


def _in_order(batches: Iterable[list[Item]], submit: Callable[[list[Item]], Any], ahead: int) -> Iterator[Any]:
    """Pairs of batch and its future, in the order of the batches; not more than `ahead` are under way."""
    waiting: deque[tuple[list[Item], Any]] = deque()
    for batch in batches:
        waiting.append((batch, submit(batch)))
        if len(waiting) >= ahead:
            yield waiting.popleft()
    yield from waiting


class LocalWorkers:
    """Threads of this process, and processes of this machine where there are files that need some."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._stack = ExitStack()
        self.threads: ThreadPoolExecutor = self._stack.enter_context(ThreadPoolExecutor(count))
        self._processes: ProcessPoolExecutor | None = None

    def __enter__(self) -> LocalWorkers:
        return self

    def __exit__(self, *error: object) -> None:
        # What waits is of no use to anybody when an error ends the run.
        self.threads.shutdown(cancel_futures=True)
        if self._processes is not None:
            self._processes.shutdown(cancel_futures=True)
        self._stack.close()

    def _pool(self, batch: Sequence[Item]) -> Executor:
        if is_text(batch[0]) or self._count == 1:
            return self.threads
        if self._processes is None:
            self._processes = ProcessPoolExecutor(self._count, mp_context=_Context())
        return self._processes

    def _submit(self, batch: list[Item]) -> Future[Batch]:
        try:
            return self._pool(batch).submit(read_batch, batch)
        except BrokenProcessPool:
            self._processes = None
            return self._pool(batch).submit(read_batch, batch)

    def read(self, batches: Iterable[list[Item]]) -> Iterator[Batch]:
        """What becomes of each batch, in their order."""
        for batch, future in _in_order(batches, self._submit, _AHEAD * self._count):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield self._one_by_one(batch)

    def _one_by_one(self, batch: Sequence[Item]) -> Batch:
        """Reads the files of a batch whose process died each in a process of its own, to know which one kills it."""
        self._processes = None
        parts = []
        for item in batch:
            with ProcessPoolExecutor(1, mp_context=_Context()) as alone:
                try:
                    parts.append(alone.submit(read_batch, [item]).result())
                except BrokenProcessPool:
                    death = RuntimeError("the process that read the file died: it may have run out of memory")
                    parts.append(Batch(empty_tables(), failures=[failure_of(item.file, death)]))
        return joined(parts)


class ClusterWorkers:
    """The workers of a `dask.distributed` cluster, which see the files by the paths that this process has."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def read(self, batches: Iterable[list[Item]]) -> Iterator[Batch]:
        """What becomes of each batch, in their order; what a dead worker had, another one reads."""
        from distributed import KilledWorker

        def submit(batch: list[Item]) -> Any:
            # A file may have changed since its like was read: no result stands for another.
            return self._client.submit(read_batch, batch, pure=False)

        threads: dict[str, int] = self._client.nthreads()  # type: ignore[no-untyped-call]
        ahead = _AHEAD * max(1, sum(threads.values()))
        for batch, future in _in_order(batches, submit, ahead):
            try:
                yield future.result()
            except KilledWorker:
                yield joined([self._alone(item) for item in batch])

    def _alone(self, item: Item) -> Batch:
        from distributed import KilledWorker

        try:
            found: Batch = self._client.submit(read_batch, [item], pure=False).result()
        except KilledWorker as error:
            return Batch(empty_tables(), failures=[failure_of(item.file, error)])
        return found


def joined(parts: Sequence[Batch]) -> Batch:
    """Batches as one."""
    import pyarrow as pa  # type: ignore[import-untyped]

    whole = Batch(empty_tables())
    for part in parts:
        whole.digests |= part.digests
        whole.unchanged += part.unchanged
        whole.failures += part.failures
    whole.tables = {
        name: pa.concat_tables([table, *(part.tables[name] for part in parts)]) for name, table in whole.tables.items()
    }
    return whole
