"""What people do to use cases: merge two, split rows out, rename; every step gives new decisions and keeps the old."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from analyzer.errors import UsageError
from analyzer.opportunity.local_facts import Told, UseCaseDecisions
from analyzer.opportunity.retold import marks_of_the_day, told_rows
from analyzer.opportunity.use_case_keys import row_marks, successors
from analyzer.opportunity.usecases import LONGEST_NAME
from analyzer.scoring.same_work import short_hash


def merge_use_cases(decisions: UseCaseDecisions, tasks: pd.DataFrame, into: str, other: str) -> UseCaseDecisions:
    """Make one use case of two; it keeps the key and the name of the first.

    :param tasks: opportunity frame as it stands under ``decisions`` (``task``, ``work_key``, ``use_case_key``).
    :param into: key of the use case that stays.
    :param other: key of the one whose rows move.
    :raises UsageError: if both are one, or one is not in the list.
    """
    if into == other:
        raise UsageError("A use case cannot be merged with itself: choose another one.")
    _rows_of(tasks, into)
    rows = _rows_of(tasks, other)
    held = _remembered(decisions, tasks, (into, other))
    joined = {key: into if use_case == other else use_case for key, use_case in held.joined.items()}
    joined |= {key: into for key in _work_of(rows, held) if joined.get(key, key) == other}
    names = {key: name for key, name in held.names.items() if key != other}
    apart = tuple(pair for pair in held.apart if set(pair) != {into, other})
    return _without_detours(replace(held, joined=joined, names=names, apart=apart))


def split_use_case(
    decisions: UseCaseDecisions, tasks: pd.DataFrame, key: str, rows: Collection[str]
) -> UseCaseDecisions:
    """Make a use case of its own of some rows of one.

    :param rows: marks (:func:`~analyzer.opportunity.use_case_keys.row_marks`) of the rows that leave.
    :raises UsageError: if the use case is not in the list, no row is chosen or none would stay.
    """
    own = row_marks(_rows_of(tasks, key))
    leaving = sorted(set(rows) & set(own))
    if not leaving:
        raise UsageError("No row to split out was chosen: choose at least one row of this use case.")
    if len(leaving) == own.nunique():
        raise UsageError("At least one row must stay in the use case: choose fewer rows to split out.")
    held = _remembered(decisions, tasks, (key,))
    return replace(held, joined={**held.joined, **dict.fromkeys(leaving, _new_key(tasks, held, key, leaving))})


def rename_use_case(decisions: UseCaseDecisions, tasks: pd.DataFrame, key: str, name: str) -> UseCaseDecisions:
    """Give a use case a name; an empty one gives it back the name that is made from its tasks.

    :raises UsageError: if the use case is not in the list, the name is too long, or another use case has it.
    """
    _rows_of(tasks, key)
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise UsageError("A name has at most {most} characters: shorten it.", most=LONGEST_NAME)
    others = tasks.loc[tasks["use_case_key"] != key, "use_case"]
    if name and (others.str.casefold() == name.casefold()).any():
        raise UsageError("Another use case is called “{name}”: choose another name, or merge the two.", name=name)
    held = _remembered(decisions, tasks, (key,))
    names = {one: given for one, given in held.names.items() if one != key}
    return replace(held, names={**names, key: name} if name else names)


def keep_apart(decisions: UseCaseDecisions, one: str, other: str) -> UseCaseDecisions:
    """Note that two use cases are not the same work, so that it is not suggested again."""
    pair = (min(one, other), max(one, other))
    return replace(decisions, apart=tuple(sorted({*decisions.apart, pair})))


def read_decisions(kept: object) -> UseCaseDecisions:
    """Return decisions from what :func:`as_kept` gave.

    :raises UsageError: if it is nothing of the kind, or two use cases are each merged into the other.
    """
    try:
        values: Mapping[str, Any] = kept if isinstance(kept, Mapping) else {}
        joined, names, members = (_texts(values.get(part, {})) for part in ("joined", "names", "members"))
        told = {str(mark): _told(said) for mark, said in values.get("told", {}).items()}
        apart = tuple((str(one), str(other)) for one, other in values.get("apart", ()))
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            "What was decided about use cases cannot be read: take the last step back, or forget all of them."
        ) from error
    for start in joined:
        _end_of(start, joined)
    return _without_detours(UseCaseDecisions(joined, names, members, told, apart))


def as_kept(decisions: UseCaseDecisions) -> dict[str, Any]:
    """Return decisions as plain values."""
    return {
        "joined": dict(decisions.joined),
        "names": dict(decisions.names),
        "members": dict(decisions.members),
        "told": {mark: list(said) for mark, said in decisions.told.items()},
        "apart": [list(pair) for pair in decisions.apart],
    }


def _new_key(tasks: pd.DataFrame, decisions: UseCaseDecisions, key: str, leaving: Sequence[str]) -> str:
    """Return a key for rows that leave a use case: made of them, so that the same split gives it again."""
    taken = {*tasks["use_case_key"], *tasks["work_key"], *decisions.joined.values(), *decisions.names}
    made = short_hash("\n".join(["split", key, *leaving]))
    while made in taken:
        made = short_hash(made)
    return made


def _texts(values: Mapping[Any, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in values.items()}


def _told(said: Sequence[Any]) -> Told:
    words, role, team = (str(one) for one in said)
    return words, role, team


def _rows_of(tasks: pd.DataFrame, key: str) -> pd.DataFrame:
    rows = tasks[tasks["use_case_key"] == key]
    if rows.empty:
        raise UsageError("This use case is no longer in the list: its tasks were changed or moved meanwhile.")
    return rows


def _work_of(rows: pd.DataFrame, decisions: UseCaseDecisions) -> Sequence[str]:
    """Return the work keys of rows that did not come to their use case row by row."""
    marks = row_marks(rows)
    return sorted(set(rows["work_key"][~marks.isin(decisions.joined)]))


def _remembered(decisions: UseCaseDecisions, tasks: pd.DataFrame, keys: Collection[str]) -> UseCaseDecisions:
    """Return the decisions with the rows of use cases noted, and today's keys and marks for those that are gone."""
    marks = row_marks(tasks)
    of_that_day = marks_of_the_day(tasks, decisions, marks)
    joined = dict(decisions.joined)
    for today, of_the_day in successors(tasks, decisions, of_that_day).items():
        joined[today] = joined.get(of_the_day, of_the_day)
    joined |= {today: joined[mark] for today, mark in zip(marks, of_that_day, strict=True) if mark in joined}
    held = tasks["use_case_key"].isin(keys)
    members = dict(zip(marks[held], tasks.loc[held, "work_key"].astype(str), strict=True))
    return replace(
        decisions,
        joined=joined,
        members={**decisions.members, **members},
        told={**decisions.told, **told_rows(tasks[held], marks[held])},
    )


def _without_detours(decisions: UseCaseDecisions) -> UseCaseDecisions:
    """Let every move end where the last one of its chain ends; a move to where the work is anyway is none."""
    ends = {key: _end_of(key, decisions.joined) for key in decisions.joined}
    return replace(decisions, joined={key: end for key, end in ends.items() if key != end})


def _end_of(key: str, joined: Mapping[str, str]) -> str:
    passed = [key]
    while passed[-1] in joined:
        following = joined[passed[-1]]
        if following == passed[-1]:
            break
        if following in passed:
            raise UsageError(
                "Two use cases were each merged into the other: take the last step back, or forget all of them."
            )
        passed.append(following)
    return passed[-1]
