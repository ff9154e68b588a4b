"""How much hangs on an answer: the minutes a week by which the total of a list would move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analyzer.inventory.questions import Question, proposed_changes
from analyzer.inventory.worktime import MINUTES_PER_WEEK_LIMIT

_FACTORS = ["occurrences_per_week", "minutes_per_occurrence", "headcount"]
_WEEKLY = "minutes_per_week"
_MOST_WORKED_OUT = 1_000
"""Questions of one kind that are worked out row by row; the rest of a longer list counts in proportion (judgement)."""


_LEFT_UNKNOWN = ("time_zero", "person_over_day")
"""Questions whose proposed answer leaves the time unknown: it is worth what the other tasks usually take."""


def minutes_asked_about(frame: pd.DataFrame, questions: Sequence[Question]) -> float:
    """Return the minutes a week by which the proposed answers to questions of one kind would move the total.

    Where a person or role has more than its week, what stands beyond it is in doubt, whether the answer changes it or
    not, unless its times may be those of several people together; what a role does not list is in nobody's figures and
    counts for nothing.

    :param frame: the frame that the questions were found in.
    """
    part = questions[:_MOST_WORKED_OUT]
    beyond = [_number(one, "hours") - _number(one, "week") for one in part if _is_beyond(one)]
    moved = sum(max(0.0, hours) for hours in beyond) * 60
    others = [one for one in part if not _is_beyond(one)]
    moved += minutes_moved(frame, proposed_changes(frame, others))
    unknown = {place for one in others if one.code in _LEFT_UNKNOWN for place in one.places}
    moved += minutes_missing(frame, sorted(unknown))
    return moved * len(questions) / max(1, len(part))


def minutes_moved(frame: pd.DataFrame, changes: Mapping[int, Mapping[str, float | None]]) -> float:
    """Return the minutes a week by which changes would move the total, each row for itself.

    :param changes: position of a row -> field -> value (``None``: unknown); {} for a row to be set aside.
    """
    places = list(changes)
    before = frame.iloc[places][[*_FACTORS, _WEEKLY]].reset_index(drop=True)
    after = before.copy()
    for at, place in enumerate(places):
        for name, value in changes[place].items():
            after.loc[at, name] = np.nan if value is None else float(value)
    product = after[_FACTORS].prod(axis=1, skipna=False)
    aside = np.array([not changes[place] for place in places], dtype=bool)
    now = np.where(aside, 0.0, product.fillna(after[_WEEKLY]).fillna(0.0))
    return float(np.abs(now - before[_WEEKLY].fillna(0.0).to_numpy()).sum())


def minutes_missing(frame: pd.DataFrame, places: Sequence[int]) -> float:
    """Return the minutes a week that rows without a time may take: what they state, if it can be, and else what the
    others usually take.

    :param frame: inventory frame, complete.
    :param places: positions of the rows.
    """
    part = frame.iloc[list(places)]
    without = part[part[_WEEKLY].isna()]
    often, long = (without[name].where(without[name] > 0).fillna(usual(frame[name])) for name in _FACTORS[:2])
    each = often * long
    each = each.where(each <= MINUTES_PER_WEEK_LIMIT, np.prod([usual(frame[name]) for name in _FACTORS[:2]]))
    return float((each * without["headcount"].clip(lower=1.0)).sum())


def usual(values: pd.Series) -> float:
    """Return what the tasks of a list usually have: the median of what is known, 1 if nothing is."""
    known = values[values > 0]
    return round(float(known.median()), 2) if len(known) else 1.0


def _is_beyond(question: Question) -> bool:
    return "week" in question.facts and question.code != "times_of_role"


def _number(question: Question, name: str) -> float:
    return float(str(question.facts[name]))
