"""Measures of the texts of reports: counts of words, attention by topic, likeness, copied sentences.

What they give is a pandas DataFrame with a row a report, or a part of one, under the index (place, ref_area, year), so
that it merges with a panel; reports that have names, as those of `io.read_folder` or pairs of a name and a report,
have these in a first level `file`.
Characters are code points other than white space, punctuation and digits included. Letters of either case and
full-width forms of ASCII are the same. All of it takes time in proportion to the text. It needs the extra `text`.

Of several reports, any iterable will do: where it makes them one by one, word_counts and attention hold one at a time.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from . import frames
from ._arrays import as_whole
from ._core import DomainError, Report
from ._text.dictionary import Dictionary
from ._text.documents import Reports, documents_in, index_of, text_in
from ._text.sentences import CopiedSentence
from .display import record_html

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "CopiedSentence",
    "Dictionary",
    "Similarity",
    "attention",
    "copied_sentences",
    "dictionaries",
    "similarity",
    "similarity_matrix",
    "similarity_to_last_year",
    "word_counts",
]

_PARTS = ("report", "section", "role")
_SUBJECTS = ("topic", "role")
_MEASURES = ("cosine", "jaccard")
_WEIGHTS = ("tfidf", "count")


def __dir__() -> list[str]:
    return __all__


class Similarity(NamedTuple):
    """How alike two texts are.

    `cosine` and `jaccard` of their n-grams, from 0 (none in common) to 1; `copied` are the sentences of the first that
    the second has, `copied_share` their share of the first's characters.
    """

    cosine: float
    jaccard: float
    copied_share: float
    copied: tuple[CopiedSentence, ...]

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


# Words.


def dictionaries() -> dict[str, Dictionary]:
    """The dictionaries of the package by name, each with version, language, source and words by topic; raises nothing.

    A list that changes gets a new version. 'environment' are fifteen words that the literature repeats; the others are
    this library's own choice, as their `source` says. 'sections' is the table by which `attention` classes headings.

    >>> import shengzhou_report as sr
    >>> list(sr.text.dictionaries())
    ['environment', 'digital_economy', 'innovation', 'livelihood', 'sections']
    >>> environment = sr.text.dictionaries()["environment"]
    >>> environment.version, len(environment.topics["environment"]), environment.topics["environment"][:3]
    ('1', 15, ('环境保护', '环保', '污染'))
    """
    from ._text.dictionary import built_in

    return dict(built_in())


def word_counts(
    reports: Reports,
    dictionary: str | os.PathLike[str] | Mapping[str, Sequence[str]] | pd.DataFrame | Sequence[str],
    *,
    by: Literal["report", "section", "role"] = "report",
) -> pd.DataFrame:
    """How often the words of each topic stand in each report, or in each of its parts.

    `dictionary` is words by topic: a mapping, a DataFrame or the path of a CSV (.csv) with the columns topic and word,
    the name of one of `dictionaries()`, or a list of such names. The columns are `characters`, and for each topic its
    name (mentions), `NAME_share` (the words' characters per characters, a fraction) and `NAME_per_thousand` (mentions
    per 1,000 characters); both are NaN where a part has no characters.

    `by` 'section' gives each section a row of what stands in it and in none of its own; its level `section` has the
    headings joined by ' / ', '' for what stands outside of all, and the column `role` what the section does. 'role'
    sums that by review, outlook, plan, government and none. The rows of a report add up to that report.

    Words are taken as they are written, not as patterns. Where words of a topic overlap, the one that begins first
    counts, of those the longest, and counting goes on behind it: 生态环境保护 is one 生态 and one 环境保护. Each topic
    is counted by itself, so a word of two topics counts in both, and topics can be added to a dictionary without
    changing others; a word that a topic lists twice counts once. A mention is a mention, whatever stands before it:
    污染 counts in 不污染 and 零污染 as well. A word that a line break cuts is not found.

    Raises LookupError for a report that was not read from a text and for an unknown name of a dictionary; DomainError
    for a topic or word that is empty, a topic without words, names that give two columns one name, and another `by`;
    TypeError for what is no dictionary or has words that are no text; ParseError for a table without these columns;
    OSError for a file that cannot be opened; ImportError without the extra `text`. Source: Aho and Corasick (1975),
    Communications of the ACM 18(6), doi 10.1145/360825.360855.

    >>> import shengzhou_report as sr
    >>> report = sr.parse("某县2024年政府工作报告\\n一、工作回顾\\n生态环境保护有力。\\n二、工作安排\\n推进减排。")
    >>> words = {"green": ["生态", "环境保护", "环境", "减排"]}
    >>> sr.text.word_counts(report, words).loc["某县"].iloc[0].round(3).to_dict()
    {'characters': 39.0, 'green': 3.0, 'green_share': 0.205, 'green_per_thousand': 76.923}
    >>> sr.text.word_counts(report, words, by="role")["green"].droplevel(["place", "ref_area", "year"]).to_dict()
    {'none': 0, 'review': 2, 'plan': 1}
    """
    from ._text.counts import counted

    _require_one_of("by", by, _PARTS)
    return counted(reports, dictionary, by)


def _require_one_of(name: str, word: object, words: Sequence[str]) -> None:
    if word not in words:
        raise DomainError(f"{name} = {word!r} is none of {', '.join(words)}")


# Attention.


def attention(
    reports: Reports,
    *,
    by: Literal["topic", "role"] = "topic",
    headings: str | os.PathLike[str] | Mapping[str, Sequence[str]] | pd.DataFrame | Sequence[str] = "sections",
) -> pd.DataFrame:
    """The shares of each report's characters that its sections give to each topic, or to each role.

    A section is of the topic of which its heading has most words, of several the one named first; where the heading has
    none, of that of the section around it. Parts on the government's own work are of the topic 'government' where there
    is one. `headings` has the words by topic, as the dictionary of `word_counts`; by default it is the table 'sections'
    of `dictionaries()`. A section's own text is what stands in it and in none of its sections.

    The columns are `characters`, and a share for each topic and for `unclassed`: what stands in no section, or in one
    whose headings say no topic. `by` 'role' has those of review, outlook, plan, government and none. Shares are
    fractions that add up to 1, NaN for a text without characters. Raises what `word_counts` does.

    >>> import shengzhou_report as sr
    >>> report = sr.parse("一、工作回顾\\n(一)农业增产。\\n(二)生态改善。空气优良。\\n二、工作安排\\n稳中求进。")
    >>> shares = sr.text.attention(report).iloc[0]
    >>> shares[shares > 0].round(2).to_dict()
    {'characters': 38.0, 'rural': 0.21, 'environment': 0.34, 'unclassed': 0.45}
    """
    from ._text.attention import shares_by_role, shares_by_topic

    _require_one_of("by", by, _SUBJECTS)
    return shares_by_topic(reports, headings) if by == "topic" else shares_by_role(reports)


# Likeness.


def copied_sentences(
    a: Report | str, b: Report | str, *, ignore_digits: bool = False, at_least: int = 10
) -> tuple[CopiedSentence, ...]:
    """The sentences of `a` that `b` has as well, in the order of `a`, each with its span in both texts.

    A sentence ends at 。 ! ? ; or a line break. Sentences are the same where all characters but white space are; with
    `ignore_digits`, numbers in digits (7.5, 1,204) are all the same, so that a sentence whose figures alone are new is
    a copy. A sentence with one word changed is none: the n-grams of `similarity` see that. Shorter ones than `at_least`
    characters, as greetings are, do not count. Where `b` has a sentence more than once, the span is that of the first.

    Raises LookupError for a report that was not read from a text, TypeError for what is no report or text, DomainError
    for `at_least` below 1.

    >>> import shengzhou_report as sr
    >>> last = "过去一年成绩来之不易。粮食总产量达到5万吨。"
    >>> sr.text.copied_sentences("粮食总产量达到6万吨。今年任务更重。", last, ignore_digits=True, at_least=8)
    (CopiedSentence(text='粮食总产量达到6万吨', start=0, end=10, other_start=11, other_end=21),)
    """
    from ._text.sentences import copies, sentences_in

    _require_positive("at_least", at_least)
    first, second = text_in("a", a), text_in("b", b)
    found = copies(first, sentences_in(first, ignore_digits), sentences_in(second, ignore_digits), at_least)
    return found.sentences


def similarity(
    a: Report | str,
    b: Report | str,
    *,
    n: int = 2,
    weights: Literal["tfidf", "count"] = "tfidf",
    ignore_digits: bool = False,
    at_least: int = 10,
) -> Similarity:
    """How alike two texts are: cosine and Jaccard index of their n-grams of characters, and the copied sentences.

    `n` is 1, 2 or 3; two characters are most often a word. The cosine is that of counts, which `weights` 'tfidf' lowers
    for n-grams that both texts have: a count times 1 + ln((1 + T) / (1 + t)), where t of the T = 2 texts have it. The
    Jaccard index is the share of n-grams that both have among those that either has. White space is left out;
    `ignore_digits` makes all numbers in digits the same. Copied sentences as in `copied_sentences`.

    Raises what that does, and DomainError for a text of fewer than `n` characters, another `n` and other `weights`;
    ImportError without the extra `text`. Source: Manning, Raghavan and Schuetze (2008), Introduction to Information
    Retrieval, chapters 3 and 6; weights as in scikit-learn's TfidfVectorizer.

    >>> import shengzhou_report as sr
    >>> result = sr.text.similarity("绿色发展", "绿色低碳", weights="count")
    >>> round(result.cosine, 4), round(result.jaccard, 4)
    (0.3333, 0.2)
    """
    from ._text.characters import folded
    from ._text.ngrams import Rows, reduced
    from ._text.sentences import copies, sentences_in

    n = _checked_n(n)
    _require_one_of("weights", weights, _WEIGHTS)
    _require_positive("at_least", at_least)
    texts = text_in("a", a), text_in("b", b)
    compared = [reduced(folded(text), ignore_digits) for text in texts]
    for name, text in zip("ab", compared, strict=True):
        if len(text) < n:
            raise DomainError(f"similarity: {name} has {len(text)} characters, fewer than n = {n}")
    rows = Rows(compared, n, weights == "tfidf")
    first, second = (sentences_in(text, ignore_digits) for text in texts)
    found = copies(texts[0], first, second, at_least)
    import numpy as np

    cosines, jaccards = rows.of_pairs(np.array([0]), np.array([1]))
    return Similarity(float(cosines[0]), float(jaccards[0]), found.share, found.sentences)


def similarity_matrix(
    reports: Reports,
    *,
    measure: Literal["cosine", "jaccard"] = "cosine",
    n: int = 2,
    weights: Literal["tfidf", "count"] = "tfidf",
    ignore_digits: bool = False,
) -> pd.DataFrame:
    """How alike each report is to each: a square DataFrame whose rows and columns are the reports in their order.

    As in `similarity`, but that the T texts of the weights are all of these reports: a cosine depends on what else is
    compared, a Jaccard index and `weights` 'count' do not. NaN for a text of fewer than `n` characters. It holds
    T x T numbers. Raises what `similarity` does, other than for short texts.

    >>> import shengzhou_report as sr
    >>> reports = {str(year): sr.parse("绿色发展" * year) for year in (1, 2)}
    >>> sr.text.similarity_matrix(reports, measure="jaccard").to_numpy().round(4).tolist()
    [[1.0, 0.75], [0.75, 1.0]]
    """
    _require_one_of("measure", measure, _MEASURES)
    pandas = frames.require("pandas", "text")
    index, _, rows = _compared(reports, n, weights, ignore_digits)
    matrix = rows.cosines() if measure == "cosine" else rows.jaccards()
    frame: pd.DataFrame = pandas.DataFrame(matrix, index=index, columns=index)
    return frame


def similarity_to_last_year(
    reports: Reports,
    *,
    n: int = 2,
    weights: Literal["tfidf", "count"] = "tfidf",
    ignore_digits: bool = False,
    at_least: int = 10,
) -> pd.DataFrame:
    """How alike each report is to that of its place for the year before: a row a report, in their order.

    Columns: `cosine` and `jaccard` as in `similarity_matrix`, `copied` (how many sentences the report has of the year
    before, as in `copied_sentences`) and `copied_share` (their share of its characters). They are missing (NaN, NA)
    where there is no report of that place, by its name, and of that kind for the year before, where place or year are
    unknown, and where a text is shorter than `n`. Of several reports of a place and year the first is compared with.
    Raises what `similarity_matrix` does.

    >>> import shengzhou_report as sr
    >>> text = "某县{}年政府工作报告\\n大力发展绿色低碳循环经济。"
    >>> reports = [sr.parse(text.format(year)) for year in (2023, 2024)]
    >>> result = sr.text.similarity_to_last_year(reports, ignore_digits=True).xs(2024, level="year").iloc[0]
    >>> result.round(6).tolist()
    [1.0, 1.0, 2.0, 1.0]
    """
    from ._text.sentences import copies, sentences_in

    _require_positive("at_least", at_least)
    pandas = frames.require("pandas", "text")
    import numpy as np

    index, documents, rows = _compared(reports, n, weights, ignore_digits)
    places: dict[tuple[Any, ...], int] = {}
    for number, (kind, place, year, _) in enumerate(documents):
        places.setdefault((kind, place, year), number)
    pairs = [
        (number, places[kind, place, year - 1])
        for number, (kind, place, year, _) in enumerate(documents)
        if place is not None and year is not None and (kind, place, year - 1) in places
    ]
    frame: pd.DataFrame = pandas.DataFrame(index=index)
    numbers = {name: np.full(len(index), np.nan) for name in ("cosine", "jaccard", "copied", "copied_share")}
    first, second = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    numbers["cosine"][first], numbers["jaccard"][first] = rows.of_pairs(first, second)
    texts = [document.text for document in documents]
    sentences = {number: sentences_in(texts[number], ignore_digits) for pair in pairs for number in pair}
    for number, other in pairs:
        found = copies(texts[number], sentences[number], sentences[other], at_least)
        numbers["copied"][number], numbers["copied_share"][number] = len(found.sentences), found.share
    for name, values in numbers.items():
        frame[name] = pandas.array(values, dtype="Int64") if name == "copied" else values
    return frame


class _Compared(NamedTuple):
    """What is kept of a report that is compared; its statements would be most of the memory."""

    kind: str
    place: str | None
    year: int | None
    text: str


def _compared(
    reports: Reports, n: int, weights: Literal["tfidf", "count"], ignore_digits: bool
) -> tuple[pd.MultiIndex, list[_Compared], Any]:
    """The index, what is kept of the reports, and the rows of n-grams."""
    from ._text.characters import folded
    from ._text.ngrams import Rows, reduced

    n = _checked_n(n)
    _require_one_of("weights", weights, _WEIGHTS)
    names, documents = documents_in(reports)
    keys, found = [], []
    for key, report, text in documents:
        keys.append(key)
        found.append(_Compared(report.kind, report.place, report.year, text))
    rows = Rows((reduced(folded(document.text), ignore_digits) for document in found), n, weights == "tfidf")
    return index_of(keys, names), found, rows


def _checked_n(n: int) -> int:
    from ._text.ngrams import LONGEST

    n = as_whole("n", n)
    if not 1 <= n <= LONGEST:
        raise DomainError(f"n = {n} must be 1 to {LONGEST}: longer n-grams of characters are hardly ever shared")
    return n


def _require_positive(name: str, value: int) -> None:
    if as_whole(name, value) < 1:
        raise DomainError(f"{name} = {value} must be at least 1")
