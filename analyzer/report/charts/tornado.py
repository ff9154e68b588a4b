"""What moves the total most: one bar an input, from the total at its low end to the total at its high end."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range
from analyzer.opportunity import TornadoBar
from analyzer.report.charts.common import nothing_to_show, safe, titled, written_above
from analyzer.report.theme import palette

MOST_BARS = 8
_ROW = 58


def tornado_chart(
    bars: Sequence[TornadoBar], central: float, *, language: str = "en", theme: str = "light"
) -> go.Figure:
    """Draw the inputs that move the total, the one that moves it most on top.

    :param bars: ``analyzer.opportunity.tornado(estimate)``.
    :param central: minutes a week freed in all, the line in the middle.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    shown = list(bars)[:MOST_BARS]
    if not shown:
        sentence = translate("Nothing moves the total yet: no task of this list frees any time.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    colours = palette(theme)
    figure = go.Figure()
    for row, bar in enumerate(shown):
        for end, opacity in ((bar.low, 0.55), (bar.high, 1.0)):
            figure.add_trace(
                go.Bar(
                    y=[row],
                    x=[end - central],
                    base=[central],
                    orientation="h",
                    width=0.3,
                    marker={"color": colours.own, "opacity": opacity, "cornerradius": 3},
                    hovertext=[_hover(bar, language)],
                    hovertemplate="%{hovertext}<extra></extra>",
                )
            )
        text = f"{safe(bar.label(language), 46)} <b>{safe(format_range(bar.low, bar.high, language))}</b>"
        written_above(figure, row, text, colours.text)
    low, high = min(bar.low for bar in shown), max(bar.high for bar in shown)
    room = max(high - low, 1.0) * 0.06
    figure.add_vline(x=central, line_color=colours.muted, line_width=1)
    ticks = [low + (high - low) * part / 3 for part in range(4)]
    figure.update_xaxes(
        range=[low - room, high + room],
        tickvals=ticks,
        ticktext=[format_duration(tick, language) for tick in ticks],
        title_text=translate("Time freed a week in all", language),
        fixedrange=True,
    )
    figure.update_yaxes(range=[len(shown) - 0.55, -0.75], visible=False, fixedrange=True)
    figure.update_layout(showlegend=False, barmode="overlay")
    return titled(
        figure,
        title=translate("Ask this first: {input}", language, input=shown[0].label(language)),
        subtitle=translate(
            "Each bar: the total with this one input at its low end, and at its high end; the line is the estimate.",
            language,
        ),
        language=language,
        theme=theme,
        height=_ROW * len(shown) + 60,
        bottom=56,
    )


def _hover(bar: TornadoBar, language: str) -> str:
    span = translate("{range} a week", language, range=format_range(bar.low, bar.high, language))
    return f"<b>{safe(bar.label(language), 46)}</b><br>{safe(span)}<br>{safe(bar.question(language), 46, lines=4)}"
