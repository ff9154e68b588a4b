"""Money, when asked: closed until a reader opens it, and then never without its range and its source."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from analyzer.i18n import mark, translate
from analyzer.opportunity.balance import MONTHS_A_QUARTER, next_quarter
from analyzer.opportunity.costs import CURRENCIES
from analyzer.report import money_words as words
from analyzer.report.money_arithmetic import arithmetic, months_as_shown
from analyzer.report.money_story import money_cautions, money_caveat, money_figures, money_finding
from analyzer.ui import roadmap, state
from analyzer.ui.components import html
from analyzer.ui.components.added import added_money
from analyzer.ui.components.cost_form import show_hour_costs, show_solution_costs
from analyzer.ui.components.figures import Figure, show_figures
from analyzer.ui.components.notices import guarded, panel
from analyzer.ui.components.opened_rows import on_other_pages
from analyzer.ui.components.standings import show_unpaid_switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analyzer.opportunity.balance import QuarterDate
    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.money import Money
    from analyzer.ui.analysis import Analysis

CURRENCY_NAMES = {"EUR": mark("Euro, costs of France"), "GBP": mark("Pound, costs of the United Kingdom")}
_FORMS = {"hour": mark("Cost of an hour"), "solutions": mark("Cost of solutions")}
_AMOUNTS = ("value", "build", "run")
_OF_A_MONTH = {
    "saved": mark("Time freed"),
    "running": mark("Running"),
    "building": mark("Building"),
    "left": mark("Left of the month"),
    "so_far": mark("Sum so far"),
}
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
        html.paragraph(_others_words(project_id, language), "note")
        show_unpaid_switch(project_id, roadmap.roadmap_of(project_id, analysis.estimate), language)
    if money.total is not None:
        show_figures(_figures(money, cash, analysis.estimate.assumptions.adoption, language))
        _show_arithmetic(money, cash, language)
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


def _others_words(project_id: str, language: str) -> str:
    """Return what the roadmap does with use cases that do not pay for themselves."""
    if not roadmap.builds_unpaid(project_id):
        return translate(
            "The roadmap leaves the others out, the first pilot excepted, unless you ask for them.", language
        )
    if roadmap.decided_unpaid(project_id):
        return translate("The roadmap builds the others too, as you asked; its months below count them.", language)
    return translate(
        "The roadmap goes by hours and builds the others too, until you enter a cost or leave them out here; the "
        "figures below do not count them.",
        language,
    )


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


def _show_arithmetic(money: Money, cash: CashFlow | None, language: str) -> None:
    """Let the reader open payback, return and break-even to their sums, and the roadmap's money to its months."""
    title = translate("How payback, return and break-even are reckoned", language)
    with st.expander(
        title, key=state.view_key("money_arithmetic"), on_change="rerun", icon=":material/calculate:"
    ) as box:
        if not box.open:
            return
        for sentence in arithmetic(money, cash, language):
            html.paragraph(sentence, "note")
        if cash is not None:
            st.html(months_table(cash, next_quarter(datetime.now(tz=UTC).date()), language))


def months_table(cash: CashFlow, beginning: QuarterDate, language: str) -> str:
    """Return the roadmap's money by month, central values; every line and the column of sums add up as shown."""
    head = [
        translate("Month", language),
        translate("Quarter", language),
        *(translate(title, language) for title in _OF_A_MONTH.values()),
    ]
    rows = [
        [
            str(row["month"]),
            beginning.name(int(row["month"] - 1) // MONTHS_A_QUARTER, language),
            *(words.format_exact_money(row[name], cash.costs.currency, language) for name in _OF_A_MONTH),
        ]
        for row in months_as_shown(cash).to_dict("records")
    ]
    caption = translate("Money by month from the first day of the roadmap, central values", language)
    return html.table(head, rows, caption=caption, numeric=range(2, len(head)), deciding=(5, 6))


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
                pages = -(-len(left_out) // _PAGE)
                number = st.pagination(pages, key=state.view_key("page_left_out")) if pages > 1 else 1
                st.html(
                    html.table(_heads(language), _rows(money, left_out, language, number), caption=title, deciding=(1,))
                )


def counted_table(money: Money, language: str, number: int = 1) -> str:
    """Return the use cases that are counted, in the order of their priority, with a total that is that of the cards.

    :param number: of the page, from 1.
    """
    assert money.total is not None, "asked for only where something is counted"
    currency, counted = money.costs.currency, money.cases[money.cases["pays"]]
    page = slice((number - 1) * _PAGE, number * _PAGE)
    columns = [added_money(counted[name].tolist(), currency, language, page) for name in _AMOUNTS]
    rows = _rows(money, counted, language, number, columns)
    if len(rows) < len(counted):
        words = on_other_pages(len(counted) - len(rows), language)
        rows.append([words, *(column[-2] for column in columns), ""])
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


def _rows(
    money: Money, cases: pd.DataFrame, language: str, number: int, columns: Sequence[Sequence[str]] | None = None
) -> list[list[str]]:
    """Return a page of use cases with their amounts: as they add up in ``columns``, or each by itself."""
    shown, currency = cases.iloc[(number - 1) * _PAGE : number * _PAGE], money.costs.currency
    rows = []
    for place, (name, pays, case) in enumerate(
        zip(shown["use_case"], shown["pays"], money.in_full(shown), strict=True)
    ):
        amounts = [getattr(case, amount) for amount in _AMOUNTS]
        central = [
            columns[at][place] if columns else words.format_money(amount.central, currency, language)
            for at, amount in enumerate(amounts)
        ]
        if pays and case.net.central <= 0:  # it bears the build for the others
            paid = translate("together with the others of its kind", language)
        else:
            paid = (
                f"{words.format_months(case.payback.central, language)} ({words.months_range(case.payback, language)})"
            )
        rows.append(
            [
                str(name),
                *(
                    f"{written} ({words.money_range(amount, currency, language)})"
                    for written, amount in zip(central, amounts, strict=True)
                ),
                paid,
            ]
        )
    return rows
