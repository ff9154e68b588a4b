"""What a test does with the app: open it at a page, follow the menu, read what is said."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from analyzer.ui.analysis import rows_of
from analyzer.ui.work import work
from analyzer.workspace import add_source, create_project, get_project

APP = Path(__file__).parents[2] / "streamlit_app.py"
INVENTORY = (
    "Tâche;Rôle;Équipe;Fréquence;Durée\r\n"
    "Saisir les factures fournisseurs;Comptable;Comptabilité;3 fois par jour;20 min\r\n"
    "Relancer les clients impayés;Comptable;Comptabilité;hebdo;1h30\r\n"
    "Répondre aux questions des clients par e-mail;Assistante;Accueil;tous les jours;45 min\r\n"
    "Préparer le rapport mensuel des ventes;Assistante;Accueil;mensuel;3 h\r\n"
    "Mener les entretiens annuels;Chef d’équipe;Accueil;annuel;1 h\r\n"
    "Classer le courrier;Assistante;Accueil;selon besoin;\r\n"
).encode()
"""A small inventory as a team lead would write it; its last task has no time."""

_LONGEST = 60


def open_app(
    page: str = "start", language: str | None = "en", project: str | None = None, locale: str = "en-GB"
) -> AppTest:
    """Open the app at a page, as a browser with this address would."""
    app = AppTest.from_file(APP, default_timeout=_LONGEST)
    app.context = {"locale": locale, "theme": "light"}
    if language is not None:
        app.query_params["lang"] = language
    if project is not None:
        app.query_params["project"] = project
    settled(app)
    return app if page == "start" else go(app, page)


def go(app: AppTest, page: str) -> AppTest:
    """Follow the menu to a page."""
    return settled(app.switch_page(f"analyzer/ui/pages/{page}.py"))


def settled(app: AppTest) -> AppTest:
    """Run the app until nothing is being computed beside the page any more."""
    end = time.monotonic() + _LONGEST
    app.run()
    while app.get("progress") and time.monotonic() < end:
        time.sleep(0.2)
        app.run()
    assert not app.get("progress")
    return app


def said(app: AppTest) -> str:
    """Return all words on the page, as a reader sees them."""
    elements = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.get("html")]
    return "\n".join(_words(str(element.value)) for element in elements)


def problems(app: AppTest) -> list[str]:
    """Return the sentences of all panels that report a problem."""
    panels = (element.value for element in app.get("html") if 'class="panel problem"' in element.value)
    return [_words(re.search(r"<p>(.*)</p>", panel, re.S).group(1)) for panel in panels]  # type: ignore[union-attr]


def button(app: AppTest, key: str) -> AppTest:
    """Press a button and wait for what follows."""
    app.button(key=key).click()
    return settled(app)


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files on the start page."""
    app.file_uploader[0].set_value([(name, content, "") for name, content in files])
    return settled(app)


def rows(app: AppTest) -> pd.DataFrame:
    """Return the rows of the open project, those set aside included."""
    return rows_of(get_project(work(), app.query_params["project"]), "en", include_excluded=True)


def small_project(content: bytes = INVENTORY, name: str = "taches.csv") -> str:
    """Return the id of a project that was made of a small file, as if in an earlier session."""
    from analyzer.inventory import read_inventory
    from analyzer.ui.reading import store_reading

    project = create_project(work(), "Comptabilité")
    source = add_source(work(), project.id, name, content)
    store_reading(source.id, read_inventory(content, filename=name, language="en"), None)
    return project.id


def _words(markup: str) -> str:
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup, flags=re.S))
