"""What is said when a call is wrong."""

import inspect
import re
from decimal import Decimal

import numpy as np
import pytest

import shengzhou_report as sr

REPORT = sr.shengzhou_2024()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sr.shengzhou_2024().filter(yaer=2024), "filter() has no argument 'yaer'; did you mean 'year'?"),
        (lambda: sr.parse("5%", plaxe="甲市"), "parse() has no argument 'plaxe'; did you mean 'place'?"),
        (lambda: sr.Quantity(1, "元", bond="about"), "Quantity() has no argument 'bond'; did you mean 'bound'?"),
        (lambda: sr.Unit(xyz="元"), "Unit() has no argument 'xyz'; it takes text"),
        (lambda: REPORT[0].replace(yaer=2024), "replace() has no argument 'yaer'; did you mean 'year'?"),
        (lambda: REPORT[0].replace(qqq=1), "replace() has no argument 'qqq'; it takes indicator, indicator_id"),
    ],
)
def test_a_wrong_keyword_is_named_with_the_nearest_right_one(call, message):
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value).startswith(message)


GROWTH = ({"gdp": 745}, 0.07, 0.02)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: REPORT.filter(year="2024"), "filter(): year needs int or None, got str"),
        (lambda: REPORT.filter(3), "filter(): indicator needs str or None, got int"),
        (lambda: REPORT.filter(unit=3), "filter(): unit needs Unit or str or None, got int"),
        (lambda: REPORT.filter(status=3), "status: needs one word or several"),
        (lambda: REPORT.at("GDP", year=2024.0), "at(): year needs int or None, got float"),
        (lambda: REPORT.at(year=2**40), "at(): year needs int or None, got 1099511627776"),
        (lambda: REPORT[None], "__getitem__(): indicator needs int or slice or str, got None"),
        (lambda: sr.parse(3), "text: needs a str, or bytes of UTF-8"),
        (lambda: sr.parse("5%", place=3), "parse(): place needs str or None, got int"),
        (lambda: sr.Quantity(None), "Quantity(): value needs Decimal or str or float, got None"),
        (lambda: sr.Quantity(1, 3), "Quantity(): unit needs Unit or str, got int"),
        (lambda: sr.Quantity(1, "元", step=[]), "Quantity(): step needs Decimal or str or float or None, got list"),
        (lambda: sr.Quantity(1, "元").to(3), "to(): unit needs Unit or str, got int"),
        (lambda: sr.Unit(b"x"), "Unit(): text needs str, got bytes"),
        (lambda: sr.Interval("1"), "Interval(): value needs float, got str"),
        (lambda: sr.Interval(1, "2"), "Interval(): upper needs float, got str"),
        (lambda: sr.less(1, "2"), "less(): b needs Interval or float, got str"),
        (lambda: sr.less(1, float("nan")), "less(): b needs Interval or float, got nan"),
        (
            lambda: sr.Statement("GDP", section=["a", 1]),
            "Statement(): section needs sequence of str, got list with int",
        ),
        (lambda: sr.Report([3]), "Report(): statements needs sequence of Statement, got list with int"),
        (lambda: sr.Panel([REPORT, None]), "Panel(): reports needs sequence of Report, got list with None"),
        (lambda: sr.target.implied_level(None, None), "implied_level(): base needs Statement, got None"),
        (lambda: sr.check(3), "report: needs Report, got int"),
        (lambda: sr.check(REPORT, "x"), "parent: needs Report, got str"),
        (lambda: REPORT.check(urban_weight="x"), "urban_weight: needs Interval or float or None, got str"),
        (
            lambda: sr.FeasibleRegion(2, 1, urban_weight=""),
            "FeasibleRegion(): urban_weight needs Interval or float, got",
        ),
        (lambda: sr.simulate(*GROWTH, periods="1"), "periods: needs a whole number, got str"),
        (lambda: sr.simulate(*GROWTH, periods=1, seed=0.5), "seed: needs a whole number, got float"),
        (lambda: sr.simulate(*GROWTH, periods=1, paths="9"), "paths: needs a whole number, got str"),
        (lambda: sr.simulate(*GROWTH, periods=1, year="2024"), "year: needs a whole number, got str"),
        (lambda: sr.simulate(*GROWTH, periods=1, shocks=1), "shocks: needs a word, got int"),
        (lambda: sr.simulate(*GROWTH, periods=1, arithmetic=None), "arithmetic: needs a word, got NoneType"),
        (
            lambda: sr.simulate(*GROWTH, periods=1, targets={"a": sr.ScenarioTarget("level", "gdp", "1")}),
            "targets: 'a': period: needs a whole number, got str",
        ),
    ],
)
def test_an_argument_of_a_wrong_type_is_named_with_what_it_takes(call, message):
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sr.parse(), "parse() needs the argument text"),
        (lambda: sr.Interval(), "Interval() needs the argument value or lower"),
        (lambda: sr.FeasibleRegion(2, 1), "FeasibleRegion() needs the argument urban_weight"),
        (lambda: sr.parse("5%", "甲市"), "parse() takes one argument without a name; with their names place, year,"),
        (lambda: sr.Interval(1, 2, 3), "Interval() takes at most 2 arguments"),
        (lambda: sr.shengzhou_2024(1), "shengzhou_2024() takes no argument"),
    ],
)
def test_too_few_and_too_many_arguments_are_said(call, message):
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value).startswith(message)


#: Values of every kind that a notebook may pass by mistake.
MISTAKES = [None, True, 3, -1, 2**70, 0.5, "x", "", b"x", [], [1], ["x", None], (), {}, {"a": 1}, object(), print, sr]
MISTAKES += [sr.Unit(), sr.Quantity(1), sr.Interval(1), REPORT, REPORT[0], Decimal(1), float("nan"), 1j, sr.Unit]
NAMES = ("year", "place", "unit", "status", "value", "step", "box")
CALLS = {
    "parse": sr.parse,
    "filter": REPORT.filter,
    "at": REPORT.at,
    "text_of": REPORT.text_of,
    "getitem": REPORT.__getitem__,
    "Quantity": sr.Quantity,
    "Unit": sr.Unit,
    "Interval": sr.Interval,
    "Statement": sr.Statement,
    "Section": sr.Section,
    "Report": sr.Report,
    "Panel": sr.Panel,
    "to": sr.Quantity(1, "元").to,
    "less": sr.less,
    "convert": sr.convert,
    "find_indicator": sr.find_indicator,
    "implied_level": sr.target.implied_level,
    "FeasibleRegion": sr.FeasibleRegion,
}


@pytest.mark.parametrize("name", CALLS)
def test_no_mistake_is_answered_with_a_list_of_overloads(name):
    by_position = [((first, *rest), {}) for first in MISTAKES for rest in [(), *((second,) for second in MISTAKES)]]
    by_name = [((first,), {key: value}) for first in ("GDP", 3) for key in NAMES for value in MISTAKES]
    failed = 0
    for arguments, keywords in by_position + by_name:
        try:
            CALLS[name](*arguments, **keywords)
        except (TypeError, ValueError, LookupError) as error:
            failed += 1
            said = str(error)
            assert "incompatible" not in said, (arguments, keywords, said)
            assert "SupportsInt" not in said
    assert failed > 100


FAMILIES = (
    sr.growth,
    sr.prices,
    sr.contributions,
    sr.plan,
    sr.intensity,
    sr.per_head,
    sr.income_gap,
    sr.distribution,
    sr.index_number,
    sr.inequality,
    sr.disaggregation,
    sr.progress,
    sr.regional,
    sr.target,
    sr.forecast,
    sr.scenario,
    sr.trend,
)
FUNCTIONS = {
    function.__qualname__: function
    for family in FAMILIES
    for function in (getattr(family, name) for name in family.__all__)
    if inspect.isfunction(function) and inspect.signature(function).parameters
}
FUNCTIONS |= {"simulate": sr.simulate, "check": sr.check, "feasible_regions": sr.feasible_regions, "view": sr.view}
#: Arguments for which half a unit is no sense; the others are rates, shares or levels.
SENSE = {
    "report": REPORT,
    "text": "5%",
    "index": "gini",
    "start": [1.0, 2.0],
    "end": [1.0, 2.0],
    "single": [1.0] * 4,
    "indicator": [1.0] * 4,
    "benchmarks": [4.0],
    "periods": 2,
    "period": 2,
    "periods_per_year": 4,
    "periods_per_benchmark": 4,
    "paths": 10,
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_mistake_in_a_formula_is_answered_in_words_of_the_binding(name):
    function = FUNCTIONS[name]
    parameters = inspect.signature(function).parameters.values()
    failed = 0
    for wrong in parameters:
        for mistake in (*MISTAKES, np.array([0.5, 0.25]), np.array(["a"])):
            given = {
                parameter.name: SENSE.get(parameter.name, 0.5)
                for parameter in parameters
                if parameter.default is parameter.empty or parameter.name in SENSE
            }
            try:
                function(**given | {wrong.name: mistake})
            except (TypeError, ValueError, LookupError) as error:
                failed += 1
                said = str(error)
                assert not re.search(r"incompatible|SupportsInt|SupportsFloat|C\+\+", said), (wrong.name, mistake, said)
    assert failed > 10


@pytest.mark.parametrize("call", [sr.parse, sr.Quantity, sr.shengzhou_2024().filter])
def test_a_keyword_that_is_no_text_is_an_error_and_no_crash(call):
    with pytest.raises(UnicodeEncodeError):
        call("5%", **{"\udc80": 1})
