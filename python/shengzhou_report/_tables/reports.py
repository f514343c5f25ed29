"""Reports and what files keep of them: their statements as a table, and all else as plain values beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shengzhou_report._core import Commitment, Evidence, Report, Section, Skipped
from shengzhou_report.frames import META

from .figures import Indicators, statements_of
from .sheet import Sheet
from .table import FILE

#: What stands beside the statements besides `META`, by the names of the attributes, which are the constructor's.
_PARTS: dict[str, Any] = {"sections": Section, "evidence": Evidence, "skipped": Skipped, "commitments": Commitment}

#: All of them: what may be said beside a table.
KNOWN = (*META, *_PARTS)


def info_of(report: Report) -> dict[str, Any]:
    """All of a report but its statements and its text, as what JSON can hold; what is empty is left out."""
    info = {name: getattr(report, name) for name in META}
    for name in _PARTS:
        held = getattr(report, name)
        info[name] = [list(item._plain()) for item in (held() if callable(held) else held)]
    return {name: value for name, value in info.items() if value not in (None, "", [])}


def report_with(statements: Any, info: Mapping[str, Any]) -> Report:
    """A report of statements and what `info_of` gives. Raises TypeError for a name that it does not have."""
    if unknown := info.keys() - set(KNOWN):
        raise TypeError(f"from_frame() got an unexpected keyword argument {min(unknown)!r}")
    known = dict(info)
    for name, part in _PARTS.items():
        known[name] = [item if isinstance(item, part) else part(*item) for item in known.get(name, ())]
    return Report(list(statements), **known)


def report_of(sheet: Sheet, info: Mapping[str, Any], indicators: Indicators = "any") -> Report:
    """The report in a table; `info` goes before what the file says. Raises ValueError where it holds several."""
    reports = reports_of(sheet, info, indicators)
    if len(reports) > 1:
        names = ", ".join(map(repr, list(reports)[:3]))
        raise ValueError(f"the table holds {len(reports)} reports ({names}{', ...' * (len(reports) > 3)}): read_tables")
    return next(iter(reports.values())) if reports else report_with((), info)


def reports_of(sheet: Sheet, info: Mapping[str, Any], indicators: Indicators = "any") -> dict[str, Report]:
    """The reports in a table by what its column `file` says, '' without one."""
    parts: dict[str, tuple[list[Any], list[object]]] = {name: ([], []) for name in sheet.info}
    if FILE not in sheet.names:
        parts = {"": (list(sheet.rows), list(sheet.labels))}
    else:
        at = list(sheet.names).index(FILE)
        for label, row in zip(sheet.labels, sheet.rows, strict=True):
            rows, labels = parts.setdefault(str(row[at]), ([], []))
            rows.append(row)
            labels.append(label)
    return {
        name: report_with(
            statements_of(Sheet(sheet.names, rows, labels), indicators), {**sheet.info.get(name, {}), **info}
        )
        for name, (rows, labels) in parts.items()
    }
