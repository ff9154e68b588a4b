"""What must hold for every plan, tried on roles and activities that hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plan_cases import CALM, close, group, solved, suggestion

from analyzer.reallocation.floors import floors, quarters, room, up
from analyzer.reallocation.groups import Group
from analyzer.reallocation.kinds import HIGHER_KINDS
from analyzer.reallocation.moves import moves_of
from analyzer.reallocation.rules import AMBASSADOR, HELP, PlanRules
from analyzer.reallocation.solve import Solution

SEVERAL = settings(max_examples=20, deadline=None)
ROLES = ("Buyer", "Clerk", "Seller")
TIE = 1e-6
"""Equals are told apart by less than this share of a value."""

made_groups = st.lists(
    st.fixed_dictionaries(
        {
            "freed": st.floats(0, 700),
            "declared": st.floats(700, 2600),
            "headcount": st.sampled_from([1.0, 2.0]),
        }
    ),
    min_size=1,
    max_size=3,
)
made_activities = st.lists(
    st.fixed_dictionaries(
        {
            "role": st.sampled_from(ROLES),
            "kind": st.sampled_from(HIGHER_KINDS),
            "fit": st.floats(0.1, 1),
            "value": st.floats(0.1, 1),
            "minutes_typical": st.sampled_from([30.0, 60.0, 120.0]),
            "minutes_most": st.sampled_from([60.0, 120.0, 400.0]),
        }
    ),
    max_size=7,
)
made_rules = st.builds(
    lambda relief, learning, helpers, change, most: CALM.changed(
        relief_floor=relief,
        learning_floor=learning,
        ambassador_share=helpers,
        change_per_month=change,
        most_activities=most,
    ),
    st.sampled_from([0.0, 0.2, 0.35, 0.5]),
    st.sampled_from([0.0, 0.1, 0.33, 0.5]),
    st.sampled_from([0.0, 0.0625, 0.25]),
    st.sampled_from([0.005, 0.01, 0.05]),
    st.integers(1, 4),
)
NEAR = close(("Buyer", "Clerk", 0.9), ("Buyer", "Seller", 0.6), ("Clerk", "Seller", 0.3))


def groups_of(made: list[dict[str, Any]]) -> list[Group]:
    """Return a role each, all in one team."""
    return [group(role, week=2100.0 * one["headcount"], **one) for role, one in zip(ROLES, made, strict=False)]


def named(made: list[dict[str, Any]]) -> list[dict[str, object]]:
    """Return suggestions, each with a code of its own."""
    return [suggestion(f"activity-{place}", **one) for place, one in enumerate(made)]


def spent(solution: Solution, giver: int, *kinds: str) -> int:
    """Return the quarter-hours that a role gives to some kinds."""
    return sum(size for c, size in solution.amounts.items() if c.giver == giver and c.kind in kinds)


def person(freed: float, declared: float = 2000.0) -> dict[str, Any]:
    """Return one person as :data:`made_groups` draws them."""
    return {"freed": freed, "declared": declared, "headcount": 1.0}


WORTH_IT = {"kind": HIGHER_KINDS[0], "fit": 1.0, "value": 1.0, "minutes_typical": 120.0, "minutes_most": 400.0}
MUCH = [{"role": role, **WORTH_IT} for role in ROLES for _ in range(2)]
"""More than anybody has time for."""
SHORT_OR_LONG = [{**MUCH[0], "minutes_typical": 60.0, "minutes_most": 60.0}, {**MUCH[1], "fit": 0.6}]
"""One fits better, the other takes more time: neither makes the other superfluous."""


# Where each ceiling is reached: without it, the plan would go beyond.
@example(made=[person(700)], rows=MUCH, rules=CALM.changed(change_per_month=0.005), counts=None)
@example(made=[person(700)], rows=SHORT_OR_LONG, rules=CALM.changed(most_activities=1), counts=None)
@example(made=[person(0, 2160), person(700), person(700)], rows=[], rules=CALM, counts=None)
@example(made=[person(300, 2600)], rows=MUCH, rules=CALM, counts=None)
@example(made=[person(700)] * 3, rows=MUCH, rules=CALM.changed(ambassador_share=0.25), counts=None)
@SEVERAL
@given(made=made_groups, rows=made_activities, rules=made_rules, counts=st.sampled_from([None, 0.0]))
def test_every_rule_holds(
    made: list[dict[str, Any]], rows: list[dict[str, Any]], rules: PlanRules, counts: float | None
) -> None:
    groups = groups_of(made)
    if counts is not None:  # as long as learning counts more than time given back, it is chosen above its floor anyway
        rules = rules.changed(weights={"learning": counts})
    found = solved(groups, named(rows), rules, NEAR)
    assert found.shortfalls == ()
    for place, one in enumerate(groups):
        helpers = found.ambassadors.get(place, 0)
        new = spent(found, place, HELP, *HIGHER_KINDS)
        learning, relief = spent(found, place, "learning"), spent(found, place, "relief")
        assert new + learning + relief + helpers == one.budget, "all freed time is placed, and no more"
        least_relief, least_learning = floors(one.budget, rules.relief_floor, rules.learning_floor)
        assert relief >= least_relief >= rules.relief_floor * one.budget - 1e-6
        fits = up(rules.learning_floor * one.budget) <= one.budget - least_relief
        assert learning >= least_learning
        assert least_learning >= rules.learning_floor * one.budget - 1e-6 if fits else new == 0
        assert new <= quarters(12 * rules.change_per_month * one.week), "no week changes faster than allowed"
        begun = [c for c in found.amounts if c.giver == place and c.kind in HIGHER_KINDS]
        assert len(begun) <= rules.most_activities
        assert all(c.least <= found.amounts[c] <= c.most for c in begun)
        received = sum(size for c, size in found.amounts.items() if c.receiver == place)
        assert received <= quarters(one.above_week), "no more help than is asked for"
        load = one.declared - one.freed + 15 * (new + learning + helpers - received)
        if new + helpers > 0:
            assert load <= one.week + 1e-6, "nobody begins something new above the week"
        assert load <= max(one.week, one.declared) + 1e-6
    assert all(NEAR_ENOUGH[frozenset((groups[c.giver].role, groups[c.receiver].role))] for c in helps(found))
    if sum(one.headcount for one in groups) >= 3:
        new = sum(spent(found, place, HELP, *HIGHER_KINDS) for place in range(len(groups)))
        assert sum(found.ambassadors.values()) >= int(rules.ambassador_share * new + 1e-9)


NEAR_ENOUGH = {
    frozenset((a, b)): value >= CALM.closeness_needed for a, b, value in NEAR.itertuples(index=False, name=None)
}


def helps(solution: Solution) -> list[Any]:
    """Return the moves to another role."""
    return [candidate for candidate in solution.amounts if candidate.receiver is not None]


@SEVERAL
@given(made=made_groups, rows=made_activities, rules=made_rules, data=st.data())
def test_more_freed_time_never_makes_the_best_value_fall(
    made: list[dict[str, Any]], rows: list[dict[str, Any]], rules: PlanRules, data: st.DataObject
) -> None:
    groups = groups_of(made)
    place = data.draw(st.integers(0, len(groups) - 1))
    more = data.draw(st.floats(0, 200))
    larger = [replace(one, freed=one.freed + more) if at == place else one for at, one in enumerate(groups)]
    before, after = (solved(some, named(rows), rules, NEAR).value for some in (groups, larger))
    assert after >= before * (1 - TIE) - 0.1


@SEVERAL
@given(size=st.integers(0, 400), relief=st.floats(0, 1), learning=st.floats(0, 1))
def test_floors_hold_and_what_may_be_begun_never_falls_with_more_time(
    size: int, relief: float, learning: float
) -> None:
    if relief + learning > 1:
        relief, learning = relief / 2, learning / 2
    least_relief, least_learning = floors(size, relief, learning)
    assert relief * size - 1e-6 <= least_relief <= size
    if up(learning * size) <= size - least_relief:
        assert least_learning >= learning * size - 1e-6
    else:
        assert least_learning == size - least_relief, "both do not fit: relief first, and all the rest is learned"
    assert 0 <= room(size, relief, learning) <= size - least_relief - least_learning
    assert room(size, relief, learning) <= room(size + 1, relief, learning)


@SEVERAL
@given(made=made_groups, rows=made_activities, rules=made_rules, data=st.data())
def test_the_order_of_rows_changes_nothing(
    made: list[dict[str, Any]], rows: list[dict[str, Any]], rules: PlanRules, data: st.DataObject
) -> None:
    groups, suggestions = groups_of(made), named(rows)
    shuffled = data.draw(st.permutations(suggestions))
    back = NEAR.iloc[::-1].reset_index(drop=True)
    one = moves_of(solved(groups, suggestions, rules, NEAR), groups, rules)
    other = moves_of(solved(groups, list(shuffled), rules, back), groups, rules)
    pd.testing.assert_frame_equal(one, other)


@SEVERAL
@given(made=made_groups, rows=made_activities, rules=made_rules)
def test_moves_are_whole_quarter_hours(
    made: list[dict[str, Any]], rows: list[dict[str, Any]], rules: PlanRules
) -> None:
    groups = groups_of(made)
    moves = moves_of(solved(groups, named(rows), rules, NEAR), groups, rules)
    assert (moves["minutes_per_week"] % 15 == 0).all() and (moves["minutes_per_week"] > 0).all()
    assert moves["minutes_per_week"].sum() == sum(15 * one.budget for one in groups)
    assert set(moves["activity"]) <= {f"activity-{n}" for n in range(9)} | {"learning", "relief", HELP, AMBASSADOR}


def test_a_quarter_hour_that_tips_both_floors_over_takes_nothing_away() -> None:
    # Of 10 quarter-hours the floors take 2 and 1; of 11 they take 3 and 2: new work would fall from 7 to 6.
    rules = CALM.changed(most_activities=2)
    before, after = (solved([group("Buyer", freed=freed)], named(MUCH[:2]), rules).value for freed in (150.0, 165.0))
    assert after >= before
