"""Money, when asked: closed until a reader opens it, and then never without its range and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.opportunity.costs import CURRENCIES
from analyzer.report import money_words as words
from analyzer.report.money_story import money_cautions, money_caveat, money_figures, money_finding
from analyzer.ui import roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.cost_form import show_hour_costs, show_solution_costs
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.notices import guarded, panel

if TYPE_CHECKING:
    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.money import BusinessCase, Money
    from analyzer.ui.analysis import Analysis

CURRENCY_NAMES = {"EUR": mark("Euro, costs of France"), "GBP": mark("Pound, costs of the United Kingdom")}
_FORMS = {"hour": mark("Cost of an hour"), "solutions": mark("Cost of solutions")}
_MOST_CASES = 12


def show_money(analysis: Analysis, language: str) -> None:
    """Show the section on money; nothing of it is reckoned or shown until the reader opens it."""
    title = translate("Put it into money", language)
    with st.expander(title, key=state.view_key("money"), on_change="rerun", icon=":material/payments:") as box:
        if box.open:
            with guarded(language):
                _opened(analysis, language)


def _opened(analysis: Analysis, language: str) -> None:
    project_id = analysis.project.id
    panel(money_caveat(language))
    for caution in money_cautions(analysis.estimate.warnings, language):
        panel(caution, "caution")
    _choose_currency(project_id, language)
    money = roadmap.money_of(project_id, analysis.estimate)
    cash = roadmap.cash_of(project_id, analysis.estimate)
    html.paragraph(money_finding(money, cash, language), "because")
    if money.left_out:
        unpaid = roadmap.builds_unpaid(project_id)
        words = (
            translate("The roadmap builds the others too, as you asked there.", language)
            if unpaid
            else translate(
                "The roadmap leaves the others out, the first pilot excepted, unless you ask for them.", language
            )
        )
        html.paragraph(words, "note")
    if money.total is not None:
        show_figures(_figures(money, cash, analysis.estimate.assumptions.adoption, language))
    if not money.cases.empty:
        st.html(_cases_table(money, language))
    chosen = st.segmented_control(
        translate("Costs to look at and to change", language),
        list(_FORMS),
        format_func=lambda code: translate(_FORMS[code], language),
        key=state.view_key("cost_form"),
    )
    if chosen == "hour":
        show_hour_costs(project_id, analysis, money.costs, language)
    elif chosen == "solutions":
        show_solution_costs(project_id, analysis, money.costs, language)


def _choose_currency(project_id: str, language: str) -> None:
    key = state.view_key("currency")
    st.session_state[key] = roadmap.costs_for(project_id).currency
    st.segmented_control(
        translate("Currency and country of the costs", language),
        list(CURRENCIES),
        required=True,
        format_func=lambda code: translate(CURRENCY_NAMES[code], language),
        key=key,
        on_change=lambda: roadmap.keep_currency(project_id, st.session_state[key]),
        help=translate("Costs that you entered in the other currency are forgotten.", language),
    )


def _figures(money: Money, cash: CashFlow | None, adoption: float, language: str) -> list[Figure]:
    return [
        Figure(
            one.label,
            one.value,
            one.period,
            translate("range: {range}", language, range=one.range),
            one.note,
            main=not place,
        )
        for place, one in enumerate(money_figures(money, cash, adoption, language))
    ]


def _cases_table(money: Money, language: str) -> str:
    currency = money.costs.currency
    head = [
        translate("Use case", language),
        translate("Its time costs, a year", language),
        translate("To build", language),
        translate("To run, a year", language),
        translate("Paid back, from its first day of use", language),
    ]
    rows = []
    for row in money.cases.head(_MOST_CASES).to_dict("records"):
        case: BusinessCase = row["money"]
        name = str(row["use_case"])
        payback = words.format_months(case.payback.central, language)
        rows.append(
            [
                name if row["pays"] else translate("{use_case} (not counted)", language, use_case=name),
                *(
                    f"{words.format_money(amount.central, currency, language)} "
                    f"({words.money_range(amount, currency, language)})"
                    for amount in (case.value, case.build, case.run)
                ),
                f"{payback} ({words.months_range(case.payback, language)})",
            ]
        )
    caption = translate(
        "By use case, in the order of their priority; the first of its kind bears the whole build", language
    )
    return html.table(head, rows, caption=caption)
