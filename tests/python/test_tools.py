"""The tools of tests/tools: what a change of the parser is judged by."""

import ast
import json
import random
import re
import typing
from pathlib import Path
from typing import Any

import alarms
import dump
import measure
import mutate
import pytest
import schemas
import stubs

import shengzhou_report as sr

TOOLS = Path(__file__).parents[1] / "tools"
SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    (folder / "2031").mkdir(parents=True)
    (folder / "2031" / "a.txt").write_text("2031年云岭县政府工作报告\n税收5亿元。", encoding="utf-8")
    (folder / "b.txt").write_text("粮食产量21万吨，增长1.5%。编号12。", encoding="utf-8")
    return folder


def test_two_dumps_of_one_parser_say_the_same(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in ("one", "two"):
        assert dump.main(["write", str(documents), str(tmp_path / out)]) == 0
    assert sorted(file.name for file in (tmp_path / "one").iterdir()) == ["2031-a.jsonl", "b.jsonl"]
    assert dump.main(["compare", str(tmp_path / "one"), str(tmp_path / "two")]) == 0
    assert capsys.readouterr().out == "the dumps say the same\n"
    records = [json.loads(line) for line in (tmp_path / "one" / "b.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["what"] for record in records] == ["report", "statement", "statement", "skipped"]
    assert records[1]["quantity"] == "21万吨"
    assert records[1]["around"].startswith("粮食产量21万吨")


def test_what_changed_is_counted_field_by_field(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for out in (old, new):
        dump.main(["write", str(documents), str(out)])
    lines = (new / "b.jsonl").read_text(encoding="utf-8").splitlines()
    changed = json.loads(lines[1]) | {"year": 2030, "around": "that text does not count"}
    (new / "b.jsonl").write_text("\n".join([lines[0], json.dumps(changed), lines[2]]) + "\n", encoding="utf-8")
    (new / "2031-a.jsonl").unlink()
    capsys.readouterr()
    assert dump.main(["compare", str(old), str(new)]) == 1
    out = capsys.readouterr().out
    assert "2 documents differ" in out
    assert "1 statement year" in out
    assert "None -> 2030" in out
    assert "2 skipped gone" in out
    assert "1 statement gone" in out
    assert "around" not in out
    assert dump.main(["compare", str(old), str(new), "--field", "year"]) == 1
    assert "== skipped gone" not in capsys.readouterr().out


def test_a_folder_without_texts_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dump.main(["write", str(tmp_path), str(tmp_path / "out")]) == 2
    assert "no *.txt" in capsys.readouterr().err


def test_printed_figures_are_read() -> None:
    assert measure.of_corpus(
        "year               1040 / 1159     0.8973\nstatements     9 with catalogue id 0.2172\n"
    ) == {
        "corpus.year": 0.8973,
        "corpus.catalogued": 0.2172,
    }
    assert measure.of_count("national", "target 1990: want 5\nnational: 18 of 49 right\n") == {"national": 18 / 49}
    assert measure.of_count("cases", "cases.txt: 15 of 60 cases right") == {"cases": 0.25}
    assert measure.of_paragraphs(
        "gold",
        "x: detection F1 0.97 record F1 0.688\nright among found: value 0.988  year 0.784\n"
        "without doubts 0.803 of the values, of those right 0.948",
    ) == {
        "gold.detection_f1": 0.97,
        "gold.record_f1": 0.688,
        "gold.value": 0.988,
        "gold.year": 0.784,
        "gold.without_doubts": 0.803,
        "gold.right_without_doubts": 0.948,
    }
    assert measure.of_score("r", "detection_f1 1.000  record_f1 0.984") == {
        "score.r.detection_f1": 1.0,
        "score.r.record_f1": 0.984,
    }


def test_floors_only_rise() -> None:
    floors = {"a": 0.9, "b": 0.5}
    assert measure.below({"a": 0.9, "b": 0.6}, floors) == []
    assert measure.below({"a": 0.89}, floors) == [
        "a: 0.8900 is below its floor 0.9000",
        "b: is no longer measured",
    ]
    assert measure.raised({"a": 0.8, "b": 0.61239, "c": 1.0}, floors) == {"a": 0.9, "b": 0.6123, "c": 1.0}


def test_alarms_are_shown_by_rule_with_their_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "云岭市2031年政府工作报告\n一、2030年工作回顾\n"
    (tmp_path / "loud.txt").write_text(head + "固定资产投资60亿元，工业投资65亿元。", encoding="utf-8")
    (tmp_path / "quiet.txt").write_text(head + "固定资产投资60亿元，工业投资55亿元。", encoding="utf-8")
    out = tmp_path / "alarms.jsonl"
    assert alarms.main([str(tmp_path), "--json", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "1 alarms in 2 documents" in printed
    assert "| part_exceeds_whole | 0 | 0 | 1 |" in printed
    assert "工业投资[65]亿元" in printed
    (alarm,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert alarm["document"].endswith("/loud.txt")
    assert len(alarm["sentences"]) == 2
    assert alarms.main([str(tmp_path), "--rule", "shares_sum"]) == 0
    assert "##" not in capsys.readouterr().out
    figures = measure.of_alarms(tmp_path)
    assert figures == {"check.quiet": 0.5, "check.findings": 0.5}


def test_without_the_evaluation_there_is_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure.main(["--shared", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().out


def test_the_evaluation_runs_on_a_report() -> None:
    if not (SHARED / "eval").is_dir():
        pytest.skip("the evaluation is not beside the repository (../shared)")
    name = measure.GOLD_REPORTS[0]
    program, report = SHARED / "eval" / "score.py", SHARED / "reports" / f"{name}.txt"
    figures = measure.of_score(name, measure.run(program, report, SHARED / "eval" / f"{name}.gold.tsv"))
    assert figures[f"score.{name}.detection_f1"] == 1


def test_mutations_of_two_documents_break_nothing(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(documents), "--count", "60", "--seed", "3", "--out", str(tmp_path / "mutants")]
    assert mutate.main(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("60 mutations of 2 documents, seed 3\n")
    assert out.endswith("every invariant holds\n")
    assert not (tmp_path / "mutants").exists()


@pytest.mark.parametrize("step", mutate.MUTATIONS, ids=lambda step: step.__name__)
def test_a_mutation_is_the_same_for_the_same_seed(step: Any) -> None:
    for text in ("一", "编号12。\n粮食产量21.5万吨，\n增长1.5%。\n" * 9):
        assert step(text, random.Random(5)) == step(text, random.Random(5))
    assert any(step(text, random.Random(seed)) != text for seed in range(9))


def test_a_breach_is_made_small_and_written(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, only: str | None = None) -> dict[str, str]:
        return {"coverage": "吨 is lost"} if "吨" in text else {}

    monkeypatch.setattr(mutate.invariants, "broken", broken)
    out = tmp_path / "mutants"
    assert mutate.main([str(documents), "--count", "20", "--out", str(out)]) == 1
    assert {file.read_text(encoding="utf-8") for file in out.iterdir()} == {"吨"}
    assert "coverage-" in capsys.readouterr().out


def test_without_a_corpus_nothing_is_mutated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main(["--shared", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().out
    assert mutate.main([str(tmp_path)]) == 2
    assert "no *.txt" in capsys.readouterr().err


def test_every_breach_of_an_invariant_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text, other = "税收5亿元。编号12。", "税收5亿元。出口3亿元。编号12。编号13。\n"
    report = sr.parse(text)
    for check in (
        mutate.invariants.spans_lie_in_the_text,
        mutate.invariants.spans_hold_the_printed_number,
        mutate.invariants.sections_are_slices,
        mutate.invariants.reading_again_says_the_same,
    ):
        assert list(check(text, report)) == []
        assert list(
            check("", sr.parse(other)) if check is mutate.invariants.spans_lie_in_the_text else check(other, report)
        )
    assert list(mutate.invariants.every_digit_is_accounted_for("税收5亿元。5", sr.parse("税收5亿元。")))
    assert list(mutate.invariants.every_digit_is_accounted_for("12万m2、３ｍ３", sr.Report())) == [
        "12 in …12万m2、３ｍ３… is lost",
        "３ in …12万m2、３ｍ３… is lost",
    ]
    statement = report[0].replace(start=7, end=9)
    assert list(mutate.invariants.spans_keep_apart(text, sr.Report([statement], skipped=report.skipped)))
    half = report[0].replace(quantity=None)
    assert list(mutate.invariants.figures_stand_for_values(text, sr.Report([half])))
    monkeypatch.setattr(mutate.invariants.sr, "parse", lambda text: 1 / 0)
    assert "ZeroDivisionError" in mutate.invariants.broken(text)["exception"]


def test_pre_commit_checks_style_with_the_versions_of_ci() -> None:
    root = TOOLS.parents[1]
    versions = [
        set(re.findall(r"(ruff|clang-format)==([\d.]+)", (root / name).read_text(encoding="utf-8")))
        for name in ("pyproject.toml", ".pre-commit-config.yaml")
    ]
    assert versions[0] == versions[1]
    assert {name for name, _ in versions[0]} == {"ruff", "clang-format"}
    # The same commands as well; CI names all files where pre-commit names those that changed.
    steps = (root / "tests" / "run").read_text(encoding="utf-8")
    style = steps[steps.index("\nstyle() {") : steps.index("\nnotebooks() {")]
    hooks = re.findall(r"entry: (.+)", (root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert len(hooks) == 3
    assert len(re.findall(r"^ +(?:ruff|find) ", style, re.MULTILINE)) == len(hooks)
    assert all(re.search(rf"{hook}(?: \.)?$", style, re.MULTILINE) for hook in hooks)


def test_the_devcontainer_installs_what_the_tests_need() -> None:
    root = TOOLS.parents[1]
    container = json.loads((root / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    needed = re.search(r"for package in (.+?);", (root / "tests" / "run").read_text(encoding="utf-8"))
    assert needed
    assert set(needed[1].split()) <= set(container["onCreateCommand"].split())
    groups = (root / "pyproject.toml").read_text(encoding="utf-8").partition("[dependency-groups]")[2]
    for group in re.findall(r"--group (\w+)", container["postCreateCommand"]):
        assert re.search(rf"^{group} = \[", groups, re.MULTILINE)


def test_stubs_of_formulas_are_as_their_tool_writes_them() -> None:
    for name in stubs.MODULES:
        path, text, wanted = stubs.stub(name)
        assert text == wanted, f"{path.name}: run tests/tools/stubs.py"


def test_the_schema_of_statements_is_as_its_tool_writes_it() -> None:
    assert sr.io.json_schema() == schemas.schema(), "run tests/tools/schemas.py"


def test_aliases_have_the_words_of_the_core() -> None:
    path, text, wanted = stubs.aliases()
    assert text == wanted, f"{path.name}: run tests/tools/stubs.py"


def test_only_choices_of_the_python_layer_are_aliases_without_an_enumeration() -> None:
    aliases = {name for name, value in vars(sr.typing).items() if typing.get_origin(value) is typing.Literal}
    assert aliases - set(sr._core.words) == {"Distribution"}


def test_stubs_of_records_list_their_fields() -> None:
    stub = ast.parse((stubs.PACKAGE / "_core.pyi").read_text(encoding="utf-8"))
    classes = {node.name: node for node in stub.body if isinstance(node, ast.ClassDef)}
    assert len(sr._core.records) > 20
    for name, fields in sr._core.records.items():
        methods = {node.name: node for node in classes[name].body if isinstance(node, ast.FunctionDef)}
        taken = methods["__init__"].args
        assert tuple(argument.arg for argument in taken.args[1:] + taken.kwonlyargs) == fields, name
        assert set(fields) <= set(methods), name
        assert all(hasattr(getattr(sr, name), field) for field in fields)


def test_every_formula_is_in_a_stub() -> None:
    written = "".join(stubs.stub(name)[2] for name in stubs.MODULES)
    formulas = sr._core.formulas
    assert len(formulas) > 40
    assert [name for name in formulas if f"def {name}(" not in written] == []
