"""Times that hardly can be are asked about on the task list page, and settled for all rows of a kind at once."""

from __future__ import annotations

import pandas as pd
import pytest
from driving_app import button, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.inventory.questions import PROPOSALS
from analyzer.ui.analysis import rows_of
from analyzer.ui.components.plausibility import KINDS
from analyzer.ui.work import work
from analyzer.workspace import get_project

ODD = (
    "Tâche;Poste;Fréquence;Durée (min)\n"
    "Saisir les commandes;Aide;hebdo;-30\n"
    "Trier les bons;Aide;hebdo;-45\n"
    "Contrôler les factures;Comptable;quotidien;3000\n"
    "Relancer les clients;Comptable;hebdo;600\n"
    "Relancer des clients;Comptable;hebdo;600\n"
).encode()


def opened(app: AppTest, code: str) -> AppTest:
    app.session_state[f"view_asked_{code}"] = True
    return settled(app)


def rows(app: AppTest) -> pd.DataFrame:
    return rows_of(get_project(work(), app.query_params["project"]), "en", include_excluded=True)


def test_every_question_has_a_title() -> None:
    assert set(KINDS) == set(PROPOSALS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_answer_settles_all_rows_of_a_kind(language: str) -> None:
    app = open_app("inventory", language, small_project(ODD, "taches.csv"))
    assert rows(app)["minutes_per_week"].isna().sum() == 3, "nothing is changed unasked"
    opened(app, "time_negative")
    assert "Saisir les commandes" in said(app) and "Trier les bons" in said(app)
    button(app, "apply_time_negative")
    assert problems(app) == []
    assert rows(app)["minutes_per_week"].tolist()[:2] == [30, 45]
    button(opened(app, "unit_too_long"), "apply_unit_too_long")
    assert rows(app)["minutes_per_week"].tolist()[2] == 250


def test_tasks_that_look_alike_are_set_aside_only_if_asked() -> None:
    app = open_app("inventory", "en", small_project(ODD, "taches.csv"))
    opened(app, "near_duplicate")
    assert not rows(app)["excluded"].any()
    button(app, "apply_near_duplicate")
    assert rows(app)["excluded"].tolist() == [False] * 4 + [True]


def test_a_question_can_be_left_as_it_is() -> None:
    app = open_app("inventory", "en", small_project(ODD, "taches.csv"))
    button(opened(app, "near_duplicate"), "left_near_duplicate")
    assert not [one for one in app.button if one.key == "apply_near_duplicate"]
    assert not rows(app)["excluded"].any()
    assert "Is this so?" in said(app), "the other questions stay"
    later = open_app("inventory", "en", app.query_params["project"])
    assert "Is this so?" in said(later), "it is kept with the project"
    assert not [one for one in later.expander if "Nearly the same task twice" in one.label]


def test_a_list_without_a_question_asks_none() -> None:
    fine = "Tâche;Poste;Fréquence;Durée\nSaisir;Aide;quotidien;3 h\nTrier;Aide;quotidien;2 h\n".encode()
    assert "Is this so?" not in said(open_app("inventory", "en", small_project(fine, "taches.csv")))


def test_three_kinds_of_questions_at_most_are_put_at_once() -> None:
    """Below zero, far too long, no number, no duration, nearly the same: the first three, the rest if wanted."""
    more = ODD + b"Classer;Aide;ponctuel;20\nRanger;Aide;hebdo;\n"
    app = open_app("inventory", "en", small_project(more, "taches.csv"))
    asked = [one.label for one in app.expander if "question" in one.label or "row" in one.label.lower()]
    kinds = [label for label in asked if not label.startswith("No tasks")]
    assert len(kinds) == 3, kinds
    next(one for one in app.toggle if "gravest" in one.label).set_value(True)
    settled(app)
    assert any("Nearly the same task twice" in one.label for one in app.expander)
