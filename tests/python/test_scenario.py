"""Scenarios in Python: labels, merging, progress, interruption, and agreement with closed forms."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report import _progress_bar

INF = float("inf")
START = {"urban": 77400, "rural": 43200, "gdp": sr.Quantity("745", "亿元")}
GROWTH = {"urban": 0.063, "rural": 0.068, "gdp": sr.Quantity("7.0", "%")}
VOLATILITY = {"gdp": 0.02, "rural": 0.015, "urban": 0.012}
TARGETS = {
    "gdp": sr.ScenarioTarget("growth", "gdp", 2024, lower=0.07),
    "ratio": sr.ScenarioTarget("ratio", None, 2027, upper=1.76),
}
QUESTIONS: dict[str, Any] = {
    "ratio": ("urban", "rural"),
    "targets": TARGETS,
    "passages": {"1.75": sr.ScenarioPassage("ratio", None, 1.75), "900": sr.ScenarioPassage("level", "gdp", 900, True)},
    "year": 2023,
}


def future(paths: int = 4000, **options: Any) -> sr.Scenario:
    return sr.simulate(
        START, GROWTH, VOLATILITY, periods=5, correlation=0.5, paths=paths, **(QUESTIONS | {"seed": 3} | options)
    )


def kept(paths: int = 4000, **options: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    return sr.scenario.simulate_paths(
        START, GROWTH, VOLATILITY, periods=5, correlation=0.5, paths=paths, **({"seed": 3} | options)
    )


def test_tables_are_labelled_and_those_of_the_paths() -> None:
    scenario, paths = future(), kept()
    assert paths.shape == (4000, 3, 6)
    assert scenario.series == ["urban", "rural", "gdp", "ratio"]
    assert scenario.periods == [2024, 2025, 2026, 2027, 2028]
    levels = np.concatenate([paths, paths[:, :1] / paths[:, 1:2]], axis=1)[:, :, 1:]
    for table, exact, tolerance in [
        (scenario.mean(), levels.mean(axis=0), 1e-8),
        (scenario.sd(), levels.std(axis=0, ddof=1), 1e-5),
        (scenario.log_mean(), np.log(levels).mean(axis=0), 1e-12),
        (scenario.log_sd(), np.log(levels).std(axis=0, ddof=1), 1e-7),
        (scenario.lowest(), levels.min(axis=0), 1e-12),
        (scenario.highest(), levels.max(axis=0), 1e-12),
    ]:
        assert list(table.columns) == scenario.series
        assert list(table.index) == scenario.periods
        assert table.index.name == "year"
        np.testing.assert_allclose(table.to_numpy(), exact.T, rtol=tolerance)
    lower, upper = scenario.quantile_bounds(0.1)
    exact = np.quantile(levels, 0.1, axis=0, method="inverted_cdf").T
    assert ((lower.to_numpy() <= exact) & (exact <= upper.to_numpy())).all()
    quantiles = scenario.quantiles([0.1, 0.5])
    assert list(quantiles.columns[:3]) == [("urban", 0.1), ("urban", 0.5), ("rural", 0.1)]
    assert (quantiles.xs(0.1, axis=1, level=1) <= upper).all(axis=None)
    median = scenario.median_path()
    assert list(median.index) == [2023, *scenario.periods]
    assert median.loc[2028, "gdp"] == pytest.approx(sr.growth.compound(745, 0.07, 5), rel=1e-13)


def test_quantiles_are_those_of_inverted_cdf() -> None:
    few = {"paths": 7, "seed": 11}
    levels = sr.scenario.simulate_paths([100.0], 0.05, 0.02, periods=2, **few)[:, 0, 1:]
    scenario = sr.simulate([100.0], 0.05, 0.02, periods=2, **few)
    gaps = np.diff(np.sort(levels, axis=0), axis=0).min()
    for p in (0.0, 0.1, 0.3, 0.5, 0.65, 0.9, 1.0):
        lower, upper = (bound.to_numpy()[:, 0] for bound in scenario.quantile_bounds(p))
        assert (upper - lower).max() < gaps
        found = scenario.quantiles([p]).to_numpy()[:, 0]
        expected = np.quantile(levels, p, axis=0, method="inverted_cdf")
        assert (np.abs(found - expected) <= upper - lower).all()
    # Between two paths other methods are far from it.
    for method in ("linear", "hazen", "weibull", "median_unbiased"):
        other = np.quantile(levels, 0.65, axis=0, method=method)  # type: ignore[call-overload]
        lower, upper = (bound.to_numpy()[:, 0] for bound in scenario.quantile_bounds(0.65))
        assert ((other < lower) | (upper < other)).any()


@pytest.mark.parametrize("antithetic", [False, True])
def test_the_standard_error_of_the_mean_is_the_spread_of_means(antithetic: bool) -> None:
    volatility, periods, paths = 0.15, 4, 2000
    runs = [
        sr.simulate(
            [100.0], 0.05, volatility, periods=periods, paths=paths, first_path=i * paths, antithetic=antithetic
        )
        for i in range(400)
    ]
    means = np.array([run.mean().iloc[-1, 0] for run in runs])
    errors = np.array([run.standard_error_of_mean().iloc[-1, 0] for run in runs])
    # Closed forms: a lognormal level, of which pairs have the mean exp(mu) cosh(x).
    mu, variance = np.log(100 * 1.05**periods), periods * volatility**2
    exact = np.exp(mu + variance / 2)
    if antithetic:
        spread = np.exp(mu) * np.sqrt((np.exp(2 * variance) + 1) / 2 - np.exp(variance)) / np.sqrt(paths / 2)
    else:
        spread = exact * np.sqrt(np.expm1(variance)) / np.sqrt(paths)
    assert errors.mean() == pytest.approx(spread, rel=0.02)
    assert means.std(ddof=1) == pytest.approx(spread, rel=5 / np.sqrt(2 * len(runs)))
    assert abs(means.mean() - exact) < 5 * spread / np.sqrt(len(runs))


def test_student_t_shocks_have_no_mean_but_quantiles() -> None:
    scenario = sr.simulate([100.0], 0.05, 0.02, periods=2, shocks="student_t", degrees_of_freedom=5, paths=2000)
    for statistic in (scenario.mean, scenario.sd, scenario.standard_error_of_mean):
        with pytest.raises(sr.DomainError, match=r"no finite mean.*median_path, quantiles, log_mean and log_sd"):
            statistic()
    median = scenario.median_path().iloc[1:, 0].to_numpy()
    assert scenario.quantiles([0.5]).to_numpy()[:, 0] == pytest.approx(median, rel=0.005)
    assert scenario.log_mean().iloc[:, 0].to_numpy() == pytest.approx(np.log(median), abs=0.005)
    assert scenario.log_sd().iloc[0, 0] == pytest.approx(0.02, rel=0.15)


def test_volatility_is_that_of_the_innovation() -> None:
    persistence, volatility = 0.6, 0.02
    paths = sr.scenario.simulate_paths([1.0], 0.03, volatility, periods=30, persistence=persistence, paths=20_000)
    growth = np.diff(np.log(paths[:, 0]), axis=1).std(axis=0, ddof=1)
    assert growth[0] == pytest.approx(volatility, rel=0.03)
    assert growth[-1] == pytest.approx(volatility / np.sqrt(1 - persistence**2), rel=0.03)


def test_single_arithmetic_draws_other_paths_of_the_same_distribution() -> None:
    double, single = (kept(20_000, arithmetic=arithmetic)[:, :2, 1] for arithmetic in ("reproducible", "single"))
    assert abs(np.corrcoef(double[:, 0], single[:, 0])[0, 1]) < 5 / np.sqrt(20_000)
    np.testing.assert_allclose(np.log(single).std(axis=0), np.log(double).std(axis=0), rtol=0.05)
    np.testing.assert_allclose(np.log(single).mean(axis=0), np.log(double).mean(axis=0), rtol=1e-4)


def test_probabilities_are_those_of_the_paths() -> None:
    scenario, paths = future(), kept()
    ratio = paths[:, 0] / paths[:, 1]
    growth = paths[:, 2, 1] / paths[:, 2, 0] >= 1.07
    target = ratio[:, 4] <= 1.76
    falls = (np.diff(ratio, axis=1) < 0).all(axis=1)
    table = scenario.probabilities()
    assert list(table.index) == ["gdp", "ratio", "all targets", "ratio falls every period"]
    expected = [growth.mean(), target.mean(), (growth & target).mean(), falls.mean()]
    assert table.probability.tolist() == pytest.approx(expected, abs=1e-12)
    assert scenario.probability("gdp") == tuple(table.loc["gdp"])
    conditional = scenario.probability("ratio falls every period", given="ratio")
    assert conditional.value == pytest.approx((falls & target).sum() / target.sum())
    assert scenario.narrowing().probability.tolist() == pytest.approx((np.diff(ratio, axis=1) < 0).mean(axis=0))
    passed = np.logical_or.accumulate(ratio <= 1.75, axis=1).mean(axis=0)
    assert scenario.passed("1.75").probability.tolist() == pytest.approx(passed)
    assert list(scenario.passed("900").index) == [2023, *scenario.periods]
    with pytest.raises(KeyError, match="'gap' is none of 'gdp'"):
        scenario.probability("gap")
    with pytest.raises(KeyError, match=r"'gap' is none of '1\.75'"):
        scenario.passed("gap")


@settings(max_examples=20)
@given(st.integers(1, 999), st.integers(1, 4), st.sampled_from(sr.scenario.instruction_sets()))
def test_parts_merge_to_the_whole(cut: int, threads: int, instructions: Any) -> None:
    parts = [
        future(cut, threads=threads),
        future(1000 - cut, first_path=cut, instruction_set=instructions),
    ]
    merged = pickle.loads(pickle.dumps(parts[1])).merge(parts[0])
    assert merged == future(1000)
    assert hash(merged) == hash(future(1000))
    assert merged.ranges == [(0, 1000)]


def test_pickles_and_compares() -> None:
    scenario = future(500)
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert scenario != future(500, seed=4)
    assert repr(scenario) == "<Scenario: 500 paths of 3 indicators over 5 periods, seed 3>"
    with pytest.raises(sr.DomainError, match="both hold path 0"):
        scenario.merge(scenario)
    with pytest.raises(ValueError, match="same labels"):
        scenario.merge(future(500, first_path=500, year=None, targets={}))


def test_pickles_do_not_fit_when_they_are_broken() -> None:
    state = list(future(100)._core.__getstate__())
    state[10] = state[10][:-1]
    broken = sr._core.Scenario.__new__(sr._core.Scenario)
    with pytest.raises(sr.DomainError, match="do not fit together"):
        broken.__setstate__(tuple(state))


def test_inputs_may_be_labelled_in_many_ways() -> None:
    names = list(START)
    whole = future(100)
    levels = [77400, 43200, sr.Interval(744.5, 745.5)]
    rates = [0.063, 0.068, 0.07]
    for start, growth, volatility, correlation in [
        (dict(zip(names, levels, strict=True)), rates, [0.012, 0.015, 0.02], np.full((3, 3), 0.5) + np.eye(3) / 2),
        (
            pd.Series(levels, names),
            pd.Series(rates, names)[::-1],
            pd.DataFrame([[0.02, 0.012, 0.015]] * 5, columns=["gdp", "urban", "rural"]),
            pd.DataFrame(np.full((3, 3), 0.5) + np.eye(3) / 2, index=names, columns=names),
        ),
    ]:
        other = sr.simulate(
            start, growth, volatility, periods=5, correlation=correlation, paths=100, seed=3, **QUESTIONS
        )
        assert other.probabilities().equals(whole.probabilities())
        assert other.mean().equals(whole.mean())


def test_closed_forms_and_simulation_agree() -> None:
    for seed in range(4):
        scenario = sr.simulate(
            [77400, 43200],
            [0.063, 0.068],
            [0.01, 0.012],
            periods=5,
            correlation=0.6,
            ratio=(0, 1),
            targets={"1.75": sr.ScenarioTarget("ratio", None, 5, upper=1.75)},
            paths=20_000,
            seed=seed,
        )
        for outcome, exact in [
            ("1.75", sr.forecast.ratio_probability(77400 / 43200, 0.063, 0.068, 0.01, 0.012, 0.6, 1.75, 5)),
            ("ratio falls every period", sr.forecast.narrowing_probability(0.063, 0.068, 0.01, 0.012, 0.6, 5)),
        ]:
            value, error = scenario.probability(outcome)
            assert abs(value - exact) < 5 * error  # a chance of 6e-7
        for p in (0.05, 0.5, 0.95):
            exact = sr.forecast.level_quantile([77400, 43200], [0.063, 0.068], [0.01, 0.012], 5, p)
            found = scenario.quantiles([p]).loc[5].to_numpy()[:2]
            assert found == pytest.approx(exact, rel=5 * 0.012 * np.sqrt(5) * 2.2 / np.sqrt(20_000))


def test_shocks_of_other_kinds() -> None:
    errors = pd.DataFrame({"b": [0.01, -0.02, 0.0], "a": [0.0, 0.01, -0.01]})
    paths = sr.scenario.simulate_paths({"a": 1, "b": 1}, 0.0, periods=1, shocks="resampled", errors=errors, paths=300)
    rows = {tuple(row) for row in np.log(paths[:, :, 1]).round(6)}
    assert rows == {(0.0, 0.01), (0.01, -0.02), (-0.01, 0.0)}
    student = sr.simulate([1.0], 0, 0.01, periods=1, shocks="student_t", degrees_of_freedom=3, paths=20_000)
    normal = sr.simulate([1.0], 0, 0.01, periods=1, paths=20_000)
    assert student.highest().iloc[0, 0] > normal.highest().iloc[0, 0]


@pytest.mark.parametrize("instructions", sr.scenario.instruction_sets())
def test_paths_have_the_bits_that_they_have_in_cpp(instructions: Any) -> None:
    paths = sr.scenario.simulate_paths(
        {"urban": 77400, "rural": sr.Interval(43150, 43250), "gdp": 745},
        [0.063, 0.068, 0.07],
        [0.012, 0.015, 0.02],
        periods=5,
        correlation=[[1, 0.7, 0.5], [0.7, 1, 0.4], [0.5, 0.4, 1]],
        persistence=0.3,
        paths=300,
        first_path=1000,
        seed=20240101,
        instruction_set=instructions,
    )
    digest = 14695981039346656037
    for word in paths.view(np.uint64).ravel().tolist():
        digest = ((digest ^ word) * 1099511628211) % 2**64
    assert digest == 10108336881986562668  # written down in scenario_test.cpp too


def test_kept_paths_go_into_an_array() -> None:
    out = np.empty((50, 3, 6))
    assert kept(50, out=out) is out
    assert (out == kept(50)).all()
    assert (kept(20, first_path=30) == out[30:]).all()
    with pytest.raises(ValueError, match="shape"):
        kept(51, out=out)
    with pytest.raises(TypeError, match="out"):
        kept(50, out=out[:, :, ::-1])
    with pytest.raises(sr.DomainError, match="bytes"):
        kept(10**12)
    with pytest.raises(sr.DomainError, match="more than 1000"):
        kept(50, most_bytes=1000)


BAD: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"start": [1, float("nan")]}, sr.DomainError, "start.*nan"),
    ({"start": [1, -2]}, sr.DomainError, r"start\[1\]"),
    ({"start": ["a", 2]}, TypeError, "start"),
    ({"start": 5}, TypeError, "start"),
    ({"growth": "ab"}, TypeError, "growth"),
    ({"growth": [0.1, float("nan")]}, sr.DomainError, r"growth\[0, 1\] = nan"),
    ({"growth": {"a": 1}}, ValueError, "growth lacks 0"),
    ({"growth": [True, False]}, TypeError, "growth"),
    ({"volatility": [0.1, float("nan")]}, sr.DomainError, "volatility"),
    ({"volatility": np.zeros((2, 2, 2))}, ValueError, "volatility has 3 dimensions"),
    ({"correlation": [[1, 0.5], [0.4, 1]]}, sr.DomainError, "symmetric"),
    ({"correlation": 1.5}, sr.DomainError, "between -1 and 1"),
    ({"correlation": float("nan")}, sr.DomainError, "between -1 and 1"),
    ({"start": [100], "correlation": 2}, sr.DomainError, "correlation = 2 must lie between -1 and 1"),
    ({"correlation": [[1, 0.5], [0.5, 2]]}, sr.DomainError, r"correlation\[1, 1\] = 2 must be 1"),
    ({"periods": 0}, sr.DomainError, "periods"),
    ({"periods": 2.5}, TypeError, "periods: needs a whole number"),
    ({"shocks": "uniform"}, ValueError, "'uniform' is none of 'normal'"),
    ({"ratio": (0, 2)}, ValueError, "ratio: 2 is none of 0, 1"),
    ({"targets": {"x": sr.ScenarioTarget("growth", 7, 1)}}, ValueError, "targets: 'x'"),
    ({"targets": {"x": sr.ScenarioTarget("growth", 1, 9)}}, sr.DomainError, "period"),
    ({"targets": {"all targets": sr.ScenarioTarget("growth", 1, 1)}}, ValueError, "name of an outcome"),
    ({"seed": -1}, sr.DomainError, "seed"),
    ({"paths": 0}, sr.DomainError, "paths"),
    ({"paths": 10**30}, sr.DomainError, "paths"),
    ({"threads": 0}, sr.DomainError, "threads"),
    ({"instruction_set": "mmx"}, ValueError, "mmx"),
]


@pytest.mark.parametrize(("change", "error", "message"), BAD, ids=[next(iter(change)) for change, _, _ in BAD])
def test_bad_input_is_refused(change: dict[str, Any], error: type[Exception], message: str) -> None:
    arguments: dict[str, Any] = {"start": [100, 50], "growth": 0.05, "volatility": 0.02, "periods": 3, "paths": 2**50}
    with pytest.raises(error, match=message):
        sr.simulate(**(arguments | change), progress=lambda done, total: pytest.fail("this has begun to work"))


def test_covariances_have_no_nearest_correlation() -> None:
    with pytest.raises(sr.DomainError, match=r"nearest_correlation: correlation\[0, 0\] = 4 must be 1: divide"):
        sr.scenario.nearest_correlation([[4, 1], [1, 1]])


def test_closed_forms_take_no_intervals() -> None:
    with pytest.raises(TypeError, match="not intervals"):
        sr.forecast.growth_probability(sr.Interval(0.06, 0.07), 0.02, 0.07)  # type: ignore[call-overload]


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    future(300_000, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][1] == 300_000
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_bar_is_drawn_in_a_terminal_and_goes_again() -> None:
    import pty

    program = "import sys, shengzhou_report as sr\n"
    program += "sr.simulate([100.0] * 16, 0.05, 0.02, periods=60, correlation=0.3, paths=400_000, threads=1)"
    master, slave = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=slave, env=environment)
    os.close(slave)
    drawn = b""
    # Reading the end of a pseudo-terminal whose other side is closed is an error on Linux.
    with contextlib.suppress(OSError):
        while chunk := os.read(master, 4096):
            drawn += chunk
    os.close(master)
    out, _ = process.communicate()
    assert process.returncode == 0
    assert b"simulating" in drawn
    assert b"400000" in drawn
    # The last thing is to erase the line.
    assert drawn.rstrip().endswith(b"\x1b[2K")
    assert out == b""


def test_a_program_that_imports_a_kernel_is_none() -> None:
    pytest.importorskip("ipykernel")
    assert not _progress_bar._is_in_kernel()


def test_a_bar_is_drawn_in_jupyter() -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    source = """
import shengzhou_report as sr
from IPython.display import DisplayHandle
shown = []
DisplayHandle.update = lambda handle, data, **options: shown.append(data["text/html"])
future = sr.simulate([1.0] * 16, 0.05, 0.02, periods=60, paths=200_000, threads=1, progress=True)
print(*shown, sep="\\n")
"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    first, printed = notebook.cells[0].outputs
    assert first.data["text/plain"] == "simulating 0 of 200,000 paths"
    bars = printed.text.split("\n")[:-1]
    assert all(bar.startswith("<progress value=") for bar in bars[:-1])
    assert bars[-1] == ""


def test_an_error_in_progress_stops_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        future(2**50, progress=stop)


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
@pytest.mark.parametrize("threads", [1, 2])
def test_an_interrupt_stops_the_work_within_a_fifth_of_a_second(threads: int) -> None:
    program = f"""
import time, shengzhou_report as sr
print("ready", flush=True)
try:
    sr.simulate([100.0] * 64, 0.05, 0.02, periods=60, correlation=0.3, paths=2**50, threads={threads})
except KeyboardInterrupt:
    print(time.time(), flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(1.0)
    sent = time.time()
    process.send_signal(signal.SIGINT)
    stopped = float(process.stdout.readline())
    assert process.wait(timeout=30) == 0
    process.stdout.close()
    assert stopped - sent < 0.2


def test_other_threads_run_meanwhile() -> None:
    counted = 0
    running = True

    def count() -> None:
        nonlocal counted
        while running:
            counted += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    future(4_000_000, threads=1)
    running = False
    thread.join()
    # Without the release of the interpreter lock it would hardly count before the call, and not at all within.
    assert counted > 10


def test_memory_stays_small() -> None:
    resource = pytest.importorskip("resource")
    program = """
import resource, sys, shengzhou_report as sr
import numpy
def run(paths):
    sr.simulate([100.0] * 64, 0.05, 0.02, periods=60, paths=paths, ratio=(0, 1))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
run(20_000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    del resource
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    kibibytes = int(result.stdout) / (1024 if sys.platform == "darwin" else 1)
    assert kibibytes < 64 * 1024
