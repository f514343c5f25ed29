"""sr.parse beside a plain regular expression for number and unit, and beside reading the bytes at all.

python tests/bench/parse_bench.py [FOLDER]    FOLDER holds *.txt; without it ../shared/reports, or invented text

All contenders run in turn in one process; times are medians over the rounds, ratios medians of the rounds' ratios.
The expression finds numbers with a unit and takes them out as values: it knows no indicator, bound, year or status.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

import shengzhou_report as sr

ROUNDS = 9
WORK = 10_000_000  # bytes per round

NUMBER_AND_UNIT = re.compile(
    r"(\d+(?:\.\d+)?)(十|百|千|万|亿|万亿)?"
    r"(个百分点|微克/立方米|平方公里|平方米|立方米|美元|公里|千瓦时|千瓦|人次|分钟|小时|公顷|%|‰|元|家|个|项|条|件|户|人|名|亩|吨"
    r"|所|座|处|套|倍|天|位|场|台|辆|米|斤|岁|次)"
)
SCALE = {"": 1.0, "十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12}


def invented_report() -> str:
    """A report of the usual length and density."""
    paragraph = (
        "产业结构不断优化，发展基础更加牢固，营商环境持续改善，群众办事更加便捷。工业投资完成{n}.4亿元，同比增长7.{n}%，其中技改投资"
        "{n}亿元；新建口袋公园{n}个以上，改造老旧小区28个，惠及群众1.3万多人。出口、进口分别增长4.1%和2.6%，居全省第{n}位。"
        "社会大局保持和谐稳定，干部作风明显好转。\n"
    )
    body = "".join(paragraph.format(n=n) for n in range(1, 61))
    return f"2031年云岭市政府工作报告\n一、2030年工作回顾\n{body}二、2031年工作安排\n{body}"


def corpus() -> list[str]:
    """The reports to read."""
    shared = Path(__file__).resolve().parents[3] / "shared" / "reports"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))] or [invented_report()]


def expression(text: str) -> list[tuple[float, str]]:
    """Value and unit of every number that has one."""
    return [(float(number) * SCALE[scale or ""], unit) for number, scale, unit in NUMBER_AND_UNIT.findall(text)]


def seconds(run: Callable[[], object]) -> float:
    """Time of one run."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    texts = corpus()
    repeats = max(WORK // sum(len(text.encode()) for text in texts), 1)
    texts *= repeats
    raw = np.frombuffer("".join(texts).encode(), dtype=np.uint8)
    megabytes = raw.size / 1e6
    contenders: dict[str, Callable[[], object]] = {
        "sr.parse": lambda: [len(sr.parse(text)) for text in texts],
        "re, values": lambda: [expression(text) for text in texts],
        "re, count": lambda: [sum(1 for _ in NUMBER_AND_UNIT.finditer(text)) for text in texts],
        "encode to UTF-8": lambda: [text.encode() for text in texts],
        "maximum of bytes": lambda: raw.max(),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(ROUNDS + 1):
        for name, run in contenders.items():
            took = seconds(run)
            if turn > 0:  # the first one warms up
                times[name].append(took)

    print(f"{len(texts)} texts, {megabytes:.1f} MB; medians of {ROUNDS} rounds, every contender in each")
    for name, series in times.items():
        ratio = statistics.median(b / a for a, b in zip(series, times["sr.parse"], strict=True))
        print(f"{name:18}{megabytes / statistics.median(series):10.1f} MB/s{ratio:10.2f} times the speed of sr.parse")
    statements = sum(len(sr.parse(text)) for text in texts)
    print(f"sr.parse: {1e6 * statistics.median(times['sr.parse']) / statements:.2f} us a statement ({statements})")

    text = invented_report()
    text *= 500_000 // len(text.encode()) + 1
    before = 0.0
    while len(text.encode()) < 10_000_000:
        took = statistics.median(seconds(lambda: sr.parse(text)) for _ in range(5))  # noqa: B023
        doubling = f", {took / before:.2f} times its half" if before else ""
        print(f"one text of {len(text.encode()) / 1e6:5.2f} MB: {1e3 * took:8.2f} ms{doubling}")
        text, before = text + text, took


if __name__ == "__main__":
    main()
