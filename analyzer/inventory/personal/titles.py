"""Names behind a title: "Mme Durand", "Dr A. Haddad", "mme rousseau"; "Mme la Maire" and "Me" as a word are none."""

from __future__ import annotations

import re

from analyzer.inventory.personal.extent import last_word
from analyzer.inventory.personal.lexicon import CLEAR
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, LOWER, UPPER
from analyzer.inventory.text import word_set

_DOUBTFUL = word_set(
    """m me pr sir lady miss maitre drs doctor professor lord rev reverend cllr councillor father sister nurse captain
    sergeant baron tata tonton tante oncle mamie mamy papy papi aunt auntie uncle imam inspector capitaine sergent
    lieutenant colonel commandant adjudant pere soeur grandad grandpa grandma granny don dona baby bebe"""
)
"""Titles that are other words too: a known name must follow, or a full stop stand behind."""

_KIN = word_set("pere soeur tante oncle aunt uncle grandad grandpa grandma granny tata tonton mamie papy")
"""Titles behind which "de" tells whose relative is meant: "le père de Noham"."""

_BEFORE_SMALL = _DOUBTFUL - {"miss"}
"""Titles after which no name is written small."""

_ONLY_TITLES = word_set("mme mmes mlle mlles mrs")
"""Titles that are nothing else: where they are written small, a small word behind is a name, if it is no function."""

_TITLES_IN_A_SENTENCE = _DOUBTFUL - {"m", "drs"}
"""Doubtful titles that are sure with a capital inside a sentence: "dicté par Me Cazenave", "to Miss Abernathy"."""

_BEFORE_ANY = word_set("miss maitre prof professor rev reverend cllr councillor")
"""Doubtful titles that begin a text with a name that no list knows: "Rev Oyelowo's order of service"."""

_ENGLISH_BEFORE = word_set("from to of for by with and")
_NO_NAME = word_set("les des une son sa ses nos vos qui que est sera pour par sur dans avec son leur cette")
_SHORTEST_SMALL = 3
_SPACE = re.compile(r"\.?[ \u00a0\u202f]")


def after_title(around: Surroundings, index: int) -> tuple[int, int] | None:
    """Return first and last word of the name behind the title at ``index``, None if there is none."""
    tokens, place = around.tokens, index + 1
    if place >= len(tokens) or not _SPACE.fullmatch(around.gap(index)):
        return None
    title, following = tokens[index], tokens[place]
    if title.low == "m" and around.before(index) in _ENGLISH_BEFORE:
        return None  # an initial: "opt-out form from M. Delacroix-Hume"
    if following.low in ("et", "and", "ou", "&") and place + 1 < len(tokens):
        return None  # "M. et Mme Durand": the second title takes the name
    if title.low == "m" and title.shape != LETTER:
        return None
    return _initials_first(around, place) or _particles_first(around, place) or _plain(around, index, place)


def _initials_first(around: Surroundings, first: int) -> tuple[int, int] | None:
    """Return a name such as "J. Lambert" in "M. J. Lambert"."""
    place = first
    while place < len(around.tokens) - 1 and around.tokens[place].shape == LETTER and "." in around.gap(place):
        place += 1
    return (first, last_word(around, place)) if place > first and around.may_be_surname(place) else None


def _particles_first(around: Surroundings, place: int) -> tuple[int, int] | None:
    """Return a name such as "de La Tour", but no function: "M. le Directeur"."""
    following, behind = around.tokens[place], around.particles(place)
    if behind == place or (following.shape == LOWER and following.low in ("le", "la", "les")):
        return None
    if following.shape == LOWER and following.low in ("de", "du", "des") and around.tokens[place - 1].low in _KIN:
        return None
    if around.has("function", around.tokens[behind].low):
        return None
    named = around.surname(behind) or around.sureness(behind) or around.may_be_surname(behind)
    return (place, last_word(around, behind)) if named else None


def _plain(around: Surroundings, index: int, place: int) -> tuple[int, int] | None:  # noqa: PLR0911 - one rule a line
    """Return the name that begins right behind the title."""
    title, following = around.tokens[index], around.tokens[place]
    if following.elided and following.elided != "d'" and not around.text[following.whole_start].isupper():
        return None
    if following.shape == LOWER:
        return _small(around, index, place)
    dotted = around.gap(index).startswith(".") and title.low in ("m", "pr", "rev", "cllr")
    sure = dotted or around.sureness(place) or around.surname(place) or _is_in_a_sentence(around, index)
    if title.low in _DOUBTFUL and not sure:
        return None
    if following.shape == LETTER:
        ends = around.text[following.end : following.end + 1]
        return (place, place) if ends in (".", "") or ends in ",;)" else None
    if around.has("function", following.low) or around.has("stop", following.low) or place in around.brands:
        return None
    if following.shape == UPPER and len(following.low) < 3 and not around.surname(place):
        return None
    return place, last_word(around, place)


def _is_in_a_sentence(around: Surroundings, index: int) -> bool:
    title = around.tokens[index]
    name = around.tokens[index + 1]
    sure = title.low in _TITLES_IN_A_SENTENCE and title.shape == CAPITAL and name.shape == CAPITAL
    if sure and title.low == "me" and not around.headline and not around.is_word(name.low):
        return True  # "Me Tissier attend les pièces": no sentence of a task begins with the English "me"
    if index == 0 and title.low in _BEFORE_ANY:
        return sure and not around.headline and not around.is_word(name.low)
    return (
        sure
        and not around.headline
        and bool(around.before(index))
        and (index == 1 or around.tokens[index - 1].shape == LOWER)
    )


def _small(around: Surroundings, index: int, place: int) -> tuple[int, int] | None:
    """Return a name that is written without capital: "mme rousseau", "M. le Corre"."""
    title, low, behind = around.tokens[index].low, around.tokens[place].low, around.particles(place)
    if behind > place:
        return (place, behind) if around.surname(behind) == CLEAR else None
    if title in _BEFORE_SMALL:
        return None
    if low in around.lexicon.surnames or around.lexicon.is_small_name(low):
        return place, place
    if title not in _ONLY_TITLES or around.tokens[index].shape != LOWER or len(low) < _SHORTEST_SMALL:
        return None
    said = around.has("function", low) or around.has("stop", low) or low in _NO_NAME or place in around.brands
    return None if said else (place, place)
