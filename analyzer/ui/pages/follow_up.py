"""Follow-up: minutes measured before and after, estimate against actual, and what the measurements moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.numbers import format_count, format_duration, format_number, format_share
from analyzer.opportunity.actuals import FEW
from analyzer.opportunity.family_words import family_name
from analyzer.opportunity.measured import prior_of
from analyzer.report import charts
from analyzer.ui import follow_up, state
from analyzer.ui.components import charts as drawn
from analyzer.ui.components import frame, html
from analyzer.ui.components.carried_notes import show_carried
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.measured_hours import show_measured_hours
from analyzer.ui.components.measurement_form import show_entry, show_kept
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.formats import capitalised
from analyzer.ui.moves import without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.opportunity.actuals import Actual, Span
    from analyzer.ui.analysis import Analysis

VERDICTS = {
    "as_estimated": mark("as expected"),
    "more": mark("more than expected"),
    "less": mark("less than expected"),
    "few": mark("too few measurements to tell"),
    "one": mark("one measurement: no interval"),
    "no_estimate": mark("nothing was expected"),
}


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("follow_up", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        found = follow_up.measured(analysis)
        rows, names = follow_up.compared(analysis, found) if found else ([], {})
        frame.finding(_finding(analysis, rows, names, language))
        show_carried(analysis, language)
        if rows:
            _against(rows, names, language)
            _moved(analysis, language)
        st.subheader(translate("Enter what was measured", language), anchor=False)
        with guarded(language):
            show_entry(analysis, language)
        if found:
            st.subheader(translate("What was entered", language), anchor=False)
            show_kept(analysis, found, language)
    frame.page_foot("follow_up")


def _finding(analysis: Analysis, rows: Sequence[Actual], names: dict[str, str], language: str) -> str:
    if not rows:
        return translate(
            "Nothing has been measured here yet: every figure rests on studies made elsewhere. Enter the minutes of a "
            "pilot, and the estimates follow.",
            language,
        )
    first = rows[0]
    share = format_share(first.share.central, language)
    if first.expected is None:
        words = translate(
            "“{name}” freed {share} of its time, where nothing was expected.",
            language,
            name=names[first.use_case_key],
            share=share,
        )
    else:
        words = translate(
            "“{name}” freed {share} of its time, where {expected} was expected ({verdict}).",
            language,
            name=names[first.use_case_key],
            share=share,
            expected=format_share(first.expected.central, language),
            verdict=translate(VERDICTS[first.verdict], language),
        )
    before, after = _hours(analysis)
    if round(before) == round(after):
        return words
    moved = translate(
        "With what was measured, {after} a week could be freed instead of {before}.",
        language,
        after=format_duration(after, language),
        before=format_duration(before, language),
    )
    return f"{words} {moved}"


def _hours(analysis: Analysis) -> tuple[float, float]:
    """Return the minutes a week that could be freed without the measurements, and with them."""
    before, after = (
        float(one.totals("total")["minutes_freed_central"].iloc[0])
        for one in (without(analysis.estimate, "measured"), analysis.estimate)
    )
    return before, after


def _against(rows: Sequence[Actual], names: dict[str, str], language: str) -> None:
    st.subheader(translate("Expected and measured", language), anchor=False)
    drawn.show(
        charts.actuals_chart(rows, names, language=language, theme=drawn.theme()),
        key="actuals",
        alt=translate("Share of a case’s time expected to be freed, and the share measured, with ranges.", language),
    )
    head = [
        translate("Use case", language),
        translate("Measurements", language),
        translate("Minutes of a case before", language),
        translate("Freed a case", language),
        translate("Share freed", language),
        translate("Expected", language),
        translate("In short", language),
    ]
    cells = [
        [
            names[one.use_case_key],
            format_count(one.measurements, language),
            format_number(one.minutes_before, language),
            _minutes(one.minutes_freed, language),
            _share(one.share, language),
            _share(one.expected, language) if one.expected else "—",
            translate(VERDICTS[one.verdict], language),
        ]
        for one in rows
    ]
    caption = translate("Cases done the new way, checking included", language)
    st.html(html.table(head, cells, caption=caption, numeric=(1, 2, 3, 4, 5), deciding=(4, 5)))
    html.paragraph(
        translate(
            "In brackets: for what was measured, the range that holds the true mean nine times in ten; for what was "
            "expected, the range of the studies. Fewer than {few} measurements say little.",
            language,
            few=FEW,
        ),
        "note",
    )
    if any(one.verdict == "no_estimate" for one in rows):
        html.paragraph(
            translate(
                "“Nothing was expected” means that no study fits this work: what you measured stands here, and moves "
                "no total, because it says nothing of other work.",
                language,
            ),
            "note",
        )


def _moved(analysis: Analysis, language: str) -> None:
    measured = analysis.estimate.facts.measured
    if not measured:
        return
    st.subheader(translate("What the measurements moved", language), anchor=False)
    before, after = _hours(analysis)
    show_figures(
        [
            Figure(
                label=translate("Could be freed, with what was measured", language),
                value=format_duration(after, language),
                period=translate("a week", language),
                note=translate("{duration} by studies alone", language, duration=format_duration(before, language)),
                main=True,
            )
        ]
    )
    show_measured_hours(analysis, language)
    head = [
        translate("Kind of work", language),
        translate("Share freed by studies", language),
        translate("Counted now", language),
        translate("Pilots", language),
        translate("Adoption", language),
        translate("Checking", language),
    ]
    rows = []
    for family, here in measured.items():
        low, central, high = prior_of(family)
        rows.append(
            [
                capitalised(family_name(family, language)),
                _shares(low, central, high, language),
                _shares(here.low, here.central, here.high, language),
                format_count(here.pilots, language),
                _or_dash(here.adoption, language),
                _or_dash(here.review, language),
            ]
        )
    caption = translate("Studies and measurements together, each weighed by how sure it is", language)
    st.html(html.table(head, rows, caption=caption, numeric=(1, 2, 3, 4, 5), deciding=(1, 2)))
    with st.expander(translate("How a measurement moves an estimate", language)):
        html.paragraph(
            translate(
                "What studies found and what pilots found are averaged, each by the inverse of its variance (a normal "
                "prior, normal findings). A study’s range from low to high counts as 90% of its spread. One "
                "measurement differs from the average of its task by 25 points of its time, one task from the others "
                "of its kind by 10 points: both are our judgement. So one pilot moves a kind of work a little, several "
                "move it far, and the range only ever narrows. Taking a measurement back moves it back.",
                language,
            ),
            "note",
        )


def _shares(low: float, central: float, high: float, language: str) -> str:
    span = translate("{low} to {high}", language, low=format_share(low, language), high=format_share(high, language))
    return f"{format_share(central, language)} ({span})"


def _share(span: Span, language: str) -> str:
    if span.low == span.high:
        return format_share(span.central, language)
    return _shares(span.low, span.central, span.high, language)


def _minutes(span: Span, language: str) -> str:
    central = translate("{minutes} min", language, minutes=format_number(span.central, language))
    if span.low == span.high:
        return central
    ends = translate(
        "{low} to {high}", language, low=format_number(span.low, language), high=format_number(span.high, language)
    )
    return f"{central} ({ends})"


def _or_dash(share: float | None, language: str) -> str:
    return "—" if share is None else format_share(share, language)


page()
