"""A zip file that may be hostile: what it unpacks to is bounded, and nothing of it is written to a disk."""

from __future__ import annotations

import io
import posixpath
import zipfile

from shengzhou_report._core import ParseError

#: Bytes that all parts may unpack to; a report has a few hundred thousand.
MOST_UNPACKED = 1 << 27

#: Parts of an archive; a report has some twenty, and a picture is a part.
MOST_PARTS = 10_000

_ENCRYPTED = 0x1


class Archive:
    """The parts of a zip file by name; `what` is what the file is called in errors, such as '.docx'."""

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except Exception as error:
            # A broken archive raises errors of struct, zlib and more.
            raise ParseError(f"the file is no {what} that can be read: {error}") from error
        if len(parts) > MOST_PARTS:
            raise ParseError(f"the {what} has {len(parts)} parts, more than the {MOST_PARTS} allowed")
        # Sizes are declared, and zipfile unpacks no more than is declared.
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MOST_UNPACKED:
            raise ParseError(f"the {what} would unpack to {unpacked} bytes, more than the {MOST_UNPACKED} allowed")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise ParseError(f"the {what} is encrypted: open it with its password and save it without")
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(name)
        except Exception as error:
            raise ParseError(f"the {self.what} is broken at its part {name!r}: {error}") from error

    def resolve(self, base: str, target: str) -> str:
        """The name of the part that `target` is, as the part `base` writes it: from there, or from the root by a slash.

        Raises ParseError for what lies outside of the archive.
        """
        folder = "" if target.startswith("/") else posixpath.dirname(base)
        name = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        if name.startswith("..") or "\\" in name:
            raise ParseError(f"the {self.what} refers to {target!r}, which lies outside of it")
        return name
