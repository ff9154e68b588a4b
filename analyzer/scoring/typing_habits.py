"""A task as most people type it: what only its writer's keyboard habits tell must not move a score.

The encoder has read few texts in capitals and hardly an everyday one that ends in a full stop: labour-market statements
do, so that a stop made it take a note for one of these. Measured on the calibration functions of the everyday-task
set: in capitals automatability moved by 12 points on average, and its rank correlation fell from .85 to .70 (French);
with a stop at the end that of repetitiveness fell from .80 to .70 (French) and from .79 to .52 (English). A
capital at the beginning alone moved automatability by more than 10 points for 9 (French) and 5 (English) in 100 tasks.
Missing accents move it by 2 points and stay.
"""

from __future__ import annotations

import re

from analyzer.scoring.workwords import vocabulary

_END = " .,;:"
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"\A[^\W\d_](?=[a-zà-ÿ'’])")
"""The first letter of a text whose first word is no acronym."""
_NOTE = 8
"""Words up to which a capital at the beginning of an English text tells of a habit only: statements of the labour
office, longer than that and English all of them, are read a little worse without it."""
_TELLING, _LONG = 4, 5
"""Letters from which a word tells whether all begin with a capital, and from which one in capitals is hardly an
acronym (judgement)."""
_MOSTLY = 0.7
"""Share of the letters that are capitals from which a text is written in them: acronyms alone do not reach it."""
_LEAST_CAPITALISED = 3
"""Words that begin with a capital and go on in small letters from which it is a habit and not names (judgement)."""


def usually_typed(text: str) -> str:
    """Return the text without stops at its end, in small letters where all of it is in capitals or Each Word Is, and
    with a small first letter (long English texts keep theirs).

    Acronyms among other words, a single word and a text of short acronyms ("FNP CCA PCA") keep their capitals; no text
    becomes empty.

    :param text: a cleaned text in which persons' names were put on one form
        (:func:`analyzer.scoring.neutral.neutral`).
    """
    text = text.rstrip(_END) or text
    words = _WORD.findall(text)
    if _in_capitals(words):
        return _WORD.sub(lambda word: word[0].lower() if word[0].isupper() else word[0], text)
    telling = [word for word in words if len(word) >= _TELLING]
    if all(word[0].isupper() for word in telling) and sum(word.istitle() for word in telling) >= _LEAST_CAPITALISED:
        return _WORD.sub(lambda word: word[0] if word[0].isupper() and len(word[0]) > 1 else word[0].lower(), text)
    if not text[:1].isupper() or (len(text.split()) > _NOTE and vocabulary().spoken(text) != "fr"):
        return text
    return _FIRST.sub(lambda letter: letter[0].lower(), text)


def _in_capitals(words: list[str]) -> bool:
    if len(words) < 2 or not any(len(word) >= _LONG and word.isupper() for word in words):
        return False
    letters = "".join(words)
    return sum(letter.isupper() for letter in letters) > _MOSTLY * len(letters)
