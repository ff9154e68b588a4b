"""What a part of the local facts moves: the estimate with it beside the estimate without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from analyzer.opportunity import HoursEstimate, estimate_hours
from analyzer.opportunity.columns import NEW_COLUMNS
from analyzer.opportunity.value import with_keys
from analyzer.ui.memory import memory

if TYPE_CHECKING:
    import pandas as pd

Part = Literal["readiness", "measured"]

_DRAWS = 200
"""Only central figures and the ends of the evidence are read, which no draw moves."""


def without(estimate: HoursEstimate, part: Part) -> HoursEstimate:
    """Return the estimate as it would be if a part of the local facts were not known; kept while ``estimate`` is.

    :returns: central figures and shares as usual; the ranges of totals rest on few draws and are not to be shown.
    """
    if not getattr(estimate.facts, part):
        return estimate
    kept = memory(f"without_{part}")
    found = cast("HoursEstimate | None", kept.get(estimate))
    if found is None:
        frame = estimate.frame
        scores = frame.drop(columns=[name for name in NEW_COLUMNS if name in frame.columns and name != "lane"])
        assumptions = estimate.assumptions.changed(draws=_DRAWS)
        facts = estimate.facts
        facts = replace(facts, readiness={}) if part == "readiness" else replace(facts, measured={})
        found = estimate_hours(scores, assumptions, facts)
        kept.put(estimate, found)
    return found


def use_cases(estimate: HoursEstimate) -> pd.DataFrame:
    """Return the use cases that free something, the one that frees most first; not to be changed.

    :returns: by ``use_case_key``: ``use_case``, ``minutes`` freed a week (central), ``tasks``.
    """
    kept = memory("follow_up_use_cases")
    found = kept.get(estimate)
    if found is None:
        frame = with_keys(estimate.frame)
        table = frame.groupby("use_case_key", sort=True).agg(
            use_case=("use_case", "first"), minutes=("minutes_freed_central", "sum"), tasks=("task", "size")
        )
        found = kept.put(estimate, table.sort_values(["minutes", "use_case"], ascending=[False, True], kind="stable"))
    return cast("pd.DataFrame", found)


def tasks_of(estimate: HoursEstimate, key: str) -> pd.DataFrame:
    """Return the rows of one use case."""
    frame = with_keys(estimate.frame)
    return frame[frame["use_case_key"] == key]
