"""Shift-share, location quotients and age groups: published tables, properties, labels, errors."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

# G. Krumme, University of Washington, Geography 350: shift and share table with Excel.
INDUSTRIES = ["I", "II", "III", "IV"]
BASE, CURRENT = (pd.Series(x, index=INDUSTRIES, dtype=float) for x in ([500, 100, 200, 200], [1000, 100, 250, 280]))
SHARES, GROWN = (pd.Series(x, index=INDUSTRIES, dtype=float) for x in ([10, 20, 40, 30], [11, 24, 52, 42]))

# Seventh national census, 2020 (National Bureau of Statistics): people by age.
CENSUS = pd.Series(
    [253383938, 894376020, 264018766 - 190635280, 190635280],
    index=["0-14", "15-59", "60-64岁", "65岁及以上"],
    dtype=float,
)


def test_the_published_table() -> None:
    parts = sr.regional.shift_share(BASE, CURRENT, SHARES, GROWN)
    table = pd.DataFrame(parts._asdict())
    assert list(table.index) == INDUSTRIES
    expected = {"national": [145, 29, 58, 58], "industry_mix": [-95, -9, 2, 22], "competitive": [450, -20, -10, 0]}
    for column, values in expected.items():
        np.testing.assert_allclose(table[column], values, rtol=0, atol=1e-10)
    assert table.sum().round(9).to_dict() == {
        "national": 290,
        "industry_mix": -80,
        "competitive": 420,
        "allocation": 0,
        "total": 630,
    }
    quotients = sr.regional.location_quotient(BASE, 1000, SHARES, 100)
    pd.testing.assert_series_equal(quotients, pd.Series([5, 0.5, 0.5, 2 / 3], index=INDUSTRIES))


def test_esteban_marquillas_by_its_definition() -> None:
    parts = sr.regional.shift_share(BASE, CURRENT, SHARES, GROWN, method="esteban_marquillas")
    lead = CURRENT / BASE - GROWN / SHARES
    homothetic = BASE.sum() * SHARES / SHARES.sum()
    pd.testing.assert_series_equal(parts.competitive, homothetic * lead)
    pd.testing.assert_series_equal(parts.allocation, (BASE - homothetic) * lead)


levels = st.floats(0.01, 1e6)
tables = st.lists(st.tuples(levels, levels, levels, levels), min_size=1, max_size=20).map(lambda rows: np.array(rows).T)


@given(table=tables, method=st.sampled_from(["classic", "esteban_marquillas"]))
def test_parts_add_up_to_the_change(table: Any, method: Any) -> None:
    parts = sr.regional.shift_share(*table, method=method)
    size = sum(np.abs(part) for part in parts) + table[0] + table[1]
    np.testing.assert_array_less(np.abs(sum(parts[:4]) - (table[1] - table[0])), 1e-13 * size)
    np.testing.assert_array_equal(parts.total, table[1] - table[0])


@given(table=tables, factor=st.floats(1e-3, 1e3))
def test_only_the_structure_of_the_reference_counts(table: Any, factor: float) -> None:
    base, current, reference_base, reference_current = table
    parts = sr.regional.shift_share(*table)
    scaled = sr.regional.shift_share(base, current, reference_base * factor, reference_current * factor)
    size = max(np.abs(part).max() for part in parts)
    for part, other in zip(parts, scaled, strict=True):
        np.testing.assert_allclose(other, part, rtol=0, atol=1e-9 * size)


@given(table=tables)
def test_location_quotients_average_one(table: Any) -> None:
    here, _, there, _ = table
    quotients = sr.regional.location_quotient(here, here.sum() * (1 + 1e-15), there, there.sum() * (1 + 1e-15))
    assert (quotients * there / there.sum()).sum() == pytest.approx(1, rel=1e-12)


def test_figures_carry_their_rounding() -> None:
    part, whole = sr.Quantity("50", "亿元"), sr.Quantity("100", "亿元")
    quotient = sr.regional.location_quotient(part, whole, sr.Quantity("20", "亿元"), sr.Quantity("100", "亿元"))
    assert quotient.lower == pytest.approx(49.5 / 100.5 / (20.5 / 99.5), rel=1e-12)
    assert quotient.upper == pytest.approx(50.5 / 99.5 / (19.5 / 100.5), rel=1e-12)
    share = sr.regional.elderly_share(sr.Quantity("1.9", "亿人"), sr.Quantity("141178", "万人"))
    assert 0.131 < share.lower < 0.1350 < share.upper < 0.1385


def test_ratios_of_the_census() -> None:
    groups = sr.regional.age_groups(CENSUS)
    assert groups.total == 1411778724
    # Published: 13.50 % and 18.70 %; dependency ratios of 26.2, 19.7 and 45.9.
    assert sr.regional.elderly_share(groups.elderly, groups.total) == pytest.approx(0.1350, abs=5e-5)
    from_60 = sr.regional.age_groups(CENSUS, elderly="60+")
    assert sr.regional.elderly_share(from_60.elderly, from_60.total) == pytest.approx(0.1870, abs=5e-5)
    assert sr.regional.child_dependency_ratio(groups.children, groups.working) == pytest.approx(0.262, abs=5e-4)
    assert sr.regional.old_age_dependency_ratio(groups.elderly, groups.working) == pytest.approx(0.197, abs=5e-4)
    assert sr.regional.dependency_ratio(*groups) == pytest.approx(0.459, abs=5e-4)
    assert sr.regional.ageing_stage(0.135, elderly="65+") == sr.regional.ageing_stage(0.187, elderly="60+") == "ageing"


@given(st.lists(st.floats(0, 1e9), min_size=18, max_size=18).filter(lambda x: sum(x[3:12]) > 1))
def test_groups_of_five_years_add_up(people: list[float]) -> None:
    labels = [f"{age}-{age + 4}" for age in range(0, 85, 5)] + ["85+"]
    for elderly, first in (("65+", 13), ("60+", 12)):
        groups = sr.regional.age_groups(people, labels, elderly=elderly)  # type: ignore[arg-type]
        assert groups == pytest.approx((sum(people[:3]), sum(people[3:first]), sum(people[first:])), rel=1e-12)
        assert sr.regional.dependency_ratio(*groups) == pytest.approx(
            sr.regional.child_dependency_ratio(groups.children, groups.working)
            + sr.regional.old_age_dependency_ratio(groups.elderly, groups.working)
        )
    assert sr.regional.age_groups(pd.Series(people, index=range(0, 90, 5))) == sr.regional.age_groups(people, labels)


@pytest.mark.parametrize(
    "label", ["65", "65+", "65-69", "65~69岁", "65岁及以上", "65岁以上", " 65—69 ", "65岁", "65至69岁"]
)
def test_labels_of_ages(label: str) -> None:
    assert sr.regional.age_groups([1, 2, 3], ["0-14岁", "15-64岁", label]) == (1, 2, 3)


def test_an_interval_lies_in_one_stage_or_in_none() -> None:
    assert sr.regional.ageing_stage(sr.Interval(0.135, 0.1399), elderly="65+") == "ageing"
    with pytest.raises(sr.DomainError, match="lies in several stages, ageing to aged"):
        sr.regional.ageing_stage(sr.Interval(0.135, 0.145), elderly="65+")


def test_missing_values() -> None:
    people = pd.Series([1.0, math.nan], index=["a", "b"])
    shares = sr.regional.elderly_share(people, 10, nan_policy="propagate")
    pd.testing.assert_series_equal(shares, pd.Series([0.1, math.nan], index=["a", "b"]))
    with pytest.raises(sr.DomainError, match="elderly = nan"):
        sr.regional.elderly_share(people, 10)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sr.regional.location_quotient(3, 2, 1, 2), sr.DomainError, r"location_quotient\(part = 3, whole = 2"),
        (lambda: sr.regional.location_quotient([1, 3], 2, 1, 2), sr.DomainError, r"part = 3.*\(element 1\)"),
        (lambda: sr.regional.location_quotient(1, 2, 0, 2), sr.DomainError, "reference_part = 0"),
        (lambda: sr.regional.shift_share([1], [1], [1], [1, 2]), ValueError, r"reference_current \(2,\)"),
        (lambda: sr.regional.shift_share(1, 1, 1, 1), ValueError, "needs one number an industry"),
        (lambda: sr.regional.shift_share([], [], [], []), sr.DomainError, "at least one of the industries"),
        (lambda: sr.regional.shift_share([1, -1], [1, 1], [1, 1], [1, 1]), sr.DomainError, r"base = -1 .*element 1"),
        (lambda: sr.regional.shift_share([1], [math.nan], [1], [1]), sr.DomainError, "current = nan"),
        (lambda: sr.regional.shift_share([0], [1], [1], [1], method="esteban_marquillas"), sr.DomainError, "base = 0"),
        (lambda: sr.regional.shift_share([1], [1], [1], [1], method="dunn"), ValueError, "'dunn' is none of 'classic'"),
        (lambda: sr.regional.shift_share(BASE, CURRENT[::-1], SHARES, GROWN), ValueError, "different labels"),
        (lambda: sr.regional.age_groups([1, 1, 1], [0, 15, 60]), sr.DomainError, "no row begins at the age of 65"),
        (lambda: sr.regional.age_groups([1, 1, 1], [0, 20, 65]), sr.DomainError, "no row begins at the age of 15"),
        (lambda: sr.regional.age_groups([1, 1], [15, 65]), sr.DomainError, "age = 15 of the first row must be 0"),
        (lambda: sr.regional.age_groups([1, 1], ["0-14", "old"]), ValueError, "'old' names no age"),
        (lambda: sr.regional.age_groups([1, 1], [0]), ValueError, r"population \(2,\), age \(1,\)"),
        (lambda: sr.regional.age_groups([1, 1]), TypeError, "age: needed unless"),
        (lambda: sr.regional.age_groups([1, 1], [0, 15], elderly="55+"), ValueError, "'55\\+' is none of '60\\+'"),
        (lambda: sr.regional.dependency_ratio(1, 0, 1), sr.DomainError, "working = 0"),
        (lambda: sr.regional.ageing_stage(13.5, elderly="65+"), sr.DomainError, "share = 13.5"),
        (lambda: sr.regional.ageing_stage([0.1], elderly="65+"), TypeError, "share: needs a number"),
    ],
)
def test_errors_name_argument_and_value(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
