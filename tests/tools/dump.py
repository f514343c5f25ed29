#!/usr/bin/env python3
"""All that the parser says of a folder of documents, and what changed between two such dumps.

    dump.py write FOLDER OUT         one OUT/NAME.jsonl for each FOLDER/**/NAME.txt
    dump.py compare OLD NEW [--show N] [--field FIELD]

A dump has a line for the report, then one for each statement, skipped number and commitment. compare exits with 0 when
the dumps are the same and with 1 when they differ; it counts what is gone, new and changed, field by field, and shows a
sample with the text around it. A change of the parser is judged by reading that.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]

REPORT = ("title", "kind", "place", "place_en", "ref_area", "year")
STATEMENT = (
    *("indicator", "indicator_id", "measure", "quantity", "bound", "trend", "status", "modality"),
    *("year", "period", "base_year", "stated_basis", "area", "reference", "scope", "doubts"),
    *("section", "start", "end"),
)
#: Characters of text before and behind a figure that a statement's line shows; compare leaves them out.
AROUND = 30


def plain(value: Any) -> Any:
    """A field as JSON has it."""
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


def records(text: str) -> Iterator[Record]:
    """What the parser says of a text, or the exception that it raised."""
    import shengzhou_report as sr

    try:
        report = sr.parse(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs into the dump
        yield {"what": "error", "error": repr(error)}
        return
    about: Record = {name: plain(getattr(report, name, None)) for name in REPORT}
    about["sections"] = [
        [list(part.path), getattr(part, "role", None), getattr(part, "start", None), getattr(part, "end", None)]
        for part in report.sections
    ]
    about["evidence"] = [[item.about, item.rule, item.value] for item in getattr(report, "evidence", ())]
    yield {"what": "report", **about}
    for statement in report:
        fields = {name: plain(getattr(statement, name, None)) for name in STATEMENT}
        fields["bound"] = statement.quantity.bound if statement.quantity is not None else None
        around = text[max(0, statement.start - AROUND) : statement.end + AROUND]
        yield {"what": "statement", **fields, "around": around}
    for number in report.skipped:
        yield {"what": "skipped", "text": number.text, "reason": number.reason, "start": number.start}
    for promise in report.commitments():
        yield {"what": "commitment", "verb": promise.verb, "object": promise.object, "start": promise.start}


def write(folder: Path, out: Path) -> int:
    """Dumps every text under `folder`."""
    from rich.console import Console
    from rich.progress import track

    out.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.rglob("*.txt"))
    if not files:
        print(f"{folder} holds no *.txt", file=sys.stderr)
        return 2
    errors = Console(stderr=True)  # the answer alone goes to standard output
    for file in track(files, "dumping", console=errors, disable=not errors.is_terminal):
        name = "-".join(file.relative_to(folder).with_suffix("").parts)
        lines = (json.dumps(record, ensure_ascii=False) for record in records(file.read_text(encoding="utf-8")))
        (out / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def read(file: Path) -> list[Record]:
    """The records of one document; none where a dump lacks it."""
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def key(record: Record) -> tuple[Any, ...]:
    """What a record is matched by: its kind and its place in the text."""
    return record["what"], record.get("start")


def differences(old: Sequence[Record], new: Sequence[Record]) -> Iterator[tuple[str, Record | None, Record | None]]:
    """(field, old, new) of every change; the field is 'gone' or 'new' where a side lacks the record."""
    before, after = defaultdict(list), defaultdict(list)
    for side, those in ((before, old), (after, new)):
        for record in those:
            side[key(record)].append(record)
    for at in [*before, *(at for at in after if at not in before)]:
        a, b = before[at], after[at]
        for i in range(max(len(a), len(b))):
            if i >= len(a):
                yield "new", None, b[i]
            elif i >= len(b):
                yield "gone", a[i], None
            else:
                for name in sorted((a[i].keys() | b[i].keys()) - {"around"}):
                    if a[i].get(name) != b[i].get(name):
                        yield name, a[i], b[i]


def line(name: str, field: str, old: Record | None, new: Record | None) -> str:
    """One change as a person reads it."""
    some = new or old or {}
    where = some.get("around", "").replace("\n", "⏎")
    if old is None or new is None:
        shown = {k: v for k, v in some.items() if k not in ("around", "section") and v not in (None, "", [])}
        return f"{name}: {shown} | {where}"
    words = " ".join(str(some.get(k)) for k in ("indicator", "measure", "quantity", "status", "year") if k in some)
    return f"{name}: {old.get(field)} -> {new.get(field)} | {words} | {where}"


def compare(old: Path, new: Path, show: int, only: str | None) -> int:
    """Prints what changed; 1 when anything did."""
    changes: dict[str, list[str]] = defaultdict(list)
    turns: dict[str, Counter[str]] = defaultdict(Counter)
    documents = set()
    for name in sorted({file.name for folder in (old, new) for file in folder.glob("*.jsonl")}):
        a, b = old / name, new / name
        if a.exists() and b.exists() and a.read_bytes() == b.read_bytes():
            continue
        for field, before, after in differences(read(a), read(b)):
            kind = (after or before or {})["what"]
            title = f"{kind} {field}"
            documents.add(name)
            changes[title].append(line(name.removesuffix(".jsonl"), field, before, after))
            if before is not None and after is not None:
                turns[title][f"{before.get(field)} -> {after.get(field)}"] += 1
    if not changes:
        print("the dumps say the same")
        return 0
    print(f"{len(documents)} documents differ")
    for title, lines in sorted(changes.items(), key=lambda item: -len(item[1])):
        print(f"{len(lines):8} {title}")
    for title, lines in sorted(changes.items()):
        if only is not None and only not in title.split():
            continue
        print(f"\n== {title}: {len(lines)}")
        for turn, count in turns[title].most_common(8):
            print(f"{count:8} {turn[:150]}")
        for text in random.Random(1).sample(lines, min(show, len(lines))):
            print("  ", text)
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="dump every text of a folder")
    writing.add_argument("folder", type=Path)
    writing.add_argument("out", type=Path)
    comparing = commands.add_parser("compare", help="what changed between two dumps")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--show", type=int, default=10, metavar="N", help="how many changes of a field are printed")
    comparing.add_argument("--field", help="only this field is printed, as year or gone")
    given = parser.parse_args(arguments)
    if given.command == "write":
        return write(given.folder, given.out)
    return compare(given.old, given.new, given.show, given.field)


if __name__ == "__main__":
    sys.exit(main())
