"""A plan that adds work faster than it takes away is said to."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.opportunity.workload import workload_warning

QUARTERS = ["Q1", "Q2", "Q3", "Q4"]


def test_a_plan_that_gives_back_at_once_needs_no_warning():
    # Given back by the end of each quarter: 30, 70, 120, 170 h; asked: 20, 40, 50, 60 h.
    assert workload_warning([30, 40, 50, 50], [20, 20, 10, 10], QUARTERS) is None


def test_what_is_owed_at_first_is_said_with_the_quarter_that_evens_it_out():
    # Given back: 0, 30, 90, 170 h; asked: 40, 60, 70, 80 h. Owed at the end of Q1 (40) and Q2 (30), even in Q3.
    warning = workload_warning([0, 30, 60, 80], [40, 20, 10, 10], QUARTERS)
    assert (warning.code, warning.worst, warning.until) == ("adds_at_first", "Q1", "Q3")
    assert (warning.added, warning.freed) == (40, 0)
    assert "worst quarter is “Q1”, which asks 40\u00a0h of people and gives back 0\u00a0min" in warning.message()


def test_a_plan_that_never_evens_out_is_said_over_its_whole_length():
    # Asked 4 x 50 = 200 h, given back 20 + 30 + 40 + 40 = 130 h.
    warning = workload_warning([20, 30, 40, 40], [50, 50, 50, 50], QUARTERS)
    # Beyond what they give back: 30, 20, 10, 10 h.
    assert (warning.code, warning.worst, warning.until) == ("adds_work", "Q1", "Q4")
    assert (warning.added, warning.freed) == (50, 20)
    assert (warning.total_added, warning.total_freed) == (200, 130)
    assert "“Q4” it will have asked 200\u00a0h of people and given back 130\u00a0h;" in warning.message()
    assert warning.message("fr").startswith("Ce plan ajoute du travail plus vite qu’il n’en retire")


def test_a_debt_that_comes_back_counts_until_it_is_last_paid():
    # Given back: 10, 40, 45, 100; asked: 20, 30, 60, 70: owed after Q1 and again after Q3, even in Q4. Q3 asks 30 h and
    # gives back 5, Q1 20 and 10.
    warning = workload_warning([10, 30, 5, 55], [20, 10, 30, 10], QUARTERS)
    assert (warning.code, warning.worst, warning.until) == ("adds_at_first", "Q3", "Q4")
    assert (warning.added, warning.freed) == (30, 5)


def test_a_plan_that_does_nothing_needs_no_warning():
    assert workload_warning([], [], []) is None
    assert workload_warning([0, 0], [0, 0], ["Q1", "Q2"]) is None


def test_periods_must_match():
    with pytest.raises(UsageError, match="for each of its periods"):
        workload_warning([1, 2], [1], ["Q1"])


HOURS = st.lists(st.floats(0, 500), min_size=1, max_size=8)


@given(HOURS, st.data())
def test_a_plan_is_warned_of_exactly_where_it_runs_into_debt(freed, data):
    added = data.draw(st.lists(st.integers(0, 500), min_size=len(freed), max_size=len(freed)))
    periods = [str(place) for place in range(len(freed))]
    debts = [sum(added[: end + 1]) - sum(freed[: end + 1]) for end in range(len(freed))]
    warning = workload_warning(freed, added, periods)
    if max(debts) > 0.1:
        assert warning is not None
        assert warning.added - warning.freed == max(map(operator.sub, added, freed))
    if max(debts) <= 0:
        assert warning is None
