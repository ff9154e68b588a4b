"""The files of a project: which they are, one more of them or a newer version, and taking one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.ui import projects, state
from analyzer.ui.components import html
from analyzer.ui.components.dropped import Dropped
from analyzer.ui.components.notices import guarded
from analyzer.ui.formats import counted_rows, moment
from analyzer.ui.listed_ideas import ideas_file
from analyzer.ui.work import work
from analyzer.workspace import delete_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.workspace import Source

_dropped = Dropped(state.view_key("add"))


def show(project_id: str, sources: Sequence[Source], language: str) -> None:
    """Show the files of a project, and take in what is dropped: a further file, or a newer version of one.

    :param sources: the files of the project, one at least.
    """
    with guarded(language):
        _dropped.read(lambda files, any_list: _add(project_id, files, language, any_list=any_list))
        _dropped.ask_about_other_list(language)
    title = translate("Files: add one, or a newer version", language)
    opened = st.expander(title, key=state.view_key("files"), on_change="rerun", icon=":material/upload_file:")
    with opened as box:
        if not box.open:
            return
        ideas = ideas_file(project_id)
        lists = [source for source in sources if source.id != ideas]
        for source in lists:
            with st.container(horizontal=True, vertical_alignment="center", key=f"file_{source.id}"):
                with st.container(gap=None):
                    st.html(f"<p><b>{html.text(source.filename)}</b></p>")
                    when = moment(source.created_at, language)
                    html.paragraph(f"{counted_rows(source.rows, language)} · {when}", "note")
                if len(lists) > 1:
                    _take_out(source, language)
        html.paragraph(
            translate(
                "Drop a further list of this team, or the same list corrected: if it is a newer version, you are asked "
                "whether it takes the place of the older one, and what you decided goes over.",
                language,
            ),
            "note",
        )
        if _dropped.ask_for_files(language):
            st.rerun()


def _add(project_id: str, files: Sequence[tuple[str, bytes]], language: str, *, any_list: bool) -> None:
    projects.add_files(project_id, files, language, any_list=any_list)
    _dropped.forget()
    st.rerun()


def _take_out(source: Source, language: str) -> None:
    with st.popover(translate("Take out", language), type="tertiary", key=f"take_out_{source.id}"), guarded(language):
        html.paragraph(
            translate(
                "Its tasks leave this project. Your own file stays as it is, and what was decided about them waits for "
                "them to come back.",
                language,
            ),
            "note",
        )
        if st.button(translate("Take this file out", language), key=f"taken_out_{source.id}"):
            delete_source(work(), source.id)
            state.notify(translate("“{file}” is out of this project.", language, file=source.filename))
            st.rerun()
