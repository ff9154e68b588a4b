"""Scenarios under names: saved, used again, renamed, deleted, and exchanged as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate
from analyzer.opportunity import assumption_fields, read_scenario, write_scenario
from analyzer.opportunity.scenario_file import LONGEST_NAME
from analyzer.report.files import file_stem
from analyzer.ui import contract, plan, state
from analyzer.ui.analysis import estimated
from analyzer.ui.components.notices import panel
from analyzer.ui.components.scenario_table import in_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.opportunity import ScenarioFile
    from analyzer.ui.analysis import Analysis
    from analyzer.workspace import Scenario

_FILE_READ = state.view_key("scenario_read")


def show_shelf(analysis: Analysis, language: str) -> None:
    """Show how to save the assumptions in use, what was saved, and how to exchange it."""
    _save(analysis.project.id, language)
    saved = plan.saved(analysis.project.id)
    if saved:
        _saved(analysis, saved, language)
    _from_file(analysis.project.id, language)
    _other_working_time(analysis.project.id, language)


def _save(project_id: str, language: str) -> None:
    with st.form("save_scenario", clear_on_submit=True, border=False):
        name = st.text_input(
            translate("Save the assumptions in use under a name", language),
            max_chars=LONGEST_NAME,
            placeholder=translate("for example: after the training in March", language),
        )
        if st.form_submit_button(translate("Save this scenario", language), key="save_scenario_now"):
            _settled(
                lambda: plan.keep_as(project_id, name),
                translate("The scenario “{name}” is saved.", language, name=name.strip()),
                language,
            )


def _saved(analysis: Analysis, saved: list[Scenario], language: str) -> None:
    project_id, by_id = analysis.project.id, {one.id: one for one in saved}
    key = state.view_key("saved_scenario")
    if st.session_state.get(key) not in by_id:
        st.session_state[key] = saved[-1].id if len(saved) == 1 else saved[0].id
    chosen = by_id[
        st.selectbox(
            translate("Saved scenarios", language), list(by_id), format_func=lambda one: by_id[one].name, key=key
        )
    ]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.button(translate("Use it", language), key="use_scenario", disabled=plan.in_use(project_id) == chosen.id):
            _settled(lambda: plan.use_saved(project_id, chosen.id), "", language)
        assumptions = plan.options(project_id, language)[chosen.id][1]
        gives = estimated(analysis, assumptions, language)
        st.download_button(
            translate("Download as a file", language),
            lambda: write_scenario(chosen.name, chosen.base, assumptions, gives).encode(),
            file_name=f"{file_stem(chosen.name)}.json",
            mime="application/json",
            key="download_scenario",
            on_click="ignore",
            icon=":material/download:",
        )
        if st.button(translate("Delete it", language), key="delete_scenario", icon=":material/delete:"):
            words = translate("The scenario “{name}” is deleted.", language, name=chosen.name)
            _settled(lambda: plan.remove(chosen.id), words, language)
    with st.form(f"rename_scenario_{chosen.id}", border=False):
        name = st.text_input(translate("Another name for it", language), value=chosen.name, max_chars=LONGEST_NAME)
        if st.form_submit_button(translate("Rename it", language)):
            _settled(lambda: plan.rename(chosen.id, name), "", language)


def _from_file(project_id: str, language: str) -> None:
    file = st.file_uploader(
        translate("Take over a scenario from a file (.json)", language),
        key=f"scenario_file_{state.rounds('scenario_file')}",
    )
    if file is None:
        return
    try:
        read = read_scenario(file.getvalue(), file.name)
        plan.take_over(project_id, read)
    except AnalyzerError as error:
        state.complain(error.message(language))
    else:
        state.notify(translate("The scenario “{name}” is saved and in use.", language, name=read.name))
        st.session_state[_FILE_READ] = read
    state.next_round("scenario_file")
    st.rerun()


def _other_working_time(project_id: str, language: str) -> None:
    """Say how the working time of a file that was just taken over differs; it changes nothing until asked."""
    file: ScenarioFile | None = st.session_state.get(_FILE_READ)
    differs = () if file is None else file.other_working_time(plan.assumptions_of(project_id))
    if file is None or not differs:
        return
    fields = {field.name: field for field in assumption_fields(language)}
    changes = ", ".join(
        f"{fields[one.name].label} {in_unit(one.first, fields[one.name], language)} → "
        f"{in_unit(one.second, fields[one.name], language)}"
        for one in differs
    )
    panel(
        translate(
            "“{name}” was saved with another working time, and yours is kept. Taking it over would change: {changes}.",
            language,
            name=file.name,
            changes=changes,
        )
    )
    if st.button(translate("Take over its working time too", language), key="take_working_time"):
        stated = dict(file.working_time)
        _settled(lambda: contract.keep_working_time(project_id, stated), "", language)


def _settled(act: Callable[[], object], words: str, language: str) -> None:
    """Do something and begin the page again: with a notice, or with the sentence of what could not be done."""
    try:
        act()
    except AnalyzerError as error:
        state.complain(error.message(language))
    else:
        if words:
            state.notify(words)
    st.rerun()
