"""Index numbers and volumes: published series, a textbook's products in exact arithmetic, and properties."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction
from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

number = sr.index_number
LINKS = get_args(sr.typing.SpliceLink)
LEVELS = get_args(sr.typing.SpliceLevel)
positive = st.floats(1e-3, 1e6)


def inside(interval: sr.Interval, value: float) -> bool:
    return interval.lower * (1 - 1e-12) <= value <= interval.upper * (1 + 1e-12)


def corners(intervals: list[sr.Interval]) -> Any:
    return itertools.product(*((interval.lower, interval.upper) for interval in intervals))


# --- levels at constant prices


@pytest.mark.parametrize(
    ("before", "after", "prices", "published"),
    [
        # National Bureau of Statistics: income per head, prices (previous year = 100), real growth in per cent.
        (35128, 36883, 102.0, 2.9),
        (36883, 39218, 100.2, 6.1),
        (39218, 41314, 100.2, 5.1),
        (49283, 51821, 100.3, 4.8),  # urban residents and prices, 2023
        (20133, 21691, 100.1, 7.6),  # rural ones
        (51821, 54188, 100.2, 4.4),
        (21691, 23119, 100.3, 6.3),
    ],
)
def test_published_real_growth_is_that_of_the_deflated_level(
    before: float, after: float, prices: float, published: float
) -> None:
    assert round(100 * sr.growth.growth_rate(before, number.deflate(after, prices)), 1) == published


@given(positive, positive, positive)
def test_deflating_and_back_is_the_level(value: float, prices: float, base: float) -> None:
    assert number.deflate(number.deflate(value, prices, base), base, prices) == pytest.approx(value, rel=1e-12)
    assert number.deflate(value, base, base) == value


def test_a_deflated_figure_carries_the_rounding_of_level_and_index() -> None:
    real = number.deflate(sr.Quantity("745", "亿元"), sr.Quantity("102.0"))
    assert (real.lower, real.upper) == pytest.approx((744.5 / 1.0205, 745.5 / 1.0195), rel=1e-14)
    with pytest.raises(sr.UnitError, match="price_index: an index has no unit"):
        number.deflate(sr.Quantity("745", "亿元"), sr.Quantity("102.0", "%"))
    with pytest.raises(sr.DomainError, match="deflate: price_index = 0 must be positive"):
        number.deflate(745, 0)


# --- another base

# Chain-linked volume of Spain's GDP, 2008 to 2022, with 2020 = 100, and the same as R's IndexNumberTools gives it with
# 2010 = 100 (its README).
SPAIN = [
    *(104.90885, 100.95573, 101.05075, 100.40412, 97.52742, 96.13535, 97.59707, 101.56035),
    *(104.52100, 107.54800, 110.12422, 112.28397, 100.00000, 106.68315, 113.27545),
]
SPAIN_2010 = [
    *(103.81798, 99.90596, 100.00000, 99.36010, 96.51331, 95.13571, 96.58224, 100.50430),
    *(103.43417, 106.42969, 108.97913, 111.11642, 98.96018, 105.57383, 112.09758),
]


def test_rebasing_as_another_program_does() -> None:
    series = pd.Series(SPAIN, index=range(2008, 2023), name="GDP")
    rebased = number.rebase(series, 2010)
    np.testing.assert_allclose(rebased, SPAIN_2010, atol=6e-6)
    assert rebased.name == "GDP"
    assert list(rebased.index) == list(series.index)
    np.testing.assert_allclose(number.rebase(rebased, 2020), SPAIN, atol=1e-12)


@given(st.lists(positive, min_size=1, max_size=12), st.data())
def test_rebasing_keeps_growth_and_makes_the_base_what_is_asked(index: list[float], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(index) - 1))
    last = data.draw(st.integers(first, len(index) - 1))
    rebased = number.rebase(index, slice(first, last + 1), value=1)
    np.testing.assert_allclose(rebased / rebased[0], np.array(index) / index[0], rtol=1e-12)
    assert rebased[first : last + 1].mean() == pytest.approx(1, rel=1e-12)
    alone = number.rebase(index, first)
    assert alone[first] == 100


def test_a_base_is_named_by_its_labels() -> None:
    quarters = pd.Series(np.arange(1.0, 13.0), pd.period_range("2019Q1", periods=12, freq="Q"))
    year = number.rebase(quarters, "2020")
    assert year["2020"].mean() == pytest.approx(100)
    pd.testing.assert_series_equal(year, number.rebase(quarters, slice("2020Q1", "2020Q4")))
    assert number.rebase(quarters, pd.Period("2020Q3", "Q"))["2020Q3"] == 100
    assert number.rebase([2.0, 4.0], -1).tolist() == [50, 100]
    for base, error in (("2025", KeyError), (slice("2025", "2026"), KeyError)):
        with pytest.raises(error):
            number.rebase(quarters, base)
    for position in (2, -3, slice(2, 2), slice(0, 2, 2)):
        with pytest.raises(IndexError):
            number.rebase([2.0, 4.0], position)
    with pytest.raises(ValueError, match="several places"):
        number.rebase(pd.Series([1.0, 2.0, 3.0], index=["a", "b", "a"]), "a")


boxes = st.tuples(st.floats(1, 1e3), st.floats(1, 1.2)).map(lambda pair: sr.Interval(pair[0], pair[0] * pair[1]))


@given(st.lists(boxes, min_size=2, max_size=5), st.integers(0, 1), st.integers(0, 1))
def test_the_range_of_a_rebased_index_is_exact(index: list[sr.Interval], first: int, last: int) -> None:
    base = slice(min(first, last), max(first, last) + 1)
    ranges = number.rebase(index, base)
    values = np.array([number.rebase(list(corner), base) for corner in corners(index)])
    np.testing.assert_allclose([end.lower for end in ranges], values.min(axis=0), rtol=1e-12)
    np.testing.assert_allclose([end.upper for end in ranges], values.max(axis=0), rtol=1e-12)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: number.rebase([1.0, 0.0], 0), r"index = 0 must be positive.*\(element 1\)"),
        (lambda: number.rebase([1.0, math.nan], 0), "not a finite number"),
        (lambda: number.rebase([1.0], 0, value=0), "value = 0 must be positive"),
        (lambda: number.rebase([1e-300, 1e300], 0), r"too large for a double \(element 1\)"),
        (lambda: number.rebase([sr.Interval(1, math.inf)], 0), "has an open end"),
    ],
)
def test_what_is_no_index_says_so(call: Any, words: str) -> None:
    with pytest.raises(sr.DomainError, match=words):
        call()


# --- splicing


def test_splices_by_hand() -> None:
    earlier, later = [90.0, 100.0, 110.0], [50.0, 56.0, 60.0]
    expected = {
        # ratios in the overlap: 0.5 and 56 / 110; ratio of the means 106 / 210
        ("first", "later"): (0.5, [45, 50, 56, 60]),
        ("first", "earlier"): (0.5, [90, 100, 112, 120]),
        ("last", "later"): (56 / 110, [90 * 56 / 110, 100 * 56 / 110, 56, 60]),
        ("last", "earlier"): (56 / 110, [90, 100, 110, 60 * 110 / 56]),
        ("mean", "later"): (106 / 210, [90 * 106 / 210, 50, 56, 60]),
        ("mean", "earlier"): (106 / 210, [90, 100, 110, 60 * 210 / 106]),
        ("geometric_mean", "later"): (math.sqrt(28 / 110), [90 * math.sqrt(28 / 110), 50, 56, 60]),
        ("geometric_mean", "earlier"): (math.sqrt(28 / 110), [90, 100, 110, 60 / math.sqrt(28 / 110)]),
    }
    for (link, level), (ratio, series) in expected.items():
        spliced = number.splice(earlier, later, overlap=2, link=link, level=level)
        assert spliced.ratio == pytest.approx(ratio, rel=1e-14)
        np.testing.assert_allclose(spliced.series, series, rtol=1e-14)
        assert (spliced.lowest, spliced.highest) == (0.5, 56 / 110)
    assert {pair[0] for pair in expected} == set(LINKS)


@given(
    st.lists(positive, min_size=1, max_size=12),
    st.data(),
    st.floats(1e-3, 1e3),
    st.sampled_from(LINKS),
    st.sampled_from(LEVELS),
)
def test_what_was_cut_and_scaled_is_spliced_to_what_it_was(
    series: list[float], data: st.DataObject, scale: float, link: Any, level: Any
) -> None:
    start = data.draw(st.integers(0, len(series) - 1))
    stop = data.draw(st.integers(start + 1, len(series)))
    later = [scale * x for x in series[start:]]
    spliced = number.splice(series[:stop], later, overlap=stop - start, link=link, level=level)
    assert spliced.ratio == pytest.approx(scale, rel=1e-9)
    assert spliced.lowest == pytest.approx(spliced.highest, rel=1e-9)
    whole = np.array(series) * (scale if level == "later" else 1)
    np.testing.assert_allclose(spliced.series, whole, rtol=1e-9)


@given(st.lists(boxes, min_size=2, max_size=3), st.lists(boxes, min_size=2, max_size=3), st.integers(1, 2), st.data())
def test_the_range_of_a_splice_is_exact(
    earlier: list[sr.Interval], later: list[sr.Interval], overlap: int, data: st.DataObject
) -> None:
    how = {"link": data.draw(st.sampled_from(LINKS)), "level": data.draw(st.sampled_from(LEVELS)), "overlap": overlap}
    ranges = number.splice(earlier, later, **how)
    points = [
        number.splice(list(corner[: len(earlier)]), list(corner[len(earlier) :]), **how)
        for corner in corners(earlier + later)
    ]
    for i, interval in enumerate(ranges.series):
        values = [point.series[i] for point in points]
        assert (interval.lower, interval.upper) == pytest.approx((min(values), max(values)), rel=1e-12)
    for field in ("ratio", "lowest", "highest"):
        values = [getattr(point, field) for point in points]
        interval = getattr(ranges, field)
        assert (interval.lower, interval.upper) == pytest.approx((min(values), max(values)), rel=1e-12)


def test_labels_say_what_both_series_have() -> None:
    years = pd.period_range("2010", periods=6, freq="Y")
    earlier = pd.Series([90.0, 100.0, 110.0], years[:3], name="x")
    later = pd.Series([50.0, 56.0, 60.0, 66.0, 70.0], years[1:], name="x")
    spliced = number.splice(earlier, later)
    pd.testing.assert_series_equal(spliced.series, pd.Series([45.0, *later], years, name="x"))
    assert number.splice(earlier, later, overlap=2).ratio == 0.5
    with pytest.raises(ValueError, match="3 given, but 2 labels are in both"):
        number.splice(earlier, later, overlap=3)
    with pytest.raises(ValueError, match="the last labels of the one must be the first"):
        number.splice(later, earlier)
    with pytest.raises(ValueError, match="the last labels of the one must be the first"):
        number.splice(earlier, later[3:])
    with pytest.raises(TypeError, match="give both as Series"):
        number.splice(earlier, [50.0])
    with pytest.raises(TypeError, match="overlap: needed where no labels"):
        number.splice([1.0], [1.0])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: number.splice([1.0], [1.0, 2.0], overlap=2),
            "overlap = 2 must be at least 1, and no longer than earlier",
        ),
        (lambda: number.splice([1.0], [1.0], overlap=0), "overlap = 0 must be at least 1"),
        (lambda: number.splice([-1.0], [1.0], overlap=1), r"earlier = -1 must be positive.*\(element 0\)"),
        (lambda: number.splice([1.0], [1.0, 0.0], overlap=1), r"later = 0 must be positive.*\(element 1\)"),
        (lambda: number.splice([1e-300], [1e300], overlap=1), "so far apart"),
        (lambda: number.splice([1.0], [1.0], overlap=1, link="middle"), "'geometric_mean'"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_spliced_says_so(call: Any, words: str) -> None:
    with pytest.raises(sr.DomainError, match=words):
        call()


# --- chain-linked volumes

# The two products of the example on chain-linking in the first edition of the Quarterly National Accounts Manual (IMF
# 2001, chapter 9): quantities and prices of the quarters of 1998 to 2000, and of the year 1997.
QUANTITIES = {
    "A": [67.4, 69.4, 71.5, 73.7, 76, 78.3, 80.6, 83.1, 85.5, 88.2, 90.8, 93.5],
    "B": [57.6, 57.1, 56.5, 55.8, 55.4, 54.8, 54.2, 53.6, 53.2, 52.7, 52.1, 52],
}
PRICES = {
    "A": [6.1, 5.7, 5.3, 5, 4.5, 4.3, 3.8, 3.5, 3.4, 3.1, 2.8, 2.7],
    "B": [8.0, 8.6, 9.4, 10.0, 10.7, 11.5, 11.7, 12.1, 12.5, 13, 13.8, 14.7],
}
FIRST_YEAR = {"A": (251, 7), "B": (236, 6)}


def exact(numbers: list[float]) -> list[Fraction]:
    return [Fraction(str(number)) for number in numbers]


def manual() -> tuple[pd.DataFrame, pd.DataFrame, dict[str, list[Fraction]], list[Fraction]]:
    """Annual values, quarterly values at the average prices of the year before, average prices by year, and the index
    of the total by annual overlap (1997 = 1), as the manual defines them, in exact arithmetic."""
    value: dict[str, list[Fraction]] = {}
    at_previous: dict[str, list[Fraction]] = {}
    average: dict[str, list[Fraction]] = {}
    for product, (quantity, price) in FIRST_YEAR.items():
        q, p = exact(QUANTITIES[product]), exact(PRICES[product])
        years = [range(4 * y, 4 * y + 4) for y in range(3)]
        value[product] = [Fraction(quantity * price), *(sum((q[i] * p[i] for i in y), Fraction()) for y in years)]
        sums = [Fraction(quantity), *(sum((q[i] for i in y), Fraction()) for y in years)]
        average[product] = [v / s for v, s in zip(value[product], sums, strict=True)]
        at_previous[product] = [q[i] * average[product][i // 4] for i in range(12)]
    index, level = [], Fraction(1)
    for year in range(3):
        before = value["A"][year] + value["B"][year]
        quarters = [at_previous["A"][4 * year + i] + at_previous["B"][4 * year + i] for i in range(4)]
        index += [level * quarter / (before / 4) for quarter in quarters]
        level *= sum(quarters, Fraction()) / before
    annual = pd.DataFrame(value, pd.period_range("1997", periods=4, freq="Y")).astype(float)
    quarterly = pd.DataFrame(at_previous, pd.period_range("1998Q1", periods=12, freq="Q")).astype(float)
    return annual, quarterly, average, index


def test_the_products_of_the_manual() -> None:
    value, at_previous, average, index = manual()
    volumes = number.annual_overlap(value, at_previous)
    assert volumes.total.index.equals(at_previous.index)
    base = (251 * 7 + 236 * 6) / 4
    np.testing.assert_allclose(volumes.total / base, [float(x) for x in index], rtol=1e-13)
    # 67.4 * 7 + 57.6 * 6 = 817.4 over 793.25, and so on, with the year at 3336 / 3173.
    assert [round(100 * x / base, 2) for x in volumes.total["1998"]] == [103.04, 104.43, 105.83, 107.24]
    assert round(100 * volumes.total["1998"].sum() / (4 * base), 2) == 105.14
    for reference, prices in zip(value.index, zip(*average.values(), strict=True), strict=True):
        volumes = number.annual_overlap(value, at_previous, reference=reference)
        # The volume of a product is its quantity at the price of the reference year; that of both is not.
        for product, price in zip(average, prices, strict=True):
            np.testing.assert_allclose(volumes.parts[product], np.array(QUANTITIES[product]) * float(price), rtol=1e-13)
        np.testing.assert_allclose(volumes.discrepancy, volumes.parts.sum(axis=1) - volumes.total, atol=1e-10)
        # At prices of the reference year are the quarters of the year behind it; those of its own add up to the year.
        added = [abs(gap) < 1e-9 for gap in volumes.discrepancy]
        assert added == [year == reference.year + 1 for year in volumes.total.index.year]
        assert volumes.discrepancy[volumes.total.index.year == reference.year].sum() == pytest.approx(0, abs=1e-9)


def test_quarters_sum_to_the_years() -> None:
    value, at_previous, _, _ = manual()
    years = at_previous.groupby(at_previous.index.year).sum().set_axis(value.index[1:])
    for reference in value.index:
        annual = number.chain_volumes(value, years, reference=reference)
        quarterly = number.annual_overlap(value, at_previous, reference=reference)
        np.testing.assert_allclose(quarterly.parts.groupby(quarterly.parts.index.year).sum(), annual.parts[1:])
        np.testing.assert_allclose(quarterly.total.groupby(quarterly.total.index.year).sum(), annual.total[1:])
        pd.testing.assert_series_equal(annual.parts.loc[reference], value.loc[reference])


tables = st.integers(1, 4).flatmap(
    lambda parts: st.lists(st.tuples(*[st.floats(1, 1e3)] * (2 * parts)), min_size=2, max_size=6)
)


@given(tables, st.data())
def test_volumes_of_any_values(rows: list[tuple[float, ...]], data: st.DataObject) -> None:
    table = np.array(rows)
    parts = table.shape[1] // 2
    value, at_previous = table[:, :parts], table[1:, parts:]
    reference = data.draw(st.integers(0, len(value) - 1))
    volumes = number.chain_volumes(value, at_previous, reference=reference)
    first = number.chain_volumes(value, at_previous)
    # Growth does not depend on the reference, and is that at the prices of the year before.
    growth = at_previous / value[:-1]
    np.testing.assert_allclose(volumes.parts[1:] / volumes.parts[:-1], growth, rtol=1e-10)
    total = at_previous.sum(axis=1) / value[:-1].sum(axis=1)
    np.testing.assert_allclose(volumes.total[1:] / volumes.total[:-1], total, rtol=1e-10)
    np.testing.assert_allclose(first.total / first.total[0], volumes.total / volumes.total[0], rtol=1e-10)
    np.testing.assert_allclose(volumes.parts[reference], value[reference], rtol=1e-14)
    for year in (reference, min(reference + 1, len(value) - 1)):
        assert volumes.discrepancy[year] == pytest.approx(0, abs=1e-9 * volumes.total[year])
    if parts == 1:
        np.testing.assert_allclose(volumes.discrepancy, 0, atol=1e-9 * volumes.total.max())
    by_overlap = number.annual_overlap(value, at_previous, 1, reference=reference)
    np.testing.assert_allclose(by_overlap.parts, volumes.parts[1:], rtol=1e-12)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: number.chain_volumes([[1.0], [0.0]], [[1.0]]), sr.DomainError, r"value = 0 .*row 1, column 0"),
        (lambda: number.chain_volumes([[1.0], [1.0]], [[-1.0]]), sr.DomainError, "at_previous_prices = -1 must"),
        (lambda: number.chain_volumes([[1.0], [1.0]], [[1.0]] * 2), sr.DomainError, "has 2 rows of 1 parts"),
        (lambda: number.chain_volumes([[1.0]], [[1.0]]), sr.DomainError, "two years at least"),
        (lambda: number.chain_volumes([[1.0], [1.0]], [[1.0]], reference=2), IndexError, "2 is no position"),
        (lambda: number.annual_overlap([[1.0]] * 2, [[1.0]] * 3, 4), sr.DomainError, "the periods of every year"),
        (lambda: number.annual_overlap([[1.0]] * 2, [[1.0]], 0), sr.DomainError, "periods_per_year = 0 must"),
        (lambda: number.annual_overlap([[1.0]] * 2, [[1.0]]), TypeError, "periods_per_year: needed"),
        (lambda: number.chain_volumes([1.0, 2.0], [[1.0]]), ValueError, "one period a row"),
        (lambda: number.chain_volumes([[1e-200], [1e200], [1e-200]], [[1e200]] * 2), sr.DomainError, "a double"),
    ],
)
def test_what_cannot_be_chained_says_so(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


def test_tables_with_other_labels_are_no_tables_of_the_same() -> None:
    value, at_previous, _, _ = manual()
    with pytest.raises(ValueError, match="different columns"):
        number.annual_overlap(value, at_previous[["B", "A"]])
    with pytest.raises(ValueError, match="the years of value from the second on"):
        number.annual_overlap(value.set_axis(range(1996, 2000)), at_previous)
    with pytest.raises(ValueError, match="the years of value from the second on"):
        number.chain_volumes(value, value[:-1])
    with pytest.raises(TypeError, match="give both as DataFrames"):
        number.chain_volumes(value, value[1:].to_numpy())
    with pytest.raises(KeyError):
        number.chain_volumes(value, value[1:], reference="2001")
    years = number.annual_overlap(value.set_axis(range(1997, 2001)), at_previous, reference=1997)
    assert years.discrepancy.iloc[0] == pytest.approx(0, abs=1e-9)
