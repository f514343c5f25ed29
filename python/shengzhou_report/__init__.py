"""Turn a Chinese government work report (政府工作报告) into checked, computable numbers.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> print(report["GDP"].at(status="target"))
地区生产总值 growth ≈7.0% (target 2024)
>>> urban = report.at("城镇居民人均可支配收入", measure="level").quantity
>>> rural = report.at("农村居民人均可支配收入", measure="level").quantity
>>> print(sr.income_ratio(urban.interval(), rural.interval()))
[1.7884393063583815, 1.7949015063731171]

Rates are fractions (0.075); percentages live only in quantities with the unit %.
"""

from __future__ import annotations

from . import display, frames
from ._core import (
    Crossing,
    CrossingRange,
    DomainError,
    Error,
    GapPeak,
    ImpliedLevel,
    Indicator,
    Interval,
    LookupError,
    ParseError,
    Quantity,
    Report,
    Section,
    Statement,
    Unit,
    UnitError,
    __version__,
    catalogue,
    conversion_factor,
    convert,
    find_indicator,
    implied_level,
    implied_levels,
    less,
    round,
    shengzhou_2024,
    suggest_indicators,
)
from .growth import (
    Crossings,
    annualise,
    average_growth,
    cagr,
    chain,
    compound,
    contribution,
    contribution_rate,
    doubling_time,
    doublings,
    growth_rate,
    implied_base,
    implied_deflator,
    log_growth,
    nominal_growth,
    percentage_point_difference,
    periods_to_reach,
    real_growth,
    required_growth,
    required_growth_rest,
    two_year_average,
)

Report.to_frame = frames.to_frame
Report.from_frame = staticmethod(frames.from_frame)
Report._repr_html_ = display.report_html
Statement._repr_html_ = display.statement_html
Quantity._repr_html_ = display.quantity_html
