"""The command `corpus`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from shengzhou_report.cli import app, corpus


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["corpus", *map(str, arguments)], env={"COLUMNS": "100", "LANG": "C"})
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for year in (2023, 2024):
        text = f"浙江省嵊州市{year}年政府工作报告\n去年地区生产总值增长6.5%。"
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_becomes_a_data_set(folder: Path, tmp_path: Path) -> None:
    code, out, err = run(folder, "--output", tmp_path / "out", "--workers", 1)
    assert (code, err) == (0, "")
    assert "2 reports of 1 place, 2023 to 2024" in out
    assert pd.read_parquet(tmp_path / "out" / "statements")["file"].tolist() == ["2023.txt", "2024.txt"]


def test_what_could_not_be_read_is_named(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "SHOWN", 2)
    (folder / "broken.pdf").write_bytes(b"broken")
    for n in range(5):
        (folder / f"again{n}.txt").write_bytes((folder / "2024.txt").read_bytes())
    (folder / "nowhere.txt").write_text("粮食总产量5万吨。", encoding="utf-8")
    code, out, err = run(folder, "--output", tmp_path / "out")
    assert code == 1
    assert err.startswith("broken.pdf: ")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[lines.index("place or year unknown") + 1] == "nowhere.txt"
    doubled = lines.index("several of a place and year, or clashes of codes")
    assert lines[doubled + 1 : doubled + 4] == ["again0.txt", "again1.txt", "… and 3 more"]


def test_nothing_that_could_be_read_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"broken")
    assert run(tmp_path / "in", "--output", tmp_path / "out")[0] == 2
    code, _, err = run(tmp_path / "missing", "--output", tmp_path / "other")
    assert (code, "missing" in err) == (2, True)
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "thesis.txt").write_text("mine")
    code, _, err = run(tmp_path / "in", "--output", tmp_path / "taken")
    assert (code, "name another folder" in err) == (2, True)
