"""Propose an idea: one task in one's own words, seen in private first, then handed to the lead or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range
from analyzer.scoring.reasons import CORRECTED_ALIKE
from analyzer.scoring.text import comparison_key
from analyzer.ui import appraisal, author, state
from analyzer.ui.analysis import Row, rows_of
from analyzer.ui.appraisal import Idea
from analyzer.ui.components import frame, html
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.idea_card import chips_of, scores_of
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.own_ideas import CHANGED, show_own_ideas
from analyzer.ui.components.why import show_why
from analyzer.ui.formats import Spread, missing
from analyzer.ui.masked_edits import masked_idea
from analyzer.ui.times_in_words import duration_in_words, frequency_in_words
from analyzer.ui.work import work
from analyzer.workspace import (
    Proposal,
    create_proposal,
    get_project,
    submit_proposal,
    update_proposal,
)

if TYPE_CHECKING:
    from analyzer.ui.appraisal import Appraisal

_IDEA, _AS_WRITTEN = "idea", "idea_as_written"
_FIELDS = ("idea_task", "idea_frequency", "idea_duration")
_EMPTIED = "idea_emptied"
_SHOWN = 2
"""Roles or teams of the list that are named as examples."""


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("propose", language)
    author.meet()
    frame.finding(
        translate(
            "Which task would you gladly hand over? Say it in your own words; nobody sees it until you decide.",
            language,
        )
    )
    with guarded(language):
        _ask(language)
    with guarded(language):
        if idea := st.session_state.get(_IDEA):
            _worth(idea, language)
    with guarded(language):
        show_own_ideas(language, _change)
    frame.page_foot("propose")


def _ask(language: str) -> None:
    roles, teams = _known_names(language)
    if st.session_state.pop(_EMPTIED, False):
        # Written, not left out: a browser keeps showing what a field holds until it is told of another value.
        st.session_state.update(dict.fromkeys(_FIELDS, ""))
    if st.session_state.get(CHANGED):
        html.paragraph(
            translate("You are changing a draft: what you keep from here takes its place.", language), "note"
        )
    with st.form("idea_form"):
        task = st.text_area(
            translate("The task", language),
            placeholder=translate("For example: I copy the orders from e-mails into the stock list.", language),
            max_chars=500,
            height=96,
            key="idea_task",
        )
        often, long, people = st.columns([2, 2, 1])
        frequency = often.text_input(
            translate("How often", language), placeholder=translate("3 times a week", language), key="idea_frequency"
        )
        duration = long.text_input(
            translate("How long each time", language), placeholder=translate("20 min", language), key="idea_duration"
        )
        headcount = people.number_input(
            translate("People who do it", language), min_value=1, max_value=10_000, value=1, key="idea_people"
        )
        left, right = st.columns(2)
        # Fields, not lists to choose from: these drop what was typed when one leaves them by the tabulator.
        role = _as_known(
            left.text_input(translate("Your role", language), placeholder=_for_example(roles), key="idea_role"), roles
        )
        team = _as_known(
            right.text_input(translate("Your team", language), placeholder=_for_example(teams), key="idea_team"), teams
        )
        if st.form_submit_button(translate("See what it is worth", language), type="primary", key="idea_appraise"):
            idea = Idea((task or "").strip(), frequency or "", duration or "", role, team, float(headcount)).completed()
            masked = masked_idea(idea, language)
            st.session_state[_IDEA] = masked if idea.task else None
            st.session_state[_AS_WRITTEN] = idea if masked != idea else None
            if not idea.task:
                panel(translate("Describe the task in a few words first.", language), "problem")


def _for_example(known: list[str]) -> str:
    return ", ".join(known[:_SHOWN]) + (", …" if len(known) > _SHOWN else "")


def _as_known(written: str, known: list[str]) -> str | None:
    """Return a role or team as the task list spells it, or as written; None for nothing."""
    spelt = {comparison_key(name): name for name in known}
    return spelt.get(comparison_key(written), written.strip()) or None


def _known_names(language: str) -> tuple[list[str], list[str]]:
    project = state.project_id()
    if project is None:
        return [], []
    rows = rows_of(get_project(work(), project), language)
    return sorted(rows["role"].dropna().unique()), sorted(rows["team"].dropna().unique())


def _worth(idea: Idea, language: str) -> None:
    appraised = appraisal.appraise(idea, state.project_id(), language)
    st.subheader(translate("What it could be worth", language), anchor=False)
    html.paragraph(translate("Only you see this, until you hand it over.", language), "note")
    _what_was_masked(idea, language)
    if idea.from_words:
        html.paragraph(_taken_from_words(idea, language), "because")
    row = appraised.row
    show_figures([_hours(row, language)])
    values = appraised.snapshot()
    st.html(scores_of(values, language))
    st.html(chips_of(values, language))
    followed = CORRECTED_ALIKE in str(row["reasons"])
    if followed:
        words = translate("These scores follow corrections that your team made to similar tasks.", language)
        html.paragraph(words, "because")
    show_why(row, language, corrected=followed)
    _nearest(appraised, language)
    with st.container(horizontal=True):
        if st.button(translate("Hand it to the lead", language), type="primary", key="idea_submit"):
            proposal = _keep(idea, appraised, language)
            submit_proposal(work(), proposal.id, author_id=author.account_id())
            _done(translate("Handed over: the lead now sees your idea.", language))
        if st.button(translate("Keep it as a private draft", language), key="idea_draft"):
            _keep(idea, appraised, language)
            _done(translate("Kept: seen in this browser only.", language))
        if st.button(translate("Discard", language), type="tertiary", key="idea_discard"):
            _done(translate("Discarded: nothing was kept.", language))


def _what_was_masked(idea: Idea, language: str) -> None:
    """Say that personal data was masked in the idea, and let its author keep the words as they were written."""
    written = st.session_state.get(_AS_WRITTEN)
    if written is None:
        return
    panel(translate("Personal data in your words was masked: “{task}”", language, task=idea.task), "remark")
    if st.button(translate("Keep my words as I wrote them", language), type="tertiary", key="idea_as_written_keep"):
        st.session_state[_IDEA], st.session_state[_AS_WRITTEN] = written, None
        st.rerun()


def _taken_from_words(idea: Idea, language: str) -> str:
    """Say which times were taken from the description, so that its author can put them right."""
    often, long = idea.times()
    said = [frequency_in_words(often, language), duration_in_words(long, language)]
    return translate(
        "Taken from your words: {times}. Fill in the fields above if that is not what you mean.",
        language,
        times=" · ".join(one for one in said if one),
    )


def _hours(row: Row, language: str) -> Figure:
    label_ = translate("Could be freed", language)
    if missing(row["minutes_per_week"]):
        return Figure(
            label_,
            translate("Unknown", language),
            note=translate("Say how often and how long: then the hours appear.", language),
        )
    spread = Spread.of(row, "minutes_freed")
    return Figure(
        label_,
        format_duration(spread.central, language),
        period=translate("a week", language),
        spread=translate("range: {range}", language, range=format_range(spread.low, spread.high, language)),
        note=translate(
            "of {duration} a week that it takes", language, duration=format_duration(row["minutes_per_week"], language)
        ),
        line=(spread, max(float(row["minutes_per_week"]), spread.high)),
        main=True,
    )


def _nearest(appraised: Appraisal, language: str) -> None:
    if not appraised.nearest:
        return
    same = [near for near in appraised.nearest if near.same]
    if same:
        who = same[0].role or translate("role not stated", language)
        panel(
            translate(
                "This looks like a task that is already in the list: “{task}” ({role}).",
                language,
                task=same[0].task,
                role=who,
            ),
            "caution",
        )
    items = "".join(
        f"<li><span>{html.text(near.task)}<br><small>"
        f"{html.text(' · '.join(name for name in (near.role, near.team) if name))}</small></span>"
        f'<span class="how">{html.text(translate("the same work", language) if near.same else "")}</span></li>'
        for near in appraised.nearest
    )
    html.paragraph(translate("Closest tasks in the open project", language), "note")
    st.html(f'<ul class="near">{items}</ul>')


def _keep(idea: Idea, appraised: Appraisal, language: str) -> Proposal:
    """Keep an idea as a draft: a new one, or the one that is being changed."""
    row = appraised.row
    details = {
        "role": idea.role,
        "team": idea.team,
        "frequency": idea.frequency or None,
        "occurrences_per_week": row["occurrences_per_week"],
        "minutes_per_occurrence": row["minutes_per_occurrence"],
        "headcount": idea.headcount,
        "language": language,
    }
    snapshot, account, changed = appraised.snapshot(), author.account_id(), st.session_state.get(CHANGED)
    if changed is not None:
        return update_proposal(work(), changed, snapshot=snapshot, author_id=account, task=idea.task, **details)
    return create_proposal(work(), state.project_id(), idea.task, snapshot=snapshot, author_id=account, **details)


def _change(proposal: Proposal, language: str) -> None:
    """Put a draft back into the form above; what is kept from there on takes its place."""
    st.session_state[CHANGED] = proposal.id
    st.session_state["idea_task"] = proposal.task
    st.session_state["idea_frequency"] = proposal.frequency or ""
    each = proposal.minutes_per_occurrence
    st.session_state["idea_duration"] = "" if each is None else duration_in_words(each, language)
    st.session_state["idea_role"], st.session_state["idea_team"] = proposal.role or "", proposal.team or ""
    st.session_state["idea_people"] = int(proposal.headcount)
    for key in (_IDEA, _AS_WRITTEN):
        st.session_state.pop(key, None)


def _done(words: str) -> None:
    for key in (_IDEA, _AS_WRITTEN, CHANGED):
        st.session_state.pop(key, None)
    st.session_state[_EMPTIED] = True
    state.notify(words)
    st.rerun()


page()
