"""A ruler: the estimate beside what has been measured, and beside what users say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from analyzer.i18n import mark, translate
from analyzer.opportunity.assumptions import Assumptions
from analyzer.opportunity.evidence import RULER_CODES, shipped_evidence

MEASURED_SHARE = (13 / 480, 45 / 480)
"""Least and most that representative surveys and field experiments found: 13 to 45 minutes of an eight-hour day."""

_SELF_REPORT = "(self-report)"
_ESTIMATE = mark("Your estimate")
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "any_use": mark("Any use of AI at work, France: what users say"),
        "office_copilot": mark("Office assistant, British civil servants: what users say"),
        "users": mark("Users of generative AI, national survey in the United States"),
        "exposed_occupations": mark("Eleven exposed occupations, survey and registers in Denmark"),
    }
)
"""Published totals on the ruler. The evidence row on rework is none: it is a share of the time saved, not of the time
worked."""


@dataclass(frozen=True)
class RulerMark:
    """One mark: share of working time, and minutes of one person's working day.

    ``kind`` is "estimate", "measured" (representative surveys, registers) or "self_reported" (users asked what they
    save). Where a source gives one figure, low and high are that figure.
    """

    code: str
    kind: Literal["estimate", "measured", "self_reported"]
    share_low: float
    share_central: float
    share_high: float
    minutes_per_day_low: float
    minutes_per_day_central: float
    minutes_per_day_high: float
    name: str
    basis: str = ""
    sample: str = ""
    grade: str = ""
    source: str = ""

    def label(self, language: str = "en") -> str:
        """Return the name of the mark in ``language``."""
        return translate(self.name, language)

    def note(self, language: str = "en") -> str:
        """Return what the mark rests on, in ``language``; "" for the estimate itself."""
        if not self.basis:
            return ""
        return translate(
            "{basis} ({sample}; {grade} evidence). {source}.",
            language,
            basis=translate(self.basis, language),
            sample=translate(self.sample, language),
            grade=translate(self.grade, language),
            source=self.source,
        )


def ruler(share_low: float, share_central: float, share_high: float, assumptions: Assumptions) -> list[RulerMark]:
    """Return the estimate and the published totals on one scale.

    :param share_low: low end of the share of working time freed, 0..1; :meth:`HoursEstimate.ruler` works it out.
    :param share_central: central value, 0..1.
    :param share_high: high end, 0..1.
    :param assumptions: they say how long a day is; a published share becomes that share of this day.
    :returns: the estimate first, then the published marks from small to large.
    """
    day = assumptions.minutes_per_day
    published = []
    for row in shipped_evidence():
        code = RULER_CODES.get(row.family, "")
        if code not in _NAMES:
            continue
        central = row.central_pct / 100
        low = central if row.low_pct is None else row.low_pct / 100
        high = central if row.high_pct is None else row.high_pct / 100
        published.append(
            RulerMark(
                code=code,
                kind="self_reported" if _SELF_REPORT in row.family else "measured",
                share_low=low,
                share_central=central,
                share_high=high,
                minutes_per_day_low=low * day,
                minutes_per_day_central=central * day,
                minutes_per_day_high=high * day,
                name=_NAMES[code],
                basis=row.basis,
                sample=row.sample,
                grade=row.grade,
                source=row.source,
            )
        )
    own = RulerMark(
        code="estimate",
        kind="estimate",
        share_low=share_low,
        share_central=share_central,
        share_high=share_high,
        minutes_per_day_low=share_low * day,
        minutes_per_day_central=share_central * day,
        minutes_per_day_high=share_high * day,
        name=_ESTIMATE,
    )
    return [own, *sorted(published, key=lambda published_mark: published_mark.share_central)]


def measured_range(assumptions: Assumptions) -> tuple[float, float]:
    """Return the least and the most minutes a day that have been measured, for a working day of the length assumed."""
    return MEASURED_SHARE[0] * assumptions.minutes_per_day, MEASURED_SHARE[1] * assumptions.minutes_per_day
