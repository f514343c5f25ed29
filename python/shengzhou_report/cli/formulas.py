"""The groups `growth` and `gap`: one sub-command a function, whose arguments follow from their names."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import typer

from shengzhou_report._arguments import Figures
from shengzhou_report._core import Crossing, CrossingRange, GapPeak, GapPeakRange, Interval
from shengzhou_report._number_text import number_text, percent_text, span_text, years_text
from shengzhou_report._terminal import new_table, print_json, print_parts
from shengzhou_report.growth import (
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
from shengzhou_report.income_gap import (
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
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from .language import Command as SpokenCommand
from .language import Group
from .options import AsJson
from .program import app

HOW_TO_WRITE = """\
Figures are written as printed: 745, 745亿元, 7.5% (or 0.075), -16.7%. 77400~100 declares that 77400 is rounded to 100.
A ratio can be given by the two incomes, 77400/43200.

With --rounded every figure stands for all values that print like it, and so does the answer; targets, years and periods
stay exact.

In JSON rates are fractions, and an infinite number is null.
"""

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
LEFT_OUT = frozenset({"out", "nan_policy", "growth_step", "level_step"})


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
            help_text += f" Default: {number_text(parameter.default)}."
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
            print_json(head | {"unit": unit if has_unit else "", "result": result})
        elif isinstance(result, (str, float, Interval, Crossing, CrossingRange, GapPeak, GapPeakRange)):
            typer.echo(_line(result, command.gives, unit, time))
        else:
            heads = (_times(time), _("number") if command.gives == "number" else word(command.gives))
            table = new_table("", *heads, numbers=heads)
            for period, item in enumerate(result):
                table.add_row(str(period), _line(item, command.gives, unit, time))
            print_parts(table)

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
    summary = (inspect.getdoc(command.function) or "").partition("\n\n")[0]
    # Unknown options are arguments, so that -16.7% needs no escape.
    group.command(
        command.name,
        cls=SpokenCommand,
        help=summary,
        epilog=HOW_TO_WRITE,
        context_settings={"ignore_unknown_options": True},
    )(run)


def _line(result: Any, gives: str, unit: str, time: str) -> str:
    """A result on one line; `time` is what periods are called."""
    if isinstance(result, str):
        return word(result)
    if isinstance(result, (CrossingRange, GapPeakRange)):
        earliest, latest = (_line(end, gives, unit, time) for end in (result.earliest, result.latest))
        return _("{reached}; earliest: {earliest}; latest: {latest}").format(
            reached=word(result.reached), earliest=earliest, latest=latest
        )
    if isinstance(result, Crossing):
        if result.reach != "reached":
            return word(result.reach)
        return _("{periods} {time} ({whole} whole {time})").format(
            periods=years_text(result.periods), time=_times(time), whole=result.whole_periods()
        )
    if isinstance(result, GapPeak):
        if result.reach == "never":
            return word(result.reach)
        return _("{periods} {time} (year {year}: {gap})").format(
            periods=years_text(result.time), time=_times(time), year=result.year, gap=number_text(result.gap) + unit
        )
    forms: dict[str, Callable[[float], str]] = {
        "level": lambda value: number_text(value) + unit,
        "rate": percent_text,
        "points": lambda value: _("{number} percentage points").format(number=number_text(100 * value, 4)),
    }
    form = forms.get(gives, number_text)
    return span_text(result, form) if isinstance(result, Interval) else form(result)


def _times(time: str) -> str:
    """What periods are called, in the language in use."""
    return _("years") if time == "years" else _("periods")


def _add_group(name: str, time: str, commands: Iterable[Command], help_text: str) -> None:
    group = typer.Typer(
        cls=Group, no_args_is_help=True, help=help_text, epilog=HOW_TO_WRITE, rich_markup_mode="markdown"
    )
    for command in commands:
        _register(group, name, time, command)
    app.add_typer(group, name=name)


_add_group("growth", "periods", GROWTH, "Growth of one indicator: compounding, averages, price basis, contributions.")
_add_group("gap", "years", GAP, "The urban-rural income ratio and the absolute gap: paths, targets, turning points.")
