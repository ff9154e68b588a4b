"""Frames in words: column names as titles, codes as labels, for everything that people read outside the app."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.labels import labels
from analyzer.opportunity import family_name

TITLES: dict[str, str] = {
    "row": mark("Row"),
    "task": mark("Task"),
    "role": mark("Role"),
    "team": mark("Team"),
    "occurrences_per_week": mark("Times a week"),
    "minutes_per_occurrence": mark("Minutes each time"),
    "headcount": mark("People"),
    "minutes_per_week": mark("Minutes a week"),
    "language": mark("Language of the task"),
    "notes": mark("Notes"),
    "issues": mark("To check"),
    "file": mark("File"),
    "sheet": mark("Sheet"),
    "repetitiveness": mark("Repetitive (0 to 100)"),
    "automatability": mark("Automatable (0 to 100)"),
    "automatability_low": mark("Automatable, low"),
    "automatability_high": mark("Automatable, high"),
    "level": mark("How much of it can run by itself"),
    "assistance": mark("Help from an assistant (0 to 100)"),
    "physical": mark("Physical presence (0 to 100)"),
    "interpersonal": mark("Relations with people (0 to 100)"),
    "activity": mark("Kind of work"),
    "solution": mark("Kind of solution"),
    "oversight": mark("Human oversight"),
    "flags": mark("Points of attention"),
    "confidence": mark("Confidence in the score"),
    "reasons": mark("Why this score"),
    "overridden": mark("Changed by a person"),
    "lane": mark("Path"),
    "family": mark("Evidence used"),
    "share_freed_low": mark("Share freed of the time that fits the week, low"),
    "share_freed_central": mark("Share freed of the time that fits the week, central"),
    "share_freed_high": mark("Share freed of the time that fits the week, high"),
    "adoption": mark("Adoption (share of the work done the new way)"),
    "review": mark("Checking (share of the time freed)"),
    "week_factor": mark("Held to the role’s week (factor)"),
    "minutes_freed_low": mark("Minutes freed a week, low"),
    "minutes_freed_central": mark("Minutes freed a week, central"),
    "minutes_freed_high": mark("Minutes freed a week, high"),
    "effort": mark("Effort (1 small to 5 large)"),
    "priority": mark("Priority (0 to 100)"),
    "use_case": mark("Use case"),
    "quadrant": mark("Quadrant"),
    "value": mark("What it is worth (0 to 1)"),
    "burden": mark("Effort and risk (0 to 1)"),
    "oversight_needed": mark("Human oversight needed"),
    "teams": mark("Teams"),
    "roles": mark("Roles"),
    "tasks": mark("Tasks"),
    "tasks_without_time": mark("Tasks without a time"),
    "minutes_per_person_per_day_low": mark("Minutes freed per person per day, low"),
    "minutes_per_person_per_day_central": mark("Minutes freed per person per day, central"),
    "minutes_per_person_per_day_high": mark("Minutes freed per person per day, high"),
    "share_low": mark("Share of the time stated, low"),
    "share_central": mark("Share of the time stated, central"),
    "share_high": mark("Share of the time stated, high"),
    "hours_per_year_low": mark("Hours freed a year, low"),
    "hours_per_year_central": mark("Hours freed a year, central"),
    "hours_per_year_high": mark("Hours freed a year, high"),
}
"""Title of each column that is shown; columns that are not named here (keys, probabilities, persons) stay inside."""

_CODES = {
    "lane": "lane",
    "solution": "solution",
    "oversight": "oversight",
    "oversight_needed": "oversight",
    "level": "level",
    "activity": "activity",
    "quadrant": "quadrant",
}
_CODE_LISTS = {"flags": "flag", "reasons": "reason"}
_LANGUAGES = {"en": mark("English"), "fr": mark("French")}


def column_title(name: str, language: str) -> str:
    """Return what a column of the contract is called in ``language``; the name itself if it has no title."""
    return translate(TITLES[name], language) if name in TITLES else name


def titles(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the titles of the frame's columns by their names."""
    return {str(name): column_title(str(name), language) for name in frame.columns}


def in_words(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return a frame for readers: the columns that have a title, under their own names, with labels for codes.

    Persons, keys and probabilities are left out. A code without a label stays as it is.
    """
    shown = frame[[name for name in frame.columns if name in TITLES]].copy()
    for name in shown.columns:
        word = _word(str(name), language)
        if word is not None:
            shown[name] = pd.Series([word(value) for value in shown[name]], index=shown.index, dtype=object)
    return shown


def named(value: object, missing: str) -> str:
    """Return a cell as text, or ``missing`` for None, NaN and blanks."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or value is pd.NA:
        return missing
    return str(value).strip() or missing


def with_names(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return ``frame`` with ``role``, ``team`` and ``use_case`` filled in words where they are missing."""
    words = {
        "role": translate("Role not stated", language),
        "team": translate("Team not stated", language),
        "use_case": translate("Use case not named", language),
    }
    return frame.assign(**{c: [named(v, word) for v in frame[c]] for c, word in words.items() if c in frame})


def _word(name: str, language: str) -> Callable[[object], object] | None:
    """Return what turns a cell of a column into words, or ``None`` for a column that is shown as it is."""
    if name in _CODES:
        known = labels(_CODES[name], language)
        return lambda code: known.get(str(code), code)
    if name in _CODE_LISTS:
        named = labels(_CODE_LISTS[name], language)
        return lambda codes: ", ".join(named.get(code, code) for code in str(codes).split(";") if code)
    if name == "family":
        return cache(lambda code: family_name(str(code), language))
    if name == "language":
        return lambda code: translate(_LANGUAGES[str(code)], language) if str(code) in _LANGUAGES else code
    if name == "overridden":
        yes, no = translate("yes", language), translate("no", language)
        return lambda value: yes if value else no
    return _listed if name in ("teams", "roles") else None


def _listed(names: object) -> object:
    return ", ".join(names) if isinstance(names, tuple) else names
