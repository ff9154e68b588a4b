"""The page of use cases: what is done in several places, and decisions about it that can be taken back."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.ui.analysis import analysed
from analyzer.ui.use_cases import USE_CASE, decisions_of
from analyzer.ui.work import work
from analyzer.workspace import keep_choice

SHARED = (
    "Tâche;Rôle;Équipe;Fréquence;Durée\r\n"
    "Saisir les factures fournisseurs;Comptable;Comptabilité;3 fois par jour;20 min\r\n"
    "Enter supplier invoices;Office assistant;Sales;tous les jours;30 min\r\n"
    "Saisie des factures fournisseurs;Assistante;Accueil;hebdo;1h30\r\n"
    "Factures fournisseurs;Assistante;Accueil;hebdo;30 min\r\n"
    "Trier le courrier;Assistante;Accueil;tous les jours;15 min\r\n"
).encode()
INVOICES = "Saisir les factures fournisseurs"


def keys(app: AppTest) -> dict[str, str]:
    tasks = analysed(app.query_params["project"], "en").tasks
    return dict(zip(tasks["task"], tasks["use_case_key"], strict=True))


def opened(app: AppTest, task: str) -> AppTest:
    app.selectbox(key="view_opened_use_case").set_value(keys(app)[task])
    return settled(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_work_in_two_languages_is_found_and_told(language: str) -> None:
    app = open_app("use_cases", language, small_project(SHARED))
    assert problems(app) == []
    begins = {"en": "1 piece of work is done in several roles", "fr": "1 travail est fait dans plusieurs postes"}
    assert begins[language] in said(app)
    found = keys(app)
    assert found[INVOICES] == found["Enter supplier invoices"] == found["Saisie des factures fournisseurs"]
    assert len(set(found.values())) == 3


def test_an_opened_use_case_shows_its_rows_and_its_hours_in_each_role() -> None:
    app = opened(open_app("use_cases", "en", small_project(SHARED)), INVOICES)
    words = said(app)
    assert "Its hours in each role" in words
    for one in ("Enter supplier invoices", "Office assistant", "Comptabilité", "3 rows"):
        assert one in words


def test_use_cases_are_merged_and_the_step_is_taken_back() -> None:
    app = opened(open_app("use_cases", "en", small_project(SHARED)), INVOICES)
    before = keys(app)
    [other] = [box for box in app.selectbox if str(box.key).startswith("merge_with_")]
    other.set_value(before["Trier le courrier"])
    button(settled(app), "merge_use_case")
    assert problems(app) == []
    assert keys(app)["Trier le courrier"] == before[INVOICES]
    assert "“Trier le courrier” was merged into" in said(app)
    button(app, "undo_use_case")
    assert keys(app) == before


def test_rows_are_split_out_and_a_name_is_given() -> None:
    app = opened(open_app("use_cases", "en", small_project(SHARED)), INVOICES)
    before = keys(app)
    [rows] = [box for box in app.multiselect if str(box.key).startswith("split_rows_")]
    rows.set_value([_mark(app, "Enter")])
    button(settled(app), "split_use_case")
    assert problems(app) == []
    after = keys(app)
    assert after["Enter supplier invoices"] not in set(before.values())
    assert after[INVOICES] == before[INVOICES]
    [name] = [field for field in app.text_input if str(field.key).startswith("new_name_")]
    name.set_value("Supplier bills")
    button(settled(app), "rename_use_case")
    assert "was given another name." in said(app)
    tasks = analysed(app.query_params["project"], "en").tasks
    assert set(tasks["use_case"][tasks["use_case_key"] == before[INVOICES]]) == {"Supplier bills"}


def _mark(app: AppTest, beginning: str) -> str:
    from analyzer.opportunity.use_case_keys import row_marks

    tasks = analysed(app.query_params["project"], "en").tasks
    return str(row_marks(tasks)[tasks["task"].str.startswith(beginning)].iloc[0])


def test_a_name_that_another_use_case_has_is_refused_in_one_sentence() -> None:
    app = opened(open_app("use_cases", "en", small_project(SHARED)), INVOICES)
    [name] = [field for field in app.text_input if str(field.key).startswith("new_name_")]
    name.set_value("trier le courrier")
    button(settled(app), "rename_use_case")
    assert problems(app) == ["Another use case is called “trier le courrier”: choose another name, or merge the two."]
    assert decisions_of(app.query_params["project"]).names == {}


def test_a_near_miss_is_suggested_and_kept_apart_only_if_asked() -> None:
    app = open_app("use_cases", "en", small_project(SHARED))
    assert "Perhaps the same work" in said(app)
    before = keys(app)
    button(app, "apart_likely_0")
    assert "Perhaps the same work" not in said(app)
    assert keys(app) == before
    button(app, "undo_use_case")
    button(app, "merge_likely_0")
    assert keys(app)["Factures fournisseurs"] == keys(app)[INVOICES]


def test_decisions_that_cannot_be_read_are_told_and_can_be_forgotten() -> None:
    project = small_project(SHARED)
    keep_choice(work(), project, USE_CASE, "decisions", {"joined": {"a": "b", "b": "a"}})
    app = open_app("use_cases", "en", project)
    assert problems(app) == [
        "Two use cases were each merged into the other: take the last step back, or forget all of them."
    ]
    assert "1 piece of work is done" in said(app), "the rest of the page stays usable"
    button(app, "forget_use_cases")
    assert problems(app) == []
