"""What tables of a report cost beside parsing its text: pandas, Arrow, and the formats of files.

python tests/bench/frame_bench.py [FOLDER]    FOLDER holds *.txt; without it ../shared/reports, or an invented report

All reports are parsed, then made tables of, a contender after the other, without Python's garbage collector, as timeit
does. A ratio is the processor's time for the tables over that for parsing, the median over the rounds. The goal of
`to_frame` is a half.
"""

import gc
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

from parse_bench import corpus

import shengzhou_report as sr

ROUNDS = 31
GOAL = 0.5


def written(kind: str) -> Callable[[sr.Report], object]:
    """Writes a report in a format."""
    return lambda report: sr.io.write_table(report, io.BytesIO(), format=kind)


def contenders() -> dict[str, Callable[[sr.Report], Any]]:
    """What makes a table of a report, where its package is installed."""
    found: dict[str, Callable[[sr.Report], Any]] = {"to_frame": lambda report: report.to_frame()}
    if find_spec("pyarrow"):
        import pyarrow as pa

        found["pyarrow.table"] = pa.table
    if find_spec("polars"):
        import polars as pl

        found["polars.DataFrame"] = pl.DataFrame
    for row in sr.io.formats():
        if not row.extra or (row.extra == "arrow" and find_spec("pyarrow")):
            found[f"write {row.name}"] = written(row.name)
    return found


def seconds(work: Callable[[Any], object], items: Sequence[object]) -> float:
    """Time of the processor for all items, which neighbours do not lengthen by taking turns."""
    begin = time.thread_time()
    for item in items:
        work(item)
    return time.thread_time() - begin


def main() -> int:
    """Prints the ratios; 1 where `to_frame` misses its goal."""
    texts = corpus()
    reports = [sr.parse(text) for text in texts]
    makers = contenders()
    ratios: dict[str, list[float]] = {name: [] for name in makers}
    parsing = []
    gc.disable()
    for turn in range(ROUNDS + 1):
        parse = seconds(sr.parse, texts)
        times = {name: seconds(make, reports) for name, make in makers.items()}
        gc.collect()
        if turn > 0:  # the first one warms up
            parsing.append(parse)
            for name, took in times.items():
                ratios[name].append(took / parse)
    rows = sum(map(len, reports))
    print(f"{len(texts)} reports, {rows} statements; medians of {ROUNDS} rounds, every contender in each")
    print(f"{'parse':18}{1e3 * statistics.median(parsing) / len(texts):8.2f} ms a report")
    for name, series in ratios.items():
        print(f"{name:18}{statistics.median(series):8.2f} times parse")
    return int(statistics.median(ratios["to_frame"]) > GOAL)


if __name__ == "__main__":
    sys.exit(main())
