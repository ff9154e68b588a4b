"""Estimate against actual, by use case: what a pilot measured beside what the evidence alone had promised.

A measurement is a pair of minutes for the same case, before and after. What is freed is the mean of the differences;
its 90 % interval is Student's t on the paired differences, mean +- t(n - 1) x s / sqrt(n). Both are divided by the mean
of the minutes before, which gives shares. One measurement has no interval, and fewer than five say little.

The estimate beside it is that of a case done the new way: share freed less checking, before adoption.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
import pandas as pd
from scipy.stats import t as student

from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.columns import FloatArray
from analyzer.opportunity.families import NO_FAMILY
from analyzer.opportunity.local_facts import LocalFacts
from analyzer.opportunity.measured import Measured
from analyzer.opportunity.share import place_in_family, share_basis, share_terms
from analyzer.opportunity.totals import ENDS

FEW = 5
"""Measurements below which chance weighs more than the tool (judgement)."""

CONFIDENCE = 0.90

Verdict = Literal["no_estimate", "one", "few", "as_estimated", "more", "less"]


@dataclass(frozen=True)
class Span:
    """A low, central and high value; without an interval both ends are the central value."""

    low: float
    central: float
    high: float


@dataclass(frozen=True)
class Standing:
    """Where a use case stands in its family: what a measurement of it is kept with.

    :ivar family: the evidence family that most of its time goes by; ``None`` if no study fits.
    :ivar place: what the family's share is multiplied by: place of the score x weight of rule and safeguards.
    :ivar checked: part of the results that is checked beyond what the study contains, 0..1.
    """

    family: str | None
    place: float
    checked: float


@dataclass(frozen=True)
class Actual:
    """One use case, measured.

    :ivar measurements: pairs of minutes.
    :ivar minutes_before: mean minutes of a case before.
    :ivar minutes_freed: mean minutes freed a case, with its interval.
    :ivar share: share of the time of a case that was freed, with its interval; below 0 where it takes longer now.
    :ivar expected: the share that was estimated from the evidence; ``None`` where nothing was.
    :ivar verdict: "one" or "few" measurements; "as_estimated" (the estimate's centre lies in the interval), "more",
        "less"; "no_estimate".
    """

    use_case_key: str
    measurements: int
    minutes_before: float
    minutes_freed: Span
    share: Span
    expected: Span | None
    verdict: Verdict


def standing_of(tasks: pd.DataFrame, assumptions: Assumptions) -> Standing:
    """Return where a use case stands in its family.

    :param tasks: its rows of the opportunity frame; tasks of other families than the main one are left out.
    """
    terms = share_terms(share_basis(tasks.reset_index(drop=True)), assumptions, LocalFacts())
    minutes = _weights(tasks)
    by_family = pd.Series(terms.family.sums(minutes), index=terms.family.names).drop(NO_FAMILY, errors="ignore")
    if by_family.empty:
        return Standing(None, 0.0, 0.0)
    family = str(by_family.idxmax())
    rows = terms.family.among([family])
    place = place_in_family(terms.score) * terms.weight
    return Standing(
        family,
        float(np.average(place[rows], weights=minutes[rows])),
        float(np.average(terms.checked[rows], weights=minutes[rows])),
    )


def expected_share(tasks: pd.DataFrame) -> Span | None:
    """Return the share of a case that the estimate has freed, checking taken off, before adoption.

    :param tasks: rows of the use case, of an estimate without measurements.
    :returns: ``None`` where nothing is freed.
    """
    minutes = _weights(tasks)
    kept = 1 - tasks["review"].to_numpy(dtype="float64")
    low, central, high = (
        float(np.average(tasks[f"share_freed_{end}"].to_numpy(dtype="float64") * kept, weights=minutes)) for end in ENDS
    )
    return Span(low, central, high) if high > 0 else None


def actual_of(key: str, measured: Sequence[Measured], expected: Span | None) -> Actual:
    """Return what was measured of one use case beside its estimate.

    :param measured: its measurements, at least one.
    """
    before = np.array([one.minutes_before for one in measured])
    freed = paired_interval(before - np.array([one.minutes_after for one in measured]))
    mean = float(before.mean())
    share = Span(freed.low / mean, freed.central / mean, freed.high / mean)
    return Actual(key, len(measured), mean, freed, share, expected, _verdict(len(measured), share, expected))


def paired_interval(differences: FloatArray) -> Span:
    """Return the mean of paired differences with its 90 % t interval; of one difference, that difference alone."""
    mean = float(differences.mean())
    if len(differences) < 2:
        return Span(mean, mean, mean)
    margin = float(student.ppf((1 + CONFIDENCE) / 2, len(differences) - 1)) * float(differences.std(ddof=1))
    margin /= sqrt(len(differences))
    return Span(mean - margin, mean, mean + margin)


def actuals(measured: Iterable[Measured], frame: pd.DataFrame) -> tuple[list[Actual], list[str]]:
    """Return every measured use case beside its estimate.

    :param frame: opportunity frame of an estimate without measurements, with ``use_case_key``.
    :returns: the actuals, the most measured first; and the keys of use cases that are no longer in the list.
    """
    by_key: dict[str, list[Measured]] = {}
    for one in measured:
        by_key.setdefault(one.use_case_key, []).append(one)
    rows = frame[frame["use_case_key"].isin(list(by_key))].groupby("use_case_key")
    expected = {str(key): expected_share(tasks) for key, tasks in rows}
    found = [actual_of(key, several, expected.get(key)) for key, several in by_key.items()]
    found.sort(key=lambda actual: (-actual.measurements, actual.use_case_key))
    return found, [key for key in by_key if key not in expected]


def _verdict(count: int, share: Span, expected: Span | None) -> Verdict:
    if expected is None:
        return "no_estimate"
    if count == 1:
        return "one"
    if share.low > expected.central:
        return "more" if count >= FEW else "few"
    if share.high < expected.central:
        return "less" if count >= FEW else "few"
    return "as_estimated" if count >= FEW else "few"


def _weights(tasks: pd.DataFrame) -> FloatArray:
    """Return minutes a week, or equal weights where none is known."""
    minutes = tasks["minutes_per_week"].fillna(0.0).to_numpy(dtype="float64")
    return minutes if minutes.sum() > 0 else np.ones(len(tasks))
