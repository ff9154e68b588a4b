"""Words of a task, without accents, small words and endings, the same way for French and English.

One stemmer serves both languages: many texts are three words long, too short to tell which language they are in. It is
rough on purpose (judgement): what matters is that forms of one word meet ("relance", "relancer", "relancés"), and that
words of one origin meet across the languages ("technique" and "technic", "directeur" and "director").
"""

from __future__ import annotations

import re

from analyzer.scoring.text import comparison_key

SMALL_WORDS = frozenset(
    """a about all also an any are as at be been but by can each etc every for from has have he her his how i if in into
    is it its my not of off on onto or our out over own per she so than that the their them then there they this those
    through to under until up us via was we were what when where which while who whose will with within you your
    afin ainsi au aupres aux auquel avec ce ces cet cette chaque chez comme d dans de depuis des dont du elle en encore
    entre est et ete etre eu eux fait hors il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m meme mes
    mon n ne nos notre nous ont ou par pas pendant plus pour pres puis qu quand que quel quelle qui s sa se selon ses si
    son sont sous sur t ta tel telle tous tout toute toutes un une vers vos votre y and re ie eg""".split()  # noqa: SIM905
)
"""Words that say nothing of the work; "before", "after" and "without" are kept, they do."""

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = (
    "ations", "ation", "ements", "ement", "ings", "ing", "ees", "ee", "ers", "er", "ies", "ie", "ed", "ez",
    "es", "s", "e", "x", "y",
)  # fmt: skip
_COMMON_ORIGIN = (
    (5, re.compile(r"ques?$"), "c"),
    (5, re.compile(r"(?:eur|or)s?$"), "or"),
    (6, re.compile(r"(?:aire|ary|ory)s?$"), "ar"),
    (0, re.compile(r"(?:eux|euse|ous)$"), "ous"),
)
"""Endings that French and English write differently, and the length above which they are endings."""
_SHORTEST = 3


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents; small words and single letters are left out."""
    found = _WORD.findall(comparison_key(text.replace("œ", "oe")))
    return [word for word in found if len(word) > 1 and word not in SMALL_WORDS]


def stem(word: str) -> str:
    """Return a word without its ending; figures and words of up to three letters stay as they are."""
    if len(word) <= _SHORTEST or word.isdigit():
        return word
    for longer_than, ending, common in _COMMON_ORIGIN:
        if len(word) > longer_than:
            word = ending.sub(common, word)
    for ending_text in _ENDINGS:
        if word.endswith(ending_text) and len(word) - len(ending_text) >= _SHORTEST:
            word = word[: -len(ending_text)]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word
