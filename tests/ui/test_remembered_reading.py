"""A correction of the mapping holds for the next file with the same headers."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, said, settled
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.inventory import ReadingOptions, read_inventory
from analyzer.ui.analysis import rows_of
from analyzer.ui.reading import store_reading
from analyzer.ui.work import work
from analyzer.workspace import add_source, create_project, get_project, list_sources, remembered_options

HEADER = "Sujet;Intervenant;Charge\n"
FIRST = f"{HEADER}Saisie des factures;Paie;2\n".encode()
NEXT = f"{HEADER}Pointage des heures;Accueil;3\n".encode()
OPTIONS = ReadingOptions(columns={"Intervenant": "role", "Charge": "minutes_per_week"}, duration_unit="hours")


def corrected(content: bytes, options: ReadingOptions) -> str:
    """Return the id of a project whose file was read with corrections."""
    project = create_project(work(), "Avant")
    source = add_source(work(), project.id, "avant.csv", content)
    store_reading(source.id, read_inventory(content, filename="avant.csv", options=options), options)
    return project.id


def dropped(content: bytes, language: str) -> AppTest:
    app = open_app(language=language)
    app.file_uploader[0].set_value([("apres.csv", content, "")])
    return settled(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_file_with_the_same_headers_is_read_alike(language: str) -> None:
    corrected(FIRST, OPTIONS)
    app = dropped(NEXT, language)
    assert problems(app) == []
    project = get_project(work(), app.query_params["project"])
    rows = rows_of(project, language)
    assert rows["role"].tolist() == ["Accueil"]
    assert rows["minutes_per_week"].tolist() == [180]
    assert list_sources(work(), project.id)[0].reading_options is not None


def test_a_file_with_other_headers_is_read_for_itself() -> None:
    corrected(FIRST, OPTIONS)
    app = dropped(NEXT.replace(b"Charge", b"Effort"), "fr")
    project = get_project(work(), app.query_params["project"])
    assert list_sources(work(), project.id)[0].reading_options is None


def test_what_belongs_to_one_file_is_not_carried_over() -> None:
    corrected(FIRST.decode().encode("utf-16"), ReadingOptions(encoding="utf-16"))
    assert remembered_options(work(), ["Sujet", "Intervenant", "Charge"]) is not None
    app = dropped(NEXT, "en")
    assert problems(app) == []
    assert "apres.csv" in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_something_else_is_asked_about_once_for_its_headers(language: str) -> None:
    prices = "Prestation;Tarif\nCoupe femme;35 €\nCoupe homme;22 €\nBrushing;25 €\n"
    first = dropped(prices.encode(), language)
    assert "project" not in first.query_params, "it is asked about"
    first = button(first, "start_any_list")
    assert "project" in first.query_params and problems(first) == []
    again = dropped(b"Prestation;Tarif\nManucure;30 EUR\nMassage;60 EUR\n", language)
    assert "project" in again.query_params and problems(again) == []
    assert "Manucure" in rows_of(get_project(work(), again.query_params["project"]), language)["task"].tolist()
    other = dropped(prices.replace("Prestation", "Soin").encode(), language)
    assert "project" not in other.query_params, "other headers are asked about"
