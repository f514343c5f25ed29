"""JSON of statements against its schema, as jsonschema reads both."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report import typing as words

VALIDATOR = jsonschema.Draft202012Validator(sr.io.json_schema())


def load(table: Any) -> list[dict[str, Any]]:
    file = io.BytesIO()
    sr.io.write_table(table, file, format="json")
    loaded: list[dict[str, Any]] = json.loads(file.getvalue())
    return loaded


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(sr.io.json_schema())


def test_the_embedded_report_is_valid_and_survives(report: sr.Report) -> None:
    records = load(report)
    VALIDATOR.validate(records)
    assert sr.Report.from_frame(pd.DataFrame(records)).statements == report.statements
    VALIDATOR.validate(load({"甲": report, "乙": sr.Report()}))
    VALIDATOR.validate(load(report.to_frame()))


@given(st.data())
def test_every_statement_is_valid(data: st.DataObject) -> None:
    def word(alias: Any) -> Any:
        return data.draw(st.sampled_from(alias.__args__))

    texts = st.text(max_size=5)
    statement = sr.Statement(
        "指标" + data.draw(texts),
        quantity=data.draw(st.sampled_from([None, sr.Quantity("6", "%", bound="range", upper="7")])),
        measure=word(words.Measure),
        status=word(words.Status),
        modality=word(words.Modality),
        trend=word(words.Trend),
        period=word(words.Period),
        price_basis=data.draw(st.sampled_from([None, *words.PriceBasis.__args__])),  # type: ignore[attr-defined]
        year=data.draw(st.one_of(st.none(), st.integers(0, 3000))),
        area=data.draw(texts),
        doubts=[word(words.Doubt)],
    )
    VALIDATOR.validate(load(sr.Report([statement])))


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "speed"},
        {"status": ""},
        {"year": "2023"},
        {"year": 2023.5},
        {"value": "745"},
        {"indicator": None},
        {"start": -1},
        {"end": None},
        {"more": 1},
    ],
)
def test_what_is_no_statement_is_refused(report: sr.Report, change: dict[str, Any]) -> None:
    (record,) = load(report[:1])
    assert VALIDATOR.is_valid([record])
    assert not VALIDATOR.is_valid([record | change])
    assert not VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid([{name: value for name, value in record.items() if name != "indicator"}])


def test_files_of_the_first_version_stay_valid() -> None:
    # As version 1 wrote it. It is not to be changed: a change that this does not pass is another version.
    text = """[{"file": "a.txt", "indicator": "粮食总产量", "indicator_id": "grain_output", "name_en": "grain output",
      "measure": "level", "value": 5.0, "unit": "万吨", "base_value": 50000.0, "base_unit": "吨", "bound": "at_least",
      "modality": "strive", "status": "target", "year": 2024, "period": "year", "base_year": null, "area": "",
      "reference": "", "price_basis": "none", "scope": "", "section": "二、2024年工作目标", "doubts": "", "start": 30,
      "end": 31, "printed": "5", "step": "1", "printed_upper": "", "trend": "none", "byte_start": 80, "byte_end": 81,
      "stated_basis": ""}]"""
    records = json.loads(text)
    VALIDATOR.validate(records)
    (statement,) = sr.Report.from_frame(pd.DataFrame(records))
    assert statement.quantity == sr.Quantity("5", "万吨", bound="at_least", step="1")
    assert (statement.modality, statement.status, statement.year) == ("strive", "target", 2024)
