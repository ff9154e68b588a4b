"""Which words of French and English stand for one another in task texts, learned from the everyday-task set.

Each task there stands in both languages. Words are aligned by IBM model 1 (Brown et al. 1993, The Mathematics of
Statistical Machine Translation), both ways; two words are taken for one where each is likely the other's translation.
Only training functions are read, so that what is measured on the held-out ones is measured on unseen work.

    python -m analyzer.training.work_words
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analyzer.scoring.workwords.vocabulary import ACT, HERE, LIGHT, UNKNOWN, Vocabulary, read_vocabulary
from analyzer.training.data import read_everyday

LEARNED = HERE / "learned.csv"

SURE_FROM = 0.30
"""Geometric mean of the two translation probabilities from which a pair met three times or more is taken (judgement,
from reading the pairs: three in four are right there; a wrong one seldom joins two texts by itself)."""
SURER = 0.45
"""The same for a pair that was met twice only, and for a third word of one concept: chains of pairs drift."""
_COUNTED_FROM = 3
"""Texts from which a word that stands for itself is listed with its count; fewer weigh like an unknown word."""
_ROUNDS = 12

Texts = Sequence[Sequence[str]]


def learn(tasks: pd.DataFrame) -> pd.DataFrame:
    """Learn the table from tasks in two languages.

    :param tasks: ``fr`` and ``en``.
    :returns: one row a concept: ``concept``, ``stems`` (learned words, separated by blanks), ``texts`` (how many texts
        speak of it); the first row, with an empty concept, counts all texts.
    """
    words = read_vocabulary(learned=False)
    french = [sorted(words.concepts(text)) for text in tasks["fr"]]
    english = [sorted(words.concepts(text)) for text in tasks["en"]]
    stems = _stems(_translations(french, english), words)
    spoken = [{stems.get(one, one) for one in text} for text in (*french, *english)]
    counts = Counter(concept for text in spoken for concept in text)
    learned: dict[str, list[str]] = {}
    for word, concept in sorted(stems.items()):
        learned.setdefault(concept, []).append(word.removeprefix(UNKNOWN))
    listed = sorted(one for one, texts in counts.items() if texts >= _COUNTED_FROM or one in learned)
    rows = [("", "", len(spoken)), *((one, " ".join(learned.get(one, [])), counts[one]) for one in listed)]
    return pd.DataFrame(rows, columns=["concept", "stems", "texts"])


def _translations(french: Texts, english: Texts) -> list[tuple[float, int, str, str]]:
    """Return pairs of words, the surest first: how sure, how often met, French, English."""
    there = _probabilities(french, english)
    back = _probabilities(english, french)
    met = Counter((one, other) for pair in zip(french, english, strict=True) for one in pair[0] for other in pair[1])
    found = []
    for (one, other), times in met.items():
        sure = round(float(np.sqrt(there[one, other] * back[other, one])), 6)
        if one != other and sure >= (SURE_FROM if times > 2 else SURER) and times > 1:
            found.append((sure, times, one, other))
    return sorted(found, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]))


def _stems(pairs: list[tuple[float, int, str, str]], words: Vocabulary) -> dict[str, str]:
    """Return the concept of each learned word; each word is taken once, with the surest of its partners."""
    stems: dict[str, str] = {}
    for sure, _, french, english in pairs:
        one, other = stems.get(french, french), stems.get(english, english)
        if sure < SURER and (french in stems or english in stems):
            continue
        if one == other or LIGHT in (words.kind.get(one), words.kind.get(other)):
            continue
        if sure < SURER and ACT in (words.kind.get(one), words.kind.get(other)):
            continue  # what is done sets look-alikes apart
        known = [concept for concept in (one, other) if not concept.startswith(UNKNOWN)]
        if len(known) < 2:
            concept = known[0] if known else english.removeprefix(UNKNOWN) + "_"
            stems |= {word: concept for word in (french, english) if word.startswith(UNKNOWN)}
    return stems


def _probabilities(source: Texts, target: Texts) -> dict[tuple[str, str], float]:
    """Return the probability that a source word stands for a target word, by IBM model 1."""
    cells = [
        (one, other, pair)
        for pair, (ones, others) in enumerate(zip(source, target, strict=True))
        for other in others
        for one in (*ones, "")  # the empty word takes what nothing stands for
    ]
    ones, others, pairs = zip(*cells, strict=True)
    link, found = pd.MultiIndex.from_arrays([ones, others]).factorize()
    links: list[tuple[str, str]] = list(found)
    said, _ = pd.MultiIndex.from_arrays([pairs, others]).factorize()
    source_of_link, _ = pd.factorize(np.array([one for one, _ in links], dtype=object))
    probability = np.ones(len(links))
    for _ in range(_ROUNDS):
        share = probability[link] / np.bincount(said, probability[link])[said]
        expected = np.bincount(link, share)
        probability = expected / np.bincount(source_of_link, expected)[source_of_link]
    return dict(zip(links, probability.tolist(), strict=True))


def write(path: Path = LEARNED) -> None:
    """Write the table that ships."""
    tasks = read_everyday()
    learn(tasks[tasks["split"] == "train"]).to_csv(path, index=False, lineterminator="\n")


if __name__ == "__main__":
    write()
