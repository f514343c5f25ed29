"""The language of what people look at: tables, displays, pictures, pages, the command line.

Machine-readable output keeps its English words. The texts stand in English where they are made, marked by `gettext`,
and in Chinese in `locale/zh/LC_MESSAGES/shengzhou_report.po`.
"""

from __future__ import annotations

import gettext as catalogues
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from ._core import DomainError

__all__ = ["current", "gettext", "of_locale", "use", "word"]

Language: TypeAlias = Literal["en", "zh"]

#: Names it before all that the locale says.
VARIABLE = "SHENGZHOU_REPORT_LANGUAGE"

#: What the locale says, in the order in which gettext asks.
_VARIABLES = (VARIABLE, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def __dir__() -> list[str]:
    return __all__


def of_locale(environment: Mapping[str, str] | None = None) -> Language:
    """The language that the environment names: SHENGZHOU_REPORT_LANGUAGE, else that of the locale; else English.

    >>> import shengzhou_report as sr
    >>> sr.language.of_locale({"LANG": "zh_CN.UTF-8"}), sr.language.of_locale({"LANG": "C"})
    ('zh', 'en')
    """
    environment = os.environ if environment is None else environment
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "zh" if named.lower().startswith("zh") else "en"


def current() -> Language:
    """The language in use: that of the innermost `use`, else that of the environment.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     sr.language.current()
    'en'
    """
    return _chosen.get() or of_locale()


@contextmanager
def use(language: Language) -> Iterator[None]:
    """Whatever is shown within the block is in this language. Raises DomainError for another than `en` and `zh`.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("zh"):
    ...     sr.language.current()
    'zh'
    """
    if language not in get_args(Language):
        raise DomainError(f"language {language!r} is none of {', '.join(get_args(Language))}")
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def gettext(message: str, language: Language | None = None) -> str:
    """The message in the language, by default the one in use; as it is where the catalogue does not have it.

    Values have names in a message, so that each language has its own order: `_("{place} {year}").format(...)`.

    >>> import shengzhou_report as sr
    >>> sr.language.gettext("no such text", "zh")
    'no such text'
    """
    return _catalogue(language or current()).gettext(message) if message else ""


def word(name: str, language: Language | None = None) -> str:
    """A word of an enumeration, or another name that machines read, as people read it.

    In English its words are set apart; what the catalogue lacks is said in English in Chinese as well. The catalogue
    has such words in the context `word`, since the same text may head a column: `year`.

    >>> import shengzhou_report as sr
    >>> sr.language.word("year_average", "en"), sr.language.word("year_average", "zh")
    ('year average', '年均')
    """
    said = _catalogue(language or current()).pgettext("word", name)
    return name.replace("_", " ") if said == name else said


@cache
def _catalogue(language: Language) -> catalogues.NullTranslations:
    folder = Path(__file__).with_name("locale")
    return catalogues.translation("shengzhou_report", folder, [language], fallback=True)
