"""Hours freed per role, person and day, each with its range."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration, format_range
from analyzer.report.charts.common import nothing_to_show, safe, titled
from analyzer.report.theme import Palette, palette
from analyzer.report.wording import with_names

MOST_ROLES = 15
_ROW = 40


def role_hours_chart(totals: pd.DataFrame, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw minutes freed per person per day for each role, most first, with low and high as a whisker.

    :param totals: ``HoursEstimate.totals("role")``; roles without any stated time are left out.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a bar chart of at most :data:`MOST_ROLES` roles; the subtitle says how many more there are.
    """
    known = totals[totals["minutes_per_week"] > 0].dropna(subset=["minutes_per_person_per_day_central"])
    if known.empty:
        sentence = translate("No time is stated for these tasks: add how often and how long.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    shown = with_names(known, language).sort_values("minutes_per_person_per_day_central", ascending=False)
    rest = len(shown) - MOST_ROLES
    shown = shown.head(MOST_ROLES)
    low, central, high = (shown[f"minutes_per_person_per_day_{end}"] for end in ("low", "central", "high"))
    colours = palette(theme)
    figure = go.Figure(_bars(shown, language, colours))
    # The value stands beyond the whisker, where neither covers the other; all at once: one by one, each would copy
    # those before it.
    figure.layout.annotations = [
        {
            "x": max(float(end), float(value), 0.0),
            "y": position,
            "text": format_duration(float(value), language),
            "showarrow": False,
            "xanchor": "left",
            "xshift": 8,
            "font": {"size": 12, "color": colours.text},
        }
        for position, (value, end) in enumerate(zip(central, high, strict=True))
    ]
    most = max(float(high.max()), 1.0)
    figure.update_xaxes(
        range=[min(0.0, float(low.min()) * 1.1), most * 1.3],
        title_text=translate("Minutes per person per day", language),
        fixedrange=True,
        zeroline=True,
        zerolinecolor=colours.muted,
        zerolinewidth=1,
        nticks=6,
    )
    figure.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[safe(role, 22, lines=2) for role in shown["role"]],
        tickfont={"color": colours.text},
        autorange="reversed",
        showgrid=False,
        fixedrange=True,
    )
    first = shown.iloc[0]
    title = translate(
        "{role} could free the most: {duration} per person per day",
        language,
        role=first["role"],
        duration=format_duration(float(first["minutes_per_person_per_day_central"]), language),
    )
    unit = translate("The bar is the central estimate, the line its range from low to high.", language)
    if rest > 0:
        unit += " " + translate("Roles not shown: {count}.", language, count=format_count(rest, language))
    return titled(
        figure,
        title=title,
        subtitle=unit,
        language=language,
        theme=theme,
        height=60 + _ROW * max(len(shown), 2),
        bottom=56,
    )


def _bars(shown: pd.DataFrame, language: str, colours: Palette) -> go.Bar:
    """Return a bar for the central value of each role, and a whisker from low to high."""
    low, central, high = (shown[f"minutes_per_person_per_day_{end}"] for end in ("low", "central", "high"))
    return go.Bar(
        y=list(range(len(shown))),
        x=central.round(2).tolist(),
        orientation="h",
        width=0.56,
        marker={"color": colours.own, "cornerradius": 3},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (high - central).clip(lower=0).round(2).tolist(),
            "arrayminus": (central - low).clip(lower=0).round(2).tolist(),
            "color": colours.text,
            "thickness": 1.4,
            "width": 5,
        },
        customdata=_hovers(shown, language),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _hovers(shown: pd.DataFrame, language: str) -> list[str]:
    texts = []
    for row in shown.to_dict("records"):
        day = translate(
            "{duration} per person per day ({range})",
            language,
            duration=format_duration(row["minutes_per_person_per_day_central"], language),
            range=format_range(row["minutes_per_person_per_day_low"], row["minutes_per_person_per_day_high"], language),
        )
        week = translate(
            "{duration} a week for the whole role",
            language,
            duration=format_duration(row["minutes_freed_central"], language),
        )
        texts.append(f"<b>{safe(str(row['role']), 46)}</b><br>{day}<br>{week}")
    return texts
