"""The ``plan`` command: hours freed, then what they become."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import UsageError
from analyzer.i18n import translate
from analyzer.numbers import format_duration
from analyzer.reallocation.horizons import HORIZONS
from analyzer.reallocation.plan import plan_hours
from analyzer.reallocation.reasons import gap_words, in_words, shortfall_words
from analyzer.reallocation.rules import PlanRules

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
            budget=format_duration(budget, language),
            freed=format_duration(freed, language),
            roles=int((plan.budget["budget"] > 0).sum()),
            moves=len(plan.moves),
        ),
        gap_words(plan, language),
        _first_year(plan, language),
    ]
    return lines + [shortfall_words(shortfall, plan, language) for shortfall in plan.shortfalls]


def _first_year(plan: Plan, language: str) -> str:
    """Return how much of the plan stands in the last month of each horizon."""
    minutes = plan.horizons.groupby("horizon")["minutes_per_week"].sum()
    stands = {code: format_duration(float(minutes.get(code, 0.0)), language) for code, _ in HORIZONS}
    return translate(
        "At the pace of the roadmap {month} a week stand in the first month, {quarter} in the third, {year} in the "
        "twelfth.",
        language,
        **stands,
    )
