"""The readiness survey: a team answers together, each answer is kept at once, and its effect is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, format_number, format_share
from analyzer.opportunity.ramp import months_to_full
from analyzer.opportunity.readiness import (
    ANSWERS,
    CONDITIONS,
    EVERYBODY,
    KEPT_FOR_EVERYBODY,
    SMALLEST_GROUP,
    STATEMENTS,
    answers_by_team,
    checked_answers,
    condition_scores,
)
from analyzer.ui import state
from analyzer.ui.components import html
from analyzer.ui.components.added import added, sum_as_read
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.opened_rows import open_total
from analyzer.ui.local_facts import READINESS
from analyzer.ui.moves import without
from analyzer.ui.work import work
from analyzer.workspace import choices, drop_choices, keep_choice

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.readiness import Answers
    from analyzer.ui.analysis import Analysis


def answers_of(project_id: str) -> dict[str, dict[str, int]]:
    """Return what each team of a project answered."""
    return answers_by_team(choices(work(), project_id, READINESS))


def choose_team(analysis: Analysis, language: str) -> str:
    """Let the reader choose whose answers are shown: everybody's, or those of a team that is large enough."""
    teams = analysis.estimate.totals("team").dropna(subset="team")
    large = sorted(teams.loc[teams["headcount"] >= SMALLEST_GROUP, "team"].astype(str))
    team = st.pills(
        translate("Whose answers", language),
        [EVERYBODY, *large],
        default=EVERYBODY,
        required=True,
        format_func=lambda name: html.plain(name) if name else translate("Everybody", language),
        key=state.view_key("survey_team"),
        persist_state="session",
    )
    if small := len(teams) - len(large):
        html.paragraph(
            translate_plural(
                "{number} team of fewer than {least} people answers with everybody, so that nobody’s answer can be "
                "read off.",
                "{number} teams of fewer than {least} people answer with everybody, so that nobody’s answer can be "
                "read off.",
                small,
                language,
                number=format_count(small, language),
                least=SMALLEST_GROUP,
            ),
            "note",
        )
    return str(team or EVERYBODY)


def show_survey(project_id: str, team: str, language: str) -> None:
    """Show the twelve statements with the answers of a team, in four cards."""
    given = answers_of(project_id).get(team, {})
    scores = condition_scores(given)
    grid = st.grid(2, min_column_width=320, gap=("medium", "medium"))
    for condition, title in CONDITIONS.items():
        with grid.cell(), st.container(border=True, key=f"card_{condition}"):
            answered = any(one.code in given for one in STATEMENTS if one.condition == condition)
            share = format_share(scores[condition], language) if answered else translate("not answered", language)
            line = html.bar_line(scores[condition] if answered else 0.0, 1.0, share)
            st.html(f'<div class="scores">{html.score_line(translate(title, language), share, "", line)}</div>')
            for one in STATEMENTS:
                if one.condition == condition:
                    _statement(project_id, team, one.code, one.text(language), given, language)
    if given and st.button(translate("Take these answers back", language), key="reset_survey"):
        drop_choices(work(), project_id, READINESS, [team or KEPT_FOR_EVERYBODY])
        st.rerun()


def _statement(project_id: str, team: str, code: str, words: str, given: Answers, language: str) -> None:
    key = state.view_key(f"ready_{team}_{code}")
    st.session_state[key] = given.get(code)

    def answered() -> None:
        answers = {**answers_of(project_id).get(team, {}), code: st.session_state[key]}
        try:
            if kept := checked_answers(answers):
                keep_choice(work(), project_id, READINESS, team or KEPT_FOR_EVERYBODY, kept)
            else:
                drop_choices(work(), project_id, READINESS, [team or KEPT_FOR_EVERYBODY])
        except AnalyzerError as error:
            state.complain(error.message(language))

    st.segmented_control(
        html.plain(words),
        range(len(ANSWERS)),
        format_func=lambda answer: translate(ANSWERS[answer], language),
        key=key,
        on_change=answered,
    )


def show_effect(analysis: Analysis, language: str) -> None:
    """Show what the answers move: hours, adoption and ramp-up, before and after, for all and by team."""
    before, after = without(analysis.estimate, "readiness"), analysis.estimate
    minutes = [float(one.totals("total")["minutes_freed_central"].iloc[0]) for one in (before, after)]
    adoption = [_adoption(one) for one in (before, after)]
    months = [months_to_full(EVERYBODY, one) for one in (before, after)]
    show_figures(
        [
            Figure(
                label=translate("Could be freed, after your answers", language),
                value=format_duration(minutes[1], language),
                period=translate("a week", language),
                note=translate("{duration} without them", language, duration=format_duration(minutes[0], language)),
                main=True,
            ),
            Figure(
                label=translate("Adoption", language),
                value=format_share(adoption[1], language),
                note=translate("{share} without them", language, share=format_share(adoption[0], language)),
            ),
            Figure(
                label=translate("Until it is in full use", language),
                value=_months(months[1], language),
                note=translate("{months} without them", language, months=_months(months[0], language)),
            ),
        ]
    )
    _by_team(analysis, language)


def _adoption(estimate: HoursEstimate) -> float:
    """Return the adoption that the hours rest on: that of each task, by the minutes that it could free."""
    frame = estimate.frame
    could = frame["minutes_per_week"].fillna(0.0) * frame["week_factor"] * frame["share_freed_central"]
    return float((frame["adoption"] * could).sum() / could.sum()) if could.sum() else estimate.assumptions.adoption


def _by_team(analysis: Analysis, language: str) -> None:
    """Show what the answers move in each team, and the rows of the team that the reader opens."""
    before, after = without(analysis.estimate, "readiness").frame, analysis.estimate.frame
    people = analysis.estimate.totals("team").set_index("team")["headcount"]
    large = set(people[people >= SMALLEST_GROUP].index.dropna())
    group = after["team"].map(lambda team: team if team in large else EVERYBODY).fillna(EVERYBODY)
    central = "minutes_freed_central"
    sums = pd.DataFrame({"before": before[central].to_numpy(), "after": after[central].to_numpy()}).groupby(
        group.to_numpy()
    )
    freed = sums.sum().sort_values("after", ascending=False)
    if len(freed) == 1:
        return  # one line would only say again what the figures above say
    names = {team: str(team) or translate("Smaller teams and tasks without one", language) for team in freed.index}
    wholes = {name: sum_as_read(freed[name].tolist()) for name in ("before", "after")}
    columns = [added(freed[name].tolist(), language, whole=whole) for name, whole in wholes.items()]
    full = [_months(months_to_full(team, analysis.estimate), language) for team in freed.index]
    rows = zip([*names.values(), translate("In all", language)], *columns, [*full, ""], strict=True)
    head = [
        translate("Team", language),
        translate("Could free, a week, before your answers", language),
        translate("After your answers", language),
        translate("Until it is in full use", language),
    ]
    caption = translate("What the answers move, by team", language)
    st.html(html.table(head, list(rows), caption=caption, numeric=(1, 2, 3), deciding=(1, 2)))
    words = translate("Open a total to its rows", language)
    open_total(analysis.estimate, group, names, freed["after"].tolist(), words, language, "ready_team", wholes["after"])


def _months(count: float, language: str) -> str:
    return translate("{months} months", language, months=format_number(count, language))


def show_sources(language: str) -> None:
    """Show how answers move figures, and where each statement comes from."""
    html.paragraph(
        translate(
            "Adoption is multiplied by 0.5 where every answer is “Not at all”, by 1 in the middle and by 1.2 where "
            "every answer is “Fully”; the months until full use by 2, 1 and 0.8. What is not answered changes nothing. "
            "Firms that had the same tool went from 6% to 75% of regular users (Dillon et al., 7,137 workers): that "
            "gives the range; the weights are our judgement.",
            language,
        ),
        "note",
    )
    head = [
        translate("Condition", language),
        translate("Statement", language),
        translate("What it rests on", language),
    ]
    rows = [
        [translate(CONDITIONS[one.condition], language), one.text(language), one.why(language)] for one in STATEMENTS
    ]
    st.html(html.table(head, rows, caption=translate("Sources of the survey", language)))
