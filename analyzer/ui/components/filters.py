"""Filters over the tasks of a project: by lane, role, team and words; kept while the reader goes from page to page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import translate
from analyzer.labels import label
from analyzer.report.theme import LANES
from analyzer.ui import state

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Choice:
    """What the reader wants to see; empty means everything."""

    lanes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.lanes or self.roles or self.teams or self.words)

    def rows(self, tasks: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of ``tasks`` that fit; every word must stand in the task, its role or its use case."""
        kept = tasks
        for column, wanted in (("lane", self.lanes), ("role", self.roles), ("team", self.teams)):
            if wanted:
                kept = kept[kept[column].isin(wanted)]
        if self.words:
            text = kept["task"] + " " + kept["role"].fillna("") + " " + kept["use_case"].fillna("")
            for word in self.words.casefold().split():
                kept = kept[text.loc[kept.index].str.casefold().str.contains(word, regex=False)]
        return kept


def choose(tasks: pd.DataFrame, language: str, *, with_words: bool = True) -> Choice:
    """Show the filters and return what is chosen.

    :param tasks: all tasks of the project; a filter that would offer a single value is left out.
    :param with_words: offer the search in the texts too.
    """
    lanes = [lane for lane in LANES if (tasks["lane"] == lane).any()]
    chosen = st.pills(
        label("field", "lane", language),
        lanes,
        selection_mode="multi",
        format_func=lambda lane: label("lane", lane, language),
        help="\n".join(
            f"- **{label('lane', lane, language)}** – {label('lane_help', lane, language)}" for lane in lanes
        ),
        key=state.view_key("lanes"),
        persist_state="session",
    )
    roles, teams = (sorted(tasks[column].dropna().unique()) for column in ("role", "team"))
    shown = [name for name, values in (("roles", roles), ("teams", teams)) if len(values) > 1]
    columns = iter(st.columns([1] * (len(shown) + with_words)) if shown or with_words else ())
    words = ""
    if with_words:
        words = (
            next(columns).text_input(
                translate("Words in the task", language),
                key=state.view_key("words"),
                icon=":material/search:",
                persist_state="session",
            )
            or ""
        )
    picked: dict[str, list[str]] = {"roles": [], "teams": []}
    for name, title, every, values in (
        ("roles", translate("Role", language), translate("All roles", language), roles),
        ("teams", translate("Team", language), translate("All teams", language), teams),
    ):
        if name in shown:
            picked[name] = next(columns).multiselect(
                title,
                values,
                key=state.view_key(name),
                placeholder=every,
                select_all=False,
                persist_state="session",
            )
    return Choice(tuple(chosen or ()), tuple(picked["roles"]), tuple(picked["teams"]), words.strip())
