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
from analyzer.ui.components.risk_register import RISK, keep_change
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


def test_the_total_opens_to_its_teams_and_their_rows_before_anybody_has_answered() -> None:
    app = open_app("readiness", "en", small_project(LARGE_TEAM, "tasks.csv"))
    assert "Smaller teams and tasks without one" in said(app)
    app.selectbox(key="view_opened_ready_team").set_value("Finance")
    settled(app)
    words = said(app)
    assert "Rows that make the total of: Finance" in words and "Key supplier invoices" in words
    assert "Answer customer e-mails" not in words.split("Rows that make the total of")[1].split("Open culture")[0]


def register_of(app: AppTest) -> list[str]:
    """The rows of the register, the greatest risk first."""
    captions = ("<caption>The risk register", "<caption>Le registre des risques")
    [table] = [one.value for one in app.get("html") if any(caption in one.value for caption in captions)]
    return str(table).split("<tbody>")[1].split("</tr>")[:-1]


def chosen(app: AppTest, code: str) -> AppTest:
    """Choose a risk to change, or a new one."""
    [box] = [one for one in app.selectbox if one.label in ("Change or add a risk", "Modifier ou ajouter un risque")]
    box.set_value(code)
    return settled(app)


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click()
    return settled(app)


def test_a_risk_is_changed_in_the_form_below_the_register() -> None:
    project = small_project()
    app = open_app("readiness", "en", project)
    before = register_of(app)
    case = app.selectbox(key="view_risk_case").value
    first, second, *_ = [risk.code for risk in risks_of(tasks_of(analysed(project, "en").estimate, case))]
    chosen(app, first)
    app.slider[0].set_value(5)
    app.slider[1].set_value(5)
    [owner] = [box for box in app.selectbox if box.label == "Who sees to it"]
    owner.set_value("finance_control")
    press(app, "Keep this change")
    rows = register_of(app)
    assert "High risk" in rows[0] and "Finance control" in rows[0]
    [kept] = choices(work(), project, RISK).values()
    assert kept == {first: {"likelihood": 5, "impact": 5, "owner": "finance_control"}}, (
        "words left alone stay the rule's"
    )

    chosen(app, second)
    next(box for box in app.checkbox if box.label == "Counts").set_value(False)
    press(app, "Keep this change")
    assert "set aside" in register_of(app)[-1] and len(register_of(app)) == len(before)


def test_of_a_change_that_cannot_be_nothing_is_kept() -> None:
    project = small_project()
    analysis = analysed(project, "fr")
    app = open_app("readiness", "fr", project)
    case = app.selectbox(key="view_risk_case").value
    code = risks_of(tasks_of(analysis.estimate, case))[0].code
    with pytest.raises(UsageError):
        keep_change(analysis, case, code, {"impact": 5, "likelihood": 9})
    assert choices(work(), project, RISK) == {}
    chosen(app, code)
    app.text_area[0].set_value(" ")
    app.slider[0].set_value(5)
    press(app, "Garder cette modification")
    assert len(problems(app)) == 1
    assert choices(work(), project, RISK) == {}


def test_a_risk_of_ones_own_is_added_and_can_be_dropped_again() -> None:
    project = small_project()
    app = open_app("readiness", "en", project)
    count = len(register_of(app))
    chosen(app, "new")
    app.text_area[0].set_value("The scanner is old")
    app.text_area[1].set_value("Hire another")
    press(app, "Add this risk")
    assert any("The scanner is old" in row for row in register_of(app))
    button(app, "reset_risks")
    assert len(register_of(app)) == count
