"""sr.read_corpus beside sr.parse alone: documents of a folder end to end to Parquet.

python tests/bench/corpus_bench.py [FOLDER] [WORKERS]    FOLDER holds documents as UTF-8 text; without it invented ones

All contenders run in turn in one process; times are medians over the rounds, ratios medians of the rounds' ratios.
Parse alone has the texts in memory, as many threads, and keeps nothing. Processes are those that read Word and PDF;
their time of processors is not in that of this process.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import parse_bench

import shengzhou_report as sr
from shengzhou_report.corpus import _reading, _workers

ROUNDS = 5
INVENTED = 1200


def invented(folder: Path) -> Path:
    """A folder of invented reports."""
    text = parse_bench.invented_report()
    for n in range(INVENTED):
        body = text.replace("2031", str(1990 + n % 36)).replace("云岭市", f"云岭{chr(0x4E00 + n // 36)}市")
        (folder / f"{n}.txt").write_text(body, encoding="utf-8")
    return folder


def seconds(run: Callable[[], object]) -> tuple[float, float]:
    """Time of one run, and of all processors in it, which other programs disturb less."""
    begin, used = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - begin, time.process_time() - used


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        workers = int(sys.argv[2]) if len(sys.argv) > 2 else _workers.usable_cores()
        folder = given or invented(Path(tempfile.mkdtemp(dir=scratch)))
        texts = [path.read_bytes() for path in sorted(folder.rglob("*.txt"))]
        megabytes = sum(map(len, texts)) / 1e6

        def alone() -> None:
            with ThreadPoolExecutor(workers) as pool:
                sum(pool.map(lambda text: len(sr.parse(text)), texts))

        def fresh(out: str | None = "data") -> sr.corpus.Corpus:
            place = tempfile.mkdtemp(dir=scratch)
            return sr.read_corpus(folder, out and Path(place, out), workers)

        def processes() -> None:
            formats, _workers._TEXT_FORMATS = _workers._TEXT_FORMATS, frozenset()
            try:
                fresh()
            finally:
                _workers._TEXT_FORMATS = formats

        known = Path(tempfile.mkdtemp(dir=scratch), "data")
        corpus = sr.read_corpus(folder, known, workers)
        contenders: dict[str, Callable[[], object]] = {
            "parse alone": alone,
            "to Parquet": fresh,
            "to Parquet, processes": processes,
            "in memory": lambda: fresh(None),
            "again, unchanged": lambda: sr.read_corpus(folder, known, workers),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
        for turn in range(ROUNDS + 1):
            for name, run in contenders.items():
                took = seconds(run)
                if turn > 0:  # the first one warms up
                    times[name].append(took)

        size = sum(path.stat().st_size for path in known.rglob("*.parquet")) / 1e6
        print(f"{len(texts)} documents, {megabytes:.1f} MB, {workers} workers; medians of {ROUNDS} rounds, all in each")
        print(f"{corpus}; {sum(d.statements for d in corpus.documents)} statements; {size:.1f} MB of Parquet")
        print(f"a part is written after {_reading._PART_BYTES >> 20} MiB")
        for name, series in times.items():
            wall, used = (statistics.median(run[i] for run in series) for i in (0, 1))
            ratios = (
                statistics.median(b[i] / a[i] for a, b in zip(times["parse alone"], series, strict=True))
                for i in (0, 1)
            )
            print(
                f"{name:24}{wall:8.2f} s{megabytes / wall:10.1f} MB/s{next(ratios):8.2f} times parse alone; "
                f"of processors {used:6.2f} s{next(ratios):8.2f} times"
            )


if __name__ == "__main__":
    main()
