"""The command line `shengzhou-report`, also `python -m shengzhou_report`.

Every number that is printed comes from the library; this file reads arguments, calls one function and prints.
With --json a command prints one JSON object, in which an infinite number is null: an interval without an end, a
crossing that never comes.
"""

from __future__ import annotations

import inspect
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from . import __path__ as package_path
from ._arguments import Figures
from ._check import check
from ._core import (
    Crossing,
    CrossingRange,
    Error,
    GapPeak,
    GapPeakRange,
    Interval,
    Report,
    __version__,
    catalogue,
    find_indicator,
    shengzhou_2024,
)
from ._overview import (
    RATIO_TARGETS,
    headline_outcomes,
    headline_targets,
    income_overview,
    income_tables,
    outcomes_table,
    report_table,
    scenario_rows,
    scenario_tables,
    targets_table,
)
from ._tables.csv import csv_text
from ._terminal import (
    new_table,
    number_text,
    percent_text,
    plain,
    print_json,
    print_parts,
    printable,
    progress,
    span_text,
    years_text,
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
    large_rates,
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
from .io import read, write_table
from .scenario import ScenarioPassage, simulate

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


def _print_error(message: str) -> None:
    # Colours are for terminals (None), and not for those whose user wants none: https://no-color.org
    color = False if os.environ.get("NO_COLOR") else None
    typer.secho(message, fg=typer.colors.RED, err=True, color=color)


def _fail(message: str) -> NoReturn:
    _print_error(f"error: {message}")
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
            table = new_table("", time, command.gives, numbers=(time, command.gives))
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
        return f"{years_text(result.periods)} {time} ({result.whole_periods()} whole {time})"
    if isinstance(result, GapPeak):
        if result.reach == "never":
            return result.reach
        return f"{years_text(result.time)} {time} (year {result.year}: {number_text(result.gap)}{unit})"
    forms: dict[str, Callable[[float], str]] = {
        "level": lambda value: number_text(value) + unit,
        "rate": percent_text,
        "points": lambda value: number_text(100 * value, 4) + " percentage points",
    }
    form = forms.get(gives, number_text)
    return span_text(result, form) if isinstance(result, Interval) else form(result)


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
            print_json({"indicator": found})
            return
        table = new_table("", "", "", wrap=("",))
        for name, value in plain(found).items():
            table.add_row(name.replace("_", " "), ", ".join(value) if isinstance(value, list) else value)
        print_parts(table)
        return
    topics = list(dict.fromkeys(indicator.topic for indicator in catalogue()))
    if topic is not None and topic not in topics:
        raise typer.BadParameter(f"{topic!r} is none of {', '.join(topics)}", param_hint="--topic")
    chosen = [indicator for indicator in catalogue() if topic in (None, indicator.topic)]
    if as_json:
        print_json({"indicators": chosen})
        return
    table = new_table("", "id", "name", "unit", wrap=("name",))
    for indicator in chosen:
        table.add_row(indicator.id, f"{indicator.name}\n{indicator.name_en}", str(indicator.unit))
    print_parts(table)


# Reports.


def _known_encoding(name: str | None) -> str | None:
    try:
        "".encode(name or "utf-8")
    except LookupError as error:
        raise typer.BadParameter(str(error)) from error
    return name


AsEncoding = Annotated[
    str | None, typer.Option(callback=_known_encoding, help="Encoding of text files, such as big5; else detected.")
]


class AtFault(Enum):
    """What is done about bytes that are no characters."""

    strict = "strict"
    replace = "replace"


AsErrors = Annotated[
    AtFault, typer.Option("--errors", help="Bytes that are no characters: an error, or each costs its sentence.")
]

#: What the document is, for a reader that knows better than its text says.
OfPlace = Annotated[str | None, typer.Option(help="The place, where the text does not say it or says it wrongly.")]
OfYear = Annotated[int | None, typer.Option(help="The year that the plan is for; of a communique the year it reviews.")]
OfKind = Annotated[
    str | None, typer.Option(help="work_report, communique, plan or other; default: what the title says.")
]
OfArea = Annotated[str | None, typer.Option("--ref-area", help="Code of the place (GB/T 2260), such as 330683.")]

#: What keeps a file from being read.
_FILE_ERRORS = (Error, OSError, ImportError)


def _reason(error: Exception) -> str:
    """The message of an error without the path, which the caller has."""
    return printable(error.strerror if isinstance(error, OSError) and error.strerror else str(error))


def _read(file: Path, encoding: str | None, errors: AtFault, **known: Any) -> Report:
    """The report in a file; what was given up of it is said on standard error."""
    with warnings.catch_warnings(record=True) as given_up:
        warnings.simplefilter("always", UnicodeWarning)
        report = read(file, encoding=encoding, errors=errors.value, **known)
    for warning in given_up:
        typer.echo(printable(str(warning.message)), err=True)
    return report


def _read_or_fail(file: Path, encoding: str | None, errors: AtFault = AtFault.strict, **known: Any) -> Report:
    try:
        report = _read(file, encoding, errors, **known)
    except (*_FILE_ERRORS, ValueError) as error:
        _fail(f"{printable(str(file))}: {_reason(error)}")
    _say_what_it_is(str(file), report)
    return report


def _say_what_it_is(name: str, report: Report) -> None:
    """One line on standard error: what the document was taken for, and why."""
    kind = {"work_report": "work report", "plan": "plan outline", "other": "document"}.get(report.kind, report.kind)
    why: dict[str, str] = {}
    for piece in report.evidence:
        why.setdefault(piece.about, piece.rule)
    reasons = "; ".join(f"{about}: {rule}" for about, rule in why.items()) or "the text does not say"
    place, year = report.place or "unknown place", report.year or "unknown year"
    typer.echo(printable(f"{name}: {kind} of {place} for {year} ({reasons})"), err=True)


@app.command()
def show(
    file: Annotated[Path | None, typer.Argument(help="Any report; default: the embedded one.")] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
    as_json: AsJson = False,
) -> None:
    """A report: headline outcomes and targets, the urban-rural income ratio and gap."""
    known = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    report = shengzhou_2024() if file is None else _read_or_fail(file, encoding, on_fault, **known)
    outcomes, targets, income = headline_outcomes(report), headline_targets(report), income_overview(report)
    if as_json:
        names = ("title", "place", "place_en", "ref_area", "year", "kind")
        about = {name: getattr(report, name) for name in names} | {"statements": len(report)}
        print_json({"report": about, "outcomes": outcomes, "targets": targets, "income": income})
        return
    tables = [*([outcomes_table(outcomes)] if outcomes else []), *([targets_table(targets)] if targets else [])]
    print_parts(printable(str(report)), *tables, *(income_tables(income) if income else []))


#: Assumed where a report says nothing of uncertainty: standard deviations and correlation of the logarithms of nominal
#: national growth of urban and rural disposable income per head in 2018 and 2020 to 2025 (National Bureau of
#: Statistics), 7.8, 3.5, 8.2, 3.9, 5.1, 4.6, 4.3 % and 8.8, 6.9, 10.5, 6.3, 7.7, 6.6, 5.8 %.
URBAN_VOLATILITY, RURAL_VOLATILITY, CORRELATION = 0.018, 0.015, 0.91
ASSUMED = "assumed: national growth 2018, 2020-2025"


@app.command("simulate", context_settings={"ignore_unknown_options": True})
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
    report = shengzhou_2024() if file is None else _read_or_fail(file, encoding)
    income = income_overview(report)
    if income is None:
        _fail("the report does not state level and growth of both incomes")
    names = ("urban", "rural")
    figures = Figures(rounded=False)
    assumptions: list[tuple[str, Any, str]] = []

    def choose(name: str, given: str | float | None, default: float, source: str) -> Any:
        value = figures.read(name, "rate", given) if isinstance(given, str) else given
        assumptions.append((name, default if value is None else value, source if value is None else "given"))
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
        _fail(str(error))
    if as_json:
        named = [{"name": name, "value": value, "source": source} for name, value, source in assumptions]
        print_json({"assumptions": named, "paths": paths, "seed": seed, **tables})
        return
    print_parts(*scenario_tables(tables, assumptions, scenario))


class Format(Enum):
    """How `parse` prints statements."""

    table = "table"
    csv = "csv"
    json = "json"
    xlsx = "xlsx"


@app.command("parse")
def parse_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Reports: txt, md, html, docx, pdf, ofd; doc, wps, rtf, odt by LibreOffice."
        ),
    ],
    form: Annotated[Format | None, typer.Option("--format", help="Default: what --output ends in, else table.")] = None,
    output: Annotated[Path | None, typer.Option(help="File to write; default: standard output.")] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
) -> None:
    """The statements of reports.

    A file that cannot be read is named at the end, and the rest is done; the exit code is then 1, or 2 if none is left.
    """
    written = form.value if form else output.suffix.lower().removeprefix(".") if output else "table"
    if written not in Format.__members__ or (output is not None and written == "table"):
        raise typer.BadParameter("a file is csv, json or xlsx", param_hint="--output")
    if output is None and written == "xlsx":
        raise typer.BadParameter("xlsx needs --output", param_hint="--format")
    known: dict[str, Any] = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    reports: dict[str, Report] = {}
    errors: dict[str, str] = {}
    for path in progress(list(dict.fromkeys(files)), "reading"):
        try:
            reports[str(path)] = _read(path, encoding, on_fault, **known)
            _say_what_it_is(str(path), reports[str(path)])
        except (*_FILE_ERRORS, ValueError) as error:
            errors[str(path)] = _reason(error)
    _write(reports, written, output, several=len(reports) + len(errors) > 1)
    for name, message in errors.items():
        _print_error(f"{printable(name)}: {message}")
    if errors:
        raise typer.Exit(1 if reports else 2)


class CheckFormat(Enum):
    """How `check` prints findings."""

    table = "table"
    csv = "csv"
    json = "json"


@app.command("check")
def check_file(
    file: Annotated[Path | None, typer.Argument(help="Any report; default: the embedded one.")] = None,
    parent: Annotated[Path | None, typer.Option(help="Report of the authority above, to compare targets.")] = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="How findings are printed.")] = CheckFormat.table,
    consumer_prices: Annotated[
        str | None, typer.Option(metavar="RATE", help="Growth of consumer prices where the report states none: 2%.")
    ] = None,
    urban_weight: Annotated[
        str | None, typer.Option(metavar="SHARE", help="Urban share of the population: 60%. Default: every share.")
    ] = None,
    place: OfPlace = None,
    year: OfYear = None,
    kind: OfKind = None,
    ref_area: OfArea = None,
    encoding: AsEncoding = None,
    on_fault: AsErrors = AtFault.strict,
) -> None:
    """Whether all statements of a report can be true, and what they imply together.

    The exit code is 0, also for warnings, and 1 when a finding is an error: a statement that no figures make true.
    """
    known = {"place": place, "year": year, "kind": kind, "ref_area": ref_area}
    report = shengzhou_2024() if file is None else _read_or_fail(file, encoding, on_fault, **known)
    above = None if parent is None else _read_or_fail(parent, encoding)
    figures = Figures(rounded=False)
    prices = None if consumer_prices is None else figures.read("consumer_prices", "rate", consumer_prices)
    weight = None if urban_weight is None else figures.read("urban_weight", "rate", urban_weight)
    findings = check(
        report,
        above,
        consumer_price_growth=prices.midpoint if isinstance(prices, Interval) else prices,
        urban_weight=weight,
    )
    if form is CheckFormat.json:
        print_json({"report": str(report), "findings": findings})
    elif form is CheckFormat.csv:
        rows = []
        for finding in findings:
            first = finding.statements[0]
            rows.append((finding.severity, finding.rule, first.indicator, first.year, finding.message))
        typer.echo(csv_text(("severity", "rule", "indicator", "year", "message"), rows), nl=False)
    else:
        counts = ", ".join(f"{len(findings.of(severity))} {severity}" for severity in ("error", "warning", "info"))
        print_parts(printable(f"{report}: {counts}"), findings)
    if findings.errors:
        raise typer.Exit(1)


def _write(reports: Mapping[str, Report], kind: str, output: Path | None, several: bool) -> None:
    if not reports:
        return
    if kind == "table":
        print_parts(report_table(reports, several))
        return
    buffer = io.BytesIO()
    try:
        # Standard output goes to programs, which take a byte order mark for a character.
        encoding = "utf-8" if output is None else None
        table = reports if several else next(iter(reports.values()))
        write_table(table, output or buffer, format=kind, encoding=encoding)
    except (OSError, ImportError) as error:
        _fail(f"{printable(str(output))}: {_reason(error)}")
    if output is None:
        typer.echo(buffer.getvalue(), nl=False)


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
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (its callback prints and ends)
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    cmake_dir: Annotated[  # noqa: ARG001
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
    # Figures say their unit: without one, `Figures` refuses what would be 100 % and more.
    context.with_resource(large_rates())


def _unescaped(argument: str) -> str:
    """An argument that Python could not decode in its locale, read as UTF-8."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def main() -> None:
    """Runs the command line and exits."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that has no Chinese shows marks instead of a traceback.
            stream.reconfigure(errors="replace")
    try:
        try:
            app(args=[_unescaped(argument) for argument in sys.argv[1:]], prog_name="shengzhou-report")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as in `show | head -1`; Python must not find that out again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
