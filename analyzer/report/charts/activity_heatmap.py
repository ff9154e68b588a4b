"""Where the time goes: roles against the kinds of work of O*NET's generalized work activities."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_duration, format_number
from analyzer.report.charts.common import largest, nothing_to_show, safe, titled
from analyzer.report.theme import palette
from analyzer.report.wording import with_names

MOST_ACTIVITIES = 12
MOST_ROLES = 10
_ROW = 42
_MOST_WRITTEN = 8
"""Columns up to which durations are written into the cells."""
_WORTH_READING = 0.04
"""Smaller cells, as a share of the largest, are left to the hover."""

Measure = Literal["minutes_freed_central", "minutes_per_week"]


def activity_heatmap(
    frame: pd.DataFrame, *, measure: Measure = "minutes_freed_central", language: str = "en", theme: str = "light"
) -> go.Figure:
    """Draw minutes a week by role (columns) and activity (rows), the rest gathered as "other".

    :param frame: rows of ``HoursEstimate.frame``, all or filtered.
    :param measure: what is added up: the time that could be freed, or the time spent.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a figure of at most :data:`MOST_ACTIVITIES` + 1 rows and :data:`MOST_ROLES` + 1 columns.
    """
    table = _table(frame, measure, language)
    if table.empty or table.to_numpy().max() <= 0:
        sentence = translate("No time is stated for these tasks: add how often and how long.", language)
        if measure == "minutes_freed_central" and frame["minutes_per_week"].sum() > 0:
            sentence = translate("With these assumptions none of the tasks shown would free time.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    figure = go.Figure(_cells(table, language, theme))
    heads = [safe(str(role), 16, lines=2) for role in table.columns]
    upright = table.shape[1] <= 3
    figure.update_xaxes(
        tickvals=list(range(table.shape[1])),
        ticktext=heads,
        side="top",
        tickangle=0 if upright else -90,
        showgrid=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(table.shape[0])),
        ticktext=[safe(str(activity), 24, lines=3) for activity in table.index],
        tickfont_size=12,
        autorange="reversed",
        showgrid=False,
        fixedrange=True,
    )
    title, unit = _title_and_unit(table, measure, language)
    room = 44 if upright else 14 + 7 * max(len(line) for head in heads for line in head.split("<br>"))
    figure = titled(
        figure,
        title=title,
        subtitle=unit,
        language=language,
        theme=theme,
        height=room + _ROW * len(table) + 12,
        bottom=12,
    )
    figure.layout.margin.t += room  # the names of the columns stand between title and cells
    return figure


def _table(frame: pd.DataFrame, measure: Measure, language: str) -> pd.DataFrame:
    """Return minutes a week, activities as rows and roles as columns, both by size, "other" last."""
    work = with_names(frame, language)[["activity", "role", measure]].dropna(subset=[measure])
    work = work.assign(activity=[label("activity", code, language) for code in work["activity"]])
    other = {"activity": translate("Other activities", language), "role": translate("Other roles", language)}
    for column, keep in (("activity", MOST_ACTIVITIES), ("role", MOST_ROLES)):
        totals = work.groupby(column, sort=False)[measure].sum()
        if len(totals) > keep:
            kept = largest(totals, keep)
            work[column] = work[column].where(work[column].isin(kept), other[column])
    table = work.pivot_table(
        index="activity", columns="role", values=measure, aggfunc="sum", fill_value=0.0, observed=True
    )
    table = table.loc[table.sum(axis=1) > 0, table.sum(axis=0) > 0]
    rows = [a for a in largest(table.sum(axis=1), len(table)) if a != other["activity"]]
    columns = [r for r in largest(table.sum(axis=0), table.shape[1]) if r != other["role"]]
    rows += [other["activity"]] if other["activity"] in table.index else []
    columns += [other["role"]] if other["role"] in table.columns else []
    return table.loc[rows, columns]


def _cells(table: pd.DataFrame, language: str, theme: str) -> go.Heatmap:
    """Return the cells: the more time, the deeper the colour."""
    minutes = table.to_numpy()
    most = float(minutes.max())
    ramp = palette(theme).ramp
    readable = table.shape[1] <= _MOST_WRITTEN
    return go.Heatmap(
        z=minutes.tolist(),
        x=list(range(table.shape[1])),
        y=list(range(table.shape[0])),
        zmin=0,
        zmax=most,
        colorscale=[[step / (len(ramp) - 1), colour] for step, colour in enumerate(ramp)],
        showscale=False,
        xgap=2,
        ygap=2,
        customdata=[
            [_hover(activity, role, value, language) for role, value in row.items()]
            for activity, row in table.iterrows()
        ],
        hovertemplate="%{customdata}<extra></extra>",
        # Without a font size plotly writes a value as large as fits its cell, in ink that stands out: hours are short
        # enough to be read on a telephone.
        text=[
            [
                format_number(value / 60, language, 1) if readable and value >= _WORTH_READING * most else ""
                for value in row
            ]
            for row in minutes
        ],
        texttemplate="%{text}",
    )


def _title_and_unit(table: pd.DataFrame, measure: Measure, language: str) -> tuple[str, str]:
    """Return what the largest cell says, and what the cells count."""
    row, column = divmod(int(table.to_numpy().argmax()), table.shape[1])
    facts = {
        "activity": table.index[row],
        "role": table.columns[column],
        "duration": format_duration(float(table.to_numpy()[row, column]), language),
    }
    if measure == "minutes_freed_central":
        return (
            translate("Most time could be freed in “{activity}” ({role}): {duration} a week", language, **facts),
            translate("Hours that could be freed a week, central estimate, by role and kind of work.", language),
        )
    return (
        translate("Most time goes into “{activity}” ({role}): {duration} a week", language, **facts),
        translate("Hours spent a week, by role and kind of work.", language),
    )


def _hover(activity: object, role: object, minutes: float, language: str) -> str:
    duration = translate("{duration} a week", language, duration=format_duration(minutes, language))
    return f"<b>{safe(str(activity), 46)}</b><br>{safe(str(role), 46)}<br>{duration}"
