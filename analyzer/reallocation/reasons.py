"""The moves of a plan in words: why each, what it rests on and what would make it wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.numbers import format_count, format_duration, format_share, to_the_minute
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.rules import AMBASSADOR, HELP
from analyzer.reallocation.sheets import listed
from analyzer.reallocation.suggestions import OWN, why_words

if TYPE_CHECKING:
    from analyzer.reallocation.plan import Plan

KIND_NAMES: Mapping[str, str] = {
    "strategy": mark("Strategic thinking"),
    "creativity": mark("Creativity"),
    "problems": mark("Complex problems"),
    "relations": mark("Relations and care"),
    "developing": mark("Developing people"),
    HELP: mark("Help for another role"),
    "learning": mark("Learning"),
    "relief": mark("Time given back"),
}

PART_NAMES: Mapping[str, str] = {
    "routine": mark("Routine"),
    "judgement": mark("Judgement"),
    "relation": mark("Relation"),
    "learning": mark("Learning"),
}

_SHOWN_TO = 5.0
"""Minutes to which a role's freed time is told, also beyond a day: its moves are told to the minute beside it."""

Move = Mapping[Any, Any]
"""A row of a plan's moves."""


@dataclass(frozen=True)
class Reason:
    """Why a move is in a plan, in four parts; ``why_role`` is empty where ``why_activity`` says it already."""

    why_activity: str
    why_role: str
    rests_on: str
    wrong_if: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that say something."""
        return tuple(part for part in (self.why_activity, self.why_role, self.rests_on, self.wrong_if) if part)

    def __str__(self) -> str:
        return " ".join(self.parts)


def kind_name(kind: str, language: str) -> str:
    """Return what a kind of move is called."""
    return translate(KIND_NAMES[kind], language)


def part_name(part: str, language: str) -> str:
    """Return what a part of working time is called."""
    return translate(PART_NAMES[part], language)


def role_name(role: object, team: object, language: str) -> str:
    """Return a role of a team as readers see it."""
    named = " · ".join(str(name) for name in (role, team) if isinstance(name, str) and name)
    return named or translate("Role not stated", language)


def title(move: Move, language: str) -> str:
    """Return what a move is called."""
    if move["activity"] == AMBASSADOR:
        return translate("Ambassador: show the others how", language)
    if move["kind"] == HELP:
        return translate("Help: {role}", language, role=role_name(move["to_role"], move["to_team"], language))
    given = move[f"title_{language}"]
    return str(given) if isinstance(given, str) and given else kind_name(str(move["kind"]), language)


def reason_of(move: Move, plan: Plan, language: str) -> Reason:
    """Return why a move is in a plan.

    :param move: a row of ``plan.moves``.
    """
    return Reason(
        _why_activity(move, plan, language),
        _why_role(move, plan, language),
        _rests_on(move, plan, language),
        _wrong_if(move, language),
    )


def _why_activity(move: Move, plan: Plan, language: str) -> str:
    kind = str(move["kind"])
    if move["activity"] == AMBASSADOR:
        return translate(
            "Whoever shows the others how needs time for it; unplanned, it comes on top of the day’s work.", language
        )
    if kind == HELP:
        return _why_help(move, plan, language)
    if kind == "relief":
        return translate(
            "Part of the freed time stays free, so that the day gets lighter and not only fuller.", language
        )
    if kind == "learning":
        return translate("New tools and new work must be learned in working time, not on top of it.", language)
    if str(move["activity"]).startswith(f"{OWN}:"):
        return translate(
            "{kind}: the role does it already, and it is worth more time than it gets.",
            language,
            kind=kind_name(kind, language),
        )
    activity = catalogue().get(str(move["activity"]))
    changes = activity.text("changes", language) if activity is not None else ""
    return translate("{kind}: {changes}", language, kind=kind_name(kind, language), changes=_inside(_sentence(changes)))


def _why_help(move: Move, plan: Plan, language: str) -> str:
    asking = plan.budget_of(move["to_role"], move["to_team"])
    name = role_name(move["to_role"], move["to_team"], language)
    facts = {"role": name, "time": format_duration(float(asking["asked"]), language)}
    if plan.said_to_need(move["to_role"], move["to_team"]):
        return translate("{role} could use {time} a week of help: its people said so.", language, **facts)
    return translate(
        "{role} could use {time} a week of help: the work listed for it is above its full week.", language, **facts
    )


def _why_role(move: Move, plan: Plan, language: str) -> str:
    if move["activity"] == AMBASSADOR:
        return translate("It is among the roles of its team that can best spare freed time for it.", language)
    if move["kind"] == HELP:
        return _why_helps(move, plan, language)
    if str(move["activity"]).startswith(f"{OWN}:") and "ranked" not in str(move["why"]).split(";"):
        return ""
    if move["kind"] in ("relief", "learning") or not isinstance(move["why"], str) or not move["why"]:
        return translate("Each role that frees time gets its share.", language)
    return _sentence((words := why_words(move, language))[:1].upper() + words[1:])


def _why_helps(move: Move, plan: Plan, language: str) -> str:
    if move["role"] == move["to_role"]:
        return translate("It is the same role in another team.", language)
    sentences = [
        translate(
            "Its work is close to that of the role that asks: {closeness} of 100.",
            language,
            closeness=round(100 * float(move["fit"])),
        )
    ]
    tasks, learned = plan.help_with(str(move["role"]), str(move["to_role"]))
    quoted = listed([translate("“{words}”", language, words=task) for task in tasks], language)
    if tasks and tasks == learned:
        sentences.append(translate("It could take over, once it is shown how: {tasks}.", language, tasks=quoted))
        return " ".join(sentences)
    if tasks:
        sentences.append(translate("It could take over: {tasks}.", language, tasks=quoted))
    if learned:
        shown = listed([translate("“{words}”", language, words=task) for task in learned], language)
        sentences.append(translate("It would first be shown: {tasks}.", language, tasks=shown))
    return " ".join(sentences)


def _rests_on(move: Move, plan: Plan, language: str) -> str:
    row = plan.budget_of(move["role"], move["team"])
    freed, people = float(row["freed"]), float(row["headcount"])
    facts = {
        "freed": to_the_minute(_SHOWN_TO * round(freed / _SHOWN_TO), language),
        "share": format_share(float(move["minutes_per_week"]) / max(freed, 1.0), language),
    }
    if people > 1:
        words = translate(
            "It rests on {freed} a week that the {people} people of this role could free together (central estimate), "
            "of which this is {share}.",
            language,
            people=format_count(people, language),
            **facts,
        )
    else:
        words = translate(
            "It rests on {freed} a week that this role could free (central estimate), of which this is {share}.",
            language,
            **facts,
        )
    if bool(move["pinned"]):
        words += " " + translate("Its amount was pinned by people.", language)
    if int(row["tasks_without_time"]) > 0:
        words += " " + translate(
            "Tasks of this role without a stated time: {count}.", language, count=int(row["tasks_without_time"])
        )
    if later := plan.learned_later(move["role"], move["team"], str(move["activity"])):
        words += " " + _learned_later(later, language)
    return words


def _learned_later(later: list[Mapping[Any, Any]], language: str) -> str:
    """Say that what a move asks people to learn does not fit into the months that the roadmap looks ahead."""
    months, held = format_count(float(later[0]["months"]), language), 60.0 * float(later[0]["hours_held"])
    if round(held) == 0:
        return translate(
            "In its first {months} months the roadmap frees no time of this role to learn: this begins after them.",
            language,
            months=months,
        )
    return translate(
        "In its first {months} months the roadmap frees {held} a person to learn in this role, the tools first; what "
        "this asks for on top ({skills}; {hours}) comes later, or with more time to learn.",
        language,
        months=months,
        held=to_the_minute(held, language),
        skills=listed([str(lesson[f"what_{language}"]) for lesson in later], language),
        hours=format_duration(60 * sum(float(lesson["hours"]) for lesson in later), language),
    )


def _wrong_if(move: Move, language: str) -> str:
    kind = move["kind"]
    if move["activity"] == AMBASSADOR:
        return translate("It would be wrong if the team needs nobody to show it the new way.", language)
    if kind == HELP:
        return translate(
            "It would be wrong if the work cannot be handed over in parts, or if the load of the other role is a peak "
            "that passes.",
            language,
        )
    if kind == "relief":
        return translate("It would be wrong if the freed time comes only in minutes here and there.", language)
    if kind == "learning":
        return translate("It would be wrong if the people of this role already know the tools.", language)
    if str(move["activity"]).startswith(f"{OWN}:"):
        return translate("It would be wrong if more time for this task changes nothing for anybody.", language)
    activity = catalogue().get(str(move["activity"]))
    needs = activity.text("needs", language) if activity is not None else ""
    return translate("It would be wrong without what it needs: {needs}", language, needs=_inside(_sentence(needs)))


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def _inside(words: str) -> str:
    # After a colon no capital stands, unless the first word is one of capitals (IT).
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] in "’ " else words


def in_words(plan: Plan, language: str) -> pd.DataFrame:
    """Return the moves of a plan for readers and files.

    :returns: one row a move: ``role``, ``team``, ``to_role``, ``to_team`` (the giver's own, unless it helps another),
        ``activity`` (in words), ``code``, ``kind`` (code), ``minutes_per_week`` and ``reason`` (in words).
    """
    records = plan.moves.to_dict("records")
    own = plan.moves["kind"] != HELP
    frame = plan.moves[["role", "team"]].copy()
    frame["to_role"] = plan.moves["to_role"].where(~own, plan.moves["role"])
    frame["to_team"] = plan.moves["to_team"].where(~own, plan.moves["team"])
    frame["activity"] = pd.Series([title(move, language) for move in records], frame.index, dtype="str")
    frame["code"] = plan.moves["activity"]
    frame["kind"] = plan.moves["kind"]
    frame["minutes_per_week"] = plan.moves["minutes_per_week"]
    frame["reason"] = pd.Series([str(reason_of(move, plan, language)) for move in records], frame.index, dtype="str")
    return frame
