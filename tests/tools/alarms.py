#!/usr/bin/env python3
"""Warnings and errors of `check` on a folder of documents, by rule, each with the sentences that it rests on.

    alarms.py FOLDER [--rule RULE] [--show N] [--seed SEED] [--json OUT]

Prints how many findings of each severity every rule has, then up to N alarms a rule (0: all), drawn at random where
there are more, with the text of every statement that a finding names. Whoever mends a rule reads them before and after:
a rule whose alarms are mostly false is mended or says info.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

#: Characters of text before and behind a statement that are shown.
AROUND = 30
ALARMS = ("warning", "error")
Alarm = dict[str, Any]


def sentence(text: str, start: int, end: int) -> str:
    """A statement's text in brackets, with what stands around it."""
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"…{before}[{text[start:end]}]{behind}…".replace("\n", " ")


def of_document(path: Path) -> tuple[Counter[tuple[str, str]], list[Alarm]]:
    """How many findings of each rule and severity a document has, and its alarms."""
    import shengzhou_report as sr

    text = path.read_text(encoding="utf-8")
    found = sr.parse(text).check()
    alarms = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "document": f"{path.parent.name}/{path.name}",
            "message": finding.message,
            "sentences": [sentence(text, statement.start, statement.end) for statement in finding.statements],
        }
        for finding in found
        if finding.severity in ALARMS
    ]
    return Counter((finding.rule, finding.severity) for finding in found), alarms


def of_folder(folder: Path) -> tuple[int, Counter[tuple[str, str]], list[Alarm]]:
    """The same of all documents below a folder, and how many there are."""
    paths = sorted(folder.rglob("*.txt"))
    counts: Counter[tuple[str, str]] = Counter()
    alarms: list[Alarm] = []
    with ProcessPoolExecutor() as pool:
        for count, found in pool.map(of_document, paths, chunksize=16):
            counts += count
            alarms += found
    return len(paths), counts, alarms


def lines(counts: Counter[tuple[str, str]], alarms: Sequence[Alarm], show: int, seed: int) -> Iterator[str]:
    """The table, then the alarms by rule."""
    by_rule: dict[str, list[Alarm]] = defaultdict(list)
    for alarm in alarms:
        by_rule[alarm["rule"]].append(alarm)
    yield "| rule | info | warning | error |"
    yield "| --- | --- | --- | --- |"
    for rule in sorted({rule for rule, _ in counts}):
        yield f"| {rule} | " + " | ".join(str(counts[rule, severity]) for severity in ("info", *ALARMS)) + " |"
    for rule, found in sorted(by_rule.items()):
        shown = found if not show or len(found) <= show else random.Random(seed).sample(found, show)
        yield f"\n## {rule}: {len(shown)} of {len(found)} alarms"
        for alarm in shown:
            yield f"\n{alarm['severity']} {alarm['document']}: {alarm['message']}"
            yield from (f"    {text}" for text in alarm["sentences"])


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rule", help="only alarms of this rule")
    parser.add_argument("--show", type=int, default=40, metavar="N", help="alarms shown of a rule; 0: all")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all alarms, a line each")
    given = parser.parse_args(arguments)
    documents, counts, alarms = of_folder(given.folder)
    if given.json:
        given.json.write_text("".join(json.dumps(alarm, ensure_ascii=False) + "\n" for alarm in alarms), "utf-8")
    print(f"{len(alarms)} alarms in {documents} documents")
    print("\n".join(lines(counts, [a for a in alarms if given.rule in (None, a["rule"])], given.show, given.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
