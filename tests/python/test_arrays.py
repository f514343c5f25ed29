"""How arrays and pandas objects pass through the functions of numbers; `compound` and others stand for all of them."""

from __future__ import annotations

import sys
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pandas as pd
import pytest
import stubs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import shengzhou_report as sr
from shengzhou_report import _core

#: Every formula and the names of its parameters.
ELEMENTWISE = {
    function: tuple(parameter for parameter, _ in _core.formulas[name])
    for module in (getattr(sr, family) for family in stubs.MODULES)
    for name, function in vars(module).items()
    if name in _core.formulas and function.__module__ == module.__name__
}
CROSSINGS = {
    sr.growth.periods_to_reach: ("start", "end", "rate"),
    sr.growth.doubling_time: ("rate", "times"),
    sr.income_gap.years_to_ratio: ("ratio", "urban_growth", "rural_growth", "target"),
    sr.income_gap.gap_peak: ("urban", "rural", "urban_growth", "rural_growth"),
    sr.income_gap.gap_close: ("urban", "rural", "urban_growth", "rural_growth"),
    sr.income_gap.ratio_half_life: ("ratio", "urban_growth", "rural_growth"),
}
every_function = pytest.mark.parametrize("function", [*ELEMENTWISE, *CROSSINGS], ids=lambda f: f.__name__)
elementwise = pytest.mark.parametrize("function", ELEMENTWISE, ids=lambda f: f.__name__)


def samples(names: tuple[str, ...], n: int) -> dict[str, np.ndarray]:
    """n sensible values of each parameter, told by its name."""
    rng = np.random.default_rng(1)
    out = {}
    for name in names:
        low, high = 100.0, 200.0
        rates = {"rate", "nominal", "real", "rate_a", "rate_b", "bound", "carry_over"}
        if "growth" in name or "volatility" in name or "_on_" in name or name in rates:
            low, high = 0.01, 0.1
        elif name == "annual_target" and "ytd_growth" in names:
            low, high = 0.05, 0.08
        elif name in {
            "ytd_share",
            "share",
            "urban_weight",
            "urban_weight_end",
            "urban_share",
            "probability",
            "share_end",
            "coverage",
        }:
            low, high = 0.3, 0.5
        elif name == "correlation":
            low, high = -0.5, 0.5
        elif name == "overall":
            low, high = 200.0, 300.0
        elif name in {"periods", "years", "periods_per_year"}:
            low, high = 1.0, 9.0
        elif name in {"ratio", "target", "times"} and "current" not in names:
            low, high = 1.5, 2.5
        elif name in {"whole_end", "urban", "ytd", "upper", "whole", "reference_whole", "population"}:
            low, high = 300.0, 400.0
        out[name] = rng.uniform(low, high, n)
    return out


# --- which form answers


@elementwise
def test_arrays_give_what_numbers_give_one_by_one(function: Any) -> None:
    columns = samples(ELEMENTWISE[function], 700)
    result = function(**columns)
    assert result.dtype == np.float64
    one_by_one = [function(*map(float, row)) for row in zip(*columns.values(), strict=True)]
    np.testing.assert_array_equal(result, one_by_one)


@pytest.mark.parametrize("function", CROSSINGS, ids=lambda f: f.__name__)
def test_crossings_of_arrays_are_those_of_numbers_one_by_one(function: Any) -> None:
    columns = samples(CROSSINGS[function], 300)
    result = function(**columns)
    for i, row in enumerate(zip(*columns.values(), strict=True)):
        one = function(*map(float, row))
        for field in result._fields:
            expected = getattr(one, field)
            assert getattr(result, field)[i] == (np.inf if expected is None else expected)


@every_function
def test_numbers_give_numbers_of_python(function: Any) -> None:
    names = (ELEMENTWISE | CROSSINGS)[function]
    row = {name: values[0] for name, values in samples(names, 1).items()}
    if function in ELEMENTWISE:
        assert type(function(**row)) is float
    assert function(**row) == function(*(np.float64(value) for value in row.values()))


@pytest.mark.parametrize("number", [2, np.int8(2), np.uint64(2), np.float32(2.0), np.float64(2.0), 2.0])
def test_every_kind_of_number_is_a_number(number: Any) -> None:
    assert sr.growth.compound(number, 0.5) == 3.0


@pytest.mark.parametrize("value", [[2, 3], (2.0, 3.0), range(2, 4), np.array([2, 3]), pd.Index([2, 3])])
def test_sequences_are_arrays(value: Any) -> None:
    np.testing.assert_array_equal(sr.growth.compound(value, 0.5), [3.0, 4.5])


ANY = st.one_of(
    st.floats(),
    st.sampled_from([0.0, -0.0, -1.0, 1.0, np.nan, np.inf, -np.inf, 5e-324, 1.7976931348623157e308, -1 + 2**-53]),
)


PLANS_AND_PRICES = {f"shengzhou_report.{name}" for name in ("prices", "contributions", "plan", "intensity", "per_head")}
BOUNDED = [function for function in ELEMENTWISE if function.__module__ in PLANS_AND_PRICES]


@pytest.mark.parametrize("function", BOUNDED, ids=lambda f: f.__name__)
@given(data=st.data())
def test_any_numbers_give_a_finite_result_or_a_domain_error(function: Any, data: st.DataObject) -> None:
    arguments = data.draw(st.tuples(*[ANY] * len(ELEMENTWISE[function])))
    with sr.growth.large_rates():
        try:
            result = function(*arguments)
        except sr.DomainError:
            with pytest.raises(sr.DomainError, match=r"\(element 0\)$"):
                function(*([argument] for argument in arguments))
        else:
            assert np.isfinite(result)
            assert function(*([argument] for argument in arguments))[0] == result


# --- broadcasting and memory layout


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ((3,), ()),
        ((2, 3), (3,)),
        ((2, 1), (1, 3)),
        ((4, 1, 3), (2, 1)),
        ((1, 1), (1,)),
        ((), ()),
        ((0,), ()),
        ((0,), (1,)),
        ((3, 0), (3, 1)),
        ((1,), (5,)),
    ],
    ids=str,
)
def test_arrays_broadcast_as_in_numpy(value: tuple[int, ...], rate: tuple[int, ...]) -> None:
    values = np.arange(1.0, 1 + np.prod(value, dtype=int)).reshape(value)
    rates = np.arange(np.prod(rate, dtype=int)).reshape(rate) / 8
    result = sr.growth.compound(values, rates)
    expected = values * (1 + rates)
    assert result.shape == expected.shape
    np.testing.assert_array_equal(result, expected)


def test_shapes_that_do_not_broadcast_are_named() -> None:
    with pytest.raises(ValueError, match=r"value \(2,\), rate \(3,\), periods \(\)"):
        sr.growth.compound([1, 2], [0.1, 0.2, 0.3])
    with pytest.raises(ValueError, match=r"ratio \(2,\).*target \(3,\)"):
        sr.income_gap.years_to_ratio([1.8, 1.9], 0.06, 0.07, [1.5, 1.6, 1.7])


BASE = np.arange(1.0, 25.0).reshape(4, 6)
LAYOUTS = {
    "c": BASE,
    "fortran": np.asfortranarray(BASE),
    "transposed": BASE.T,
    "reversed": BASE[::-1, ::-1],
    "strided": BASE[::2, 1::3],
    "broadcast": np.broadcast_to(BASE[0], (4, 6)),
    "float32": BASE.astype(np.float32),
    "float16": BASE.astype(np.float16),
    "longdouble": BASE.astype(np.longdouble),
    "big_endian": BASE.astype(">f8"),
    "int64": BASE.astype(np.int64),
    "uint8": BASE.astype(np.uint8),
    "field": np.array([(1, 2.0), (3, 4.0)], dtype=[("a", "i1"), ("b", "f8")])["b"],
}


def read_only() -> np.ndarray:
    array = BASE.copy()
    array.flags.writeable = False
    return array


@pytest.mark.parametrize("array", [*LAYOUTS.values(), read_only()], ids=[*LAYOUTS, "read_only"])
def test_every_layout_and_type_of_number(array: np.ndarray) -> None:
    before = array.copy()
    result = sr.growth.compound(array, 0.5)
    assert result.shape == array.shape
    np.testing.assert_array_equal(result, array.astype(np.float64) * 1.5)
    np.testing.assert_array_equal(array, before)


@given(hnp.mutually_broadcastable_shapes(num_shapes=3, max_dims=3, max_side=4), st.data())
def test_broadcasting_of_any_shapes(shapes: Any, data: Any) -> None:
    value, rate, periods = (
        data.draw(hnp.arrays(np.float64, shape, elements=st.floats(low, high)))
        for shape, (low, high) in zip(shapes.input_shapes, [(0, 10), (-0.5, 0.5), (2, 3)], strict=True)
    )
    result = sr.growth.compound(value, rate, periods)
    assert np.shape(result) == shapes.result_shape
    np.testing.assert_allclose(result, value * (1 + rate) ** periods, rtol=1e-13)


# --- what is refused


class NotNumbers:
    """Cases of the next test; a class so that the list reads as one."""

    values = (
        "745",
        None,
        True,
        1j,
        b"745",
        ["745"],
        [None, 1.0],
        [True, False],
        [1j],
        {"a": 1},
        {1, 2},
        np.array(["1"]),
        np.array([1, "a"], dtype=object),
        np.array([True]),
        np.array(["2024"], dtype="datetime64[Y]"),
        np.array([1], dtype="timedelta64[D]"),
        np.ma.masked_array([1.0, 2.0], mask=[True, False]),
        np.ma.masked_array([1.0, 2.0]),
        pd.Series(["1", "2"]),
        pd.Series([True, False]),
        pd.Series([True, None], dtype="boolean"),
        pd.Series([1, 2], dtype="category"),
        pd.Series(pd.to_datetime(["2024-01-01"])),
        pd.DataFrame({"a": [1.0], "b": ["x"]}),
        pd.Index(["a"]),
        [[1.0, 2.0], [3.0]],
        object(),
    )


@pytest.mark.parametrize("value", NotNumbers.values, ids=lambda value: f"{type(value).__name__}-{str(value)[:12]!r}")
def test_what_holds_no_numbers_is_a_type_error_that_names_the_argument(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^rate: "):
        sr.growth.compound(745, value)
    with pytest.raises(TypeError, match=r"^value: "):
        sr.growth.compound(value, [0.1])


@every_function
def test_every_function_names_its_arguments(function: Any) -> None:
    names = (ELEMENTWISE | CROSSINGS)[function]
    row = {name: values[0] for name, values in samples(names, 1).items()}
    for name in names:
        with pytest.raises(TypeError, match=f"^{name}: "):
            function(**row | {name: "1"})
        with pytest.raises(sr.DomainError, match=f"{name} = nan") as info:
            function(**row | {name: float("nan")})
        assert "element" not in str(info.value)
        with pytest.raises(sr.DomainError, match=rf"{name} = nan.*\(element 300\)"):
            function(**row | {name: np.where(np.arange(301) == 300, np.nan, row[name])})


@pytest.mark.parametrize(
    ("function", "names"),
    [(f, names) for f, names in (ELEMENTWISE | CROSSINGS).items() if len(names) > 1],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_intervals_and_arrays_do_not_mix(function: Any, names: tuple[str, ...]) -> None:
    row: dict[str, Any] = {name: values[0] for name, values in samples(names, 1).items()}
    row |= {names[0]: [row[names[0]]], names[1]: sr.Interval(row[names[1]])}
    with pytest.raises(TypeError, match=f"^{names[1]}: .*Interval"):
        function(**row)


def test_a_number_too_large_for_a_double_is_named() -> None:
    with pytest.raises(TypeError, match=r"^value: "):
        sr.growth.compound(10**400, 0.1)


# --- pandas


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64", "Float64", "Int64", "UInt8", "Sparse[float]"])
def test_labels_come_back(dtype: str) -> None:
    series = pd.Series([2, 4], index=["甲", "乙"], name="GDP").astype(dtype)
    expected = pd.Series([3.0, 6.0], index=["甲", "乙"], name="GDP")
    pd.testing.assert_series_equal(sr.growth.compound(series, 0.5), expected)
    frame = pd.DataFrame({"a": series, "b": series})
    pd.testing.assert_frame_equal(sr.growth.compound(frame, 0.5), pd.DataFrame({"a": expected, "b": expected}))


@pytest.mark.parametrize("missing", [pd.Series([1.0, None]), pd.Series([1, None], dtype="Int64")], ids=["nan", "NA"])
def test_missing_values_raise(missing: pd.Series) -> None:
    with pytest.raises(sr.DomainError, match=r"value = nan .*\(element 1\)"):
        sr.growth.compound(missing, 0.1)


@pytest.mark.parametrize(
    ("first", "second", "name"), [("a", "a", "a"), ("a", "b", None), ("a", None, None), (None, None, None)]
)
def test_the_name_stays_where_all_agree(first: str | None, second: str | None, name: str | None) -> None:
    result = sr.growth.growth_rate(pd.Series([1.0], name=first), pd.Series([2.0], name=second))
    assert result.name == name
    assert sr.growth.growth_rate(pd.Series([1.0], name=first), 2).name == first


@pytest.mark.parametrize("function", [sr.growth.growth_rate, sr.income_gap.income_ratio])
@pytest.mark.parametrize("other", [["b", "a"], ["a", "c"], ["a"]], ids=str)
def test_labels_that_differ_raise(function: Any, other: list[str]) -> None:
    first = pd.Series([1.0, 2.0], index=["a", "b"])
    second = pd.Series([1.0, 2.0][: len(other)], index=other)
    with pytest.raises(ValueError, match="different labels"):
        function(first, second)
    with pytest.raises(ValueError, match="different labels"):
        function(first, second, out=np.empty(2))
    with pytest.raises(ValueError, match="different labels"):
        function(pd.DataFrame({"x": first}), pd.DataFrame({"y": first}))


def test_series_and_frames_do_not_mix() -> None:
    series = pd.Series([1.0])
    with pytest.raises(TypeError, match=r"end: start is a Series"):
        sr.growth.growth_rate(series, pd.DataFrame({"a": series}))


def test_crossings_keep_labels_too() -> None:
    index = pd.Index(["甲", "乙"], name="place")
    result = sr.growth.doubling_time(pd.Series([0.07, -0.01], index=index))
    assert result.periods.index.equals(index)
    assert list(result.reach) == ["reached", "never"]
    assert result.periods["乙"] == np.inf
    peak = sr.income_gap.gap_peak(
        pd.Series([200.0, 200.0], index=index), 100, 0.05, pd.Series([0.06, 0.05], index=index)
    )
    assert list(peak.reach) == ["reached", "never"]
    assert peak.year["乙"] == np.inf


def test_a_series_is_one_of_its_own_kind() -> None:
    class Own(pd.Series):
        pass

    assert type(sr.growth.compound(Own([1.0]), 0.1)) is Own


# --- out=


@elementwise
def test_out_takes_the_result_and_is_returned(function: Any) -> None:
    columns = samples(ELEMENTWISE[function], 7)
    out = np.empty(7)
    assert function(**columns, out=out) is out
    np.testing.assert_array_equal(out, function(**columns))


def test_out_may_be_an_argument() -> None:
    values = np.arange(1.0, 1000.0)
    expected = values * 1.5
    sr.growth.compound(values, 0.5, out=values)
    np.testing.assert_array_equal(values, expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [(slice(0, -1), slice(1, None)), (slice(1, None), slice(0, -1)), (slice(0, 1), slice(0, None))],
    ids=["behind", "ahead", "first"],
)
def test_out_may_overlap_an_argument(source: slice, target: slice) -> None:
    memory = np.arange(1.0, 1001.0)
    expected = np.broadcast_to(memory[source] * 1.5, memory[target].shape).copy()
    rates = np.full(memory[target].shape, 0.5)
    sr.growth.compound(memory[source], rates, out=memory[target])
    np.testing.assert_array_equal(memory[target], expected)


def test_out_may_overlap_a_reversed_argument() -> None:
    memory = np.arange(1.0, 1001.0)
    expected = memory[::-1] * 1.5
    sr.growth.compound(memory[::-1], 0.5, out=memory)
    np.testing.assert_array_equal(memory, expected)


def test_out_of_a_series_stays_an_array() -> None:
    out = np.empty(2)
    assert sr.growth.compound(pd.Series([2.0, 4.0]), 0.5, out=out) is out
    np.testing.assert_array_equal(out, [3.0, 6.0])


@pytest.mark.parametrize(
    "out",
    [
        [0.0, 0.0],
        np.empty(2, np.float32),
        np.empty(2, np.int64),
        np.empty(4)[::2],
        np.empty(2)[::-1],
        np.ma.masked_array([0.0, 0.0]),
        pd.Series([0.0, 0.0]),
        np.broadcast_to(0.0, 2),
    ],
    ids=lambda out: type(out).__name__,
)
def test_out_must_be_plain_memory(out: Any) -> None:
    with pytest.raises(TypeError, match=r"^out: "):
        sr.growth.compound([1.0, 2.0], 0.5, out=out)


@pytest.mark.parametrize("shape", [(3,), (1, 2), (2, 1), ()])
def test_out_must_have_the_shape_of_the_result(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="out has shape"):
        sr.growth.compound([1.0, 2.0], 0.5, out=np.empty(shape))


@pytest.mark.parametrize("value", [1.0, sr.Interval(1, 2)])
def test_out_is_for_arrays_alone(value: Any) -> None:
    with pytest.raises(TypeError, match="out"):
        sr.growth.compound(value, 0.5, out=np.empty(1))


# --- no copies, no GIL


def peak_of(call: Any) -> int:
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "value",
    [np.ones(1_000_000), np.ones((1000, 1000)), pd.Series(np.ones(1_000_000))],
    ids=["array", "matrix", "series"],
)
def test_contiguous_float64_is_not_copied(value: Any) -> None:
    out = np.empty(value.shape)
    sr.growth.compound(value[:1], 0.5)  # what is imported on first use
    assert peak_of(lambda: sr.growth.compound(value, 0.5, out=out)) < value.size


def test_other_layouts_are_copied_once() -> None:
    value = np.ones(2_000_000)[::2]
    out = np.empty(value.shape)
    assert value.size * 8 <= peak_of(lambda: sr.growth.compound(value, 0.5, out=out)) < value.size * 12


def progress_during(call: Any) -> int:
    """How far another thread counts while `call` runs in this one."""
    count = 0
    stop = False
    running = threading.Event()

    def work() -> None:
        nonlocal count
        running.set()
        while not stop:
            count += 1
            time.sleep(0)  # offers the GIL at every turn

    thread = threading.Thread(target=work)
    interval = sys.getswitchinterval()
    thread.start()
    running.wait()
    # From here on nobody is asked to give the GIL up: the other thread runs only if `call` lets it go.
    sys.setswitchinterval(1000)
    try:
        before = count
        call()
        return count - before
    finally:
        sys.setswitchinterval(interval)
        stop = True
        thread.join()


LONG = np.full(3_000_000, 0.05)
TINY = LONG * 1e-6
ONE = np.ones(1)
CORE = sr._core.array


# Two go past the Python layer: NumPy lets the GIL go as well when it turns positions into words.
@pytest.mark.parametrize(
    "call",
    [
        lambda: sr.growth.compound(100.0, LONG, 9.5),
        lambda: sr.growth.average_growth(LONG),
        lambda: sr.growth.chain(TINY),
        lambda: CORE.doubling_time(LONG, ONE * 2),
        lambda: CORE.gap_peak(ONE * 200, ONE * 100, LONG, ONE * 0.06),
        lambda: CORE.ratio_paths(LONG, ONE * 0.05, ONE * 0.06, 3),
        lambda: CORE.is_narrowing(LONG, LONG, 0.001),
    ],
    ids=["compound", "average_growth", "chain", "doubling_time", "gap_peak", "ratio_path", "is_narrowing"],
)
def test_other_threads_run_during_a_long_call(call: Any) -> None:
    assert progress_during(call) > 0


def test_many_threads_give_the_results_of_one() -> None:
    columns = samples(CROSSINGS[sr.income_gap.years_to_ratio], 20_000)
    report = sr.shengzhou_2024()

    def work(shift: int) -> tuple[Any, ...]:
        rolled = {name: np.roll(values, shift) for name, values in columns.items()}
        crossings = sr.income_gap.years_to_ratio(**rolled)
        growth = sr.growth.compound(rolled["ratio"], rolled["urban_growth"], 7)
        figures = [repr(statement) for statement in report[shift::8].filter(measure="level")]
        return np.roll(crossings.periods, -shift), np.roll(growth, -shift), figures

    with ThreadPoolExecutor(8) as pool:
        threaded = list(pool.map(work, range(8)))
    for shift, (periods, growth, figures) in enumerate(threaded):
        np.testing.assert_array_equal(periods, threaded[0][0])
        np.testing.assert_array_equal(growth, threaded[0][1])
        assert figures == work(shift)[2]
