"""Use cases in four quadrants: what they are worth against what stands against them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
import plotly.graph_objects as go

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range, labelled
from analyzer.opportunity.quadrant import BURDEN_CUT, QUADRANTS, VALUE_CUT
from analyzer.report.charts.common import nothing_to_show, safe, titled
from analyzer.report.theme import lane_colour, palette, readable_on

MOST_MARKS = 200
NUMBERED = 9
"""Use cases that carry their number in the table: one digit fits into a mark."""
_ALIKE = (5, 4.5)
"""Points of burden and of value within which two numbers would touch on a telephone, where a point is 2 pixels wide and
3 high."""
_LARGEST_MARK, _SMALLEST_MARK = 46, 9
"""Pixels across."""
_SMALLEST_NUMBERED, _LETTER = 20, 8
"""Pixels across of a mark with one digit, and of one letter."""

_SIDES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"top center": (0, 7), "bottom center": (0, -7), "middle left": (-14, 0), "middle right": (14, 0)}
)
"""Points from a mark to the middle of numbers beside it, as a telephone shows them."""
_BESIDE = (14, 6)
"""Points within which a mark would touch those numbers."""

LOOKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "quick_wins": ("automate", "circle"),
        "big_bets": ("redesign", "square"),
        "fill_ins": ("assist", "diamond"),
        "not_now": ("keep_human", "triangle-up"),
    }
)
"""Colour (that of a lane, whose colours stay apart for every reader) and symbol of each quadrant."""


def quadrants_chart(cases: pd.DataFrame, *, language: str = "en", theme: str = "light") -> go.Figure:
    """Draw use cases by burden (x) and value (y), both 0 to 100; the area of a mark is its minutes freed.

    :param cases: table of :func:`analyzer.opportunity.value.use_case_table`, the first to take up on top; those that
        free nothing are left out.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a figure; ``customdata[0]`` of a mark is the key of its use case.
    """
    shown = cases[cases["minutes_freed_central"] > 0].head(MOST_MARKS)
    if shown.empty:
        sentence = translate("With these assumptions no use case would free time.", language)
        return nothing_to_show(sentence, language=language, theme=theme)
    shown = shown.reset_index(drop=True)
    shown["number"] = _numbers(shown)
    shown["side"] = [_side(place, shown) if "," in carried else "" for place, carried in enumerate(shown["number"])]
    figure = go.Figure()
    most = float(shown["minutes_freed_central"].max())
    for code in QUADRANTS:
        rows = shown[shown["quadrant"] == code]
        if not rows.empty:
            figure.add_trace(_marks(rows, code, most, language=language, theme=theme))
    _guides(figure, language=language, theme=theme)
    axis = {"tickvals": [0, 25, 50, 75, 100], "fixedrange": True}
    figure.update_xaxes(range=[-6, 106], title_text=translate("Effort and risk (0 to 100)", language), **axis)
    figure.update_yaxes(range=[-10, 114], title_text=translate("Value (0 to 100)", language), **axis)
    figure.update_layout(showlegend=False, hovermode="closest")
    return titled(
        figure,
        title=_finding(shown, language),
        subtitle=translate(
            "Each mark is a use case; its size is the time it could free, its number its place in the table.", language
        ),
        language=language,
        theme=theme,
        height=480,
        bottom=56,
    )


def _marks(rows: pd.DataFrame, code: str, most: float, *, language: str, theme: str) -> go.Scatter:
    lane, symbol = LOOKS[code]
    areas = (rows["minutes_freed_central"] / most).clip(lower=0) ** 0.5 * _LARGEST_MARK
    # A mark is only made larger for a digit of its own: several numbers stand beside one that is too small for them.
    sizes = areas.clip(lower=(rows["number"] != "").map({True: _SMALLEST_NUMBERED, False: _SMALLEST_MARK}))
    inside = (rows["number"].str.len() * _LETTER <= sizes).tolist()
    on_mark, beside = readable_on(lane_colour(lane, theme)), palette(theme).text
    return go.Scatter(
        x=(rows["burden"] * 100).round(1).tolist(),
        y=(rows["value"] * 100).round(1).tolist(),
        mode="markers+text",
        cliponaxis=False,
        text=rows["number"].tolist(),
        textposition=["middle center" if fits else side for fits, side in zip(inside, rows["side"], strict=True)],
        textfont={"color": [on_mark if fits else beside for fits in inside], "size": 12, "weight": "bold"},
        customdata=[[row["use_case_key"], _hover(row, language)] for row in rows.to_dict("records")],
        hovertemplate="%{customdata[1]}<extra></extra>",
        marker={
            "size": sizes.round(1).tolist(),
            "color": lane_colour(lane, theme),
            "symbol": symbol,
            "opacity": 1,  # a digit reads on the full colour: on a mark that the dark page shines through it fades
            "line": {"width": 1, "color": palette(theme).background},
        },
    )


def _numbers(shown: pd.DataFrame) -> list[str]:
    """Return what each mark carries: its number, or on the first of marks in one place the numbers of all of them."""
    carried: dict[int, list[int]] = {}
    places = (shown[["burden", "value"]].head(NUMBERED) * 100).to_numpy()
    for place, point in enumerate(places):
        first = next((other for other in carried if (abs(places[other] - point) < _ALIKE).all()), place)
        carried.setdefault(first, []).append(place + 1)
    return [", ".join(map(str, carried.get(place, []))) for place in range(len(shown))]


def _side(place: int, shown: pd.DataFrame) -> str:
    """Return the side of a mark where numbers touch the fewest others, above it if all are alike."""
    points = (shown[["burden", "value"]] * 100).to_numpy()
    return min(_SIDES, key=lambda side: int((abs(points - points[place] - _SIDES[side]) < _BESIDE).all(axis=1).sum()))


def _hover(row: Mapping[object, object], language: str) -> str:
    freed = {end: float(str(row[f"minutes_freed_{end}"])) for end in ("low", "central", "high")}
    lines = [
        f"<b>{safe(str(row['use_case']), 46, lines=3)}</b>",
        safe(label("quadrant", str(row["quadrant"]), language)),
        translate(
            "Could free {duration} a week ({range})",
            language,
            duration=format_duration(freed["central"], language),
            range=format_range(freed["low"], freed["high"], language),
        ),
        safe(label("effort", str(row["effort"]), language)),
        labelled(
            translate("Priority (0 to 100)", language),
            format_number(float(str(row["priority"])), language, 0),
            language,
        ),
    ]
    return "<br>".join(lines)


def _guides(figure: go.Figure, *, language: str, theme: str) -> None:
    """Draw the cuts, and name the quadrants in their corners."""
    colours = palette(theme)
    line = {"color": colours.muted, "width": 1, "dash": "dot"}
    x, y = BURDEN_CUT * 100, VALUE_CUT * 100
    figure.add_shape(type="line", x0=x, x1=x, y0=0, y1=104, line=line, layer="below")
    figure.add_shape(type="line", x0=-4, x1=104, y0=y, y1=y, line=line, layer="below")
    corners = {"quick_wins": (-4, 113), "big_bets": (104, 113), "fill_ins": (-4, -9), "not_now": (104, -9)}
    for code, (at_x, at_y) in corners.items():
        figure.add_annotation(
            x=at_x,
            y=at_y,
            xanchor="left" if at_x < 0 else "right",
            yanchor="top" if at_y > 0 else "bottom",
            text=f"<b>{safe(label('quadrant', code, language))}</b>",
            showarrow=False,
            font={"size": 12, "color": colours.muted},
        )


def _finding(shown: pd.DataFrame, language: str) -> str:
    wins = shown[shown["quadrant"] == "quick_wins"]
    if wins.empty:
        return translate("No use case is both worth it and easy: the first is “{use_case}”", language, **_first(shown))
    return translate_plural(
        "{number} quick win could free {duration} a week",
        "{number} quick wins could free {duration} a week",
        len(wins),
        language,
        number=format_count(len(wins), language),
        duration=format_duration(float(wins["minutes_freed_central"].sum()), language),
    )


def _first(shown: pd.DataFrame) -> dict[str, str]:
    return {"use_case": str(shown["use_case"].iloc[0])}
