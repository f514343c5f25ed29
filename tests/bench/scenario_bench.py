"""sr.simulate beside NumPy and numba on the same work, and the floors that it should keep.

python tests/bench/scenario_bench.py [PATHS] [ROUNDS]

The work: a million paths of 8 correlated indicators over 10 periods in double precision; means, 5 quantiles of every
indicator and period, 8 target probabilities, the probability that the ratio of the first two falls in every period, and
when it first passes a threshold. All contenders run in turn in one process; times are medians over the rounds, ratios
medians of the rounds' ratios. numba is left out when it is not installed.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

import shengzhou_report as sr

PATHS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
INDICATORS, PERIODS, BINS, REACH, BLOCK = 8, 10, 1024, 6.0, 4096
PROBABILITIES = (0.05, 0.25, 0.5, 0.75, 0.95)
START = np.full(INDICATORS, 100.0)
GROWTH = np.full(INDICATORS, 0.06)
GROWTH[1] = 0.068
VOLATILITY = np.full(INDICATORS, 0.02)
CORRELATION = np.full((INDICATORS, INDICATORS), 0.4) + 0.6 * np.eye(INDICATORS)
BOUND, THRESHOLD = 0.06, 0.95

DRIFT = np.log1p(GROWTH)
FACTOR = VOLATILITY[:, None] * np.linalg.cholesky(CORRELATION)
MEDIAN = np.arange(1, PERIODS + 1)[:, None] * DRIFT
SCALE = BINS / (2 * REACH * 0.02 * np.sqrt(np.arange(1, PERIODS + 1)))
LEAD = DRIFT[1] - DRIFT[0]


def ours(**options: Any) -> Callable[[], dict[str, Any]]:
    """The library, told to do what the others do; it also follows the distribution of the ratio."""
    targets = {str(k): sr.ScenarioTarget("growth", k, 1, lower=BOUND) for k in range(INDICATORS)}

    def run() -> dict[str, Any]:
        future = sr.simulate(
            START,
            GROWTH,
            VOLATILITY,
            periods=PERIODS,
            correlation=CORRELATION,
            ratio=(0, 1),
            targets=targets,
            passages={"ratio": sr.ScenarioPassage("ratio", None, THRESHOLD)},
            paths=PATHS,
            seed=1,
            progress=False,
            **({"threads": 1} | options),
        )
        quantiles = np.stack([future._core.quantile(p)[:, :INDICATORS] for p in PROBABILITIES])
        chances = [future._core.outcome(i)[0] for i in range(INDICATORS)]
        narrowing = future._core.outcome(future._core.outcomes - 1)[0]
        passed = [future._core.passed(0, t)[0] for t in range(PERIODS + 1)]
        return {"mean": future._core.log_mean()[:, :INDICATORS], "quantiles": quantiles, "targets": chances} | {
            "narrowing": narrowing,
            "passed": passed[-1],
        }

    return run


def answers(mean: Any, quantiles: Any, targets: Any, narrowing: Any, passed: Any) -> dict[str, Any]:
    """Deviations of log levels and counts as what `ours` gives."""
    middle = np.log(START) + MEDIAN
    return {
        "mean": middle + mean,
        "quantiles": np.exp(middle + quantiles),
        "targets": np.asarray(targets) / PATHS,
        "narrowing": narrowing / PATHS,
        "passed": passed / PATHS,
    }


def numpy_naive() -> dict[str, Any]:
    """Whole arrays, as one writes it down first."""
    generator = np.random.default_rng(1)
    growth = generator.standard_normal((PATHS, PERIODS, INDICATORS)) @ FACTOR.T + DRIFT
    levels = START * np.exp(np.cumsum(growth, axis=1))
    ratio = levels[:, :, 0] / levels[:, :, 1]
    rates = np.expm1(growth[:, 0])
    return {
        "mean": np.log(levels).mean(axis=0),
        "quantiles": np.quantile(levels, PROBABILITIES, axis=0),
        "targets": (rates >= BOUND).mean(axis=0),
        "narrowing": (np.diff(ratio, axis=1, prepend=1.0) < 0).all(axis=1).mean(),
        "passed": (ratio <= THRESHOLD).any(axis=1).mean(),
    }


RANKS = [round(p * (PATHS - 1)) for p in PROBABILITIES]


def numpy_paths() -> dict[str, Any]:
    """Paths kept, period by period, in log space, one column a partition."""
    generator = np.random.default_rng(1)
    shocks = np.empty((INDICATORS, PATHS))
    level = np.zeros((INDICATORS, PATHS))
    paths = np.empty((PERIODS, INDICATORS, PATHS))
    normals = np.empty((INDICATORS, PATHS))
    mean = np.empty((PERIODS, INDICATORS))
    quantiles = np.empty((len(RANKS), PERIODS, INDICATORS))
    falls = np.ones(PATHS, dtype=bool)
    passed = np.zeros(PATHS, dtype=bool)
    targets = np.zeros(INDICATORS)
    for t in range(PERIODS):
        generator.standard_normal(out=normals)
        np.matmul(FACTOR, normals, out=shocks)
        level += shocks
        paths[t] = level
        if t == 0:
            targets = (shocks >= np.log1p(BOUND) - DRIFT[:, None]).sum(axis=1)
        falls &= shocks[0] - shocks[1] < LEAD
        passed |= level[0] - level[1] <= np.log(THRESHOLD) + (t + 1) * LEAD
        mean[t] = level.mean(axis=1)
    for t in range(PERIODS):
        for k in range(INDICATORS):
            quantiles[:, t, k] = np.partition(paths[t, k], RANKS)[RANKS]
    return answers(mean, quantiles, targets, falls.sum(), passed.sum())


def from_counts(counts: Any) -> Any:
    """Quantiles by interpolation within the bins of the histograms."""
    quantiles = np.empty((len(PROBABILITIES), PERIODS, INDICATORS))
    for t in range(PERIODS):
        for k in range(INDICATORS):
            below = np.concatenate([[0], np.cumsum(counts[t, k])])
            position = np.interp(np.array(PROBABILITIES) * PATHS, below, np.arange(BINS + 1))
            quantiles[:, t, k] = (position - BINS / 2) / SCALE[t]
    return quantiles


def numpy_histogram(bits: Any) -> Callable[[], dict[str, Any]]:
    """Blocks that fit the cache, counted into histograms of log levels."""

    def run() -> dict[str, Any]:
        generator = np.random.Generator(bits(1))
        counts = np.zeros((PERIODS, INDICATORS, BINS), dtype=np.int64)
        mean = np.zeros((PERIODS, INDICATORS))
        targets = np.zeros(INDICATORS)
        narrowing = passages = 0
        offset = (np.arange(INDICATORS) * BINS)[:, None]
        for first in range(0, PATHS, BLOCK):
            n = min(BLOCK, PATHS - first)
            normals, shocks = np.empty((INDICATORS, n)), np.empty((INDICATORS, n))
            level = np.zeros((INDICATORS, n))
            falls, passed = np.ones(n, dtype=bool), np.zeros(n, dtype=bool)
            position = np.empty((INDICATORS, n))
            for t in range(PERIODS):
                generator.standard_normal(out=normals)
                np.matmul(FACTOR, normals, out=shocks)
                level += shocks
                if t == 0:
                    targets += (shocks >= np.log1p(BOUND) - DRIFT[:, None]).sum(axis=1)
                falls &= shocks[0] - shocks[1] < LEAD
                passed |= level[0] - level[1] <= np.log(THRESHOLD) + (t + 1) * LEAD
                mean[t] += level.sum(axis=1)
                np.multiply(level, SCALE[t], out=position)
                position += BINS / 2
                np.clip(position, 0, BINS - 1, out=position)
                bins = position.astype(np.int64)
                bins += offset
                counts[t] += np.bincount(bins.ravel(), minlength=INDICATORS * BINS).reshape(INDICATORS, BINS)
            narrowing += falls.sum()
            passages += passed.sum()
        return answers(mean / PATHS, from_counts(counts), targets, narrowing, passages)

    return run


def numba_stream(fastest: bool) -> Callable[[], dict[str, Any]] | None:
    """The same loop compiled by numba, path by path: with its np.random, or with NumPy's fastest generator."""
    try:
        import numba
    except ImportError:
        return None

    @numba.njit
    def legacy(_: Any) -> float:
        return np.random.standard_normal()  # noqa: NPY002 - what numba documents

    @numba.njit
    def of_generator(generator: Any) -> Any:
        return generator.standard_normal()

    normal = of_generator if fastest else legacy

    @numba.njit(fastmath=True)
    def simulate(
        generator: Any, paths: int, factor: Any, scale: Any, targets_at: Any, lead: float, threshold: float
    ) -> Any:
        counts = np.zeros((PERIODS, INDICATORS, BINS), np.int64)
        mean = np.zeros((PERIODS, INDICATORS))
        targets = np.zeros(INDICATORS, np.int64)
        narrowing = passages = 0
        z = np.empty(INDICATORS)
        level = np.empty(INDICATORS)
        for _ in range(paths):
            level[:] = 0
            falls, passed = True, False
            for t in range(PERIODS):
                for k in range(INDICATORS):
                    z[k] = normal(generator)
                first = second = 0.0
                for k in range(INDICATORS):
                    shock = 0.0
                    for j in range(k + 1):
                        shock += factor[k, j] * z[j]
                    if k == 0:
                        first = shock
                    elif k == 1:
                        second = shock
                    if t == 0 and shock >= targets_at[k]:
                        targets[k] += 1
                    level[k] += shock
                    mean[t, k] += level[k]
                    position = level[k] * scale[t] + BINS / 2
                    counts[t, k, int(min(max(position, 0.0), BINS - 1.0))] += 1
                falls = falls and first - second < lead
                passed = passed or level[0] - level[1] <= threshold + (t + 1) * lead
            narrowing += falls
            passages += passed
        return counts, mean, targets, narrowing, passages

    def run() -> dict[str, Any]:
        generator = np.random.Generator(np.random.SFC64(1))
        counts, mean, targets, narrowing, passed = simulate(
            generator, PATHS, FACTOR, SCALE, np.log1p(BOUND) - DRIFT, LEAD, np.log(THRESHOLD)
        )
        return answers(mean / PATHS, from_counts(counts), targets, narrowing, passed)

    return run


def check(name: str, result: dict[str, Any]) -> None:
    """Whether a contender did the work: its answers are the exact ones within 6 standard errors."""
    deviation = 0.02 * np.sqrt(np.arange(1, PERIODS + 1))[:, None]
    worst = np.abs((result["mean"] - np.log(START) - MEDIAN) / deviation).max() * np.sqrt(PATHS)
    for p, found in zip(PROBABILITIES, result["quantiles"], strict=True):
        exact = sr.forecast.level_quantile(START, GROWTH, VOLATILITY, np.arange(1, PERIODS + 1)[:, None], p)
        z = sr.forecast.normal_quantile(p)
        error = np.sqrt(p * (1 - p) / PATHS) / (np.exp(-z * z / 2) / np.sqrt(2 * np.pi))
        worst = max(worst, np.abs(np.log(found / exact) / deviation / error).max())
    falls = sr.forecast.narrowing_probability(GROWTH[0], GROWTH[1], 0.02, 0.02, 0.4, PERIODS)
    met = sr.forecast.growth_probability(GROWTH, VOLATILITY, BOUND)
    for found, exact in [*zip(result["targets"], met, strict=True), (result["narrowing"], falls)]:
        worst = max(worst, abs(found - exact) / np.sqrt(exact * (1 - exact) / PATHS))
    if not worst < 6:
        raise SystemExit(f"{name}: {worst:.1f} standard errors from the closed forms")


def main() -> None:
    """Measure and print."""
    sets = sr.scenario.instruction_sets()
    contenders: dict[str, Callable[[], dict[str, Any]] | None] = {
        "NumPy, naive": numpy_naive,
        "NumPy, paths": numpy_paths,
        "NumPy, histogram": numpy_histogram(np.random.PCG64),
        "NumPy, histogram SFC64": numpy_histogram(np.random.SFC64),
        "numba": numba_stream(fastest=False),
        "numba SFC64": numba_stream(fastest=True),
    }
    for name in sets:
        for arithmetic in ("reproducible", "fused", "single"):
            contenders[f"{name} {arithmetic}"] = ours(instruction_set=name, arithmetic=arithmetic)
    best = sets[-1]
    contenders[f"{best} 2 threads"] = ours(threads=2)
    runs = {name: run for name, run in contenders.items() if run is not None}
    if contenders["numba"] is None:
        print("numba is not installed: pip install numba to have it beside the others")
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(ROUNDS + 1):
        for name, run in runs.items():
            begun = time.perf_counter()
            result = run()
            took = time.perf_counter() - begun
            if turn == 0:  # the first one warms up, and shows that the work is done
                check(name, result)
            else:
                times[name].append(took)

    def ratio(slow: str, fast: str) -> float:
        return statistics.median(a / b for a, b in zip(times[slow], times[fast], strict=True))

    print(f"{PATHS} paths x {INDICATORS} indicators x {PERIODS} periods; medians of {ROUNDS} rounds, 1 thread")
    peers = ["NumPy, naive", "NumPy, paths", "NumPy, histogram SFC64", "numba", "numba SFC64"]
    peers = [name for name in peers if name in runs]
    print(f"{'':24}{'ms':>8}   times as fast as " + ", ".join(peers))
    for name, series in times.items():
        ratios = "".join(f"{ratio(peer, name):8.2f}" for peer in peers)
        print(f"{name:24}{1e3 * statistics.median(series):8.0f}   {ratios}")

    floors: list[tuple[str, str, str, float]] = []
    if "avx2" in sets:
        for name in ("avx2 reproducible", "avx2 fused"):
            floors += [(name, peer, "at least", floor) for peer, floor in zip(peers, (20, 6.2, 3, 5.2), strict=False)]
        if "numba" in runs:
            floors.append(("avx2 single", "numba", "at least", 10))
    if "avx512" in sets and "numba" in runs:
        floors += [(f"avx512 {name}", "numba", "at least", 8) for name in ("reproducible", "fused")]
    print("\nfloors, of which the machine's other work takes its share")
    for name, peer, word, floor in floors:
        print(f"{name:24}{ratio(peer, name):8.2f} times as fast as {peer}; {word} {floor}")
    print(f"{'2 threads':24}{ratio(f'{best} reproducible', f'{best} 2 threads'):8.2f} times as fast as 1; at least 1.9")
    for name in sets:
        cost = ratio(f"{name} reproducible", f"{name} fused") - 1
        print(f"{name + ' reproducible':24}{100 * cost:8.1f} % more time than fused; at most 15 %")


if __name__ == "__main__":
    main()
