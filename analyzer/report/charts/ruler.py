"""The ruler: the estimate beside what studies measured, and beside what users say of themselves."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import RulerMark
from analyzer.opportunity.ruler import MEASURED_SHARE
from analyzer.report.charts.common import nothing_to_show, safe, swatch, titled, written_above
from analyzer.report.theme import Palette, palette

_ROW = 78
_SIGNS = {"estimate": ("●", "circle"), "measured": ("◆", "diamond"), "self_reported": ("◇", "diamond-open")}


def ruler_chart(marks: Sequence[RulerMark], *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw minutes freed per person per day on one scale: the estimate with its range first, then published figures.

    The band is what representative surveys and field experiments measured. Measured marks are filled, self-reported
    ones hollow, so that neither colour nor place alone tells them apart.

    :param marks: ``HoursEstimate.ruler()``.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    own = next((one for one in marks if one.kind == "estimate"), None)
    published = [one for one in marks if one.kind != "estimate" and one.share_central > 0]
    day = published[0].minutes_per_day_central / published[0].share_central if published else 0.0
    if own is None or day <= 0:
        sentence = translate("There is no estimate to compare yet: add tasks with how often and how long.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    colours = palette(theme)
    band = MEASURED_SHARE[0] * day, MEASURED_SHARE[1] * day
    figure = go.Figure()
    figure.add_shape(
        type="rect",
        x0=band[0],
        x1=band[1],
        y0=0,
        y1=1,
        yref="paper",
        fillcolor=colours.measured,
        opacity=0.13,
        line_width=0,
        layer="below",
    )
    for row, one in enumerate(marks):
        _draw(figure, row, one, colours, language)
    most = max(one.minutes_per_day_high for one in marks)
    step = 30 if most <= 240 else 60
    ticks = [step * i for i in range(int(most // step) + 2)]
    figure.update_xaxes(
        range=[min(0.0, own.minutes_per_day_low) - most * 0.03, most * 1.08],
        tickvals=ticks,
        ticktext=[format_duration(tick, language) for tick in ticks],
        title_text=translate("Time freed per person per day", language),
        fixedrange=True,
    )
    figure.update_yaxes(range=[len(marks) - 0.7, -0.8], visible=False, fixedrange=True)
    figure.update_layout(showlegend=False)
    key = [
        swatch("◆", colours.measured, translate("measured (band: surveys and field experiments)", language), theme),
        swatch("◇", colours.reported, translate("what users say of themselves", language), theme),
    ]
    return titled(
        figure,
        title=_finding(own, band, language),
        subtitle=translate("Minutes per person per day; the line goes from low to high.", language),
        language=language,
        theme=theme,
        height=_ROW * len(marks) + 56,
        bottom=56,
        key=key,
    )


def _draw(figure: go.Figure, row: int, one: RulerMark, colours: Palette, language: str) -> None:
    colour = {"estimate": colours.own, "measured": colours.measured}.get(one.kind, colours.reported)
    low, central, high = one.minutes_per_day_low, one.minutes_per_day_central, one.minutes_per_day_high
    own = one.kind == "estimate"
    value = format_duration(central, language)
    if high > low:
        span = format_range(low, high, language)
        value = translate("{duration} ({range})", language, duration=value, range=span)
    hover = f"<b>{safe(one.label(language), 46)}</b><br>{value}"
    if note := one.note(language):
        hover += f"<br>{safe(note, 46, lines=6)}"
    figure.add_trace(
        go.Scatter(
            x=[low, high],
            y=[row, row],
            mode="lines",
            line={"color": colour, "width": 9 if own else 3},
            opacity=0.45 if own else 1.0,
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[central],
            y=[row],
            mode="markers",
            marker={
                "symbol": _SIGNS[one.kind][1],
                "size": 15 if own else 12,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            customdata=[hover],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    text = f"<b>{safe(value)}</b><br>{safe(one.label(language), 52, lines=2)}"
    written_above(figure, row, text, colours.text if own else colours.muted)


def _finding(own: RulerMark, band: tuple[float, float], language: str) -> str:
    facts = {
        "duration": format_duration(own.minutes_per_day_central, language),
        "range": format_range(*band, language),
    }
    if own.minutes_per_day_central > band[1]:
        return translate(
            "{duration} per person per day is more than studies have measured ({range}): a hope, not a plan",
            language,
            **facts,
        )
    if own.minutes_per_day_central < band[0]:
        return translate(
            "{duration} per person per day is less than studies have measured ({range})", language, **facts
        )
    return translate(
        "{duration} per person per day lies within what studies have measured ({range})", language, **facts
    )
