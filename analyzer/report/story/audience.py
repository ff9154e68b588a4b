"""Who a report is for: outside the team no role of a few people is shown alone, or each of them could be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate_plural
from analyzer.numbers import format_count
from analyzer.opportunity.pilot import SMALL_GROUP

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate, HoursWarning


def warnings_for(estimate: HoursEstimate, *, for_the_team: bool) -> list[HoursWarning]:
    """Return the warnings that readers may see: those about a small role are for the team alone."""
    return [one for one in estimate.warnings if for_the_team or not _tells_of_few(one, estimate)]


def warning_words(estimate: HoursEstimate, language: str, *, for_the_team: bool) -> list[str]:
    """Return the warnings in words; those about small roles as one that names none of them."""
    shown = warnings_for(estimate, for_the_team=for_the_team)
    words = [one.message(language) for one in shown]
    hidden = len(estimate.warnings) - len(shown)
    if hidden:
        words.insert(
            0,
            translate_plural(
                "{number} role of fewer than {people} people has times that cannot all be right: it is held to its "
                "week, and the team knows which.",
                "{number} roles of fewer than {people} people have times that cannot all be right: they are held to "
                "their weeks, and the team knows which.",
                hidden,
                language,
                number=format_count(hidden, language),
                people=SMALL_GROUP,
            ),
        )
    return words


def _tells_of_few(warning: HoursWarning, estimate: HoursEstimate) -> bool:
    """Whether a warning names a role of a few people."""
    role = warning.facts.get("role")
    if role is None:
        return False
    totals = estimate.totals("role")
    return float(totals.loc[totals["role"] == role, "headcount"].sum()) < SMALL_GROUP
