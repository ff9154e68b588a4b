"""The words by which people say how long, French and English, folded: units, set phrases, fillers."""

from __future__ import annotations

import re

from analyzer.inventory.text import NUMBER, alternatives, word_set
from analyzer.inventory.worktime import PERIOD, SHORT_PERIODS

EMPTY = word_set("- -- / ? ?? ... n/a n.a. na nc nd tbd tbc x none aucun aucune") | {""}
"""What people write in a cell that they leave open."""

_VAGUE_WORDS = alternatives(
    r"""variables? varie varies variable depend\w* quelques qq qqs few several plusieurs rapide\w* quick\w* court courte
    long\w* short inconnue? unknown aleatoire selon instantane\w* immediat\w*"""
)
VAGUE = re.compile(rf"\b(?:{_VAGUE_WORDS}|a voir|a definir|a preciser)\b")
"""Words that speak of time without a number."""

UNITS = {
    word: unit
    for unit, words in {
        "second": "s sec secs seconde secondes second seconds '' \"",
        "minute": "m mn mns min mins minute minutes minut minuts minuttes mintues mintes mnt '",
        "hour": "h hr hrs hs heure heures hour hours heur hre hres",
        "half_day": "halfday",
        "day": "j jr jrs jour jours journee journees d day days jh",
        "week": "sem semaine semaines week weeks wk wks",
        "month": "mois month months",
    }.items()
    for word in words.split()
}
"""Word -> unit."""

COLUMN_UNITS = {word: unit for word, unit in UNITS.items() if unit not in ("week", "month")} | {
    "1/2 journee": "half_day", "demi-journee": "half_day", "demi journee": "half_day", "half-day": "half_day",
    "half day": "half_day", "heure(s)": "hour", "minute(s)": "minute", "jour(s)": "day",
}  # fmt: skip
"""What may stand in a column of units beside a column of numbers -> unit."""

BOUNDS = word_set("< > max maxi maximum mini minimum jusqu jusque up moins plus less more over under")
"""Words that make a number a bound."""

FILLERS = BOUNDS | word_set(
    """env environ approx approximativement about around roughly circa ca en moyenne moy average avg on entre between de
    from soit cumule cumulees total the of d l le la les un une an compter prevoir presque almost pres ouvre ouvres
    homme au"""
)
"""Words beside a duration that change nothing."""

MULTIPLIERS = frozenset(("x", "*", "fois", "times"))
RANGES = frozenset(("-", "a", "to", "ou", "or", "/"))
SUMS = frozenset(("+", "&", "et", "and", "puis", "then"))

BRACKETED = re.compile(r"x ?\d+|\d+ ?x|\d+ fois|min|mn|minutes?|h|heures?|hours?|j|jours?|days?")
"""What counts in brackets."""

_HOUR_OR_DAY = r"h|heures?|hrs?|hours?|j|jours?|journees?|days?"
_AND_A = r"(?:et|and) (?:1 |a )?"

PHRASES = [
    (re.compile(pattern), text)
    for pattern, text in (
        (r"\+ ?/ ?-|(?<=\d)-?ish\b", " "),
        (r"(\d)aines? (?:de |d')?(?=min|mn|h)", r"\1 "),
        (r"\b1 (?:fois|x) (?:sur|tou(?:te)?s les) (\d+) (?=jour|semaine|mois)", r"tous les \1 "),
        (
            r"\b(?:par|per|chaque|each|every|toutes les) (?:1/2|demi[- ]?|half[- ]?) ?(?:journees?|days?)\b",
            "x 2 par jour",
        ),
        (r"\b1 (jour|semaine|mois) sur (\d+)\b", r"tous les \2 \1"),
        (r"\bevery (?:other|second) (?=day|week|month)", "every 2 "),
        (r"(?<=/\d) ?(?:d'|of (?:an|1) )(?=h(?:eure|our)?s?\b)", " "),
        (r"(?<![\d])[.,](?=\d)", "0."),
        (r"\ban?(?= (?:hour|minute))|^an?(?= (?:day|week))|(?<=to )an?(?= (?:day|week))", "1"),
        (r"\b(?:bonn?e?|petite?s?|gross?e?s?|good|solid) (?=\w)", ""),
        (r"(?<=\d )(?:full|whole|working|entire) (?=hour|day|week)", ""),
        (r"\b(?:man|person)[- ]?days?\b", "day"),
        (r"\b(?:an? )?quarter (?:of a )?day\b|\b(?:1 )?quart de (?:jour|journee)\b", "1/4 day"),
        (r"\b(?:an? |1 )?hour and a quarter\b", "75 min"),
        (r"\b(?:les )?3 quarts? d'h(?:eure)?\b|\b3 quarters? of (?:an|1) hour\b", "45 min"),
        (r"\b(?:1 )?quart d'h(?:eure)?\b|\b(?:a |1 )?quarter (?:of (?:an|1) |1 |an )?hour\b", "15 min"),
        (r"\b(\d+) demi[- ]?h(?:eure)?s?\b|\b(\d+) half[- ]hours?\b", r"\1\2 x 30 min"),
        (r"^(?:hour|heure) (?:and (?:a )?half|et demie?)$", "90 min"),
        (r"\bdemie?[- ]?h(?:eure)?s?\b|\b(?:an? |1 )?half[- ](?:an |1 )?hour\b|\b1/2 ?-?(?:hour|heure)\b", "30 min"),
        (r"\b(\d+) (?:demi[- ]?(?:journees?|j)|half[- ]days?)\b", r"\1 halfday"),
        (r"\bdemi[- ]?(?:journees?|jours?|j)\b|\b(?:a |1 )?half[- ](?:a |1 )?day\b", "1 halfday"),
        (r"\b1/2 ?-?(?:journee|jour|jr|j|day|d)\b", "1 halfday"),
        (r"\b(\d+) (?:matinees?|apres[- ]midis?|mornings?|afternoons?)\b", r"\1 halfday"),
        (r"\b(?:an? |la |the |1 )?(?:matinee|apres[- ]midi|morning|afternoon)\b", "1 halfday"),
        (r"\b(?:toute )?la journee\b(?! de)|\bjournee (?:entiere|complete)\b", "1 day"),
        (r"\b(?:all|(?:a )?(?:full|whole)|the whole) day\b", "1 day"),
        (rf"\b({NUMBER}) ?({_HOUR_OR_DAY}) {_AND_A}(?:demie?|half)\b", r"\1 1/2 \2"),
        (rf"\b({NUMBER}) {_AND_A}(?:demie?|half)\b", r"\1 1/2"),
        (rf"\b(\d+) ?(h|heures?|hours?) {_AND_A}(?:quart|quarter)\b", r"\1 1/4 \2"),
    )
]
"""Set phrases and what they are in digits, applied in order to a folded text whose number words are digits."""

ARTICLES = frozenset(("la", "le", "l'", "a", "an"))
"""What stands before a period without "per" in it: "2h a day", "2h la semaine"."""

PERIODIC = re.compile(
    r"(?P<per>(?:/|(?:par|per|an?|each|every|chaque|tous les|toutes les|la|le|l'|in (?:a|the)|p) ?))\s*"
    rf"(?:(?P<count>\d+)\s*)?(?P<period>{PERIOD}|(?<=/)[{''.join(SHORT_PERIODS)}]\b)"
)
"""The period of a time per period ("2h par semaine")."""

ADVERBS = [
    (re.compile(pattern), period)
    for pattern, period in (
        (r"\b(?:quotidien\w*|journali\w+|daily)\b", "day"),
        (r"\b(?:hebdo\w*|weekly|p/?w)\b", "week"),
        (r"\b(?:mensuel\w*|monthly)\b", "month"),
        (r"\b(?:trimestriel\w*|quarterly)\b", "quarter"),
        (r"\b(?:annuel\w*|annually|yearly)\b", "year"),
    )
]

PER_ITEM = re.compile(r"\s*(?:/|\b(?:pour |for )?(?:par|per|each|every|chacune?|chaque|l'unite|piece)\b)\s*[a-z' ]*$")
"""The end of "15 min par dossier", "5 min each"."""

_HOURS_OR_MINUTES = r"(?:heures?|hours?|hrs?|h|minutes?|mins?|mn)(?![a-z])"
SPAN_OF_CLOCK = re.compile(r"(?<![\d:,.])\d{1,2} ?h(?: ?[0-5]\d)? ?(?:-|a|to) ?\d{1,2} ?h(?: ?[0-5]\d)?(?![a-z\d])")
""" "9h-12h": from when to when, which says how long."""

TIME_IN_TEXT = re.compile(
    rf"{NUMBER}(?:\s*(?:-|a|to)\s*{NUMBER})?\s*{_HOURS_OR_MINUTES}(?:\s*\d{{1,2}}(?!\d)(?:\s*(?:min|mn)(?![a-z]))?)?"
    r"|\b(?:demi-heure|half an hour|quart d'heure|half(?: a |-| )day)\b"
    rf"|(?<=\(){NUMBER}\s*(?:jours?|j|days?|d)(?=\))"
    rf"|(?<=[,:;-] ){NUMBER}\s*(?:jours?|j|days?|d)$|(?:1/2|\bdemi[- ])\s*(?:journees?|jours?|j)\b"
)
"""A time within other words ("hebdo, 2h", "mensuel (2 j)"); days only where nothing else can be meant."""
