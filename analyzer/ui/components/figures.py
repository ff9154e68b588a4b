"""Numbers on cards: what it is, the value with its unit and period, and the range it may lie in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.ui.formats import Spread


@dataclass(frozen=True)
class Figure:
    """One card.

    :param label: what the number is.
    :param value: the number with its unit, written for reading.
    :param period: what it counts per ("a week").
    :param spread: the range in words, "" for a plain count.
    :param note: what it rests on or leaves out.
    :param line: the numbers of the range and the end of the scale, to draw it as a line.
    :param main: whether it is the number of the page.
    """

    label: str
    value: str
    period: str = ""
    spread: str = ""
    note: str = ""
    line: tuple[Spread, float] | None = None
    main: bool = False


def show_figures(figures: Iterable[Figure]) -> None:
    """Show cards side by side; they stack on a narrow screen."""
    st.html('<dl class="figures">' + "".join(_card(figure) for figure in figures) + "</dl>")


def _card(figure: Figure) -> str:
    period = f' <span class="unit">{html.text(figure.period)}</span>' if figure.period else ""
    parts = [f'<dd class="value">{html.text(figure.value)}{period}</dd>']
    if figure.spread:
        parts.append(f'<dd class="spread">{html.text(figure.spread)}</dd>')
    if figure.line is not None and figure.line[0].known:
        spread, end = figure.line
        parts.append(f"<dd>{html.range_line(spread.low, spread.central, spread.high, end, figure.spread)}</dd>")
    if figure.note:
        parts.append(f'<dd class="note">{html.text(figure.note)}</dd>')
    return (
        f'<div class="figure{" main" if figure.main else ""}"><dt>{html.text(figure.label)}</dt>{"".join(parts)}</div>'
    )
