"""A browser that is installed already, and pages in it that must load nothing and complain of nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pages
import pytest

import shengzhou_report as sr

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("jinja2", reason="jinja2 is not installed")

ROOT = Path(__file__).resolve().parents[2]

#: Looks of pages, to be looked at.
SHOTS = ROOT / "build" / "browser"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    # Without a user of its own it has no sandbox, as in a container.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=program, args=arguments)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page in English of each kind of report, of a large one, and of a panel."""
    folder = tmp_path_factory.mktemp("pages")
    shown: dict[str, sr.Report | sr.Panel] = {
        **pages.reports(),
        "large": sr.parse(pages.large(60_000)),
        "panel": pages.panel(),
        "one in a panel": sr.Panel([sr.shengzhou_2024()]),
        "one place": sr.Panel(map(sr.parse, (pages.FULL, pages.FULL.replace("2024", "2025").replace("2023", "2024")))),
    }
    paths = {}
    for i, (name, each) in enumerate(shown.items()):
        paths[name] = folder / f"{i}.html"
        each.to_html(paths[name], language="en")
    return paths


@pytest.fixture
def open_page(browser: Any, files: dict[str, Path]) -> Iterator[Callable[..., Any]]:
    """Opens a page by name; at the end none of those that were opened had asked for anything or complained."""
    complaints: list[str] = []
    contexts = []

    def open_(name: str, *, width: int = 1200, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: complaints.append(request.url) if _is_remote(request.url) else None)
        page.goto(files[name].as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _is_remote(url: str) -> bool:
    return not url.startswith(("file:", "blob:"))


@pytest.fixture
def shot() -> Callable[[Any, str], None]:
    """Keeps how a page looks."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def take(page: Any, name: str) -> None:
        page.screenshot(path=SHOTS / f"{name}.png", full_page=True)

    return take
