"""Which files of a folder are documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from .formats import ENDINGS


def files_in(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """The files of a folder and of those in it, links to files among them, in the order of their paths.

    Links to folders are not followed. Raises OSError when the folder cannot be listed.
    """
    top = Path(folder)
    # `walk` is silent about a folder that it cannot list.
    os.scandir(top).close()
    for place, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            yield Path(place, name)


def documents_in(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """The files of a folder and of those in it that a reader is known for, in the order of their paths.

    Links are not followed. Raises OSError when the folder cannot be listed.
    """
    return (path for path in files_in(folder) if path.suffix.lower() in ENDINGS and not path.is_symlink())
