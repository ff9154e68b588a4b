"""The roadmap, the hours page and the plan tell one first year: a worked example."""

from __future__ import annotations

import pytest

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.roadmap import plan_roadmap, ramp_of
from analyzer.opportunity.schedule import Capacity
from analyzer.reallocation.horizons import roadmap_shares
from analyzer.reallocation.plan import plan_hours


@pytest.fixture(scope="module")
def estimate(make_scores, make_task):
    writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0, "role": "Writer"}
    writing |= {"occurrences_per_week": 25.0}  # a pilot of four weeks is enough
    return estimate_hours(
        make_scores(
            make_task("Write reports", **writing),
            make_task("Write letters", minutes_per_week=300.0, **writing),
            make_task("Key in invoices", minutes_per_week=2000.0, role="Clerk"),
        ),
        Assumptions(draws=200),
    )


@pytest.fixture(scope="module")
def roadmap(estimate):
    """Return the roadmap worked out in ``test_roadmap.py``: reports are in use from 0.9 + 12/13 = 1.823 months on,
    letters from 0.36 months later (2.183), invoices from 7.5."""
    return plan_roadmap(estimate, Capacity(days_per_quarter=20, at_once=2, quarters=4))


def test_what_is_built_first_frees_its_role_first(estimate, roadmap):
    # Six months to full use: month k of use reaches (2 k - 1) / 12. In the third month of the year reports are in the
    # first of theirs, 1/12; letters too, of which 3 - 2.183 = 0.817 are left: 0.0681. Letters take half as long as
    # reports: 2/3 x 1/12 + 1/3 x 0.0681 = 0.0782. In the twelfth both are in full use, and invoices, begun in the
    # middle of the eighth, in their fourth month: 7/12.
    plan = plan_hours(estimate, roadmap=roadmap)
    assert [group.role for group in plan.groups] == ["Clerk", "Writer"]
    shares = roadmap_shares(plan.groups, estimate, roadmap)
    assert shares[1] == [0.0, 0.0]
    assert shares[3] == pytest.approx([0.0, 0.0782], abs=5e-5)
    assert shares[12] == pytest.approx([7 / 12, 1.0])


def test_the_hours_of_the_plan_are_those_of_the_roadmap_and_of_the_first_year(estimate, roadmap):
    plan = plan_hours(estimate, roadmap=roadmap)
    a_month = estimate.assumptions.working_days_per_year / 5 / 12 / 60
    first_year = ramp_of(roadmap, estimate).months["hours_central"]
    by_quarter = [hours for quarter in roadmap.quarters for hours in quarter.freed_by_month]
    for months, shares in roadmap_shares(plan.groups, estimate, roadmap).items():
        freed = sum(group.freed * share for group, share in zip(plan.groups, shares, strict=True)) * a_month
        assert freed == pytest.approx(first_year[months - 1]) == pytest.approx(by_quarter[months - 1])


def test_each_horizon_plans_what_the_roadmap_has_freed_by_then(estimate, roadmap):
    # The clerk frees 136.08 min of each 600: of 2,000 min 453.6, in the twelfth month 7/12 of it, 264.6: 17
    # quarter-hours, 255 min, of the 450 of the whole plan. The writer is where the whole plan is.
    plan = plan_hours(estimate, roadmap=roadmap)
    sums = plan.horizons.groupby(["horizon", "role"])["minutes_per_week"].sum()
    whole = plan.moves.groupby("role")["minutes_per_week"].sum()
    assert whole["Clerk"] == 450
    assert sums["year"].to_dict() == {"Clerk": 255, "Writer": whole["Writer"]}
    assert "month" not in sums.index and "Clerk" not in sums.get("quarter", {})


def test_without_a_roadmap_the_plan_follows_the_usual_one(estimate):
    plan = plan_hours(estimate)
    assert plan.roadmap.capacity == Capacity()
    assert {step.name for step in plan.roadmap.built} <= set(estimate.frame["use_case"])
