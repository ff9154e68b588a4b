"""E-mail and postal addresses in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analyzer.inventory.personal.kinds import ADDRESS, EMAIL, Finding
from analyzer.inventory.text import fold

_EMAIL = re.compile(
    r"(?<![\w.+@-])[A-Za-z0-9_](?:[\w.+'-]{0,62}[\w-])?(?:@| ?(?:\(at\)|\[at\]|\(arobase\)) ?)"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![\w@])"
)

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
_NUMBER = r"(?<![\w.,/°#-])\d{1,4}(?:[ ]?[-/][ ]?\d{1,4})?(?:[ ]?(?:bis|ter|quater|[A-Da-d])\b)?"

# French: "12 bis, rue de la République, 69002 Lyon".
_LINK = r"(?:(?:de la|de l['’]|des|du|de|d['’]|la|le|les|l['’]|et|sur|en|à|aux?|sous)[ ]?)"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_DAY = rf"(?:\d{{1,2}}|1er)[ ]{_MONTH}(?:[ ](?:18|19|20)\d\d)?"
_NAME = rf"{_LINK}{{0,3}}(?:{_DAY}|(?i:{_DAY})|{_CAPITALISED})"
_NAMES = rf"{_NAME}(?:[ ]{_NAME}){{0,4}}"
_TOWN = (
    rf"(?:[ ]?[,;–-][ ]?|[ ])(?:(?:BP|CS)[ ]?\d{{1,6}}[ ]?,?[ ]?)?(?:F-)?\d{{2}}[ ]?\d{{3}}[ ]"
    rf"(?:(?:[Ll][ae]s?|[Ll]['’])[ ]?)?"
    rf"{_CAPITALISED}(?:[ -]{_LINK}{{0,2}}-?{_CAPITALISED}){{0,4}}(?:[ ](?i:cedex)(?:[ ]\d{{1,2}})?)?"
)
_INSIDE = r"(?:,[ ]?(?i:appt?|appartement|b[âa]t(?:iment)?|esc(?:alier)?)\.?[ ]?\w{1,4}\b)*"
_WAY = (
    r"(?i:rue|avenue|av\.?|boulevard|boul\.?|bvd|bld\.?|bd\.?|chemin|ch\.|impasse|imp\.?|all[ée]es?|quai|route|rte|faubourg|fbg?|sentier|sente"
    r"|ruelle|esplanade|promenade|lotissement|hameau|mont[ée]e|rond-point|voie|venelle|traverse|chauss[ée]e|clos|r[ée]sidence)"
)
_WAY_OF_TOWN = r"(?i:place|pl\.?|cours|cit[ée]|passage|square|galerie|parc|domaine|za|zi|zac|lieu-dit|villa|mail|r\.)"
"""Words that need a town behind: "5 cours Excel" is no address."""

_FRENCH = re.compile(
    rf"(?:\b(?i:r[ée]sidence|lotissement|immeuble|villa)[ ]{_NAMES}{_INSIDE},[ ])?"
    rf"{_NUMBER}[ ]?,?[ ](?:{_WAY}[ ]{_NAMES}{_INSIDE}(?:{_TOWN})?|{_WAY_OF_TOWN}[ ]{_NAMES}{_INSIDE}{_TOWN})"
)
_FRENCH_PLACE = re.compile(rf"{_NUMBER}[ ]?,?[ ](?i:place)[ ]{_LINK}{{1,2}}{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,2}}")
_FRENCH_HAMLET = re.compile(rf"(?i:\blieu-?dit|\bhameau|\br[ée]sidence|\blotissement)[ ]{_NAMES}{_INSIDE}{_TOWN}")

# English: "Flat 2, 14 High Street, London SW1A 1AA", "350 Fifth Avenue, New York, NY 10118".
_FLAT = r"(?:\b(?:Flat|Apt|Apartment|Unit|Suite|Room)\.?[ ]\w{1,4},?[ ])?"
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Terrace|Crescent|Cres"
    r"|Gardens|Grove|Mews|Boulevard|Blvd|Parkway|Pkwy|Highway|Hwy)\b\.?"
)
_STREET_OF_TOWN = (
    r"(?:Close|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Row|Hill|Park|Walk|Green|Rise|View|Wharf|Circle|Trail)\b\.?"
)
"""Words that need a postcode behind, or a word such as "at" before: "3 Month End Close" is no address."""

_CODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b|[A-Z]{2}[ ]\d{5}(?:-\d{4})?\b)"
_TAIL = rf"(?:,?[ ]{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,2}}){{0,3}},?[ ]{_CODE}"
_WORDS = rf"(?:{_CAPITALISED}[ ]|\d{{1,3}}(?:st|nd|rd|th)[ ]|(?:of|the)[ ]){{1,4}}?"
_ENGLISH = re.compile(
    rf"{_FLAT}(?<![\w.,/#-])\d{{1,5}}[A-Za-z]?,?[ ]{_WORDS}(?:{_STREET}(?:{_TAIL})?|{_STREET_OF_TOWN}{_TAIL})"
    rf"|(?<=\bat )\d{{1,5}}[A-Za-z]?[ ]{_WORDS}{_STREET_OF_TOWN}"
)
# With a British postcode at its end an address needs no word for a street: "93a Holloway Head, Birmingham B1 1QP".
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b"
_PART = rf"{_CAPITALISED}(?:[ ](?:of|the|upon|on|le)\b|[ -]{_CAPITALISED}){{0,4}}"
_HOUSE = (
    rf"(?:The[ ]{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,2}}|{_CAPITALISED}(?:[ ]{_CAPITALISED})?[ ]"
    r"(?:House|Cottage|Farm|Lodge|Barn|Hall|Mill|Manor|Villa|Vicarage|Rectory))"
)
_FLAT_ALONE = r"(?:Flat|Apt|Apartment|Unit|Suite)\.?[ ]\w{1,4},?[ ]"
_WITH_POSTCODE = re.compile(
    rf"(?:{_FLAT}(?<![\w.,/#-])\d{{1,4}}[A-Za-z]?,?[ ]{_PART}|\b{_FLAT_ALONE}{_PART}|\b{_HOUSE})"
    rf"(?:,[ ](?:\d{{1,4}}[A-Za-z]?[ ])?{_PART}){{0,4}},?[ ]{_POSTCODE}"
)
POSTCODE = re.compile(rf"\b{_POSTCODE}")
"""A British postcode: a text with one is looked through for postal addresses."""

_NUMBERS_ANOTHER = re.compile(
    r"\b(?:room|floor|level|plot|lot|line|bay|gate|platform|page|table|phase|week|salle|bureau|[ée]tage|niveau|ligne|quai"
    r"|porte|semaine|tourn[ée]e|circuit|version) (?:n°? ?)?$", re.IGNORECASE
)  # fmt: skip
"""Words before a number that is theirs, and no house number: "Room 12, High Street branch"."""
_AT = re.compile(r"@|\(at\)|\[at\]|\(arobase\)")
WAY_WORD = re.compile(rf"(?:{_WAY}|{_WAY_OF_TOWN}|{_STREET}|{_STREET_OF_TOWN}|(?i:r|rond|lieu))")
"""A word without which a text holds no postal address."""


def find_emails(text: str) -> Iterator[Finding]:
    """Yield the e-mail addresses in a text.

    :param text: one cell.
    """
    for match in _EMAIL.finditer(text) if _AT.search(text) else ():
        yield Finding(EMAIL, match.start(), match.end(), match.group().lower())


def find_addresses(text: str) -> Iterator[Finding]:
    """Yield the postal addresses in a text.

    :param text: one cell; without a :data:`WAY_WORD` or a :data:`POSTCODE` it is looked through for nothing.
    """
    for pattern in (_FRENCH, _FRENCH_PLACE, _FRENCH_HAMLET, _ENGLISH, _WITH_POSTCODE):
        for match in pattern.finditer(text):
            if _NUMBERS_ANOTHER.search(text, max(0, match.start() - 20), match.start()):
                continue
            end = match.start() + len(match.group().rstrip(" ,.;-–"))
            yield Finding(ADDRESS, match.start(), end, fold(text[match.start() : end]))
