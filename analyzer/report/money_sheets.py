"""Sheets of money: the figures, each use case, the cash of each month, and the costs that all of it rests on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analyzer.i18n import mark, translate
from analyzer.labels import label
from analyzer.opportunity.balance import MONTHS_A_QUARTER
from analyzer.opportunity.costs import ANY, CURRENCIES, GENERAL, ITEMS, cost_lines
from analyzer.opportunity.money import IN_A_FILE
from analyzer.opportunity.returns import LONGEST_PAYBACK
from analyzer.opportunity.totals import ENDS
from analyzer.report import money_words as words
from analyzer.report.money_story import Unit, money_caveat, money_figures
from analyzer.report.sheets import Cell

if TYPE_CHECKING:
    from analyzer.opportunity import Money
    from analyzer.opportunity.balance import QuarterDate
    from analyzer.opportunity.cash import CashFlow
    from analyzer.opportunity.costs import Costs
    from analyzer.report.sheets import SheetWriter

_CODES: dict[Unit, str] = {"money": "#,##0", "months": "0.0", "share": "0%"}
_SIGNED = "#,##0;[Red]-#,##0"
_HEADS = (mark("Low"), mark("Central"), mark("High"))
_OF_A_CASE = {
    mark("Its time costs, a year"): "value",
    mark("To build"): "build",
    mark("To run, a year"): "run",
    mark("Left after three years of use"): "net",
}


def add_money(
    book: SheetWriter, money: Money, cash: CashFlow | None, adoption: float, beginning: QuarterDate, language: str
) -> None:
    """Add the sheets of an estimate in money.

    :param cash: of the roadmap; ``None`` if it builds nothing.
    :param adoption: the one assumed, 0..1.
    """
    if money.total is not None:
        book.add_table(translate("Money", language), _figures(money, cash, adoption, language), freeze_columns=1)
    if cash is not None:
        table, formats = _months(cash, beginning, language)
        book.add_table(translate("Money by month", language), table, formats=formats, freeze_columns=1)
    if not money.cases.empty:
        table, formats = _cases(money, language)
        book.add_table(translate("Money by use case", language), table, formats=formats, freeze_columns=1)
    book.add_table(translate("Costs", language), _costs(money.costs, language), freeze_columns=2)


def _headed(title: str, language: str) -> list[str]:
    """Return the titles of the columns that hold a low, a central and a high value."""
    ends = (
        translate("{figure}, low", language, figure=title),
        translate("{figure}, central", language, figure=title),
        translate("{figure}, high", language, figure=title),
    )
    return list(ends)


def _figures(money: Money, cash: CashFlow | None, adoption: float, language: str) -> pd.DataFrame:
    sign = words.currency_sign(money.costs.currency)
    units = {"money": sign, "months": translate("months", language), "share": ""}
    figures = money_figures(money, cash, adoption, language)
    rows: list[tuple[object, ...]] = [
        (
            one.label,
            *(_cell(getattr(one.amount, end), one.unit, language) for end in ENDS),
            " ".join(filter(None, (units[one.unit], one.period))),
            one.note,
        )
        for one in figures
    ]
    rows.append((translate("To keep in mind", language), None, None, None, "", money_caveat(language)))
    heads = (
        translate("Figure", language),
        *(translate(head, language) for head in _HEADS),
        translate("Unit", language),
        translate("What it counts", language),
    )
    return pd.DataFrame(rows, columns=list(heads))


def _cell(value: float, unit: Unit, language: str) -> Cell | str:
    """Return a number with its format; in words where there is no number to show."""
    if unit == "months" and value > LONGEST_PAYBACK:
        return words.format_months(value, language)
    if math.isinf(value):
        return words.format_return(value, language)
    return Cell(value, _CODES[unit])


def _months(cash: CashFlow, beginning: QuarterDate, language: str) -> tuple[pd.DataFrame, dict[str, str]]:
    sign, months = words.currency_sign(cash.costs.currency), cash.months
    in_money = {
        translate("Time freed ({currency})", language, currency=sign): months["saved"],
        translate("Running ({currency})", language, currency=sign): months["running"],
        translate("Building ({currency})", language, currency=sign): months["building"],
        translate("Left of the month ({currency})", language, currency=sign): (
            months["saved"] - months["running"] - months["building"]
        ),
    }
    so_far = translate("Sum so far ({currency})", language, currency=sign)
    in_money |= {head: months[f"so_far_{end}"] for head, end in zip(_headed(so_far, language), ENDS, strict=True)}
    named = [beginning.name(int(month - 1) // MONTHS_A_QUARTER, language) for month in months["month"]]
    month = translate("Month", language)
    table = pd.DataFrame({month: months["month"], translate("Quarter", language): named, **in_money})
    return table, {month: "0", **dict.fromkeys(in_money, _SIGNED)}


def _cases(money: Money, language: str) -> tuple[pd.DataFrame, dict[str, str]]:
    sign, cases = words.currency_sign(money.costs.currency), money.cases.head(IN_A_FILE)
    in_full = money.in_full(cases)
    yes, no = translate("yes", language), translate("no", language)
    hours = translate("Hours freed a year, central", language)
    table: dict[str, Sequence[object]] = {
        translate("Use case", language): cases["use_case"].tolist(),
        translate("Kind of solution", language): [label("solution", code, language) for code in cases["solution"]],
        translate("Pays for itself within three years", language): [yes if pays else no for pays in cases["pays"]],
        hours: cases["hours_per_year"].tolist(),
    }
    formats = {hours: "#,##0"}
    for title, name in _OF_A_CASE.items():
        for head, end in zip(_headed(f"{translate(title, language)} ({sign})", language), ENDS, strict=True):
            table[head] = [getattr(getattr(case, name), end) for case in in_full]
            formats[head] = _SIGNED
    paid = translate("Paid back, from its first day of use (months)", language)
    for head, end in zip(_headed(paid, language), ENDS, strict=True):
        table[head] = [_cell(getattr(case.payback, end), "months", language) for case in in_full]
        formats[head] = "0.0"
    return pd.DataFrame(table), formats


def _costs(costs: Costs, language: str) -> pd.DataFrame:
    known = CURRENCIES[costs.currency]
    own = translate("entered here", language)
    rows = [
        (
            translate("All kinds of solution", language),
            translate("Cost of an hour", language),
            costs.hour,
            translate(known.hour_source, language) if costs.hour == known.hour else own,
        )
    ]
    for line in cost_lines(costs.currency):
        kind = translate("All kinds of solution", language) if line.solution == ANY else None
        source = own if (line.solution, line.item) in costs.own else translate(line.source, language)
        rows.append(
            (
                kind or label("solution", line.solution, language),
                translate({**GENERAL, **ITEMS}[line.item], language),
                costs.lines[line.solution, line.item],
                source,
            )
        )
    money = translate("Amounts of money in {currency}", language, currency=words.currency_sign(costs.currency))
    table = pd.DataFrame(
        [
            (kind, item, *(_unit_price(getattr(amount, end)) for end in ENDS), source)
            for kind, item, amount, source in rows
        ]
    )
    table.columns = pd.Index(
        [
            translate("Kind of solution", language),
            f"{translate('Cost', language)} ({money})",
            *(translate(head, language) for head in _HEADS),
            translate("Source", language),
        ]
    )
    return table


def _unit_price(value: float) -> Cell:
    return Cell(value, "#,##0" if float(value).is_integer() else "#,##0.00")
