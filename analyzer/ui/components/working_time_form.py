"""Your working time: country and contract in one control, and day, leave and holidays to be set one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.errors import AnalyzerError
from analyzer.i18n import mark, translate
from analyzer.numbers import format_count, labelled, to_the_minute
from analyzer.opportunity import WORKING_TIMES, assumption_fields, working_time_of
from analyzer.opportunity.working_time import WORKING_TIME_FIELDS
from analyzer.ui import contract, plan, roadmap, state
from analyzer.ui.components.assumption_form import show_sliders
from analyzer.ui.components.html import paragraph

if TYPE_CHECKING:
    from analyzer.opportunity import Assumptions

_OWN_TIME = "own"
_CURRENCIES = {"EUR": mark("costs in euros"), "GBP": mark("costs in pounds")}


def _choose_working_time(project_id: str, language: str) -> None:
    """Let the reader set day, leave, holidays and the country of the costs at once; every scenario goes by them."""
    values = plan.assumptions_of(project_id)
    key = state.view_key("working_time")
    st.session_state[key] = working_time_of(values) or _OWN_TIME

    def chosen() -> None:
        ready = WORKING_TIMES.get(st.session_state[key])
        if ready is not None:
            contract.keep_working_time(project_id, ready.values)
            if roadmap.costs_for(project_id).currency != ready.currency:
                roadmap.keep_currency(project_id, ready.currency)

    names = {
        code: f"{translate(ready.name, language)}, {translate(_CURRENCIES[ready.currency], language)}"
        for code, ready in WORKING_TIMES.items()
    }
    st.selectbox(
        translate("Country and contract", language),
        [*names, _OWN_TIME],
        format_func=lambda code: names.get(code, translate("as set below", language)),
        key=key,
        on_change=chosen,
        help=translate(
            "A fact of your organisation: it stays the same whatever the scenario. Costs that you entered in another "
            "currency are forgotten.",
            language,
        ),
    )


def working_time_found(values: Assumptions, language: str) -> str:
    """Return the week, the leave and the holidays that every figure goes by."""
    return translate(
        "{week} a week, {leave} days of leave and {holidays} public holidays a year, in every scenario.",
        language,
        week=to_the_minute(values.minutes_per_week, language),
        leave=format_count(values.leave_days, language),
        holidays=format_count(values.public_holidays, language),
    )


def show_working_time(project_id: str, language: str) -> None:
    """Show country and contract in one control, and day, leave and holidays as sliders; a moved one is kept at once."""
    _choose_working_time(project_id, language)
    values = plan.assumptions_of(project_id)

    def keep(name: str, value: float) -> None:
        try:
            contract.keep_working_time(project_id, {name: value})
        except AnalyzerError as error:
            state.complain(error.message(language))

    fields = [field for field in assumption_fields(language) if field.name in WORKING_TIME_FIELDS]
    show_sliders(fields, values, keep, language)
    ready = WORKING_TIMES.get(working_time_of(values) or "")
    if ready is not None:
        source = labelled(translate(ready.name, language), translate(ready.source, language), language)
        paragraph(source, "note")
