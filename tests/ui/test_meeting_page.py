"""The page across roles on a small project, in both languages."""

from __future__ import annotations

import pytest
from driving_app import open_app, problems, said, settled, small_project

from analyzer.i18n import LANGUAGES

TWICE = (
    "Tâche;Rôle;Équipe;Fréquence;Durée;Effectif\r\n"
    "Saisir les factures fournisseurs;Comptable;Comptabilité;3 fois par jour;20 min;3\r\n"
    "Saisir les factures fournisseurs;Acheteur;Achats;tous les jours;30 min;2\r\n"
    "Négocier les prix avec les fournisseurs;Acheteur;Achats;hebdo;3 h;2\r\n"
    "Relancer les clients impayés;Comptable;Comptabilité;hebdo;1h30;3\r\n"
).encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_who_shares_work_and_the_sheets_to_print(language: str) -> None:
    app = open_app("meeting", language, small_project(TWICE, "achats.csv"))
    assert problems(app) == []
    words = said(app)
    expected = {
        "en": ("1 use case is done by several roles", "Decisions to take", "What does not change"),
        "fr": ("1 cas d’usage est fait par plusieurs postes", "Décisions à prendre", "Ce qui ne change pas"),
    }
    assert all(sentence in words for sentence in expected[language])
    assert "Saisir les factures fournisseurs" in words and "Acheteur (Achats)" in words


def test_whom_to_ask_is_kept_and_said() -> None:
    app = open_app("meeting", "en", small_project(TWICE, "achats.csv"))
    app.text_input(key="view_contact").set_value("the works council")
    settled(app)
    assert "Questions, doubts, ideas: the works council." in said(app)


def test_one_role_is_told_that_the_view_begins_with_two() -> None:
    alone = "Tâche;Rôle;Fréquence;Durée\r\nSaisir les factures;Comptable;tous les jours;2 h\r\n".encode()
    app = open_app("meeting", "en", small_project(alone, "seul.csv"))
    assert problems(app) == []
    assert "only one role" in said(app)
