#!/usr/bin/env python3
"""Writes the table of formats into both READMEs from the one table of them, or checks that it stands there.

tests/tools/format_tables.py            writes it between its marks
tests/tools/format_tables.py --check    ends with 1 where a README says something else
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from shengzhou_report._tables.formats import FORMATS, Format

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- formats: tests/tools/format_tables.py writes this -->\n", "<!-- end of formats -->\n"

HEADS = {
    "README.md": ("format", "endings", "keeps", "extra", "to know"),
    "README.zh-CN.md": ("格式", "扩展名", "保留", "附加依赖", "说明"),
}
KEEPS = {
    "README.md": {"report": "the report", "statements": "the statements", "figures": "figures to read"},
    "README.zh-CN.md": {"report": "整份报告", "statements": "各项数据", "figures": "供阅读的数字"},
}
#: What stands below the table.
MEANINGS = {
    "README.md": "Kept are, unchanged: of *the report* all that equality looks at; of *the statements* each of them, "
    "but not title, place, sections and evidence.\n",
    "README.zh-CN.md": "“整份报告”指相等比较所及的全部内容原样保留；“各项数据”指每项数据原样保留，"
    "但不含标题、地区、章节结构和依据。\n",
}


def cells_of(row: Format, readme: str) -> tuple[str, ...]:
    """What a README says of a format."""
    chinese = readme == "README.zh-CN.md"
    title = (chinese and row.title_zh) or row.title
    note = (chinese and row.note_zh) or row.note
    endings = ", ".join(f"`{ending}`" for ending in row.endings)
    return f"{title} (`{row.name}`)", endings, KEEPS[readme][row.keeps], row.extra and f"`{row.extra}`", note


def table_of(readme: str) -> str:
    """The whole text between the marks."""
    head = HEADS[readme]
    rows = [head, tuple("---" for _ in head), *(cells_of(row, readme) for row in FORMATS)]
    lines = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows)
    return "".join(lines).replace("|  |", "| |") + "\n" + MEANINGS[readme]


def written(readme: str) -> tuple[Path, str, str]:
    """The path of a README, its text, and what its text is to be."""
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    between = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if len(between.findall(text)) != 1:
        raise ValueError(f"{readme}: the marks of the table of formats do not stand there once")
    return path, text, between.sub(lambda _: BEGIN + table_of(readme) + END, text)


def main() -> int:
    """Writes or checks."""
    wrong = []
    for readme in HEADS:
        path, text, wanted = written(readme)
        if text != wanted:
            wrong.append(readme)
            if "--check" not in sys.argv[1:]:
                path.write_text(wanted, encoding="utf-8")
    if wrong:
        print(f"{', '.join(wrong)}: {'differs' if '--check' in sys.argv[1:] else 'written'}")
    return 1 if wrong and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
