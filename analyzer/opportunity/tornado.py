"""What moves the total most: each input at its low and at its high end while all others stay where they are.

So that the next question is put to the input that matters. The ends are those of the simulation: the evidence of a
family, its tasks' scores, adoption and checking each at their 5th and 95th percentile. Two more are no matter of
chance but of asking: times that are missing, and scores that are too uncertain to be counted in full.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from analyzer.i18n import mark, translate
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.family_words import family_name
from analyzer.opportunity.safeguards import UNCERTAIN_FACTOR
from analyzer.opportunity.share import place_in_family

if TYPE_CHECKING:
    from analyzer.opportunity.hours import HoursEstimate

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "evidence": mark("What studies found ({family})"),
        "score": mark("Scores of the tasks ({family})"),
        "adoption": mark("Adoption"),
        "review": mark("Checking of results"),
        "missing_times": mark("Times that are missing"),
        "uncertain_tasks": mark("Uncertain scores"),
    }
)
_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "evidence": mark(
            "How much time does it save here? Time “{task}” for two weeks the old way and two weeks the new way."
        ),
        "score": mark("Do the scores fit? Look at “{task}” first, and correct what is wrong."),
        "adoption": mark("How many will work the new way? Ask each team now, and count again after a month."),
        "review": mark("How long does it take to check a result? Time twenty of them."),
        "missing_times": mark("How often is it done, and for how long? Ask those who do “{task}”."),
        "uncertain_tasks": mark("What is really done there? Look at “{task}” and correct its score."),
    }
)
_SMALLEST = 0.5
"""Minutes a week that an input must move to be worth a line."""


@dataclass(frozen=True)
class TornadoBar:
    """One input: minutes a week freed in all when it is at its low end, and at its high end.

    ``code``: evidence, score, adoption, review, missing_times or uncertain_tasks. ``family``: the evidence family that
    it is about, or "". ``task``: the largest task concerned, or "". ``tasks``: how many are concerned.
    """

    code: str
    low: float
    high: float
    tasks: int
    family: str = ""
    task: str = field(default="", repr=False)

    @property
    def swing(self) -> float:
        """Minutes a week between the two ends."""
        return self.high - self.low

    def label(self, language: str = "en") -> str:
        """Return the name of the input."""
        return translate(_LABELS[self.code], language, family=family_name(self.family, language) if self.family else "")

    def question(self, language: str = "en") -> str:
        """Return what to ask next, and whom."""
        return translate(_QUESTIONS[self.code], language, task=self.task)


def tornado(estimate: HoursEstimate) -> list[TornadoBar]:
    """Return the inputs that move the total, the one that moves it most first."""
    inputs = _Inputs.of(estimate)
    bars = [*_of_families(estimate, inputs), *_of_everybody(estimate, inputs), *_of_questions(estimate, inputs)]
    return sorted((bar for bar in bars if bar.swing >= _SMALLEST), key=lambda bar: (-bar.swing, bar.code, bar.family))


@dataclass(frozen=True)
class _Inputs:
    """The central values of everything, one a task, and the total that they give."""

    estimate: HoursEstimate
    evidence: FloatArray
    minutes: FloatArray
    exact: float
    shown: float

    @classmethod
    def of(cls, estimate: HoursEstimate) -> _Inputs:
        terms = estimate.terms
        evidence = terms.family.numbers({code: family.central for code, family in terms.evidence.items()}, 0.0)
        minutes = estimate.prepared.minutes
        shown = float(estimate.totals("total")["minutes_freed_central"].iloc[0])
        bare = cls(estimate, evidence, minutes, 0.0, shown)
        return cls(estimate, evidence, minutes, float(bare.freed().sum()), shown)

    def freed(self, **changed: FloatArray) -> FloatArray:
        """Return the minutes a week that each task frees when some inputs are others."""
        terms = self.estimate.terms
        score = np.clip(changed.get("score", terms.score), 0.0, None)
        share = changed.get("evidence", self.evidence) * place_in_family(score) * changed.get("weight", terms.weight)
        kept = 1 - terms.checked * changed.get("review", terms.review)
        declared = changed.get("minutes", self.minutes)
        minutes = declared * self.estimate.weeks.factor(declared)
        freed: FloatArray = minutes * np.clip(share, 0.0, terms.cap) * changed.get("adoption", terms.adoption) * kept
        return freed

    def bar(self, code: str, low: FloatArray, high: FloatArray, concerned: FloatArray, family: str = "") -> TornadoBar:
        """Return the bar of an input from the minutes that all tasks free at its ends.

        :param concerned: for each task how much it matters here, 0 where it does not.
        """
        rows = np.flatnonzero(concerned > 0)
        largest = str(self.estimate.frame["task"].iloc[int(np.argmax(concerned))]) if len(rows) else ""
        ends = sorted(self.shown + float(freed.sum()) - self.exact for freed in (low, high))
        return TornadoBar(code, max(0.0, ends[0]), max(0.0, ends[1]), len(rows), family, largest)


def _of_families(estimate: HoursEstimate, inputs: _Inputs) -> list[TornadoBar]:
    terms, bars = estimate.terms, []
    central = inputs.freed()
    for code, family in terms.evidence.items():
        own = terms.family.among([code])
        concerned = np.where(own, central, 0.0)
        if family.central <= 0 or not concerned.any():
            continue
        ends = [inputs.freed(evidence=np.where(own, end, inputs.evidence)) for end in (family.low, family.high)]
        bars.append(inputs.bar("evidence", ends[0], ends[1], concerned, code))
        part = _part_in_common(estimate, concerned)
        down = terms.score - part * (terms.score - terms.score_low)
        up = terms.score + part * (terms.score_high - terms.score)
        ends = [inputs.freed(score=np.where(own, end, terms.score)) for end in (down, up)]
        bars.append(inputs.bar("score", ends[0], ends[1], concerned, code))
    return bars


def _part_in_common(estimate: HoursEstimate, concerned: FloatArray) -> float:
    """Return how far the scores of a family go together to their ends, 0..1.

    Part of their error they share, the rest largely cancels out among many tasks: with n like pieces of work and
    correlation c the error of their sum is sqrt(c + (1 - c) / n) of what it were if all erred alike.
    """
    common = estimate.assumptions.family_correlation
    by_work = estimate.prepared.work.sums(concerned)
    return math.sqrt(common + (1 - common) * float((by_work**2).sum()) / float(by_work.sum()) ** 2)


def _of_everybody(estimate: HoursEstimate, inputs: _Inputs) -> list[TornadoBar]:
    assumptions, terms, central = estimate.assumptions, estimate.terms, inputs.freed()
    bars = []
    for name, margin in (("adoption", assumptions.adoption_margin), ("review", assumptions.review_margin)):
        value: FloatArray = getattr(terms, name)
        ends = [inputs.freed(**{name: np.clip(value + by, 0.0, 1.0)}) for by in (-margin, margin)]
        concerned = central if name == "adoption" else central * terms.checked
        bars.append(inputs.bar(name, ends[0], ends[1], concerned))
    return bars


def _of_questions(estimate: HoursEstimate, inputs: _Inputs) -> list[TornadoBar]:
    terms, tasks = estimate.terms, estimate.prepared.tasks
    now = inputs.freed()
    known = tasks["minutes_per_week"]
    # Nobody knows a missing time: that of the middle task of the same role is what asking may well bring.
    usual = known.groupby(estimate.weeks.unit).transform("median").fillna(known.median()).fillna(0.0)
    guessed = inputs.freed(minutes=known.fillna(usual).to_numpy(dtype="float64"))
    missing = np.where(known.isna(), guessed, 0.0)
    uncertain = tasks["uncertain"].to_numpy(dtype=bool)
    none = inputs.freed(weight=np.where(uncertain, 0.0, terms.weight))
    full = inputs.freed(weight=np.where(uncertain, terms.weight / UNCERTAIN_FACTOR, terms.weight))
    return [
        inputs.bar("missing_times", now, guessed, missing),
        inputs.bar("uncertain_tasks", none, full, np.where(uncertain, full, 0.0)),
    ]
