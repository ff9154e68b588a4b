"""The totals of an estimate as cards: hours a week and minutes per person per day, each with its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, format_range, format_share
from analyzer.opportunity import measured_range
from analyzer.ui.analysis import one_row
from analyzer.ui.components.figures import Figure
from analyzer.ui.formats import Spread

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.ui.analysis import Analysis, Row


_ROOM = 1.25
"""How much longer than its largest value a range's line is."""


def hours_a_week(analysis: Analysis, language: str) -> Figure:
    """Return the card of the hours that could be freed."""
    spread = Spread.of(analysis.total, "minutes_freed")
    taken = float(analysis.total["minutes_per_week"])
    return Figure(
        label=translate("Could be freed", language),
        value=format_duration(spread.central, language),
        period=translate("a week", language),
        spread=_between(spread, language),
        note=translate(
            "{share} of the {duration} a week that are listed",
            language,
            share=format_share(float(analysis.total["share_central"]), language),
            duration=format_duration(taken, language),
        ),
        line=(spread, spread.high * _ROOM),
        main=True,
    )


def hours_of_part(analysis: Analysis, tasks: pd.DataFrame, language: str) -> Figure:
    """Return the card of the hours that a part of the list could free.

    The range is given where the part is a whole role, team or path. For any other part there is none to give: ranges
    of tasks do not add up, because not everything goes badly, or well, at once.

    :param tasks: some rows of ``analysis.tasks``.
    """
    central, taken = (float(tasks[name].sum()) for name in ("minutes_freed_central", "minutes_per_week"))
    row = _as_group(analysis, tasks)
    spread = None if row is None else Spread.of(row, "minutes_freed")
    return Figure(
        label=translate("Could be freed in what is shown", language),
        value=format_duration(central, language),
        period=translate("a week", language),
        spread=translate("no range: this choice is no whole role, team or path", language)
        if spread is None
        else _between(spread, language),
        note=translate(
            "{share} of the {duration} a week that are listed",
            language,
            share=format_share(central / taken if taken else 0.0, language),
            duration=format_duration(taken, language),
        ),
        line=None if spread is None else (spread, spread.high * _ROOM),
        main=True,
    )


def _as_group(analysis: Analysis, tasks: pd.DataFrame) -> Row | None:
    """Return the total of the role, team or path that some tasks are all of; ``None`` if they are no such group."""
    for by in ("role", "team", "lane"):
        names = tasks[by].dropna().unique()
        if len(names) == 1 and int((analysis.tasks[by] == names[0]).sum()) == len(tasks):
            totals = analysis.estimate.totals(by)
            return one_row(totals, int((totals[by] == names[0]).to_numpy().argmax()))
    return None


def minutes_a_day(analysis: Analysis, language: str) -> Figure:
    """Return the card of the minutes per person per day, beside what has been measured."""
    spread = Spread.of(analysis.total, "minutes_per_person_per_day")
    low, high = measured_range(analysis.estimate.assumptions)
    people = float(analysis.total["headcount"])
    return Figure(
        label=translate_plural(
            "Per person per day, {people} person",
            "Per person per day, {people} people",
            round(people),
            language,
            people=format_count(people, language),
        ),
        value=format_duration(spread.central, language),
        period=translate("a day", language),
        spread=_between(spread, language),
        note=translate("Studies measured {range}", language, range=format_range(low, high, language)),
        line=(spread, max(high, spread.high) * _ROOM),
    )


def hours_a_year(analysis: Analysis, language: str) -> Figure:
    """Return the card of the hours a year."""
    spread = Spread.of(analysis.total, "hours_per_year")
    in_minutes = Spread(spread.low * 60, spread.central * 60, spread.high * 60)
    low, central, high = (float(analysis.total[f"hours_per_month_{end}"]) * 60 for end in ("low", "central", "high"))
    days = format_count(analysis.estimate.assumptions.working_days_per_year, language)
    return Figure(
        label=translate("Over a year of {days} working days", language, days=days),
        value=format_duration(in_minutes.central, language),
        period=translate("a year", language),
        spread=_between(in_minutes, language),
        note=translate(
            "A month is a twelfth of it: {duration} ({range})",
            language,
            duration=format_duration(central, language),
            range=format_range(low, high, language),
        ),
    )


def _between(spread: Spread, language: str) -> str:
    return translate("range: {range}", language, range=format_range(spread.low, spread.high, language))
