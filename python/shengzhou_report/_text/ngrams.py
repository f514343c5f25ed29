"""Texts as counts of n-grams of characters, their weights, and how alike two rows of them are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from shengzhou_report import frames

from .characters import codes_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What 63 bits hold of code points, which have 21.
LONGEST = 3

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def reduced(text: str, ignore_digits: bool) -> str:
    """What is compared of a folded text: no white space; numbers in digits are all the same if asked."""
    bare = "".join(text.split())
    return _NUMBER.sub("0", bare) if ignore_digits else bare


def _counts(text: str, n: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The n-grams of a text, ascending, as one number each, and how often each stands there."""
    import numpy as np

    codes = codes_of(text).astype(np.int64)
    size = max(codes.size - n + 1, 0)
    grams = np.zeros(size, dtype=np.int64)
    for place in range(n):
        grams = grams << 21 | codes[place : place + size]
    return np.unique(grams, return_counts=True)


class Rows:
    """A row a text: its n-grams with their weights.

    The weight of an n-gram is its count times 1 + ln((1 + T) / (1 + t)), t of the T texts having it, and the row is
    divided by its length, as scikit-learn's TfidfVectorizer does; or the count alone.
    """

    def __init__(self, texts: Iterable[str], n: int, tfidf: bool) -> None:
        import numpy as np

        sparse = frames.require("scipy.sparse", "text")
        found = [_counts(text, n) for text in texts]
        sizes = np.array([grams.size for grams, _ in found], dtype=np.intp)
        self.is_empty = sizes == 0
        grams = np.concatenate([np.empty(0, dtype=np.int64), *(grams for grams, _ in found)])
        vocabulary, columns = np.unique(grams, return_inverse=True)
        weights = np.concatenate([np.empty(0), *(counts for _, counts in found)])
        if tfidf:
            weights = weights * (1 + np.log((1 + len(found)) / (1 + np.bincount(columns))))[columns]
        row = np.repeat(np.arange(len(found)), sizes)
        lengths = np.sqrt(np.bincount(row, weights**2, minlength=len(found)))
        shape = (len(found), max(vocabulary.size, 1))
        bounds = np.concatenate(([0], np.cumsum(sizes)))
        self._weights: Any = sparse.csr_matrix((weights / lengths[row], columns, bounds), shape=shape)
        self._held: Any = sparse.csr_matrix((np.ones(grams.size), columns, bounds), shape=shape)
        self._sizes = sizes

    def _jaccard(self, shared: NDArray[Any], first: NDArray[Any], second: NDArray[Any]) -> NDArray[np.float64]:
        import numpy as np

        united = np.asarray(first + second - shared, dtype=np.float64)
        jaccards: NDArray[np.float64] = np.divide(shared, united, out=np.full(united.shape, np.nan), where=united > 0)
        return jaccards

    def cosines(self) -> NDArray[np.float64]:
        """The cosine of each row with each, from 0 to 1; NaN where a row has no n-gram."""
        import numpy as np

        cosines = np.clip((self._weights @ self._weights.T).toarray(), 0, 1)
        cosines[self.is_empty, :] = cosines[:, self.is_empty] = np.nan
        return np.asarray(cosines, dtype=np.float64)

    def jaccards(self) -> NDArray[np.float64]:
        """Of the n-grams that either of two rows has, the share that both have; NaN where a row has none."""
        import numpy as np

        jaccards = self._jaccard((self._held @ self._held.T).toarray(), self._sizes[:, None], self._sizes[None, :])
        jaccards[self.is_empty, :] = jaccards[:, self.is_empty] = np.nan
        return jaccards

    def of_pairs(self, first: NDArray[np.intp], second: NDArray[np.intp]) -> tuple[Any, Any]:
        """Cosine and Jaccard of rows `first` with rows `second`, pair by pair."""
        import numpy as np

        cosines = np.clip(np.asarray(self._weights[first].multiply(self._weights[second]).sum(axis=1)).ravel(), 0, 1)
        shared = np.asarray(self._held[first].multiply(self._held[second]).sum(axis=1)).ravel()
        jaccards = self._jaccard(shared, self._sizes[first], self._sizes[second])
        nothing = self.is_empty[first] | self.is_empty[second]
        cosines[nothing] = jaccards[nothing] = np.nan
        return cosines, jaccards
