"""Names that are written without capitals: "voir avec karim", "tom ridley", "ask mark to check"."""

from __future__ import annotations

import re

from analyzer.inventory.personal.extent import ends_name
from analyzer.inventory.personal.lexicon import CLEAR, MID
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.things import is_place_or_thing
from analyzer.inventory.personal.tokens import LOWER
from analyzer.inventory.text import word_set

_OF_A_CODE = re.compile(r"[\d_@/\\#=<>]|\.")
"""Signs beside a word of an address, a path, a file's name or a code."""

_LONG_ENOUGH = 4
_BEGINS_COMPOSED = word_set("jean marie anne pierre paul louis charles marc claude yves")
"""First halves of composed given names, which are no words even where they are written small: "jean-michel"."""

ASKS = word_set("ask tell remind")
"""Verbs behind which only persons stand, so that a small "mark" is one."""

_BEHIND_ASKED = word_set("in to about for at on if whether when how from")
"""Words behind a small name that is a word too: "ask mark in the warehouse", and no "ask mark up rules"."""


def small_name(around: Surroundings, index: int, person_before: int) -> tuple[int, int] | None:
    """Return first and last word of the person whose small name begins at ``index``, None if none does.

    :param person_before: last word of the person before, in whose list this one may stand.
    """
    if _is_pair(around, index):
        return index, index + 1
    alone = _is_name_anywhere(around, index) or _is_alone(around, index, person_before)
    return (index, index) if alone else None


def _is_pair(around: Surroundings, index: int) -> bool:
    """Say whether a given name and a surname stand side by side, in either order, neither of them a word."""
    if not around.near(index) or around.tokens[index + 1].shape != LOWER:
        return False
    one, other = around.tokens[index].low, around.tokens[index + 1].low
    return any(
        around.lexicon.given.get(given) in (CLEAR, MID) and around.lexicon.is_small_surname(surname)
        for given, surname in ((one, other), (other, one))
    )


def _is_name_anywhere(around: Surroundings, index: int) -> bool:
    """Say whether a small word is a given name and nothing else: "planning sarah", "ring sarah before nine"."""
    token = around.tokens[index]
    sure = around.lexicon.given.get(token.low) == CLEAR and around.lexicon.is_small_name(token.low)
    if not sure or len(token.low) <= _LONG_ENOUGH or around.has("small_word", token.low) or index in around.brands:
        return False
    beside = around.text[max(0, token.start - 1) : token.start] + around.text[token.end : token.end + 1]
    if _OF_A_CODE.search(beside) or around.has("article", around.before(index)):
        return False
    return not is_place_or_thing(around, index, index)


def _is_alone(around: Surroundings, index: int, person_before: int) -> bool:
    """Say whether a small word is a given name: after "avec" or "@", and only if it is no word at all."""
    low = around.tokens[index].low
    if low.partition("-")[0] in _BEGINS_COMPOSED and around.given(low) == CLEAR:
        return True
    if around.before(index) in ASKS and around.given(low) == MID:
        return ends_name(around, index) or around.after(index) in _BEHIND_ASKED
    if len(low) < _LONG_ENOUGH or not (around.lexicon.is_small_name(low) or around.given(low) == CLEAR):
        return low in around.known and around.is_person_here(index) and len(low) >= _LONG_ENOUGH
    if around.is_person_here(index) or around.is_linked(person_before, index):
        return not around.has("method_after", around.after(index))
    owned = index > 1 and around.before(index) in ("de", "d'") and around.has("belongs", around.tokens[index - 2].low)
    # "mails de véronique"
    return owned or (len(low) > _LONG_ENOUGH and around.has("person_perhaps", around.before(index)))
