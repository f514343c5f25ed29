"""The examples on the pages of the site run and print what they say.

A block `python` with prompts is compared as a docstring's examples are; one without prompts runs as a script. A block
`console` runs its lines `$ shengzhou-report ...` and compares what they print. Blocks of a page follow one another in
one folder of its own, in which the embedded report lies as a table, report.csv. `<!-- not run: REASON -->` in the line
above leaves a block out; `needs: [module, ...]` at the head of a page names what it cannot do without.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import shengzhou_report as sr

with suppress(ImportError):
    # It binds the standard error of the moment in which it is first imported, which within a test has no descriptor.
    import mcp.client.stdio  # noqa: F401

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md") if "generated" not in path.parts)
BLOCK = re.compile(r"(?:<!-- not run: (.+?) -->\n)?^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> Iterator[tuple[str, str, int]]:
    """Language, content and line of each block that runs."""
    for block in BLOCK.finditer(text):
        if block[1] is None:
            yield block[2], block[3], text.count("\n", 0, block.start(2)) + 1


def printed(command: str) -> str:
    """What the command line prints."""
    words = shlex.split(command)
    if words[0] != "shengzhou-report":
        raise ValueError(f"only shengzhou-report runs here, not {words[0]}; write other commands in a block 'sh'")
    environment = os.environ | {"COLUMNS": "80", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "shengzhou_report", *words[1:]],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def run_console(content: str) -> None:
    for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        output = printed(command)
        checker = doctest.OutputChecker()
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        assert checker.check_output(expected.strip(), output.strip(), flags), f"$ {command}\n{output}"


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_print_what_they_say(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    needs = re.match(r"---\n(?:.*\n)*?needs: \[(.*)\]\n(?:.*\n)*?---\n", text)
    for module in ("pandas", *(re.split(r",\s*", needs[1]) if needs else ())):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    sr.io.write_table(sr.shengzhou_2024(), "report.csv")
    names: dict[str, object] = {"__name__": "__main__"}
    for language, content, line in blocks(text):
        if language == "console":
            run_console(content)
        elif ">>>" in content:
            example = doctest.DocTestParser().get_doctest(content, names, page, page, line)
            failures: list[str] = []
            runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
            runner.run(example, out=failures.append, clear_globs=False)
            assert not failures, "".join(failures)
            names = example.globs
        else:
            exec(compile(content, f"{page}:{line}", "exec"), names)  # the page's own code


def test_pages_have_examples() -> None:
    counted = {page: sum(1 for _ in blocks((DOCS / page).read_text(encoding="utf-8"))) for page in PAGES}
    assert counted["tutorial.md"] >= 8
    assert counted["tutorial.zh.md"] == counted["tutorial.md"]
