"""Sections on what the figures rest on: the formula, what would change them, and the studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate
from analyzer.numbers import format_duration, format_range, format_share, labelled
from analyzer.opportunity import assumption_fields, evidence, tornado
from analyzer.opportunity.here import MEASURED_HERE
from analyzer.report.page_parts import assumption_value
from analyzer.report.story.parts import Bars, Points, Section, Series, Table
from analyzer.report.theme import palette

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.evidence import Family

_SHOWN = (
    "adoption",
    "review",
    "checked_by_sampling",
    "ramp_up_months",
    "hours_per_day",
    "leave_days",
    "public_holidays",
)
_MOST_INPUTS = 6
_THEME = "light"


def reckoning(estimate: HoursEstimate, language: str) -> Section:
    """Return the formula, and the assumptions with why each matters and where it comes from."""
    values = estimate.assumptions.model_dump()
    fields = {field.name: field for field in assumption_fields(language)}
    rows = tuple(
        (
            fields[name].label,
            assumption_value(fields[name], values[name], language),
            fields[name].why,
            fields[name].source,
        )
        for name in _SHOWN
        if name in fields
    )
    heads = (
        translate("Assumption", language),
        translate("Value", language),
        translate("Why it matters", language),
        translate("Source", language),
    )
    return Section(
        "reckoning",
        translate("How the figures are made", language),
        translate("Time freed = minutes a week × share freed × adoption × (1 − checking)", language),
        table=Table(heads, rows, (2.2, 1.2, 4.4, 4.2)),
        note=translate(
            "The share freed comes from published studies for each kind of work; where no study fits, nothing is "
            "counted.",
            language,
        ),
    )


def what_moves(estimate: HoursEstimate, language: str) -> Section | None:
    """Return the inputs that move the total most, and what to ask about each."""
    inputs = tornado(estimate)[:_MOST_INPUTS]
    if not inputs:
        return None
    names = tuple(labelled(one.label(language), format_range(one.low, one.high, language), language) for one in inputs)
    colours = palette(_THEME)
    # The low end is drawn in the colour of the paper, so that what is seen goes from low to high.
    series = (
        Series(translate("Low", language), tuple(max(one.low, 0.0) / 60 for one in inputs), colours.background),
        Series(
            translate("Low to high", language),
            tuple(max(one.high - max(one.low, 0.0), 0.0) / 60 for one in inputs),
            colours.own,
        ),
    )
    central = float(estimate.totals("total").iloc[0]["minutes_freed_central"])
    finding = translate(
        "“{input}” moves the total most: from {low} to {high} a week, {central} now",
        language,
        input=inputs[0].label(language),
        low=format_duration(inputs[0].low, language),
        high=format_duration(inputs[0].high, language),
        central=format_duration(central, language),
    )
    questions = tuple(dict.fromkeys(one.question(language) for one in inputs))[:4]
    return Section(
        "what_moves",
        translate("What to ask next", language),
        finding,
        drawing=Bars(names, series, translate("Hours a week, of all people", language), ". ".join((finding, *names))),
        points=(Points(translate("What to ask next", language), questions),),
    )


def sources(estimate: HoursEstimate, language: str) -> Section | None:
    """Return the studies that the hours of this list rest on, the one with most hours first."""
    frame = estimate.frame
    minutes = frame.groupby("family")["minutes_freed_central"].sum().sort_values(ascending=False)
    known = evidence(language).set_index("code")
    codes = [str(code) for code, value in minutes.items() if value > 0 and str(code) in known.index]
    if not codes:
        return None
    heads = (
        translate("Kind of work", language),
        translate("Freed here a week", language),
        translate("Time freed, of the work", language),
        translate("Sample", language),
        translate("Strength of evidence", language),
        translate("Source", language),
    )
    measured = set(frame.loc[frame["evidence_origin"] == MEASURED_HERE, "family"])
    rows = tuple(
        (
            str(known.at[code, "family"]),
            format_duration(float(minutes[code]), language),
            _found(estimate.terms.evidence[code], language),
            *(
                (translate("measured in your own pilots", language), "", "")
                if code in measured
                else (str(known.at[code, name]) for name in ("sample", "grade", "source"))
            ),
        )
        for code in codes
    )
    return Section(
        "sources",
        translate("Sources", language),
        translate("Every share freed comes from a study that can be looked up", language),
        table=Table(heads, rows, (2.4, 1.2, 1.6, 2.4, 1.2, 3.4), numeric=(1, 2)),
    )


def _found(family: Family, language: str) -> str:
    """Return the share of time freed, with its range."""
    low, central, high = (format_share(end, language) for end in (family.low, family.central, family.high))
    if low == high:
        return central
    return translate("{central} ({low} to {high})", language, central=central, low=low, high=high)
