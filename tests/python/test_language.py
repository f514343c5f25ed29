"""The language of what people look at."""

import pytest

import shengzhou_report as sr
from shengzhou_report import language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "SHENGZHOU_REPORT_LANGUAGE": "zh"}, "zh"),
    ],
)
def test_the_first_variable_that_says_something_decides(environment: dict[str, str], expected: str) -> None:
    assert language.of_locale(environment) == expected


def test_the_innermost_block_decides() -> None:
    with language.use("zh"):
        with language.use("en"):
            assert language.current() == "en"
        assert language.current() == "zh"


def test_another_language_is_an_error() -> None:
    with pytest.raises(sr.DomainError, match="fr"), language.use("fr"):  # type: ignore[arg-type]
        pass


def test_a_text_that_the_catalogue_lacks_stays_as_it_is() -> None:
    assert language.gettext("no such text", "zh") == "no such text"
