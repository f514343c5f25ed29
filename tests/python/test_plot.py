"""The plots draw what the library computes, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

import shengzhou_report as sr

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402

from shengzhou_report.plot import plot_gap_path, plot_ratio_path  # noqa: E402

PRINTED = (
    sr.Quantity("77400", "元", step=100),
    sr.Quantity("43200", "元", step=100),
    sr.Quantity("6.3", "%"),
    sr.Quantity("6.8", "%"),
)
NUMBERS = (77400, 43200, 0.063, 0.068)
INTERVALS = tuple(q.rate_interval() if q.unit.is_ratio else q.interval() for q in PRINTED)


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def texts(ax: Any) -> list[str]:
    return [text.get_text() for text in ax.texts]


def band_ends(ax: Any) -> tuple[float, float]:
    """Lowest and highest value of the band in the last year."""
    vertices = ax.collections[0].get_paths()[0].vertices
    last = vertices[vertices[:, 0] == vertices[:, 0].max(), 1]
    return last.min(), last.max()


@pytest.mark.parametrize("inputs", [PRINTED, NUMBERS, INTERVALS], ids=["quantities", "numbers", "intervals"])
def test_ratio_line_is_the_path_of_the_library(inputs: tuple[Any, ...]) -> None:
    ax = plot_ratio_path(*inputs, year=2023, periods=12)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2036))
    path = sr.ratio_path(sr.income_ratio(77400, 43200), 0.063, 0.068, periods=12)
    assert line.get_ydata() == pytest.approx(path, rel=1e-14)
    assert len(ax.collections) == (inputs is not NUMBERS)


def test_ratio_band_is_the_path_over_intervals() -> None:
    ax = plot_ratio_path(*PRINTED)
    urban, rural, urban_growth, rural_growth = INTERVALS
    last = sr.ratio_path(sr.income_ratio(urban, rural), urban_growth, rural_growth, periods=20)[-1]
    assert band_ends(ax) == (last.lower, last.upper)


def test_ratio_targets_are_labelled_with_their_years() -> None:
    assert texts(plot_ratio_path(*PRINTED, year=2023)) == [
        "1.75: 2029\n(2027 to 2030)",
        "1.70: 2035\n(2033 to 2038)",
        "1.60: 2048\n(2043 to 2054)",
    ]
    assert texts(plot_ratio_path(*NUMBERS, targets=[1.8, 1.7])) == ["1.80: already", "1.70: year 12"]
    assert texts(plot_ratio_path(77400, 43200, 0.068, 0.063, targets=[1.7])) == ["1.70: never"]


def test_crossings_are_marked_where_they_lie() -> None:
    ax = plot_ratio_path(*NUMBERS, year=2023, targets=[1.70, 1.60])
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    assert marker.get_xdata()[0] == pytest.approx(2034.19, abs=0.005)


@pytest.mark.parametrize("inputs", [PRINTED, NUMBERS, INTERVALS], ids=["quantities", "numbers", "intervals"])
def test_gap_line_reaches_to_its_end(inputs: tuple[Any, ...]) -> None:
    ax = plot_gap_path(*inputs, year=2023)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2023 + 125))
    path = sr.gap_path(*NUMBERS, periods=124)
    assert line.get_ydata() == pytest.approx(path, rel=1e-9)
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    peak = sr.gap_peak(*NUMBERS)
    assert marker.get_xydata().tolist() == [pytest.approx([2023 + 108, peak.gap], rel=1e-9)]


def test_gap_words() -> None:
    assert texts(plot_gap_path(*PRINTED, year=2023)) == ["largest: 2131 (2110 to 2163)\nclosed: 2148 (2127 to 2179)"]
    ax = plot_gap_path(77400, 43200, 0.068, 0.063)
    assert texts(ax) == ["largest: never\nclosed: never"]
    assert len(ax.lines[0].get_xdata()) == 21


def test_an_axes_that_is_given_is_drawn_on() -> None:
    _, given = plt.subplots()
    assert plot_ratio_path(*NUMBERS, ax=given) is given
    assert plot_gap_path(*NUMBERS, ax=given, periods=3) is given


@pytest.mark.parametrize("style", ["default", "dark_background"])
@pytest.mark.parametrize("plot", [plot_ratio_path, plot_gap_path])
def test_plots_need_no_chinese_font(plot: Any, style: str) -> None:
    with plt.style.context(style):
        # A missing glyph is a warning, and warnings are errors here.
        plot(*PRINTED, year=2023).figure.canvas.draw()


def test_errors_are_those_of_the_library() -> None:
    with pytest.raises(sr.UnitError, match="one unit"):
        plot_ratio_path(sr.Quantity("7.74", "万元"), *PRINTED[1:])
    with pytest.raises(sr.UnitError):
        plot_gap_path(*PRINTED[:3], sr.Quantity("6.8", "元"))
    with pytest.raises(sr.DomainError, match="rural_growth"):
        plot_gap_path(77400, 43200, 0.063, -1.0)


def test_a_fan_has_the_quantiles_of_the_scenario() -> None:
    future = sr.simulate([77400, 43200], [0.063, 0.068], 0.02, periods=6, ratio=(0, 1), year=2023, paths=2000)
    ax = sr.fan_chart(future, coverages=(0.8, 0.5), targets=[1.75])
    assert list(ax.lines[0].get_xdata()) == list(range(2023, 2030))
    assert list(ax.lines[0].get_ydata())[1:] == future.quantiles([0.5])["ratio"][0.5].tolist()
    assert ax.lines[0].get_ydata()[0] == pytest.approx(77400 / 43200)
    quantiles = future.quantiles([0.1, 0.9])["ratio"].loc[2029]
    assert band_ends(ax) == pytest.approx((quantiles[0.1], quantiles[0.9]), rel=1e-12)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["median", "80% of futures", "50% of futures"]
    assert texts(ax) == ["1.75"]
    assert sr.fan_chart(future, 0, label="yuan").get_ylabel() == "yuan"
    with pytest.raises(KeyError, match="'gdp' is none of 0, 1, 'ratio'"):
        sr.fan_chart(future, "gdp")
    with pytest.raises(ValueError, match="coverages"):
        sr.fan_chart(future, coverages=[1.5])
