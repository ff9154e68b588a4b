"""What an estimate is worth and costs, told alike by the page, the workbook and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, format_share, labelled
from analyzer.opportunity import HoursWarning
from analyzer.opportunity.money import Money
from analyzer.report import money_words as words


@dataclass(frozen=True)
class MoneyFigure:
    """One figure, written for reading: what it is, its central value, what it counts per, its range, and a note."""

    label: str
    value: str
    period: str
    range: str
    note: str = ""

    def line(self, language: str) -> str:
        """Return the figure in one line."""
        value = " ".join(part for part in (self.value, self.period) if part)
        span = translate("range: {range}", language, range=self.range)
        note = f"; {self.note}" if self.note else ""
        return labelled(self.label, f"{value} ({span}){note}", language)


def money_finding(money: Money, language: str) -> str:
    """Return how many use cases pay for themselves, and when, in a sentence or two."""
    if money.total is None:
        return translate(
            "With these costs no use case pays for itself within three years: the time freed is worth less than what "
            "it costs to free it.",
            language,
        )
    sentence = translate_plural(
        "{number} use case pays for itself within three years; it pays back after {months} (range: {range}).",
        "{number} use cases pay for themselves within three years; together they pay back after {months} (range: "
        "{range}).",
        money.counted,
        language,
        number=format_count(money.counted, language),
        months=words.format_months(money.total.payback.central, language),
        range=words.months_range(money.total.payback, language),
    )
    if not money.left_out:
        return sentence
    rest = translate_plural(
        "{number} other would cost more than it frees and is left out.",
        "{number} others would cost more than they free and are left out.",
        money.left_out,
        language,
        number=format_count(money.left_out, language),
    )
    return f"{sentence} {rest}"


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


def money_figures(money: Money, adoption: float, language: str) -> list[MoneyFigure]:
    """Return the figures of the use cases that pay for themselves, the first the one to begin with; none where none
    does.

    :param adoption: the one assumed, 0..1.
    """
    case, currency = money.total, money.costs.currency
    if case is None:
        return []
    year, once = translate("a year", language), translate("once", language)
    hours = format_duration(money.hours.central * 60, language)
    return [
        MoneyFigure(
            translate("The time freed costs today", language),
            words.format_money(case.value.central, currency, language),
            year,
            words.money_range(case.value, currency, language),
            translate("{duration} a year, once everything is in use", language, duration=hours),
        ),
        MoneyFigure(
            translate("To build it, training included", language),
            words.format_money(case.build.central, currency, language),
            once,
            words.money_range(case.build, currency, language),
        ),
        MoneyFigure(
            translate("To keep it running", language),
            words.format_money(case.run.central, currency, language),
            year,
            words.money_range(case.run, currency, language),
        ),
        MoneyFigure(
            translate("Paid back after", language),
            words.format_months(case.payback.central, language),
            "",
            words.months_range(case.payback, language),
            translate("from the day it is in use, which the roadmap tells; ramp-up included", language),
        ),
        MoneyFigure(
            translate("Three-year return", language),
            words.format_return(case.three_year_return.central, language),
            "",
            words.return_range(case.three_year_return, language),
            translate("what is left after three years, as a share of what building costs", language),
        ),
        MoneyFigure(
            translate("Doing nothing costs", language),
            words.format_money(case.waiting.central, currency, language),
            translate("a month", language),
            words.money_range(case.waiting, currency, language),
            translate("time that stays tied up, less what running would cost", language),
        ),
        MoneyFigure(
            translate("Pays for itself from an adoption of", language),
            words.format_adoption(case.break_even.central, language),
            "",
            words.adoption_range(case.break_even, language),
            translate("assumed: {share}", language, share=format_share(adoption, language)),
        ),
    ]
