"""What measures of texts cost beside what others offer for the same: words of a dictionary, n-grams of characters.

python tests/bench/text_bench.py [FOLDER]    FOLDER holds *.txt; without it ../shared/reports, or an invented report

Reports are parsed before. Megabytes of their texts per second of the processor, the median over the rounds; what counts
the same words, or makes the same cosines, is asked whether it finds the same.
"""

import re
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
from parse_bench import corpus

import shengzhou_report as sr

ROUNDS = 5
LISTS = ("environment", "digital_economy", "innovation", "livelihood")


def counters(texts: list[str], words: list[str]) -> dict[str, Callable[[], int]]:
    """What counts the words in the texts, of those that overlap the longest of the first."""
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    found: dict[str, Callable[[], int]] = {
        "re, alternatives": lambda: sum(len(pattern.findall(text)) for text in texts),
    }
    import ahocorasick_rs

    rust = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    found["ahocorasick_rs"] = lambda: sum(len(rust.find_matches_as_indexes(text)) for text in texts)
    if find_spec("ahocorasick"):
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for word in words:
            automaton.add_word(word, word)
        automaton.make_automaton()
        found["pyahocorasick"] = lambda: sum(1 for text in texts for _ in automaton.iter_long(text))
    return found


def likenesses(reports: list[sr.Report], texts: list[str]) -> dict[str, Callable[[], np.ndarray]]:
    """What makes the matrix of cosines of pairs of characters, weighted by TF-IDF."""
    found: dict[str, Callable[[], np.ndarray]] = {
        "similarity_matrix": lambda: sr.text.similarity_matrix(reports).to_numpy()
    }
    if find_spec("sklearn"):
        from sklearn.feature_extraction.text import TfidfVectorizer

        def peer() -> np.ndarray:
            rows = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), lowercase=False).fit_transform(texts)
            return (rows @ rows.T).toarray()

        found["scikit-learn"] = peer
    return found


def speeds(contenders: dict[str, Callable[[], object]], megabytes: float) -> None:
    """Prints how fast each contender is, and checks that all find the same."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(ROUNDS + 1):
        results = []
        for name, run in contenders.items():
            begin = time.process_time()
            results.append(run())
            if turn > 0:  # the first one warms up
                times[name].append(time.process_time() - begin)
        for name, result in zip(contenders, results, strict=True):
            if not np.allclose(np.asarray(result), np.asarray(results[0]), rtol=1e-9, atol=1e-12):
                print(f"{name} finds something else")
    for name, measured in times.items():
        print(f"{name:24s} {megabytes / statistics.median(measured):7.1f} MB/s")


def main() -> None:
    """Measure and print."""
    raw = corpus()
    reports = [sr.parse(text) for text in raw]
    megabytes = sum(len(text.encode()) for text in raw) / 1e6
    print(f"{len(raw)} texts, {megabytes:.1f} MB; medians of {ROUNDS} rounds, every contender in each")
    words = list(sr.text.dictionaries()["environment"].topics["environment"])
    ours: dict[str, Callable[[], object]] = {
        "word_counts": lambda: int(sr.text.word_counts(reports, "environment")["environment"].sum()),
        "word_counts by section": lambda: int(
            sr.text.word_counts(reports, "environment", by="section")["environment"].sum()
        ),
    }
    # Of the folded texts, as `word_counts` sees them, so that all count the same.
    folded = [text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}).lower() for text in raw]
    speeds(ours | counters(folded, [word.lower() for word in words]), megabytes)
    print("four lists, attention, last year's reports; these find different things:")
    for name, run in {
        "word_counts, four lists": lambda: sr.text.word_counts(reports, LISTS),
        "attention": lambda: sr.text.attention(reports),
        "similarity_to_last_year": lambda: sr.text.similarity_to_last_year(reports),
    }.items():
        begin = time.process_time()
        run()
        print(f"{name:24s} {megabytes / (time.process_time() - begin):7.1f} MB/s")
    some = slice(None, None, max(len(raw) // 150, 1))
    bare = ["".join(text.split()) for text in folded[some]]
    print(f"cosines of {len(bare)} texts, each with each:")
    speeds(likenesses(reports[some], bare), sum(len(text.encode()) for text in bare) / 1e6)


if __name__ == "__main__":
    main()
