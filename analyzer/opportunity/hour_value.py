"""What the hours that use cases free cost today: hours times the cost of an hour of the roles they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.costs import Amount, Costs
from analyzer.opportunity.outlay import drawn_amount
from analyzer.opportunity.totals import ENDS

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate


@dataclass(frozen=True, eq=False)
class HourValue:
    """Hours freed and what they cost, by use case in the order of a table.

    ``central``: hours a year. ``stated``: money a year of the roles whose cost was stated; ``unstated``: hours a year
    of the others, at the ``default`` cost of an hour.
    """

    estimate: HoursEstimate
    central: FloatArray
    stated: FloatArray
    unstated: FloatArray
    default: Amount

    @classmethod
    def of(cls, frame: pd.DataFrame, table: pd.DataFrame, estimate: HoursEstimate, costs: Costs) -> HourValue:
        """Value the use cases of a table.

        :param frame: opportunity frame with ``use_case_key``.
        :param table: rows of :func:`~analyzer.opportunity.value.use_case_table` that free something.
        """
        cost = frame["role"].map({name: role.cost_per_hour for name, role in estimate.facts.roles.items()})
        cost = cost.astype("float64")
        minutes = frame["minutes_freed_central"]
        by = pd.DataFrame(
            {
                "key": frame["use_case_key"],
                "stated": minutes * cost.fillna(0.0),
                "unstated": minutes.where(cost.isna(), 0.0),
            }
        )
        summed = by.groupby("key")[["stated", "unstated"]].sum().reindex(table["use_case_key"])
        hours = table["hours_per_year_central"].to_numpy(dtype="float64")
        per_minute = hours / table["minutes_freed_central"].to_numpy(dtype="float64")
        return cls(
            estimate,
            hours,
            summed["stated"].to_numpy(dtype="float64") * per_minute,
            summed["unstated"].to_numpy(dtype="float64") * per_minute,
            costs.hour,
        )

    def value(self, places: Sequence[int], draws: int | None) -> FloatArray:
        """Return what the central hours of use cases cost in a year; only the cost of an hour is drawn."""
        worth: FloatArray = self.stated[list(places)].sum() + self.unstated[list(places)].sum() * self.hour(draws)
        return worth

    def mean_hour(self, places: Sequence[int], draws: int | None) -> FloatArray:
        """Return what an hour of theirs costs on average."""
        hours: float = self.central[list(places)].sum()
        return self.value(places, draws) / hours

    def in_all(self, places: Sequence[int]) -> Amount:
        """Return the hours a year of some use cases: their part of the total, with the total's range."""
        total = self.estimate.totals("total").iloc[0]
        part = float(self.central[list(places)].sum()) / max(float(total["hours_per_year_central"]), 1e-9)
        return Amount(*(float(total[f"hours_per_year_{end}"]) * part for end in ENDS))

    def hour(self, draws: int | None) -> FloatArray:
        """Return the draws of an hour's cost where no role's was stated; the central one alone without draws."""
        return drawn_amount(self.default, self.estimate.assumptions.seed, "cost of an hour", draws or 1)

    def relative_draws(self) -> FloatArray:
        """Return the hours of each draw of the estimate over its central hours: the shape of any part of them."""
        freed = float(self.estimate.totals("total").iloc[0]["minutes_freed_central"])
        return self.estimate.draws.astype(np.float64) / freed
