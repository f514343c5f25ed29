"""Many documents: from a folder of reports to tables, a panel, and one Report after another.

>>> import pathlib, tempfile, shengzhou_report as sr
>>> with tempfile.TemporaryDirectory() as folder:
...     for year in (2023, 2024):
...         text = f"某县{year}年政府工作报告\\n地区生产总值增长{year - 2017}%左右。"
...         _ = pathlib.Path(folder, f"{year}.txt").write_text(text, encoding="utf-8")
...     corpus = sr.read_corpus(folder)
...     print(corpus)
...     print([(file, report.year) for file, report in corpus])
2 reports of 1 place, 2023 to 2024
[('2023.txt', 2023), ('2024.txt', 2024)]
"""

from __future__ import annotations

from ._corpus import Corpus
from ._documents import Document
from ._reading import read_corpus as read_corpus
from ._reading import tables_of

__all__ = ["Corpus", "Document", "tables_of"]


def __dir__() -> list[str]:
    return __all__
