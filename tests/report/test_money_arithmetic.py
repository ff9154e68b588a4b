"""The arithmetic of the money: sums that a reader can do again, and months that add up as they are shown."""

import re

import pytest

from analyzer.opportunity import Assumptions, estimate_hours, estimate_money
from analyzer.opportunity.cash import cash_flow
from analyzer.opportunity.costs import costs_of
from analyzer.opportunity.roadmap import plan_roadmap
from analyzer.report.money_arithmetic import arithmetic, months_as_shown


@pytest.fixture
def reckoned(make_estimate):
    estimate, costs = make_estimate(), costs_of({"hour": {"low": 300, "central": 400, "high": 500}})
    return estimate_money(estimate, costs), cash_flow(plan_roadmap(estimate, costs=costs), estimate, costs)


def numbers(sentence):
    return [
        float(number.replace(",", "")) for number in re.findall(r"-?\d[\d,]*(?:\.\d+)?", sentence.replace("−", "-"))
    ]


def test_every_month_adds_up_as_it_is_shown(reckoned):
    _, cash = reckoned
    months = months_as_shown(cash)
    assert ((months["saved"] - months["running"] - months["building"]) == months["left"]).all()
    assert months["so_far"].tolist() == months["left"].cumsum().tolist()
    # Never more than the rounding of three sums away from the exact figure.
    assert (months["so_far"] - cash.months["so_far_central"]).abs().max() <= 1.5


def test_the_return_is_what_its_sum_gives(reckoned):
    money, cash = reckoned
    said = next(line for line in arithmetic(money, cash, "en") if line.startswith("Three-year return"))
    value, twelve, months, _, freed, run, _, build, net, *_ = numbers(said.replace("Three-year return: ", ""))
    assert twelve == 12
    assert value / 12 * months == pytest.approx(freed, rel=0.01)
    assert freed - 3 * run - build == pytest.approx(net, abs=2)
    assert net / build == pytest.approx(money.total.three_year_return.central, rel=0.01)


def test_break_even_is_what_its_sum_gives(reckoned):
    money, cash = reckoned
    said = next(line for line in arithmetic(money, cash, "en") if line.startswith("Break-even"))
    adoption, freed, build, run, _, spent, *_ = numbers(said)
    assert build + 3 * run == pytest.approx(spent, abs=2)
    assert adoption / 100 * spent / freed == pytest.approx(money.total.break_even.central, rel=0.01)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_payback_is_told_by_its_months_in_both_languages(reckoned, language):
    money, cash = reckoned
    said = arithmetic(money, cash, language)
    assert len(said) == 4 and len(set(said)) == 4
    assert not any("{" in sentence for sentence in said)


def test_nothing_counted_has_no_arithmetic(make_estimate):
    nothing = estimate_hours(make_estimate().frame.assign(minutes_per_week=0.0), Assumptions(draws=200))
    assert arithmetic(estimate_money(nothing), None, "en") == []
