"""An idea as a card: its author's words, its path, the hours it could free, and what the lead says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.numbers import format_duration, format_range
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.formats import moment

if TYPE_CHECKING:
    from analyzer.workspace import Proposal

_STATUS = {
    "draft": mark("Private draft: seen in this browser only"),
    "submitted": mark("With the lead"),
    "withdrawn": mark("Withdrawn: seen in this browser only"),
}
ANSWER_WORDS = {
    "seen": mark("To be looked at"),
    "accepted": mark("Accepted"),
    "later": mark("Not now"),
    "declined": mark("Declined"),
}
"""The lead's answers in words, the mildest first."""


def status_of(idea: Proposal, language: str) -> str:
    """Return where an idea stands: the lead's answer where there is one, and whether it is in the task list."""
    if idea.status != "submitted":
        return translate(_STATUS[idea.status], language)
    said = translate(ANSWER_WORDS[idea.answer] if idea.answer else _STATUS["submitted"], language)
    return f"{said} · {translate('In the task list', language)}" if idea.source_id else said


def show_answer(idea: Proposal, language: str) -> None:
    """Show what the lead answered, when, and in which words; nothing where there is no answer."""
    if idea.answer and idea.answered_at and idea.status == "submitted":
        facts = {"answer": translate(ANSWER_WORDS[idea.answer], language), "date": moment(idea.answered_at, language)}
        words = translate("The lead’s answer, {date}: {answer}", language, **facts)
        panel(f"{words} – {idea.comment}" if idea.comment else words, "remark")


def scores_of(values: Mapping[str, Any], language: str) -> str:
    """Return the score lines of an idea as HTML.

    :param values: a proposal's snapshot (see ``analyzer.ui.appraisal``).
    """
    low, value, high = (round(values[f"automatability{end}"]) for end in ("_low", "", "_high"))
    span = translate("from {low} to {high}", language, low=low, high=high)
    automatable, repetitive = translate("Automatable", language), translate("Repetitive", language)
    often = round(values["repetitiveness"])
    return (
        '<div class="scores">'
        + html.score_line(
            automatable,
            f"{value} / 100",
            span,
            html.range_line(low, value, high, 100, f"{automatable}: {value}, {span}"),
        )
        + html.score_line(repetitive, f"{often} / 100", "", html.bar_line(often, 100, f"{repetitive}: {often}"))
        + "</div>"
    )


def hours_of(values: Mapping[str, Any], language: str) -> str:
    """Return the hours an idea could free, with their range, in words."""
    if values.get("minutes_per_week") is None:
        return translate("Hours unknown until its time is filled in", language)
    return translate(
        "Could free {duration} a week ({range})",
        language,
        duration=format_duration(values["minutes_freed_central"], language),
        range=format_range(values["minutes_freed_low"], values["minutes_freed_high"], language),
    )


def chips_of(values: Mapping[str, Any], language: str) -> str:
    """Return path, solution and points of attention of an idea as HTML."""
    shown = [
        html.lane_chip(
            values["lane"], label("lane", values["lane"], language), label("lane_help", values["lane"], language)
        )
    ]
    if values["solution"] != "none":
        shown.append(html.chip(label("solution", values["solution"], language)))
    shown += [html.chip(label("flag", flag, language)) for flag in str(values["flags"]).split(";") if flag]
    return html.chips(shown)
