"""Two versions of one list: what changed between them, and the question which of them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration
from analyzer.ui import state, versions
from analyzer.ui.components import html
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.formats import counted_tasks

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.inventory import Difference
    from analyzer.ui.versions import KnownList, Version

ButtonKind = Literal["primary", "secondary", "tertiary"]

_LONGEST = 36
"""Letters of a file's name on a button; judgement."""

_SHOWN = 12
"""Changed tasks that are listed; judgement."""


def ask_which_counts(version: Version, language: str) -> None:
    """Ask which of two versions of one list in a project counts; nothing changes until the reader says so."""
    before, after = version.before.filename, version.after.filename
    with st.container(border=True, key="card_versions"):
        title = translate("Two versions of one list?", language)
        st.html(f'<div class="part"><strong>{html.text(title)}</strong></div>')
        html.paragraph(
            translate(
                "“{after}” and “{before}” hold mostly the same tasks, and both count now: their hours count twice.",
                language,
                after=after,
                before=before,
            ),
            "note",
        )
        _differences(version.difference, before, after, language)
        _changed_tasks(version, language)
        html.paragraph(
            translate(
                "The one that does not count leaves this project; what was decided here about its tasks goes over to "
                "the other. Your own files stay as they are.",
                language,
            ),
            "note",
        )
        with st.container(horizontal=True), guarded(language):
            for source in (version.after, version.before):
                kind: ButtonKind = "primary" if source is version.after else "secondary"
                words = translate("Count only “{file}”", language, file=_short(source.filename))
                if st.button(html.plain(words), type=kind, key=f"only_{source.id}"):
                    versions.count_only(version, source, language)
                    state.notify(translate("“{file}” counts now.", language, file=source.filename))
                    st.rerun()
            if st.button(translate("Count both", language), key="both_versions"):
                versions.count_both(version)
                st.rerun()


def ask_about_known_list(known: KnownList, file: str, language: str) -> str | None:
    """Say that a file is a version of an earlier project's list, and return the reader's answer once there is one.

    :param file: its name.
    :returns: "open" (the earlier project), "replace" (put it in the place of its list), "new" (a project of its own),
        "leave", or None.
    """
    facts = {"file": file, "project": known.project.name}
    if known.same_file or known.difference.nothing_changed:
        panel(translate("“{file}” is already here, in the project “{project}”.", language, **facts), "remark")
        answers = {"open": translate("Open that project", language)}
    else:
        before = known.source.filename
        panel(
            translate(
                "“{file}” holds mostly the tasks of the project “{project}”: is it a newer version of its list?",
                language,
                **facts,
            ),
            "remark",
        )
        _differences(known.difference, before, file, language)
        html.paragraph(
            translate(
                "In its place, what was decided there still holds: corrections, judgements, pilots, measured times.",
                language,
            ),
            "note",
        )
        answers = {"replace": translate("Put it in the place of “{file}”", language, file=_short(before))}
    answers |= {
        "new": translate("Open it as a new project", language),
        "leave": translate("Leave it for now", language),
    }
    with st.container(horizontal=True):
        for place, (answer, words) in enumerate(answers.items()):
            kind: ButtonKind = "primary" if place == 0 else "tertiary" if answer == "leave" else "secondary"
            if st.button(html.plain(words), type=kind, key=f"known_{answer}"):
                return answer
    return None


def put_in_place(known: KnownList, name: str, content: bytes, language: str, *, any_list: bool) -> None:
    """Put a newer version in the place of the project's list, and say on the page that follows what changed."""
    versions.put_in_place(known, name, content, language, any_list=any_list)
    found = known.difference
    state.notify(
        translate(
            "The newer version is in its place: {same} as before, {changed} changed, {added} new, {gone} gone.",
            language,
            same=format_count(found.same, language),
            changed=format_count(len(found.changed), language),
            added=format_count(len(found.added), language),
            gone=format_count(len(found.gone), language),
        )
    )


def _differences(found: Difference, before: str, after: str, language: str) -> None:
    """Say how many tasks are the same, changed, new and gone."""
    shown = [
        (found.same, translate_plural("{number} task is in both and has not changed.",
                                      "{number} tasks are in both and have not changed.",
                                      found.same, language, number=format_count(found.same, language))),
        (len(found.changed), translate_plural("{number} task is in both, with another time, role or team.",
                                              "{number} tasks are in both, with another time, role or team.",
                                              len(found.changed), language,
                                              number=format_count(len(found.changed), language))),
        (len(found.added), translate("Only in “{file}”: {tasks}.", language, file=after,
                                     tasks=counted_tasks(len(found.added), language))),
        (len(found.gone), translate("Only in “{file}”: {tasks}.", language, file=before,
                                    tasks=counted_tasks(len(found.gone), language))),
    ]  # fmt: skip
    said = "".join(f"<li>{html.text(words)}</li>" for count, words in shown if count)
    st.html(f'<ul class="reasons">{said}</ul>')


def _changed_tasks(version: Version, language: str) -> None:
    changed = version.difference.changed[:_SHOWN]
    if not changed:
        return
    with st.expander(translate("What changed", language), key=state.view_key("changed_tasks")):
        head = [
            label("field", "task", language),
            translate("In “{file}”", language, file=_short(version.before.filename)),
            translate("In “{file}”", language, file=_short(version.after.filename)),
        ]
        lines = [
            [
                str(version.rows_after["task"].iloc[at_after]),
                _told(version.rows_before, at_before, language),
                _told(version.rows_after, at_after, language),
            ]
            for at_before, at_after in changed
        ]
        st.html(html.table(head, lines, caption=translate("Tasks that changed", language), deciding=(2,)))
        if len(version.difference.changed) > _SHOWN:
            rest = counted_tasks(len(version.difference.changed) - _SHOWN, language)
            html.paragraph(translate("And {tasks} more.", language, tasks=rest), "note")


def _told(rows: pd.DataFrame, place: int, language: str) -> str:
    """Return who does a task and its time a week, in words."""
    row = rows.iloc[place]
    who = [str(row[name]) for name in ("role", "team") if isinstance(row[name], str)]
    time = format_duration(row["minutes_per_week"], language)
    return " · ".join([*who, translate("{time} a week", language, time=time)])


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
