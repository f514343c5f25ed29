"""Inequality and required growth of a panel of counties beside the NumPy program that an analyst writes.

python tests/bench/panel_bench.py

3,000 places x 30 years, one thread; every contender runs in turn in each round. Times are medians over the rounds,
ratios medians of the rounds' ratios. `fresh` makes new results, `out=` writes into arrays that exist; NumPy is given
the same. The line of copies is what memory allows: the bytes of all arguments and results, moved once.

What NumPy's temporaries cost depends on whether the allocator gives their memory back to the system, so there are two
tables: in the first the process keeps its memory, which is NumPy at its best; in the second each program runs in
processes of its own with the allocator as it is, in turn, which is what replacing one by the other brings.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

# One core: NumPy's element-wise functions use one thread, and nothing here multiplies matrices.
os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

import shengzhou_report as sr

PLACES, YEARS, ROUNDS, PROCESSES = 3_000, 30, 151, 7
MEASURES = ("theil_t", "theil_l", "gini", "income_ratio", "required_growth_rest")


class Numpy:
    """The formulas as they stand in a textbook, vectorised, with the checks that they need left out."""

    @staticmethod
    def theil_t(urban, rural, share):
        """Theil T of two groups."""
        mean = share * urban + (1 - share) * rural
        income_share = share * urban / mean
        return income_share * np.log(urban / mean) + (1 - income_share) * np.log(rural / mean)

    @staticmethod
    def theil_l(urban, rural, share):
        """Theil L of two groups."""
        mean = share * urban + (1 - share) * rural
        return share * np.log(mean / urban) + (1 - share) * np.log(mean / rural)

    @staticmethod
    def gini(urban, rural, share):
        """Gini coefficient of two groups."""
        mean = share * urban + (1 - share) * rural
        return np.abs(share * urban / mean - share)

    @staticmethod
    def income_ratio(urban, rural):
        """Income ratio."""
        return urban / rural

    @staticmethod
    def required_growth_rest(target, growth, share):
        """Growth that the rest of the year needs."""
        return (target - share * growth) / (1 - share)


def into(result, out):
    """Keeps what NumPy computed in an array of the caller's."""
    np.copyto(out, result)


def seconds(run: Callable[[], object]) -> float:
    """Time of one run."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def one_process(only: str = "") -> None:
    """Measures all contenders and prints a table, or the median of the one that is named."""
    rng = np.random.default_rng(2024)
    shape = (PLACES, YEARS)
    rural = rng.uniform(8e3, 4.5e4, shape)
    urban = rural * rng.uniform(1.2, 3.5, shape)
    share = rng.uniform(0.2, 0.9, shape)
    target, growth = rng.uniform(0.04, 0.09, shape), rng.uniform(0.03, 0.1, shape)
    elapsed = rng.uniform(0.2, 0.8, shape)
    groups, rest = (urban, rural, share), (target, growth, elapsed)
    arguments = dict.fromkeys(MEASURES[:3], groups) | {MEASURES[3]: groups[:2], MEASURES[4]: rest}
    ours = dict(
        zip(
            MEASURES,
            (
                sr.inequality.two_group_theil_t,
                sr.inequality.two_group_theil_l,
                sr.inequality.two_group_gini,
                sr.income_gap.income_ratio,
                sr.growth.required_growth_rest,
            ),
            strict=True,
        )
    )
    theirs = {name: getattr(Numpy, name) for name in MEASURES}
    out = {name: np.empty(shape) for name in MEASURES}
    if not only:  # a check would change what the allocator does later
        for name in MEASURES:
            np.testing.assert_allclose(
                ours[name](*arguments[name]), theirs[name](*arguments[name]), rtol=1e-9, atol=1e-15
            )

    def all_numpy():
        return [theirs[name](*arguments[name]) for name in MEASURES]

    def all_numpy_out():
        for name in MEASURES:
            into(theirs[name](*arguments[name]), out[name])

    def all_ours():
        return sr.inequality.two_group_inequality(*groups), sr.growth.required_growth_rest(*rest)

    def all_ours_out():
        sr.inequality.two_group_inequality(*groups, out=tuple(out[name] for name in MEASURES[:4]))
        sr.growth.required_growth_rest(*rest, out=out[MEASURES[4]])

    def one_by_one_out():
        for name in MEASURES:
            ours[name](*arguments[name], out=out[name])

    copies = [(argument, np.empty(shape)) for argument in (*groups, *rest)]

    def copy_all():
        # Six arguments are read and five results written; a copy reads and writes, so five and a half copies.
        for source, destination in copies[:5]:
            np.copyto(destination, source)
        np.copyto(copies[5][1][: PLACES // 2], copies[5][0][: PLACES // 2])

    contenders: dict[str, Callable[[], object]] = {}
    pairs: list[tuple[str, str, str]] = []
    for name in MEASURES:
        call = arguments[name]
        contenders |= {
            f"{name} numpy": lambda f=theirs[name], x=call: f(*x),
            f"{name} sr": lambda f=ours[name], x=call: f(*x),
            f"{name} numpy out": lambda f=theirs[name], x=call, o=out[name]: into(f(*x), o),
            f"{name} sr out": lambda f=ours[name], x=call, o=out[name]: f(*x, out=o),
        }
        pairs += [(f"{name}, fresh", f"{name} numpy", f"{name} sr")]
        pairs += [(f"{name}, out=", f"{name} numpy out", f"{name} sr out")]
    contenders |= {
        "all numpy": all_numpy,
        "all sr": all_ours,
        "all numpy out": all_numpy_out,
        "all sr out": all_ours_out,
        "one by one": one_by_one_out,
        "copy": copy_all,
    }
    pairs += [
        ("all together, fresh", "all numpy", "all sr"),
        ("all together, out=", "all numpy out", "all sr out"),
        ("all, one by one, out=", "all numpy out", "one by one"),
        ("copies / all, out=", "copy", "all sr out"),
    ]
    if only:
        contenders, pairs = {only: contenders[only]}, []
    times: dict[str, list[float]] = {name: [] for name in contenders}
    order = list(contenders)
    for turn in range(ROUNDS + 5):
        rng.shuffle(order)
        for name in order:
            took = seconds(contenders[name])
            if turn >= 5:  # the first ones warm up
                times[name].append(took)

    if only:
        print(statistics.median(times[only]))
        return
    print(f"{PLACES} places x {YEARS} years; medians of {ROUNDS} rounds; NumPy {np.__version__}")
    print(f"{'':30}{'numpy':>10}{'sr':>10}{'numpy / sr':>13}{'quartiles':>15}")
    for title, numpy_name, sr_name in pairs:
        show(title, times[numpy_name], times[sr_name])


def show(title: str, numpy_times: list[float], sr_times: list[float]) -> None:
    """Prints a line: median times, median and quartiles of the ratios."""
    low, middle, high = statistics.quantiles([a / b for a, b in zip(numpy_times, sr_times, strict=True)], n=4)
    micros = [1e6 * statistics.median(times) for times in (numpy_times, sr_times)]
    print(f"{title:30}{micros[0]:7.0f} us{micros[1]:7.0f} us{middle:13.2f}{low:8.2f}-{high:.2f}")


def run(*arguments: str, **variables: str) -> str:
    """What this program prints in a process of its own."""
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, env=os.environ | variables, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        one_process(sys.argv[1].removeprefix("table"))
        return
    # GNU libc: memory that is freed stays with the process. Other allocators ignore it.
    print(run("table", MALLOC_MMAP_THRESHOLD_="1000000000", MALLOC_TRIM_THRESHOLD_="1000000000"))
    print(f"each in a process of its own; medians of {PROCESSES} processes")
    for title, numpy_name, sr_name in (
        ("all together, fresh", "all numpy", "all sr"),
        ("all together, out=", "all numpy out", "all sr out"),
    ):
        results = [(float(run(numpy_name)), float(run(sr_name))) for _ in range(PROCESSES)]
        show(title, *map(list, zip(*results, strict=True)))


if __name__ == "__main__":
    main()
