"""What one quarter of a roadmap is made of: each use case with the hours that it adds and takes away."""

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
    names = {step.key: step.name for step in roadmap.steps}
    learning = {key: training_hours(outlay, costs) for key, outlay in roadmap.outlays.items()}
    parts = []
    for key, name in names.items():
        steps = [step for step in roadmap.steps if step.key == key]
        part = balance(steps, learning, cases, estimate, len(roadmap.quarters))[number]
        if part.hours_added or part.hours_freed:
            parts.append((name, part))
    return sorted(parts, key=lambda row: (-row[1].hours_freed, -row[1].hours_added, row[0]))
