"""A plan in three horizons: what stands after a month, a quarter and a year.

The plan itself is for hours that are all freed. What of them has come by then is the roadmap's to say: a use case frees
nothing before it is built, and spreads from there (:func:`analyzer.opportunity.balance.shares_in_use`); and a person's
week may change by a set share a month only. Each horizon is a plan of its own that keeps every rule; it begins nothing
that the plan does not keep, and gives it no more time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analyzer.opportunity import HoursEstimate
from analyzer.opportunity.balance import shares_in_use
from analyzer.opportunity.roadmap import Roadmap
from analyzer.reallocation.candidates import Candidate
from analyzer.reallocation.groups import Group, groups_of_rows
from analyzer.reallocation.moves import COLUMNS, moves_of
from analyzer.reallocation.rules import MONTHS_PER_YEAR, PlanRules
from analyzer.reallocation.solve import Solution, solve

HORIZONS: tuple[tuple[str, int], ...] = (("month", 1), ("quarter", 3), ("year", MONTHS_PER_YEAR))
"""Codes of the horizons, with the months from the start."""


def horizons(
    solution: Solution, groups: Sequence[Group], rules: PlanRules, shares: dict[int, list[float]]
) -> pd.DataFrame:
    """Return the moves at each horizon.

    :param solution: the plan, for hours that are all freed.
    :param shares: by months from the start, the share of each group's freed time that comes in the last of them, 0..1.
    :returns: as :func:`analyzer.reallocation.moves.moves_of`, with ``horizon`` (code) and ``months`` in front.
    """
    found, later = [], solution
    for code, months in reversed(HORIZONS):
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


def roadmap_shares(
    groups: Sequence[Group], estimate: HoursEstimate, roadmap: Roadmap, months: int = MONTHS_PER_YEAR
) -> dict[int, list[float]]:
    """Return the share of each group's freed time that comes in each of the first months.

    Each task follows its use case, so that the hours of all groups are those of the roadmap's quarters.

    :param months: how many.
    :returns: by months from the start, from 1 on, one share 0..1 a group.
    """
    frame = estimate.frame
    reached = shares_in_use(roadmap.steps, estimate, months)
    never = np.zeros(months)
    by_row = np.array([reached.get(key, never) for key in frame["use_case_key"]]).reshape(len(frame), months)
    place = groups_of_rows(frame, groups).to_numpy()
    minutes = frame["minutes_freed_central"].to_numpy(dtype="float64")
    all_freed = np.bincount(place, weights=minutes, minlength=len(groups))
    found = {}
    for month in range(1, months + 1):
        come = np.bincount(place, weights=minutes * by_row[:, month - 1], minlength=len(groups))
        found[month] = np.divide(come, all_freed, out=np.zeros(len(groups)), where=all_freed > 0).tolist()
    return found
