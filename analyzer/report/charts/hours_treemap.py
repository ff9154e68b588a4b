"""The hours that could be freed as areas: team, role, use case."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_share
from analyzer.report.charts.common import lane_key, leading_lanes, nothing_to_show, safe, titled
from analyzer.report.theme import FONT, lane_colour, palette, readable_on
from analyzer.report.wording import with_names

MOST_CASES = 12
"""Use cases shown for a role; the smaller ones are gathered."""
_LETTERS = 18
"""Letters of a line in an area: on a telephone the large ones hold no more."""


def hours_treemap(frame: pd.DataFrame, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw ``minutes_freed_central`` a week as nested areas: team > role > use case, coloured by lane.

    The team level is left out when no row names a team. Tasks that free nothing have no area.

    :param frame: rows of ``HoursEstimate.frame``, all or filtered.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a treemap whose areas add up to the minutes a week freed by the tasks shown.
    """
    positive = with_names(frame, language)[frame["minutes_freed_central"] > 0]
    if positive.empty:
        sentence = translate("With these assumptions none of the tasks shown would free time.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    has_teams = frame["team"].notna().any()
    levels = ["team", "role"] if has_teams else ["role"]
    nodes = _nodes(_leaves(positive, levels, language), levels, language=language, theme=theme)
    total = float(positive["minutes_freed_central"].sum())
    figure = go.Figure(
        go.Treemap(
            ids=nodes["id"].tolist(),
            parents=nodes["parent"].tolist(),
            labels=nodes["text"].tolist(),
            values=nodes["minutes"].tolist(),
            branchvalues="total",
            customdata=[
                [format_duration(minutes, language), format_share(minutes / total, language, 1), lane]
                for minutes, lane in zip(nodes["minutes"], nodes["lane_name"], strict=True)
            ],
            texttemplate="%{label}<br>%{customdata[0]}",
            hovertemplate=translate(
                "<b>{label}</b><br>{duration} a week could be freed<br>{share} of all hours freed<br>{lane}",
                language,
                label="%{label}",
                duration="%{customdata[0]}",
                share="%{customdata[1]}",
                lane="%{customdata[2]}",
            )
            + "<extra></extra>",
            marker={
                "colors": nodes["colour"].tolist(),
                "line": {"width": 2, "color": palette(theme).background},
                "cornerradius": 3,
                "pad": {"t": 24, "l": 4, "r": 4, "b": 4},
            },
            textfont={"family": FONT, "size": 12, "color": nodes["ink"].tolist()},
            tiling={"packing": "squarify", "pad": 2},
            pathbar={
                "visible": True,
                "side": "bottom",
                "thickness": 26,
                "textfont": {"color": palette(theme).text, "size": 12},
            },
            maxdepth=len(levels) + 2,
        )
    )
    # Text that would have to shrink is left to the hover.
    figure.update_layout(uniformtext={"minsize": 10, "mode": "hide"})
    return titled(
        figure,
        title=_finding(positive, total, language),
        subtitle=translate("An area is the time freed a week, central estimate; its colour is the path.", language),
        language=language,
        theme=theme,
        height=520,
        bottom=12,
        key=lane_key(positive["lane"], language=language, theme=theme),
    )


def _leaves(frame: pd.DataFrame, levels: list[str], language: str) -> pd.DataFrame:
    """Return minutes by level and use case with the lane of most of them; small use cases of a role become one."""
    minutes = frame.groupby([*levels, "use_case"])["minutes_freed_central"].sum().rename("case_minutes")
    ranked = minutes.groupby(level=levels).rank(ascending=False, method="first")
    small = frame[[*levels, "use_case"]].merge(ranked.rename("rank").reset_index(), how="left")["rank"] > MOST_CASES
    other = translate("Smaller use cases", language)
    leaves = frame.assign(use_case=frame["use_case"].where(~small.to_numpy(), other))
    keys = [*levels, "use_case"]
    totals = leaves.groupby(keys, as_index=False)["minutes_freed_central"].sum()
    lanes = leading_lanes(leaves, keys).reset_index()
    return pd.merge(totals, lanes, on=keys)


def _nodes(leaves: pd.DataFrame, levels: list[str], *, language: str, theme: str) -> pd.DataFrame:
    """Return one row an area: id, parent, text, minutes, colour, ink (its text colour), lane_name."""
    colours = palette(theme)
    total = float(leaves["minutes_freed_central"].sum())
    everything = translate("All hours that could be freed", language)
    rows = [(_id([]), "", everything, total, colours.background, colours.text, "")]
    for depth in range(1, len(levels) + 1):
        path = levels[:depth]
        for names, minutes in leaves.groupby(path)["minutes_freed_central"].sum().items():
            parts = [str(n) for n in (names if isinstance(names, tuple) else (names,))]
            text = safe(parts[-1], 28, lines=1)
            rows.append((_id(parts), _id(parts[:-1]), text, float(minutes), colours.surface, colours.text, ""))
    for leaf in leaves.to_dict("records"):
        parts = [str(leaf[level]) for level in levels]
        colour = lane_colour(str(leaf["lane"]), theme)
        text = safe(str(leaf["use_case"]), _LETTERS, lines=4)
        name = label("lane", str(leaf["lane"]), language)
        minutes = float(leaf["minutes_freed_central"])
        rows.append(
            (_id([*parts, str(leaf["use_case"])]), _id(parts), text, minutes, colour, readable_on(colour), name)
        )
    return pd.DataFrame(rows, columns=["id", "parent", "text", "minutes", "colour", "ink", "lane_name"])


def _id(parts: list[str]) -> str:
    return "\x1f".join(["all", *parts])


def _finding(frame: pd.DataFrame, total: float, language: str) -> str:
    freed = frame.groupby("use_case", sort=False)["minutes_freed_central"].sum().sort_values(ascending=False)
    # The fewest use cases that make half of the hours: where effort pays first.
    needed = int((freed.cumsum() < total / 2).sum()) + 1
    if needed == 1:
        share = format_share(float(freed.iloc[0]) / total, language)
        return translate(
            "{use_case} makes {share} of the {duration} a week that could be freed",
            language,
            use_case=str(freed.index[0]),
            share=share,
            duration=format_duration(total, language),
        )
    return translate(
        "{count} of {all} use cases make half of the {duration} a week that could be freed",
        language,
        count=format_count(needed, language),
        all=format_count(len(freed), language),
        duration=format_duration(total, language),
    )
