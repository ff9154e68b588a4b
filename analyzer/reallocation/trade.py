"""Which trade a role works in: told from its name, its team's name and the words of its tasks.

A role may work in several functions; what comes out are shares. Names weigh most, for people name roles after their
trade; the words of the tasks decide where a name says little ("assistant", "team lead").
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.reallocation.meaning import Meaning
from analyzer.reallocation.roles import role_names, role_teams, task_weights
from analyzer.reallocation.seats import seat_of
from analyzer.reallocation.words import everyday_functions, function_evidence
from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float64]

NAMES_FILE = Path(__file__).with_name("function_names.csv")

_NAME_OF_ROLE, _NAME_OF_TEAM = 4.0, 2.0
"""Evidence, in natural logarithms, of a word of a role's or its team's name that stands for a function (judgement: a
role's own name outweighs all its tasks together, a team's name does not)."""
_NAME_OF_HOUSE = 2.0
"""Evidence of the trade that most roles are named after, for a role whose own name says nothing ("shift supervisor" in
a warehouse); of another trade in proportion (judgement)."""
_OUTDONE = {
    "communication_design": ("legal", "public_office", "finance_insurance"),
    "engineering": ("it", "software", "support", "data_analysis", "construction"),
    "support": ("social_work", "health_care"),
    "accounting": ("sales",),
    "audit_advisory": ("hr", "it", "software", "sales", "real_estate", "marketing", "communication_design"),
    "construction": ("it", "software"),
    "core_sales": ("real_estate",),
    "sales": ("real_estate",),
    "hospitality": ("sales", "communication_design"),
    "hr": ("education",),
    "real_estate": ("accounting",),
    "retail": ("logistics",),
}
"""Functions whose words are also titles in other trades: a "systems engineer" is of IT, a "support worker" of care, an
"account manager" of sales, a "sales negotiator" of an estate agency, a "property accountant" of accounting, a
"recruitment consultant" of staff; a "software
architect" builds no house, and "magasinier" begins like "magasin"."""
_MEANT = {
    "billing advis": "customer service advis",
    "customer care": "customer service",
    "dental laboratory": "workshop",
    "dental technician": "operator",
    "laboratoire dentaire": "atelier",
    "lift engineer": "maintenance",
    "service engineer": "maintenance",
    "field engineer": "maintenance",
    "heating engineer": "maintenance",
    "gas engineer": "maintenance",
}
"""Names that hold a word of another trade, with what they mean: customer care nurses nobody."""
_OFFICE = "core_office"
"""Function of the words that stand for office work in any trade ("administrator", "clerk"): they count where a name
says nothing else, and leave it to the tasks which of the offices' trades it is."""
_OFFICES = ("accounting", "core_finance", "hr", "payroll", "purchasing", "sales_administration", "secretariat")
_OF_ITS_OWN = ("accounting", "core_finance", "hr", "it", "payroll", "purchasing")
"""Trades that stay what they are in any house: the bookkeeper of a clinic keeps books and treats nobody."""
_LEARNED = (
    "agriculture_food",
    "construction",
    "education",
    "engineering",
    "health_care",
    "laboratory",
    "maintenance",
    "medical_practice",
    "production",
)
"""Trades that take a training of their own: who is named after the office of such a house works in its office. The
assistant of an optician examines no eyes, and the training centre's teaches no class."""
_AT_THE_DESK = ("core_office", "secretariat")
_UNNAMED = 0.5
"""Most share, of its greatest, of a trade that a role's and its team's names say nothing of, where they say something
(judgement): an accounts assistant who chases rents is no estate agent."""
_WORDS = 1.0
"""Evidence of a role's tasks together: their mean log ratio, times this."""
_LEAST = 0.02
"""Shares below this are noise and set to 0."""
LEADING = "management"
_HOUSE, _FIRM = "public_office", "audit_advisory"
_DONE_FOR_CLIENTS = {"accounting": 0.7, "core_finance": 0.7, "payroll": 0.5}
_FIRM_FROM = 0.5
"""In a list where a role mostly works in audit and advice, the house is a firm of accountants: its other roles keep
books and pay for clients, and these parts of their shares count as audit and advice (judgement)."""
_NAMED = 0.6
"""Least share, of its greatest, of a trade that a role is named after (judgement)."""


def role_functions(frame: pd.DataFrame, meaning: Meaning) -> pd.DataFrame:
    """Return in which functions each role works.

    :param frame: scores or any later frame, one row a task.
    :param meaning: the frame's tasks as read.
    :returns: one row a role (:func:`role_names`, in the order of the names), one column a function of the everyday set,
        shares 0..1 that add to at most 1.
    """
    names = role_names(frame)
    teams = role_teams(frame)
    functions = list(everyday_functions())
    unique = sorted(set(meaning.texts))
    place = {text: i for i, text in enumerate(unique)}
    evidence = function_evidence(unique)[[place[text] for text in meaning.texts]]
    weighed = pd.DataFrame(evidence * task_weights(frame)[:, None], columns=functions).groupby(names.to_numpy()).sum()
    total = _WORDS * weighed.loc[teams.index]
    named = np.array([name_evidence(str(role)) for role in teams.index])
    of_team = np.array([name_evidence(str(team)) for team in teams])
    office = np.array(functions) == _OFFICE
    total += np.where(office, _NAME_OF_TEAM, _NAME_OF_ROLE) * named + _NAME_OF_TEAM * of_team
    # The house speaks only where a role's own name does not: the bookkeeper of a building firm builds nothing.
    house = np.where(office, 0.0, named.sum(axis=0))
    total += _NAME_OF_HOUSE * (named.sum(axis=1) == 0.0)[:, None] * house / max(house.max(), 1.0)
    # Leading is no trade of its own: whoever leads does so beside the trade of the team.
    total[LEADING] = -np.inf
    raised = np.exp(total.sub(total.max(axis=1), axis=0))
    shares = raised.div(raised.sum(axis=1), axis=0)
    shares = shares.where(shares >= _LEAST, 0.0)
    greatest = shares.to_numpy("float64").max(axis=1, keepdims=True)
    shares = shares.clip(lower=pd.DataFrame(_NAMED * named * greatest, shares.index, shares.columns))
    shares = shares.clip(upper=_most(shares, named, of_team))
    shares = _at_the_desk(shares)
    shares = _in_a_firm(shares.div(shares.sum(axis=1), axis=0))
    leads = np.array([seat_of(str(role)) == "lead" for role in shares.index])
    shares.loc[leads] *= 0.5
    shares.loc[leads, LEADING] = 0.5
    return shares


def trade_named(frame: pd.DataFrame, shares: pd.DataFrame) -> pd.Series:
    """Return for each role whether its own or its team's name speaks of a trade, or of leading: all else is a guess.

    :param shares: as :func:`role_functions` gives them.
    """
    teams = role_teams(frame)
    known = [
        bool(seat_of(str(role)) == "lead" or name_evidence(str(role)).any() or name_evidence(str(teams[role])).any())
        for role in shares.index
    ]
    return pd.Series(known, shares.index, dtype="bool")


def _most(shares: pd.DataFrame, named: FloatArray, of_team: FloatArray) -> pd.DataFrame:
    """Return the greatest share of each trade that a role's name leaves room for; infinite where it says nothing, and
    for the houses that give all their roles their work."""
    functions = np.array(shares.columns)
    greatest = (shares.to_numpy("float64") * named).max(axis=1, keepdims=True)
    office = named[:, functions == _OFFICE] > 0
    # What only the team is named after does not count for who has a trade of its own, such as its bookkeeper.
    own = named[:, np.isin(functions, _OF_ITS_OWN)].any(axis=1, keepdims=True)
    of_house = np.where(own, 0.0, of_team)
    free = (named + of_house > 0) | (named.sum(axis=1) == 0.0)[:, None] | (office & np.isin(functions, _OFFICES))
    free |= functions == _HOUSE
    # So does a firm of accountants; but nobody's tasks alone make a garage one.
    firm = named[:, np.isin(functions, (*_OFFICES, _OFFICE))].any(axis=1, keepdims=True)
    free |= (functions == _FIRM) & (firm | (named + of_team)[:, functions == _FIRM].any())
    return pd.DataFrame(np.where(free, np.inf, _UNNAMED * greatest), shares.index, shares.columns)


def _at_the_desk(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the shares with the learned trade of a house counted as office work for those named after its office."""
    functions = np.array(shares.columns)
    learned = np.isin(functions, _LEARNED)
    spoken = np.array([_named_after(str(role)) for role in shares.index])
    desk = spoken[:, np.isin(functions, _AT_THE_DESK)].any(axis=1) & ~spoken[:, learned].any(axis=1)
    held = shares.to_numpy("float64").copy()
    held[desk, functions.tolist().index(_OFFICE)] += held[np.ix_(desk, learned)].sum(axis=1)
    held[np.ix_(desk, learned)] = 0.0
    return pd.DataFrame(held, shares.index, shares.columns)


def _in_a_firm(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the shares with the books that a firm of accountants keeps for its clients counted as such."""
    if not (shares[_FIRM] >= _FIRM_FROM).any():
        return shares
    for function, part in _DONE_FOR_CLIENTS.items():
        shares[_FIRM] += part * shares[function]
        shares[function] *= 1.0 - part
    return shares


def name_evidence(name: str) -> FloatArray:
    """Return for each function whether a name speaks of it: 1 or 0, in the order of the functions' codes."""
    held = _named_after(name).astype("float64")
    for function, others in _OUTDONE.items():
        if any(held[everyday_functions().index(other)] for other in others):
            held[everyday_functions().index(function)] = 0.0
    office = everyday_functions().index(_OFFICE)
    if held.sum() > held[office]:
        held[office] = 0.0
    return held


def _named_after(name: str) -> npt.NDArray[np.bool_]:
    """Return for each function whether a name holds one of its words, whatever other words outdo it."""
    spoken = " " + " ".join(comparison_key(name).split())
    for phrase, meant in _MEANT.items():
        spoken = spoken.replace(f" {phrase}", f" {meant}")
    stems = _stems()
    return np.array([any(_says(stem, spoken) for stem in stems.get(one, ())) for one in everyday_functions()], bool)


@cache
def untrained(helper: str, other: str) -> bool:
    """Return whether a role is named after a learned trade that the name of its helper does not speak of: its office
    writes no engineer's reports and answers no patient."""
    learned = np.isin(np.array(everyday_functions()), _LEARNED)
    theirs = _named_after(other) & learned
    return bool(theirs.any() and not (_named_after(helper) & theirs).any())


def _says(stem: str, spoken: str) -> bool:
    """Whether a name holds a word that begins like ``stem``; stems of up to three letters are whole words."""
    stem = stem.replace("-", " ")
    return f" {stem} " in f"{spoken} " if len(stem) <= 3 else f" {stem}" in spoken


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    with NAMES_FILE.open(encoding="utf-8", newline="") as handle:
        return {row["function"]: tuple(row["stems"].split()) for row in csv.DictReader(handle)}
