"""Use cases that may be the same work: near misses, shown with what speaks for it and never merged unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.scoring.same_work import candidates
from analyzer.scoring.workwords import Agreement, agreement, vocabulary

_LIKELY_FROM = 0.45
"""Chance from which a pair is shown: more than four in five of those that people wrote are the same work then, and two
in five to one in two of the same work are found (``tests/scoring/test_same_work_people.py``)."""
_SHARED_FROM = 0.40
"""Share of what both are about that must be common besides: of long texts that share a little, most are only alike
(judgement, from reading the pairs of the sample lists)."""
_THINGS_FROM, _MOSTLY_COMMON = 0.1, 0.6
"""Weight of common things below which a common act counts only where this share of all is common: who fixes bugs and
who chases fixes do not the same work (judgement, from the sample lists)."""
_SAME_SOLUTION, _SAME_ACTIVITY = 0.05, 0.05
"""What a common solution and a common activity add (judgement)."""
_MOST_TEXTS = 5_000
"""Different texts up to which suggestions are looked for, about a second."""


@dataclass(frozen=True)
class LikelySame:
    """Two use cases that may be one.

    :ivar one, other: their keys, the one with more minutes a week first.
    :ivar shared: 0..1, how much of what they are about is common.
    :ivar solution: whether the same solution would serve both.
    :ivar more_said: whether one of them names something done that the other does not.
    """

    one: str
    other: str
    shared: float
    solution: bool
    more_said: bool


def likely_same(tasks: pd.DataFrame, decisions: UseCaseDecisions | None = None, count: int = 5) -> list[LikelySame]:
    """Return the use cases that are most likely the same work without having been joined, the likeliest first.

    :param tasks: opportunity frame (``task``, ``use_case_key``, ``solution``, ``activity``, ``minutes_per_week``).
    :param decisions: pairs that people keep apart are left out.
    """
    apart = set() if decisions is None else {tuple(sorted(pair)) for pair in decisions.apart}
    lines = tasks.drop_duplicates(["use_case_key", "task"]).sort_values(["task", "use_case_key"], kind="stable")
    if not 1 < len(lines) <= _MOST_TEXTS:
        return []
    about = [vocabulary().concepts(text) for text in lines["task"]]
    keys, solutions, activities = (lines[name].tolist() for name in ("use_case_key", "solution", "activity"))
    size = {str(key): float(value) for key, value in tasks.groupby("use_case_key")["minutes_per_week"].sum().items()}
    best: dict[tuple[str, str], tuple[float, LikelySame]] = {}
    for i, j in candidates(about):
        pair = (min(keys[i], keys[j]), max(keys[i], keys[j]))
        found = agreement(about[i], about[j], vocabulary()) if keys[i] != keys[j] and pair not in apart else None
        if found is None or not _worth_a_look(found):
            continue
        same_solution = solutions[i] == solutions[j]
        likely = found.chance + _SAME_SOLUTION * same_solution + _SAME_ACTIVITY * (activities[i] == activities[j])
        if likely < _LIKELY_FROM or likely <= best.get(pair, (0.0, None))[0]:
            continue
        first, second = sorted((i, j), key=_larger_first(keys, size))
        alike = LikelySame(keys[first], keys[second], round(found.shared, 3), same_solution, any(found.other_acts))
        best[pair] = likely, alike
    ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    return [suggestion for _, (_, suggestion) in ordered[:count]]


def how_alike(task: str, other: str) -> float:
    """Return how much of what two texts are about is common, 0..1; 0 where it is too little to be the same work, or
    they do something unlike."""
    one, two = vocabulary().concepts(task), vocabulary().concepts(other)
    found = agreement(one, two, vocabulary())
    return found.shared if found.chance >= _LIKELY_FROM and _worth_a_look(found) else 0.0


def _worth_a_look(found: Agreement) -> bool:
    about = found.things >= _THINGS_FROM or found.shared >= _MOSTLY_COMMON
    return about and found.shared >= _SHARED_FROM and found.chance > 0


def _larger_first(keys: list[str], size: dict[str, float]) -> Callable[[int], tuple[float, str]]:
    return lambda place: (-size[keys[place]], keys[place])
