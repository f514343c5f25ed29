"""Finding the words of a dictionary in a text, in one pass a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from shengzhou_report import frames

from .characters import folded, size_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .characters import Codes


class Finder:
    """Automatons of Aho and Corasick, one a topic, so that no topic changes the counts of another.

    Of words that overlap it takes the one that begins first, of those the longest, and goes on behind it.
    """

    def __init__(self, topics: Mapping[str, Sequence[str]]) -> None:
        import numpy as np

        library = frames.require("ahocorasick_rs", "text")
        kind = library.MatchKind.LeftmostLongest
        self.topics = tuple(topics)
        self._automatons: list[Any] = [library.AhoCorasick(list(words), matchkind=kind) for words in topics.values()]
        self._sizes = [np.array([size_of(word) for word in words], dtype=np.intp) for words in topics.values()]

    def find(self, text: str | Codes) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """For each topic where its words begin, in code points, and how many characters each has."""
        import numpy as np

        plain = folded(text)
        found = []
        for automaton, sizes in zip(self._automatons, self._sizes, strict=True):
            hits = np.array(automaton.find_matches_as_indexes(plain), dtype=np.intp).reshape(-1, 3)
            found.append((hits[:, 1], sizes[hits[:, 0]]))
        return found
