"""What tests/tools/site_check.py finds wrong in a site. The site itself is built and checked by a step of tests/run."""

from __future__ import annotations

from pathlib import Path

import pytest
import site_check

INDEX = """<html><head><link rel="stylesheet" href="style.css">{head}</head>
<body><h1 id="top">A</h1><a href="b.html#part">b</a><a href="#top">top</a><a href="https://example.org/">e</a>{body}</body>"""


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        ("", "", []),
        ("", '<a href="c.html">', ["index.html: c.html leads to no file"]),
        ("", '<a href="b.html#other">', ["index.html: b.html#other leads to no place on that page"]),
        ("", '<a href="#bottom">', ["index.html: #bottom leads to no place on that page"]),
        ("", '<img src="missing.png">', ["index.html: missing.png leads to no file"]),
        ('<script src="https://cdn.example/x.js">', "", ["index.html: loads https://cdn.example/x.js"]),
        ('<link rel="stylesheet" href="//fonts.example/f.css">', "", ["index.html: loads //fonts.example/f.css"]),
    ],
)
def test_links_that_lead_nowhere_and_what_comes_from_elsewhere_are_found(
    head: str, body: str, found: list[str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(INDEX.format(head=head, body=body), encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="part"></p>', encoding="utf-8")
    (tmp_path / "style.css").write_text("a { color: red }", encoding="utf-8")
    pages = site_check.read(tmp_path)
    assert [*site_check.broken_links(pages), *site_check.remote(tmp_path, pages)] == found


def test_styles_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("@import url(https://fonts.example/f.css);", encoding="utf-8")
    assert list(site_check.remote(tmp_path, {})) == ["style.css: loads https://fonts.example/f.css"]


def test_the_names_that_the_reference_must_have_are_those_of_the_package_and_the_headers() -> None:
    assert {"py shengzhou_report.parse", "py shengzhou_report.growth.compound"} <= set(site_check.python_names())
    assert {"cpp shengzhou_report::compound", "cpp shengzhou_report::Quantity"} <= set(site_check.cpp_names())
