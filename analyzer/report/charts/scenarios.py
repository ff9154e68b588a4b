"""Scenarios side by side: minutes per person per day of each, with its range, on one scale."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import HoursEstimate
from analyzer.report.charts.common import safe, titled, written_above
from analyzer.report.theme import palette

_ROW = 62
_SIGNS = ("circle", "diamond", "square", "triangle-up")


def scenarios_chart(estimates: Mapping[str, HoursEstimate], *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw what several scenarios free, each as a dot with its range.

    :param estimates: estimates of one task list by the name of the scenario, in the order to draw them.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    colours = palette(theme)
    figure = go.Figure()
    most = 1.0
    for row, (name, estimate) in enumerate(estimates.items()):
        total = estimate.totals("total").iloc[0]
        low, central, high = (float(total[f"minutes_per_person_per_day_{end}"]) for end in ("low", "central", "high"))
        most = max(most, high)
        hover = f"<b>{safe(name, 40)}</b><br>{format_duration(central, language)} ({format_range(low, high, language)})"
        figure.add_trace(
            go.Scatter(
                x=[low, high],
                y=[row, row],
                mode="lines",
                line={"color": colours.own, "width": 8},
                opacity=0.4,
                hoverinfo="skip",
            )
        )
        figure.add_trace(
            go.Scatter(
                x=[central],
                y=[row],
                mode="markers",
                marker={"symbol": _SIGNS[row % len(_SIGNS)], "size": 14, "color": colours.own},
                hovertext=[hover],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
        value = translate(
            "{duration} ({range})",
            language,
            duration=format_duration(central, language),
            range=format_range(low, high, language),
        )
        written_above(figure, row, f"{safe(name, 40)} <b>{safe(value)}</b>", colours.text)
    figure.update_xaxes(
        range=[0, most * 1.08],
        title_text=translate("Minutes per person per day", language),
        fixedrange=True,
        nticks=6,
    )
    figure.update_yaxes(range=[len(estimates) - 0.5, -0.8], visible=False, fixedrange=True)
    figure.update_layout(showlegend=False)
    return titled(
        figure,
        title=translate("What an organisation does decides how much is freed", language),
        subtitle=translate("Minutes per person per day; the line goes from low to high.", language),
        language=language,
        theme=theme,
        height=_ROW * max(len(estimates), 2) + 56,
        bottom=56,
    )
