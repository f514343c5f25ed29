"""The plots draw what the library computes, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
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


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with sr.language.use("en"):
        yield


def texts(ax: Any) -> list[str]:
    """What the legend says beside line and band."""
    told = [text.get_text() for text in ax.get_legend().get_texts()]
    return [text for text in told if text not in ("as printed", "within rounding")]


def band_ends(ax: Any) -> tuple[float, float]:
    """Lowest and highest value of the band in the last year."""
    vertices = ax.collections[0].get_paths()[0].vertices
    last = vertices[vertices[:, 0] == vertices[:, 0].max(), 1]
    return last.min(), last.max()


@pytest.mark.parametrize("inputs", [PRINTED, NUMBERS, INTERVALS], ids=["quantities", "numbers", "intervals"])
def test_ratio_line_is_the_path_of_the_library(inputs: tuple[Any, ...]) -> None:
    ax = sr.plot.ratio_path(*inputs, year=2023, periods=12)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2036))
    path = sr.income_gap.ratio_path(sr.income_gap.income_ratio(77400, 43200), 0.063, 0.068, periods=12)
    assert line.get_ydata() == pytest.approx(path, rel=1e-14)
    assert len(ax.collections) == (inputs is not NUMBERS)


def test_ratio_band_is_the_path_over_intervals() -> None:
    ax = sr.plot.ratio_path(*PRINTED, periods=20)
    urban, rural, urban_growth, rural_growth = INTERVALS
    last = sr.income_gap.ratio_path(sr.income_gap.income_ratio(urban, rural), urban_growth, rural_growth, periods=20)[
        -1
    ]
    assert band_ends(ax) == (last.lower, last.upper)


def test_ratio_targets_are_labelled_with_their_years() -> None:
    assert texts(sr.plot.ratio_path(*PRINTED, year=2023)) == [
        "1.75: 2029 (2027 to 2030)",
        "1.70: 2035 (2033 to 2038)",
        "1.60: 2048 (2043 to 2054)",
    ]
    assert texts(sr.plot.ratio_path(*NUMBERS, targets=[1.8, 1.7])) == ["1.80: already", "1.70: year 12"]
    assert texts(sr.plot.ratio_path(77400, 43200, 0.068, 0.063, targets=[1.7])) == ["1.70: never"]


def test_crossings_are_marked_where_they_lie() -> None:
    ax = sr.plot.ratio_path(*NUMBERS, year=2023, periods=20, targets=[1.70, 1.60])
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    assert marker.get_xdata()[0] == pytest.approx(2034.19, abs=0.005)


@pytest.mark.parametrize("inputs", [PRINTED, NUMBERS, INTERVALS], ids=["quantities", "numbers", "intervals"])
def test_gap_line_reaches_to_its_end(inputs: tuple[Any, ...]) -> None:
    ax = sr.plot.gap_path(*inputs, year=2023, periods=124)
    line = ax.lines[0]
    assert list(line.get_xdata()) == list(range(2023, 2023 + 125))
    path = sr.income_gap.gap_path(*NUMBERS, periods=124)
    assert line.get_ydata() == pytest.approx(path, rel=1e-9)
    (marker,) = [line for line in ax.lines if line.get_marker() == "o"]
    peak = sr.income_gap.gap_peak(*NUMBERS)
    assert marker.get_xydata().tolist() == [pytest.approx([2023 + 108, peak.gap], rel=1e-9)]


def test_gap_words() -> None:
    words = ["largest: 2131 (2110 to 2163)", "closed: 2148 (2127 to 2179)"]
    assert texts(sr.plot.gap_path(*PRINTED, year=2023)) == words
    ax = sr.plot.gap_path(77400, 43200, 0.068, 0.063)
    assert texts(ax) == ["largest: never", "closed: never"]


def test_an_axes_that_is_given_is_drawn_on() -> None:
    _, given = plt.subplots()
    assert sr.plot.ratio_path(*NUMBERS, ax=given) is given
    assert sr.plot.gap_path(*NUMBERS, ax=given, periods=3) is given


@pytest.mark.parametrize("style", ["default", "dark_background"])
@pytest.mark.parametrize("plot", [sr.plot.ratio_path, sr.plot.gap_path])
def test_plots_need_no_chinese_font(plot: Any, style: str) -> None:
    with plt.style.context(style):
        # A missing glyph is a warning, and warnings are errors here.
        plot(*PRINTED, year=2023).figure.canvas.draw()


PAST = [20, 30, 25, 25, 24, 26, 26, 24]


def test_progress_lines_are_those_of_the_library() -> None:
    ax = sr.plot.progress(108, [25.1, 56.1], 4, past=PAST, previous=(51, 100), year=2024)
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
        "done: 51.9%",
        "to the calendar: +1.9 points",
        "to past years: +1.9 points (+1.9 to +1.9)",
        "growth needed in the rest: 5.9%",
    ]
    assert ax.get_title(loc="left") == "Progress through 2024"


def test_progress_beyond_the_target_needs_nothing() -> None:
    ax = sr.plot.progress(100, [30, 60, 105], 4)
    assert [line.get_label() for line in ax.lines] == ["calendar", "to date"]
    assert texts(ax) == ["done: 105.0%", "to the calendar: +30.0 points"]
    _, given = plt.subplots()
    assert sr.plot.progress(100, [10] * 12, 12, ax=given) is given
    assert given.get_xlabel() == "month"


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_progress_needs_no_chinese_font(style: str) -> None:
    with plt.style.context(style):
        sr.plot.progress(108, [25.1, 56.1], 4, past=PAST).figure.canvas.draw()


def test_progress_that_does_not_fit_the_year() -> None:
    with pytest.raises(ValueError, match="1 to 4 figures"):
        sr.plot.progress(108, [], 4)
    with pytest.raises(ValueError, match=r"1 to 4 figures.*got 5"):
        sr.plot.progress(108, [1, 2, 3, 4, 5], 4)
    with pytest.raises(sr.DomainError, match="annual_target = -1"):
        sr.plot.progress(-1, [1], 4)


def test_errors_are_those_of_the_library() -> None:
    with pytest.raises(sr.UnitError, match="one unit"):
        sr.plot.ratio_path(sr.Quantity("7.74", "万元"), *PRINTED[1:])
    with pytest.raises(sr.UnitError):
        sr.plot.gap_path(*PRINTED[:3], sr.Quantity("6.8", "元"))
    with pytest.raises(sr.DomainError, match="rural_growth"):
        sr.plot.gap_path(77400, 43200, 0.063, -1.0)


SHENGZHOU = {"total_growth": sr.Interval(0.068, float("inf")), "ratio_falls": True}


def test_the_region_is_drawn_with_its_corners() -> None:
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, **SHENGZHOU)
    ax = sr.plot.feasible(region, points={"2023": (0.063, 0.068), "plan": (0.07, 0.08)})
    (drawn,) = ax.patches
    assert drawn.get_xy()[:3].tolist() == [list(corner) for corner in region.vertices]
    _, corners, cheapest, last_year, plan = ax.lines
    assert corners.get_xydata().tolist() == [list(corner) for corner in region.vertices]
    found = region.cheapest()
    assert cheapest.get_xydata().tolist() == [[found.urban_growth, found.rural_growth]]
    assert (last_year.get_markerfacecolor(), plan.get_markerfacecolor()) == ("none", plan.get_color())
    assert texts(ax)[-2:] == ["2023: misses a target", "plan"]
    assert ax.get_xlim() == ax.get_ylim() == (0, 0.15)


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_an_empty_region_names_its_conflict(style: str) -> None:
    region = sr.FeasibleRegion(2, 1, urban_weight=0.5, urban_growth=0.07, rural_growth=0.07, ratio_falls=True)
    with plt.style.context(style):
        ax = sr.plot.feasible(region)
        ax.figure.canvas.draw()
    assert not ax.patches
    conflict = ["ratio falls", "urban growth lower", "rural growth upper"]
    assert texts(ax) == ["equal growth", "no pair meets", *conflict]


def test_a_point_and_a_segment_are_drawn() -> None:
    for rural in (0.08, sr.Interval(0.07, 0.08)):
        region = sr.FeasibleRegion(2, 1, urban_weight=0.5, urban_growth=0.06, rural_growth=rural)
        sr.plot.feasible(region, ax=plt.subplots()[1]).figure.canvas.draw()


def test_a_fan_has_the_quantiles_of_the_scenario() -> None:
    future = sr.simulate([77400, 43200], [0.063, 0.068], 0.02, periods=6, ratio=(0, 1), year=2023, paths=2000)
    ax = sr.plot.fan_chart(future, coverages=(0.8, 0.5), targets=[1.75])
    assert list(ax.lines[0].get_xdata()) == list(range(2023, 2030))
    assert list(ax.lines[0].get_ydata())[1:] == future.quantiles([0.5])["ratio"][0.5].tolist()
    assert ax.lines[0].get_ydata()[0] == pytest.approx(77400 / 43200)
    quantiles = future.quantiles([0.1, 0.9])["ratio"].loc[2029]
    assert band_ends(ax) == pytest.approx((quantiles[0.1], quantiles[0.9]), rel=1e-12)
    assert texts(ax) == ["median", "80% of futures", "50% of futures", "target 1.75"]
    assert sr.plot.fan_chart(future, 0, label="yuan").get_ylabel() == "yuan"
    with pytest.raises(KeyError, match="'gdp' is none of 0, 1, 'ratio'"):
        sr.plot.fan_chart(future, "gdp")
    with pytest.raises(ValueError, match="coverages"):
        sr.plot.fan_chart(future, coverages=[1.5])


def test_lorenz_curve_is_that_of_the_library() -> None:
    incomes = [50.0, 10.0, 20.0]
    ax = sr.plot.lorenz(incomes, population=[1, 3, 2], label="甲")
    curve = sr.distribution.lorenz_curve(incomes, population=[1, 3, 2])
    assert list(ax.lines[0].get_xdata()) == list(curve.population)
    assert list(ax.lines[0].get_ydata()) == list(curve.income)
    assert list(ax.lines[1].get_xdata()) == [0, 1]
    again = sr.plot.lorenz([1.0] * 40, label="equal", ax=ax)
    assert again is ax
    # The line of equality is drawn once, and many persons have no dots.
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "甲: Gini 0.333",
        "equality",
        "equal: Gini 0.000",
    ]
    assert [line.get_marker() for line in ax.lines] == ["o", "None", ""]


def test_growth_paths_are_those_of_the_library() -> None:
    gdp = sr.Quantity("745", "亿元")
    ax = sr.plot.growth_paths(gdp, {"a": sr.Quantity("7.0", "%"), "b": 0.05}, year=2023, periods=3, prices="now")
    first, second = ax.lines
    assert list(first.get_ydata()) == pytest.approx([745 * 1.07**t for t in range(4)])
    assert list(second.get_ydata()) == pytest.approx([745 * 1.05**t for t in range(4)])
    last = sr.growth.compound(gdp.interval(), sr.Interval(0.0695, 0.0705), 3)
    assert band_ends(ax) == pytest.approx((last.lower, last.upper))
    assert texts(ax) == ["a: 7% a year", "b: 5% a year"]
    assert ax.get_ylabel() == "level, 亿元 now"
    assert not sr.plot.growth_paths(745.0, {"a": 0.07}).collections
    with pytest.raises(ValueError, match="at least one rate"):
        sr.plot.growth_paths(745.0, {})
    with pytest.raises(sr.DomainError):
        sr.plot.growth_paths(745.0, {"a": -2.0})


def test_indicators_are_bars_with_what_rounding_leaves_open() -> None:
    figures = [("20", "about"), ("-16.7", "exact"), ("8.0", "at_least")]
    statements = [
        sr.Statement(name, measure="growth", quantity=sr.Quantity(figure, "%", bound=bound))  # type: ignore[arg-type]
        for name, (figure, bound) in zip("甲乙丙", figures, strict=True)
    ]
    ax = sr.plot.indicators([*statements, sr.Statement("丁", quantity=sr.Quantity(1, "元"))], source="X")
    assert [bar.get_width() for bar in ax.patches] == [20, -16.7, 8]
    whiskers = [line.get_xdata() for line in ax.lines if line.get_marker() == "|"]
    assert [list(ends) for ends in whiskers] == [pytest.approx(end) for end in ([19.5, 20.5], [-16.75, -16.65], [8, 8])]
    assert [line.get_marker() for line in ax.lines].count(">") == 1
    assert [text.get_text() for text in ax.texts] == ["≈20%", "甲", "-16.7%", "乙", "≥8.0%", "丙"]
    assert ax.get_xlabel() == "growth, %\nSource: X"
    with pytest.raises(ValueError, match="none has a figure in '人'"):
        sr.plot.indicators(statements, unit="人")


def scores(*rows: tuple[str, float, float]) -> sr.Scorecard:
    table = []
    for place, target, outcome in rows:
        row = {"place": place, "indicator": "GDP", "measure": "growth", "unit": "%", "year": 2022}
        table.append(row | {"vintage": 2022, "value": target, "bound": "about", "status": "target"})
        table.append(row | {"vintage": 2023, "value": outcome, "bound": "exact", "status": "outcome"})
    return sr.Panel.from_frame(pd.DataFrame(table)).scorecard()


def test_a_scorecard_has_a_bar_for_each_outcome_and_a_stroke_for_each_target() -> None:
    ax = sr.plot.scorecard(scores(("甲市", 5.5, 3.0), ("乙市", 6.0, 7.0)))
    assert [(bar.get_width(), bar.get_hatch()) for bar in ax.patches] == [(7.0, None), (3.0, "////")]
    strokes = [line.get_xdata()[0] for line in ax.lines if line.get_linewidth() == 2.5]
    assert strokes == [6.0, 5.5]
    assert texts(ax) == ["met", "missed", "target"]
    assert ax.texts[0].get_text() == "target ≈6%, outcome 7%"
    assert ax.texts[1].get_text().startswith("乙市 gross regional product")
    assert ax.get_title(loc="left") == "Targets and what became of them (2022)"
    with pytest.raises(ValueError, match="none has a target and an outcome in '亿元'"):
        sr.plot.scorecard(scores(("甲市", 5.5, 3.0)), unit="亿元")


def test_small_multiples_have_targets_and_outcomes_by_year() -> None:
    rows = {"place": "甲市", "measure": "growth", "unit": "%"}
    table = [
        rows | {"vintage": 2022, "indicator": "GDP", "value": 6, "status": "target", "year": 2022, "bound": "about"},
        rows | {"vintage": 2023, "indicator": "GDP", "value": 5, "status": "outcome", "year": 2022, "bound": "exact"},
        rows | {"vintage": 2023, "indicator": "社零", "value": 9, "status": "outcome", "year": 2022, "bound": "exact"},
    ]
    panel = sr.Panel.from_frame(pd.DataFrame([*table, table[0] | {"place": "乙市"}]))
    ax = sr.plot.panel(panel, "GDP")
    assert [small.get_title(loc="left") for small in ax.child_axes] == panel.places
    small = ax.child_axes[panel.places.index("甲市")]
    assert [line.get_xydata().tolist() for line in small.lines] == [[[2022, 5]], [[2022, 6]]]
    assert len({small.get_ylim() for small in ax.child_axes}) == 1
    assert len(sr.plot.panel(panel, ["GDP", "社零"]).child_axes) == 3
    with pytest.raises(ValueError, match="no report states level of 'GDP'"):
        sr.plot.panel(panel, "GDP", measure="level")
    with pytest.raises(sr.LookupError):
        sr.plot.panel(panel, "没有的指标")


def test_wordings_are_counted_by_year() -> None:
    frame = pd.DataFrame({"year": [2022, 2022, 2022, 2023], "wording": ["about", "exact", "about", "by_hand"]})
    ax = sr.plot.target_wording(frame)
    heights = [[bar.get_height() for bar in bars] for bars in ax.containers]
    assert dict(zip(texts(ax), heights, strict=True)) == {"a figure": [1, 0], "about": [2, 0], "by hand": [0, 1]}
    assert ax.get_ylabel() == "number of targets"
    assert sr.plot.target_wording(frame.iloc[1:2]).get_ylabel() == ""
    for wrong, match in (
        (frame.drop(columns="wording"), "no column 'wording'"),
        (frame.iloc[:0], "no rows"),
        (frame.assign(year=[2022, None, 2022, 2023]), "a year is missing"),
    ):
        with pytest.raises(ValueError, match=match):
            sr.plot.target_wording(wrong)


def test_shares_are_stacked_from_the_largest_and_the_rest_is_one() -> None:
    shares = pd.DataFrame({f"topic_{i}": [0.01 * i, 0.02] for i in range(1, 10)}, index=["甲县", "乙县"])
    ax = sr.plot.attention(shares)
    heights = [[bar.get_height() for bar in bars] for bars in ax.containers]
    assert [sum(column) for column in zip(*heights, strict=True)] == pytest.approx(shares.sum(axis=1).tolist())
    assert texts(ax)[::-1] == [*(f"topic {i}" for i in range(9, 2, -1)), "other"]
    assert heights[-1] == pytest.approx([0.03, 0.04])
    assert [label.get_text() for label in ax.get_xticklabels()] == ["甲县", "乙县"]
    one = sr.plot.attention(shares.iloc[:1, :2])
    assert [bar.get_width() for bar in one.patches] == pytest.approx([0.02, 0.01])
    for wrong in (shares - 0.5, shares * 10, shares.assign(topic_1=[None, 0.1])):
        with pytest.raises(ValueError, match="fractions"):
            sr.plot.attention(wrong)
    with pytest.raises(ValueError, match="no values"):
        sr.plot.attention(shares.iloc[:0])


def test_old_names_lead_to_the_new_ones() -> None:
    for old, new in (("plot_ratio_path", "plot.ratio_path"), ("fan_chart", "plot.fan_chart")):
        with pytest.raises(AttributeError, match=f"it is shengzhou_report.{new}"):
            getattr(sr, old)
