"""Numbers of any text: read_number and find_numbers."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

DIGITS = "零一二三四五六七八九"


def section(n: int) -> str:
    """A number below 10000 in characters."""
    out, gap = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // power % 10
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + scale
            gap = False
        else:
            gap = True
    return out


def written(n: int) -> str:
    """A number below 10^16 in characters, as schools teach it."""
    if n == 0:
        return "零"
    high, rest = divmod(n, 10**8)
    ten_thousands, low = divmod(rest, 10**4)
    out = written(high) + "亿" if high else ""
    if ten_thousands:
        out += ("零" if out and ten_thousands < 1000 else "") + section(ten_thousands) + "万"
    if low:
        out += ("零" if out and (low < 1000 or not ten_thousands) else "") + section(low)
    return out


@given(st.integers(0, 10**16 - 1))
def test_characters_round_trip(n: int) -> None:
    number = sr.read_number(written(n))
    assert (number.value, number.unit, number.bound) == (n, "", "exact")


@given(st.integers(0, 10**9), st.text("0123456789", min_size=1, max_size=6))
def test_decimals(whole: int, part: str) -> None:
    expected = Decimal(f"{whole}.{part}")
    assert sr.read_number(f"{whole}.{part}").value == expected
    assert sr.read_number(written(whole) + "点" + "".join(DIGITS[int(d)] for d in part)).value == expected


@given(st.integers(0, 10**12))
def test_separators(n: int) -> None:
    text = f"{n:,}"
    wide = text.translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    assert sr.read_number(text).value == sr.read_number(wide).value == n


@given(st.integers(1, 999), st.integers(1, 9))
def test_mixed(hundred_millions: int, ten_millions: int) -> None:
    number = sr.read_number(f"{hundred_millions}亿{ten_millions}千万元")
    assert (number.value, number.unit) == (hundred_millions * 10**8 + ten_millions * 10**7, "元")


@given(st.text())
def test_any_text_gives_numbers_that_read_back(text: str) -> None:
    for number in sr.find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert pickle.loads(pickle.dumps(number)) == number
        assert eval(repr(number), {"Number": sr.Number}) == number


@pytest.mark.parametrize("text", ["", "一切", "万一", "第三", "千家万户", "百花齐放", "三农", "十分", "3x", "1.2.3"])
def test_no_number(text: str) -> None:
    with pytest.raises(sr.ParseError, match="is no number: expected"):
        sr.read_number(text)
    assert sr.find_numbers(text) == () or text in {"3x", "1.2.3"}


def test_offsets_count_code_points() -> None:
    with pytest.raises(sr.ParseError) as caught:
        sr.read_number("三亿x")
    assert caught.value.offset == 2
