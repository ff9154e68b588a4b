"""Two scenarios side by side."""

import pytest

from analyzer.opportunity import assumptions_for, compare, estimate_hours, estimate_prepared


def test_what_differs_in_assumptions_and_in_totals(make_scores, make_task):
    # Central 136.08 min a week; cautious 600 x 0.60 x 0.40 x 0.50 = 72: 64.08 less.
    first = estimate_hours(make_scores(make_task()))
    found = compare(first, estimate_prepared(first.prepared, assumptions_for("cautious")))
    assert [(one.name, one.first, one.second) for one in found.assumptions] == [
        ("adoption", 0.6, 0.4),
        ("review", 0.37, 0.5),
        ("ramp_up_months", 6, 12),
    ]
    week = found.totals.set_index("measure").loc["minutes_freed"]
    assert (week["first_central"], week["second_central"]) == (136.08, 72.0)
    assert week["difference"] == pytest.approx(-64.08)


def test_differences_of_roles_add_up_to_the_difference_of_the_total(make_scores, make_task):
    rows = [make_task(f"Key {n}", role=role, minutes_per_week=90.0 * n + 7) for n, role in enumerate(("A", "B", None))]
    first = estimate_hours(make_scores(*rows))
    found = compare(first, estimate_prepared(first.prepared, assumptions_for("ambitious")))
    total = found.totals.set_index("measure").loc["minutes_freed", "difference"]
    assert found.roles["difference"].sum() == pytest.approx(total)
    assert found.roles["difference"].abs().is_monotonic_decreasing


def test_the_same_twice_differs_in_nothing(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task()))
    found = compare(estimate, estimate)
    assert found.assumptions == ()
    assert (found.totals["difference"] == 0).all()
