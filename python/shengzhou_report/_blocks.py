"""Data frames of the arrays that the core makes: a block a type, without a loop over cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ._core import columns

if TYPE_CHECKING:
    import pandas as pd

#: Names of the columns of every table of statements: first what its reader wants to know, then, from `printed` on, what
#: keeps a statement exact.
COLUMNS: tuple[str, ...] = tuple(columns)


class _Layout:
    """What all frames have in common, made with the first."""

    def __init__(self) -> None:
        import numpy as np
        import pandas as pd

        places: dict[str, list[int]] = {}
        for place, kind in enumerate(columns.values()):
            places.setdefault("text" if kind == "word" else kind, []).append(place)
        #: Where the columns of each type stand; words are text in a frame. Of text and years each by itself.
        self.places: dict[str, Any] = {kind: np.array(held) for kind, held in places.items()}
        self.years = list(self.places["year"].reshape(-1, 1))
        self.texts = list(self.places["text"].reshape(-1, 1))
        self.names = pd.Index(COLUMNS)
        self.from_blocks: Callable[..., pd.DataFrame] | None = None
        self.text_of: Callable[[Any], Any] = lambda cells: cells
        if int(pd.__version__.partition(".")[0]) < 3:
            return
        # What pandas makes of a dict of columns takes it as long as the parser needs for the text.
        from pandas.api.internals import (  # type: ignore[import-not-found, unused-ignore]
            create_dataframe_from_blocks,
        )

        self.from_blocks = create_dataframe_from_blocks
        # Its strings are Python's, which the core makes once for all cells that say the same.
        text = pd.StringDtype("python", na_value=float("nan"))
        make: Any = pd.arrays.StringArray
        like = make(np.array([], dtype=object), dtype=text)
        # What the constructor does besides is to look whether cells are strings, which takes longer than making them.
        self.text_of = getattr(like, "_from_backing_data", lambda cells: make(cells, dtype=text))


_layout: _Layout | None = None


def frame_of(arrays: tuple[Any, ...]) -> pd.DataFrame:
    """A data frame of what `_arrays` gives, without a copy; text is `str`, or `object` before pandas 3."""
    global _layout
    import pandas as pd

    layout = _layout = _layout or _Layout()
    texts, numbers, years, unknown, positions = arrays
    nullable = map(pd.arrays.IntegerArray, years, unknown)
    index = pd.RangeIndex(texts.shape[1])
    places = layout.places
    if layout.from_blocks is None:
        by_type = {"text": texts, "number": numbers, "year": nullable, "position": positions}
        at = {place: column for kind, held in by_type.items() for place, column in zip(places[kind], held, strict=True)}
        return pd.DataFrame({name: at[i] for i, name in enumerate(COLUMNS)}, index=index, copy=False)
    blocks = [
        (numbers, places["number"]),
        (positions, places["position"]),
        *zip(nullable, layout.years, strict=True),
        *zip(map(layout.text_of, texts), layout.texts, strict=True),
    ]
    return layout.from_blocks(blocks, index, layout.names.view())
