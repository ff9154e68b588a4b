"""Task texts without what tells a person's gender, name or origin: so that none of these moves a score.

Only the encoder reads the neutral text; users see their own. It is not meant to be good prose: "Rappeler Mme Benali,
elle est mécontente" and "Rappeler M. Dupont, il est mécontent" both become "Rappeler Sam, il est mécontent".

The lists and the rules of each language are in :mod:`analyzer.scoring.wording`. They prefer to miss a name to taking a
product, a place or a word for one.
"""

from __future__ import annotations

import re
from functools import cache

from analyzer.scoring.wording import english, french, names, origins, titles
from analyzer.scoring.wording.files import phrases
from analyzer.scoring.wording.line import Line, fold

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(
    r"[^\W\d_](?:[·•‧∙⋅(]|[./-](?:e|rice|trice|euse|ère|ne)(?:s|\b))|\b(?:la|du|au|un) ?(?:/|ou)|\bla (?:"
    + "|".join(sorted(french.PERSON_OBJECT))
    + r")\b",
    re.IGNORECASE,
)
"""What may have to be changed though no word of the lists tells so: inclusive spellings and "la rappeler"."""
_UNKNOWN_NAME = re.compile(r"\b(?:avec|with|de|d['’]) ?[^\W\d_a-z]\w|\w['’]s\b")
"""Where a name may stand that the lists do not hold."""
_WALL = "\ue000"
"""Stands for a protected phrase while the rest is read: a private character that no cleaned text holds."""

_MOST_ROUNDS = 6


def neutral(text: str) -> str:
    """Return the text as it reads whoever the persons in it are.

    Titles and names become one name, pronouns and nouns of persons one gender, demonyms one demonym. The same text
    always gives the same result, a neutral text is returned as it is, and no text becomes empty.

    :param text: a cleaned text (:func:`analyzer.scoring.text.clean`) in French or English.
    """
    if not _may_change(text):
        return text
    for _ in range(_MOST_ROUNDS):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def _may_change(text: str) -> bool:
    """Tell quickly, for one text in ten only, that a text holds something to change."""
    words = _WORD.findall(text.lower())
    if not text.isascii():
        words += [fold(word) for word in words]
    return bool(not _triggers().isdisjoint(words) or _MARKS.search(text) or _UNKNOWN_NAME.search(text))


def _once(text: str) -> str:
    protected: list[str] = []
    if _WALL not in text:
        protected = _phrases().findall(text)
        text = _phrases().sub(_WALL, text)
    text = english.without_both_genders(french.without_inclusive_spelling(text))
    line = Line(text)
    french.neutral_nouns(line)
    french.neutral_pronouns(line)
    english.neutral_pronouns(line)
    english.neutral_nouns(line)
    origins.neutral_countries(line)
    origins.neutral_demonyms(line)
    titles.neutral_titles(line)
    names.neutral_names(line)
    line.join_repeated(but=names.NAME)
    parts = str(line).split(_WALL) if protected else [str(line)]
    return "".join(part + phrase for part, phrase in zip(parts, [*protected, ""], strict=True))


@cache
def _phrases() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(phrase) for phrase in sorted(phrases("protected"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


@cache
def _triggers() -> frozenset[str]:
    """Return the words of which a text must hold one to be changed."""
    return frozenset().union(*(part.trigger_words() for part in (french, english, origins, titles, names)))
