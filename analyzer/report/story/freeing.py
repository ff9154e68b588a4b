"""Sections on the hours: in sum, beside what studies measured, by lane, and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range, labelled, shown_minutes
from analyzer.report.charts import opportunity_map, ruler_chart
from analyzer.report.page_parts import lead
from analyzer.report.pilot_words import pilot_finding, pilot_first_step
from analyzer.report.story.audience import warning_words
from analyzer.report.story.parts import Bars, Figure, Map, Mark, Marks, Points, Section, Series
from analyzer.report.theme import LANES, lane_colour, palette
from analyzer.report.wording import named, with_names

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.report.decision_sheets import Decided

_MOST_WARNINGS = 3
_MOST_MARKS, _NAMED_MARKS = 80, 6
_THEME = "light"


def summary(estimate: HoursEstimate, decided: Decided, language: str, *, for_the_team: bool) -> Section:
    """Return the page that somebody with one minute reads."""
    total = estimate.totals("total").iloc[0]
    freeing = int((estimate.totals("use_case")["minutes_freed_central"] > 0).sum())
    points = []
    if decided.pilot is not None:
        first = (pilot_finding(decided.pilot, language), pilot_first_step(decided.pilot, language))
        points.append(Points(translate("Where to begin", language), first))
    warnings = warning_words(estimate, language, for_the_team=for_the_team)
    if warnings:
        title = translate("To know before using these figures", language)
        points.append(Points(title, tuple(warnings[:_MOST_WARNINGS])))
    figures = (
        _ranged(translate("Freed a week, of all people", language), total, "minutes_freed", language),
        _ranged(translate("Per person per day", language), total, "minutes_per_person_per_day", language),
        _ranged(translate("In a year, leave taken off", language), total, "hours_per_year", language, minutes=60),
        Figure(
            translate("Use cases that free time", language),
            format_count(freeing, language),
            translate_plural(
                "from {number} task of the list",
                "from {number} tasks of the list",
                int(total["tasks"]),
                language,
                number=format_count(int(total["tasks"]), language),
            ),
        ),
    )
    return Section(
        "summary",
        translate("In short", language),
        lead(estimate, language),
        figures=figures if total["minutes_per_week"] > 0 else (),
        points=tuple(points),
        note=_how_ranges_read(language),
        details=tuple(warnings[_MOST_WARNINGS:]),
    )


def beside_studies(estimate: HoursEstimate, language: str) -> Section | None:
    """Return the estimate beside published totals, one bar each."""
    marks = estimate.ruler()
    if not marks or marks[0].minutes_per_day_central <= 0:
        return None
    colours = palette(_THEME)
    own = {"estimate": colours.own, "measured": colours.measured}
    finding = str(ruler_chart(marks, language=language).layout.meta["title"])
    words = tuple(format_duration(one.minutes_per_day_central, language) for one in marks)
    bars = Series(
        translate("Time freed per person per day", language),
        tuple(one.minutes_per_day_central for one in marks),
        colours.own,
        words,
        tuple(own.get(one.kind, colours.reported) for one in marks),
    )
    names = tuple(
        with_range(one.label(language), one.minutes_per_day_low, one.minutes_per_day_high, language) for one in marks
    )
    return Section(
        "studies",
        translate("Beside what was measured", language),
        finding,
        drawing=Bars(
            names, (bars,), translate("Minutes per person per day", language), read_out(finding, names, words)
        ),
        note=translate(
            "Blue: this estimate. Green: measured in surveys and field experiments. Orange: what users say of "
            "themselves.",
            language,
        ),
        details=tuple(f"{one.label(language)} – {note}" for one in marks if (note := one.note(language))),
    )


def by_lane(estimate: HoursEstimate, language: str) -> Section | None:
    """Return what is freed of the time stated, by lane."""
    lanes = estimate.totals("lane").set_index("lane")
    timed = set(lanes.index[lanes["minutes_per_week"] > 0])
    lanes = lanes.loc[[lane for lane in LANES if lane in timed]]
    if lanes.empty:
        return None
    freed, stated = lanes["minutes_freed_central"].clip(lower=0.0), lanes["minutes_per_week"]
    words = tuple(
        translate(
            "{freed} of {stated}",
            language,
            freed=format_duration(float(a), language),
            stated=format_duration(float(b), language),
        )
        for a, b in zip(freed, stated, strict=True)
    )
    names = tuple(
        labelled(label("lane", str(lane), language), word, language)
        for lane, word in zip(lanes.index, words, strict=True)
    )
    # What a reader gets who takes one figure from the other as they are written.
    kept = shown_minutes(float(stated.sum())) - shown_minutes(float(freed.sum()))
    finding = translate(
        "{stays} of the {stated} a week stated stays with people; {freed} could be freed",
        language,
        stays=format_duration(kept, language),
        stated=format_duration(float(stated.sum()), language),
        freed=format_duration(float(freed.sum()), language),
    )
    colours = palette(_THEME)
    series = (
        Series(translate("Could be freed", language), tuple(float(v) / 60 for v in freed), colours.own),
        Series(
            translate("Stays with people", language),
            tuple(float(v) / 60 for v in (stated - freed).clip(lower=0.0)),
            colours.grid,
        ),
    )
    return Section(
        "lanes",
        translate("Where the hours are", language),
        finding,
        drawing=Bars(names, series, translate("Hours a week, of all people", language), ". ".join((finding, *names))),
        points=(
            Points(
                translate("How to read it", language),
                tuple(
                    f"{label('lane', str(lane), language)} – {label('lane_help', str(lane), language)}"
                    for lane in lanes.index
                ),
            ),
        ),
    )


def on_the_map(estimate: HoursEstimate, language: str) -> Section | None:
    """Return the opportunity map of the tasks that take most time."""
    frame = with_names(estimate.frame, language)
    timed = frame[frame["minutes_per_week"] > 0]
    if timed.empty:
        return None
    finding = str(opportunity_map(estimate.frame, language=language).layout.meta["title"])
    shown = timed.nlargest(_MOST_MARKS, "minutes_per_week")
    first = shown.drop_duplicates("task").nlargest(_NAMED_MARKS, "minutes_freed_central")
    numbers = {index: number for number, index in enumerate(first.index, start=1)}
    groups = []
    # Last drawn, last covered: what frees most is mostly to automate, and numbered marks come last of their lane.
    ordered = shown.assign(numbered=shown.index.isin(first.index)).sort_values("numbered", kind="stable")
    for lane in reversed(LANES):
        rows = ordered[ordered["lane"] == lane]
        if not rows.empty:
            colour = lane_colour(lane, _THEME)
            groups.append(Marks(label("lane", lane, language), colour, _marks(rows, numbers)))
    x, y = translate("Repetitive (0 to 100)", language), translate("Automatable (0 to 100)", language)
    note = translate("Each mark is a task; its size is its minutes a week.", language)
    if len(timed) > len(shown):
        more = translate(
            "Shown: the {shown} of {all} tasks that take most time.",
            language,
            shown=format_count(len(shown), language),
            all=format_count(len(timed), language),
        )
        note = f"{note} {more}"
    listed = tuple(
        translate(
            "{task}: {duration} a week ({range})",
            language,
            task=named(row["task"], "…"),
            duration=format_duration(row["minutes_freed_central"], language),
            range=format_range(row["minutes_freed_low"], row["minutes_freed_high"], language),
        )
        for row in first.to_dict("records")
    )
    return Section(
        "map",
        translate("Opportunity map", language),
        finding,
        drawing=Map(tuple(groups), x, y, f"{finding}. {note}"),
        points=(Points(translate("Tasks that could free most", language), listed, numbered=True),),
        note=note,
    )


def _marks(rows: pd.DataFrame, numbers: Mapping[Hashable, int]) -> tuple[Mark, ...]:
    return tuple(
        Mark(float(x), float(y), float(size), named(task, "…"), numbers.get(index, 0))
        for index, x, y, size, task in zip(
            rows.index,
            rows["repetitiveness"],
            rows["automatability"],
            rows["minutes_per_week"],
            rows["task"],
            strict=True,
        )
    )


def _ranged(name: str, total: pd.Series, column: str, language: str, *, minutes: float = 1.0) -> Figure:
    low, central, high = (float(total[f"{column}_{end}"]) * minutes for end in ("low", "central", "high"))
    return Figure(name, format_duration(central, language), format_range(low, high, language))


def with_range(name: str, low: float, high: float, language: str) -> str:
    """Return a name with the range of what it stands for, if it has one."""
    return name if high <= low else f"{name} ({format_range(low, high, language)})"


def _how_ranges_read(language: str) -> str:
    return translate(
        "Low and high are the 5th and 95th percentile of simulated draws; ranges of groups do not add up.", language
    )


def read_out(finding: str, names: tuple[str, ...], words: tuple[str, ...]) -> str:
    """Return a chart in words, for readers who do not see it."""
    return ". ".join([finding, "; ".join(f"{name}: {word}" for name, word in zip(names, words, strict=True))])
