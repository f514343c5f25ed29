"""The debug view: everything that the parser saw, in its place, escaped."""

from __future__ import annotations

import pickle
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._view import CLAUSE_ENDS

TEXT = (
    "某县2024年政府工作报告\n一、2023年工作回顾\n"
    "地区生产总值达210亿元,增长6.5%;城镇、农村居民人均可支配收入分别增长5.2%、6%。\n"
    "二、2024年工作目标\n地区生产总值增长7%左右,力争城乡居民人均可支配收入增长6%以上,改造104国道。\n"
)


class Page(HTMLParser):
    """The text of the view without its legend and rows, and its marked parts with class and row."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.text = ""
        self.marks: list[tuple[str, str, str]] = []
        _, _, body = html.partition('<div class="sr-text">')
        self.feed(body.removesuffix("</div></div>"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert values.keys() <= {"class", "tabindex", "role"}
        kind = values.get("class") or ""
        self.open.append((tag, kind))
        self.tags.add(tag)
        if kind.startswith("sr-found "):
            # Reached by the keyboard, too.
            assert values["tabindex"] == "0"
            self.marks.append(("", kind.removeprefix("sr-found "), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self.open]
        text, kind, row = self.marks[-1] if self.marks else ("", "", "")
        if "sr-row" in kinds:
            self.marks[-1] = (text, kind, row + data)
            return
        self.text += data
        if any(each.startswith("sr-found ") for each in kinds):
            self.marks[-1] = (text + data, kind, row)


def test_every_number_is_marked() -> None:
    view = sr.view(TEXT)
    page = Page(view._repr_html_())
    assert page.text == TEXT
    marked = [(text, classes) for text, classes, _ in page.marks]
    assert ("210", "sr-outcome") in marked
    assert ("6.5", "sr-outcome") in marked
    assert ("7", "sr-target") in marked
    assert ("104", "sr-skipped") in marked
    places = {(found.start, found.end) for found in (*view.report, *view.report.skipped)}
    assert len([mark for mark in marked if mark[1] != "sr-commitment"]) == len(places)


def test_the_row_of_a_figure_says_it_all() -> None:
    page = Page(sr.view(TEXT)._repr_html_())
    (row,) = (row for text, _, row in page.marks if text == "7")
    assert row.splitlines() == [
        "地区生产总值 gross regional product",
        "growth · ≈7% · target · 2024",
        "二、2024年工作目标",
    ]
    (row,) = (row for text, kind, row in page.marks if text == "6" and kind == "sr-target")
    assert row.count("growth · ≥6% · target · 2024 · strive") == 2
    assert "no figure\nroad" in [row for _, _, row in page.marks]


def test_what_is_to_be_checked_by_hand_is_marked() -> None:
    page = Page(sr.view("2024年,完成投资额48.6亿元。")._repr_html_())
    ((_, kind, row),) = (mark for mark in page.marks if mark[0] == "48.6")
    assert "sr-doubt" in kind.split()
    assert "to check by hand: " in row


def test_the_legend_explains_every_mark() -> None:
    legend = sr.view(TEXT)._repr_html_().partition('<div class="sr-text">')[0]
    for kind in ("sr-outcome", "sr-estimate", "sr-target", "sr-doubt", "sr-commitment", "sr-skipped"):
        assert f'class="{kind}">' in legend


def test_one_number_of_two_statements_is_marked_once() -> None:
    view = sr.view("2024年,城乡居民人均可支配收入增长6%。")
    assert len(view.report) == 2
    ((_, _, row),) = (mark for mark in Page(view._repr_html_()).marks if mark[0] == "6")
    assert row.startswith("城镇居民人均可支配收入")
    assert "\n农村居民人均可支配收入" in row


def test_the_string_has_readings_reasons_and_clauses() -> None:
    text = str(sr.view(TEXT))
    assert "210⟦地区生产总值 level 210亿元 (outcome 2023)⟧亿元,¦" in text
    assert "104⟦✗ road⟧国道。¦" in text


def test_clauses_are_marked() -> None:
    html = sr.view("甲,乙;丙&丁；戊。")._repr_html_().partition('<div class="sr-text">')[2]
    end = '<span class="sr-end"></span>'
    assert html == f"甲,{end}乙;{end}丙&amp;丁；{end}戊。{end}</div></div>"


def test_text_is_escaped() -> None:
    text = "<script>alert('x')</script>\"><img src=x onerror=y>收入5亿元,增长<b>6%</b>。\n" * 2
    page = Page(sr.view(text)._repr_html_())
    assert page.text == text
    assert page.tags <= {"mark", "span", "strong"}


def test_bytes_do_as_well() -> None:
    assert sr.view(TEXT.encode()) == sr.view(TEXT)
    with pytest.raises(sr.ParseError):
        sr.view(b"\xff")


def test_a_view_is_a_value(public: dict[str, object]) -> None:
    view = sr.view(TEXT)
    assert pickle.loads(pickle.dumps(view)) == view
    assert eval(repr(view), public) == view
    assert str(sr.view("")) == ""


def test_commitments_and_foreign_places() -> None:
    text = "建成文化中心,收入5亿元。"
    promise = sr.Commitment("建成", "文化中心", (), 0, 6)
    longer = sr.Commitment("建成", "文化中心", (), 0, 10)
    beyond = sr.Statement("收入", quantity=sr.Quantity(5, "亿元"), start=90, end=91)
    view = sr.ReportView(text, sr.Report([beyond], commitments=[promise]))
    assert ("建成文化中心", "sr-commitment", "commitment\n建成 文化中心") in Page(view._repr_html_()).marks
    assert str(view).startswith("建成文化中心⟦commitment: 建成 文化中心⟧,¦")
    statement = sr.Statement("收入", quantity=sr.Quantity(5, "亿元"), start=9, end=10)
    view = sr.ReportView(text, sr.Report([statement], commitments=[longer]))
    assert [mark[:2] for mark in Page(view._repr_html_()).marks] == [("5", "sr-outcome")]


@given(st.text(st.sampled_from("地区生产总值增长7%0.5亿元分别、,;。年2024项<&>\"'\n ")))
def test_any_text_is_shown_whole(text: str) -> None:
    view = sr.view(text)
    assert Page(view._repr_html_()).text == text
    assert set(CLAUSE_ENDS).isdisjoint("¦⟦⟧")


UNSEEN = "\u202e\u200b\x1b\x07"


def test_what_cannot_be_seen_stays_out_of_names_and_is_shown():
    text = f"2024年，粮{UNSEEN}食产量21万吨{UNSEEN}，增长1.5%。"
    view = sr.view(text)
    assert [(s.indicator, text[s.start : s.end]) for s in view.report] == [("粮食产量", "21"), ("粮食产量", "1.5")]
    for shown in (str(view), view._repr_html_(), view.report._repr_html_()):
        assert not set(UNSEEN) & set(shown)
    assert r"粮\u202e\u200b\x1b\x07食" in str(view)
    named = sr.Statement("粮\u202e食", quantity=sr.Quantity(21, "吨"))
    assert r"粮\u202e食" in sr.Report([named])._repr_html_()
