"""Roles as columns and cells of several tasks: the reader is told, asked, and may have it read the other way."""

from __future__ import annotations

import pytest
from driving_app import open_app, problems, said, settled
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.ui.analysis import rows_of
from analyzer.ui.work import work
from analyzer.workspace import get_project

ACROSS = "Tâche;Gestionnaire;Assistante\nConvoquer;2;5\nPayer les fournisseurs;;1\n"
LISTED = (
    'Tâche;Poste;Fréquence;Durée\n"Saisir les factures\nRelancer les clients";Comptable;hebdo;2h\n'
    "Classer;Comptable;hebdo;1h\n"
)


def dropped(content: str, language: str = "fr") -> AppTest:
    app = open_app(language=language)
    app.file_uploader[0].set_value([("taches.csv", content.encode(), "")])
    return settled(app)


def pressed(app: AppTest, key: str) -> AppTest:
    next(button for button in app.button if button.key.startswith(key)).click()
    return settled(app)


def minutes(app: AppTest) -> list[float]:
    rows = rows_of(get_project(work(), app.query_params["project"]), "fr")
    return [float(value) for value in rows["minutes_per_week"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_below_roles_are_asked_about_with_the_reading_taken(language: str) -> None:
    app = dropped(ACROSS, language)
    assert problems(app) == []
    words = {"fr": "Des postes en colonnes : que sont les nombres ?", "en": "Roles as columns: what are the numbers?"}
    assert words[language].replace(" :", "\u00a0:").replace(" ?", "\u202f?") in said(app)
    assert minutes(app) == [120, 300, 60]


def test_the_reader_says_what_the_numbers_are() -> None:
    app = dropped(ACROSS)
    next(box for box in app.selectbox if box.key.startswith("across_unit_")).set_value("minutes")
    next(box for box in settled(app).selectbox if box.key.startswith("across_period_")).set_value("day")
    app = pressed(settled(app), "across_take_")
    assert minutes(app) == [10, 25, 5]
    assert not any(button.key.startswith("across_take_") for button in app.button)


def test_the_reader_may_have_it_read_without_these_columns() -> None:
    app = pressed(dropped(ACROSS), "across_refuse_")
    assert len(minutes(app)) == 2
    assert problems(app) == []


def test_cells_of_several_tasks_are_read_apart_on_agreement() -> None:
    app = dropped(LISTED)
    assert minutes(app) == [120, 60]
    app = pressed(app, "split_")
    assert minutes(app) == [60, 60, 60]
    assert not any(button.key.startswith("split_") for button in app.button)


def test_they_stay_one_where_the_reader_leaves_them() -> None:
    app = pressed(dropped(LISTED), "unsplit_")
    assert minutes(app) == [120, 60]
    assert not any(button.key.startswith("split_") for button in app.button)
