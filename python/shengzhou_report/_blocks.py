"""Data frames of the arrays that the core makes: a block a type, without a loop over cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ._core import columns

if TYPE_CHECKING:
    import pandas as pd

#: Names of the columns of every table of statements: first what its reader wants to know, then, from `printed` on, what
#: keeps a statement exact.
COLUMNS: tuple[str, ...] = tuple(columns)


#: What is made when the first frame is, and kept.
_kept: dict[Callable[[], Any], Any] = {}


def _once(make: Callable[[], Any]) -> Any:
    if make not in _kept:
        _kept[make] = make()
    return _kept[make]


def _places() -> Mapping[str, Any]:
    """Where in the table the columns of each type stand; words are text in a frame."""
    import numpy as np

    places: dict[str, list[int]] = {}
    for place, kind in enumerate(columns.values()):
        places.setdefault("text" if kind == "word" else kind, []).append(place)
    return {kind: np.array(held) for kind, held in places.items()}


def _names() -> pd.Index[str]:
    import pandas as pd

    return pd.Index(COLUMNS)


def _text_type() -> Any:
    """The type of columns of text in this version of pandas; None is object."""
    import pandas as pd

    if int(pd.__version__.partition(".")[0]) < 3:
        return None
    # Its strings are Python's, which the core makes once for all cells that say the same.
    return pd.StringDtype("python", na_value=float("nan"))


def frame_of(arrays: tuple[Any, ...]) -> pd.DataFrame:
    """A data frame of what `_arrays` gives, without a copy."""
    import pandas as pd

    texts, numbers, years, unknown, positions = arrays
    nullable = [pd.arrays.IntegerArray(*pair) for pair in zip(years, unknown, strict=True)]
    index = pd.RangeIndex(texts.shape[1])
    places, text = _once(_places), _once(_text_type)
    if text is None:
        by_type = {"text": texts, "number": numbers, "year": nullable, "position": positions}
        at = {place: column for kind, held in by_type.items() for place, column in zip(places[kind], held, strict=True)}
        return pd.DataFrame({name: at[i] for i, name in enumerate(COLUMNS)}, index=index, copy=False)
    # What pandas makes of a dict of columns takes it as long as the parser needs for the text.
    from pandas.api.internals import (  # type: ignore[import-not-found, unused-ignore]
        create_dataframe_from_blocks,
    )

    make: Any = pd.arrays.StringArray
    like = make(texts[0], dtype=text)
    # What the constructor does besides is to look whether cells are strings, which takes longer than making them.
    column_of = getattr(like, "_from_backing_data", lambda cells: make(cells, dtype=text))
    blocks = [(numbers, places["number"]), (positions, places["position"])]
    blocks += zip(nullable, places["year"].reshape(-1, 1), strict=True)
    blocks += zip(map(column_of, texts), places["text"].reshape(-1, 1), strict=True)
    frame: pd.DataFrame = create_dataframe_from_blocks(blocks, index, _once(_names).view())
    return frame
