"""Charts of ``analyzer.report`` in the page: in its font and theme, with words for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from analyzer.report.charts.common import without_title
from analyzer.ui import state
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Callable

    import plotly.graph_objects as go

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_PAGE_FONT = '"Source Sans", sans-serif'


def theme() -> Literal["light", "dark"]:
    """Return the theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show(
    figure: go.Figure, *, key: str, alt: str, on_point: Callable[[str], None] | None = None, finding: bool = True
) -> None:
    """Show a chart below its finding; a figure that has nothing to draw is its finding alone.

    :param figure: a figure of ``analyzer.report``, drawn for :func:`theme`; its title and key are taken out of it.
    :param alt: what it shows, in one sentence.
    :param on_point: called with the first custom value of a mark that the reader clicks.
    :param finding: whether to write what the figure finds; not where the page has just said it.
    """
    title, subtitle, key_entries = without_title(figure)
    with st.container(gap="xsmall"):
        head = f"<strong>{html.text(title)}</strong>" if finding else ""
        under = f"<span>{html.text(subtitle)}</span>" if subtitle else ""
        entries = "".join(f"<span>{entry}</span>" for entry in key_entries)
        signs = f'<span class="key">{entries}</span>' if entries else ""
        st.html(f'<p class="chart-title">{head}{under}{signs}</p>')
        if figure.data:
            _draw(figure, key, alt, on_point)


def _draw(figure: go.Figure, key: str, alt: str, on_point: Callable[[str], None] | None) -> None:
    figure.update_layout(font_family=_PAGE_FONT, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)")
    if on_point is None:
        st.plotly_chart(figure, key=key, theme=None, config=_CONFIG, alt=alt)
        return
    figure.update_layout(clickmode="event+select")
    # A click on the mark that is still selected would unselect it: each opened panel gives the chart a new key.
    name = f"{key}_{state.rounds(key)}"
    st.plotly_chart(
        figure,
        key=name,
        theme=None,
        config=_CONFIG,
        alt=alt,
        on_select=lambda: _clicked(key, name, on_point),
        selection_mode="points",
    )


def _clicked(key: str, name: str, on_point: Callable[[str], None]) -> None:
    points = st.session_state[name]["selection"]["points"]
    values = points[0].get("customdata") if points else None
    if values:
        state.next_round(key)
        on_point(str(values[0]))
