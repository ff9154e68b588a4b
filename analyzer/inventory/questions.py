"""Questions that the times of a list raise, each with a proposed answer that can be given to all rows of its kind.

Nothing is changed unasked: :func:`find_questions` says what looks wrong and what is proposed, :func:`proposed_changes`
what the answer would change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.inventory.alike import TaskNumbers, alike_tasks
from analyzer.inventory.columnwise import texts_at
from analyzer.inventory.plausible import Finding, find_implausible
from analyzer.inventory.problems import Problem

PROPOSALS: Mapping[str, str] = {
    "time_negative": mark("Take the sign for a slip: count the same number above zero."),
    "time_zero": mark("Take the time for unknown: it can be filled in later."),
    "never_done": mark("Set it aside: it is kept in the list and counts for nothing."),
    "person_over_day": mark("Take the times for unknown until they are corrected."),
    "person_over_week": mark("Leave the times as they are: an overload can be real."),
    "times_of_role": mark("Take the times for those of the whole role: its people share them, each does their part."),
    "task_over_week": mark("Count as many people as the hours need; the hours of the task stay the same."),
    "list_over_week": mark("Count as many people as the hours need; the hours of the list stay the same."),
    "team_over_week": mark("Count as many people as the hours need; the hours of the team stay the same."),
    "role_over_week": mark("Count as many people as the hours need; the hours of the role stay the same."),
    "role_under_week": mark("Leave the times as they are: a list need not hold the whole week."),
    "unit_too_long": mark("Divide the time by 60: minutes were probably read as hours."),
    "unit_too_short": mark("Multiply the time by 60: hours were probably read as minutes."),
    "near_duplicate": mark("Set the later ones aside: they are kept in the list and count for nothing."),
    "same_across_roles": mark("Leave them as they are: each role spends its own time."),
}
"""Code of a question -> the answer that is proposed, in words."""

LEAVES_AS_IS = frozenset({"person_over_week", "role_under_week", "same_across_roles"})
"""Questions whose proposed answer changes nothing."""

HOW_MANY = frozenset({"task_over_week", "list_over_week", "team_over_week", "role_over_week"})
"""Questions of how many people do some work."""

_SET_ASIDE: dict[str, float | None] = {}
"""Changes of a row that is to be set aside."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something about one row, person or role that may be wrong, and the answer that is proposed.

    :param code: its kind; one of :data:`PROPOSALS`, and of the sentences of :class:`~analyzer.inventory.Problem`.
    :param places: positions of its rows in the frame.
    :param row: row of the first one as the spreadsheet shows it.
    :param facts: what fills the sentence.
    :param sheet: sheet of the first row, None for text files.
    """

    code: str
    places: tuple[int, ...]
    row: int
    facts: Mapping[str, object] = field(default_factory=dict)
    sheet: str | None = None

    def as_problem(self) -> Problem:
        """Return the question as a problem of the file."""
        return Problem(self.code, self.row, self.sheet, self.facts)

    def message(self, language: str = "en") -> str:
        """Return what may be wrong, in one sentence."""
        return self.as_problem().message(language)

    def proposal(self, language: str = "en") -> str:
        """Return the proposed answer, in one sentence."""
        return translate(PROPOSALS[self.code], language)


def find_questions(frame: pd.DataFrame, hours_per_day: float = 7.0, tasks: TaskNumbers | None = None) -> list[Question]:
    """Return the questions of an inventory frame, the gravest kind first.

    :param frame: inventory frame, complete (see :func:`~analyzer.inventory.complete_frame`).
    :param hours_per_day: hours in one day of work; a week has five.
    :param tasks: the frame's tasks in numbers, if they were worked out already.
    """
    found: list[Finding] = [*find_implausible(frame, hours_per_day), *alike_tasks(frame, tasks)]
    rows = frame["row"].to_numpy()
    firsts = [places[0] for _, places, _ in found]
    sheets = texts_at(frame["sheet"], firsts) if "sheet" in frame else [""] * len(found)
    order = {code: place for place, code in enumerate(PROPOSALS)}
    questions = [
        Question(code, places, int(rows[places[0]]), facts, sheet or None)
        for (code, places, facts), sheet in zip(found, sheets, strict=True)
    ]
    return sorted(questions, key=lambda question: (order[question.code], question.places))


def proposed_changes(frame: pd.DataFrame, questions: Sequence[Question]) -> dict[int, dict[str, float | None]]:
    """Return what the proposed answers change: position of a row -> field -> value; {} for a row to be set aside.

    :param frame: the frame that the questions were found in.
    :param questions: the questions to answer; of several about one row, the first counts.
    """
    changes: dict[int, dict[str, float | None]] = {}
    for question in questions:
        answer = _ANSWERS.get(question.code)
        for place in question.places[1:] if question.code == "near_duplicate" else question.places:
            if answer is not None and place not in changes:
                changes[place] = answer(frame.iloc[place], question)
    return changes


def _positive(row: pd.Series, _: Question) -> dict[str, float | None]:
    return {name: -float(row[name]) for name in _NUMBERS if row[name] < 0}


def _unknown(row: pd.Series, _: Question) -> dict[str, float | None]:
    changed: dict[str, float | None] = {name: None for name in _NUMBERS[:2] if row[name] == 0}
    return changed | ({"headcount": 1.0} if row["headcount"] == 0 else {})


def _no_time(row: pd.Series, _: Question) -> dict[str, float | None]:
    """Take out the duration; a time a week that was stated as such goes too."""
    return {"minutes_per_occurrence": None} if pd.notna(row["minutes_per_occurrence"]) else {"minutes_per_week": None}


def _scaled(factor: float) -> Callable[[pd.Series, Question], dict[str, float | None]]:
    def scale(row: pd.Series, _: Question) -> dict[str, float | None]:
        known = pd.notna(row["minutes_per_occurrence"])
        name = "minutes_per_occurrence" if known else "minutes_per_week"
        return {name: round(float(row[name]) * factor, 4)}

    return scale


def _shared(row: pd.Series, question: Question) -> dict[str, float | None]:
    """Spread a task over the people that its hours need: the total stays."""
    needed = float(str(question.facts["people"]))
    if pd.isna(row["occurrences_per_week"]) or pd.isna(row["minutes_per_occurrence"]):
        return {"headcount": needed, "minutes_per_week": row["minutes_per_week"]}
    times = float(row["occurrences_per_week"]) * float(row["headcount"]) / needed
    return {"headcount": needed, "occurrences_per_week": times}


def _divided(row: pd.Series, _: Question) -> dict[str, float | None]:
    """Divide a task among the people of its role: what was multiplied by their number no longer is."""
    if pd.isna(row["occurrences_per_week"]) or pd.isna(row["minutes_per_occurrence"]):
        return {"minutes_per_week": round(float(row["minutes_per_week"]) / float(row["headcount"]), 4)}
    return {"occurrences_per_week": float(row["occurrences_per_week"]) / float(row["headcount"])}


_NUMBERS = ("occurrences_per_week", "minutes_per_occurrence", "headcount")
_ANSWERS: dict[str, Callable[[pd.Series, Question], dict[str, float | None]]] = {
    "time_negative": _positive,
    "time_zero": _unknown,
    "never_done": lambda _row, _question: dict(_SET_ASIDE),
    "person_over_day": _no_time,
    "times_of_role": _divided,
    **dict.fromkeys(sorted(HOW_MANY), _shared),
    "unit_too_long": _scaled(1 / 60),
    "unit_too_short": _scaled(60.0),
    "near_duplicate": lambda _row, _question: dict(_SET_ASIDE),
}
