"""What things cost: the shipped file, and what a project puts in its place."""

import math

import pytest

from analyzer.errors import UsageError
from analyzer.i18n import translate
from analyzer.opportunity.costs import ANY, CURRENCIES, GENERAL, ITEMS, Amount, amount_of, cost_lines, costs_of
from analyzer.opportunity.priority import SOLUTION_EFFORT


def test_each_kind_of_solution_has_all_costs_in_order_with_a_source_in_both_languages():
    lines = {(line.solution, line.item): line for line in cost_lines()}
    wanted = {(solution, item) for solution in SOLUTION_EFFORT if solution != "none" for item in ITEMS}
    assert set(lines) == wanted | {(ANY, item) for item in GENERAL}
    for line in lines.values():
        assert 0 <= line.amount.low <= line.amount.central <= line.amount.high
        assert translate(line.source, "fr") != line.source


def test_the_british_hour_by_hand():
    # 728 x 52 = 37,856 a year; + 15 % x (37,856 - 5,000) = 4,928; + 3 % x (37,856 - 6,240) = 948: 43,733 pounds
    # 260 - 20 - 8 = 232 days x 7.5 h = 1,740 h: 25.13 an hour
    pay = 728 * 52
    full = pay + 0.15 * (pay - 5000) + 0.03 * (pay - 6240)
    assert CURRENCIES["GBP"].hour.central == pytest.approx(full / (232 * 7.5), abs=0.2)


def test_pounds_convert_money_and_leave_days_alone():
    euros, pounds = costs_of(), costs_of({"currency": "GBP"})
    assert pounds.general("day_rate").central == pytest.approx(euros.general("day_rate").central * 0.85)
    assert pounds.of("rules", "build_days") == euros.of("rules", "build_days")


def test_own_costs_win_and_what_is_broken_is_left_aside():
    costs = costs_of(
        {
            "hour": {"low": 30, "central": 35, "high": 40},
            "cost:rules:build_days": {"low": 1, "central": 2, "high": 3},
            "cost:rules:licence": {"low": 9, "central": 2, "high": 3},  # falls
            "cost:dreams:build_days": {"low": 1, "central": 2, "high": 3},
        }
    )
    assert costs.hour == Amount(30, 35, 40)
    assert costs.of("rules", "build_days") == Amount(1, 2, 3)
    assert costs.of("rules", "licence") == costs_of().of("rules", "licence")
    assert costs.own == {("rules", "build_days")}


@pytest.mark.parametrize(
    "value", [{"low": 2, "central": 1, "high": 3}, {"low": 1}, -1, "much", {"low": 0, "central": 1, "high": math.nan}]
)
def test_a_range_that_cannot_be_is_refused_in_one_sentence(value):
    with pytest.raises(UsageError) as refused:
        amount_of(value)
    assert "rising order" in refused.value.message("en")
    assert "ordre croissant" in refused.value.message("fr")


def test_a_line_says_whether_it_rests_on_judgement():
    lines = {(line.solution, line.item): line for line in cost_lines()}
    assert lines["rules", "build_days"].judged
    assert not lines["drafting", "training_hours"].judged, "Boston Consulting Group 2025"
    assert lines["drafting", "licence"].judged, "the high end is a list price, the centre is not"
