"""Money and months as readers see them."""

import math

import pytest

from analyzer.opportunity.costs import Amount
from analyzer.report.money_words import (
    format_adoption,
    format_exact_money,
    format_money,
    format_months,
    format_return,
    money_range,
    months_range,
)


@pytest.mark.parametrize(
    ("amount", "english", "french"),
    [
        (58_437.0, "€58,000", "58\u202f000\u00a0€"),  # two digits are all that a range supports
        (144.0, "€140", "140\u00a0€"),
        (99.4, "€99", "99\u00a0€"),
        (-44_307.0, "\u2212€44,000", "\u221244\u202f000\u00a0€"),
        (-0.2, "€0", "0\u00a0€"),
    ],
)
def test_amounts_are_no_finer_than_they_are_known(amount, english, french):
    assert (format_money(amount, "EUR", "en"), format_money(amount, "EUR", "fr")) == (english, french)


def test_a_unit_price_keeps_its_cents():
    assert format_exact_money(38.7, "EUR", "en") == "€38.70"
    assert format_exact_money(25.0, "GBP", "fr") == "25\u00a0£"


def test_a_range_of_money_says_both_ends():
    assert money_range(Amount(39_378, 57_430, 127_762), "GBP", "en") == "£39,000 to £130,000"


@pytest.mark.parametrize(
    ("months", "shown"),
    [(0.8, "0.8 month"), (1.6, "1.6 months"), (10.14, "10 months"), (math.inf, "not within ten years")],
)
def test_months(months, shown):
    assert format_months(months, "en") == shown


def test_a_range_of_months_names_the_unit_once_where_it_can():
    assert months_range(Amount(7, 10, 29), "en") == "7 to 29 months"
    assert months_range(Amount(7, 10, math.inf), "fr") == "7 mois à plus de dix ans"


def test_returns_and_adoption():
    assert format_return(2.5523, "en") == "260%"
    assert format_return(-0.372, "fr") == "\u221237\u202f%"
    assert (format_adoption(0.28, "en"), format_adoption(1.2, "en")) == ("28%", "out of reach")
