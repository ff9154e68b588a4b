"""The roadmap as a timeline: one row a use case, its safeguards, its build and its pilot by quarter."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import plotly.graph_objects as go

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, labelled
from analyzer.opportunity.balance import QuarterDate
from analyzer.opportunity.roadmap import Roadmap
from analyzer.opportunity.schedule import Step
from analyzer.report.charts.common import BETWEEN, nothing_to_show, safe, swatch, titled, written_above
from analyzer.report.roadmap_words import counted_days, waiting_words
from analyzer.report.theme import Palette, palette

MOST_ROWS = 14
"""More rows than this are no picture any more: the table below holds them all."""
_ROW, _SECOND_LINE = 50, 16
"""Pixels of a row, and of the second line that a long name needs."""
_LETTERS = 50
"""Letters of a line that a telephone shows."""

KINDS = ("readiness", "safeguards", "build", "pilot")
_PATTERNS: Mapping[str, str] = MappingProxyType({"readiness": "x", "safeguards": "/", "build": "", "pilot": "."})
"""Hatching, so that colour is not alone in telling the steps apart."""
_SIGNS: Mapping[str, str] = MappingProxyType({"readiness": "▩", "safeguards": "▨", "build": "■", "pilot": "▦"})


def timeline_chart(
    roadmap: Roadmap, beginning: QuarterDate, *, language: str = "en", theme: str = "light"
) -> go.Figure:
    """Draw a roadmap.

    :param roadmap: of :func:`analyzer.opportunity.roadmap.plan_roadmap`.
    :param beginning: the quarter in which it begins.
    :param language: "en" or "fr".
    :param theme: "light" or "dark".
    :returns: a bar chart of the first :data:`MOST_ROWS` rows; the subtitle says how many more there are.
    """
    rows = rows_of(roadmap)
    if not rows:
        sentence = (
            translate("Nothing fits into this plan: raise the capacity.", language)
            if roadmap.later
            else translate("Nothing is built: no use case of this list gives back what it takes.", language)
        )
        return nothing_to_show(sentence, language=language, theme=theme)
    colours = palette(theme)
    figure = go.Figure()
    shown = rows[:MOST_ROWS]
    names = [safe(steps[-1].name, _LETTERS, lines=2) for steps in shown]
    row_height = _ROW + (_SECOND_LINE if any("<br>" in name for name in names) else 0)
    for kind in KINDS:
        placed = [(row, step) for row, steps in enumerate(shown) for step in steps if step.kind == kind]
        if placed:
            figure.add_trace(_bars(kind, placed, beginning, colours, language))
    for row, name in enumerate(names):
        written_above(figure, row, name, colours.text)
    end = max(1, min(roadmap.capacity.quarters, max(int(-(-step.finish // 1)) for steps in shown for step in steps)))
    figure.update_xaxes(
        range=[0, end],
        tickvals=[quarter + 0.5 for quarter in range(end)],
        ticktext=_ticks(beginning, end, language),
        showgrid=False,
        fixedrange=True,
    )
    for quarter in range(end + 1):
        figure.add_shape(
            type="line",
            x0=quarter,
            x1=quarter,
            y0=0,
            y1=1,
            yref="paper",
            line={"color": colours.grid, "width": 1},
            layer="below",
        )
    figure.update_yaxes(range=[len(shown) - 0.5, -0.85], visible=False, fixedrange=True)
    figure.update_layout(showlegend=False, barmode="overlay", bargap=0)
    present = {step.kind for steps in shown for step in steps}
    return titled(
        figure,
        title=_finding(roadmap, beginning, language),
        subtitle=_subtitle(roadmap, len(rows) - len(shown), language),
        language=language,
        theme=theme,
        height=row_height * max(len(shown), 2) + 76,
        bottom=52,
        key=_key([kind for kind in KINDS if kind in present], colours, language, theme),
    )


def rows_of(roadmap: Roadmap) -> list[list[Step]]:
    """Return the steps of each row: a use case with all of its own, a team with its preparation; the first on top."""
    rows: dict[tuple[bool, str], list[Step]] = {}
    for step in roadmap.steps:
        rows.setdefault((step.kind == "readiness", step.key), []).append(step)
    return sorted(rows.values(), key=lambda steps: (steps[0].start, steps[0].track))


def _bars(
    kind: str, placed: Sequence[tuple[int, Step]], beginning: QuarterDate, colours: Palette, language: str
) -> go.Bar:
    return go.Bar(
        orientation="h",
        y=[row for row, _ in placed],
        base=[round(step.start, 3) for _, step in placed],
        x=[round(step.finish - step.start, 3) for _, step in placed],
        width=0.28,
        marker={
            "color": _colour(kind, colours),
            "pattern": {
                "shape": _PATTERNS[kind],
                "fillmode": "overlay",
                "fgcolor": colours.background,
                "size": 6,
                "solidity": 0.35,
            },
            "line": {"width": 0},
        },
        customdata=[_hover(step, beginning, language) for _, step in placed],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _colour(kind: str, colours: Palette) -> str:
    return {"safeguards": colours.reported, "build": colours.own, "pilot": colours.measured}.get(kind, colours.muted)


def _key(kinds: Sequence[str], colours: Palette, language: str, theme: str) -> list[str]:
    """Return the lines of the key, two kinds of step on each."""
    entries = [swatch(_SIGNS[kind], _colour(kind, colours), label("step", kind, language), theme) for kind in kinds]
    return [BETWEEN.join(entries[start : start + 2]) for start in range(0, len(entries), 2)]


def _ticks(beginning: QuarterDate, count: int, language: str) -> list[str]:
    """Return the quarters, the year on a second line where it begins: eight of them fit on a telephone."""
    names = [beginning.name(after, language) for after in range(count)]
    return [
        name.replace(" ", "<br>") if not after or (beginning.quarter - 1 + after) % 4 == 0 else name.split(" ")[0]
        for after, name in enumerate(names)
    ]


def _hover(step: Step, beginning: QuarterDate, language: str) -> str:
    first = beginning.name(int(step.start + 1e-9), language)
    last = beginning.name(max(int(step.start + 1e-9), int(-(-(step.finish - 1e-9) // 1)) - 1), language)
    lines = [
        f"<b>{safe(step.name, 46, lines=3)}</b>",
        labelled(label("step", step.kind, language), first if first == last else f"{first} – {last}", language),
    ]
    if step.days:
        lines.append(counted_days(step.days, language))
    if reasons := waiting_words(step, language):
        lines.append(safe(translate("Waits for {reasons}", language, reasons=reasons), 46, lines=3))
    return "<br>".join(lines)


def _finding(roadmap: Roadmap, beginning: QuarterDate, language: str) -> str:
    count, last = len(roadmap.built), roadmap.quarters[-1]
    built = max((step.finish for step in roadmap.steps if step.kind == "build"), default=0.0)
    return translate_plural(
        "{number} use case built by {built}; {duration} freed in the quarter {quarter}",
        "{number} use cases built by {built}; {duration} freed in the quarter {quarter}",
        count,
        language,
        number=format_count(count, language),
        built=beginning.name(max(0, math.ceil(built - 1e-9) - 1), language),
        quarter=beginning.name(last.number, language),
        duration=format_duration(last.hours_freed * 60, language),
    )


def _subtitle(roadmap: Roadmap, hidden: int, language: str) -> str:
    words = translate(
        "{days} days of work a quarter, {count} use cases at once.",
        language,
        days=format_count(roadmap.capacity.days_per_quarter, language),
        count=roadmap.capacity.at_once,
    )
    if hidden > 0:
        more = translate("Rows not shown: {count}.", language, count=format_count(hidden, language))
        words = f"{words} {more}"
    return words
