"""What holds of the C++ sources: what is public has a comment and an example, and one unit compiles a definition."""

import re
from pathlib import Path

import api
import pytest

ROOT = Path(__file__).parents[2]
INCLUDE = ROOT / "include"


HEADER = """\
#pragma once
#define ANY(x) \\
  struct x;
namespace shengzhou_report {
namespace detail {
int hidden();
namespace formula {
struct Hidden {
  int x;
};
}  // namespace formula
}  // namespace detail
/// A kind.
enum class Kind { one, two };
/// A thing.
class Thing {
 public:
  Thing() = default;
  /// From a number.
  explicit Thing(int value = {}) : value_{value} {}
  [[nodiscard]] int value() const { return value_; }  ///< what it was made from
  [[nodiscard]] int half() const;
  friend bool operator==(const Thing&, const Thing&) = default;

 private:
  int secret() const;
  int value_;
};
/// A formula, {braces} and all.
inline constexpr Elementwise<detail::Formula, 2> formula{};
template <class T>
  requires(sizeof(T) > 1)
[[nodiscard]] T twice(const T& x);
/// Adds.
[[nodiscard]] int add(int a, int b = 1);
[[nodiscard]] double add(double a, double b);

[[nodiscard]] int apart();
}  // namespace shengzhou_report
template <>
struct std::hash<shengzhou_report::Thing> {
  std::size_t operator()(const shengzhou_report::Thing& thing) const noexcept;
};
"""


@pytest.fixture
def headers(tmp_path: Path) -> Path:
    (tmp_path / "thing.hpp").write_text(HEADER, encoding="utf-8")
    return tmp_path


def test_the_lister_sees_what_is_public(headers: Path) -> None:
    found = [(d.kind, d.full_name) for d in api.declarations(headers)]
    assert found == [
        ("type", "Kind"),
        ("type", "Thing"),
        ("constructor", "Thing::Thing"),
        ("function", "Thing::value"),
        ("function", "Thing::half"),
        ("object", "formula"),
        ("function", "twice"),
        ("function", "add"),
        ("function", "add"),
        ("function", "apart"),
    ]


def test_the_lister_sees_what_has_no_comment(headers: Path) -> None:
    missing = api.without_comment(api.declarations(headers))
    assert [line.split(" has ")[0].split(": ")[1] for line in missing] == [
        "function Thing::half",
        "function twice",
        "function apart",
    ]


@pytest.mark.parametrize(
    ("gone", "missing"),
    [
        ("", None),
        ("thing.half();", "half has 0 of 1 examples"),
        ("sr::add(1.0, 2.0);", "add has 1 of 2 examples"),
        ("sr::formula(1, 2);", "formula has 0 of 1 examples"),
        ("sr::Kind::one;", "Kind has 0 of 1 examples"),
    ],
)
def test_the_lister_sees_what_has_no_example(headers: Path, gone: str, missing: str | None) -> None:
    example = """
    // half(), add and a formula in a comment are none: thing.half(); sr::add(1, 2);
    sr::Thing thing(1); sr::Thing other; thing.value(); thing.half(); "sr::formula(1, 2)";
    sr::Kind::one; sr::formula(1, 2); sr::twice(1L); sr::add(1); sr::add(1.0, 2.0); sr::apart();
    """
    (headers / "thing.cpp").write_text(example.replace(gone, "") if gone else example, encoding="utf-8")
    found = api.without_example(api.declarations(headers), headers)
    assert found == ([] if missing is None else [f"thing.cpp: {missing}"])


def test_every_public_declaration_has_a_comment_and_an_example() -> None:
    declared = api.declarations()
    assert {d.header for d in declared} == {path.name for path in api.HEADERS.glob("*.hpp")} - {"config.hpp"}
    assert api.without_comment(declared) == []
    assert api.without_example(declared) == []


def included(path: Path) -> list[Path]:
    """What a file includes where the library is compiled: a header leaves its definitions out."""
    text = re.sub(r"#ifndef SHENGZHOU_REPORT_COMPILED\n#include.*\n#endif", "", path.read_text(encoding="utf-8"))
    files = [INCLUDE / name for name in re.findall(r"#include <(shengzhou_report[^>]+)>", text)]
    return files + [path.parent / name for name in re.findall(r'#include "([^"]+)"', text)]


def reached(path: Path) -> set[Path]:
    seen: set[Path] = set()
    new = {path}
    while new:
        seen |= new
        new = {file.resolve() for here in new for file in included(here)} - seen
    return seen


def test_one_unit_compiles_a_definition() -> None:
    """So that a repeated build after a change of one .ipp compiles one file. What several units need is an .hpp."""
    sources = [*(ROOT / "src").glob("*.cpp"), *(ROOT / "python" / "bindings").glob("*.cpp")]
    units = {source: reached(source) for source in sources}
    definitions = {path.resolve() for path in INCLUDE.rglob("*.ipp")}
    assert len(definitions) > 50
    users = {
        path.relative_to(INCLUDE): [source.name for source, files in units.items() if path in files]
        for path in definitions
    }
    assert {path: names for path, names in users.items() if len(names) != 1} == {}
