#!/usr/bin/env python3
"""Holds the built site against what it promises.

    site_check.py FOLDER      the folder that sphinx-build wrote; says what is wrong, and exits with 1 if anything is

Every link within the site leads to a page and a place that are there. Nothing is loaded from elsewhere: no script,
style, font or picture. Every public name of Python and, where the reference of C++ was built, every declaration of the
headers stands in the index that other sites link by (objects.inv).
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from inspect import ismodule
from pathlib import Path
from urllib.parse import unquote, urlsplit

import api

#: What a browser fetches on its own, by element and attribute; a link to follow is no such thing.
LOADED = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("link", "href"), ("object", "data")}
STYLE_LOADS = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
#: Links to other pages of the project by words, which no browser fetches.
RELATIONS = {"index", "search", "next", "prev", "canonical", "author", "copyright"}


class Page(HTMLParser):
    """What a page links to, what it loads, and the places in it."""

    def __init__(self) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes the attributes of an element."""
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and set(given.get("rel", "").split()) & RELATIONS:
            self.links.append(given["href"])
            return
        self.loaded += [given[name] for name in given if (tag, name) in LOADED]


def read(folder: Path) -> dict[Path, Page]:
    """Every page of a site, by its path."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.resolve()] = page
    return pages


def broken_links(pages: dict[Path, Page]) -> Iterator[str]:
    """Links within the site that lead nowhere, each once a page."""
    for path, page in pages.items():
        for link in dict.fromkeys([*page.links, *page.loaded]):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            place = unquote(parts.fragment)
            if not target.exists():
                yield f"{path.name}: {link} leads to no file"
            elif place and target in pages and place not in pages[target].places:
                yield f"{path.name}: {link} leads to no place on that page"


def remote(folder: Path, pages: dict[Path, Page]) -> Iterator[str]:
    """What would be loaded from elsewhere."""
    for path, page in pages.items():
        for address in page.loaded:
            if urlsplit(address).netloc:
                yield f"{path.name}: loads {address}"
    for path in sorted(folder.rglob("*.css")):
        for address in re.findall(
            r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)", path.read_text(encoding="utf-8")
        ):
            yield f"{path.name}: loads {address}"


def inventory(folder: Path) -> set[str]:
    """Names in objects.inv, as `domain name`."""
    content = (folder / "objects.inv").read_bytes()
    lines = zlib.decompress(content.split(b"\n", 4)[4]).decode("utf-8").splitlines()
    found = set()
    for line in lines:
        if entry := re.match(r"(.+?)\s+(\w+):\S+\s+-?\d+\s", line):
            found.add(f"{entry[2]} {entry[1]}")
    return found


def python_names() -> Iterator[str]:
    """Public names of the package with their modules."""
    import shengzhou_report as sr

    for name in sorted(set(dir(sr)) - {"__version__", "typing"}):
        value = getattr(sr, name)
        yield f"py shengzhou_report.{name}"
        if ismodule(value):
            yield from (f"py shengzhou_report.{name}.{member}" for member in value.__all__)


def cpp_names() -> Iterator[str]:
    """Declarations of the public headers; operators and what is made by the compiler have no entry of their own."""
    for declared in api.declarations():
        if declared.kind in ("type", "function", "object"):
            yield f"cpp shengzhou_report::{declared.full_name}"


def main(arguments: list[str]) -> int:
    """Runs the tool."""
    folder = Path(arguments[0])
    pages = read(folder)
    entries = inventory(folder)
    wanted = list(python_names())
    has_cpp = any(entry.startswith("cpp ") for entry in entries)
    if has_cpp:
        wanted += cpp_names()
    # A template's parameters stand in the index with its name.
    bare = {re.sub(r"(^cpp |I.*?E)", lambda m: m[0] if m[0] == "cpp " else "", entry) for entry in entries} | entries
    missing = [f"the reference lacks {name.split(' ')[1]}" for name in dict.fromkeys(wanted) if name not in bare]
    wrong = [*broken_links(pages), *remote(folder, pages), *missing]
    counts = f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links"
    if wrong:
        print("\n".join(wrong))
    else:
        scope = "of both languages" if has_cpp else "of Python; C++ was left out, since Doxygen is not installed"
        print(f"{counts}, {len(dict.fromkeys(wanted))} names {scope}: all there, nothing remote")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
