"""Every page without a project: it says what is missing and how to get it, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from driving_app import go, open_app, problems, said

from analyzer.i18n import LANGUAGES, translate
from analyzer.ui import navigation
from analyzer.ui.components.empty import NO_PROJECT

PAGES = Path(navigation.__file__).parent / "pages"
NEED_A_PROJECT = tuple(code for code in navigation.JOURNEY if code != "start")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [entry.code for entry in navigation.ENTRIES])
def test_each_page_opens_without_a_project(page: str, language: str) -> None:
    app = open_app(page, language)
    assert problems(app) == []
    assert not app.exception
    assert app.title[0].value
    assert (translate(NO_PROJECT, language) in said(app)) == (page in NEED_A_PROJECT)


@pytest.mark.parametrize("page", NEED_A_PROJECT)
def test_an_empty_page_leads_to_the_start(page: str) -> None:
    links = [link.label for link in open_app(page).get("page_link")]
    assert "Open a task list" in links


@pytest.mark.parametrize("page", NEED_A_PROJECT)
def test_an_address_of_a_project_that_is_gone_says_so_and_leaves_the_app_usable(page: str) -> None:
    app = open_app(page, project="0" * 32)
    assert problems(app) == ["This project is no longer there: choose another one on the start page."]
    assert problems(go(app, page)) == []
    assert "project" not in app.query_params


def test_the_language_of_the_address_wins_over_the_browsers() -> None:
    assert open_app(language="fr").title[0].value == "Où votre équipe peut-elle regagner du temps\u202f?"


def test_without_an_address_the_browsers_language_is_taken() -> None:
    app = open_app(language=None, locale="fr-CA")
    assert app.query_params["lang"] == "fr"


def test_a_language_that_is_not_offered_becomes_english() -> None:
    assert open_app(language="xx", locale="de-DE").query_params["lang"] == "en"


def test_the_journey_has_a_next_step_on_every_page() -> None:
    seen, code = ["start"], "start"
    while (code := navigation.steps(code)[1]) not in seen:
        seen.append(code)
    assert set(seen) == {entry.code for entry in navigation.ENTRIES}


@pytest.mark.parametrize("page", [entry.code for entry in navigation.ENTRIES])
def test_what_explains_the_code_of_a_page_is_not_written_on_it(page: str) -> None:
    tree = ast.parse((PAGES / f"{page}.py").read_text(encoding="utf-8"))
    notes = [
        one.value.value
        for one in tree.body
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and isinstance(one.value.value, str)
    ]
    assert notes, "at least what the page is"
    words = said(open_app(page))
    assert not [note for note in notes if note.splitlines()[0] in words]
