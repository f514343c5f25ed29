"""What the server reads: files under one folder and texts that it is given, and the reports it made of them.

Nothing outside of the folder is opened, whatever a path says and however links stand in it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import OrderedDict
from itertools import islice
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any

from shengzhou_report import _core
from shengzhou_report._core import DomainError, LookupError, ParseError, Report, shengzhou_2024
from shengzhou_report._escape import visible
from shengzhou_report._read.folder import documents_in
from shengzhou_report._read.formats import ENDINGS, text_of

#: Code points of a text; the longest report has 60 000.
MOST_TEXT = 1 << 20

#: Bytes of a file.
MOST_BYTES = 1 << 25

#: Reports that are held; the one that nobody asked for longest goes first.
MOST_HELD = 16

#: Files that are listed.
MOST_FILES = 1000

#: The name of the report that the library brings.
EMBEDDED = "embedded"

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

#: Characters of no path below a folder: on Windows there are other ways out.
_NEVER = frozenset("\0" if os.name == "posix" else "\0\\:")


class Documents:
    """The files under `root`, none without one, and the reports read so far by name; threads may share it."""

    def __init__(self, root: Path | None) -> None:
        self.root = None if root is None else root.resolve(strict=True)
        self._held: OrderedDict[str, Report] = OrderedDict()
        self._lock = Lock()

    def names(self) -> tuple[list[str], bool]:
        """Paths of the documents under the root, as `file` takes them, and whether that is all of them."""
        if self.root is None:
            return [], True
        paths = (path.relative_to(self.root).as_posix() for path in documents_in(self.root) if path.is_file())
        found = list(islice(filter(_can_be_said, paths), MOST_FILES + 1))
        return found[:MOST_FILES], len(found) <= MOST_FILES

    def file(self, path: str, **known: Any) -> tuple[str, Report]:
        """The report in a file under the root, with the name it is held by."""
        if self.root is None:
            raise PermissionError(
                errno.EACCES, "no folder is open to this server: pass the text, or start it with --root FOLDER"
            )
        data = _bytes_within(self.root, _parts(path))
        return self.text(text_of(data, path, None, "strict"), **known)

    def text(self, text: str, **known: Any) -> tuple[str, Report]:
        """The report in a text, with the name it is held by: the same for the same text."""
        if len(text) > MOST_TEXT:
            raise ParseError(f"the text has {len(text)} characters, more than {MOST_TEXT} allowed; cut it into parts")
        report = _core.parse(text, **known)
        digest = hashlib.sha256(repr((text, sorted(known.items()))).encode()).hexdigest()
        name = f"report-{digest[:12]}"
        with self._lock:
            self._held[name] = report
            self._held.move_to_end(name)
            while len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        return name, report

    def get(self, name: str) -> Report:
        """The report of a name that `file` or `text` gave, or the embedded one."""
        if name == EMBEDDED:
            return shengzhou_2024()
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
                return self._held[name]
            held = [EMBEDDED, *self._held]
        raise LookupError(f"no report {name!r} is held: read_report gives a name to one; there are {', '.join(held)}")


def _can_be_said(path: str) -> bool:
    """Whether a path is text that can be shown and passed back."""
    return path.isprintable() and path == visible(path)


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a path below the root."""
    pure = PurePosixPath(path)
    if not pure.parts or pure.is_absolute() or ".." in pure.parts or set(path) & _NEVER:
        raise PermissionError(
            errno.EACCES, f"{path!r} leads out of the folder: list_files shows the paths that can be read"
        )
    if pure.suffix.lower() not in ENDINGS:
        raise DomainError(f"path = {path!r} is no document: its name must end in one of {', '.join(sorted(ENDINGS))}")
    return pure.parts


def _bytes_within(root: Path, parts: tuple[str, ...]) -> bytes:
    """The bytes of a regular file under `root`, reached through no link."""
    name = "/".join(parts)
    try:
        number = _opened(root, parts)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            said = f"{name!r} is a link or lies behind one: links are not followed"
            raise PermissionError(errno.EACCES, said) from None
        said = f"{name!r}: {error.strerror}; list_files shows the paths that can be read"
        raise type(error)(error.errno, said) from None
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise ParseError(f"{name!r} is no regular file but a folder, a pipe or a device")
        with os.fdopen(number, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    finally:
        os.close(number)
    if len(data) > MOST_BYTES:
        raise ParseError(f"{name!r} holds more than the {MOST_BYTES} bytes allowed; cut it into parts")
    return data


def _opened(root: Path, parts: tuple[str, ...]) -> int:
    """The descriptor of the file; each step starts in the folder of the one before, so that nothing slips between."""
    # Opening a pipe waits for its writer otherwise.
    flags = _READ | _NO_LINK | getattr(os, "O_NONBLOCK", 0)
    if os.open not in os.supports_dir_fd:  # as on Windows
        path = root.joinpath(*parts)
        if path.resolve(strict=True) != path:
            raise OSError(errno.ELOOP, "a link")
        return os.open(path, flags)
    folder = os.open(root, _READ | os.O_DIRECTORY)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _READ | os.O_DIRECTORY | _NO_LINK, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(parts[-1], flags, dir_fd=folder)
    finally:
        os.close(folder)
