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
from analyzer.reallocation.words import everyday_functions, function_evidence
from analyzer.scoring.text import comparison_key

FloatArray = npt.NDArray[np.float64]

NAMES_FILE = Path(__file__).with_name("function_names.csv")

_NAME_OF_ROLE, _NAME_OF_TEAM = 4.0, 2.0
"""Evidence, in natural logarithms, of a word of a role's or its team's name that stands for a function (judgement: a
role's own name outweighs all its tasks together, a team's name does not)."""
_WORDS = 3.0
"""Evidence of a role's tasks together: their mean log ratio, times this."""
_LEAST = 0.02
"""Shares below this are noise and set to 0."""


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
    for role, team in teams.items():
        total.loc[role] += _NAME_OF_ROLE * name_evidence(str(role)) + _NAME_OF_TEAM * name_evidence(str(team))
    raised = np.exp(total.sub(total.max(axis=1), axis=0))
    shares = raised.div(raised.sum(axis=1), axis=0)
    return shares.where(shares >= _LEAST, 0.0)


def name_evidence(name: str) -> FloatArray:
    """Return for each function whether a name speaks of it: 1 or 0, in the order of the functions' codes."""
    words = comparison_key(name).split()
    spoken = " " + " ".join(words)
    held = np.zeros(len(everyday_functions()))
    for place, function in enumerate(everyday_functions()):
        held[place] = float(any(_says(stem, spoken) for stem in _stems().get(function, ())))
    return held


def _says(stem: str, spoken: str) -> bool:
    """Whether a name holds a word that begins like ``stem``; stems of up to three letters are whole words."""
    stem = stem.replace("-", " ")
    return f" {stem} " in f"{spoken} " if len(stem) <= 3 else f" {stem}" in spoken


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    with NAMES_FILE.open(encoding="utf-8", newline="") as handle:
        return {row["function"]: tuple(row["stems"].split()) for row in csv.DictReader(handle)}
