"""Sections on what to do: use cases, first pilot, roadmap, money, what the hours become, risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_range, format_share, labelled, to_the_minute
from analyzer.opportunity import use_case_table
from analyzer.opportunity.safeguard_steps import owner_name
from analyzer.reallocation.reasons import kind_name, role_name, title
from analyzer.reallocation.rules import HELP, PLAN_KINDS
from analyzer.report.charts.plan_flow import plan_flow
from analyzer.report.charts.timeline import KINDS, MOST_ROWS, rows_of, timeline_chart
from analyzer.report.decision_sheets import RISK_LEVELS
from analyzer.report.money_story import money_cautions, money_figures, money_finding
from analyzer.report.pilot_words import pilot_cautions, pilot_finding, pilot_parts
from analyzer.report.roadmap_words import later_words, story_words
from analyzer.report.story.audience import warnings_for
from analyzer.report.story.parts import Bar, Bars, Figure, Points, Section, Series, Table, Timeline
from analyzer.report.theme import palette
from analyzer.report.wording import column_title, named

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.opportunity import HoursEstimate
    from analyzer.opportunity.risks import Risk
    from analyzer.report.decision_sheets import Decided

_MOST_CASES, _MOST_NAMES, _MOST_RISKS, _MOST_MOVES = 8, 2, 7, 6
_THEME = "light"


def use_cases(estimate: HoursEstimate, language: str, *, for_the_team: bool) -> Section | None:
    """Return the first use cases in the order in which to take them up."""
    table = use_case_table(estimate)
    freeing = table[table["minutes_freed_central"] > 0]
    if freeing.empty:
        return None
    shown = freeing.head(_MOST_CASES)
    share = float(shown["minutes_freed_central"].sum() / freeing["minutes_freed_central"].sum())
    if len(shown) < len(freeing):
        finding = translate_plural(
            "The first {number} of {all} use case holds {share} of what could be freed",
            "The first {number} of {all} use cases hold {share} of what could be freed",
            len(freeing),
            language,
            number=format_count(len(shown), language),
            all=format_count(len(freeing), language),
            share=format_share(share, language),
        )
    else:
        finding = translate_plural(
            "{number} use case holds all that could be freed",
            "{number} use cases hold all that could be freed",
            len(shown),
            language,
            number=format_count(len(shown), language),
        )
    who = "roles" if for_the_team else "teams"
    heads = (
        column_title("use_case", language),
        translate("Freed a week", language),
        translate("Low to high", language),
        column_title(who, language),
        translate("Solution", language),
        translate("Effort", language),
        translate("Oversight", language),
        column_title("quadrant", language),
    )
    rows = tuple(
        (
            named(row["use_case"], translate("Use case not named", language)),
            format_duration(row["minutes_freed_central"], language),
            format_range(row["minutes_freed_low"], row["minutes_freed_high"], language),
            _names(row[who], language),
            label("solution", row["solution"], language),
            label("effort", str(row["effort"]), language),
            label("oversight", row["oversight_needed"], language),
            label("quadrant", row["quadrant"], language),
        )
        for row in shown.to_dict("records")
    )
    return Section(
        "use_cases",
        translate("Use cases", language),
        finding,
        table=Table(heads, rows, (3.4, 1.1, 1.5, 2.0, 1.6, 1.2, 1.4, 1.3), numeric=(1, 2)),
        note=translate(
            "The order weighs hours against effort and risk. The same work in several teams is one use case.", language
        ),
    )


def first_pilot(decided: Decided, language: str) -> Section | None:
    """Return the card of the first pilot."""
    pilot = decided.pilot
    if pilot is None:
        return None
    *parts, chosen = pilot_parts(pilot, language)
    cautions = pilot_cautions(pilot, language)
    points = [Points(part.title, part.points) for part in parts]
    if cautions:
        points.append(Points(translate("To keep in mind", language), tuple(cautions)))
    return Section(
        "pilot",
        translate("First pilot", language),
        pilot_finding(pilot, language),
        points=tuple(points),
        details=(f"{chosen.title} – {' '.join(chosen.points)}",),
    )


def roadmap(estimate: HoursEstimate, decided: Decided, language: str) -> Section | None:
    """Return the roadmap as a timeline."""
    held, beginning = decided.roadmap, decided.beginning
    rows = rows_of(held)
    if not rows:
        return None
    finding, pace = (
        str(timeline_chart(held, beginning, language=language).layout.meta[n]) for n in ("title", "subtitle")
    )
    shown = rows[:MOST_ROWS]
    end = max(1, min(held.capacity.quarters, max(int(-(-step.finish // 1)) for steps in shown for step in steps)))
    columns = tuple(beginning.name(quarter, language) for quarter in range(end))
    drawn = tuple(
        (steps[-1].name, tuple(Bar(step.start, min(step.finish, end), step.kind) for step in steps)) for steps in shown
    )
    colours = palette(_THEME)
    fills = {
        "readiness": colours.muted,
        "safeguards": colours.reported,
        "build": colours.own,
        "pilot": colours.measured,
    }
    present = {step.kind for steps in shown for step in steps}
    kinds = tuple((kind, label("step", kind, language), fills[kind]) for kind in KINDS if kind in present)
    story = story_words(held, use_case_table(estimate), language)
    later = [later_words(held, language)] if held.later else []
    alt = "; ".join(f"{steps[-1].name}: {beginning.name(int(steps[0].start + 1e-9), language)}" for steps in shown)
    return Section(
        "roadmap",
        translate("Roadmap", language),
        finding,
        drawing=Timeline(columns, drawn, kinds, alt),
        note=f"{pace} {story}".strip(),
        details=tuple(later),
    )


def money(estimate: HoursEstimate, decided: Decided, language: str, *, for_the_team: bool) -> Section | None:
    """Return what the hours are worth and cost, if money was asked for."""
    if decided.money is None:
        return None
    told = money_figures(decided.money, decided.cash, estimate.assumptions.adoption, language)
    figures = tuple(
        Figure(
            one.label,
            " ".join(part for part in (one.value, one.period) if part),
            translate("range: {range}", language, range=one.range),
        )
        for one in told
    )
    return Section(
        "money",
        translate("Money", language),
        money_finding(decided.money, decided.cash, language),
        figures=figures,
        note=" ".join(money_cautions(warnings_for(estimate, for_the_team=for_the_team), language)),
        details=tuple(labelled(one.label, one.note, language) for one in told if one.note),
    )


def plan(decided: Decided, language: str, *, for_the_team: bool) -> Section | None:
    """Return what the freed hours become; single roles only for readers of the team itself."""
    moves = decided.moves
    if moves is None or moves.empty:
        return None
    by_kind = moves.groupby("kind")["minutes_per_week"].sum()
    kinds = [kind for kind in PLAN_KINDS if kind in by_kind.index]
    names = tuple(kind_name(kind, language) for kind in kinds)
    values = tuple(float(by_kind[kind]) for kind in kinds)
    words = tuple(to_the_minute(value, language) for value in values)
    finding = str(plan_flow(moves, language=language).layout.meta["title"])
    colours = palette(_THEME)
    own = {"learning": colours.reported, "relief": colours.lanes["keep_human"], HELP: colours.measured}
    bars = Series(
        translate("Hours a week", language),
        tuple(value / 60 for value in values),
        colours.own,
        words,
        tuple(own.get(kind, colours.own) for kind in kinds),
    )
    alt = "; ".join(f"{name}: {word}" for name, word in zip(names, words, strict=True))
    points = [
        Points(
            translate("What holds for every role", language),
            (
                translate(
                    "Relief and learning come before new work; what changes for a person in a month has a ceiling.",
                    language,
                ),
                translate("It is a proposal: each role says what it makes of its own hours.", language),
            ),
        )
    ]
    if for_the_team:
        points.append(Points(translate("The largest moves", language), _largest(moves, language)))
    return Section(
        "plan",
        translate("What the hours become", language),
        finding,
        drawing=Bars(names, (bars,), translate("Hours a week, of all people", language), alt),
        points=tuple(points),
        note=translate("The plan holds once all of the freed time has come; the roadmap says when.", language),
    )


def risks(decided: Decided, language: str) -> Section | None:
    """Return the greatest risk of each use case, those that weigh most first."""
    counting = [(name, risk) for name, register in decided.risks.items() for risk in register if not risk.aside]
    if not counting:
        return None
    order = list(RISK_LEVELS)
    first: dict[str, tuple[str, Risk]] = {}
    for name, risk in sorted(counting, key=lambda one: (order.index(one[1].level), -one[1].likelihood * one[1].impact)):
        first.setdefault(risk.code, (name, risk))
    shown = list(first.values())[:_MOST_RISKS]
    high = sum(risk.level == "high" for _, risk in counting)
    finding = translate_plural(
        "{number} risk has been looked at, {high} of them high: each has a measure and somebody who sees to it",
        "{number} risks have been looked at, {high} of them high: each has a measure and somebody who sees to it",
        len(counting),
        language,
        number=format_count(len(counting), language),
        high=format_count(high, language),
    )
    heads = (
        translate("What could happen", language),
        translate("Level", language),
        translate("For example in", language),
        translate("What is done about it", language),
        translate("Who sees to it", language),
    )
    rows = []
    for name, risk in shown:
        why, measure = risk.words(language)
        rows.append(
            (why, translate(RISK_LEVELS[risk.level], language), name, measure, owner_name(risk.owner, language))
        )
    return Section(
        "risks",
        translate("Risks", language),
        finding,
        table=Table(heads, tuple(rows), (3.2, 1.0, 2.2, 4.0, 1.6)),
        note=translate("Each kind of risk is shown once, with the use case in which it weighs most.", language),
    )


def _largest(moves: pd.DataFrame, language: str) -> tuple[str, ...]:
    rows = moves[~moves["kind"].isin(["learning", "relief"])].nlargest(_MOST_MOVES, "minutes_per_week")
    return tuple(
        translate(
            "{role}: {activity} ({time})",
            language,
            role=role_name(move["role"], None, language),
            activity=title(move, language),
            time=to_the_minute(float(move["minutes_per_week"]), language),
        )
        for move in rows.to_dict("records")
    )


def _names(names: tuple[str, ...], language: str) -> str:
    """Return the first names, and how many more there are."""
    words, rest = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    return words if rest <= 0 else translate("{names} and {count} more", language, names=words, count=rest)
