"""The map of opportunities: how repetitive a task is against how far it can be automated."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range
from analyzer.report.charts.common import nothing_to_show, safe, titled
from analyzer.report.theme import LANE_MARKS, LANES, lane_colour, palette
from analyzer.report.wording import named, with_names

MOST_MARKS = 2_000
"""More marks than this can neither be told apart nor drawn quickly: they are then put together."""
_CELL = 5
_LARGEST_MARK, _SMALLEST_MARK = 44, 7
"""Pixels across."""
_CUT = 50


def opportunity_map(frame: pd.DataFrame, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw tasks by ``repetitiveness`` (x) and ``automatability`` (y), both 0 to 100.

    The area of a mark is its minutes a week, its colour and shape the lane; a task without a time is a small hollow
    mark. Above :data:`MOST_MARKS` tasks each mark is a use case, or, if these too are many, a cell of the map.

    :param frame: rows of ``HoursEstimate.frame``, all or filtered.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a figure; ``customdata[0]`` of a point is the index label of its row, or the use case, or "" for a cell.
    """
    if frame.empty:
        sentence = translate("There is no task to show: change the filter or add tasks.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    named_frame = with_names(frame, language)
    marks, unit = _marks(named_frame, language)
    figure = go.Figure()
    # One scale for all lanes: a mark's area must mean the same minutes everywhere.
    most = float(marks["minutes_per_week"].max())
    scale = 2 * most / _LARGEST_MARK**2 if most > 0 else 1.0
    for lane in LANES:
        rows = marks[marks["lane"] == lane]
        if not rows.empty:
            figure.add_traces(_traces(rows, lane, scale, language=language, theme=theme))
    _guides(figure, language=language, theme=theme)
    axis = {"tickvals": [0, 25, 50, 75, 100], "fixedrange": True}
    figure.update_xaxes(range=[-5, 105], title_text=translate("Repetitive (0 to 100)", language), **axis)
    figure.update_yaxes(range=[-19, 116], title_text=translate("Automatable (0 to 100)", language), **axis)
    figure.update_layout(legend={"yref": "container", "y": 0.0, "yanchor": "bottom"}, hovermode="closest")
    return titled(
        figure,
        title=_finding(named_frame, language),
        subtitle=unit,
        language=language,
        theme=theme,
        height=540,
        bottom=104,
    )


def _marks(frame: pd.DataFrame, language: str) -> tuple[pd.DataFrame, str]:
    """Return one row a mark (key, heading, body, x, y, minutes_per_week, lane) and what a mark is, in words."""
    if len(frame) <= MOST_MARKS:
        return _task_marks(frame, language), translate("Each mark is a task; its size is its minutes a week.", language)
    if frame.groupby(["use_case", "lane"]).ngroups <= MOST_MARKS:
        keys, unit = frame["use_case"], translate("Each mark is a use case; its size is its minutes a week.", language)
    else:
        cells = (frame[["repetitiveness", "automatability"]] / _CELL).round().astype(int) * _CELL
        keys = cells["repetitiveness"].astype(str) + "/" + cells["automatability"].astype(str)
        unit = translate("Each mark is a group of similar tasks; its size is their minutes a week.", language)
    return _grouped_marks(frame, keys, language), unit


def _task_marks(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    rows = [
        (key, safe(named(task, "…"), 46, lines=5), _task_body(role, minutes, (low, central, high), language))
        for key, task, role, minutes, low, central, high in zip(
            frame.index,
            frame["task"],
            frame["role"],
            frame["minutes_per_week"],
            frame["minutes_freed_low"],
            frame["minutes_freed_central"],
            frame["minutes_freed_high"],
            strict=True,
        )
    ]
    marks = pd.DataFrame(rows, columns=["key", "heading", "body"], index=frame.index)
    return marks.join(frame[["repetitiveness", "automatability", "minutes_per_week", "lane"]])


def _task_body(role: str, minutes: float, freed: tuple[float, float, float], language: str) -> str:
    low, central, high = freed
    lines = [safe(role, 46, lines=2)]
    if math.isnan(minutes):
        lines.append(translate("Time not stated", language))
    else:
        taken, saved = format_duration(minutes, language), format_duration(central, language)
        span = format_range(low, high, language)
        lines.append(translate("Takes {duration} a week", language, duration=taken))
        lines.append(translate("Could free {duration} a week ({range})", language, duration=saved, range=span))
    return "<br>".join(lines)


def _grouped_marks(frame: pd.DataFrame, keys: pd.Series, language: str) -> pd.DataFrame:
    # The centre of a group is weighted by time; a group without any time counts its tasks alike.
    weight = frame["minutes_per_week"].fillna(0.0) + 1e-6
    work = pd.DataFrame(
        {
            "group": keys,
            "lane": frame["lane"],
            "use_case": frame["use_case"],
            "weight": weight,
            "x": frame["repetitiveness"] * weight,
            "y": frame["automatability"] * weight,
            "minutes_per_week": frame["minutes_per_week"],
            "freed": frame["minutes_freed_central"],
        }
    )
    groups = work.groupby(["group", "lane"], sort=False)
    marks = groups[["weight", "x", "y"]].sum()
    marks["minutes_per_week"] = groups["minutes_per_week"].sum(min_count=1)
    marks["freed"] = groups["freed"].sum(min_count=1)
    marks["tasks"] = groups.size()
    marks["names"] = groups["use_case"].nunique()
    marks["use_case"] = groups["use_case"].first()
    marks = marks.reset_index()
    marks["repetitiveness"], marks["automatability"] = marks["x"] / marks["weight"], marks["y"] / marks["weight"]
    marks["key"] = [case if names == 1 else "" for case, names in zip(marks["use_case"], marks["names"], strict=True)]
    marks["heading"] = [
        safe(case, 46, lines=3)
        if names == 1
        else translate("{count} use cases", language, count=format_count(names, language))
        for case, names in zip(marks["use_case"], marks["names"], strict=True)
    ]
    marks["body"] = [
        _group_body(tasks, minutes, freed, language)
        for tasks, minutes, freed in zip(marks["tasks"], marks["minutes_per_week"], marks["freed"], strict=True)
    ]
    return marks


def _group_body(tasks: int, minutes: float, freed: float, language: str) -> str:
    # No range here: a group's interval comes from the draws of the estimate, not from adding the ends of its rows.
    lines = [translate_plural("{number} task", "{number} tasks", tasks, language, number=format_count(tasks, language))]
    if math.isnan(minutes):
        lines.append(translate("Time not stated", language))
    else:
        taken, saved = format_duration(minutes, language), format_duration(freed, language)
        lines.append(translate("Takes {duration} a week", language, duration=taken))
        lines.append(translate("Could free about {duration} a week", language, duration=saved))
    return "<br>".join(lines)


def _traces(rows: pd.DataFrame, lane: str, scale: float, *, language: str, theme: str) -> list[go.Scatter]:
    """Return the marks of a lane, and its entry of the legend, whose size does not depend on them."""
    colour, name = lane_colour(lane, theme), label("lane", lane, language)
    hollow = rows["minutes_per_week"].isna()
    marks = go.Scatter(
        x=rows["repetitiveness"].round(1).tolist(),
        y=rows["automatability"].round(1).tolist(),
        mode="markers",
        cliponaxis=False,
        name=name,
        legendgroup=lane,
        showlegend=False,
        customdata=rows[["key", "heading", "body"]].to_numpy().tolist(),
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>" + safe(name) + "<extra></extra>",
        marker={
            "size": rows["minutes_per_week"].fillna(0.0).tolist(),
            "sizemode": "area",
            "sizeref": scale,
            "sizemin": _SMALLEST_MARK / 2,
            "color": colour,
            "symbol": [LANE_MARKS[lane] + ("-open" if open_mark else "") for open_mark in hollow],
            "opacity": 0.82,
            "line": {"width": 1, "color": [colour if h else palette(theme).background for h in hollow]},
        },
    )
    entry = go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=name,
        legendgroup=lane,
        marker={"size": 11, "color": colour, "symbol": LANE_MARKS[lane]},
    )
    return [marks, entry]


def _guides(figure: go.Figure, *, language: str, theme: str) -> None:
    """Cut the map at 50 and name its quarters in words, above and below the marks rather than over them."""
    colours = palette(theme)
    line = {"color": colours.muted, "width": 1, "dash": "dot"}
    figure.add_shape(type="line", x0=_CUT, x1=_CUT, y0=0, y1=100, line=line, layer="below")
    figure.add_shape(type="line", x0=0, x1=100, y0=_CUT, y1=_CUT, line=line, layer="below")
    names = {
        (0, 115): translate("Automatable, but seldom done", language),
        (100, 115): translate("Repetitive and automatable: begin here", language),
        (0, -18): translate("Human work: keep it", language),
        (100, -18): translate("Repetitive, hard to automate: simplify first", language),
    }
    for (x, y), name in names.items():
        figure.add_annotation(
            x=x,
            y=y,
            xanchor="right" if x else "left",
            yanchor="top" if y > 0 else "bottom",
            align="right" if x else "left",
            # Below, the name at the left fills one line: the upper one of the right may be long, on a telephone too.
            text=safe(name, 25 if y > 0 else 30),
            showarrow=False,
            font={"size": 12, "color": colours.muted},
        )


def _finding(frame: pd.DataFrame, language: str) -> str:
    if frame["minutes_per_week"].notna().sum() == 0:
        count = len(frame)
        return translate_plural(
            "{count} task is placed by its scores alone: no time is stated.",
            "{count} tasks are placed by their scores alone: no time is stated.",
            count,
            language,
        )
    freed = frame.groupby("use_case", sort=False)["minutes_freed_central"].sum()
    if freed.max() < 1:
        return translate("With these assumptions none of the tasks shown would free time.", language)
    duration = format_duration(float(freed.max()), language)
    return translate(
        "“{use_case}” alone could free {duration} a week", language, use_case=str(freed.idxmax()), duration=duration
    )
