"""Fonts of pictures: the user's, and behind them a Chinese one for what they lack."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from shengzhou_report.frames import require
from shengzhou_report.language import current, use

_P = ParamSpec("_P")
_R = TypeVar("_R")

#: Fonts with the characters of Chinese, the best first: of Linux, macOS and Windows.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Heiti SC",
    "SimSun",
    "Droid Sans Fallback",
    # Of a collection some versions of matplotlib see the first font alone.
    "Noto Sans CJK JP",
    "Arial Unicode MS",
)

#: A character that every font of simplified Chinese has.
_SAMPLE = ord("镇")


def installed() -> frozenset[str]:
    """The families that matplotlib finds."""
    return frozenset(require("matplotlib.font_manager", "plot").get_font_names())


@cache
def _has_chinese(family: str) -> bool:
    manager = require("matplotlib.font_manager", "plot")
    return bool(manager.get_font(manager.findfont(family)).get_char_index(_SAMPLE))


def families() -> list[str]:
    """The user's families, and behind them a Chinese one where they have none and one is installed."""
    parameters = require("matplotlib", "plot").rcParams
    chosen = list(parameters["font.family"])
    named = [name for family in chosen for name in parameters.get(f"font.{family}", [family])]
    there = installed()
    if any(name in there and _has_chinese(name) for name in named):
        return chosen
    return [*chosen, *[name for name in CHINESE if name in there][:1]]


def has_chinese() -> bool:
    """Whether Chinese can be shown."""
    there, parameters = installed(), require("matplotlib", "plot").rcParams
    expanded = [name for family in families() for name in parameters.get(f"font.{family}", [family])]
    return any(name in there and _has_chinese(name) for name in expanded)


@cache
def _warn_once() -> None:
    message = (
        "no installed font has Chinese characters, so pictures are labelled in English: install one, such as "
        "fonts-noto-cjk or fonts-wqy-microhei of Debian, or name yours in matplotlib's rcParams['font.family']"
    )
    warnings.warn(message, UserWarning, stacklevel=4)


def spoken() -> AbstractContextManager[None]:
    """The language of a picture: the one in use, but English where no font has Chinese, which is said once."""
    if current() == "en" or has_chinese():
        return nullcontext()
    _warn_once()
    return use("en")


def picture(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """A function that draws, in a language that can be shown."""

    @wraps(function)
    def draw(*arguments: _P.args, **options: _P.kwargs) -> _R:
        with spoken():
            return function(*arguments, **options)

    return draw


def dress(artist: Any) -> None:
    """Gives every text of an artist, and the labels of its ticks, the families."""
    names = families()
    for text in artist.findobj(require("matplotlib.text", "plot").Text):
        text.set_fontfamily(names)
    if hasattr(artist, "tick_params"):
        artist.tick_params(labelfontfamily=names)


def weight(text: str) -> int:
    """How wide a text is, in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
