"""What the words of a very short text say for themselves about its being a task.

How familiar a text is, is read from its vector. Of two or three words that goes wrong both ways: "answer the phone" and
"sort the post" are like so many tasks that they are near to none, and "invoices" is near to many and says nothing of
what is done. The listed words of work (:mod:`analyzer.scoring.workwords`) tell these apart: what is done to what.

Many lists hold nothing but names ("archivage", "payroll", "stock count"). Those that commonly stand for a piece of work
are listed in ``workwords/names.txt`` (judgement; most of them are rated in the everyday-task set).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from analyzer.scoring.text import comparison_key
from analyzer.scoring.workwords import vocabulary
from analyzer.scoring.workwords.stems import words as split_words

MOST_WORDS = 6
"""Words, small ones included, up to which a text is judged by them: a longer one says enough to be read."""

_ENOUGH_WORDS = 4
"""Words from which an act and its small word say that the rest is what it is done to: of fewer it may be nonsense."""
_NOUNS_OF_DEPARTMENTS = frozenset({"handle", "lead", "sell", "buy"})
"""Acts whose nouns head departments and chapters ("gestion", "direction", "ventes", "achats"): no proof of a task."""
_DONE_TO = frozenset({"thing", "document", "party"})
_STATES = frozenset(["est", "sont", "était", "is", "are", "was", "were"])
"""Verbs of sentences that tell how things are ("le train est en retard")."""
_ARTICLES = frozenset("le la les l du de des d un une the a an of".split())  # noqa: SIM905 - read as words
_NAMES = Path(__file__).parent / "workwords" / "names.txt"
_INFINITIVE = ("er", "ir", "re")
_SAID_IN_FRENCH = re.compile(
    r"(?:[^\W\d_]*(?:[^\W\d_i]er|(?:fi|di|bli|tri|oci|oti)er|[^\W\d_o]ir|[cp]evoir|[nr]dre|mettre|uivre|crire|nstruire"
    r"|duire)|(?:re)?(?:lire|dire|faire(?! le nécessaire)|prévoir))"
    r"\s+(?:(?:le|les|une?|chaque|ses|leurs?|nos|vos)\b|l['’])",
    re.IGNORECASE,
)
"""An infinitive and an article: few nouns with its endings have one behind them, nor has Italian or Spanish."""
_ENGLISH_VERBS = frozenset(
    """activate apportion assemble brief calibrate commission consolidate estimate formulate generate identify implement
    integrate investigate map merge operate oversee prepare provision reconstruct redesign reformat screen secure stock
    survey teach triage unpack""".split()  # noqa: SIM905 - read as words
)
"""Verbs of office work that the listed acts lack (judgement, from the training part of the everyday-task set)."""
_BEFORE_ITS_OBJECT = {
    "en": frozenset("the a an all our each every any".split()),  # noqa: SIM905
    "fr": frozenset("de des du d aux au avec".split()),  # noqa: SIM905
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


def names_a_task(text: str) -> bool:
    """Tell whether a text is a listed name of work, begins by saying what is done, or, a short one, names what is done
    and what it is done to, all in listed words of one language.

    Of 1,608 texts that are no tasks three pass, the name of a department among them.

    :param text: a cleaned text, French or English.
    """
    if is_name_of_work(text) or _begins_with_an_act(text):
        return True
    if not 1 < len(text.split()) <= MOST_WORDS or not _STATES.isdisjoint(text.lower().split()):
        return False
    if _begins_with_an_infinitive(text):
        return True
    words = vocabulary()
    if len({words.language[word] for word in split_words(text) if word in words.language}) > 1:
        return False
    kinds = {concept: words.kind.get(concept) for concept in words.concepts(text)}
    acts = {concept for concept, kind in kinds.items() if kind == "act"} - _NOUNS_OF_DEPARTMENTS
    return bool(acts) and not _DONE_TO.isdisjoint(kinds.values()) and None not in kinds.values()


def _begins_with_an_act(text: str) -> bool:
    """Tell whether a text of four words or more begins with what is done and a small word before what it is done to:
    "triage the bug queue", "accueil des enfants le matin"."""
    if len(text.split()) < _ENOUGH_WORDS:
        return False
    if _SAID_IN_FRENCH.match(text):
        return True
    first, small = [*comparison_key(text).split(), "", ""][:2]
    concepts = vocabulary().by_word.get(first, ())
    if not (first in _ENGLISH_VERBS or (concepts and vocabulary().is_act(concepts[0]))):
        return False
    language = "en" if first in _ENGLISH_VERBS else vocabulary().language.get(first)
    return small in _BEFORE_ITS_OBJECT.get(language or "", ()) and not _NOUNS_OF_DEPARTMENTS.intersection(concepts[:1])


def _begins_with_an_infinitive(text: str) -> bool:
    """Tell whether a text says in French what is done ("former les nouveaux"); to what may be in words of its own."""
    first, *others = comparison_key(text).split() or [""]
    concepts = vocabulary().by_word.get(first, ())
    listed = vocabulary().language.get(first) == "fr" and first.endswith(_INFINITIVE)
    is_act = bool(concepts) and vocabulary().is_act(concepts[0]) and concepts[0] not in _NOUNS_OF_DEPARTMENTS
    return listed and is_act and any(len(word) > len("cela") for word in others)


def is_name_of_work(text: str) -> bool:
    """Tell whether a text is a listed name of work, in whatever number, with or without a period ("weekly payroll").

    :param text: a cleaned text, French or English.
    """
    if len(text.split()) > MOST_WORDS:
        return False
    parts = _parts(text)
    return parts in _names() or tuple(part for part in parts if not _is_period(part)) in _names()


def _parts(text: str) -> tuple[str, ...]:
    """Return the words of a name without articles, each in the singular, near enough."""
    found = (word for word in comparison_key(text).split() if word not in _ARTICLES)
    return tuple(word.rstrip("s") if len(word) > len("dos") else word for word in found)


def _is_period(word: str) -> bool:
    words = vocabulary()
    return any(words.kind.get(concept) == "period" for concept in words.concepts(word))


@cache
def _names() -> frozenset[tuple[str, ...]]:
    return frozenset(map(_parts, _NAMES.read_text(encoding="utf-8").splitlines())) - {()}


def names_a_thing_only(text: str) -> bool:
    """Tell whether a text is a single word for a thing, a paper or a party ("invoices"), or nothing but an address.

    :param text: a cleaned text, French or English.
    """
    if not _ADDRESS.sub("", text).strip():
        return bool(text)
    if " " in text or is_name_of_work(text):
        return False
    words = vocabulary()
    kinds = {words.kind.get(concept) for concept in words.concepts(text)}
    return bool(kinds) and kinds <= _DONE_TO
