"""The program itself: its options, what becomes of errors, and how it starts."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from shengzhou_report import __path__ as package_path
from shengzhou_report._core import Error, __version__
from shengzhou_report.growth import large_rates
from shengzhou_report.language import gettext as _
from shengzhou_report.language import use

from .language import Group, Language, choices, language_of


class Program(Group):
    """All commands: speaks the user's language, and turns errors of the library into one line and exit code 2."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Runs what the arguments say."""
        arguments = sys.argv[1:] if args is None else args
        with use(language_of(arguments, os.environ).value):
            return super().main(args, *more, **options)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Error as error:
            fail(str(error))


def print_error(message: str) -> None:
    """One line on standard error."""
    # Colours are for terminals (None), and not for those whose user wants none: https://no-color.org
    color = False if os.environ.get("NO_COLOR") else None
    typer.secho(message, fg=typer.colors.RED, err=True, color=color)


def fail(message: str) -> NoReturn:
    """Ends the program with an error: one line on standard error and exit code 2."""
    print_error(_("error: {message}").format(message=message))
    raise typer.Exit(2)


app = typer.Typer(
    cls=Program,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Reads the statements of a government work report, keeps them honest, and computes with them.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


def _print_cmake_dir(wanted: bool) -> None:
    if not wanted:
        return
    for folder in package_path:
        cmake_dir = Path(folder) / "share" / "cmake" / "shengzhou_report"
        if (cmake_dir / "shengzhou_reportConfig.cmake").is_file():
            typer.echo(cmake_dir.as_posix())
            raise typer.Exit
    message = _(
        "no CMake package lies under {folders}; only an installed wheel has one: pip install . without -e, or use "
        "add_subdirectory on the source tree"
    )
    fail(message.format(folders=", ".join(package_path)))


@app.callback(no_args_is_help=True)
def options(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (its callback prints and ends)
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    cmake_dir: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--cmake-dir",
            callback=_print_cmake_dir,
            is_eager=True,
            help="Print the folder of the CMake package, for CMAKE_PREFIX_PATH or shengzhou_report_DIR.",
        ),
    ] = False,
    lang: Annotated[  # noqa: ARG001 (read before anything else is)
        Language | None,
        typer.Option(metavar=choices(Language), help="Language of what people read; default: that of the locale."),
    ] = None,
) -> None:
    """Options of the program itself."""
    # Figures say their unit: without one, `Figures` refuses what would be 100 % and more.
    context.with_resource(large_rates())


def _unescaped(argument: str) -> str:
    """An argument that Python could not decode in its locale, read as UTF-8."""
    return os.fsencode(argument).decode("utf-8", errors="replace")


def main() -> None:
    """Runs the command line and exits."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that has no Chinese shows marks instead of a traceback.
            stream.reconfigure(errors="replace")
    try:
        try:
            app(args=[_unescaped(argument) for argument in sys.argv[1:]], prog_name="shengzhou-report")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as in `show | head -1`; Python must not find that out again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
