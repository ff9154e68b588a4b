"""What the quarters and months of a roadmap are made of: each use case with the hours that it adds and takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.opportunity.balance import Quarter, balance
from analyzer.opportunity.outlay import training_hours

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity.costs import Costs
    from analyzer.opportunity.hours import HoursEstimate
    from analyzer.opportunity.roadmap import Roadmap


def quarter_parts(
    roadmap: Roadmap, number: int, cases: pd.DataFrame, estimate: HoursEstimate, costs: Costs
) -> list[tuple[str, Quarter]]:
    """Return the rows that make one of ``roadmap.quarters``: their hours add up to its own.

    Reckoned by the same arithmetic, one use case at a time: there is no second formula that could disagree.

    :param roadmap: made of ``cases``, ``estimate`` and ``costs``.
    :param number: of the quarter, from 0.
    :returns: name of the use case (or of a team that prepares itself) with its part, the one that frees most first;
        what neither adds nor frees anything in this quarter is left out.
    """
    parts = [(name, quarters[number]) for name, quarters in _by_use_case(roadmap, cases, estimate, costs)]
    shown = [(name, part) for name, part in parts if part.hours_added or part.hours_freed]
    return sorted(shown, key=lambda row: (-row[1].hours_freed, -row[1].hours_added, row[0]))


def month_parts(
    roadmap: Roadmap, cases: pd.DataFrame, estimate: HoursEstimate, costs: Costs
) -> list[tuple[str, list[float]]]:
    """Return the hours that each use case of a roadmap frees month by month: they add up to those of ``ramp_of``.

    :returns: name of the use case with its hours of each month, the one that frees most first; without those that free
        nothing as far as the roadmap looks ahead.
    """
    parts = [
        (name, [hours for quarter in quarters for hours in quarter.freed_by_month])
        for name, quarters in _by_use_case(roadmap, cases, estimate, costs)
    ]
    return sorted(((name, hours) for name, hours in parts if any(hours)), key=lambda row: (-sum(row[1]), row[0]))


def _by_use_case(
    roadmap: Roadmap, cases: pd.DataFrame, estimate: HoursEstimate, costs: Costs
) -> list[tuple[str, tuple[Quarter, ...]]]:
    names = {step.key: step.name for step in roadmap.steps}
    learning = {key: training_hours(outlay, costs) for key, outlay in roadmap.outlays.items()}
    return [
        (
            name,
            balance([one for one in roadmap.steps if one.key == key], learning, cases, estimate, len(roadmap.quarters)),
        )
        for key, name in names.items()
    ]
