"""The numbers of lists in the forms that ECMA-376 (ST_NumberFormat, 17.18.59) names, Chinese ones above all."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _by_digit(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counted(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零", formal: bool = False) -> str:
    """A number below 10,000 as it is counted: 10 is 十, 20 二十, 105 一百零五; formally 10 is 壹拾."""
    if not 0 < number < 10_000:
        return _by_digit(number, digits)
    text = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += zero * gap + digits[digit] + (units[power - 1] if power else "")
        gap = False
    return text[1:] if 10 <= number < 20 and not formal else text


def _letters(number: int, first: str) -> str:
    """a to z, then aa to zz, as Word counts."""
    return chr(ord(first) + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _row(first: str, count: int, start: int = 1) -> Callable[[int], str]:
    """Characters that Unicode has in a row, such as ① to ⑳."""
    return lambda number: chr(ord(first) + number - start) if start <= number < start + count else str(number)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _formal(digits: str, units: str) -> Callable[[int], str]:
    return lambda number: _counted(number, digits, units, formal=True)


_FORMS: dict[str, Callable[[int], str]] = {
    "bullet": lambda _number: "",
    "none": lambda _number: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
    "lowerLetter": lambda number: _letters(number, "a"),
    "upperLetter": lambda number: _letters(number, "A"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "chineseLegalSimplified": _formal(_FORMAL, "拾佰仟"),
    "ideographLegalTraditional": _formal(_FORMAL_TRADITIONAL, "拾佰仟"),
}
for _name in ("chineseCounting", "chineseCountingThousand", "japaneseCounting"):
    _FORMS[_name] = _FORMS[_name.replace("chinese", "taiwanese").replace("japanese", "taiwanese")] = _counted
for _name in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
    _FORMS[_name] = _by_digit


def list_number(number: int, form: str) -> str:
    """The number in a format by its name in WordprocessingML; in digits where the format is another.

    >>> [list_number(12, form) for form in ("chineseCounting", "ideographDigital", "decimal", "decimalEnclosedCircle")]
    ['十二', '一二', '12', '⑫']
    >>> list_number(105, "chineseCountingThousand"), list_number(10, "chineseLegalSimplified")
    ('一百零五', '壹拾')
    """
    return _FORMS.get(form, str)(number)
