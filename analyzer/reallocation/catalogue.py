"""The catalogue of work worth more: concrete activities that freed hours can become, in French and in English.

``catalogue.csv`` is data that a manager can open and argue with, ``catalogue_more.csv`` holds
those for whoever handles something, whatever the trade. Each activity says what it is, for which functions,
what must be there, what changes for customers or colleagues, a first step of one hour, and what is to be learned.
Minutes are per person and week and are the authors' judgement; they fit the rhythm that the words name.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

CATALOGUE_FILES = tuple(Path(__file__).with_name(name) for name in ("catalogue.csv", "catalogue_more.csv"))

FIELDS_IN_WORDS = ("title", "what", "needs", "changes", "first_step", "skills")
"""Fields that exist in both languages, as ``<field>_fr`` and ``<field>_en``."""

DONE_BY_MOST = 2.0
"""People who do what is done for a whole role: one, and another who stands in (judgement)."""


@dataclass(frozen=True)
class Activity:
    """One activity of the catalogue.

    :ivar code: stable name, such as "accounting-margins".
    :ivar kind: one of :data:`analyzer.reallocation.kinds.KINDS`.
    :ivar functions: functions of the everyday set it is for; empty for any.
    :ivar partners: functions with which it is done together; empty if alone or with anybody.
    :ivar minutes_low: what it takes a person a week, at least; ``minutes_typical``, ``minutes_high`` likewise.
    :ivar done_by: "each" where everybody of a role does it for themselves (calls to one's own customers), "some" where
        one or two do it for all (a monthly review): twenty people do not need twenty reviews.
    :ivar people_from: people that a role must have: what is done in pairs is not for one alone.
    :ivar shared: whether another role can take part of it.
    :ivar seat: for whom in a team: "any", "experienced" (not for those who begin or assist), or "lead".
    :ivar house: "any", "business" for what a public office has no use for (clients' appointments), "trading" for what
        only a house with buyers or salespeople does (margins, payment terms), not a practice or a library either, or
        "own" for what is done for one's own staff, not by a firm that works for clients (a payslip hour).
    :ivar work: "any", "hands" for those whose work is bodily (lifting in pairs), or "desk" for all others (an hour
        without interruption).
    :ivar cues: beginnings of words (whole words, if of up to three letters) of which the role's name, its team's name
        or its tasks must hold one; empty if none is asked for. "Ring late payers yourself" is for accountants who chase
        payments, not for all.
    :ivar same_as: codes of activities that come down to the same; a role is given one of them only.
    :ivar words: texts by language, then by field (:data:`FIELDS_IN_WORDS`).
    """

    code: str
    kind: str
    functions: tuple[str, ...]
    partners: tuple[str, ...]
    minutes_low: int
    minutes_typical: int
    minutes_high: int
    done_by: str
    people_from: int
    shared: bool
    seat: str
    house: str
    work: str
    cues: tuple[str, ...]
    same_as: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]

    def people(self, staff: float) -> float:
        """Return how many of a role's people it takes."""
        return staff if self.done_by == "each" else min(staff, DONE_BY_MOST)

    def title(self, language: str) -> str:
        """Return what it is called."""
        return self.words[language]["title"]

    def text(self, field: str, language: str) -> str:
        """Return one of its texts.

        :param field: one of :data:`FIELDS_IN_WORDS`; ``skills`` are separated by "; ".
        """
        return self.words[language][field]

    def skills(self, language: str) -> tuple[str, ...]:
        """Return what is to be learned for it."""
        return tuple(part.strip() for part in self.words[language]["skills"].split(";") if part.strip())


@cache
def catalogue() -> Mapping[str, Activity]:
    """Return all activities by code, in the order of the files."""
    return MappingProxyType({row["code"]: _activity(row) for row in catalogue_rows()})


def catalogue_rows() -> list[dict[str, str]]:
    """Return the rows of all files as they stand there."""
    rows: list[dict[str, str]] = []
    for file in CATALOGUE_FILES:
        with file.open(encoding="utf-8", newline="") as handle:
            rows += csv.DictReader(handle)
    return rows


def _activity(row: dict[str, str]) -> Activity:
    words = {
        language: MappingProxyType({field: row[f"{field}_{language}"] for field in FIELDS_IN_WORDS})
        for language in ("fr", "en")
    }
    return Activity(
        code=row["code"],
        kind=row["kind"],
        functions=_codes(row["functions"]),
        partners=_codes(row["partners"]),
        minutes_low=int(row["minutes_low"]),
        minutes_typical=int(row["minutes_typical"]),
        minutes_high=int(row["minutes_high"]),
        done_by=row["done_by"],
        people_from=int(row["people_from"]),
        shared=row["shared"] == "yes",
        seat=row["seat"],
        house=row["house"],
        work=row["work"],
        cues=tuple(row["cues"].split()),
        same_as=_codes(row["same_as"]),
        words=MappingProxyType(words),
    )


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code for code in cell.split(";") if code)
