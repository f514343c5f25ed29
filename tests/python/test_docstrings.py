"""Every public name has a docstring, and every example in one runs.

`pytest --doctest-modules` does not see the docstrings of pybind11's functions, so this does.
"""

from __future__ import annotations

import doctest
import inspect
import re
from typing import Any

import pandas as pd
import pytest
import stubs

import shengzhou_report as sr
from shengzhou_report import display, frames

FLAGS = doctest.NORMALIZE_WHITESPACE
#: Modules of the package that have public names of their own.
MODULES = {name: value for name in dir(sr) if inspect.ismodule(value := getattr(sr, name)) and name != "typing"}
#: What users call and make, by its name behind `sr.`.
PUBLIC = {name: getattr(sr, name) for name in dir(sr) if name not in MODULES.keys() | {"typing", "__version__"}} | {
    f"{module}.{name}": getattr(value, name) for module, value in MODULES.items() for name in value.__all__
}
OURS = {name: value for name, value in PUBLIC.items() if inspect.isclass(value) or callable(value)}


def documented() -> dict[str, Any]:
    """Public names, and the public members of public classes, by their dotted name."""
    found: dict[str, Any] = {"shengzhou_report": sr}
    for name, value in OURS.items():
        found[name] = value
        if isinstance(value, type) and not issubclass(value, tuple):
            members = {key: getattr(value, key) for key in vars(value) if not key.startswith("_")}
            found |= {f"{name}.{key}": member for key, member in members.items()}
    for module in map(inspect.getmodule, (*OURS.values(), display, frames)):
        if module not in (None, sr):
            found[module.__name__] = module  # type: ignore[union-attr]
    return found


DOCUMENTED = documented()
EXAMPLES = {name: value for name, value in DOCUMENTED.items() if ">>>" in (inspect.getdoc(value) or "")}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_everything_public_has_a_docstring_that_starts_with_a_sentence(name: str) -> None:
    doc = inspect.getdoc(DOCUMENTED[name]) or ""
    # pybind11 puts the signature first, and for overloads a list of them.
    text = re.sub(r"\A\w+\(.*\n(?:\s*\n)?", "", doc)
    text = re.sub(r"\AOverloaded function\.\n\s*\n1\. .*\n\s*\n", "", text)
    assert re.match(r"[\w'\"`(<].*?[.:]", text.strip(), re.DOTALL), f"{name}: {doc!r}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_run(name: str) -> None:
    parser = doctest.DocTestParser()
    example = parser.get_doctest(inspect.getdoc(EXAMPLES[name]) or "", {}, name, None, 0)
    assert example.examples
    output: list[str] = []
    with pd.option_context("display.width", 120):
        doctest.DocTestRunner(optionflags=FLAGS).run(example, out=output.append)
    assert not output, "".join(output)


#: Modules whose functions must say in their own docstring what they raise.
ERRORS_NAMED = (
    *stubs.MODULES,
    "scenario",
    "_scenario",
    "_inequality_change",
    "_inequality_groups",
    "_predictive",
    "_calibration",
    "trend",
    "text",
    "plot",
    "io",
    "_check",
    "_panel",
    "_feasible",
    "_view",
    "frames",
    "disaggregation",
    "distribution",
)


def takes_arguments(value: Any) -> bool:
    if inspect.isfunction(value):
        return any(name != "self" for name in inspect.signature(value).parameters)
    # pybind11 has the signature in the docstring alone.
    signature = re.match(r"\w+\((?:self: [\w.]+)?(?:, )?(.*?)\) ->", inspect.getdoc(value) or "")
    return inspect.isroutine(value) and signature is not None and signature[1] != ""


def is_bound_in_core(value: Any) -> bool:
    """A function or method of the types: numbers, units, quantities, intervals, indicators, statements, reports."""
    return inspect.isroutine(value) and not inspect.isfunction(value) and not hasattr(value, "__wrapped__")


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, value in DOCUMENTED.items()
        if takes_arguments(value)
        and (
            getattr(value, "__module__", "").rpartition(".")[2] in ERRORS_NAMED
            or (is_bound_in_core(value) and name.partition(".")[0] not in MODULES)
        )
    ],
)
def test_functions_name_their_errors(name: str) -> None:
    doc = inspect.getdoc(DOCUMENTED[name]) or ""
    assert re.search(r"[Rr]aises|\berrors (?:of|as)\b|\w+Error\b", doc), doc


def test_there_are_examples_for_every_function_and_method() -> None:
    functions = {name for name, value in DOCUMENTED.items() if inspect.isroutine(value)}
    assert len(functions) >= 250
    assert sorted(functions - EXAMPLES.keys()) == []


@pytest.mark.parametrize(
    "call",
    [
        lambda: sr.growth.contribution(1, 2, 0),
        lambda: sr.growth.required_growth_rest(0.07, 0.06, 1),
        lambda: sr.income_gap.income_ratio(1, 0),
        lambda: sr.income_gap.income_gap(-1, 1),
        lambda: sr.income_gap.ratio_half_life(0.9, 0.05, 0.06),
        lambda: sr.income_gap.gap_threshold(-1, 0.05),
        lambda: sr.income_gap.ratio_path(1.8, 0.05, 0.06, periods=-1),
        lambda: sr.income_gap.gap_peak(0, 1, 0.05, 0.06),
        lambda: sr.inequality.two_group_theil_t(0, 0, 0.5),
        lambda: sr.inequality.two_group_gini(0, 0, 0.5),
        lambda: sr.inequality.two_group_theil_l(0, 1, 0.5),
        lambda: sr.inequality.gini_turning_share(0),
        lambda: sr.inequality.theil_t([0.0, 0.0]),
        lambda: sr.inequality.theil_l([0.0, 1.0]),
        lambda: sr.inequality.gini([0.0, 0.0]),
        lambda: sr.inequality.decompose_inequality("gini", [-1.0, 1.0], within=[0, 0]),
        lambda: sr.inequality.mean_change(-1, 1, 0.5, 1, 1, 0.5),
        lambda: sr.inequality.shapley_change("theil_l", 0, 1, 0.5, 1, 1, 0.5),
        lambda: sr.inequality.lmdi([-1, 1], [1, 1]),
        lambda: sr.inequality.sigma_convergence([1.0], ddof=1),
        lambda: sr.inequality.urban_share(5, 3, 2),
        lambda: sr.target.is_in_step(0.05, 0.05, tolerance=-1),
        lambda: sr.target.total_income_growth(1, 1, 1.1, 0, 0),
        lambda: sr.progress.single_growths([1, 2], [0.1], 4),
        lambda: sr.progress.year_to_date([1, 2], 0),
        lambda: sr.progress.completion(1, 0),
        lambda: sr.progress.lead(1, 1, 0),
        lambda: sr.progress.projected_total(1, 1.1),
        lambda: sr.progress.seasonal_pattern([0, 0], 2),
        lambda: sr.progress.seasonal_share([1, 1], 3, 2),
        lambda: sr.progress.progress(1, 1, 0.5, previous=(2, 1)),
        lambda: sr.progress.error_moments([1, 1]),
        lambda: sr.forecast.normal_quantile(1),
        lambda: sr.forecast.level_quantile(1, 0.05, 0.02, -1, 0.5),
        lambda: sr.forecast.narrowing_probability(0.05, 0.06, 0.01, 0.01, 1.1),
        lambda: sr.forecast.crps_normal(1, 1, -1),
        lambda: sr.forecast.crps_sample(1, []),
        lambda: sr.forecast.interval_score(1, 2, 1, 0.8),
        lambda: sr.forecast.pit_normal(1, 1, -1),
        lambda: sr.forecast.pit_sample(1, []),
        lambda: sr.forecast.pit_histogram([2.0]),
        lambda: sr.forecast.uniformity_test([]),
        lambda: sr.forecast.coverage([1], 2, 1),
        lambda: sr.forecast.diebold_mariano([1.0], [2.0]),
        lambda: sr.disaggregation.litterman([1.0, 2.0, 3.0], [1.0] * 6, periods_per_benchmark=2, rho=1),
        lambda: sr.disaggregation.fernandez([1.0], [1.0] * 4, periods_per_benchmark=4),
        lambda: sr.trend.hp_filter([1.0, 2.0], smoothing=1),
        lambda: sr.trend.hamilton_filter([1.0, 2.0], horizon=1, lags=1),
        lambda: sr.trend.seasonal_adjust([1.0, 2.0], periods_per_year=4),
        lambda: sr.regional.location_quotient(3, 2, 1, 2),
        lambda: sr.regional.shift_share([-1], [1], [1], [1]),
        lambda: sr.regional.age_groups([1, 1], [0, 15]),
        lambda: sr.regional.elderly_share(2, 1),
        lambda: sr.regional.child_dependency_ratio(1, 0),
        lambda: sr.regional.old_age_dependency_ratio(-1, 1),
        lambda: sr.regional.dependency_ratio(1, 0, 1),
        lambda: sr.regional.ageing_index(1, 0),
        lambda: sr.regional.potential_support_ratio(1, 0),
        lambda: sr.regional.ageing_stage(7, elderly="65+"),
        lambda: sr.forecast.value_predictive([1.0]),
        lambda: sr.forecast.growth_predictive([0.05, 0.05]),
        lambda: sr.forecast.level_predictive(-1, [0.05, 0.06]),
    ],
)
def test_the_errors_that_docstrings_name_are_raised(call: Any) -> None:
    with pytest.raises(sr.DomainError):
        call()
