"""A report that a browser printed: its PDF has radicals where characters look alike, and raised marks of notes."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable

import pytest

import shengzhou_report as sr
from shengzhou_report import _core

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

STYLE = "<style>p { margin: 0 } td, th { padding: 6px 12px }</style>"
HTML = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">{STYLE}'

REPORT = """<h1>某县2024年政府工作报告</h1><h2>一、2023年工作回顾</h2>
<p>规模以上工业企业114<sup>[3]</sup>家，比上年增加9<sup>12</sup>家，建设用地12万m<sup>2</sup>，服务农户3.5万户。</p>
<table><tr><th>指标<th>单位<th>2023年</tr><tr><td>地区生产总值<td>亿元<td>210</tr><tr><td>粮食总产量<td>万吨<td>35.6</tr></table>
<h2>二、2024年工作安排</h2><p>地区生产总值增长7%左右。</p>"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The text of the PDF that a browser prints of a page."""
    fonts = shutil.which("fc-list")
    if BROWSER is None or fonts is None:
        pytest.skip("no browser is installed: apt-get install chromium")
    if not subprocess.run([fonts, ":lang=zh-cn"], capture_output=True, check=True).stdout.strip():
        pytest.skip("no Chinese font is installed: apt-get install fonts-noto-cjk")
    folder = tmp_path_factory.mktemp("browser")

    def text_of(body: str) -> str:
        page, made = folder / "page.html", folder / "page.pdf"
        page.write_text(HTML + body, encoding="utf-8")
        command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return sr.io.read_text(made)

    return text_of


def test_what_it_prints_is_read(printed: Callable[[str], str]) -> None:
    text = printed(REPORT)
    report = sr.parse(text)
    assert (report.place, report.year) == ("某县", 2024)
    said = {(statement.indicator, str(statement.quantity)) for statement in report}
    assert {
        ("规模以上工业企业", "114家"),
        ("地区生产总值", "210亿元"),
        ("地区生产总值", "≈7%"),
        ("粮食总产量", "35.6万吨"),
    } <= said
    assert "9家" in text
    assert "12万m²" in text


def test_every_character_of_simplified_chinese_is_itself(printed: Callable[[str], str]) -> None:
    pairs = (bytes([first, second]) for first in range(0xB0, 0xF8) for second in range(0xA1, 0xFF))
    characters = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(characters) == 6763  # of GB/T 2312
    lines = [characters[at : at + 30] for at in range(0, len(characters), 30)]
    text = printed("".join(f"<p>{line}。</p>" for line in lines)).replace("\n", "").replace("。", "")
    # A sans-serif font has one shape for 胶 and a character of another block.
    assert [(is_, was) for is_, was in zip(text, characters, strict=True) if is_ != was] in ([], [("㬵", "胶")])


def test_radicals_are_what_unicode_decomposes_them_to() -> None:
    kangxi = {point: ord(unicodedata.normalize("NFKC", chr(point))) for point in range(0x2F00, 0x2FD6)}
    kangxi[ord("⼾")] = ord("户")  # Unicode has 戶, which Chinese fonts draw otherwise
    assert {point: stands for point, stands in _core.radicals.items() if point >= 0x2F00} == kangxi
    supplement = {point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2E80, 0x2F00)}
    decomposed = {point: ord(form) for point, form in supplement.items() if form != chr(point)}
    assert decomposed
    assert decomposed.items() <= _core.radicals.items()


def test_a_text_that_was_copied_from_one_is_read_alike() -> None:
    copied = sr.parse("某县2024年政府⼯作报告\n⼀、2023年⼯作回顾\n粮⻝总产量35.6万吨，惠及农⼾3.5万⼾。")
    assert (copied.year, [statement.indicator for statement in copied]) == (2024, ["粮食总产量", "惠及农户"])
    assert str(copied[1].quantity.unit) == "万户"
