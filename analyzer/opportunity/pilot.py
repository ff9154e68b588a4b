"""The first pilot: one team, one use case, four to eight weeks, measured before and after.

The figures of its success are the estimate's own: who doubts the estimate can let the pilot decide. Persons are never
named: a pilot is for a team and its roles, and those who decide are functions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.costs import Amount, Costs, costs_of
from analyzer.opportunity.hours_back import works_worth
from analyzer.opportunity.pilot_choice import (
    LEAST_MINUTES,
    baseline_weeks,
    chance,
    first_case,
    fitting,
    fitting_minutes,
    pilot_weeks,
    readiness_of,
    team_rows,
)
from analyzer.opportunity.safeguard_steps import safeguard_steps
from analyzer.opportunity.value import use_case_table, with_keys

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

WISH_TO_KEEP = 0.75
"""Part of those taking part who should want to keep it (judgement: three in four)."""
SMALL_GROUP = 5
"""Results of fewer people are shown to nobody outside the team: each could be recognised."""


@dataclass(frozen=True)
class Criterion:
    """One thing to look at: a code, and the numbers that decide.

    Of success: time, adoption, checking, errors, wish. Of stopping: no_time, harm, checking_eats, unwanted.
    """

    code: str
    facts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Pilot:
    """A pilot as data; ``analyzer.report.pilot_words`` puts it into words.

    ``team`` and each of ``roles`` may be missing where the list names none. ``people``: of the team who do the work.
    ``weeks``: 4 to 8; ``baseline_weeks``: 2 to 4. ``baseline_minutes``: a week, as the list says. ``minutes_each`` and
    ``times_a_week``: ``None`` where the list does not say. ``freed``: minutes a week in this team. ``training_hours``:
    for each person. ``deciders``: "team_lead", "participants", then the functions that answer for the flags (codes of
    ``safeguard_steps.owners``). ``cautions``: small_group, not_easy, unplanned, unpaid (in a pilot chosen by hand:
    chosen_not_easy, chosen_unplanned, chosen_unpaid), lost_in_chance, little_time, not_ready. ``chosen``: by hand.
    """

    use_case_key: str
    use_case: str
    solution: str
    flags: str
    team: str | None
    roles: tuple[str, ...]
    people: float
    weeks: int
    baseline_weeks: int
    baseline_minutes: float
    minutes_each: float | None
    times_a_week: float | None
    freed: Amount
    training_hours: float
    success: tuple[Criterion, ...]
    stop: tuple[Criterion, ...]
    deciders: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    chosen: bool = False


def propose_pilot(
    estimate: HoursEstimate,
    cases: pd.DataFrame | None = None,
    costs: Costs | None = None,
    paying: Collection[str] | None = None,
) -> Pilot | None:
    """Propose the first pilot: start small. What somebody chose (``Appeal.begins``) goes before any proposal, as long
    as it frees anything.

    Nothing that pays somebody, decides on a person, can hurt one or is regulated, unless there is nothing else; of the
    rest the use case that :func:`~analyzer.opportunity.pilot_choice.first_case` puts first, one that the roadmap would
    build if there is any. The team is the one where most time would be freed, teams that say they are ready before
    others.

    :param estimate: an estimate of hours freed.
    :param cases: its :func:`~analyzer.opportunity.value.use_case_table`, if it is at hand.
    :param costs: they say how many days building and hours of training take; the shipped ones if absent.
    :param paying: keys of the use cases that pay for themselves in money (``Money.paying``), where somebody asked.
    :returns: ``None`` if no use case frees anything.
    """
    cases, costs = use_case_table(estimate) if cases is None else cases, costs or costs_of()
    freeing = cases[cases["minutes_freed_central"] > 0]
    if freeing.empty:
        return None
    frame = with_keys(estimate.frame)
    fits = freeing[fitting(freeing, frame)]
    planned = works_worth(freeing[freeing["quadrant"] != "not_now"], estimate, costs)
    appeals = estimate.facts.priorities.appeals
    chosen = freeing[freeing["use_case_key"].isin([key for key, appeal in appeals.items() if appeal.begins])]
    if chosen.empty:
        case = first_case(freeing if fits.empty else fits, frame, estimate, planned, paying)
    else:
        case = chosen.iloc[0]
    rows = team_rows(frame[frame["use_case_key"] == case["use_case_key"]], estimate)
    said = "" if chosen.empty else "chosen_"
    doubts = {
        f"{said}not_easy": case["use_case_key"] not in set(fits["use_case_key"]),
        f"{said}unplanned": case["use_case_key"] not in planned,
        f"{said}unpaid": paying is not None and case["use_case_key"] not in paying,
    }
    return replace(_pilot(case, rows, estimate, costs, doubts), chosen=not chosen.empty)


def _pilot(
    case: pd.Series, rows: pd.DataFrame, estimate: HoursEstimate, costs: Costs, doubts: Mapping[str, bool]
) -> Pilot:
    team = None if pd.isna(rows["team"].iloc[0]) else str(rows["team"].iloc[0])
    central = float(rows["minutes_freed_central"].sum())
    # Ends are never added row by row: the team has its part of the use case's own range.
    part = central / float(case["minutes_freed_central"])
    freed = Amount(float(case["minutes_freed_low"]) * part, central, float(case["minutes_freed_high"]) * part)
    heads = rows.assign(role=rows["role"].fillna("")).groupby("role")["headcount"].max().fillna(1.0).sum()
    times = _times_a_week(rows)
    minutes = float(rows["minutes_per_week"].sum())
    share = central / float(fitting_minutes(rows).sum())
    weeks = pilot_weeks(int(case["effort"]), times, share)
    owners = [step.owner for step in safeguard_steps(str(case["flags"]), str(case["solution"]))]
    cautions = {
        "small_group": heads < SMALL_GROUP,
        **doubts,
        "lost_in_chance": times is not None and share < chance(times, weeks),
        "little_time": central < LEAST_MINUTES,
        "not_ready": readiness_of(team or "", estimate) < 1.0,
    }
    return Pilot(
        use_case_key=str(case["use_case_key"]),
        use_case=str(case["use_case"]),
        solution=str(case["solution"]),
        flags=str(case["flags"]),
        team=team,
        roles=tuple(sorted({str(role) for role in rows["role"].dropna()})),
        people=float(heads),
        weeks=weeks,
        baseline_weeks=baseline_weeks(times),
        baseline_minutes=minutes,
        minutes_each=minutes / times if times else None,
        times_a_week=times,
        freed=freed,
        training_hours=costs.of(str(case["solution"]), "training_hours").central,
        success=_success(rows, freed),
        stop=_stop(freed, weeks),
        deciders=("team_lead", "participants", *(owner for owner in dict.fromkeys(owners) if owner != "team_lead")),
        cautions=tuple(code for code, holds in cautions.items() if holds),
    )


def _times_a_week(rows: pd.DataFrame) -> float | None:
    """Return how often the work comes up in a week, all people together."""
    times = rows["occurrences_per_week"] * rows["headcount"].fillna(1.0)
    return float(times.sum()) if times.notna().all() and times.sum() > 0 else None


def _success(rows: pd.DataFrame, freed: Amount) -> tuple[Criterion, ...]:
    weights = rows["minutes_freed_central"].to_numpy(dtype="float64")
    adoption, review = (float(np.average(rows[name], weights=weights)) for name in ("adoption", "review"))
    criteria = [Criterion("time", {"minutes": freed.central}), Criterion("adoption", {"share": adoption})]
    if review > 0:
        criteria.append(Criterion("checking", {"share": review}))
    return (*criteria, Criterion("errors"), Criterion("wish", {"share": WISH_TO_KEEP}))


def _stop(freed: Amount, weeks: int) -> tuple[Criterion, ...]:
    return (
        Criterion("no_time", {"minutes": freed.low, "weeks": weeks / 2}),
        Criterion("harm"),
        Criterion("checking_eats"),
        Criterion("unwanted"),
    )
