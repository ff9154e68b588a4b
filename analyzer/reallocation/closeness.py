"""How close roles are in their skills: told from what they do, never from who does it.

Half of a closeness comes from the shared kinds of activity (O*NET's generalized work activities, by the minutes that
each role spends on them), half from tasks that are near in meaning. Two roles that do the same work in different words
are close; two that only both sit at a screen are not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.reallocation.handover import Handovers
from analyzer.reallocation.meaning import Meaning, nearness, read_meaning
from analyzer.reallocation.roles import role_names, task_weights
from analyzer.scoring.vocabulary import ACTIVITIES

FloatArray = npt.NDArray[np.float32]

CLOSE = 0.4
"""Closeness from which one role can help the other after a short handover (judgement: in the samples service desk and
systems engineer, stock controller and transport planner reach it, recruiter and HR administrator do not; see also the
worked cases in ``tests/reallocation/test_closeness.py``)."""

_TASKS_AS_CLOSE = 0.9
"""Share of the closeness needed that the tasks alone must have for one role to help another (judgement)."""
_ACTIVITY_SHARE = 0.5
"""Share of a closeness that the activities make up; the tasks' meaning makes up the rest (judgement)."""
_MOST_OF_TIME = 0.5
"""Share of both roles' time from which an activity is named as what they share (judgement)."""
_CHUNK = 2048
_MOST_TASKS = 10_000
_FEWEST_A_ROLE = 5
"""Tasks that are compared each with each, seconds for as many: of more, each role's heaviest count, at least so many
(judgement)."""


@dataclass(frozen=True)
class SharedTask:
    """Two tasks of two roles that are near to each other.

    :ivar task_a: place of the task of the first role in the frame; ``task_b`` likewise.
    :ivar likeness: 0..1.
    """

    task_a: int
    task_b: int
    likeness: float


@dataclass(frozen=True)
class ClosenessReasons:
    """Why two roles are close, and what one would have to learn to help the other.

    :ivar tasks: the nearest pairs of tasks, the nearest first; their words must speak of the same.
    :ivar activities: activities that most of both roles' time goes to, (name, share of a, share of b).
    :ivar b_could_help_with: places of tasks of a that are near to one of b, the nearest first, none that must stay with
        its role (:class:`Handovers`).
    :ivar a_could_help_with: places of tasks of b that are near to one of a.
    :ivar b_would_learn: places of those tasks of a whose kind of activity b does not do yet; ``a_would_learn``
        likewise.
    """

    tasks: tuple[SharedTask, ...]
    activities: tuple[tuple[str, float, float], ...]
    b_could_help_with: tuple[int, ...]
    a_could_help_with: tuple[int, ...]
    b_would_learn: tuple[int, ...]
    a_would_learn: tuple[int, ...]


def role_closeness(frame: pd.DataFrame, meaning: Meaning | None = None, *, least: float = CLOSE) -> pd.DataFrame:
    """Return the pairs of roles that are close.

    :param frame: scores or any later frame, one row a task.
    :param meaning: the frame's tasks as read before; they are read if absent.
    :param least: pairs below this closeness are left out; 0 gives all pairs.
    :returns: one row a pair, closest first: ``role_a``, ``role_b`` (a before b by name), ``closeness`` 0..1 (the same
        in both directions), ``activities`` 0..1 (overlap of how the two spend their time) and ``tasks`` 0..1 (how near
        their tasks are).
    :raises ModelError: if the tasks must be read and the model cannot be used.
    """
    meaning = meaning or read_meaning(frame)
    roles = sorted(set(role_names(frame)))
    codes = pd.Categorical(role_names(frame), categories=roles).codes.astype(int)
    weights = task_weights(frame)
    activities = _overlap(_profiles(frame, codes, weights, len(roles)))
    compared, heavy = _heaviest(codes, weights, meaning.texts, len(roles))
    tasks = _tasknearness(meaning.vectors[compared], codes[compared], heavy, len(roles))
    closeness = _ACTIVITY_SHARE * activities + (1.0 - _ACTIVITY_SHARE) * tasks
    first, second = np.triu_indices(len(roles), k=1)
    kept = closeness[first, second] >= least
    first, second = first[kept], second[kept]
    names = np.array(roles, object)
    pairs = pd.DataFrame(
        {
            "role_a": pd.Series(names[first], dtype="str"),
            "role_b": pd.Series(names[second], dtype="str"),
            "closeness": closeness[first, second].astype(float).round(4),
            "activities": activities[first, second].astype(float).round(4),
            "tasks": tasks[first, second].astype(float).round(4),
        }
    )
    return pairs.sort_values(["closeness", "role_a", "role_b"], ascending=[False, True, True], ignore_index=True)


def able_to_help(closeness: pd.DataFrame, least: float) -> pd.DataFrame:
    """Return the pairs of :func:`role_closeness` that can take over tasks of each other.

    Tasks are what is handed over: two roles that only spend their time on activities alike, as a writer and a
    graphic designer do, are left out.

    :param least: closeness that is needed, 0..1; their tasks must be nearly as close.
    """
    return closeness[closeness["tasks"] >= _TASKS_AS_CLOSE * least].reset_index(drop=True)


def explain_closeness(
    frame: pd.DataFrame, role_a: str, role_b: str, meaning: Meaning | None = None, count: int = 3
) -> ClosenessReasons:
    """Return why two roles are close.

    :param frame: as in :func:`role_closeness`; places in the result are row positions.
    :param count: most pairs of tasks and tasks to help with that are named.
    """
    meaning = meaning or read_meaning(frame)
    names = role_names(frame).to_numpy()
    a, b = np.flatnonzero(names == role_a), np.flatnonzero(names == role_b)
    activity = frame["activity"].astype("str").to_numpy()
    weights = task_weights(frame)
    share_a = pd.Series(weights[a]).groupby(activity[a]).sum()
    share_b = pd.Series(weights[b]).groupby(activity[b]).sum()
    common = pd.concat([share_a, share_b], axis=1, keys=["a", "b"]).dropna()
    common = common[common.min(axis=1) >= _MOST_OF_TIME]
    handovers = Handovers(frame, meaning)
    near = handovers.likeness(role_a, role_b)
    pairs = _best_pairs(near, count)
    help_a = handovers.handed(role_b, role_a)[:count]
    help_b = handovers.handed(role_a, role_b)[:count]
    return ClosenessReasons(
        tasks=tuple(SharedTask(int(a[i]), int(b[j]), float(near[i, j])) for i, j in pairs),
        activities=tuple((str(name), float(row["a"]), float(row["b"])) for name, row in common.iterrows()),
        b_could_help_with=tuple(help_a),
        a_could_help_with=tuple(help_b),
        b_would_learn=tuple(i for i in help_a if activity[i] not in set(activity[b])),
        a_would_learn=tuple(j for j in help_b if activity[j] not in set(activity[a])),
    )


def _profiles(
    frame: pd.DataFrame, codes: npt.NDArray[np.int64], weights: npt.NDArray[np.float64], roles: int
) -> FloatArray:
    """Return the share of each role's time by activity, shape (roles, activities)."""
    place = {name: i for i, name in enumerate(ACTIVITIES)}
    columns = frame["activity"].map(place).fillna(len(ACTIVITIES)).to_numpy(int)
    profile = np.zeros((roles, len(ACTIVITIES) + 1), np.float32)
    np.add.at(profile, (codes, columns), weights)
    return profile[:, :-1]


def _overlap(profiles: FloatArray) -> FloatArray:
    """Return the common share of each two profiles, shape (roles, roles): 1 for roles that spend their time alike."""
    overlap = np.zeros((len(profiles), len(profiles)), np.float32)
    for column in profiles.T:
        overlap += np.minimum(column[:, None], column[None, :])
    return overlap


def _heaviest(
    codes: npt.NDArray[np.int64], weights: npt.NDArray[np.float64], texts: list[str], roles: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the places of the tasks that are compared, and their weights, which add to 1 for each role."""
    if len(codes) <= _MOST_TASKS:
        return np.arange(len(codes)), weights
    most = max(_MOST_TASKS // max(roles, 1), _FEWEST_A_ROLE)
    order = pd.DataFrame({"role": codes, "weight": -weights, "text": texts}).sort_values(["role", "weight", "text"])
    kept = np.sort(order.groupby("role").head(most).index.to_numpy())
    total = np.bincount(codes[kept], weights[kept], minlength=roles)
    return kept, weights[kept] / total[codes[kept]]


def _tasknearness(
    vectors: FloatArray, codes: npt.NDArray[np.int64], weights: npt.NDArray[np.float64], roles: int
) -> FloatArray:
    """Return how near the tasks of each two roles are, shape (roles, roles).

    Each task looks for its nearest in the other role; a role's tasks count by their weight, and the mean of both
    directions is taken.
    """
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], np.arange(roles))
    ordered = vectors[order]
    reached = np.zeros((roles, roles), np.float32)
    for start in range(0, len(order), _CHUNK):
        rows = order[start : start + _CHUNK]
        near = nearness(np.maximum.reduceat(vectors[rows] @ ordered.T, starts, axis=1))
        np.add.at(reached, codes[rows], near * weights[rows, None].astype(np.float32))
    result: FloatArray = (reached + reached.T) / 2.0
    return result


def _best_pairs(near: FloatArray, count: int) -> list[tuple[int, int]]:
    """Return the nearest pairs, each task once."""
    pairs: list[tuple[int, int]] = []
    left = near.copy()
    while len(pairs) < count and left.size and left.max() > 0:
        i, j = np.unravel_index(int(left.argmax()), left.shape)
        pairs.append((int(i), int(j)))
        left[i, :] = left[:, j] = 0.0
    return pairs
