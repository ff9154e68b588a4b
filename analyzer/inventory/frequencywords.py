"""The words by which people say how often, French and English, folded: rates, adverbs, words that give no rate."""

from __future__ import annotations

import re

from analyzer.inventory.text import NUMBER, alternatives, word_set
from analyzer.inventory.worktime import DAYS_PER_WEEK, PER_WEEK, PERIOD, SHORT_PERIODS

EMPTY = word_set("- -- / ? ?? ... n/a n.a. na nc nd tbd tbc aucun aucune none") | {""}
"""What people write in a cell that they leave open."""

NEVER = re.compile(r"(?:plus )?jamais|never|no longer done|not done")

_NEED_BEFORE = r"(?:selon|au|si|en cas de|suivant|as per|on|if|as|when(?:ever)?) (?:le |les |la |l')?"
_NEED = alternatives(
    r"""besoins? demandes? needs? needed required necessary necessaire arrivages? activite charge saisons?
    evenements?"""
)
_VAGUE_WORDS = alternatives(
    r"""ponctuel\w* ad[-\s]?hoc occasion\w* rare\w* sometimes parfois souvent often frequent\w* regul\w* irregul\w*
    variable\w* varie\w* varies exceptionnel\w* exceptional\w* continu\w* permanen\w* ongoing toujours always saisonn\w*
    seasonal\w* aleatoire\w* random\w* depend\w* selon (?:one|1)[-\s]?off imprevu\w* unplanned inconnue? unknown projet
    project peu beaucoup inopine\w* urgences? whenever when quand rentree unique (?:one|1)[-\s]?time"""
)
_VAGUE_PHRASES = "|".join(
    (
        r"(?:a la|sur|on) (?:demande|request|demand|commande)",
        r"(?:a|des|sur|on) (?:reception|receipt)",
        r"au fil de l'eau|on the fly|as and when|toute la journee|all day|tout le temps|all the time",
        r"24 ?/ ?7|24 ?h ?/ ?24|on going|au cas par cas|case by case|as it comes|des que",
        r"1 x only|1 (?:seule )?fois (?:pour toutes|sur \d+)|1 seule fois",
        r"from time to time|de temps en temps|now and then|1 x in a while|plus ou moins|a voir|a definir",
    )
)
VAGUE = re.compile(rf"\b(?:{_NEED_BEFORE}(?:{_NEED})|{_VAGUE_WORDS}|{_VAGUE_PHRASES})\b")
"""Words that speak of how often without a number."""

UNCOUNTED = re.compile(
    r"(?<!\d )\b(?:plusieurs|several|quelques|a few|few|many|multiple|nombreuses?|maintes|x|n) ?(?:fois|times?|x)?\b"
    r"(?= ?(?:/|par|per|a|an|each|tous|toutes|every|chaque|dans|daily|weekly|monthly|quotid|hebdo|mensu))"
)
""" "Plusieurs fois par jour": a period without a count."""

ALL_DAY = re.compile(r"toute la (?:journee|semaine)|all (?:day|week)(?: long)?")
ALL_DAY_EVERY_DAY = re.compile(
    r"(?:(?:quasi(?:ment)?|presque|pratiquement|almost|nearly) )?"
    r"(?:toute (?:la|ma) (?:(?P<half_fr>matinee|apres[- ]midi)|journee)"
    r"|(?:all|(?:the )?(?:whole|entire)|most of the) (?:the )?(?:(?P<half_en>morning|afternoon)|day)(?: long)?)"
)
""" "Toute la journée" where a frequency is asked: the task fills the day, or half of it, and each day of the week."""

DAY_OF_MONTH = re.compile(
    r"\b(?:le|the) \d{1,2}(?:er|eme|st|nd|rd|th)? (?:de chaque|du|of (?:the|each|every)) (?:mois|month)\b"
)
""" "Le 15 de chaque mois": a day, not a count."""

PER_ITEM = re.compile(
    r"^(?:\d+ ?(?:x|fois)? ?)?(?:a )?"
    r"(?:par|per|/|pour|for|chaque|each|every|(?:with|avec) (?:each|every|chaque)|a l') ?"
    r"(?:chaque |each |every |l')?[a-z' -]+$"
)
""" "Par dossier", "à chaque embauche", "1 par client"."""

LIMITS = re.compile(
    r"\b(?:"
    + alternatives(
        r"""sauf except excl\w* hors selon si if when quand lors lorsque pendant during periodes? saison season only
        seulement uniquement depend\w* variable vacances school scolaire jusqu\w* until max maxi maximum mini minimum
        plus moins"""
    )
    + r"|up to|at most|at least|more than|less than|min(?= ?\d))\b|[<>]"
)
"""Words that limit a rate: it is read without them, and that is told."""

APPROXIMATE = re.compile(
    r"\+ ?/ ?-|[~]|(?<=\d)-?ish\b|\b(?:environ|env\b\.?|approx\w*\.?|about|around|roughly|circa|ca\b\.?|en moyenne"
    r"|moy\.?|on average|average|avg|a peu pres|presque)"
)
SHORTHAND = [
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\bt(?:ts?|tes?|s)\.? (?=les\b)", "tous "),
        (r"\bch(?:aques|q\.?)(?= )", "chaque"),
        (r"(?<=\d) ?(?:f|fs)\b\.?(?= ?(?:/|par\b))", " fois"),
        (r"\b(sem|trim|ann|an|j|jr|mth|wk|yr|qtr|hr)\.(?=\s*(?:sur|/|et|a|par|per|of|in)\b|[ ,/)]|$)", r"\1"),
        (r"\b(every|each|chaque|toutes les) (?:demi[- ]?heures?|half[- ](?:an )?hour)\b", r"\1 30 min"),
        (r"\b(every|each|chaque|tous les) (?:quarts? d'heure|quarter of an hour)\b", r"\1 15 min"),
        (r"\bp\.?/?w\b\.?", "per week"),
        (r"\bp\.a\b\.?", "per year"),
        (r"/ (?=[a-z]\b)", "/"),
    )
]
"""How people shorten the words for a rate, and what they stand for."""

PER = re.compile(r"(?:/|(?:par|per|an?|la|le)\b|l')")
"""What stands before a period: "par semaine" alone is no count."""

ONCE = {"once": "1 x", "twice": "2 x", "thrice": "3 x"}

RANGE = rf"(?P<low>{NUMBER})(?:\s*(?:-|a|to|ou|or|/|et)\s*(?P<high>{NUMBER}))?"
"""A count or a range of counts."""

TIMES = r"(?:x|\*|fois|times?|occurrences?)(?![a-z])"
TIME_UNIT = r"(?:h|hr|hrs|heures?|hours?|mn|min|mins|minutes?|'|%)(?![a-z])"

_EVERY = r"(?:/|(?:(?:tou(?:te)?s|ts|ttes) les|every|each|chaque|par|per)(?: les?)?)"
_PER = (
    r"(?:/|\b(?:par|per|an?|each|every|chaque|tous les|toutes les|dans (?:la|le)|(?:de )?(?:la|le)|in (?:an?|the)"
    r"|of the|p)(?![a-z])|\b(?:dans |de )?l')"
)
_NOUN = (
    rf"(?!\s*{TIME_UNIT})(?:\s*{TIMES}|\s*(?:j|jrs?|d)(?![a-z]))?(?!\s*{TIME_UNIT})"
    r"(?:\s+(?!par\b|per\b|et\b|and\b)[a-z][a-z'.-]*){0,4}?"
)
_ONE_PERIOD = rf"\s*(?:1\s*)?(?P<period>{PERIOD}|(?<=/)[{''.join(SHORT_PERIODS)}]\b)"
_WEEKDAY = "(?:" + alternatives(
    """lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday"""
) + ")"  # fmt: skip

DAYS_OF_SEVEN = re.compile(
    r"(?<!\d)([1-7])\s*(?:j|jours?|jrs?|d|days?)?\s*(?:/|sur|out of|days a)\s*(?:7|week)\s*(?:j|jours?|days?)?(?!\d)"
)
""" "5j/7", "6 jours sur 7"."""

ONE_IN = re.compile(
    rf"\b(?:(?:1|an?|every|le|chaque|tous les)\s*)?(?P<period>{PERIOD}|(?<=1)j|{_WEEKDAY}s?|matins?|soirs?|week-?ends?)"
    r"\s*(?:sur|/|out of|in)\s*(?P<of>\d+)(?![\d/])"
)
""" "Un jour sur deux", "1 lundi sur 2"."""

TIMES_IN_N = re.compile(rf"\b1 (?:{TIMES} )?(?:sur|in) (?P<n>\d+) (?={PERIOD})")
""" "1 fois sur 2 semaines", "1 in 3 weeks": once in so many periods, where "1 fois sur 2" alone says nothing."""

EVERY_OTHER = re.compile(rf"\b(?:every (?:other|second|2nd)|alternate|alternating)\s*(?P<period>{PERIOD}|{_WEEKDAY}s?)")
EVERY_N = re.compile(
    rf"(?:{RANGE}\s*(?:{TIMES})?\s*)?{_EVERY}\s*(?P<n>{NUMBER})(?:\s*(?:-|a|to|ou|or)\s*(?P<n_high>{NUMBER}))?"
    rf"\s*(?:eme|th|rd|nd)?\s*"
    rf"(?P<period>{PERIOD}|h(?:eures?|ours?|rs?)?(?![a-z])|mn|min(?:ute)?s?(?![a-z])|[jdsw]\b)"
)
""" "Tous les 15 jours", "2 fois toutes les 3 semaines"."""

PER_PERIOD = re.compile(rf"{RANGE}{_NOUN}\s*{_PER}{_ONE_PERIOD}")
""" "3x/semaine", "40 dossiers par mois"."""

TIMES_PERIOD = re.compile(rf"{RANGE}\s*{TIMES}\s*(?P<period>{PERIOD})")
""" "3x semaine"."""

PER_HOUR = re.compile(rf"{RANGE}{_NOUN}\s*{_PER}\s*(?:1\s*)?(?:heure|hour|h)\b")
PER_HALF_DAY = re.compile(
    rf"(?:{RANGE}{_NOUN}\s*)?(?:/|\b(?:par|per|each|every|chaque|toutes les)\b) ?(?:1 )?"
    r"(?:(?:demi[- ]?|1/2 ?)journees?|(?:half[- ]?|1/2 )days?)\b"
)
""" "Chaque demi-journée": twice a day."""

HALF_DAY = re.compile(r"(?:\b1/2[ -]?|\bdemi[- ]?|\bhalf[- ](?:a[- ])?)(?:journees?|jour|j|day)\b")
""" "1/2 journée": how long, unless a word before it says how often."""

HOURLY = re.compile(r"\bhourly\b|\b(?:toutes les|every|chaque|each) (?:heures?|hour)\b")
BARE = re.compile(rf"(?:{_EVERY}|\b(?:par|per|an?|the|la|le|l'|au|en))?\s*\b(?P<period>{PERIOD})")
""" "Chaque semaine", "tous les mois", "jour"."""

ADVERBS = [
    (re.compile(pattern), per_week, doubtful)
    for pattern, per_week, doubtful in (
        (r"\bbi[- ]?(?:quotid\w+|daily|journalier\w*)", 2 * DAYS_PER_WEEK, True),
        (r"\bbi[- ]?heb(?:do)?\w*", 2.0, True),
        (r"\bsemi[- ]?weekly", 2.0, False),
        (r"\bbi[- ]?weekly", 0.5, True),
        (r"\bfortnight\w*|\bquinzaines?\b|\bbi[- ]?semaine", 0.5, False),
        (r"\btri[- ]?heb\w*", 3.0, False),
        (r"\bbi[- ]?mens\w*", 2 * PER_WEEK["month"], True),
        (r"\bsemi[- ]?month\w*", 2 * PER_WEEK["month"], False),
        (r"\bbi[- ]?mest\w*|\bbi[- ]?monthly", PER_WEEK["two_months"], True),
        (r"\bbi[- ]?annu\w*|\bbi[- ]?yearly", 2 * PER_WEEK["year"], True),
        (r"\bbis[- ]?annu\w*", 0.5 * PER_WEEK["year"], True),
        (r"\bbienn\w*", 0.5 * PER_WEEK["year"], False),
        (r"\bsemi[- ]?annu\w*|\bhalf[- ]?yearly|\bsemestr\w*|\b6[- ]?monthly", PER_WEEK["half_year"], False),
        (r"\btri[- ]?annu\w*", 3 * PER_WEEK["year"], True),
        (r"\btrienn\w*", PER_WEEK["year"] / 3, False),
        (r"\bdecenn\w*", PER_WEEK["year"] / 10, False),
        (r"\bquadrimest\w*", 3 * PER_WEEK["year"], False),
        (r"\btri[- ]?mes\w*|\bquarterly|\btrim\b\.?|\bqtrly\b", PER_WEEK["quarter"], False),
        (r"\bquotid\w*|\bquot\b\.?|\bjournal\w*|\btlj\b|\bchaque nuit", DAYS_PER_WEEK, False),
        (r"\bdaily|\bevery ?day|\bnightly", DAYS_PER_WEEK, False),
        (r"\bheb(?:do)?\w*|\bweekly|\bwkly\b", 1.0, False),
        (r"\bmens(?:uel\w*|\b\.?)|\bmonthly|\bmthly\b", PER_WEEK["month"], False),
        (r"\bannu\w*|\bann\b\.?|\byearly", PER_WEEK["year"], False),
    )
]  # fmt: skip
"""Pattern, times a week, whether it is often meant otherwise; "bi-" before what it is built on."""

LETTERS = {"j": "day", "h": "week", "m": "month", "t": "quarter", "a": "year", "w": "week", "d": "day", "y": "year"}
"""Codes of one letter -> period."""

TYPED = {
    "quotidien": DAYS_PER_WEEK, "quotidienne": DAYS_PER_WEEK, "quotidiennement": DAYS_PER_WEEK, "daily": DAYS_PER_WEEK,
    "journalier": DAYS_PER_WEEK, "hebdomadaire": 1.0, "hebdo": 1.0, "weekly": 1.0, "mensuel": PER_WEEK["month"],
    "mensuelle": PER_WEEK["month"], "monthly": PER_WEEK["month"], "quarterly": PER_WEEK["quarter"],
    "trimestriel": PER_WEEK["quarter"], "annuel": PER_WEEK["year"], "yearly": PER_WEEK["year"],
    "fortnightly": 0.5, "semestriel": PER_WEEK["half_year"], "annually": PER_WEEK["year"],
}  # fmt: skip
"""Adverbs that are recognised with a slip of the finger -> times a week."""
