"""The widget in JupyterLab, in a real browser: what is moved and chosen there is known here.

Nothing but the server on this machine is asked. Pictures stay in the build folder.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

import shengzhou_report as sr

pytest.importorskip("jupyterlab", reason="needs jupyterlab (group browser)")
pytest.importorskip("anywidget", reason="needs the extra widget")

#: Looks of notebooks, to be looked at.
PICTURES = Path(__file__).resolve().parents[2] / "build" / "browser"

CELLS = (
    "import shengzhou_report as sr\nwidget = sr.explore()\nwidget",
    "sr.view('2024年,地区生产总值增长6.5%,力争财政收入增长5%。')",
    "sr.shengzhou_2024()",
    "print('kernel says', widget.rural_growth, widget.years, f'{widget.ratio:.4f}', widget.selected, "
    "*[statement.indicator for statement in widget.selection])",
    "widget.urban_growth = 0.02\nwidget.selected = [1]\nprint('set')",
)


def notebook() -> dict[str, Any]:
    cells = [
        {"cell_type": "code", "execution_count": None, "id": f"c{i}", "metadata": {}, "outputs": [], "source": source}
        for i, source in enumerate(CELLS)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab on this machine, with a notebook and no user's settings."""
    folder = tmp_path_factory.mktemp("notebooks")
    (folder / "notebook.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}
    own |= {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
    # Cells out of sight stay where they are in the document, and nothing is asked of the world.
    settings = {
        "notebook-extension/tracker": '{"windowingMode": "none"}',
        "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
    }
    for name, text in settings.items():
        path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    environment = os.environ | {name: str(folder / place) for name, place in own.items()}
    environment |= {"HOME": str(folder), "SHENGZHOU_REPORT_LANGUAGE": "en", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.password": "",
        "IdentityProvider.token": "",
        "LabApp.news_url": "None",
        "LabApp.expose_app_in_browser": True,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--{name}={value}" for name, value in options.items()]
    log = (folder / "log.txt").open("wb")
    with subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder) as process:
        try:
            until = time.monotonic() + 90
            while True:
                try:
                    with urlopen(f"http://127.0.0.1:{port}/api", timeout=2) as answer:
                        assert answer.status == 200
                        break
                except OSError:
                    assert process.poll() is None, (folder / "log.txt").read_text()
                    assert time.monotonic() < until, (folder / "log.txt").read_text()
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)
            log.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The notebook, opened in a browser that reaches nothing but the server."""
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    page = context.new_page()
    page.set_default_timeout(60_000)
    asked: list[str] = []

    def answer(route: Any) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    page.route("http*://**/*", answer)
    page.goto(f"{address}/lab/tree/notebook.ipynb?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    yield page
    context.close()
    assert asked == []


RUN = """async cell => {
  const { commands, shell } = window.jupyterapp;
  const panel = shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  panel.content.activeCellIndex = cell;
  await commands.execute("notebook:run-cell");
}"""


def run(page: Any, cell: int) -> Any:
    """Runs a cell to its end and gives its output."""
    page.evaluate(RUN, cell)
    output = page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea-output").first
    output.wait_for()
    return output


def test_a_notebook_in_jupyterlab(page: Any) -> None:
    """One notebook, and so one test: starting JupyterLab takes most of its time."""
    what_is_moved_in_the_browser_is_known_in_python(page)
    what_is_set_in_python_is_shown(page)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        displays_are_readable(page, theme)


def what_is_moved_in_the_browser_is_known_in_python(page: Any) -> None:
    widget = run(page, 0)
    slider = widget.locator("[data-slider=ruralGrowth]")
    slider.wait_for()
    assert widget.locator("[data-result=then]").inner_text() == f"{77400 * 1.063**10 / (43200 * 1.068**10):.4f}"

    slider.fill("8.5")
    widget.locator("[data-slider=years]").fill("7")
    shown = widget.locator("[data-result=then]").inner_text()
    PICTURES.mkdir(parents=True, exist_ok=True)
    widget.locator("[data-part=explorer]").evaluate("element => element.scrollIntoView()")
    page.screenshot(path=PICTURES / "jupyter_widget.png")
    widget.locator("summary").click()
    widget.locator("[data-row='1']").click()
    printed = run(page, 3).inner_text().split()
    expected = 77400 * 1.063**7 / (43200 * 1.085**7)
    assert printed == ["kernel", "says", "0.085", "7", f"{expected:.4f}", "[1]", sr.shengzhou_2024()[1].indicator]
    assert shown == f"{expected:.4f}"


def what_is_set_in_python_is_shown(page: Any) -> None:
    assert run(page, 4).inner_text().strip() == "set"
    widget = page.locator(".jp-Notebook .jp-Cell").nth(0)
    expected = 77400 * 1.02**7 / (43200 * 1.085**7)
    page.wait_for_function(
        "value => document.querySelector('[data-result=then]').innerText === value", arg=f"{expected:.4f}"
    )
    assert widget.locator("[data-row='1']").get_attribute("aria-current") == "true"
    assert widget.locator("[data-slider=urbanGrowth]").input_value() == "2"


def displays_are_readable(page: Any, theme: str) -> None:
    run(page, 1)
    run(page, 2)
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    dark = theme.endswith("Dark")
    page.wait_for_function("dark => document.body.dataset.jpThemeLight === String(!dark)", arg=dark)
    view = page.locator(".jp-Notebook .jp-Cell").nth(1)
    mark = view.locator("mark.sr-found").first
    mark.scroll_into_view_if_needed()
    row = mark.locator(".sr-row")
    assert not row.is_visible()
    mark.focus()
    assert row.is_visible()
    lightness = """element => {
      const of = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 765;
      const style = getComputedStyle(element);
      return [of(style.color), of(style.backgroundColor)];
    }"""
    ink, paper = row.evaluate(lightness)
    assert abs(ink - paper) > 0.6
    assert (ink > paper) == dark
    report = page.locator(".jp-Notebook .jp-Cell").nth(2)
    assert report.locator("caption").first.inner_text() == "Headline figures"
    # The rest is folded away.
    assert report.locator("tbody tr:visible").count() <= 14
    page.screenshot(path=PICTURES / f"jupyter_{'dark' if dark else 'light'}.png")


def test_a_notebook_is_printed(browser: Any, tmp_path: Path) -> None:
    nbconvert = pytest.importorskip("nbconvert")
    nbformat = pytest.importorskip("nbformat")
    pypdf = pytest.importorskip("pypdf")
    shown = (sr.shengzhou_2024(), sr.view(CELLS[1]), sr.check(sr.shengzhou_2024()))
    outputs = [
        nbformat.v4.new_output("display_data", {"text/html": each._repr_html_(), "text/plain": "plain"})
        for each in shown
    ]
    cell = nbformat.v4.new_code_cell("shown", outputs=outputs)
    html, _ = nbconvert.HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    path = tmp_path / "notebook.html"
    path.write_text(html, encoding="utf-8")
    printed = browser.new_page()
    printed.route("http*://**/*", lambda route: route.abort())
    printed.goto(path.as_uri())
    # The notebook's own style aligns cells to the right.
    assert printed.locator("tbody th").first.evaluate("cell => getComputedStyle(cell).textAlign") == "left"
    printed.pdf(path=tmp_path / "notebook.pdf")
    printed.close()
    sheets = pypdf.PdfReader(tmp_path / "notebook.pdf").pages
    # Between letters of two fonts the reader sees a space.
    text = "".join("".join(sheet.extract_text() for sheet in sheets).split())
    for figure in ("745亿元", "≈7.0%", "797.15亿元", "allstatements:192"):
        assert figure in text
    assert "plain" not in text
