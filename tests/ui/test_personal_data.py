"""Personal data of a dropped file is masked before it is stored; whoever imported it may keep it, which is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving_app import open_app, problems, said, settled
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.settings import settings
from analyzer.ui import masked_edits
from analyzer.ui.memory import memory
from analyzer.ui.work import work
from analyzer.workspace import Source, list_sources, load_rows, own_proposals, source_content

CONTENT = (
    "Tâche;Poste;Fréquence;Durée;Remarques\n"
    "Point avec Joséphine Lambertin;Comptable;hebdo;30 min;appeler au 06 12 34 56 78\n"
    "Saisir les factures;Comptable;quotidien;1h;voir Joséphine\n"
).encode()
SECRETS = ("Joséphine", "Lambertin", "06 12 34 56 78")


def dropped(language: str = "fr") -> AppTest:
    app = open_app(language=language)
    app.file_uploader[0].set_value([("taches.csv", CONTENT, "")])
    return settled(app)


def source_of(app: AppTest) -> Source:
    return list_sources(work(), app.query_params["project"])[0]


def stored() -> bytes:
    """Return everything that the workspace has on the disk."""
    path = settings().workspace_url().removeprefix("sqlite:///")
    return b"".join(part.read_bytes() for part in Path(path).parent.glob(f"{Path(path).name}*"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_it_reaches_the_disk_and_the_reader_is_told(language: str) -> None:
    app = dropped(language)
    assert problems(app) == []
    assert b"Saisir les factures" in stored()
    for secret in SECRETS:
        assert secret.encode() not in stored() and secret not in said(app)
    words = {"fr": "masquées avant tout enregistrement", "en": "masked before anything was stored"}
    assert words[language] in said(app)
    assert load_rows(work(), source_of(app).project_id)["task"][0] == "Point avec [personne 1]"


def test_the_reader_may_keep_it_and_mask_it_again() -> None:
    app = dropped()
    toggle = next(one for one in app.toggle if one.key.startswith("personal_"))
    toggle.set_value(True)
    settled(app)
    source = source_of(app)
    assert source_content(work(), source.id) == CONTENT
    assert source.summary is not None and source.summary["personal_data"]["choice"] == "keep"
    assert load_rows(work(), source.project_id)["task"][0] == "Point avec Joséphine Lambertin"
    toggle = next(one for one in app.toggle if one.key.startswith("personal_"))
    toggle.set_value(False)
    settled(app)
    assert b"Lambertin" not in source_content(work(), source.id)
    assert load_rows(work(), source.project_id)["task"][0] == "Point avec [personne 1]"


def test_a_later_session_asks_for_the_file_again() -> None:
    app = dropped()
    source = source_of(app)
    memory("originals").put(source.sha256, None)
    app = open_app("inventory", language="fr", project=source.project_id)
    next(one for one in app.toggle if one.key.startswith("personal_")).set_value(True)
    settled(app)
    assert load_rows(work(), source.project_id)["task"][0] == "Point avec [personne 1]"
    app.file_uploader[0].set_value([("autre.csv", CONTENT + b"Classer;;;;\n", "")])
    settled(app)
    assert len(problems(app)) == 1
    app.file_uploader[0].set_value([("taches.csv", CONTENT, "")])
    settled(app)
    assert load_rows(work(), source.project_id)["task"][0] == "Point avec Joséphine Lambertin"


def test_names_of_files_and_what_is_typed_later_are_masked_too() -> None:
    app = open_app(language="fr")
    app.file_uploader[0].set_value([("taches_julie_lambert.csv", CONTENT, "")])
    app = settled(app)
    source = source_of(app)
    assert source.filename == "Taches [personne 1].csv"
    row_id = load_rows(work(), source.project_id)["row_id"][1]
    typed = {row_id: {"task": "Saisir avec Thibault Renaudin", "occurrences_per_week": 2.0}}
    assert masked_edits.mask(source.project_id, typed, "fr")
    assert typed[row_id]["task"] == "Saisir avec [personne 3]", "no label is given twice in a project"
    assert b"lambert" not in stored().lower()


def test_an_idea_is_masked_unless_its_author_keeps_the_words() -> None:
    app = open_app("propose", language="fr")
    app.text_area[0].set_value("Recopier les commandes de Julie Lambert (06 12 34 56 78)")
    app.button(key="idea_appraise").click()
    settled(app)
    assert "Recopier les commandes de [personne 1] ([téléphone 1])" in said(app)
    app.button(key="idea_draft").click()
    settled(app)
    assert "Lambert" not in said(app) and own_proposals(work(), app.session_state["author_account"])[0].task.endswith(
        "[personne 1] ([téléphone 1])"
    )
    app.text_area[0].set_value("Recopier les commandes de Julie Lambert")
    app.button(key="idea_appraise").click()
    settled(app)
    app.button(key="idea_as_written_keep").click()
    settled(app)
    app.button(key="idea_draft").click()
    settled(app)
    assert (
        own_proposals(work(), app.session_state["author_account"])[0].task == "Recopier les commandes de Julie Lambert"
    )
