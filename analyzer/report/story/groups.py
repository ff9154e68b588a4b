"""Sections that compare roles, and teams, by what each could free per person and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration
from analyzer.opportunity.pilot import SMALL_GROUP
from analyzer.report.charts import role_hours_chart
from analyzer.report.story.freeing import read_out, with_range
from analyzer.report.story.parts import Bars, Section, Series
from analyzer.report.theme import palette
from analyzer.report.wording import with_names

if TYPE_CHECKING:
    from analyzer.opportunity import HoursEstimate

_FEWEST, _MOST = 2, 12
"""Groups compared: one alone is no comparison, and more than a dozen are no picture."""


def by_role(estimate: HoursEstimate, language: str, *, for_the_team: bool) -> Section | None:
    """Return what each role could free; roles of a few people only for readers of the team itself."""
    return _by("role", translate("By role", language), estimate, language, all_of_them=for_the_team)


def by_team(estimate: HoursEstimate, language: str, *, for_the_team: bool) -> Section | None:
    """Return what each team could free, likewise."""
    return _by("team", translate("By team", language), estimate, language, all_of_them=for_the_team)


def _by(
    group: Literal["role", "team"], name: str, estimate: HoursEstimate, language: str, *, all_of_them: bool
) -> Section | None:
    totals = estimate.totals(group)
    known = totals[totals["minutes_per_week"] > 0].dropna(subset=["minutes_per_person_per_day_central"])
    shown = known if all_of_them else known[known["headcount"] >= SMALL_GROUP]
    if len(shown) < _FEWEST:
        return None
    apart, rest = len(known) - len(shown), len(shown) - _MOST
    shown = with_names(shown, language).rename(columns={group: "role"})
    finding = str(role_hours_chart(shown, language=language).layout.meta["title"])
    shown = shown.sort_values("minutes_per_person_per_day_central", ascending=False).head(_MOST)
    low, central, high = (shown[f"minutes_per_person_per_day_{end}"] for end in ("low", "central", "high"))
    names = tuple(
        with_range(str(role), float(least), float(most), language)
        for role, least, most in zip(shown["role"], low, high, strict=True)
    )
    words = tuple(format_duration(float(value), language) for value in central)
    unit = translate("Minutes per person per day", language)
    bar = Series(
        translate("Could be freed", language), tuple(float(value) for value in central), palette("light").own, words
    )
    return Section(
        f"{group}s",
        name,
        finding,
        drawing=Bars(names, (bar,), unit, read_out(finding, names, words)),
        note=" ".join(_notes(apart, rest, language)),
    )


def _notes(apart: int, rest: int, language: str) -> list[str]:
    """Return which groups are not shown, and why."""
    notes = []
    if apart > 0:
        notes.append(
            translate_plural(
                "{number} group of fewer than {people} people is not shown alone, so that nobody is recognised.",
                "{number} groups of fewer than {people} people are not shown alone, so that nobody is recognised.",
                apart,
                language,
                number=format_count(apart, language),
                people=SMALL_GROUP,
            )
        )
    if rest > 0:
        notes.append(
            translate_plural(
                "{number} more frees less.",
                "{number} more free less.",
                rest,
                language,
                number=format_count(rest, language),
            )
        )
    return [*notes, translate("The time of roles and teams is shown, never that of persons.", language)]
