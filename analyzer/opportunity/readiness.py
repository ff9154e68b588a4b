"""Readiness of a team: twelve statements on four conditions, and what the answers do to adoption and ramp-up.

A team answers together, from 0 (not at all) to 4 (fully); nobody's own answer is kept. A condition's score is the mean
of its statements / 4. What is not answered counts as 2, the middle: it changes nothing.

    readiness for adoption = sum of adoption weight x score of the condition       (0..1, the middle is 0.5)
    adoption factor        = 0.5 at 0, 1 at 0.5, 1.2 at 1, straight lines between
    ramp-up factor         = 2 at 0, 1 at 0.5, 0.8 at 1, with the ramp-up weights

Why these ends: in the field experiment that adoption is taken from (Dillon et al., 7,137 workers), regular use went
from 6 % to 75 % between firms that had the same tool. The central 60 % x 1.2 = 72 % stays below the best of them; half
of it, 30 %, well above the worst. That a survey tells one from the other, the weights, and the months are judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from analyzer.errors import UsageError
from analyzer.i18n import mark, translate
from analyzer.opportunity.local_facts import TeamReadiness

EVERYBODY = ""
"""Name under which the answers stand that hold for every team without answers of its own."""
KEPT_FOR_EVERYBODY = "*"
"""The same where answers are kept, since nothing is kept under an empty key."""

SMALLEST_GROUP = 5
"""People that a group must have to be shown alone; smaller teams answer with everybody."""

FULLY = 4
MIDDLE = 2
WEAK = 0.5
"""Score of a condition below which it is a risk and asks for a step in the roadmap."""

ANSWERS = (mark("Not at all"), mark("A little"), mark("In part"), mark("Mostly"), mark("Fully"))
"""The answers 0 to 4 in words."""

CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "culture": mark("Open culture"),
        "skills": mark("Skills and training"),
        "governance": mark("Governance"),
        "together": mark("Built with those who do the work"),
    }
)

ADOPTION_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"culture": 0.3, "skills": 0.3, "governance": 0.1, "together": 0.3}
)
RAMP_UP_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"culture": 0.1, "skills": 0.4, "governance": 0.3, "together": 0.2}
)
_POINTS = (0.0, 0.5, 1.0)
_ADOPTION, _RAMP_UP = (0.5, 1.0, 1.2), (2.0, 1.0, 0.8)

JUDGEMENT = mark("Judgement.")
_TRAINING = mark(
    "BCG, AI at Work 2025, 10,600 employees: with five hours of training or more, far more become regular users; only "
    "36% feel trained enough."
)
_LEADERSHIP = mark(
    "BCG, AI at Work 2025, 10,600 employees: where managers say plainly what is wanted, more people use the tools and "
    "are at ease with them."
)
_CHECKING = mark("Upwork 2024, 2,500 people: 39% spend more time checking what the tools produce.")
_UNAPPROVED = mark("BCG, AI at Work 2025, 10,600 employees: 54% would use a tool that is not approved.")
_LOAD = mark("Upwork 2024, 2,500 people: 77% of users say that AI added to their load, 23% by learning it.")


@dataclass(frozen=True)
class Statement:
    """One statement of the survey: its condition, its words (a key of the catalogues), and where it comes from."""

    code: str
    condition: str
    words: str
    source: str

    def text(self, language: str = "en") -> str:
        """Return the statement in words."""
        return translate(self.words, language)

    def why(self, language: str = "en") -> str:
        """Return the source of the statement, or that it is judgement."""
        return translate(self.source, language)


STATEMENTS = (
    Statement("speak_up", "culture", mark("People say openly what does not work, and nobody is blamed."), JUDGEMENT),
    Statement("try_out", "culture", mark("There is room to try something out, and to drop it again."), JUDGEMENT),
    Statement("purpose", "culture", mark("Management has said what freed time is for, and keeps to it."), _LEADERSHIP),
    Statement(
        "training",
        "skills",
        mark("Everyone concerned gets at least five hours of training, and someone to ask."),
        _TRAINING,
    ),
    Statement("checking", "skills", mark("People know how to check a result, and where tools go wrong."), _CHECKING),
    Statement("learning_time", "skills", mark("Time to learn is kept free in the working week."), _LOAD),
    Statement(
        "owner", "governance", mark("It is clear who decides on a use case, answers for it, and stops it."), JUDGEMENT
    ),
    Statement(
        "rules", "governance", mark("Written rules say which data may go into which approved tool."), _UNAPPROVED
    ),
    Statement(
        "measures",
        "governance",
        mark("Minutes and quality are measured before and after, of tasks and never of persons."),
        JUDGEMENT,
    ),
    Statement("choose", "together", mark("Those who do the work choose which tasks to hand over."), JUDGEMENT),
    Statement("build", "together", mark("They take part in building and testing, in working time."), JUDGEMENT),
    Statement("heard", "together", mark("What they report is settled within weeks, and they hear of it."), JUDGEMENT),
)

Answers = Mapping[str, int]
"""Answers 0..4 by the code of the statement; what is missing was not answered."""

_CODES = frozenset(statement.code for statement in STATEMENTS)


def checked_answers(answers: Mapping[str, Any]) -> dict[str, int]:
    """Return answers that can be kept; ``None`` is no answer and is left out.

    :raises UsageError: if a statement does not exist, or an answer is no whole number from 0 to 4.
    """
    given = {code: answer for code, answer in answers.items() if answer is not None}
    for code, answer in given.items():
        if code not in _CODES:
            raise UsageError("The survey has no statement “{code}”: leave it out.", code=code)
        if isinstance(answer, bool) or not isinstance(answer, int) or not 0 <= answer <= FULLY:
            raise UsageError(
                "The answer “{answer}” to “{code}” cannot be: give a whole number from 0 to 4.",
                answer=str(answer),
                code=code,
            )
    return dict(given)


def answers_by_team(kept: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return the answers of each team from what is kept; what this version cannot use is left aside.

    :param kept: answers by name of the team, :data:`KEPT_FOR_EVERYBODY` for those of everybody.
    :returns: the same, those of everybody under :data:`EVERYBODY`.
    """
    found = {}
    for team, answers in kept.items():
        try:
            found[EVERYBODY if team == KEPT_FOR_EVERYBODY else team] = checked_answers(answers)
        except (UsageError, AttributeError):
            continue
    return {team: answers for team, answers in found.items() if answers}


def answers_for(team: str | None, answers: Mapping[str, Answers]) -> Answers:
    """Return the answers that hold for a team: its own, else everybody's, else none."""
    return answers.get(team or EVERYBODY) or answers.get(EVERYBODY, {})


def condition_scores(answers: Answers) -> dict[str, float]:
    """Return the score of each condition, 0..1; what is not answered counts as the middle."""
    scores = {}
    for condition in CONDITIONS:
        given = [answers.get(one.code, MIDDLE) for one in STATEMENTS if one.condition == condition]
        scores[condition] = sum(given) / len(given) / FULLY
    return scores


def weak_conditions(answers: Answers) -> tuple[str, ...]:
    """Return the conditions that score below :data:`WEAK`, the weakest first."""
    scores = condition_scores(answers)
    return tuple(sorted((code for code in scores if scores[code] < WEAK), key=scores.__getitem__))


def readiness_of(answers: Answers) -> TeamReadiness:
    """Return what answers do to adoption (0.5 to 1.2) and to the months of ramp-up (0.8 to 2)."""
    scores = condition_scores(answers)
    for_adoption = sum(weight * scores[condition] for condition, weight in ADOPTION_WEIGHTS.items())
    for_ramp_up = sum(weight * scores[condition] for condition, weight in RAMP_UP_WEIGHTS.items())
    return TeamReadiness(
        adoption_factor=round(float(np.interp(for_adoption, _POINTS, _ADOPTION)), 4),
        ramp_up_factor=round(float(np.interp(for_ramp_up, _POINTS, _RAMP_UP)), 4),
    )


def readiness_by_team(kept: Mapping[str, Any]) -> dict[str, TeamReadiness]:
    """Return the readiness of each team that answered; see :func:`answers_by_team`."""
    return {team: readiness_of(answers) for team, answers in answers_by_team(kept).items()}


def weakest_condition(answers: Mapping[str, Answers]) -> str | None:
    """Return the condition that scores lowest on average over the teams that answered; ``None`` if none did."""
    if not answers:
        return None
    scores = [condition_scores(given) for given in answers.values()]
    return min(CONDITIONS, key=lambda condition: sum(score[condition] for score in scores))
