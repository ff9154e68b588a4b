"""A list that comes again: put in the place of the one before, counted beside it, or opened as a project of its own."""

from __future__ import annotations

import pytest
from driving_app import INVENTORY, button, open_app, problems, said, settled, upload
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.ui.work import work
from analyzer.workspace import (
    current_overrides,
    edit_rows,
    get_project,
    list_projects,
    list_sources,
    load_rows,
    override_row,
)

NEWER = INVENTORY.replace(b"hebdo;1h30", b"hebdo;2h30").replace(b"Classer le courrier", b"Trier le courrier")


def first_list() -> tuple[AppTest, str]:
    app = upload(open_app(), ("taches.csv", INVENTORY))
    return app, str(app.query_params["project"])


def names(project: str) -> list[str]:
    return [source.filename for source in list_sources(work(), project)]


def row_of(project: str, task: str) -> str:
    rows = load_rows(work(), project, include_excluded=True)
    return str(rows.loc[rows["task"] == task, "row_id"].iloc[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newer_version_takes_the_place_of_the_one_before_with_what_was_decided(language: str) -> None:
    _, project = first_list()
    decided = row_of(project, "Saisir les factures fournisseurs")
    edit_rows(work(), project, {decided: {"notes": "vu avec le comptable"}})
    override_row(work(), project, decided, {"automatability": 12.0}, reason="papier")
    app = upload(open_app(language=language), ("taches v2.csv", NEWER))
    assert problems(app) == []
    assert len(list_projects(work())) == 1, "asked before anything is kept"
    assert "taches v2.csv" in said(app)
    button(app, "known_replace")
    assert app.query_params["project"] == project
    assert names(project) == ["taches v2.csv"]
    assert get_project(work(), project).name == "taches v2", "named after its file, as before"
    rows = load_rows(work(), project)
    assert rows["task"].str.contains("Trier").any() and not rows["task"].str.contains("Classer").any()
    assert rows.set_index("task").loc["Saisir les factures fournisseurs", "notes"] == "vu avec le comptable"
    held = current_overrides(work(), project)
    assert list(held) == [row_of(project, "Saisir les factures fournisseurs")]


def test_it_may_be_a_project_of_its_own_or_be_left() -> None:
    _, project = first_list()
    app = upload(open_app(), ("taches v2.csv", NEWER))
    button(app, "known_leave")
    assert len(list_projects(work())) == 1 and not any(one.key == "known_new" for one in app.button)
    upload(app, ("taches v2.csv", NEWER))
    button(app, "known_new")
    assert len(list_projects(work())) == 2
    assert names(project) == ["taches.csv"]
    assert app.query_params["project"] != project


@pytest.mark.parametrize("content", [INVENTORY, INVENTORY.replace(b"\r\n", b"\n")], ids=["same bytes", "saved anew"])
def test_the_very_same_list_opens_the_project_that_holds_it(content: bytes) -> None:
    _, project = first_list()
    app = upload(open_app(), ("copie.csv", content))
    assert not any(one.key == "known_replace" for one in app.button)
    button(app, "known_open")
    assert app.query_params["project"] == project and len(list_projects(work())) == 1


def test_two_versions_in_one_project_are_asked_about_until_somebody_says_which_counts() -> None:
    app = upload(open_app(), ("mai.csv", INVENTORY), ("juin.csv", NEWER))
    project = str(app.query_params["project"])
    newer = next(source for source in list_sources(work(), project) if source.filename == "juin.csv")
    words = said(app)
    assert "4 tasks are in both and have not changed." in words
    assert "1 task is in both, with another time, role or team." in words
    assert not any(one.key == "left_duplicate" for one in app.button)
    button(app, f"only_{newer.id}")
    assert names(project) == ["juin.csv"]
    assert "Two versions of one list?" not in said(app)


def test_both_versions_may_count() -> None:
    app = upload(open_app(), ("mai.csv", INVENTORY), ("juin.csv", NEWER))
    project = str(app.query_params["project"])
    button(app, "both_versions")
    assert names(project) == ["mai.csv", "juin.csv"]
    assert any(one.key == "left_duplicate" for one in app.button), "now that both count, equal rows are asked about"
    assert "Two versions of one list?" not in said(app)
    assert "Two versions of one list?" not in said(open_app("inventory", "en", project))


def test_a_correction_made_while_both_counted_stays_with_the_one_that_counts() -> None:
    app = upload(open_app(), ("mai.csv", INVENTORY), ("juin.csv", NEWER))
    project = str(app.query_params["project"])
    older, newer = list_sources(work(), project)
    rows = load_rows(work(), project)
    of_older = rows[rows["source_id"] == older.id].set_index("task")["row_id"]
    edit_rows(work(), project, {of_older["Relancer les clients impayés"]: {"notes": "avec les ventes"}})
    app = open_app("inventory", "en", project)
    button(app, f"only_{newer.id}")
    rows = load_rows(work(), project).set_index("task")
    assert rows.loc["Relancer les clients impayés", "notes"] == "avec les ventes"
    assert rows.loc["Relancer les clients impayés", "minutes_per_week"] == 150.0


def test_files_are_added_and_taken_out_on_the_task_list_page() -> None:
    app, project = first_list()
    app.session_state["view_files"] = True
    settled(app)
    other = b"Task,Role,Frequency,Duration\nAnswer the phone,Reception,daily,2h\n"
    app.file_uploader[-1].set_value([("phone.csv", other, "")])
    settled(app)
    assert problems(app) == []
    assert names(project) == ["taches.csv", "phone.csv"]
    added = list_sources(work(), project)[1]
    button(app, f"taken_out_{added.id}")
    assert names(project) == ["taches.csv"]
