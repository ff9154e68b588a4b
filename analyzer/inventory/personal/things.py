"""Names that are no person's: those of a firm, a street, a hall, a law, a program, a dish or a work."""

from __future__ import annotations

import re

from analyzer.inventory.personal.lexicon import CLEAR, MID, WORD
from analyzer.inventory.personal.surroundings import Surroundings
from analyzer.inventory.personal.tokens import CAPITAL, LOWER
from analyzer.inventory.text import word_set

_LINKS = frozenset({"de", "du", "la", "des", "le", "of"})
_ARTICLES = word_set("the an un une les")
_ASKED = word_set("demander demande parler dire envoyer donner remettre transmettre rendre confier est puis")
"""Words behind which "a" is a French "à" without its accent, and no English article; judgement."""

_LEAVES = word_set("conge conges arret arrets absence absences depart departs retour retours")
_REASONS = word_set("maternite maladie paternite")
_LEGAL_FORMS = word_set("sarl sas sasu sa eurl sci ltd limited inc llc llp plc gmbh")
_OF_A_WORK = frozenset({"on", "by", "about", "of", "de", "d'", "sur"})
_POSSESSED = re.compile(r"['’][sS][ \u00a0\u202f]")
_POSSESSED_BY_NONE = word_set("for at in on to from with by of is are was")
_NUMERAL = re.compile(r"X{0,2}(?:IX|IV|V?I{2,3})|VI|XI{1,3}|XI?V")
"""A king's or pope's: "Henry VIII"."""


def is_place_or_thing(around: Surroundings, first: int, last: int) -> bool:  # noqa: PLR0911 - one rule a line
    """Whether the words around a name make it that of a street, a hall, a law or a program."""
    before = around.before(first)
    named_after = around.has("place_before", before) or around.has("thing_before", before)
    if named_after and not _is_leave(around, first - 1) and not around.is_somebodys(first):
        return True
    if _is_in_a_list_of_things(around, first) or _is_where(around, first, last):
        return True
    if _has_the_article_of_a_thing(around, first, last) or _possesses_nothing(around, last):
        return True
    if first > 1 and before in _OF_A_WORK and around.has("work_before", around.tokens[first - 2].low):
        return True
    link = first
    while link > 0 and (around.before(link) in _LINKS or around.before(link) in ("d'", "l'")) and first - link < 2:
        link -= 1
    start = first if around.tokens[first].elided else link
    linked = start > 0 and (start < first or around.tokens[first].elided != "") and around.near(start - 1)
    if linked and around.has("place_before", around.tokens[start - 1].low):
        # "les commandes en cours de Véronique" and "le cours de Maxime" stand in no street
        return around.tokens[start - 1].low != "cours" and not _is_leave(around, start - 1)
    if last > first and around.has("place_after", around.tokens[last].low):
        return True
    behind = around.tokens[last + 1].text if around.near(last) else ""
    if any(_NUMERAL.fullmatch(text) for text in (behind, around.tokens[last].text if last > first else "")):
        return True  # "Henry VIII"
    after = around.after(last)
    if around.has("method_after", after) or around.has("dish_after", after) or _possesses_place_or_dish(around, last):
        return True
    return around.has("place_after", after) and around.tokens[last + 1].shape == CAPITAL


def _is_leave(around: Surroundings, noun: int) -> bool:
    """Whether a word such as "maternité" tells why somebody is away, and no place: "congé maternité de Ségolène"."""
    return around.tokens[noun].low in _REASONS and around.before(noun) in _LEAVES


def _is_where(around: Surroundings, first: int, last: int) -> bool:
    """Whether a name alone stands behind "in": a town bears it, "kickoff in Charlotte"."""
    return first == last and around.before(first) == "in" and not around.tokens[first].possessive


def _is_in_a_list_of_things(around: Surroundings, index: int) -> bool:
    """Whether a name stands in a list that begins as one of things: "coloris Olive, Prune et Rose"."""
    head = index
    while head > 0:
        linked = next((one for one in (head - 1, head - 2) if one >= 0 and around.is_linked(one, head)), None)
        if linked is None or around.tokens[linked].shape == LOWER:
            break
        head = linked
        while around.near(head - 1) and around.tokens[head - 1].shape == CAPITAL:
            head -= 1  # "essays on Jane Austen and Charles Dickens"
    if head in (index, 0):
        return False
    of_a_work = (
        head > 1 and around.before(head) in _OF_A_WORK and around.has("work_before", around.tokens[head - 2].low)
    )
    return of_a_work or around.has("thing_before", around.before(head))


def _has_the_article_of_a_thing(around: Surroundings, first: int, last: int) -> bool:
    """Whether an article makes a given name alone that of a thing: "the Henry hoover", and no "the Karen file"."""
    if first != last or around.tokens[first].possessive or around.headline:
        return False
    after, before = around.after(last), around.before(first)
    english = before == "a" and around.tokens[first - 1].text == "a" and around.before(first - 1) not in _ASKED
    if english:
        return bool(after) and not around.has("stop", after) and around.tokens[last + 1].shape == LOWER
    if before not in _ARTICLES:
        return False
    if before in ("les", "un", "une") and around.before(first - 1) != "chez":
        return True  # "rempoter les Camélia"
    return bool(after) and not around.has("of_a_person", after) and not around.has("does", after)


def _possesses_nothing(around: Surroundings, index: int) -> bool:
    """Whether nothing stands behind "'s" that somebody could possess: "6 x Gordon's for the bar" is a firm's."""
    token = around.tokens[index]
    if not token.possessive or index + 1 == len(around.tokens) or not _POSSESSED.fullmatch(around.gap(index)):
        return False
    return around.tokens[index + 1].low in _POSSESSED_BY_NONE


def _possesses_place_or_dish(around: Surroundings, index: int) -> bool:
    """Whether what stands behind "'s" makes a name that of a place, a day or a dish: "St. George's Day"."""
    token = around.tokens[index]
    if not token.possessive or index + 1 == len(around.tokens) or not _POSSESSED.fullmatch(around.gap(index)):
        return False
    following = around.tokens[index + 1]
    if around.has("dish_after", following.low) or (around.has("firm_after", following.low) and not around.headline):
        return following.shape == CAPITAL or around.has("dish_after", following.low)
    return around.has("place_after", following.low) and following.shape == CAPITAL and not around.headline


def is_firm(around: Surroundings, first: int, last: int) -> bool:
    """Whether the words around a name make it a firm's: "Cabinet Durand", "Martin SARL", "Durand & Fils"."""
    if around.has("firm_before", around.before(first)):
        return not _is_filed_under(around, first, last)
    if last + 1 >= len(around.tokens):
        return False
    gap, following = around.gap(last), around.tokens[last + 1]
    if gap.strip() == "&":
        two_persons = around.sureness(first) == CLEAR and around.sureness(last + 1) in (MID, WORD)
        return following.shape != LOWER and around.sureness(last + 1) != CLEAR and not two_persons
    if following.low in ("et", "and") and around.near(last) and around.near(last + 1):
        return around.tokens[last + 2].low in ("fils", "sons", "freres", "associes", "partners", "cie", "co")
    if not around.near(last) or following.shape == LOWER:
        return False
    further = around.tokens[last + 2].low if around.near(last + 1) and not around.headline else ""
    return around.has("firm_after", following.low) or further in _LEGAL_FORMS  # "Clarke Telecom Ltd"


def _is_filed_under(around: Surroundings, first: int, last: int) -> bool:
    """Whether a whole name stands behind two bare nouns: "dossier mutuelle Yannick Kerdoncuf" is no firm's name."""
    noun = around.tokens[first - 1]
    bare = noun.shape == LOWER and not noun.elided and around.has("file_of", around.before(first - 1))
    return bare and last > first and around.sureness(first) == CLEAR


def is_title_of_work(around: Surroundings, first: int, last: int) -> bool:
    """Whether a name is the first half of a proper noun: "the Taylor Review"."""
    if around.before(first) != "the" or around.headline or not around.near(last) or around.tokens[last].possessive:
        return False
    return first == last and around.tokens[last + 1].shape == CAPITAL
