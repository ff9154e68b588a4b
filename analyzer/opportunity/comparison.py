"""Two estimates of one task list side by side: which assumptions differ, and what that does to the totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.totals import ENDS

if TYPE_CHECKING:
    from analyzer.opportunity.hours import Grouping, HoursEstimate

MEASURES = (
    "minutes_per_person_per_day",
    "minutes_freed",
    "hours_per_month",
    "hours_per_year",
    "share",
)
"""Totals that are compared, by the name of their columns without the end."""


@dataclass(frozen=True)
class ChangedAssumption:
    """One assumption that differs."""

    name: str
    first: float
    second: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two estimates side by side.

    ``assumptions``: those that differ, in their own order. ``totals``: one row a measure of :data:`MEASURES`, columns
    ``measure``, ``first_low`` … ``second_high``, and ``difference`` (second less first, central). ``roles``: one row a
    role, the largest difference first: ``role``, ``first``, ``second``, ``difference`` in minutes a week, central.
    """

    assumptions: tuple[ChangedAssumption, ...]
    totals: pd.DataFrame
    roles: pd.DataFrame


def compare(first: HoursEstimate, second: HoursEstimate) -> Comparison:
    """Compare two estimates of the same tasks."""
    return Comparison(
        changed_assumptions(first.assumptions, second.assumptions),
        _totals(first, second),
        differences(first, second, "role"),
    )


def changed_assumptions(first: Assumptions, second: Assumptions) -> tuple[ChangedAssumption, ...]:
    """Return the assumptions that differ between two sets."""
    pairs = ((name, getattr(first, name), getattr(second, name)) for name in Assumptions.model_fields)
    return tuple(ChangedAssumption(name, float(one), float(other)) for name, one, other in pairs if one != other)


def differences(first: HoursEstimate, second: HoursEstimate, by: Grouping) -> pd.DataFrame:
    """Return the central minutes a week of each group in both, and the difference, the largest first."""
    sides = [estimate.totals(by).set_index(by)["minutes_freed_central"] for estimate in (first, second)]
    frame = pd.DataFrame({"first": sides[0], "second": sides[1]}).fillna(0.0)
    frame["difference"] = frame["second"] - frame["first"]
    order = frame["difference"].abs().sort_values(ascending=False, kind="stable").index
    return frame.loc[order].rename_axis(by).reset_index()


def _totals(first: HoursEstimate, second: HoursEstimate) -> pd.DataFrame:
    sides = {"first": first.totals("total").iloc[0], "second": second.totals("total").iloc[0]}
    rows = []
    for measure in MEASURES:
        row: dict[str, object] = {"measure": measure}
        row |= {f"{side}_{end}": float(total[f"{measure}_{end}"]) for side, total in sides.items() for end in ENDS}
        central = f"{measure}_central"
        rows.append({**row, "difference": float(sides["second"][central]) - float(sides["first"][central])})
    return pd.DataFrame(rows)
