"""The characters of a text: which are counted, and which are the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

#: Behind it, no code point is white space.
_LAST_SPACE = 0x3000


def codes_of(text: str) -> Codes:
    """The code points of a text, one number each."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@cache
def _spaces() -> NDArray[Any]:
    import numpy as np

    return np.array([chr(code).isspace() for code in range(_LAST_SPACE + 1)] + [False])


def are_counted(codes: Codes) -> NDArray[np.bool_]:
    """Which code points count as characters: all but white space."""
    import numpy as np

    counted: NDArray[np.bool_] = ~_spaces()[np.minimum(codes, _LAST_SPACE + 1)]
    return counted


def folded(text: str | Codes) -> str:
    """A text with full-width forms of ASCII as ASCII and its letters small; every character stays where it is."""
    import numpy as np

    codes = codes_of(text).copy() if isinstance(text, str) else text.copy()
    codes[(codes >= 0xFF01) & (codes <= 0xFF5E)] -= np.uint32(0xFEE0)
    codes[(codes >= ord("A")) & (codes <= ord("Z"))] += np.uint32(0x20)
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def size_of(text: str) -> int:
    """How many characters of a text count."""
    return len("".join(text.split()))
