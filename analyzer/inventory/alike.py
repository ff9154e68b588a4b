"""Tasks that say nearly the same: within a role (entered twice?) and across roles (one piece of work?).

A list may have a million rows: each different text is taken apart once, what is alike is found by number, and words are
looked at again only where rows can be alike at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.inventory.columnwise import codes_of, gathered, numbered, texts_at
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
_WORD = re.compile(r"[^\W_]+")
_STEM = 5


@dataclass(frozen=True, slots=True)
class TaskNumbers:
    """The tasks of a frame in numbers, one a row, int64 arrays: equal numbers mean equal words.

    :param spelling: all words in order; 0 where there is none.
    :param words: the words that carry the task (:func:`words_of`); 0 where there is none.
    :param frame: what two tasks must share to be one slip apart: how many words, and which numbers and single letters.
    """

    spelling: np.ndarray
    words: np.ndarray
    frame: np.ndarray


def alike_tasks(frame: pd.DataFrame, tasks: TaskNumbers | None = None) -> Iterator[Finding]:
    """Yield the tasks that are nearly the same within one role, and those that several roles have in common.

    :param frame: inventory frame.
    :param tasks: its tasks in numbers, if they were worked out already.
    """
    tasks = tasks or task_numbers(frame["task"])
    yield from _near_duplicates(frame, tasks)
    yield from _across_roles(frame, tasks)


def words_of(task: str) -> tuple[str, ...]:
    """Return the words that carry a task, folded, cut to their first letters and sorted: "Saisie de factures" and
    "saisie des factures" are the same.
    """
    return _carrying(_WORD.findall(fold(task)))


def _carrying(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(word[:_STEM] if word.isalpha() else word for word in words if word not in _EMPTY_WORDS))


def task_numbers(texts: pd.Series) -> TaskNumbers:
    """Return a column of tasks in numbers."""
    # By hash: a million texts that are kept would weigh more than the list itself.
    numbers = numbered(texts, _numbers)
    return TaskNumbers(*(numbers[:, column] for column in range(3)))


def _numbers(text: object) -> tuple[int, int, int]:
    spelt = _WORD.findall(fold(text)) if isinstance(text, str) else []
    words = _carrying(spelt)
    return hash(" ".join(spelt)) if spelt else 0, hash(words) if words else 0, hash((len(words), _marks(words)))


def _near_duplicates(frame: pd.DataFrame, tasks: TaskNumbers) -> Iterator[Finding]:
    """Yield the tasks of one role, team and person that are nearly the same; those that are exactly the same are not
    asked about again.
    """
    owner = codes_of(frame[["role", "team", "person"]])
    lines = pd.DataFrame({"owner": owner, "words": tasks.words, "frame": tasks.frame})
    different = lines[(tasks.words != 0) & ~pd.DataFrame({"owner": owner, "spelling": tasks.spelling}).duplicated()]
    keys = different.drop_duplicates(["owner", "words"])
    counts = np.bincount(keys["owner"], minlength=int(owner.max(initial=0)) + 1)
    framed = keys[keys.duplicated(["owner", "frame"], keep=False)]
    framed = framed[counts[framed["owner"]] <= LARGEST_GROUP]
    joined = _joined(frame["task"], framed)
    cluster = different["words"].copy()
    cluster.loc[joined.index] = joined
    # A row whose words were joined takes those with the same words along.
    renamed = pd.DataFrame({"owner": different["owner"], "words": different["words"], "cluster": cluster})
    first = renamed.groupby(["owner", "words"], sort=False)["cluster"].transform("first")
    alike = pd.DataFrame({"owner": different["owner"], "cluster": first})
    alike = alike[alike.duplicated(keep=False)]
    clusters = list(gathered(codes_of(alike), alike.index.to_numpy()))
    shown = iter(texts_at(frame["task"], [place for places in clusters for place in places[:2].tolist()]))
    rows = frame["row"].to_numpy()
    for places in clusters:
        facts = {"task": next(shown), "other": next(shown), "other_row": int(rows[places[1]])}
        yield "near_duplicate", tuple(places.tolist()), facts


def _across_roles(frame: pd.DataFrame, tasks: TaskNumbers) -> Iterator[Finding]:
    """Yield the tasks that several roles, or one role in several teams, have in common."""
    roles = frame["role"].fillna("")
    lines = pd.DataFrame({"words": tasks.words, "role": pd.factorize(roles)[0]})
    lines = lines[(tasks.words != 0) & (roles != "").to_numpy()]
    done_by = lines.drop_duplicates()
    several = done_by.loc[done_by.duplicated("words", keep=False), "words"]
    lines = lines[lines["words"].isin(several)]
    groups = list(gathered(codes_of(lines[["words"]]), lines.index.to_numpy()))
    shown = iter(texts_at(frame["task"], [int(places[0]) for places in groups]))
    role = lines["role"]
    names = pd.factorize(roles)[1]
    rows, sheets = frame["row"].to_numpy(), codes_of(frame[["sheet"]]) if "sheet" in frame else None
    for places in groups:
        if len(set(rows[places])) == 1 and (sheets is None or len(set(sheets[places])) == 1):
            continue  # one row with a cell for each role: whoever wrote it meant the same work
        named = ", ".join(str(names[code]) for code in pd.unique(role.loc[places]))
        yield "same_across_roles", tuple(places.tolist()), {"task": next(shown), "roles": named}


def _joined(tasks: pd.Series, keys: pd.DataFrame) -> pd.Series:
    """Return the words that stand for those of a row one slip apart, for the rows that have such.

    :param tasks: texts of all rows.
    :param keys: rows with different words each, "owner", "words" and "frame"; those of one owner and frame are held
        against each other.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only lists that are asked about need it)

    joined: dict[int, int] = {}
    words = keys["words"].to_dict()
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, owner, frame in zip(keys.index, keys["owner"], keys["frame"], strict=True):
        buckets[owner, frame].append(place)
    for places in buckets.values():
        texts = [" ".join(words_of(text)) for text in texts_at(tasks, places)]
        for index, text in enumerate(texts[:-1]):
            if len(text) < 2 * _STEM:
                continue
            rest = texts[index + 1 :]
            for _, _, offset in process.extract(text, rest, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=None):
                stands_for = joined.get(places[index], words[places[index]])
                joined.setdefault(places[index + 1 + offset], stands_for)
    return pd.Series(joined, dtype="int64")


def _marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words in which a letter that differs is no slip: numbers, and single letters."""
    return tuple(word for word in words if len(word) < 3 or not word.isalpha())
