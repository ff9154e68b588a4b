"""What a project keeps of its plan: the rules with people's decisions, and the plan that was made last."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analyzer.errors import InputFileError, UsageError
from analyzer.reallocation import PlanRules
from analyzer.reallocation.moves import COLUMNS, in_order
from analyzer.reallocation.rules import MINUTES_PER_QUARTER_HOUR
from analyzer.ui.times_in_words import duration_in_words, minutes_each_time
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choices

if TYPE_CHECKING:
    from analyzer.reallocation import Plan

_logger = logging.getLogger(__name__)

PLAN = "plan"
"""Kind of choice; its keys are ``rules``, ``last`` and ``before`` (the plan before the last one)."""


@dataclass(frozen=True)
class KeptPlan:
    """A plan as it was kept: its moves, what it was made by, and the digest of the hours and scenario it rests on."""

    moves: pd.DataFrame
    rules: dict[str, Any]
    digest: str


def rules_of(project_id: str) -> PlanRules:
    """Return the rules of a project; what this version cannot read is left aside."""
    try:
        return PlanRules.read(choices(work(), project_id, PLAN).get("rules", {}))
    except UsageError as error:
        _logger.warning("rules of a plan that were kept are left aside: %s", error)
        return PlanRules()


def use_rules(project_id: str, **changes: object) -> None:
    """Keep changed rules with the project.

    :raises UsageError: if they cannot be; then nothing is kept.
    """
    rules = rules_of(project_id).changed(**changes)
    keep_choices(work(), project_id, PLAN, {"rules": plain(rules)})


def reset_rules(project_id: str) -> None:
    """Go back to the usual rules, without any decision."""
    keep_choices(work(), project_id, PLAN, {"rules": {}})


def quarter_hours_in(text: str, most: int, language: str) -> int:
    """Return the minutes a week that a text stands for, in whole quarter-hours.

    :param most: most minutes a week that it may be.
    :raises InputFileError: if it cannot be read, is no whole number of quarter-hours, or more than that.
    """
    minutes = minutes_each_time(text.strip() or "?")
    if minutes < 0 or minutes > most or minutes % MINUTES_PER_QUARTER_HOUR:
        raise InputFileError(
            "“{text}” cannot be planned: write whole quarter-hours a week, such as “45 min” or “1 h 15 min”, up to "
            "{most}.",
            text=text,
            most=duration_in_words(most, language),
        )
    return int(minutes)


def kept_plan(project_id: str, which: str = "last") -> KeptPlan | None:
    """Return a kept plan, or ``None`` if there is none.

    :param which: "last", or "before" for the one before it.
    """
    held = choices(work(), project_id, PLAN).get(which)
    if not isinstance(held, dict) or not {"moves", "rules", "digest"} <= set(held):
        return None
    moves = in_order(pd.DataFrame(held["moves"], columns=list(COLUMNS)))
    return KeptPlan(moves, dict(held["rules"]), str(held["digest"]))


def keep_plan(project_id: str, plan: Plan) -> None:
    """Keep a plan as the last one, unless it is; the one that was last becomes the one before."""
    held = choices(work(), project_id, PLAN).get("last")
    moves = json.loads(plan.moves.to_json(orient="records"))
    now = {"moves": moves, "rules": plain(plan.rules), "digest": plan.digest}
    if held == now:
        return
    values: dict[str, Any] = {"last": now}
    if isinstance(held, dict) and held.get("moves") != moves:
        values["before"] = held
    keep_choices(work(), project_id, PLAN, values)


def plain(rules: PlanRules) -> dict[str, Any]:
    """Return rules as JSON holds them."""
    values: dict[str, Any] = json.loads(rules.model_dump_json())
    return values
