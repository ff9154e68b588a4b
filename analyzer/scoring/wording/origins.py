"""Demonyms and countries: one stands for all of them where they tell where a person or a thing comes from.

A language stays what it is: "translate into French" says nothing of a person.
"""

from __future__ import annotations

from functools import cache

from analyzer.scoring.wording.english import agree_article
from analyzer.scoring.wording.files import sections, small_words
from analyzer.scoring.wording.line import APOSTROPHES, Line, Table
from analyzer.scoring.wording.lists import english_persons, french_persons, french_plural, key

DEMONYM = {"fr": "belge", "en": "Belgian"}
LANGUAGE = {"fr": "italien", "en": "Italian"}
COUNTRY = {"fr": "Belgique", "en": "Belgium"}
"""What is read for every demonym, for the language that a person speaks, and for the country a person comes from."""

_LANGUAGES = small_words("language")
_CAPITAL_ONLY = small_words("capital only")
_NOT_ENGLISH_AFTER = small_words("polish what")
_BEFORE_LANGUAGE_FR = small_words("fr before language")
_SPEAKING = ("parl", "speak", "spoke")
_TRANSLATING = (
    "translat",
    "interpret",
    "subtitl",
    "proofread",
    "tradui",
    "traduc",
    "interprét",
    "langue",
    "language",
    "linguist",
)
_LANGUAGE_THINGS = small_words("en language thing")
_ENDS_NOUN = small_words("en no noun after")
_ORIGIN_FR = small_words("fr origin")
_ORIGIN_EN = small_words("en origin")
_FROM_FR = small_words("fr from")
_FROM_EN = small_words("en from")
_POINTS = small_words("en point")
_PREFIXES = small_words("prefix")
_COUNTRY_WORDS = {"de": "de", "du": "de", "des": "de", "d": "de", "en": "en", "au": "en", "aux": "en", "à": "en"}


@cache
def _french_demonyms(section: str) -> Table:
    table = Table()
    for entry in sections("origins")[section]:
        masculine, _, feminine = entry.partition("/")
        feminine = feminine or masculine + "e"
        for word in (masculine, feminine):
            # One form for all: "français" does not tell its number, nor "belge" its gender.
            table[key(word)] = table[key(french_plural(word))] = DEMONYM["fr"]
    return table


@cache
def _english_demonyms(section: str) -> Table:
    table = Table()
    for entry in sections("origins")[section]:
        for word in entry.split("/"):
            if word.endswith("men"):
                table[key(word)] = DEMONYM["en"] + "s"
                continue
            if not word.endswith(("ch", "sh", "ese", "ss", "man", "black", "white")):
                table[key(word + "s")] = DEMONYM["en"] + "s"
            table[key(word)] = DEMONYM["en"]
    return table


@cache
def _countries(language: str) -> Table:
    return Table((key(name), COUNTRY[language]) for name in sections("origins")[f"{language} countries"])


def neutral_demonyms(line: Line) -> None:
    """Put one demonym for all, in either language; what is spelled alike in both is read in the text's own."""
    translating = any(word.startswith(_TRANSLATING) for word in line.lower)
    readers = (_read_french, _read_english) if line.french else (_read_english, _read_french)
    at = 0
    while at < len(line):
        for reader in readers:
            place = reader(line, at, translating)
            if place is not None:
                at = place
                break
        at += 1


def _read_french(line: Line, at: int, translating: bool) -> int | None:
    """Exchange a French demonym that begins at a place; return where it stands then, or None if there is none."""
    table = _french_demonyms("fr")
    if found := line.longest(at, table):
        return (
            at if _french_language(line, at, found, translating) else _put_french(line, at, found[1], table[found[0]])
        )
    table = _french_demonyms("fr beside")
    if (found := line.longest(at, table)) and _beside_french(line, at):
        return _put_french(line, at, found[1], table[found[0]])
    return None


def _read_english(line: Line, at: int, translating: bool) -> int | None:
    """Exchange an English demonym that begins at a place; return where it stands then, or None if there is none."""
    table = _english_demonyms("en")
    if found := line.longest(at, table):
        return (
            at if _english_language(line, at, found, translating) else _put_english(line, at, found[1], table[found[0]])
        )
    table = _english_demonyms("en beside")
    if (found := line.longest(at, table)) and _beside_english(line, found[1]):
        return _put_english(line, at, found[1], table[found[0]])
    return None


def _put_french(line: Line, at: int, end: int, word: str) -> int:
    capital = line.words[at][:1].isupper()
    if line.before(at).startswith(_SPEAKING):
        word = LANGUAGE["fr"]
    line.put_span(at, end, word)
    if at > 0 and line.gaps[at] == "-" and (line.before(at) in _PREFIXES or line.before(at) in _french_demonyms("fr")):
        line.put_span(at - 1, at + 1, word)
        at -= 1
    length = len(line)
    line.unelide(at)
    at += len(line) - length
    if line.before(at) in ("une", "cet", "cette") and line.gaps[at] == " ":
        line.put(at - 1, {"une": "un"}.get(line.before(at), "ce"))
    elif line.before(at) == "la" and line.gaps[at] == " " and capital:
        line.put(at - 1, "le")
        at = line.contract(at - 1)
    return at


def _put_english(line: Line, at: int, end: int, word: str) -> int:
    if line.before(at).startswith(_SPEAKING) or (line.after(end - 1) == "speaking" and end < len(line)):
        word = LANGUAGE["en"]
    line.put_span(at, end, word)
    double = line.gaps[at] == "-" and (line.before(at) in _PREFIXES or line.before(at) in _english_demonyms("en"))
    if at > 0 and (double or (line.before(at) in _POINTS and line.gaps[at] in (" ", "-"))):
        line.put_span(at - 1, at + 1, word)
        at -= 1
    agree_article(line, at)
    return at


def _french_language(line: Line, at: int, found: tuple[str, int], translating: bool) -> bool:
    """Say whether a demonym is a language, as in "traduire du français" or "en anglais", or the country Suisse."""
    word, _ = found
    if line.words[at] == "Suisse":
        return line.before(at) not in ("un", "une", "ce")
    if word not in _LANGUAGES or _beside_french(line, at) or line.before(at).startswith(_SPEAKING):
        return False
    if line.before(at) in _BEFORE_LANGUAGE_FR and line.gaps[at] in (" ", *APOSTROPHES):
        return True
    # "en anglais, italien et allemand"
    listed = (line.before(at) in _LANGUAGES and line.gaps[at] == ", ") or (
        line.before(at) in ("et", "ou")
        and line.before(at, 2) in _LANGUAGES
        and line.gaps[at] == line.gaps[at - 1] == " "
    )
    return translating or listed


def _beside_french(line: Line, at: int) -> bool:
    """Say whether a noun of a person stands before the word, adjectives and other demonyms between them allowed."""
    adjectives = _adjectives()
    for distance in (1, 2, 3, 4):
        if line.gaps[at - distance + 1] != " ":
            return False
        before = line.before(at, distance)
        if before in _ORIGIN_FR or before in french_persons():
            return True
        if before not in adjectives and before not in ("et", "ou") and before not in _french_demonyms("fr"):
            return False
    return False


@cache
def _adjectives() -> frozenset[str]:
    pairs = [entry.split("/") for entry in sections("persons")["fr adjectives"]]
    singular = {word for pair in pairs for word in pair}
    return frozenset(singular | {french_plural(word) for word in singular})


def _english_language(line: Line, at: int, found: tuple[str, int], translating: bool) -> bool:
    """Say whether a demonym is a language, a subject, or the verb "to polish"."""
    word, end = found
    capital = line.words[at][:1].isupper()
    if word in _CAPITAL_ONLY and (not capital or line.begins_sentence(at)) and not _beside_english(line, end):
        return True
    if word == "polish" and line.after(end - 1) in _NOT_ENGLISH_AFTER:
        return True
    if word not in _LANGUAGES or line.before(at).startswith(_SPEAKING) or line.after(end - 1) == "speaking":
        return False
    following = line.after(end - 1) if end < len(line) and line.gaps[end] in (" ", "-") else ""
    if following in _LANGUAGE_THINGS:
        return True
    if _beside_english(line, end):
        return False
    return translating or not following or following in _ENDS_NOUN


def _beside_english(line: Line, end: int) -> bool:
    """Say whether a noun of a person follows, another demonym between them allowed."""
    for place in range(end, min(end + 4, len(line))):
        if line.gaps[place] not in (" ", "-"):
            return False
        word = line.lower[place]
        if word in english_persons() or word in _ORIGIN_EN:
            return True
        joins = word in ("and", "or", "speaking", "born", "american", "british") or word in _english_demonyms("en")
        if not joins and word not in _english_demonyms("en beside"):
            return False
    return False


def neutral_countries(line: Line) -> None:
    """Put one country for all where a person is said to come from it."""
    at = 0
    while at < len(line):
        if (
            (found := line.longest(at, _countries("fr")))
            and _person_from_french(line, at)
            and not _goes_on(line, found[1])
        ):
            _put_french_country(line, at, found[1])
        elif (
            (found := line.longest(at, _countries("en")))
            and _person_from_english(line, at)
            and not _goes_on(line, found[1])
        ):
            line.put_span(at, found[1], COUNTRY["en"])
        at += 1


def _goes_on(line: Line, end: int) -> bool:
    """Say whether the name goes on behind the country, as in "France Travail"."""
    return end < len(line) and line.gaps[end] in (" ", "-") and line.words[end][:1].isupper()


def _person_from_french(line: Line, at: int) -> bool:
    if line.before(at) not in _COUNTRY_WORDS or line.gaps[at] not in (" ", *APOSTROPHES):
        return False
    person = line.before(at, 2)
    return person in _FROM_FR or (person in french_persons() and line.before(at) in ("de", "du", "des", "d"))


def _put_french_country(line: Line, at: int, end: int) -> None:
    line.put_span(at, end, COUNTRY["fr"])
    line.put(at - 1, _COUNTRY_WORDS[line.before(at)])
    line.gaps[at] = " "


def _person_from_english(line: Line, at: int) -> bool:
    if line.before(at) not in ("from", "in", "of") or line.gaps[at] != " ":
        return False
    person = line.before(at, 2)
    if line.before(at) == "from":
        return person in _FROM_EN or person in english_persons()
    return person in (
        ("born",) if line.before(at) == "in" else ("native", "natives", "citizen", "citizens", "national", "nationals")
    )


def trigger_words() -> frozenset[str]:
    """Return the words, in small letters, of which a text must hold one to be changed here."""
    tables = [
        _french_demonyms("fr"),
        _french_demonyms("fr beside"),
        _english_demonyms("en"),
        _english_demonyms("en beside"),
    ]
    return frozenset(key.split()[0] for table in [*tables, _countries("fr"), _countries("en")] for key in table)
