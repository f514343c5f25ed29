"""The examples of both READMEs run and print what they say."""

import doctest
import re
from pathlib import Path

import pytest

import shengzhou_report as sr

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_examples_print_what_they_say(name: str) -> None:
    pytest.importorskip("pandas")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0)
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert results.attempted > 5
    assert results.failed == 0


def test_the_formats_are_those_of_the_table() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for row in sr.io.formats():
        cells = (row.name, row.title, " ".join(row.endings), row.keeps, row.extra, row.note)
        assert f"| {' | '.join(cells)} |" in text
