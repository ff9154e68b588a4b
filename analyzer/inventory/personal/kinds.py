"""The kinds of personal data, what stands in their place, and where one was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analyzer.i18n import mark, translate

PERSON = "person"
EMAIL = "email"
PHONE = "phone"
ADDRESS = "address"
SOCIAL_SECURITY = "social_security"
IBAN = "iban"
IDENTIFIER = "identifier"

KINDS = {
    PERSON: mark("person"),
    EMAIL: mark("e-mail"),
    PHONE: mark("phone"),
    ADDRESS: mark("address"),
    SOCIAL_SECURITY: mark("social security number"),
    IBAN: mark("IBAN"),
    IDENTIFIER: mark("identifier"),
}
"""Kind -> its English word, which is also what a label says: "[person 1]"."""

LABEL = re.compile(
    r"\[(?:(?P<person>personne|person)|(?P<email>e-mail)|(?P<phone>téléphone|phone)|(?P<address>adresse|address)"
    r"|(?P<social_security>numéro de sécurité sociale|social security number)|(?P<iban>IBAN)"
    r"|(?P<identifier>identifiant|identifier)) (?P<number>\d{1,7})\]"
)
"""A label, in either language."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of personal data in a text.

    :param kind: one of :data:`KINDS`.
    :param start: where it begins in the text.
    :param end: where it ends, exclusive.
    :param key: what is the same for the same value however it is written ("+33612345678").
    """

    kind: str
    start: int
    end: int
    key: str


def label(kind: str, number: int, language: str) -> str:
    """Return what stands in the place of a value, in ``language`` ("en" or "fr")."""
    return f"[{_word(kind, language)} {number}]"


@cache
def _word(kind: str, language: str) -> str:
    return translate(KINDS[kind], language)


def label_kind(match: re.Match[str]) -> str:
    """Return the kind of a match of :data:`LABEL`."""
    return next(kind for kind in KINDS if match.group(kind))
