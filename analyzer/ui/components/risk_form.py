"""The form below a risk register: one risk changed or added at a time, by whoever knows better than the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate
from analyzer.opportunity.risks import LEAST, LONGEST_TEXT, MOST
from analyzer.opportunity.safeguard_steps import owner_name, owners
from analyzer.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analyzer.opportunity.risks import Risk

    Keep = Callable[[str | None, Mapping[str, Any]], None]

_NUMBERS = {"likelihood": mark("Likelihood (1 to 5)"), "impact": mark("Impact (1 to 5)")}
_NEW = "new"
_ROUND = "risks"


def show_risk_form(name: str, risks: Sequence[Risk], keep: Keep, language: str) -> None:
    """Let the reader choose a risk, or one of their own, and change it; nothing is kept before the button.

    :param name: stands for the use case in the keys of the widgets.
    :param keep: called with the code of the risk (``None`` for a new one) and what was changed.
    """
    by_code = {risk.code: risk for risk in risks}
    again = state.rounds(_ROUND)  # what was typed goes with the round: the next form starts from what is kept
    chosen = st.selectbox(
        translate("Change or add a risk", language),
        [*by_code, _NEW],
        index=None,
        format_func=lambda code: (
            translate("Add a risk of your own", language) if code == _NEW else by_code[code].words(language)[0]
        ),
        key=state.view_key(f"risk_{name}_{again}"),
        placeholder=translate("Choose a risk", language),
    )
    if chosen is None:
        return
    risk = by_code.get(chosen)
    with st.form(f"risk_{name}_{chosen}_{again}"):
        fields = _fields(risk, language)
        words = translate("Add this risk", language) if risk is None else translate("Keep this change", language)
        if not st.form_submit_button(words, key="keep_risk"):
            return
    try:
        keep(None if risk is None else risk.code, fields)
    except AnalyzerError as error:
        state.complain(error.message(language))
    else:
        state.next_round(_ROUND)
    st.rerun()


def _fields(risk: Risk | None, language: str) -> dict[str, Any]:
    """Show the fields of a risk and return those that differ: words left as they were stay those of the rule."""
    why, measure = ("", "") if risk is None else risk.words(language)
    held: dict[str, Any] = {
        "why": why,
        "measure": measure,
        "likelihood": 3 if risk is None else risk.likelihood,
        "impact": 3 if risk is None else risk.impact,
        "owner": "team_lead" if risk is None else risk.owner,
        "aside": False if risk is None else risk.aside,
    }
    given: dict[str, Any] = {
        "why": st.text_area(translate("What could happen", language), why, max_chars=LONGEST_TEXT, height=68),
        "measure": st.text_area(
            translate("What is done about it", language), measure, max_chars=LONGEST_TEXT, height=68
        ),
    }
    grid = st.grid(2, min_column_width=240, gap=("medium", "small"))
    for name, title in _NUMBERS.items():
        with grid.cell():
            given[name] = st.slider(translate(title, language), LEAST, MOST, held[name])
    codes = owners()
    given["owner"] = st.selectbox(
        translate("Who sees to it", language),
        codes,
        index=codes.index(held["owner"]),
        format_func=lambda code: owner_name(code, language),
    )
    if risk is not None:
        help_ = translate("Untick a risk to set it aside.", language)
        given["aside"] = not st.checkbox(translate("Counts", language), not risk.aside, help=help_)
    return given if risk is None else {name: value for name, value in given.items() if value != held[name]}
