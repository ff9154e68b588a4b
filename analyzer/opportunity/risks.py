"""The risks of a use case, read off the table of rules: in the register stands only what a rule or a person put there.

A rule applies where a task carries its flag (of customers another one where a machine answers them), where one settles
what people earn (``pay.py``), where it is for the closest oversight that a task needs, for the kind of solution of
most of the time, where the work is done by hand (``physical`` 60 or more on average) or rests on relations
(``interpersonal`` 70 or more), and where a condition of readiness is weak in a team concerned.

Two things move a likelihood:
- errors of the tool: one more where nobody looks at results, one less where each is reviewed or a person does the work;
- readiness: 5 where a condition scores 0, 3 just below the middle (5 - 4 x score, rounded).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd

from analyzer.errors import UsageError
from analyzer.i18n import translate
from analyzer.opportunity.lanes import BY_HAND, RELATION
from analyzer.opportunity.pay import settles_pay
from analyzer.opportunity.readiness import EVERYBODY, Answers, answers_for, condition_scores, weak_conditions
from analyzer.opportunity.risk_rules import RULES, Origin, RiskRule
from analyzer.opportunity.safeguard_steps import ANSWERING, FLAGS, owners
from analyzer.opportunity.safeguards import OVERSIGHT_ORDER, has_flag

_logger = logging.getLogger(__name__)

LEAST, MOST = 1, 5
HIGH, MEDIUM = 12, 6
"""Products of likelihood and impact from which a risk is high, and medium (judgement: 4 x 3 and 3 x 2)."""

LONGEST_TEXT = 300
"""Characters that someone may write into the register."""

OWN = "own_"
"""What the code of an added risk begins with."""

_SAID = frozenset(text for rule in RULES for text in (rule.why, rule.measure))
_FIELDS = ("likelihood", "impact", "why", "measure", "owner", "aside")

Edits = Mapping[str, Mapping[str, Any]]
"""What someone changed in the register of a use case: fields by the code of the risk."""


@dataclass(frozen=True)
class Risk:
    """One line of the register.

    :ivar code: stable name of the rule, or "own_…" for a risk that someone added.
    :ivar origin: what the rule looked at.
    :ivar likelihood: 1 (rare) to 5 (nearly certain).
    :ivar impact: 1 (hardly felt) to 5 (grave).
    :ivar why: what could happen; ``measure``: what is done about it. Keys of the catalogues, or a person's own words.
    :ivar owner: code of the function that sees to it.
    :ivar edited: whether someone changed it.
    :ivar aside: whether someone set it aside: it stays in the register and counts no more.
    """

    code: str
    origin: Origin
    likelihood: int
    impact: int
    why: str
    measure: str
    owner: str
    edited: bool = False
    aside: bool = False

    @property
    def level(self) -> Literal["high", "medium", "low"]:
        """How much it weighs: likelihood x impact against :data:`HIGH` and :data:`MEDIUM`."""
        product = self.likelihood * self.impact
        return "high" if product >= HIGH else "medium" if product >= MEDIUM else "low"

    def words(self, language: str) -> tuple[str, str]:
        """Return what could happen and what is done about it; a person's own words stay as they are."""
        why, measure = (translate(text, language) if text in _SAID else text for text in (self.why, self.measure))
        return why, measure


def risks_of(tasks: pd.DataFrame, answers: Mapping[str, Answers] | None = None) -> tuple[Risk, ...]:
    """Return the risks of one use case by the rules, the greatest first.

    :param tasks: its rows of the opportunity frame.
    :param answers: what teams answered to the readiness survey (``answers_by_team``).
    """
    if tasks.empty:
        return ()
    flags = tasks["flags"].fillna("").astype("str")
    needed = max(OVERSIGHT_ORDER.index(code) for code in tasks["oversight_needed"])
    weak = _weak_in_teams(tasks["team"], answers or {})
    solution = main_solution(tasks)
    present: dict[Origin, set[str]] = {
        "flag": {flag for flag in FLAGS if has_flag(flags, flag).any()},
        "oversight": {OVERSIGHT_ORDER[needed]},
        "solution": {solution},
        "readiness": set(weak),
    }
    if solution == ANSWERING and "customer" in present["flag"]:
        # What a machine says to customers goes wrong in another way than what a person sends them.
        present["flag"].remove("customer")
        present["answers"] = {"customer"}
    applies = {
        "pay": bool(settles_pay(tasks).any()),
        "hands": _mean(tasks, "physical") >= BY_HAND,
        "relation": _mean(tasks, "interpersonal") >= RELATION,
    }
    found = [
        _risk(rule)
        for rule in RULES
        if applies.get(rule.origin, False) or not present.get(rule.origin, set()).isdisjoint(rule.on)
    ]
    on = {rule.code: rule.on for rule in RULES}
    moved = []
    for risk in found:
        likelihood = risk.likelihood
        if risk.origin == "solution":
            likelihood += (1, 0, -1, -1)[needed]
        elif risk.origin == "readiness":
            likelihood = int(np.floor(5.5 - 4 * weak[on[risk.code][0]]))
        moved.append(replace(risk, likelihood=min(max(likelihood, LEAST), MOST)))
    return _in_order(moved)


def register(tasks: pd.DataFrame, answers: Mapping[str, Answers] | None, edits: Edits) -> tuple[Risk, ...]:
    """Return the risks of one use case with what people changed and added, the greatest first, those set aside last.

    :param edits: changes by code, as :func:`checked_edit` gives them; what cannot be used is left aside.
    """
    by_rule = {risk.code: risk for risk in risks_of(tasks, answers)}
    lines = []
    for code, risk in by_rule.items():
        lines.append(_edited(risk, edits.get(code)))
    for code, fields in edits.items():
        if code.startswith(OWN):
            lines.append(_edited(Risk(code, "own", 3, 3, "", "", "team_lead"), fields))
    return _in_order([risk for risk in lines if risk.why])


def checked_edit(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return changes to one risk that can be kept; texts without spaces around them.

    :param fields: any of likelihood and impact (1..5), why and measure (texts), owner (a function's code), aside.
    :raises UsageError: if a number is not from 1 to 5, a text is empty or too long, or there is no such function.
    """
    kept: dict[str, Any] = {}
    for name, value in fields.items():
        if name in ("likelihood", "impact"):
            if isinstance(value, bool) or not isinstance(value, int | float) or value not in range(LEAST, MOST + 1):
                raise UsageError("Likelihood and impact go from 1 to 5: “{value}” is outside.", value=str(value))
            kept[name] = int(value)
        elif name in ("why", "measure"):
            words = " ".join(str(value or "").split())
            if not 0 < len(words) <= LONGEST_TEXT:
                raise UsageError(
                    "A risk and what is done about it need 1 to {most} characters each: correct the text.",
                    most=LONGEST_TEXT,
                )
            kept[name] = words
        elif name == "owner":
            if value not in owners():
                raise UsageError("“{owner}” is no function that can see to a risk: choose one.", owner=str(value))
            kept[name] = value
        elif name == "aside":
            kept[name] = bool(value)
    return kept


def _edited(risk: Risk, fields: object) -> Risk:
    if not isinstance(fields, Mapping):
        return risk
    try:
        changes = checked_edit({name: value for name, value in fields.items() if name in _FIELDS})
    except UsageError as error:
        _logger.warning("the edit of the risk %s is left aside: %s", risk.code, error)
        return risk
    changed = replace(risk, **changes)
    return replace(changed, edited=asdict(changed) != asdict(risk) or risk.origin == "own")


def _in_order(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    return tuple(sorted(risks, key=lambda risk: (risk.aside, -risk.likelihood * risk.impact, -risk.impact, risk.code)))


def _risk(rule: RiskRule) -> Risk:
    return Risk(rule.code, rule.origin, rule.likelihood, rule.impact, rule.why, rule.measure, rule.owner)


def _weak_in_teams(teams: pd.Series, answers: Mapping[str, Answers]) -> dict[str, float]:
    """Return the weak conditions of the teams concerned with the lowest score that they have in one of them."""
    lowest: dict[str, float] = {}
    for team in {EVERYBODY if pd.isna(team) else str(team) for team in teams.unique()}:
        given = answers_for(team, answers)
        scores = condition_scores(given)
        for condition in weak_conditions(given):
            lowest[condition] = min(scores[condition], lowest.get(condition, 1.0))
    return lowest


def main_solution(tasks: pd.DataFrame) -> str:
    """Return the kind of solution that most of the time goes by; of equal ones the first by name."""
    minutes = tasks["minutes_per_week"].fillna(0.0)
    return str(minutes.groupby(tasks["solution"]).sum().sort_index().idxmax())


def _mean(tasks: pd.DataFrame, score: str) -> float:
    """Return the mean of a score over the tasks, by their minutes where these are known."""
    minutes = tasks["minutes_per_week"].fillna(0.0).to_numpy(dtype="float64")
    weights = minutes if minutes.sum() > 0 else None
    return float(np.average(tasks[score].fillna(0.0).to_numpy(dtype="float64"), weights=weights))
