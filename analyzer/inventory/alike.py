"""Tasks that say nearly the same: within a role (entered twice?) and across roles (one piece of work?)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from analyzer.inventory.plausible import Finding
from analyzer.inventory.text import fold, word_set

LIKENESS = 90.0
"""Least RapidFuzz ratio (0..100) of two texts, their words sorted, that are taken for one with a slip."""

LARGEST_GROUP = 1_500
"""Different tasks of one role up to which each is held against each; beyond it only those with the same words are."""

_EMPTY_WORDS = word_set(
    """le la les l un une des du de d au aux a et en pour par sur dans avec ou son sa ses leur leurs the an and of to in
    for on with by or their its"""
)
_WORD = re.compile(r"[a-z0-9]+")
_STEM = 5


@lru_cache(maxsize=1 << 16)
def words_of(task: str) -> tuple[str, ...]:
    """Return the words that carry a task, folded, cut to their first letters and sorted: "Saisie de factures" and
    "saisie des factures" are the same.
    """
    words = [word for word in _WORD.findall(fold(task)) if word not in _EMPTY_WORDS]
    return tuple(sorted(word if any(sign.isdigit() for sign in word) else word[:_STEM] for word in words))


def near_duplicates(frame: pd.DataFrame) -> Iterator[Finding]:
    """Yield the tasks of one role, team and person that are nearly the same; those that are exactly the same are not
    asked about again.

    :param frame: inventory frame.
    """
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    owners = [frame[name].fillna("").tolist() for name in ("role", "team", "person")]
    for place, owner in enumerate(zip(*owners, strict=True)):
        groups[owner].append(place)
    tasks = frame["task"].fillna("").tolist()
    rows = frame["row"].tolist()
    for places in groups.values():
        for alike in _clusters(places, tasks):
            facts = {"task": tasks[alike[0]], "other": tasks[alike[1]], "other_row": int(rows[alike[1]])}
            yield "near_duplicate", tuple(alike), facts


def across_roles(frame: pd.DataFrame) -> Iterator[Finding]:
    """Yield the tasks that several roles, or one role in several teams, have in common.

    :param frame: inventory frame.
    """
    tasks = frame["task"].fillna("").tolist()
    roles = frame["role"].fillna("").tolist()
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, task in enumerate(tasks):
        if roles[place] and (words := words_of(task)):
            groups[words].append(place)
    for places in groups.values():
        named = list(dict.fromkeys(roles[place] for place in places))
        if len(named) > 1:
            yield "same_across_roles", tuple(places), {"task": tasks[places[0]], "roles": ", ".join(named)}


def _clusters(places: list[int], tasks: list[str]) -> Iterator[list[int]]:
    """Yield positions of tasks that are alike but not the same, two at least, in the order of the list."""
    first: dict[str, int] = {}
    for place in places:
        text = " ".join(_WORD.findall(fold(tasks[place])))
        if text:
            first.setdefault(text, place)
    if len(first) < 2:
        return
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in first.values():
        by_words[words_of(tasks[place])].append(place)
    keys = [words for words in by_words if words]
    joined = _joined(keys) if len(keys) <= LARGEST_GROUP else {}
    clusters: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for words in keys:
        clusters[joined.get(words, words)] += by_words[words]
    yield from (sorted(cluster) for cluster in clusters.values() if len(cluster) > 1)


def _joined(keys: list[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return which words stand for which, one slip apart; a number or a single letter that differs is no slip."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only lists that are asked about need it)

    texts = [" ".join(words) for words in keys]
    joined: dict[tuple[str, ...], tuple[str, ...]] = {}
    for index, text in enumerate(texts[:-1]):
        if len(text) < 2 * _STEM:
            continue
        for _, _, offset in process.extract(
            text, texts[index + 1 :], scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=5
        ):
            other = keys[index + 1 + offset]
            if _marks(other) == _marks(keys[index]) and len(other) == len(keys[index]):
                joined.setdefault(other, joined.get(keys[index], keys[index]))
    return joined


def _marks(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) < 3 or any(sign.isdigit() for sign in word))
