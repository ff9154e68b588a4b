"""Which roles could help which, with which tasks, and who asked: the reader says who needs help, no list does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_share, to_the_minute
from analyzer.reallocation.groups import tells_load
from analyzer.reallocation.reasons import role_name
from analyzer.reallocation.sheets import listed
from analyzer.ui.components import html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.reallocation import Plan
    from analyzer.reallocation.help_asked import PossibleHelp

_MOST_SHOWN = 12


def asked_words(plan: Plan, language: str) -> str:
    """Return who asks for how much time, in a sentence."""
    asks = plan.budget[plan.budget["asked"] > 0]
    if asks.empty:
        return _nobody(plan, language)
    roles = [
        translate(
            "{role} ({time} a week)",
            language,
            role=role_name(row["role"], row["team"], language),
            time=to_the_minute(float(row["asked"]), language),
        )
        for row in asks.to_dict("records")
    ]
    return translate("Asks for time: {roles}.", language, roles=listed(roles, language))


def _nobody(plan: Plan, language: str) -> str:
    """Return that nobody asks, and for which roles the list could not tell."""
    untold = [group for group in plan.groups if not tells_load(group.declared, group.week)]
    if not untold:
        return translate("Nobody asks for help: no role of this list is above its full week.", language)
    if len(untold) == len(plan.groups):
        return translate(
            "Nobody asks for help, and the list cannot tell who needs it: it holds too small a part of each role’s "
            "week.",
            language,
        )
    return translate_plural(
        "Nobody asks for help. For {number} of {all} roles the list cannot tell: it holds too small a part of its "
        "week.",
        "Nobody asks for help. For {number} of {all} roles the list cannot tell: it holds too small a part of their "
        "week.",
        len(untold),
        language,
        number=format_count(len(untold), language),
        all=format_count(len(plan.groups), language),
    )


def show_possible(plan: Plan, found: Sequence[PossibleHelp], language: str) -> None:
    """Show who could help whom, with which tasks and for how long at most; ``found`` holds at least one."""
    head = [
        translate("Could help", language),
        translate("Whom", language),
        translate("With which tasks", language),
        translate("At most, a week", language),
        translate("Closeness", language),
    ]
    rows = [
        [
            _name(plan, one.giver, language),
            _name(plan, one.receiver, language),
            _tasks(one, language),
            to_the_minute(one.minutes, language),
            format_share(one.closeness, language),
        ]
        for one in found[:_MOST_SHOWN]
    ]
    caption = translate("Help that would be possible if it were asked for, between close roles", language)
    if (rest := len(found) - len(rows)) > 0:
        caption = translate("{caption}; {count} more", language, caption=caption, count=format_count(rest, language))
    st.html(html.table(head, rows, caption=caption, numeric=(3, 4), deciding=(1, 2)))


def _name(plan: Plan, place: int, language: str) -> str:
    group = plan.groups[place]
    return role_name(group.role, group.team, language)


def _tasks(one: PossibleHelp, language: str) -> str:
    if not one.tasks:
        return translate("It is the same role in another team.", language)
    quoted = [translate("“{words}”", language, words=task) for task in one.tasks]
    shown = [
        translate("{task} (to be shown first)", language, task=words) if task in one.learned else words
        for task, words in zip(one.tasks, quoted, strict=True)
    ]
    return listed(shown, language)
