"""How often and how long, told in a sentence: "Je relance les clients, 2 h par semaine", "20 minutes every day".

Lists have columns for times (``times.py``) or put them at a text's end (``tasktexts.py``); people who describe one task
say them anywhere. A phrase is taken only where it can mean one thing: of two durations, or two frequencies, neither is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.inventory.durations import read_duration
from analyzer.inventory.frequencies import read_frequency
from analyzer.inventory.text import NUMBER, NUMBER_WORDS
from analyzer.inventory.worktime import WorkTime

_COUNT = rf"(?:{NUMBER}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_DAYS = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_PERIOD_FR, _PERIOD_EN = r"(?:jour|semaine|mois|trimestre|an|année)", r"(?:day|week|month|quarter|year)"
_SPANS_EN = r"(?:day|morning|evening|night|week|month|quarter|year)s?"
_RATE = rf"(?:(?:par|/)\s?{_PERIOD_FR}|(?:a|per|/)\s?{_PERIOD_EN})\b"

_DURATION = re.compile(
    rf"\b(?:(?:(?:{NUMBER}\s?(?:à|to|[-–])\s?)?{_COUNT}\s?(?:h(?:eures?|ours?|rs?)?|min(?:ute)?s?|mn)\b|\d+\s?h\s?\d{{2}}\b)"
    r"(?:\s?(?:et|and)?\s?\d{1,2}(?:\s?(?:min(?:ute)?s?|mn))?\b)?(?:\s?(?:et demie|and a half))?"
    r"|(?:une )?demi[- ]heure|half an hour|an hour and a half|an hour|(?:un|trois) quarts? d['’]heure"
    rf"|a quarter of an hour|(?:une )?demi[- ]journée|half a day|{_COUNT}\s(?:jours?|days?)(?=\s*{_RATE}))",
    re.IGNORECASE,
)
_AFTER_DURATION = re.compile(rf"\s*(?P<rate>{_RATE})", re.IGNORECASE)
_FREQUENCY = re.compile(
    rf"\b(?:{_COUNT}\s?(?:fois|x|times)\s?{_RATE}|(?:once|twice)\s{_RATE}"
    rf"|tous les (?:(?:{_COUNT} )?(?:jours|mois|ans|trimestres)|matins|midis|soirs|{_DAYS}s?)"
    rf"|toutes les (?:{_COUNT} )?semaines"
    rf"|chaque (?:jour|matin|midi|soir|semaine|mois|trimestre|année|{_DAYS})"
    rf"|(?:every|each) (?:other )?(?:{_COUNT} )?(?:{_SPANS_EN}|{_DAYS})"
    r"|quotidiennement|hebdomadairement|mensuellement|daily|weekly|monthly|quarterly|fortnightly)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<count>{_COUNT})\s(?!fois|times|x\b)(?:[^\W\d_][^\W\d_-]*['’ -]){{1,4}}(?P<rate>{_RATE})", re.IGNORECASE
)
""" "20 factures par jour": so many of them are done."""

_OF_EACH = re.compile(
    rf"\b(?P<count>{_COUNT})\s(?:[^\W\d_][^\W\d_-]*['’ -]){{1,3}}(?:de|d['’]|of|at)\s?$", re.IGNORECASE
)
""" "30 commandes de 5 minutes par jour": so many of them, each as long."""

_IN_DAYS = re.compile(r"jour|day", re.IGNORECASE)
_OPEN_RANGE = re.compile(r"\d\s*(?:et|and|ou|or)\s*$", re.IGNORECASE)
""" "Entre 10 et 20 minutes": half of it would be taken for the whole."""

_LONGEST = 600.0
"""Minutes up to which a duration is that of one time: "24h support" tells when, not how long."""


@dataclass(frozen=True)
class SpokenTime:
    """The phrases of a sentence that tell how often (``frequency``) and how long each time (``duration``); "" where it
    does not."""

    frequency: str = ""
    duration: str = ""


def time_in(sentence: str, work_time: WorkTime | None = None) -> SpokenTime:
    """Return what a sentence tells of the time of its task, in its own words.

    :param sentence: a task as somebody describes it.
    :param work_time: how long a day is; 7 h unless given.
    """
    times = work_time or WorkTime()
    durations = list(_DURATION.finditer(sentence))
    duration = durations[0] if len(durations) == 1 else None
    if duration is not None and _OPEN_RANGE.search(sentence[: duration.start()]):
        return SpokenTime()
    if duration is not None and not _is_duration(duration.group(), times):
        duration = None
    said = [found.group().strip() for found in _FREQUENCY.finditer(sentence)]
    said += [f"{found['count']} {found['rate']}" for found in _COUNTED.finditer(_without(sentence, durations))]
    if duration is not None and (rate := _AFTER_DURATION.match(sentence, duration.end())):
        many = _OF_EACH.search(sentence[: duration.start()])
        said.append(f"{many['count'] if many else '1'} {rate['rate']}")
    if len(set(said)) > 1 or len(durations) > 1:
        return SpokenTime()
    frequency = said[0] if said and _is_frequency(said[0], times) else ""
    return SpokenTime(frequency, "" if duration is None else duration.group().strip())


def _without(sentence: str, durations: list[re.Match[str]]) -> str:
    """Return a sentence in which nothing is counted by a duration ("2 h de relances par semaine" is no two a week)."""
    for found in reversed(durations):
        sentence = f"{sentence[: found.start()]}…{sentence[found.end() :]}"
    return sentence


def _is_duration(phrase: str, work_time: WorkTime) -> bool:
    reading = read_duration(phrase, work_time)
    short = (reading.high or 0.0) <= _LONGEST or _IN_DAYS.search(phrase) is not None
    return reading.status == "read" and not reading.doubtful and short


def _is_frequency(phrase: str, work_time: WorkTime) -> bool:
    reading = read_frequency(phrase, work_time)
    return reading.status == "read" and not reading.doubtful
