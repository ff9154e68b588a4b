"""What the name of a sheet says where each sheet is a list of its own: the team of its tasks, their person, nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analyzer.inventory.columnmatch import column_of
from analyzer.inventory.firstnames import FIRST_NAMES
from analyzer.inventory.personal.kinds import LABEL, PERSON, label_kind
from analyzer.inventory.problems import Problem
from analyzer.inventory.rolecounts import people_in_role
from analyzer.inventory.table import Table
from analyzer.inventory.text import fold, word_set

_SAYS_NOTHING = word_set(
    """feuil feuille feuilles sheet sheets tabelle hoja onglet onglets tab page pages table tableau export import
    classeur book extraction taches tache task tasks todo to do faire inventaire inventory liste listes list lists
    donnees data activites activite activity activities travaux travail work trucs truc choses stuff things items
    item divers autre autres other others misc miscellaneous recensement releve suivi planning agenda matrice
    matrix fichier file base modele model template
    equipe equipes team teams service services pole department departement staff personnel collegues collaborateurs
    copie copy final finale def definitif definitive version draft brouillon nouveau nouvelle nouveaux new old
    ancien ancienne actuel actuelle current suite fin debut bis ter ok maj jour global globale general generale
    complet complete full all tout tous toute toutes total synthese recap recapitulatif summary overview main
    principal principale vrac inbox a c d e i l n s y
    mes nos vos ses leurs my our your their de du des la le les un une d et and the of for from pour par en in avec
    with chez annee mois semaine trimestre year month week quarter period periode
    quotidien quotidienne quotidiennes journalier hebdo hebdomadaire hebdomadaires mensuel mensuelle mensuelles
    trimestriel annuel annuelle annuelles ponctuel ponctuelles daily weekly monthly quarterly yearly annual adhoc
    regulier regular occasionnel reunions
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april
    may june july august september october november december jan fev feb mar avr apr juil jul sep sept oct nov dec"""
)
"""Words of names that sheets have whoever works on them: kinds of lists, versions, dates, "team" itself."""

_NUMBERED_TEAM = re.compile(
    r"(?:equipe|team|service|pole|site|agence|atelier|groupe|group|shift|unit|unite|ligne|line|bureau|desk|squad)"
    r"[ -]?(?:n°? ?)?(?:\d{1,3}|[a-z])"
)
""" "Équipe 2", "Team B": nothing but a number, and yet the name of one of several."""

_WORD = re.compile(r"[a-z]+|\d+")
_PARTS = " -–—_:,/|"
_ENDS = f"{_PARTS}.()"
_SHORTEST_NAME = 3
"""Letters of a name that is looked for in the name of a sheet."""


def take_sheet_names(tables: Sequence[Table], written: Mapping[int, str | None]) -> list[Problem]:
    """Fill in the team, or the person, that the names of several sheets say, and tell which was done.

    :param tables: the tables of one file, rows read.
    :param written: names of their sheets as the file has them, by ``id`` of the grid: "Trucs Loïc" may be masked in the
        grid while a column of persons names him.
    """
    if len({written.get(id(table.grid)) for table in tables}) < 2:
        return []
    people = {task.person for table in tables for task in table.tasks if task.person}
    said = []
    for table in tables:
        name = table.grid.sheet or ""
        person = _person_of(name, written.get(id(table.grid)) or "", people)
        if person is not None:
            if column_of(table.matches, "person") is None:
                for task in table.tasks:
                    task.person = person
                said.append("person_from_sheet")
        elif (team := team_in(name)) and column_of(table.matches, "team") is None:
            for task in table.tasks:
                task.team = task.team or team
            said.append("team_from_sheet")
    return [Problem(code) for code in dict.fromkeys(said)]


def team_in(name: str) -> str | None:
    """Return the team that the name of a sheet says: "Tâches Compta" says Compta, "Tâches équipe" and "Feuil1" none."""
    folded = fold(name)
    if _NUMBERED_TEAM.fullmatch(folded):
        return name
    if all(word in _SAYS_NOTHING or word.isdigit() for word in _words(folded)):
        return None
    pieces = name.split()
    while pieces and _says_nothing(pieces[0]):
        del pieces[0]
    while pieces and _says_nothing(pieces[-1]):
        del pieces[-1]
    left = " ".join(pieces).strip(_PARTS)
    counted = people_in_role(left)  # "Atelier (4 pers.)" says how many they are
    left = counted[0] if counted is not None else left
    return left.strip(_PARTS if "(" in left[1:] else _ENDS) or None


def _words(folded: str) -> list[str]:
    words = [re.sub(r"^v(?=\d)", "", word) for word in re.findall(r"v\d+|[a-z]+|\d+", folded)]
    return [word for word in words if word]


def _says_nothing(piece: str) -> bool:
    return all(word in _SAYS_NOTHING or word.isdigit() for word in _words(fold(piece)))


def _person_of(name: str, written: str, people: set[str]) -> str | None:
    """Return the person whose name a sheet bears: as a column names the person, or as the sheet does."""
    words = set(_WORD.findall(fold(written)))
    named = {
        one for one in people if words & {word for word in _WORD.findall(fold(one)) if len(word) >= _SHORTEST_NAME}
    }
    if len(named) == 1 and (LABEL.search(name) or words & FIRST_NAMES or fold(written) == fold(next(iter(named)))):
        return named.pop()
    label = LABEL.search(name)
    if label is not None:
        return label.group() if label_kind(label) == PERSON else None
    left = team_in(name)
    words_left = fold(left).replace("-", " ").split() if left else []
    return left if 0 < len(words_left) <= 3 and words_left[0] in FIRST_NAMES else None
