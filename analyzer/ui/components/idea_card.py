"""An idea as a card: the task in its author's words, its path, and the hours it could free with their range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.report.numbers import format_duration, format_range
from analyzer.ui.components import html


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
    shown = [html.lane_chip(values["lane"], label("lane", values["lane"], language))]
    if values["solution"] != "none":
        shown.append(html.chip(label("solution", values["solution"], language)))
    shown += [html.chip(label("flag", flag, language)) for flag in str(values["flags"]).split(";") if flag]
    return html.chips(shown)
