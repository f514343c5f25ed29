"""The widget of notebooks, as Python sees it; `tests/browser` moves it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import shengzhou_report as sr

pytest.importorskip("anywidget", reason="needs the extra widget")

#: Incomes of the embedded report.
URBAN, RURAL = 77400, 43200


def test_the_widget_starts_with_what_the_report_states() -> None:
    widget = sr.explore()
    assert (widget.urban_growth, widget.rural_growth, widget.years) == (0.063, 0.068, 10)
    assert widget.ratio == pytest.approx(URBAN / RURAL * (1.063 / 1.068) ** 10)
    assert widget.gap == pytest.approx(URBAN * 1.063**10 - RURAL * 1.068**10)
    assert (widget.selected, widget.selection) == ([], ())


def test_what_is_set_is_what_is_computed_with() -> None:
    widget = sr.explore(sr.shengzhou_2024())
    seen: list[float] = []
    widget.observe(lambda change: seen.append(change["new"]), names="rural_growth")
    widget.rural_growth, widget.years, widget.selected = 0.09, 3, [2, 5]
    assert seen == [0.09]
    assert widget.ratio_path == pytest.approx([URBAN / RURAL * (1.063 / 1.09) ** t for t in range(4)])
    assert len(widget.gap_path) == 4
    assert widget.selection == (widget.report[2], widget.report[5])


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("urban_growth", 6.3, "rates are fractions"),
        ("rural_growth", -1.0, "rates are fractions"),
        ("years", 0, "between 1 and 60"),
        ("selected", [192], "beyond the 192 statements"),
        ("selected", [-1], "beyond"),
    ],
)
def test_what_makes_no_sense_is_an_error(name: str, value: object, why: str) -> None:
    widget = sr.explore()
    before = getattr(widget, name)
    with pytest.raises(sr.DomainError, match=why):
        setattr(widget, name, value)
    assert getattr(widget, name) == before


def test_a_report_without_incomes_has_the_table_alone() -> None:
    widget = sr.explore(sr.parse("2024年,粮食产量21万吨。"))
    assert widget.model["income"] is None
    assert len(widget.model["rows"]) == 1
    assert (widget.ratio, widget.gap, widget.ratio_path) == (None, None, None)
    assert sr.explore(sr.Report()).model["rows"] == []


def test_what_cannot_be_seen_is_shown_and_the_model_is_json() -> None:
    named = sr.Statement("粮\u202e\x1b食</script>", quantity=sr.Quantity(21, "吨"))
    model = json.dumps(sr.explore(sr.Report([named])).model, ensure_ascii=False, allow_nan=False)
    assert not {"\u202e", "\x1b"} & set(model)
    assert r"粮\\u202e\\x1b食" in model


def test_nothing_is_loaded_from_elsewhere() -> None:
    widget = sr.explore()
    for text in (widget._esm, widget._css):
        assert "://" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "import " not in text
        assert "url(" not in text
    # The style holds within the widget.
    depth = 0
    for line in widget._css.splitlines():
        assert depth or not line.endswith("{") or line.startswith(".sr-explore"), line
        depth += line.count("{") - line.count("}")
    assert depth == 0


def test_language_is_the_one_in_use() -> None:
    with sr.language.use("zh"):
        assert sr.explore().language == "zh"


def test_what_is_no_report_and_a_missing_extra_are_named() -> None:
    with pytest.raises(TypeError, match="needs a Report, got str"):
        sr.explore("report")  # type: ignore[arg-type]
    program = (
        "import sys; sys.modules['anywidget'] = None\nimport shengzhou_report as sr\n"
        "try:\n    sr.explore()\nexcept ImportError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "this needs anywidget: pip install 'shengzhou-report[widget]'"
