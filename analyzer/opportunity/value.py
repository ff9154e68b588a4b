"""Use cases to decide on: what each would free, for whom, with which solution, at which effort and risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.priority import priority_of, risk, value_and_burden
from analyzer.opportunity.quadrant import quadrants
from analyzer.opportunity.safeguards import OVERSIGHT_ORDER
from analyzer.opportunity.totals import ENDS

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

_TOTALS = (
    "tasks",
    "headcount",
    "minutes_per_week",
    *(f"minutes_freed_{end}" for end in ENDS),
    *(f"hours_per_year_{end}" for end in ENDS),
)


def use_case_table(estimate: HoursEstimate) -> pd.DataFrame:
    """Return one row a use case, the first to take up on top.

    :param estimate: an estimate of hours freed; its weights, wishes and pains count.
    :returns: ``use_case_key``, ``use_case``, ``solution`` (the one that most of its minutes freed rest on), ``flags``
        (of all its tasks, joined by ";"), ``oversight_needed`` (the strictest), ``effort`` (1..5, the largest of the
        tasks that go by the solution), ``certainty``, ``risk``, ``value``, ``burden`` (0..1), ``priority`` (0..100),
        ``quadrant`` (see ``quadrant.py``), ``teams`` and ``roles`` (tuples, sorted), and of its totals: ``tasks``,
        ``headcount``, ``minutes_per_week``, ``minutes_freed_*`` per week, ``hours_per_year_*``.
    """
    frame = with_keys(estimate.frame)
    table = _summed_up(frame)
    totals = estimate.totals("use_case").set_index("use_case")[list(_TOTALS)]
    table = table.join(totals, on="use_case")
    minutes = table["minutes_freed_central"].to_numpy(dtype="float64")
    table["risk"] = risk(table["flags"], table["certainty"].to_numpy(dtype="float64"))
    priorities = estimate.facts.priorities
    table["value"], table["burden"] = value_and_burden(
        minutes, table["use_case_key"], table["effort"].to_numpy(dtype="float64"), table["risk"].to_numpy(), priorities
    )
    table["priority"] = priority_of(table["value"].to_numpy(), table["burden"].to_numpy(), minutes, priorities.weights)
    table["quadrant"] = quadrants(table["value"].to_numpy(), table["burden"].to_numpy(), minutes)
    ordered = table.sort_values(
        ["priority", "minutes_freed_central", "use_case_key"], ascending=[False, False, True], kind="stable"
    )
    return ordered.reset_index(drop=True)


def with_keys(frame: pd.DataFrame) -> pd.DataFrame:
    """Return an opportunity frame whose use cases have a key; the name stands for it where there is none."""
    return frame if "use_case_key" in frame.columns else frame.assign(use_case_key=frame["use_case"])


def _summed_up(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what a use case takes from its tasks, before anything is reckoned with it."""
    oversight = frame["oversight_needed"].map({code: place for place, code in enumerate(OVERSIGHT_ORDER)})
    rows = frame.assign(
        certainty=np.where(frame["overridden"].astype(bool), 1.0, frame["confidence"].fillna(0.0)),
        freed=frame["minutes_freed_central"],
        oversight_rank=oversight,
    )
    by_key = rows.groupby("use_case_key", sort=True)
    table = pd.DataFrame({"use_case": by_key["use_case"].first()})
    table["solution"] = _leading_solutions(rows)
    flags = rows[["use_case_key"]].assign(flag=rows["flags"].fillna("").str.split(";")).explode("flag")
    flags = flags[flags["flag"] != ""]
    table["flags"] = _collected(flags, "flag", table.index).map(";".join)
    table["oversight_needed"] = by_key["oversight_rank"].max().map(dict(enumerate(OVERSIGHT_ORDER)))
    led = rows[rows["solution"] == rows["use_case_key"].map(table["solution"])]
    table["effort"] = led.groupby("use_case_key")["effort"].max()
    # Tasks that free more weigh more; a use case that frees nothing takes the plain mean.
    weight = rows["freed"] + 1e-9
    weighted = (rows["certainty"] * weight).groupby(rows["use_case_key"]).sum()
    table["certainty"] = weighted / weight.groupby(rows["use_case_key"]).sum()
    for name in ("team", "role"):
        table[f"{name}s"] = _collected(rows, name, table.index)
    return table.reset_index()


def _leading_solutions(rows: pd.DataFrame) -> pd.Series:
    freed = rows.groupby(["use_case_key", "solution"])["freed"].sum().reset_index()
    ordered = freed.sort_values(["use_case_key", "freed", "solution"], ascending=[True, False, True], kind="stable")
    return ordered.drop_duplicates("use_case_key").set_index("use_case_key")["solution"]


def _collected(rows: pd.DataFrame, name: str, keys: pd.Index) -> pd.Series:
    """Return the different values of a column by use case, as sorted tuples."""
    found: dict[str, list[str]] = {key: [] for key in keys}
    different = rows[["use_case_key", name]].dropna().drop_duplicates().sort_values(name)
    for key, value in zip(different["use_case_key"], different[name], strict=True):
        found[key].append(str(value))
    return pd.Series([tuple(found[key]) for key in keys], index=keys, dtype=object)
