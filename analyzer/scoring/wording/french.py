"""French: nouns, pronouns and the words that agree with them, put in one gender.

The masculine is taken because it is what French texts use for everybody; it is read by the scorer and shown to nobody.
"""

from __future__ import annotations

import re
from functools import cache

from analyzer.scoring.wording.files import sections, small_words
from analyzer.scoring.wording.line import APOSTROPHES, Line, begins_with_vowel, in_case_of
from analyzer.scoring.wording.lists import french_pairs, french_persons, french_plural

_BOTH = re.compile(
    r"\b(?:(?P<le>le ?(?:/|·|ou) ?la|la ?(?:/|·|ou) ?le)|(?P<un>un[.-]e|un ?(?:/|·|ou) ?une|une ?(?:/|·|ou) ?un)"
    r"|(?P<du>du ?(?:/|ou) ?de la|de la ?(?:/|ou) ?du)|(?P<au>au ?(?:/|ou) ?à la|à la ?(?:/|ou) ?au)"
    r"|(?P<il>il ?(?:/|·|ou) ?elle|elle ?(?:/|·|ou) ?il|iel)"
    r"|(?P<ils>ils ?(?:/|·|ou) ?elles|elles ?(?:/|·|ou) ?ils|iels)"
    r"|(?P<ceux>ceux ?(?:/|·|ou|et) ?celles|celles ?(?:/|·|ou|et) ?ceux))\b",
    re.IGNORECASE,
)
_SUFFIX = r"(?:e|ne|le|te|se|re|ère|ve|elle|esse|rice|trice|euse)"
_DOTTED = re.compile(rf"([^\W\d_]{{2,}})[·•‧∙⋅]({_SUFFIX}|les|tes|celles)(s?)(?:[·•‧∙⋅](s))?\b", re.IGNORECASE)
_BRACKETED = re.compile(rf"([^\W\d_]{{2,}})\({_SUFFIX}(s?)\)(s?)", re.IGNORECASE)
_PLAIN = re.compile(rf"([^\W\d_]{{4,}})[./-]{_SUFFIX}(?:[./-]?(s))?\b(?![.@/-]\w)", re.IGNORECASE)

_ENGLISH_AS_WELL = frozenset(("candidate", "candidates", "magistrate", "magistrates"))
_DETERMINERS = {
    "une": "un",
    "la": "le",
    "cette": "ce",
    "ma": "mon",
    "ta": "ton",
    "sa": "son",
    "toute": "tout",
    "quelle": "quel",
    "aucune": "aucun",
    "certaines": "certains",
    "toutes": "tous",
    "quelles": "quels",
}
_SHORTENED = {"le": "l", "ce": "cet", "nouveau": "nouvel", "beau": "bel", "vieux": "vieil"}
_ANY_DETERMINER = small_words("fr determiner")
_PERSON_ENDS = ("", "à", "au", "aux", "en", "qui", "de", "du", "et", "ou", "pour", "sur", "dans", "avec", "sans")
_COMPLEMENTS = ("de", "du", "des", "d", "en", "à", "au")
_ONE_SON = small_words("fr one son")
_PREPOSED = small_words("fr before noun")
_BETWEEN = small_words("fr between")
_REFLEXIVE = ("s", "se", "n", "ne", "y", "qui")
"""What stands before a verb: "un médecin s'absente" holds no adjective."""

_AFTER_PREPOSITION = small_words("fr preposition")
_NOT_PARTICIPLE = small_words("fr not participle")
PERSON_OBJECT = small_words("fr done to persons")


def _joined(match: re.Match[str]) -> str:
    return in_case_of(str(match.lastgroup), match.group()[:1])


def _plural(word: str, mark: str | None) -> str:
    return "s" if mark and word[-1:] not in "sx" else ""


def _person(word: str) -> bool:
    return word.lower() in french_persons() or word.lower() in _masculine_adjectives()


@cache
def _masculine_adjectives() -> frozenset[str]:
    return frozenset(french_pairs("fr adjectives").values())


def without_inclusive_spelling(text: str) -> str:
    """Return the text with "client·e·s", "salarié(e)s", "directeur/trice" and "le ou la" in one gender."""
    text = _BOTH.sub(_joined, text)
    text = _DOTTED.sub(lambda m: m[1] + _plural(m[1], m[3] or m[4]), text)
    text = _BRACKETED.sub(lambda m: m[1] + _plural(m[1], m[2] or m[3]), text)
    return _PLAIN.sub(lambda m: m[1] + _plural(m[1], m[2]) if _person(m[1]) else m[0], text)


def neutral_nouns(line: Line) -> None:
    """Put nouns of persons, and the words beside them that agree, in the masculine."""
    nouns, determined, either = french_pairs("fr"), french_pairs("fr determined"), _either()
    at = 0
    while at < len(line):
        if found := line.longest(at, nouns):
            key, end = found
            if key not in _ENGLISH_AS_WELL or line.french:
                at = _exchange(line, at, end, nouns[key])
        elif (found := line.longest(at, determined)) and _is_determined(line, at, found[1]) and not _wires(line, at):
            at = _exchange(line, at, found[1], determined[found[0]])
        elif line.lower[at] in either and _is_determined(line, at, at + 1) and not _is_adjective(line, at):
            at = _exchange(line, at, at + 1, line.lower[at])
        at += 1


@cache
def _either() -> frozenset[str]:
    singular = sections("persons")["fr either"]
    return frozenset([*singular, *map(french_plural, singular)])


def _wires(line: Line, at: int) -> bool:
    """Say whether "fils" are wires: a son is told by a singular article or the like."""
    return line.lower[at] == "fils" and line.before(at) not in _ONE_SON


def _is_adjective(line: Line, at: int) -> bool:
    """Say whether "jeune" or "aide" tells of no person: "une jeune entreprise", "une aide financière"."""
    if line.lower[at] not in ("jeune", "jeunes", "aide", "aides"):
        return False
    following = line.after(at) if line.gaps[at + 1] == " " else ""
    if line.lower[at].startswith("aide"):
        return not (following == "à" and line.after(at, 2) == "domicile")
    return following not in _PERSON_ENDS


def _is_determined(line: Line, at: int, end: int) -> bool:
    """Say whether an article, possessive or the like stands before the words, adjectives between them allowed."""
    if line.after(end - 1) == "enceinte":
        return False
    before = at
    while before > 0 and line.gaps[before] in (" ", "-") and line.lower[before - 1] in _PREPOSED:
        before -= 1
    return before > 0 and line.gaps[before] in (" ", *APOSTROPHES) and line.before(before) in _ANY_DETERMINER


def _exchange(line: Line, at: int, end: int, masculine: str) -> int:
    """Put a noun in the masculine with what agrees with it; return where it stands then."""
    if masculine != " ".join(line.lower[at:end]):
        gaps = line.gaps[at + 1 : end]
        parts = masculine.replace("-", " ").split()
        if len(parts) == end - at and all(gap in (" ", "-") for gap in gaps):
            for i, part in enumerate(parts):
                line.put(at + i, in_case_of(part, line.words[at + i]))
        else:
            line.put_span(at, end, in_case_of(masculine, line.words[at]))
            end = at + 1
    _agree_after(line, end)
    return _agree_before(line, at)


def _agree_before(line: Line, at: int) -> int:
    adjectives = french_pairs("fr adjectives")
    first = at
    while first > 0 and line.gaps[first] in (" ", "-") and line.lower[first - 1] in _PREPOSED:
        first -= 1
        if line.lower[first] in adjectives:
            line.put(first, in_case_of(adjectives[line.lower[first]], line.words[first]))
    for place in range(first, at):
        _shorten(line, place)
    _agree_one_of(line, first)
    if first > 0 and line.gaps[first] == " " and line.lower[first - 1] in _DETERMINERS:
        determiner = first - 1
        line.put(determiner, in_case_of(_DETERMINERS[line.lower[determiner]], line.words[determiner][:1]))
        if line.before(determiner) in ("tout", "toute") and line.gaps[determiner] == " ":
            line.put(determiner - 1, in_case_of("tout", line.words[determiner - 1]))
        _shorten(line, determiner)
        at += line.contract(determiner) - first
    elif line.before(first, 2) == "toutes" and line.gaps[first] == line.gaps[first - 1] == " ":
        line.put(first - 2, in_case_of("tous", line.words[first - 2]))
    elif first > 0 and line.gaps[first] == " " and line.changed[first] and line.lower[first - 1] in ("le", "ce"):
        _shorten(line, first - 1)
    elif first > 0 and line.gaps[first] in APOSTROPHES and not begins_with_vowel(line.words[first]):
        length = len(line)
        line.unelide(first)
        at += len(line) - length
    return at


def _agree_one_of(line: Line, first: int) -> None:
    """Write "un" in "une des vendeuses" and "une de nos clientes"."""
    for distance, word in ((2, line.before(first)), (3, line.before(first, 2))):
        if line.before(first, distance) == "une" and word == ("des" if distance == 2 else "de"):
            line.put(first - distance, in_case_of("un", line.words[first - distance][:1]))


def _shorten(line: Line, at: int) -> None:
    """Write "le", "ce", "nouveau" as the word after them asks: "l'homme", "cet homme", "le nouvel employé"."""
    if line.lower[at] in _SHORTENED and line.gaps[at + 1] == " " and begins_with_vowel(line.words[at + 1]):
        line.put(at, in_case_of(_SHORTENED[line.lower[at]], line.words[at][:1]))
        if line.lower[at] == "l":
            line.gaps[at + 1] = "'"


def _agree_after(line: Line, at: int) -> None:
    """Put the adjectives and participles that follow a noun or pronoun, or "est" behind it, in the masculine."""
    adjectives = french_pairs("fr adjectives")
    if line.after(at - 1) in _COMPLEMENTS and line.after(at, 2) in _BETWEEN - {"et", "ou", "de"}:
        # "la technicienne de labo est absente"
        at += 2
    for place in range(at, min(at + 7, len(line))):
        if line.gaps[place] not in (" ", *APOSTROPHES):
            return
        word = line.lower[place]
        if word in adjectives and line.before(place) not in _REFLEXIVE:
            line.put(place, in_case_of(adjectives[word], line.words[place]))
        elif word.endswith(("ée", "ées")) and len(word) > 4 and word.removesuffix("s") not in _NOT_PARTICIPLE:
            line.put(place, in_case_of(word.replace("ées", "és").replace("ée", "é"), line.words[place]))
        elif word not in _BETWEEN and word not in _masculine_adjectives():
            return


def neutral_pronouns(line: Line) -> None:
    """Put "elle", "celle" and "la" before a verb in the masculine."""
    for at, word in enumerate(line.lower):
        if word in ("elle", "elles") and not (line.words[at].isupper() and len(line) > 1):
            _he(line, at, "s" if word == "elles" else "")
        elif word in ("celle", "celles"):
            line.put(at, in_case_of("celui" if word == "celle" else "ceux", line.words[at]))
        elif word == "la" and line.gaps[at + 1] == " " and line.after(at) in PERSON_OBJECT:
            line.put(at, in_case_of("le", line.words[at]))


def _he(line: Line, at: int, plural: str) -> None:
    before = line.before(at)
    stressed = line.after(at).startswith("même") or (
        before in _AFTER_PREPOSITION and line.gaps[at] in (" ", *APOSTROPHES)
    )
    if stressed:
        line.put(at, in_case_of("eux" if plural else "lui", line.words[at][:1]))
        if not plural:
            line.unelide(at)
        return
    line.put(at, in_case_of("il" + plural, line.words[at][:1]))
    if before == "si" and line.gaps[at] == " ":
        line.put(at - 1, in_case_of("s", line.words[at - 1]))
        line.gaps[at] = "'"
    _agree_after(line, at + 1)


def trigger_words() -> frozenset[str]:
    """Return the words, in small letters, of which a text must hold one to be changed here."""
    spelled = [*french_pairs("fr"), *french_pairs("fr determined")]
    return frozenset(
        ["elle", "elles", "celle", "celles", "iel", "iels", *_either(), *(key.split()[0] for key in spelled)]
    )
