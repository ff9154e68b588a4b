"""What columns of other lists than those of tasks are headed by, and what stands in them: otherlist_words.toml."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.inventory.fields import plain
from analyzer.inventory.grids import Cell, as_text
from analyzer.inventory.headers import LONGEST_HEADER
from analyzer.inventory.personal.lexicon import CLEAR, MID, lexicon
from analyzer.inventory.profile import MOSTLY, WORK_WORDS
from analyzer.inventory.text import fold, parse_number

STRONG = 3.0
"""Weight of a column that is all there is, or that lists persons where the tasks would be."""

_NAMES_ONLY = 0.8
"""Share of persons among texts from which on a column lists people; judgement."""

_IN_ONE_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
""" "InvoiceNumber", as programs export it."""

_BESIDE = re.compile(r"\([^)]*\)|[#*]")
_WORDS = Path(__file__).with_name("otherlist_words.toml")

_PATTERNS = {
    "email": re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}"),
    "phone": re.compile(r"(?:\+|00)?\d(?:[ .\-/()]{0,2}\d){8,13}"),
    "address": re.compile(
        r"\d{1,4}(?: ?(?:bis|ter|[a-c]))?,? (?:(?:rue|avenue|av\.?|bd|boulevard|place|cours|chemin|impasse|quai) .+"
        r"|.+\b(?:street|st|road|rd|lane|avenue|close|drive|crescent|terrace)\b.*)"
    ),
    "tax_number": re.compile(r"[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,4})?"),
    "price": re.compile(r"(?:[€$£] ?-?\d[\d .,]*|-?\d[\d .,]* ?(?:€|\$|£|eur|euros?|gbp|usd)(?: ?(?:ht|ttc))?)"),
    "priced": re.compile(r".*\D[ .…:-]+(?:[€$£] ?\d[\d.,]*|\d[\d.,]* ?(?:€|\$|£|eur|euros?|gbp))(?: ?(?:ht|ttc))?"),
    "portion": re.compile(
        r"\d[\d.,/]* ?(?:k?g|gram(?:me)?s?|[mcd]?l|litres?|oz|lbs?|t[bs]p|cups?|cuill\w*|c\. ?a\.? ?[sc]\.?|c(?:as|ac)"
        r"|pinc\w+|sachets?|tranches?|gousses?|cloves?|slices?|brins?|sprigs?)\b.*"
    ),
    "logged": re.compile(
        r"[\[(]?(?:\d{4}[-/]\d{2}[-/]\d{2}|[a-z]{3} +\d{1,2}|\d{2}[-/]\d{2}[-/]\d{4}),?[ t]\d{2}:\d{2}:\d{2}.+"
        r"|.*\[\d{2}/[a-z]{3}/\d{4}(?::\d{2}){3}.*"
    ),
    "date": re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ t]\d{1,2}[:h]\d{2}.*)?|\d{1,2} [a-z]{3,9}\.? \d{4}"),
}
"""What cells are by themselves, folded, whatever stands above them."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a header of another list names.

    :param weight: how much it speaks against a list of tasks.
    :param kinds: of which lists it speaks, likeliest first.
    """

    name: str
    weight: float
    kinds: tuple[str, ...]


@cache
def _listed() -> tuple[tuple[Concept, re.Pattern[str]], ...]:
    """Return the concepts of otherlist_words.toml, each with the pattern of its headers."""
    with _WORDS.open("rb") as handle:
        listed = tomllib.load(handle)["concept"]
    found = []
    for name, said in listed.items():
        within, whole = (said.get(key, "").split() for key in ("within", "whole"))
        parts = [rf".*(?<![^ ])(?:{'|'.join(within)})(?![^ ]).*"] if within else []
        pattern = re.compile("|".join([*parts, *whole]).replace("_", " "))
        found.append((Concept(name, float(said["weight"]), tuple(said["kinds"].split())), pattern))
    return tuple(found)


@cache
def _all_kinds() -> dict[str, Concept]:
    return {concept.name: concept for concept, _ in _listed()}


def concept_of(header: str) -> Concept | None:
    """Return what a header names of another list than one of tasks; None if nothing, or if it is too long for one.

    :param header: the cell as it stands in the file.
    """
    if len(header) > LONGEST_HEADER:
        return None
    folded = fold(_IN_ONE_WORD.sub(" ", header)).replace("_", " ")
    texts = dict.fromkeys(text for text in (plain(folded), plain(_BESIDE.sub(" ", folded))) if text)
    matches = [concept for concept, pattern in _listed() if any(pattern.fullmatch(text) for text in texts)]
    return max(matches, key=lambda concept: concept.weight, default=None)


def concept_of_cells(cells: Sequence[Cell], *, is_task: bool, is_only: bool) -> Concept | None:
    """Return what a column holds that no header names."""
    if sum(isinstance(cell, dt.date) for cell in cells) >= MOSTLY * len(cells):
        return _all_kinds()["date"]
    texts = list(dict.fromkeys(as_text(cell) for cell in cells))
    folded = [fold(text) for text in texts]
    for name, pattern in _PATTERNS.items():
        if sum(pattern.fullmatch(text) is not None for text in folded) >= MOSTLY * len(texts):
            found = _all_kinds()[name]
            return Concept(name, STRONG, found.kinds) if is_only else found
    if len(texts) > 1 and sum(map(_is_person, texts)) >= _NAMES_ONLY * len(texts):
        return Concept("persons", STRONG if is_task else 1.0, ("people",))
    return None


def _is_person(text: str) -> bool:
    """Say whether a text is a first name and a last one, in either order, and nothing else."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text)
    if not 1 < len(words) <= 4 or len(text.split()) != len(words) or WORK_WORDS.search(fold(text)):
        return False
    names = lexicon()
    given = [fold(word) for word in (words[0], words[-1])]
    return all(word[0].isupper() for word in (words[0], words[-1])) and any(
        names.given.get(word) in (CLEAR, MID) for word in given
    )


def is_figure(cell: Cell) -> bool:
    """Say whether a cell is a number, a date, an amount or the like."""
    if not isinstance(cell, str):
        return True
    folded = fold(cell)
    return parse_number(cell) is not None or any(pattern.fullmatch(folded) for pattern in _PATTERNS.values())


def is_date(cell: Cell) -> bool:
    """Say whether a cell is a date, of whatever type."""
    return isinstance(cell, dt.date) or _PATTERNS["date"].fullmatch(fold(as_text(cell))) is not None
