"""What an estimate is worth and costs, told alike by the page, the workbook and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, format_number, format_share, labelled
from analyzer.opportunity import HoursWarning
from analyzer.opportunity.cash import CashFlow
from analyzer.opportunity.costs import Amount
from analyzer.opportunity.money import Money
from analyzer.opportunity.returns import LONGEST_PAYBACK
from analyzer.reallocation.sheets import listed
from analyzer.report import money_words as words

Unit = Literal["money", "months", "share"]


@dataclass(frozen=True)
class MoneyFigure:
    """One figure, written for reading: what it is, its central value, what it counts per, its range, and a note.

    ``amount`` is the figure itself, in ``unit``.
    """

    label: str
    value: str
    period: str
    range: str
    amount: Amount
    unit: Unit
    note: str = ""

    def line(self, language: str) -> str:
        """Return the figure in one line."""
        value = " ".join(part for part in (self.value, self.period) if part)
        span = translate("range: {range}", language, range=self.range)
        parts = [f"{value} ({span})", *([self.note] if self.note else [])]
        return labelled(self.label, listed(parts, language), language)


def money_finding(money: Money, cash: CashFlow | None, language: str) -> str:
    """Return how many use cases pay for themselves, and when what the roadmap builds has, in a few sentences.

    :param cash: of the roadmap; ``None`` if it builds nothing.
    """
    if money.total is None:
        return translate(
            "With these costs no use case pays for itself within three years: the time freed is worth less than what "
            "it costs to free it.",
            language,
        )
    sentences = [
        translate_plural(
            "{number} use case pays for itself within three years.",
            "{number} use cases pay for themselves within three years, those of one kind of solution together.",
            money.counted,
            language,
            number=format_count(money.counted, language),
        )
    ]
    if money.left_out:
        sentences.append(
            translate_plural(
                "{number} other would cost more than it frees and is left out.",
                "{number} others would cost more than they free and are left out.",
                money.left_out,
                language,
                number=format_count(money.left_out, language),
            )
        )
    if cash is not None:
        sentences.append(payback_sentence(cash, language))
    return " ".join(sentences)


def payback_sentence(cash: CashFlow, language: str) -> str:
    """Return when what is built at the pace of a roadmap has paid for itself, counted from its first day."""
    built = len(cash.roadmap.built)
    number, span = format_count(built, language), words.months_range(cash.payback, language)
    if cash.payback.central > LONGEST_PAYBACK:
        return translate_plural(
            "Built at the pace of the roadmap, {number} use case is not paid back within ten years (range: {range}).",
            "Built at the pace of the roadmap, {number} use cases are not paid back within ten years (range: {range}).",
            built,
            language,
            number=number,
            range=span,
        )
    return translate_plural(
        "Built at the pace of the roadmap, {number} use case is paid back after {months}, counted from its first day "
        "(range: {range}).",
        "Built at the pace of the roadmap, {number} use cases are paid back after {months}, counted from its first day "
        "(range: {range}).",
        built,
        language,
        number=number,
        months=words.format_months(cash.payback.central, language),
        range=span,
    )


def money_caveat(language: str) -> str:
    """Return what money of hours is, and what it is not."""
    return translate(
        "Hours freed are not money until someone decides what they become: below stands what this time costs today, "
        "beside what it costs to free it.",
        language,
    )


def money_cautions(warnings: Sequence[HoursWarning], language: str) -> list[str]:
    """Return what is to be settled before the money is believed: roles whose times cannot all be right.

    :param warnings: those of the estimate.
    """
    held = [str(one.facts["role"]) for one in warnings if one.code in ("role_over_week", "role_times_unclear")]
    if not held:
        return []
    names = ", ".join(held[:3]) + (" …" if len(held) > 3 else "")
    return [
        translate(
            "This money rests on times that are not settled: {roles} would work more than a week, and is counted for "
            "its week only. Answer the questions of the task list first.",
            language,
            roles=names,
        )
    ]


def money_figures(money: Money, cash: CashFlow | None, adoption: float, language: str) -> list[MoneyFigure]:
    """Return the figures of the use cases that pay for themselves, the first the one to begin with; none where none
    does.

    :param cash: of the roadmap; adds when it is paid back, and what has to be advanced until then.
    :param adoption: the one assumed, 0..1.
    """
    case, currency = money.total, money.costs.currency
    if case is None:
        return []
    year, once = translate("a year", language), translate("once", language)
    hours = format_duration(money.hours.central * 60, language)

    def in_money(label: str, amount: Amount, period: str, note: str = "") -> MoneyFigure:
        value = words.format_money(amount.central, currency, language)
        return MoneyFigure(label, value, period, words.money_range(amount, currency, language), amount, "money", note)

    return [
        in_money(
            translate("The time freed costs today", language),
            case.value,
            year,
            translate("{duration} a year, once everything is in use", language, duration=hours),
        ),
        in_money(translate("To build it, training included", language), case.build, once),
        in_money(translate("To keep it running", language), case.run, year),
        *([] if cash is None else _along_the_roadmap(cash, language)),
        MoneyFigure(
            translate("Three-year return", language),
            words.format_return(case.three_year_return.central, language),
            "",
            words.return_range(case.three_year_return, language),
            case.three_year_return,
            "share",
            translate("what is left after three years of use, as a share of what building costs", language),
        ),
        in_money(
            translate("Doing nothing costs", language),
            case.waiting,
            translate("a month", language),
            translate("time that stays tied up, less what running would cost", language),
        ),
        MoneyFigure(
            translate("Pays for itself from an adoption of", language),
            words.format_adoption(case.break_even.central, language),
            "",
            words.adoption_range(case.break_even, language),
            case.break_even,
            "share",
            translate("over three years of use; assumed: {share}", language, share=format_share(adoption, language)),
        ),
    ]


def _along_the_roadmap(cash: CashFlow, language: str) -> list[MoneyFigure]:
    currency = cash.costs.currency
    return [
        MoneyFigure(
            translate("Paid back after", language),
            words.format_months(cash.payback.central, language),
            "",
            words.months_range(cash.payback, language),
            cash.payback,
            "months",
            translate(
                "from the first day of the roadmap, with {days} days of building a quarter: the month from which all "
                "that was saved pays for all that was spent",
                language,
                days=format_number(cash.roadmap.capacity.days_per_quarter, language),
            ),
        ),
        MoneyFigure(
            translate("To be advanced until then, at most", language),
            words.format_money(cash.advanced.central, currency, language),
            "",
            words.money_range(cash.advanced, currency, language),
            cash.advanced,
            "money",
            translate("the lowest point of the sum of all months", language),
        ),
        MoneyFigure(
            translate("Left three years after the roadmap begins", language),
            words.format_money(cash.after_three_years.central, currency, language),
            "",
            words.money_range(cash.after_three_years, currency, language),
            cash.after_three_years,
            "money",
        ),
    ]
