"""Names of persons: one first name stands for all of them.

A name is taken for one only where it is sure to be: a product or a place read as a person would harm more than a name
that is missed. How sure a first name is, first_names.txt says; a surname is sought only beside a first name or a title.
"""

from __future__ import annotations

from typing import NamedTuple

from analyzer.scoring.wording.files import around_names, sections
from analyzer.scoring.wording.line import APOSTROPHES, Line, fold
from analyzer.scoring.wording.lists import english_persons, first_names, french_persons, surnames

NAME = "Sam"
"""What is read for a person's name: short, given to women and men alike, and used in both languages."""

_LINKS = (" ", "-", *APOSTROPHES)
_TWO_PARTICLES = ("de la", "van der", "van den", "von der", "de las", "de los")
_SURE_PARTICLES = ("van", "von", "der", "den", "el", "al", "ben")
_LEAST_IN_CAPITALS = 5
"""Letters of a name that counts though it is written in capitals: below, it is likelier an acronym."""


class Manner(NamedTuple):
    """How a text uses capitals.

    :ivar shouted: it is written in capitals throughout, so that they tell nothing.
    :ivar headline: Its Words Begin With Capitals, so that these tell no surname.
    """

    shouted: bool
    headline: bool


def manner_of(line: Line) -> Manner:
    """Return how a text uses capitals; the name put for others is left out, so that a neutral text is seen alike."""
    told = [word for word in line.words if word != NAME]
    unknown = [
        word for word in told[1:] if len(word) > 3 and fold(word) not in first_names() and fold(word) not in surnames()
    ]
    capitals = sum(is_capital(word) and not word.isupper() for word in unknown)
    return Manner(
        shouted=len(told) > 1 and all(word.isupper() for word in told),
        headline=capitals >= 3 and capitals > 0.6 * len(unknown),
    )


def neutral_names(line: Line) -> None:
    """Put one first name for each person that is named without a title."""
    manner = manner_of(line)
    at = 0
    while at < len(line):
        if is_first_name(line, at, manner):
            at = put_name(line, _start_of_name(line, at), end_of_name(line, at, manner))
        elif _is_told_by_context(line, at, manner):
            at = put_name(line, at, end_of_name(line, at, manner))
        elif _is_filed(line, at):
            at = put_name(line, at, at + 1)
        elif _is_initial(line, at):
            at = put_name(line, at, end_of_name(line, at + 1, manner))
        at += 1


def put_name(line: Line, start: int, end: int) -> int:
    """Put the one name for the words from ``start`` to before ``end``; return where it stands."""
    if len(line.words[end - 1]) == 1:
        line.gaps[end] = line.gaps[end].removeprefix(".")
    line.put_span(start, end, NAME)
    length = len(line)
    line.unelide(start)
    return start + len(line) - length


def is_capital(word: str) -> bool:
    """Say whether a word begins with a capital."""
    return word[:1].isupper()


def is_first_name(line: Line, at: int, manner: Manner) -> bool:
    """Say whether a word is a person's first name here."""
    word = line.words[at]
    kind = _kind(line, at)
    if not kind or _is_elsewhere(line, at, kind) or _is_reign(line, at + 1):
        return False
    if _is_beside_name(line, at):
        return True
    if len(word) > 1 and word.isupper():
        return kind in ("any", "capital") and len(word) >= _LEAST_IN_CAPITALS
    if kind in ("any", "context") or manner.shouted or not is_capital(word):
        return kind == "any"
    owns = line.after(at) == "s" and line.gaps[at + 1] in APOSTROPHES
    acts = owns or (line.after(at) in around_names("does") and line.gaps[at + 1] == " ")
    inside = not (manner.headline or line.begins_sentence(at) or line.after(at) in ("of", "de"))
    return kind == "capital" or acts or inside


def _kind(line: Line, at: int) -> str:
    """Return the section of first_names.txt that holds a word, "" if none does."""
    names = first_names()
    if line.lower[at] in names:
        return names[line.lower[at]]
    kind = names.get(fold(line.words[at]), "")
    return "" if kind == "inside" else kind


def _is_reign(line: Line, at: int) -> bool:
    """Say whether a word is a Roman numeral, as in "Louis XIV"."""
    return at < len(line) and len(line.words[at]) > 1 and set(line.words[at]) <= set("IVX")


def _is_elsewhere(line: Line, at: int, kind: str) -> bool:
    """Say whether a name is that of a street, a firm, a product, or part of an address or a file name."""
    gap, after, before = line.gaps[at], line.gaps[at + 1], line.before(at)
    in_address = "@" in gap + after or gap.endswith(("_", "\\", ".", "#")) or after.startswith(("_", "\\"))
    half_of_word = gap == "-" and fold(before) not in first_names() and fold(before) not in surnames()
    head = at
    while head > 0 and line.gaps[head] in (" ", "-") and is_capital(line.words[head - 1]):
        head -= 1
    place = any(
        line.before(start) in around_names("place before") and line.gaps[start] in (" ", "-", " - ", ". ")
        for start in range(head, at + 1)
    )
    return (
        in_address
        or (after == "." and at + 1 < len(line))
        or half_of_word
        or place
        or (kind != "any" and before in around_names("product before"))
        or (line.after(at) in around_names("place after") and after == " " and is_capital(line.words[at + 1]))
    )


def _is_beside_name(line: Line, at: int) -> bool:
    """Say whether a surname or another first name follows a first name, so that it is sure to be one."""
    if at + 1 >= len(line):
        return False
    following, gap = line.words[at + 1], line.gaps[at + 1]
    if not is_capital(line.words[at]) or not is_capital(following) or len(following) == 1:
        return False
    known = first_names().get(fold(following), "")
    if gap == "-":
        return known not in ("", "context")
    named = known == "any" or fold(following) in surnames()
    return gap == " " and named and line.after(at) not in around_names("not a name")


def _is_told_by_context(line: Line, at: int, manner: Manner) -> bool:
    """Say whether an unknown capitalised word names a person: "point avec X", "les congés de X", "X's timesheet"."""
    word, lower, before = line.words[at], line.lower[at], line.before(at)
    if any(manner) or len(word) < 3 or not word.istitle() or _is_ordinary(lower) or line.begins_sentence(at):
        return False
    if _is_elsewhere(line, at, "inside"):
        return False
    last = at
    while last + 1 < len(line) and line.gaps[last + 1] == "-":
        last += 1
    if line.after(last) == "s" and line.gaps[last + 1] in APOSTROPHES:
        return line.after(last, 2) in around_names("belongs to, English")
    if before in ("de", "d") and line.gaps[at] in _LINKS:
        return line.before(at, 2) in around_names("belongs to, French")
    meets = any(line.before(at, distance) in around_names("meeting") for distance in range(2, 7))
    return before in ("avec", "with") and line.gaps[at] == " " and meets


def _is_ordinary(lower: str) -> bool:
    """Say whether a word is known for something else than a person's name."""
    return (
        lower in around_names("not a name")
        or lower in around_names("body")
        or lower in french_persons()
        or lower in english_persons()
        or first_names().get(fold(lower)) == "context"
    )


def _is_filed(line: Line, at: int) -> bool:
    """Say whether a surname alone names a person: "dossier Traoré", "the Patel file"."""
    known = fold(line.words[at])
    if not is_capital(line.words[at]) or known not in surnames() or known in around_names("firm"):
        return False
    behind = line.before(at) in around_names("filed before") and line.gaps[at] == " "
    ahead = line.after(at) in around_names("filed after") and line.gaps[at + 1] == " " and line.before(at) == "the"
    goes_on = at + 1 < len(line) and line.gaps[at + 1] in (" ", "-") and is_capital(line.words[at + 1])
    return (behind or ahead) and not goes_on


def _is_initial(line: Line, at: int) -> bool:
    """Say whether a letter is the first name of "P. Durand"."""
    if len(line.words[at]) > 1 or at + 1 >= len(line) or line.gaps[at + 1] not in (". ", "."):
        return False
    begins = line.gaps[at][-1:] in ("", " ", "(", *APOSTROPHES)
    known = fold(line.words[at + 1]) in surnames() and is_capital(line.words[at + 1])
    return begins and known and is_capital(line.words[at])


def _start_of_name(line: Line, at: int) -> int:
    """Return where a name begins whose first name stands at a place: at "DURAND" in "DURAND Sophie"."""
    start = at
    while start > 0 and line.gaps[start] == "-" and fold(line.words[start - 1]) in first_names():
        start -= 1
    if start > 0 and is_capital(line.words[start - 1]) and fold(line.words[start - 1]) in surnames():
        listed = line.gaps[start] == ", " and (start == 1 or line.words[start - 1].isupper())
        if line.gaps[start] == " " or listed:
            start -= 1
    return start


def end_of_name(line: Line, start: int, manner: Manner, *, behind_title: bool = False) -> int:
    """Return where a name ends that begins at a place: the place itself if there is none.

    Behind a title any capitalised word is a name, and a known one in small letters; behind a first name, words that
    may be a surname.
    """
    end = start if behind_title else start + 1
    while end < len(line):
        after_initial = line.gaps[end] == ". " and end > start and len(line.words[end - 1]) == 1
        if end > start and line.gaps[end] not in _LINKS and not after_initial:
            break
        first = behind_title and end == start
        # The second half of a double name is its own in any letters: "Kim Ji-woo".
        double = line.gaps[end] == "-" and end > start + 1 and not manner.shouted
        if double or _may_be_named(line, end, first, manner):
            end += 1
        elif line.lower[end] in around_names("particle") and _leads_to_name(line, end, first, manner):
            end += 2
        elif " ".join(line.lower[end : end + 2]) in _TWO_PARTICLES and _leads_to_name(line, end + 1, first, manner):
            end += 3
        else:
            break
    return end


def _leads_to_name(line: Line, at: int, first: bool, manner: Manner) -> bool:
    """Say whether a "de", "van" or "Ben" is followed by a surname."""
    if at + 1 >= len(line) or line.gaps[at + 1] not in _LINKS or any(manner):
        return False
    word = line.words[at + 1]
    sure = first or is_capital(line.words[at]) or line.lower[at] in _SURE_PARTICLES or fold(word) in surnames()
    return sure and is_capital(word) and len(word) > 1 and line.after(at) not in around_names("not a name")


def _may_be_named(line: Line, at: int, first: bool, manner: Manner) -> bool:
    """Say whether a word behind a first name or title is (part of) a surname."""
    word, gap, after = line.words[at], line.gaps[at], line.gaps[at + 1]
    particle = line.lower[at] in around_names("particle") and after in _LINKS
    known = fold(word) in surnames() or first_names().get(fold(word)) in ("any", "capital")
    if line.lower[at] in around_names("not a name") or (particle and not first):
        return False
    if manner.shouted:
        return first or known
    if not is_capital(word):
        return first and known and len(word) > 3
    if first or gap == "-":
        return True
    if len(word) == 1:
        return after.startswith(".") or at + 1 == len(line) or (after != " " and word not in "AI")
    return known or (len(word) >= _LEAST_IN_CAPITALS if word.isupper() else not manner.headline)


def trigger_words() -> frozenset[str]:
    """Return the words, in small letters, of which a text must hold one to hold a name."""
    spelled = [name.lower() for names in sections("first_names").values() for name in names]
    return frozenset([*first_names(), *spelled, *surnames()])
