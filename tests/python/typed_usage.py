"""A user's program: `mypy --strict` accepts it, and every type that mypy infers is the one at run time.

`assert_type` speaks to mypy and does nothing when run; the plain asserts are for the run. Lines with `type: ignore`
are mistakes that mypy must report: `--strict` complains of an ignore that nothing needs.
"""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import shengzhou_report as sr

if sys.version_info >= (3, 11):
    from typing import assert_type
elif TYPE_CHECKING:
    from typing_extensions import assert_type
else:

    def assert_type(value, expected):
        return value


def model() -> None:
    report = assert_type(sr.shengzhou_2024(), sr.Report)
    gdp = assert_type(report["GDP"], sr.Report)
    first = assert_type(report[0], sr.Statement)
    assert isinstance(assert_type(report[:2], sr.Report), sr.Report)
    assert first in report
    measure: sr.typing.Measure = first.measure
    status: sr.typing.Status = "target"
    target = gdp.at(measure="growth", status=status)
    assert measure == "level"
    quantity = target.quantity
    assert quantity is not None
    assert isinstance(assert_type(quantity.decimal, Decimal), Decimal)
    assert isinstance(assert_type(quantity.rate, float), float)
    assert isinstance(assert_type(quantity.interval() + 1, sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.conversion_factor("亿元", "万元"), Fraction), Fraction)
    assert isinstance(assert_type(sr.round("0.35", "0.1", rounding="half_up"), Decimal), Decimal)
    implied = [assert_type(implied.level, float) for implied in sr.target.implied_levels(report)]
    assert implied
    if first.catalogued is not None:
        topic: sr.typing.Topic = first.catalogued.topic
        assert topic == "accounts"
    frame = assert_type(report.to_frame(), pd.DataFrame)
    assert sr.Report.from_frame(frame, year=2024) == report


def numbers() -> None:
    interval = sr.Interval(6.8, 7.2) / 100
    array = np.array([0.05, 0.06])
    series = pd.Series([0.05, 0.06], index=["甲", "乙"])
    frame = pd.DataFrame({"甲": [0.05], "乙": [0.06]})
    out = np.empty(2)
    assert isinstance(assert_type(sr.growth.compound(745, 0.07), float), float)
    assert isinstance(assert_type(sr.growth.compound(745, interval), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.growth.compound(745, array), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.growth.compound([745, 286], 0.07), NDArray[np.float64]), np.ndarray)
    assert isinstance(sr.growth.compound(745, series), pd.Series)
    assert isinstance(assert_type(sr.growth.compound(745, frame), pd.DataFrame), pd.DataFrame)
    assert assert_type(sr.growth.compound(745, series, out=out), NDArray[np.float64]) is out
    assert isinstance(assert_type(sr.growth.average_growth([0.05, 0.06]), float), float)
    assert isinstance(assert_type(sr.growth.average_growth([interval, 0.06]), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.growth.chain([interval]), list[sr.Interval]), list)
    crossing = assert_type(sr.growth.doubling_time(0.07), sr.Crossing)
    assert isinstance(assert_type(crossing.whole_periods(), int), int)
    reach: sr.typing.Reach = crossing.reach
    assert reach == "reached"
    assert isinstance(assert_type(sr.growth.doubling_time(interval), sr.CrossingRange), sr.CrossingRange)
    assert isinstance(assert_type(sr.growth.doubling_time(series), sr.growth.Crossings), sr.growth.Crossings)


def scenarios() -> None:
    shocks: sr.typing.Shocks = "normal"
    target = sr.ScenarioTarget("growth", "GDP", 1, lower=0.07)
    future = assert_type(
        sr.simulate({"GDP": 745}, 0.07, 0.02, periods=2, shocks=shocks, targets={"GDP": target}, paths=100), sr.Scenario
    )
    assert isinstance(assert_type(future.mean(), pd.DataFrame), pd.DataFrame)
    assert isinstance(assert_type(future.quantiles(), pd.DataFrame), pd.DataFrame)
    assert isinstance(assert_type(future.probability("GDP"), sr.scenario.Estimate).value, float)
    paths = assert_type(sr.scenario.simulate_paths([745], 0.07, 0.02, periods=2, paths=10), NDArray[np.float64])
    assert paths.shape == (10, 1, 3)
    assert isinstance(assert_type(sr.forecast.crps_normal(7.5, 7, 0.5), float), float)
    assert isinstance(assert_type(sr.forecast.crps_normal([7.5], 7, 0.5), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.forecast.interval_score(7.5, 6, 8, 0.8), float), float)
    few = assert_type(sr.forecast.growth_predictive([0.06, 0.07, 0.05]), sr.forecast.Predictive)
    assert isinstance(assert_type(few.quantile(0.5), float), float)
    assert isinstance(assert_type(few.interval(0.8), sr.Interval), sr.Interval)
    assert isinstance(assert_type(few.probability(sr.Interval(0.06, 0.08)), float), float)
    assert assert_type(sr.forecast.coverage([7.0], 6, 8).hits, int) == 1
    assert assert_type(sr.regional.age_groups([1, 2, 3], [0, 15, 65]).working, float) == 2
    assert isinstance(assert_type(sr.regional.location_quotient(1, 2, sr.Interval(1, 2), 4), sr.Interval), sr.Interval)
    assert assert_type(sr.trend.hp_filter([1, 2, 4, 5], smoothing=6.25).smoothing, float) == 6.25


def gap() -> None:
    rural = sr.Interval(0.067, 0.069)
    ratio = pd.Series([1.8, 1.9])
    assert isinstance(assert_type(sr.income_gap.income_ratio(77400, 43200), float), float)
    assert isinstance(assert_type(sr.income_gap.ratio_path(1.8, 0.06, 0.07, 3), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.income_gap.ratio_path(1.8, 0.06, rural, 3), list[sr.Interval]), list)
    assert isinstance(assert_type(sr.income_gap.ratio_path(1.8, [0.06, 0.05], 0.07), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.income_gap.ratio_path(ratio, 0.06, 0.07, 3), pd.DataFrame), pd.DataFrame)
    peak = assert_type(sr.income_gap.gap_peak(77400, 43200, 0.063, 0.068), sr.GapPeak)
    assert assert_type(peak.year, int | None) == 108
    certainty: sr.typing.Certainty = sr.income_gap.is_narrowing(0.063, rural)
    assert certainty == "certain"
    words = sr.income_gap.is_narrowing([0.063, 0.068], 0.068, growth_step=0.001)
    assert isinstance(assert_type(words, NDArray[np.str_]), np.ndarray)


def progress() -> None:
    rounded = sr.Interval(109.5, 110.5)
    ytd = pd.Series([110.0, 230.0])
    assert isinstance(assert_type(sr.progress.single_period(230, 110), float), float)
    assert isinstance(assert_type(sr.progress.single_growth(230, 0.15, rounded, 0.1), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.progress.single_periods([110, 230], 4), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.progress.single_growths([rounded], [0.1], 4), list[sr.Interval]), list)
    assert isinstance(sr.progress.single_periods(ytd, 4), pd.Series)
    assert isinstance(assert_type(sr.progress.calendar_share("first_half"), float), float)
    now = assert_type(sr.progress.progress(108, 56.1, dt.date(2024, 6, 30)), sr.Progress)
    assert isinstance(assert_type(now.calendar, sr.Pace), sr.Pace)
    assert assert_type(now.required_growth, float | None) is None
    target = sr.Quantity("7.0", "%", bound="about")
    assert isinstance(assert_type(sr.progress.target_probability(target, 0.07, [-0.01, 0.01]), float), float)
    assert isinstance(
        assert_type(
            sr.disaggregation.chow_lin([5, 4], periods_per_benchmark=4, rho=0.5), sr.disaggregation.Disaggregation
        ),
        sr.disaggregation.Disaggregation,
    )
    smooth = assert_type(sr.disaggregation.denton_cholette([5, 4], periods_per_benchmark=4), NDArray[np.float64])
    assert isinstance(smooth, np.ndarray)


def prices_and_plans() -> None:
    months = pd.Series([0.01, 0.0, 0.02], index=pd.period_range("2023-12", periods=3, freq="M"))
    rounded: list[sr.Interval | float] = [sr.Interval(0.005, 0.015), 0.02]
    assert isinstance(assert_type(sr.prices.year_on_year([0.01, 0.02], 2), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.prices.year_on_year(rounded, 2), list[sr.Interval]), list)
    assert isinstance(assert_type(sr.prices.annual_carry_over([0.01, 0.02]), float), float)
    assert isinstance(assert_type(sr.prices.annual_carry_over(rounded), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.prices.month_on_month(rounded, [0.01, 0.02]), list[sr.Interval]), list)
    back = assert_type(sr.prices.month_on_month([0.03], [0.01, 0.02]), NDArray[np.float64])
    assert back.tolist() == [0.01, 0.02]
    changes = sr.prices.price_changes([0.01, 0.02, 0.0], periods_per_year=2)
    assert isinstance(assert_type(changes, pd.DataFrame), pd.DataFrame)
    assert isinstance(sr.prices.base_effect(months, 0.01), pd.Series)
    table = sr.contributions.contributions([0.4, 0.6], rounded, names=["a", "b"])
    assert isinstance(assert_type(table, pd.DataFrame), pd.DataFrame)
    assert isinstance(assert_type(sr.plan.growth_plan(sr.Quantity("-14.5", "%"), [-0.03]), pd.DataFrame), pd.DataFrame)
    assert isinstance(assert_type(sr.plan.level_plan(35, 30, rounded), pd.DataFrame), pd.DataFrame)
    assert isinstance(assert_type(sr.plan.cumulative_growth(rounded), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.intensity.elasticity(0.03, 0.06), float), float)
    assert isinstance(assert_type(sr.per_head.mean_population(90, [110, 120]), NDArray[np.float64]), np.ndarray)


def targets() -> None:
    report = sr.shengzhou_2024()
    findings = assert_type(report.check(urban_weight=0.6), sr.Findings)
    severity: sr.typing.Severity = findings[0].severity
    assert severity == "info"
    assert isinstance(assert_type(sr.check(report, report).to_frame(), pd.DataFrame), pd.DataFrame)
    region = sr.FeasibleRegion(77400, 43200, urban_weight=sr.Interval(0, 1), ratio_falls=True)
    certainty: sr.typing.Certainty = region.is_feasible(0.063, 0.068)
    assert certainty == "certain"
    words = assert_type(region.is_feasible([0.06, 0.07], 0.065), NDArray[np.str_])
    assert isinstance(words, np.ndarray)
    assert isinstance(region.is_feasible(pd.Series([0.06]), 0.065), pd.Series)
    assert isinstance(assert_type(region.vertices, tuple[tuple[float, float], ...]), tuple)
    total = assert_type(sr.target.total_income_growth(77400, 43200, 0.6, 0.063, 0.068), float)
    assert total < 0.068
    assert isinstance(
        assert_type(sr.target.total_income_growth(2, 1, sr.Interval(0, 1), 0.06, 0.07), sr.Interval), sr.Interval
    )
    step: sr.typing.Certainty = sr.target.is_in_step(0.021, 0.023)
    assert step == "certain"
    panel = sr.Panel([report])
    scores = assert_type(panel.scorecard(), sr.Scorecard)
    verdict: sr.typing.Verdict = scores[0].verdict
    assert verdict == "not_comparable"
    assert isinstance(assert_type(panel.to_frame(), pd.DataFrame), pd.DataFrame)


def inequality() -> None:
    urban = pd.Series([54188.0, 78251.0])
    share = sr.Interval(0.58, 0.59)
    assert isinstance(assert_type(sr.inequality.two_group_theil_t(54188, 23119, 0.5856), float), float)
    assert isinstance(assert_type(sr.inequality.two_group_gini(54188, 23119, share), sr.Interval), sr.Interval)
    assert isinstance(assert_type(sr.inequality.two_group_gini([54188], 23119, 0.5), NDArray[np.float64]), np.ndarray)
    assert isinstance(sr.inequality.two_group_theil_l(urban, 23119, 0.5856), pd.Series)
    assert isinstance(assert_type(sr.inequality.gini_turning_share(1.8), float), float)
    weight = assert_type(sr.inequality.urban_share(41314, 54188, 23119), sr.UrbanShare)
    origin: sr.typing.ShareOrigin = weight.origin
    assert origin == "implied"
    assert isinstance(assert_type(sr.inequality.gini([1, 2]), float), float)
    assert isinstance(
        assert_type(sr.inequality.gini(pd.DataFrame({"a": [1.0], "b": [2.0]})), "pd.Series[Any]"), pd.Series
    )
    parts = assert_type(sr.inequality.decompose_inequality("gini", [1, 2], within=0.1), sr.InequalityDecomposition)
    assert isinstance(assert_type(parts.between_share, float), float)
    assert isinstance(sr.inequality.two_group_inequality(urban, 23119, 0.5), sr.inequality.TwoGroupInequality)
    change = assert_type(sr.inequality.shapley_change("theil_l", 2, 1, 0.4, 3, 1, 0.5), sr.inequality.IndexChange)
    assert change.income > 0
    assert isinstance(assert_type(sr.inequality.lmdi([1, 2], [2, 3]), NDArray[np.float64]), np.ndarray)
    assert isinstance(assert_type(sr.inequality.sigma_convergence([1, 2], ddof=0), float), float)
    fit = assert_type(sr.inequality.beta_convergence([1, 2, 4], [2, 3, 5], 10), sr.BetaConvergence)
    assert isinstance(assert_type(fit.half_life, sr.Crossing), sr.Crossing)


def mistakes(statement: sr.Statement, anything: Any) -> None:
    """Never called."""
    sr.Quantity("7", "%", bound="atleast")  # type: ignore[arg-type]
    sr.Statement("GDP", measure="rate")  # type: ignore[arg-type]
    sr.simulate([745], 0.07, 0.02, periods=2, shocks="uniform")  # type: ignore[arg-type]
    sr.growth.compound("745", 0.07)  # type: ignore[arg-type]
    statement.year = 2024  # type: ignore[misc]
    statement.replace(yaer=2024)  # type: ignore[call-arg]
    sr.shengzhou_2024().filter(status="targets")  # type: ignore[arg-type]
    sr.disaggregation.denton_cholette([1, 2], periods_per_benchmark=4, movement="ratio")  # type: ignore[call-overload]
    sr.growth.compound(anything, 0.07)
    sr.FeasibleRegion(2, 1)  # type: ignore[call-arg]
    sr.check(sr.shengzhou_2024(), in_step_basis="real")  # type: ignore[arg-type]
    sr.inequality.decompose_inequality("theil", [1, 2], within=0.1)  # type: ignore[arg-type]
    sr.inequality.urban_share(3, 4, 2, share=0.5)  # type: ignore[call-overload]


if __name__ == "__main__":
    model()
    numbers()
    gap()
    progress()
    prices_and_plans()
    targets()
    scenarios()
    inequality()
