"""Administrative divisions by name, code and year, against the published lists."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

import shengzhou_report as sr

SHARED = Path(os.environ.get("SHENGZHOU_REPORT_SHARED", Path(__file__).resolve().parents[3] / "shared"))
LISTS = SHARED / "reference" / "gb2260.tsv"


def published(year: int) -> dict[tuple[str, str], None]:
    """Code and name of all that the list of a year prints."""
    if not LISTS.exists():
        pytest.skip("the published lists are not beside the repository (../shared)")
    rows = [line.split("\t") for line in LISTS.read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    return {(code, name): None for code, name, first, last in rows if int(first) <= year <= int(last)}


#: Codes that a list printed a line too high or too low, by year.
MISPRINTED = {
    1983: {"340122", "340123"},
    1987: {"339007", "339008", "340000", "340100"},
    1990: {"232303", "232304", "440602", "440603"},
    1993: {"232303", "232304"},
    1998: {"120108"},
    2003: {"220281", "220282"},
    2004: {"230123", "230124", "230125", "230126", "230127", "230128", "230129", "230181"},
}


@pytest.mark.parametrize("year", [*range(1980, 2011), *range(2013, 2018)])
def test_a_year_has_what_its_list_prints(year: int) -> None:
    ours = {(division.code, division.name) for division in sr.divisions.of_year(year)}
    differing = {code for code, _ in ours ^ published(year).keys()}
    assert differing == MISPRINTED.get(year, set())


def test_lists_published_late_hold_changes_of_the_year_before() -> None:
    # The lists of 2011 and 2019 are of the autumn after: what they add was announced in 2012 and 2018.
    for late, announced in ((2011, 2012), (2019, 2018)):
        of_year = {(division.code, division.name) for division in sr.divisions.of_year(announced)}
        assert {name for _, name in of_year ^ published(late).keys()} <= {"莱芜市", "莱芜区", "莱城区", "钢城区"}


def test_a_place_has_code_name_tier_parents_and_years() -> None:
    place = sr.divisions.find("嵊州市", year=2024)
    assert place == sr.Division(
        "330683",
        "嵊州市",
        "county",
        [sr.CodedName("330000", "浙江省"), sr.CodedName("330600", "绍兴市")],
        first_year=1995,
        predecessors=[sr.CodedName("330623", "嵊县")],
    )
    assert str(place) == "330683 浙江省绍兴市嵊州市"
    assert sr.divisions.by_code("330683") == place
    assert isinstance(place.parents, tuple)


def test_arguments_say_which_is_meant() -> None:
    assert sr.divisions.find("鼓楼区", 2024, within="南京").code == "320106"
    assert sr.divisions.find("朝阳", 2020, tier="prefecture").name == "朝阳市"
    assert sr.divisions.candidates("嵊县", 2024) == {sr.divisions.by_code("330683"): "former_name"}
    assert list(sr.divisions.candidates("鼓楼", 2024).values()) == ["short_name"] * 4
    with pytest.raises(sr.LookupError, match="鼓楼区") as raised:
        sr.divisions.find("鼓楼区", 2024)
    assert isinstance(raised.value, KeyError)
    with pytest.raises(sr.DomainError, match="1980"):
        sr.divisions.of_year(1979)
    with pytest.raises(sr.DomainError, match="'county'"):
        sr.divisions.find("朝阳", tier="town")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="did you mean 'within'"):
        sr._core.find_division("朝阳", witin="辽宁")  # type: ignore[call-arg]


def test_a_year_as_a_frame() -> None:
    frame = sr.divisions.to_frame(2010)
    assert list(frame.columns) == ["code", "name", "tier", "province", "prefecture", "first_year", "last_year"]
    assert frame.code.is_unique
    assert frame.code.is_monotonic_increasing
    row = frame[frame.name == "崇文区"]
    assert row.empty, "it is of 2009 and before"
    chaohu = frame[frame.name == "巢湖市"].iloc[0]
    assert (chaohu.tier, chaohu.province, chaohu.prefecture, chaohu.last_year) == ("prefecture", "安徽省", "", 2010)
    assert str(frame.last_year.dtype) == "Int64"
    assert pd.isna(frame.set_index("code").last_year["330683"])
