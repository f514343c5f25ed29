#!/usr/bin/env python3
"""Lists what the public headers declare, and what of it has no documentation or no example in examples/api.

    api.py            lists every declaration
    api.py --check    lists those without a comment or an example, and exits with 1 if there are any

It reads C++ as far as these headers go: namespaces, types, their public members, functions, objects. What stands in a
namespace `detail` is nobody's interface. A function of n overloads has its examples where the file of its header calls
it n times; operators have no name to look for, so only a comment is asked of them, as of fields. A comment stands above
a declaration or behind it, or above what it stands directly under: an overload, another operator, what is printed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADERS = ROOT / "include" / "shengzhou_report"
EXAMPLES = ROOT / "examples" / "api"
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'|[A-Za-z_]\w*|\d[\w.\']*|::|->|<=>|<<|[<=!]=|&&|\.\.\.|\S')
SPECIFIERS = {"inline", "constexpr", "static", "explicit", "extern", "virtual", "typename"}
PAIRS = {"(": ")", "{": "}", "[": "]", "<": ">"}


@dataclass(frozen=True)
class Declaration:
    """A name that users of the library may write."""

    header: str
    line: int
    kind: str  # type, function, object, operator, constructor, field
    name: str
    owner: str  # the class, of members
    documented: bool

    @property
    def full_name(self) -> str:
        """The name with that of its class."""
        return f"{self.owner}::{self.name}" if self.owner else self.name


@dataclass
class Reader:
    """A header as tokens with their lines, and where comments of documentation stand."""

    header: str
    text: str
    tokens: list[tuple[str, int]] = field(default_factory=list)
    above: set[int] = field(default_factory=set)  # lines that are nothing but documentation
    behind: set[int] = field(default_factory=set)  # lines that end with some
    at: int = 0

    def __post_init__(self) -> None:
        """Takes the text apart."""
        directive = False
        for number, line in enumerate(self.text.splitlines(), 1):
            if directive or line.startswith("#"):
                directive = line.endswith("\\")
                continue
            if line.lstrip().startswith("///"):
                self.above.add(number)
            elif "///<" in line:
                self.behind.add(number)
            self.tokens += [(token, number) for token in TOKEN.findall(line.split("//")[0])]

    def skip(self) -> None:
        """Goes behind the bracket that closes the one here."""
        opening = self.tokens[self.at][0]
        closing, depth = PAIRS[opening], 0
        while True:
            token = self.tokens[self.at][0]
            depth += (token == opening) - (token == closing)
            self.at += 1
            if depth == 0:
                return

    def read(self, owner: str = "", hidden: bool = False) -> Iterator[Declaration]:
        """Declarations up to the bracket that closes this scope."""
        last = Declaration(self.header, 0, "", "", "", False)
        last_line = 0
        while self.at < len(self.tokens) and self.tokens[self.at][0] != "}":
            token, first = self.tokens[self.at]
            if token in ("public", "private", "protected"):
                hidden = token != "public"
                self.at += 2
                continue
            begin = self.at
            while self.tokens[self.at][0] not in (";", "{"):
                if self.tokens[self.at][0] in ("(", "["):
                    self.skip()
                else:
                    self.at += 1
            tokens = [token for token, _ in self.tokens[begin : self.at]]
            end, body = self.tokens[self.at]
            if tokens[:3] == ["template", "<", ">"]:  # a specialisation is what its template says
                self.skip()
                self.at += 1
                continue
            head = plain(tokens)
            if head[:1] == ["namespace"]:
                self.at += 1
                yield from self.read(hidden=hidden or "detail" in head)
                self.at += 1
                continue
            members: list[Declaration] = []
            if end == "{" and head[0] in ("struct", "class"):
                self.at += 1
                members += self.read(head[1], hidden=head[0] == "class")
                self.at += 1
            elif end == "{":
                self.skip()
                while self.at < len(self.tokens) and self.tokens[self.at][0] in (",", "{"):  # behind x_{x}, y_{y}
                    self.at += self.tokens[self.at][0] == ","
                    while self.tokens[self.at][0] != "{":
                        self.at += 1
                    self.skip()
            if self.at < len(self.tokens) and self.tokens[self.at][0] == ";":
                self.at += 1
            kind, name = classify(head, owner)
            comment = first - 1 in self.above or any(line in self.behind for line in range(first, body + 1))
            alike = name == last.name or (kind == last.kind == "operator") or name == "operator<<"
            together = first == last_line + 1 and alike and last.documented
            last = Declaration(self.header, first, kind, name, owner, comment or together)
            last_line = self.tokens[self.at - 1][1]
            if kind and not hidden:
                yield last
                yield from members


def plain(head: list[str]) -> list[str]:
    """A declaration without its template, attributes and specifiers."""
    while head:
        if head[0] == "[":
            depth = 0
            for i, token in enumerate(head):
                depth += (token == "[") - (token == "]")
                if depth == 0:
                    head = head[i + 1 :]
                    break
        elif head[0] in ("template", "requires"):
            opening = head[1]
            depth = 0
            for i, token in enumerate(head):
                depth += (token == opening) - (token == PAIRS[opening])
                if depth == 0 and i > 0:
                    head = head[i + 1 :]
                    break
        elif head[0] in SPECIFIERS:
            head = head[1:]
        else:
            break
    return head


def classify(head: list[str], owner: str) -> tuple[str, str]:
    """What is declared, and its name; no kind for what is no interface of its own."""
    if not head or head[0] in ("friend", "static_assert", "~") or "default" in head or "delete" in head:
        return "", ""
    if head[0] in ("struct", "class", "enum", "concept"):
        return ("", "") if "::" in head and ":" not in head else ("type", head[2 if head[1] == "class" else 1])
    if head[0] == "using":
        return ("type", head[1]) if "=" in head else ("", "")
    if "operator" in head:
        return "operator", "".join(head[head.index("operator") : head.index("(", head.index("operator") + 2)])
    depth = 0
    for i, token in enumerate(head):
        depth += (token == "<") - (token == ">")
        if token == "(" and depth == 0:
            return ("constructor" if head[i - 1] == owner else "function"), head[i - 1]
        if token == "=" and depth == 0:
            return ("field" if owner else "object"), head[i - 1]
    return ("field" if owner else "object"), head[-1]


def declarations(headers: Path = HEADERS) -> list[Declaration]:
    """Everything that the public headers declare."""
    return [
        declaration
        for path in sorted(headers.glob("*.hpp"))
        for declaration in Reader(path.name, path.read_text(encoding="utf-8")).read()
    ]


def code(text: str) -> str:
    """C++ without comments and without what stands in quotes."""
    return re.sub(r'//[^\n]*|"(?:[^"\\]|\\.)*"', '""', text)


def without_example(declared: list[Declaration], examples: Path = EXAMPLES) -> list[str]:
    """Names with fewer uses in the file of their header than there are declarations of them."""
    wanted = Counter(
        (d.header, "." if d.owner and d.kind == "function" else "", d.name)
        for d in declared
        if d.kind in ("type", "function", "object", "constructor")
    )
    missing = []
    for (header, before, name), count in sorted(wanted.items()):
        path = examples / header.replace(".hpp", ".cpp")
        text = code(path.read_text(encoding="utf-8")) if path.exists() else ""
        pattern = rf"(?:\.|->|::){name}\b" if before else rf"(?<![.>\w]){name}\b"
        uses = len(re.findall(pattern, text))
        if uses < count:
            missing.append(f"{path.name}: {name} has {uses} of {count} examples")
    return missing


def without_comment(declared: list[Declaration]) -> list[str]:
    """Declarations that no `///` comment stands at."""
    return [f"{d.header}:{d.line}: {d.kind} {d.full_name} has no comment" for d in declared if not d.documented]


def main(arguments: list[str]) -> int:
    """Runs the tool."""
    declared = declarations()
    if arguments == ["--check"]:
        wrong = without_comment(declared) + without_example(declared)
        print("\n".join(wrong) if wrong else f"{len(declared)} declarations have a comment, and an example")
        return 1 if wrong else 0
    for d in declared:
        print(f"{d.header}:{d.line}\t{d.kind}\t{d.full_name}\t{'' if d.documented else 'no comment'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
