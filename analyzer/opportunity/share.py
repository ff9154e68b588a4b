"""How much of a task's time can be freed: the evidence of its family, scaled by where the task stands in that family.

    share freed = evidence x place x weight, at most the cap

- *place* = driver score / 75, at most 1.2. The driver is ``automatability`` where a workflow does the work and
  ``assistance`` where a person does it with an assistant (``families.py``).
- *weight* = weight of the rule x the strictest safeguard x one half if the score is uncertain; 0 in the lane
  "keep human".
- *cap* = the most that oversight and handwork leave (``safeguards.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.evidence import Family
from analyzer.opportunity.families import NO_FAMILY, rule
from analyzer.opportunity.here import adoption_here, families_here, review_here
from analyzer.opportunity.local_facts import LocalFacts
from analyzer.opportunity.safeguards import UNCERTAIN_FACTOR, largest_share, share_factor

TYPICAL_SCORE = 75.0
"""Score at which a task gets its family's central share. Studies and vendors chose tasks that suit the tool: nearly
all steps under supervision (T3 = 75) for workflows, midway between "with tools built on it" (50) and "halves the time
by itself" (100) for assistants. Less suited tasks get proportionally less."""

LARGEST_PLACE = 1.2
"""A task better suited than the studied ones gets at most a fifth more: nobody measured beyond (judgement)."""

DOUBT = 40.0
"""``assistance`` comes without an interval of its own: its 90 % range is taken as +- 40 x (1 - confidence) points
(judgement)."""


@dataclass(frozen=True)
class ShareTerms:
    """What the share of each task is made of; arrays of one value a task.

    ``family`` holds codes, ``score*`` the driver score and its 90 % interval (0..100), ``weight`` and ``cap`` 0..1,
    ``checked`` the part of the results that is checked beyond what the family's study already contains (0..1),
    ``adoption`` and ``review`` the central values that hold for the task (0..1). ``evidence`` holds the families by
    code, as they are known here.
    """

    evidence: Mapping[str, Family]
    family: npt.NDArray[np.object_]
    score: FloatArray
    score_low: FloatArray
    score_high: FloatArray
    weight: FloatArray
    cap: FloatArray
    checked: FloatArray
    adoption: FloatArray
    review: FloatArray

    @property
    def review_taken(self) -> FloatArray:
        """Part of the time freed that goes back into checking, by task."""
        return self.checked * self.review


def share_terms(tasks: pd.DataFrame, assumptions: Assumptions, facts: LocalFacts) -> ShareTerms:
    """Collect what each task's share is made of.

    :param tasks: counted frame with ``oversight_needed``, ``uncertain``, ``family_rule`` and ``lane``.
    :param assumptions: adoption, checking, and what part of the results is looked at under sampling.
    :param facts: what is known of this organisation.
    """
    evidence = families_here(facts.measured)
    rules = {code: rule(code) for code in tasks["family_rule"].unique()}
    family = tasks["family_rule"].map({code: found.family for code, found in rules.items()})
    by_assistance = (
        tasks["family_rule"].map({c: found.driver for c, found in rules.items()}) == "assistance"
    ).to_numpy()
    doubt = DOUBT * (1 - tasks["confidence"])
    score = np.where(by_assistance, tasks["assistance"], tasks["automatability"])
    low = np.where(by_assistance, (tasks["assistance"] - doubt).clip(lower=0), tasks["automatability_low"])
    high = np.where(by_assistance, (tasks["assistance"] + doubt).clip(upper=100), tasks["automatability_high"])
    weight = tasks["family_rule"].map({code: found.weight for code, found in rules.items()}).to_numpy(dtype="float64")
    weight = weight * share_factor(tasks["flags"], tasks["oversight_needed"], family)
    weight = weight * np.where(tasks["uncertain"], UNCERTAIN_FACTOR, 1.0) * (tasks["lane"] != "keep_human").to_numpy()
    review, review_measured = review_here(family, assumptions.review, facts)
    checked = _checked(family, tasks["oversight_needed"], assumptions.checked_by_sampling, evidence)
    return ShareTerms(
        evidence=evidence,
        family=family.to_numpy(dtype=object),
        score=score.astype("float64"),
        score_low=low.astype("float64"),
        score_high=high.astype("float64"),
        weight=weight,
        cap=largest_share(tasks["oversight_needed"], tasks["physical"]),
        checked=np.maximum(checked, review_measured),
        adoption=adoption_here(family, tasks["team"], assumptions.adoption, facts),
        review=review,
    )


def _checked(family: pd.Series, needed: pd.Series, by_sampling: float, evidence: Mapping[str, Family]) -> FloatArray:
    """Part of the results that still has to be checked; none where the study timed finished work, checking included."""
    included = family.map({code: found.review_included for code, found in evidence.items()} | {NO_FAMILY: True})
    each = needed.isin(["each", "human"]).to_numpy()
    return np.where(included.to_numpy(dtype=bool), 0.0, np.where(each, 1.0, by_sampling))


def place_in_family(score: FloatArray) -> FloatArray:
    """Return where scores of 0..100 stand in their family: 1 is the studied work, 0 is work the tool cannot touch."""
    return np.minimum(score / TYPICAL_SCORE, LARGEST_PLACE)


def shares_freed(terms: ShareTerms) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the share of each task's time that could be freed, before adoption and checking.

    :returns: low, central, high in 0..1: the ends and the middle of the evidence at the task's own place in its family.
    """
    scale = place_in_family(terms.score) * terms.weight
    ends = []
    for end in ("low", "central", "high"):
        found = {code: getattr(family, end) for code, family in terms.evidence.items()} | {NO_FAMILY: 0.0}
        measured = pd.Series(terms.family).map(found).to_numpy(dtype="float64")
        ends.append(np.clip(measured * scale, 0.0, terms.cap))
    return ends[0], ends[1], ends[2]
