"""Colours and the plotly template of both themes: the one place where the charts and the app take them from.

The hues are those of Okabe and Ito, "Color Universal Design" (2008), which stay apart for the common forms of colour
blindness; greys complete them. Each lane also has a mark of its own, so that colour never carries a meaning alone.
``tests/report/test_theme.py`` holds the contrast of text (4.5 : 1) and of marks (3 : 1, WCAG 2.2) and the distance
between lanes as colour-blind readers see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import plotly.graph_objects as go

LANES = ("automate", "assist", "redesign", "keep_human")
"""Lane codes in the order of every legend: from most to least taken over by a machine."""

LANE_MARKS: Mapping[str, str] = MappingProxyType(
    {"automate": "circle", "assist": "diamond", "redesign": "square", "keep_human": "triangle-up"}
)
"""Plotly symbol of each lane."""

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'
"""Font of charts, page and app: the reader's own, so that nothing is downloaded."""


@dataclass(frozen=True)
class Palette:
    """Colours of one theme, all as ``#RRGGBB``."""

    background: str
    surface: str
    """Cards, table heads and the neutral levels of the treemap."""
    text: str
    muted: str
    """Second lines, axis labels, the words of the quadrants."""
    grid: str
    """Hairlines: they carry no meaning and may be faint."""
    lanes: Mapping[str, str]
    own: str
    """The reader's own estimate."""
    measured: str
    """What studies measured."""
    reported: str
    """What users reported about themselves."""
    ramp: tuple[str, ...]
    """From little to much, one hue, for heat maps."""


PALETTES: Mapping[str, Palette] = MappingProxyType(
    {
        "light": Palette(
            background="#FFFFFF",
            surface="#F3F5F7",
            text="#1B2430",
            muted="#566170",
            grid="#E3E7EC",
            lanes=MappingProxyType(
                {"automate": "#0072B2", "assist": "#009E73", "redesign": "#D55E00", "keep_human": "#4B5563"}
            ),
            own="#0072B2",
            measured="#007A59",
            reported="#C05200",
            ramp=("#F3F5F7", "#C9DFEE", "#8DBDDC", "#4594C4", "#0072B2", "#004D7A"),
        ),
        "dark": Palette(
            background="#12161C",
            surface="#1D232C",
            text="#EEF1F5",
            muted="#A9B3C0",
            grid="#2C343F",
            lanes=MappingProxyType(
                {"automate": "#56B4E9", "assist": "#009E73", "redesign": "#E69F00", "keep_human": "#B4BAC4"}
            ),
            own="#56B4E9",
            measured="#2FB98F",
            reported="#E69F00",
            ramp=("#1D232C", "#1F3F55", "#22587B", "#2B7BAB", "#56B4E9", "#B5DEF6"),
        ),
    }
)
"""Palette of each theme."""


def palette(theme: str) -> Palette:
    """Return the colours of a theme.

    :param theme: "light" or "dark".
    :raises ValueError: if there is no such theme.
    """
    if theme not in PALETTES:
        raise ValueError(f"no such theme: {theme!r}; choose one of {', '.join(PALETTES)}")
    return PALETTES[theme]


def lane_colour(lane: str, theme: str) -> str:
    """Return the colour of a lane code in a theme; a code that is not known gets the muted grey."""
    colours = palette(theme)
    return colours.lanes.get(lane, colours.muted)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: str) -> str:
    """Return the darkest or the lightest text colour, whichever stands out more on ``background``."""
    candidates = (PALETTES["light"].text, "#FFFFFF")
    return max(candidates, key=lambda colour: contrast(colour, background))


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def template(theme: str, language: str) -> go.layout.Template:
    """Return the plotly template shared by all charts.

    Nothing is drawn that does not inform: no frame, no ticks, hairlines only. Decimal and thousands marks follow the
    language.

    :param theme: "light" or "dark".
    :param language: "en" or "fr".
    """
    import plotly.graph_objects as go  # noqa: PLC0415 - the colours alone must not cost an import of plotly

    colours = palette(theme)
    axis = {
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "zeroline": False,
        "automargin": True,
        "ticks": "",
        "tickfont": {"color": colours.muted, "size": 12},
        "ticklabelstandoff": 6,
        "title": {"font": {"color": colours.muted, "size": 12}, "standoff": 10},
    }
    layout = go.Layout(
        font={"family": FONT, "color": colours.text, "size": 13},
        title={
            "font": {"size": 16, "color": colours.text},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 12},
        },
        paper_bgcolor=colours.background,
        plot_bgcolor=colours.background,
        xaxis=axis,
        yaxis=axis,
        hoverlabel={
            "bgcolor": colours.surface,
            "bordercolor": colours.grid,
            "font": {"color": colours.text, "family": FONT, "size": 13},
            "align": "left",
        },
        legend={"orientation": "h", "x": 0, "xanchor": "left", "font": {"color": colours.text, "size": 12}},
        colorway=[colours.lanes[lane] for lane in LANES],
        separators=",\u202f" if language == "fr" else ".,",
        dragmode=False,
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": colours.muted, "activecolor": colours.text},
    )
    return go.layout.Template(layout=layout)
