"""Turn a Chinese government work report (政府工作报告) into checked, computable numbers.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> print(report["GDP"].at(status="target"))
地区生产总值 growth ≈7.0% (target 2024)
>>> urban = report.at("城镇居民人均可支配收入", measure="level").quantity
>>> rural = report.at("农村居民人均可支配收入", measure="level").quantity
>>> ratio = sr.income_ratio(urban.interval(), rural.interval())
>>> print(f"{ratio.lower:.4f} to {ratio.upper:.4f}")
1.7884 to 1.7949

Rates are fractions (0.075); percentages live only in quantities with the unit %.
"""

from __future__ import annotations

from . import display, frames
from . import typing as typing
from ._core import (
    Commitment,
    Crossing,
    CrossingRange,
    DomainError,
    Error,
    GapPeak,
    GapPeakRange,
    ImpliedLevel,
    Indicator,
    Interval,
    ParseError,
    Quantity,
    Report,
    Section,
    Skipped,
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
    instruction_sets,
    less,
    parse,
    shengzhou_2024,
    suggest_indicators,
)
from ._core import LookupError as LookupError
from ._core import round as round
from ._forecast import (
    crps_normal,
    crps_sample,
    growth_probability,
    level_quantile,
    narrowing_probability,
    normal_quantile,
    pinball_loss,
    ratio_probability,
)
from ._growth import (
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
from ._income_gap import (
    GapPeaks,
    gap_close,
    gap_path,
    gap_peak,
    gap_threshold,
    income_gap,
    income_ratio,
    is_gap_narrowing,
    is_narrowing,
    ratio_half_life,
    ratio_path,
    required_differential,
    required_rural_growth,
    required_urban_growth,
    years_to_ratio,
    years_to_ratio_on_path,
)
from ._scenario import (
    Estimate,
    Scenario,
    ScenarioPassage,
    ScenarioTarget,
    nearest_correlation,
    simulate,
    simulate_paths,
)
from ._view import ReportView, view
from .io import read_report, read_text, write_table
from .plot import fan_chart, plot_gap_path, plot_ratio_path

# Not in it, because a star import would hide what Python brings: `round`, `LookupError` and the module `typing`.
__all__ = [
    "Commitment",
    "Crossing",
    "CrossingRange",
    "Crossings",
    "DomainError",
    "Error",
    "Estimate",
    "GapPeak",
    "GapPeakRange",
    "GapPeaks",
    "ImpliedLevel",
    "Indicator",
    "Interval",
    "ParseError",
    "Quantity",
    "Report",
    "ReportView",
    "Scenario",
    "ScenarioPassage",
    "ScenarioTarget",
    "Section",
    "Skipped",
    "Statement",
    "Unit",
    "UnitError",
    "__version__",
    "annualise",
    "average_growth",
    "cagr",
    "catalogue",
    "chain",
    "compound",
    "contribution",
    "contribution_rate",
    "conversion_factor",
    "convert",
    "crps_normal",
    "crps_sample",
    "doubling_time",
    "doublings",
    "fan_chart",
    "find_indicator",
    "gap_close",
    "gap_path",
    "gap_peak",
    "gap_threshold",
    "growth_probability",
    "growth_rate",
    "implied_base",
    "implied_deflator",
    "implied_level",
    "implied_levels",
    "income_gap",
    "income_ratio",
    "instruction_sets",
    "is_gap_narrowing",
    "is_narrowing",
    "less",
    "level_quantile",
    "log_growth",
    "narrowing_probability",
    "nearest_correlation",
    "nominal_growth",
    "normal_quantile",
    "parse",
    "percentage_point_difference",
    "periods_to_reach",
    "pinball_loss",
    "plot_gap_path",
    "plot_ratio_path",
    "ratio_half_life",
    "ratio_path",
    "ratio_probability",
    "read_report",
    "read_text",
    "real_growth",
    "required_differential",
    "required_growth",
    "required_growth_rest",
    "required_rural_growth",
    "required_urban_growth",
    "shengzhou_2024",
    "simulate",
    "simulate_paths",
    "suggest_indicators",
    "two_year_average",
    "view",
    "write_table",
    "years_to_ratio",
    "years_to_ratio_on_path",
]

# What only Python has is added to the classes of the core here: frames and the looks in Jupyter.
Report.to_frame = frames.to_frame  # type: ignore[method-assign]
Report.from_frame = staticmethod(frames.from_frame)  # type: ignore[method-assign]
Report._repr_html_ = display.report_html  # type: ignore[method-assign]
Statement._repr_html_ = display.statement_html  # type: ignore[method-assign]
Quantity._repr_html_ = display.quantity_html  # type: ignore[method-assign]
