"""The panel of one task: what was found, why, what people said about it, and the form to correct it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range, labelled
from analyzer.opportunity import explain_family
from analyzer.opportunity.families import NO_FAMILY
from analyzer.opportunity.here import MEASURED_HERE
from analyzer.report.lane_words import lane_words
from analyzer.report.theme import LANES
from analyzer.ui import state
from analyzer.ui.analysis import Analysis, Row
from analyzer.ui.components import html, learning_card
from analyzer.ui.components.idea_card import chips_of, scores_of
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.why import show_why
from analyzer.ui.formats import missing, moment
from analyzer.ui.work import work
from analyzer.workspace import current_overrides, override_history, override_row, remove_overrides

_CORRECTABLE = ("automatability", "repetitiveness", "lane")


def show_if_open(analysis: Analysis, language: str) -> None:
    """Show the panel of the task that was chosen, until it is closed; after a correction, say what it did."""
    _tell(analysis, language)
    row_id = state.opened_task()
    task = analysis.task(row_id) if row_id else None
    if task is not None:
        title = html.plain(str(task["task"]))
        st.dialog(title, width="medium", position="right", on_dismiss=_closed)(_panel)(analysis, task, language)


def _closed() -> None:
    state.open_task(None)


def choose_task(tasks: pd.DataFrame, language: str, key: str) -> None:
    """Offer the tasks in a list that can be searched: the way in for keyboard and telephone."""

    def chosen() -> None:
        state.open_task(st.session_state[key])
        st.session_state[key] = None

    st.selectbox(
        translate("Open a task", language),
        tasks["row_id"].tolist(),
        index=None,
        format_func=lambda row_id: str(tasks.at[row_id, "task"]) if row_id in tasks.index else "",
        key=key,
        on_change=chosen,
        placeholder=translate("Type a few letters of the task", language),
    )


def _panel(analysis: Analysis, task: Row, language: str) -> None:
    _facts(task, language)
    with guarded(language):
        _why(analysis, task, language)
    with guarded(language):
        _correct(analysis, task, language)
    with guarded(language):
        _history(analysis, task, language)


def _facts(task: Row, language: str) -> None:
    html.paragraph(_who_and_when(task, language), "note")
    st.html(chips_of(task, language))
    html.paragraph(" ".join(lane_words(task, language)), "because")
    st.html(_scores(task, language))
    if task["lane"] != "keep_human" or task["family"] == NO_FAMILY:  # else the words of the path say why
        own = task["evidence_origin"] == MEASURED_HERE
        rests_on = explain_family(str(task["family_rule"]), language, measured_here=own)
        html.paragraph(labelled(translate("What these hours rest on", language), rests_on, language), "note")


def _who_and_when(task: Row, language: str) -> str:
    parts = [str(task[name]) for name in ("role", "team") if not missing(task[name])]
    if not missing(task["minutes_per_week"]):
        taken = format_duration(task["minutes_per_week"], language)
        parts.append(translate("takes {duration} a week", language, duration=taken))
    else:
        parts.append(translate("time not stated", language))
    return " · ".join(parts)


def _scores(task: Row, language: str) -> str:
    assistance, title = round(task["assistance"]), translate("An assistant speeds it up", language)
    helped = html.score_line(title, f"{assistance} / 100", "", html.bar_line(assistance, 100, f"{title}: {assistance}"))
    return f'{scores_of(task, language)}<div class="scores">{helped}{_freed(task, language)}</div>'


def _freed(task: Row, language: str) -> str:
    title = translate("Could be freed", language)
    if missing(task["minutes_per_week"]):
        return html.score_line(title, "", translate("unknown until its time is filled in", language), "")
    low, central, high = (float(task[f"minutes_freed_{end}"]) for end in ("low", "central", "high"))
    value = translate("{duration} a week", language, duration=format_duration(central, language))
    span = format_range(low, high, language)
    line = html.range_line(low, central, high, float(task["minutes_per_week"]), f"{title}: {value}, {span}")
    return html.score_line(title, value, f"({span})", line)


def _why(analysis: Analysis, task: Row, language: str) -> None:
    st.subheader(translate("Why it scores so", language), anchor=False)
    if words := learning_card.because(analysis, str(task["row_id"]), language):
        html.paragraph(words, "because")
    corrected = bool(task["overridden"]) or bool(words)
    show_why(task, language, corrected=corrected)
    html.paragraph(
        translate(
            "Oversight it needs: {oversight}. How sure this is: {share} out of 100.",
            language,
            oversight=label("oversight", task["oversight_needed"], language),
            share=format_count(100 * task["confidence"], language),
        ),
        "note",
    )


def _correct(analysis: Analysis, task: Row, language: str) -> None:
    st.subheader(translate("You know better?", language), anchor=False)
    row_id = str(task["row_id"])
    with st.form(f"correct_{row_id}", border=False):
        given: dict[str, Any] = {}
        for name, title in (
            ("automatability", translate("Automatable", language)),
            ("repetitiveness", translate("Repetitive", language)),
        ):
            given[name] = st.slider(title, 0, 100, round(task[name]), key=f"{name}_{row_id}")
        given["lane"] = st.pills(
            label("field", "lane", language),
            LANES,
            default=task["lane"],
            required=True,
            format_func=lambda lane: label("lane", lane, language),
            key=f"lane_{row_id}",
        )
        reason = st.text_input(
            translate("Why (needed; it is kept with the change)", language), max_chars=300, key=f"reason_{row_id}"
        )
        if st.form_submit_button(translate("Save the correction", language), type="primary", key=f"save_{row_id}"):
            _save(analysis, task, given, reason or "", language)


def _save(analysis: Analysis, task: Row, given: dict[str, Any], reason: str, language: str) -> None:
    before = {"lane": task["lane"], **{name: round(task[name]) for name in ("automatability", "repetitiveness")}}
    changed = {name: given[name] for name in _CORRECTABLE if given[name] != before[name]}
    if not changed:
        html.paragraph(translate("Nothing is changed yet: move a slider or choose another path.", language), "note")
        return
    row_id = str(task["row_id"])
    # A row that a person set no longer follows other corrections: what those had moved, and the person saw and left,
    # stays as it was seen.
    seen = analysis.moved.loc[analysis.moved["row_id"] == row_id, "field"]
    override_row(work(), analysis.project.id, row_id, {name: round(task[name]) for name in seen} | changed, reason)
    _close(analysis, row_id)


def _close(analysis: Analysis, row_id: str) -> None:
    """Close the panel after a correction; the next run of the page says what it did."""
    state.note_correction(row_id, float(analysis.total["minutes_freed_central"]))
    state.open_task(None)
    st.rerun()


def _tell(analysis: Analysis, language: str) -> None:
    """After a correction, say what it did to the hours."""
    before = state.minutes_before_correction()
    if before is not None:
        words = translate(
            "Saved. Hours that could be freed: {before} a week before, {after} a week now.",
            language,
            before=format_duration(before, language),
            after=format_duration(analysis.total["minutes_freed_central"], language),
        )
        st.toast(words, icon=":material/check:", duration=6)
        if more := learning_card.moved_with_last(analysis, language):
            st.toast(more, icon=":material/school:", duration=6)


def _history(analysis: Analysis, task: Row, language: str) -> None:
    row_id = str(task["row_id"])
    decisions = override_history(work(), analysis.project.id, row_id)
    if not decisions:
        return
    st.subheader(translate("What was corrected", language), anchor=False)
    lines = []
    for decision in decisions:
        if decision.withdrawn:
            what, said = translate("{what}: taken back", language, what=_name(decision.field, language)), ""
        else:
            what = _in_words(decision.field, decision.value, language)
            said = translate("“{reason}”", language, reason=decision.reason) if decision.reason else ""
        lines.append(
            f"<li><span>{html.text(what)}<br><small>{html.text(said)}</small></span>"
            f'<span class="how">{html.text(moment(decision.created_at, language))}</span></li>'
        )
    st.html(f'<ul class="near">{"".join(lines)}</ul>')
    standing = current_overrides(work(), analysis.project.id).get(row_id, {})
    if standing and st.button(translate("Go back to the computed scores", language), key=f"undo_{row_id}"):
        remove_overrides(work(), analysis.project.id, [row_id])
        _close(analysis, row_id)


def _name(field: str, language: str) -> str:
    names = {
        "automatability": translate("Automatable", language),
        "repetitiveness": translate("Repetitive", language),
        "lane": label("field", "lane", language),
    }
    return names.get(field, field)


def _in_words(field: str, value: Any, language: str) -> str:
    shown = label("lane", value, language) if field == "lane" else format_number(float(value), language)
    return translate("{field}: {value}", language, field=_name(field, language), value=shown)
