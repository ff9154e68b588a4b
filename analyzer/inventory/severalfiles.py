"""What several files say beside each other: their names are teams, two are one list, teams have equal names.

Nothing is merged and nothing left out: what was taken for granted is told, as a problem of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from analyzer.inventory.inventory import Inventory
from analyzer.inventory.personal.kinds import LABEL
from analyzer.inventory.problems import Problem
from analyzer.inventory.sheetnames import team_in
from analyzer.inventory.versions import difference, versions_among

_PARTS = re.compile(r"_+|[ ]+[-–—]+[ ]+|[.,;()\[\]+]+")
_HYPHEN = re.compile(r"[-–—]+")
_NUMBERED = re.compile(r" (?:\d{1,3}|[A-Za-z])$")
_LONGEST_SHORT = 3
"""Letters of a name that is an abbreviation, "rh", and is written in capitals; judgement."""

_MOST_TOLD = 3
"""Teams that are named where files share some; judgement."""


def read_together(inventories: Sequence[Inventory]) -> list[Inventory]:
    """Return inventories of several files with what they say beside each other.

    The name of a file is the team of its tasks where nothing in it names one; files with the same bytes, versions of
    one list and files that name the same teams are told. One file alone is returned as it is.
    """
    if len(inventories) < 2:
        return list(inventories)
    teams = teams_of_files([one.file for one in inventories])
    named = [
        with_team(one, team) if team and names_no_team(one) else one
        for one, team in zip(inventories, teams, strict=True)
    ]
    earlier: dict[int, int] = {}
    for before, after in versions_among([one.frame for one in named]):
        earlier.setdefault(after, before)
    result: list[Inventory] = []
    for place, inventory in enumerate(named):
        version = named[earlier[place]] if place in earlier else None
        told = (
            _same_file(inventory, named[:place])
            or (_version(inventory, version) if version else None)
            or _same_teams(inventory, named[:place])
        )
        result.append(replace(inventory, problems=[told, *inventory.problems]) if told else inventory)
    return result


def names_no_team(inventory: Inventory) -> bool:
    """Say whether no task of an inventory has a team."""
    return bool(inventory.frame["team"].isna().all())


def with_team(inventory: Inventory, team: str) -> Inventory:
    """Return an inventory whose tasks without a team have this one, which is said as an assumption."""
    frame = inventory.frame.assign(team=inventory.frame["team"].fillna(team))
    said = Problem("team_from_file", facts={"text": team})
    assumptions = {**inventory.assumptions, "team": team}
    return replace(inventory, frame=frame, assumptions=assumptions, problems=[said, *inventory.problems])


def teams_of_files(names: Sequence[str]) -> list[str | None]:
    """Return the team that the name of each file says beside the others: None where it says a list, a date, a version.

    What all names have in common says nothing either ("Durand - tâches Paie", "Durand - tâches Achats").

    :param names: as they are shown: a name with a label in the place of a person is no team.
    """
    parts = [_parts(name) for name in names]
    common = set(parts[0]).intersection(*parts[1:]) if len(parts) > 1 else set()
    apart = [[part for part in of_one if part not in common] for of_one in parts]
    shown = apart if all(rest or not whole for rest, whole in zip(apart, parts, strict=True)) else parts
    return [_joined(of_one) for of_one in shown]


def _parts(name: str) -> list[str]:
    """Return the parts of a file's name that say anything of whose list it is."""
    stem = PurePath(name).stem
    if LABEL.search(stem):
        return []
    spaced = " ".join(_spaced(stem.replace("_", " ")).split())
    numbered = _NUMBERED.search(spaced) is not None and team_in(spaced) == spaced
    pieces = [spaced] if numbered else [_spaced(piece) for piece in _PARTS.split(stem)]
    return [team for piece in pieces if piece and (team := team_in(piece))]


def _spaced(piece: str) -> str:
    """Return a part of a name with spaces for the hyphens that stand in their place: "back-office"."""
    return piece.strip() if " " in piece.strip() else _HYPHEN.sub(" ", piece).strip()


def _joined(parts: Sequence[str]) -> str | None:
    text = " ".join(parts)
    if text.islower():
        text = text.upper() if len(text) <= _LONGEST_SHORT else text[0].upper() + text[1:]
    return text or None


def _same_file(inventory: Inventory, before: Sequence[Inventory]) -> Problem | None:
    other = next((one for one in before if one.sha256 and one.sha256 == inventory.sha256), None)
    return Problem("same_file", facts={"name": other.file}) if other is not None else None


def _version(inventory: Inventory, before: Inventory) -> Problem:
    """Return what is said of a file that is mostly the same list as one before it."""
    found = difference(before.frame, inventory.frame)
    facts = {"name": before.file, "count": found.shared, "changed": len(found.changed)}
    return Problem("file_version", facts=facts)


def _same_teams(inventory: Inventory, before: Sequence[Inventory]) -> Problem | None:
    """Return what is said where teams of a file stand in one before it, by the same name."""
    own = inventory.frame["team"].dropna().unique().tolist()
    for other in before:
        shared = sorted(set(own) & set(other.frame["team"].dropna().unique().tolist()))
        if shared and other.sha256 != inventory.sha256:
            text = ", ".join(shared[:_MOST_TOLD]) + ("…" if len(shared) > _MOST_TOLD else "")
            return Problem("team_in_files", facts={"text": text, "name": other.file})
    return None
