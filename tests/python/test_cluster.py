"""Corpora and scenarios on a cluster of processes, one of which is killed."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

import shengzhou_report as sr
from shengzhou_report.corpus import _batch, _workers

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
dask = pytest.importorskip("dask", reason="the extra `cluster` is not installed")

PLACES = ("嵊州市", "新昌县", "诸暨市")


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cluster = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        )
        with cluster, distributed.Client(cluster) as client:
            yield client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for n in range(60):
        place, year = PLACES[n % 3], 2000 + n // 3
        figures = f"去年地区生产总值{n + 100}.5亿元，增长{n % 9 + 1}.5%。新建幼儿园{n + 1}所。"
        text = f"浙江省{place}{year}年政府工作报告\n一、{year - 1}年工作回顾\n{figures}\n"
        (folder / f"{place}{year}.txt").write_text(text * (n % 4 + 1), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"broken")
    return folder


@pytest.mark.filterwarnings("ignore")
def test_the_data_set_is_that_of_one_process_although_a_worker_dies(
    client: distributed.Client, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_workers, "_MOST_FILES", 2)
    workers = client.run(os.getpid)
    assert os.getpid() not in workers.values()
    victim = next(iter(workers.values()))
    killed: list[int] = []

    def kill(done: int, total: int) -> None:
        if not killed and done < total:
            os.kill(victim, signal.SIGKILL)
            killed.append(done)

    spread = sr.read_corpus(folder, tmp_path / "cluster", client=client, progress=kill)
    assert killed
    alone = sr.read_corpus(folder, tmp_path / "alone", workers=1)
    assert len(spread) == 60
    for name in (*_batch.TABLES, "errors"):
        table = spread.table(name)
        assert table.num_rows > 0
        assert table.equals(alone.table(name)), name
    with pytest.raises(ProcessLookupError):
        os.kill(victim, 0)
    assert spread.panel() == alone.panel()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("antithetic", [False, True])
def test_scenarios_are_bit_identical_to_one_process(client: distributed.Client, antithetic: bool) -> None:
    model = {
        "start": {"urban": 77400, "rural": 43200},
        "growth": {"urban": 0.063, "rural": 0.068},
        "volatility": 0.02,
        "correlation": 0.8,
        "ratio": ("urban", "rural"),
        "periods": 4,
        "antithetic": antithetic,
        "seed": 7,
        "targets": {"1.75": sr.ScenarioTarget("ratio", None, 4, upper=1.75)},
    }
    whole = sr.simulate(**model, paths=20_010)  # type: ignore[arg-type]
    assert sr.scenario.simulate_on(client, **model, paths=20_010, parts=7) == whole
    assert sr.scenario.simulate_on(client, **model, paths=20_010) == whole
    # More parts than pairs of paths.
    assert sr.scenario.simulate_on(client, **model, paths=6, parts=50) == sr.simulate(**model, paths=6)  # type: ignore[arg-type]
    with pytest.raises(sr.DomainError, match="volatility"):
        sr.scenario.simulate_on(client, **{**model, "volatility": -1})
    with pytest.raises(sr.DomainError, match="parts"):
        sr.scenario.simulate_on(client, **model, parts=0)


#: What a worker does before its first task: it dies of a file.
DEADLY = """
import os
from shengzhou_report._read import source

def bytes_of(path, original=source.bytes_of):
    if str(path).endswith("deadly.txt"):
        os._exit(9)
    return original(path)

source.bytes_of = bytes_of
"""


@pytest.mark.filterwarnings("ignore")
def test_a_file_that_kills_every_worker_costs_its_row(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_workers, "_MOST_FILES", 3)
    paths = [*sorted(folder.glob("*.txt"))[:8], tmp_path / "deadly.txt"]
    paths[-1].write_text("粮食总产量5万吨。", encoding="utf-8")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, preload=[DEADLY], dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        corpus = sr.read_corpus(paths, tmp_path / "out", client=client)
    (row,) = corpus.errors.to_pylist()
    assert row["file"] == paths[-1].as_posix()
    assert (row["outcome"], row["error"]) == ("failed", "KilledWorker")
    alone = sr.read_corpus(paths[:-1], tmp_path / "alone", workers=1)
    for name in _batch.TABLES:
        assert corpus.table(name).equals(alone.table(name)), name
