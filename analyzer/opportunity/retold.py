"""Rows that people decided on, found again where a file that is uploaded again tells them in other words.

A row is known by its mark, made of wording, role and team (``use_case_keys.row_marks``). Where a mark is in the list no
longer, the row stands for it that nobody decided on and that has

1. the same wording in another role or team: the role or the team was given another name; else
2. the same role and team, and words that are likely to be the same work (``likely_same.py``), the likest first.

One row stands for one that is gone.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analyzer.opportunity.likely_same import how_alike
from analyzer.opportunity.local_facts import Told, UseCaseDecisions
from analyzer.scoring.text import comparison_key


def told_rows(tasks: pd.DataFrame, marks: pd.Series) -> dict[str, Told]:
    """Return the words, the role and the team of rows ("" where none is stated), by mark.

    :param tasks: frame with ``task``, and ``role`` and ``team`` where they are known.
    """
    none = [None] * len(tasks)
    roles, teams = (tasks[name].tolist() if name in tasks.columns else none for name in ("role", "team"))
    return {
        mark: (str(words), *("" if pd.isna(one) else str(one) for one in whose))  # type: ignore[misc]
        for mark, words, *whose in zip(marks, tasks["task"], roles, teams, strict=True)
    }


def marks_of_the_day(tasks: pd.DataFrame, decisions: UseCaseDecisions, marks: pd.Series) -> pd.Series:
    """Return the mark that each row had on the day something was decided of it; its own where it still has it.

    :param marks: marks of the rows of ``tasks`` today.
    """
    gone = _gone(tasks, decisions, set(marks))
    if not gone:
        return marks
    known = decisions.told.keys() | decisions.members.keys()
    new = ~marks.isin(list(known))
    today = told_rows(tasks[new], marks[new])
    found: dict[str, str] = {}
    for pairs in (_same_wording(gone, today), _likely_the_same(gone, today)):
        taken = set(found.values())
        for _, before, now in sorted(pairs):
            if before not in taken and now not in found:
                found[now] = before
                taken.add(before)
        gone = {mark: told for mark, told in gone.items() if mark not in taken}
        today = {mark: told for mark, told in today.items() if mark not in found}
    return marks.replace(found) if found else marks


def _gone(tasks: pd.DataFrame, decisions: UseCaseDecisions, present: Collection[str]) -> dict[str, Told]:
    """Return the rows whose mark is gone and that it matters to find: moved by themselves, or of work that is gone."""
    work = set(tasks["work_key"])
    return {
        mark: told
        for mark, told in decisions.told.items()
        if mark not in present and (mark in decisions.joined or decisions.members.get(mark) not in work)
    }


_Pairs = list[tuple[float, str, str]]
"""How unlike they are, mark of the day, mark of today."""


def _same_wording(gone: dict[str, Told], today: dict[str, Told]) -> _Pairs:
    by_words: dict[str, list[str]] = {}
    for mark, (words, *_) in today.items():
        by_words.setdefault(comparison_key(words), []).append(mark)
    return [
        (-sum(one == other for one, other in zip(told, today[mark], strict=True)), before, mark)
        for before, told in gone.items()
        for mark in by_words.get(comparison_key(told[0]), ())
    ]


def _likely_the_same(gone: dict[str, Told], today: dict[str, Told]) -> _Pairs:
    by_place: dict[tuple[str, str], list[str]] = {}
    for mark, (_, role, team) in today.items():
        by_place.setdefault((role, team), []).append(mark)
    found = [
        (-how_alike(words, today[mark][0]), before, mark)
        for before, (words, role, team) in gone.items()
        for mark in by_place.get((role, team), ())
    ]
    return [pair for pair in found if pair[0] < 0]
