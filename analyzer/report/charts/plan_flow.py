"""Where freed hours go: from each role to the kinds of work they become, and to the roles that get help."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate
from analyzer.numbers import format_count, to_the_minute
from analyzer.reallocation.reasons import kind_name, role_name
from analyzer.reallocation.rules import HELP, PLAN_KINDS
from analyzer.report.charts.common import nothing_to_show, safe, titled
from analyzer.report.theme import palette

MOST_ROLES = 12
"""Roles drawn; the smaller ones are gathered."""

_NODE, _GAP, _FLOWS = 16, 10, 280
"""Pixels: width of a node, least space between two nodes or names, height of all flows together."""
_LETTERS, _LINES, _LINE, _BESIDE = 16, 3, 16, 118
"""Letters and lines of a name, pixels of a line and of the room beside the flows: both sides fit on a telephone."""
_BOTTOM = 24


def plan_flow(moves: pd.DataFrame, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw the minutes a week of a plan as a Sankey: roles at the left, what their freed time becomes at the right.

    :param moves: ``Plan.moves``, all or filtered.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    """
    if moves.empty:
        return nothing_to_show(translate("No freed time to plan.", language), language=language, theme=theme)
    flows = _flows(moves, language)
    colours = palette(theme)
    givers = list(flows.groupby("giver", sort=False)["minutes"].sum().sort_values(ascending=False, kind="stable").index)
    targets = list(dict.fromkeys(flows.sort_values("order", kind="stable")["target"]))
    sums = {
        **{("from", name): flows.loc[flows["giver"] == name, "minutes"].sum() for name in givers},
        **{("to", name): flows.loc[flows["target"] == name, "minutes"].sum() for name in targets},
    }
    kind_of = flows.drop_duplicates("target").set_index("target")["kind"]
    colour_of = {name: _colour(str(kind_of[name]), theme) for name in targets}
    labels = {node: _label(node[1], float(minutes), language) for node, minutes in sums.items()}
    height, middles = _places(sums, labels)
    figure = go.Figure(
        go.Sankey(
            arrangement="fixed",
            node={
                # Plotly writes names onto the flows and cuts them at the edge: ours stand beside, as annotations.
                "customdata": list(labels.values()),
                "x": [0.001 if side == "from" else 0.999 for side, _ in sums],
                "y": [middles[node] / height for node in sums],
                "color": [colours.muted if side == "from" else colour_of[name] for side, name in sums],
                "thickness": _NODE,
                # The pad that gives the flows the height they were placed with.
                "pad": (height - _FLOWS) / max(len(givers) - 1, len(targets) - 1, 1),
                "line": {"width": 0},
                "hovertemplate": "%{customdata}<extra></extra>",
            },
            link={
                "source": [givers.index(name) for name in flows["giver"]],
                "target": [len(givers) + targets.index(name) for name in flows["target"]],
                "value": flows["minutes"].tolist(),
                "color": [_pale(colour_of[name]) for name in flows["target"]],
                "customdata": _hovers(flows, language),
                "hovertemplate": "%{customdata}<extra></extra>",
            },
        )
    )
    for (side, name), words in labels.items():
        _write_beside(figure, side, 1 - middles[side, name] / height, words, colours.text)
    total = float(flows["minutes"].sum())
    higher = float(flows.loc[~flows["kind"].isin(["learning", "relief"]), "minutes"].sum())
    titled(
        figure,
        title=translate(
            "{higher} of the {duration} a week become work worth more",
            language,
            higher=to_the_minute(higher, language),
            duration=to_the_minute(total, language),
        ),
        subtitle=translate("Left: roles that free time. Right: what it becomes, a week.", language),
        language=language,
        theme=theme,
        height=height + _BOTTOM,
        bottom=_BOTTOM,
    )
    return figure.update_layout(margin_l=_BESIDE, margin_r=_BESIDE)


def _write_beside(figure: go.Figure, side: str, height: float, words: str, colour: str) -> None:
    """Write a name beside its node.

    :param side: "from" (the left) or "to".
    :param height: of the node's middle, a share of the plot.
    """
    left = side == "from"
    figure.add_annotation(
        x=0 if left else 1,
        xref="paper",
        xanchor="right" if left else "left",
        xshift=-8 if left else 8,
        align="right" if left else "left",
        y=height,
        yref="paper",
        yanchor="middle",
        text=words,
        showarrow=False,
        font={"size": 12, "color": colour},
    )


def _hovers(flows: pd.DataFrame, language: str) -> list[str]:
    return [
        translate(
            "{giver} to {target}: {duration} a week",
            language,
            giver=safe(row["giver"], 60),
            target=safe(row["target"], 60),
            duration=to_the_minute(float(row["minutes"]), language),
        )
        for row in flows.to_dict("records")
    ]


def _places(
    sums: Mapping[tuple[str, str], float], labels: Mapping[tuple[str, str], str]
) -> tuple[int, dict[tuple[str, str], float]]:
    """Return the height of the plot in pixels, and how far below its top the middle of each node stands: nodes follow
    one another on their side, none nearer to the next than its flows or its name need."""
    needs: dict[str, dict[tuple[str, str], float]] = {"from": {}, "to": {}}
    for side, need in needs.items():
        own = {node: minutes for node, minutes in sums.items() if node[0] == side}
        for node, minutes in own.items():
            flows = _FLOWS * minutes / sum(own.values())
            need[node] = max(flows, _LINE * (labels[node].count("<br>") + 1)) + _GAP
    height = math.ceil(max(sum(need.values()) for need in needs.values()))
    middles: dict[tuple[str, str], float] = {}
    for need in needs.values():
        spare, top = (height - sum(need.values())) / len(need), 0.0
        for node, own_height in need.items():
            middles[node] = top + (own_height + spare) / 2
            top += own_height + spare
    return height, middles


def _flows(moves: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return minutes by giver and target, the smaller givers gathered."""
    records = moves.to_dict("records")
    # A role that is in one team only is told by its name alone: labels are short.
    teams = moves.drop_duplicates(["role", "team"])["role"].value_counts()
    alone = set(teams[teams == 1].index)
    frame = pd.DataFrame(
        {
            "giver": [
                role_name(move["role"], None if move["role"] in alone else move["team"], language) for move in records
            ],
            "target": [
                translate("Help: {role}", language, role=role_name(move["to_role"], move["to_team"], language))
                if move["kind"] == HELP
                else kind_name(move["kind"], language)
                for move in records
            ],
            "kind": moves["kind"].to_list(),
            "order": [PLAN_KINDS.index(kind) for kind in moves["kind"]],
            "minutes": moves["minutes_per_week"].to_list(),
        }
    )
    largest = frame.groupby("giver")["minutes"].sum().sort_values(ascending=False, kind="stable").index
    if len(largest) > MOST_ROLES:
        rest = translate("{count} smaller roles", language, count=format_count(len(largest) - MOST_ROLES, language))
        frame["giver"] = frame["giver"].where(frame["giver"].isin(largest[:MOST_ROLES]), rest)
    flows = frame.groupby(["giver", "target", "kind", "order"], sort=False)["minutes"].sum()
    return flows.reset_index()


def _label(name: str, minutes: float, language: str) -> str:
    return f"{safe(name, _LETTERS, lines=_LINES)}<br>{to_the_minute(minutes, language)}"


def _colour(kind: str, theme: str) -> str:
    """Return the colour of a kind: learning and time given back stand apart from work."""
    colours = palette(theme)
    if kind == "relief":
        return colours.lanes["assist"]
    if kind == "learning":
        return colours.lanes["redesign"]
    return colours.lanes["keep_human"] if kind == HELP else colours.own


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.32)"
