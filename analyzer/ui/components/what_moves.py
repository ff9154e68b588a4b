"""What moves the total most, the question to ask next, and the first year month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_count, format_duration, format_range, format_share, labelled
from analyzer.opportunity import evidence, family_name, ramp_up, tornado
from analyzer.opportunity.families import NO_FAMILY
from analyzer.opportunity.here import MEASURED_HERE
from analyzer.opportunity.quarter_parts import month_parts
from analyzer.opportunity.roadmap import ramp_of
from analyzer.report import charts
from analyzer.report.charts.tornado import MOST_BARS
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import html
from analyzer.ui.components.added import added
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.opened_rows import open_total
from analyzer.ui.formats import capitalised
from analyzer.ui.memory import memory
from analyzer.ui.roadmap import cases_of, costs_for, roadmap_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity import HoursEstimate, RampUp, TornadoBar
    from analyzer.ui.analysis import Analysis


def show_next_question(analysis: Analysis, language: str) -> None:
    """Show the one question whose answer moves the total most, and why it is that one."""
    bars = _bars(analysis.estimate)
    if not bars:
        html.paragraph(translate("Nothing moves the total yet: no task of this list frees any time.", language), "note")
        return
    first = bars[0]
    html.paragraph(first.question(language), "because")
    html.paragraph(
        translate(
            "Depending on the answer, the total would be {range} a week: nothing moves it more. It sets: {input}.",
            language,
            range=format_range(first.low, first.high, language),
            input=first.label(language),
        ),
        "note",
    )


def show_what_moves(analysis: Analysis, language: str) -> None:
    """Show the tornado, and what to ask about each of its inputs."""
    bars = _bars(analysis.estimate)
    central = float(analysis.total["minutes_freed_central"])
    drawn.show(
        charts.tornado_chart(bars, central, language=language, theme=drawn.theme()),
        key="tornado",
        alt=translate("What the total would be if one input were at its low or at its high end.", language),
    )
    if not bars:
        return
    head = [
        translate("Input", language),
        translate("The total would be", language),
        translate("Tasks", language),
        translate("What to ask next", language),
    ]
    rows = [
        [
            bar.label(language),
            format_range(bar.low, bar.high, language),
            format_count(bar.tasks, language),
            bar.question(language),
        ]
        for bar in bars[:MOST_BARS]
    ]
    with st.expander(translate("What to ask next, input by input", language)):
        st.html(
            html.table(head, rows, caption=translate("Time freed a week, and what to ask", language), numeric=(1, 2))
        )


def show_first_year(analysis: Analysis, language: str) -> None:
    """Show what the first month, quarter and year free at the pace of the roadmap, beside the ceiling above it."""
    roadmap = roadmap_of(analysis.project.id, analysis.estimate)
    ramp = ramp_of(roadmap, analysis.estimate)
    freeing = int((analysis.estimate.totals("use_case")["minutes_freed_central"] > 0).sum())
    html.paragraph(
        translate(
            "At the pace of the roadmap, which builds {built} of {all} use cases. If everything began on day one, the "
            "first year would free {ceiling}: a ceiling, not a plan.",
            language,
            built=format_count(len(roadmap.built), language),
            all=format_count(freeing, language),
            ceiling=format_duration(ramp_up(analysis.estimate).hours(12)[1] * 60, language),
        ),
        "note",
    )
    show_figures(
        [
            _first(ramp, 1, translate("First month", language), language),
            _first(ramp, 3, translate("First quarter", language), language),
            _first(ramp, 12, translate("First year", language), language),
        ]
    )
    drawn.show(
        charts.first_year_chart(ramp, language=language, theme=drawn.theme()),
        key="first_year",
        alt=translate("Hours freed in each month of the first year, with their range.", language),
    )
    project_id, cases = analysis.project.id, cases_of(analysis.estimate)
    parts = month_parts(roadmap, cases, analysis.estimate, costs_for(project_id))
    if parts:
        st.html(first_year_table(parts, language))


def first_year_table(parts: Sequence[tuple[str, Sequence[float]]], language: str) -> str:
    """Return the use cases that make the first month, quarter and year, as they add up.

    :param parts: of :func:`~analyzer.opportunity.quarter_parts.month_parts`.
    """
    columns = [added([sum(hours[:months]) * 60 for _, hours in parts], language) for months in (1, 3, 12)]
    head = [
        translate("Use case", language),
        translate("First month", language),
        translate("First quarter", language),
        translate("First year", language),
    ]
    names = [*(name for name, _ in parts), translate("In all", language)]
    caption = translate("Use cases that make the first year", language)
    return html.table(head, zip(names, *columns, strict=True), caption=caption, numeric=(1, 2, 3), deciding=(3,))


def show_evidence(analysis: Analysis, language: str) -> None:
    """Show which studies the hours rest on, each with its sample, design and grade, and how much rests on it."""
    st.html(evidence_table(analysis.estimate, language))
    estimate, freed = analysis.estimate, _by_study(analysis.estimate)
    names = {str(code): family_name(str(code), language) for code in freed.index}
    words = translate("Open a kind of work to its rows", language)
    open_total(estimate, estimate.frame["family"], names, freed.tolist(), words, language, "study")


def _by_study(estimate: HoursEstimate) -> pd.Series:
    """Return the minutes that rest on each study, most first; last what no study fits, if there is any."""
    freed = estimate.frame.groupby("family")["minutes_freed_central"].agg(["sum", "size"])
    ordered: pd.Series = freed.sort_values(["sum", "size"], ascending=False, kind="stable")["sum"]
    of_studies = ordered[ordered.index.isin(list(estimate.terms.evidence))]
    studies_first: pd.Series = pd.concat([of_studies, ordered[ordered.index == NO_FAMILY]])
    return studies_first


def evidence_table(estimate: HoursEstimate, language: str) -> str:
    """Return the studies behind an estimate as a table; the hours that rest on each add up as they are shown."""
    frame = estimate.frame
    known = evidence(language).set_index("code")
    by_family = frame.groupby("family").agg(tasks=("task", "size"), origin=("evidence_origin", "first"))
    by_study, families = _by_study(estimate), estimate.terms.evidence
    freed = added(by_study.tolist(), language)
    head = [
        translate("Kind of work", language),
        translate("Frees, a week", language),
        translate("Tasks", language),
        translate("Time freed by study", language),
        translate("What was found", language),
        translate("How it was studied", language),
    ]
    rows: list[list[str]] = []
    for code, frees in zip(by_study.index, freed, strict=False):
        count = format_count(int(by_family["tasks"][code]), language)
        named = [capitalised(family_name(str(code), language)), frees, count]
        if code == NO_FAMILY:
            why = translate("no study fits, so nothing is counted", language)
            rows.append([*named, "", why, ""])
            continue
        study, here = known.loc[str(code)], families[str(code)]
        low, central, high = (format_share(end, language) for end in (here.low, here.central, here.high))
        if low != high:
            central = translate("{central} ({low} to {high})", language, central=central, low=low, high=high)
        own = by_family["origin"][code] == MEASURED_HERE
        found = translate("measured here", language) if own else str(study["basis"])
        details = [str(study["sample"]), str(study["design"])]
        details.append(labelled(translate("strength of evidence", language), study["grade"], language))
        rows.append([*named, central, found, "" if own else " · ".join(details)])
    rows.append([translate("In all", language), freed[-1], format_count(len(frame), language), *[""] * 3])
    caption = translate("Studies behind these hours; shares are of the time of the work, before adoption", language)
    return html.table(head, rows, caption=caption, numeric=(1, 2), deciding=(1, 3))


def _bars(estimate: HoursEstimate) -> list[TornadoBar]:
    kept = memory("tornado")
    bars = cast("list[TornadoBar] | None", kept.get(estimate))
    if bars is None:
        bars = tornado(estimate)
        kept.put(estimate, bars)
    return bars


def _first(ramp: RampUp, months: int, title: str, language: str) -> Figure:
    low, central, high = (hours * 60 for hours in ramp.hours(months))
    return Figure(
        label=title,
        value=format_duration(central, language),
        spread=translate("range: {range}", language, range=format_range(low, high, language)),
    )
