"""The sheet for one meeting across roles: who comes, what each brings, how the hour is spent, what is decided."""

from __future__ import annotations

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.numbers import format_duration
from analyzer.reallocation.crossroles import Part, SharedUseCase, who_to_bring
from analyzer.reallocation.sheets import Section, Sheet

MEETING_MINUTES = 60

_AGENDA = (
    (10, mark("Each role shows in two minutes how it does this work today, on a real case.")),
    (15, mark("What is alike, what differs, and which difference has a reason.")),
    (15, mark("One way of doing it that all can use: who would lose what they need?")),
    (10, mark("A first trial: which role, which weeks, what is measured before and after.")),
    (10, mark("What the time given back becomes, and what each team needs from the others.")),
)
"""Points of the meeting with their minutes; they add to an hour."""

_DECISIONS = (
    mark("Do we do this work one way from now on? Which one?"),
    mark("Who looks after it for all, and how many minutes a week of this role’s time does that take?"),
    mark("Which tool is tried, by which role, from when to when?"),
    mark("What would make us stop the trial?"),
    mark("Which hours go back to the teams first, and which are shared?"),
)
_MOST_EXAMPLES = 2


def meeting_sheet(case: SharedUseCase, closeness: pd.DataFrame, frame: pd.DataFrame, language: str) -> Sheet:
    """Return the sheet for a meeting about one shared use case.

    :param case: the use case.
    :param closeness: close pairs of roles.
    :param frame: the estimate's frame.
    """
    bring = who_to_bring(case, closeness, frame)
    return Sheet(
        language=language,
        title=translate("One table for: {name}", language, name=case.name),
        under=translate(
            "{minutes} minutes. {roles} roles do this work today: {hours} a week in all, of which about {freed} could "
            "be freed.",
            language,
            minutes=MEETING_MINUTES,
            roles=len(case.parts),
            hours=format_duration(case.minutes, language),
            freed=format_duration(case.freed, language),
        ),
        sections=(
            _table(case, language),
            Section(translate("Who to bring", language), _who(bring, language)),
            Section(translate("What each brings", language), _brings(language)),
            Section(
                translate("How the hour is spent", language),
                tuple(
                    translate("{minutes} min: {what}", language, minutes=minutes, what=translate(what, language))
                    for minutes, what in _AGENDA
                ),
                numbered=True,
            ),
            Section(translate("Decisions to take", language), _decisions(case, language)),
        ),
        foot=translate(
            "Times are per week and as the lists state them; freed hours are a central estimate. Roles are meant, "
            "never persons.",
            language,
        ),
    )


def place_words(role: str | None, team: str | None, language: str) -> str:
    """Return what a role of a team is called."""
    if role and team and role != team:
        return translate("{role} ({team})", language, role=role, team=team)
    return role or team or translate("not stated", language)


def _table(case: SharedUseCase, language: str) -> Section:
    head = (
        translate("Role", language),
        translate("How its list words it", language),
        translate("Takes, a week", language),
        translate("Could free, a week", language),
    )
    rows = tuple(
        (
            place_words(part.role, part.team, language),
            examples(part),
            format_duration(part.minutes, language) if part.minutes else translate("not stated", language),
            format_duration(part.freed, language),
        )
        for part in case.parts
    )
    solution = label("solution", case.solution, language)
    facts = {"count": len(case.parts), "solution": solution}
    title = (
        translate("The same work in {count} places ({solution})", language, **facts)
        if case.certain
        else translate("Perhaps the same work in {count} places ({solution})", language, **facts)
    )
    return Section(title, head=head, rows=rows)


def _decisions(case: SharedUseCase, language: str) -> tuple[str, ...]:
    asked = () if case.certain else (translate("Is it the same work at all? If not, the meeting ends here.", language),)
    return (*asked, *(translate(one, language) for one in _DECISIONS))


def examples(part: Part) -> str:
    """Return how a role words the work, two wordings at most."""
    return " · ".join(part.tasks[:_MOST_EXAMPLES])


def _who(bring: object, language: str) -> tuple[str, ...]:
    found = dict(bring) if isinstance(bring, dict) else {}
    lines = [
        translate("One or two people of each role that does the work: {roles}.", language, roles=", ".join(found["do"]))
    ]
    if found["near"]:
        lines.append(
            translate(
                "Somebody from a role that is close to it and could take part later: {roles}.",
                language,
                roles=", ".join(found["near"]),
            )
        )
    lines.append(translate("Whoever decides about the tools, for the last twenty minutes.", language))
    return tuple(lines)


def _brings(language: str) -> tuple[str, ...]:
    return (
        translate(
            "Each role: two real cases of last week, one easy and one that went wrong, without personal data.", language
        ),
        translate("Each role: how often it happens and how long it takes, counted over three days.", language),
        translate("Whoever decides about the tools: what is already paid for and could do this.", language),
    )
