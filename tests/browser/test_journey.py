"""The whole journey of a team lead, in a real browser: from a file to the exports, and back after a refresh."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from driving import ARTIFACTS, NewPage, minutes_in, picture, scrolls_sideways, settled, visit
from playwright.sync_api import Page, expect
from pptx import Presentation
from pypdf import PdfReader

pytestmark = pytest.mark.browser

TASKS = (
    "Tâche;Qui;Fréquence;Durée\r\n"
    "Saisir les factures fournisseurs;Agent;3 fois par jour;20 min\r\n"
    "Relancer les clients impayés;Agent;hebdo;1h30\r\n"
    "Répondre aux questions des clients par e-mail;Assistante;tous les jours;45 min\r\n"
    "Préparer le rapport mensuel des ventes;Assistante;mensuel;3 h\r\n"
    "Mettre à jour le fichier des stocks;Assistante;tous les jours;30 min\r\n"
    "Classer le courrier;Assistante;tous les jours;\r\n"
)


def test_from_a_file_to_the_exports_and_back(server: str, new_page: NewPage, tmp_path: Path) -> None:
    page = new_page(language="fr")
    steps = Steps(page)
    file = tmp_path / "taches.csv"
    file.write_text(TASKS, encoding="cp1252")

    visit(page, server)
    steps.seen("start")

    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_role("heading", name="Liste des tâches")).to_be_visible(timeout=30_000)
    settled(page)
    expect(page.get_by_text("« taches.csv », 6 lignes")).to_be_visible()
    steps.seen("file understood")

    correct_the_mapping(page, steps)
    fill_in_the_missing_time(page, steps)

    page.get_by_role("link", name="Opportunités").last.click()
    expect(page.get_by_role("heading", name="Opportunités")).to_be_visible(timeout=60_000)
    settled(page)
    steps.seen("opportunities")
    before = minutes_in(page.locator(".figure.main .value").inner_text())
    override_a_score(page, steps)
    after = minutes_in(page.locator(".figure.main .value").inner_text())
    assert after < before, "the hours follow the correction"

    open_a_mark(page, steps)
    choose_a_scenario(page, steps)
    hours = page.locator(".figure.main .value").inner_text()
    download_everything(page, steps, tmp_path)

    address = page.url
    visit(page, re.sub(r"/export", "/hours", address))
    assert page.locator(".figure.main .value").inner_text() == hours, "a refresh shows the same result"
    bookmarked = new_page(language="fr")
    visit(bookmarked, re.sub(r"/export", "/opportunities", address))
    expect(bookmarked.get_by_text("Projet\u00a0: taches")).to_be_visible()
    Steps(bookmarked, first=20).seen("reopened from its address")


class Steps:
    """Keeps a picture of each step, and checks what holds on all of them."""

    def __init__(self, page: Page, first: int = 1) -> None:
        self.page = page
        self.number = first

    def seen(self, name: str) -> None:
        expect(self.page.locator(".panel.problem")).to_have_count(0)
        assert not scrolls_sideways(self.page), name
        picture(self.page, ARTIFACTS / "journey" / f"{self.number:02d} {name}.png")
        self.number += 1


def choose(page: Page, label: str | re.Pattern[str], option: str) -> None:
    """Choose in a list by its label, as a reader does with the keyboard."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()
    settled(page)


def correct_the_mapping(page: Page, steps: Steps) -> None:
    page.get_by_text("Corriger la lecture du fichier").click()
    settled(page)
    choose(page, re.compile("« Qui » contient"), "Personne")
    expect(page.get_by_text("Lu de cette façon")).to_be_visible()
    choose(page, re.compile("« Qui » contient"), "Poste")
    choose(page, re.compile("« Durée » contient"), "Non utilisée")
    expect(page.get_by_text("dont 6 sans durée")).to_be_visible()
    steps.seen("another reading, in preview")
    page.get_by_role("button", name="Laisser comme avant").click()
    settled(page)
    choose(page, re.compile("« Qui » contient"), "Personne")
    page.get_by_role("button", name="Garder cette lecture").click()
    settled(page)
    steps.seen("mapping corrected")


def fill_in_the_missing_time(page: Page, steps: Steps) -> None:
    expect(page.get_by_text("Durée manquante")).to_be_visible()
    page.get_by_role("button", name="Renseigner pour 1 ligne").click()
    settled(page)
    expect(page.get_by_text("chaque tâche a sa durée")).to_be_visible()
    steps.seen("missing time filled in")


def override_a_score(page: Page, steps: Steps) -> None:
    choose(page, "Ouvrir une tâche", "Saisir les factures")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_text("Pourquoi ce score")).to_be_visible()
    page.wait_for_timeout(600)
    page.screenshot(path=ARTIFACTS / "journey" / f"{steps.number:02d} why this score.png")
    steps.number += 1
    panel.get_by_role("radio", name="Garder humain").or_(panel.get_by_role("button", name="Garder humain")).click()
    panel.get_by_role("button", name="Enregistrer la correction").click()
    expect(panel.locator(".panel.problem")).to_contain_text("dites pourquoi")
    panel.get_by_role("textbox").last.fill("Le portail des fournisseurs ne nous est pas ouvert")
    panel.get_by_role("button", name="Enregistrer la correction").click()
    expect(page.get_by_text("Enregistré. Temps qui pourrait être libéré")).to_be_visible(timeout=30_000)
    settled(page)
    steps.seen("score corrected")


def open_a_mark(page: Page, steps: Steps) -> None:
    page.get_by_role("link", name="Carte").last.click()
    mark = page.locator(".scatterlayer .points path").first
    mark.wait_for(timeout=30_000)
    settled(page)
    steps.seen("map")
    mark.scroll_into_view_if_needed()
    place = mark.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.get_by_role("dialog").get_by_text("Pourquoi ce score")).to_be_visible(timeout=30_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)


def choose_a_scenario(page: Page, steps: Steps) -> None:
    page.get_by_role("link", name="Heures libérées").last.click()
    expect(page.get_by_role("heading", name="Pour qui")).to_be_visible(timeout=30_000)
    settled(page)
    central = minutes_in(page.locator(".figure.main .value").inner_text())
    page.get_by_role("radio", name="Prudent").or_(page.get_by_role("button", name="Prudent")).first.click()
    settled(page)
    assert minutes_in(page.locator(".figure.main .value").inner_text()) < central
    steps.seen("hours, cautious")


def download_everything(page: Page, steps: Steps, folder: Path) -> None:
    page.get_by_role("link", name="Exporter").last.click()
    expect(page.get_by_text("Carte interactive")).to_be_visible(timeout=30_000)
    settled(page)
    steps.seen("export")
    files = {}
    for name in (
        "Télécharger la présentation",
        "Télécharger le rapport",
        "Télécharger le classeur",
        "Télécharger la carte",
        "Télécharger le tableau",
    ):
        with page.expect_download(timeout=60_000) as waiting:
            page.get_by_role("button", name=name).click()
        download = waiting.value
        files[Path(download.suggested_filename).suffix] = folder / download.suggested_filename
        download.save_as(folder / download.suggested_filename)
    assert zipfile.ZipFile(files[".xlsx"]).testzip() is None
    slides = Presentation(str(files[".pptx"])).slides
    assert slides[0].shapes.title.text_frame.text == "taches\u00a0: les heures qui pourraient être libérées"
    pages = "".join(page.extract_text() for page in PdfReader(files[".pdf"]).pages)
    assert "D’où viennent les chiffres".upper() in pages
    shown = "".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
    assert "Agent" not in pages + shown, "names of persons leave the app in no file"
    table = files[".csv"].read_text(encoding="utf-8-sig")
    assert "Saisir les factures fournisseurs" in table
    assert "Agent" not in table, "names of persons leave the app in no file"
    assert "<script src=" not in files[".html"].read_text(encoding="utf-8"), "the map opens without a network"
