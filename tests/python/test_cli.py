"""The command line: values, units, rounding, JSON, errors, and what the terminal gets."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
from typer.testing import CliRunner

import shengzhou_report as sr
from shengzhou_report.cli import GAP, GROWTH, app

#: Arguments that fit each sub-command, for the tests over all of them.
EXAMPLES = {
    "growth compound": "745亿元 7.0%",
    "growth rate": "711.08亿元 745亿元",
    "growth cagr": "28993 45794 5",
    "growth log": "100 110",
    "growth doublings": "100 400",
    "growth average": "2.1% 8.1%",
    "growth two-year-average": "2.1% 8.1%",
    "growth chain": "10% -16.7% --base 100亿元",
    "growth implied-base": "745亿元 7.5%",
    "growth annualise": "1% 4",
    "growth real": "6.3% 0.2%",
    "growth nominal": "5.5% -0.2%",
    "growth deflator": "4.77% 7.5%",
    "growth required": "77400元 85000元 4",
    "growth required-rest": "7.0% 6.0% 72%",
    "growth contribution": "0 1593 38361",
    "growth contribution-rate": "0 1593 38361 40962",
    "growth points": "6.8% 6.3%",
    "growth reach": "745亿元 1000亿元 7%",
    "growth doubling-time": "7%",
    "gap ratio": "77400~100元 43200~100元",
    "gap gap": "77400元 43200元",
    "gap path": "77400/43200 6.3% 6.8% 5",
    "gap gap-path": "77400元 43200元 6.3% 6.8% 5",
    "gap years-to": "77400/43200 6.3% 6.8% 1.70",
    "gap required-rural": "77400/43200 6.3% 1.70 4",
    "gap required-urban": "77400/43200 6.8% 1.70 4",
    "gap differential": "77400/43200 1.70 4",
    "gap threshold": "77400/43200 6.3%",
    "gap peak": "77400元 43200元 6.3% 6.8%",
    "gap close": "77400元 43200元 6.3% 6.8%",
    "gap half-life": "77400/43200 6.3% 6.8%",
    "gap narrowing": "6.3% 6.8%",
    "gap gap-narrowing": "77400/43200 6.3% 6.8%",
}
COMMANDS = [f"{name} {arguments}" for name, arguments in EXAMPLES.items()]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language in which these tests read the help, whatever the machine speaks."""
    monkeypatch.setenv("LANGUAGE", "en")


def invoke(line: str) -> Any:
    return CliRunner().invoke(app, line.split())


def output(line: str) -> str:
    result = invoke(line)
    assert result.exit_code == 0, result.output
    return str(result.stdout).strip()


def load(line: str) -> Any:
    """The JSON of a command, which must hold nothing that JSON does not."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(output(line + " --json"), parse_constant=refuse)


def result(line: str) -> Any:
    return load(line)["result"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "shengzhou_report", *arguments]
    return subprocess.run(command, capture_output=True, env=clean | environment, check=False)


# Values.


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("growth compound 745 7.0%", 797.15),
        ("growth cagr 28993 45794 5", 0.0957),
        ("growth average 2.1% 8.1%", 0.0506),
        ("growth required-rest 7% 6% 0.72", 0.09571),
        ("growth contribution-rate 0 1593 38361 40962", 0.612),
        ("growth doublings 100 400", 2),
        ("gap ratio 77400 43200", 1.7917),
        ("gap gap 77400 43200", 34200),
        ("gap required-rural 77400/43200 6.3% 1.70 4", 0.07705),
        ("gap differential 77400/43200 1.70 4", 0.013216),
        ("gap threshold 77400/43200 6.3%", 0.1129),
    ],
)
def test_numbers(line: str, expected: float) -> None:
    assert result(line) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(
    ("line", "periods", "whole"),
    [
        ("gap years-to 77400/43200 6.3% 6.8% 1.75", 5.01, 6),
        ("gap years-to 77400/43200 6.3% 6.8% 1.70", 11.19, 12),
        ("gap years-to 77400/43200 6.3% 6.8% 1.60", 24.11, 25),
        ("gap close 77400 43200 6.3% 6.8%", 124.27, 125),
        ("gap half-life 77400/43200 6.3% 6.8%", 62.13, 63),
    ],
)
def test_times(line: str, periods: float, whole: int) -> None:
    assert result(line) == {"reach": "reached", "periods": pytest.approx(periods, abs=0.006), "whole_periods": whole}
    assert output(line) == f"{periods} years ({whole} whole years)"


def test_peak() -> None:
    peak = result("gap peak 77400元 43200元 6.3% 6.8%")
    assert peak["time"] == pytest.approx(108.50, abs=0.005)
    assert peak["year"] == 108
    assert output("gap peak 77400元 43200元 6.3% 6.8%").startswith("108.50 years (year 108: ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("growth compound 745亿元 7.0%", "797.15亿元"),
        ("growth compound 745亿元 7.0% 2", "852.951亿元"),
        ("growth compound 745 -16.7%", "620.585"),
        ("growth compound 745 0.07", "797.15"),
        ("growth rate 7110800万元 745亿元", "4.77%"),
        ("growth points 6.8% 6.3%", "0.5 percentage points"),
        ("growth compound 745 4.8倍", "4321"),
        ("gap required-rural 77400/43200 6.3% 1.70 4", "7.705%"),
        ("gap threshold 77400/43200 6.3%", "11.29%"),
        ("gap narrowing 6.3% 6.8%", "certain"),
        ("gap gap-narrowing 77400/43200 6.3% 6.8%", "no"),
        ("gap years-to 1.79 6.8% 6.8% 1.70", "never"),
        ("gap years-to 1.65 6.8% 6.8% 1.70", "already"),
        ("gap peak 77400 43200 6.8% 6.3%", "never"),
    ],
)
def test_lines(line: str, expected: str) -> None:
    assert output(line) == expected


def test_paths_are_tables() -> None:
    rows = [row.split() for row in output("growth chain 10% -16.7% --base 100亿元").splitlines()[2:]]
    assert rows == [["0", "100亿元"], ["1", "110亿元"], ["2", "91.63亿元"]]
    path = sr.income_gap.ratio_path(sr.income_gap.income_ratio(77400, 43200), 0.063, 0.068, periods=3)
    assert result("gap path 77400/43200 6.3% 6.8% 3") == path.tolist()


# Rounding.


def test_rounded_figures_give_intervals() -> None:
    assert result("growth implied-base 745亿元 7.5% --rounded") == pytest.approx({"lower": 692.236, "upper": 693.811})
    assert output("growth implied-base 745亿元 7.5% --rounded") == "692.236亿元 to 693.811亿元"


def test_a_declared_step_is_rounding_in_itself() -> None:
    ratio = {"lower": pytest.approx(1.7884, abs=5e-5), "upper": pytest.approx(1.7949, abs=5e-5)}
    assert result("gap ratio 77400~100 43200~100") == ratio
    assert result("gap ratio 77400~100 43200~100 --rounded") == ratio
    assert result("gap ratio 77400 43200 --rounded") != ratio
    assert result("gap path 77400~100/43200~100 6.3% 6.8% 0") == [ratio]


def test_targets_and_years_stay_exact() -> None:
    ends = result("gap years-to 77400~100/43200~100 6.3% 6.8% 1.70 --rounded")
    expected = sr.income_gap.years_to_ratio(
        sr.Interval(77350, 77450) / sr.Interval(43150, 43250),
        sr.Interval(0.0625, 0.0635),
        sr.Interval(0.0675, 0.0685),
        1.7,
    )
    assert ends["reached"] == "certain"
    assert ends["earliest"]["periods"] == pytest.approx(expected.earliest.periods)
    assert ends["latest"]["periods"] == pytest.approx(expected.latest.periods)
    # Unless a step says that the target is rounded as well.
    wider = result("gap years-to 77400~100/43200~100 6.3% 6.8% 1.70~0.01 --rounded")
    assert wider["earliest"]["periods"] < ends["earliest"]["periods"]


def test_narrowing_from_levels() -> None:
    levels = "--urban0 72800~100 --rural0 40400~100 --urban1 77400~100 --rural1 43200~100"
    assert result(f"gap narrowing {levels}") == "certain"
    assert result("gap narrowing 6.3% 6.3% --rounded") == "possible"


# JSON.


def test_the_examples_are_all_commands() -> None:
    names = [f"{group} {command.name}" for group, table in (("growth", GROWTH), ("gap", GAP)) for command in table]
    assert names == list(EXAMPLES)


@pytest.mark.parametrize("rounded", ["", " --rounded"])
@pytest.mark.parametrize("line", COMMANDS)
def test_json_of_every_command(line: str, rounded: str) -> None:
    answer = load(line + rounded)
    assert set(answer) == {"command", "arguments", "rounded", "unit", "result"}
    assert answer["command"] == " ".join(line.split()[:2])
    assert answer["rounded"] is bool(rounded)
    assert answer["result"] is not None


@pytest.mark.parametrize("rounded", ["", " --rounded"])
@pytest.mark.parametrize("line", COMMANDS)
def test_text_of_every_command(line: str, rounded: str) -> None:
    text = output(line + rounded)
    assert text
    assert "nan" not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("line", ["show", "indicators", "indicators --topic incomes", "indicators GDP"])
def test_json_of_the_other_commands(line: str) -> None:
    assert isinstance(load(line), dict)


def test_infinity_is_null_in_json() -> None:
    never = {"reach": "never", "periods": None, "whole_periods": None}
    assert result("gap close 77400 43200 6.8% 6.3%") == never
    assert result("gap peak 77400 43200 6.8% 6.3%") == {"reach": "never", "time": None, "year": None, "gap": None}


@pytest.mark.parametrize("name", [name for name, line in EXAMPLES.items() if "亿元" in line or "元" in line])
def test_levels_carry_their_unit(name: str) -> None:
    gives = next(c.gives for c in (*GROWTH, *GAP) if c.name == name.split()[1])
    unit = load(f"{name} {EXAMPLES[name]}")["unit"]
    assert (unit != "") == (gives == "level" or name == "gap peak")


# Errors.


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("growth rate 745亿元 7.5%", "error: end: cannot convert"),
        ("growth rate 745亿元 7.5", "error: end: cannot convert"),
        ("growth compound 745 7.5", "error: rate: '7.5' would be 750%; write it with its unit, as in 7.5%"),
        ("growth compound 745 7.5亿元", "error: rate: a rate needs a unit of ratio"),
        ("growth compound 745 0.5个百分点", "error: rate: a rate is no difference of rates"),
        ("growth compound seven 7%", "error: value: 'seven' is not a decimal number"),
        ("growth compound 745 7% 1.5年", "error: periods: needs a number without a unit"),
        ("growth compound 745 7% 3~1", "error: periods: needs an exact number"),
        ("growth compound 745 -100%", "error: compound: rate = -1 "),
        ("growth rate 0 745", "error: growth_rate: "),
        ("gap path 1.79 6.3% 6.8% 2.5", "error: periods: needs a whole number from 0 to 10000"),
        ("gap path 1.79 6.3% 6.8% 99999999999", "error: periods: needs a whole number from 0 to 10000"),
        ("gap ratio 77400 0", "error: income_ratio: rural = 0 "),
        ("gap ratio 77400~0 43200", "error: urban: "),
        ("indicators 地区产生总值", "error: no indicator is called '地区产生总值'; did you mean '地区生产总值'"),
    ],
)
@pytest.mark.parametrize("as_json", ["", " --json"])
def test_errors_are_one_line(line: str, message: str, as_json: str) -> None:
    done = invoke(line + as_json)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "growth compound",
        "growth compound 745",
        "growth compound 745 7% 1 2",
        "growth nothing",
        "gap narrowing 6.3%",
        "gap narrowing",
        "indicators --topic nothing",
        "indicators GDP --topic incomes",
        "nothing",
    ],
)
def test_usage_errors(line: str) -> None:
    done = invoke(line)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Usage" in done.stderr
    assert "Traceback" not in done.stderr


# The report and the catalogue.


def test_show_states_the_headline_figures() -> None:
    text = output("show")
    for figure in (
        *("745亿元", "current, constant", "estimate 2023", "in step with", "keeps narrowing"),
        *("≈7.0%", "797.15亿元", "≥795.126亿元", "of 2023"),
        *("1.7917", "1.7884 to 1.7949", "certain", "5.01", "11.19", "24.11", "2029", "2035", "2048"),
        *("11.29%", "108.50 years", "2131", "124.27 years", "2148"),
    ):
        assert figure in text
    assert max(map(len, text.splitlines())) <= 80


def test_show_as_json() -> None:
    shown = load("show")
    assert shown["report"]["statements"] == len(sr.shengzhou_2024())
    assert len(shown["outcomes"]) == 7
    assert all(row["level"]["status"] == row["growth"]["status"] == "estimate" for row in shown["outcomes"])
    assert len(shown["targets"]) == 8
    assert [row["words"] for row in shown["targets"] if row["target"]["figure"] is None] == [
        "in step with the economy",
        "keeps narrowing",
    ]
    gdp = shown["targets"][0]["implied"]
    assert gdp["level"] == pytest.approx(797.15)
    assert gdp["interval"]["upper"] is None
    assert (gdp["price_basis"], gdp["price_year"]) == ("constant", 2023)
    income = shown["income"]
    assert income["ratio"]["printed"] == pytest.approx(77400 / 43200)
    assert income["narrowed"] == "certain"
    assert income["gap_narrows"] == "no"
    assert [row["printed"]["periods"] for row in income["targets"]] == pytest.approx([5.01, 11.19, 24.11], abs=0.006)
    assert income["gap_threshold"]["printed"] == pytest.approx(0.1129, abs=5e-5)
    assert income["gap_peak"]["printed"]["time"] == pytest.approx(108.50, abs=0.005)
    assert income["gap_close"]["printed"]["periods"] == pytest.approx(124.27, abs=0.005)


def test_indicators() -> None:
    assert len(load("indicators")["indicators"]) == len(sr.catalogue())
    assert {row["topic"] for row in load("indicators --topic incomes")["indicators"]} == {"incomes"}
    assert load("indicators 社零")["indicator"]["id"] == "retail_sales"
    assert "gross regional product" in output("indicators GDP")


# Files.

PLAN = """某县2024年政府工作报告
一、2023年工作回顾
全县地区生产总值达210亿元,增长6.5%。城镇、农村居民人均可支配收入分别达42000元、21000元,分别增长5%、7%。
二、2024年工作目标
地区生产总值增长7%左右,城乡居民人均可支配收入增长6%以上。
"""
OTHER = "某市2024年政府工作报告\n一、2023年工作回顾\n财政收入18.2亿元,增长4%。\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a.txt, b.txt in GBK and pictures.bin, which is no text."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(PLAN, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="gbk")
    Path("pictures.bin").write_bytes(bytes(range(128, 256)))
    return tmp_path


def test_parse_prints_a_table(files: Path) -> None:
    text = output("parse a.txt")
    for word in ("indicator", "地区生产总值", "growth", "210亿元", "outcome 2023", "≈7%", "target 2024", "工作回顾"):
        assert word in text
    assert "file" not in text
    assert "a.txt" not in text
    both = output("parse a.txt b.txt")
    assert both.split()[0] == "file"
    assert "b.txt" in both


def test_parse_prints_csv_and_json(files: Path) -> None:
    rows = list(csv.DictReader(output("parse a.txt b.txt --format csv").splitlines()))
    assert next(iter(rows[0])) == "file"
    assert [row["file"] for row in rows] == ["a.txt"] * 9 + ["b.txt"] * 2
    records = json.loads(output("parse a.txt --format json"))
    assert len(records) == 9
    assert next(iter(records[0])) == "indicator"
    assert len(json.loads(output("parse a.txt a.txt --format json"))) == 9


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_parse_writes_files(files: Path, kind: str) -> None:
    assert output(f"parse a.txt b.txt --output out.{kind}") == ""
    assert output(f"parse a.txt b.txt --output out --format {kind}") == ""
    same = io.BytesIO()
    sr.io.write_table({name: sr.read(name) for name in ("a.txt", "b.txt")}, same, format=kind)
    if kind == "xlsx":
        assert len(list(openpyxl.load_workbook("out.xlsx").active.values)) == 12
    else:
        assert Path("out").read_bytes() == Path(f"out.{kind}").read_bytes() == same.getvalue()
    if kind == "csv":
        # What goes into a pipe has no byte order mark, which programs take for a character.
        piped = output("parse a.txt b.txt --format csv")
        assert piped.splitlines() == same.getvalue().decode("utf-8-sig").splitlines()
        assert not piped.startswith("\ufeff")


def test_parse_collects_errors_and_does_the_rest(files: Path) -> None:
    Path("empty").mkdir()
    done = invoke("parse pictures.bin a.txt nothing.txt b.txt empty --format json")
    assert done.exit_code == 1
    assert {record["file"] for record in json.loads(done.stdout)} == {"a.txt", "b.txt"}
    lines = done.stderr.splitlines()
    why = "(kind: title of a report; place: title; year: headings of review and plan)"
    assert lines[:2] == [f"a.txt: work report of 某县 for 2024 {why}", f"b.txt: work report of 某市 for 2024 {why}"]
    lines = lines[2:]
    assert len(lines) == 3
    assert lines[0] == "empty: no document that could be read is in this folder"
    assert lines[1].startswith("pictures.bin: the text is not UTF-8 at byte 0 (line 1)")
    assert lines[2] == "nothing.txt: No such file or directory"


def test_folders_and_patterns_stand_for_their_files(files: Path) -> None:
    Path("folder/deep").mkdir(parents=True)
    Path("folder/deep/c.md").write_text(OTHER, encoding="utf-8")
    Path("folder/x.bin").write_bytes(b"\0")
    Path("folder/a[1].txt").write_text(PLAN, encoding="utf-8")

    def read(*arguments: str) -> list[str]:
        done = CliRunner().invoke(app, ["parse", *arguments, "--format", "json"])
        assert done.exit_code == 0, done.output
        return list(dict.fromkeys(record.get("file", "") for record in json.loads(done.stdout)))

    assert read(".") == ["a.txt", "b.txt", "folder/a[1].txt", "folder/deep/c.md"]
    assert read("*.txt") == ["a.txt", "b.txt"]
    assert read("**/*.md", "a.txt", "a.txt", "folder") == ["folder/deep/c.md", "a.txt", "folder/a[1].txt"]
    # A file of just this name is no pattern.
    assert read("folder/a[1].txt", "b.txt") == ["folder/a[1].txt", "b.txt"]
    missing = invoke("parse *.docx a.txt --format json")
    assert (missing.exit_code, missing.stderr.splitlines()[-1]) == (1, "*.docx: no file has such a name")
    assert invoke("parse *.docx").exit_code == 2


def test_strict_writes_all_or_nothing(files: Path) -> None:
    for bad in ("pictures.bin", "nothing.txt", "*.docx"):
        done = invoke(f"parse a.txt {bad} b.txt --strict --output out.csv")
        assert done.exit_code == 2
        assert done.stderr.splitlines()[-1].startswith(f"{bad}: ")
        assert "b.txt" not in done.stderr
        assert not Path("out.csv").exists()
    assert invoke("parse a.txt b.txt --strict --output out.csv").exit_code == 0
    assert Path("out.csv").exists()


@pytest.mark.parametrize("row", sr.io.formats(), ids=lambda row: row.name)
def test_every_format_is_chosen_by_ending_and_by_name(files: Path, row: Any) -> None:
    for ending in row.endings:
        assert output(f"parse a.txt b.txt --output by{ending}") == ""
        assert Path(f"by{ending}").stat().st_size > 0
    assert output(f"parse a.txt b.txt --output named --format {row.name}") == ""
    same = io.BytesIO()
    sr.io.write_table({name: sr.read(name) for name in ("a.txt", "b.txt")}, same, format=row.name)
    if row.encoding:
        assert Path("named").read_bytes() == same.getvalue()
        assert output(f"parse a.txt b.txt --format {row.name}")
    else:
        refused = invoke(f"parse a.txt --format {row.name}")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "needs --output" in refused.stderr
    assert Path("named.sdmx.xml").exists() == (row.name == "sdmx")


def test_columns_are_headed_as_asked(files: Path) -> None:
    assert output("parse a.txt --output a.xlsx --headers zh") == ""
    assert openpyxl.load_workbook("a.xlsx").active["A1"].value == "指标"
    assert output("parse a.txt --format markdown --headers zh").startswith("| 指标")
    assert output("parse a.txt --output a.csv --output-encoding gb18030") == ""
    assert "地区生产总值" in Path("a.csv").read_text(encoding="gb18030")
    assert output("parse a.txt --format csv --output-encoding utf-8-sig").startswith("\ufeff")
    unwritable = invoke("parse a.txt --output b.csv --output-encoding ascii")
    assert unwritable.exit_code == 2
    assert unwritable.stderr.splitlines()[-1].startswith("error: b.csv: ")
    assert not Path("b.csv").exists()


def test_a_table_says_the_file_where_others_failed(files: Path) -> None:
    done = invoke("parse a.txt nothing.txt --format csv")
    assert done.exit_code == 1
    assert done.stdout.startswith("file,indicator")


@pytest.mark.parametrize("kind", ["table", "csv", "json"])
def test_parse_fails_when_every_file_does(files: Path, kind: str) -> None:
    done = invoke(f"parse nothing.txt pictures.bin --format {kind}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 2


@pytest.mark.parametrize(
    "line",
    [
        "parse",
        "parse a.txt --format xlsx",
        "parse a.txt --output a.txt.doc",
        "parse a.txt --output out.csv --format table",
        "parse a.txt --format xml",
        "parse a.txt --format csv --headers zh",
        "parse a.txt --headers zh",
        "parse a.txt --output a.xlsx --output-encoding utf-8",
        "parse a.txt --output-encoding hex",
        "parse a.txt --headers fr --output a.xlsx",
        "parse a.txt --encoding nothing",
        "show a.txt --encoding hex",
    ],
)
def test_usage_of_files(files: Path, line: str) -> None:
    done = invoke(line)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage" in done.stderr


def test_an_output_that_cannot_be_written(files: Path) -> None:
    done = invoke("parse a.txt --output none/a.csv")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("error: none")


def test_an_encoding_can_be_named(files: Path) -> None:
    Path("c.txt").write_text("政府工作報告\n收入5億元。", encoding="big5")
    assert invoke("parse c.txt").exit_code == 0
    assert invoke("parse c.txt --encoding ascii").exit_code == 2
    assert invoke("parse c.txt --encoding big5").exit_code == 0


def test_hostile_files_steer_no_terminal(files: Path) -> None:
    name = "x\x1b[2J<script>[red].txt"
    Path(name).write_text("2024年,居民\x1b[2J[bold]<script>收入5亿元。\n", encoding="utf-8")
    for arguments in (["parse", name, "a.txt"], ["parse", name, "x\x1b[2J"], ["show", name]):
        done = CliRunner().invoke(app, arguments)
        assert "\x1b" not in done.output
    assert "<script>" in CliRunner().invoke(app, ["parse", name]).stdout


def test_show_takes_any_report(files: Path) -> None:
    text = output("show a.txt")
    for figure in ("210亿元", "≈7%", "224.7亿元", "of 2023", "2.0000", "certain"):
        assert figure in text
    shown = load("show a.txt")
    assert shown["report"]["title"] == "某县2024年政府工作报告"
    assert shown["income"]["ratio"]["printed"] == 2
    assert load("show b.txt")["income"] is None
    assert "per head" not in output("show b.txt")
    Path("empty.txt").touch()
    assert output("show empty.txt")
    done = invoke("show pictures.bin")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: pictures.bin: ")


@pytest.mark.parametrize("arguments", [["a.txt", "b.txt"], ["a.txt"]])
def test_progress_is_for_terminals(files: Path, arguments: list[str]) -> None:
    lines = run("parse", *arguments, "--format", "json").stderr.decode().splitlines()
    assert [line.partition(":")[0] for line in lines] == arguments  # what each was taken for, and no bar
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "shengzhou_report", "parse", *arguments, "--format", "json"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"}, check=True
    )
    # Something to read where nothing was printed.
    os.write(theirs, b"!")
    os.close(theirs)
    printed = os.read(ours, 10_000)
    os.close(ours)
    assert json.loads(done.stdout)
    assert (b"reading" in printed) == (len(arguments) > 1)


# Checks.


CONTRADICTION = "某县2024年政府工作报告\n一、2023年工作回顾\n固定资产投资20亿元,其中工业投资30亿元。\n"


def test_check_of_the_embedded_report() -> None:
    done = invoke("check")
    assert done.exit_code == 0
    for words in (
        "0 error, 0 warning, 7 info",
        "at constant prices",
        "narrowed with",
        "for about 108 years",
        "can be met together",
    ):
        assert words in " ".join(done.stdout.split())


def test_check_as_json_and_csv() -> None:
    loaded = json.loads(output("check --format json"))
    assert [finding["rule"] for finding in loaded["findings"]] == [f.rule for f in sr.check(sr.shengzhou_2024())]
    number = loaded["findings"][0]["numbers"][0]
    assert number["name"] == "implied_base"
    assert number["value"] == pytest.approx(745 / 1.075)
    assert number["unit"] == "亿元"
    rows = list(csv.DictReader(io.StringIO(output("check --format csv"))))
    assert [row["severity"] for row in rows] == ["info"] * 7
    assert rows[0]["indicator"] == "地区生产总值"


def test_check_fails_on_errors_alone(files: Path) -> None:
    Path("wrong.txt").write_text(CONTRADICTION, encoding="utf-8")
    done = invoke("check wrong.txt --format json")
    assert done.exit_code == 1
    assert [finding["rule"] for finding in json.loads(done.stdout)["findings"]] == ["part_exceeds_whole"]
    assert invoke("check a.txt").exit_code == 0
    missing = invoke("check nothing.txt")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert missing.stderr == "error: nothing.txt: No such file or directory\n"


def test_check_takes_options(files: Path) -> None:
    nation = "国家2024年政府工作报告\n二、2024年预期目标\n国内生产总值增长5%左右。\n"
    Path("nation.txt").write_text(nation, encoding="utf-8")
    rules = [f["rule"] for f in json.loads(output("check --parent nation.txt --format json"))["findings"]]
    assert rules.count("amplification") == 1
    assert "with consumer prices up 0.2%" in output("check --consumer-prices 0.2% --format json")
    assert "urban share of 60%" in output("check --urban-weight 60% --format json")
    assert invoke("check --parent nothing.txt").exit_code == 2
    assert "urban_weight" in invoke("check --urban-weight 150%").stderr


def test_a_report_without_findings(files: Path) -> None:
    Path("none.txt").write_text("某县2024年政府工作报告\n", encoding="utf-8")
    assert "no findings" in output("check none.txt")
    assert json.loads(output("check none.txt --format json"))["findings"] == []


def test_findings_steer_no_terminal(files: Path) -> None:
    text = CONTRADICTION.replace("某县", "某\x1b[2J[bold]县")
    Path("wrong.txt").write_text(text, encoding="utf-8")
    for form in ("table", "csv", "json"):
        assert "\x1b" not in invoke(f"check wrong.txt --format {form}").output


# The process.


def test_version_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv[1:] = ['--version']; import atexit;"
        "atexit.register(lambda: print(sorted({'numpy', 'pandas', 'matplotlib'} & set(sys.modules))));"
        "from shengzhou_report.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == [sr.__version__, "[]", ""]


def test_errors_of_the_library_have_no_traceback() -> None:
    done = run("growth", "compound", "745", "7.5")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"error: rate: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_in_a_pipe(environment: dict[str, str]) -> None:
    done = run("show", **environment)
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_any_encoding_will_do(environment: dict[str, str]) -> None:
    assert run("show", **environment).returncode == 0
    assert run("growth", "rate", "711.08亿元", "七", **environment).returncode == 2
    done = run("indicators", "gdp", "--json", **environment)
    assert done.returncode == 0
    assert json.loads(done.stdout)["indicator"]["name"] == "地区生产总值"


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently")
@pytest.mark.parametrize("arguments", [["show"], ["show", "--json"], ["indicators"], ["indicators", "--json"]])
def test_a_closed_pipe_is_silent(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "shengzhou_report", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() in (0, 1)


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_an_error_is_red_on_a_terminal_that_may_have_colours(environment: dict[str, str], coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    command = [sys.executable, "-m", "shengzhou_report", "growth", "compound", "745", "7.5"]
    subprocess.run(command, stderr=theirs, env=clean | {"TERM": "xterm"} | environment, check=False)
    os.close(theirs)
    printed = os.read(ours, 1000)
    os.close(ours)
    assert b"error: rate: " in printed
    assert (b"\x1b[31m" in printed) == coloured


def test_cmake_dir_is_found_or_explained() -> None:
    done = run("--cmake-dir")
    if done.returncode == 0:
        assert done.stdout.strip().endswith(b"share/cmake/shengzhou_report")
    else:
        assert done.returncode == 2
        assert done.stderr.startswith(b"error: no CMake package lies under ")


def test_simulate_states_what_it_assumes() -> None:
    result = load("simulate --years 3 --paths 20000")
    assumed = {row["name"]: row for row in result["assumptions"]}
    # The figures that the help names: national nominal growth of 2018 and 2020 to 2025.
    urban = np.log1p(np.array([7.8, 3.5, 8.2, 3.9, 5.1, 4.6, 4.3]) / 100)
    rural = np.log1p(np.array([8.8, 6.9, 10.5, 6.3, 7.7, 6.6, 5.8]) / 100)
    assert assumed["urban volatility"]["value"] == pytest.approx(urban.std(ddof=1), abs=5e-4)
    assert assumed["rural volatility"]["value"] == pytest.approx(rural.std(ddof=1), abs=5e-4)
    assert assumed["correlation"]["value"] == pytest.approx(np.corrcoef(urban, rural)[0, 1], abs=5e-3)
    assert all("assumed" in assumed[name]["source"] for name in ("urban volatility", "rural volatility", "correlation"))
    assert [row["year"] for row in result["ratio"]] == [2024, 2025, 2026]
    exact = sr.forecast.ratio_probability(77400 / 43200, 0.063, 0.068, 0.018, 0.015, 0.91, 1.75, 3)
    passed = result["ratio"][2]["passed"]["1.75"]
    assert passed["value"] > exact - 5 * passed["standard_error"]
    every = result["falls_every_year"]
    narrowing = sr.forecast.narrowing_probability(0.063, 0.068, 0.018, 0.015, 0.91, 3)
    assert abs(every["value"] - narrowing) < 5 * every["standard_error"]
    printed = invoke("simulate --years 2 --paths 1000 --urban-volatility 1%").output
    assert "assumed: national growth" in printed
    assert "given" in printed


def test_simulate_refuses_what_is_out_of_order() -> None:
    for line, message in [
        ("simulate --correlation 2", "between -1 and 1"),
        ("simulate --urban-volatility -1%", "volatility"),
        ("simulate --target -1", "threshold"),
    ]:
        result = invoke(line)
        assert result.exit_code == 2
        assert message in result.output


def test_a_damaged_text_costs_its_sentence(files: Path) -> None:
    text = "某县2024年政府工作报告\n收入5亿元。产值|8亿元。\n粮食总产量9万吨。"
    Path("c.txt").write_bytes(b"\xff".join(part.encode("gbk") for part in text.split("|")))
    failed = invoke("parse c.txt")
    assert failed.exit_code == 2
    assert "not GB18030 (GBK) at byte 38 (line 2)" in failed.stderr
    done = invoke("parse c.txt --errors replace --format json")
    assert [record["value"] for record in json.loads(done.stdout)] == [5, 9]
    assert "c.txt: a sentence is given up where bytes are no characters, in line 2" in done.stderr
