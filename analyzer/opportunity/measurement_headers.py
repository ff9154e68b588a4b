"""What the columns of measured minutes may be called, in English and French, and the units that their names tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from analyzer.errors import UsageError

HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        field: tuple(names.split(" | "))
        for field, names in {
            "use_case": "use case | task | cas d usage | tache | usage",
            "team": "team | department | equipe | service",
            "period": "period | week | month | date | day | when | periode | semaine | mois | jour | quand",
            "minutes_before": "before | minutes before | time before | baseline | avant | minutes avant | temps avant",
            "minutes_after": "after | minutes after | time after | apres | minutes apres | temps apres",
            "minutes_checking": "checking | of which checking | minutes checking | review | controle | dont controle "
            "| minutes de controle | verification | dont verification | relecture | dont relecture",
            "cases": "cases | number of cases | volume | cas | nombre de cas | dossiers | nombre de dossiers",
            "cases_new_way": "new way | cases new way | done the new way | of which new way | of which the new way "
            "| with the tool | nouvelle facon | cas nouvelle facon | dont nouvelle facon | dont de la nouvelle facon "
            "| avec l outil | dont avec l outil",
        }.items()
    }
)
"""What a column may be called, in English and French, without accents, capitals and signs."""

ENGLISH = HEADERS["minutes_before"][:4]
"""Headers over which "1,250" is a thousand and some; over the others it is one and a quarter."""

_PERSONS = (
    frozenset({"person", "name", "first name", "last name", "employee", "staff", "user", "agent"})
    | frozenset({"personne", "nom", "prenom", "salarie", "salariee", "employe", "utilisateur", "utilisatrice"})
    | frozenset({"collaborateur", "collaboratrice"})
)


_SIDES = {
    "minutes_before": frozenset({"before", "baseline", "avant"}),
    "minutes_after": frozenset({"after", "apres"}),
}
"""Words that tell which of the two times a column holds, whatever else it is called ("Durée moyenne avant")."""
_COUNTED = re.compile(r"^(?:nombre|nbre|nb|number|no|count)(?: de| d| of)? ")
_NOT_TIMES = frozenset({"cases", "cas", "number", "nombre", "nb", "volume", "errors", "erreurs"})
_UNITS = {
    60.0: frozenset({"h", "heure", "heures", "hour", "hours", "hrs", "hr"}),
    1 / 60: frozenset({"s", "sec", "seconde", "secondes", "second", "seconds"}),
}
"""Minutes of a unit, by how a header names it; minutes unless it names one."""


def columns_of(number: int, head: Sequence[str]) -> dict[str, int]:
    """Return where each column stands; those of another name are left aside.

    :raises UsageError: if one is about persons, two say the same, or one of the two times has no column.
    """
    found: dict[str, int] = {}
    for place, title in enumerate(head):
        if not title:
            continue
        folded = fold(title)
        if folded in _PERSONS:
            raise UsageError(
                "Line {line}: the column “{column}” is about persons; minutes are measured of a team’s task: leave the "
                "column out.",
                line=number,
                column=title,
            )
        field = field_of(title)
        if field is None:
            continue  # a comment, a tool: it is told which columns are not used
        if field in found:
            raise UsageError(
                "Line {line}: the column “{column}” says the same as one before it: leave one out.",
                line=number,
                column=title,
            )
        found[field] = place
    if "minutes_before" not in found or "minutes_after" not in found:
        raise UsageError(
            "Line {line}: the first line must name the columns, at least “before” and “after”: paste it too.",
            line=number,
        )
    return found


def field_of(title: str) -> str | None:
    """Return what a column holds by its name, or by the one of "before" and "after" that stands in it."""
    folded = fold(title)
    by_name = {name: field for field, names in HEADERS.items() for name in names}
    if folded in by_name:
        return by_name[folded]
    counted = _COUNTED.sub("", folded)
    if counted in by_name:
        return by_name[counted]
    words = set(folded.split())
    if words & _NOT_TIMES or any(sign.isdigit() for sign in title):
        return None
    sides = [field for field, names in _SIDES.items() if names & words]
    return sides[0] if len(sides) == 1 else None


def minutes_per_unit(header: str) -> float:
    """Return the minutes of one unit of a column by its header: 60 for "Before (h)", 1 where it names none."""
    words = set(re.findall(r"[^\W\d_]+", header.casefold()))
    return next((factor for factor, names in _UNITS.items() if names & words), 1.0)


def fold(text: str) -> str:
    """Return a name without accents, capitals, signs and what stands in brackets."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)|[’']", " ", text)).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare.casefold()).split())
