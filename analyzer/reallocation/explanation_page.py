"""One page for the team, in plain words: what changes, what does not, what is not decided, whom to ask.

No names and no individual figures: nothing is said of a role or of anybody's time, and a figure for all only where five
people or more stand behind it. A task is quoted only if no personal data is found in its words.
"""

from __future__ import annotations

import pandas as pd
from babel.numbers import format_decimal

from analyzer.i18n import translate, translate_plural
from analyzer.inventory.personal import find_personal_data
from analyzer.numbers import format_share
from analyzer.opportunity import HoursEstimate
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.roles import role_names
from analyzer.reallocation.sheets import Section, Sheet, listed

FEWEST_PEOPLE = 5
"""Groups smaller than this are never shown alone (the project's own rule)."""

_MOST_NAMED = 3
_MOST_LETTERS = 70
_SURELY_KEPT_TO = 60.0
"""Upper end of a task's range, 0..100, up to which it surely stays with people (judgement)."""
_KEPT_LANE, _ROUTINE_LANE = "keep_human", "automate"
_SEVERAL = 2.0
"""People who must do a task for it to be named: what one does alone would name them."""


def explanation(
    estimate: HoursEstimate,
    moves: pd.DataFrame,
    language: str,
    *,
    relief_share: float,
    learning_share: float,
    contact: str = "",
) -> Sheet:
    """Return the page for the team.

    :param estimate: what the plan rests on.
    :param moves: ``activity`` and ``minutes_per_week`` of a plan; may be empty.
    :param relief_share: least share of the freed time that is filled with nothing new, 0..1.
    :param learning_share: least share that goes into learning, 0..1.
    :param contact: whom to ask, in words (a function, not a name); the team lead if empty.
    """
    sections = (
        Section(translate("What changes", language), _changes(estimate, moves, language, relief_share, learning_share)),
        Section(translate("What does not change", language), _stays(estimate, language)),
        Section(translate("What is not decided", language), _open(estimate.frame, language)),
        Section(translate("Whom to ask", language), _ask(contact, language)),
    )
    return Sheet(
        language=language,
        title=translate("What we are preparing with the time our tools give back", language),
        under=translate("A page for everyone in the team. It is a proposal to be discussed, not a decision.", language),
        sections=sections,
        foot=translate(
            "The figures come from the list of tasks that the team gave and from published studies; they are "
            "estimates. No person was assessed.",
            language,
        ),
    )


def _changes(
    estimate: HoursEstimate, moves: pd.DataFrame, language: str, relief_share: float, learning_share: float
) -> tuple[str, ...]:
    frame = estimate.frame
    lines = [
        translate(
            "Tools can take over part of the work in {count} of the {total} tasks on our list.",
            language,
            count=format_decimal(int((frame["minutes_freed_central"] > 0).sum()), locale=language),
            total=format_decimal(len(frame), locale=language),
        )
    ]
    if named := _first_tasks(frame):
        tasks = listed([_quoted(name, language) for name in named], language)
        lines.append(translate("It would begin with work such as: {tasks}.", language, tasks=tasks))
    total = estimate.totals("total").iloc[0]
    if float(total["headcount"]) >= FEWEST_PEOPLE and float(total["minutes_per_person_per_day_central"]) > 0:
        lines.append(
            translate(
                "Over all of us together this could give back {low} to {high} minutes per person a day on average. It "
                "is an estimate, not a target for anybody.",
                language,
                low=_minutes(total["minutes_per_person_per_day_low"], language),
                high=_minutes(total["minutes_per_person_per_day_high"], language),
            )
        )
    lines.append(
        translate(
            "At least {share} of this time is filled with nothing new: fewer overruns and calmer days come first.",
            language,
            share=format_share(relief_share, language),
        )
    )
    lines.append(
        translate(
            "At least {share} goes into learning, during working hours.",
            language,
            share=format_share(learning_share, language),
        )
    )
    if activities := _new_work(moves, language):
        lines.append(
            translate(
                "The rest goes to work that matters more to those we serve and to us, for instance: {activities}.",
                language,
                activities=listed([_quoted(one, language) for one in activities], language),
            )
        )
    return tuple(lines)


def _stays(estimate: HoursEstimate, language: str) -> tuple[str, ...]:
    kept = _kept(estimate.frame)
    lines = []
    if kept:
        lines.append(
            translate_plural(
                "{number} task stays entirely with people: it rests on judgement, trust or being there.",
                "{number} tasks stay entirely with people: they rest on judgement, trust or being there.",
                kept,
                language,
                number=format_decimal(kept, locale=language),
            )
        )
    return (
        *lines,
        translate("Tasks were looked at, not people: nobody is scored, ranked or watched.", language),
        translate("A tool proposes, a person decides. What matters is read again by one of us.", language),
        translate("This page changes nothing in contracts, pay or working hours.", language),
    )


def _kept(frame: pd.DataFrame) -> int:
    """Count the tasks that surely stay with people; of others nothing could be told to a team."""
    surely = (frame["lane"] == _KEPT_LANE) & ~frame["uncertain"] & (frame["automatability_high"] <= _SURELY_KEPT_TO)
    return int(surely.sum())


def _open(frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    unsaid = len(frame) - int((frame["minutes_freed_central"] > 0).sum()) - _kept(frame)
    lines = []
    if unsaid > 0:
        lines.append(
            translate_plural(
                "What could change in {number} other task of the list: nothing can be said about it yet.",
                "What could change in {number} other tasks of the list: nothing can be said about them yet.",
                unsaid,
                language,
                number=format_decimal(unsaid, locale=language),
            )
        )
    return (
        *lines,
        translate("Which tools, and when: a small trial with volunteers comes first.", language),
        translate(
            "What each of us does with the time given back: the list is a proposal. You can change it, add to it or "
            "say no.",
            language,
        ),
        translate("How much time it really gives back: it is measured before and after the trial, by task.", language),
    )


def _ask(contact: str, language: str) -> tuple[str, ...]:
    whom = contact.strip() or translate("your team lead", language)
    return (
        translate("Questions, doubts, ideas: {whom}.", language, whom=whom),
        translate(
            "If a task on the list is wrong or missing, say so: it is corrected and everything is computed again.",
            language,
        ),
        translate("Staff representatives can see the whole list, the figures and what they rest on.", language),
    )


def _first_tasks(frame: pd.DataFrame) -> list[str]:
    """Return the use cases that free most time, of routine that several people do: nobody's craft, and nobody's alone.

    They are named only if nothing in their words tells of a person.
    """
    routine = frame[(frame["lane"] == _ROUTINE_LANE) & (frame["minutes_freed_central"] > 0)]
    doing = routine.assign(
        role=role_names(routine), headcount=pd.to_numeric(routine["headcount"], errors="coerce").fillna(1.0)
    )
    people = doing.groupby(["use_case", "role"])["headcount"].max().groupby("use_case").sum()
    freed = routine.groupby("use_case")["minutes_freed_central"].sum()
    ranked = sorted(((str(name), float(minutes)) for name, minutes in freed.items()), key=lambda one: (-one[1], one[0]))
    named = [name for name, _ in ranked if people[name] >= _SEVERAL and len(name) <= _MOST_LETTERS]
    return [name for name in named[: 4 * _MOST_NAMED] if not find_personal_data(name)][:_MOST_NAMED]


def _new_work(moves: pd.DataFrame, language: str) -> list[str]:
    """Return the titles of the activities that most minutes go to; own tasks are left out: their words are a role's."""
    minutes = moves.groupby("activity")["minutes_per_week"].sum() if len(moves) else pd.Series(dtype="float64")
    ranked = sorted(((str(code), float(value)) for code, value in minutes.items()), key=lambda one: (-one[1], one[0]))
    known = [catalogue()[code] for code, _ in ranked if code in catalogue()]
    return [one.title(language) for one in known if one.kind not in ("relief", "learning")][:_MOST_NAMED]


def _quoted(words: str, language: str) -> str:
    return translate("“{words}”", language, words=words)


def _minutes(value: object, language: str) -> str:
    return str(format_decimal(round(float(str(value))), locale=language))
