"""Every figure of a quarter opens to the use cases that make it."""

import pytest

from analyzer.opportunity import Assumptions, LocalFacts, TeamReadiness, estimate_hours
from analyzer.opportunity.costs import costs_of
from analyzer.opportunity.quarter_parts import month_parts, quarter_parts
from analyzer.opportunity.roadmap import plan_roadmap, ramp_of
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.value import use_case_table


@pytest.mark.parametrize("readiness", [{}, {"Finance": TeamReadiness(adoption_factor=0.6, ramp_up_factor=1.5)}])
def test_the_rows_of_each_quarter_add_up_to_it(make_scores, make_task, readiness):
    texts = ("Key in invoices", "Sort the mail", "Write reports", "File contracts")
    kinds = ("capture", "rules", "drafting", "rules")
    tasks = [make_task(text, solution=kind) for text, kind in zip(texts, kinds, strict=True)]
    estimate = estimate_hours(make_scores(*tasks), Assumptions(draws=200), LocalFacts(readiness=readiness))
    cases, costs = use_case_table(estimate), costs_of()
    roadmap = plan_roadmap(estimate, Capacity(30, 2), cases=cases, costs=costs)
    assert len(roadmap.built) > 1
    for quarter in roadmap.quarters:
        parts = [part for _, part in quarter_parts(roadmap, quarter.number, cases, estimate, costs)]
        for name in ("hours_building", "hours_learning", "hours_freed"):
            total = sum(getattr(part, name) for part in parts)
            assert total == pytest.approx(getattr(quarter, name)), (quarter.number, name)
    months = month_parts(roadmap, cases, estimate, costs)
    ramp = ramp_of(roadmap, estimate)
    for first in (1, 3, 12):
        total = sum(sum(hours[:first]) for _, hours in months)
        assert total == pytest.approx(ramp.hours(first)[1]), f"the first {first} months open to their use cases"


def test_what_does_nothing_in_a_quarter_is_not_named(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task("Sort the mail", solution="rules")), Assumptions(draws=200))
    cases, costs = use_case_table(estimate), costs_of()
    roadmap = plan_roadmap(estimate, Capacity(30, 2), cases=cases, costs=costs)
    first, last = (quarter_parts(roadmap, number, cases, estimate, costs) for number in (0, len(roadmap.quarters) - 1))
    assert [name for name, _ in first] == ["Sort the mail"]
    assert last[0][1].hours_added == 0 and last[0][1].hours_freed > 0
