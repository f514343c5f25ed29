"""Old and foreign documents through LibreOffice, where it is installed, which makes a .docx of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from shengzhou_report._core import ParseError

from .word import read_word

#: Seconds; the first start with a new profile takes about ten of them.
MOST_SECONDS = 90.0

#: What is not on the path of commands.
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")

#: No macro runs, and nothing that the document links to is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def find_office() -> str | None:
    """The program of LibreOffice, None where it is not installed."""
    for name in ("soffice", "libreoffice", *_PLACES):
        found = shutil.which(name)
        if found:
            return found
    return None


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the program with its children: soffice is a script that starts another."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def read_office(data: bytes, ending: str) -> str:
    """The text of a .doc, .wps, .rtf or .odt, read as Word is; `ending` tells LibreOffice how to open it."""
    program = find_office()
    if program is None:
        raise ParseError(
            f"reading {ending} needs LibreOffice, which is not installed: install it (Debian, Ubuntu: apt install "
            "libreoffice-writer-nogui; else https://www.libreoffice.org), or save the file as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="shengzhou_report-") as name:
        folder = Path(name)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"document{ending}"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"),
            str(source),
        ]  # fmt: skip
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            try:
                _, said = process.communicate(timeout=MOST_SECONDS)
            except subprocess.TimeoutExpired:
                _stop(process)
                raise ParseError(
                    f"LibreOffice took longer than {MOST_SECONDS:.0f} s for the {ending}; it is stopped"
                ) from None
            except BaseException:
                _stop(process)
                raise
        made = folder / "out" / "document.docx"
        if not made.is_file():
            why = said.decode(errors="replace").strip().splitlines()[-1:] or ["it is broken or needs a password"]
            raise ParseError(f"LibreOffice cannot read the {ending}: {why[0]}")
        return read_word(made.read_bytes())
