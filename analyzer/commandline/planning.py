"""The ``plan`` command: hours freed, then what they become."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import UsageError
from analyzer.i18n import translate
from analyzer.numbers import format_duration, to_the_minute
from analyzer.reallocation.horizon_words import horizon_lines
from analyzer.reallocation.plan import plan_hours
from analyzer.reallocation.plan_words import gap_words, shortfall_words
from analyzer.reallocation.reasons import in_words, role_name
from analyzer.reallocation.rules import HELP, PlanRules

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.reallocation.plan import Plan


def rules_of(path: Path | None) -> PlanRules:
    """Return the rules of a file, or the defaults.

    :raises UsageError: if the file cannot be read, or holds rules that cannot be.
    """
    if path is None:
        return PlanRules()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError(
            "“{file}” cannot be read: name a JSON file with the rules of the plan.", file=str(path)
        ) from None
    return PlanRules.read_text(text, path.name)


def planned(estimate: HoursEstimate, rules: PlanRules, language: str) -> tuple[pd.DataFrame, list[str]]:
    """Plan, and return the moves for a file with what to say of them."""
    plan = plan_hours(estimate, rules)
    return in_words(plan, language), told(plan, language)


def told(plan: Plan, language: str) -> list[str]:
    """Return the budget, the gap and what stands in the way, in sentences."""
    freed, budget = float(plan.budget["freed"].sum()), float(plan.budget["budget"].sum())
    if plan.status == "empty":
        return [
            translate(
                "No role frees a whole quarter-hour a week ({freed} in all), so there is nothing to plan yet.",
                language,
                freed=format_duration(freed, language),
            )
        ]
    lines = [
        translate(
            "{budget} a week planned, of {freed} freed; roles: {roles}, moves: {moves}.",
            language,
            budget=to_the_minute(budget, language),
            freed=format_duration(freed, language),
            roles=int((plan.budget["budget"] > 0).sum()),
            moves=len(plan.moves),
        ),
        gap_words(plan, language),
        *horizon_lines(plan, language),
        *_help(plan, language),
    ]
    return lines + [shortfall_words(shortfall, plan, language) for shortfall in plan.shortfalls]


def _help(plan: Plan, language: str) -> list[str]:
    """Return what help between roles would be possible, where the plan holds none: no list tells who needs it."""
    if (plan.moves["kind"] == HELP).any() or not plan.possible_help:
        return []
    first = next((one for one in plan.possible_help if one.tasks), plan.possible_help[0])
    helper, other = (plan.groups[place] for place in (first.giver, first.receiver))
    return [
        translate(
            "No role helps another in this plan. Say which role needs how many minutes (“needs” in the rules): "
            "{helper} could help {other} for up to {time} a week (pairs of roles that could help each other: {count}).",
            language,
            helper=role_name(helper.role, helper.team, language),
            other=role_name(other.role, other.team, language),
            time=to_the_minute(first.minutes, language),
            count=len({frozenset((one.giver, one.receiver)) for one in plan.possible_help}),
        )
    ]
