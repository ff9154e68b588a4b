"""What one header says: the field, and the unit and period that stand in it ("Durée (h)", "Temps passé / semaine")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analyzer.inventory.calendarheaders import COMES_BACK, WEEKDAY, calendar_kind
from analyzer.inventory.fields import STRONG_WORDS, plain, synonyms
from analyzer.inventory.text import alternatives, fold
from analyzer.inventory.worktime import PERIOD, PERIOD_WORDS, SHORT_PERIODS, period_named

FUZZY_CUTOFF = 88
"""Least RapidFuzz ratio (0..100) at which a header with a slip is still taken for a known one."""

WEAK_WORD = 0.6
"""Confidence of a field that only one word of a longer header names."""

LONGEST_HEADER = 90
"""Longer texts are sentences, not headers."""

TICKED = frozenset({"period", WEEKDAY})
"""Headers that are nothing but a period ("Quotidien") or a day of the week ("Lundi"): columns to tick."""

COUNTED = "counted"
"""A header that counts something in a period ("Tickets / month"): a frequency if numbers stand below it."""


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says by itself.

    :param field: a field of the inventory, "owner", "ignore", :data:`COUNTED`, or one of :data:`TICKED`.
    :param confidence: 0..1; 1 for a header that people use for this field alone.
    :param unit: "seconds", "minutes", "hours", "days", "percent", "fte", or None.
    :param period: a period of :data:`~analyzer.inventory.worktime.PER_WEEK`, or None.
    :param total: whether it speaks of a total.
    """

    field: str
    confidence: float
    unit: str | None = None
    period: str | None = None
    total: bool = False


_TIME_WORDS = alternatives(
    """temps durees? tps time duration charge effort workload heures? hours? hrs? h minutes? mins? mn secondes seconds
    secs? long etp ftes?"""
)
_TIME = re.compile(rf"\b(?:{_TIME_WORDS}|hh?:mm)\b|%")
_COUNT_WORDS = alternatives(
    """nb nbre nombre num number no nr count volumes? volumetrie qte quantite quantity qty fois times occurrences? freq
    frequences? frequency recurrence periodicite often actes dossiers"""
)
_COUNT = re.compile(rf"\b(?:{_COUNT_WORDS}|how many|combien de fois)\b|#")
_PEOPLE_WORDS = alternatives(
    """personnes? pers people staff agents? salaries? collaborateurs? effectifs? headcount employees? employes? persons?
    workers? benevoles volunteers operateurs operators techniciens technicians etp ftes?"""
)
_PEOPLE = re.compile(rf"\b(?:{_PEOPLE_WORDS})\b")
_UNITS = (
    ("percent", re.compile(r"%|\bpourcent\w*|\bpercent\w*|\bpart d[eu]\b|\bshare of\b|\bquotite\b")),
    ("fte", re.compile(r"\b(?:etp|ftes?|equivalents? temps plein|full[- ]time equivalents?)\b")),
    ("days", re.compile(r"\bj/h\b|\bjours?[- ]hommes?\b|\bman[- ]days?\b")),
    ("seconds", re.compile(r"\b(?:secondes|seconds|secs?)\b|\(\s*(?:en |in )?s(?:ec(?:onde)?s?)?\.?\s*\)")),
    ("minutes", re.compile(r"\b(?:minutes?|mins?|mn|mns)\b|\(\s*['m]\s*\)")),
    ("hours", re.compile(r"\b(?:heures?|hours?|hrs?|h)\b(?!\s*(?:de )?(?:debut|fin))")),
    ("days", re.compile(r"\(\s*(?:en )?(?:jours?|jrs?|j|jh|days?|d)\s*\)|^(?:jours|days)\b")),
    ("days", re.compile(r"\b(?:en|in|nb(?:re)? de|nombre de|number of) (?:jours|days)\b")),
)  # fmt: skip
_MEASURE = re.compile(rf"\b(?:{_TIME_WORDS})\b|\b(?:par|per|/) ?{PERIOD}|[/%]", re.IGNORECASE)
_LETTERS = "".join(SHORT_PERIODS)
_PER = re.compile(
    r"(?:/|\b(?:par|per|by|each|every|chaque|an?|la|le|l'))\s*"
    rf"(?P<period>{PERIOD}|(?<=/)\s*[{_LETTERS}]\b|(?<=/ )[{_LETTERS}]\b)"
)
_ADVERBS = (
    ("day", re.compile(r"\b(?:quotidien\w*|journali\w+|daily)\b")),
    ("week", re.compile(r"\b(?:hebdo\w*|weekly|p[./ ]?w)\b")),
    ("month", re.compile(r"\b(?:mensuel\w*|monthly|pm)\b")),
    ("quarter", re.compile(r"\b(?:trimestriel\w*|quarterly)\b")),
    ("half_year", re.compile(r"\b(?:semestriel\w*|half[- ]yearly|semi-?annual\w*)\b")),
    ("year", re.compile(r"\b(?:annuel\w*|yearly|annual\w*|p\.?a\.?)\b")),
)
_NOT_COUNTED = alternatives(
    """couts? costs? prix prices? tarifs? budgets? salaires? salar(?:y|ies) wages? montants? amounts? ca marges?
    revenus? revenues? turnover euros? eur gbp livres pounds dollars? depenses frais charges? objectifs? targets? tonnes
    kg km pages litres points"""
)
_COUNTED = re.compile(
    rf"(?!.*(?:[€$£%]|\b(?:{_NOT_COUNTED})\b))(?:[a-z'-]+ ){{0,4}}?[a-z'-]+[sx](?: [a-z'-]+){{0,3}} ?"
    rf"(?:/|\b(?:par|per|a|each|chaque)\b) ?(?:{PERIOD}|[{_LETTERS}]\b)\)?$"
)
"""Things in the plural, no money and no measure, in a period."""

_BARE = re.compile(
    "|".join(f"(?P<{name}>\\b{pattern}(?![a-z]))" for name, pattern in PERIOD_WORDS.items() if name != "day")
)
_BARE_PERIOD = re.compile("|".join(PERIOD_WORDS.values()))
""" "Jour", "Semaine", "Month": a column to tick, or of days ("L, Me, V"), which only its values tell."""

_TOTAL = re.compile(r"\b(?:total\w*|totaux|cumul\w*|global\w*|overall|sum|somme)\b")
_ASKS_WHAT = re.compile(
    r"\b(?:ce qu[ei']|(?:qu'est-ce )?que?\b|quelles? (?:taches?|choses?)|choses?|trucs?|what|things?|stuff)\b.{0,30}?"
    r"\b(?:fai[st]|faisons|faites|faits?|font|faire|realis\w+|execut\w+|do|does|done|doing|perform\w*)\b"
)
""" "Ce qu'on fait", "What they do": a header that asks what is done names the tasks."""
_ASKS_WHO = re.compile(
    r"(?:(?:who|whose|qui)\b(?!.*\b(?:for|pour|with|avec|valid\w*|approv\w*|check\w*|control\w*|demand\w*|asks?)\b)"
    r"|.{0,20}\b(?:par qui|by whom?)\b).{0,30}"
)
""" "Whose job", "Qui s'en charge", "Fait par qui": a header that asks who does it."""

_AS_ROLE = re.compile(r"[(\[]\s*(?:postes?|fonctions?|metiers?|roles?|job titles?|jobs?|positions?|emplois?)\s*[)\]]")
""" "Personne (poste)": what stands in brackets says what is written below."""

_STAFFED = re.compile(
    r"(?:needed|required|involved|necessaires?|requis\w*|mobilise\w*|affecte\w*|presents?|impliques?|concernes?)\b"
)
""" "Volunteers needed": people in the plural that are counted without "number of"."""

_VALUE = re.compile(
    r"[-*•–—·▪◦‣]\s+|\d+(?:[.,]\d+)?\s*(?:/|(?:x|fois|times|par|per|min|mn|minutes?|h|heures?|hours?|j|jours?|days?)\b)"
)
"""What no header begins with: the bullet of a line, and a value ("4 fois par semaine")."""

_FRENCH = re.compile(r"\b(?:de|du|des|la|le|les|d|l|en|par|au|aux|et|a)\b")


@lru_cache(maxsize=4096)
def read_header(header: str) -> HeaderMeaning | None:
    """Return what ``header`` says, or None if it names nothing known.

    The list of known headers comes first, then the words of time, count and people in it, then a known header one slip
    away (RapidFuzz, from five letters on: short words match anything), then a word that is strong enough alone.

    :param header: the text of the cell, in French or English, as it stands in the file.
    """
    folded = fold(header).replace("_", " ")  # "minutes_per_week", as a database or this program names it
    if not folded or len(folded) > LONGEST_HEADER or not re.search(r"[a-z%#]", folded) or _VALUE.match(folded):
        return None
    unit, period, total = _unit(folded), _period(folded), _TOTAL.search(folded) is not None
    outside = plain(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", folded))
    candidates = [text for text in (plain(folded), outside, plain(_without_measures(folded))) if text]
    field, confidence = _known(candidates)
    if alone := _ticked_period(folded):
        return HeaderMeaning("period", 0.8, period=alone)
    if bare := _BARE_PERIOD.fullmatch(folded):
        return HeaderMeaning("period", WEAK_WORD, period=period_named(bare.group()))
    if kind := calendar_kind(folded) or calendar_kind(outside):
        return HeaderMeaning(kind, 0.8, unit, COMES_BACK[kind])
    if field is None and not unit and not period and _ASKS_WHAT.match(folded):
        field, confidence = "task", 0.95
    if field is None and not unit and not period and _ASKS_WHO.fullmatch(folded):
        field, confidence = "owner", 0.9
    if field in ("person", "owner") and _AS_ROLE.search(folded):
        field = "owner"
    if field is None:
        field, confidence = _measure(folded, unit, period), 0.85
    if field is None:
        field, confidence = next(filter(None, map(_nearest, candidates[1:])), None), 0.75
    if field is None:
        field, confidence = _strong_word(outside), WEAK_WORD
    if field is None:
        return HeaderMeaning(COUNTED, WEAK_WORD, period=period) if _COUNTED.match(folded) else None
    return HeaderMeaning(_with_period(field, unit, period, folded), confidence, unit, period, total)


def _known(candidates: list[str]) -> tuple[str | None, float]:
    """Return field and confidence of the first text that is a known header, or None and 0."""
    return next((synonyms()[text] for text in candidates if text in synonyms()), (None, 0.0))


def _unit(folded: str) -> str | None:
    return next((name for name, pattern in _UNITS if pattern.search(folded)), None)


def _period(folded: str) -> str | None:
    """Return the period of a header: after "per" or "/", as an adverb, or as a bare word ("nb semaine")."""
    if matches := list(_PER.finditer(folded)):
        return period_named(matches[-1].group("period").strip())
    for name, pattern in _ADVERBS:
        if pattern.search(folded):
            return name
    bare = _BARE.search(folded)
    return bare.lastgroup if bare else None


def _ticked_period(folded: str) -> str | None:
    """Return the period of a header that is nothing but one ("Quotidien", "Weekly", "Par mois"), else None."""
    return next((name for name, pattern in _ADVERBS if pattern.fullmatch(folded)), None)


def unit_and_period(text: str) -> tuple[str | None, str | None]:
    """Return the unit of time that a title names, and the period it names for it ("Charge par rôle (h/mois)").

    A period alone is none of a time: "Année 2026" dates the sheet.
    """
    folded = fold(text)
    unit = _unit(folded)
    if unit is None and _TIME.search(folded) is None:
        return None, None
    found = list(_PER.finditer(folded))
    named = period_named(found[-1].group("period").strip()) if found else None
    return unit, named or next((name for name, pattern in _ADVERBS if pattern.search(folded)), None)


def without_measures(header: str) -> str:
    """Return a header as written without brackets and words of time ("Heures comptable (h/mois)" -> "comptable")."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", header)
    return " ".join(_MEASURE.sub(" ", text).split()).strip(" :-–—/")


def names_period_only(header: str) -> bool:
    """Say whether a header is nothing but a period ("par semaine", "/ mois", "Annuel")."""
    folded = fold(header)
    return bool(folded) and (_PER.fullmatch(folded) is not None or _ticked_period(folded) is not None)


def period_alone(header: str) -> str | None:
    """Return the period of a header that is nothing but one, else None."""
    return _period(fold(header)) if names_period_only(header) else None


def _without_measures(folded: str) -> str:
    """Return a header without brackets, periods and units ("temps passe par semaine en heures" -> "temps passe")."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", folded)
    for pattern in (_PER, *(pattern for _, pattern in _ADVERBS), _BARE):
        text = pattern.sub(" ", text)
    return re.sub(r"\b(?:en|in)\s+(?:minutes?|mins?|mn|heures?|hours?|hrs?|h|jours?|j|days?)\b", " ", text)


def _with_period(field: str, unit: str | None, period: str | None, folded: str) -> str:
    """Return the field once a period is taken in: a time per period is no time each time, a count per period a rate."""
    if field == "minutes_per_occurrence" and (period or unit in ("percent", "fte")):
        return "minutes_per_week"
    if field in ("volume", "ignore") and period and _COUNT.search(folded):
        return "occurrences_per_week"
    if field == "occurrences_per_week" and unit in ("seconds", "minutes", "hours") and _COUNT.search(folded) is None:
        return "minutes_per_week"
    return field


def _measure(folded: str, unit: str | None, period: str | None) -> str | None:
    """Return the field of a header that speaks of time, counts or people in words that are not in the list."""
    text = re.sub(r"[()\[\]]", " ", folded)
    text = re.sub(r"(?:\b(?:par|per)|/)\s*(?:occurrences?|dossiers?|actes?|fois)\b", " ", text)
    time, count, people = (pattern.search(text) is not None for pattern in (_TIME, _COUNT, _PEOPLE))
    names_time = re.search(r"\b(?:temps|durees?|tps|time|duration|how long|hh?:mm)\b", text) is not None
    names_number = re.search(r"\b(?:nb|nbre|nombre|number|no|volume)\b|#", text) is not None
    each_time = "minutes_per_week" if period else "minutes_per_occurrence"
    rules = (
        (unit == "days" and period not in (None, "day") and not people, "minutes_per_week"),
        (unit == "percent" and time and not count, "minutes_per_week"),
        (unit == "fte" and time and not count, "headcount"),
        (people and count and not time, "headcount"),
        (people and not time and _STAFFED.search(text) is not None, "headcount"),
        (time and unit is not None and (period is not None or not count), each_time),
        (names_time and not count, each_time),
        (count and period is not None, "occurrences_per_week"),
        (names_number and not time, "volume"),
    )
    return next((field for holds, field in rules if holds), None)


def _nearest(text: str) -> str | None:
    """Return the field of the known header that is one slip away, or None."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (not needed where every header is known)

    if len(text) < 5:
        return None
    known = [name for name in synonyms() if len(name) >= 5]
    best = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=FUZZY_CUTOFF)
    return synonyms()[best[0]][0] if best else None


def _strong_word(text: str) -> str | None:
    """Return the field of the word that heads a longer header: the first in French, the last in English."""
    words = text.split()
    if len(words) > 8:
        return None
    ordered = words if _FRENCH.search(text) else words[::-1]
    return next((STRONG_WORDS[word] for word in ordered if word in STRONG_WORDS), None)
