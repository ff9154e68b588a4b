"""Money, when asked: closed until a reader opens it, and then never without its range and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.opportunity.costs import CURRENCIES
from analyzer.report import money_words as words
from analyzer.report.money_story import money_cautions, money_caveat, money_figures, money_finding
from analyzer.ui import roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.added import added_money
from analyzer.ui.components.cost_form import show_hour_costs, show_solution_costs
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened_rows import on_other_pages

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.money import BusinessCase, Money
    from analyzer.ui.analysis import Analysis

CURRENCY_NAMES = {"EUR": mark("Euro, costs of France"), "GBP": mark("Pound, costs of the United Kingdom")}
_FORMS = {"hour": mark("Cost of an hour"), "solutions": mark("Cost of solutions")}
_AMOUNTS = ("value", "build", "run")
_PAGE = 12  # use cases shown at a time


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
        _show_cases(money, language)
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


def _show_cases(money: Money, language: str) -> None:
    """Show the use cases that are counted, whose amounts add up to the figures above, and apart those that are not."""
    counted, left_out = (money.cases[money.cases["pays"] == pays] for pays in (True, False))
    if not counted.empty and money.total is not None:
        pages = -(-len(counted) // _PAGE)
        number = st.pagination(pages, key=state.view_key("page_money")) if pages > 1 else 1
        st.html(counted_table(money, language, number))
        html.paragraph(translate("The hours of a use case open to their rows under “Use cases”.", language), "note")
    if not left_out.empty:
        # Closed below what is counted; where nothing is, it is all there is to look at.
        title = translate("Left out: they would cost more than they free", language)
        with st.expander(title, expanded=counted.empty, key=state.view_key("left_out"), on_change="rerun") as box:
            if box.open:
                rows = [_case_row(row, money, language) for row in left_out.to_dict("records")]
                st.html(html.table(_heads(language), rows, caption=title, deciding=(1,)))


def counted_table(money: Money, language: str, number: int = 1) -> str:
    """Return the use cases that are counted, in the order of their priority, with a total that is that of the cards.

    :param number: of the page, from 1.
    """
    assert money.total is not None, "asked for only where something is counted"
    currency, counted = money.costs.currency, money.cases[money.cases["pays"]]
    further = money.counted - len(counted)
    page = slice((number - 1) * _PAGE, number * _PAGE)
    columns = []
    for name in _AMOUNTS:
        amounts = [getattr(case, name).central for case in counted["money"]]
        # What stands further down the list than use cases have figures of their own is on no page, yet in the total.
        rest = max(0.0, getattr(money.total, name).central - sum(amounts)) if further else 0.0
        columns.append(added_money([*amounts, *([rest] if further else [])], currency, language, page))
    shown = counted.iloc[page]
    rows = [
        _case_row(row, money, language, [column[place] for column in columns])
        for place, row in enumerate(shown.to_dict("records"))
    ]
    others = len(counted) + further - len(shown)
    if others:
        rows.append([on_other_pages(others, language), *(column[-2] for column in columns), ""])
    rows.append([translate("In all", language), *(column[-1] for column in columns), ""])
    caption = translate(
        "By use case, in the order of their priority; the first of its kind bears the whole build", language
    )
    return html.table(_heads(language), rows, caption=caption, deciding=(1,))


def _heads(language: str) -> list[str]:
    return [
        translate("Use case", language),
        translate("Its time costs, a year", language),
        translate("To build", language),
        translate("To run, a year", language),
        translate("Paid back, from its first day of use", language),
    ]


def _case_row(
    row: Mapping[Hashable, Any], money: Money, language: str, central: Sequence[str] | None = None
) -> list[str]:
    """Return a use case with its amounts: as they add up, or each by itself."""
    case: BusinessCase = row["money"]
    currency, amounts = money.costs.currency, [getattr(case, name) for name in _AMOUNTS]
    central = central or [words.format_money(amount.central, currency, language) for amount in amounts]
    payback = words.format_months(case.payback.central, language)
    return [
        str(row["use_case"]),
        *(
            f"{written} ({words.money_range(amount, currency, language)})"
            for written, amount in zip(central, amounts, strict=True)
        ),
        f"{payback} ({words.months_range(case.payback, language)})",
    ]
