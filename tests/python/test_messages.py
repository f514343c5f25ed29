"""The catalogue of what people read in Chinese: nothing is missing, empty or left over, and it is compiled."""

from __future__ import annotations

import ast
import gettext
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

import shengzhou_report

pytest.importorskip("babel", reason="Babel reads the source and the catalogue")

import messages

PACKAGE = Path(shengzhou_report.__file__).parent


def test_the_catalogue_is_whole() -> None:
    assert list(messages.faults(messages.read(messages.CATALOGUE))) == []


@pytest.mark.parametrize(
    ("catalogue", "fault"),
    [
        ({}, "missing: 'severity'"),
        ({"severity": ""}, "empty: 'severity'"),
        ({"{count} rows of nothing": "{count} 行"}, "obsolete: '{count} rows of nothing'"),
        ({"{indicator} {year}": "{indicator}"}, "other placeholders: '{indicator} {year}'"),
    ],
)
def test_faults_are_found(catalogue: dict[str, str], fault: str) -> None:
    assert fault in messages.faults(catalogue)


def marked(path: Path) -> Iterator[str]:
    """What `_` and `gettext` are called with in a module, as Python itself reads it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext"):
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                    yield argument.value


def test_nothing_that_is_marked_escapes_the_extraction() -> None:
    # Babel reads no calls within f-strings before Python 3.12.
    known = set(messages.messages())
    for path in PACKAGE.rglob("*.py"):
        assert set(marked(path)) <= known, path.name


def compiled(file: io.BufferedIOBase) -> dict[object, str]:
    """The messages of a compiled catalogue, without its header."""
    catalogue = vars(gettext.GNUTranslations(file))["_catalog"]
    return {message: chinese for message, chinese in catalogue.items() if message}


def test_what_is_shipped_is_compiled_from_the_catalogue() -> None:
    buffer = io.BytesIO()
    messages.write_mo(buffer, messages.catalogue_of(messages.read(messages.CATALOGUE)))
    buffer.seek(0)
    with (PACKAGE / "locale" / "zh" / "LC_MESSAGES" / "shengzhou_report.mo").open("rb") as shipped:
        assert compiled(shipped) == compiled(buffer)


def test_files_of_others_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue, other = tmp_path / "zh" / "all.po", tmp_path / "other.po"
    other.write_text('msgid "severity"\nmsgstr "轻重"\n\nmsgid "not in the source"\nmsgstr "无"\n', "utf-8")
    monkeypatch.setattr(messages, "CATALOGUE", catalogue)
    monkeypatch.setattr("sys.argv", ["messages.py", "merge", str(other)])
    with pytest.raises(SystemExit, match="empty: 'rule'"):
        messages.main()
    merged = messages.read(catalogue)
    assert merged["severity"] == "轻重"
    assert "not in the source" not in merged
    assert catalogue.with_suffix(".mo").stat().st_size > 0
