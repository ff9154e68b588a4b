"""Frequencies said through the calendar: "lun-ven", "lundi et jeudi", "le 5 du mois", "fin de trimestre", "en mars"."""

from __future__ import annotations

import re

from analyzer.inventory.text import alternatives
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK, Rate

_FULL_DAYS = (
    ("lundis?", "mondays?"),
    ("mardis?", "tuesdays?"),
    ("mercredis?", "wednesdays?"),
    ("jeudis?", "thursdays?"),
    ("vendredis?", "fridays?"),
    ("samedis?", "saturdays?"),
    ("dimanches?", "sundays?"),
)
_SHORT_DAYS = (
    ("lun", "lu", "mon"),
    ("mar", "ma", "tues?"),
    ("mer", "me", "weds?"),
    ("jeu", "je", "thurs?", "thu"),
    ("ven", "ve", "fri"),
    ("sam", "sa", "sat"),
    ("dim", "di", "sun"),
)
_FULL = [re.compile(rf"\b(?:{'|'.join(names)})\b") for names in _FULL_DAYS]
_ANY = [
    re.compile(rf"\b(?:{'|'.join(full + short)})\b\.?") for full, short in zip(_FULL_DAYS, _SHORT_DAYS, strict=True)
]
_FULL_DAY = "(?:" + "|".join(name for names in _FULL_DAYS for name in names) + ")"
_ANY_DAY = "(?:" + "|".join(name for names in (*_FULL_DAYS, *_SHORT_DAYS) for name in names) + r")\.?"
_UNTIL = r"(?:-|>|->|au?|to|till|until|through|thru)"
_SPAN = re.compile(rf"\b(?P<first>{_ANY_DAY})\s*{_UNTIL}\s*(?P<last>{_ANY_DAY})(?![a-z])")
_ONLY_DAYS = re.compile(rf"(?:(?:le|les|on|every|each|chaque|tous|et|and|ou|or|puis|{_ANY_DAY})(?![a-z])|[\s,/+&.-])+")
_EVERY_DAY_BUT = re.compile(
    r"\b(?:(?:tous les|chaque) (?:jours?|matins?|soirs?|midis?)|quotidien\w*|every ?(?:day|morning|evening)|daily)"
    rf" (?:sauf|hors|except) (?P<days>.*{_FULL_DAY}.*)"
)
_LISTED = re.compile(rf"{_ANY_DAY}(?:-{_ANY_DAY}){{2,}}")
""" "Lu-ma-je": three days, not a span."""

_WORKING_WEEK = re.compile(r"\bl ?(?:-|a|au) ?v\b|\bm ?- ?f\b")

_DAYPART = "|".join(
    (
        r"matins?|matinees?|midis?|soirs?|apres[- ]midis?|mornings?|afternoons?|evenings?|noon|lunchtime|am|pm",
        r"(?:debut|fin) de (?:journee|poste|service)|(?:start|end) of (?:the )?(?:day|shift)",
        r"ouverture|fermeture|opening|closing|eod|cob",
    )
)
_DAYPARTS = re.compile(rf"\b(?:{_DAYPART})\b")
_SMALL_WORDS = "le|les|la|in|at|the|on|every|each|chaque|tous|toutes|et|and|a|au|du|en|puis"
_ONLY_DAYPARTS = re.compile(rf"(?:l'|(?:1 (?:x|fois|time)|{_SMALL_WORDS}|{_DAYPART})(?![a-z])|[\s,/+&-])+")

_ENDS = r"(?:end|start|beginning|middle) of (?:the |each |every )?"
_OF_MONTH = re.compile(
    r"\b(?:du|de chaque|de ce|of(?: the| each| every)?) (?:mois|month)\b"
    r"|\b(?:fin|debut|mi|cloture) ?(?:de |du |-)?mois\b"
    rf"|\bmonth[- ]?end\b|\b{_ENDS}month\b|\beom\b|\bcloture mensuelle\b"
    r"|\b(?:avant|apres|before|after|by) (?:le |the )?\d{1,2}(?:er|th|st|nd|rd)?$"
)
_DAY_IN_MONTH = re.compile(
    rf"\b(?:1er|premier|dernier|3e(?:me)?|4e(?:me)?|1st|first|last|3rd|third|4th|fourth) "
    rf"(?:{_FULL_DAY}|jours? ouvr\w+|(?:working|business) day)\b"
    rf"|\b(?:2nd|second|2e(?:me)?|deuxieme) {_FULL_DAY} (?:each|every|chaque) (?:month|mois)\b"
)
""" "Last Friday", "dernier jour ouvré": once a month, said or not; "second Monday" alone may be every other one."""
_OF_QUARTER = re.compile(
    rf"\b(?:fin|debut) (?:de |du )?trimestre\b|\bquarter[- ]?end\b|\b{_ENDS}quarter\b"
    r"|\b(?:du trimestre|of(?: the| each| every)? quarter)\b"
)
_OF_YEAR = re.compile(
    r"\b(?:fin|debut) (?:d'|de |de l')?(?:annee|exercice|an)\b|\bcloture annuelle\b"
    rf"|\byear[- ]?end\b|\b{_ENDS}year\b"
)
_OF_WEEK = re.compile(rf"\b(?:fin|debut|milieu) (?:de )?semaine\b|\b{_ENDS}week\b|\bweek-?ends?\b")
_DAY_NUMBER = re.compile(r"\b(?:[12]?\d|3[01])(?:er|eme|st|nd|rd|th)?\b")
_ORDINAL = re.compile(
    r"\b(?:[1-5] ?(?:er|e|eme|nd|st|rd|th)"
    r"|premier|deuxieme|second|troisieme|quatrieme|dernier|first|third|fourth|last)\b"
)
MONTH_NAMES = alternatives(
    """janv(?:ier)? fevr?(?:ier)? mars avr(?:il)? mai juin juil(?:let)? aout sept(?:embre)? oct(?:obre)? nov(?:embre)?
    dec(?:embre)? jan(?:uary)? feb(?:ruary)? march apr(?:il)? may june? july? aug(?:ust)? september october november
    december"""
)
_MONTHS = re.compile(rf"\b(?:{MONTH_NAMES})\b")
_MONTH_SPAN = re.compile(rf"\b(?:{MONTH_NAMES}) ?{_UNTIL} ?(?:{MONTH_NAMES})\b")


_CLOCK = r"(?:[01]?\d|2[0-4])(?: ?h(?: ?[0-5]\d)?(?![a-z\d])|:[0-5]\d(?: ?[ap]\.?m\b)?| ?[ap]\.?m\b| o'clock)"
_AT = r"(?:a|at|vers|around|des|avant|apres|before|after|by|from|a partir de)"
_MORE = r"(?:(?: ?[,/&] ?| (?:et|and|puis|then) )(?:(?:et|and) )?(?:a |at )?CLOCK)*".replace("CLOCK", _CLOCK)
_CLOCKS = re.compile(
    rf"(?<![\d,.])(?<!\d )(?:\b{_AT} {_CLOCK}{_MORE}|(?:[01]?\d|2[0-4])(?::[0-5]\d)? ?[ap]\.?m\b{_MORE})"
)
""" "à 9h et 16h30", "8am, 12pm and 6pm": when, not how long."""


def without_clock_times(folded: str) -> tuple[str, int]:
    """Return a folded text without the times of day that it names, and how many these are.

    :param folded: "tous les jours a 9h et 16h30" gives "tous les jours" and 2.
    """
    found = _CLOCKS.findall(folded)
    rest = re.sub(r"[()]", " ", _CLOCKS.sub(" ", folded)) if found else folded
    return " ".join(rest.split()).strip(" ,;:-"), sum(len(re.findall(_CLOCK, one)) for one in found)


_LONGEST_INITIALS = 40
"""Letters of the longest list of seven short days; judgement."""

_BETWEEN = r"[\s/,+&.-]"
_INITIALS = {
    "fr": ("lun|lu|l", "mar|ma|m", "mer|me|m", "jeu|je|j", "ven|ve|v", "sam|sa|s", "dim|di|d"),
    "en": ("mon|mo|m", "tues|tue|tu|t", "weds|wed|we|w", "thurs|thu|th|t|r", "fri|fr|f", "sat|sa|s", "sun|su|s"),
}
_WEEKS = {
    language: re.compile("".join(rf"(?:(?P<day{place}>{names}){_BETWEEN}*)?" for place, names in enumerate(days)))
    for language, days in _INITIALS.items()
}
_CAPITALS = re.compile(r"(?:[LMJVSDTWRF][aehu]?){2,7}")
""" "MWF", "LMMJV": initials with nothing between them are told by their capitals."""

_PERIOD_LETTERS = re.compile(rf"(?:m{_BETWEEN}+[ts]|j{_BETWEEN}+s)")
""" "M/T", "M/S", "J/S": as likely "monthly or quarterly" as two days, so left unread."""


def initials_rate(text: str, language: str) -> Rate | None:
    """Return the rate of two or more days in the order of the week by their first letters ("M/W/F", "L M M J V",
    "lu/me/ve"), or None. It is doubtful, for letters can mean anything: the reading is told.

    :param text: one cell of a column that says how often.
    :param language: "fr" or "en", whose letters are tried first.
    """
    parted = re.search(_BETWEEN, text.strip(" .")) is not None
    if len(text) > _LONGEST_INITIALS or not (parted or _CAPITALS.fullmatch(text)):
        return None
    folded = text.lower().strip(" .")
    if _PERIOD_LETTERS.fullmatch(folded):
        return None
    for spoken in sorted(_WEEKS, key=lambda one: one != language):
        match = _WEEKS[spoken].fullmatch(folded)
        days = sum(day is not None for day in match.groups()) if match else 0
        if days > 1:
            return _rate(float(days), counted=True, doubtful=True)
    return None


def weekday_rate(phrase: str) -> Rate | None:
    """Return the rate of named weekdays and parts of the day ("lun-ven", "le lundi", "matin et soir"), or None.

    :param phrase: a folded text with its number words as digits.
    """
    if excepted := _EVERY_DAY_BUT.search(phrase):
        return _rate(DAYS_PER_WEEK - sum(pattern.search(excepted.group("days")) is not None for pattern in _FULL[:5]))
    if _WORKING_WEEK.search(phrase):
        return _rate(DAYS_PER_WEEK, counted=True)
    if (span := _SPAN.search(phrase)) and not _LISTED.fullmatch(phrase):
        first, last = (_index(span.group(name)) for name in ("first", "last"))
        if first is not None and last is not None:
            return _rate(float((last - first) % 7 + 1), counted=True)
    patterns = _ANY if _ONLY_DAYS.fullmatch(phrase) else _FULL
    days = sum(pattern.search(phrase) is not None for pattern in patterns)
    if days:
        return _rate(float(days), counted=days > 1)
    parts = {match.group() for match in _DAYPARTS.finditer(phrase)}
    if parts and _ONLY_DAYPARTS.fullmatch(phrase):
        return _rate(DAYS_PER_WEEK * len(parts), counted=len(parts) > 1)
    return None


def calendar_rate(phrase: str) -> Rate | None:
    """Return the rate of a place in the week, month, quarter or year ("le 5 du mois", "year-end"), or None.

    :param phrase: a folded text with its number words as digits.
    """
    places = [pattern for pattern in (_OF_MONTH, _OF_QUARTER, _OF_YEAR) if pattern.search(phrase)]
    several = len(places) > 1  # "month-end and quarter-end": read as the more frequent one
    if match := _OF_MONTH.search(phrase):
        weekday = re.search(rf"{_FULL_DAY}", phrase)
        found = (_ORDINAL if weekday else _DAY_NUMBER).findall(phrase[: match.start()])
        count = max(len(set(found)), len(_OF_MONTH.findall(phrase)))
        return _rate(PER_WEEK["month"] * count, counted=count > 1, doubtful=several)
    if _OF_QUARTER.search(phrase):
        return _rate(PER_WEEK["quarter"], doubtful=several)
    if _OF_YEAR.search(phrase):
        return _rate(PER_WEEK["year"])
    if _OF_WEEK.search(phrase):
        return _rate(1.0)
    if _DAY_IN_MONTH.search(phrase):
        return _rate(PER_WEEK["month"], doubtful="mois" not in phrase and "month" not in phrase)
    return None


def month_rate(phrase: str) -> Rate | None:
    """Return the rate of named months ("mars et septembre": twice a year), or None.

    :param phrase: a folded text with its number words as digits.
    """
    months = _MONTHS.findall(phrase)
    if _MONTH_SPAN.search(phrase):
        return None  # a season, not a rate
    if months and not re.search(r"\d", phrase):
        return _rate(PER_WEEK["year"] * len(set(months)), counted=len(months) > 1, doubtful=True)
    return None


def _rate(per_week: float, counted: bool = False, doubtful: bool = False) -> Rate:
    return Rate(per_week, per_week, counted, doubtful)


def _index(word: str) -> int | None:
    """Return the place of a weekday in the week, Monday being 0."""
    return next((index for index, pattern in enumerate(_ANY) if pattern.fullmatch(word)), None)
