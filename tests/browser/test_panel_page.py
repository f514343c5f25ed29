"""The page of a panel: small multiples, ranking, and what became of targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pages

Open = Callable[..., Any]


def ranking(page: Any) -> list[list[str]]:
    return [line.locator("td").all_inner_texts() for line in page.locator("[data-ranking] tbody tr").all()]


def test_places_are_ranked_by_what_they_report(open_page: Open) -> None:
    page = open_page("panel")
    assert ranking(page) == [
        ["1", "丙县", "6.9%", "≥6.0%"],
        ["1", "乙县", "6.9%", "≥6.0%"],
        ["3", "甲县", "5.2%", "≥6.0%"],
    ] or ranking(page) == [
        ["1", "乙县", "6.9%", "≥6.0%"],
        ["1", "丙县", "6.9%", "≥6.0%"],
        ["3", "甲县", "5.2%", "≥6.0%"],
    ]
    page.locator("[data-choose=year]").select_option("2021")
    assert [row[1] for row in ranking(page)] == ["乙县", "甲县", "丙县"]
    # No report of the panel says what was aimed at for that year.
    assert {row[3] for row in ranking(page)} == {""}


def test_every_place_has_its_chart(open_page: Open) -> None:
    page = open_page("panel")
    figures = page.locator("[data-part=multiples] figure")
    assert figures.count() == 3
    first = page.locator("figure[data-place=甲县]")
    assert first.locator("circle.main").count() == 3
    assert first.locator("circle.aim").count() == 3
    assert "2023: 5.2%" in first.locator("desc").text_content()
    # Common axes: what is higher in one chart is so in all.
    heights = {
        place: float(page.locator(f"figure[data-place={place}] circle.main").last.get_attribute("cy"))
        for place in ("甲县", "乙县")
    }
    assert heights["甲县"] > heights["乙县"]


def test_the_panel_of_one_place_shows_its_indicators(open_page: Open) -> None:
    page = open_page("one place")
    titles = page.locator("[data-part=multiples] figcaption").all_inner_texts()
    assert titles[0] == "gross regional product 地区生产总值, growth, %"
    assert len(titles) > 3
    assert page.locator("#ranking").count() == 0
    outcomes = page.locator("[data-part=multiples] figure").first.locator("circle.main")
    assert outcomes.count() == 2


def test_scores_are_filtered_by_verdict(open_page: Open) -> None:
    page = open_page("panel")
    scores = pages.panel().scorecard()
    lines = page.locator("[data-scores] tbody tr")
    assert lines.count() == len(scores)
    page.locator("[data-filter=verdict]").select_option("missed")
    assert lines.count() == sum(score.verdict == "missed" for score in scores) == 2
    page.locator("[data-filter=place]").select_option("甲县")
    assert lines.count() == 1
    assert lines.first.locator("td").all_inner_texts()[-2:] == ["5.2%", "missed"]
