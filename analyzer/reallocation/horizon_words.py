"""What happens in a horizon of the plan before its hours are there: building, preparing, training, trying out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analyzer.i18n import mark, translate
from analyzer.numbers import to_the_minute
from analyzer.opportunity.balance import MONTHS_A_QUARTER
from analyzer.reallocation.horizons import HORIZONS
from analyzer.reallocation.sheets import listed

if TYPE_CHECKING:
    from analyzer.opportunity.roadmap import Roadmap
    from analyzer.opportunity.schedule import Step
    from analyzer.reallocation.plan import Plan

HORIZON_NAMES = {"month": mark("First month"), "quarter": mark("First quarter"), "year": mark("First year")}
_MOST_NAMED = 2
_SOON = ("month", "quarter")
"""Horizons whose work is told step by step; of a year only what it brings."""


def horizon_lines(plan: Plan, language: str) -> tuple[str, ...]:
    """Return a sentence a horizon: what the plan holds at its end, and for the first two what is done until then."""
    if not plan.roadmap.built:
        return (translate("The roadmap builds no use case yet: nothing is freed until it does.", language),)
    held = plan.horizons.groupby("horizon")["minutes_per_week"].sum()
    lines, before = [], 0
    for code, months in HORIZONS:
        minutes = float(held.get(code, 0.0))
        said = [
            translate(
                "{time} a week of the plan are in place by its end", language, time=to_the_minute(minutes, language)
            )
            if minutes
            else translate("no whole quarter-hour is freed yet", language)
        ]
        if code in _SOON:
            said += _under_way(plan.roadmap, before / MONTHS_A_QUARTER, months / MONTHS_A_QUARTER, language)
        name = translate(HORIZON_NAMES[code], language)
        lines.append(translate("{horizon}: {what}.", language, horizon=name, what=listed(said, language)))
        before = months
    return tuple(lines)


def _under_way(roadmap: Roadmap, begin: float, end: float, language: str) -> list[str]:
    """Return what is done between two moments, in quarters from the start."""
    steps = [step for step in roadmap.steps if step.start < end and step.finish > begin]
    trial = next((step for step in roadmap.steps if step.kind == "pilot"), None)
    said = [
        (mark("rules and safeguards are settled for {names}"), _of(steps, "safeguards")),
        (mark("{names} is prepared"), _of(steps, "readiness")),
        (mark("being built: {names}"), _of(steps, "build")),
        (mark("tried in the pilot: {names}"), _of(steps, "pilot")),
    ]
    told = [translate(words, language, names=_names(found, language)) for words, found in said if found]
    if any(step.kind == "build" and step.finish <= end for step in steps):
        told.append(translate("people are trained on what is ready", language))
    if trial is not None and begin == 0.0 and trial.start > 0.0:
        told.append(translate("the work of the pilot is timed as it is done today, to have a baseline", language))
    return told


def _of(steps: Iterable[Step], kind: str) -> list[Step]:
    return [step for step in steps if step.kind == kind]


def _names(steps: Iterable[Step], language: str) -> str:
    names = list(dict.fromkeys(step.name for step in steps))
    quoted = ", ".join(translate("“{words}”", language, words=name) for name in names[:_MOST_NAMED])
    rest = len(names) - _MOST_NAMED
    return translate("{names} and {count} more", language, names=quoted, count=rest) if rest > 0 else quoted
