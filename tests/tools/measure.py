#!/usr/bin/env python3
"""How well the parser reads real documents, by every program of the evaluation, against floors that only rise.

    measure.py [--shared FOLDER] [--json OUT] [--before OLD.json] [--raise]
    measure.py [--shared FOLDER] --decades

The evaluation and its corpus lie beside the repository, in ../shared; where they do not, this says so and ends with 0.
Prints one table; exits with 1 when a figure is below its floor in floors.json beside this file. --raise writes the
figures there that exceed their floors. --decades prints instead how the paragraphs annotated for this project fare by
the decade of their report. The installed package is what is measured.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
#: Paragraphs of 52 other reports, annotated by hand by the guide of the evaluation before the parser read them; kinds
#: of error that they showed have been mended since.
OWN = Path(__file__).with_name("paragraphs.gold.tsv")
GOLD_REPORTS = ("shengzhou-2024", "huzhou-2024", "hailar-2018")
#: What of_paragraphs tells of a value that was found, and of those without doubts.
FIELDS = (
    "value",
    "measure",
    "bound",
    "status",
    "modality",
    "year",
    "indicator",
    "without_doubts",
    "right_without_doubts",
)
Figures = dict[str, float]


def of_corpus(printed: str) -> Figures:
    """corpus.py: 'year  1160 / 1160  1.0000' a line, and the share of names in the catalogue."""
    found = re.findall(r"^(\w+) +\d+ / \d+ +([\d.]+)$", printed, re.MULTILINE)
    figures = {f"corpus.{name}": float(share) for name, share in found}
    if catalogued := re.search(r"with catalogue id ([\d.]+)", printed):
        figures["corpus.catalogued"] = float(catalogued[1])
    return figures


def of_count(name: str, printed: str) -> Figures:
    """cases.py and national.py: 'N of M ... right' at the end."""
    found = re.findall(r"(\d+) of (\d+)(?: cases)? right", printed)
    return {name: int(found[-1][0]) / int(found[-1][1])} if found else {}


def of_paragraphs(gold: str, printed: str) -> Figures:
    """paragraphs.py: both F1, each field's share among the found, and how the values without doubts fare."""
    figures: Figures = {}
    if scores := re.search(r"detection F1 ([\d.]+) record F1 ([\d.]+)", printed):
        figures |= {f"{gold}.detection_f1": float(scores[1]), f"{gold}.record_f1": float(scores[2])}
    if fields := re.search(r"right among found: (.+)", printed):
        figures |= {f"{gold}.{name}": float(value) for name, value in re.findall(r"(\w+) ([\d.]+)", fields[1])}
    if sure := re.search(r"without doubts ([\d.]+) of the values, of those right ([\d.]+)", printed):
        figures |= {f"{gold}.without_doubts": float(sure[1]), f"{gold}.right_without_doubts": float(sure[2])}
    return figures


def of_score(report: str, printed: str) -> Figures:
    """score.py: 'detection_f1 1.000  record_f1 0.984 ...' on one line."""
    return {
        f"score.{report}.{name}": float(value)
        for name, value in re.findall(r"(detection_f1|record_f1|year|status) ([\d.]+)", printed)
    }


def of_identity(folder: Path) -> Figures:
    """Communiques and plan outlines, whose file names are their years: none lost, kind and year right."""
    import shengzhou_report as sr

    figures: Figures = {}
    for name, kind in (("communiques", "communique"), ("plans", "plan")):
        reports = [(file.stem, sr.parse(file.read_text(encoding="utf-8"))) for file in (folder / name).glob("*.txt")]
        right = [(getattr(report, "kind", None) == kind) + (report.year == int(year)) for year, report in reports]
        figures[f"{name}.identity"] = sum(right) / max(1, 2 * len(right))
    return figures


def of_alarms(folder: Path) -> Figures:
    """How many documents `check` raises no alarm on, and how many findings it has a document: silence is no merit."""
    import alarms

    documents, counts, found = alarms.of_folder(folder)
    loud = len({alarm["document"] for alarm in found})
    total = max(1, documents)
    return {"check.quiet": 1 - loud / total, "check.findings": sum(counts.values()) / total}


def run(*command: str | Path) -> str:
    """What a program of the evaluation prints. It may end with 1, which says that something is not right yet."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def measure(shared: Path) -> Figures:
    """Every figure by its name."""
    programs = shared / "eval"
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder)
        subprocess.run([shared / "corpus" / "unpack", documents], check=True, stdout=subprocess.DEVNULL)
        reports = documents / "reports"
        figures = of_corpus(run(programs / "corpus.py", reports, shared / "corpus" / "reports.tsv"))
        figures |= of_count("national", run(programs / "national.py", documents))
        figures |= of_count("cases", run(programs / "cases.py", programs / "cases.txt"))
        for gold, table in (("paragraphs", programs / "paragraphs-dev.gold.tsv"), ("own", OWN)):
            figures |= of_paragraphs(gold, run(programs / "paragraphs.py", reports, table, "--doubts"))
        for name in GOLD_REPORTS:
            gold = programs / f"{name}.gold.tsv"
            figures |= of_score(name, run(programs / "score.py", shared / "reports" / f"{name}.txt", gold))
        return figures | of_identity(documents) | of_alarms(documents)


def decades(shared: Path) -> str:
    """A table in Markdown: the figures of the paragraphs of OWN by the decade of their report."""
    head, *rows = OWN.read_text(encoding="utf-8").splitlines(keepends=True)
    by_decade: dict[str, list[str]] = {"all": rows}
    for row in rows:
        year = row.split("\t", 1)[0][-4:]
        by_decade.setdefault(f"{year[:3]}0s", []).append(row)
    columns = ("reports", "values", "found", *FIELDS)
    lines = [columns, tuple("---" for _ in columns)]
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder)
        subprocess.run([shared / "corpus" / "unpack", documents], check=True, stdout=subprocess.DEVNULL)
        for decade in sorted(by_decade):
            gold = documents / "gold.tsv"
            gold.write_text(head + "".join(by_decade[decade]), encoding="utf-8")
            printed = run(shared / "eval" / "paragraphs.py", documents / "reports", gold, "--doubts")
            counts = re.search(r"(\d+) reports, (\d+) values, found (\d+)", printed)
            if counts is None:
                raise ValueError(f"paragraphs.py printed something else: {printed!r}")
            figures = of_paragraphs("own", printed)
            shares = [int(counts[3]) / int(counts[2]), *(figures[f"own.{field}"] for field in FIELDS)]
            lines.append((f"{decade} ({counts[1]})", counts[2], *(f"{share:.1%}" for share in shares)))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def table(figures: Mapping[str, float], floors: Mapping[str, float], before: Mapping[str, float]) -> str:
    """The figures in Markdown, those before beside them where they are known."""
    head = ("figure", "floor", *(("before",) if before else ()), "now")
    lines = [head, tuple("---" for _ in head)]
    for name, value in figures.items():
        cells = [name, f"{floors[name]:.4f}" if name in floors else "", *([""] if before else []), f"{value:.4f}"]
        if name in before:
            cells[2] = f"{before[name]:.4f}"
        lines.append(tuple(cells))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What fell below its floor, or is no longer measured."""
    return [
        f"{name}: {figures[name]:.4f} is below its floor {floor:.4f}"
        if name in figures
        else f"{name}: is no longer measured"
        for name, floor in floors.items()
        if figures.get(name, -math.inf) < floor
    ]


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> Figures:
    """The floors, each as high as the figure, rounded down to four decimals; none falls."""
    down = {name: math.floor(value * 1e4 + 1e-6) / 1e4 for name, value in figures.items()}
    return {name: max(value, floors.get(name, value)) for name, value in (dict(floors) | down).items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures")
    parser.add_argument("--before", type=Path, metavar="OLD", help="figures of an earlier run, to print beside these")
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the floors to these figures")
    parser.add_argument("--decades", action="store_true", help="only how the own paragraphs fare by decade")
    given = parser.parse_args(arguments)
    if not (given.shared / "eval").is_dir():
        print("skipped: the evaluation is not beside the repository (../shared)")
        return 0
    if given.decades:
        print(decades(given.shared))
        return 0
    figures = measure(given.shared)
    floors: Figures = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    before: Figures = json.loads(given.before.read_text(encoding="utf-8")) if given.before else {}
    print(table(figures, floors, before))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    failures = below(figures, floors)
    for failure in failures:
        print(failure, file=sys.stderr)
    if given.raising:
        FLOORS.write_text(json.dumps(raised(figures, floors), indent=2) + "\n", encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
