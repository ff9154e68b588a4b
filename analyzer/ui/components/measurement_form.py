"""Minutes before and after: typed in one by one, pasted as a block, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate, translate_plural
from analyzer.numbers import format_count, format_number
from analyzer.opportunity.measurement_block import LONGEST_TEXT, MOST_MINUTES, MeasuredLine, columns_not_used
from analyzer.opportunity.readiness import SMALLEST_GROUP
from analyzer.ui import follow_up, roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.notices import panel
from analyzer.ui.work import work
from analyzer.workspace import remove_measurements

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.ui.analysis import Analysis
    from analyzer.workspace import Measurement

WAYS = {"type": mark("Type in"), "paste": mark("Paste from a spreadsheet")}
_MOST_SHOWN = 100
_MOST_OFFERED = 500

_COLUMNS = (
    mark("Use case"),
    mark("Team"),
    mark("Period"),
    mark("Before"),
    mark("After"),
    mark("Of which checking"),
    mark("Cases"),
    mark("Of which the new way"),
)
"""Headers of the example, which ``measurement_block.HEADERS`` knows in both languages."""


def show_entry(analysis: Analysis, language: str) -> None:
    """Show the two ways of entering measurements."""
    html.paragraph(
        translate(
            "Measure the same task before and after, in minutes for one case, checking included: five cases or weeks "
            "at least. Measure a team’s task, never a person.",
            language,
        ),
        "note",
    )
    way = st.segmented_control(
        translate("How to enter minutes", language),
        list(WAYS),
        default="type",
        required=True,
        format_func=lambda code: translate(WAYS[code], language),
        key=state.view_key("measure_way"),
        label_visibility="collapsed",
    )
    names = follow_up.names_of(analysis)
    offered = list(names)[:_MOST_OFFERED]
    chosen = st.selectbox(
        translate("Use case that was measured", language),
        offered,
        index=_measured_next(analysis, offered),
        format_func=lambda key: names[key],
        key=state.view_key("measured_case"),
        help=translate("The use cases that free most; a pasted block may name any other.", language)
        if len(names) > _MOST_OFFERED
        else None,
    )
    people = _people(analysis, chosen)
    if people < SMALLEST_GROUP:
        panel(
            translate(
                "Fewer than {least} people do this work: agree on the measurement with them first, and show it to "
                "nobody outside their team.",
                language,
                least=SMALLEST_GROUP,
            ),
            "caution",
        )
    if way == "paste":
        _paste(analysis, names[chosen], language)
    else:
        _type(analysis, names[chosen], language)


def _measured_next(analysis: Analysis, offered: Sequence[str]) -> int:
    """Return the place of the use case that is likely measured now: the one measured last, else the first pilot."""
    found = follow_up.measured(analysis)
    pilot = None if found else roadmap.pilot_of(analysis.project.id, analysis.estimate)
    key = found[-1].use_case_key if found else pilot.use_case_key if pilot else None
    return offered.index(key) if key in offered else 0


def _people(analysis: Analysis, key: str) -> float:
    frame = analysis.tasks
    keys = frame["use_case_key"] if "use_case_key" in frame.columns else frame["use_case"]
    rows = frame[keys == key]
    return float(rows.groupby(["role", "team"], dropna=False)["headcount"].max().sum())


def _type(analysis: Analysis, name: str, language: str) -> None:
    with st.form("measurement", border=True):
        grid = st.grid(2, min_column_width=240, gap=("medium", "small"))
        with grid.cell():
            before = _minutes(translate("Minutes of a case before", language))
        with grid.cell():
            after = _minutes(translate("Minutes of a case after, checking included", language))
        with grid.cell():
            checking = _minutes(translate("Of which checking (if measured)", language))
        with grid.cell():
            period = st.text_input(translate("When (for example week 12)", language), max_chars=LONGEST_TEXT)
        with grid.cell():
            cases = _count(translate("Cases that came in (if counted)", language))
        with grid.cell():
            new_way = _count(translate("Of these, done the new way", language))
        team = st.selectbox(translate("Team", language), follow_up.teams_of(analysis), index=None, placeholder="—")
        if st.form_submit_button(translate("Keep this measurement", language), type="primary"):
            line = MeasuredLine(
                use_case=name,
                minutes_before=float(before or 0.0),
                minutes_after=-1.0 if after is None else float(after),
                team=team,
                period=period.strip() or None,
                minutes_checking=None if checking is None else float(checking),
                cases=None if cases is None else int(cases),
                cases_new_way=None if new_way is None else int(new_way),
            )
            _entered(lambda: _one(analysis, line), language)


def _one(analysis: Analysis, line: MeasuredLine) -> tuple[int, int]:
    follow_up.enter(analysis, [line])
    return 1, 0


def _minutes(words: str) -> float | None:
    return st.number_input(words, min_value=0.0, max_value=MOST_MINUTES, value=None, step=0.5)


def _count(words: str) -> int | None:
    return st.number_input(words, min_value=0, max_value=1_000_000, value=None, step=1)


def _paste(analysis: Analysis, name: str, language: str) -> None:
    html.paragraph(
        translate(
            "Copy the lines with their header line, or write “20 min before, 12 min after” on each. “Before” and "
            "“after” are needed, the other columns are not; lines without a use case belong to the one chosen above.",
            language,
        ),
        "note",
    )
    head, *lines = _example(language)
    st.html(html.table(head, lines, caption=translate("An example", language), numeric=(1, 2, 3, 4, 5)))
    with st.form("measurements", border=True):
        block = st.text_area(translate("Lines from the spreadsheet", language), height=180, key="measured_block")
        if st.form_submit_button(translate("Keep these measurements", language), type="primary"):
            _entered(lambda: follow_up.enter_block(analysis, block, name), language, columns_not_used(block))


def _example(language: str) -> list[list[str]]:
    """Return lines that may be pasted, in the words and numbers of the language, the header first."""
    columns = [translate(_COLUMNS[place], language) for place in (2, 3, 4, 5, 6, 7)]
    weeks = [(12, 12.5, 8.0, 1.5, 40, 30), (13, 11.0, 7.5, 1.5, 38, 33)]
    return [columns, *([str(week), *(format_number(value, language) for value in counted)] for week, *counted in weeks)]


def _entered(enter: Callable[[], tuple[int, int]], language: str, not_used: Sequence[str] = ()) -> None:
    """Enter measurements; an error becomes one sentence and what was typed stays.

    :param enter: keeps them; it returns how many are kept, and how many had been entered before.
    :param not_used: names of pasted columns that hold nothing that is kept.
    """
    try:
        count, known = enter()
    except AnalyzerError as error:
        panel(error.message(language), "problem")
        return
    said = translate_plural(
        "{number} measurement is kept.",
        "{number} measurements are kept.",
        count,
        language,
        number=format_count(count, language),
    )
    if known:
        said += " " + translate_plural(
            "{number} was entered before and is not counted again.",
            "{number} were entered before and are not counted again.",
            known,
            language,
            number=format_count(known, language),
        )
    if not_used:
        said += " " + translate("Columns not used: {columns}.", language, columns=", ".join(not_used))
    state.notify(said)
    st.rerun()


def show_kept(analysis: Analysis, found: Sequence[Measurement], language: str) -> None:
    """Show what was entered, the latest first, and let it be taken back."""
    names = follow_up.names_of(analysis)
    people = analysis.estimate.totals("team").dropna(subset="team").set_index("team")["headcount"]
    small = set(people[people < SMALLEST_GROUP].index)

    def cells(one: Measurement) -> list[str]:
        team = translate("a small team", language) if one.team in small else one.team or ""
        numbers = (one.minutes_before, one.minutes_after, one.minutes_checking, one.cases, one.cases_new_way)
        written = ["" if value is None else format_number(value, language) for value in numbers]
        return [names.get(one.use_case_key, one.use_case), team, one.period or "", *written]

    latest = list(reversed(found))
    caption = translate("Minutes of one case, the latest entry first", language)
    if len(latest) > _MOST_SHOWN:
        caption += " · " + translate("Not shown: {count}.", language, count=len(latest) - _MOST_SHOWN)
    head = [translate(column, language) for column in _COLUMNS]
    rows = [cells(one) for one in latest[:_MOST_SHOWN]]
    st.html(html.table(head, rows, caption=caption, numeric=(3, 4, 5, 6, 7)))
    by_id = {one.id: one for one in latest}
    chosen = st.multiselect(
        translate("Measurements to take back", language),
        list(by_id),
        format_func=lambda one: " · ".join(part for part in cells(by_id[one])[:5] if part),
        key=f"{state.view_key('take_back')}_{state.rounds('take_back')}",
        placeholder=translate("Choose one or more", language),
    )
    if st.button(translate("Take these measurements back", language), disabled=not chosen, key="take_back"):
        remove_measurements(work(), analysis.project.id, chosen)
        state.next_round("take_back")
        st.rerun()
