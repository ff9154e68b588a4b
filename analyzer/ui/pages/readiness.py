"""Readiness and risks: what a team answers moves adoption, and each use case has its register of risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration
from analyzer.opportunity.readiness import CONDITIONS, weakest_condition
from analyzer.ui import state
from analyzer.ui.components import frame, html
from analyzer.ui.components.carried_notes import show_carried
from analyzer.ui.components.notices import guarded
from analyzer.ui.components.opened import opened_analysis
from analyzer.ui.components.readiness_survey import answers_of, choose_team, show_effect, show_sources, show_survey
from analyzer.ui.components.risk_register import registers, show_overview, show_register
from analyzer.ui.moves import use_cases, without

if TYPE_CHECKING:
    from analyzer.opportunity.risks import Risk
    from analyzer.ui.analysis import Analysis

_MOST_OFFERED = 200


def page() -> None:
    """Draw the page."""
    language = state.language()
    frame.page_head("readiness", language)
    analysis = opened_analysis(language)
    if analysis is not None:
        cases = use_cases(analysis.estimate)
        found = registers(analysis, cases)
        frame.finding(_finding(analysis, found, language))
        show_carried(analysis, language)
        _survey(analysis, language)
        st.subheader(translate("What could go wrong", language), anchor=False)
        if found:
            with guarded(language):
                _risks(analysis, found, language)
        else:
            html.paragraph(translate("With these assumptions no use case would free time.", language), "note")
    frame.page_foot("readiness")


def _finding(analysis: Analysis, found: dict[str, tuple[Risk, ...]], language: str) -> str:
    answers = answers_of(analysis.project.id)
    high = sum(risk.level == "high" and not risk.aside for risks in found.values() for risk in risks)
    risks = translate("No high risk stands in the register.", language)
    if high:
        risks = translate_plural(
            "{number} high risk stands in the register.",
            "{number} high risks stand in the register.",
            high,
            language,
            number=format_count(high, language),
        )
    weakest = weakest_condition(answers)
    if weakest is None:
        words = translate("Nobody has answered yet, so the hours take your teams for average.", language)
        return f"{words} {risks}"
    estimates = (without(analysis.estimate, "readiness"), analysis.estimate)
    before, after = (float(one.totals("total")["minutes_freed_central"].iloc[0]) for one in estimates)
    facts = {
        "before": format_duration(before, language),
        "after": format_duration(after, language),
        "condition": translate(CONDITIONS[weakest], language),
    }
    if facts["before"] == facts["after"]:
        words = translate(
            "Your answers leave the hours that could be freed at {after} a week; the weakest point is: {condition}.",
            language,
            after=facts["after"],
            condition=facts["condition"],
        )
    else:
        words = translate(
            "Your answers take the hours that could be freed from {before} to {after} a week; the weakest point is: "
            "{condition}.",
            language,
            **facts,
        )
    return f"{words} {risks}"


def _survey(analysis: Analysis, language: str) -> None:
    st.subheader(translate("How ready is the team?", language), anchor=False)
    html.paragraph(
        translate(
            "Answer together, in a meeting: one answer for the team, none for a person. Each answer is kept at once "
            "and moves the hours on all pages.",
            language,
        ),
        "note",
    )
    team = choose_team(analysis, language)
    show_effect(analysis, language)
    with guarded(language):
        show_survey(analysis.project.id, team, language)
    with st.expander(translate("How answers move the hours, and what the statements rest on", language)):
        show_sources(language)


def _risks(analysis: Analysis, found: dict[str, tuple[Risk, ...]], language: str) -> None:
    cases = use_cases(analysis.estimate)
    html.paragraph(
        translate(
            "Risks follow from stated rules: the points of attention of a task, who looks at results, the kind of "
            "solution, handwork and relations, and weak answers above. A level is likelihood times impact, each "
            "from 1 to 5: high from 12, medium from 6. Change what you know better.",
            language,
        ),
        "note",
    )
    show_overview(found, cases["use_case"], language)
    names = cases.loc[cases["minutes"] > 0, "use_case"].head(_MOST_OFFERED)
    key = st.selectbox(
        translate("Register of the use case", language),
        list(names.index),
        format_func=lambda chosen: str(names[chosen]),
        key=state.view_key("risk_case"),
    )
    if key is not None:
        show_register(analysis, str(key), language)


page()
