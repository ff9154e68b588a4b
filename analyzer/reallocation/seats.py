"""Where in its team a role stands, told from its name."""

from __future__ import annotations

from analyzer.scoring.text import comparison_key

SEATS = ("any", "experienced", "lead")
"""For whom an activity is: anybody; not those who begin or assist; those who lead others."""

_LEADS = frozenset(
    (
        "directeur",
        "directrice",
        "director",
        "responsable",
        "chef",
        "cheffe",
        "manager",
        "head",
        "leader",
        "lead",
        "supervisor",
        "superviseur",
        "associe",
        "associee",
        "partner",
        "gerant",
        "gerante",
        "dirigeant",
        "dgs",
        "dg",
        "president",
        "foreman",
    )
)
_NOT_LEADS = (
    "account manager",
    "community manager",
    "customer success manager",
    "office manager",
    "property manager",
    "lettings manager",
    "product manager",
    "project manager",
    "traffic manager",
    "case manager",
    "business partner",
    "assistant de direction",
    "assistante de direction",
    "chef de projet",
    "cheffe de projet",
    "chef de produit",
    "chef de mission",
    "chef de partie",
)
"""Names that hold a word for somebody who leads, and mean somebody who need not lead people."""
_BEGINS = frozenset(
    (
        "assistant",
        "assistante",
        "junior",
        "apprenti",
        "apprentie",
        "stagiaire",
        "alternant",
        "alternante",
        "trainee",
        "intern",
        "apprentice",
        "clerk",
    )
)
_ASSISTS, _OF_SYSTEMS = (
    "administrator",
    frozenset(("system", "systems", "network", "database", "server", "it", "cloud")),
)
"""Who administers an office or a list assists; who administers systems is experienced."""


def seat_of(role: str) -> str:
    """Return the seat of a role: "lead", "experienced" or "any" (begins or assists)."""
    spoken = f" {comparison_key(role)} "
    begins = _BEGINS & set(spoken.split()) or (_ASSISTS in spoken.split() and not _OF_SYSTEMS & set(spoken.split()))
    for phrase in _NOT_LEADS:
        spoken = spoken.replace(f" {phrase} ", " ")
    if _LEADS & set(spoken.split()):
        return "lead"
    return "any" if begins else "experienced"


def suits(seat: str, wanted: str) -> bool:
    """Return whether an activity for ``wanted`` seats is for a role in ``seat``."""
    return SEATS.index(seat) >= SEATS.index(wanted)
