"""Which tasks are the same work, whoever does them and in whichever language they are written.

Two texts are the same work if they speak of the same things done to the same things, French or English
(:mod:`analyzer.scoring.workwords`), or use nearly the same words, and mean about the same. Neither is enough alone: the
encoder was trained to tell apart what can be automated, not what is spoken of, and words alone do not tell "book the
room" from "note the room". What sets them apart outweighs what they share: another act ("draw up", "approve the
contract"), another party, document or period (supplier and customer invoices).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from scipy import sparse

from analyzer.scoring.shorthand import written_out
from analyzer.scoring.text import comparison_key
from analyzer.scoring.workwords import Agreement, agreement, vocabulary

FloatArray = npt.NDArray[np.float32]

SAME_WORK = 0.92
"""Sum of what speaks for the same work from which two texts are joined (see :func:`_evidence`)."""

SHARED_FROM = 0.35
"""Share of their concepts that they must have in common."""

MEANING_FROM = 0.70
"""Cosine that they must reach."""

ANOTHER_THING, LESS_FOR_ANOTHER_THING = 0.3, 0.3
"""Weight of what each text alone does it to ("book meeting rooms", "book hotel rooms") from which less speaks for the
same work, and how much less; in one language only, for in two the same thing may go by words that nobody listed. Chosen
on pairs of ``tests/scoring/look_alikes.csv``."""

SAME_WORDS, SAME_MEANING = 82.0, 0.80
"""Likeness of wording, 0..100 (``rapidfuzz.fuzz.token_sort_ratio``), and cosine, from which texts are the same work
whatever their words stand for: typing errors and words that nobody listed."""

MOST_TEXTS = 20_000
"""Above this many different texts only equal concepts are grouped: their vectors would take too much memory."""

_CANDIDATES = 0.30
"""Shared part from which two texts are looked at."""
_CHUNK = 1024


@dataclass(frozen=True)
class _Unit:
    """Texts with the same concepts: one piece of work.

    :ivar name: what its key is made of.
    :ivar concepts: what it is about.
    :ivar text: place of the text that stands for it.
    :ivar wording: of that text.
    """

    name: str
    concepts: frozenset[str]
    text: int
    wording: str


def work_keys(texts: Sequence[str], vectors: FloatArray) -> list[str]:
    """Return a key a text that is equal for texts which are the same work.

    The key is made of what the text is about, not of how it is worded, nor of where it stands. Texts with the same
    concepts share it. The others are taken by how little they say, the shortest first; each joins the earlier group
    that it agrees with most, and takes its key: no chain of small steps joins unlike tasks, and the same texts give the
    same keys in any order. A new text changes the keys of others only if it says the same in fewer words.

    :param texts: different cleaned texts.
    :param vectors: their unit vectors, shape (len(texts), dimensions); with fewer rows only equal concepts are joined.
    """
    units, unit_of = _units(texts)
    leader = list(range(len(units)))
    if len(vectors) == len(texts):
        best: dict[int, tuple[float, int]] = {}
        for one, other, evidence in _same(units, vectors):
            # Pairs come by the later of the two, so that whether the earlier leads its group is settled by then.
            if leader[one] == one and evidence > best.get(other, (0.0, 0))[0]:
                best[other] = (evidence, one)
                leader[other] = one
    return [short_hash(units[leader[unit]].name) for unit in unit_of]


def _units(texts: Sequence[str]) -> tuple[list[_Unit], list[int]]:
    """Return the units, those that say least first, and the place of each text's unit."""
    words = vocabulary()
    about = [words.concepts(written_out(text)) for text in texts]
    wording = [comparison_key(text) for text in texts]
    names = [" ".join(sorted(about[i])) or "=" + (wording[i] or text) for i, text in enumerate(texts)]
    chosen: dict[str, int] = {}
    for i in sorted(range(len(texts)), key=lambda i: (len(wording[i]), wording[i], texts[i])):
        chosen.setdefault(names[i], i)
    ordered = sorted(chosen, key=lambda name: (len(about[chosen[name]]), name))
    units = [_Unit(name, about[chosen[name]], chosen[name], wording[chosen[name]]) for name in ordered]
    place = {name: i for i, name in enumerate(ordered)}
    return units, [place[name] for name in names]


def _same(units: Sequence[_Unit], vectors: FloatArray) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of units that are the same work: earlier, later (in their order), how much speaks for it."""
    words = vocabulary()
    places = np.array([unit.text for unit in units], dtype=np.intp)
    for one, other in candidates([unit.concepts for unit in units]):
        meaning = float(vectors[places[one]] @ vectors[places[other]])
        if meaning < MEANING_FROM:
            continue
        found = agreement(units[one].concepts, units[other].concepts, words)
        if not found.possible:
            continue
        evidence = _evidence(found, meaning)
        if min(found.other_things) >= ANOTHER_THING and _one_language(units[one].wording, units[other].wording):
            evidence -= LESS_FOR_ANOTHER_THING
        alike = meaning >= SAME_MEANING and (
            fuzz.token_sort_ratio(units[one].wording, units[other].wording, score_cutoff=SAME_WORDS) > 0
        )
        if alike or (found.shared >= SHARED_FROM and evidence >= SAME_WORK):
            yield one, other, evidence


def _evidence(found: Agreement, meaning: float) -> float:
    """Return what speaks for the same work: shared concepts, things and acts, and meaning.

    Weights and :data:`SAME_WORK` were chosen on the calibration functions of the everyday-task set, for 97 joined pairs
    in 100 to be a task and its translation; ``tests/scoring/test_same_work_figures.py`` says what they reach on the
    held-out ones.
    """
    return found.shared + 0.2 * found.things + 0.15 * bool(found.acts) + 2.0 * (meaning - 0.8)


def _one_language(one: str, other: str) -> bool:
    """Tell whether two texts are in one language, as far as their words tell."""
    return vocabulary().spoken(one) == vocabulary().spoken(other)


def candidates(concepts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places, earlier and later, whose concepts have enough in common to be looked at, by the later
    of the two."""
    words = vocabulary()
    number = {one: i for i, one in enumerate(sorted(frozenset().union(*concepts)))}
    weights = np.array([words.weight(one) for one in number])
    rows = np.repeat(np.arange(len(concepts)), [len(one) for one in concepts])
    columns = np.array([number[one] for about in concepts for one in sorted(about)], dtype=np.intp)
    table = sparse.csr_array((np.sqrt(weights)[columns], (rows, columns)), shape=(len(concepts), len(number)))
    total = np.asarray(table.multiply(table).sum(axis=1)).ravel()
    turned = table.T.tocsc()
    for start in range(0, len(concepts), _CHUNK):
        common = (table[start : start + _CHUNK] @ turned).tocoo()
        later, earlier = common.row + start, common.col
        kept = (earlier < later) & (2.0 * common.data >= _CANDIDATES * (total[later] + total[earlier]))
        pairs = sorted(zip(later[kept].tolist(), earlier[kept].tolist(), strict=True))
        yield from ((earlier_one, later_one) for later_one, earlier_one in pairs)


def short_hash(text: str) -> str:
    """Return twelve hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
