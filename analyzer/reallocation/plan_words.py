"""A whole plan in words: how good it is, and which rules stand in its way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analyzer.i18n import mark, translate
from analyzer.numbers import format_duration, format_share
from analyzer.reallocation.reasons import kind_name, role_name
from analyzer.reallocation.rules import MINUTES_PER_QUARTER_HOUR

if TYPE_CHECKING:
    from analyzer.reallocation.infeasible import Shortfall
    from analyzer.reallocation.plan import Plan

_NO_GAP = 5e-5
"""Gaps below this would be shown as nought."""

_SHORTFALLS: Mapping[str, str] = {
    "relief": mark(
        "What is pinned leaves {role} {time} a week less time given back than the rule asks for: pin less, or lower "
        "that rule."
    ),
    "learning": mark(
        "What is pinned leaves {role} {time} a week less time to learn than the rule asks for: pin less, or lower that "
        "rule."
    ),
    "ambassadors": mark(
        "What is pinned leaves {role} {time} a week short of time for its ambassador: pin less, or lower that rule."
    ),
    "change": mark(
        "What is pinned changes the week of {role} by {time} more than the rule allows: pin less, or raise that rule."
    ),
    "week": mark("What is pinned takes {role} {time} a week above its week: pin less, or let another role help."),
    "need": mark("{role} is promised {time} a week of help more than it asks for: pin less."),
    "pin": mark("“{activity}” of {role} gets {time} a week less than pinned: there is not that much time."),
}


def shortfall_words(shortfall: Shortfall, plan: Plan, language: str) -> str:
    """Return which rule stands in the way of a plan, for whom and by how much."""
    group = plan.groups[shortfall.group]
    facts = {
        "role": role_name(group.role, group.team, language),
        "time": format_duration(shortfall.quarters * MINUTES_PER_QUARTER_HOUR, language),
    }
    if shortfall.rule == "pin" and shortfall.candidate is not None:
        activity = shortfall.candidate.title_fr if language == "fr" else shortfall.candidate.title_en
        facts["activity"] = activity or kind_name(shortfall.candidate.kind, language)
    if shortfall.rule == "ambassadors":
        facts["role"] = shortfall.team or translate("Team not stated", language)
    return translate(_SHORTFALLS[shortfall.rule], language, **facts)


def gap_words(plan: Plan, language: str) -> str:
    """Return how good the plan is, compared with the best there could be."""
    gap = format_share(plan.gap, language, 2)
    if plan.status == "stopped":
        return translate("Time ran out: this plan may lack up to {gap} of the best possible value.", language, gap=gap)
    if plan.status == "relaxed":
        return translate(
            "No plan keeps all the rules; this is the nearest one (gap to the best of these: {gap}).", language, gap=gap
        )
    if plan.gap < _NO_GAP:
        return translate("This is the best plan that the rules allow.", language)
    return translate("No plan within the rules is better by more than {gap}.", language, gap=gap)
