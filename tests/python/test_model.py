"""Units, quantities, intervals, indicators, statements and reports as Python objects.

`python tests/python/test_model.py` writes the pickle of the current version; versions once released keep theirs.
"""

from __future__ import annotations

import copy
import math
import operator
import pickle
import typing
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shengzhou_report as sr

DATA = Path(__file__).parent / "data"
INF = float("inf")


def objects() -> dict[str, object]:
    """Objects of every class, the plain and the awkward ones."""
    quantity = sr.Quantity("7.0", "%", bound="about")
    level = sr.Statement("GDP", quantity=sr.Quantity(745, "亿元"), status="estimate", year=2023)
    target = sr.Statement("GDP", measure="growth", quantity=quantity, status="target", year=2024)
    full = sr.Statement(
        "城乡居民收入倍差 'a' \\ \"b\"",
        measure="change",
        trend="falling",
        status="target",
        modality="strive",
        year=2024,
        period="first_half",
        scope="全省",
        section=("一", "二"),
        indicator_id="urban_rural_ratio_x",
        name_en="ratio <b>",
        start=3,
        end=5,
        byte_start=9,
        byte_end=11,
    )
    unlike = full.replace(
        period="eleven_months",
        base_year=2018,
        area="经济开发区",
        reference="全省平均",
        price_basis="current",
        doubts=("part", "tense"),
    )
    report = sr.Report(
        [level, target, full],
        title="报告",
        place="某市",
        place_en="Somewhere",
        ref_area="330000",
        year=2024,
        sections=[sr.Section(("一",), "one"), sr.Section(("一", "二"))],
        skipped=[sr.Skipped("5", "no_unit", 1, 2, 3, 4)],
        commitments=[sr.Commitment("投用", "水厂")],
    )
    goal = level.replace(quantity=sr.Quantity(800, "亿元"), status="target", year=2024)
    share = sr.Statement("研发强度", quantity=sr.Quantity("2.65", "%", bound="at_least"), status="target", year=2024)
    region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, ratio_falls=True)
    number = sr.FindingNumber("implied_base", 693.02, sr.Interval(692.2, 693.8), "亿元")
    crossing = sr.Crossing("reached", 11.25)
    never = sr.Crossing("never", INF)
    peak = sr.income_gap.gap_peak(77400, 43200, 0.063, 0.068)
    no_peak = sr.income_gap.gap_peak(77400, 43200, 0.068, 0.063)
    named = sr.CodedName("330623", "嵊县")
    place = sr.Division("330683", "嵊州市", "county", [sr.CodedName("330000", "浙江省")], first_year=1995)
    return {
        "coded_name": named,
        "division": place,
        "division_old": sr.Division(
            "330683", "嵊州市", "county", first_year=1995, last_year=2030, predecessors=[named]
        ),
        "interval": sr.Interval(-0.5, 745.25),
        "interval_open": sr.Interval(-INF, INF),
        "unit": sr.Unit("亿元"),
        "unit_none": sr.Unit(),
        "number": sr.Number("近8到10家", 8, "家", bound="range", upper=10, start=1, end=7, byte_start=3, byte_end=17),
        "unit_quotient": sr.Unit("微克/立方米"),
        "quantity": quantity,
        "quantity_step": sr.Quantity("77400", "元", step=100),
        "quantity_range": sr.Quantity("4.5", "%", bound="range", upper=5),
        "quantity_negative": sr.Quantity("-16.7", "%"),
        "quantity_base": sr.Quantity("745.0", "亿元").base,
        "indicator": sr.Indicator("社零"),
        "statement": level,
        "statement_full": full,
        "statement_unlike": unlike,
        "section": sr.Section(("一", "二"), "two"),
        "section_placed": sr.Section(("一",), "", "plan", 1, 2, 3, 6),
        "evidence": sr.Evidence("place", "assembly", "某市", 3, 5, 9, 15),
        "statement_undated": sr.Statement("粮食产量"),
        "skipped": sr.Skipped("2024", "year", 0, 4, 0, 4),
        "commitment": sr.Commitment("建成", "博物馆", ("一",), 3, 8, 9, 24),
        "report": report,
        "report_empty": sr.Report(),
        "report_identified": sr.Report(
            [],
            place="某市",
            kind="communique",
            sections=[sr.Section(("一",), "one", "review", 2, 9, 4, 21)],
            evidence=[sr.Evidence("place", "given", "某市")],
        ),
        "report_embedded": sr.shengzhou_2024(),
        "crossing": crossing,
        "crossing_never": never,
        "crossing_range": sr.CrossingRange(crossing, never),
        "gap_peak": peak,
        "gap_peak_never": no_peak,
        "gap_peak_range": sr.GapPeakRange(peak, no_peak),
        "implied_level": sr.target.implied_level(level, target),
        "seasonal_share": sr.SeasonalShare(0.5, 0.4, 0.6),
        "pace": sr.Pace(0.5, 0.02, 108.0),
        "progress": sr.progress.progress(108, 56.1, 0.5),
        "progress_limit": sr.progress.progress(108, 56.1, 0.5, direction="lower"),
        "progress_full": sr.Progress(
            108.0,
            56.1,
            0.5194444444444445,
            51.9,
            sr.Pace(0.5, 0.019444444444444486, 112.2),
            seasonal=sr.Pace(0.5, 0.019444444444444486, 112.2),
            seasonal_lead=sr.Interval(-0.08055555555555549, 0.11944444444444446),
            required_growth=0.059183673469387806,
        ),
        "error_moments": sr.ErrorMoments(0.1, 0.2),
        "implied_growth": sr.target.implied_growth(level, goal),
        "implied_amount": sr.target.implied_amount(share, level, target),
        "implied_amount_direct": sr.target.implied_amount(share, goal),
        "region": region,
        "region_empty": sr.FeasibleRegion(
            2,
            sr.Interval(1, 1.1),
            urban_weight=sr.Interval(0, 1),
            urban_weight_end=0.6,
            total_growth=0.05,
            urban_growth=sr.Interval(0.09, INF),
            rural_growth=sr.Interval(-1, 0.01),
            ratio_target=1.5,
            box=sr.Interval(-0.1, 0.2),
        ),
        "cheapest": region.cheapest(),
        "target_test": region.test(0.063, 0.2),
        "target_test_met": region.test(0.063, 0.068),
        "finding_number": number,
        "finding_number_open": sr.FindingNumber("years", INF, sr.Interval(88, INF), "年"),
        "finding": sr.Finding("warning", "a_rule", [level, target], "1 < 2 'x'", [number]),
        "score": sr.Score("某市", 2024, target, level, "missed", "none", -0.5, "6.5% against 7.0%"),
        "score_open": sr.Score("某市", 2024, target, None, "not_comparable", "no_report"),
        "revision": sr.Revision("某市", level, 2024, level, 2025, 1.5, sr.Interval(0, 0.1), "certain"),
        "panel": sr.Panel([report]),
        "panel_empty": sr.Panel(),
        "urban_share": sr.inequality.urban_share(41314, 54188, 23119, share=0.67, origin="urbanisation"),
        "inequality_decomposition": sr.InequalityDecomposition(0.25, 0.5, 0.125, 0.875),
        "beta_convergence": sr.inequality.beta_convergence([100, 200, 400], [180, 310, 540], 10),
        "beta_divergence": sr.inequality.beta_convergence([100, 200, 400], [180, 410, 940], 10),
    }


def scenario() -> sr.Scenario:
    """What only a summary can show: of the same bits whatever simulates it."""
    return sr.simulate({"gdp": sr.Quantity("745", "亿元")}, 0.07, 0.02, periods=1, paths=500, antithetic=True)


OBJECTS = objects()
ALL = pytest.mark.parametrize("name", OBJECTS)


def test_every_class_is_in_the_table(public: dict[str, object]) -> None:
    core = {value for value in public.values() if isinstance(value, type) and type(value) is not type}
    assert {type(value) for value in OBJECTS.values()} == core


@ALL
def test_every_object_has_a_look(name: str) -> None:
    html = OBJECTS[name]._repr_html_()  # type: ignore[attr-defined]
    assert html.startswith(("<div", "<span"))
    assert html.count("<tr>") == html.count("</tr>")


@ALL
def test_repr_evaluates_to_an_equal_object(name: str, public: dict[str, object]) -> None:
    value = OBJECTS[name]
    assert eval(repr(value), public) == value


@ALL
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_gives_an_equal_object_of_the_same_class(name: str, protocol: int) -> None:
    value = OBJECTS[name]
    again = pickle.loads(pickle.dumps(value, protocol))
    assert again == value
    assert type(again) is type(value)
    assert repr(again) == repr(value)


@ALL
def test_copies_are_equal(name: str) -> None:
    value = OBJECTS[name]
    assert copy.copy(value) == value
    assert copy.deepcopy([value])[0] == value


@ALL
def test_equal_objects_have_equal_hashes_and_the_others_differ(name: str) -> None:
    value = OBJECTS[name]
    assert hash(copy.deepcopy(value)) == hash(value)
    for other_name, other in OBJECTS.items():
        assert (value == other) == (name == other_name)
    assert value != object()


@ALL
def test_objects_are_immutable(name: str) -> None:
    value = OBJECTS[name]
    attributes = [key for key, member in vars(type(value)).items() if isinstance(member, property)]
    assert attributes
    for attribute in [*attributes, "no_such_attribute"]:
        with pytest.raises(AttributeError):
            setattr(value, attribute, 1)


@ALL
def test_classes_pickle_under_their_public_name(name: str) -> None:
    kind = type(OBJECTS[name])
    assert kind.__module__ == "shengzhou_report"
    assert getattr(sr, kind.__name__) is kind


@pytest.mark.parametrize("path", sorted(DATA.glob("*.pickle")), ids=lambda path: path.stem)
def test_pickles_of_released_versions_load(path: Path) -> None:
    with path.open("rb") as file:
        saved = pickle.load(file)
    assert saved
    assert saved == {name: (OBJECTS | {"scenario": scenario()})[name] for name in saved}


@pytest.mark.parametrize(
    ("equal", "other"),
    [
        (sr.Unit("平米"), sr.Unit("平方米")),
        (sr.Unit("名"), sr.Unit("人")),
        (sr.Quantity("7.0", "%"), sr.Quantity(7, "%", step="0.1")),
        (sr.Interval(0.0, 1), sr.Interval(-0.0, 1)),
        (sr.Interval(5), 5.0),
        (sr.Unit("亿元"), "亿元"),
    ],
    ids=repr,
)
def test_what_compares_equal_hashes_equal(equal: object, other: object) -> None:
    assert equal != other or hash(equal) == hash(other)


# --- words of enumerations


WORDS = {
    "Measure": lambda word: sr.Statement("x", measure=word).measure,
    "Status": lambda word: sr.Statement("x", status=word).status,
    "Modality": lambda word: sr.Statement("x", modality=word).modality,
    "Period": lambda word: sr.Statement("x", period=word).period,
    "Trend": lambda word: sr.Statement("x", trend=word).trend,
    "Bound": lambda word: sr.Quantity(1, "%", bound=word, upper=2 if word == "range" else None).bound,
    "ShareOrigin": lambda word: sr.UrbanShare(0.5, word, 3, 3).origin,
    "Reach": lambda word: sr.Crossing(word, {"already": 0, "never": math.inf}.get(word, 1)).reach,
}


@pytest.mark.parametrize("name", WORDS)
def test_words_go_in_and_come_out_as_strings(name: str) -> None:
    for word in typing.get_args(getattr(sr.typing, name)):
        assert WORDS[name](word) == word


@pytest.mark.parametrize("name", WORDS)
def test_a_wrong_word_is_answered_with_all_the_right_ones(name: str) -> None:
    words = typing.get_args(getattr(sr.typing, name))
    choices = ", ".join(repr(word) for word in words)
    with pytest.raises(ValueError, match="is none of") as info:
        WORDS[name]("nonsense")
    assert str(info.value).split(";")[0] == f"'nonsense' is none of {choices}"


@pytest.mark.parametrize(
    ("name", "wrong", "call", "nearest"),
    [
        ("Direction", "up", lambda: sr.Quantity(1, "%").target_interval("up"), ""),
        ("Rounding", "up", lambda: sr.round("1.5", "1", rounding="up"), "; did you mean 'half_up'?"),
        ("Measure", "grwth", lambda: sr.Statement("x", measure="grwth"), "; did you mean 'growth'?"),
    ],
)
def test_functions_answer_a_wrong_word_too(
    name: str, wrong: str, call: typing.Callable[[], object], nearest: str
) -> None:
    choices = ", ".join(repr(word) for word in typing.get_args(getattr(sr.typing, name)))
    with pytest.raises(sr.DomainError) as info:
        call()
    assert str(info.value) == f"{wrong!r} is none of {choices}{nearest}"


@pytest.mark.parametrize(("name", "attribute"), [("Topic", "topic"), ("Kind", "kind"), ("PriceBasis", "level_basis")])
def test_words_of_the_catalogue_are_those_of_the_type(name: str, attribute: str) -> None:
    used = {getattr(indicator, attribute) for indicator in sr.catalogue()}
    assert used <= set(typing.get_args(getattr(sr.typing, name)))
    assert len(used) >= 3


def test_certainty_words() -> None:
    answers = [sr.less(sr.Interval(0, 1), sr.Interval(low, low + 1)) for low in (-2, 0.5, 2)]
    assert tuple(answers) == typing.get_args(sr.typing.Certainty)


@pytest.mark.parametrize("make", [lambda word: sr.Statement("x", measure=word), sr.Unit, sr.Indicator, sr.Statement])
def test_text_that_is_no_unicode_is_refused(make: typing.Callable[[str], object]) -> None:
    with pytest.raises((ValueError, TypeError, sr.Error)):
        make("\ud800")


@pytest.mark.parametrize("make", [sr.Statement, sr.Unit, sr.Indicator, lambda text: sr.Section([text])])
def test_bytes_are_not_text(make: typing.Callable[[bytes], object]) -> None:
    with pytest.raises(TypeError):
        make("亿元".encode("gbk"))


# --- errors


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (sr.UnitError, ValueError),
        (sr.DomainError, ValueError),
        (sr.ParseError, ValueError),
        (sr.LookupError, KeyError),
    ],
)
def test_errors_are_also_builtin_ones(error: type[Exception], builtin: type[Exception]) -> None:
    assert issubclass(error, sr.Error)
    assert issubclass(error, builtin)
    assert not issubclass(sr.Error, builtin)
    assert error.__module__ == "shengzhou_report"
    assert str(error("text")) == "text"
    assert str(error()) == ""
    assert str(pickle.loads(pickle.dumps(error("text")))) == "text"


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: sr.Unit("12"), sr.UnitError, "'12'"),
        (lambda: sr.Quantity("7", "12"), sr.UnitError, "'12'"),
        (lambda: sr.shengzhou_2024().filter(unit="12"), sr.UnitError, "'12'"),
        (lambda: sr.Quantity(1, "亿元").to("亩"), sr.UnitError, "'亿元'.*'亩'"),
        (lambda: sr.convert(1, "%", "个百分点"), sr.UnitError, "'%'.*'个百分点'"),
        (lambda: sr.Quantity("7", "家").rate, sr.UnitError, "家"),
        (lambda: sr.Quantity("7", "%", bound="range"), sr.DomainError, "upper"),
        (lambda: sr.Quantity("7", "%", upper=8), sr.DomainError, "upper = 8"),
        (lambda: sr.Quantity("7", "%", bound="range", upper=6), sr.DomainError, "upper"),
        (lambda: sr.Quantity("7", "%", step=0), sr.DomainError, "step = 0"),
        (lambda: sr.Quantity(math.nan, "%"), sr.DomainError, "nan"),
        (lambda: sr.Interval(math.nan), sr.DomainError, "NaN"),
        (lambda: sr.Interval(2, 1), sr.DomainError, "lower 2 is above upper 1"),
        (lambda: sr.Interval(1) / sr.Interval(-1, 1), sr.DomainError, "zero"),
        (lambda: sr.round("1.5", "0.3"), sr.DomainError, "0.3"),
        (lambda: sr.Statement("x").target_interval(), sr.DomainError, "number"),
        (lambda: sr.Crossing("never", INF).whole_periods(), sr.DomainError, "never"),
        (lambda: sr.find_indicator("地区产生总值"), sr.LookupError, "地区生产总值"),
        (lambda: sr.shengzhou_2024()["地区产生总值"], sr.LookupError, "地区生产总值"),
        (lambda: sr.shengzhou_2024().at("GDP"), sr.LookupError, "3 statements"),
        (lambda: sr.shengzhou_2024().at("GDP", year=1999), sr.LookupError, "GDP"),
        (lambda: sr.Report([], place="甲").merged(sr.Report([], place="乙")), sr.DomainError, "甲.*乙"),
    ],
)
def test_errors_name_what_is_wrong(call: typing.Callable[[], object], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize(("text", "offset"), [("7x", 1), ("亿7", 0), ("7.5亿", 3), ("", 0)])
def test_parse_errors_say_where(text: str, offset: int) -> None:
    with pytest.raises(sr.ParseError) as info:
        sr.Quantity(text, "%")
    assert info.value.offset == offset


@pytest.mark.parametrize("value", [None, True, [7], 1j])
def test_a_quantity_is_made_of_a_decimal(value: object) -> None:
    with pytest.raises(TypeError):
        sr.Quantity(value, "%")


# --- classes one by one


def test_unit() -> None:
    unit = sr.Unit("亿元")
    assert (unit.symbol, unit.magnitude, unit.dimension, unit.scale) == ("亿元", 8, "CNY", Fraction(10**8))
    assert unit.base == sr.Unit("元")
    assert unit.is_compatible("万元")
    assert not unit.is_compatible("亩")
    assert sr.Unit("%").is_ratio
    assert sr.Unit("个百分点").is_point
    assert sr.Unit("亿元") / sr.Unit("万人") == sr.Unit("亿元/万人")
    assert str(unit) == "亿元"
    assert sr.conversion_factor("亩", "平方米") == Fraction(2000, 3)


def test_quantity() -> None:
    quantity = sr.Quantity("77400", "元", step=100)
    assert (quantity.value, quantity.decimal, quantity.step) == (77400.0, Decimal(77400), Decimal(100))
    assert quantity.interval() == sr.Interval(77350, 77450)
    assert sr.Quantity("21.16", "万吨标煤").to("吨标煤") == sr.Quantity(211600, "吨标煤", step=100)
    assert sr.Quantity("7.5", "%").rate == 0.075
    assert sr.Quantity("4.8", "倍").rate == 4.8
    assert str(sr.Quantity("8.0", "%", bound="at_least")) == "≥8.0%"


@pytest.mark.parametrize("value", ["7.5", 7.5, Decimal("7.5")])
def test_a_quantity_takes_every_exact_form_of_a_number(value: str | float | Decimal) -> None:
    assert sr.Quantity(value, "%") == sr.Quantity("7.5", "%")


@pytest.mark.parametrize(
    ("bound", "interval"),
    [
        ("exact", (6.95, 7.05)),
        ("about", (6.8, 7.2)),
        ("at_least", (7, INF)),
        ("more_than", (7, INF)),
        ("at_most", (-INF, 7)),
        ("less_than", (-INF, 7)),
        ("nearly", (-INF, 7)),
    ],
)
def test_what_a_printed_number_can_mean(bound: sr.typing.Bound, interval: tuple[float, float]) -> None:
    assert sr.Quantity("7.0", "%", bound=bound).interval() == sr.Interval(*interval)


@pytest.mark.parametrize(
    ("value", "rounding", "rounded"),
    [
        # GB/T 8170-2008, its examples.
        ("12.1498", "half_even", "12.1"),
        ("1.050", "half_even", "1.0"),
        ("0.35", "half_even", "0.4"),
        ("0.35", "half_up", "0.4"),
        ("1.050", "half_up", "1.1"),
        ("-0.25", "half_even", "-0.2"),
        ("-0.25", "half_up", "-0.3"),
    ],
)
def test_rounding(value: str, rounding: sr.typing.Rounding, rounded: str) -> None:
    assert sr.round(value, "0.1", rounding=rounding) == Decimal(rounded)


def test_interval() -> None:
    interval = sr.Interval(1, 3)
    assert (interval.lower, interval.upper, interval.midpoint, interval.width) == (1, 3, 2, 2)
    assert tuple(interval) == (1, 3)
    assert 1 in interval
    assert 3.5 not in interval
    assert sr.Interval(2, 3) in interval
    assert not interval.contains(sr.Interval(2, 4))
    assert interval.overlaps(sr.Interval(3, 4))
    assert interval + 1 == sr.Interval(2, 4)
    assert 1 - interval == sr.Interval(-2, 0)
    assert 6 / interval == sr.Interval(2, 6)
    assert -interval * 2 == sr.Interval(-6, -2)
    with pytest.raises(TypeError):
        interval + "1"


def nearest_below(exact: Fraction) -> float:
    """The largest double that is not above an exact number."""
    nearest = float(exact)  # Python rounds fractions correctly
    return nearest if Fraction(nearest) <= exact else math.nextafter(nearest, -INF)


def nearest_above(exact: Fraction) -> float:
    return -nearest_below(-exact)


ENDS = st.one_of(
    st.integers(-1000, 1000).map(float),
    st.decimals(-1000, 1000, places=2).map(float),
    st.floats(-1e100, 1e100).filter(lambda x: x == 0 or abs(x) > 1e-100),
)
INTERVALS = st.tuples(ENDS, ENDS).map(lambda ends: sr.Interval(min(ends), max(ends)))
OPERATIONS: list[typing.Callable[[typing.Any, typing.Any], typing.Any]] = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
]


@given(a=INTERVALS, b=INTERVALS, operation=st.sampled_from(OPERATIONS))
def test_intervals_are_the_smallest_that_hold_the_exact_result(
    a: sr.Interval, b: sr.Interval, operation: typing.Callable[[typing.Any, typing.Any], typing.Any]
) -> None:
    assume(operation is not operator.truediv or 0 not in b)
    corners = [operation(Fraction(x), Fraction(y)) for x in a for y in b]
    found = operation(a, b)
    assert (found.lower, found.upper) == (nearest_below(min(corners)), nearest_above(max(corners)))


TINY = st.floats(-1e-150, 1e-150)


@given(x=TINY, y=TINY, operation=st.sampled_from([operator.mul, operator.truediv]))
def test_intervals_hold_results_that_underflow(
    x: float, y: float, operation: typing.Callable[[typing.Any, typing.Any], typing.Any]
) -> None:
    assume(operation is operator.mul or y != 0)
    exact = operation(Fraction(x), Fraction(y))
    assume(abs(exact) < 10**300)
    found = operation(sr.Interval(x), sr.Interval(y))
    assert Fraction(found.lower) <= exact <= Fraction(found.upper)
    # No farther than the neighbours of the nearest double, and never across 0.
    assert found.width <= 4 * math.ulp(float(exact))
    assert found.lower * found.upper >= 0


def test_indicator() -> None:
    gdp = sr.Indicator("ＧＤＰ")
    assert (gdp.id, gdp.name, gdp.unit) == ("gdp", "地区生产总值", sr.Unit("亿元"))
    assert (gdp.kind, gdp.level_basis, gdp.growth_basis, gdp.direction) == ("flow", "current", "constant", "higher")
    assert gdp.code == "ACCOUNTS.GDP.FLOW.CNY.V"
    assert len({indicator.code for indicator in sr.catalogue()}) == len(sr.catalogue())
    for indicator in sr.catalogue():
        for name in (indicator.id, indicator.name, indicator.name_en, *indicator.aliases):
            assert sr.find_indicator(name) == indicator


def test_statement_fills_in_from_the_catalogue() -> None:
    statement = sr.Statement("GDP", measure="growth", quantity=sr.Quantity("7.5", "%"))
    assert statement.indicator_id == "gdp"
    assert statement.name_en == sr.Indicator("gdp").name_en
    assert statement.catalogued == sr.Indicator("gdp")
    assert statement.price_basis == "constant"
    unknown = sr.Statement("没有的指标")
    assert (unknown.indicator_id, unknown.catalogued, unknown.price_basis) == ("", None, "none")


def test_replace_changes_only_what_it_names() -> None:
    statement = OBJECTS["statement_full"]
    assert isinstance(statement, sr.Statement)
    changed = statement.replace(year=2025, section=[])
    assert (changed.year, changed.section) == (2025, ())
    assert changed.replace(year=2024, section=("一", "二")) == statement
    with pytest.raises(TypeError, match="yaer"):
        statement.replace(yaer=2025)


# --- the report as a sequence


def test_report_is_a_sequence(report: sr.Report) -> None:
    statements = list(report)
    assert len(report) == len(statements) == 192
    assert report.statements == tuple(statements)
    assert report[0] == statements[0]
    assert report[-1] == statements[-1]
    assert list(reversed(report)) == statements[::-1]
    assert statements[5] in report
    assert statements[5].replace(year=1999) not in report
    assert "GDP" in report
    assert "没有" not in report
    for index in (192, -193):
        with pytest.raises(IndexError, match=str(index)):
            report[index]
    with pytest.raises(TypeError):
        report[1.0]


@pytest.mark.parametrize("part", [slice(3), slice(None, None, -1), slice(-4, None, 2), slice(5, 2), slice(1000, 2000)])
def test_slices_are_reports_with_the_same_info(report: sr.Report, part: slice) -> None:
    assert report[part].statements == report.statements[part]
    assert report[part].title == report.title


def test_iterators_keep_their_report_alive() -> None:
    iterator = iter(sr.Report([sr.Statement("甲"), sr.Statement("乙")]))
    assert [statement.indicator for statement in iterator] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("conditions", "predicate"),
    [
        ({"indicator": "生产总值"}, lambda s: s.indicator_id == "gdp"),
        ({"measure": "growth"}, lambda s: s.measure == "growth"),
        ({"status": "target"}, lambda s: s.status == "target"),
        ({"status": ("outcome", "estimate")}, lambda s: s.status != "target"),
        ({"modality": "strive"}, lambda s: s.modality == "strive"),
        ({"bound": "at_least"}, lambda s: s.quantity is not None and s.quantity.bound == "at_least"),
        ({"unit": "亿元"}, lambda s: s.quantity is not None and s.quantity.unit == sr.Unit("亿元")),
        ({"year": 2023}, lambda s: s.year == 2023),
        ({"period": "month_average"}, lambda s: s.period == "month_average"),
        ({"section": "主要指标"}, lambda s: "主要指标" in s.section),
        ({"section": "headline figures"}, lambda s: "主要指标" in s.section),
        ({"measure": "growth", "status": "target"}, lambda s: s.measure == "growth" and s.status == "target"),
    ],
)
def test_filters(
    report: sr.Report, conditions: dict[str, typing.Any], predicate: typing.Callable[[sr.Statement], bool]
) -> None:
    kept = report.filter(**conditions)
    assert list(kept) == [statement for statement in report if predicate(statement)]
    assert 0 < len(kept) < len(report)
    assert kept.title == report.title


def test_filters_that_nothing_meets_and_no_filter(report: sr.Report) -> None:
    assert len(report.filter("没有")) == 0
    assert report.filter() == report


@pytest.mark.parametrize("status", [3, [3], {"status": "target"}.items()])
def test_a_status_is_words(report: sr.Report, status: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        report.filter(status=status)


def test_outcomes_and_targets_divide_the_report(report: sr.Report) -> None:
    assert {statement.status for statement in report.outcomes()} == {"outcome", "estimate"}
    assert {statement.status for statement in report.targets()} == {"target"}
    assert report.outcomes().merged(report.targets()) == report
    assert report.years() == sorted({statement.year for statement in report})
    assert report.indicators() == list(dict.fromkeys(statement.indicator for statement in report))


def test_merged_keeps_a_shared_statement_once() -> None:
    a, b, c = (sr.Statement(name) for name in "甲乙丙")
    old = sr.Report([a, b], title="2023", year=2023, sections=[sr.Section(["一"])])
    new = sr.Report([b, c], title="2024", year=2024, sections=[sr.Section(["二"])])
    merged = old.merged(new)
    assert merged.statements == (a, b, c)
    assert (merged.title, merged.year) == ("2024", 2024)
    assert {section.path for section in merged.sections} == {("一",), ("二",)}


def test_implied_level_says_its_prices(report: sr.Report) -> None:
    implied = {level.target.indicator_id: level for level in sr.target.implied_levels(report)}
    assert list(implied) == ["gdp", "general_budget_revenue", "fixed_asset_investment", "retail_sales"]
    gdp = implied["gdp"]
    assert gdp.level == pytest.approx(797.15)
    assert (gdp.unit, gdp.price_basis, gdp.price_year) == (sr.Unit("亿元"), "constant", 2023)
    assert gdp.interval.lower == pytest.approx(744.5 * 1.068)
    assert gdp.interval.upper == INF
    assert implied["retail_sales"].price_basis == "current"


@pytest.mark.parametrize("year", [2022, 2023, 2025])
def test_implied_level_needs_the_year_before(report: sr.Report, year: int) -> None:
    level = report.at("GDP", measure="level")
    with pytest.raises(sr.DomainError):
        sr.target.implied_level(level, report.at("GDP", status="target").replace(year=year))


if __name__ == "__main__":
    release = ".".join(sr.__version__.split(".")[:2])
    # The embedded report may be corrected in later versions; what a user built stays what it is.
    saved = {name: value for name, value in OBJECTS.items() if name != "report_embedded"} | {"scenario": scenario()}
    (DATA / f"v{release}.pickle").write_bytes(pickle.dumps(saved, protocol=4))


def test_a_name_with_another_unit_is_not_the_indicator_of_that_name() -> None:
    (parsed,) = sr.parse("某县2024年政府工作报告\n二、2024年工作目标\n新改建农村公路20个。\n")
    assert sr.find_indicator(parsed.indicator).unit == sr.Unit("公里")
    assert parsed.indicator_id == ""
    assert parsed == pickle.loads(pickle.dumps(parsed)) == eval(repr(parsed), vars(sr))
    report = sr.Report([parsed])
    assert sr.Report.from_frame(report.to_frame()) == report
    assert sr.Statement("新改建农村公路", quantity=sr.Quantity("20", "公里")).indicator_id
