"""The help of the command line in two languages, and the completion of shells."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

import shengzhou_report as sr
from shengzhou_report.cli import app
from shengzhou_report.cli.language import COMPLETION, Language, help_messages, language_of, said
from shengzhou_report.language import gettext, use


def commands() -> Iterator[Any]:
    rest = [typer.main.get_command(app)]
    while rest:
        command: Any = rest.pop()
        yield command
        rest += getattr(command, "commands", {}).values()


def texts() -> Iterator[str]:
    """What the help says in English."""
    for command in commands():
        yield from (text for text in (command.help, command.epilog) if text)
        for parameter in command.params:
            if parameter.name not in COMPLETION:
                assert parameter.help, (command.name, parameter.name)
                yield parameter.help


def help_of(*arguments: str, **environment: str) -> str:
    clean = dict.fromkeys(("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"), "") | {"COLUMNS": "100"}
    done = CliRunner().invoke(app, [*arguments, "--help"], env=clean | environment)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_every_text_has_a_chinese_one() -> None:
    with use("zh"):
        for text in texts():
            assert said(text) != text


def test_values_behind_a_text_stay() -> None:
    with use("zh"):
        assert said("Rate: 7.5%, 0.075 or -16.7%. Default: 0.5.").endswith("默认值：0.5.")


def test_both_languages_name_the_same_figures_and_options() -> None:
    for english in help_messages(typer.main.get_command(app)):
        chinese = gettext(english, "zh")
        assert any(unicodedata.east_asian_width(character) == "W" for character in chinese)
        for pattern in (r"--[a-z]+", r"\d+(?:\.\d+)?%?", r"[a-z]+_[a-z_]+"):
            # A year that opens a sentence may be said in other words, but no figure is made up.
            assert set(re.findall(pattern, chinese)) <= set(re.findall(pattern, english)) | {"4"}, chinese


@pytest.mark.parametrize(
    "environment", [{"LANG": "zh_CN.UTF-8"}, {"LC_ALL": "zh_TW"}, {"LANGUAGE": "zh:en", "LANG": "en_US.UTF-8"}]
)
def test_the_locale_chooses_the_language(environment: dict[str, str]) -> None:
    for arguments in ((), ("parse",), ("gap", "ratio")):
        chinese = help_of(*arguments, **environment)
        assert all(word in chinese for word in ("用法：", "选项", "显示本帮助并退出"))
        assert "Options" not in chinese
        assert "Usage" not in chinese
        assert "Usage:" in help_of("--lang", "en", *arguments, **environment)


def test_an_option_chooses_the_language() -> None:
    assert "列出报告中的各项数据" in help_of("--lang", "zh", "parse")
    assert "列出报告中的各项数据" in help_of("--lang=zh")
    assert "The statements of reports." in help_of("parse", LANG="de_DE.UTF-8")
    wrong = CliRunner().invoke(app, ["--lang", "fr", "show"])
    assert (wrong.exit_code, wrong.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--lang", "zh"], {}, "zh"),
        (["--version", "--lang=zh"], {"LANG": "en_US"}, "zh"),
        (["--lang"], {}, "en"),
        ([], {"SHENGZHOU_REPORT_LANGUAGE": "zh", "LANG": "en_US"}, "zh"),
        (["parse", "--lang", "zh"], {}, "en"),
        ([], {"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ([], {}, "en"),
    ],
)
def test_what_decides_the_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of(arguments, environment) is Language(language)


def test_no_line_of_the_help_is_cut() -> None:
    for command in ("parse", "check", "simulate", "show"):
        for width in ("80", "100"):
            assert "…" not in help_of("--lang", "zh", command, COLUMNS=width)
            assert "…" not in help_of(command, COLUMNS=width)


def spoken(*arguments: str) -> Any:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})


def test_results_are_the_same_in_every_language() -> None:
    line = ["growth", "compound", "745亿元", "7.0%"]
    assert CliRunner().invoke(app, line, env={"LANG": "zh_CN.UTF-8"}).stdout == "797.15亿元\n"


@pytest.mark.parametrize(
    "line",
    [
        "show",
        "check",
        "indicators",
        "indicators GDP",
        "simulate --paths 1000 --years 2",
        "gap path 1.79 6.3% 6.8% 2",
        "gap years-to 1.79 6.3% 6.8% 1.7 --rounded",
        "gap peak 77400 43200 6.3% 6.8% --rounded",
        "growth points 7% 6%",
    ],
)
def test_tables_and_lines_are_chinese(line: str) -> None:
    chinese, english = spoken("--lang", "zh", *line.split()), spoken("--lang", "en", *line.split())
    assert chinese.exit_code == english.exit_code == 0
    # What stays: identifiers and names of the catalogue, and figures.
    known = " ".join(" ".join([item.id, item.name, item.name_en, item.code, *item.aliases]) for item in sr.catalogue())
    assert set(re.findall(r"[A-Za-z_]{3,}", chinese.stdout)) <= set(re.findall(r"[A-Za-z_]{3,}", known))
    assert chinese.stdout != english.stdout


def test_errors_and_what_a_file_was_taken_for_are_chinese(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.txt", tmp_path / "empty"
    path.write_text("2024年嵊州市政府工作报告\n各位代表：\n一、2023年工作回顾\n全市地区生产总值745亿元。\n", "utf-8")
    folder.mkdir()
    assert "嵊州市2024年政府工作报告（类型：工作报告标题" in spoken("--lang", "zh", "show", str(path)).stderr
    assert "错误：报告未同时给出" in spoken("--lang", "zh", "simulate", str(path)).stderr
    assert "目录中没有可读取的文件" in spoken("--lang", "zh", "parse", str(folder)).stderr


@pytest.mark.parametrize("line", ["show --json", "check --format json", "check --format csv", "simulate --json"])
def test_machines_read_the_same_words_in_every_language(line: str) -> None:
    arguments = [*line.split(), *(["--paths", "1000"] if "simulate" in line else [])]
    assert spoken("--lang", "zh", *arguments).stdout == spoken("--lang", "en", *arguments).stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shengzhou-report pa", {"page", "parse"}),
        ("shengzhou-report growth d", {"deflator", "doublings", "doubling-time"}),
        ("shengzhou-report parse --format d", {"dta", "datapackage"}),
        ("shengzhou-report --lang ", {"en", "zh"}),
    ],
)
def test_shells_complete(words: str, expected: set[str]) -> None:
    completing = {"_SHENGZHOU_REPORT_COMPLETE": "complete_bash", "COMP_WORDS": words}
    completing["COMP_CWORD"] = str(len(words.split()) - (not words.endswith(" ")))
    command = [sys.executable, "-m", "shengzhou_report"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | completing, check=False)
    assert set(done.stdout.split()) == expected


def test_exit_codes_are_documented() -> None:
    for arguments in (("parse",), ("--lang", "zh", "parse")):
        assert re.findall(r"[012](?=[:：])", help_of(*arguments, COLUMNS="200")) == ["0", "1", "2"]
