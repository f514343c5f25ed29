"""What the page about clusters says for Ray and Spark, word for word, with Ray and Spark."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import shengzhou_report as sr

pa = pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")
dataset = pytest.importorskip("pyarrow.dataset", reason="the extra `arrow` is not installed")

PAGE = Path(__file__).resolve().parents[2] / "docs" / "howto" / "cluster.md"
PLACES = ["嵊州市", "新昌县"]
COLUMNS = ["file", "ref_area", "place", "vintage", "indicator_id", "measure", "value", "unit"]

Recipe = Callable[..., pa.Table]


def recipe_of(title: str) -> str:
    """The code under a heading of the page, up to what plain Python does with it."""
    section = PAGE.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```python\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 2
    return "\n".join(blocks[:2])


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recipe:
    """Runs a recipe over a folder of documents, and gives what it wrote, in the order of the files."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for n in range(70):  # more than a batch
        text = f"浙江省{PLACES[n % 2]}{1990 + n // 2}年政府工作报告\n去年地区生产总值增长{n % 9 + 1}.5%。"
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"broken")
    # Spark's workers are the `python3` of the path, if nothing else is said.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.chdir(tmp_path)

    def run_recipe(title: str, **names: Any) -> pa.Table:
        exec(compile(recipe_of(title), title, "exec"), {"__name__": "__main__", "sr": sr, "folder": folder, **names})
        written = dataset.dataset(tmp_path / "tables" / title.lower(), format="parquet", partitioning="hive")
        return written.to_table().select(COLUMNS).sort_by("file")

    return run_recipe


def assert_is_of_one_process(found: pa.Table, folder: Path) -> None:
    alone = sr.corpus.tables_of(sorted(folder.iterdir()))["statements"].select(COLUMNS).sort_by("file")
    assert found.num_rows == alone.num_rows == 70
    assert found.to_pylist() == alone.to_pylist()


@pytest.mark.filterwarnings("ignore")
def test_ray(run: Recipe, tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        found = run("Ray", ray=ray)
    finally:
        ray.shutdown()
    assert_is_of_one_process(found, tmp_path / "documents")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java")
def test_spark(run: Recipe, tmp_path: Path) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="PySpark, of half a gigabyte, is not installed")
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        found = run("Spark", spark=spark)
    finally:
        spark.stop()
    assert_is_of_one_process(found, tmp_path / "documents")
