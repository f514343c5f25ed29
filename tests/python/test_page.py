"""Pages of reports and panels: what is in them, that nothing of a report is more than text, and both languages."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import string
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pages
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import shengzhou_report as sr
from shengzhou_report import typing as enumerations
from shengzhou_report._escape import visible
from shengzhou_report._findings import message_in
from shengzhou_report.cli import app
from shengzhou_report.page.findings import number_names, rule_titles
from shengzhou_report.page.model import next_ratios, report_model, wording
from shengzhou_report.page.panel import panel_model
from shengzhou_report.page.script import script_of
from shengzhou_report.page.text import pieces
from shengzhou_report.page.words import words

pytest.importorskip("jinja2")

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(sr.__file__).parent / "page"
REPORTS = pages.reports()


class Elements(HTMLParser):
    """Elements of a page with their attributes, and the text that is shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.texts: list[str] = []
        self.open = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open = tag
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open in self.inside:
            self.inside[self.open][-1] += data
        else:
            self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page_of(report: sr.Report | sr.Panel, language: Any = "en") -> str:
    page = report.to_html(language=language)
    assert page is not None
    return page


def model_in(page: str) -> dict[str, Any]:
    model: dict[str, Any] = json.loads(Elements(page).inside["script"][0])
    return model


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_remote_and_only_its_own_script_runs(name: str) -> None:
    page = page_of(REPORTS[name])
    elements = Elements(page)
    policy = next(meta["content"] for meta in elements.named("meta") if "http-equiv" in meta)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")

    def source(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    data, script = elements.inside["script"]
    (style,) = elements.inside["style"]
    assert f"script-src {source(script)}; style-src {source(style)};" in policy
    assert json.loads(data)["columns"][1] == "indicator"
    assert [tag.get("type") for tag in elements.named("script")] == ["application/json", "module"]
    for tag, attributes in elements.found:
        assert tag not in ("img", "iframe", "object", "embed", "base", "form", "link"), tag
        for attribute, value in attributes.items():
            assert not attribute.startswith("on"), attribute
            assert attribute not in ("src", "style", "action", "srcset", "data")
            assert attribute != "href" or (value or "").startswith("#"), value
    # The name of the namespace of SVG is no address that anything loads.
    assert set(re.findall(r"https?://[\w./]+", page)) <= {"http://www.w3.org/2000/svg"}


def test_text_of_a_report_is_never_more_than_text() -> None:
    report = REPORTS["hostile"]
    for language in ("en", "zh"):
        page = page_of(report, language)
        elements = Elements(page)
        assert len(elements.named("script")) == 2
        shown = "".join(elements.texts)
        for line in pages.HOSTILE.splitlines()[2:]:
            assert visible(line.strip("\x07")) in shown or "\u2028" in line or "\x1b" in line
        assert "{{ 7 * 7 }}{% raw %}{statements}${1}" in shown
        # What turns the direction of writing or steers a terminal is nowhere as it is, nor what breaks a script.
        assert not re.search(r"[\u202a-\u202e\u200b-\u200f\x00-\x08\x0e-\x1f]", page)
        assert not re.search(r"[\u2028\u2029<>&]", elements.inside["script"][0])


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text("<>&'\"{}%!-/ascript\u2028\u202e=+@", max_size=40))
def test_any_words_are_shown_as_they_are(anything: str, markup: str) -> None:
    statement = sr.Statement(
        "x" + anything + markup, quantity=sr.Quantity(5, "%"), status="target", section=[markup], reference=anything
    )
    report = sr.Report([statement], title=markup, place=anything + markup, year=2024)
    page = page_of(report)
    assert len(Elements(page).named("script")) == 2
    model = model_in(page)
    place = {name: i for i, name in enumerate(model["columns"])}
    assert model["rows"][0][place["indicator"]] == visible(statement.indicator)
    assert model["rows"][0][place["reference"]] == visible(statement.reference)


@pytest.mark.parametrize("name", [name for name, report in REPORTS.items() if report.text])
def test_the_text_is_all_there_in_its_order(name: str) -> None:
    report = REPORTS[name]
    shown = list(pieces(report))
    assert "".join(piece["text"] for piece in shown) == visible(report.text or "")
    page = page_of(report)
    body = re.search(r'data-part="text">(.*?)</div>\n</section>', page, re.DOTALL)
    assert body is not None
    assert html.unescape(re.sub(r"<[^>]+>", "", body[1])) == visible(report.text or "")


def test_every_figure_of_the_text_leads_to_its_row_and_back() -> None:
    report = REPORTS["full"]
    page = page_of(report)
    ids = [attributes["id"] for _, attributes in Elements(page).found if attributes.get("id")]
    assert len(ids) == len(set(ids))
    placed = [i for i, statement in enumerate(report) if statement.end > statement.start]
    linked = {int(row) for piece in pieces(report) if piece["kind"] == "figure" for row in piece["rows"]}
    figures = {i for i in placed if report[i].quantity}
    assert figures
    assert figures <= linked
    assert {f"f{row}" for row in linked} <= set(ids)
    skipped = [piece for piece in pieces(report) if piece["kind"] == "skipped"]
    assert [piece["text"] for piece in skipped] == [each.text for each in report.skipped]
    # A heading is whole, the numbers in it included.
    heads = "".join(piece["text"] if piece["head"] else "|" for piece in pieces(report))
    assert {"一、2023年工作回顾", "二、2024年工作安排", "(一)推动产业升级。"} <= set(heads.split("|"))


def test_sections_that_have_nothing_are_left_out() -> None:
    parts = {name: set(re.findall(r'<section id="(\w+)"', page_of(report))) for name, report in REPORTS.items()}
    everything = {"headline", "findings", "incomes", "futures", "statements", "tasks", "text"}
    assert parts["full"] == everything
    assert parts["embedded"] == everything - {"tasks", "text"}
    assert parts["empty"] == set()
    assert parts["no figures"] == {"text"}
    assert parts["communique"] == {"headline", "findings", "statements", "text"}
    assert "This document states no targets." in page_of(REPORTS["communique"])
    assert "No figure was found" in page_of(REPORTS["empty"])
    for name, report in REPORTS.items():
        targets = set(re.findall(r'href="#([a-z]\w+)"', page_of(report))) - {"main"}
        assert {link for link in targets if not re.fullmatch(r"[rfc]\d+", link)} == parts[name]


def test_headline_shows_outcome_target_wording_and_implied_level() -> None:
    rows = {row["indicator"]: row for row in report_model(sr.shengzhou_2024())["headline"]}
    gdp = rows["地区生产总值"]
    assert (gdp["level"]["figure"], gdp["growth"]["figure"]) == ("745亿元", "7.5%")
    (target,) = gdp["targets"]
    # 745 * 1.07, from the rounded base and the convention for "about".
    assert (target["figure"], target["wording"], target["implied"]["level"]) == ("≈7.0%", "soft", "797.15亿元")
    assert target["implied"]["price_year"] == 2023
    assert rows["社会消费品零售总额"]["targets"][0]["wording"] == "hard"
    assert rows["城乡居民收入倍差"]["targets"][0]["wording"] == "in_words"
    full = {row["indicator"]: row for row in report_model(REPORTS["full"])["headline"]}
    assert full["固定资产投资"]["targets"][0]["wording"] == "open_range_strive"
    assert wording(sr.Statement("GDP", quantity=sr.Quantity(1))) == ""
    # Taxes of a part of the place, grown since 2018, are no headline.
    assert "税收" in sr.parse(pages.FULL).indicators()
    assert "税收" not in full


def test_findings_have_their_figures_and_rows() -> None:
    report = sr.shengzhou_2024()
    for finding, shown in zip(report.check(), report_model(report)["findings"], strict=True):
        assert shown["said"]["en"] == finding.message
        for statement, link in zip(finding.statements, shown["statements"], strict=True):
            assert report[link["row"]] == statement
        with sr.language.use("zh"):
            assert shown["said"]["zh"] == message_in(finding) != finding.message
        for number in shown["numbers"]:
            assert number["name"]["zh"] != number["name"]["en"]


def test_every_rule_and_number_of_check_has_a_name() -> None:
    assert set(rule_titles("en")) == set(sr.check_rules())
    rules = ROOT / "include/shengzhou_report/impl/check"
    named = set()
    for path in rules.glob("*.ipp"):
        source = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'in_percent\(\s*"(\w+)"|FindingNumber\{"(\w+)"', source))
        named |= {(name, "") for name in re.findall(r'\{"(\w+)",\s[^"}]*,[^"}]*,', source)}
    names = {first or second for first, second in named} - {"corner_urban_growth", "corner_rural_growth"}
    assert {"implied_base", "gap_threshold", "amplification"} <= names
    assert names <= set(number_names("en"))


def test_the_region_is_that_of_the_library() -> None:
    report = REPORTS["full"]
    region = report_model(report)["region"]
    expected = sr.FeasibleRegion(
        report.at("城镇居民人均可支配收入", measure="level").quantity.interval(),  # type: ignore[union-attr]
        report.at("农村居民人均可支配收入", measure="level").quantity.interval(),  # type: ignore[union-attr]
        urban_weight=sr.Interval(0, 1),
        urban_growth=sr.Interval(0.05, float("inf")),
        rural_growth=sr.Interval(0.07, float("inf")),
        ratio_falls=True,
    )
    assert region["nominal"]
    assert [tuple(corner) for corner in region["corners"]] == pytest.approx(
        [pytest.approx(vertex, abs=1e-12) for vertex in expected.vertices]
    )
    cheapest = expected.cheapest()
    assert region["cheapest"] == pytest.approx([cheapest.urban_growth, cheapest.rural_growth])
    # In step with the economy is meant at constant prices.
    assert not report_model(sr.shengzhou_2024())["region"]["nominal"]


def test_the_fan_is_that_of_the_engine() -> None:
    pytest.importorskip("pandas")
    fan = report_model(sr.shengzhou_2024())["fan"]
    scenario = sr.simulate(
        {"urban": sr.Quantity(77400, "元", step=100), "rural": sr.Quantity(43200, "元", step=100)},
        {"urban": 0.063, "rural": 0.068},
        {"urban": 0.018, "rural": 0.015},
        periods=10,
        correlation=0.91,
        ratio=("urban", "rural"),
        passages={"1.7": sr.ScenarioPassage("ratio", None, 1.7)},
        year=2023,
        paths=100_000,
    )
    quantiles = scenario.quantiles([0.05, 0.5, 0.95])["ratio"]
    assert fan["years"] == [2023, *scenario.periods]
    assert fan["median"][1:] == quantiles[0.5].tolist()
    assert fan["bands"][0]["low"][1:] == pytest.approx(quantiles[0.05].tolist(), rel=1e-12)
    assert fan["bands"][0]["high"][1:] == pytest.approx(quantiles[0.95].tolist(), rel=1e-12)
    passed = next(row for row in fan["passed"] if row["ratio"] == 1.7)
    assert passed["chances"] == scenario.passed("1.7").probability.tolist()


@given(st.floats(0.2, 20))
def test_next_ratios_are_the_nearest_below(ratio: float) -> None:
    found = next_ratios(ratio)
    assert all(value < ratio + 1e-9 for value in found)
    assert found[0] >= ratio - 0.05 - 1e-9
    assert all(abs(20 * value - round(20 * value)) < 1e-9 for value in found)
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("urban", "rural"), [("3.2万元", "2万元以内"), ("5万元以上", "2万元"), ("52000元", "3000元以下")]
)
def test_incomes_that_no_ratio_can_be_made_of_cost_only_their_section(urban: str, rural: str) -> None:
    text = (
        "某县2024年政府工作报告\n一、2023年工作回顾\n"
        f"城镇居民人均可支配收入{urban},增长5%;农村居民人均可支配收入{rural},增长6%。\n"
    )
    assert 'id="statements"' in page_of(sr.parse(text))


def test_pages_of_large_reports_stay_small() -> None:
    for size, most in ((60_000, 1_500_000), (200_000, 5_000_000)):
        text = pages.large(size)
        assert len(text.encode()) >= size
        assert len(page_of(sr.parse(text)).encode()) < most


def test_all_texts_exist_in_chinese() -> None:
    english, chinese = words("en"), words("zh")
    assert english.keys() == chinese.keys()
    for key, text in english.items():
        assert re.search(r"[\u4e00-\u9fff]", chinese[key]), key
        fields = [{name for _, name, _, _ in string.Formatter().parse(said) if name} for said in (text, chinese[key])]
        assert fields[0] == fields[1], key
    for names in (rule_titles, number_names):
        assert all(re.search(r"[\u4e00-\u9fff]", said) for said in names("zh").values())


def test_every_text_is_used_and_every_use_has_a_text() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for folder in ("static", "templates") for path in (PAGE / folder).iterdir()
    )
    keys = words("en").keys()
    for key in keys:
        composed = key.startswith(("word_", "column_", "severity_")) or key in get_args(enumerations.DocumentKind)
        assert composed or re.search(rf"""["']{key}["']""", sources), key
    asked = set(re.findall(r'\b(?:t|say)\("(\w+)"', sources)) - {"column_", "word_", "severity_"}
    assert asked <= keys
    for prefix, alias in (
        ("doubt_", enumerations.Doubt),
        ("skip_", enumerations.SkipReason),
        ("", enumerations.Trend),
        ("", enumerations.Verdict),
    ):
        assert {f"word_{prefix}{word}" for word in get_args(alias)} <= keys


def test_modules_of_the_script_join_into_one() -> None:
    names = sorted(path.name for path in (PAGE / "static").glob("*.js"))
    for name in names:
        joined = script_of(name)
        assert "import " not in re.sub(r"//.*", "", joined)
    everything = script_of(*names)
    declared = re.findall(r"^(?:export )?(?:async )?(?:const|let|function) (\w+)", everything, re.MULTILINE)
    assert len(declared) == len(set(declared)) > 40


def test_where_a_page_goes(tmp_path: Path) -> None:
    report = sr.shengzhou_2024()
    path = tmp_path / "page.html"
    assert report.to_html(path, language="zh") is None
    assert path.read_text(encoding="utf-8") == page_of(report, "zh")
    assert '<html lang="zh" data-lang="zh">' in page_of(report, "zh")
    with sr.language.use("zh"):
        assert report.to_html() == page_of(report, "zh")
    with pytest.raises(sr.DomainError, match="'fr' is none of en, zh"):
        report.to_html(language="fr")  # type: ignore[call-overload]
    with pytest.raises(FileNotFoundError):
        report.to_html(tmp_path / "none" / "page.html")


def test_a_page_is_the_same_each_time() -> None:
    assert page_of(REPORTS["full"]) == page_of(sr.parse(pages.FULL))


def test_without_jinja_the_error_names_the_extra() -> None:
    program = "import sys; sys.modules['jinja2'] = None\nimport shengzhou_report as sr\nsr.shengzhou_2024().to_html()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "ImportError: this needs jinja2: pip install 'shengzhou-report[page]'" in done.stderr


def test_a_panel_sets_targets_beside_outcomes() -> None:
    model = panel_model(pages.panel())
    series = model["series"][0]
    assert (series["indicator"], series["measure"], series["unit"]) == ("地区生产总值", "growth", "%")
    assert list(series["places"]) == ["丙县", "乙县", "甲县"] or set(series["places"]) == {"甲县", "乙县", "丙县"}
    first = series["places"]["甲县"]
    assert {year: figure["value"] for year, figure in first["outcomes"].items()} == {
        "2021": 6.1,
        "2022": 6.4,
        "2023": 5.2,
    }
    assert first["targets"]["2023"]["text"] == "≥6.0%"
    missed = [(score["place"], score["year"]) for score in model["scores"] if score["verdict"] == "missed"]
    assert sorted(missed) == [("丙县", 2022), ("甲县", 2023)]
    page = page_of(pages.panel(), "zh")
    assert set(re.findall(r'<section id="(\w+)"', page)) == {"multiples", "ranking", "scores"}


@pytest.mark.parametrize("members", [[], ["empty"], ["no place, no year"], ["embedded"], ["hostile", "1990"]])
def test_any_panel_has_a_page(members: list[str]) -> None:
    page = page_of(sr.Panel([REPORTS[name] for name in members]))
    assert len(Elements(page).named("script")) == 2


def test_the_command_writes_a_page(tmp_path: Path) -> None:
    path, text = tmp_path / "out.html", tmp_path / "报告.txt"
    text.write_text(pages.FULL, encoding="utf-8")
    done = CliRunner().invoke(app, ["page", "-o", str(path), "--lang", "zh"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_text(encoding="utf-8") == page_of(sr.shengzhou_2024(), "zh")
    assert CliRunner().invoke(app, ["--lang", "zh", "page", str(text), "-o", str(path)]).exit_code == 0
    assert path.read_text(encoding="utf-8") == page_of(REPORTS["full"], "zh")
    other = tmp_path / "other.txt"
    other.write_text(pages.FULL.replace("2024", "2025").replace("2023", "2024"), encoding="utf-8")
    assert CliRunner().invoke(app, ["page", str(text), str(other), "-o", str(path)]).exit_code == 0
    assert 'id="multiples"' in path.read_text(encoding="utf-8")
    unwritable = CliRunner().invoke(app, ["page", "-o", str(tmp_path / "no" / "out.html")])
    assert (unwritable.exit_code, unwritable.stdout) == (2, "")
    assert "No such file" in unwritable.stderr
    assert CliRunner().invoke(app, ["page", str(text), str(other), "--year", "2024"]).exit_code == 2
