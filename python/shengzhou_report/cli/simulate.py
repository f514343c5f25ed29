"""The command `simulate`: possible futures of the income ratio."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from shengzhou_report._arguments import Figures
from shengzhou_report._assumptions import CORRELATION, RURAL_VOLATILITY, URBAN_VOLATILITY
from shengzhou_report._core import shengzhou_2024
from shengzhou_report._overview import RATIO_TARGETS, income_overview, scenario_rows, scenario_tables
from shengzhou_report._terminal import print_json, print_parts
from shengzhou_report.language import gettext as _
from shengzhou_report.scenario import ScenarioPassage, simulate

from .language import Command
from .options import AsEncoding, AsJson
from .program import app, fail
from .reading import read_or_fail

#: What JSON says; tables say it in the language in use.
ASSUMED, GIVEN = "assumed: national growth 2018, 2020-2025", "given"


def _spoken(assumption: tuple[str, Any, str]) -> tuple[str, Any, str]:
    """An assumption in the language in use."""
    name, value, source = assumption
    names = {
        "urban growth": _("urban growth"),
        "rural growth": _("rural growth"),
        "urban volatility": _("urban volatility"),
        "rural volatility": _("rural volatility"),
        "correlation": _("correlation"),
    }
    sources = {ASSUMED: _("assumed: national growth 2018, 2020-2025"), GIVEN: _("given")}
    return names[name], value, sources.get(source, source)


@app.command("simulate", cls=Command, context_settings={"ignore_unknown_options": True})
def simulate_incomes(
    file: Annotated[Path | None, typer.Argument(help="Any report; default: the embedded one.")] = None,
    years: Annotated[int, typer.Option(help="How far to look ahead.", min=1, max=60)] = 10,
    urban_growth: Annotated[str | None, typer.Option(metavar="RATE", help="Default: that of the report.")] = None,
    rural_growth: Annotated[str | None, typer.Option(metavar="RATE", help="Default: that of the report.")] = None,
    urban_volatility: Annotated[str | None, typer.Option(metavar="RATE", help="Default: 1.8%.")] = None,
    rural_volatility: Annotated[str | None, typer.Option(metavar="RATE", help="Default: 1.5%.")] = None,
    correlation: Annotated[float | None, typer.Option(help="Of the two; default: 0.91.")] = None,
    target: Annotated[list[float] | None, typer.Option(help="Ratio to reach; default: 1.75, 1.70, 1.60.")] = None,
    paths: Annotated[int, typer.Option(help="Number of futures.", min=1)] = 1_000_000,
    seed: Annotated[int, typer.Option(help="Seed of the random numbers.", min=0)] = 0,
    encoding: AsEncoding = None,
    as_json: AsJson = False,
) -> None:
    """Possible futures of the urban-rural income ratio, and how likely its targets are.

    Median growth is that of the report's last year. Volatility is the standard deviation of a year's growth; where it
    is not given, that of national growth in 2018 and 2020 to 2025 is assumed. The answer is about these assumptions.
    """
    report = shengzhou_2024() if file is None else read_or_fail(file, encoding)
    income = income_overview(report)
    if income is None:
        fail(_("the report does not state level and growth of both incomes"))
    names = ("urban", "rural")
    figures = Figures(rounded=False)
    assumptions: list[tuple[str, Any, str]] = []

    def choose(name: str, given: str | float | None, default: float, source: str) -> Any:
        value = figures.read(name, "rate", given) if isinstance(given, str) else given
        assumptions.append((name, default if value is None else value, source if value is None else GIVEN))
        return assumptions[-1][1]

    stated = f"{report.title or file}, {income['year']}"
    growth = {
        name: choose(f"{name} growth", given, income[name]["growth"].quantity.rate, stated)
        for name, given in zip(names, (urban_growth, rural_growth), strict=True)
    }
    volatility = {
        name: choose(f"{name} volatility", given, default, ASSUMED)
        for name, given, default in (
            ("urban", urban_volatility, URBAN_VOLATILITY),
            ("rural", rural_volatility, RURAL_VOLATILITY),
        )
    }
    common = choose("correlation", correlation, CORRELATION, ASSUMED)
    try:
        scenario = simulate(
            {name: income[name]["level"].quantity for name in names},
            growth,
            volatility,
            periods=years,
            correlation=common,
            ratio=names,
            passages={f"{ratio:g}": ScenarioPassage("ratio", None, ratio) for ratio in target or RATIO_TARGETS},
            year=income["year"],
            paths=paths,
            seed=seed,
        )
        tables = scenario_rows(scenario)
    except ImportError as error:
        fail(str(error))
    if as_json:
        named = [{"name": name, "value": value, "source": source} for name, value, source in assumptions]
        print_json({"assumptions": named, "paths": paths, "seed": seed, **tables})
        return
    print_parts(*scenario_tables(tables, [*map(_spoken, assumptions)], scenario))
