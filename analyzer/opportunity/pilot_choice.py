"""Which use case begins: one whose effect a single team can see within weeks, and where little is at stake."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analyzer.opportunity.pay import settles_pay
from analyzer.opportunity.priority import RISK_OF_FLAG

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

LENGTHS = (4, 6, 8)
"""Weeks a pilot may last: shorter says nothing, longer is no pilot (what consultants and field trials take)."""
BASELINE_WEEKS = (2, 4)
"""Weeks of timing before it starts: two, or as many as :data:`FEWEST_TIMINGS` take, four at most (judgement: nobody
times for longer before anything changes)."""
SPREAD = 0.5
"""How far single times differ from their average, as part of it (judgement: office work)."""
FEWEST_TIMINGS = 20
"""Times the work must come up: twenty settle its average to a fifth (1.96 x SPREAD / sqrt(20) = 0.22)."""
LARGEST_EFFORT = 3
"""A solution that takes months is no pilot of weeks."""
SMALL_EFFORT = 2
"""Days of setting up in tools at hand: what "start small" means."""
LEAST_MINUTES = 30.0
"""Minutes a week below which nobody would notice the difference (judgement)."""
WORTH_MINUTES = 60.0
"""Minutes a week from which a pilot is worth the training and the timing it takes (judgement: an hour)."""
WIDEST = 0.9
"""Where the range is wider than this part of the central figure, studies disagree on this kind of work or its score is
unsure (judgement): a first pilot should have something to show."""
NO_PILOT_FLAGS = ("decision", "safety", "money", "regulated")
"""Nobody learns a new tool where a mistake decides on a person, hurts one, pays somebody or breaks a rule, nor on what
people earn (``pay.py``)."""


def fitting(cases: pd.DataFrame, frame: pd.DataFrame) -> pd.Series:
    """Tell which use cases can be tried within weeks, where nobody can be hurt, is paid or has their pay settled, and
    no rule stands that has to be proved."""
    delicate = cases["flags"].map(lambda flags: bool(set(str(flags).split(";")) & set(NO_PILOT_FLAGS)))
    delicate |= cases["use_case_key"].isin(frame.loc[settles_pay(frame), "use_case_key"])
    return (cases["effort"] <= LARGEST_EFFORT) & (cases["oversight_needed"] != "human") & ~delicate


def first_case(
    cases: pd.DataFrame,
    frame: pd.DataFrame,
    estimate: HoursEstimate,
    planned: Collection[str],
    paying: Collection[str] | None = None,
) -> pd.Series:
    """Return the use case that begins.

    Those come first that a roadmap would build anyway: a trial of what nobody would go on with teaches little. Among
    them those whose effect one team could see (:func:`_seen`), those that pay for themselves, those that free an hour a
    week, those of a narrow range, those of the smallest stake (no flag: no customer and no person's data is touched),
    those of small effort, quick wins, and at last the highest priority.

    :param planned: keys of the use cases that are worth what stands against them, and the hours that they take.
    :param paying: keys of the use cases that pay for themselves; ``None`` where nobody asked for money.
    """
    cases = cases.merge(_begins(frame, estimate), on="use_case_key", how="left", validate="one_to_one")
    points: dict[str, pd.Series] = {
        "unplanned": ~cases["use_case_key"].isin(list(planned)),
        "unseen": ~_seen(cases),
        "unpaid": ~cases["use_case_key"].isin(cases["use_case_key"] if paying is None else list(paying)),
        "slight": cases["team_freed"] < WORTH_MINUTES,
        "doubtful": _doubtful(cases),
        "stake": cases["flags"].map(_stake),
        "larger": cases["effort"] > SMALL_EFFORT,
        "later": cases["quadrant"] != "quick_wins",
    }
    ordered = cases.assign(**points).sort_values(
        [*points, "priority", "minutes_freed_central", "use_case_key"],
        ascending=[*(True for _ in points), False, False, True],
        kind="stable",
    )
    return ordered.iloc[0]


def _doubtful(cases: pd.DataFrame) -> pd.Series:
    return cases["minutes_freed_high"] - cases["minutes_freed_low"] > WIDEST * cases["minutes_freed_central"]


def _begins(frame: pd.DataFrame, estimate: HoursEstimate) -> pd.DataFrame:
    """Return what each use case is in the team that would begin: ``use_case_key``, ``team`` ("" if not stated),
    ``team_freed`` and ``team_minutes`` a week (as much of it as fits into people's weeks: what is freed is counted of
    that), ``times`` a week (NaN where a row does not say)."""
    rows = pd.DataFrame(
        {
            "use_case_key": frame["use_case_key"],
            "team": frame["team"].fillna(""),
            "team_freed": frame["minutes_freed_central"],
            "team_minutes": fitting_minutes(frame),
            "times": frame["occurrences_per_week"] * frame["headcount"].fillna(1.0),
        }
    )
    rows["unsaid"] = rows["times"].isna()
    teams = rows.groupby(["use_case_key", "team"], sort=True).sum().reset_index()
    teams["times"] = teams["times"].mask((teams["unsaid"] > 0) | (teams["times"] <= 0))
    teams["best"] = teams["team_freed"] * teams["team"].map(lambda team: readiness_of(str(team), estimate))
    first: pd.DataFrame = teams.loc[teams.groupby("use_case_key")["best"].idxmax()].drop(columns=["best", "unsaid"])
    return first


def _seen(cases: pd.DataFrame) -> pd.Series:
    """Tell where a team would see the effect: enough minutes, and a difference larger than chance makes.

    Of two averages over ``n`` and ``m`` timings, chance alone makes the second lower by more than 1.645 x SPREAD x
    sqrt(1/n + 1/m) of the average in one case of 20. Where the list does not say how often, minutes alone decide.
    """
    share = cases["team_freed"] / cases["team_minutes"]
    least = cases["times"].map(lambda times: 0.0 if pd.isna(times) else chance(times, LENGTHS[-1]))
    return (cases["team_freed"] >= LEAST_MINUTES) & (share >= least)


def fitting_minutes(rows: pd.DataFrame) -> pd.Series:
    """Return the minutes a week of rows, without what is beyond the week of those who do them."""
    minutes: pd.Series = rows["minutes_per_week"] * rows["week_factor"]
    return minutes


def chance(times_a_week: float, weeks: int) -> float:
    """Return the part of a task's time up to which a measured difference may be chance (see :func:`_seen`)."""
    before = times_a_week * baseline_weeks(times_a_week)
    return float(1.645 * SPREAD * np.sqrt(1 / before + 1 / (times_a_week * weeks)))


def baseline_weeks(times_a_week: float | None) -> int:
    """Return how many weeks to time the work before the start."""
    shortest, longest = BASELINE_WEEKS
    if times_a_week is None:
        return shortest
    return int(np.clip(np.ceil(FEWEST_TIMINGS / times_a_week), shortest, longest))


def _stake(flags: object) -> float:
    """Return what a mistake could do: the risks of all flags together."""
    return sum(RISK_OF_FLAG.get(flag, 0.0) for flag in str(flags).split(";"))


def team_rows(rows: pd.DataFrame, estimate: HoursEstimate) -> pd.DataFrame:
    """Return the rows of the team that begins."""
    team = _begins(rows, estimate)["team"].iloc[0]
    begin: pd.DataFrame = rows[rows["team"].fillna("") == team]
    return begin


def readiness_of(team: str, estimate: HoursEstimate) -> float:
    """Return the factor on adoption that a team's answers make, 1 where nobody answered."""
    answers = estimate.facts.readiness
    found = answers.get(team) or answers.get("")
    return found.adoption_factor if found else 1.0


def pilot_weeks(effort: int, times_a_week: float | None, share: float) -> int:
    """Return the shortest length that leaves time to set up and shows more than chance, else the longest.

    :param effort: 1 to 5.
    :param times_a_week: ``None`` where the list does not say.
    :param share: part of the work's time that is to be freed, 0..1.
    """
    least = LENGTHS[0] + 2 * (effort - 1)
    for weeks in LENGTHS:
        if weeks >= least and (times_a_week is None or share >= chance(times_a_week, weeks)):
            return weeks
    return LENGTHS[-1]
