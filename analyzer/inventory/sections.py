"""Headings between tasks: teams, roles or people whose tasks stand below them, or how often these are done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analyzer.inventory.columnmatch import ColumnMatch, column_of
from analyzer.inventory.frequencies import FrequencyReading, read_frequency
from analyzer.inventory.grids import Grid, as_text
from analyzer.inventory.roleheaders import names_person
from analyzer.inventory.text import alternatives, fold
from analyzer.inventory.timenotes import Note
from analyzer.inventory.timereading import TimeReading
from analyzer.inventory.worktime import WorkTime

_PREFIX = re.compile(
    r"(?:service|equipe|pole|departement|direction|department|dept|team|section)\b\s*[:n°#-]?\s*", re.IGNORECASE
)
_WORK = alternatives("taches? activites? missions? travaux travail choses? tasks? activities jobs? duties work")
_BESIDE_RATE = re.compile(rf"\b(?:{_WORK}|a faire|to do)\b|^(?:(?:les|mes|nos|my|our) )+")
"""Words beside a rate in a heading: "Tâches quotidiennes", "Monthly jobs"."""

_ADVERB = (
    r"(?:quotidien|journalier|hebdo|mensuel|trimestriel|semestriel|annuel|ponctuel|occasionnel|regulier|saisonnier"
    r"|exceptionnel|occasional)[a-z]*|daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?"
    r"|ad[- ]hoc|seasonal"
)
_PERIOD = r"(?:jour|semaine|quinzaine|mois|trimestre|semestre|an(?:nee)?|day|week|month|quarter|year)"
_DAY = (
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|matin(?:ee)?|soir"
    r"|morning|evening|afternoon)"
)
_NOTHING_BUT_RATE = re.compile(
    rf"(?:{_ADVERB})|(?:tou(?:te)?s les|chaque|par|every|each|per) (?:{_PERIOD}|{_DAY})s?"
    rf"|(?:(?:le|du|on|in the|of) )?{_DAY}s?"
    r"|(?:en |a la |at |at the )?(?:debut|milieu|fin|start|beginning|end)(?: (?:de|du|d'|of)(?: (?:la|l'|the|each))?)?"
    rf" ?{_PERIOD}s?|(?:month|quarter|year|week)[- ]end|selon (?:les )?besoins?|as (?:and when )?needed"
)
""" "Tous les jours", "Lundi", "Fin de mois", "Ponctuel", folded: a line that says nothing else heads those below it."""


_DOES = re.compile(
    r"(?:assistant|secretaire|comptable|responsable|gestionnaire|charge|chef|directeur|directrice|technicien|infirmier"
    r"|vendeu|commercial|employe|agent|conduct|chauffeur|livreu|cuisinier|serveu|magasinier|acheteu|juriste|apprenti"
    r"|stagiaire|educat|animat|formateur|formatrice|ouvrier|menuisier|boulanger|coiffeu|clerc|hote)(?:se?|e|ne|re|fe)?s?"
    r"|(?:officer|manager|coordinat\w+|clerk|administrator|accountant|bookkeeper|receptionist|technician|nurse|supervisor"
    r"|director|analyst|engineer|developer|buyer|driver|cook|waiter|cleaner|caretaker|teacher|assistant|secretary"
    r"|planner|controller|operative|operator|agent|adviser|advisor|consultant|lead|leader|designer|editor|owner)s?"
)
""" "Comptable", "Fundraising officer": words, folded, for those who do the tasks below; "Accueil" is where they do."""

LONGEST_HEADING = 40
"""Letters of a heading that says how often; judgement."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What the headings between the tasks of a table say.

    :param above: the heading above each row, None above the first one.
    :param rates: heading -> how often what stands below it is done; empty where headings say whose the tasks are.
    :param whose: what they stand for: "team", "role" or "person".
    """

    above: Sequence[str | None]
    rates: Mapping[str, FrequencyReading] = field(default_factory=dict)
    whose: str = "team"


def read_headings(
    grid: Grid, labels: Sequence[str | None], matches: Sequence[ColumnMatch], work_time: WorkTime, language: str
) -> Headings | None:
    """Return the headings of a table that say how often, or whose the tasks are; None if there are none that do.

    They stand for teams, roles or people where no column and no other block tells team or role.

    :param labels: what each row is; headings are "section".
    :param language: "fr" or "en", of the tasks.
    """
    if column_of(matches, "task") is None:
        return None
    above: list[str | None] = []
    current: str | None = None
    for row, label in zip(grid.rows, labels, strict=True):
        if label == "section":
            current = as_text(next(cell for cell in row if cell != "")).rstrip(": ").lstrip("# ")
        above.append(current)
    named = dict.fromkeys(heading for heading in above if heading)
    rates = {heading: _rate_of(heading, work_time, language) for heading in named}
    said = [rate for heading, rate in rates.items() if rate.counted or is_rate(heading)]
    if len(said) == len(named) and any(rate.status == "read" for rate in said):
        return Headings(above, rates)
    if not named or any(column_of(matches, name) for name in ("role", "team")):
        return None
    teams = {heading: _team_in(heading) for heading in named}
    return Headings([heading and teams[heading] for heading in above], whose=_whose(list(teams.values())))


def _whose(headings: Sequence[str]) -> str:
    """Return what headings stand for: "person" if all are names of people, "role" if most name one, else "team"."""
    if all(names_person(heading) for heading in headings):
        return "person"
    words = [fold(heading).replace("-", " ").split() for heading in headings]
    roles = sum(_DOES.fullmatch(one[0]) is not None or _DOES.fullmatch(one[-1]) is not None for one in words if one)
    return "role" if roles > len(headings) / 2 else "team"


def with_rate(time: TimeReading, rate: FrequencyReading, heading: str) -> TimeReading:
    """Return the time of a task below a heading that says how often; what the task itself says has the last word."""
    if time.occurrences_per_week is not None or any(code.startswith("frequency_") for code, _ in time.notes):
        return time
    often = rate.middle
    if not often:
        vague: tuple[Note, ...] = (("frequency_vague", {"text": heading}),)
        return time if time.minutes_per_week is not None else replace(time, notes=time.notes + vague)
    minutes, weekly = time.minutes_per_occurrence, time.minutes_per_week
    if minutes is None and weekly is not None:
        minutes = weekly / (time.headcount if time.headcount > 0 else 1.0) / often
    known = minutes is not None
    return replace(
        time,
        occurrences_per_week=often,
        minutes_per_occurrence=minutes,
        minutes_per_week=None if known else weekly,
    )


def is_rate(text: str) -> bool:
    """Say whether a line says how often and nothing else: "Tous les jours", "Tâches du lundi", "Monthly jobs"."""
    return len(text) <= LONGEST_HEADING and _NOTHING_BUT_RATE.fullmatch(_without_work(text)) is not None


def _without_work(heading: str) -> str:
    return " ".join(_BESIDE_RATE.sub(" ", re.sub(r"[^\w/ '’-]", " ", fold(heading))).split())


def _rate_of(heading: str, work_time: WorkTime, language: str) -> FrequencyReading:
    return read_frequency(_without_work(heading), work_time, language)


def _team_in(heading: str) -> str:
    prefix = _PREFIX.match(fold(heading))
    rest = heading[prefix.end() :].strip() if prefix and len(fold(heading)) == len(heading) else heading
    return rest or heading
