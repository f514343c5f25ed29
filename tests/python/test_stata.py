"""Stata data sets, as pandas reads them: labels of variables and words, Chinese text, long text, missing values."""

from __future__ import annotations

import io
from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report import typing as words


def reader_of(table: Any, **options: Any) -> pd.io.stata.StataReader:
    file = io.BytesIO()
    sr.io.write_table(table, file, format="dta", **options)
    return pd.read_stata(io.BytesIO(file.getvalue()), iterator=True)  # type: ignore[no-any-return]


def frame_of(table: Any, **options: Any) -> pd.DataFrame:
    with reader_of(table, **options) as reader:
        return reader.read().rename(columns={"end_": "end"})


def test_statements_survive(report: sr.Report) -> None:
    assert sr.Report.from_frame(frame_of(report)).statements == report.statements


def test_every_kind_of_statement_survives() -> None:
    figure = sr.Quantity("6", "%", bound="range", upper="6.5", step="0.5")
    statements = [
        sr.Statement("甲", quantity=figure, measure="growth", status="target", modality="strive", year=2024),
        sr.Statement("乙\n丙", trend="in_step", status="target", scope="=1+1", price_basis="constant", area="开发区"),
        sr.Statement(
            "丁", quantity=sr.Quantity("-0.50", "个百分点"), measure="change", reference="全省", base_year=2019
        ),
        *(sr.Statement("戊", quantity=sr.Quantity("1", "亿元"), period=period) for period in get_args(words.Period)),
    ]
    report = sr.Report(statements)
    assert sr.Report.from_frame(frame_of(report)).statements == report.statements


def test_variables_and_words_have_labels(report: sr.Report) -> None:
    with reader_of(report) as reader:
        reader.read()
        english, codes = reader.variable_labels(), reader.value_labels()
        assert reader.data_label == report.title
    with reader_of(report, headers="zh") as reader:
        chinese = reader.variable_labels()
    assert english["value"] == "value as printed"
    assert chinese["value"] == "数值"
    assert set(english) == set(chinese) == {*report.to_frame().columns, "end_"} - {"end"}
    # A word has one number in every file, whichever words the file has.
    assert list(codes["status"].values()) == list(get_args(words.Status))
    with reader_of(report[:1]) as reader:
        reader.read()
        assert reader.value_labels() == codes
    with pytest.raises(ValueError, match="'fr' is none of names, en, zh"):
        reader_of(report, headers="fr")


def test_text_of_any_length() -> None:
    for length in (0, 1, 50, 66, 67, 681, 682, 700, 40_000):
        text = "长" * length
        report = sr.Report([sr.Statement("甲", scope=text), sr.Statement("乙", scope="短")])
        assert list(frame_of(report)["scope"]) == [text, "短"]
    # A zero byte ends a text in Stata.
    assert frame_of(sr.Report([sr.Statement("甲\0乙")]))["indicator"][0] == "甲乙"


def test_what_is_missing_is_missing() -> None:
    frame = frame_of({"a": sr.Report([sr.Statement("甲")]), "b": sr.Report([sr.Statement("乙", year=2023)])})
    assert list(frame["file"]) == ["a", "b"]
    assert np.isnan(frame["value"]).all()
    assert np.isnan(frame["year"][0])
    assert frame["year"][1] == 2023
    assert frame["bound"].isna().all()


def test_an_empty_report_is_a_data_set() -> None:
    for table in (sr.Report(), {}):
        frame = frame_of(table)
        assert len(frame) == 0
        assert "indicator" in frame


def test_any_frame_is_written() -> None:
    columns = {"a": [1, None], "b": ["x", None], "c": [True, False], "d": [float("inf"), 0.5], "e": [(1,), "文"]}
    read = frame_of(pd.DataFrame(columns, index=[7, 7]))
    assert list(read["b"]) == ["x", ""]
    assert list(read["e"]) == ["(1,)", "文"]
    assert np.isnan(read["d"][0])
    assert read["d"][1] == 0.5


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1, max_size=3))
def test_any_text_is_the_same_text(texts: list[str]) -> None:
    report = sr.Report([sr.Statement("甲", scope=text) for text in texts])
    assert list(frame_of(report)["scope"]) == texts
