"""The roadmap in words, for the page, its timeline and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, one_or_many
from analyzer.opportunity.hours_back import YEARS_OF_USE
from analyzer.opportunity.roadmap import Roadmap, standings
from analyzer.opportunity.schedule import Step

if TYPE_CHECKING:
    import pandas as pd

_BUILT = ("pilot", "built")


def counted_days(days: float, language: str) -> str:
    """Return "1 day of work" or "4.5 days of work"."""
    return translate_plural(
        "{number} day of work",
        "{number} days of work",
        one_or_many(days, language),
        language,
        number=format_number(days, language),
    )


def story_words(roadmap: Roadmap, cases: pd.DataFrame, language: str) -> str:
    """Return how much of what could be freed the roadmap builds, and where the other use cases stand; "" if none frees
    time.

    :param cases: the table of use cases that the roadmap was made of.
    """
    freeing = standings(roadmap, cases).set_index("standing").drop(index="frees_nothing", errors="ignore")
    if freeing.empty:
        return ""
    built, everything = freeing[freeing.index.isin(_BUILT)].sum(), freeing.sum()
    said = translate_plural(
        "Of {all} use case that frees time the roadmap builds {built} within {quarters} quarters: {time} of {total} a "
        "week, once in full use.",
        "Of {all} use cases that free time the roadmap builds {built} within {quarters} quarters: {time} of {total} a "
        "week, once in full use.",
        int(everything["use_cases"]),
        language,
        built=format_count(int(built["use_cases"]), language),
        all=format_count(int(everything["use_cases"]), language),
        quarters=format_count(roadmap.capacity.quarters, language),
        time=format_duration(float(built["minutes_freed_central"]), language),
        total=format_duration(float(everything["minutes_freed_central"]), language),
    )
    counts = freeing["use_cases"].drop(index=list(_BUILT), errors="ignore")
    parts = [_others_words(str(standing), int(count), language) for standing, count in counts.items()]
    if not parts:
        return said
    return f"{said} {translate('Of the others, {parts}.', language, parts=', '.join(parts))}"


def _others_words(standing: str, count: int, language: str) -> str:
    number = format_count(count, language)
    if standing == "later":
        return translate_plural("{number} comes later", "{number} come later", count, language, number=number)
    if standing == "too_dear":
        return translate_plural(
            "{number} takes more hours to build than it frees in {years} years",
            "{number} take more hours to build than they free in {years} years",
            count,
            language,
            number=number,
            years=YEARS_OF_USE,
        )
    if standing == "unpaid":
        return translate_plural(
            "{number} costs more money than it frees",
            "{number} cost more money than they free",
            count,
            language,
            number=number,
        )
    return translate_plural(
        "{number} is worth too little for its effort and risk",
        "{number} are worth too little for their effort and risk",
        count,
        language,
        number=number,
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
