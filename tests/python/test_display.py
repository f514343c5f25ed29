"""The looks in Jupyter: escaped, well-formed, without anything from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import shengzhou_report as sr
from shengzhou_report.display import MOST_ROWS

HOSTILE = "<script>alert(\"x\")</script><img src=x onerror='y'>&amp;"


class Page(HTMLParser):
    """Reads HTML; fails where tags do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
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
    assert set(page.tags) <= {"div", "strong", "span", "p", "table", "thead", "tbody", "tr", "th", "td"}
    assert {attribute for attribute, _ in page.attributes} <= {"style", "title"}
    styles = [value for attribute, value in page.attributes if attribute == "style"]
    assert not any(word in style for style in styles for word in ("url(", "import", "http", "#", "rgb("))


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


@pytest.mark.parametrize(("length", "left_out"), [(MOST_ROWS, None), (MOST_ROWS + 1, "1 more"), (192, "132 more")])
def test_long_reports_end_in_a_summary(report: sr.Report, length: int, left_out: str | None) -> None:
    page = Page(report[:length]._repr_html_())
    assert page.tags.count("tr") == 1 + MOST_ROWS
    assert ("more: report.to_frame()" in page.text) == (left_out is not None)
    assert left_out is None or f"… and {left_out}" in page.text


def test_the_size_of_a_huge_report_s_html_is_bounded() -> None:
    statement = sr.Statement("甲")
    assert len(sr.Report([statement] * 10_000)._repr_html_()) < 2 * len(sr.Report([statement] * 100)._repr_html_())
