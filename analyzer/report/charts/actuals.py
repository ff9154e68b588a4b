"""Estimate against actual: for each measured use case, the share that was expected and the share that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_share
from analyzer.report.charts.common import BETWEEN, nothing_to_show, safe, swatch, titled
from analyzer.report.theme import palette

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.opportunity.actuals import Actual

MOST_CASES = 12
_ROW = 58
_APART = 0.17
"""How far the two lines of a use case stand from its middle."""


def actuals_chart(
    actuals: Sequence[Actual], names: Mapping[str, str], *, language: str = "en", theme: str = "light"
) -> go.Figure:
    """Draw the share of a case's time that was expected to be freed above the share that was measured, with ranges.

    :param actuals: measured use cases, the most important first; at most :data:`MOST_CASES` are drawn.
    :param names: name of each use case by its key.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    if not actuals:
        sentence = translate("Nothing has been measured yet.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    shown = list(actuals[:MOST_CASES])
    colours = palette(theme)
    figure = go.Figure()
    expected = [(place - _APART, one, one.expected) for place, one in enumerate(shown) if one.expected is not None]
    found = [(place + _APART, one, one.share) for place, one in enumerate(shown)]
    for lines, colour, sign in ((expected, colours.muted, "diamond"), (found, colours.measured, "circle")):
        figure.add_scatter(
            x=[100 * span.central for _, _, span in lines],
            y=[place for place, _, _ in lines],
            mode="markers",
            marker={"color": colour, "size": 12, "symbol": sign},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [100 * (span.high - span.central) for _, _, span in lines],
                "arrayminus": [100 * (span.central - span.low) for _, _, span in lines],
                "color": colour,
                "thickness": 3,
                "width": 0,
            },
            customdata=[_hover(one, names, language) for _, one, _ in lines],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
        )
    ends = [value for lines in (expected, found) for _, _, span in lines for value in (span.low, span.high)]
    low, high = max(min(0.0, *ends), -1.0), min(max(0.1, *ends), 1.0)
    figure.update_xaxes(
        range=[100 * (low - 0.04 if low < 0 else 0), 100 * (high + 0.06)],
        title_text=translate("Share of a case’s time that is freed (%)", language),
        fixedrange=True,
        zeroline=True,
        zerolinecolor=colours.muted,
        zerolinewidth=1,
        nticks=6,
    )
    figure.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[safe(names.get(one.use_case_key, one.use_case_key), 22, lines=2) for one in shown],
        tickfont={"color": colours.text},
        range=[len(shown) - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
    )
    key = BETWEEN.join(
        (
            swatch("◆", colours.muted, translate("expected from studies", language), theme),
            swatch("●", colours.measured, translate("measured here", language), theme),
        )
    )
    rest = len(actuals) - len(shown)
    unit = translate("The line is the range that holds nine times in ten; one measurement has none.", language)
    if rest > 0:
        unit += " " + translate("Use cases not shown: {count}.", language, count=format_count(rest, language))
    return titled(
        figure,
        title=_title(shown, language),
        subtitle=unit,
        language=language,
        theme=theme,
        height=60 + _ROW * max(len(shown), 2),
        bottom=56,
        key=(key,),
    )


def _title(shown: Sequence[Actual], language: str) -> str:
    compared = [one for one in shown if one.expected is not None]
    more = sum(one.share.central > one.expected.central for one in compared if one.expected is not None)
    if not compared:
        return translate("What was measured, beside no estimate", language)
    if more == len(compared):
        return translate("Measured use cases free more than was expected", language)
    if more == 0:
        return translate("Measured use cases free less than was expected", language)
    return translate(
        "{more} of {count} measured use cases free more than was expected",
        language,
        more=format_count(more, language),
        count=format_count(len(compared), language),
    )


def _hover(one: Actual, names: Mapping[str, str], language: str) -> str:
    name = safe(names.get(one.use_case_key, one.use_case_key), 46)
    measured = translate(
        "Measured: {share} ({low} to {high})",
        language,
        share=format_share(one.share.central, language),
        low=format_share(one.share.low, language),
        high=format_share(one.share.high, language),
    )
    if one.expected is None:
        return f"<b>{name}</b><br>{measured}"
    expected = translate(
        "Expected: {share} ({low} to {high})",
        language,
        share=format_share(one.expected.central, language),
        low=format_share(one.expected.low, language),
        high=format_share(one.expected.high, language),
    )
    return f"<b>{name}</b><br>{measured}<br>{expected}"
