"""Names that begin with initials, or are nothing else: "J. Lambert", "J-P Durand", "vu par J.D."."""

from __future__ import annotations

import re

from analyzer.inventory.personal.extent import last_word
from analyzer.inventory.personal.lexicon import CLEAR
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.things import is_firm, is_place_or_thing
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, LOWER

_BETWEEN = re.compile(r"\. ?-?|-")
_SHORTEST_UNKNOWN = 4
"""Letters from which on a word behind an initial is a surname though no list knows it; judgement."""


def after_initials(around: Surroundings, index: int, person_before: int) -> tuple[int, int] | None:
    """Return first and last word of a name whose first initial stands at ``index``, None if there is none.

    :param person_before: last word of the person before, in whose list this one may stand.
    """
    tokens, place = around.tokens, index
    if index and tokens[index - 1].shape == LETTER and "." in around.gap(index - 1):
        return None
    while place < len(tokens) - 1 and tokens[place].shape == LETTER and _BETWEEN.fullmatch(around.gap(place)):
        place += 1
    if place - index == 2 and not around.may_be_surname(place) and around.particles(place) == place:
        place -= 1  # "J.D. et Julie"
    named = around.is_person_here(index) or around.may_be_person_here(index)
    if place == index:
        return _undotted(around, index)
    if tokens[place].shape == LETTER:
        return (index, place) if named and _are_initials(around, index, place) else None
    behind = around.particles(place)
    surname = behind if behind < len(tokens) and around.may_be_surname(behind) else place
    if place - index == 2 and _is_abbreviation(around, index) and around.surname(surname) != CLEAR:
        return None  # "U.S. Coast Guard"
    if (
        not around.may_be_surname(surname)
        or is_place_or_thing(around, index, surname)
        or is_firm(around, index, surname)
    ):
        return None
    # "J. P. Whitmore", which no list knows; one initial alone may be anything ("N. Region").
    spaced = ". " in around.gap(index) + around.gap(place - 1)
    doubled = place - index == 2 and spaced
    sure = doubled or around.surname(surname) == CLEAR or named or around.is_linked(person_before, index)
    sure = sure or _has_unknown_surname(around, index, place - 1, surname)
    return (index, last_word(around, surname)) if sure else None


def _undotted(around: Surroundings, index: int) -> tuple[int, int] | None:
    """Return a name whose initial has no full stop: "J-P Durand", "for J Mbeki"."""
    dotted = "-" in around.tokens[index].low and index + 1 < len(around.tokens) and around.gap(index) == ". "
    if not (around.near(index) or dotted) or around.headline:
        return None
    following = around.tokens[index + 1]
    if dotted:  # "P-Y. Kerleau"
        long = len(following.low) >= _SHORTEST_UNKNOWN and following.shape == CAPITAL
        return (index, index + 1) if long and around.may_be_surname(index + 1) else None
    hyphened = "-" in around.tokens[index].low and around.surname(index + 1) == CLEAR
    named = around.is_person_here(index) or around.may_be_person_here(index)
    last = index + 2
    if following.shape == LETTER and around.near(index + 1) and last < len(around.tokens):  # "A J Postlethwaite"
        surname = around.tokens[last]
        long = surname.shape == CAPITAL and len(surname.low) >= _SHORTEST_UNKNOWN and not around.is_word(surname.low)
        return (index, last) if long and around.may_be_surname(last) else None
    alone = around.tokens[index].shape == LETTER and named and around.tokens[index + 1].shape == CAPITAL
    firm = is_firm(around, index, index + 1) or is_place_or_thing(around, index, index + 1)
    named = (hyphened or alone) and around.may_be_surname(index + 1)
    return (index, index + 1) if named and not firm else None


def _has_unknown_surname(around: Surroundings, first: int, initial: int, surname: int) -> bool:
    """Say whether an initial where a name can begin has a surname behind that no list knows: "to V. Constantinou".

    Behind a noun with a capital the letter belongs to the noun and a new sentence may begin: "Vitamin C. Zinc tablets".
    """
    before, token = around.before(first), around.tokens[surname]
    if around.headline:
        return False
    begins = before == "" or around.has("before_name", before)
    begins = begins or (around.tokens[first - 1].shape == LOWER and not around.has("brand_word", token.low))
    near = around.gap(initial) in (". ", ".") and token.shape == CAPITAL and len(token.low) >= _SHORTEST_UNKNOWN
    return begins and near and not any(around.is_word(part) for part in token.low.split("-"))


def _is_abbreviation(around: Surroundings, first: int) -> bool:
    return around.has("dotted", around.tokens[first].low + around.tokens[first + 1].low)


def _are_initials(around: Surroundings, first: int, last: int) -> bool:
    """Say whether two or three dotted capitals are somebody's, and no abbreviation ("U.S.")."""
    letters = "".join(token.low for token in around.tokens[first : last + 1])
    end = around.tokens[last].end
    return 2 <= len(letters) <= 3 and around.text[end : end + 1] == "." and not around.has("dotted", letters)
