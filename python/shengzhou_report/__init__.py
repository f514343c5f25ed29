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

from . import _check, _feasible, _panel, display, frames
from . import typing as typing
from ._check import Findings, check, check_rules
from ._core import (
    CheapestGrowth,
    Commitment,
    Crossing,
    CrossingRange,
    DomainError,
    Error,
    ErrorMoments,
    FeasibleRegion,
    Finding,
    FindingNumber,
    GapPeak,
    GapPeakRange,
    ImpliedAmount,
    ImpliedGrowth,
    ImpliedLevel,
    Indicator,
    Interval,
    Pace,
    Panel,
    ParseError,
    Progress,
    Quantity,
    Report,
    Revision,
    Score,
    SeasonalShare,
    Section,
    Skipped,
    Statement,
    TargetTest,
    Unit,
    UnitError,
    __version__,
    catalogue,
    conversion_factor,
    convert,
    find_indicator,
    implied_amount,
    implied_amounts,
    implied_growth,
    implied_growths,
    implied_level,
    implied_levels,
    less,
    parse,
    shengzhou_2024,
    suggest_indicators,
    target_outcomes,
)
from ._core import LookupError as LookupError
from ._core import round as round
from ._disaggregation import ChowLin, chow_lin, denton_cholette
from ._feasible import FeasibleRegions, feasible_regions
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
from ._panel import Revisions, Scorecard
from ._progress import (
    SeasonalPattern,
    calendar_share,
    completion,
    error_moments,
    lead,
    progress,
    projected_total,
    seasonal_pattern,
    seasonal_share,
    single_growth,
    single_growths,
    single_period,
    single_periods,
    target_probability,
    year_to_date,
)
from ._target import is_in_step, total_income_growth
from ._view import ReportView, view
from .io import read_report, read_text, write_table
from .plot import plot_feasible, plot_gap_path, plot_progress, plot_ratio_path

# Not in it, because a star import would hide what Python brings: `round`, `LookupError` and the module `typing`.
__all__ = [
    "CheapestGrowth",
    "ChowLin",
    "Commitment",
    "Crossing",
    "CrossingRange",
    "Crossings",
    "DomainError",
    "Error",
    "ErrorMoments",
    "FeasibleRegion",
    "FeasibleRegions",
    "Finding",
    "FindingNumber",
    "Findings",
    "GapPeak",
    "GapPeakRange",
    "GapPeaks",
    "ImpliedAmount",
    "ImpliedGrowth",
    "ImpliedLevel",
    "Indicator",
    "Interval",
    "Pace",
    "Panel",
    "ParseError",
    "Progress",
    "Quantity",
    "Report",
    "ReportView",
    "Revision",
    "Revisions",
    "Score",
    "Scorecard",
    "SeasonalPattern",
    "SeasonalShare",
    "Section",
    "Skipped",
    "Statement",
    "TargetTest",
    "Unit",
    "UnitError",
    "__version__",
    "annualise",
    "average_growth",
    "cagr",
    "calendar_share",
    "catalogue",
    "chain",
    "check",
    "check_rules",
    "chow_lin",
    "completion",
    "compound",
    "contribution",
    "contribution_rate",
    "conversion_factor",
    "convert",
    "denton_cholette",
    "doubling_time",
    "doublings",
    "error_moments",
    "feasible_regions",
    "find_indicator",
    "gap_close",
    "gap_path",
    "gap_peak",
    "gap_threshold",
    "growth_rate",
    "implied_amount",
    "implied_amounts",
    "implied_base",
    "implied_deflator",
    "implied_growth",
    "implied_growths",
    "implied_level",
    "implied_levels",
    "income_gap",
    "income_ratio",
    "is_gap_narrowing",
    "is_in_step",
    "is_narrowing",
    "lead",
    "less",
    "log_growth",
    "nominal_growth",
    "parse",
    "percentage_point_difference",
    "periods_to_reach",
    "plot_feasible",
    "plot_gap_path",
    "plot_progress",
    "plot_ratio_path",
    "progress",
    "projected_total",
    "ratio_half_life",
    "ratio_path",
    "read_report",
    "read_text",
    "real_growth",
    "required_differential",
    "required_growth",
    "required_growth_rest",
    "required_rural_growth",
    "required_urban_growth",
    "seasonal_pattern",
    "seasonal_share",
    "shengzhou_2024",
    "single_growth",
    "single_growths",
    "single_period",
    "single_periods",
    "suggest_indicators",
    "target_outcomes",
    "target_probability",
    "total_income_growth",
    "two_year_average",
    "view",
    "write_table",
    "year_to_date",
    "years_to_ratio",
    "years_to_ratio_on_path",
]

# What only Python has is added to the classes of the core here: frames and the looks in Jupyter.
Report.to_frame = frames.to_frame  # type: ignore[method-assign]
Report.from_frame = staticmethod(frames.from_frame)  # type: ignore[method-assign]
Report._repr_html_ = display.report_html  # type: ignore[method-assign]
Report.check = _check.report_check  # type: ignore[method-assign]
FeasibleRegion.is_feasible = _feasible.is_feasible  # type: ignore[method-assign]
Panel.to_frame = _panel.to_frame  # type: ignore[method-assign]
Panel.from_frame = staticmethod(_panel.from_frame)  # type: ignore[method-assign]
Panel.scorecard = _panel.scorecard  # type: ignore[method-assign]
Panel.revisions = _panel.revisions  # type: ignore[method-assign]
Panel.check = _panel.panel_check  # type: ignore[method-assign]
Statement._repr_html_ = display.statement_html  # type: ignore[method-assign]
Quantity._repr_html_ = display.quantity_html  # type: ignore[method-assign]
