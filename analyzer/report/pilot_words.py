"""A pilot in words: what is tried, what is measured, when it has succeeded, who learns, who decides, when to stop."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.i18n import mark, translate, translate_plural
from analyzer.labels import label
from analyzer.numbers import format_count, format_duration, format_number, format_range, format_share
from analyzer.opportunity.pilot import SMALL_GROUP, Criterion, Pilot
from analyzer.opportunity.pilot_choice import FEWEST_TIMINGS, LEAST_MINUTES
from analyzer.opportunity.safeguard_steps import owner_name, safeguard_steps

_SUCCESS = {
    "time": mark("Time: at least {duration} a week less in this team, measured against the baseline."),
    "adoption": mark("Use: at least {share} of this work is done the new way in the last week."),
    "checking": mark("Checking: it takes at most {share} of the time that is freed."),
    "errors": mark("Quality: no more errors than in the weeks before."),
    "wish": mark("People: at least {share} of those taking part want to keep it; they are asked without names."),
}
_STOP = {
    "no_time": mark("after {weeks} weeks less than {duration} a week is freed;"),
    "no_time_at_all": mark("after {weeks} weeks no time is freed;"),
    "harm": mark("an error reaches a customer, a payment or a person and nobody caught it;"),
    "checking_eats": mark("checking the results takes as long as the work did before;"),
    "unwanted": mark("most of those taking part ask to stop."),
}
_CAUTIONS = {
    "small_group": mark(
        "Fewer than {people} people take part: show their results to nobody outside the team, each could be recognised."
    ),
    "not_easy": mark(
        "Every use case of this list is delicate or takes months: try this one on copies of past work, with nothing at "
        "stake."
    ),
    "unplanned": mark(
        "By its hours alone it is not worth setting up: in two years it would take more of them than it frees, or it "
        "frees too little for its effort and risk. This list holds nothing better that is safe to try: begin with it "
        "to learn, on a small scale, or do not begin yet."
    ),
    "unpaid": mark(
        "In money it would not pay for itself within three years. It is proposed all the same because nothing that "
        "does could be tried safely, within weeks and with an effect that one team sees: let it show what such a "
        "change takes before money is spent."
    ),
    "chosen_not_easy": mark(
        "It pays somebody, settles pay, falls under a rule, decides on a person, can hurt one or takes months: try it "
        "on copies of past work, with nothing at stake."
    ),
    "chosen_unplanned": mark(
        "By its hours alone it is not worth setting up: in two years it would take more of them than it frees, or it "
        "frees too little for its effort and risk."
    ),
    "chosen_unpaid": mark("In money it would not pay for itself within three years."),
    "lost_in_chance": mark(
        "The work comes up so seldom, or so little of it would be freed, that chance could hide the result: take the "
        "pilot as a first impression, not as a measure."
    ),
    "little_time": mark(
        "It frees less than {minutes} minutes a week: do it to learn how such a change goes, not for the time."
    ),
    "not_ready": mark("The team says it is not ready: see what it lacks before the pilot starts."),
}


@dataclass(frozen=True)
class PilotPart:
    """One part of the card: its title, and sentences or points."""

    title: str
    points: tuple[str, ...]


def pilot_finding(pilot: Pilot, language: str) -> str:
    """Return the proposal in one sentence."""
    facts = {
        "use_case": pilot.use_case,
        "weeks": pilot.weeks,
        "range": format_range(pilot.freed.low, pilot.freed.high, language),
    }
    if pilot.team is None:
        return translate(
            "Start small: “{use_case}”, {weeks} weeks; it could free {range} a week there.", language, **facts
        )
    return translate(
        "Start small: “{use_case}” in the team {team}, {weeks} weeks; it could free {range} a week there.",
        language,
        team=pilot.team,
        **facts,
    )


def pilot_first_step(pilot: Pilot, language: str) -> str:
    """Return what to do first: a safeguard that must stand before the pilot, else the measure to compare with."""
    steps = safeguard_steps(pilot.flags, pilot.solution, language)
    first = steps[0].action if steps else _baseline(pilot, language)
    if first[1:2].islower():  # after a colon, French goes on in small letters
        first = first[0].lower() + first[1:]
    return translate("First step: {step}", language, step=first)


def pilot_parts(pilot: Pilot, language: str) -> list[PilotPart]:
    """Return the pilot as parts of a card or of a document, in their order; the last says how it was chosen."""
    parts = [
        PilotPart(translate("What is tried", language), (_tried(pilot, language),)),
        PilotPart(translate("Measure first", language), (_baseline(pilot, language),)),
        PilotPart(
            translate("It has succeeded if", language), tuple(_criterion(one, language) for one in pilot.success)
        ),
        PilotPart(translate("Stop if", language), tuple(_stop(one, language) for one in pilot.stop)),
        PilotPart(translate("Who learns", language), (_training(pilot, language),)),
        PilotPart(translate("Who decides", language), (_deciding(pilot, language),)),
    ]
    parts.append(PilotPart(translate("How it was chosen", language), (_chosen(pilot, language),)))
    steps = tuple(step.action for step in safeguard_steps(pilot.flags, pilot.solution, language))
    if steps:
        parts.insert(1, PilotPart(translate("Before it starts", language), steps))
    return parts


def pilot_cautions(pilot: Pilot, language: str) -> list[str]:
    """Return what to keep in mind, one sentence each."""
    facts = {"people": SMALL_GROUP, "minutes": format_number(LEAST_MINUTES, language)}
    return [translate(_CAUTIONS[code], language, **facts) for code in pilot.cautions]


def _tried(pilot: Pilot, language: str) -> str:
    facts = {
        "solution": label("solution", pilot.solution, language),
        "use_case": pilot.use_case,
        "people": format_count(pilot.people, language),
        "weeks": pilot.weeks,
    }
    if not pilot.roles:
        return translate_plural(
            "{solution} for “{use_case}”, with {people} person, over {weeks} weeks.",
            "{solution} for “{use_case}”, with {people} people, over {weeks} weeks.",
            round(pilot.people),
            language,
            **facts,
        )
    return translate_plural(
        "{solution} for “{use_case}”, with {people} person ({roles}), over {weeks} weeks.",
        "{solution} for “{use_case}”, with {people} people ({roles}), over {weeks} weeks.",
        round(pilot.people),
        language,
        roles=", ".join(pilot.roles),
        **facts,
    )


def _baseline(pilot: Pilot, language: str) -> str:
    week = format_duration(pilot.baseline_minutes, language)
    if pilot.minutes_each is None or pilot.times_a_week is None:
        return translate(
            "For {weeks} weeks before the start, the team notes how often this work comes up and how long it takes; "
            "the list says {week} a week in all.",
            language,
            weeks=pilot.baseline_weeks,
            week=week,
        )
    people = round(pilot.people)
    if people > 1:  # the list's own "twice a week" would not be known again in the "8 times" of four people
        sentence = mark(
            "For {weeks} weeks before the start, the team notes how long this work takes, {timings} times at least; "
            "the list says {each} each, about {times} times a week between {people} people, {week} in all."
        )
    else:
        sentence = mark(
            "For {weeks} weeks before the start, the team notes how long this work takes, {timings} times at least; "
            "the list says {each} each, about {times} times a week, {week} in all."
        )
    return translate(
        sentence,
        language,
        people=format_count(people, language),
        weeks=pilot.baseline_weeks,
        timings=FEWEST_TIMINGS,
        each=format_duration(pilot.minutes_each, language),
        times=format_number(pilot.times_a_week, language, 0 if pilot.times_a_week >= 2 else 1),
        week=week,
    )


def _criterion(criterion: Criterion, language: str) -> str:
    shown = {}
    if "minutes" in criterion.facts:
        shown["duration"] = format_duration(criterion.facts["minutes"], language)
    if "share" in criterion.facts:
        shown["share"] = format_share(criterion.facts["share"], language)
    return translate(_SUCCESS[criterion.code], language, **shown)


def _stop(criterion: Criterion, language: str) -> str:
    if criterion.code != "no_time":
        return translate(_STOP[criterion.code], language)
    weeks = format_number(criterion.facts["weeks"], language, 0)
    if criterion.facts["minutes"] < 1:
        return translate(_STOP["no_time_at_all"], language, weeks=weeks)
    duration = format_duration(criterion.facts["minutes"], language)
    return translate(_STOP["no_time"], language, weeks=weeks, duration=duration)


def _training(pilot: Pilot, language: str) -> str:
    return translate(
        "Each of them, {hours} in the first week, within working time, and their lead with them.",
        language,
        hours=format_duration(pilot.training_hours * 60, language),
    )


def _chosen(pilot: Pilot, language: str) -> str:
    if pilot.chosen:
        return translate("Somebody chose it here, in the place of what would be proposed.", language)
    return translate(
        "First comes what the roadmap would build, worth the hours that it takes; of that, what frees at least "
        "{minutes} min a week in one team and comes up often enough for four to eight weeks of timing to tell the "
        "difference from chance; then what pays for itself where costs were entered, what frees an hour a week or "
        "more, what is least in doubt, what touches no customer and no personal data, and at last what takes little "
        "setting up. Never work that pays somebody, settles pay, falls under a rule, decides on a person or can hurt "
        "one, unless there is nothing else.",
        language,
        minutes=format_number(LEAST_MINUTES, language),
    )


def _deciding(pilot: Pilot, language: str) -> str:
    functions = [owner_name(owner, language) for owner in pilot.deciders if owner not in ("team_lead", "participants")]
    sentence = translate(
        "The team’s lead, once those who took part have said what they think: go on, change it, or stop.", language
    )
    if not functions:
        return sentence
    also = translate("Agreement is also needed from: {functions}.", language, functions=", ".join(functions))
    return f"{sentence} {also}"
