"""All personal data of one text, without overlaps."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from analyzer.inventory.personal.addresses import POSTCODE, find_addresses, find_emails
from analyzer.inventory.personal.kinds import (
    ADDRESS,
    EMAIL,
    IBAN,
    IDENTIFIER,
    LABEL,
    PERSON,
    PHONE,
    SOCIAL_SECURITY,
    Finding,
)
from analyzer.inventory.personal.marks import NAME, PERSON_NUMBER, WAY, marks_of
from analyzer.inventory.personal.names import find_persons
from analyzer.inventory.personal.numbers import find_identifiers, find_numbers

LONGEST_TEXT = 20_000
"""Letters of a cell that are looked at in one piece."""

_RANK = {EMAIL: 0, IBAN: 1, SOCIAL_SECURITY: 2, IDENTIFIER: 3, PHONE: 4, ADDRESS: 5, PERSON: 6}
"""Which kind wins where two meet."""

_SHAPES_KEPT = 1 << 15
"""Texts without their numbers that are remembered: some 20 MB; judgement."""

_DIGIT = re.compile(r"[0-9]")


def find_personal_data(text: str, known: Collection[str] = ()) -> list[Finding]:
    """Return the personal data in a text, in order, without overlaps; labels that stand there already are left alone.

    :param text: one cell, clean (see :func:`analyzer.inventory.text.clean`).
    :param known: folded names that are surely persons', such as those in the file's column of persons.
    """
    if len(text) > LONGEST_TEXT:
        return _piecewise(text, known)
    has_digits = _DIGIT.search(text) is not None
    known = known if isinstance(known, frozenset) else frozenset(known)
    marks, persons = _words_of_shape(_DIGIT.sub("0", text), known) if has_digits else _words_of(text, known)
    found = [*persons, *find_emails(text)]
    if has_digits:
        found += find_numbers(text)
        found += find_addresses(text) if marks & WAY or POSTCODE.search(text) else ()
        found += find_identifiers(text) if marks & PERSON_NUMBER else ()
    if not found:
        return []
    taken = [match.span() for match in LABEL.finditer(text)]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda one: (_RANK[one.kind], one.start, -one.end)):
        if all(finding.end <= start or finding.start >= end for start, end in taken):
            taken.append((finding.start, finding.end))
            kept.append(finding)
    return sorted(kept, key=lambda one: one.start)


def _words_of(text: str, known: frozenset[str]) -> tuple[int, tuple[Finding, ...]]:
    """Return what the words of a text announce, and the persons in it."""
    marks = marks_of(text, known)
    return marks, tuple(find_persons(text, known)) if marks & NAME else ()


_words_of_shape = lru_cache(maxsize=_SHAPES_KEPT)(_words_of)
"""The same, remembered, for texts with 0 in the place of each digit: no digit makes or unmakes the name of a person,
and long lists differ in little but their numbers ("Facture n°1041 de Julie", "Facture n°1042 de Julie")."""


def _piecewise(text: str, known: Collection[str]) -> list[Finding]:
    """Look at a very long cell piece by piece, cut at spaces."""
    found: list[Finding] = []
    start = 0
    while start < len(text):
        end = start + LONGEST_TEXT
        space = text.rfind(" ", start, end) if end < len(text) else -1
        end = space if space > start else end
        found += [
            Finding(one.kind, one.start + start, one.end + start, one.key)
            for one in find_personal_data(text[start:end], known)
        ]
        start = end
    return found
