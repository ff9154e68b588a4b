"""Small pieces of HTML, escaped at the one place where text enters them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.report.theme import LANE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORT = 18
"""Letters of a cell that a wide screen keeps on one line ("very small effort"); judgement."""
_SHORTEST = 9
"""Letters of a cell that every screen keeps on one line ("Q1 2027", "5 a week"); judgement."""
_BRACKETED = re.compile(r"\([-\u2212]?\d[^()]{0,24}\)")
"""A range behind its central value: it breaks before the bracket, never inside it."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$])")


def text(value: object) -> str:
    """Return ``value`` as text that is safe inside HTML, quotes included."""
    return escape(str(value), quote=True)


def plain(words: str) -> str:
    """Return text for a label that Streamlit reads as Markdown, so that it is shown as it stands."""
    return _MARKDOWN.sub(r"\\\1", " ".join(words.split()))


def paragraph(words: str, style: str) -> None:
    """Show one paragraph in one of the styles of ``assets/style.css``."""
    st.html(f'<p class="{style}">{text(words)}</p>')


def range_line(low: float, central: float, high: float, end: float, description: str) -> str:
    """Return a line from 0 to ``end`` with the band low..high and a dot at the central value.

    :param description: what a reader hears who does not see the line.
    """
    at = {name: _place(value, end) for name, value in (("from", low), ("at", central), ("to", high))}
    style = ";".join(f"--{name}:{place:.1f}%" for name, place in at.items())
    return f'<div class="range" role="img" aria-label="{text(description)}" style="{style}"><i></i><b></b></div>'


def bar_line(value: float, end: float, description: str) -> str:
    """Return a bar from 0 to ``value`` on a line that ends at ``end``."""
    style = f"--at:{_place(value, end):.1f}%"
    return f'<div class="range bar" role="img" aria-label="{text(description)}" style="{style}"><i></i></div>'


def score_line(title: str, value: str, span: str, line: str) -> str:
    """Return a named value with its range in words, above a line made by :func:`range_line` or :func:`bar_line`."""
    small = f" <small>{text(span)}</small>" if span else ""
    return (
        f'<div class="score"><span class="label">{text(title)}</span>'
        f'<span class="mark">{text(value)}{small}</span>{line}</div>'
    )


def lane_chip(lane: str, label: str, meaning: str = "") -> str:
    """Return the name of a lane with the mark and colour that stand for it in every chart.

    :param meaning: what the lane means, shown where the pointer rests.
    """
    title = f' title="{text(meaning)}"' if meaning else ""
    sign = f'<i class="{LANE_MARKS.get(lane, "circle")}"></i>'
    return f'<span class="chip lane-{text(lane)}"{title}>{sign}{text(label)}</span>'


def chip(label: str) -> str:
    """Return a neutral label."""
    return f'<span class="chip">{text(label)}</span>'


def chips(items: Iterable[str]) -> str:
    """Return labels made by :func:`chip` or :func:`lane_chip` as one wrapping list."""
    return '<ul class="chips">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    numeric: Sequence[int] = (),
    deciding: Sequence[int] = (),
) -> str:
    """Return a short table that scrolls inside itself on a narrow screen.

    :param head: column titles.
    :param rows: cells as text (escaped here); the first cell of a row names the row.
    :param caption: what the table shows.
    :param numeric: positions of the columns set to the right.
    :param deciding: positions of the columns that a telephone shows beside the first one, so that nobody has to swipe
        for the figure the table is there for; all of them if none is named.
    """

    left_out = set(range(1, len(head))) - set(deciding) if deciding else set()

    def cell(position: int, value: str, tag: str, scope: str = "") -> str:
        styles = [*(["n"] if position in numeric else []), *(["wide"] if position in left_out else [])]
        if tag == "td" and len(value) <= _SHORT and position not in numeric:
            styles.append("fit" if len(value) <= _SHORTEST else "short")
        style = f' class="{" ".join(styles)}"' if styles else ""
        value = _BRACKETED.sub(lambda found: found[0].replace(" ", "\u00a0"), value)
        value = value.replace(" · ", "\u00a0· ")  # a line may end with the dot, never begin with it
        return f"<{tag}{style}{scope}>{text(value)}</{tag}>"

    titles = "".join(cell(i, value, "th", ' scope="col"') for i, value in enumerate(head))
    body = "".join(
        "<tr>"
        + "".join(cell(i, value, "td" if i else "th", "" if i else ' scope="row"') for i, value in enumerate(row))
        + "</tr>"
        for row in rows
    )
    styles = "plain few" if left_out else "plain"
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{text(caption)}"><table class="{styles}">'
        f"<caption>{text(caption)}</caption><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _place(value: float, end: float) -> float:
    return 100 * min(max(value / end, 0.0), 1.0) if end > 0 else 0.0
