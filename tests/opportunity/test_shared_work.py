"""Work that several roles or teams do: where, for how long, and what may be the same besides."""

from __future__ import annotations

import pytest

from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.likely_same import likely_same
from analyzer.opportunity.shared_work import shared_work, where_done
from analyzer.opportunity.use_case_decisions import keep_apart


def frame_of(make_scores, *tasks):
    return estimate_hours(make_scores(*tasks), Assumptions(draws=200)).frame


def test_shared_work_is_counted_once_with_all_its_places(make_scores, make_task):
    frame = frame_of(
        make_scores,
        make_task("Key invoices", work_key="invoices", role="Clerk"),
        make_task("Enter invoices", work_key="invoices", role="Assistant", team="Sales"),
        make_task("Key invoices again", work_key="invoices", role="Clerk"),
        make_task("Sort the mail", work_key="mail"),
    )
    shared = shared_work(frame)
    # Invoices in two places (Clerk twice is one place), three rows of 136.08 min each; the mail has one place.
    assert (shared.use_cases, shared.places) == (1, 2)
    assert shared.minutes_freed == pytest.approx(3 * 136.08)


def test_hours_in_each_role_add_up_to_those_of_the_use_case(make_scores, make_task):
    frame = frame_of(
        make_scores,
        make_task(work_key="invoices", role="Clerk"),
        make_task(work_key="invoices", role="Assistant", minutes_per_week=60.0),
        make_task(work_key="invoices", role=None, team=None, minutes_per_week=None),
    )
    places = where_done(frame)
    assert list(places["minutes_per_week"]) == [60.0, 600.0, 0.0]
    assert places["role"].isna().sum() == 1, "a row without a role is not lost"
    for end in ("low", "central", "high"):
        assert places[f"minutes_freed_{end}"].sum() == pytest.approx(frame[f"minutes_freed_{end}"].sum())


def test_near_misses_are_suggested_and_what_is_another_act_is_not(make_scores, make_task):
    frame = frame_of(
        make_scores,
        make_task("Key supplier invoices"),
        make_task("Supplier invoices"),  # does not say what is done with them
        make_task("Approve supplier invoices"),
        make_task("Key customer invoices"),  # another party
        make_task("Mow the lawn", solution="none"),
    )
    found = likely_same(frame)
    assert {frozenset((pair.one, pair.other)) for pair in found} == {
        frozenset(("Key supplier invoices", "Supplier invoices")),
        frozenset(("Approve supplier invoices", "Supplier invoices")),
    }
    assert all(pair.more_said and pair.solution for pair in found)


def test_what_people_keep_apart_is_not_suggested_again(make_scores, make_task):
    frame = frame_of(make_scores, make_task("Key supplier invoices"), make_task("Supplier invoices"))
    [pair] = likely_same(frame)
    from analyzer.opportunity.local_facts import UseCaseDecisions

    assert likely_same(frame, keep_apart(UseCaseDecisions(), pair.other, pair.one)) == []
