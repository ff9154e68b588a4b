"""The use case that each task belongs to: by its work, unless people decided otherwise."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analyzer.opportunity.local_facts import UseCaseDecisions
from analyzer.opportunity.retold import marks_of_the_day
from analyzer.scoring.same_work import short_hash
from analyzer.scoring.text import comparison_key

ROW_MARK = "row:"
"""Begins the mark of a row, so that it is never taken for a work key."""


def use_case_keys(tasks: pd.DataFrame, decisions: UseCaseDecisions | None = None) -> pd.Series:
    """Return the stable key of each task's use case.

    It is the task's ``work_key``, or that of the use case it was moved to. A decision about work whose key is no longer
    in the list (it is told in other words since) holds for the work that most of its rows now have.

    :param tasks: counted frame (``work_key``, ``task``, ``role``, ``team``).
    :param decisions: what people decided; nothing if absent.
    :returns: keys, same index.
    """
    keys = tasks["work_key"]
    if decisions is None or not (decisions.joined or decisions.members):
        return keys.astype("str")
    marks = marks_of_the_day(tasks, decisions, row_marks(tasks))
    today, joined = successors(tasks, decisions, marks), decisions.joined
    known = [today.get(key, key) for key in keys]
    found = [joined.get(row, joined.get(key, key)) for row, key in zip(marks, known, strict=True)]
    return pd.Series(found, index=tasks.index, dtype="str")


def successors(tasks: pd.DataFrame, decisions: UseCaseDecisions, marks: pd.Series | None = None) -> dict[str, str]:
    """Return the work keys that stand today for work that was decided on: today's key to that of the day.

    :param marks: :func:`~analyzer.opportunity.retold.marks_of_the_day` of ``tasks``, if they are at hand.
    """
    present = set(tasks["work_key"])
    gone = set(decisions.members.values()) - present
    if not gone:
        return {}
    marks = marks_of_the_day(tasks, decisions, row_marks(tasks)) if marks is None else marks
    decided = {*decisions.members.values(), *decisions.joined, *decisions.joined.values(), *decisions.names}
    votes: dict[str, Counter[str]] = {}
    for today, mark in zip(tasks["work_key"], marks, strict=True):
        of_the_day = decisions.members.get(mark)
        if of_the_day in gone and today not in decided:
            votes.setdefault(today, Counter())[of_the_day] += 1
    return {today: min(counts, key=lambda key: (-counts[key], key)) for today, counts in sorted(votes.items())}


def vanished(tasks: pd.DataFrame, decisions: UseCaseDecisions) -> list[str]:
    """Return the keys of use cases that people decided on and that no task of the list belongs to any more, sorted."""
    targets = {*decisions.names, *decisions.joined.values()}
    return sorted(targets - set(use_case_keys(tasks, decisions)))


def row_marks(tasks: pd.DataFrame) -> pd.Series:
    """Return a mark a row that is the same when a file is uploaded again: made of wording, role and team.

    :param tasks: frame with ``task``, and ``role`` and ``team`` where they are known.
    """
    wording = {text: comparison_key(str(text)) for text in tasks["task"].unique()}
    none = [None] * len(tasks)
    roles, teams = (tasks[name].tolist() if name in tasks.columns else none for name in ("role", "team"))
    said = [
        "\n".join([wording[text], *("" if pd.isna(one) else str(one) for one in whose)])
        for text, *whose in zip(tasks["task"], roles, teams, strict=True)
    ]
    marks = {one: ROW_MARK + short_hash(one) for one in set(said)}
    return pd.Series([marks[one] for one in said], index=tasks.index, dtype="str")
