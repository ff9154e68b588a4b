"""What all charts share: safe and wrapped text, the finding as title, the empty state."""

from __future__ import annotations

import html
import re
import textwrap
from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go

from analyzer.labels import label
from analyzer.report.theme import LANES, lane_colour, palette, template

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

TITLE_WIDTH = 38
"""Characters a title line may hold: what a 390 pixel screen shows at 16 pixels, in a wide font too."""
SUBTITLE_WIDTH = 52
_TITLE_LINE, _SUBTITLE_LINE, _TOP = 21, 17, 14
BETWEEN = "\u2003"
"""What parts two entries of a key on one line."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def shorten(text: str, width: int) -> str:
    """Return ``text`` on one line, cut at ``width`` characters with an ellipsis."""
    flat = _CONTROL.sub(" ", text).strip()
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def safe(text: str, width: int = 0, lines: int = 0) -> str:
    """Return text for plotly, which reads a small HTML: escaped, and wrapped with ``<br>`` if a width is given.

    :param text: any text, of a user too.
    :param width: characters a line may hold; 0 leaves one line.
    :param lines: most lines kept, the last one then ends with an ellipsis; 0 keeps all.
    """
    flat = _CONTROL.sub(" ", text).strip()
    # textwrap breaks at ordinary spaces only, so that "3 h 10" with its no-break spaces stays whole.
    parts = textwrap.wrap(flat, width, break_long_words=True, break_on_hyphens=False) if width else [flat]
    if lines and len(parts) > lines:
        parts = [*parts[: lines - 1], shorten(" ".join(parts[lines - 1 :]), width)]
    return "<br>".join(html.escape(part, quote=False) for part in parts)


def titled(
    figure: go.Figure,
    *,
    title: str,
    subtitle: str,
    language: str,
    theme: str,
    height: int,
    bottom: int = 48,
    key: Sequence[str] = (),
) -> go.Figure:
    """Give a figure its finding as title, what the marks mean as subtitle, and the look of the theme.

    The unwrapped sentences stand in ``figure.layout.meta`` as ``title`` and ``subtitle``: other formats say them in
    words, and :func:`without_title` takes them out.

    :param height: pixels of the plot with its axes, without the title, which adds its own.
    :param bottom: pixels below the plot, for axis title and legend.
    :param key: lines below the subtitle that explain colours, made with :func:`swatch`.
    """
    head = safe(title, _balanced(title, TITLE_WIDTH), lines=5)
    under = [line for line in (safe(subtitle, SUBTITLE_WIDTH, lines=4), *key) if line]
    sentences = _TITLE_LINE * _lines(head) + _SUBTITLE_LINE * (_lines(under[0]) if subtitle else 0)
    top = _TOP + sentences + _SUBTITLE_LINE * len(key) + 14
    text = f"<b>{head}</b>"
    if under:
        text += "<br>" + _small(under, theme)
    figure.update_layout(
        template=template(theme, language),
        title={"text": text, "y": 1 - _TOP / (height + top)},
        height=height + top,
        margin={"l": 12, "r": 16, "t": top, "b": bottom},
        meta={"title": title, "subtitle": subtitle, "key": list(key), "above": top - _TOP - 14},
    )
    return figure


def without_title(figure: go.Figure) -> tuple[str, str, list[str]]:
    """Take title, subtitle and key out of a figure and return them: a page writes them above, over its whole width,
    where a figure does not know how wide it is shown and breaks lines for the narrowest screen.

    :param figure: one made with :func:`titled`; changed in place.
    :returns: title and subtitle as plain text, and the entries of the key as :func:`swatch` made them (HTML).
    """
    meta, layout = figure.layout.meta, figure.layout
    figure.update_layout(title_text="", height=layout.height - meta["above"], margin_t=layout.margin.t - meta["above"])
    return str(meta["title"]), str(meta["subtitle"]), [entry for line in meta["key"] for entry in line.split(BETWEEN)]


def _lines(wrapped: str) -> int:
    return wrapped.count("<br>") + 1


def _small(lines: Sequence[str], theme: str) -> str:
    muted = palette(theme).muted
    return f'<span style="font-size:12.5px;color:{muted}">{"<br>".join(lines)}</span>' if lines else ""


def _balanced(text: str, width: int) -> int:
    """Return the least width that needs no more lines than ``width``, so that no word is left alone on the last."""
    lines = len(textwrap.wrap(text, width))
    return next(narrow for narrow in range(width // 2, width + 1) if len(textwrap.wrap(text, narrow)) <= lines)


def written_above(figure: go.Figure, row: int, text: str, colour: str) -> None:
    """Write ``text`` above a row, from the left over the whole width: beside its mark it would leave a telephone no
    room."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=row,
        yanchor="bottom",
        yshift=8,
        xanchor="left",
        showarrow=False,
        align="left",
        text=text,
        font={"size": 12, "color": colour},
    )


def swatch(sign: str, colour: str, name: str, theme: str) -> str:
    """Return one entry of a key: a sign in its colour, then its name."""
    return (
        f'<span style="color:{colour}">{sign}</span>\u00a0<span style="color:{palette(theme).text}">{safe(name)}</span>'
    )


def lane_key(lanes: Iterable[str], *, language: str, theme: str) -> list[str]:
    """Return the lines of a key of lanes, two on a line, in the order of :data:`LANES`."""
    present = set(lanes)
    entries = [
        swatch("■", lane_colour(lane, theme), label("lane", lane, language), theme) for lane in LANES if lane in present
    ]
    return [BETWEEN.join(entries[start : start + 2]) for start in range(0, len(entries), 2)]


def nothing_to_show(sentence: str, *, language: str, theme: str) -> go.Figure:
    """Return a figure that says in one sentence why it is empty."""
    figure = go.Figure()
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return titled(figure, title=sentence, subtitle="", language=language, theme=theme, height=60, bottom=10)


def largest(values: pd.Series, keep: int) -> list[Hashable]:
    """Return the index labels of the ``keep`` largest values, largest first, ties in the order they came."""
    return list(values.sort_values(ascending=False, kind="stable").index[:keep])


def leading_lanes(frame: pd.DataFrame, keys: list[str]) -> pd.Series:
    """Return the lane of each group: the one in which most of its minutes freed lie, else most of its tasks."""
    groups = frame.groupby([*keys, "lane"], sort=False)["minutes_freed_central"].agg(["sum", "size"]).reset_index()
    first = groups.sort_values(["sum", "size"], ascending=False, kind="stable").drop_duplicates(keys)
    return first.set_index(keys)["lane"]
