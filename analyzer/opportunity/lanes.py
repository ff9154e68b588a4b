"""Four lanes: automate, assist, redesign, keep human. A stated rule, read from top to bottom.

1. *keep human*: a person must do it (unless there is much to draft), it is done by hand (unless a machine is known
   for it), the relation is the work, or neither a workflow nor an assistant could do much.
2. *automate*: nearly all steps, often and alike, no check of each result, at a screen, and the score is certain.
3. *redesign*: half of the steps or more could run alone, but something stands in the way that can be changed: cases
   differ, each result is checked, it is rare, or the score is uncertain and wants a look first.
4. *assist*: the rest, done by a person with an assistant.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

LANES = ("automate", "assist", "redesign", "keep_human")

MOST_STEPS = 62.5
"""Automatability from which "nearly all steps" (75) is nearer than "half" (50)."""
HALF_THE_STEPS = 37.5
"""Score from which "half" (50) is nearer than "under half" (25); for ``assistance`` too."""
OFTEN_AND_ALIKE = 50.0
"""Repetitiveness of weekly work with variations; what is rarer or more varied is not worth a robot as it is."""
BY_HAND = 60.0
"""``physical`` from which the work is done by hand or by being there rather than at a screen."""
RELATION = 70.0
"""``interpersonal`` from which trust, care or persuasion is the work itself."""
LEAST_CONFIDENCE = 0.35
"""Below this the score says little more than that the task was not understood."""
WIDEST_INTERVAL = 95.0
"""A 90 % interval of automatability that leaves out a twentieth of the scale says as little. (Levels lie 25 apart, so
an interval that spans three of them is usual and no reason for doubt by itself: it widens the range of hours.)"""

WORKFLOW_SOLUTIONS = ("rules", "capture", "reporting", "scheduling", "predictive", "cobot")
"""Solutions that run without a person once they are set up."""


def uncertain(tasks: pd.DataFrame) -> pd.Series:
    """Tell which tasks' scores say too little to build on; a task whose scores a person has corrected has been looked
    at."""
    width = tasks["automatability_high"] - tasks["automatability_low"]
    return ((tasks["confidence"] < LEAST_CONFIDENCE) | (width > WIDEST_INTERVAL)) & ~tasks["overridden"]


def choose_lanes(tasks: pd.DataFrame) -> pd.Series:
    """Return the lane of each task.

    :param tasks: counted frame with ``oversight_needed`` and ``uncertain``.
    :returns: codes of :data:`LANES`, same index.
    """
    automatability, assistance, solution = tasks["automatability"], tasks["assistance"], tasks["solution"]
    by_hand = tasks["physical"] >= BY_HAND
    machine = solution.isin(["predictive", "cobot"]) & (automatability >= MOST_STEPS)
    human_only = tasks["oversight_needed"] == "human"
    keep = (
        (human_only & ((assistance < 50) | by_hand))
        | (by_hand & ~machine)
        | (tasks["interpersonal"] >= RELATION)
        | (solution == "none")
        | ((automatability < HALF_THE_STEPS) & (assistance < HALF_THE_STEPS))
    )
    automate = (
        (automatability >= MOST_STEPS)
        & (tasks["repetitiveness"] >= OFTEN_AND_ALIKE)
        & tasks["oversight_needed"].isin(["none", "sampling"])
        & ~by_hand
        & ~tasks["uncertain"]
    )
    redesign = (
        (automatability >= HALF_THE_STEPS)
        & (solution.isin(WORKFLOW_SOLUTIONS) | (assistance < HALF_THE_STEPS))
        & ~human_only
    )
    lane = np.select([keep, automate, redesign], ["keep_human", "automate", "redesign"], default="assist")
    return pd.Series(lane, index=tasks.index, dtype="str")


def with_chosen_lanes(lanes: pd.Series, scores: pd.DataFrame) -> pd.Series:
    """Return the lanes with those in their place that a person has chosen.

    :param lanes: lanes by the rule, RangeIndex.
    :param scores: the scores frame, same rows; a code of :data:`LANES` in its ``lane`` counts where ``overridden`` is
        set.
    """
    if "lane" not in scores.columns or "overridden" not in scores.columns:
        return lanes
    stated = scores["lane"].reset_index(drop=True)
    chosen = stated.isin(LANES) & scores["overridden"].reset_index(drop=True).fillna(False).astype(bool)
    return lanes.where(~chosen, stated.astype("str"))
