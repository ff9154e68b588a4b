"""The task list page: opening files, settling questions, having a file read another way."""

from __future__ import annotations

import io

import openpyxl
import pytest
from driving_app import INVENTORY, button, open_app, problems, rows, said, settled, small_project, upload
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.labels import label
from analyzer.ui.doubts import Doubt, minutes_at_stake
from analyzer.ui.samples import Sample, samples


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dropped_file_is_read_and_shown(language: str) -> None:
    app = upload(open_app(language=language), ("taches.csv", INVENTORY))
    assert problems(app) == []
    assert "taches.csv" in said(app)
    assert len(rows(app)) == 6
    shown = said(open_app("inventory", language, app.query_params["project"]))
    assert shown.index(label("field", "task", language)) < shown.index(rows(app)["task"].iloc[0])
    assert {"en": "6 tasks", "fr": "6 tâches"}[language] in shown


def test_several_files_become_one_project() -> None:
    other = b"Task,Role,Frequency,Duration\nAnswer the phone,Reception,daily,2h\n"
    app = upload(open_app(), ("taches.csv", INVENTORY), ("tasks.csv", other))
    assert "2 files hold 7 tasks" in said(app)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "“empty.csv” is empty: choose a file with one task a row."),
        ("header.csv", b"Task;Role\r\n", "“header.csv” has a header but no task: write one task a row below it."),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence_and_the_app_goes_on(
    name: str, content: bytes, sentence: str
) -> None:
    app = upload(open_app(), (name, content))
    assert problems(app) == [sentence]
    assert "project" not in app.query_params
    upload(app, ("taches.csv", INVENTORY))
    assert problems(app) == []
    assert "taches.csv" in said(app)


def test_a_picture_that_is_called_a_table_is_refused_in_the_readers_language() -> None:
    app = upload(open_app(language="fr"), ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)))
    assert len(problems(app)) == 1
    assert "photo.csv" in problems(app)[0]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.code)
def test_each_example_opens_with_one_click(sample: Sample) -> None:
    app = button(open_app(language=sample.language), f"sample_{sample.code}")
    assert problems(app) == []
    assert sample.path.name in said(app)
    assert len(rows(app)) >= 40
    assert len([one for one in app.button if str(one.key).startswith("left_")]) <= 3


def test_an_example_opened_again_is_the_same_project() -> None:
    first = button(open_app(), f"sample_{samples()[0].code}")
    again = button(open_app(), f"sample_{samples()[0].code}")
    assert first.query_params["project"] == again.query_params["project"]


def settle(app: AppTest, kind: str, **values: str) -> AppTest:
    """Fill in the mend of one question."""
    for field, value in values.items():
        app.text_input(key=f"mend_{kind}_{field}").set_value(value)
    return button(app, f"mend_{kind}_save")


def test_questions_are_settled_with_what_the_reader_fills_in() -> None:
    app = open_app("inventory", "en", small_project())
    assert rows(app)["minutes_per_week"].isna().sum() == 1
    assert app.text_input(key="mend_frequency_vague_occurrences_per_week").value == "4 a year", "no work is invented"
    settle(app, "frequency_vague", occurrences_per_week="2x/semaine")
    settle(app, "duration_missing", minutes_per_occurrence="1/4 h")
    assert problems(app) == []
    assert rows(app).set_index("task").at["Classer le courrier", "minutes_per_week"] == 30
    assert "No question is open" in said(app)


def test_several_times_are_counted_in_the_period_that_each_row_names() -> None:
    listed = "Task,Frequency,Duration\nCheck the inbox,several times a day,5 min\nRestock,few times/week,9 min\n"
    app = open_app("inventory", "en", small_project(listed.encode(), "tasks.csv"))
    assert app.text_input(key="mend_frequency_uncounted_occurrences_per_week").value == "3"
    assert minutes_at_stake(Doubt("frequency_uncounted", (0, 1)), rows(app)) == 3 * 5 * 5 + 3 * 9
    settle(app, "frequency_uncounted", occurrences_per_week="4")
    assert rows(app)["occurrences_per_week"].tolist() == [20, 4]
    assert "No question is open" in said(app)


def test_a_mend_that_cannot_be_read_changes_nothing_and_says_how_to_write_it() -> None:
    app = open_app("inventory", "en", small_project())
    settle(app, "duration_missing", minutes_per_occurrence="a while")
    assert problems(app) == ["“a while” is not understood as a duration: write for example “20 min” or “1 h 30 min”."]
    assert rows(app)["minutes_per_week"].isna().sum() == 1


def test_the_proposed_answer_is_what_the_other_tasks_usually_take() -> None:
    app = open_app("inventory", "en", small_project())
    assert app.text_input(key="mend_duration_missing_minutes_per_occurrence").value == "1\u00a0h"


def test_repeated_tasks_are_set_aside_but_the_first_stays() -> None:
    twice = b"Task,Role,Frequency,Duration\nFile the post,Clerk,daily,10 min\nFile the post,Clerk,daily,10 min\n"
    app = open_app("inventory", "en", small_project(twice, "tasks.csv"))
    button(app, "aside_duplicate")
    assert rows(app)["excluded"].tolist() == [False, True]


def test_a_column_can_be_read_as_something_else_after_a_preview() -> None:
    content = "Tâche;Qui;Fréquence;Durée\r\nSaisir les factures;Dupont;hebdo;1h\r\nClasser;Martin;hebdo;1h\r\n".encode()
    project = small_project(content, "qui.csv")
    app = open_app("inventory", "en", project)
    source = next(str(key) for key in app.session_state if str(key).startswith("view_mapping_"))
    app.session_state[source] = True
    settled(app)
    box = next(one for one in app.selectbox if "Durée" in one.label)
    box.set_value("ignore")
    settled(app)
    assert "Read this way" in said(app)
    assert rows(app)["minutes_per_week"].sum() == 120, "nothing is kept before the reader says so"
    button(app, source.replace("view_mapping_", "keep_"))
    assert problems(app) == []
    assert rows(app)["minutes_per_week"].isna().all()


@pytest.mark.parametrize(("language", "words"), [("en", ("sure", "to be checked")), ("fr", ("sûr", "à vérifier"))])
def test_the_mapping_says_how_sure_it_is(language: str, words: tuple[str, str]) -> None:
    content = "Tâche;Colonne1;Durée\nSaisir les factures;hebdo;1h\nClasser;mensuel;1h\n".encode()
    table = said(open_app("inventory", language, small_project(content, "taches.csv")))
    assert all(word in table for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_rows_can_be_left_out_on_the_page(language: str) -> None:
    book = openpyxl.Workbook()
    for row in (["Tâche", "Durée"], ["Saisir les factures", "1h"], ["Ancienne tâche", "5h"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    app = open_app("inventory", language, small_project(stream.getvalue(), "taches.xlsx"))
    box = next(str(key) for key in app.session_state if str(key).startswith("view_mapping_"))
    app.session_state[box] = True
    settled(app)
    next(one for one in app.toggle if str(one.key).endswith("_hidden")).set_value(False)
    button(settled(app), box.replace("view_mapping_", "keep_"))
    assert rows(app)["task"].tolist() == ["Saisir les factures"]


def test_the_names_of_several_files_are_their_teams_and_stay_so_when_they_are_read_anew() -> None:
    lists = [f"Tâche;Fréquence;Durée\n{task};hebdo;1h\n".encode() for task in ("Saisir les bons", "Trier les bons")]
    app = upload(open_app(language="fr"), ("compta.csv", lists[0]), ("achats.csv", lists[1]))
    assert problems(app) == []
    assert set(rows(app)["team"]) == {"Compta", "Achats"}
    again = open_app("inventory", "fr", app.query_params["project"])
    assert "a été pris pour celui de l’équipe" in said(again)


def test_the_same_file_under_two_names_is_told() -> None:
    app = upload(open_app(), ("taches.csv", INVENTORY), ("copie.csv", INVENTORY))
    assert "“copie.csv” holds exactly the same as “taches.csv”: it was taken once." in said(app)
    assert len(rows(app)) == 6


def test_teams_of_the_same_name_in_two_files_are_told() -> None:
    other = "Tâche;Équipe\nClasser les bons;Accueil\n".encode()
    app = upload(open_app(), ("durand.csv", INVENTORY), ("petit.csv", other))
    assert "Several files name the same teams (“Accueil”)" in said(app)


PRICES = "Prestation;Tarif\nCoupe femme;35 €\nCoupe homme;22 €\nBrushing;25 €\n".encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_list_is_doubted_and_read_all_the_same_on_one_click(language: str) -> None:
    app = upload(open_app(language=language), ("tarifs.csv", PRICES))
    assert problems(app) == []
    assert "tarifs.csv" in said(app) and "--any-list" not in said(app)
    assert "project" not in app.query_params
    button(app, "start_any_list")
    assert "Brushing" in rows(app)["task"].tolist()
    again = open_app("inventory", language, app.query_params["project"])
    assert problems(again) == []


def test_the_other_files_are_read_without_the_one_that_is_no_list_of_tasks() -> None:
    app = upload(open_app(), ("taches.csv", INVENTORY), ("tarifs.csv", PRICES))
    button(app, "start_others")
    assert len(rows(app)) == 6
    assert not any(one.key == "start_any_list" for one in app.button)
