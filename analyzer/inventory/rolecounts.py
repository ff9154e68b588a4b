"""What stands beside a role: a number of people ("Poseur (4)", "2 poseurs"), whose role it is, how many are named."""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.inventory.personal.kinds import LABEL
from analyzer.inventory.profile import WORK_WORDS
from analyzer.inventory.text import NUMBER_WORDS, fold, to_float

_MOST = 99
"""People up to which a number beside a role is one of people; judgement: 365 is a product, 2042 a form."""

_LONGEST = 90
"""Letters of a role with its number; judgement: longer cells are sentences."""

_PEOPLE = r"(?:pers(?:onne)?s?\.?|people|persons?|staff|agents?|salari[ée]s?|employees?|etp|ftes?|postes?|posts?)"
_COUNT = r"(?P<count>\d{1,3}(?:[.,]\d{1,2})?)"
_WORDS = "|".join(word for word, value in NUMBER_WORDS.items() if 1 < value <= 12)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<role>.*[^\W\d_].*?)\s*[(\[]\s*[x×*]?\s*{_COUNT}\s*[x×*]?\s*{_PEOPLE}?\s*[)\]]",
        rf"(?P<role>.*[^\W\d_].*?)\s+[x×*]\s?{_COUNT}",
        rf"(?P<role>.*[^\W\d_].*?)\s*[-–:,]?\s+{_COUNT}\s*{_PEOPLE}",
        rf"{_COUNT}\s?[x×*]\s*(?P<role>[^\W\d_].*)",
        rf"(?:{_COUNT}|(?P<word>{_WORDS})) (?P<role>(?!(?:er|[eè]re|[eè]me|e|nd|rd|th|st)\b)[^\W\d_].*)",
    )
)
_LEADING = _PATTERNS[-1]
_NOTHING_BUT_PEOPLE = re.compile(_PEOPLE, re.IGNORECASE)
_GRADE = re.compile(
    r"\b(?<!d')(?:niveau|niv|level|lvl|grade|n°|no|echelon|classe|class|ligne|line|zone|site|secteur|equipe|team)$"
)
"""Words after which a number is a name or a rank, not a count."""


_ONE_LABEL = re.sub(r"\(\?P<\w+>", "(?:", LABEL.pattern)
_LABEL = rf"{_ONE_LABEL}(?:\s*(?:[,/&+-]|et|and)\s*{_ONE_LABEL})*"
_BY_NAME = re.compile(
    rf"(?P<role>.*[^\W\d_].*?)\s*(?:[(\[]\s*(?P<inside>{_LABEL})\s*[)\]]|[-–—:,/|]\s*(?P<behind>{_LABEL}))"
    rf"|(?P<before>{_LABEL})\s*[-–—:,/|]\s*(?P<role_behind>[^\W\d_].*)"
)
"""A role beside labels of masked names: "Assistante ([personne 1])", "[personne 1] et [personne 2] - Accueil"."""

_EVERYBODY = re.compile(
    r"(?:l.|la |the )?(?:tous|toutes|tout le monde|toute l.?(?:equipe|agence)|chacune?|ensemble|equipe\w*"
    r"|plusieurs|divers|all|each|every(?:one|body)|any(?:one|body)|whoever|whole|several|various"
    r"|team(?! lead| manag)|crew)\b"
    r"|.*\b(?:team|crew)$"
)
"""Words for all of a role's people where names would stand."""

_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+\n]|\b(?:et|and|ou|or)\b)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


def everybody(text: str) -> bool:
    """Say whether a cell of persons means all of a role's people ("tous", "équipe dépôt", "everyone").

    :param text: one cell of a column of persons.
    """
    return _EVERYBODY.match(fold(text)) is not None


@lru_cache(maxsize=4096)
def people_named(text: str) -> float | None:
    """Return how many people a cell of persons names, None where it does not say.

    One name at least must be written as one, with a capital, and be no word for a role: "chauffeurs" may be any number.

    :param text: one cell of a column of persons: "Karim, Julie" (2), "Léa (alternante)" (1), "chauffeurs (3)" (3).
    """
    if (counted := people_in_role(text)) is not None:
        return counted[1]
    if everybody(text):
        return None
    names = [name for part in _BETWEEN_NAMES.split(text) if (name := _ASIDE.sub("", part).strip() or part.strip())]
    by_name = any(name[0].isupper() or LABEL.match(name) for name in names if not WORK_WORDS.search(fold(name)))
    return float(len(names)) if by_name else None


@lru_cache(maxsize=4096)
def person_in_role(text: str) -> tuple[str, str] | None:
    """Return the role without the masked names beside it, and their labels; None where it has none.

    :param text: one cell of a column of roles, masked.
    """
    match = _BY_NAME.fullmatch(text) if "[" in text else None
    if match is None:
        return None
    label = match["inside"] or match["behind"] or match["before"]
    role = match["role"] or match["role_behind"]
    names_person = any(one["person"] for one in LABEL.finditer(label))
    return (role, label) if names_person and not LABEL.search(role) else None


@lru_cache(maxsize=4096)
def people_in_role(text: str) -> tuple[str, float] | None:
    """Return the role without its number, and the number of people; None where it names none.

    A number in front counts with a word in the plural or a known word for a role: "2 poseurs", not "2 roues".

    :param text: one cell of a column of roles.
    """
    if len(text) > _LONGEST:
        return None
    if not any(sign.isdigit() for sign in text) and not re.match(rf"(?:{_WORDS})\b", text, re.IGNORECASE):
        return None
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        role = match["role"].strip(" -–:,")
        count = to_float(match["count"]) if match["count"] else float(NUMBER_WORDS[fold(match["word"])])
        folded = fold(role)
        known = WORK_WORDS.search(folded) is not None or folded.split()[0].rstrip(".").endswith(("s", "x"))
        if not 0 < count <= _MOST or _GRADE.search(folded) or (pattern is _LEADING and not known):
            return None
        return (text if _NOTHING_BUT_PEOPLE.fullmatch(role) else role), count
    return None
