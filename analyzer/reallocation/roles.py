"""Roles as this room counts them: never persons."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

NO_ROLE = ""
"""Name of all rows that state neither role nor team; shown as "not stated"."""


def role_names(frame: pd.DataFrame) -> pd.Series:
    """Return the role that each row counts for: its role, else its team, else :data:`NO_ROLE`.

    :param frame: one row a task, with ``role`` and ``team`` where the list has them.
    :returns: same index; never missing. A person named in the list is never read.
    """
    names = pd.Series(NO_ROLE, index=frame.index, dtype="str")
    for column in ("team", "role"):
        if column in frame.columns:
            stated = frame[column].astype("str").str.strip()
            names = stated.where(stated.notna() & (stated != ""), names)
    return names


def role_teams(frame: pd.DataFrame) -> pd.Series:
    """Return the team of each role: the one that most of its rows name, the first by name among equals.

    :returns: indexed by role (:func:`role_names`), in the order of the roles' names; "" where none is named.
    """
    roles = role_names(frame)
    teams = frame["team"].astype("str").str.strip().fillna("") if "team" in frame.columns else roles.map(lambda _: "")
    counted = pd.DataFrame({"role": roles, "team": teams}).value_counts(["role", "team"]).reset_index(name="rows")
    counted = counted.sort_values(["role", "rows", "team"], ascending=[True, False, True], kind="stable")
    return counted.drop_duplicates("role").set_index("role")["team"]


def role_people(frame: pd.DataFrame) -> pd.Series:
    """Return the headcount of each role: the greatest that one of its rows states, at least 1.

    :returns: indexed by role, in the order of the roles' names.
    """
    return stated_people(frame).fillna(1.0).clip(lower=1.0)


def stated_people(frame: pd.DataFrame) -> pd.Series:
    """Return the greatest headcount that a row of each role states, NaN where none does; indexed as in
    :func:`role_people`."""
    stated = pd.to_numeric(frame.get("headcount", pd.Series(np.nan, frame.index)), errors="coerce").astype("float64")
    people: pd.Series = stated.groupby(role_names(frame)).max()
    return people


def task_weights(frame: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return how much each task counts in a picture of its role: its minutes a week, but no task without a word.

    A row whose time is unknown counts as the median row of its role; each row counts for a twentieth of its role's mean
    row at least, so that what is seldom done is not lost (judgement).

    :returns: shape (rows,); the weights of a role add to 1.
    """
    roles = role_names(frame)
    minutes = pd.to_numeric(frame["minutes_per_week"], errors="coerce").astype("float64")
    minutes = minutes.fillna(minutes.groupby(roles).transform("median")).fillna(1.0)
    least = 0.05 * minutes.groupby(roles).transform("mean")
    counted = minutes.clip(lower=least).clip(lower=1e-6)
    result: npt.NDArray[np.float64] = (counted / counted.groupby(roles).transform("sum")).to_numpy("float64")
    return result
