#!/usr/bin/env python3
"""Breaks real documents in many ways and asks of each what must hold for any text: a run for the night, not for CI.

    mutate.py [FOLDER] [--seed N] [--count N] [--out FOLDER] [--only NAME]

Takes the *.txt under FOLDER; without one, unpacks the shared corpus (../shared), and where there is none says so and
ends with 0. Every mutation is made of a document by one to three of the rows of MUTATIONS and is the same for the same
seed, its number and documents. What breaks an invariant is made smaller by halves as long as it still does, and written
to the folder of --out: INVARIANT-NUMBER.txt. Prints a table of what was tried and what broke; ends with 1 when
something did.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import invariants

SHARED = Path(__file__).parents[3] / "shared"
#: How many breaches of one invariant are made small; the rest are counted.
MOST_OF_A_KIND = 12
#: Longer pieces of a document add time and no shapes.
LONGEST = 6000
NUMBER = re.compile(r"\d+(?:\.\d+)?")
PUNCTUATION = "，。、；：！？（）()“”《》〔〕[]—-~～·.．,:;%％…|\t /×+"
HUGE = ("9" * 40, "0." + "0" * 30 + "1", "1" + "0" * 60, "999999999999999999", "亿" * 12, "千万亿" * 8, "1,2,3,4,5,6")
#: Words that turn the meaning of what stands around them.
WORDS = (
    "分别",
    "其中",
    "均",
    "由",
    "到",
    "至",
    "以上",
    "不低于",
    "下降",
    "占",
    "比重",
    "第",
    "年",
    "月",
    "万",
    "亿",
    "十",
)

Mutation = Callable[[str, random.Random], str]


def cut(text: str, dice: random.Random) -> str:
    """One stretch of the document alone."""
    start = dice.randrange(len(text))
    return text[start : start + dice.randint(1, LONGEST)]


def delete(text: str, dice: random.Random) -> str:
    """A stretch gone."""
    start = dice.randrange(len(text))
    return text[:start] + text[start + dice.randint(1, 200) :]


def duplicate(text: str, dice: random.Random) -> str:
    """A stretch said again somewhere else."""
    start, to = dice.randrange(len(text)), dice.randrange(len(text))
    return text[:to] + text[start : start + dice.randint(1, 300)] + text[to:]


def swap_lines(text: str, dice: random.Random) -> str:
    """Two lines in each other's place."""
    lines = text.split("\n")
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def join_lines(text: str, dice: random.Random) -> str:
    """Some line breaks gone."""
    return "".join("" if c == "\n" and dice.random() < 0.5 else c for c in text)


def break_lines(text: str, dice: random.Random) -> str:
    """Lines of one width, as of a page that was scanned."""
    width = dice.randint(1, 40)
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def widen(text: str, dice: random.Random) -> str:
    """Some digits in full width."""
    return "".join(c.translate(invariants.WIDE_DIGITS) if dice.random() < 0.5 else c for c in text)


def punctuate(text: str, dice: random.Random) -> str:
    """Marks where they do not belong."""
    return insert(text, dice, PUNCTUATION)


def reword(text: str, dice: random.Random) -> str:
    """Words of the grammar where they do not belong."""
    return insert(text, dice, WORDS)


def insert(text: str, dice: random.Random, choices: Sequence[str]) -> str:
    for _ in range(dice.randint(1, 30)):
        at = dice.randint(0, len(text))
        text = text[:at] + dice.choice(choices) + text[at:]
    return text


def truncate(text: str, dice: random.Random) -> str:
    """The end in the midst of a number."""
    numbers = list(NUMBER.finditer(text))
    if not numbers:
        return text[: dice.randint(0, len(text))]
    last = dice.choice(numbers)
    return text[: dice.randint(last.start(), last.end())]


def inflate(text: str, dice: random.Random) -> str:
    """Some numbers that no report holds."""
    return NUMBER.sub(lambda found: dice.choice(HUGE) if dice.random() < 0.1 else found[0], text)


def scatter(text: str, dice: random.Random) -> str:
    """Single characters gone everywhere."""
    return "".join(c for c in text if dice.random() > 0.02)


MUTATIONS: tuple[Mutation, ...] = (
    *(cut, delete, duplicate, swap_lines, join_lines, break_lines),
    *(widen, punctuate, reword, truncate, inflate, scatter),
)


def mutated(text: str, dice: random.Random) -> tuple[str, tuple[str, ...]]:
    """A stretch of a document after some mutations, and their names."""
    start = dice.randrange(max(1, len(text) - LONGEST // 2)) if dice.random() < 0.7 else 0
    text = text[start : start + LONGEST]
    steps = dice.choices(MUTATIONS, k=dice.randint(1, 3))
    for step in steps:
        text = step(text, dice) if text else text
    return text, tuple(step.__name__ for step in steps)


def shrunk(text: str, name: str) -> str:
    """The text without every stretch that the breach does not need: halves, quarters, … single characters."""
    size = len(text) // 2
    while size:
        at, smaller = 0, False
        while at < len(text):
            without = text[:at] + text[at + size :]
            if name in invariants.broken(without, name):
                text, smaller = without, True
            else:
                at += size
        size = min(size, len(text)) if smaller and size == 1 else size // 2
    return text


@dataclass(frozen=True)
class Failure:
    """The first and smallest text that was found to break an invariant in one way."""

    name: str
    text: str
    breach: str
    document: str
    number: int


def search(files: Sequence[Path], seed: int, count: int, only: str | None) -> tuple[Counter[str], list[Failure]]:
    """Tries `count` mutations; how often each was made and each invariant broke, and what is smallest of each."""
    from rich.console import Console
    from rich.progress import track

    tried: Counter[str] = Counter()
    failures: list[Failure] = []
    errors = Console(stderr=True)  # the answer alone goes to standard output
    for number in track(range(count), "mutating", console=errors, disable=not errors.is_terminal):
        dice = random.Random(f"{seed} {number}")
        file = dice.choice(files)
        text, steps = mutated(file.read_text(encoding="utf-8"), dice)
        tried.update(steps)
        for name in invariants.broken(text, only):
            tried[f"broken {name}"] += 1
            if tried[f"broken {name}"] > MOST_OF_A_KIND:
                continue
            small = shrunk(text, name)
            breach = invariants.broken(small, name)[name]
            failures.append(Failure(name, small, breach, file.name, number))
    return tried, failures


def run(folder: Path, given: argparse.Namespace) -> int:
    files = sorted(folder.rglob("*.txt"))
    if not files:
        print(f"{folder} holds no *.txt", file=sys.stderr)
        return 2
    tried, failures = search(files, given.seed, given.count, given.only)
    print(f"{given.count} mutations of {len(files)} documents, seed {given.seed}")
    for step in MUTATIONS:
        print(f"{tried[step.__name__]:8} {step.__name__}")
    for name, times in sorted(tried.items()):
        if name.startswith("broken "):
            print(f"{times:8} {name}")
    for failure in failures:
        given.out.mkdir(parents=True, exist_ok=True)
        place = given.out / f"{failure.name}-{failure.number}.txt"
        place.write_text(failure.text, encoding="utf-8", newline="")
        print(f"{place}: {failure.breach} (of {failure.document})")
    if not failures:
        print("every invariant holds")
    return 1 if failures else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="documents; else the shared corpus")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the shared corpus lies")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="how many mutations are tried")
    parser.add_argument(
        "--out", type=Path, default=Path("mutants"), metavar="FOLDER", help="where breaches are written"
    )
    parser.add_argument("--only", choices=[it.name for it in invariants.INVARIANTS], help="look for one invariant")
    given = parser.parse_args(arguments)
    if given.folder is not None:
        return run(given.folder, given)
    if not (given.shared / "corpus" / "unpack").exists():
        print("skipped: the corpus is not beside the repository (../shared)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([given.shared / "corpus" / "unpack", folder], check=True, stdout=subprocess.DEVNULL)
        return run(Path(folder), given)


if __name__ == "__main__":
    sys.exit(main())
