"""Series over the years from successive documents: revisions, breaks, implied growth; findings of a whole panel."""

from __future__ import annotations

import pandas as pd
import pytest

import shengzhou_report as sr


def document(kind: str, year: int, review: str, place: str = "云岭市") -> sr.Report:
    of = year if kind == "communique" else year - 1
    text = f"一、{of}年工作回顾\n{review}\n" + ("" if kind == "communique" else f"二、{year}年工作安排\n稳中求进。\n")
    return sr.parse(text, place=place, year=year, kind=kind)  # type: ignore[arg-type]


def series(*documents: sr.Report, indicator: str = "gdp", deflator_band: sr.Interval | None = None) -> pd.DataFrame:
    frame = sr.Panel(documents).series(indicator, place="云岭市", deflator_band=deflator_band)
    return frame.droplevel(["place", "indicator"])


def test_levels_and_growth_with_their_sources_and_revisions() -> None:
    frame = series(
        document("work_report", 2031, "地区生产总值400亿元，增长7%。"),
        document("communique", 2030, "地区生产总值404亿元，增长7.2%。"),
        document("work_report", 2032, "2030年地区生产总值408亿元。地区生产总值440亿元，增长6%。"),
    )
    first = frame.loc[2030]
    assert (first.level, first.level_last, first.unit) == (400.0, 408.0, "亿元")
    assert (first.level_source, first.level_last_source) == ("work_report 2031", "work_report 2032")
    assert first.level_revision == pytest.approx(0.02)
    assert (first.growth, first.growth_last_source) == (0.07, "communique 2030")
    assert first.growth_revision == pytest.approx(0.002)
    assert first.breaks == "revised"
    # 440 on the 408 that the same report states: 7.84 %, between 439.5 / 408.5 and 440.5 / 407.5.
    second = frame.loc[2031]
    assert second.implied == pytest.approx(440 / 408 - 1)
    assert [second.implied_lower, second.implied_upper] == pytest.approx([439.5 / 408.5 - 1, 440.5 / 407.5 - 1])
    assert second.deflator == pytest.approx(440 / 408 / 1.06 - 1)
    assert second.consistent


def test_stated_growth_that_cannot_follow_from_the_levels() -> None:
    # 700 to 745 is 6.43 %; at constant prices 1 % leaves 5.4 % for prices, within -2 % to 8 %, and 12 % leaves -5 %.
    def consistent(growth: str, deflator_band: sr.Interval | None = None) -> object:
        return series(
            document("work_report", 2031, "地区生产总值700亿元。"),
            document("work_report", 2032, f"地区生产总值745亿元，增长{growth}。"),
            deflator_band=deflator_band,
        ).consistent[2031]

    assert consistent("1%")
    assert not consistent("12%")
    assert consistent("12%", deflator_band=sr.Interval(-0.06, 0.08))
    # Revenue and its growth are both at current prices: 74.45 / 70.05 to 74.55 / 69.95, so 6.3 % to 6.6 %.
    frames = [
        series(
            document("work_report", 2031, "一般公共预算收入70.0亿元。"),
            document("work_report", 2032, f"一般公共预算收入74.5亿元，增长{growth}。"),
            indicator="general_budget_revenue",
        )
        for growth in ("6.4%", "7.0%")
    ]
    assert [bool(frame.consistent[2031]) for frame in frames] == [True, False]
    assert frames[0].deflator.isna().all()


def test_breaks() -> None:
    frame = series(*(document("work_report", year, f"地区生产总值{year - 1600}亿元。") for year in range(2013, 2020)))
    assert frame.breaks[2013] == "census"
    assert "third national economic census" in frame.note[2013]
    assert frame.breaks[2016] == "redefinition"
    assert frame.breaks[2015] == ""
    # Investment is published on a comparable scope: levels do not say what its growth is.
    frame = series(
        document("work_report", 2031, "固定资产投资200亿元。"),
        document("work_report", 2032, "固定资产投资150亿元，增长9%。"),
        indicator="fixed_asset_investment",
    )
    assert "scope" in frame.breaks[2031]
    assert pd.isna(frame.consistent[2031])
    # Real growth one year, nominal the next.
    frame = series(
        document("work_report", 2031, "城镇居民人均可支配收入实际增长5%。"),
        document("work_report", 2032, "城镇居民人均可支配收入增长6%。"),
        indicator="disposable_income_urban",
    )
    assert frame.breaks[2031] == "price_basis"


def test_a_document_that_contradicts_itself_says_nothing() -> None:
    frame = series(document("work_report", 2031, "地区生产总值400亿元。地区生产总值500亿元，增长7%。"))
    assert frame.level.isna().all()
    assert frame.growth.tolist() == [0.07]


def test_unknown_places_and_empty_panels() -> None:
    with pytest.raises(sr.LookupError, match="no place '乙市'"):
        sr.Panel([document("work_report", 2031, "地区生产总值400亿元。")]).series("gdp", place="乙市")
    empty = sr.Panel().series("gdp")
    assert empty.empty
    assert list(empty.index.names) == ["place", "indicator", "year"]


def test_findings_of_a_panel_say_whose_they_are() -> None:
    panel = sr.Panel(
        [
            document("work_report", 2031, "地区生产总值400亿元。"),
            document("communique", 2030, "地区生产总值410亿元。"),
            document("work_report", 2031, "地区生产总值300亿元。", place="云溪县"),
        ]
    )
    findings = panel.check()
    assert [(finding.rule, finding.place, finding.vintage, finding.kind) for finding in findings] == [
        ("restated", "云岭市", 2030, "communique")
    ]
    assert str(findings).startswith("云岭市 2030: info restated")
    names = {name: getattr(sr, name) for name in dir(sr)}
    assert eval(repr(findings), names | {"PanelFindings": type(findings)}) == findings
    frame = findings.to_frame()
    assert list(frame.index.names) == ["place", "vintage", "indicator"]
    assert frame.index[0][:2] == ("云岭市", 2030)
    assert frame.kind.tolist() == ["communique"]
    numbers = findings.to_frame(numbers=True)
    assert numbers[["place", "kind", "name"]].values.tolist() == [["云岭市", "communique", "revision"]]
    assert numbers.value.tolist() == pytest.approx([2.5])
    assert sr.Panel().check().to_frame().empty
