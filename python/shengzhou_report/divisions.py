"""Administrative divisions of China (GB/T 2260): provinces, prefectures and counties by name, code and year.

Lists are those of 31 December of 1980 to 2025; a later year takes the last. Codes and names are those that the Ministry
of Civil Affairs publishes each year, with the changes of 2018 to 2025 as the State Council, the ministry and the
provinces announced them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core

if TYPE_CHECKING:
    import pandas as pd

    from ._core import Division
    from .typing import NameMatch, Tier

__all__ = ["by_code", "candidates", "find", "of_year", "to_frame"]


def __dir__() -> list[str]:
    return __all__


def find(name: str, year: int | None = None, *, within: str | None = None, tier: Tier | None = None) -> Division:
    """The division that is called so in a year, as a Division.

    `name` is its name (嵊州市), that without its ending (嵊州, 延边州), either behind what it belongs to
    (浙江省嵊州市), or a name that it had or got in another year (嵊县); a short name that a province has means the
    province. Where several have one name, `within` says which: the name or the code of a division above; so does
    `tier` ('province', 'prefecture' or 'county').

    Raises LookupError when none or several are, with their names or near ones; DomainError for a year before 1980.

    >>> import shengzhou_report as sr
    >>> place = sr.divisions.find("嵊州", year=2024)
    >>> place.code, place.name, place.tier, place.first_year
    ('330683', '嵊州市', 'county', 1995)
    >>> print(*place.parents, "was", *place.predecessors)
    330000 浙江省 330600 绍兴市 was 330623 嵊县
    >>> sr.divisions.find("鼓楼区", within="福州").code
    '350102'
    >>> sr.divisions.find("嵊洲市")
    Traceback (most recent call last):
        ...
    shengzhou_report.LookupError: no division is called '嵊洲市' in 2025; did you mean '嵊州市', '株洲市', '芒市'?
    """
    return _core.find_division(name, year, within=within, tier=tier)


def candidates(
    name: str, year: int | None = None, *, within: str | None = None, tier: Tier | None = None
) -> dict[Division, NameMatch]:
    """All divisions that answer to `name`, in the order of codes, and why each does; maybe none.

    A dict of Division to 'name', 'short_name', 'former_name' or 'later_name'. Those that answer in a better way leave
    out the others. Arguments as in `find`. Raises DomainError for a year before 1980.

    >>> import shengzhou_report as sr
    >>> for division, match in sr.divisions.candidates("江干区", year=2024).items():
    ...     print(division, match)
    330102 浙江省杭州市上城区 former_name
    330114 浙江省杭州市钱塘区 former_name
    """
    return _core.division_candidates(name, year, within=within, tier=tier)


def by_code(code: str, year: int | None = None) -> Division:
    """The division that has a code of six digits in a year, as a Division.

    Of a code that is given up or not yet given by then it is the one that had it last, or has it first, as that was.
    Raises LookupError for a code that no list has and for one that a list prints twice, DomainError for a year before
    1980.

    >>> import shengzhou_report as sr
    >>> print(sr.divisions.by_code("330623"), sr.divisions.by_code("330623").last_year)
    330623 浙江省绍兴市嵊县 1994
    """
    return _core.division_of_code(code, year)


def of_year(year: int | None = None) -> tuple[Division, ...]:
    """Every division of a year, as a tuple of Division in the order of codes. Raises DomainError before 1980.

    >>> import shengzhou_report as sr
    >>> sum(division.tier == "province" for division in sr.divisions.of_year(2024))
    34
    """
    return _core.divisions_of(year)


def to_frame(year: int | None = None) -> pd.DataFrame:
    """Every division of a year as a pandas DataFrame, one row a division, in the order of codes.

    Columns: code, name, tier, province and prefecture (names of what it belongs to, '' for none), first_year and
    last_year (Int64, NA while its code and name hold). Raises DomainError before 1980, ImportError without pandas.

    >>> import shengzhou_report as sr
    >>> frame = sr.divisions.to_frame(2024).set_index("code")
    >>> frame.loc["330683", ["name", "tier", "province", "prefecture"]].tolist()
    ['嵊州市', 'county', '浙江省', '绍兴市']
    """
    from .frames import require

    pandas = require("pandas", "pandas")
    divisions = of_year(year)

    frame: pd.DataFrame = pandas.DataFrame(
        {
            "code": [division.code for division in divisions],
            "name": [division.name for division in divisions],
            "tier": [division.tier for division in divisions],
            "province": [division.parents[0].name if division.parents else "" for division in divisions],
            "prefecture": [division.parents[1].name if len(division.parents) > 1 else "" for division in divisions],
            "first_year": pandas.array([division.first_year for division in divisions], dtype="Int64"),
            "last_year": pandas.array([division.last_year for division in divisions], dtype="Int64"),
        }
    )
    return frame
