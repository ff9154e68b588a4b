"""Which tasks of one role another could take over: what help between two roles is made of.

Two roles that are close as a whole may have nothing to hand over, and of what they have some must stay where it is: a
talk, a negotiation, what only one role may sign or approve. Help without a task that can be named is no help.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.reallocation.meaning import Meaning, nearness
from analyzer.reallocation.roles import role_names
from analyzer.reallocation.words import SAY_NOTHING, rarity, stems
from analyzer.scoring.workwords import agreement, vocabulary

FloatArray = npt.NDArray[np.float32]

MOST_HANDED = 3
"""Most tasks of a role that another takes over, those nearest to its own: more are not followed through (judgement)."""
_ALIKE = ((0.85, 1), (0.75, 2))
"""Likeness from which two tasks are named as shared work, with the words that they must have in common (judgement: read
on all pairs of roles of the samples). Meaning alone takes a threat report for a recovery test."""
_TELLING = float(np.log(75.0))
"""Rarity of a word that tells what a task is about: it stands in fewer than one everyday text in 75 ("invoice" does,
"customer" does not; judgement)."""
_KEPT = "keep_human"
"""Lane of tasks that nobody is asked to hand over: a talk, a negotiation, a decision."""
_SAME_FROM = 0.5
"""Chance of being the same work from which no act need be named in common (:attr:`Agreement.chance`; judgement)."""
_RESERVED = frozenset({"approve", "decide", "sign"})
"""Acts that stay with whoever answers for them, unless the helper does them, too: who books a refund approves none."""


class Offer(NamedTuple):
    """What one role could take over from another.

    :ivar minutes: a week that the tasks take today; infinite where all of the work is known.
    :ivar likeness: how near they are to the helper's own, 0..1.
    """

    minutes: float
    likeness: float


class Handovers:
    """The tasks that the roles of one list could take over from each other.

    :param frame: scores or any later frame, one row a task; without lanes no task stays with its role for its lane.
    :param meaning: the frame's tasks as read.
    """

    def __init__(self, frame: pd.DataFrame, meaning: Meaning) -> None:
        self._meaning = meaning
        self._rows = {str(name): rows for name, rows in role_names(frame).groupby(role_names(frame)).indices.items()}
        self._tasks = frame["task"].astype("str").to_numpy()
        self._activity = frame["activity"].astype("str").to_numpy()
        self._kept = (frame["lane"] == _KEPT).to_numpy() if "lane" in frame.columns else np.zeros(len(frame), bool)
        self._takes = pd.to_numeric(frame["minutes_per_week"], errors="coerce").fillna(0.0).to_numpy("float64")
        self._handed: dict[tuple[str, str], dict[int, float]] = {}

    def likeness(self, role: str, other: str) -> FloatArray:
        """Return how alike the tasks of two roles are, 0..1, shape (tasks of one, tasks of the other): 0 where their
        words do not speak of the same."""
        a, b = self._places(role), self._places(other)
        near = nearness(self._meaning.vectors[a] @ self._meaning.vectors[b].T)
        return _alike(near, [self._meaning.texts[i] for i in a], [self._meaning.texts[j] for j in b])

    def handed(self, helper: str, other: str) -> tuple[int, ...]:
        """Return the places in the frame of the tasks that one role could take over from another, the nearest first."""
        return tuple(self._likest(helper, other))

    def _likest(self, helper: str, other: str) -> dict[int, float]:
        """Return these places with how alike the helper's own task is that is nearest, 0..1."""
        known = self._handed.get((helper, other))
        if known is None:
            own, theirs = self._places(helper), self._places(other)
            likeness = self.likeness(helper, other)
            for mine, at in np.argwhere(likeness > 0):
                kept = self._kept[theirs[at]]
                if kept or not _could_do(self._meaning.texts[own[mine]], self._meaning.texts[theirs[at]]):
                    likeness[mine, at] = 0.0
            best = likeness.max(axis=0, initial=0.0)
            ranked = sorted(range(len(theirs)), key=lambda at: (-best[at], self._tasks[theirs[at]], theirs[at]))
            known = {int(theirs[at]): float(best[at]) for at in ranked if best[at] > 0}
            self._handed[helper, other] = known
        return known

    def named(self, helper: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the tasks that one role would take over from another, and those of them that it would be shown first:
        its own work is of another kind."""
        places = self.handed(helper, other)[:MOST_HANDED]
        does = set(self._activity[self._places(helper)])
        tasks = dict.fromkeys(str(self._tasks[place]) for place in places)
        new = dict.fromkeys(str(self._tasks[place]) for place in places if self._activity[place] not in does)
        return tuple(tasks), tuple(new)

    def offer(self, helper: str, other: str, among: npt.NDArray[np.bool_] | None = None) -> Offer:
        """Return what these tasks take, and how near they are; a task whose time is not stated counts for none.

        :param among: which rows of the frame count, all if absent: one role may stand in several teams.
        """
        likest = self._likest(helper, other)
        places = [place for place in likest if among is None or among[place]][:MOST_HANDED]
        minutes = float(self._takes[places].sum())
        return Offer(minutes, float(np.mean([likest[place] for place in places])) if places else 0.0)

    def _places(self, role: str) -> npt.NDArray[np.int64]:
        return np.asarray(self._rows.get(role, ()), np.int64)


def _could_do(own: str, asked: str) -> bool:
    """Whether who does one task could do another that speaks of the same: it is done in the same way, or most likely
    the same work, and asks for nothing to be approved, decided or signed that the first does not."""
    mine, theirs = vocabulary().concepts(own), vocabulary().concepts(asked)
    found = agreement(mine, theirs, vocabulary())
    return bool(found.acts or found.chance >= _SAME_FROM) and not (theirs - mine) & _RESERVED


def _alike(near: FloatArray, texts_a: list[str], texts_b: list[str]) -> FloatArray:
    """Return the likeness of those tasks alone whose words speak of the same, 0 for all others."""
    if not near.size:
        return near
    words_a, words_b = ([_telling(text) for text in texts] for texts in (texts_a, texts_b))
    shared = np.array([[len(one & other) for other in words_b] for one in words_a])
    named = np.logical_or.reduce([(near >= least) & (shared >= words) for least, words in _ALIKE])
    result: FloatArray = np.where(named, near, 0.0)
    return result


@lru_cache(maxsize=65_536)
def _telling(text: str) -> frozenset[str]:
    """Return the words of a task that tell what it is about."""
    words = sorted(set(stems(text)) - SAY_NOTHING)
    return frozenset(word for word, rare in zip(words, rarity(words), strict=True) if rare >= _TELLING)
