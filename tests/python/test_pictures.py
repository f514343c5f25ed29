"""How pictures look: their texts in any grid, in two languages and styles, with fonts and without; against images.

`pytest --mpl-generate-path=tests/python/baseline tests/python/test_pictures.py` writes the images anew.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import shengzhou_report as sr

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import font_manager, ft2font  # noqa: E402
from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.text import Text  # noqa: E402

from shengzhou_report.plot import _canvas, _fonts  # noqa: E402

#: What the images are drawn with: another font, or another version of what draws it, draws other images.
FONT = "WenQuanYi Micro Hei"
VERSION, FREETYPE = "3.11", "2.14.3"

INCOMES = (
    sr.Quantity("77400", "元", step=100),
    sr.Quantity("43200", "元", step=100),
    sr.Quantity("6.3", "%"),
    sr.Quantity("6.8", "%"),
)


def panel() -> sr.Panel:
    rows = []
    growths = {
        "甲市": [(6.5, 7.1), (7.0, 5.2), (6.5, 6.6)],
        "乙市": [(7.5, 7.2), (8.0, 8.4), (7.5, 5.0)],
        "丙县": [(6.0, 6.2), (6.0, 6.9), (7.0, 7.3)],
    }
    for place, pairs in growths.items():
        for year, (target, outcome) in enumerate(pairs, start=2021):
            for name, more in (("GDP", 0.0), ("固定资产投资", 1.5)):
                row = {"place": place, "indicator": name, "measure": "growth", "unit": "%", "year": year}
                rows.append(row | {"vintage": year, "value": target + more, "status": "target", "bound": "about"})
                rows.append(row | {"vintage": year + 1, "value": outcome, "status": "outcome", "bound": "exact"})
    return sr.Panel.from_frame(pd.DataFrame(rows))


def scores() -> list[sr.Score]:
    return [score for score in panel().scorecard() if score.place == "甲市"]


def wordings() -> pd.DataFrame:
    words = ["exact", "about", "at_least", "range", "in_step", "not_set", "not_found"]
    return pd.DataFrame(
        [(2014 + i, words[(i * j) % 7]) for i in range(8) for j in range(5)], columns=["year", "wording"]
    )


def shares() -> pd.DataFrame:
    topics = ["employment", "energy", "environment", "education", "health", "transport", "trade", "innovation"]
    values = [[0.02 + 0.01 * ((3 * i + 2 * j) % 11) for j in range(8)] for i in range(6)]
    return pd.DataFrame(values, columns=topics, index=range(2018, 2024))


def outcomes() -> sr.Report:
    return sr.shengzhou_2024().outcomes().filter(section="headline figures", measure="growth")


def region(**targets: Any) -> sr.FeasibleRegion:
    return sr.FeasibleRegion(77400, 43200, urban_weight=0.6, ratio_falls=True, **targets)


def futures() -> sr.Scenario:
    growth, volatility = [0.063, 0.068], [0.018, 0.015]
    return sr.simulate([77400, 43200], growth, volatility, periods=6, ratio=(0, 1), year=2023, paths=2000)


SOURCE = "嵊州市2024年政府工作报告"
REAL = sr.Interval(0.068, float("inf"))
PAST = [20, 30, 25, 25, 24, 26, 26, 24]
#: Each picture, on an Axes or on one of its own.
PICTURES: dict[str, Callable[..., Any]] = {
    "ratio_path": lambda ax=None: sr.plot.ratio_path(*INCOMES, year=2023, source=SOURCE, ax=ax),
    "gap_path": lambda ax=None: sr.plot.gap_path(*INCOMES, year=2023, periods=124, ax=ax),
    "growth_paths": lambda ax=None: sr.plot.growth_paths(
        sr.Quantity("745", "亿元"), {"2023": sr.Quantity("7.5", "%"), "2024": 0.07}, year=2023, source=SOURCE, ax=ax
    ),
    "fan_chart": lambda ax=None: sr.plot.fan_chart(futures(), targets=[1.75, 1.7], ax=ax),
    "scorecard": lambda ax=None: sr.plot.scorecard(scores(), source="2021—2024年政府工作报告", ax=ax),
    "target_wording": lambda ax=None: sr.plot.target_wording(wordings(), ax=ax),
    "indicators": lambda ax=None: sr.plot.indicators(outcomes(), ax=ax),
    "panel": lambda ax=None: sr.plot.panel(panel(), "GDP", ax=ax),
    "feasible": lambda ax=None: sr.plot.feasible(
        region(total_growth=REAL), points={"2023": (0.063, 0.068), "2024": (0.07, 0.08)}, ax=ax
    ),
    "progress": lambda ax=None: sr.plot.progress(
        108, [25.1, 56.1], 4, past=PAST, previous=(51, 100), year=2024, source=SOURCE, ax=ax
    ),
    "lorenz": lambda ax=None: sr.plot.lorenz([9215, 20442, 32195, 50220, 95055], source=SOURCE, ax=ax),
    "attention": lambda ax=None: sr.plot.attention(shares(), ax=ax),
    "attention_of_one": lambda ax=None: sr.plot.attention(shares().iloc[[0]], ax=ax),
    "panel_of_several": lambda ax=None: sr.plot.panel(panel(), ["GDP", "固定资产投资"], ax=ax),
    "conflict": lambda ax=None: sr.plot.feasible(region(urban_growth=0.07, rural_growth=0.07), ax=ax),
    "gap_of_a_plan": lambda ax=None: sr.plot.gap_path(*INCOMES, ax=ax),
}

needs_chinese = pytest.mark.skipif(not _fonts.has_chinese(), reason="no font with Chinese is installed")


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def test_every_picture_is_tried() -> None:
    drawn = {name for name in sr.plot.__all__ if callable(getattr(sr.plot, name))}
    assert drawn <= PICTURES.keys()


def texts(ax: Any) -> list[Text]:
    """The texts that are drawn: those of ticks beyond the limits are not."""
    hidden = set()
    for each in [ax, *ax.child_axes]:
        for axis in (each.xaxis, each.yaxis):
            lower, upper = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                shown = lower <= tick.get_loc() <= upper and axis.get_visible()
                hidden |= set() if shown and tick.label1.get_visible() else {tick.label1}
                hidden.add(tick.label2)
    found = [text for text in ax.findobj(Text) if text not in hidden and text.get_visible()]
    return [text for text in found if text.get_text().strip()]


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=needs_chinese)])
@pytest.mark.parametrize("names", [list(PICTURES)[i : i + 4] for i in range(0, len(PICTURES), 4)], ids=lambda x: x[0])
def test_texts_stay_in_their_cell_of_a_grid_and_apart(names: list[str], language: Any) -> None:
    figure, grid = plt.subplots(2, 2, figsize=(11, 7.5), layout="constrained")
    with sr.language.use(language):
        for name, ax in zip(names, grid.flat, strict=True):
            assert PICTURES[name](ax=ax) is ax
    figure.canvas.draw()
    drawn = [(name, text) for name, ax in zip(names, grid.flat, strict=True) for text in texts(ax)]
    boxes = [(name, text, text.get_window_extent()) for name, text in drawn]
    assert {name for name, _text, _box in boxes} == set(names)
    for name, text, box in boxes:
        said = (name, text.get_text())
        assert 0 <= box.x0 < box.x1 <= figure.bbox.x1, said
        assert 0 <= box.y0 < box.y1 <= figure.bbox.y1, said
        for other, ax in zip(names, grid.flat, strict=True):
            assert other == name or not overlap(box, ax.get_window_extent()), (*said, other)
    for (name, text, box), (other, of, its) in combinations(boxes, 2):
        assert not overlap(box, its), (name, text.get_text(), other, of.get_text())


def overlap(a: Any, b: Any) -> bool:
    """Whether two boxes have ink in common: they are a pixel larger than it."""
    return a.x0 + 1 < b.x1 and b.x0 + 1 < a.x1 and a.y0 + 1 < b.y1 and b.y0 + 1 < a.y1


@needs_chinese
@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_chinese_has_no_missing_glyphs(style: str) -> None:
    with plt.style.context(style), sr.language.use("zh"):
        ax = sr.plot.ratio_path(*INCOMES, year=2023, source=SOURCE)
        # A missing glyph is a warning, and warnings are errors here.
        ax.figure.canvas.draw()
        assert ax.get_xlabel() == f"年份\n资料来源：{SOURCE}"
        assert ax.lines[0].get_color() == plt.rcParams["axes.prop_cycle"].by_key()["color"][0]


def test_without_a_chinese_font_labels_are_english_and_one_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_fonts, "installed", lambda: frozenset({"DejaVu Sans"}))
    _fonts._warn_once.cache_clear()
    with sr.language.use("zh"):
        with pytest.warns(UserWarning, match=r"labelled in English: install one, such as fonts-noto-cjk"):
            ax = sr.plot.lorenz([1.0, 2.0])
        assert ax.get_ylabel() == "share of income"
        sr.plot.lorenz([1.0, 2.0], ax=ax).figure.canvas.draw()
    _fonts._warn_once.cache_clear()


def test_the_fonts_of_the_user_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    with plt.rc_context({"font.family": ["DejaVu Sans"]}):
        assert _fonts.families()[0] == "DejaVu Sans"
        if _fonts.has_chinese():
            assert _fonts.families()[1] in _fonts.CHINESE
    named = next((name for name in _fonts.CHINESE if name in _fonts.installed()), None)
    if named is not None:
        with plt.rc_context({"font.family": ["sans-serif"], "font.sans-serif": ["DejaVu Sans", named]}):
            assert _fonts.families() == ["sans-serif"]


def test_texts_of_the_user_keep_their_font() -> None:
    ax = plt.subplots()[1]
    mine = ax.text(0.5, 0.5, "mine", fontfamily=["DejaVu Serif"])
    sr.plot.lorenz([1.0, 2.0], ax=ax)
    assert mine.get_fontfamily() == ["DejaVu Serif"]


def test_hues_are_told_apart_by_more_than_hue() -> None:
    ax = sr.plot.growth_paths(100.0, {"a": 0.05, "b": 0.06, "c": 0.07})
    assert len({(line.get_linestyle(), line.get_marker()) for line in ax.lines}) == 3
    bars = sr.plot.target_wording(wordings()).containers
    hatches = [bar.patches[0].get_hatch() for bar in bars]
    assert len(set(hatches)) == len(hatches) - 1  # a figure is full, what was not found is empty
    assert len({score.get_hatch() for score in sr.plot.scorecard(scores()).patches}) == 2


def test_a_plan_is_the_horizon() -> None:
    for name in ("ratio_path", "gap_of_a_plan", "growth_paths"):
        assert len(PICTURES[name]().lines[0].get_xdata()) == 6  # a plan has five years


@pytest.mark.parametrize(
    ("text", "widest", "expected"),
    [
        ("one two three", 7, "one two\nthree"),
        ("城乡居民收入倍差", 8, "城乡居民\n收入倍差"),
        ("增速，不变价", 4, "增\n速，\n不变\n价"),
        ("a\nb", 9, "a\nb"),
    ],
)
def test_lines_break_between_words_and_characters(text: str, widest: int, expected: str) -> None:
    assert _canvas.wrapped(text, widest) == expected


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert _canvas.shortened("per capita disposable income", 12) == "per capita…"
    assert _canvas.shortened("收入", 4) == "收入"


DIFFERENT = FONT not in font_manager.get_font_names() or (
    not matplotlib.__version__.startswith(VERSION) or ft2font.__freetype_version__ != FREETYPE
)
IMAGES = [
    *(("zh", name) for name in PICTURES),
    *(("en", name) for name in ("ratio_path", "scorecard", "panel", "progress")),
]


@pytest.mark.skipif(DIFFERENT, reason=f"images are drawn with {FONT}, matplotlib {VERSION} and its FreeType {FREETYPE}")
@pytest.mark.parametrize(("language", "name"), IMAGES, ids=["_".join(image) for image in IMAGES])
@pytest.mark.mpl_image_compare(
    baseline_dir="baseline", style="default", tolerance=2, savefig_kwargs={"dpi": 60, "metadata": {"Software": None}}
)
def test_images(language: Any, name: str) -> Any:
    with plt.rc_context({"font.family": ["DejaVu Sans", FONT]}), sr.language.use(language), warnings.catch_warnings():
        figure = PICTURES[name]().figure
        figure.canvas.draw()
    return figure


@needs_chinese
def test_the_examples_of_the_how_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path(__file__).parents[2] / "docs" / "howto" / "pictures.md"
    blocks = re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    drawn = {name for name in sr.plot.__all__ if callable(getattr(sr.plot, name))}
    assert {name for name in drawn if f"sr.plot.{name}(" in "".join(blocks)} == drawn
    monkeypatch.chdir(tmp_path)
    with plt.rc_context():
        exec(compile("\n".join(blocks), page.name, "exec"), {})
    assert (tmp_path / "ratio.png").stat().st_size > 0


def test_images_are_small() -> None:
    folder = Path(__file__).parent / "baseline"
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.png")}
    assert len(sizes) == len(IMAGES)
    assert max(sizes.values()) < 30_000
