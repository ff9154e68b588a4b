"""Telephone, social security, bank account and personnel numbers in a text.

Where a number has check digits they decide; where it has none, the word before it does. The rules of the numbers come
from phonenumbers (Google's libphonenumber) and python-stdnum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from analyzer.inventory.personal.kinds import IBAN, IDENTIFIER, PHONE, SOCIAL_SECURITY, Finding

_GAP = r"[ \u00a0\u202f.\-/]?"
_CODE_WORDS = (
    r"factures?|invoices?|inv|r[ée]f(?:[ée]rences?)?|references?|articles?|art|items?|commandes?|orders?|p\.?o"
    r"|lots?|batch|dossiers?|files?"
    r"|tickets?|cases?|siret|siren|rcs|tva|vat|codes?|ean|gtin|isbn|issn|s[ée]rie|serial|contrats?|contracts?"
    r"|policy|polices?|comptes?"
    r"|accounts?|devis|quotes?|colis|parcels?|suivi|tracking|versions?|ip|bl|bc|bons?|avoirs?|pi[èe]ces?|ordre"
    r"|chantiers?|work order"
    r"|produits?|products?|sku|mod[èe]les?|models?|transactions?|cl[ée]|licence|license|immobilisation|asset"
    r"|march[ée]|lettrage|bordereau"
    r"|(?:bordereau|lettre|document) \w{2,6}|delivery notes?|credit notes?|dates?|receipts?"
    r"|rma|imei|duns|ein|fax g[ée]n[ée]rique"
)
_CODE_BEFORE = re.compile(
    rf"(?:\b(?:{_CODE_WORDS})\.?(?: (?:client|fournisseur|number|num[ée]ro|interne|d'achat|of))?"
    r"\s*(?:n[°ºo]\.?|num[ée]ros?|nos?\.?|nr\.?|numbers?|#|id)?\s*[:=]?\s*[#(]?|#|[A-Z]{2,4}[-/])$",
    re.IGNORECASE,
)
_PHONE_BEFORE = re.compile(
    r"\b(?:t[ée]l(?:[ée]phones?)?|phones?|mobiles?|cell|portables?|port|gsm|fax|ligne directe|direct line"
    r"|joignable|joindre|appeler|rappeler"
    r"|call|ring|text|sms|whatsapp|ext)\b\W*(?:(?:au|le|on|at|me|n[°ºo]|num[ée]ro|number)\b\W*){0,3}$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+.,/-])(?:"
    r"(?P<world>(?:\+|00)[ ]?[1-9]\d{0,2}[ \u00a0.\-]?(?:\(0\)[ \u00a0]?)?(?:\(?\d{1,5}\)?[ \u00a0.\-/]?){1,6}\d{2})"
    r"|(?P<fr>0[1-9](?:[ \u00a0\u202f]?\d{2}){4}|0[1-9](?:\.\d{2}){4}|0[1-9](?:-\d{2}){4}|0[1-9](?:/\d{2}){4}"
    r"|0[1-9]\d{2}[ .]\d{3}[ .]\d{3}|\(0[1-9]\) ?\d{2}(?:[ .]?\d{2}){3})"
    r"|(?P<near>0\d{1,3}[ ./]\d{2,3}[ .]\d{2}[ .]\d{2})"
    r"|(?P<gb>(?:\(0\d{2,4}\)|0\d{2,4})[ \-]\d{3,4}[ \-]?\d{3,4}|07\d{9}|07\d{3} ?\d{6}|(?:\(01\d{3}\)"
    r"|01\d{3}) ?\d{5,6})"
    r"|(?P<us>(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4})"
    r")(?![\w€$£]|[.,/-]\d| ?(?:€|%|euros?|EUR)\b| \d)"
)
_REGIONS = {"world": ("FR",), "fr": ("FR",), "near": ("CH", "BE"), "gb": ("GB",)}
"""Where a number is at home by its form; those of Switzerland and Belgium share one."""

_PAIRS = re.compile(r"0\d(?:[ \u00a0\u202f.]\d\d){4}")
_GROUP_BEFORE = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{2,} $")
"""Letters and digits mixed, as in the groups of a tracking number: "1Z 999 AA1 01 2345 6784" holds no telephone."""

_SERVICE_TYPES = frozenset({3, 4, 5, 9})
"""libphonenumber's types toll free, premium rate, shared cost and UAN: the number of a service is nobody's."""

_WELL_FORMED = re.compile(r"\+33[1-79]\d{8}|\+447[1-9]\d{8}|\+441632960\d{3}")
"""Numbers that are taken though libphonenumber has no operator for them: those set apart for examples, above all."""

_NIR = re.compile(
    rf"(?<![\w])[1-478]{_GAP}\d{{2}}{_GAP}(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d){_GAP}(?:\d{{2}}"
    rf"|2[ABab]){_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"(?:{_GAP}(?:cl[ée] ?:? ?|\| ?)?\d{{2}})?(?!\w)"
)
_DECIMAL = re.compile(r"\d\.\d+")
"""A number of a calculation, "2.85016443438914", which may have the check digits by chance."""

_NIR_BEFORE = re.compile(
    r"\b(?:s[ée]cu(?:rit[ée] sociale)?|nir|insee|n[°o] ?ss|immatriculation sociale|assur[ée]e?|nss)\b\W*$",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \u00a0\-]?[A-Za-z0-9]{1,4}){3,8}(?![A-Za-z0-9])")
_NINO = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN"
    r"|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?P<gap>[ ]?)\d{2}(?P=gap)\d{2}(?P=gap)\d{2}(?P=gap)[A-D](?!\w)"
)
_NINO_BEFORE = re.compile(r"\b(?:nino|ni|national insurance)\b(?: (?:number|no\.?))?\W*$", re.IGNORECASE)
_SSN = re.compile(r"(?<![\w-])\d{3}(?P<gap>[- ]?)\d{2}(?P=gap)\d{4}(?![\w-])")
_SSN_BEFORE = re.compile(r"\b(?:ssn|social security)\b(?: (?:number|no\.?|#))?(?: of (?:the )?\w+)?\W*$", re.IGNORECASE)

_NUMBER_OF = r"(?:n[°ºo]\.?|num[ée]ros?|nos?\.?|numbers?|nr\.?|id|#|code|r[ée]f(?:erence)?\.?)"
_PERSONS_FRENCH = (
    r"(?:salari[ée]e?|employ[ée]e?|agent|[ée]tudiante?|allocataire|adh[ée]rente?|patiente?|[ée]l[èe]ve|licenci[ée]e?"
    r"|usager|usag[èe]re|r[ée]sidente?|locataire|b[ée]n[ée]ficiaire|assur[ée]e?|stagiaire|apprentie?|cotisante?"
    r"|soci[ée]taire|candidate?|b[ée]n[ée]vole|int[ée]rimaire|donneu(?:r|se)|demandeur d['’]emploi|badge"
    r"|[ée]trang[eè]re?|permis(?: de conduire)?|passeport|carte d['’]identit[ée]|titre de s[ée]jour"
    r"|s[ée]curit[ée] sociale)"
)
_PERSONS_ENGLISH = (
    r"(?:employee|staff|payroll|personnel|worker|student|patient|pupil|badge|member|resident|tenant|claimant|applicant"
    r"|candidate|learner|trainee|volunteer|donor|passport|driving licen[cs]e|driver['’]?s? licen[cs]e|nhs|clock"
    r"|membership|hospital)"
)
_OF_A_CUSTOMER = (
    r"(?<!facture )(?<!commande )(?<!contrat )(?<!devis )(?<!dossier )(?<!ticket )(?<!avoir )(?<!réf )(?<!ref )"
    r"(?:(?:n[°ºo]\.?|num[ée]ros?) (?:de |du |de la )?cliente?"
    r"|(?:cliente?|customer) (?:n[°ºo]\.?|nos?\.?|numbers?|num[ée]ro|id|#))"
)
_OF_A_PERSON = (
    r"matricules?(?! (?:fiscal|v[ée]hicule|du v[ée]hicule))"
    rf"|{_NUMBER_OF} (?:de |du |de la |d['’]|de l['’])?{_PERSONS_FRENCH}"
    rf"|(?:{_PERSONS_FRENCH}|{_PERSONS_ENGLISH}) {_NUMBER_OF}|{_OF_A_CUSTOMER}"
    r"|numen|ine|ipp|rpps|adeli|neph|nhs|upn|uln|utr|pps(?: number| no)?"
)
_IDENTIFIER = re.compile(
    rf"\b(?:{_OF_A_PERSON})(?:(?<=[#°º])|(?![^\W_]))\.?\s*(?:(?:{_NUMBER_OF}|:|=|\(|(?-i:[A-Z]{{2,4}}(?= )))\s*){{0,3}}"
    r"(?P<value>(?=[A-Z0-9\-/]*\d)(?:[A-Z]{1,6}[-/]?)?\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*(?:[ ]\d{2,4}(?!\w)){0,3})"
    r"(?![\w€%]| ?€)",
    re.IGNORECASE,
)
_DRIVING_LICENCE = re.compile(r"(?<!\w)(?P<value>[A-Z9]{5} ?\d[0156]\d{4} ?[A-Z9]{2}\d[A-Z0-9]{2})(?!\w)")
"""The number of a British driving licence: name, day of birth, initials; the day of birth tells it from other codes."""

_CODE_OF_A_PERSON = re.compile(
    rf"\b(?:{_PERSONS_FRENCH}|{_PERSONS_ENGLISH})[ ]?:?[ ]"
    r"(?P<value>[A-Z]{1,4}-?\d{3,10}|(?!0[1-9]\d{8}\b)\d{6,12})(?![\w€%]|[/.,]\w| [€%])",
    re.IGNORECASE,
)
"""A code right behind the word for a person: "Adhérent A-20417", "passport 533380006"; five figures alone may be the
code of a town, four a year or an amount."""

_NUMBER_OF_STAFF = re.compile(
    r"\b(?i:salari[ée]e?|employ[ée]e?|int[ée]rimaire|employee|staff member|member|patiente?|pupil|student|adh[ée]rente?"
    r"|stagiaire|b[ée]n[ée]vole|volunteer|learner|trainee|[ée]l[èe]ve)[ ]?:?[ ]"
    r"(?P<value>\d{5})(?=\s*(?:$|[:;,)–-](?!\d))|[ ][a-zà-öø-ÿ])"
)
"""Five figures right behind somebody who works or is cared for here, and no town behind."""


_PATTERNS = (_IDENTIFIER, _CODE_OF_A_PERSON, _NUMBER_OF_STAFF, _DRIVING_LICENCE)
_AMOUNT_AFTER = re.compile(
    r"\s*(?:salari|employ|agents?|personnes|people|staff|par |per |fois|times|x |/|min|h\b|jours|days)", re.IGNORECASE
)
PERSONS_WORD = re.compile(
    r"matric|salari|employ|agent|tudiant|alloca|adh[ée]r|s[ée]cu|badge|patient|permis|passe?port|identit"
    r"|s[ée]jour|[ée]l[èe]ve|demandeur|licen|usag|r[ée]sident|locataire|b[ée]n[ée]f|assur|stagiaire|apprenti|cotisant"
    r"|soci[ée]taire|candidat|int[ée]rim|donneu|tenant|claimant|applicant|learner|trainee|volunteer|donor"
    r"|staff|payroll|personn?el|worker|student|pupil|member|nhs|numen|clock"
    r"|[ée]trang|hospital|licen|\b(?:ine|ipp|rpps|adeli|neph|upn|uln|utr|pps)\b",
    re.IGNORECASE,
)
"""A word without which a text holds no number of a person that has no check digits."""

CUSTOMERS_WORD = re.compile(r"client|customer", re.IGNORECASE)
"""The same, where a word for a number stands in the text as well: most texts with a customer hold none."""

_FEWEST_IN_IBAN, _FEWEST_IN_FRENCH, _FEWEST_IN_NUMBER, _FEWEST_IN_PHONE = 8, 12, 6, 8
"""Digits that a text must hold before it is looked through for numbers of a kind."""

_NEAR = 60
"""Letters before a number among which the words stand that say what it is."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\D+")


def find_numbers(text: str) -> Iterator[Finding]:
    """Yield the numbers in a text that tell a person by themselves, surest kind first; they may overlap.

    :param text: one cell.
    """
    digits = len(_DIGIT.findall(text))
    if digits >= _FEWEST_IN_IBAN:
        yield from _ibans(text)
    if digits >= _FEWEST_IN_FRENCH:
        yield from _french_social_security(text)
    if digits >= _FEWEST_IN_NUMBER:
        yield from _english_social_security(text)
    if digits >= _FEWEST_IN_PHONE:
        yield from _phones(text)


def _ibans(text: str) -> Iterator[Finding]:
    for match in _IBAN.finditer(text):
        found = match.group()
        ends = [end for end in range(len(found), 14, -1) if end == len(found) or not found[end].isalnum()]
        for end in ends:
            compact = re.sub(r"[^A-Za-z0-9]", "", found[:end]).upper()
            if _is_iban(compact):
                yield Finding(IBAN, match.start(), match.start() + end, compact)
                break


@lru_cache(maxsize=4096)
def _is_iban(compact: str) -> bool:
    from stdnum import iban  # noqa: PLC0415

    # Without the rules of each country, which know the banks of one year only.
    return bool(iban.is_valid(compact, check_country=False))


def _french_social_security(text: str) -> Iterator[Finding]:
    for match in _NIR.finditer(text):
        from stdnum.fr import nir  # noqa: PLC0415

        if _DECIMAL.fullmatch(match.group()) or text[match.start() - 1 : match.start()] == ".":
            continue
        compact = re.sub(r"[^0-9AB]", "", match.group().upper().replace("CLÉ", "").replace("CLE", ""))
        complete = len(compact) == 15
        if (complete and nir.is_valid(compact)) or (not complete and _stands_before(_NIR_BEFORE, text, match.start())):
            yield Finding(SOCIAL_SECURITY, match.start(), match.end(), compact[:13])


def _english_social_security(text: str) -> Iterator[Finding]:
    for match in _NINO.finditer(text):
        spaced = match.group("gap") == " " and not _has_code_before(text, match.start())
        if spaced or _stands_before(_NINO_BEFORE, text, match.start()):
            yield Finding(SOCIAL_SECURITY, match.start(), match.end(), match.group().replace(" ", ""))
    for match in _SSN.finditer(text):
        from stdnum.us import ssn  # noqa: PLC0415

        dashed = match.group("gap") == "-" and not _has_code_before(text, match.start())
        named = _stands_before(_SSN_BEFORE, text, match.start())
        if (dashed or named) and ssn.is_valid(match.group()):
            yield Finding(SOCIAL_SECURITY, match.start(), match.end(), _DIGITS.sub("", match.group()))


def _phones(text: str) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        start = match.start()
        named = _stands_before(_PHONE_BEFORE, text, start)
        if not named and (_has_code_before(text, start) or _ends_a_code(match)):
            continue
        form = match.lastgroup or "us"
        for region in _REGIONS.get(form, ("US",)):
            key = _phone_key(match.group(), region)
            if key:
                yield Finding(PHONE, start, match.end(), key)
                break


@lru_cache(maxsize=4096)
def _phone_key(written: str, region: str) -> str:
    """Return a number in the international form, "" if it is none or a service's."""
    import phonenumbers  # noqa: PLC0415

    written = f"+{written[2:]}" if written.startswith("00") else written
    try:
        number = phonenumbers.parse(written.replace("(0)", ""), region)
    except phonenumbers.NumberParseException:
        return ""
    key = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if not phonenumbers.is_valid_number(number) and not _WELL_FORMED.fullmatch(key):
        return ""
    return "" if phonenumbers.number_type(number) in _SERVICE_TYPES else key


def find_identifiers(text: str) -> Iterator[Finding]:
    """Yield the numbers that the words before them make a person's: "matricule 4410", "employee no. 4821".

    :param text: one cell; it should hold a :data:`PERSONS_WORD`, else it is looked through for nothing.
    """
    for match in (one for pattern in _PATTERNS for one in pattern.finditer(text)):
        if not _AMOUNT_AFTER.match(text, match.end()):
            start, end = match.span("value")
            yield Finding(IDENTIFIER, start, end, re.sub(r"[^A-Z0-9]", "", match.group("value").upper()))


def _has_code_before(text: str, start: int) -> bool:
    return _stands_before(_CODE_BEFORE, text, start)


def _ends_a_code(match: re.Match[str]) -> bool:
    return _PAIRS.fullmatch(match.group()) is None and _stands_before(_GROUP_BEFORE, match.string, match.start())


def _stands_before(words: re.Pattern[str], text: str, start: int) -> bool:
    """Say whether words stand right before a number; only the letters near it are looked at."""
    return words.search(text, max(0, start - _NEAR), start) is not None
