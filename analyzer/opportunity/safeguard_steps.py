"""What a flag asks for before work is done the new way: the step, the function that takes it, and what waits for it.

The steps follow the rules of the European Union and of France, where they are strictest; elsewhere they are good
practice. They name functions, never persons. Days of work are judgement, for one use case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from analyzer.i18n import mark, translate

Milestone = Literal["pilot", "rollout"]

ANSWERING = "chatbot"
"""The kind of solution in which a machine answers people itself, without a person who sends."""

FLAGS = ("decision", "safety", "personal", "regulated", "money", "customer")
"""Flags by the weight of what could go wrong: steps are listed in this order."""

_OWNERS = {
    "people_team": mark("Human resources with the staff representatives"),
    "safety_officer": mark("Health and safety officer"),
    "data_protection": mark("Data protection officer"),
    "compliance": mark("Legal or compliance"),
    "finance_control": mark("Finance control"),
    "customer_lead": mark("Head of customer relations"),
    "team_lead": mark("Lead of the team"),
    "it_security": mark("IT and security"),
    "training": mark("Training"),
}
_MILESTONES = {"pilot": mark("before the pilot starts"), "rollout": mark("before others follow")}


@dataclass(frozen=True)
class SafeguardStep:
    """One step that a flag puts into the roadmap.

    :ivar code: stable name of the step.
    :ivar flag: the flag that asks for it.
    :ivar action: what is to be done, in words.
    :ivar owner: code of the function that does it; ``owner_name`` in words.
    :ivar before: "pilot" (nothing starts without it) or "rollout"; ``before_name`` in words.
    :ivar days: days of work it takes, for one use case (judgement).
    """

    code: str
    flag: str
    action: str
    owner: str
    owner_name: str
    before: Milestone
    before_name: str
    days: int


@dataclass(frozen=True)
class _Step:
    code: str
    flag: str
    action: str
    owner: str
    before: Milestone
    days: int
    answers: bool | None = None
    """Where it is asked for: only where a machine answers people (:data:`ANSWERING`), only elsewhere, or everywhere."""


_STEPS = (
    _Step(
        "human_decision",
        "decision",
        # GDPR article 22; EU AI Act article 14 and annex III.
        mark("Lay down who decides, and that no decision about a person rests on the tool alone."),
        "people_team",
        "pilot",
        3,
    ),
    _Step(
        "inform_people",
        "decision",
        # EU AI Act article 26(7); French Labour Code L2312-38.
        mark("Tell the people concerned and consult their representatives."),
        "people_team",
        "pilot",
        5,
    ),
    _Step(
        "risk_assessment",
        "safety",
        # French Labour Code L4121-1 to L4121-3.
        mark("Assess the risk of injury on the spot, and keep a stop that a person can reach."),
        "safety_officer",
        "pilot",
        4,
    ),
    _Step(
        "data_protection",
        "personal",
        # GDPR articles 5, 30 and 35.
        mark("Enter the processing in the record, mask what is not needed, and check whether an impact study is due."),
        "data_protection",
        "pilot",
        3,
    ),
    _Step(
        "proof_of_compliance",
        "regulated",
        mark("Have the rule that applies confirmed, and decide which proofs are kept and who signs."),
        "compliance",
        "pilot",
        4,
    ),
    _Step(
        "four_eyes",
        "money",
        mark("Keep two pairs of eyes on each payment run, with a ceiling above which nothing leaves by itself."),
        "finance_control",
        "pilot",
        2,
    ),
    _Step(
        "customer_answers",
        "customer",
        # EU AI Act article 50.
        mark(
            "Say that a machine answers, lay down what it never answers, let a person take over at any moment, and "
            "read a sample of its answers each week."
        ),
        "customer_lead",
        "pilot",
        3,
        answers=True,
    ),
    _Step(
        "customer_check",
        "customer",
        mark(
            "Agree on tone and limits, and have a person check what reaches customers: all of it at first, then "
            "samples."
        ),
        "customer_lead",
        "rollout",
        2,
        answers=False,
    ),
)


def safeguard_steps(flags: str | Iterable[str], solution: str, language: str = "en") -> tuple[SafeguardStep, ...]:
    """Return the steps that flags put into the roadmap, each once, what weighs most first.

    :param flags: flag codes, joined by ";" as in the frame, or several of them (or of such cells): the flags of all
        tasks of a use case. Codes that are not known ask for nothing.
    :param solution: code of the kind of solution of the use case.
    :param language: "en" or "fr".
    """
    cells = [flags] if isinstance(flags, str) else list(flags)
    present = {code for cell in cells for code in str(cell).split(";")}
    return tuple(
        SafeguardStep(
            code=step.code,
            flag=step.flag,
            action=translate(step.action, language),
            owner=step.owner,
            owner_name=owner_name(step.owner, language),
            before=step.before,
            before_name=translate(_MILESTONES[step.before], language),
            days=step.days,
        )
        for step in _STEPS
        if step.flag in present and step.answers in (None, solution == ANSWERING)
    )


def owner_name(owner: str, language: str = "en") -> str:
    """Return a function in words.

    :raises KeyError: if there is no such function.
    """
    return translate(_OWNERS[owner], language)


def owners() -> tuple[str, ...]:
    """Return the codes of all functions that steps and risks name."""
    return tuple(_OWNERS)
