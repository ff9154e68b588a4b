"""What pilots measured, combined with the evidence: share freed, adoption and checking of a family of work.

One rule serves all three, the normal-normal update. With a prior of mean m0 and standard deviation t, and pilots that
found m1, m2, … with variances v1, v2, …:

    1 / s^2   = 1 / t^2 + 1 / v1 + 1 / v2 + …
    posterior = s^2 x (m0 / t^2 + m1 / v1 + m2 / v2 + …)

It lies between the prior and what was measured, and its range never gets wider with another measurement.

- *Share freed.* m0 is the central share of the evidence, t = (high - low) / (2 x 1.645), because low and high hold nine
  cases in ten. A measurement found the share (before - after) / before of the time of a case, checking included. That
  is what the evidence gives where its study timed finished work; elsewhere the minutes of checking are put back, or,
  where nobody measured them, the share is divided by (1 - part checked x assumed checking). It is then divided by the
  task's place in its family, which the estimate multiplies by. The range shrinks by s / t on both sides of the
  posterior.
- *Adoption.* m0 is the assumption, t = its margin / 1.645; a measurement found cases done the new way / all cases.
- *Checking.* m0 is part checked x assumption, t = part checked x margin / 1.645; a measurement found
  checking / (before - after + checking). Only where the study did not time finished work.

A pilot is one use case in one team. Its variance is SPREAD_OF_PILOTS^2 + SPREAD_OF_ONE^2 / n: however often one task is
measured, other tasks of its family differ from it. For shares, n is the sum of place^2 over its n measurements, since
dividing by a small place makes errors large.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

import numpy as np

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.evidence import FAMILY_CODES, families, shipped_evidence
from analyzer.opportunity.local_facts import MeasuredFamily

SPREAD_OF_ONE = 0.25
"""Standard deviation of one measurement of a share around what the task frees on average (judgement: cases of one task
differ by a quarter of their time)."""

SPREAD_OF_PILOTS = 0.10
"""Standard deviation of what tasks of one family free around their family's share (judgement: half of the width of the
evidence on drafting, 10 to 40 %, is 0.15; places in the family explain a part of it)."""

SMALLEST_PLACE = 0.1
"""Tasks that stand lower in their family say nothing of it: their measurements are shown and move nothing."""

_NO_SPREAD = 1e-9
"""Standard deviation below which a prior is taken for certain; its square could not be divided by."""

Z = 1.6448536
"""Standard deviations from the middle to the 5th and 95th percentile."""


class Measured(Protocol):
    """One measurement; see ``analyzer.workspace.MeasuredMinutes``, which has these attributes."""

    @property
    def use_case_key(self) -> str:
        """Stable key of the use case."""

    @property
    def team(self) -> str | None:
        """The team that was measured, if one is stated."""

    @property
    def minutes_before(self) -> float:
        """Minutes of a case before."""

    @property
    def minutes_after(self) -> float:
        """Minutes of a case done the new way, checking included."""

    @property
    def minutes_checking(self) -> float | None:
        """How many of these go into checking, if that was measured."""

    @property
    def cases(self) -> int | None:
        """Cases that came in, if they were counted."""

    @property
    def cases_new_way(self) -> int | None:
        """How many of them were done the new way."""

    @property
    def family(self) -> str | None:
        """Evidence family of the use case."""

    @property
    def place(self) -> float:
        """What the family's share is multiplied by for it."""

    @property
    def checked(self) -> float:
        """Part of the results that is checked beyond what the family's study contains."""


@dataclass(frozen=True)
class Belief:
    """A mean with its standard deviation: of the prior, of the posterior, or of what one pilot found."""

    mean: float
    sd: float


def update(prior: Belief, found: Iterable[Belief]) -> Belief:
    """Return the posterior of a normal prior after normal findings.

    A prior without spread, or next to none, stays as it is.
    """
    if prior.sd < _NO_SPREAD:
        return prior
    precision, weighted = 1 / prior.sd**2, prior.mean / prior.sd**2
    for one in found:
        precision += 1 / one.sd**2
        weighted += one.mean / one.sd**2
    return Belief(weighted / precision, sqrt(1 / precision))


def measured_families(measured: Iterable[Measured], assumptions: Assumptions) -> dict[str, MeasuredFamily]:
    """Return what holds of each family that was measured here, evidence and measurements together.

    :param measured: measurements, in any order; those without a family, or far from the work that was studied, move
        nothing.
    :param assumptions: prior of adoption and checking.
    """
    by_family: dict[str, list[Measured]] = defaultdict(list)
    for one in measured:
        if moves_family(one):
            by_family[str(one.family)].append(one)
    return {family: _family(family, rows, assumptions) for family, rows in sorted(by_family.items())}


def moves_family(one: Measured) -> bool:
    """Tell whether a measurement says anything of a family of work."""
    return one.family in families() and one.place >= SMALLEST_PLACE


def prior_of(family: str) -> tuple[float, float, float]:
    """Return low, central and high share of the evidence on a family, as the studies give them: low may be negative,
    and a family where they found nothing keeps its width."""
    row = next(row for row in shipped_evidence() if FAMILY_CODES.get(row.family) == family)
    if row.low_pct is None or row.high_pct is None:
        raise KeyError(family)  # the reader of the evidence refuses a family without both ends
    return row.low_pct / 100, row.central_pct / 100, row.high_pct / 100


def share_found(one: Measured, assumptions: Assumptions) -> float:
    """Return the share of the time that a measurement says its family frees, before checking where the study left it
    out, limited to -1..1."""
    freed = one.minutes_before - one.minutes_after
    if families()[str(one.family)].review_included:
        share = freed / one.minutes_before
    elif one.minutes_checking is not None:
        share = (freed + one.minutes_checking) / one.minutes_before
    else:
        share = freed / one.minutes_before / max(1 - one.checked * assumptions.review, 0.1)
    return min(max(share / one.place, -1.0), 1.0)


def _family(family: str, rows: Sequence[Measured], assumptions: Assumptions) -> MeasuredFamily:
    pilots: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for one in rows:
        pilots[one.use_case_key, one.team or ""].append(one)
    low, central, high = prior_of(family)
    prior = Belief(central, (high - low) / (2 * Z))
    shares = update(prior, [_share(pilot, assumptions) for pilot in pilots.values()])
    narrowed = shares.sd / prior.sd
    middle = _share_of_time(shares.mean)
    return MeasuredFamily(
        low=min(_share_of_time(shares.mean - (central - low) * narrowed), middle),
        central=middle,
        high=max(_share_of_time(shares.mean + (high - central) * narrowed), middle),
        pilots=len(pilots),
        adoption=_adoption(list(pilots.values()), assumptions),
        review=None if families()[family].review_included else _review(list(pilots.values()), assumptions),
    )


def _share(pilot: Sequence[Measured], assumptions: Assumptions) -> Belief:
    weights = np.array([one.place**2 for one in pilot])
    found = np.array([share_found(one, assumptions) for one in pilot])
    return Belief(float(np.average(found, weights=weights)), _sd(float(weights.sum())))


def _adoption(pilots: Iterable[Sequence[Measured]], assumptions: Assumptions) -> float | None:
    prior = Belief(assumptions.adoption, assumptions.adoption_margin / Z)
    counted = [
        [one.cases_new_way / one.cases for one in pilot if one.cases and one.cases_new_way is not None]
        for pilot in pilots
    ]
    return _mean_of(prior, counted)


def _review(pilots: Sequence[Sequence[Measured]], assumptions: Assumptions) -> float | None:
    checked = float(np.mean([one.checked for pilot in pilots for one in pilot]))
    prior = Belief(checked * assumptions.review, checked * assumptions.review_margin / Z)
    return _mean_of(prior, [[part for one in pilot if (part := _checking(one)) is not None] for pilot in pilots])


def _checking(one: Measured) -> float | None:
    """Return the share of the time freed that went back into checking, 0..1; ``None`` if it was not measured, or if
    nothing was freed that it could have been taken from."""
    if one.minutes_checking is None:
        return None
    freed = one.minutes_before - one.minutes_after + one.minutes_checking
    return min(one.minutes_checking / freed, 1.0) if freed > 0 else None


def _mean_of(prior: Belief, pilots: Iterable[Sequence[float]]) -> float | None:
    """Return the posterior mean of a share, or ``None`` where no pilot measured it."""
    found = [Belief(float(np.mean(values)), _sd(len(values))) for values in pilots if values]
    return _share_of_time(update(prior, found).mean) if found else None


def _sd(measurements: float) -> float:
    return sqrt(SPREAD_OF_PILOTS**2 + SPREAD_OF_ONE**2 / measurements)


def _share_of_time(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 6)
