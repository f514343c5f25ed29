"""What an import costs, and what works without the optional dependencies."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(program: str, *blocked: str) -> str:
    """Standard output of a fresh interpreter in which the modules `blocked` cannot be imported."""
    block = f"import sys; sys.modules.update(dict.fromkeys({blocked!r}))\n"
    result = subprocess.run(
        [sys.executable, "-c", block + program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_import_brings_no_heavy_module() -> None:
    loaded = run("before = set(sys.modules)\nimport shengzhou_report\nprint(*set(sys.modules) - before)").split()
    assert "shengzhou_report._core" in loaded
    heavy = {"numpy", "pandas", "matplotlib", "typer", "rich", "openpyxl", "dask"}
    assert heavy.isdisjoint(name.partition(".")[0] for name in loaded)


@pytest.mark.parametrize(
    "call",
    [
        "sr.compound(745, 0.07)",
        "sr.doubling_time(0.07).whole_periods()",
        "sr.income_ratio(sr.Interval(77350, 77450), 43200)",
        "sr.gap_peak(77400, 43200, 0.063, 0.068)",
        "sr.is_narrowing(0.063, 0.068)",
        "sr.average_growth([sr.Interval(0.05), 0.06])",
        "sr.ratio_path(sr.Interval(1.8), 0.06, 0.07, 3)",
        "sr.shengzhou_2024().at('GDP', status='target').target_interval()",
        "sr.shengzhou_2024()._repr_html_()",
        "sr.implied_levels(sr.shengzhou_2024())",
        "sr.check(sr.shengzhou_2024())._repr_html_()",
        "sr.Panel([sr.shengzhou_2024()]).scorecard()",
        "sr.FeasibleRegion(2, 1, urban_weight=0.5).is_feasible(0.06, 0.07)",
        "sr.is_in_step(0.021, 0.023)",
        "sr.convert('50.81', '亿元', '万元')",
    ],
)
def test_numbers_intervals_and_text_need_no_numpy(call: str) -> None:
    assert run(f"import shengzhou_report as sr\nprint({call})", "numpy", "pandas")


def test_arrays_need_no_pandas() -> None:
    assert run("import shengzhou_report as sr\nprint(sr.compound([2, 4], 0.5).tolist())", "pandas") == "[3.0, 6.0]"


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


def test_a_star_import_hides_no_builtin() -> None:
    program = "import builtins\nfrom shengzhou_report import *\nprint(*set(dir(builtins)) & set(dir()))"
    assert all(name.startswith("__") for name in run(program).split())
