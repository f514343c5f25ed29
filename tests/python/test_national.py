"""The national table of growth, 1990 to 2026, built from reports and communiques, against one that people read."""

from __future__ import annotations

import csv
import os
import tarfile
from pathlib import Path

import pandas as pd
import pytest

import shengzhou_report as sr

SHARED = Path(os.environ.get("SHENGZHOU_REPORT_SHARED", Path(__file__).resolve().parents[3] / "shared"))

#: Where the table and the documents differ, and why.
TARGETS_ONLY_IN_DOCUMENTS = {1991: 4.5}  # the report plans growth of GNP, which the table leaves out
OUTCOMES_ONLY_IN_DOCUMENTS = {1990: 5.0, 1991: 7.0}  # stated in the documents, left out of the table
OUTCOMES_NOT_STATED = {
    1999,  # neither has the corpus a communique of an odd year, nor does the report of 2000 state growth
    2007,  # the same: the report of 2008 speaks of five years
}
OUTCOMES_MISREAD = {
    1993,  # the report of 1994 states it in a passage that is taken to be on the year before
    2005,  # that of 2006 states growth since 2000 as well, which is taken to be of one year: neither counts
}


@pytest.fixture(scope="module")
def panel() -> sr.Panel:
    corpus = SHARED / "corpus" / "reports.tar.xz"
    if not corpus.exists():
        pytest.skip("the corpus is not beside the repository (../shared)")
    documents: dict[tuple[object, ...], sr.Report] = {}
    with tarfile.open(corpus) as archive:
        for member in archive:
            name = member.name.removeprefix("./")
            wanted = name.startswith(("reports/national", "communiques/", "plans/")) and name.endswith(".txt")
            year = int("".join(filter(str.isdigit, name))[:4]) if wanted else 0
            file = archive.extractfile(member) if year >= 1990 else None
            if file is not None:
                report = sr.parse(file.read().decode())
                documents.setdefault((report.place, report.year, report.kind), report)
    return sr.Panel(list(documents.values()))


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    table = SHARED / "eval" / "national-gdp.tsv"
    if not table.exists():
        pytest.skip("the table is not beside the repository (../shared)")
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    frame = pd.DataFrame(list(csv.DictReader(rows, delimiter="\t"))).replace("", None)
    numbers = frame[["year", "target", "upper", "outcome"]].apply(pd.to_numeric)
    read: pd.DataFrame = numbers.assign(bound=frame["bound"].fillna("")).set_index("year")
    return read


@pytest.fixture(scope="module")
def table(panel: sr.Panel) -> pd.DataFrame:
    """Targets and outcomes by year: of GDP, else of GNP, as the reports before 1994 have it."""
    gdp, gnp = (
        panel.target_vs_outcome(name, measure="growth").droplevel(["place", "indicator"]).replace("", None)
        for name in ("gdp", "gnp")
    )
    return pd.DataFrame(gdp.combine_first(gnp))


def test_every_target_of_the_table(panel: sr.Panel, table: pd.DataFrame, truth: pd.DataFrame) -> None:
    target, upper, bound = (table[name].reindex(truth.index) for name in ("target", "upper", "bound"))
    differs = (target != truth.target) & ~(target.isna() & truth.target.isna())
    assert target[differs].to_dict() == TARGETS_ONLY_IN_DOCUMENTS
    rest = truth.target.notna()
    assert rest.sum() == 32
    assert ((upper == truth.upper) | (upper.isna() & truth.upper.isna()))[rest].all()
    assert (bound[rest] == truth.bound[rest]).all()
    # That of 2020 says so; those of 2000 to 2002 speak of no figure.
    wording = panel.targets("gdp").droplevel(["place", "indicator"]).wording
    assert wording[2020] == "not_set"
    assert wording[[2000, 2001, 2002]].unique().tolist() == ["not_found"]


def test_every_outcome_that_the_documents_state(table: pd.DataFrame, truth: pd.DataFrame) -> None:
    outcome = table.communique.combine_first(table.report).reindex(truth.index)
    both = outcome.notna() & truth.outcome.notna()
    assert both.sum() == 30
    assert (outcome == truth.outcome)[both].all()
    assert outcome[outcome.notna() & truth.outcome.isna()].to_dict() == OUTCOMES_ONLY_IN_DOCUMENTS
    assert set(outcome.index[outcome.isna() & truth.outcome.notna()]) == OUTCOMES_NOT_STATED | OUTCOMES_MISREAD


def test_reports_and_communiques_agree(table: pd.DataFrame) -> None:
    revision = table.revision.dropna()
    assert len(revision) >= 14
    assert (revision.abs() < 1e-9).all()


def test_yearly_targets_of_the_plans(panel: sr.Panel) -> None:
    """The outlines of 2001, 2006 and 2011 state about 7 %, 7.5 % and 7 % a year."""
    frame = panel.amplification("gdp").droplevel(["place", "indicator"])
    plan = frame.plan
    assert {2001: plan[2003], 2006: plan[2008], 2011: plan[2013]} == pytest.approx(
        {2001: 0.07, 2006: 0.075, 2011: 0.07}
    )
    assert (frame.over_plan.round(9) >= 0).all()
