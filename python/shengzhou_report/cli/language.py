"""The language of the help: what `--lang` says, else that of the locale.

Commands and options say their help in English where they are defined; the module `chinese` has it in Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from shengzhou_report._terminal import new_table, print_parts

from .chinese import ARGUMENTS, CHINESE, COMMANDS, OPTIONS, REQUIRED, TAILS, USAGE

if TYPE_CHECKING:
    from rich.table import Table


def choices(words: type[Enum]) -> str:
    """How the help shows the words that an option takes."""
    return "|".join(str(word.value) for word in words)


class Language(Enum):
    """A language of the help."""

    en = "en"
    zh = "zh"


#: What the locale says, in the order in which gettext asks.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What `--lang` before the command says, else the locale; English where neither is known."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if not argument.startswith("-"):
            break
        if name == "--lang":
            said = value if equals else "".join(arguments[place + 1 : place + 2])
            return Language.zh if said == "zh" else Language.en
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return Language.zh if locale.lower().startswith("zh") else Language.en


def key_of(text: str) -> str:
    """A text as the table has it: without the line breaks of the source."""
    return " ".join(text.split())


def chinese(text: str | None) -> str:
    """The text in Chinese, or as it is where the table does not have it."""
    key = key_of(text or "")
    for tail, said in TAILS.items():
        plain, marker, values = key.partition(tail)
        if marker and plain in CHINESE:
            return CHINESE[plain] + said + values
    return CHINESE.get(key, text or "")


def print_chinese(command: Any, context: Any) -> None:
    """The help of a command in Chinese.

    It is laid out here: the layout of typer breaks lines at spaces alone, and cuts what is longer.
    """
    arguments, options = [], []
    for parameter in command.get_params(context):
        about = chinese(parameter.help)
        default = getattr(parameter.default, "value", parameter.default)
        if parameter.required:
            about += f" [{REQUIRED}]"
        elif default not in (None, False) and not callable(default):
            about += f" [{TAILS[' Default: ']}{default}]"
        name = parameter.metavar or parameter.name.upper()
        if parameter.param_type_name == "argument":
            arguments.append((name, about))
        elif not parameter.hidden:
            # What is either there or not has no value.
            options.append((" ".join([", ".join(parameter.opts), *([] if parameter.is_flag else [name])]), about))
    inner = getattr(command, "commands", {})
    # The first paragraph says what a command is for.
    commands = [(name, chinese(found.help).partition("\n\n")[0]) for name, found in inner.items()]
    lists = [_listed(*part) for part in ((ARGUMENTS, arguments), (OPTIONS, options), (COMMANDS, commands)) if part[1]]
    usage = command.get_usage(context).replace("Usage: ", USAGE, 1)
    print_parts(*filter(None, [usage, chinese(command.help), *lists, chinese(command.epilog)]))


def _listed(title: str, rows: Sequence[tuple[str, str]]) -> Table:
    table = new_table(title, "name", "about", wrap=("about",))
    table.show_header = False
    for name, about in rows:
        table.add_row(name, about)
    return table


class Command(TyperCommand):
    """A command whose help is in the language of the program."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help."""
        if speaks_chinese(ctx):
            print_chinese(self, ctx)
        else:
            super().format_help(ctx, formatter)


class Group(TyperGroup):
    """A group of commands whose help is in the language of the program."""

    #: Of the whole program, where this is its outermost group.
    language = Language.en

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help."""
        if speaks_chinese(ctx):
            print_chinese(self, ctx)
        else:
            super().format_help(ctx, formatter)


def speaks_chinese(context: Any) -> bool:
    """Whether the program that a command runs in speaks Chinese."""
    return getattr(context.find_root().command, "language", None) is Language.zh
