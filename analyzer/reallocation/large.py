"""Very large parts: settle first what ties the roles together, then plan each role by itself.

The programme without whole numbers is solved at once, which also says what no plan can exceed. It settles who helps
whom and where the ambassadors are; with that fixed, roles no longer depend on each other and are solved one by one. The
plan keeps every rule; what it may lack is its gap.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components

from analyzer.reallocation.model import FloatArray, Model
from analyzer.reallocation.rules import PlanRules

LARGE = 15_000
"""Unknowns from which a part is solved this way: 200 roles with 40 activities each, all tied together, have fewer."""

_WHOLE = 1e-6


@dataclass(frozen=True)
class Answer:
    """What a search found, named as scipy names it; ``x`` is ``None`` where it found nothing."""

    x: FloatArray | None
    mip_dual_bound: float | None
    status: int


def solve_large(model: Model, worths: FloatArray, rules: PlanRules, until: float) -> Answer:
    """Solve a large part, role by role.

    :param worths: worth of each unknown, with what tells equals apart.
    """
    rows = model.constraints()
    low, high = np.array(model.low), np.array(model.high)
    loose = _milp(worths, np.zeros(len(worths)), low, high, rows, rules, until)
    if loose.x is None:
        return Answer(None, None, int(loose.status))
    new_work = _settle(model, loose.x, low, high)
    kept = np.array([row.rule != "ambassadors" for row in model.rows])
    matrix = vstack([rows.A[kept], new_work[0]], format="csr")
    least = np.concatenate([rows.lb[kept], np.full(len(new_work[1]), -np.inf)])
    most = np.concatenate([rows.ub[kept], new_work[1]])
    found = _role_by_role(model, worths, LinearConstraint(matrix, least, most), (low, high), rules, until)
    return Answer(found, float(loose.fun), 2 if found is None else 0)


def _settle(model: Model, loose: FloatArray, low: FloatArray, high: FloatArray) -> tuple[csr_array, FloatArray]:
    """Fix help and ambassadors in the bounds, and return the rows that limit each role's new work accordingly.

    Help is rounded down, so that nobody gets more than they ask for. Ambassadors are taken from roles within their
    week, in whole quarter-hours, and new work makes room for them; roles above their week begin nothing new.
    """
    # A role that stays above its week has two rules of it: that, and that it then takes on nothing new.
    week = Counter(row.group for row in model.rows if row.rule == "week")
    full = {group for group, rules in week.items() if rules > 1}
    new: dict[int, list[int]] = {}
    helped: dict[int, float] = {}
    for place, candidate in model.candidates.items():
        if candidate.receiver is not None:
            whole = 0.0 if candidate.giver in full else np.floor(loose[place] + _WHOLE)
            low[place] = high[place] = whole if whole >= candidate.least else 0.0
            helped[candidate.giver] = helped.get(candidate.giver, 0.0) + high[place]
        if candidate.kind not in ("learning", "relief"):
            new.setdefault(candidate.giver, []).append(place)
    helpers = {group: place for place, group in model.ambassadors.items()}
    room = {
        giver: 0.0 if giver in full else float(np.floor(sum(loose[[*places, helpers[giver]]]) + _WHOLE))
        for giver, places in new.items()
    }
    for place in model.ambassadors:
        low[place] = high[place] = 0.0
    for row in model.rows:
        if row.rule == "ambassadors":
            needed = np.floor(-sum(value * loose[place] for place, value in row.coefficients.items() if value < 0))
            for place in (place for place, value in row.coefficients.items() if value > 0):
                giver = model.ambassadors[place]
                taken = min(needed, room.get(giver, 0.0) - helped.get(giver, 0.0))
                low[place] = high[place] = taken
                room[giver], needed = room.get(giver, 0.0) - taken, needed - taken
    entries = [(row, place) for row, giver in enumerate(new) for place in new[giver]]
    across, down = zip(*entries, strict=True) if entries else ((), ())
    shape = (len(new), len(model.worth))
    matrix = csr_array((np.ones(len(entries)), (np.array(across, int), np.array(down, int))), shape=shape)
    return matrix, np.array([room[giver] for giver in new])


def _role_by_role(
    model: Model,
    worths: FloatArray,
    rows: LinearConstraint,
    ends: tuple[FloatArray, FloatArray],
    rules: PlanRules,
    until: float,
) -> FloatArray | None:
    """Solve what no longer hangs together part by part; ``None`` if one part cannot be."""
    (low, high), whole = ends, np.array(model.whole)
    found = np.where(low == high, low, 0.0)
    free = np.flatnonzero(low != high)
    matrix = rows.A[:, free].tocsr()
    fixed = rows.A @ found
    matrix.eliminate_zeros()
    _, labels = connected_components(matrix.T @ abs(matrix), directed=False)
    order = np.argsort(labels, kind="stable")
    for part in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
        mine = matrix[:, part]
        touched = np.flatnonzero(np.diff(mine.indptr))
        own = LinearConstraint(mine[touched], (rows.lb - fixed)[touched], (rows.ub - fixed)[touched])
        places = free[part]
        answer = _milp(worths[places], whole[places], low[places], high[places], own, rules, until)
        if answer.x is None:
            return None
        found[places] = np.where(whole[places], np.rint(answer.x), answer.x)
    return found


def _milp(
    worths: FloatArray,
    whole: FloatArray,
    low: FloatArray,
    high: FloatArray,
    rows: LinearConstraint,
    rules: PlanRules,
    until: float,
) -> Any:
    return milp(
        -worths,
        integrality=whole,
        bounds=Bounds(low, high),
        constraints=rows,
        options={"mip_rel_gap": rules.gap, "time_limit": max(until - time.monotonic(), 0.05)},
    )
