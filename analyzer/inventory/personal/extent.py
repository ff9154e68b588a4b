"""How far a name reaches: further given names, initials, particles, and the surname behind or before it."""

from __future__ import annotations

import re

from analyzer.inventory.personal.lexicon import CLEAR, MID, WORD
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.things import is_firm
from analyzer.inventory.personal.tokens import CAPITAL, LETTER, UPPER

_SHORTEST_UNKNOWN = 5
"""Letters from which on a word in capitals before a given name is its surname, though no list knows it: shorter ones
are abbreviations."""
_CAPITAL_PARTICLES = frozenset({"le", "la", "de", "van", "da", "el", "ben", "du"})
_ENDS_NAME = re.compile(r"\s*(?:[-–—:,;.()/]|$)")


def last_word(around: Surroundings, index: int) -> int:  # noqa: PLR0911 - one rule a line
    """Return the last word of a name that begins at ``index``."""
    tokens, place = around.tokens, index
    while around.near(place) and not tokens[place].possessive:
        following = place + 1
        token = tokens[following]
        if token.shape == LETTER:
            rest = around.text[token.end : token.end + 1]
            return following if rest in (".", "", ",", ")", ";", "/") else place
        if around.has("firm_after", token.low) and is_firm(around, place, place):
            return place  # "Martin SARL": the firm is told by what stands behind the name
        if around.has("stop", token.low) and around.surname(following) is None:
            return _behind_particles(around, place, following)
        if token.elided:
            taken = token.elided == "d'" and (
                around.text[token.whole_start].isupper() or around.surname(following) is not None
            )
            return following if taken and around.given(token.low) is None else place
        if around.sureness(following) in (CLEAR, MID, WORD) and around.surname(following) is None:
            place = following
            continue
        if around.particles(following) > following:
            return _behind_particles(around, place, following)
        if not around.may_be_surname(following):
            return place
        place = following
        doubled = around.near(place) and around.surname(place + 1) == CLEAR and not tokens[place].possessive
        return place + 1 if doubled else place
    return place


def first_word(around: Surroundings, index: int, person_before: int) -> int:
    """Return the first word of a name whose given name stands at ``index``: the surname comes first in "DURAND Julie".

    :param person_before: last word of the person before, which is not taken again.
    """
    if not around.near(index - 1) or index - 1 == person_before:
        return index
    before = around.tokens[index - 1]
    if around.has("with_particle", f"{before.low}-{around.tokens[index].low}") and before.shape == CAPITAL:
        return index - 1  # "Da Silva", whose second half is a given name too
    kind = around.surname(index - 1)
    particle = particle_before(around, index - 1)
    if particle < index - 1:
        return particle
    if kind == CLEAR and not around.headline:
        return index - 1
    in_capitals = before.shape == UPPER and not around.all_upper
    if kind == WORD and (in_capitals or around.has("file_of", around.before(index - 1))):
        return index - 1
    return index - 1 if in_capitals and _is_unknown_surname(around, index - 1) else index


def particle_before(around: Surroundings, surname: int) -> int:
    """Return where a surname begins with its particle: "Le Floch Marie-Noëlle", "LE GUEN Solenn".

    A particle must have the capitals of its surname, and in capitals no other word may stand before.
    """
    tokens, particle = around.tokens, surname - 1
    if not around.near(particle) or around.headline or tokens[particle].low not in _CAPITAL_PARTICLES:
        return surname
    shape = tokens[surname].shape
    alone = not around.near(particle - 1) or tokens[particle - 1].shape != UPPER
    alike = tokens[particle].shape == shape and (shape == CAPITAL or (shape == UPPER and alone))
    return particle if alike else surname


def _is_unknown_surname(around: Surroundings, index: int) -> bool:
    """Say whether a word in capitals that no list knows is a surname: "KERVADEC Fiona : badge", and nothing more."""
    token, given = around.tokens[index], around.tokens[index + 1]
    return (
        index == 0
        and len(token.low) >= _SHORTEST_UNKNOWN
        and given.shape == CAPITAL
        and around.may_be_surname(index)
        and ends_name(around, index + 1)
    )


def ends_name(around: Surroundings, index: int) -> bool:
    """Say whether a sign or the end of the text stands behind a word."""
    return _ENDS_NAME.match(around.text, around.tokens[index].end) is not None


def _behind_particles(around: Surroundings, place: int, particle: int) -> int:
    surname = around.particles(particle)
    return surname if surname != particle and around.takes_surname(particle, surname) else place
