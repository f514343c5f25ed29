"""Signatures with types, from the stubs: functions of the formulas dispatch at run time and carry no annotations.

A function of several overloads shows its parameters once, with the types that any of them takes, and what they give.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

#: What the private aliases of the stubs stand for, in the words of a reader.
WORDS = {
    "_Number": "float",
    "_Range": "Interval",
    "_AnyArray": "array",
    "_Array": "array",
    "_Frame": "DataFrame",
    "_Decimal": "number",
    "_NanPolicy": "str",
    "NDArray[np.float64]": "ndarray",
    "NDArray[float64]": "ndarray",
}


@cache
def functions(module: str) -> dict[str, list[ast.FunctionDef]]:
    """Functions of a module's stub by name, methods as Class.name; overloads together."""
    spec = find_spec(module)
    path = Path(spec.origin).with_suffix(".pyi") if spec and spec.origin else None
    if module == "shengzhou_report._core":
        path = Path(find_spec("shengzhou_report").origin).parent / "_core.pyi"  # type: ignore[union-attr, arg-type]
    if path is None or not path.exists():
        return {}
    found: dict[str, list[ast.FunctionDef]] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, ast.FunctionDef):
                    found.setdefault(f"{node.name}.{member.name}", []).append(member)
    return found


def union(annotations: list[ast.expr | None]) -> str:
    """Types that any of several annotations names, each once."""
    kinds: dict[str, None] = {}
    for annotation in annotations:
        stack = [annotation] if annotation is not None else []
        while stack:
            part = stack.pop(0)
            if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr):
                stack[:0] = [part.left, part.right]
            else:
                text = ast.unparse(part)
                kinds[WORDS.get(text, text)] = None
    text = " | ".join(kinds)
    for alias, word in WORDS.items():
        text = text.replace(alias, word)
    return text


def signature(overloads: list[ast.FunctionDef], is_method: bool) -> tuple[str, str]:
    """Parameters and result of all overloads in one line."""
    names: dict[str, list[ast.arg]] = {}
    for overload in overloads:
        arguments = overload.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            names.setdefault(argument.arg, []).append(argument)
    longest = max(overloads, key=lambda o: len(o.args.args) + len(o.args.kwonlyargs)).args
    positional = [*longest.posonlyargs, *longest.args]
    defaults: dict[str, str] = {}
    for argument, value in zip(reversed(positional), reversed(longest.defaults), strict=False):
        defaults[argument.arg] = ast.unparse(value)
    for argument, value in zip(longest.kwonlyargs, longest.kw_defaults, strict=True):
        if value is not None:
            defaults[argument.arg] = ast.unparse(value)

    def shown(argument: ast.arg) -> str:
        kind = union([a.annotation for a in names[argument.arg]])
        if argument.arg == "out":
            return "out: ndarray | None = None"
        text = f"{argument.arg}: {kind}" if kind else argument.arg
        default = defaults.get(argument.arg)
        return f"{text} = {default}" if default is not None else text

    decorators = {ast.unparse(d) for d in overloads[0].decorator_list}
    if is_method and "staticmethod" not in decorators:
        positional = positional[1:]
    parts = [shown(a) for a in positional]
    if longest.posonlyargs and len(positional) >= len(longest.posonlyargs) > 0 and not is_method:
        parts.insert(len(longest.posonlyargs), "/")
    if longest.vararg:
        kind = union([longest.vararg.annotation])
        parts.append(f"*{longest.vararg.arg}: {kind}" if kind else f"*{longest.vararg.arg}")
    elif longest.kwonlyargs:
        parts.append("*")
    parts += [shown(a) for a in longest.kwonlyargs]
    if longest.kwarg:
        parts.append(f"**{longest.kwarg.arg}")
    return f"({', '.join(parts)})", union([o.returns for o in overloads])


def of_class(name: str) -> str:
    """The arguments of a class of the core, for the directive, since Sphinx finds none to replace."""
    overloads = functions("shengzhou_report._core").get(f"{name}.__init__")
    return signature(overloads, is_method=True)[0] if overloads else ""


def from_stub(
    _app: Sphinx, what: str, name: str, obj: Any, _options: Any, given: str | None, _result: str | None
) -> tuple[str, str] | None:
    """The signature of a function or method that has a stub; None leaves what autodoc found."""
    if what not in ("function", "method") or given is None:
        return None
    module = getattr(obj, "__module__", None) or ""
    owner, _, member = name.rpartition(".")
    if what == "method":
        owner_class = owner.rpartition(".")[2]
        module = "shengzhou_report._core" if not module.startswith("shengzhou_report") else module
        key = f"{owner_class}.{member}"
        overloads = functions(module).get(key) or functions("shengzhou_report._core").get(key)
    else:
        # Functions of the core say no module: then they stand in the core's stub.
        overloads = functions(module).get(member) or functions("shengzhou_report._core").get(member)
    if not overloads:
        return None
    return signature(overloads, is_method=what == "method")


def without_field_numbers(*given: Any) -> None:
    """Drops what Python says of the fields of a named tuple, since their class explains them."""
    lines: list[str] = given[-1]
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()


def setup(app: Sphinx) -> dict[str, bool]:
    """Lets stubs speak where autodoc asks for a signature."""
    app.connect("autodoc-process-signature", from_stub)
    app.connect("autodoc-process-docstring", without_field_numbers)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
