"""How many people stand behind a list: how the number was found, and the number that the reader states instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count
from analyzer.opportunity.local_facts import EVERYBODY
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.local_facts import MOST_PEOPLE, people_stated, state_people

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate
    from analyzer.ui.analysis import Analysis

_MOST_TEAMS = 30


def people_found(estimate: HoursEstimate, language: str) -> str:
    """Return how many people the figures per person count, and where that number comes from."""
    in_all = float(estimate.totals("total")["headcount"].iloc[0])
    counted = translate_plural(
        "{number} person counted",
        "{number} people counted",
        round(in_all),
        language,
        number=format_count(in_all, language),
    )
    if estimate.facts.people:
        return translate("{people}: as you stated.", language, people=counted)
    groups = estimate.prepared.groups["total"]
    named, others = (float(part.sum()) for part in estimate.prepared.staff.found(groups.codes, 1))
    if not named:
        return translate(
            "{people}: the headcount of each role, one where none is stated. State your own number under “How many "
            "people you are”.",
            language,
            people=counted,
        )
    return translate(
        "{people}: {named} named in the list, {others} by the headcount of roles that name nobody (one where none is "
        "stated). State your own number under “How many people you are”.",
        language,
        people=counted,
        named=format_count(named, language),
        others=format_count(others, language),
    )


def show_people(analysis: Analysis, language: str) -> None:
    """Let the reader state how many people there are, in all and by team; an empty field takes the number found."""
    html.paragraph(
        translate("Every figure per person rests on it. An empty field takes the number found in the list.", language),
        "note",
    )
    project_id, stated = analysis.project.id, people_stated(analysis.project.id)
    teams = [str(team) for team in analysis.estimate.totals("team")["team"].dropna()][:_MOST_TEAMS]
    names = {EVERYBODY: translate("In all", language), **{team: team for team in (teams if len(teams) > 1 else [])}}
    grid = st.grid(3, min_column_width=200, gap=("medium", "small"))
    for place, (team, name) in enumerate(names.items()):
        key = state.view_key(f"people_{place}")
        st.session_state[key] = round(stated[team]) if team in stated else None
        with grid.cell():
            st.number_input(
                html.plain(name),
                value=None,
                min_value=1,
                max_value=MOST_PEOPLE,
                step=1,
                key=key,
                on_change=_keep,
                args=(project_id, team, key, language),
            )


def _keep(project_id: str, team: str, key: str, language: str) -> None:
    try:
        state_people(project_id, team, st.session_state[key])
    except AnalyzerError as error:
        state.complain(error.message(language))
