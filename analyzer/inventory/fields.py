"""The fields a column can hold, and the headers by which people name them in French and English."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from analyzer.i18n import mark, translate
from analyzer.inventory.text import fold

FIELDS = {
    "task": mark("Task"),
    "role": mark("Role"),
    "team": mark("Team"),
    "person": mark("Person"),
    "occurrences_per_week": mark("How often"),
    "frequency_unit": mark("Unit of the frequency"),
    "volume": mark("Volume each time"),
    "minutes_per_occurrence": mark("Time each time"),
    "duration_unit": mark("Unit of that time"),
    "minutes_per_week": mark("Time per week or other period"),
    "headcount": mark("Number of people"),
    "role_column": mark("A role or person, with times or crosses below"),
    "notes": mark("Notes"),
}
"""Field -> its English name for display; "volume" multiplies "occurrences_per_week", "frequency_unit" goes with the
numbers of it, "duration_unit" with those of "minutes_per_occurrence", each "role_column" is the role of its header, the
others are frame columns."""

ROLE_COLUMN = "role_column"
"""A column headed by a role: what stands below is its part in each task."""

IGNORE = "ignore"
"""What stands in a mapping for a column that is not used."""

OWNER = "owner"
"""A header such as "Qui" or "Owner": a role or a person, which only the column's values tell."""

TIME_FIELDS = frozenset({"occurrences_per_week", "minutes_per_occurrence", "minutes_per_week", "volume"})
"""Fields that say how often or how long."""

SEVERAL = frozenset({"person", "notes", ROLE_COLUMN})
"""Fields that more than one column may hold together (first name and last name; comments and details)."""

STRONG_WORDS = {
    "tache": "task", "taches": "task", "task": "task", "tasks": "task", "activite": "task", "activites": "task",
    "activity": "task", "activities": "task", "role": "role", "poste": "role", "metier": "role", "fonction": "role",
    "equipe": "team", "service": "team", "team": "team", "department": "team", "departement": "team",
    "frequence": "occurrences_per_week", "frequency": "occurrences_per_week", "recurrence": "occurrences_per_week",
    "periodicite": "occurrences_per_week", "commentaire": "notes", "commentaires": "notes", "remarques": "notes",
    "comments": "notes", "notes": "notes", "observations": "notes", "effectif": "headcount", "headcount": "headcount",
    "collaborateur": "person", "salarie": "person", "employee": "person",
}  # fmt: skip
"""Words that decide a longer header that is not in the list ("Tâches confiées au service")."""

_HEADER_WORDS = Path(__file__).with_name("header_words.csv")


@cache
def synonyms() -> dict[str, tuple[str, float]]:
    """Return the known headers: header as :func:`plain` gives it -> (field, confidence 0..1).

    They stand in header_words.csv; of two lines for one header the first counts.
    """
    known: dict[str, tuple[str, float]] = {}
    with _HEADER_WORDS.open(encoding="utf-8", newline="") as handle:
        for line in csv.DictReader(handle):
            known.setdefault(plain(line["header"]), (line["field"], float(line["confidence"])))
    return known


def plain(header: str) -> str:
    """Return a header folded and without punctuation, as it is looked up ("Qui ? (poste)" -> "qui poste")."""
    kept = "".join(sign if sign.isalnum() or sign in "%#°" else " " for sign in fold(header))
    return " ".join(kept.split())


def field_label(name: str, language: str) -> str:
    """Return the display name of a field, "ignore" included, in ``language``."""
    return translate(FIELDS.get(name, mark("Not used")), language)
