"""A corpus: what is read, what is kept of it, and what becomes of bad files, duplicates and runs that are stopped."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import shengzhou_report as sr
from shengzhou_report.corpus import _batch, _dataset, _reading, _workers

PLACES = ("嵊州市", "新昌县", "诸暨市", "上虞区", "柯桥区")


def report_text(place: str, year: int, growth: float = 6.5, more: str = "") -> str:
    """A report of invented figures."""
    number = 100 + year % 100
    return (
        f"浙江省{place}{year}年政府工作报告\n"
        f"一、{year - 1}年工作回顾\n"
        f"去年，全市实现地区生产总值{number}.5亿元，同比增长{growth}%；一般公共预算收入{number / 10:.1f}亿元。"
        f"粮食总产量{number % 17 + 3}万吨，新建幼儿园3所。\n"
        f"二、{year}年工作安排\n"
        f"今年经济社会发展的主要目标是：地区生产总值增长{growth + 0.5}%左右，居民人均可支配收入与经济增长同步。\n{more}"
    )


def write_corpus(folder: Path, years: range = range(2019, 2024), places: tuple[str, ...] = PLACES) -> Path:
    for place in places:
        (folder / place).mkdir(parents=True, exist_ok=True)
        for year in years:
            (folder / place / f"{year}.txt").write_text(report_text(place, year), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "documents")


def rows(path: Path, table: str) -> pd.DataFrame:
    """A table of a data set as pandas reads it, in an order of its own."""
    frame = pd.read_parquet(path / table)
    for name in frame.columns:
        if isinstance(frame[name].dtype, pd.CategoricalDtype):
            frame[name] = frame[name].astype(object)
    keys = [name for name in ("file", "start", "indicator", "measure", "value") if name in frame.columns]
    return frame.sort_values(keys, kind="stable").reset_index(drop=True)[sorted(frame.columns)]


def assert_same(first: Path, second: Path) -> None:
    for table in (*_batch.TABLES, "errors"):
        pd.testing.assert_frame_equal(rows(first, table), rows(second, table))


def files_of(out: Path) -> set[Path]:
    return {path.relative_to(out) for path in out.rglob("*") if path.is_file() and path.name != "lock"}


def test_statements_are_those_of_the_reports_and_say_whose_they_are(folder: Path, tmp_path: Path) -> None:
    corpus = sr.read_corpus(folder, tmp_path / "out", workers=2)
    table = corpus.table("statements")
    assert corpus.errors.num_rows == 0
    for file, report in corpus:
        text = (folder / file).read_text(encoding="utf-8")
        assert report == sr.parse(text)
        expected = pa.table(report)
        mine = table.filter(pa.compute.field("file") == file)
        assert mine.select(expected.column_names).to_pylist() == expected.to_pylist()
        assert set(mine["vintage"].to_pylist()) == {report.year}
        assert set(mine["ref_area"].to_pylist()) == {report.ref_area}
        for row in mine.to_pylist():
            if row["printed"]:
                assert text.encode()[row["byte_start"] : row["byte_end"]].decode() == text[row["start"] : row["end"]]
    assert set(corpus.table("sections")["role"].to_pylist()) == {"review", "plan"}
    assert [document.file for document in corpus.documents] == sorted(
        f"{p}/{y}.txt" for p in PLACES for y in range(2019, 2024)
    )


def test_without_a_folder_the_tables_are_the_same(folder: Path, tmp_path: Path) -> None:
    kept = sr.read_corpus(folder, tmp_path / "out")
    light = sr.read_corpus(folder)
    for name in (*_batch.TABLES, "errors"):
        assert light.table(name).to_pylist() == kept.table(name).to_pylist()


def test_pandas_polars_and_duckdb_open_it(folder: Path, tmp_path: Path) -> None:
    (folder / "nowhere.txt").write_text("粮食总产量5万吨。", encoding="utf-8")
    out = tmp_path / "out"
    count = sr.read_corpus(folder, out).table("statements").num_rows
    assert (out / "statements" / "vintage=2020").is_dir()
    assert (out / "statements" / "vintage=0").is_dir()
    frame = pd.read_parquet(out / "statements")
    assert len(frame) == count
    assert (frame["vintage"] == 0).sum() == 1
    lazy = pl.scan_parquet(out / "statements", hive_partitioning=True)
    assert lazy.select(pl.len()).collect().item() == count
    polars = lazy.filter(pl.col("vintage") == 2020).select("value", "unit", "file").collect()
    query = "select value, unit, file from read_parquet(?, hive_partitioning = true) where vintage = 2020"
    found = duckdb.execute(query, [str(out / "statements" / "*" / "*.parquet")]).fetchall()
    expected = frame[frame["vintage"] == 2020][["value", "unit", "file"]].dropna()
    assert sorted(row for row in polars.rows() if row[0] is not None) == sorted(
        map(tuple, expected.to_numpy().tolist())
    )
    assert sorted(row for row in found if row[0] is not None) == sorted(map(tuple, expected.to_numpy().tolist()))


def test_a_bad_file_costs_its_row(folder: Path, tmp_path: Path) -> None:
    count = len(sr.read_corpus(folder))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "noise.txt").write_bytes(random.Random(7).randbytes(4096))
    (folder / "bomb.docx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    (folder / "table.xlsx").write_bytes(b"")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "link.txt").symlink_to(folder / "嵊州市" / "2020.txt")
    out = tmp_path / "out"
    corpus = sr.read_corpus(folder, out, workers=2)
    errors = {row["file"]: row for row in corpus.errors.to_pylist()}
    assert {file: row["outcome"] for file, row in errors.items()} == {
        "broken.pdf": "failed",
        "noise.txt": "failed",
        "bomb.docx": "failed",
        "table.xlsx": "skipped",
        "link.txt": "skipped",
    }
    assert errors["broken.pdf"]["format"] == "pdf"
    assert all(row["message"] for row in errors.values())
    assert errors["noise.txt"]["error"] == "ParseError"
    assert len(corpus) == count + 1
    assert pd.read_parquet(out / "errors")["file"].tolist() == sorted(errors)
    assert [document.file for document in corpus.unplaced] == ["empty.txt"]


def test_a_folder_of_bad_files_alone_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"broken")
    corpus = sr.read_corpus(tmp_path / "in", tmp_path / "out")
    assert len(corpus) == 0
    for table in _batch.TABLES:
        assert pd.read_parquet(tmp_path / "out" / table).empty
        assert corpus.table(table).num_rows == 0
    assert str(corpus) == "0 reports of 0 places"
    assert corpus.quality().empty


def test_paths_are_read_as_they_are_given(folder: Path) -> None:
    path = folder / PLACES[0] / "2020.txt"
    corpus = sr.read_corpus([path, folder / "missing.txt"])
    assert [document.file for document in corpus.documents] == [path.as_posix()]
    (row,) = corpus.errors.to_pylist()
    assert row["error"] == "FileNotFoundError"


# What is read again, and what is not.


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose text is made from now on, by threads."""
    read: list[str] = []
    from shengzhou_report._read import formats

    original = formats.content_of

    def counting(data: bytes, name: str, *more: Any) -> str | bytes:
        read.append(Path(name).name)
        return original(data, name, *more)

    monkeypatch.setattr(formats, "content_of", counting)
    return read


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    sr.read_corpus(folder, out)
    before = {path: (out / path).stat().st_mtime_ns for path in files_of(out)}
    read = count_reads(monkeypatch)
    sr.read_corpus(folder, out)
    assert read == []
    after = {path: (out / path).stat().st_mtime_ns for path in files_of(out)}
    assert {path for path in before if before[path] != after.get(path)} <= {Path("errors/errors.parquet")}

    (folder / PLACES[0] / "2020.txt").write_text(report_text(PLACES[0], 2020, growth=3.1), encoding="utf-8")
    (folder / PLACES[1] / "2021.txt").unlink()
    (folder / PLACES[2] / "2025.txt").write_text(report_text(PLACES[2], 2025), encoding="utf-8")
    corpus = sr.read_corpus(folder, out)
    assert sorted(read) == ["2020.txt", "2025.txt"]
    assert f"{PLACES[1]}/2021.txt" not in corpus
    sr.read_corpus(folder, fresh)
    assert_same(out, fresh)


def test_another_version_reads_all_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    sr.read_corpus(folder, out)
    read = count_reads(monkeypatch)
    monkeypatch.setattr(_dataset, "__version__", "0.0.0")
    sr.read_corpus(folder, out)
    assert len(read) == 25
    assert len(rows(out, "reports")) == 25


STOPPED = """
import os, sys
import shengzhou_report as sr
from shengzhou_report.corpus import _dataset, _reading

_reading._PART_BYTES = 3000
calls = 0
original = getattr(_dataset.DataSet, sys.argv[3])

def stopping(self, *arguments, **more):
    global calls
    calls += 1
    if calls == int(sys.argv[4]):
        os._exit(9)
    return original(self, *arguments, **more)

setattr(_dataset.DataSet, sys.argv[3], stopping)
sr.read_corpus(sys.argv[1], sys.argv[2], workers=1)
"""


@pytest.mark.parametrize(("step", "call"), [("_note", 3), ("_note", 5), ("_replace", 2), ("_settle", 1), ("remove", 4)])
def test_a_run_that_is_killed_goes_on_and_leaves_nothing_half(
    folder: Path, tmp_path: Path, step: str, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    monkeypatch.setattr(_workers, "_MOST_FILES", 4)
    # Something to replace and something to take out, so that the run has all steps to be killed in.
    monkeypatch.setattr(_reading, "_PART_BYTES", 3000)
    sr.read_corpus(folder, out)
    for place in PLACES:
        (folder / place / "2020.txt").write_text(report_text(place, 2020, growth=2.5), encoding="utf-8")
        (folder / place / "2021.txt").unlink()
        (folder / place / "again.txt").write_text(report_text(place, 2022, growth=4.5), encoding="utf-8")
    killed = subprocess.run(
        [sys.executable, "-c", STOPPED, folder, out, step, str(call)], capture_output=True, text=True, check=False
    )
    assert killed.returncode == 9, killed.stderr
    # Whoever reads it now meets whole files.
    for table in _batch.TABLES:
        pd.read_parquet(out / table)
    sr.read_corpus(folder, out)
    sr.read_corpus(folder, fresh)
    assert_same(out, fresh)
    named = {path for path in files_of(out) if path.parts[0] not in ("_manifest", "errors")}
    parts = {path.stem for path in (out / "_manifest").glob("part-*.json")}
    assert {path.stem for path in named} == parts
    assert not (out / "_manifest" / "unfinished").exists()


def test_a_folder_that_is_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="name another folder"):
        sr.read_corpus(folder, tmp_path / "out")
    assert files_of(tmp_path / "out") == {Path("thesis.txt")}


def test_two_runs_do_not_write_at_once(folder: Path, tmp_path: Path) -> None:
    with _dataset.DataSet(tmp_path / "out"), pytest.raises(BlockingIOError, match="another run"):
        sr.read_corpus(folder, tmp_path / "out")
    sr.read_corpus(folder, tmp_path / "out")


def test_the_data_set_may_lie_within_the_folder(folder: Path) -> None:
    for _ in range(2):
        corpus = sr.read_corpus(folder, folder / "tables")
        assert corpus.errors.num_rows == 0
        assert len(corpus) == 25


# Duplicates and clashes.


def test_of_duplicates_the_one_with_most_statements_counts(tmp_path: Path) -> None:
    place = PLACES[0]
    texts = {
        "a.txt": report_text(place, 2023),
        "b.txt": report_text(place, 2023, more="新增就业1.2万人。\n"),
        "c.txt": report_text(place, 2023, more="新增就业1.2万人。\n"),
        "d.txt": report_text(place, 2024),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    corpus = sr.read_corpus(tmp_path, out)
    assert {d.file: d.duplicate_of for d in corpus.documents} == {
        "a.txt": "b.txt",
        "b.txt": "",
        "c.txt": "b.txt",
        "d.txt": "",
    }
    assert dict(rows(out, "reports").set_index("file")["duplicate_of"]) == {
        document.file: document.duplicate_of for document in corpus.documents
    }
    assert len(corpus.panel()) == 2
    assert corpus.at("330683", 2023) == sr.parse(texts["b.txt"])
    assert [file for file, _ in corpus.reports(place, 2023)] == ["a.txt", "b.txt", "c.txt"]
    # The one that counted goes: the data set says so.
    (tmp_path / "b.txt").unlink()
    corpus = sr.read_corpus(tmp_path, out)
    assert dict(rows(out, "reports").set_index("file")["duplicate_of"]) == {"a.txt": "c.txt", "c.txt": "", "d.txt": ""}


def test_clashes_are_flagged_and_a_panel_has_all() -> None:
    document = sr.corpus.Document
    found = sr.corpus._documents.flagged(
        [
            document("a", "鼓楼区", "320106", 2023, "work_report", 9),
            document("b", "鼓楼区", "350102", 2023, "work_report", 9),
            document("c", "甲县", "350102", 2024, "work_report", 9),
            document("d", "乙县", "350102", 2024, "work_report", 9),
            document("e", "丙县", "", 2024, "work_report", 9),
            document("f", "", "", 2024, "work_report", 9),
            document("g", "丁县", "", None, "work_report", 9),
        ]
    )
    assert [row.clash for row in found] == ["b", "a", "d", "c", "", "", ""]
    assert not any(row.duplicate_of for row in found)
    assert [row.counts for row in found] == [True] * 5 + [False] * 2


def test_places_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for city in ("江苏省南京市", "福建省福州市"):
        text = f"{city}鼓楼区2023年政府工作报告\n——在鼓楼区人民代表大会上\n去年地区生产总值增长5%。"
        (tmp_path / f"{city}.txt").write_text(text, encoding="utf-8")
    corpus = sr.read_corpus(tmp_path)
    assert {document.ref_area for document in corpus.documents} == {"320106", "350102"}
    assert corpus.panel().places == ["江苏省南京市鼓楼区", "福建省福州市鼓楼区"]
    assert corpus.at("350102", 2023).ref_area == "350102"
    with pytest.raises(sr.LookupError, match="name the code"):
        corpus.at("鼓楼区", 2023)
    with pytest.raises(sr.LookupError, match="there are 2023"):
        corpus.at("350102", 2020)


# Asking for reports.


def test_a_file_that_changed_since_is_told(folder: Path) -> None:
    corpus = sr.read_corpus(folder)
    file = corpus.documents[0].file
    (folder / file).write_text("别的", encoding="utf-8")
    with pytest.raises(sr.ParseError, match="has changed since"):
        corpus[file]
    with pytest.raises(sr.LookupError, match="no document"):
        corpus["none.txt"]


def test_panel_is_that_of_the_reports(folder: Path) -> None:
    corpus = sr.read_corpus(folder)
    assert corpus.panel() == sr.Panel([report for _, report in corpus])
    assert len(list(corpus.reports(PLACES[1]))) == 5
    assert not list(corpus.reports(kind="communique"))


def test_reports_that_nobody_asks_for_are_not_read(folder: Path) -> None:
    iterator = iter(sr.read_corpus(folder))
    next(iterator)
    iterator.close()  # type: ignore[attr-defined]


def test_quality_puts_first_what_needs_a_look(folder: Path, tmp_path: Path) -> None:
    (folder / "odd.txt").write_text("粮食总产量5万吨，另有7和8。", encoding="utf-8")
    corpus = sr.read_corpus(folder)
    frame = corpus.quality()
    assert frame.index[0] == "odd.txt"
    assert {"no_place", "no_year"} <= set(frame.loc["odd.txt", "look"].split())
    assert frame.loc["odd.txt", "unread"] > 0
    usual = frame.drop("odd.txt")
    report = corpus[usual.index[0]]
    row = usual.iloc[0]
    assert row["statements"] == len(report)
    assert row["doubts"] == sum(bool(statement.doubts) for statement in report) / len(report)
    assert row["sections_plan"] == sum(section.role == "plan" for section in report.sections)
    assert row["skipped_year"] == sum(number.reason == "year" for number in report.skipped)
    assert row["characters"] == len(report.text)
    assert "gdp" in row["headline"].split()
    ax = corpus.plot_quality("statements")
    assert sum(patch.get_height() for bars in ax.containers for patch in bars.patches) == pytest.approx(51 + 1, abs=26)
    with pytest.raises(sr.DomainError, match="column"):
        corpus.plot_quality("place", ax=ax)


# Workers.


@pytest.mark.parametrize(
    ("file", "year"),
    [
        ("嵊州市/2020.txt", "2020"),
        ("1998/city-2004年.txt", "2004"),
        ("20201.txt", ""),
        ("report.txt", ""),
        ("2035-2101.txt", "2035"),
    ],
)
def test_names_of_files_say_which_year_they_go_with(file: str, year: str) -> None:
    assert _workers.by_year(file) == year


def test_names_that_mislead_change_nothing_but_names(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    names = {}
    for n, path in enumerate(sorted(folder.rglob("*.txt"))):
        name = f"{2024 - n % 3}-{n}.txt" if n % 2 else f"{n}.txt"
        names[name] = path.relative_to(folder).as_posix()
        (wrong / name).write_bytes(path.read_bytes())
    sr.read_corpus(folder, tmp_path / "one", workers=2)
    sr.read_corpus(wrong, tmp_path / "two", workers=2)
    for table in _batch.TABLES:
        first, second = rows(tmp_path / "one", table), rows(tmp_path / "two", table)
        second["file"] = second["file"].map(names)
        order = [name for name in ("file", "start", "indicator", "measure", "value") if name in first.columns]
        second = second.sort_values(order, kind="stable").reset_index(drop=True)
        pd.testing.assert_frame_equal(first, second)


def test_processes_and_threads_read_alike(folder: Path, tmp_path: Path) -> None:
    page = "<html><body><h1>{}</h1><p>{}</p></body></html>"
    for year in range(2010, 2014):
        lines = report_text(PLACES[0], year).splitlines()
        (folder / f"{year}.html").write_text(page.format(lines[0], "</p><p>".join(lines[1:])), encoding="utf-8")
    sr.read_corpus(folder, tmp_path / "one", workers=1)
    sr.read_corpus(folder, tmp_path / "two", workers=2)
    assert len(rows(tmp_path / "one", "reports")) == 29
    assert_same(tmp_path / "one", tmp_path / "two")
    with pytest.raises(ValueError, match="workers"):
        sr.read_corpus(folder, workers=0)


class Killer(str):
    """A path that ends the process which it is sent to."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def test_a_file_that_kills_its_process_costs_its_row(tmp_path: Path) -> None:
    items = []
    for name in ("a", "b", "c", "d"):
        path = tmp_path / f"{name}.html"
        path.write_text("<html><body><p>粮食总产量5万吨。</p></body></html>", encoding="utf-8")
        items.append(_batch.Item(path.name, Killer(path) if name == "b" else str(path)))
    with _workers.LocalWorkers(2) as workers:
        batches = list(workers.read([items[:3], items[3:]]))
    assert [file for batch in batches for file in batch.digests] == ["a.html", "c.html", "d.html"]
    (failure,) = (row for batch in batches for row in batch.failures)
    assert (failure.file, failure.error) == ("b.html", "RuntimeError")
    assert sum(batch.tables["statements"].num_rows for batch in batches) == 3


def test_a_scheduler_of_others_reads_its_shares(folder: Path) -> None:
    paths = sorted(folder.rglob("*.txt"))
    shares = [sr.corpus.tables_of(paths[:10]), sr.corpus.tables_of([*paths[10:], folder / "missing.txt"])]
    corpus = sr.read_corpus(paths)
    for name in ("statements", "sections"):
        joined = pa.concat_tables([share[name] for share in shares])
        assert joined.equals(corpus.table(name))
    assert [row["file"] for share in shares for row in share["errors"].to_pylist()] == [
        (folder / "missing.txt").as_posix()
    ]


def test_progress_counts_files(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    (folder / "broken.pdf").write_bytes(b"broken")
    sr.read_corpus(folder, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (26, 26)
    assert seen == sorted(seen)


PEAK = """
import resource, sys
import shengzhou_report as sr
from shengzhou_report.corpus import _reading
_reading._PART_BYTES = 1 << 20
sr.read_corpus(sys.argv[1], sys.argv[2], workers=1)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_memory_does_not_grow_with_the_folder(tmp_path: Path) -> None:
    peaks = []
    for count in (40, 320):
        folder = tmp_path / str(count)
        folder.mkdir()
        for n in range(count):
            text = report_text(PLACES[n % 5], 2000 + n % 20) + report_text("某县", 2010) * 60
            (folder / f"{n}.txt").write_text(text, encoding="utf-8")
        size = sum(path.stat().st_size for path in folder.iterdir())
        command = [sys.executable, "-c", PEAK, folder, tmp_path / f"out{count}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append((size, int(done.stdout) * 1024))
    (small, low), (large, high) = peaks
    # Seven times as much text, and not as much more memory as a tenth of it.
    assert large > 7 * small
    assert high - low < max(0.5 * (large - small), 12 << 20)
