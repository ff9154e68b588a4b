"""Readiness and risks: answers move the hours on the page, and the register is changed in place."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES
from analyzer.opportunity.readiness import STATEMENTS
from analyzer.opportunity.risks import risks_of
from analyzer.ui.analysis import analysed
from analyzer.ui.components.risk_register import RISK, keep_changes
from analyzer.ui.local_facts import READINESS
from analyzer.ui.moves import tasks_of
from analyzer.ui.work import work
from analyzer.workspace import choices, keep_choice

CODES = [statement.code for statement in STATEMENTS]
LARGE_TEAM = (
    b"Task;Role;Team;Frequency;Duration;Headcount\r\n"
    b"Key supplier invoices;Clerk;Finance;3 times a day;20 min;6\r\n"
    b"Answer customer e-mails;Agent;Front desk;daily;45 min;2\r\n"
)


def answer(app: AppTest, code: str, value: int | None, team: str = "") -> AppTest:
    app.segmented_control(key=f"view_ready_{team}_{code}").set_value(value)
    return settled(app)


def freed(project: str) -> float:
    """Return the minutes a week that the page just shown counts with."""
    return float(analysed(project, "en").estimate.totals("total")["minutes_freed_central"].iloc[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_answer_teams_are_taken_for_average(language: str) -> None:
    app = open_app("readiness", language, small_project())
    assert problems(app) == []
    sentence = ("Nobody has answered yet", "Personne n’a encore répondu")[LANGUAGES.index(language)]
    assert sentence in said(app)


def test_an_answer_is_kept_at_once_and_moves_the_hours() -> None:
    project = small_project()
    app = open_app("readiness", "en", project)
    before = freed(project)
    answer(app, "speak_up", 0)
    assert choices(work(), project, READINESS) == {"*": {"speak_up": 0}}
    assert freed(project) < before
    assert "the weakest point is: Open culture" in said(app)
    answer(app, "speak_up", None)
    assert choices(work(), project, READINESS) == {}
    assert freed(project) == before


def test_answers_are_taken_back_together() -> None:
    project = small_project()
    keep_choice(work(), project, READINESS, "*", dict.fromkeys(CODES, 4))
    app = button(open_app("readiness", "en", project), "reset_survey")
    assert choices(work(), project, READINESS) == {}
    assert "Nobody has answered yet" in said(app)


def test_only_teams_of_five_people_or_more_answer_alone() -> None:
    project = small_project(LARGE_TEAM, "tasks.csv")
    app = open_app("readiness", "en", project)
    teams = app.pills(key="view_survey_team")
    assert teams.options == ["Everybody", "Finance"]
    assert "1 team of fewer than 5 people answers with everybody" in said(app)
    teams.set_value("Finance")
    settled(app)
    answer(app, "training", 4, team="Finance")
    assert choices(work(), project, READINESS) == {"Finance": {"training": 4}}
    words = said(app)
    assert "Smaller teams and tasks without one" in words
    assert "Front desk" not in words


def test_the_register_is_changed_in_place_and_all_of_a_change_is_kept_or_nothing() -> None:
    project = small_project()
    app = open_app("readiness", "fr", project)
    rows = app.dataframe[-1].value
    assert list(rows["counts"]) == [True] * len(rows)
    case = app.selectbox(key="view_risk_case").value
    codes = [risk.code for risk in risks_of(tasks_of(analysed(project, "fr").estimate, case))]
    with pytest.raises(UsageError):
        keep_changes(analysed(project, "fr"), case, codes, {0: {"impact": 5}, 1: {"likelihood": 9}}, "fr")
    assert choices(work(), project, RISK) == {}

    keep_changes(
        analysed(project, "fr"), case, codes, {0: {"likelihood": 5, "impact": 5, "owner": "Contrôle financier"}}, "fr"
    )
    keep_changes(analysed(project, "fr"), case, codes, {1: {"counts": False}}, "fr")
    changed = settled(app).dataframe[-1].value
    assert (changed["likelihood"][0], changed["owner"][0]) == (5, "Contrôle financier")
    assert list(changed["counts"]) == [True] * (len(rows) - 1) + [False]
    assert changed["level"][0] == "Élevé"


def test_a_risk_of_ones_own_is_added_and_can_be_dropped_again() -> None:
    project = small_project()
    app = open_app("readiness", "en", project)
    count = len(app.dataframe[-1].value)
    app.session_state["view_own_risk"] = True
    settled(app)
    texts = [box for box in app.text_input if box.label in ("What could happen", "What is done about it")]
    texts[0].set_value("The scanner is old")
    texts[1].set_value("Hire another")
    next(one for one in app.button if one.label == "Add this risk").click()
    settled(app)
    assert "The scanner is old" in list(app.dataframe[-1].value["why"])
    button(app, "reset_risks")
    assert len(app.dataframe[-1].value) == count
