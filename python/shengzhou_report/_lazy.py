"""What loads when it is first used: modules, the names in them, and the methods that only Python has."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:  # as type checkers read it; the module `typing` would cost more than all the rest
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

PACKAGE = __name__.rpartition(".")[0]


def load(module: str) -> ModuleType:
    """A module of this package by its name there."""
    return import_module(f"{PACKAGE}.{module}")


class Method:
    """Stands in a class of the core for a method that a module of Python defines, until somebody asks for it.

    Then it gives way to the function itself, so that signature and documentation stand in one place.
    """

    def __init__(
        self,
        owner: type,
        name: str,
        module: str,
        function: str,
        kind: Callable[[Any], Any] = lambda function: function,
    ) -> None:
        self.owner, self.name, self.module, self.function, self.kind = owner, name, module, function, kind

    def __get__(self, instance: object, owner: type) -> Any:
        attribute = self.kind(getattr(load(self.module), self.function))
        setattr(self.owner, self.name, attribute)
        return attribute.__get__(instance, owner)
