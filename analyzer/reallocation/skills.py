"""The skills plan: what each role must learn, for the tools and for the new work, in which order and how long.

The time for it is taken from the freed hours, not added: it comes as they come, use case by use case, and says in which
months of the roadmap something is learned. What those months do not hold stands as later, so that nobody is promised
work that there is no time to learn.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.labels import label
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.rules import MONTHS_PER_YEAR
from analyzer.reallocation.words import SAY_NOTHING, stems

TOOL_HOURS = {
    "rules": 2.0,
    "capture": 2.0,
    "reporting": 4.0,
    "chatbot": 3.0,
    "drafting": 5.0,
    "search": 3.0,
    "coding": 6.0,
    "transcription": 1.0,
    "scheduling": 3.0,
    "predictive": 4.0,
    "cobot": 8.0,
}
"""Hours a person needs to use a kind of tool well at work. Five hours are what regular use of an assistant asks for
(BCG, AI at Work 2025, 10,600 people); the others are judgement around it. They are for using it, not for setting it up.
"""

SKILL_HOURS = 2.0
"""Hours a person takes for a first grasp of one skill of a new activity, practice on real cases included
(judgement)."""

_KNOWN_FROM = 0.5
"""Share of a skill's words from which the tasks of a role show that its people have it (judgement): nobody who manages
leases is sent to learn lease law."""

_LEAST_FREED = 5.0
"""Minutes a week that a kind of tool must free in a role before somebody learns it (judgement)."""
_MOST_TOOLS = 3
"""Most tools of one role that are learned for themselves, those that free most; others are shown in passing
(judgement)."""
_ROUNDING = 1e-6

WEEKS_WORKED = 44.0
"""Weeks worked in a year where nobody says otherwise: 52 less five of leave and some three of public holidays."""

COLUMNS = (
    "role",
    "team",
    "order",
    "kind",
    "code",
    "what_fr",
    "what_en",
    "hours",
    "from_month",
    "to_month",
    "later",
    "people",
    "months",
    "hours_held",
)

Key = tuple[str | None, str | None]
"""A role of a team."""


@dataclass(frozen=True)
class Lesson:
    """One thing to learn: ``kind`` "tool" or "work", ``code`` of the solution or activity, words by language, hours."""

    kind: str
    code: str
    what_fr: str
    what_en: str
    hours: float


def skills_plan(
    frame: pd.DataFrame,
    moves: pd.DataFrame,
    *,
    first: pd.DataFrame | None = None,
    people: Mapping[Key, float] | None = None,
    weeks: float = WEEKS_WORKED,
    pace: Mapping[Key, Sequence[float]] | None = None,
) -> pd.DataFrame:
    """Return what each role must learn.

    :param frame: the estimate's frame: which tools free a role's time.
    :param moves: ``role``, ``team``, ``activity``, ``kind``, ``minutes_per_week`` (all people of the role); the moves
        of a plan. Those of kind "learning" are the time for it.
    :param first: the moves that begin in the first quarter, with the same columns: what they need is learned first.
    :param people: people of each role of a team; the largest headcount of its rows where it is not named.
    :param weeks: weeks worked in a year.
    :param pace: share of the freed time of each role of a team that has come in each month from the first on, 0..1; a
        year of all of it where a role is not named.
    :returns: one row a lesson, in the order of learning: ``role``, ``team``, ``order`` (1, 2, …), ``kind`` ("tool"
        comes first, for tools free the time), ``code``, ``what_fr``, ``what_en``, ``hours`` a person, ``from_month``
        and ``to_month``, counted from 1 (NaN for what is later), ``later`` (it does not fit into these months, nor does
        anything after it), ``people``, ``months`` (how many these are) and ``hours_held`` (the time to learn that one
        person has in them).
    """
    own_rows = _keys(frame).groupby(["role", "team"], sort=False).indices
    begun = _keys(moves.iloc[:0] if first is None else first).groupby(["role", "team"])["activity"].agg(set).to_dict()
    rows: list[dict[str, object]] = []
    for (role, team), chosen in _keys(moves).groupby(["role", "team"], sort=True):
        own, key = frame.iloc[own_rows.get((role, team), [])], (str(role) or None, str(team) or None)
        stated = pd.to_numeric(own["headcount"], errors="coerce").max()
        count = max(1.0, float((people or {}).get(key, stated if len(own) else 1.0)))
        weekly = float(chosen.loc[chosen["kind"] == "learning", "minutes_per_week"].sum()) / count / 60.0
        shares = (pace or {}).get(key, (1.0,) * MONTHS_PER_YEAR)
        held = np.cumsum([weekly * weeks / MONTHS_PER_YEAR * share for share in shares])
        spent, later = 0.0, False
        lessons = [*_tools(own), *_work(chosen, begun.get((role, team), set()), _words_of(role, own["task"]))]
        for order, lesson in enumerate(lessons, start=1):
            start, spent = spent, spent + lesson.hours
            later = spent > held[-1] + _ROUNDING
            rows.append(
                {
                    "role": key[0],
                    "team": key[1],
                    "order": order,
                    "kind": lesson.kind,
                    "code": lesson.code,
                    "what_fr": lesson.what_fr,
                    "what_en": lesson.what_en,
                    "hours": lesson.hours,
                    "from_month": np.nan if later else float(np.searchsorted(held, start + _ROUNDING) + 1),
                    "to_month": np.nan if later else float(np.searchsorted(held, spent - _ROUNDING) + 1),
                    "later": later,
                    "people": count,
                    "months": len(shares),
                    "hours_held": float(held[-1]),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"later": "bool"})


def skills_of(activity: str) -> tuple[tuple[str, str], ...]:
    """Return the skills that a new activity asks for, French and English of each; none for one that asks for nothing
    new: relief asks nobody to learn, and what a learning activity teaches is its own content."""
    known = catalogue().get(activity)
    if known is None or known.kind in ("relief", "learning"):
        return ()
    return tuple(zip(known.skills("fr"), known.skills("en"), strict=True))


def _tools(own: pd.DataFrame) -> list[Lesson]:
    """Return the kinds of tools that free most of a role's time, the one that frees most first."""
    freed = own["minutes_freed_central"].groupby(own["solution"].astype("str")).sum()
    ranked = sorted(((str(code), float(minutes)) for code, minutes in freed.items()), key=lambda one: (-one[1], one[0]))
    used = [code for code, minutes in ranked if code in TOOL_HOURS and minutes >= _LEAST_FREED]
    return [
        Lesson("tool", code, label("solution", code, "fr"), label("solution", code, "en"), TOOL_HOURS[code])
        for code in used[:_MOST_TOOLS]
    ]


def _work(chosen: pd.DataFrame, begun: Collection[str], spoken: Collection[str]) -> list[Lesson]:
    """Return the skills of the chosen activities: first of those that begin in the first quarter, then of the largest;
    one that two activities share is learned once, and one that the role's own words speak of not at all."""
    found: dict[str, Lesson] = {}
    ordered = chosen.assign(_waits=~chosen["activity"].isin(list(begun))).sort_values(
        ["_waits", "minutes_per_week", "activity"], ascending=[True, False, True], kind="stable"
    )
    for code in ordered["activity"].astype("str"):
        for french, english in skills_of(code):
            if _known(french, spoken) or _known(english, spoken):
                continue
            found.setdefault(english, Lesson("work", code, french, english, SKILL_HOURS))
    return list(found.values())


def _words_of(role: object, tasks: Collection[str]) -> frozenset[str]:
    return frozenset(stem for text in (role, *tasks) for stem in stems(str(text)))


def _known(skill: str, spoken: Collection[str]) -> bool:
    """Return whether words of a role speak of a skill."""
    words = set(stems(skill)) - SAY_NOTHING
    return len(words & set(spoken)) >= max(_KNOWN_FROM * len(words), 1.0)


def _keys(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with a role and a team that can be grouped by: "" where none is stated."""
    named = {
        name: rows[name].astype("str").fillna("") if name in rows.columns else pd.Series("", rows.index, dtype="str")
        for name in ("role", "team")
    }
    return rows.assign(**named)
