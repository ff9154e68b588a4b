"""The skills plan: what each role must learn, for the tools and for the new work, in which order and how long.

The time for it is taken from the freed hours, not added: a plan's learning minutes say how many weeks it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.labels import label
from analyzer.reallocation.catalogue import catalogue

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

_LEAST_FREED = 5.0
"""Minutes a week that a kind of tool must free in a role before somebody learns it (judgement)."""
_MOST_TOOLS, _MOST_SKILLS = 3, 4
"""Most tools and most skills of one role: more at once is not learned (judgement)."""

COLUMNS = ("role", "team", "order", "kind", "code", "what_fr", "what_en", "hours", "from_week", "to_week", "people")


@dataclass(frozen=True)
class Lesson:
    """One thing to learn: ``kind`` "tool" or "work", ``code`` of the solution or activity, words by language, hours."""

    kind: str
    code: str
    what_fr: str
    what_en: str
    hours: float


def skills_plan(frame: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """Return what each role must learn.

    :param frame: the estimate's frame: which tools free a role's time.
    :param moves: ``role``, ``team``, ``activity``, ``kind``, ``minutes_per_week`` (all people of the role); the moves
        of a plan. Those of kind "learning" are the time for it.
    :returns: one row a lesson, in the order of learning: ``role``, ``team``, ``order`` (1, 2, …), ``kind`` ("tool"
        comes first, for tools free the time), ``code``, ``what_fr``, ``what_en``, ``hours`` a person, ``from_week`` and
        ``to_week`` of the plan (NaN where the plan gives no time to learn), ``people``.
    """
    rows: list[dict[str, object]] = []
    for (role, team), chosen in _by_group(moves):
        own = frame[_same(frame, "role", role) & _same(frame, "team", team)]
        people = max(1.0, float(pd.to_numeric(own["headcount"], errors="coerce").max() if len(own) else 1.0))
        learning = float(chosen.loc[chosen["kind"] == "learning", "minutes_per_week"].sum()) / people / 60.0
        spent = 0.0
        for order, lesson in enumerate([*_tools(own), *_work(chosen)], start=1):
            start, spent = spent, spent + lesson.hours
            rows.append(
                {
                    "role": role,
                    "team": team,
                    "order": order,
                    "kind": lesson.kind,
                    "code": lesson.code,
                    "what_fr": lesson.what_fr,
                    "what_en": lesson.what_en,
                    "hours": lesson.hours,
                    "from_week": np.floor(start / learning) + 1 if learning > 0 else np.nan,
                    "to_week": max(np.ceil(round(spent / learning, 6)), 1.0) if learning > 0 else np.nan,
                    "people": people,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _tools(own: pd.DataFrame) -> list[Lesson]:
    """Return the kinds of tools that free most of a role's time, the one that frees most first."""
    freed = own["minutes_freed_central"].groupby(own["solution"].astype("str")).sum()
    ranked = sorted(((str(code), float(minutes)) for code, minutes in freed.items()), key=lambda one: (-one[1], one[0]))
    used = [code for code, minutes in ranked if code in TOOL_HOURS and minutes >= _LEAST_FREED]
    return [
        Lesson("tool", code, label("solution", code, "fr"), label("solution", code, "en"), TOOL_HOURS[code])
        for code in used[:_MOST_TOOLS]
    ]


def _work(chosen: pd.DataFrame) -> list[Lesson]:
    """Return the skills of the chosen activities, those of the largest first; one that two share is learned once."""
    found: dict[str, Lesson] = {}
    ordered = chosen.sort_values(["minutes_per_week", "activity"], ascending=[False, True], kind="stable")
    for code in ordered["activity"].astype("str"):
        activity = catalogue().get(code)
        # Relief asks nobody to learn; what a learning activity teaches is its own content.
        if activity is None or activity.kind in ("relief", "learning"):
            continue
        for french, english in zip(activity.skills("fr"), activity.skills("en"), strict=True):
            found.setdefault(english, Lesson("work", code, french, english, SKILL_HOURS))
    return list(found.values())[:_MOST_SKILLS]


def _by_group(moves: pd.DataFrame) -> Iterator[tuple[tuple[object, object], pd.DataFrame]]:
    named = moves.assign(role=moves["role"].astype("str").fillna(""), team=moves["team"].astype("str").fillna(""))
    for key, rows in named.groupby(["role", "team"], sort=True):
        role, team = (str(one) or None for one in key)
        yield (role, team), rows


def _same(frame: pd.DataFrame, column: str, name: object) -> pd.Series:
    if column not in frame.columns:
        return pd.Series(True, index=frame.index)
    stated = frame[column].astype("str").fillna("")
    return stated == ("" if name is None else str(name))
