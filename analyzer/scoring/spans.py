"""The parts of a task's text that carry sense on their own: what is left out, one at a time, to weigh its words.

A word such as "de" or "the" says nothing alone, and half of "purchase order" says something else. So function words go
with the words they lead to, set phrases stay whole, and a few content words in a row ("supplier invoices") count as
one; only the word that opens a clause, mostly its verb, stands by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analyzer.scoring.spoken_words import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    LINKS,
    OPENERS,
    SET_PHRASES,
    TIME_WORDS,
    TRAILING,
)

_TOKEN = re.compile(r"(?:(?:[ldnsmjct]|qu|jusqu|lorsqu|puisqu)['’](?=\w))|[^\s,;:.!?()\"«»“”]+", re.IGNORECASE)
_MOST_IN_A_ROW = 3
_LONGEST_PHRASE = 4


@dataclass(frozen=True)
class Span:
    """A part of a text.

    :ivar start: where it begins, in characters; ``end`` likewise.
    :ivar words: what it reads as, without a conjunction before it.
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    key: str
    kind: str
    """content, function, link, trailing, time or mark."""
    named: bool


def spans_of(text: str) -> list[Span]:
    """Return the parts of a text in their order; together they hold every word of it.

    :param text: a cleaned text, French or English.
    """
    tokens = _tokens(text)
    groups: list[list[_Token]] = []
    waiting: list[_Token] = []
    opens, content = True, 0
    """Whether the next content word opens a clause, and how many the group at hand may still be joined to."""
    for place, token in enumerate(tokens):
        between = text[tokens[place - 1].end : token.start].strip() if place else ""
        if token.kind == "mark" or between:
            # After a comma a list goes on; after any other mark something new begins.
            opens, content = opens if between == "," else True, 0
            waiting = _closed(groups, waiting)
        if token.kind == "mark":
            continue
        if token.kind == "trailing" and groups and not waiting and groups[-1][-1] is tokens[place - 1]:
            groups[-1].append(token)
            content = 0
        elif token.kind in ("function", "trailing"):
            waiting.append(token)
            opens = (opens or token.key in OPENERS) and token.key not in DETERMINERS
            content = 0
        elif token.kind == "link":
            waiting.append(token)
        elif content and (not waiting or waiting == [tokens[place - 1]]) and content < _MOST_IN_A_ROW:
            groups[-1] += [*waiting, token]
            waiting, content = [], 0 if token.kind == "time" else content + 1
        else:
            groups.append([*waiting, token])
            # What opens a clause is joined to nothing, unless it is a name of several words.
            waiting, content, opens = [], 0 if opens or token.kind == "time" else 1, False
        if content == 0 and groups and _goes_on(tokens, place):
            content = 1
    _closed(groups, waiting)
    return [_span(text, group) for group in groups]


def _goes_on(tokens: list[_Token], place: int) -> bool:
    """Whether the next token belongs to the same name ("Business Central", "Sage 100")."""
    return place > 0 and place + 1 < len(tokens) and tokens[place].named and tokens[place + 1].named


def _closed(groups: list[list[_Token]], waiting: list[_Token]) -> list[_Token]:
    """Give function words that lead to nothing to the group before them; without one they stand by themselves."""
    if waiting and groups:
        groups[-1] += waiting
    elif waiting:
        groups.append(waiting)
    return []


def _span(text: str, group: list[_Token]) -> Span:
    shown = group
    while len(shown) > 1 and shown[0].key in CONJUNCTIONS:
        shown = shown[1:]
    return Span(group[0].start, group[-1].end, text[shown[0].start : shown[-1].end])


def _tokens(text: str) -> list[_Token]:
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    language = _language([word.casefold() for _, _, word in found])
    tokens: list[_Token] = []
    place = 0
    while place < len(found):
        size = _phrase_size([word.casefold() for _, _, word in found[place : place + _LONGEST_PHRASE]])
        start, end = found[place][0], found[place + size - 1][1]
        word = found[place][2]
        key = text[start:end].casefold().replace("’", "'")
        kind = "content" if size > 1 and key not in FUNCTION_WORDS[language] else _kind(key, language)
        tokens.append(_Token(start, end, key, kind, kind == "content" and (word[0].isupper() or word.isdigit())))
        place += size
    return tokens


def _kind(key: str, language: str) -> str:
    if not any(character.isalnum() for character in key):
        return "mark"
    for kind, words in (("link", LINKS), ("trailing", TRAILING), ("function", FUNCTION_WORDS), ("time", TIME_WORDS)):
        if key in words[language]:
            return kind
    return "content"


def _language(words: list[str]) -> str:
    """Return the language that more of the function words belong to; the same letters mean other things in each."""
    english, french = (
        sum(word.replace("’", "'") in FUNCTION_WORDS[language] | LINKS[language] for word in words)
        for language in ("en", "fr")
    )
    return "en" if english > french else "fr"


def _phrase_size(words: list[str]) -> int:
    """Return how many of the words, from the first on, are one set phrase; 1 if there is none."""
    for size in range(len(words), 1, -1):
        if " ".join(words[:size]).replace("’", "'").replace("' ", "'") in _phrases():
            return size
    return 1


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for phrases in SET_PHRASES.values() for phrase in phrases)
