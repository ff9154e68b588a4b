"""Start: what the analyzer is for, and the three ways in (a file, an example, a project from before)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import LANGUAGES, mark, translate
from analyzer.inventory import mask_file_name, template, template_name
from analyzer.numbers import format_count
from analyzer.settings import settings
from analyzer.ui import navigation, state
from analyzer.ui.components import frame, html
from analyzer.ui.components.dropped import Dropped
from analyzer.ui.components.notices import guarded
from analyzer.ui.formats import counted_rows, moment
from analyzer.ui.samples import Sample, samples
from analyzer.ui.warming import warm_up
from analyzer.ui.work import work
from analyzer.workspace import delete_project, list_projects, rename_project

if TYPE_CHECKING:
    from collections.abc import Sequence

PROMISE = (
    mark("Drop in a list of tasks. It is read on this computer and sent nowhere."),
    mark(
        "See which tasks are repetitive, which could be automated, and how many hours that could free: always a range."
    ),
    mark("Correct whatever you know better. Your judgement wins, and what to do with the time is yours to decide."),
)
_MOST_PROJECTS = 6
_SAMPLE, _KNOWN, _ANSWER = "sample_to_open", "known_list", "known_list_answer"
"""The example to be opened; a file that is a version of a list known here, and what the reader said to that."""

_dropped = Dropped("start")

_WRITTEN_IN = {"en": mark("In English"), "fr": mark("In French")}


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("start", language, title=translate("Where could your team win back time?", language))
    lines = "".join(
        f"<li><b>{number}</b><span>{html.text(translate(line, language))}</span></li>"
        for number, line in enumerate(PROMISE, start=1)
    )
    st.html(f'<ol class="promise">{lines}</ol>')
    with guarded(language):
        _open_what_was_chosen(language)
    with guarded(language):
        _dropped.ask_about_other_list(language)
    with guarded(language):
        _ask_about_known_list(language)
    with guarded(language):
        _ways_in(language)
    with guarded(language):
        _projects_before(language)
    if state.project_id():
        frame.page_foot("start")
    warm_up()  # last: while it loads, this page would be drawn more slowly


def _ways_in(language: str) -> None:
    own, example = st.columns([1, 1], gap="medium")
    with own, st.container(border=True, key="card_own", height="stretch"):
        st.subheader(translate("Your task list", language), anchor=False)
        html.paragraph(
            translate("A spreadsheet with one task a row; role, frequency and duration if you have them.", language),
            "note",
        )
        dropped = _dropped.ask_for_files(language)
        html.paragraph(
            translate("CSV or Excel, up to {size} MB.", language, size=format_count(settings().max_file_mb, language)),
            "note",
        )
        st.download_button(
            translate("Download a template to fill in (.xlsx)", language),
            lambda: template(language),
            file_name=template_name(language),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="template",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        if dropped:
            _forget_known_list()
            st.rerun()
    with example, st.container(border=True, key="card_example", height="stretch"):
        st.subheader(translate("An example", language), anchor=False)
        html.paragraph(translate("Invented task lists of eight teams, as untidy as real ones.", language), "note")
        for spoken in sorted(LANGUAGES, key=lambda spoken: spoken != language):
            html.paragraph(translate(_WRITTEN_IN[spoken], language), "kicker")
            with st.container(horizontal=True, gap="xsmall"):
                for sample in samples():
                    if sample.language == spoken:
                        st.button(sample.title(language), key=f"sample_{sample.code}", on_click=_choose, args=(sample,))


def _choose(sample: Sample) -> None:
    st.session_state[_SAMPLE] = sample


def _open_what_was_chosen(language: str) -> None:
    """Open the example or the files chosen in this run or, where reading takes long, in one before."""
    if (sample := st.session_state.get(_SAMPLE)) is not None:
        from analyzer.ui import projects  # noqa: PLC0415 -- the page is drawn before all that a project needs is loaded

        try:
            project_id = projects.open_sample(sample, language)
        except AnalyzerError:
            del st.session_state[_SAMPLE]
            raise
        del st.session_state[_SAMPLE]
        _go_to(project_id)
    _dropped.read(lambda files, any_list: _open_files(files, language, any_list=any_list))


def _open_files(files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool) -> None:
    """Make a project of files, unless one file is a version of a list that is here: that is asked first."""
    from analyzer.ui import projects, versions  # noqa: PLC0415 -- as above

    if len(files) == 1:
        known = versions.known_list(*files[0], language, any_list=any_list)
        if known is not None:
            st.session_state[_KNOWN] = (files[0], any_list, known)
            _dropped.forget()
            return
    project_id = projects.import_files(files, language, any_list=any_list)
    _dropped.forget()
    _go_to(project_id)


def _go_to(project_id: str) -> None:
    state.open_project(project_id)
    navigation.go("inventory")


def _ask_about_known_list(language: str) -> None:
    """Ask what a file is to be that is a version of a list known here, and do what the reader says."""
    if (held := st.session_state.get(_KNOWN)) is None:
        return
    from analyzer.ui import projects  # noqa: PLC0415 -- as above
    from analyzer.ui.components import versions  # noqa: PLC0415 -- as above

    (name, content), any_list, known = held
    # Kept: where reading takes long, this run ends and comes again.
    answer = st.session_state.get(_ANSWER) or versions.ask_about_known_list(
        known, mask_file_name(name, language), language
    )
    if answer is None:
        return
    st.session_state[_ANSWER] = answer
    project_id = known.project.id
    try:
        if answer == "replace":
            versions.put_in_place(known, name, content, language, any_list=any_list)
        elif answer == "new":
            project_id = projects.import_files([(name, content)], language, any_list=any_list)
    except Exception:
        _forget_known_list()
        raise
    _forget_known_list()
    if answer != "leave":
        _go_to(project_id)
    st.rerun()


def _forget_known_list() -> None:
    for key in (_KNOWN, _ANSWER):
        st.session_state.pop(key, None)


def _projects_before(language: str) -> None:
    known = [project for project in list_projects(work()) if project.sources]
    if not known:
        return
    st.subheader(translate("Go on where you left off", language), anchor=False)
    everything = st.session_state.get("all_projects", False)
    for project in known if everything else known[:_MOST_PROJECTS]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"project_{project.id}"):
            with st.container(gap=None):
                st.html(f"<p><b>{html.text(project.name)}</b></p>")
                when = moment(project.updated_at, language)
                html.paragraph(f"{counted_rows(project.rows, language)} · {when}", "note")
            if st.button(translate("Open", language), key=f"open_{project.id}"):
                state.open_project(project.id)
                navigation.go("opportunities")
            with st.popover(translate("More", language), type="tertiary", key=f"more_{project.id}"):
                _rename_or_delete(project.id, project.name, language)
    if len(known) > _MOST_PROJECTS:
        st.toggle(translate("Show all projects", language), key="all_projects")


def _rename_or_delete(project_id: str, name: str, language: str) -> None:
    with guarded(language):
        wanted = st.text_input(translate("Name", language), value=name, key=f"name_{project_id}")
        if st.button(translate("Rename", language), key=f"rename_{project_id}", width="stretch"):
            rename_project(work(), project_id, wanted)
            st.rerun()
        sure = st.checkbox(translate("I want to delete this project for good", language), key=f"sure_{project_id}")
        if st.button(translate("Delete", language), key=f"delete_{project_id}", disabled=not sure, width="stretch"):
            delete_project(work(), project_id)
            if state.project_id() == project_id:
                state.open_project(None)
            state.notify(translate("“{name}” is deleted.", language, name=name))
            st.rerun()


page()
