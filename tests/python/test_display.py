"""The looks in Jupyter: escaped, well-formed, without anything from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import shengzhou_report as sr
from shengzhou_report.display import MOST_HEADLINES, MOST_ROWS

HOSTILE = "<script>alert(\"x\")</script><img src=x onerror='y'>&amp;"


TAGS = {"div", "style", "strong", "span", "p", "table", "caption", "thead", "tbody", "tr", "th", "td"}
TAGS |= {"details", "summary"}


class Page(HTMLParser):
    """Reads HTML; fails where tags do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.style = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def hostile() -> sr.Statement:
    return sr.Statement(
        HOSTILE,
        name_en=HOSTILE,
        scope=HOSTILE,
        section=[HOSTILE],
        measure="rank",
        quantity=sr.Quantity(3, "位", bound="at_most"),
        year=2024,
    )


SHOWN = {
    "report": sr.shengzhou_2024(),
    "empty": sr.Report(),
    "statement": sr.shengzhou_2024()[0],
    "trend": sr.Statement("倍差", trend="falling", status="target"),
    "quantity": sr.Quantity("7.0", "%", bound="at_least"),
    "hostile_report": sr.Report([hostile()], title=HOSTILE),
    "hostile_statement": hostile(),
}


@pytest.mark.parametrize("name", SHOWN)
def test_html_is_well_formed_and_self_contained(name: str) -> None:
    value = SHOWN[name]
    html = value._repr_html_()  # type: ignore[attr-defined]
    page = Page(html)
    assert set(page.tags) <= TAGS
    assert {attribute for attribute, _ in page.attributes} <= {"class", "title", "scope"}
    # Colours are the theme's, or mixed from that of the text.
    assert not any(word in page.style for word in ("url(", "import", "http", "#", "rgb("))


@pytest.mark.parametrize("name", ["hostile_report", "hostile_statement"])
def test_text_is_shown_not_run(name: str) -> None:
    value = SHOWN[name]
    html = value._repr_html_()  # type: ignore[attr-defined]
    assert HOSTILE not in html
    # Name, English name, scope and section; the report has a title as well.
    assert Page(html).text.count(HOSTILE) == (5 if name == "hostile_report" else 4)


@pytest.mark.parametrize(
    ("quantity", "text", "title"),
    [
        (sr.Quantity("745", "亿元"), "745亿元", "[744.5, 745.5] 亿元"),
        (sr.Quantity("8.0", "%", bound="at_least"), "≥8.0%", "[8, inf] %"),
        (sr.Quantity("5", "%", bound="less_than"), "<5%", "[-inf, 5] %"),
    ],
    ids=str,
)
def test_a_quantity_shows_its_figure_and_what_it_can_mean(quantity: sr.Quantity, text: str, title: str) -> None:
    page = Page(quantity._repr_html_())
    assert page.text == text
    assert page.attributes == [("title", title)]


def test_a_statement_is_one_row() -> None:
    statement = sr.shengzhou_2024().at("GDP", status="target")
    page = Page(statement._repr_html_())
    assert page.tags.count("tr") == 2
    for word in ("地区生产总值", statement.name_en, "growth", "≈7.0%", "target", "2024", statement.section[-1]):
        assert word in page.texts or word in page.text


def test_a_statement_without_a_number_shows_its_trend() -> None:
    assert "in step" in Page(sr.Statement("x", trend="in_step")._repr_html_()).texts


@pytest.mark.parametrize("word", ["estimate", "month average", "strive", "全省", "开发区", "since 2018"])
def test_what_is_not_usual_is_said(word: str) -> None:
    statement = sr.Statement(
        "x",
        measure="growth",
        status="estimate",
        period="month_average",
        modality="strive",
        scope="全省",
        year=2023,
        base_year=2018,
        area="开发区",
    )
    assert word in Page(statement._repr_html_()).text


def test_a_report_shows_title_counts_and_headline_figures(report: sr.Report) -> None:
    text = Page(report._repr_html_()).text
    assert report.title in text
    assert "192 statements: 79 outcomes, 113 targets" in text
    for figure in ("745亿元", "50.81亿元", "77400元", "43200元", "7.5%"):
        assert figure in text


def rows_of(html: str) -> tuple[int, int]:
    """How many rows of tables stand outside and inside of what is folded."""
    page = Page(html)
    outside = Page(html.partition("<details>")[0] + "</div>" if "<details>" in html else html)
    return outside.tags.count("tr"), page.tags.count("tr") - outside.tags.count("tr")


def test_a_report_shows_its_headline_figures_and_folds_the_rest(report: sr.Report) -> None:
    outside, inside = rows_of(report._repr_html_())
    assert outside <= 1 + MOST_HEADLINES
    assert inside == 1 + len(report)
    first = report._repr_html_().partition("<details>")[0]
    gdp = next(row for row in first.split("<tr>") if "地区生产总值" in row)
    assert [figure in gdp for figure in ("745亿元", "7.5%", "≈7.0%", "797.15亿元")] == [True] * 4


def test_what_a_report_promises_and_skips_can_be_unfolded() -> None:
    text = "某县2024年政府工作报告\n一、2024年工作\n粮食产量21万吨。改造104国道。建成县文化中心。\n"
    page = Page(sr.parse(text)._repr_html_())
    assert page.tags.count("details") >= 2
    for word in ("县文化中心", "road", "commitments: 2"):
        assert word in page.texts or word in page.text


@pytest.mark.parametrize(("length", "left_out"), [(MOST_ROWS, None), (MOST_ROWS + 1, "1 more")])
def test_long_reports_end_in_a_summary(length: int, left_out: str | None) -> None:
    page = Page(sr.Report([sr.Statement("甲")] * length)._repr_html_())
    assert page.tags.count("tr") == 1 + MOST_HEADLINES + 1 + MOST_ROWS
    assert ("more: to_frame()" in page.text) == (left_out is not None)
    assert left_out is None or f"… and {left_out}" in page.text


def test_the_size_of_a_huge_report_s_html_is_bounded() -> None:
    statement = sr.Statement("甲")
    assert len(sr.Report([statement] * 10_000)._repr_html_()) < 2 * len(sr.Report([statement] * 500)._repr_html_())


def test_what_is_shown_is_in_the_language_in_use(report: sr.Report) -> None:
    with sr.language.use("en"):
        assert "gross regional product" in report._repr_html_()
    with sr.language.use("zh"):
        # Who reads the Chinese name needs no translation.
        assert "gross regional product" not in report._repr_html_()
