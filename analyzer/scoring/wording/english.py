"""English: pronouns and nouns of persons without their gender."""

from __future__ import annotations

import re

from analyzer.scoring.wording.files import small_words
from analyzer.scoring.wording.line import APOSTROPHES, Line, Table, in_case_of
from analyzer.scoring.wording.lists import english_forms, english_persons

_BOTH = re.compile(
    r"\b(?:(?P<they>s/he|he ?(?:/|or) ?she|she ?(?:/|or) ?he)|(?P<them>him ?(?:/|or) ?her|her ?(?:/|or) ?him)"
    r"|(?P<their>his ?(?:/|or) ?hers?|hers? ?(?:/|or) ?his))\b|(?P<bracketed>\(s\)he\b)",
    re.IGNORECASE,
)
_OBJECT = frozenset(("him", "her", "his", "hers"))
_AGREEING = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn": "aren",
    "wasn": "weren",
    "hasn": "haven",
    "doesn": "don",
    "s": "re",
}
_NO_NOUN = small_words("en no noun")
_HELPING = small_words("en helping")
_VERBS = small_words("en verb")
_DETERMINERS = small_words("en determiner")
_BEFORE_SON = ("the", "my", "your", "her", "his", "their", "them", "our")
_ARTICLES = small_words("en article")
_THINGS = small_words("en thing")
_GENDERS = small_words("en gender")
_SILENT_H = ("hour", "honest", "heir", "honour", "honor")
_CONSONANT_U = ("user", "uni", "use", "usu", "eur", "one")


def without_both_genders(text: str) -> str:
    """Return the text with "he/she", "his or her" and the like written as one pronoun."""
    return _BOTH.sub(lambda m: in_case_of("they" if m["bracketed"] else str(m.lastgroup), m[0][:1]), text)


def neutral_pronouns(line: Line) -> None:
    """Put "they", "them" or "their" for he, she, him, her, his and hers.

    What stands for "her" is told by the words around it, and the same for "him" and "his", so that neither differs.
    """
    for at, word in enumerate(line.lower):
        if word in ("he", "she") and not line.words[at].isupper():
            line.put(at, in_case_of("they", line.words[at]))
            _agree_verb(line, at + 1)
        elif word in _OBJECT:
            line.put(at, in_case_of("their" if _has_noun(line, at) else "them", line.words[at][:1]))
        elif word in ("himself", "herself"):
            line.put(at, in_case_of("themselves", line.words[at]))


def _agree_verb(line: Line, at: int) -> None:
    if at >= len(line) or line.gaps[at] not in (" ", *APOSTROPHES):
        return
    verb = line.lower[at]
    if verb in _AGREEING and (verb != "s" or line.gaps[at] in APOSTROPHES):
        line.put(at, _AGREEING[verb])
    elif verb.removesuffix("s") in _VERBS and verb.endswith("s"):
        line.put(at, verb.removesuffix("s"))


def _has_noun(line: Line, at: int) -> bool:
    """Say whether a noun is likely to follow, as after "their"."""
    following = line.after(at)
    if not following or line.gaps[at + 1] != " " or following in _NO_NOUN:
        return False
    if line.before(at) in ("let", "lets", "letting") or following.endswith("ly"):
        return False
    return not (line.before(at) in _HELPING and following in _VERBS)


def neutral_nouns(line: Line) -> None:
    """Put "salesperson", "parent", "person" for the words that tell a woman from a man."""
    # "son" and "a" are French words as well.
    plain, determined = english_forms("en"), Table() if line.french else english_forms("en determined")
    at = 0
    while at < len(line):
        if found := line.longest(at, plain):
            _exchange(line, at, found[1], plain[found[0]])
        elif line.lower[at] in determined and _is_determined(line, at):
            _exchange(line, at, at + 1, determined[line.lower[at]])
        elif _tells_gender(line, at):
            line.put(at + 1, in_case_of(line.words[at + 1], line.words[at][:1]))
            line.drop(at)
            agree_article(line, at)
        at += 1


def _tells_gender(line: Line, at: int) -> bool:
    """Say whether the word is the "female" of "a female customer"; in "male and female customers" it stays."""
    return (
        line.lower[at] in _GENDERS
        and line.after(at) in english_persons()
        and line.gaps[at + 1] == " "
        and line.before(at) not in ("and", "or")
    )


def _is_determined(line: Line, at: int) -> bool:
    before = line.before(at)
    following = line.after(at)
    if not before or line.gaps[at] != " " or following in _THINGS or line.gaps[at + 1].startswith("-"):
        return False
    if line.lower[at] == "son":
        # French as well: "a son".
        return before in _BEFORE_SON or (before == "s" and line.gaps[at - 1] in APOSTROPHES)
    if before in _DETERMINERS:
        return before != "s" or line.gaps[at - 1] in APOSTROPHES
    return line.before(at, 2) in _ARTICLES and line.gaps[at - 1] == " "


def _exchange(line: Line, start: int, end: int, word: str) -> None:
    line.put_span(start, end, in_case_of(word, line.words[start]))
    agree_article(line, start)


def agree_article(line: Line, at: int) -> None:
    """Write "a" or "an" as the word asks that now stands behind it."""
    if line.before(at) in ("a", "an") and line.gaps[at] == " ":
        word = line.lower[at]
        vowel = word.startswith(("a", "e", "i", "o", "u", *_SILENT_H)) and not word.startswith(_CONSONANT_U)
        line.put(at - 1, in_case_of("an" if vowel else "a", line.words[at - 1][:1]))


def trigger_words() -> frozenset[str]:
    """Return the words, in small letters, of which a text must hold one to be changed here."""
    spelled = [*english_forms("en"), *english_forms("en determined")]
    return frozenset(["he", "she", "himself", "herself", *_OBJECT, *_GENDERS, *(key.split()[0] for key in spelled)])
