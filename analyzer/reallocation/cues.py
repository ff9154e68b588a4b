"""Which activities a role's own words call for, and how much these words say.

An activity may ask for one of its *cues*: beginnings of words that the role's name, its team's name or its tasks must
hold. "Ring late payers yourself" is for accountants who chase payments, not for all.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.reallocation.catalogue import Activity
from analyzer.reallocation.roles import role_teams, task_weights
from analyzer.reallocation.seats import seat_of, suits
from analyzer.scoring.text import comparison_key

_WHOLE_WORD = 3
"""Letters up to which a cue is a whole word, or its plural: "bat" is a printer's proof, and no "batiment"."""
_GREAT_TASK = 0.25
"""Share of a role's time from which one task alone says enough (judgement)."""


class RoleWords:
    """The words of each role of a list.

    :param frame: scores or any later frame, one row a task.
    :param texts: the tasks as read, one a row.
    :param names: the role of each row.
    :param roles: the roles' names, in the order of the answers.
    """

    def __init__(self, frame: pd.DataFrame, texts: list[str], names: npt.NDArray[np.object_], roles: list[str]) -> None:
        teams, weights = role_teams(frame), task_weights(frame)
        self._roles = roles
        self._named = [_spoken(f"{role} {teams[role]}") for role in roles]
        self._tasks: list[dict[str, float]] = []
        for role in roles:
            tasks: dict[str, float] = {}
            for place in np.flatnonzero(names == role):
                words = _spoken(texts[place])
                tasks[words] = tasks.get(words, 0.0) + float(weights[place])
            self._tasks.append(tasks)

    def called_for(self, activities: list[Activity]) -> npt.NDArray[np.bool_]:
        """Return which activities are for which role's seat and have one of their cues in its words, shape (roles,
        activities)."""
        called = np.zeros((len(self._roles), len(activities)), bool)
        for row, role in enumerate(self._roles):
            spoken, seat = " ".join([self._named[row], *self._tasks[row]]), seat_of(role)
            called[row] = [suits(seat, one.seat) and (not one.cues or _holds(one, spoken)) for one in activities]
        return called

    def by_the_way(self, activities: list[Activity], asked: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Return for which of the asked roles and activities a single task of little time is all that holds a cue,
        shape (roles, activities): "check the drivers' papers" makes nobody a carrier."""
        passing = np.zeros(asked.shape, bool)
        for row, column in np.argwhere(asked):
            one = activities[column]
            if one.cues and not _holds(one, self._named[row]):
                shares = [share for task, share in self._tasks[row].items() if _holds(one, task)]
                passing[row, column] = len(shares) == 1 and shares[0] < _GREAT_TASK and len(self._tasks[row]) > 1
        return passing


def _spoken(text: str) -> str:
    return f" {comparison_key(text)} "


def _holds(activity: Activity, spoken: str) -> bool:
    # comparison_key has turned hyphens into spaces: "on-call" is spoken as "on call".
    return any(_says(cue.replace("-", " "), spoken) for cue in activity.cues)


def _says(cue: str, spoken: str) -> bool:
    if len(cue) > _WHOLE_WORD:
        return f" {cue}" in spoken
    return f" {cue} " in spoken or f" {cue}s " in spoken
