"""What Doxygen reads of the public headers, and its run.

Two things of these headers say nothing to Doxygen, so it gets a copy of them that says both:

- a comment above `namespace shengzhou_report` is about the header, not about the namespace, which forty of them open;
- a formula is an object, `Elementwise<...> compound{}`, whose parameters stand in its definition. The copy declares the
  function that it is called as.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from shengzhou_report import _core

NAMESPACE = re.compile(r"((?:^///.*\n)*)^namespace shengzhou_report \{$", re.MULTILINE)
#: Nobody looks up how a type is hashed, and Doxygen does not know the scope `std`; words stand beside their values.
SPECIALISED = re.compile(r"^template <>\nstruct (?:std::hash|Words)<.*?^\};\n", re.MULTILINE | re.DOTALL)
#: A template that is only declared.
DECLARED = re.compile(r"^(template <class \w+>\nstruct \w+);$", re.MULTILINE)
CONCEPT = re.compile(r"^concept (\w+) =", re.MULTILINE)
FORMULA = re.compile(r"inline constexpr Elementwise<[^;]*> (\w+)\{\};")

OPTIONS = """
PROJECT_NAME = shengzhou_report
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
XML_PROGRAMLISTING = NO
QUIET = YES
WARN_AS_ERROR = YES
WARN_IF_UNDOCUMENTED = NO
WARN_IF_INCOMPLETE_DOC = NO
RECURSIVE = NO
JAVADOC_AUTOBRIEF = YES
EXTRACT_ALL = YES
ENABLE_PREPROCESSING = YES
MACRO_EXPANSION = YES
EXPAND_ONLY_PREDEF = YES
PREDEFINED = "SHENGZHOU_REPORT_DECLARE(x)=" "SHENGZHOU_REPORT_INLINE=" "SHENGZHOU_REPORT_IMPLEMENT="
EXCLUDE_SYMBOLS = *detail*
STRIP_FROM_PATH = {source}
OUTPUT_DIRECTORY = {output}
INPUT = {source}
"""


def _formula(match: re.Match[str]) -> str:
    name = match[1]
    parameters = _core.formulas[name]
    ranged = [parameter for parameter, may_be_interval in parameters if may_be_interval]
    forms = "on numbers, on arrays element by element"
    if ranged:
        forms += f", and on intervals ({', '.join(ranged)})"
    arguments = ", ".join(f"double {parameter}" for parameter, _ in parameters)
    return f"///\n/// Called {forms}; see `Elementwise`.\ndouble {name}({arguments});"


def prepared(text: str) -> str:
    """A header as Doxygen is to read it."""
    text = NAMESPACE.sub(lambda m: f"/// @file\n{m[1]}\nnamespace shengzhou_report {{", text, count=1)
    text = DECLARED.sub(r"\1 {};", SPECIALISED.sub("", text))
    return FORMULA.sub(_formula, text)


def run(headers: Path, build: Path) -> dict[str, list[str]] | None:
    """Reads all headers of a folder into XML below `build`.

    Returns their names, each with the concepts in it, which Breathe leaves out; None where there is no Doxygen.
    """
    if shutil.which("doxygen") is None:
        return None
    source = build / "include"
    shutil.rmtree(build, ignore_errors=True)
    source.mkdir(parents=True)
    names = sorted(path.name for path in headers.glob("*.hpp"))
    concepts = {}
    for name in names:
        text = (headers / name).read_text(encoding="utf-8")
        (source / name).write_text(prepared(text), encoding="utf-8")
        concepts[name] = CONCEPT.findall(re.sub(r"(?s)namespace detail.*?\n\}  // namespace detail", "", text))
    options = OPTIONS.format(source=source, output=build)
    subprocess.run(["doxygen", "-"], input=options, encoding="utf-8", check=True)
    return concepts
