"""What an import costs, and what works without the optional dependencies."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import shengzhou_report as sr

#: Modules whose names stand there and not at the top level.
FAMILIES = (
    "contributions",
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
)


def run(program: str, *blocked: str) -> str:
    """Standard output of a fresh interpreter in which the modules `blocked` cannot be imported."""
    block = f"import sys; sys.modules.update(dict.fromkeys({blocked!r}))\n"
    result = subprocess.run(
        [sys.executable, "-c", block + program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def loaded(program: str) -> set[str]:
    """The modules that a fresh interpreter loads for `program`."""
    return set(run(f"before = set(sys.modules)\n{program}\nprint(*set(sys.modules) - before)").split())


def test_import_loads_the_core_and_hardly_anything_else() -> None:
    modules = loaded("import shengzhou_report")
    # pybind11 makes modules without files inside the core.
    ours = {name for name in modules if name.startswith("shengzhou_report") and "_core." not in name}
    assert ours == {"shengzhou_report", "shengzhou_report._core", "shengzhou_report._lazy"}
    others = {name for name in modules if not name.startswith("shengzhou_report")}
    assert len(others) <= 8
    assert others <= set(sys.stdlib_module_names) | {"importlib._bootstrap", "importlib._bootstrap_external"}


def test_reading_a_text_loads_no_more_than_decimals() -> None:
    more = loaded("import shengzhou_report as sr\nlist(sr.parse('地区生产总值达210亿元,增长6.5%。'))")
    assert {name for name in more if name.startswith("shengzhou_report.")} == {
        name for name in loaded("import shengzhou_report") if name.startswith("shengzhou_report.")
    }


@pytest.mark.parametrize(
    ("use", "module"),
    [
        ("sr.growth.cagr(1, 2, 3)", "growth"),
        ("sr.check(sr.shengzhou_2024())", "_check"),
        ("sr.Panel().scorecard()", "_panel"),
        ("sr.Report()._repr_html_()", "display"),
        ("sr.Quantity(1)._repr_html_()", "display"),
        ("sr.Report.from_frame", "frames"),
        ("sr.typing.Measure", "typing"),
    ],
)
def test_a_module_loads_when_it_is_first_used(use: str, module: str) -> None:
    name = f"shengzhou_report.{module}"
    assert name not in loaded("import shengzhou_report as sr")
    modules = loaded(f"import shengzhou_report as sr\n{use}")
    assert name in modules
    assert "numpy" not in modules


def test_a_name_that_stands_elsewhere_is_told() -> None:
    for module in FAMILIES:
        for name in set(importlib.import_module(f"shengzhou_report.{module}").__all__) - set(FAMILIES):
            with pytest.raises(AttributeError, match=rf"; it is shengzhou_report\.{module}\.{name}(;|$)"):
                getattr(sr, name)
    with pytest.raises(AttributeError, match=r"; it is shengzhou_report\.read$"):
        _ = sr.read_report
    with pytest.raises(AttributeError, match=r"has no attribute 'nonsense'$"):
        _ = sr.nonsense
    assert not hasattr(sr, "_ipython_display_")


def test_every_name_stands_in_one_place() -> None:
    modules = {module: importlib.import_module(f"shengzhou_report.{module}").__all__ for module in FAMILIES}
    places = [sr.__all__, *modules.values()]
    # A picture is called what it draws: plot.ratio_path draws income_gap.ratio_path.
    names = [name for place in places if place is not modules["plot"] for name in place]
    assert len(names) == len(set(names))
    assert len(sr.__all__) <= 70
    for place in places:
        assert list(place) == sorted(place)


def test_dir_shows_what_is_public() -> None:
    assert set(sr.__all__) | set(FAMILIES) | {"typing", "round", "LookupError"} == set(dir(sr))
    for module in FAMILIES:
        assert dir(getattr(sr, module)) == importlib.import_module(f"shengzhou_report.{module}").__all__


def test_the_stub_of_the_package_lists_the_same_names() -> None:
    stub = ast.parse(Path(sr.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    assert [type(node) for node in stub.body] == [ast.ImportFrom] * len(stub.body)
    listed = {
        alias.asname: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert listed.keys() == set(dir(sr))
    homes = {name: home for home, names in sr._NAMES.items() for name in names} | {"__version__": "_core"}
    assert {name: home for name, home in listed.items() if home is not None} == homes


def test_a_method_of_python_can_be_overridden() -> None:
    program = """
import shengzhou_report as sr
class Mine(sr.Report):
    calls = 0
    def check(self):
        self.calls += 1
        return super().check()
mine = Mine([sr.Statement("GDP")])
print(type(mine.check()).__name__, mine.calls)
"""
    assert run(program) == "Findings 1"


def test_threads_may_be_the_first_to_use_something() -> None:
    program = """
import threading
import shengzhou_report as sr
report, barrier, found = sr.shengzhou_2024(), threading.Barrier(8), []
def use():
    barrier.wait()
    scores = sr.Panel([report]).scorecard()
    found.append((len(report.check()), sr.growth.cagr(1, 4, 2), len(scores), report._repr_html_()))
threads = [threading.Thread(target=use) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found), len(set(found)), found[0][1])
"""
    assert run(program, "numpy", "pandas") == "8 1 1.0"


def test_help_on_the_package_needs_no_other() -> None:
    program = (
        "import pydoc, shengzhou_report\nprint('to_frame(self)' in pydoc.plain(pydoc.render_doc(shengzhou_report)))"
    )
    assert run(program, "numpy", "pandas", "matplotlib", "typer", "rich") == "True"


@pytest.mark.parametrize("name", ["to_frame", "check", "from_frame", "_repr_html_"])
def test_a_method_of_python_is_a_function_of_its_class(name: str) -> None:
    program = f"""
import inspect, shengzhou_report as sr
member = getattr(sr.Report(), {name!r})
assert member.__doc__
assert "Method" not in repr(vars(sr.Report)[{name!r}])
print(inspect.signature(member))
"""
    assert run(program, "numpy", "pandas").startswith("(")


@pytest.mark.parametrize(
    "call",
    [
        "sr.growth.compound(745, 0.07)",
        "sr.growth.doubling_time(0.07).whole_periods()",
        "sr.income_gap.income_ratio(sr.Interval(77350, 77450), 43200)",
        "sr.income_gap.gap_peak(77400, 43200, 0.063, 0.068)",
        "sr.income_gap.is_narrowing(0.063, 0.068)",
        "sr.growth.average_growth([sr.Interval(0.05), 0.06])",
        "sr.income_gap.ratio_path(sr.Interval(1.8), 0.06, 0.07, 3)",
        "sr.shengzhou_2024().at('GDP', status='target').target_interval()",
        "sr.shengzhou_2024()._repr_html_()",
        "sr.target.implied_levels(sr.shengzhou_2024())",
        "sr.check(sr.shengzhou_2024())._repr_html_()",
        "sr.Panel([sr.shengzhou_2024()]).scorecard()",
        "sr.FeasibleRegion(2, 1, urban_weight=0.5).is_feasible(0.06, 0.07)",
        "sr.target.is_in_step(0.021, 0.023)",
        "sr.convert('50.81', '亿元', '万元')",
    ],
)
def test_numbers_intervals_and_text_need_no_numpy(call: str) -> None:
    assert run(f"import shengzhou_report as sr\nprint({call})", "numpy", "pandas")


def test_arrays_need_no_pandas() -> None:
    assert (
        run("import shengzhou_report as sr\nprint(sr.growth.compound([2, 4], 0.5).tolist())", "pandas") == "[3.0, 6.0]"
    )


def test_a_missing_extra_is_named() -> None:
    program = """
import shengzhou_report as sr
try:
    sr.shengzhou_2024().to_frame()
except ImportError as error:
    print(error, "|", error.name, "|", type(error.__cause__).__name__)
"""
    message, name, cause = run(program, "pandas").split(" | ")
    assert message == "this needs pandas: pip install 'shengzhou-report[pandas]'"
    assert (name, cause) == ("pandas", "ModuleNotFoundError")


@pytest.mark.parametrize(
    "call",
    [
        "sr.forecast.value_predictive([1, 2]).quantile(0.5)",
        "sr.forecast.coverage([1, 2], 0, 3)",
        "sr.forecast.diebold_mariano([1, 2], [2, 1])",
        "sr.trend.hp_filter([1, 2, 4, 5], smoothing=6.25)",
        "sr.trend.hamilton_filter([1, 3, 2, 5, 4, 7], horizon=1, lags=1)",
        "sr.trend.seasonal_adjust(range(12), periods_per_year=4)",
    ],
)
def test_statistics_name_their_extra(call: str) -> None:
    program = f"""
import shengzhou_report as sr
try:
    {call}
except ImportError as error:
    print(error)
"""
    message = run(program, "scipy", "scipy.special", "scipy.stats", "statsmodels")
    assert re.fullmatch(r"this needs (scipy|statsmodels): pip install 'shengzhou-report\[econometrics\]'", message)


def test_a_star_import_hides_no_builtin() -> None:
    program = "import builtins\nfrom shengzhou_report import *\nprint(*set(dir(builtins)) & set(dir()))"
    assert all(name.startswith("__") for name in run(program).split())
