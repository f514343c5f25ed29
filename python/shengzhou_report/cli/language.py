"""The language of the program: what `--lang` says, else that of the environment; and the help in it.

Commands and options say their help in English where they are defined, as typer takes it at import; it is looked up in
the catalogue when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from shengzhou_report import language
from shengzhou_report._terminal import new_table, print_parts
from shengzhou_report.language import gettext as _

if TYPE_CHECKING:
    from rich.table import Table


def choices(words: type[Enum]) -> str:
    """How the help shows the words that an option takes."""
    return "|".join(str(word.value) for word in words)


class Language(Enum):
    """A language of the program."""

    en = "en"
    zh = "zh"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What `--lang` before the command says, else what the environment does; English where neither is known."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if not argument.startswith("-"):
            break
        if name == "--lang":
            said = value if equals else "".join(arguments[place + 1 : place + 2])
            return Language.zh if said == "zh" else Language.en
    return Language(language.of_locale(environment))


#: What is said behind a text by whoever makes a command, with values of its own.
TAILS = (" Default: ", " One of: ")


def message_of(text: str | None) -> str:
    """A text of the help as the catalogue has it: without the line breaks of its source and the values behind it."""
    message = " ".join((text or "").split())
    for tail in TAILS:
        message = message.partition(tail)[0]
    return message


def said(text: str | None) -> str:
    """A text of the help in the language of the program."""
    message, whole = message_of(text), " ".join((text or "").split())
    translated = _(message)
    if translated == message:
        return text or ""
    tail = whole.removeprefix(message)
    names = {" Default: ": _("Default: "), " One of: ": _("One of: ")}
    return translated + next((names[name] + tail.removeprefix(name) for name in TAILS if tail.startswith(name)), "")


#: Options that typer adds, which each of its versions words as it likes, and what one of them says.
COMPLETION = ("install_completion", "show_completion")
OF_TYPER = (
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Show this message and exit.",
)


def help_messages(command: Any) -> Iterator[str]:
    """What the help of a command and all below it says, as the catalogue has it."""
    yield from OF_TYPER
    yield from (message_of(text) for text in (command.help, command.epilog) if text)
    parameters = [parameter for parameter in command.params if parameter.name not in COMPLETION]
    yield from (message_of(parameter.help) for parameter in parameters if parameter.help)
    for inner in getattr(command, "commands", {}).values():
        yield from help_messages(inner)


def print_help(command: Any, context: Any) -> None:
    """The help of a command in the language of the program.

    It is laid out here: the layout of typer breaks lines at spaces alone, and cuts what is longer.
    """
    arguments, options = [], []
    for parameter in command.get_params(context):
        about = said(parameter.help)
        default = getattr(parameter.default, "value", parameter.default)
        if parameter.required:
            about += " [" + _("required") + "]"
        elif default not in (None, False) and not callable(default):
            about += " [" + _("Default: ") + f"{default}]"
        name = parameter.metavar or parameter.name.upper()
        if parameter.param_type_name == "argument":
            arguments.append((name, about))
        elif not parameter.hidden:
            # What is either there or not has no value.
            options.append((" ".join([", ".join(parameter.opts), *([] if parameter.is_flag else [name])]), about))
    inner = getattr(command, "commands", {})
    # The first paragraph says what a command is for.
    commands = [(name, said(found.help).partition("\n\n")[0]) for name, found in inner.items()]
    parts = ((_("Arguments"), arguments), (_("Options"), options), (_("Commands"), commands))
    lists = [_listed(*part) for part in parts if part[1]]
    usage = command.get_usage(context).replace("Usage: ", _("Usage: "), 1)
    print_parts(*filter(None, [usage, said(command.help), *lists, said(command.epilog)]))


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
        if language.current() == "en":
            super().format_help(ctx, formatter)
        else:
            print_help(self, ctx)


class Group(TyperGroup):
    """A group of commands whose help is in the language of the program."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help."""
        if language.current() == "en":
            super().format_help(ctx, formatter)
        else:
            print_help(self, ctx)
