"""Times that hardly can be are asked about on the task list page, and settled for all rows of a kind at once."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, rows, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory
from analyzer.inventory.questions import PROPOSALS
from analyzer.ui.components.plausibility import KINDS
from analyzer.ui.reading import store_reading
from analyzer.ui.work import work
from analyzer.workspace import add_source

ODD = (
    "Tâche;Poste;Fréquence;Durée (min)\n"
    "Saisir les commandes;Aide;hebdo;-30\n"
    "Trier les bons;Aide;hebdo;-45\n"
    "Contrôler les factures;Comptable;quotidien;3000\n"
    "Relancer les clients;Comptable;hebdo;600\n"
    "Relancer des clients;Comptable;hebdo;600\n"
).encode()


def asked(app: AppTest) -> list[str]:
    """Return the kinds that are asked about: each has an answer that leaves the list as it is."""
    return [str(one.key).removeprefix("left_") for one in app.button if str(one.key).startswith("left_")]


def taken(app: AppTest) -> AppTest:
    """Open the box of what was taken without asking."""
    app.session_state["view_taken"] = True
    return settled(app)


def test_every_question_has_a_title() -> None:
    assert set(KINDS) == set(PROPOSALS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_answer_settles_all_rows_of_a_kind(language: str) -> None:
    app = open_app("inventory", language, small_project(ODD, "taches.csv"))
    assert rows(app)["minutes_per_week"].isna().sum() == 3, "nothing is changed unasked"
    assert "Saisir les commandes" in said(app) and "Trier les bons" in said(app)
    button(app, "apply_time_negative")
    assert problems(app) == []
    assert rows(app)["minutes_per_week"].tolist()[:2] == [30, 45]
    button(app, "apply_unit_too_long")
    assert rows(app)["minutes_per_week"].tolist()[2] == 250


def test_the_number_beside_a_role_is_asked_about_once() -> None:
    listed = b"Task,Role,Frequency,Duration\nSweep the yard,Yard (5 people),weekly,2h\nSort post,Clerk,daily,20 min\n"
    app = open_app("inventory", "en", small_project(listed, "tasks.csv"))
    assert asked(app) == ["times_of_role"]
    button(app, "apply_times_of_role")
    assert rows(app)["minutes_per_week"].tolist() == [120, 100]
    assert asked(open_app("inventory", "en", app.query_params["project"])) == []


def test_roles_are_taken_whole_one_by_one() -> None:
    listed = (
        b"Task,Role,Frequency,Duration\nSweep the yard,Yard (5 people),weekly,2h\n"
        b"Serve customers,Counter (4),daily,5h\nSort post,Office (3),daily,20 min\n"
    )
    app = open_app("inventory", "en", small_project(listed, "tasks.csv"))
    before = [600, 6000, 300]
    assert rows(app)["minutes_per_week"].tolist() == before
    roles = app.pills(key="roles_times_of_role_3")
    assert roles.options == ["Yard", "Counter", "Office"]
    assert roles.value == [0, 2], "25 hours of each person are nearly a week: they are theirs"
    roles.set_value([0])
    button(settled(app), "apply_times_of_role")
    assert problems(app) == []
    assert rows(app)["minutes_per_week"].tolist() == [120, 6000, 300]
    assert asked(app) == []


def test_tasks_that_look_alike_are_set_aside_only_if_asked() -> None:
    app = open_app("inventory", "en", small_project(ODD, "taches.csv"))
    assert not rows(app)["excluded"].any()
    button(app, "apply_near_duplicate")
    assert rows(app)["excluded"].tolist() == [False] * 4 + [True]


def test_a_question_can_be_left_as_it_is_and_be_looked_at_again() -> None:
    app = open_app("inventory", "en", small_project(ODD, "taches.csv"))
    button(app, "left_near_duplicate")
    assert not rows(app)["excluded"].any()
    later = open_app("inventory", "en", app.query_params["project"])
    assert asked(later) == ["unit_too_long", "time_negative"], "it is kept with the project, the others stay"
    assert "You chose to leave it so." in said(taken(later))
    later.selectbox(key="view_taken_chosen").set_value("left:near_duplicate")
    button(settled(later), "apply_near_duplicate")
    assert rows(later)["excluded"].tolist() == [False] * 4 + [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_without_a_question_asks_none_and_shows_the_way_on(language: str) -> None:
    fine = "Tâche;Poste;Fréquence;Durée\nSaisir;Aide;quotidien;3 h\nTrier;Aide;quotidien;2 h\n".encode()
    app = open_app("inventory", language, small_project(fine, "taches.csv"))
    assert asked(app) == []
    assert {"en": "No question is open", "fr": "Plus aucune question"}[language] in said(app)
    assert not [one for one in app.expander if "2" in one.label and "taken" in one.label.lower()]


MESSY = (
    ODD
    + (
        "Classer;Aide;ponctuel;20\nRanger;Aide;hebdo;\nRanger;Aide;hebdo;\nÉtiqueter;Aide;;15\nPointer;Aide;bimensuel;1h\n"
    ).encode()
)
"""Below zero, sixty times too long, nearly the same, no number, no duration, the same twice, no frequency."""


def test_three_questions_at_most_are_asked_and_an_answer_brings_no_new_one_forward() -> None:
    app = open_app("inventory", "en", small_project(MESSY, "taches.csv"))
    first = asked(app)
    assert len(first) == 3
    assert "time_negative" not in first, "75 minutes weigh less than 600 that may count twice"
    left = len(first)
    for code in first:
        button(app, f"left_{code}")
        left -= 1
        assert len(asked(app)) == left and set(asked(app)) <= set(first)
    assert "No question is open" in said(app)


def test_a_file_that_comes_later_brings_its_own_questions() -> None:
    clear = "Task;Role;Frequency;Duration\nKey invoices;Clerk;5x/week;60 min\n"
    project = small_project(clear.encode(), "clear.csv")
    assert asked(open_app("inventory", "en", project)) == []
    source = add_source(work(), project, "taches.csv", MESSY)
    store_reading(source.id, read_inventory(MESSY, filename="taches.csv", language="en"), None)
    assert len(asked(open_app("inventory", "en", project))) == 3


def test_what_no_answer_moves_is_not_asked_but_can_be_looked_at() -> None:
    """A list need not hold the whole week: a short one is read without a question."""
    short = "Tâche;Poste;Fréquence;Durée\n" + "".join(
        f"{task};Aide;hebdo;1h\n" for task in ("Trier", "Saisir", "Ranger", "Classer")
    )
    app = taken(open_app("inventory", "en", small_project(short.encode(), "taches.csv")))
    assert asked(app) == []
    assert app.selectbox(key="view_taken_chosen").options == ["A role with far less than its week"]


def test_what_is_not_asked_is_listed_with_the_reading_taken_and_can_be_changed() -> None:
    app = taken(open_app("inventory", "en", small_project(MESSY, "taches.csv")))
    choice = app.selectbox(key="view_taken_chosen")
    named = {option.split(" · ")[0] for option in choice.options}
    assert named >= {"A number below zero", "The same task twice", "How often could be read two ways"}
    assert "Each row counts with its own time: nothing is merged." in said(app)
    assert "“bimensuel” was read as 2 per month." in said(app)
    choice.set_value("taken:duplicate")
    button(settled(app), "aside_duplicate")
    assert rows(app)["excluded"].sum() == 1


def test_a_file_read_another_way_is_asked_about_anew() -> None:
    project = small_project(MESSY, "taches.csv")
    app = open_app("inventory", "en", project)
    for code in asked(app):
        button(app, f"left_{code}")
    source = next(str(key) for key in app.session_state if str(key).startswith("view_mapping_"))
    app.session_state[source] = True
    settled(app)
    next(one for one in app.selectbox if "Durée" in one.label).set_value("ignore")
    button(settled(app), source.replace("view_mapping_", "keep_"))
    assert "duration_missing" in asked(app)


def test_a_list_without_roles_is_asked_how_many_people_it_is_the_work_of() -> None:
    listed = "Tâche;Fréquence;Durée (min)\nSaisir les bons;quotidien;400\nTrier les bons;quotidien;300\n".encode()
    app = open_app("inventory", "fr", small_project(listed, "taches.csv"))
    assert asked(app) == ["list_over_week"]
    app.number_input(key="people_list_over_week").set_value(3)
    button(settled(app), "apply_list_over_week")
    assert problems(app) == []
    assert rows(app)["headcount"].tolist() == [3, 3]
    assert rows(app)["minutes_per_week"].sum() == pytest.approx(3500)
