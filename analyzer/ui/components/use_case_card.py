"""One use case opened: its rows, its hours in each role, and ways to merge, split and rename it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_range, shown_minutes
from analyzer.opportunity.shared_work import where_done
from analyzer.opportunity.use_case_decisions import merge_use_cases, rename_use_case, split_use_case
from analyzer.opportunity.use_case_keys import row_marks
from analyzer.opportunity.usecases import LONGEST_NAME
from analyzer.ui import state, use_cases
from analyzer.ui.components import html
from analyzer.ui.components.added import added, stated_minutes
from analyzer.ui.components.opened_rows import show_rows
from analyzer.ui.formats import missing
from analyzer.ui.use_cases import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from typing import Any

    import pandas as pd

    from analyzer.opportunity.local_facts import UseCaseDecisions
    from analyzer.ui.analysis import Analysis

    Change = Callable[[UseCaseDecisions], UseCaseDecisions]

_OPENED = "view_opened_use_case"
_ROUND = "use_case"


def show(analysis: Analysis, cases: pd.DataFrame, language: str) -> None:
    """Offer the use cases in a list that can be searched, and show the one that is chosen."""
    st.subheader(translate("Open a use case", language), anchor=False)
    names = dict(zip(cases["use_case_key"], cases["use_case"], strict=True))
    if st.session_state.get(_OPENED) not in names:
        st.session_state[_OPENED] = None  # it was merged into another, or its tasks are gone
    key = st.selectbox(
        translate("Use case", language),
        list(names),
        index=None,
        format_func=lambda one: names.get(one, ""),
        key=_OPENED,
        placeholder=translate("Type a few letters of its name", language),
        persist_state="session",
    )
    if key is None:
        return
    rows = analysis.tasks[analysis.tasks["use_case_key"] == key]
    with st.container(border=True, key="card_use_case"):
        html.paragraph(str(names[key]), "lead")
        _facts(cases[cases["use_case_key"] == key], language)
        st.html(_roles(rows, language))
        freed = float(shown_minutes(float(rows["minutes_freed_central"].sum())))
        taken = float(stated_minutes(float(rows["minutes_per_week"].sum())))
        chosen = analysis.tasks["use_case_key"] == key
        show_rows(analysis.estimate, chosen, str(names[key]), (freed, taken), language, "use_case")
        _ways(analysis, key, names, language)


def _facts(case: pd.DataFrame, language: str) -> None:
    solution, effort = case["solution"].iloc[0], case["effort"].iloc[0]
    words = [label("solution", str(solution), language), label("effort", str(int(effort)), language)]
    st.html(html.chips(html.chip(one) for one in words))


def _roles(rows: pd.DataFrame, language: str) -> str:
    head = [
        translate("Role", language),
        translate("Team", language),
        translate("Could free, a week", language),
        translate("Takes, a week", language),
    ]
    places = where_done(rows).sort_values("minutes_freed_central", ascending=False).to_dict("records")
    freed = added([float(row["minutes_freed_central"]) for row in places], language)
    taken = added([float(row["minutes_per_week"]) for row in places], language, stated=True)
    lines = [
        [
            _named(row["role"], language),
            _named(row["team"], language),
            f"{frees} ({format_range(row['minutes_freed_low'], row['minutes_freed_high'], language)})",
            takes,
        ]
        for row, frees, takes in zip(places, freed, taken, strict=False)
    ]
    lines.append([translate("In all", language), "", freed[-1], taken[-1]])
    return html.table(head, lines, caption=translate("Its hours in each role", language), numeric=(3,), deciding=(2,))


def _ways(analysis: Analysis, key: str, names: dict[str, str], language: str) -> None:
    """Show the ways to change the use case; each asks for one thing and has one button."""
    name, again = names[key], f"{key}_{state.rounds(_ROUND)}"
    merge, split, rename = st.tabs(
        [translate("Merge", language), translate("Split", language), translate("Rename", language)]
    )
    with merge:
        others = [one for one in names if one != key]
        chosen = st.selectbox(
            translate("The same work as", language),
            others,
            index=None,
            format_func=lambda one: names.get(one, ""),
            key=f"merge_with_{again}",
            placeholder=translate("Type a few letters of its name", language),
        )
        _button(
            "merge_use_case",
            translate("Merge the two", language),
            analysis,
            Step("merge", name, names.get(chosen or "", "")),
            None if chosen is None else lambda now: merge_use_cases(now, analysis.tasks, key, chosen),
            language,
        )
    with split:
        rows = analysis.tasks[analysis.tasks["use_case_key"] == key]
        marks = row_marks(rows)
        words = {one: _line(row) for one, row in zip(marks, rows.to_dict("records"), strict=True)}
        leaving = f"split_rows_{again}"
        st.multiselect(
            translate("Rows that are other work", language),
            list(words),
            format_func=lambda one: words.get(one, ""),
            key=leaving,
            placeholder=translate("Choose rows", language),
            select_all=False,
        )
        _button(
            "split_use_case",
            translate("Split these rows out", language),
            analysis,
            Step("split", name),
            lambda now: split_use_case(now, analysis.tasks, key, st.session_state[leaving]),
            language,
        )
    with rename:
        given = f"new_name_{again}"
        st.text_input(
            translate("New name", language),
            name,
            max_chars=LONGEST_NAME,
            key=given,
            help=translate("Leave it empty for the name that is made from its tasks.", language),
        )
        _button(
            "rename_use_case",
            translate("Keep this name", language),
            analysis,
            Step("rename", name),
            # Read when the button is pressed: a name typed just before has not come to this run.
            lambda now: rename_use_case(now, analysis.tasks, key, st.session_state[given]),
            language,
        )


def _button(key: str, words: str, analysis: Analysis, step: Step, change: Change | None, language: str) -> None:
    st.button(
        words,
        key=key,
        disabled=change is None,
        on_click=decided,
        args=(analysis.project.id, step, change, language),
    )


def decided(project_id: str, step: Step, change: Change, language: str) -> None:
    """Make a change from a callback; its error is shown above the page by the run that follows."""
    try:
        use_cases.decide(project_id, step, change)
    except AnalyzerError as error:
        state.complain(error.message(language))
    state.next_round(_ROUND)


def _line(row: Mapping[Hashable, Any]) -> str:
    whose = [str(row[name]) for name in ("role", "team") if not missing(row[name])]
    return " · ".join([str(row["task"]), *whose])


def _named(value: object, language: str) -> str:
    return translate("not stated", language) if missing(value) else str(value)
