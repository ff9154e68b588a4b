"""How much of a task's time can be freed: the evidence of its family, scaled by where the task stands in that family.

    share freed = evidence x place x weight, at most the cap

- *place* = driver score / 75, at most 1.2. The driver is ``automatability`` where a workflow does the work and
  ``assistance`` where a person does it with an assistant (``families.py``).
- *weight* = weight of the rule x the strictest safeguard x one half if the score is uncertain; 0 in the lane
  "keep human".
- *cap* = the most that oversight and handwork leave (``safeguards.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import BoolArray, Coded, Codes, FloatArray
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


@dataclass(frozen=True, eq=False)
class ShareBasis:
    """What the share of each task is made of whatever is assumed: computed once a list.

    ``family`` and ``team`` by name; ``score*`` the driver score and its 90 % interval (0..100), ``weight`` and ``cap``
    0..1; ``each`` tells whose results are looked at one by one.
    """

    family: Coded
    team: Coded
    score: FloatArray
    score_low: FloatArray
    score_high: FloatArray
    weight: FloatArray
    cap: FloatArray
    each: BoolArray


@dataclass(frozen=True, eq=False)
class ShareTerms(ShareBasis):
    """What the share of each task is made of; arrays of one value a task.

    ``checked``: the part of the results that is checked beyond what the family's study already contains (0..1),
    ``adoption`` and ``review`` the central values that hold for the task (0..1). ``evidence`` holds the families by
    code, as they are known here.
    """

    evidence: Mapping[str, Family]
    checked: FloatArray
    adoption: FloatArray
    review: FloatArray

    @property
    def review_taken(self) -> FloatArray:
        """Part of the time freed that goes back into checking, by task."""
        return self.checked * self.review

    @cached_property
    def kinds(self) -> tuple[FloatArray, Codes]:
        """The different triples of adoption, checking and part checked, and for each task the place of its own."""
        return _different([self.adoption, self.review, self.checked])


def share_basis(tasks: pd.DataFrame, team: Coded | None = None) -> ShareBasis:
    """Collect what each task's share is made of whatever is assumed.

    :param tasks: counted frame with ``oversight_needed``, ``uncertain``, ``family_rule`` and ``lane``.
    :param team: its teams, if they are at hand.
    """
    rules = Coded.of(tasks["family_rule"])
    by_code = {code: rule(code) for code in rules.names}
    family = tasks["family_rule"].map({code: found.family for code, found in by_code.items()})
    by_assistance = rules.among([code for code, found in by_code.items() if found.driver == "assistance"])
    doubt = DOUBT * (1 - tasks["confidence"])
    score = np.where(by_assistance, tasks["assistance"], tasks["automatability"])
    low = np.where(by_assistance, (tasks["assistance"] - doubt).clip(lower=0), tasks["automatability_low"])
    high = np.where(by_assistance, (tasks["assistance"] + doubt).clip(upper=100), tasks["automatability_high"])
    weight = rules.numbers({code: found.weight for code, found in by_code.items()}, 0.0)
    weight = weight * share_factor(tasks["flags"], tasks["oversight_needed"], family)
    weight = weight * np.where(tasks["uncertain"], UNCERTAIN_FACTOR, 1.0) * (tasks["lane"] != "keep_human").to_numpy()
    return ShareBasis(
        family=Coded.of(family),
        team=Coded.of(tasks["team"]) if team is None else team,
        score=score.astype("float64"),
        score_low=low.astype("float64"),
        score_high=high.astype("float64"),
        weight=weight,
        cap=largest_share(tasks["oversight_needed"], tasks["physical"]),
        each=tasks["oversight_needed"].isin(["each", "human"]).to_numpy(dtype=bool),
    )


def share_terms(basis: ShareBasis, assumptions: Assumptions, facts: LocalFacts) -> ShareTerms:
    """Collect what each task's share is made of.

    :param assumptions: adoption, checking, and what part of the results is looked at under sampling.
    :param facts: what is known of this organisation.
    """
    evidence = families_here(facts.measured)
    review, review_measured = review_here(basis.family, assumptions.review, facts)
    # Where the study timed finished work, checking included, none is left to take off; nor where no study fits.
    included = [code for code, found in evidence.items() if found.review_included] + [NO_FAMILY]
    looked_at = np.where(basis.each, 1.0, assumptions.checked_by_sampling)
    checked = np.where(basis.family.among(included), 0.0, looked_at)
    return ShareTerms(
        **vars(basis),
        evidence=evidence,
        checked=np.maximum(checked, review_measured),
        adoption=adoption_here(basis.family, basis.team, assumptions.adoption, facts),
        review=review,
    )


def _different(columns: Sequence[FloatArray]) -> tuple[FloatArray, Codes]:
    """Return the different rows of columns in their order, and for each row the place of its own."""
    parts = [np.unique(column, return_inverse=True) for column in columns]
    joined = np.zeros(len(columns[0]), dtype=np.intp)
    for values, code in parts:
        joined = joined * max(1, len(values)) + code
    found, first, kind = np.unique(joined, return_index=True, return_inverse=True)
    return np.column_stack([column[first] for column in columns]).reshape(len(found), len(columns)), kind


def place_in_family(score: FloatArray) -> FloatArray:
    """Return where scores of 0..100 stand in their family: 1 is the studied work, 0 is work the tool cannot touch."""
    return np.minimum(score / TYPICAL_SCORE, LARGEST_PLACE)


def share_parts(terms: ShareTerms) -> dict[str, FloatArray]:
    """Return what the central share of each task is the product of, so that a reader can follow it.

    :returns: ``study`` (central share of the family, 0..1), ``place`` (:func:`place_in_family`), ``weight`` and ``cap``
        (0..1): share = min(study x place x weight, cap), and never below 0.
    """
    study = terms.family.numbers({code: family.central for code, family in terms.evidence.items()}, 0.0)
    return {"study": study, "place": place_in_family(terms.score), "weight": terms.weight, "cap": terms.cap}


def shares_freed(terms: ShareTerms) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the share of each task's time that could be freed, before adoption and checking.

    :returns: low, central, high in 0..1: the ends and the middle of the evidence at the task's own place in its family.
    """
    scale = place_in_family(terms.score) * terms.weight
    ends = []
    for end in ("low", "central", "high"):
        measured = terms.family.numbers({code: getattr(family, end) for code, family in terms.evidence.items()}, 0.0)
        ends.append(np.clip(measured * scale, 0.0, terms.cap))
    return ends[0], ends[1], ends[2]
