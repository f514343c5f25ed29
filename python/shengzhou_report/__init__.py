"""Turn a Chinese government work report (政府工作报告) into checked, computable numbers.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> print(report["GDP"].at(status="target"))
地区生产总值 growth ≈7.0% (target 2024)
>>> urban = report.at("城镇居民人均可支配收入", measure="level").quantity
>>> rural = report.at("农村居民人均可支配收入", measure="level").quantity
>>> ratio = sr.income_gap.income_ratio(urban.interval(), rural.interval())
>>> print(f"{ratio.lower:.4f} to {ratio.upper:.4f}")
1.7884 to 1.7949

Formulas stand in modules: growth, prices, contributions, plan, intensity, per_head, income_gap, index_number,
distribution, inequality, regional, target, disaggregation, progress, scenario, forecast and trend.
Rates are fractions (0.075); percentages live only in quantities with the unit %.
"""

from . import _core
from ._core import __version__ as __version__
from ._lazy import PACKAGE, Method, load

#: Where each name of the top level comes from; `__init__.pyi` tells type checkers the same.
_NAMES = {
    "_core": (
        "BetaConvergence",
        "CheapestGrowth",
        "CodedName",
        "Commitment",
        "Crossing",
        "CrossingRange",
        "Division",
        "DomainError",
        "Error",
        "ErrorMoments",
        "Evidence",
        "FeasibleRegion",
        "Finding",
        "FindingNumber",
        "GapPeak",
        "GapPeakRange",
        "ImpliedAmount",
        "ImpliedGrowth",
        "ImpliedLevel",
        "Indicator",
        "InequalityDecomposition",
        "Interval",
        "LookupError",
        "Number",
        "Pace",
        "Panel",
        "ParseError",
        "Progress",
        "Quantity",
        "Report",
        "Revision",
        "Score",
        "SeasonalShare",
        "Section",
        "Skipped",
        "Statement",
        "TargetTest",
        "Unit",
        "UnitError",
        "UrbanShare",
        "catalogue",
        "conversion_factor",
        "convert",
        "find_indicator",
        "find_numbers",
        "less",
        "parse",
        "read_number",
        "round",
        "shengzhou_2024",
        "suggest_indicators",
    ),
    "_check": ("Findings", "check", "check_rules"),
    "_explore": ("explore",),
    "_feasible": ("FeasibleRegions", "feasible_regions"),
    "_panel": ("Revisions", "Scorecard"),
    "_view": ("ReportView", "view"),
    "corpus": ("read_corpus",),
    "io": ("read",),
    "scenario": ("Scenario", "ScenarioPassage", "ScenarioTarget", "simulate"),
}

#: Families of formulas, and what else users import from.
_MODULES = (
    "contributions",
    "corpus",
    "disaggregation",
    "distribution",
    "divisions",
    "forecast",
    "growth",
    "income_gap",
    "index_number",
    "inequality",
    "intensity",
    "io",
    "language",
    "per_head",
    "plan",
    "plot",
    "prices",
    "progress",
    "regional",
    "scenario",
    "target",
    "text",
    "trend",
    "typing",
)

#: Names of functions that are called otherwise now, for who looks for them.
_RENAMED = {
    "plot_feasible": "plot.feasible",
    "plot_gap_path": "plot.gap_path",
    "plot_lorenz": "plot.lorenz",
    "plot_progress": "plot.progress",
    "plot_ratio_path": "plot.ratio_path",
    "read_report": "read",
}

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

# Not in it, because a star import would hide what Python brings: `round`, `LookupError` and the modules.
__all__ = sorted(["__version__", *(_HOMES.keys() - {"LookupError", "round"})])


def __dir__():
    return sorted([*__all__, "LookupError", "round", *_MODULES])


def __getattr__(name):
    if name in _MODULES:
        return load(name)  # which sets the attribute
    if name in _HOMES:
        value = globals()[name] = getattr(load(_HOMES[name]), name)
        return value
    message = f"module {PACKAGE!r} has no attribute {name!r}"
    from importlib.machinery import PathFinder

    # What imports a module of this package asks here first, while others may be half loaded. A folder of data is none.
    spec = PathFinder.find_spec(f"{PACKAGE}.{name}", __path__)
    if not name.startswith("_") and (spec is None or spec.origin is None):
        places = [f"{module}.{name}" for module in _MODULES if name in getattr(load(module), "__all__", ())]
        places += [_RENAMED[name]] if name in _RENAMED else []
        message += "".join(f"; it is {PACKAGE}.{place}" for place in places)
    raise AttributeError(message, name=name)


#: How classes of the core look in Jupyter that are more than a table of their fields.
_LOOKS = {
    "Finding": "finding_html",
    "Panel": "panel_html",
    "Quantity": "quantity_html",
    "Report": "report_html",
    "Statement": "statement_html",
}

# What only Python has of the core's classes: frames, findings, and the looks in Jupyter.
for _method in (
    Method(_core.Report, "to_frame", "frames", "to_frame"),
    Method(_core.Report, "from_frame", "frames", "from_frame", staticmethod),
    Method(_core.Report, "from_csv", "frames", "from_csv", staticmethod),
    Method(_core.Report, "from_excel", "frames", "from_excel", staticmethod),
    Method(_core.Report, "check", "_check", "report_check"),
    Method(_core.Report, "to_html", "page.render", "report_to_html"),
    Method(_core.FeasibleRegion, "is_feasible", "_feasible", "is_feasible"),
    Method(_core.Panel, "to_frame", "_panel", "to_frame"),
    Method(_core.Panel, "from_frame", "_panel", "from_frame", staticmethod),
    Method(_core.Panel, "scorecard", "_panel", "scorecard"),
    Method(_core.Panel, "revisions", "_panel", "revisions"),
    Method(_core.Panel, "check", "_panel", "panel_check"),
    *(
        Method(_core_class, "_repr_html_", "display", _LOOKS.get(_core_class.__name__, "record_html"))
        for _core_class in map(vars(_core).get, _NAMES["_core"])
        if isinstance(_core_class, type) and not issubclass(_core_class, Exception)
    ),
    Method(_core.Panel, "to_html", "page.render", "panel_to_html"),
    Method(_core.Panel, "targets", "_targets", "targets"),
    Method(_core.Panel, "outcomes", "_targets", "outcomes"),
    Method(_core.Panel, "target_vs_outcome", "_ambition", "target_vs_outcome"),
    Method(_core.Panel, "amplification", "_ambition", "amplification"),
    Method(_core.Panel, "series", "_series", "series"),
):
    setattr(_method.owner, _method.name, _method)
del _method
