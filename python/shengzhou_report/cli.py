"""The command line `shengzhou-report`, also `python -m shengzhou_report`.

Every number that is printed comes from the library; this file reads arguments, calls one function and prints.
With --json a command prints one JSON object, in which an infinite number is null: an interval without an end, a
crossing that never comes.
"""

from __future__ import annotations

import inspect
import io
import json
import math
import os
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup

from . import __path__ as package_path
from ._core import (
    Crossing,
    CrossingRange,
    DomainError,
    Error,
    GapPeak,
    GapPeakRange,
    Indicator,
    Interval,
    Quantity,
    Report,
    Statement,
    Unit,
    UnitError,
    __version__,
    catalogue,
    find_indicator,
    implied_levels,
    shengzhou_2024,
)
from .growth import (
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
from .income_gap import (
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
)

if TYPE_CHECKING:
    from rich.table import Table

#: What `show` asks of the embedded report and of its income ratio.
OUTCOMES_SECTION = "headline figures"
TARGETS_SECTION = "headline targets"
RATIO_TARGETS = (1.75, 1.70, 1.60)
PATH_YEARS = 5

#: The longest path that a command line asks for.
MOST_PERIODS = 10_000

#: A target without a number, in words.
TRENDS = {
    "rising": "keeps rising",
    "falling": "keeps falling",
    "stable": "stays as it is",
    "in_step": "in step with the economy",
}

HOW_TO_WRITE = """\
Figures are written as printed: 745, 745亿元, 7.5% (or 0.075), -16.7%. 77400~100 declares that 77400 is rounded to 100.
A ratio can be given by the two incomes, 77400/43200.

With --rounded every figure stands for all values that print like it, and so does the answer; targets, years and periods
stay exact.

In JSON rates are fractions, and an infinite number is null.
"""


class Group(TyperGroup):
    """A group of commands that turns errors of the library into one line on stderr and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Error as error:
            _fail(str(error))


def _fail(message: str) -> NoReturn:
    typer.secho(f"error: {message}", fg=typer.colors.RED, err=True)
    raise typer.Exit(2)


app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Reads the statements of a government work report, keeps them honest, and computes with them.",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


# How results look.


def _number(value: float, digits: int = 6) -> str:
    """At least `digits` significant digits and two decimals, without an exponent and without trailing zeros."""
    if not math.isfinite(value):
        return str(value)
    decimals = 2 if value == 0 else min(max(2, digits - 1 - math.floor(math.log10(abs(value)))), 60)
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")


def _percent(rate: float) -> str:
    return _number(100 * rate, 4) + "%"


def _years(number: float) -> str:
    return f"{number:.2f}"


def _span(interval: Interval, form: Callable[[float], str]) -> str:
    if math.isinf(interval.upper):
        return "≥" + form(interval.lower)
    if math.isinf(interval.lower):
        return "≤" + form(interval.upper)
    return f"{form(interval.lower)} to {form(interval.upper)}"


def _plain(value: Any) -> Any:
    """`value` as JSON can hold it."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Unit):
        return value.symbol
    if isinstance(value, Interval):
        return {"lower": _plain(value.lower), "upper": _plain(value.upper)}
    if isinstance(value, Crossing):
        whole = value.whole_periods() if value else None
        return {"reach": value.reach, "periods": _plain(value.periods), "whole_periods": whole}
    if isinstance(value, GapPeak):
        return {"reach": value.reach, "time": _plain(value.time), "year": value.year, "gap": _plain(value.gap)}
    if isinstance(value, (CrossingRange, GapPeakRange)):
        return {"reached": value.reached, "earliest": _plain(value.earliest), "latest": _plain(value.latest)}
    if isinstance(value, Quantity):
        return {
            "printed": str(value),
            "value": value.value,
            "unit": value.unit.symbol,
            "bound": value.bound,
            "interval": _plain(value.interval()),
        }
    if isinstance(value, Statement):
        names = ("indicator", "indicator_id", "name_en", "measure", "status", "modality", "year", "period", "trend")
        return {name: getattr(value, name) for name in (*names, "price_basis")} | {"figure": _plain(value.quantity)}
    if isinstance(value, Indicator):
        names = ("id", "name", "name_en", "aliases", "unit", "topic", "kind", "level_basis", "growth_basis")
        return {name: _plain(getattr(value, name)) for name in (*names, "direction")}
    return [_plain(item) for item in value]


def _print_json(value: Mapping[str, Any]) -> None:
    plain = _plain(value)
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        # A stream that cannot hold the characters gets them escaped, which is the same JSON.
        text = json.dumps(plain, allow_nan=False, indent=2)
    typer.echo(text)


def _table(
    title: str, *columns: str, numbers: Collection[str] = (), wrap: Collection[str] = (), caption: str | None = None
) -> Table:
    """An empty table; the columns in `numbers` are aligned to the right, those in `wrap` may be broken."""
    from rich import box
    from rich.table import Table

    table = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        caption=caption,
        caption_justify="left",
        caption_style="dim",
        box=box.SIMPLE_HEAD,
        show_header=any(columns),
        show_edge=False,
        pad_edge=False,
    )
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in numbers else "left"
        table.add_column(column, justify=justify, no_wrap=column not in wrap, overflow="fold")
    return table


def _show(*parts: Any) -> None:
    """Prints texts and tables, with an empty line between them."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    for i, part in enumerate(parts):
        if i > 0:
            console.print()
        console.print(part)


# Figures on the command line.


class Figures:
    """Reads the arguments of one command; all its levels share one unit, that of the first."""

    _FORM = re.compile(r"([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?:~([0-9.]+))?\s*(.*)", re.DOTALL)

    def __init__(self, rounded: bool) -> None:
        self.rounded = rounded
        self.unit: Unit | None = None

    def read(self, name: str, kind: str, text: str) -> float | Interval:
        """The argument `name` as `kind`: 'level', 'rate', 'ratio', 'goal', 'goal_rate', 'count' or 'whole'.

        An error of the library is raised again with the name of the argument.
        """
        try:
            value: float | Interval = getattr(self, "_" + kind)(text.strip().replace("−", "-"))
        except Error as error:
            raise type(error)(f"{name}: {error}") from error
        return value

    def _figure(self, text: str) -> tuple[Quantity, bool]:
        """The figure and whether its rounding step is declared."""
        match = self._FORM.fullmatch(text)
        if match is None:
            return Quantity(text), False
        number, step, unit = match.groups()
        return Quantity(number, Unit(unit), step=step), step is not None

    def _level(self, text: str, chosen: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        self.unit = self.unit or figure.unit
        figure = figure.to(self.unit)
        return figure.interval() if declared or (self.rounded and not chosen) else figure.value

    def _goal_level(self, text: str) -> float | Interval:
        return self._level(text, chosen=True)

    def _rate(self, text: str, chosen: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        rounded = declared or (self.rounded and not chosen)
        if figure.unit.is_point:
            raise UnitError(f"a rate is no difference of rates; write {figure.decimal}%, not {text!r}")
        if figure.unit != Unit():
            return figure.rate_interval() if rounded else figure.rate
        if abs(figure.value) >= 1:
            raise UnitError(f"{text!r} would be {_percent(figure.value)}; write it with its unit, as in {text}%")
        return figure.interval() if rounded else figure.value

    def _goal_rate(self, text: str) -> float | Interval:
        return self._rate(text, chosen=True)

    def _ratio(self, text: str) -> float | Interval:
        urban, slash, rural = text.partition("/")
        if slash:
            incomes = Figures(self.rounded)
            ratio: float | Interval = income_ratio(incomes._level(urban), incomes._level(rural))
            return ratio
        return self._bare(text, "1.79 or 77400/43200", self.rounded)

    def _goal(self, text: str) -> float | Interval:
        return self._bare(text, "1.70")

    def _count(self, text: str) -> float:
        value = self._bare(text, "4")
        if isinstance(value, Interval):
            raise DomainError(f"needs an exact number, not {text!r}")
        return value

    def _whole(self, text: str) -> int:
        value = self._count(text)
        if value != int(value) or not 0 <= value <= MOST_PERIODS:
            raise DomainError(f"needs a whole number from 0 to {MOST_PERIODS}, not {text!r}")
        return int(value)

    def _bare(self, text: str, example: str, rounded: bool = False) -> float | Interval:
        figure, declared = self._figure(text)
        if figure.unit != Unit():
            raise UnitError(f"needs a number without a unit, as in {example}, not {text!r}")
        return figure.interval() if rounded or declared else figure.value


# One sub-command a function. What an argument is follows from its name in the library.

_NAMES = {
    "level": "value start end level current base part_start part_end whole_start whole_end "
    "urban rural urban0 rural0 urban1 rural1",
    "rate": "rate rates growth growth_previous growth_current nominal real deflator_growth ytd_growth ytd_share "
    "rate_a rate_b urban_growth rural_growth",
    "ratio": "ratio",
    "goal": "times",
    "goal_rate": "annual_target",
    "count": "periods years periods_per_year",
}
KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}

HELP = {
    "level": "Level: 745, 745亿元 or 77400~100.",
    "goal_level": "Level to reach: 800 or 800亿元.",
    "rate": "Rate: 7.5%, 0.075 or -16.7%.",
    "goal_rate": "Rate to reach: 7% or 0.07.",
    "ratio": "Ratio: 1.79, or the incomes 77400/43200.",
    "goal": "Exact number, such as 1.70.",
    "count": "Exact number.",
    "whole": "Whole number.",
}


@dataclass(frozen=True)
class Command:
    """A sub-command: its name, the function it calls, and what the result is.

    `gives` is 'level', 'rate', 'points', 'number', 'time' or 'words'; `kinds` has the arguments that differ from KINDS.
    """

    name: str
    function: Callable[..., Any]
    gives: str
    kinds: Mapping[str, str] = field(default_factory=dict)

    def kind(self, argument: str) -> str:
        """What the argument is."""
        return self.kinds.get(argument) or KINDS[argument]


GROWTH = (
    Command("compound", compound, "level"),
    Command("rate", growth_rate, "rate"),
    Command("cagr", cagr, "rate"),
    Command("log", log_growth, "number"),
    Command("doublings", doublings, "number"),
    Command("average", average_growth, "rate"),
    Command("two-year-average", two_year_average, "rate"),
    Command("chain", chain, "level"),
    Command("implied-base", implied_base, "level"),
    Command("annualise", annualise, "rate"),
    Command("real", real_growth, "rate"),
    Command("nominal", nominal_growth, "rate"),
    Command("deflator", implied_deflator, "rate"),
    Command("required", required_growth, "rate", {"target": "goal_level"}),
    Command("required-rest", required_growth_rest, "rate"),
    Command("contribution", contribution, "points"),
    Command("contribution-rate", contribution_rate, "rate"),
    Command("points", percentage_point_difference, "points"),
    Command("reach", periods_to_reach, "time", {"end": "goal_level"}),
    Command("doubling-time", doubling_time, "time"),
)

GAP = (
    Command("ratio", income_ratio, "number"),
    Command("gap", income_gap, "level"),
    Command("path", ratio_path, "number", {"periods": "whole"}),
    Command("gap-path", gap_path, "level", {"periods": "whole"}),
    Command("years-to", years_to_ratio, "time", {"target": "goal"}),
    Command("required-rural", required_rural_growth, "rate", {"target": "goal"}),
    Command("required-urban", required_urban_growth, "rate", {"target": "goal"}),
    Command("differential", required_differential, "rate", {"target": "goal"}),
    Command("threshold", gap_threshold, "rate"),
    Command("peak", gap_peak, "time"),
    Command("close", gap_close, "time"),
    Command("half-life", ratio_half_life, "time"),
    Command("narrowing", is_narrowing, "words"),
    Command("gap-narrowing", is_gap_narrowing, "words"),
)

#: Parameters of the library that a command line has no use for.
LEFT_OUT = frozenset({"out", "growth_step", "level_step"})


def _parameters(command: Command) -> list[inspect.Parameter]:
    """The parameters of the function as typer reads them: text, to be read by `Figures`."""
    parameters = []
    after_sequence = False
    for name, parameter in inspect.signature(command.function).parameters.items():
        if name in LEFT_OUT:
            continue
        help_text = HELP[command.kind(name)]
        required = parameter.default is inspect.Parameter.empty or command.kind(name) == "whole"
        if isinstance(parameter.default, float):
            help_text += f" Default: {_number(parameter.default)}."
        metavar = name.upper()
        annotation: Any
        if name == "rates":
            annotation = Annotated[list[str], typer.Argument(metavar=metavar + "...", help=help_text)]
            after_sequence = True
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY or after_sequence:
            flag = "--" + name.replace("_", "-")
            annotation = Annotated[str | None, typer.Option(flag, metavar="FIGURE", help=help_text)]
        elif required:
            annotation = Annotated[str, typer.Argument(metavar=metavar, help=help_text)]
        else:
            annotation = Annotated[str | None, typer.Argument(metavar=metavar, help=help_text)]
        default = inspect.Parameter.empty if required else None
        parameters.append(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        )
    return parameters


def _register(group: typer.Typer, group_name: str, time: str, command: Command) -> None:
    def run(rounded: bool, as_json: bool, **texts: str | list[str] | None) -> None:
        figures = Figures(rounded)
        given = {name: text for name, text in texts.items() if text is not None}
        arguments: dict[str, Any] = {}
        for name, text in given.items():
            kind = command.kind(name)
            if isinstance(text, str):
                arguments[name] = figures.read(name, kind, text)
            else:
                arguments[name] = [figures.read(name, kind, item) for item in text]
        try:
            result = command.function(**arguments)
        except TypeError as error:
            # Only a choice of arguments that do not go together: the types are right by now.
            raise typer.BadParameter(str(error)) from error
        unit = str(figures.unit or "")
        if as_json:
            has_unit = command.gives == "level" or isinstance(result, (GapPeak, GapPeakRange))
            head = {"command": f"{group_name} {command.name}", "arguments": given, "rounded": rounded}
            _print_json(head | {"unit": unit if has_unit else "", "result": result})
        elif isinstance(result, (str, float, Interval, Crossing, CrossingRange, GapPeak, GapPeakRange)):
            typer.echo(_line(result, command.gives, unit, time))
        else:
            table = _table("", time, command.gives, numbers=(time, command.gives))
            for period, item in enumerate(result):
                table.add_row(str(period), _line(item, command.gives, unit, time))
            _show(table)

    flags = {
        "rounded": Annotated[bool, typer.Option("--rounded", help="Read figures as rounded; answer with a range.")],
        "as_json": AsJson,
    }
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            *_parameters(command),
            *(
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=False)
                for name, annotation in flags.items()
            ),
        ]
    )
    summary, _, _ = (inspect.getdoc(command.function) or "").partition("\n\n")
    # Unknown options are arguments, so that -16.7% needs no escape.
    group.command(command.name, help=summary, epilog=HOW_TO_WRITE, context_settings={"ignore_unknown_options": True})(
        run
    )


def _line(result: Any, gives: str, unit: str, time: str) -> str:
    """A result on one line; `time` is what periods are called."""
    if isinstance(result, str):
        return result
    if isinstance(result, (CrossingRange, GapPeakRange)):
        earliest, latest = (_line(end, gives, unit, time) for end in (result.earliest, result.latest))
        return f"{result.reached}; earliest: {earliest}; latest: {latest}"
    if isinstance(result, Crossing):
        if result.reach != "reached":
            return result.reach
        return f"{_years(result.periods)} {time} ({result.whole_periods()} whole {time})"
    if isinstance(result, GapPeak):
        if result.reach == "never":
            return result.reach
        return f"{_years(result.time)} {time} (year {result.year}: {_number(result.gap)}{unit})"
    forms: dict[str, Callable[[float], str]] = {
        "level": lambda value: _number(value) + unit,
        "rate": _percent,
        "points": lambda value: _number(100 * value, 4) + " percentage points",
    }
    form = forms.get(gives, _number)
    return _span(result, form) if isinstance(result, Interval) else form(result)


def _add_group(name: str, time: str, commands: Iterable[Command], help_text: str) -> None:
    group = typer.Typer(no_args_is_help=True, help=help_text, epilog=HOW_TO_WRITE, rich_markup_mode="markdown")
    for command in commands:
        _register(group, name, time, command)
    app.add_typer(group, name=name)


_add_group("growth", "periods", GROWTH, "Growth of one indicator: compounding, averages, price basis, contributions.")
_add_group("gap", "years", GAP, "The urban-rural income ratio and the absolute gap: paths, targets, turning points.")


# The catalogue.


@app.command()
def indicators(
    query: Annotated[str | None, typer.Argument(help="Any name of an indicator: GDP, 社零, gini.")] = None,
    topic: Annotated[str | None, typer.Option(help="Only this topic: accounts, incomes, ...")] = None,
    as_json: AsJson = False,
) -> None:
    """The catalogue of indicators, or one of them by any of its names."""
    if query is not None and topic is not None:
        raise typer.BadParameter("a name needs no topic", param_hint="--topic")
    if query is not None:
        found = find_indicator(query)
        if as_json:
            _print_json({"indicator": found})
            return
        table = _table("", "", "", wrap=("",))
        for name, value in _plain(found).items():
            table.add_row(name.replace("_", " "), ", ".join(value) if isinstance(value, list) else value)
        _show(table)
        return
    topics = list(dict.fromkeys(indicator.topic for indicator in catalogue()))
    if topic is not None and topic not in topics:
        raise typer.BadParameter(f"{topic!r} is none of {', '.join(topics)}", param_hint="--topic")
    chosen = [indicator for indicator in catalogue() if topic in (None, indicator.topic)]
    if as_json:
        _print_json({"indicators": chosen})
        return
    table = _table("", "id", "name", "unit", wrap=("name",))
    for indicator in chosen:
        table.add_row(indicator.id, f"{indicator.name}\n{indicator.name_en}", str(indicator.unit))
    _show(table)


# The report.


def _outcomes(report: Report) -> list[dict[str, Statement | None]]:
    """Level and growth of each headline outcome, side by side."""
    headline = report.filter(section=OUTCOMES_SECTION).outcomes()
    rows: dict[str, dict[str, Statement | None]] = {}
    for statement in headline:
        if statement.measure in ("level", "growth"):
            row = rows.setdefault(statement.indicator, {"level": None, "growth": None})
            row[statement.measure] = statement
    return list(rows.values())


def _targets(report: Report) -> list[dict[str, Any]]:
    """Each headline target with the level that it implies, where the report states the base."""
    implied = {level.target: level for level in implied_levels(report)}
    rows = []
    for target in report.filter(section=TARGETS_SECTION).targets():
        row: dict[str, Any] = {"target": target, "words": _target_words(target), "implied": None}
        if level := implied.get(target):
            row["implied"] = {
                "level": level.level,
                "interval": level.interval,
                "unit": level.unit,
                "price_basis": level.price_basis,
                "price_year": level.price_year,
            }
        rows.append(row)
    return rows


def _target_words(target: Statement) -> str:
    if target.quantity is not None:
        return str(target.quantity)
    if target.indicator_id == "income_ratio" and target.trend == "falling":
        return "keeps narrowing"
    return TRENDS.get(target.trend, target.trend)


def _income(report: Report) -> dict[str, Any]:
    """The income ratio and the gap of the report's last year, and what its growth rates make of them."""
    outcomes = report.outcomes()
    urban, rural = (
        {measure: outcomes.at(f"disposable_income_{who}", measure=measure) for measure in ("level", "growth")}
        for who in ("urban", "rural")
    )
    levels: list[Any] = [figures["level"].quantity for figures in (urban, rural)]
    growth: list[Any] = [figures["growth"].quantity for figures in (urban, rural)]
    exact = [level.value for level in levels], [rate.rate for rate in growth]
    rounded = [level.interval() for level in levels], [rate.rate_interval() for rate in growth]

    def both(function: Callable[..., Any], *numbers: float) -> dict[str, Any]:
        """The function of incomes and growth: of the printed figures, and of all that print alike."""
        return {"printed": function(*exact, *numbers), "rounded": function(*rounded, *numbers)}

    def years_to(incomes: Any, rates: Any, target: float) -> Any:
        return years_to_ratio(income_ratio(*incomes), rates[0], rates[1], target)

    return {
        "year": urban["level"].year,
        "urban": urban,
        "rural": rural,
        "ratio": both(lambda incomes, _: income_ratio(*incomes)),
        "narrowed": is_narrowing(*rounded[1]),
        "path": both(lambda incomes, rates: ratio_path(income_ratio(*incomes), rates[0], rates[1], PATH_YEARS)),
        "targets": [{"ratio": target, **both(years_to, target)} for target in RATIO_TARGETS],
        "gap": both(lambda incomes, _: income_gap(*incomes)),
        "gap_narrows": is_gap_narrowing(income_ratio(*rounded[0]), *rounded[1]),
        "gap_threshold": both(lambda incomes, rates: gap_threshold(income_ratio(*incomes), rates[0])),
        "gap_peak": both(lambda incomes, rates: gap_peak(*incomes, *rates)),
        "gap_close": both(lambda incomes, rates: gap_close(*incomes, *rates)),
    }


def _named(statement: Statement) -> str:
    return f"{statement.indicator}\n{statement.name_en}"


def _outcomes_table(rows: list[dict[str, Statement | None]]) -> Table:
    table = _table(
        "Headline outcomes",
        *("indicator", "level", "growth", "prices of both", "status"),
        numbers=("level", "growth"),
        wrap=("indicator",),
    )
    for row in rows:
        stated = [statement for statement in row.values() if statement is not None]
        name = _named(stated[0])
        for statement in stated:
            if statement.period != "year":
                name += f"\n({statement.measure}: {statement.period.replace('_', ' ')})"
        figures = (str(statement.quantity) if statement else "" for statement in (row["level"], row["growth"]))
        prices = ", ".join(statement.price_basis for statement in stated)
        table.add_row(name, *figures, prices, f"{stated[0].status} {stated[0].year}")
    return table


def _targets_table(rows: list[dict[str, Any]]) -> Table:
    table = _table(
        "Headline targets and the levels they imply",
        *("indicator", "target", "implied", "met by", "prices"),
        wrap=("indicator",),
        caption="Implied: the printed base grown at the printed rate. Met by: every level that meets the target for "
        "some base that prints alike. Real growth leads to a level at the prices of the base year.",
    )
    for row in rows:
        target, implied = row["target"], row["implied"]
        if target.quantity is None:
            # Words are longer than figures and may wrap.
            words = row["words"].replace(" with ", " with\n")
        else:
            words = f"{target.measure} {row['words']}"
        cells = ["", "", ""]
        if implied is not None:
            form = _with_unit(implied["unit"])
            cells = [form(implied["level"]), _span(implied["interval"], form), f"of {implied['price_year']}"]
        table.add_row(_named(target), words, *cells)
    return table


def _with_unit(unit: object) -> Callable[[float], str]:
    return lambda value: _number(value) + str(unit)


def _income_tables(income: Mapping[str, Any]) -> list[Table]:
    year, unit = income["year"], income["urban"]["level"].quantity.unit

    def both(name: str, form: Callable[[float], str]) -> tuple[str, str]:
        return form(income[name]["printed"]), _span(income[name]["rounded"], form)

    ratio = _table(f"Urban and rural disposable income per head {year}", "", "as printed", "within rounding")
    for who in ("urban", "rural"):
        level, rate = (income[who][measure].quantity for measure in ("level", "growth"))
        ratio.add_row(f"{who} income", str(level), _span(level.interval(), _with_unit(unit)))
        ratio.add_row(f"{who} growth", str(rate), _span(rate.rate_interval(), _percent))
    ratio.add_row("ratio urban / rural", *both("ratio", _ratio))
    ratio.add_row(f"ratio narrowed in {year}", "", income["narrowed"])

    path = _table(f"Ratio at the growth of {year}", "year", "as printed", "within rounding")
    for t, (value, interval) in enumerate(zip(income["path"]["printed"], income["path"]["rounded"], strict=True)):
        path.add_row(str(year + t), _ratio(value), _span(interval, _ratio))

    targets = _table(
        f"When the ratio is reached, at the growth of {year}",
        *("ratio", "years", "whole years", "in", "years within rounding", "in, within rounding"),
        numbers=("years", "whole years", "in"),
    )
    for row in income["targets"]:
        targets.add_row(f"{row['ratio']:.2f}", *_when(year, row["printed"]), *_when_within(year, row["rounded"]))

    gap = _table(f"Gap between the two incomes, at the growth of {year}", "", "as printed", "within rounding")
    gap.add_row(f"gap {year}", *both("gap", _with_unit(unit)))
    gap.add_row("rural growth above which it narrows", *both("gap_threshold", _percent))
    gap.add_row("narrows now", "", income["gap_narrows"])
    peak, peaks = income["gap_peak"]["printed"], income["gap_peak"]["rounded"]
    gap.add_row("largest after", _years(peak.time) + " years", _pair(peaks, lambda end: _years(end.time)))
    gap.add_row("in", _peak_year(year, peak), _pair(peaks, lambda end: _peak_year(year, end)))
    years, _, closed = _when(year, income["gap_close"]["printed"])
    within = _when_within(year, income["gap_close"]["rounded"])
    gap.add_row("closed after", f"{years} years", within[0])
    gap.add_row("in", closed, within[1])
    return [ratio, path, targets, gap]


def _ratio(value: float) -> str:
    return f"{value:.4f}"


def _pair(ends: Any, form: Callable[[Any], str]) -> str:
    """The earliest and the latest of a range, each in its form, or 'never'."""
    return " to ".join(form(end) if end else "never" for end in (ends.earliest, ends.latest))


def _peak_year(year: int, peak: GapPeak) -> str:
    return "never" if peak.year is None else str(year + peak.year)


def _when(year: int, crossing: Crossing) -> tuple[str, str, str]:
    """Years until the crossing, whole years, and the first calendar year in which it holds."""
    if not crossing:
        return "never", "", ""
    whole = crossing.whole_periods()
    return _years(crossing.periods), str(whole), str(year + whole)


def _when_within(year: int, ends: CrossingRange) -> tuple[str, str]:
    """The earliest and the latest crossing, in years and as calendar years."""
    return _pair(ends, lambda end: _when(year, end)[0]), _pair(ends, lambda end: _when(year, end)[2])


@app.command()
def show(as_json: AsJson = False) -> None:
    """The report: headline outcomes and targets, the urban-rural income ratio and gap."""
    report = shengzhou_2024()
    outcomes, targets, income = _outcomes(report), _targets(report), _income(report)
    if as_json:
        names = ("title", "place", "place_en", "ref_area", "year")
        about = {name: getattr(report, name) for name in names} | {"statements": len(report)}
        _print_json({"report": about, "outcomes": outcomes, "targets": targets, "income": income})
        return
    _show(str(report), _outcomes_table(outcomes), _targets_table(targets), *_income_tables(income))


# The program.


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


def _print_cmake_dir(wanted: bool) -> None:
    if not wanted:
        return
    for folder in package_path:
        cmake_dir = Path(folder) / "share" / "cmake" / "shengzhou_report"
        if (cmake_dir / "shengzhou_reportConfig.cmake").is_file():
            typer.echo(cmake_dir.as_posix())
            raise typer.Exit
    _fail(
        f"no CMake package lies under {', '.join(package_path)}; only an installed wheel has one: pip install . "
        "without -e, or use add_subdirectory on the source tree"
    )


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    cmake_dir: Annotated[
        bool,
        typer.Option(
            "--cmake-dir",
            callback=_print_cmake_dir,
            is_eager=True,
            help="Print the folder of the CMake package, for CMAKE_PREFIX_PATH or shengzhou_report_DIR.",
        ),
    ] = False,
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Runs the command line and exits."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that has no Chinese shows marks instead of a traceback.
            stream.reconfigure(errors="replace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as in `show | head -1`; Python must not find that out again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
