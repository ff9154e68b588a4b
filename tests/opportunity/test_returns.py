"""Payback, return, waiting and break-even by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.opportunity.returns import (
    break_even_adoption,
    net_after_three_years,
    payback_months,
    three_year_return,
    waiting_per_month,
)

AT_ONCE = np.ones(1)
HALF_A_YEAR = np.array([0.5] * 6 + [1.0])
"""Six months at half pace, then full."""


def figures(value, run, build):
    return np.array([value]), np.array([run]), np.array([build])


def test_without_ramp_up_these_are_the_formulas_that_everybody_knows():
    # 14,400 a year, 2,400 to run: 1,000 a month. 8,000 to build.
    amounts = figures(14_400.0, 2_400.0, 8_000.0)
    assert payback_months(*amounts, AT_ONCE)[0] == pytest.approx(8)  # 8,000 / 1,000
    assert three_year_return(*amounts, AT_ONCE)[0] == pytest.approx(3.5)  # (3 x 12,000 - 8,000) / 8,000
    assert waiting_per_month(*amounts[:2])[0] == pytest.approx(1_000)


def test_the_ramp_up_delays_the_payback():
    # Months 1 to 6: 1,200 x 0.5 - 200 = 400 each, 2,400 in all; from then on 1,000: (8,000 - 2,400) / 1,000 = 5.6 more
    amounts = figures(14_400.0, 2_400.0, 8_000.0)
    assert payback_months(*amounts, HALF_A_YEAR)[0] == pytest.approx(11.6)
    # 36 months: 1,200 x (6 x 0.5 + 30) = 39,600; - 36 x 200 - 8,000 = 24,400; / 8,000 = 3.05
    assert net_after_three_years(*amounts, HALF_A_YEAR)[0] == pytest.approx(24_400)
    assert three_year_return(*amounts, HALF_A_YEAR)[0] == pytest.approx(3.05)


def test_break_even_adoption_by_hand():
    # At an adoption of 0.6 three years bring 43,200; they cost 8,000 + 3 x 2,400 = 15,200: 0.6 x 15,200 / 43,200
    amounts = figures(14_400.0, 2_400.0, 8_000.0)
    needed = break_even_adoption(np.array([0.6]), *amounts, AT_ONCE)[0]
    assert needed == pytest.approx(0.6 * 15_200 / 43_200)
    # and with that adoption exactly nothing is left
    value = np.array([14_400.0 * needed / 0.6])
    assert net_after_three_years(value, amounts[1], amounts[2], AT_ONCE)[0] == pytest.approx(0, abs=1e-6)


def test_what_costs_more_to_run_than_it_frees_never_pays_back():
    amounts = figures(1_000.0, 2_400.0, 8_000.0)
    assert np.isinf(payback_months(*amounts, AT_ONCE)[0])
    assert waiting_per_month(*amounts[:2])[0] == 0
    assert break_even_adoption(np.array([0.6]), *amounts, AT_ONCE)[0] > 1


def test_nothing_to_build_is_paid_back_at_once():
    assert payback_months(*figures(1_200.0, 0.0, 0.0), AT_ONCE)[0] == 0
    assert np.isinf(three_year_return(*figures(1_200.0, 0.0, 0.0), AT_ONCE)[0])


@given(st.floats(1, 1e6), st.floats(0, 1e5), st.floats(1, 1e6), st.floats(0, 1e5))
def test_more_value_never_pays_back_later(value, run, build, more):
    first = payback_months(*figures(value, run, build), HALF_A_YEAR)[0]
    second = payback_months(*figures(value + more, run, build), HALF_A_YEAR)[0]
    assert second <= first + 1e-6
