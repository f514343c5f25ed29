"""The plots draw what the library computes, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

import shengzhou_report as sr

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402

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
    ax = sr.plot_ratio_path(*inputs, year=2023, periods=12)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2036))
    path = sr.income_gap.ratio_path(sr.income_gap.income_ratio(77400, 43200), 0.063, 0.068, periods=12)
    assert line.get_ydata() == pytest.approx(path, rel=1e-14)
    assert len(ax.collections) == (inputs is not NUMBERS)


def test_ratio_band_is_the_path_over_intervals() -> None:
    ax = sr.plot_ratio_path(*PRINTED)
    urban, rural, urban_growth, rural_growth = INTERVALS
    last = sr.income_gap.ratio_path(sr.income_gap.income_ratio(urban, rural), urban_growth, rural_growth, periods=20)[
        -1
    ]
    assert band_ends(ax) == (last.lower, last.upper)


def test_ratio_targets_are_labelled_with_their_years() -> None:
    assert texts(sr.plot_ratio_path(*PRINTED, year=2023)) == [
        "1.75: 2029\n(2027 to 2030)",
        "1.70: 2035\n(2033 to 2038)",
        "1.60: 2048\n(2043 to 2054)",
    ]
    assert texts(sr.plot_ratio_path(*NUMBERS, targets=[1.8, 1.7])) == ["1.80: already", "1.70: year 12"]
    assert texts(sr.plot_ratio_path(77400, 43200, 0.068, 0.063, targets=[1.7])) == ["1.70: never"]


def test_crossings_are_marked_where_they_lie() -> None:
    ax = sr.plot_ratio_path(*NUMBERS, year=2023, targets=[1.70, 1.60])
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    assert marker.get_xdata()[0] == pytest.approx(2034.19, abs=0.005)


@pytest.mark.parametrize("inputs", [PRINTED, NUMBERS, INTERVALS], ids=["quantities", "numbers", "intervals"])
def test_gap_line_reaches_to_its_end(inputs: tuple[Any, ...]) -> None:
    ax = sr.plot_gap_path(*inputs, year=2023)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2023 + 125))
    path = sr.income_gap.gap_path(*NUMBERS, periods=124)
    assert line.get_ydata() == pytest.approx(path, rel=1e-9)
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    peak = sr.income_gap.gap_peak(*NUMBERS)
    assert marker.get_xydata().tolist() == [pytest.approx([2023 + 108, peak.gap], rel=1e-9)]


def test_gap_words() -> None:
    assert texts(sr.plot_gap_path(*PRINTED, year=2023)) == ["largest: 2131 (2110 to 2163)\nclosed: 2148 (2127 to 2179)"]
    ax = sr.plot_gap_path(77400, 43200, 0.068, 0.063)
    assert texts(ax) == ["largest: never\nclosed: never"]
    assert len(ax.lines[0].get_xdata()) == 21


def test_an_axes_that_is_given_is_drawn_on() -> None:
    _, given = plt.subplots()
    assert sr.plot_ratio_path(*NUMBERS, ax=given) is given
    assert sr.plot_gap_path(*NUMBERS, ax=given, periods=3) is given


@pytest.mark.parametrize("style", ["default", "dark_background"])
@pytest.mark.parametrize("plot", [sr.plot_ratio_path, sr.plot_gap_path])
def test_plots_need_no_chinese_font(plot: Any, style: str) -> None:
    with plt.style.context(style):
        # A missing glyph is a warning, and warnings are errors here.
        plot(*PRINTED, year=2023).figure.canvas.draw()


PAST = [20, 30, 25, 25, 24, 26, 26, 24]


def test_progress_lines_are_those_of_the_library() -> None:
    ax = sr.plot_progress(108, [25.1, 56.1], 4, past=PAST, previous=(51, 100), year=2024)
    lines = {line.get_label(): line for line in ax.lines}
    pattern = sr.progress.seasonal_pattern(PAST, 4)
    assert lines["mean of past years"].get_ydata().tolist() == [0, *pattern.mean]
    assert lines["calendar"].get_xydata().tolist() == [[0, 0], [4, 1]]
    assert lines["to date"].get_ydata().tolist() == [0, *sr.progress.completion([25.1, 56.1], 108)]
    assert lines["needed"].get_xydata().tolist() == [[2, 56.1 / 108], [4, 1]]
    vertices = ax.collections[0].get_paths()[0].vertices
    first = vertices[vertices[:, 0] == 1, 1]
    assert (first.min(), first.max()) == (pattern.lowest[0], pattern.highest[0])
    assert texts(ax) == [
        "done: 51.9%\nto the calendar: +1.9 points\nto past years: +1.9 points (+1.9 to +1.9)\n"
        "growth needed in the rest: 5.9%"
    ]
    assert ax.get_title(loc="left") == "Progress through 2024"


def test_progress_beyond_the_target_needs_nothing() -> None:
    ax = sr.plot_progress(100, [30, 60, 105], 4)
    assert [line.get_label() for line in ax.lines] == ["calendar", "to date"]
    assert texts(ax) == ["done: 105.0%\nto the calendar: +30.0 points"]
    _, given = plt.subplots()
    assert sr.plot_progress(100, [10] * 12, 12, ax=given) is given
    assert given.get_xlabel() == "month"


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_progress_needs_no_chinese_font(style: str) -> None:
    with plt.style.context(style):
        sr.plot_progress(108, [25.1, 56.1], 4, past=PAST).figure.canvas.draw()


def test_progress_that_does_not_fit_the_year() -> None:
    with pytest.raises(ValueError, match="1 to 4 figures"):
        sr.plot_progress(108, [], 4)
    with pytest.raises(ValueError, match=r"1 to 4 figures.*got 5"):
        sr.plot_progress(108, [1, 2, 3, 4, 5], 4)
    with pytest.raises(sr.DomainError, match="annual_target = -1"):
        sr.plot_progress(-1, [1], 4)


def test_errors_are_those_of_the_library() -> None:
    with pytest.raises(sr.UnitError, match="one unit"):
        sr.plot_ratio_path(sr.Quantity("7.74", "万元"), *PRINTED[1:])
    with pytest.raises(sr.UnitError):
        sr.plot_gap_path(*PRINTED[:3], sr.Quantity("6.8", "元"))
    with pytest.raises(sr.DomainError, match="rural_growth"):
        sr.plot_gap_path(77400, 43200, 0.063, -1.0)


SHENGZHOU = {"total_growth": sr.Interval(0.068, float("inf")), "ratio_falls": True}


def test_the_region_is_drawn_with_its_corners() -> None:
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, **SHENGZHOU)
    ax = sr.plot_feasible(region, points={"2023": (0.063, 0.068), "plan": (0.07, 0.08)})
    (drawn,) = ax.patches
    assert drawn.get_xy()[:3].tolist() == [list(corner) for corner in region.vertices]
    _, corners, cheapest, last_year, plan = ax.lines
    assert corners.get_xydata().tolist() == [list(corner) for corner in region.vertices]
    found = region.cheapest()
    assert cheapest.get_xydata().tolist() == [[found.urban_growth, found.rural_growth]]
    assert (last_year.get_marker(), plan.get_marker()) == ("x", "o")
    assert texts(ax) == ["2023", "plan"]
    assert ax.get_xlim() == ax.get_ylim() == (0, 0.15)


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_an_empty_region_names_its_conflict(style: str) -> None:
    region = sr.FeasibleRegion(2, 1, urban_weight=0.5, urban_growth=0.07, rural_growth=0.07, ratio_falls=True)
    with plt.style.context(style):
        ax = sr.plot_feasible(region)
        ax.figure.canvas.draw()
    assert not ax.patches
    assert texts(ax) == ["no pair meets\nratio falls\nurban growth lower\nrural growth upper"]


def test_a_point_and_a_segment_are_drawn() -> None:
    for rural in (0.08, sr.Interval(0.07, 0.08)):
        region = sr.FeasibleRegion(2, 1, urban_weight=0.5, urban_growth=0.06, rural_growth=rural)
        sr.plot_feasible(region, ax=plt.subplots()[1]).figure.canvas.draw()


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


def test_lorenz_curve_is_that_of_the_library() -> None:
    incomes = [50.0, 10.0, 20.0]
    ax = sr.plot_lorenz(incomes, population=[1, 3, 2], label="甲")
    curve = sr.distribution.lorenz_curve(incomes, population=[1, 3, 2])
    assert list(ax.lines[0].get_xdata()) == list(curve.population)
    assert list(ax.lines[0].get_ydata()) == list(curve.income)
    assert list(ax.lines[1].get_xdata()) == [0, 1]
    again = sr.plot_lorenz([1.0] * 40, label="equal", ax=ax)
    assert again is ax
    # The line of equality is drawn once, and many persons have no dots.
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "甲: Gini 0.333",
        "equality",
        "equal: Gini 0.000",
    ]
    assert [line.get_marker() for line in ax.lines] == ["o", "None", ""]
