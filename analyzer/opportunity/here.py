"""What holds in this organisation: the studies' shares, or what its own pilots measured; adoption by team and family.

A figure measured here takes the place of the one taken from elsewhere; it is never combined with it a second time,
because whoever measured has already done so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import Coded, FloatArray
from analyzer.opportunity.evidence import Family, families
from analyzer.opportunity.local_facts import LocalFacts, MeasuredFamily

FROM_STUDIES, MEASURED_HERE, NO_ORIGIN = "evidence", "measured here", "none"
"""Values of the column ``evidence_origin``: where the share freed of a task comes from."""


def families_here(measured: Mapping[str, MeasuredFamily]) -> Mapping[str, Family]:
    """Return the families of work by code, with the shares that pilots here measured in the place of the studies'.

    Where the pilots also measured checking, it is taken off as they found it, and what the study contained no longer
    matters; where they did not, the study still says whether its times contain checking.
    """
    found = dict(families())
    for code, here in measured.items():
        if code in found:
            found[code] = replace(
                found[code],
                low=here.low,
                central=here.central,
                high=here.high,
                review_included=found[code].review_included and here.review is None,
            )
    return MappingProxyType(found)


def origin(family: Coded, facts: LocalFacts) -> pd.Series:
    """Return where the share freed of each task comes from.

    :param family: family codes.
    """
    known = {code: MEASURED_HERE if code in facts.measured else FROM_STUDIES for code in families()}
    return family.texts(known, NO_ORIGIN)


def adoption_here(family: Coded, team: Coded, adoption: float, facts: LocalFacts) -> FloatArray:
    """Return the adoption that each task is counted with, 0..1.

    What was measured for a family is taken as it is: it was measured in teams as ready as they are. Elsewhere the
    assumption is moved by the readiness of the task's team, or by that of everybody where the team did not answer.

    :param family: family codes.
    :param team: names of teams, missing where none is stated.
    :param adoption: the assumption.
    """
    everybody = facts.readiness.get("")
    factors = {name: answers.adoption_factor for name, answers in facts.readiness.items() if name}
    by_team = team.numbers(factors, everybody.adoption_factor if everybody else 1.0)
    expected = np.clip(adoption * by_team, 0.0, 1.0)
    measured = {code: here.adoption for code, here in facts.measured.items() if here.adoption is not None}
    return np.where(family.among(measured), family.numbers(measured, 0.0), expected)


def review_here(family: Coded, review: float, facts: LocalFacts) -> tuple[FloatArray, FloatArray]:
    """Return the share of the time freed that checking each result takes, and which tasks have it measured.

    :returns: shares 0..1, and 1.0 where the figure was measured here: it then holds for all results together, however
        many of them are looked at.
    """
    measured = {code: here.review for code, here in facts.measured.items() if here.review is not None}
    return family.numbers(measured, review), family.among(measured).astype(np.float64)
