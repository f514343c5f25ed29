"""Simulations whose paths the workers of a cluster share."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ._arrays import as_whole
from ._core import DomainError
from .frames import require

if TYPE_CHECKING:
    from distributed import Client

    from .scenario import Scenario

#: Parts for each thread of the cluster: more than one, so that quick workers take over from slow ones.
_PARTS = 4


def simulate_on(
    client: Client,
    start: Any,
    growth: Any,
    volatility: Any = None,
    *,
    paths: int = 100_000,
    first_path: int = 0,
    parts: int | None = None,
    **options: Any,
) -> Scenario:
    """`simulate` on the workers of a cluster of dask.distributed: the same Scenario, bit for bit, as in one process.

    Each of `parts` (by default four a thread of the cluster) simulates its own paths, and their counts are added. A
    part of a worker that dies is simulated by another. `options` are those of `simulate`, without `progress`; with
    'fused' or 'single' arithmetic bits are the same where all processors have the same instructions. Raises the errors
    of `simulate`, DomainError for fewer than one part, ImportError without the extra `cluster`.

    >>> import shengzhou_report as sr
    >>> from distributed import Client  # doctest: +SKIP
    >>> with Client() as client:  # doctest: +SKIP
    ...     future = sr.scenario.simulate_on(client, {"GDP": 745}, 0.07, 0.02, periods=5, paths=10_000)
    >>> future == sr.simulate({"GDP": 745}, 0.07, 0.02, periods=5, paths=10_000)  # doctest: +SKIP
    True
    """
    from .scenario import simulate

    distributed = require("distributed", "cluster")
    if not isinstance(client, distributed.Client):
        raise TypeError(f"client: needs a Client of dask.distributed, not {type(client).__name__}")
    paths, first_path = as_whole("paths", paths), as_whole("first_path", first_path)
    threads: dict[str, int] = client.nthreads()
    count = _PARTS * max(1, sum(threads.values())) if parts is None else as_whole("parts", parts)
    if count < 1:
        raise DomainError(f"parts = {count} must be at least 1")
    given = {**options, "threads": options.get("threads") or 1, "progress": False}
    # What is wrong with the arguments is said before anybody works; paths of a pair stay together.
    simulate(start, growth, volatility, paths=min(2, paths), first_path=first_path, **given)
    ends = [paths * part // count // 2 * 2 for part in range(count)] + [paths]
    futures = [
        client.submit(
            simulate, start, growth, volatility, paths=end - begin, first_path=first_path + begin, pure=False, **given
        )
        for begin, end in pairwise(ends)
        if end > begin
    ]
    whole: Scenario | None = None
    for future in distributed.as_completed(futures):
        part = future.result()
        whole = part if whole is None else whole.merge(part)
        future.release()
    assert whole is not None
    return whole
