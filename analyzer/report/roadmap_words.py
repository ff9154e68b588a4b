"""The roadmap in words, for the page, its timeline and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_number
from analyzer.opportunity.roadmap import YEARS_OF_USE, Roadmap
from analyzer.opportunity.schedule import Step


def counted_days(days: float, language: str) -> str:
    """Return "1 day of work" or "4.5 days of work"."""
    return translate_plural(
        "{number} day of work",
        "{number} days of work",
        1 if days <= 1 else 2,
        language,
        number=format_number(days, language),
    )


def waiting_words(step: Step, language: str) -> str:
    """Return what a step waits for, in words; "" for nothing."""
    reasons = dict.fromkeys(dependency.reason for dependency in step.waits_for)
    return ", ".join(label("waits_for", reason, language) for reason in reasons)


def later_words(roadmap: Roadmap, language: str) -> str:
    """Return which use cases do not fit in."""
    return translate_plural(
        "{number} use case does not fit in and comes later: {names}",
        "{number} use cases do not fit in and come later: {names}",
        len(roadmap.later),
        language,
        number=format_count(len(roadmap.later), language),
        names=_first_names(roadmap.later, language),
    )


def too_dear_words(roadmap: Roadmap, language: str) -> str:
    """Return which use cases take more than they give back."""
    return translate_plural(
        "{number} use case would take more hours to build than it frees in {years} years and is left out: {names}",
        "{number} use cases would take more hours to build than they free in {years} years and are left out: {names}",
        len(roadmap.too_dear),
        language,
        number=format_count(len(roadmap.too_dear), language),
        years=YEARS_OF_USE,
        names=_first_names(roadmap.too_dear, language),
    )


def unpaid_words(roadmap: Roadmap, language: str) -> str:
    """Return which use cases are left out because they do not pay for themselves in money."""
    return translate_plural(
        "{number} use case would cost more money in three years than it frees (see “Put it into money” under hours) "
        "and is left out: {names}",
        "{number} use cases would cost more money in three years than they free (see “Put it into money” under hours) "
        "and are left out: {names}",
        len(roadmap.unpaid),
        language,
        number=format_count(len(roadmap.unpaid), language),
        names=_first_names(roadmap.unpaid, language),
    )


def _first_names(names: Sequence[str], language: str) -> str:
    """Return the first names and the end of their sentence."""
    quoted = [translate("“{name}”", language, name=name) for name in names[:3]]
    return ", ".join(quoted) + ("…" if len(names) > 3 else ".")
