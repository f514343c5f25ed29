"""The document of a portal's page and nothing of the portal: saved pages in five layouts, beside trafilatura."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

import shengzhou_report as sr

PAGES = Path(__file__).parents[1] / "data" / "main_content"
LAYOUTS = ["table_portal", "side_bar", "print_related", "paginated", "sitemap_footer"]

#: Classes and ids help where a portal writes much around its document; the other layouts are read without them.
UNNAMED = [layout for layout in LAYOUTS if layout != "sitemap_footer"]


def page_of(layout: str) -> str:
    return (PAGES / f"{layout}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def article() -> list[str]:
    return (PAGES / "article.txt").read_text(encoding="utf-8").split("\n")[:-1]


def lines_of(page: str) -> list[str]:
    return [line.strip("\u3000") for line in sr.io.read_text(page.encode()).split("\n")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_is_its_document(layout: str, article: list[str]) -> None:
    assert lines_of(page_of(layout)) == article


@pytest.mark.parametrize("layout", UNNAMED)
def test_names_of_classes_are_no_need(layout: str, article: list[str]) -> None:
    assert lines_of(re.sub(r' (class|id)="[^"]*"', "", page_of(layout))) == article


@pytest.mark.parametrize("layout", LAYOUTS)
def test_trafilatura_reads_no_page_better(layout: str, article: list[str]) -> None:
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura (test group) is not installed")
    page = page_of(layout)
    theirs = re.sub(r"\s", "", trafilatura.extract(page, include_comments=False) or "")
    ours = re.sub(r"\s", "", "".join(lines_of(page)))
    # What it finds of the document we find as well, and all that we find of the page belongs to the document.
    document = re.sub(r"\s", "", "".join(article))
    assert [line for line in article if re.sub(r"\s", "", line) in theirs and re.sub(r"\s", "", line) not in ours] == []
    assert len(ours) - len(document) <= max(0, len(theirs) - len(document))


@pytest.mark.parametrize("name", ["footer", "related", "main-menu", "share"])
def test_a_document_may_stand_in_a_part_of_any_name(name: str, article: list[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in article)
    around = "".join(f"<p>{line}</p>" for line in ("首页", "版权所有"))
    assert lines_of(f"<html><body><div>{around}</div><div class='{name}'>{body}</div></body></html>") == article


@pytest.mark.parametrize(
    "line",
    [
        "新增农产品来源：全部可以追溯。",
        "相关新闻发布会召开46场",
        "打印设备制造业增长12%",
        "2023年来源于制造业的税收增长8%",
        "作者队伍壮大",
        "（三）关闭落后产能15万吨",
        "<a href='/law.html'>条例</a>全面实施",
        "<a href='#'>粮食总产量28.4万吨，比上年增长2.1%</a>",
    ],
)
def test_lines_that_only_look_like_the_portal_stay(line: str, article: list[str]) -> None:
    # In the middle of the document, beside lines that are left out.
    lines = [*article[:5], line, "来源：县政府办公室", "<a href='javascript:print()'>打印</a>", *article[5:]]
    wanted = [*article[:5], re.sub("<.*?>", "", line), *article[5:]]
    body = "".join(f"<p>{text}</p>" for text in lines)
    assert lines_of(f"<html><body><p>首页</p><div><div>{body}</div></div></body></html>") == wanted


def test_links_within_links_take_linear_time() -> None:
    page = "<html><p>" + "<a href='#'><b>打" * 300 + "</p>" + "<div class=related>" * 1_000 + "终。" * 20
    file = io.BytesIO(page.encode())
    assert "终" in sr.io.read_text(file)
