"""SDMX-CSV 2.0, one observation a statement; `sdmx_structure` has the message that describes it.

Statements without a year are left out: SDMX knows no observation without a time.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from shengzhou_report._core import Quantity, Report, Statement, doubt_separator, section_separator

from .cells import cell_of
from .sdmx_codes import (
    AGENCY,
    COMPONENTS,
    DATAFLOW,
    MULTIPLIERS,
    NOT_APPLICABLE,
    OTHER,
    PRICE_CODES,
    STATUS_CODES,
    UNKNOWN,
    VALUE_TYPE_CODES,
    VERSION,
    UnitCodes,
)
from .table import Table

#: Replaces what a reader has of the same keys. It is the one action that every reader of the format takes.
_ACTION = "R"

_MULTIPLIERS = sorted(map(int, MULTIPLIERS))

#: How long a part of the year is, counted from its beginning.
_MONTHS = {
    "two_months": 2, "four_months": 4, "five_months": 5, "seven_months": 7, "eight_months": 8, "nine_months": 9,
    "ten_months": 10, "eleven_months": 11,
}  # fmt: skip
_HALVES = ("first_half", "second_half")
_QUARTERS = ("first_quarter", "second_quarter", "third_quarter", "fourth_quarter")


def reports_of(table: Table) -> Mapping[str, Report]:
    """The reports of a table; a data frame is read as one."""
    return {"": Report.from_frame(table.frame)} if table.reports is None else table.reports


def write(table: Table) -> str:
    """The table as SDMX-CSV."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    names = [component.id for component in COMPONENTS]
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *names])
    head = ["dataflow", f"{AGENCY}:{DATAFLOW}({VERSION})", _ACTION]
    for cells in observations(reports_of(table)):
        writer.writerow(head + [cells.get(name, "") for name in names])
    return file.getvalue()


def observations(reports: Mapping[str, Report]) -> Iterator[dict[str, str]]:
    """The cells of each observation by component; one that is empty is missing."""
    seen: Counter[tuple[str, ...]] = Counter()
    units = UnitCodes()
    keys = [component.id for component in COMPONENTS if component.role in ("dimension", "time")]
    for name, report in reports.items():
        for statement in report:
            if statement.year is None:
                continue
            cells = _cells(statement, units) | {
                "REF_AREA": report.ref_area or UNKNOWN,
                "PLACE": report.place or "",
                "REPORT_YEAR": _year(report.year),
                "REPORT": name or report.title,
            }
            key = tuple(cells.get(part, "") for part in keys)
            cells["VARIANT"] = str(seen[key])
            seen[key] += 1
            yield {part: _safe(cell) for part, cell in cells.items()}


def _safe(text: str) -> str:
    """A cell without line ends, which readers split at, and that no spreadsheet takes for a formula."""
    text = " ".join(text.split())
    return f"'{text}" if cell_of(text)[1] else text


def _cells(statement: Statement, units: UnitCodes) -> dict[str, str]:
    assert statement.year is not None
    frequency, time = time_of(statement.period, statement.year)
    cells = {
        "FREQ": frequency,
        "COVERAGE": "P" if statement.area else "T",
        "INDICATOR": statement.indicator_id.upper() or UNKNOWN,
        "TRANSFORMATION": _transformation(statement),
        "PRICES": PRICE_CODES[statement.price_basis],
        "PERIOD": statement.period.upper(),
        "VALUE_TYPE": VALUE_TYPE_CODES[statement.status],
        "TIME_PERIOD": time,
        "MODALITY": statement.modality.upper() if statement.status == "target" else "",
        "INDICATOR_NAME": statement.indicator,
        "BASE_PERIOD": _year(statement.base_year),
        "REFERENCE": statement.reference,
        "AREA_NAME": statement.area,
        "SCOPE": statement.scope,
        "SECTION": section_separator.join(statement.section),
        "DOUBTS": doubt_separator.join(statement.doubts),
    }
    if statement.quantity is None:
        return cells | {
            "OBS_VALUE": "NaN", "OBS_STATUS": "M", "UNIT_MEASURE": NOT_APPLICABLE, "UNIT_MULT": "0",
            "TREND": statement.trend.upper(),
        }  # fmt: skip
    return cells | {"OBS_STATUS": STATUS_CODES[statement.status]} | _figure(statement.quantity, units)


def _figure(quantity: Quantity, units: UnitCodes) -> dict[str, str]:
    """Value, unit and magnitude. The list of magnitudes has no 亿: 745亿元 are 74500 millions."""
    magnitude = quantity.unit.magnitude
    multiplier = max((number for number in _MULTIPLIERS if number <= magnitude), default=0)
    interval = quantity.interval()

    def scaled(number: object) -> str:
        return format(Decimal(str(number)).scaleb(magnitude - multiplier), "f")

    value = scaled(quantity.decimal)
    return {
        "OBS_VALUE": value,
        "UNIT_MEASURE": units[quantity.unit],
        "UNIT_MULT": str(multiplier),
        "DECIMALS": str(len(value.partition(".")[2])),
        "BOUND": quantity.bound.upper(),
        "LOWER": scaled(interval.lower) if math.isfinite(interval.lower) else "",
        "UPPER": scaled(interval.upper) if math.isfinite(interval.upper) else "",
        "PRINTED": str(quantity),
    }


def _transformation(statement: Statement) -> str:
    if statement.measure == "level":
        return "N"
    if statement.measure == "rank":
        return "RK"
    against = "R" if statement.reference else "Y" if statement.is_over_the_year else "B"
    return {"growth": "G", "change": "D"}[statement.measure] + against


def _year(year: int | None) -> str:
    return "" if year is None else f"{year:04}"


def time_of(period: str, year: int) -> tuple[str, str]:
    """Frequency and time of a part of a year: nine_months of 2023 are the range 2023-01-01/P9M."""
    name = _year(year)
    if period in _QUARTERS:
        return "Q", f"{name}-Q{_QUARTERS.index(period) + 1}"
    if period in _HALVES:
        return "S", f"{name}-S{_HALVES.index(period) + 1}"
    if period == "one_month":
        return "M", f"{name}-01"
    if period in _MONTHS:
        return OTHER, f"{name}-01-01/P{_MONTHS[period]}M"
    # Some month or months of the year; else the year, and means and sums that end with it.
    return OTHER if period in ("month", "months") else "A", name
