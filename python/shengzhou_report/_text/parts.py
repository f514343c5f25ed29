"""The parts of a report's text: which section, or which role, each character belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from shengzhou_report._core import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: How the headings of a section are joined, as in the tables of statements.
JOINT = " / "


class Parts(NamedTuple):
    """The number of its part for each code point, and the keys of the parts, in the order of the text."""

    numbers: NDArray[np.intp]
    keys: list[tuple[Any, ...]]


def innermost(report: Report, length: int) -> NDArray[np.intp]:
    """For each code point the number of the innermost section around it, counted from 1; 0 outside of all."""
    import numpy as np

    numbers = np.zeros(length, dtype=np.intp)
    # Outer sections first; those of one depth do not meet, so that this is linear in the text.
    for number, section in sorted(enumerate(report.sections, 1), key=lambda item: len(item[1].path)):
        numbers[section.start : section.end] = number
    return numbers


def sections_of(report: Report, length: int) -> Parts:
    """A part for each section, without those inside it, and one for what stands outside of all, if anything does."""
    numbers = innermost(report, length)
    keys = [("", "none"), *((JOINT.join(section.path), section.role) for section in report.sections)]
    return Parts(numbers, keys)


def roles_of(report: Report, length: int) -> Parts:
    """A part for each role that sections of the report have, 'none' for what stands outside of all."""
    import numpy as np

    held = ["none", *(section.role for section in report.sections)]
    roles = list(dict.fromkeys(held))
    places = np.array([roles.index(role) for role in held], dtype=np.intp)
    return Parts(places[innermost(report, length)], [(role,) for role in roles])


def whole_of(_: Report, length: int) -> Parts:
    """The whole text as one part."""
    import numpy as np

    return Parts(np.zeros(length, dtype=np.intp), [()])
