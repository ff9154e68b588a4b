"""Names that no list knows, told by what stands beside them: a known half, a person in the same list, their shape."""

from __future__ import annotations

import re

from analyzer.inventory.personal.extent import ends_name, last_word
from analyzer.inventory.personal.lexicon import CLEAR, MID
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.things import is_firm, is_place_or_thing
from analyzer.inventory.personal.tokens import CAPITAL, LOWER

_SHORTEST = 4
"""Letters of an unknown surname behind a given name that is a word too, at least; judgement."""

_ARTICLES = frozenset({"the", "an", "le", "la", "les", "un", "une"})
_SHORTEST_GIVEN = 3
"""Letters of an unknown given name, at least: shorter ones are "St" and abbreviations; judgement."""

_DASH = re.compile(r" [-–—] ")
"""Parts a task from whom it is for, rather than two sentences: "visa renewal - Xiaoling Zhang"."""

_PAIRED = re.compile(r" ?/ ?| [-–] ")
_JOINED_GIVEN = re.compile(r"[A-Z][a-z]{1,4}-(?:[a-z]{2,5}|[A-Z][a-z]{1,4})")
"""Korean and Chinese given names as they are written in our letters: "Hye-jin", "Hyun-Woo"."""


def unknown_name(around: Surroundings, index: int, person_before: int) -> tuple[int, int] | None:
    """Return first and last word of a person whose name begins at ``index`` with a word that no list knows.

    :param person_before: last word of the person before, in whose list this one may stand.
    """
    if around.tokens[index].shape != CAPITAL or around.headline or not around.may_be_surname(index):
        return None
    if _is_half_of_a_pair(around, index):
        return index, index
    return (
        _in_company(around, index, person_before) or _with_surname(around, index) or _whole_and_addressed(around, index)
    )


def _is_half_of_a_pair(around: Surroundings, index: int) -> bool:
    """Say whether a slash joins a word to another, both like surnames and one known: "acte de vente Castelnau/Pham".

    Where spaces stand around the slash, or a dash, both must be known: "pacs Castelnau - Pham".
    """
    tokens, places = around.tokens, []
    if index + 1 < len(tokens) and _PAIRED.fullmatch(around.gap(index)):
        places = [index, index + 1]
    elif index and _PAIRED.fullmatch(around.gap(index - 1)):
        places = [index - 1, index]
    like = all(
        tokens[place].shape == CAPITAL and not around.is_word(tokens[place].low) and around.sureness(place) is None
        and around.may_be_surname(place)
        for place in places
    )  # fmt: skip
    inside = bool(places) and not around.begins_sentence(places[0])
    if not inside or not like or _is_thing(around, index, index):
        return False
    kinds = [around.surname(place) for place in places]
    firms = any(around.has("firm", tokens[place].low) for place in places)
    return CLEAR in kinds and not firms and (None not in kinds or around.gap(places[0]) == "/")


def is_unknown_surname(around: Surroundings, first: int, last: int) -> bool:
    """Say whether the word behind a given name that is a word too can only be a surname: ", Lee Fothergill, "."""
    token = around.tokens[last]
    if last != first + 1 or token.shape != CAPITAL or around.headline or len(token.low) < _SHORTEST:
        return False
    before = around.before(first)
    begins = around.has("before_name", before) or (before == "" and ends_name(around, last))
    return begins and not around.is_word(token.low) and around.given(token.low) is None


def is_unknown_behind(around: Surroundings, index: int) -> bool:
    """Say whether behind a surname a word that no list knows belongs to the name: "voicemail from Chidinma Obi"."""
    if not around.near(index) or around.tokens[index].possessive:
        return False
    token = around.tokens[index + 1]
    unknown = token.shape == CAPITAL and len(token.low) >= _SHORTEST_GIVEN and not around.is_word(token.low)
    return unknown and not around.headline and around.may_be_surname(index + 1) and not _is_thing(around, index, index)


def _in_company(around: Surroundings, index: int, person_before: int) -> tuple[int, int] | None:
    """Return a word that is joined to a person by "and"."""
    adjective = around.is_word(around.tokens[index].low) and around.near(index)
    if _is_thing(around, index, index) or (adjective and around.sureness(index + 1)):
        return None  # "to Gary or Big Phil"
    if around.is_joined(person_before, index):
        return index, index
    follows = around.is_person_here(index) and index + 2 < len(around.tokens) and around.is_joined(index, index + 2)
    return (index, index) if follows and around.sureness(index + 2) in (CLEAR, MID) else None


def _whole_and_addressed(around: Surroundings, index: int) -> tuple[int, int] | None:
    """Return two words that no list knows behind what is done with persons: "appeler Zubaïda Kharroubi"."""
    if not (around.near(index) and around.is_person_here(index)) or around.tokens[index].possessive:
        return None
    pair = (index, index + 1)
    for place in pair:
        token = around.tokens[place]
        unknown = token.shape == CAPITAL and len(token.low) >= _SHORTEST and not around.is_word(token.low)
        if not unknown or not around.may_be_surname(place) or around.has("brand_word", token.low):
            return None
    alone = not around.near(index + 1) or around.tokens[index + 2].shape == LOWER
    return pair if alone and not _is_thing(around, index, index + 1) else None


def _with_surname(around: Surroundings, index: int) -> tuple[int, int] | None:
    """Return a given name whose surname is known: "avec Ayokunle Adeyemi", "refund for Hye-jin Park"."""
    token = around.tokens[index]
    if not around.near(index) or around.is_word(token.low) or len(token.low) < _SHORTEST_GIVEN:
        return None
    begins = around.begins_sentence(index) and not (index and _DASH.fullmatch(around.gap(index - 1)))
    if begins or around.before(index) in _ARTICLES:
        return None
    if _JOINED_GIVEN.fullmatch(token.text) and around.surname(index + 1):
        return index, index + 1  # "Hyun-Woo Park" is no park
    sure = around.sureness(index + 1)
    known = around.surname(index + 1) == CLEAR or sure in (CLEAR, MID) or (sure and around.tokens[index + 1].possessive)
    return (index, last_word(around, index + 1)) if known and not _is_thing(around, index, index + 1) else None


def _is_thing(around: Surroundings, first: int, last: int) -> bool:
    return is_firm(around, first, last) or is_place_or_thing(around, first, last)
