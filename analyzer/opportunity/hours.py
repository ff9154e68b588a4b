"""Hours freed: from scores to lanes, shares, minutes, use cases, priorities and totals.

freed = minutes per week x share freed x adoption x (1 - review)

A role that declares more than the weeks of its people is held to these weeks: what cannot be done cannot be freed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd

from analyzer.errors import UsageError
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import NEW_COLUMNS, FloatArray
from analyzer.opportunity.draws import Draws
from analyzer.opportunity.here import origin
from analyzer.opportunity.local_facts import LocalFacts
from analyzer.opportunity.notices import HoursWarning, find_warnings
from analyzer.opportunity.prepared import PreparedTasks, prepare_tasks
from analyzer.opportunity.priority import priority
from analyzer.opportunity.ruler import RulerMark, ruler
from analyzer.opportunity.share import ShareTerms, share_terms, shares_freed
from analyzer.opportunity.simulate import Simulation, simulate
from analyzer.opportunity.totals import ENDS, GROUPINGS, rounded_down, total_range, totals_of, with_people
from analyzer.opportunity.working_time import Weeks, weeks_of

Grouping = Literal["total", "role", "team", "use_case", "lane"]

MOST_VALUES = 110_000_000
"""Most values worked on for one estimate (different tasks x draws and what each costs besides), about three seconds:
10,000 tasks get 10,000 draws, larger files fewer."""
VALUES_BESIDES = 1_000
"""What each different task costs besides its draws, in draws: its own range is sorted out, whatever their number."""
MOST_SUMS = 30_000_000
"""Most sums kept while drawing (groups x draws): 120 MB."""
FEWEST_DRAWS = 1_000


@dataclass(frozen=True, eq=False)
class HoursEstimate:
    """An estimate of hours freed.

    ``frame``: the scores with the columns of this room, one row a task line; minutes are per week. ``warnings``: what
    to know before the figures are used. ``assumptions`` and ``facts``: what they rest on. ``draws``: minutes a week
    freed in all, one value a draw. ``prepared``, ``terms`` and ``weeks``: what the frame was computed from.
    """

    frame: pd.DataFrame
    assumptions: Assumptions
    facts: LocalFacts
    warnings: list[HoursWarning]
    draws: Draws
    prepared: PreparedTasks = field(repr=False)
    terms: ShareTerms = field(repr=False)
    weeks: Weeks = field(repr=False)
    _totals: Mapping[str, pd.DataFrame] = field(repr=False)

    def totals(self, by: Grouping = "total") -> pd.DataFrame:
        """Return totals of the whole list or of its groups.

        :param by: "total", "role", "team", "use_case" or "lane".
        :returns: one row a group, the one that frees most first (lanes in their own order): the key (none for
            "total"; missing for rows without role or team), ``tasks``, ``tasks_without_time``, ``headcount`` (people
            concerned, each counted once), ``minutes_per_week``, ``minutes_freed_*`` per week,
            ``minutes_per_person_per_day_*``, ``share_*`` of the minutes declared (0..1) and ``hours_per_year_*`` and
            ``hours_per_month_*``, each low, central and high (5th percentile, sum of the rows, 95th percentile).
        :raises UsageError: if there is no such grouping.
        """
        if by not in self._totals:
            raise UsageError(
                "Totals by “{by}” do not exist: choose one of {groupings}.", by=by, groupings=", ".join(self._totals)
            )
        return self._totals[by].copy()

    @property
    def tasks_without_time(self) -> pd.DataFrame:
        """Rows whose time is unknown: they count for no minutes."""
        return self.frame[self.frame["minutes_per_week"].isna()]

    def ruler(self) -> list[RulerMark]:
        """Return this estimate, per person per day, beside published totals."""
        total = self._totals["total"].iloc[0]
        low, central, high = (
            float(total[f"minutes_per_person_per_day_{end}"]) / self.assumptions.minutes_per_day for end in ENDS
        )
        return ruler(low, central, high, self.assumptions)


def estimate_hours(
    scores: pd.DataFrame, assumptions: Assumptions | None = None, facts: LocalFacts | None = None
) -> HoursEstimate:
    """Estimate the hours that each task, role, team and use case could free.

    :param scores: the scores frame, one row a task line (``analyzer.scoring.score_tasks``); a ``lane`` that stands in
        an overridden row is a person's choice and is kept.
    :param assumptions: defaults to the central scenario.
    :param facts: what is known of this organisation; nothing if absent.
    :returns: the estimate; for every figure low <= central <= high, and a task never frees more than its minutes.
    :raises UsageError: if a column is missing.
    """
    facts = facts or LocalFacts()
    return estimate_prepared(prepare_tasks(scores, facts.use_cases), assumptions, facts)


def estimate_prepared(
    prepared: PreparedTasks, assumptions: Assumptions | None = None, facts: LocalFacts | None = None
) -> HoursEstimate:
    """Estimate the hours of a task list that was made ready; see :func:`estimate_hours`.

    :param facts: what is known of this organisation; its decisions about use cases went into ``prepared``.
    """
    assumptions, facts = assumptions or Assumptions(), facts or LocalFacts()
    terms, groups = share_terms(prepared.basis, assumptions, facts), prepared.groups
    weeks = Weeks(prepared.staff.unit, weeks_of(prepared.staff, assumptions, facts))
    within_week = weeks.factor(prepared.minutes)
    minutes = prepared.minutes * within_week
    simulation = simulate(
        terms,
        minutes,
        prepared.work,
        {by: groups[by].codes for by in GROUPINGS},
        assumptions,
        draws=_draws(assumptions, prepared),
    )
    frame = _frame(prepared, terms, simulation, minutes, within_week, facts)
    ranges = {**simulation.groups, "total": total_range(simulation.total)}
    freed = frame["minutes_freed_central"].to_numpy(dtype="float64")
    peopled = with_people(groups, facts.people)
    totals = {by: totals_of(by, one, freed, ranges[by], assumptions) for by, one in peopled.items()}
    warnings = find_warnings(frame, prepared, weeks.minutes, totals["total"].iloc[0], assumptions, terms.evidence)
    return HoursEstimate(frame, assumptions, facts, warnings, simulation.total, prepared, terms, weeks, totals)


def _frame(
    prepared: PreparedTasks,
    terms: ShareTerms,
    simulation: Simulation,
    minutes: FloatArray,
    within_week: FloatArray,
    facts: LocalFacts,
) -> pd.DataFrame:
    """Put the columns of this room beside the scores.

    :param minutes: a week of each task, those of each role held to the weeks of its people by ``within_week``.
    """
    tasks, scores = prepared.tasks.copy(deep=False), prepared.scores
    shares = dict(zip(ENDS, shares_freed(terms), strict=True))
    central = rounded_down(minutes * shares["central"] * terms.adoption * (1 - terms.review_taken))
    freed = {
        "low": np.minimum(rounded_down(minutes * simulation.tasks.low), central),
        "central": central,
        "high": np.maximum(rounded_down(np.minimum(minutes * simulation.tasks.high, minutes)), central),
    }
    by_case = prepared.groups["use_case"]
    of_case = by_case.sums(central)[by_case.codes]
    tasks["priority"] = priority(
        central, of_case, tasks["use_case_key"], tasks["effort"], prepared.risk, facts.priorities
    )
    tasks["adoption"], tasks["review"] = terms.adoption, terms.review_taken
    tasks["evidence_origin"] = origin(terms.family, facts)
    tasks["week_factor"] = within_week
    for end in ENDS:
        tasks[f"share_freed_{end}"] = shares[end]
        tasks[f"minutes_freed_{end}"] = freed[end]
    kept = scores.drop(columns=[column for column in NEW_COLUMNS if column in scores.columns]).reset_index(drop=True)
    return pd.concat([kept, tasks[list(NEW_COLUMNS)]], axis=1)


def _draws(assumptions: Assumptions, prepared: PreparedTasks) -> int:
    """Return how many draws a file of this size gets."""
    *fewer, largest = sorted((prepared.groups[by] for by in GROUPINGS), key=len)
    # What is drawn apart: each piece of work in each group of the grouping that is summed as it comes.
    different = max(1, len(np.unique(prepared.work.codes * max(1, len(largest)) + largest.codes)))
    kept = max(1, sum(map(len, fewer)))
    most = min(MOST_VALUES // different - VALUES_BESIDES, MOST_SUMS // kept)
    return min(assumptions.draws, max(FEWEST_DRAWS, most))
