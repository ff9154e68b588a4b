"""One person's week of a role before and after a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_share, to_the_minute
from analyzer.reallocation.before_after import PARTS
from analyzer.reallocation.groups import tells_load
from analyzer.reallocation.reasons import part_name
from analyzer.report.charts.common import BETWEEN, nothing_to_show, swatch, titled
from analyzer.report.theme import palette, readable_on

_SMALLEST = 0.09
"""Share of the drawn week from which a part has room for its number."""


def plan_week(row: Mapping[Any, Any], name: str, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw the week of one person of a role (or team), today and after a plan, by what it is made of.

    :param row: a row of ``Plan.before_after["role"]`` or ``["team"]``.
    :param name: of the role or team, for the title.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    heads = max(float(row["headcount"]), 1e-9)
    week = float(row["week"]) / heads
    before, after = float(row["load_before"]) / heads, float(row["load_after"]) / heads
    if before <= 0:
        sentence = translate("No time is stated for these tasks: add how often and how long.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    colours, sizes = palette(theme), _sizes(row, heads)
    fills = dict(zip(PARTS, _fills(theme), strict=True))
    times = [translate("Today", language), translate("After", language)]
    figure = go.Figure()
    whole = tells_load(float(row["load_before"]), float(row["week"]))
    longest = max(before, after, week if whole else 0.0) * 1.04
    for part in PARTS:
        minutes = sizes[part]
        figure.add_bar(
            y=times,
            x=[size / 60 for size in minutes],
            orientation="h",
            name=part_name(part, language),
            width=0.6,
            marker={"color": fills[part], "line": {"width": 1, "color": colours.background}},
            text=[format_duration(size, language) if size > _SMALLEST * longest else "" for size in minutes],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": readable_on(fills[part]), "size": 12},
            hovertext=[f"{part_name(part, language)}: {format_duration(size, language)}" for size in minutes],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    if whole:
        figure.add_vline(x=week / 60, line={"color": colours.text, "width": 1.5, "dash": "dot"})
    figure.update_xaxes(
        range=[0, longest / 60], title_text=translate("Hours a week and person", language), fixedrange=True, nticks=6
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, fixedrange=True, tickfont={"color": colours.text})
    # A part that is too narrow on the reader's screen says its hours where one points at it.
    figure.update_layout(barmode="stack", showlegend=False, uniformtext={"minsize": 12, "mode": "hide"})
    return titled(
        figure,
        title=_title(name, before, after, whole=whole, language=language),
        subtitle=_under(before, week, whole=whole, language=language),
        language=language,
        theme=theme,
        height=190,
        bottom=56,
        key=_key(fills, language, theme),
    )


def _title(name: str, before: float, after: float, *, whole: bool, language: str) -> str:
    facts = {"role": name, "before": format_duration(before, language), "after": format_duration(after, language)}
    if whole:
        return translate("{role}: {before} a week today, {after} after", language, **facts)
    return translate("{role}: {before} of listed work a week today, {after} after", language, **facts)


def _under(listed: float, week: float, *, whole: bool, language: str) -> str:
    """Return what the drawing stands for: a week, or only what a list holds of it."""
    if whole:
        return translate(
            "Work of one person. The dotted line is the full week: {week}; what is missing to it is not in the list, "
            "or is given back.",
            language,
            week=to_the_minute(week, language),
        )
    return translate(
        "Work of one person, as far as it is listed: {share} of a full week of {week}. How full that week is, the list "
        "does not tell.",
        language,
        share=format_share(listed / week, language),
        week=to_the_minute(week, language),
    )


def _sizes(row: Mapping[Any, Any], heads: float) -> dict[str, list[float]]:
    return {part: [float(row[f"{part}_{end}"]) / heads for end in ("before", "after")] for part in PARTS}


def _fills(theme: str) -> tuple[str, str, str, str]:
    colours = palette(theme)
    return colours.lanes["keep_human"], colours.own, colours.lanes["assist"], colours.lanes["redesign"]


def _key(fills: Mapping[str, str], language: str, theme: str) -> list[str]:
    entries = [swatch("■", colour, part_name(part, language), theme) for part, colour in fills.items()]
    return [BETWEEN.join(entries[:2]), BETWEEN.join(entries[2:])]
