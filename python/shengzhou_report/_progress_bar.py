"""Bars that show how far a long computation is, in a terminal and in Jupyter."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from .frames import require
from .language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A bar that is gone before it is seen only flickers.
_BAR_AFTER_SECONDS = 0.5


@contextmanager
def _terminal_bar(total: int, doing: str) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, which goes again."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(doing, total=total)
    try:
        bar.start()
        yield lambda done: bar.update(task, completed=done)
    finally:
        bar.stop()


@contextmanager
def _notebook_bar(total: int, doing: str, counted: str) -> Iterator[Callable[[int], None]]:
    """A bar in the output of a cell, which goes again. Unlike rich's it needs no ipywidgets."""
    display = require("IPython.display", "notebook").display

    def bundle(done: int) -> dict[str, str]:
        text = _("{doing} {done:,} of {total:,} {counted}").format(doing=doing, done=done, total=total, counted=counted)
        return {"text/plain": text, "text/html": f'<progress value="{done}" max="{total}"></progress> {text}'}

    handle = display(bundle(0), raw=True, display_id=True)
    try:
        yield lambda done: handle.update(bundle(done), raw=True)
    finally:
        handle.update({"text/plain": "", "text/html": ""}, raw=True)


def _is_in_kernel() -> bool:
    """Whether a kernel of Jupyter runs this; a program may import ipykernel without being one."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and hasattr(ipython.get_ipython(), "kernel")


@contextmanager
def reporter(
    progress: bool | Callable[[int, int], object] | None, total: int, doing: str = "", counted: str = ""
) -> Iterator[Any]:
    """What is called with the number of things `counted` that are done (simulated paths by default), or None."""
    doing, counted = doing or _("simulating"), counted or _("paths")
    notebook = _is_in_kernel()
    if callable(progress):
        yield lambda done: progress(done, total)
        return
    if progress is False or (progress is None and not (notebook or sys.stderr.isatty())):
        yield None
        return
    begun = time.monotonic()
    with ExitStack() as stack:
        update: Callable[[int], None] | None = None

        def report(done: int) -> None:
            nonlocal update
            late = time.monotonic() - begun > _BAR_AFTER_SECONDS
            if update is None and done < total and (progress or late):
                update = stack.enter_context(
                    _notebook_bar(total, doing, counted) if notebook else _terminal_bar(total, doing)
                )
            if update is not None:
                update(done)

        yield report
