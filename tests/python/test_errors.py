"""What is said when a call is wrong."""

import pytest

import shengzhou_report as sr


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sr.shengzhou_2024().filter(yaer=2024), "filter() has no argument 'yaer'; did you mean 'year'?"),
        (lambda: sr.parse("5%", plaxe="甲市"), "parse() has no argument 'plaxe'; did you mean 'place'?"),
        (lambda: sr.Quantity(1, "元", bond="about"), "Quantity() has no argument 'bond'; did you mean 'bound'?"),
        (lambda: sr.Unit(xyz="元"), "Unit() has no argument 'xyz'; it takes text"),
    ],
)
def test_a_wrong_keyword_is_named_with_the_nearest_right_one(call, message):
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("call", [sr.parse, sr.Quantity, sr.shengzhou_2024().filter])
def test_a_keyword_that_is_no_text_is_an_error_and_no_crash(call):
    with pytest.raises(UnicodeEncodeError):
        call("5%", **{"\udc80": 1})
