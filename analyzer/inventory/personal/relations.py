"""Whose a surname can be by what stands around it: a family's, a party's in a lawsuit, the owner's of what is told."""

from __future__ import annotations

import re

from analyzer.inventory.personal.lexicon import CLEAR
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.tokens import CAPITAL, LOWER

_AGAINST = re.compile(r" (?:c/|contre|vs?\.?|versus) ")


def behind_capital_particle(around: Surroundings, index: int) -> int:
    """Return the surname whose particle with a capital stands here: "relancer Le Gall", "voir Da Costa"."""
    token = around.tokens[index]
    surname = around.particles(index)
    if surname == index or token.shape != CAPITAL or around.headline or around.begins_sentence(index):
        return index
    known = around.has("with_particle", "-".join(one.low for one in around.tokens[index : surname + 1]))
    return surname if known and around.tokens[surname].shape == CAPITAL else index


def is_asked_for(around: Surroundings, index: int) -> bool:
    """Whether a surname that is a word too stands with a capital where only persons and firms do."""
    token = around.tokens[index]
    strong = around.has("person_before", around.before(index)) and token.shape == CAPITAL and not around.headline
    return strong and not around.is_word(token.low) and not around.has("firm", token.low)


def is_where_one_buys(around: Surroundings, index: int) -> bool:
    """Whether the name is a shop's: "commander le vin chez Nicolas"."""
    bought = (around.has("buys", token.low) for token in around.tokens[:index])
    return around.before(index) == "chez" and any(bought)


def belongs(around: Surroundings, index: int) -> bool:
    """Whether what a person has stands beside a surname: "congés de Lamarque", "Okonkwo's leave"."""
    token = around.tokens[index]
    if around.before(index) in ("de", "d'", "of") and around.near(index - 2 + (token.elided != "")):
        return around.has("belongs", around.tokens[index - 2 + (token.elided != "")].low)
    owned = token.possessive and index + 1 < len(around.tokens)
    return owned and around.has("belongings", around.tokens[index + 1].low)


def begins_event(around: Surroundings, index: int) -> bool:
    """Whether a surname begins a text as whose something is: "Lamarque wedding", "Lamarque payment"."""
    token = around.tokens[index]
    begins = around.begins_sentence(index) and token.shape == CAPITAL and not around.is_word(token.low)
    return begins and around.has("family_event", around.after(index))


def is_opposed(around: Surroundings, index: int) -> bool:
    """Whether a word stands against a surname in a lawsuit, one of the two known: "Ferrand c/ Oliveira"."""
    text = around.text
    for other, first, last in ((index + 1, 0, 1), (index + 2, 0, 2), (index - 1, -1, 0), (index - 2, -2, 0)):
        if not 0 <= other < len(around.tokens):
            continue
        gap = text[around.tokens[index + first].end : around.tokens[index + last].whole_start]
        pair = (index, other)
        if _AGAINST.fullmatch(gap) and all(around.tokens[one].shape == CAPITAL for one in pair):
            known = CLEAR in map(around.surname, pair)
            return known and not around.headline and all(_may_be_party(around, one) for one in pair)
    return False


def _may_be_party(around: Surroundings, index: int) -> bool:
    low = around.tokens[index].low
    known = around.surname(index) is not None or not around.is_word(low)
    return known and around.may_be_surname(index) and not around.has("firm_before", low)


def is_of_a_family(around: Surroundings, index: int) -> bool:
    """Whether a capitalised word is a family's surname: "la famille Kerbrat", "chez les Kerbrat", "the Hills'"."""
    low = around.tokens[index].low
    if around.tokens[index].shape != CAPITAL or around.headline:
        return False
    if around.before(index) == "les" and around.before(index - 1) == "chez":
        return around.may_be_surname(index) and not around.is_word(low)
    plural = low.endswith("s") and low[:-1] in around.lexicon.surnames and not around.has("firm", low)
    if around.before(index) == "the" and plural:
        return not around.near(index) or around.tokens[index + 1].shape == LOWER
    if around.tokens[index].elided == "d'" and around.tokens[index - 1].low == "famille":
        return not around.is_word(low)
    if around.before(index) in ("epoux", "consorts"):
        return around.may_be_surname(index) and not around.is_word(low)
    family = around.before(index) == "famille" and around.before(index - 1) in ("la", "de", "chez")
    return family and around.tokens[index].shape == CAPITAL and around.may_be_surname(index)
