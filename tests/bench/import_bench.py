"""What `import shengzhou_report` costs beside `import numpy`.

python tests/bench/import_bench.py

Fresh processes that take turns, byte code compiled; each measures itself, so that the start of the interpreter is left
out. The ratio is the median of the rounds' ratios.
"""

import statistics
import subprocess
import sys

ROUNDS = 61
FLOOR = 0.25

#: Prints the seconds of one import.
PROGRAM = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"

IMPORTS = {
    "numpy": "numpy",
    "shengzhou_report": "shengzhou_report",
    "with all its names": "shengzhou_report; from shengzhou_report import *",
    "and all families": "shengzhou_report; from shengzhou_report import *; "
    "[getattr(shengzhou_report, name) for name in dir(shengzhou_report)]",
}


def seconds(what: str) -> float:
    """How long one import takes in a process of its own."""
    command = [sys.executable, "-c", PROGRAM.format(what)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> int:
    """Prints medians and ratios; 1 where the import costs more than its floor."""
    for what in IMPORTS.values():  # compiles the byte code, fills the cache of files
        seconds(what)
    times: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(ROUNDS):
        for name, what in IMPORTS.items():
            times[name].append(seconds(what))
    ratios = {
        name: statistics.median(mine / numpy for mine, numpy in zip(row, times["numpy"], strict=True))
        for name, row in times.items()
    }
    print(f"medians of {ROUNDS} processes each, Python {sys.version.split()[0]}")
    for name, row in times.items():
        print(f"{name:20} {1000 * statistics.median(row):8.1f} ms   {ratios[name]:5.2f} times import numpy")
    return int(ratios["shengzhou_report"] > FLOOR)


if __name__ == "__main__":
    sys.exit(main())
