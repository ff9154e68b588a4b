"""What would change a task's scores, and by how much, measured on the everyday tasks that our rubric rated.

**Automatability.** A change ("the information comes in as form fields") moves an item or two of the rubric from where
the text reads to where the change puts it. The points are the difference between the mean ratings of the reference
tasks around the two places: tasks that are rated alike in everything else. Around means a Gaussian weight of
:data:`WIDTH` rating steps over the six items in :data:`MATCHED`; the other items add next to nothing to how well a
task's automatable rating is told from tasks around it.

A straight line through the ratings (least squares on the same items) would be simpler, but it tells the ratings of
functions left out less well (R² 0.85 against 0.92), and it promises points where few are to be had: work by hand is
rated near 0 whatever its rules and forms. In the held-out functions, the mean difference between tasks that are alike
in all these items but one is told to within 5 points; hence "about", and multiples of 5.

Only what the text does not already read as is a change: work that follows clear rules is not told what rules would do,
and work that is hands or trust throughout is not told what it would be without.

A number is given only where at least :data:`SUPPORT` rated tasks stand around both places; elsewhere what would raise a
score is told by its direction alone, and what would lower it is left out. Held-out tasks are not among the reference
tasks, so nothing here is measured on them.

**Repetitiveness.** What a stated frequency would do is computed, not estimated (:mod:`analyzer.scoring.repetition`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from analyzer.scoring.reference import everyday_ratings
from analyzer.scoring.repetition import combined_repetitiveness
from analyzer.scoring.rubric_reading import HIGH, LOW

MATCHED = ("rule_based", "structured_input", "judgement", "relation", "physical", "stake")
"""Items of the rubric in which tasks must be alike."""

WIDTH = 0.6
"""Rating steps (of 4) within which tasks count as alike: leaving out one function at a time, ratings are told equally
well (R² 0.92) from 0.4 to 0.7, and the wider, the more tasks stand around a place."""

SUPPORT = 3.0
"""Rated tasks, each counted by its weight, that must stand around both places of a change."""

FREQUENCIES = {"daily": 5.0, "weekly": 1.0, "monthly": 12 / 52}
"""Times a week of the frequencies that a user may state."""

_RAISING = {
    "fields": {"structured_input": 4.0},
    "rules": {"rule_based": 4.0, "judgement": 0.5},
    "remote": {"physical": 0.0},
}
_LOWERING = {
    "loose": {"structured_input": 0.5},
    "weighed": {"rule_based": 1.0, "judgement": 3.0},
}
_APPLIES = {
    "fields": ("structured_input", 0.0, HIGH),
    "rules": ("rule_based", 0.0, HIGH),
    "remote": ("physical", LOW, HIGH),
    "loose": ("structured_input", LOW, 4.0),
    "weighed": ("judgement", 0.0, HIGH),
}
"""Item that a change is about, and the readings between which it is one."""
_IN_THE_WAY = ("judgement", "physical")
"""Items of which less is easier to automate; of the others that a change moves, more is."""
_HOLDS = ("relation", "physical", "judgement")
_NOTICEABLE, _STEP = 7.5, 5
"""Points below which a difference is not told, being no more than it is told to; and what it is rounded to."""
_RAISED_BELOW, _LOWERED_FROM, _HELD_BELOW = 75.0, 65.0, 35.0
"""Scores below which something that raises is looked for, from which something that lowers, below which a hold."""

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Change:
    """Something that would move a score.

    :ivar score: "automatability" or "repetitiveness".
    :ivar code: what is changed: ``fields``, ``rules``, ``remote``, ``loose``, ``weighed``; a key of
        :data:`FREQUENCIES`; or what holds the score where it is: ``held_relation``, ``held_physical``,
        ``held_judgement``.
    :ivar direction: 1 up, -1 down, 0 for what holds the score.
    :ivar points: about how many points of 100, a multiple of 5; None where it is not measured.
    :ivar would_be: the score then, 0..100; None where it is not measured.
    :ivar support: rated tasks around the thinner of the two places, each counted by its weight.
    """

    score: str
    code: str
    direction: int
    points: int | None = None
    would_be: float | None = None
    support: float = 0.0


def automatability_changes(score: float, rubric: Mapping[str, float], reference_codes: frozenset[str]) -> list[Change]:
    """Return what would move the automatability: at most two ways up, one way down, or what holds it where it is.

    :param score: the automatability, 0..100.
    :param rubric: readings 0..4 by item.
    :param reference_codes: ids of the everyday tasks to measure on.
    """
    found: list[Change] = []
    if score < _RAISED_BELOW:
        ways = [_change(score, rubric, code, to, reference_codes) for code, to in _RAISING.items()]
        found += _strongest([way for way in ways if way], 2)
    if score >= _LOWERED_FROM:
        ways = [_change(score, rubric, code, to, reference_codes) for code, to in _LOWERING.items()]
        found += _strongest([way for way in ways if way], 1)
    if score < _HELD_BELOW and not found:
        item = max(_HOLDS, key=lambda name: rubric[name])
        if rubric[item] >= HIGH:
            found.append(Change("automatability", f"held_{item}", 0))
    return found


def frequency_changes(from_text: float, alike: float) -> list[Change]:
    """Return what the repetitiveness would be if a frequency were stated, most often first.

    :param from_text: the repetitiveness that the text alone gives, 0..100.
    :param alike: how alike each time, 0..4, as read from the text.
    """
    found = []
    for code, times in FREQUENCIES.items():
        then = float(combined_repetitiveness(np.array([from_text]), np.array([times]), np.array([alike]))[0])
        found.append(Change("repetitiveness", code, 1 if then >= from_text else -1, None, then))
    return found


def _change(
    score: float, rubric: Mapping[str, float], code: str, to: Mapping[str, float], codes: frozenset[str]
) -> Change | None:
    """Return what one change would do, or None if it is no change, none to speak of, or out of the question."""
    item, least, below = _APPLIES[code]
    raising = code in _RAISING
    if not least <= rubric[item] < below or (raising and rubric["physical"] >= HIGH):
        return None
    if code == "remote" and rubric["relation"] >= HIGH:
        return None
    before = np.array([rubric[item] for item in MATCHED])
    after = before.copy()
    for item, value in to.items():
        place = MATCHED.index(item)
        down = (item in _IN_THE_WAY) == raising
        after[place] = min(before[place], value) if down else max(before[place], value)
    rated_before, support_before = rating_around(before, codes)
    rated_after, support_after = rating_around(after, codes)
    support = min(support_before, support_after)
    points = float(np.clip(score + rated_after - rated_before, 0.0, 100.0)) - score
    if not np.isfinite(points) or (points < _NOTICEABLE if raising else points > -_NOTICEABLE):
        return None
    direction = 1 if raising else -1
    if support >= SUPPORT:
        rounded = _STEP * round(abs(points) / _STEP)
        return Change("automatability", code, direction, direction * rounded, score + points, support)
    # Of work with people that no rated task resembles, not even the direction is told.
    told = code in ("fields", "rules") and rubric["relation"] < HIGH
    return Change("automatability", code, direction, support=support) if told else None


def _strongest(changes: list[Change], most: int) -> list[Change]:
    return sorted(changes, key=lambda change: (-abs(change.points or 0), change.code))[:most]


def rating_around(place: FloatArray, codes: frozenset[str]) -> tuple[float, float]:
    """Return the mean automatable rating around a place in the rubric, and how many tasks stand there.

    :param place: readings 0..4 of the items in :data:`MATCHED`.
    :param codes: ids of the everyday tasks to measure on.
    :returns: 0..100 (NaN if no task is anywhere near), and the sum of the tasks' weights.
    """
    items, automatable = _rated(codes)
    weights = np.exp(-((items - place) ** 2).sum(axis=1) / (2.0 * WIDTH**2))
    total = float(weights.sum())
    return (float(weights @ automatable) / total if total > 0 else float("nan")), total


@lru_cache(maxsize=4)
def _rated(codes: frozenset[str]) -> tuple[FloatArray, FloatArray]:
    """Return the ratings of the everyday tasks named: the matched items, shape (n, 6), and automatable, 0..100."""
    ratings = [ratings for code, ratings in everyday_ratings().items() if code in codes]
    items = np.array([[rating[item] for item in MATCHED] for rating in ratings], float).reshape(-1, len(MATCHED))
    return items, np.array([25.0 * rating["automatable"] for rating in ratings])
