"""The command line `shengzhou-report`, also `python -m shengzhou_report`: a module a command.

Every number that is printed comes from the library; a command reads arguments, calls one function and prints.
With --json a command prints one JSON object, in which an infinite number is null: an interval without an end, a
crossing that never comes.
"""

# Commands stand in the help in the order in which their modules are loaded here.
from .program import app, main  # isort: skip
from .formulas import GAP, GROWTH  # isort: skip
from . import indicators, show, page, simulate, parse, corpus, check, serve  # isort: skip

__all__ = [
    "GAP",
    "GROWTH",
    "app",
    "check",
    "corpus",
    "indicators",
    "main",
    "page",
    "parse",
    "serve",
    "show",
    "simulate",
]
