"""The first pilot: one team, one use case, four to eight weeks, measured before and after.

The figures of its success are the estimate's own: who doubts the estimate can let the pilot decide. Persons are never
named: a pilot is for a team and its roles, and those who decide are functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.costs import Amount, Costs, costs_of
from analyzer.opportunity.pay import settles_pay
from analyzer.opportunity.safeguard_steps import safeguard_steps
from analyzer.opportunity.value import use_case_table, with_keys

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

LENGTHS = (4, 6, 8)
"""Weeks a pilot may last: shorter says nothing, longer is no pilot (what consultants and field trials take)."""
BASELINE_WEEKS = 2
"""Weeks of timing before it starts (judgement: long enough for weekly work to come twice)."""
FEWEST_TIMINGS = 20
"""Times the work must come up: where single times differ by half of their average, twenty settle the average to a
fifth (1.96 x 0.5 / sqrt(20) = 0.22)."""
LARGEST_EFFORT = 3
"""A solution that takes months is no pilot of weeks."""
SMALL_EFFORT = 2
"""Days of setting up in tools at hand: what "start small" means."""
LEAST_MINUTES = 30.0
"""Minutes a week below which nobody would notice the difference (judgement)."""
DOUBTFUL = 0.5
"""Where the low end is below this part of the central figure, studies disagree on this kind of work (judgement): a
first pilot should have something to show."""
NO_PILOT_FLAGS = ("decision", "safety")
"""Nobody learns a new tool where a mistake decides on a person or hurts one, nor on what people earn (``pay.py``)."""
HARDLY_EVER = 10
"""Times in the longest pilot below which it shows nothing (judgement: half of :data:`FEWEST_TIMINGS`)."""
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
    ``weeks``: 4 to 8. ``baseline_minutes``: a week, as the list says. ``minutes_each`` and ``times_a_week``: ``None``
    where the list does not say. ``freed``: minutes a week in this team. ``training_hours``: for each person.
    ``deciders``: "team_lead", "participants", then the functions that answer for the flags (codes of
    ``safeguard_steps.owners``). ``cautions``: small_group, not_easy,
    rare_work, little_time, not_ready.
    """

    use_case_key: str
    use_case: str
    solution: str
    flags: str
    team: str | None
    roles: tuple[str, ...]
    people: float
    weeks: int
    baseline_minutes: float
    minutes_each: float | None
    times_a_week: float | None
    freed: Amount
    training_hours: float
    success: tuple[Criterion, ...]
    stop: tuple[Criterion, ...]
    deciders: tuple[str, ...]
    cautions: tuple[str, ...] = ()


def propose_pilot(
    estimate: HoursEstimate, cases: pd.DataFrame | None = None, costs: Costs | None = None
) -> Pilot | None:
    """Propose the first pilot: start small.

    Of the use cases that can be tried within weeks, where nobody can be hurt and nobody's pay is settled, those come
    first that the roadmap does not put off and that free enough to be noticed; among them those of small effort that
    come up often enough to show anything, then those whose mistakes stay in the team (no flag: no customer, no person's
    data, no payment is touched), those that studies agree on, work that comes up often, quick wins, and at last the
    highest priority. The team is the one where most time would be freed, teams that say they are ready before others.

    :param estimate: an estimate of hours freed.
    :param cases: its :func:`~analyzer.opportunity.value.use_case_table`, if it is at hand.
    :param costs: they say how many hours of training a person takes; the shipped ones if absent.
    :returns: ``None`` if no use case frees anything.
    """
    cases = use_case_table(estimate) if cases is None else cases
    freeing = cases[cases["minutes_freed_central"] > 0]
    if freeing.empty:
        return None
    frame = with_keys(estimate.frame)
    fits = freeing[_fits(freeing, frame)]
    case = _first(freeing if fits.empty else fits, frame)
    rows = _team_rows(frame[frame["use_case_key"] == case["use_case_key"]], estimate)
    return _pilot(case, rows, estimate, costs or costs_of(), easy=not fits.empty)


def _fits(cases: pd.DataFrame, frame: pd.DataFrame) -> pd.Series:
    delicate = cases["flags"].map(lambda flags: bool(set(str(flags).split(";")) & set(NO_PILOT_FLAGS)))
    delicate |= cases["use_case_key"].isin(frame.loc[settles_pay(frame), "use_case_key"])
    return (cases["effort"] <= LARGEST_EFFORT) & (cases["oversight_needed"] != "human") & ~delicate


def _first(cases: pd.DataFrame, frame: pd.DataFrame) -> pd.Series:
    a_week = frame["occurrences_per_week"] * frame["headcount"].fillna(1.0)
    times = cases["use_case_key"].map(a_week.groupby(frame["use_case_key"]).sum(min_count=1)) * LENGTHS[-1]
    points = {
        "not_now": cases["quadrant"] == "not_now",
        "unseen": cases["minutes_freed_central"] < LEAST_MINUTES,
        "larger": cases["effort"] > SMALL_EFFORT,
        "hardly_ever": times < HARDLY_EVER,
        "seen_outside": cases["flags"].fillna("").astype(str) != "",
        "doubtful": cases["minutes_freed_low"] < DOUBTFUL * cases["minutes_freed_central"],
        "rare": times < FEWEST_TIMINGS,
        "later": cases["quadrant"] != "quick_wins",
    }
    ordered = cases.assign(**points).sort_values(
        [*points, "priority", "minutes_freed_central", "use_case_key"],
        ascending=[*(True for _ in points), False, False, True],
        kind="stable",
    )
    return ordered.iloc[0]


def _team_rows(rows: pd.DataFrame, estimate: HoursEstimate) -> pd.DataFrame:
    """Return the rows of the team that begins."""
    freed = rows["minutes_freed_central"].groupby(rows["team"].fillna("")).sum()
    ready = freed.index.map(lambda team: _readiness(str(team), estimate))
    best = (freed * ready).sort_index().idxmax()
    return rows[rows["team"].fillna("") == best]


def _readiness(team: str, estimate: HoursEstimate) -> float:
    answers = estimate.facts.readiness
    found = answers.get(team) or answers.get("")
    return found.adoption_factor if found else 1.0


def _pilot(case: pd.Series, rows: pd.DataFrame, estimate: HoursEstimate, costs: Costs, *, easy: bool) -> Pilot:
    team = None if pd.isna(rows["team"].iloc[0]) else str(rows["team"].iloc[0])
    central = float(rows["minutes_freed_central"].sum())
    # Ends are never added row by row: the team has its part of the use case's own range.
    part = central / float(case["minutes_freed_central"])
    freed = Amount(float(case["minutes_freed_low"]) * part, central, float(case["minutes_freed_high"]) * part)
    heads = rows.assign(role=rows["role"].fillna("")).groupby("role")["headcount"].max().fillna(1.0).sum()
    times = _times_a_week(rows)
    weeks = _weeks(int(case["effort"]), times)
    minutes = float(rows["minutes_per_week"].sum())
    owners = [step.owner for step in safeguard_steps(str(case["flags"]))]
    cautions = {
        "small_group": heads < SMALL_GROUP,
        "not_easy": not easy,
        "rare_work": times is not None and times * weeks < FEWEST_TIMINGS,
        "little_time": central < LEAST_MINUTES,
        "not_ready": _readiness(team or "", estimate) < 1.0,
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


def _weeks(effort: int, times_a_week: float | None) -> int:
    """Return the shortest length that leaves time to set up and sees the work often enough, else the longest."""
    least = LENGTHS[0] + 2 * (effort - 1)
    for weeks in LENGTHS:
        if weeks >= least and (times_a_week is None or times_a_week * weeks >= FEWEST_TIMINGS):
            return weeks
    return LENGTHS[-1]


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
