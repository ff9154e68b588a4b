"""Calendar exports: events of one subject are one task, counted; what only looks like a calendar stays a list."""

from __future__ import annotations

import datetime as dt

import pytest
from inventory_samples import codes, labels, read, xlsx_rows

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory

OUTLOOK = (
    '"Subject","Start Date","Start Time","End Date","End Time","All day event","Location"\n'
    '"Team meeting","3/3/2025","9:00:00","3/3/2025","10:00:00","False","Room 2"\n'
    '"Supplier call","4/3/2025","14:00:00","4/3/2025","14:30:00","False",""\n'
    '"team meeting","10/3/2025","9:00:00","10/3/2025","10:30:00","False","Room 2"\n'
    '"Bank holiday","20/3/2025","0:00:00","21/3/2025","0:00:00","True",""\n'
)
GOOGLE = (
    "Subject,Start Date,Start Time,End Date,End Time,All Day Event\n"
    "Weekly sync,03/13/2025,9:00 AM,03/13/2025,9:30 AM,False\n"
    "Stock count,03/17/2025,1:15 PM,03/17/2025,3:15 PM,False\n"
    "Weekly sync,03/20/2025,9:00 AM,03/20/2025,9:30 AM,False\n"
)
AGENDA = (
    "Objet;Début;Fin;Lieu\n"
    "Point d'équipe;03/03/2025 09:00;03/03/2025 10:00;Salle 2\n"
    "Inventaire;04/03/2025 14:00;04/03/2025 17:00;\n"
)
ICS = (
    "SUMMARY,DTSTART,DTEND,LOCATION\n"
    "Team meeting,20250303T090000,20250303T100000,Room 2\n"
    "Supplier call,20250304T140000Z,20250304T143000Z,\n"
)


@pytest.mark.parametrize(
    ("text", "tasks", "often", "long"),
    [
        (OUTLOOK, ["Team meeting", "Supplier call", "Bank holiday"], [2 / 3, 1 / 3, 1 / 3], [75, 30, None]),
        (GOOGLE, ["Weekly sync", "Stock count"], [1, 0.5], [30, 120]),
        (AGENDA, ["Point d'équipe", "Inventaire"], [1, 1], [60, 180]),
        (ICS, ["Team meeting", "Supplier call"], [1, 1], [60, 30]),
    ],
)
def test_events_of_a_subject_are_one_task(
    text: str, tasks: list[str], often: list[float], long: list[float | None]
) -> None:
    inventory = read(text)
    frame = inventory.frame
    assert frame["task"].tolist() == tasks
    assert frame["occurrences_per_week"].tolist() == pytest.approx(often, abs=1e-4)
    known = frame["minutes_per_occurrence"].astype(object).where(frame["minutes_per_occurrence"].notna(), None)
    assert known.tolist() == long
    assert "events_counted" in codes(inventory)
    for language in LANGUAGES:
        assert "{" not in inventory.as_check(language)["problems"][0]["message"]


def test_rows_keep_their_numbers_and_further_events_are_named() -> None:
    inventory = read(OUTLOOK)
    assert inventory.frame["row"].tolist() == [2, 3, 5]
    assert labels(inventory) == {4: "event_again"}


def test_cells_of_a_workbook_are_read_as_dates_and_times() -> None:
    day, at = dt.datetime(2025, 3, 3), dt.time(9, 15)
    rows: list[list[object]] = [["Objet", "Date de début", "Heure de début", "Date de fin", "Heure de fin"]]
    rows += [["Point d'équipe", day + dt.timedelta(days=7 * week), at, day + dt.timedelta(days=7 * week), dt.time(10)]
             for week in range(3)]  # fmt: skip
    frame = read_inventory(xlsx_rows(*rows), filename="agenda.xlsx").frame
    assert frame[["occurrences_per_week", "minutes_per_occurrence"]].to_numpy().tolist() == [[1, 45]]


def test_a_masked_copy_of_a_calendar_is_read_the_same_way() -> None:
    text = (
        AGENDA
        + "Appel Julie Lambert;05/03/2025 11:00;05/03/2025 11:30;\nInventaire;06/03/2025 14:00;06/03/2025 15:00;\n"
    )
    read_first = read_inventory(text.encode(), filename="agenda.csv", with_copy=True)
    assert read_first.stored_copy is not None
    again = read_inventory(read_first.stored_copy, filename="agenda.csv")
    assert again.frame.equals(read_first.frame) and labels(again) == labels(read_first) == {5: "event_again"}


@pytest.mark.parametrize(
    "text",
    [
        "Titre;Début;Fin\nRédiger la charte;03/03/2025;14/03/2025\nChoisir un prestataire;17/03/2025;28/03/2025\n",
        "Objet;Début;Fin\nOuvrir le magasin;8h;8h30\nCompter la caisse;18h;18h30\n",
        "Task,Start,End\nDraft it,2025-03-03 09:00,2025-03-03 10:00\nBook a room,2025-03-04 09:00,2025-03-04 11:00\n",
    ],
)
def test_a_plan_is_no_calendar(text: str) -> None:
    inventory = read(text)
    assert "events_counted" not in codes(inventory)
    assert len(inventory.frame) == 2
