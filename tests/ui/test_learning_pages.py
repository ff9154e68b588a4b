"""After a correction: what moved with it, why, and how it is undone."""

from __future__ import annotations

import pandas as pd
import pytest
from driving_app import button, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.ui.analysis import Row, analysed
from analyzer.ui.appraisal import Idea, appraise
from analyzer.ui.work import work
from analyzer.workspace import learns, override_row

SET, LIKE, OTHER = (
    "Saisir les factures fournisseurs",
    "Saisie des factures fournisseurs",
    "Mener les entretiens annuels",
)
LIST = (
    "Tâche;Rôle;Fréquence;Durée\r\n"
    f"{SET};Comptable;3 fois par jour;20 min\r\n"
    f"{LIKE};Assistante;tous les jours;45 min\r\n"
    f"{OTHER};Chef d’équipe;annuel;1 h\r\n"
).encode()
SCORES = ["automatability", "automatability_low", "automatability_high", "level", "repetitiveness", "reasons"]


def tasks_of(project: str) -> pd.DataFrame:
    return analysed(project, "en").tasks.set_index("task")


def task_named(project: str, name: str) -> Row:
    tasks = analysed(project, "en").tasks
    task = analysed(project, "en").task(str(tasks.index[tasks["task"] == name][0]))
    assert task is not None
    return task


def correct(app: AppTest, name: str, value: int = 5, field: str = "automatability") -> AppTest:
    """Set a score of a task in its panel."""
    row_id = str(task_named(app.query_params["project"], name)["row_id"])
    app.selectbox(key="open_opportunity").set_value(row_id)
    settled(app)
    app.slider(key=f"{field}_{row_id}").set_value(value)
    app.text_input(key=f"reason_{row_id}").set_value("The portal is closed to us")
    return button(app, f"save_{row_id}")


@pytest.fixture
def project() -> str:
    return small_project(LIST)


@pytest.fixture
def computed(project: str) -> pd.DataFrame:
    """The scores before anyone corrected one."""
    return tasks_of(project)[SCORES]


def test_nothing_is_said_of_learning_before_a_score_is_corrected(project: str) -> None:
    app = open_app("opportunities", "en", project)
    assert not app.toggle


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", f"Your correction of “{SET}” moved the scores of 1 similar task, by "),
        ("fr", f"Votre correction de «\u00a0{SET}\u00a0» a fait bouger les scores de 1 tâche proche, de "),
    ],
)
def test_a_correction_says_what_moved_with_it_and_lists_it(
    project: str, computed: pd.DataFrame, language: str, sentence: str
) -> None:
    app = correct(open_app("opportunities", language, project), SET)
    assert problems(app) == []
    assert sentence in said(app)
    before, now = computed.loc[LIKE, "automatability"], task_named(project, LIKE)["automatability"]
    assert now < before
    assert f"{round(before)} → {round(now)}" in said(app)
    assert len(app.toast) == 2, "the hours, and how many tasks followed"
    pd.testing.assert_series_equal(tasks_of(project).loc[OTHER, SCORES], computed.loc[OTHER])


def test_the_panel_of_a_task_says_that_it_was_corrected_like_another(project: str) -> None:
    app = correct(open_app("opportunities", "en", project), SET)
    app.selectbox(key="open_opportunity").set_value(str(task_named(project, LIKE)["row_id"]))
    assert f"Corrected like “{SET}”. Automatable:" in said(settled(app))
    assert "by likeness" in app.dataframe[-1].value.to_csv()


def test_a_correction_that_nothing_resembles_says_so(project: str) -> None:
    app = correct(open_app("opportunities", "en", project), OTHER, 95)
    assert "nothing else has moved" in said(app)


def test_one_correction_can_be_kept_to_its_own_task_and_taken_in_again(project: str, computed: pd.DataFrame) -> None:
    app = correct(open_app("opportunities", "en", project), SET)
    button(app, "learning_undo_last_0")
    assert problems(app) == []
    assert "nothing else has moved" in said(app)
    pd.testing.assert_frame_equal(tasks_of(project).loc[[LIKE, OTHER], SCORES], computed.loc[[LIKE, OTHER]])
    assert task_named(project, SET)["automatability"] == 5
    (lesson,) = [box for box in app.checkbox if SET in box.label]
    assert not lesson.value
    lesson.check()
    settled(app)
    assert task_named(project, LIKE)["automatability"] < computed.loc[LIKE, "automatability"]
    assert "moves 1 task" in next(box.label for box in app.checkbox if SET in box.label)


def test_turned_off_the_scores_are_exactly_those_without_learning(project: str, computed: pd.DataFrame) -> None:
    app = correct(open_app("opportunities", "en", project), SET)
    app.toggle(key="learning_on_0").set_value(False)
    settled(app)
    assert not learns(work())
    assert "Scores do not learn from your corrections" in said(app)
    pd.testing.assert_frame_equal(tasks_of(project).loc[[LIKE, OTHER], SCORES], computed.loc[[LIKE, OTHER]])
    again = open_app("opportunities", "en", project)
    assert not again.toggle[0].value, "it is kept"
    again.toggle[0].set_value(True)
    settled(again)
    assert task_named(project, LIKE)["automatability"] < computed.loc[LIKE, "automatability"]


def test_a_correction_teaches_the_other_projects_of_the_workspace(project: str, computed: pd.DataFrame) -> None:
    correct(open_app("opportunities", "en", project), SET)
    other = small_project(f"Tâche;Fréquence;Durée\r\n{LIKE};hebdo;45 min\r\n".encode(), "autres.csv")
    app = open_app("opportunities", "en", other)
    assert "The scores of 1 similar task followed your corrections" in said(app)
    assert task_named(other, LIKE)["automatability"] < computed.loc[LIKE, "automatability"]
    assert "in “Comptabilité”" in app.checkbox[0].label.replace("\\", "")


def test_what_a_person_saw_moved_and_left_stays_when_the_task_is_corrected(project: str) -> None:
    app = correct(open_app("opportunities", "en", project), SET)
    seen = round(task_named(project, LIKE)["automatability"])
    correct(app, LIKE, 10, "repetitiveness")
    task = task_named(project, LIKE)
    assert (task["automatability"], task["repetitiveness"], task["overridden"]) == (seen, 10, True)


def test_an_idea_follows_the_corrections_of_its_project(project: str) -> None:
    alone, apart = (appraise(Idea(task), project, "fr").row["automatability"] for task in (LIKE, OTHER))
    override_row(work(), project, str(task_named(project, SET)["row_id"]), {"automatability": 5}, "closed")
    assert appraise(Idea(LIKE), project, "fr").row["automatability"] < alone
    assert appraise(Idea(OTHER), project, "fr").row["automatability"] == apart


def test_the_map_has_the_same_card(project: str) -> None:
    override_row(work(), project, str(task_named(project, SET)["row_id"]), {"automatability": 5}, "closed")
    app = open_app("map", "fr", project)
    assert problems(app) == []
    assert "Les scores de 1 tâche proche ont suivi vos corrections" in said(app)
