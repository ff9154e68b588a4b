"""The first year month by month, as use grows."""

from __future__ import annotations

import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range, format_share
from analyzer.opportunity import RampUp
from analyzer.report.charts.common import nothing_to_show, titled
from analyzer.report.theme import palette


def first_year_chart(ramp: RampUp, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw the hours that each of the first months frees, with low and high as a whisker.

    :param ramp: ``analyzer.opportunity.ramp_up(estimate)``.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    months = ramp.months
    if not len(months) or float(months["hours_high"].max()) <= 0:
        sentence = translate("Nothing is freed in the first year: no task of this list frees any time.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    colours = palette(theme)
    low, central, high = (months[f"hours_{end}"] for end in ("low", "central", "high"))
    hovers = [
        f"<b>{translate('Month {number}', language, number=row['month'])}</b><br>"
        f"{format_duration(row['hours_central'] * 60, language)} "
        f"({format_range(row['hours_low'] * 60, row['hours_high'] * 60, language)})<br>"
        + translate("{share} of full use", language, share=format_share(row["share"], language))
        for row in months.to_dict("records")
    ]
    figure = go.Figure(
        go.Bar(
            x=months["month"].tolist(),
            y=central.tolist(),
            marker={"color": colours.own, "cornerradius": 3},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": (high - central).clip(lower=0).tolist(),
                "arrayminus": (central - low).clip(lower=0).tolist(),
                "color": colours.text,
                "thickness": 1.2,
                "width": 3,
            },
            customdata=hovers,
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    figure.update_xaxes(title_text=translate("Month", language), dtick=1, fixedrange=True, showgrid=False)
    figure.update_yaxes(title_text=translate("Hours a month", language), fixedrange=True, rangemode="tozero")
    year = ramp.hours(12)
    full = ramp.full_year[1]
    title = translate(
        "The first year frees {hours}, {share} of a full one",
        language,
        hours=format_duration(year[1] * 60, language),
        share=format_share(year[1] / full if full else 0.0, language),
    )
    return titled(
        figure,
        title=title,
        subtitle=translate("Hours a month; the line goes from low to high.", language),
        language=language,
        theme=theme,
        height=280,
        bottom=48,
    )
