"""A plan in three horizons: what stands after a month, a quarter and a year.

Hours are freed as the work changes (:mod:`analyzer.opportunity.ramp`), and a person's week may change by a set share a
month only. Each horizon is a plan of its own that keeps every rule; it begins nothing that the year does not keep, and
gives it no more time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analyzer.opportunity import HoursEstimate
from analyzer.opportunity.ramp import months_to_full, share_reached
from analyzer.reallocation.candidates import Candidate
from analyzer.reallocation.groups import Group
from analyzer.reallocation.moves import COLUMNS, moves_of
from analyzer.reallocation.rules import MONTHS_PER_YEAR, PlanRules
from analyzer.reallocation.solve import Solution, solve

HORIZONS: tuple[tuple[str, int], ...] = (("month", 1), ("quarter", 3), ("year", MONTHS_PER_YEAR))
"""Codes of the horizons, with the months from the start."""


def horizons(
    solution: Solution, groups: Sequence[Group], rules: PlanRules, shares: dict[int, list[float]]
) -> pd.DataFrame:
    """Return the moves at each horizon.

    :param solution: the plan of the year.
    :param shares: by months from the start, the share of each group's freed time that has come by then, 0..1.
    :returns: as :func:`analyzer.reallocation.moves.moves_of`, with ``horizon`` (code) and ``months`` in front.
    """
    found, later = [], solution
    for code, months in reversed(HORIZONS):
        if months != MONTHS_PER_YEAR:
            later = _earlier(later, groups, rules, months, shares[months])
        moves = moves_of(later, groups, rules)
        found.append(moves.assign(horizon=code, months=months)[["horizon", "months", *COLUMNS]])
    return pd.concat(reversed(found), ignore_index=True)


def _earlier(
    later: Solution, groups: Sequence[Group], rules: PlanRules, months: int, shares: Sequence[float]
) -> Solution:
    """Return the plan that stands some months from the start, on the way to a later one."""
    smaller = [replace(group, freed=group.freed * share) for group, share in zip(groups, shares, strict=True)]
    begun = [_at_most(candidate, size) for candidate, size in later.amounts.items()]
    begun = [candidate for candidate in begun if smaller[candidate.giver].budget > 0]
    for kind in ("learning", "relief"):
        held = {candidate.giver for candidate in begun if candidate.kind == kind}
        begun += [
            Candidate(giver, kind, kind, 1.0, 1.0, 1, group.budget, group.budget, 0)
            for giver, group in enumerate(smaller)
            if group.budget > 0 and giver not in held
        ]
    # What people pinned is where the plan goes, not where it starts.
    return solve(smaller, begun, rules.changed(pins=()), months)


def _at_most(candidate: Candidate, size: int) -> Candidate:
    """Return a candidate that goes no further than later; learning and relief may take any share of the budget."""
    if candidate.kind in ("learning", "relief"):
        return candidate
    return replace(candidate, most=size, typical=min(candidate.typical, size), least=min(candidate.least, size))


def ramp_shares(groups: Sequence[Group], estimate: HoursEstimate) -> dict[int, list[float]]:
    """Return the share of each group's freed time that has come by each horizon.

    :returns: by months from the start, one share 0..1 a group.
    """
    full = [months_to_full(group.team, estimate) for group in groups]
    return {months: [share_reached(months, until) for until in full] for _, months in HORIZONS}
