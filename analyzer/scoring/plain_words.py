"""What the words of a very short text say for themselves about its being a task.

How familiar a text is, is read from its vector. Of two or three words that goes wrong both ways: "answer the phone" and
"sort the post" are like so many tasks that they are near to none, and "invoices" is near to many and says nothing of
what is done. The listed words of work (:mod:`analyzer.scoring.workwords`) tell these apart: what is done to what.
"""

from __future__ import annotations

import re

from analyzer.scoring.workwords import vocabulary
from analyzer.scoring.workwords.stems import words as split_words

MOST_WORDS = 6
"""Words, small ones included, up to which a text is judged by them: a longer one says enough to be read."""

_NOUNS_OF_DEPARTMENTS = frozenset({"handle", "lead", "sell", "buy"})
"""Acts whose nouns head departments and chapters ("gestion", "direction", "ventes", "achats"): no proof of a task."""
_DONE_TO = frozenset({"thing", "document", "party"})
_STATES = frozenset(["est", "sont", "était", "is", "are", "was", "were"])
"""Verbs of sentences that tell how things are ("le train est en retard")."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


def names_a_task(text: str) -> bool:
    """Tell whether a short text names what is done and what it is done to, all in listed words of one language.

    Of 1,273 texts that are no tasks (training part) one passes, the name of a department.

    :param text: a cleaned text, French or English.
    """
    if not 1 < len(text.split()) <= MOST_WORDS or not _STATES.isdisjoint(text.lower().split()):
        return False
    words = vocabulary()
    if len({words.language[word] for word in split_words(text) if word in words.language}) > 1:
        return False
    kinds = {concept: words.kind.get(concept) for concept in words.concepts(text)}
    acts = {concept for concept, kind in kinds.items() if kind == "act"} - _NOUNS_OF_DEPARTMENTS
    return bool(acts) and not _DONE_TO.isdisjoint(kinds.values()) and None not in kinds.values()


def names_a_thing_only(text: str) -> bool:
    """Tell whether a text is a single word for a thing, a paper or a party ("invoices"), or nothing but an address.

    :param text: a cleaned text, French or English.
    """
    if not _ADDRESS.sub("", text).strip():
        return bool(text)
    if " " in text:
        return False
    words = vocabulary()
    kinds = {words.kind.get(concept) for concept in words.concepts(text)}
    return bool(kinds) and kinds <= _DONE_TO
