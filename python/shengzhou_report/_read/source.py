"""The bytes of what a reader is given: a path, a file that is open, or bytes."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

from shengzhou_report._core import ParseError

#: What a file may hold; the longest report saved as a picture book is a tenth of it.
MOST_BYTES = 1 << 28

Source = str | os.PathLike[str] | BinaryIO | bytes | bytearray | memoryview


def _too_large(name: str) -> ParseError:
    return ParseError(f"{name or 'the file'} holds more than the {MOST_BYTES} bytes allowed; cut it into parts")


def _regular(path: str) -> bytes:
    """The bytes of a regular file; a pipe or a device may give none for ever, or never end."""
    # Opening a pipe waits for its writer otherwise.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as file:
        status = os.fstat(number)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, "this is a directory; io.read_folder reads the files in it", path)
        if not stat.S_ISREG(status.st_mode):
            raise ParseError(f"{path} is no regular file but a pipe or a device; pass its bytes, or copy it to a file")
        # Memory for what it holds, and one byte more, which says that it grew.
        data = file.read(min(status.st_size, MOST_BYTES) + 1)
        if len(data) > status.st_size:
            data += file.read(MOST_BYTES + 1 - len(data))
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    return data


def bytes_of(source: Source) -> tuple[bytes, str]:
    """The bytes, and the name of their file, empty where there is none."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), ""
    elif isinstance(source, (str, os.PathLike)):
        name = os.fspath(source)
        # Where a directory cannot be opened at all, as on Windows, it is named all the same.
        if os.path.isdir(name):  # noqa: PTH112 (half the time of reading a small file otherwise)
            raise IsADirectoryError(errno.EISDIR, "this is a directory; io.read_folder reads the files in it", name)
        data = _regular(name)
    else:
        name = str(getattr(source, "name", ""))
        data = source.read(MOST_BYTES + 1)
        if not isinstance(data, bytes):
            raise TypeError("path: needs a path, bytes, or a file opened in binary mode")
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    return data, name
