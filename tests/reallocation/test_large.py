"""Very many roles: planned block by block, by the same rules, with an honest bound."""

from __future__ import annotations

import pandas as pd
import pytest
from plan_cases import CALM, WEEK, close, group, suggestion

from analyzer.reallocation import large, solve
from analyzer.reallocation.candidates import candidates_of
from analyzer.reallocation.floors import floors
from analyzer.reallocation.groups import Group
from analyzer.reallocation.rules import HELP, Pin, PlanRules
from analyzer.reallocation.solve import Solution

RULES = PlanRules(ambassador_share=0.0625)
ROLES = 24
TEAMS = 4
CODES = ("margins", "letters", "visits")


def many() -> list[Group]:
    """Return roles of four teams; every fourth is above its week and asks for 12 to 30 quarter-hours."""
    return [
        group(
            f"Role {number:02d}",
            freed=120.0 + 37.0 * (number % 7),
            team=f"Team {number % TEAMS}",
            declared=WEEK + 180.0 + 30.0 * (number % 10) if number % 4 == 0 else 1700.0,
        )
        for number in range(ROLES)
    ]


def rows() -> list[dict[str, object]]:
    return [
        suggestion(code, role=f"Role {number:02d}", fit=round(0.5 + 0.07 * ((number + place) % 7), 2))
        for number in range(ROLES)
        for place, code in enumerate(CODES)
    ]


NEAR = close(
    *(
        (f"Role {a:02d}", f"Role {b:02d}", round(0.5 + ((a * b) % 40) / 100, 2))
        for a in range(ROLES)
        for b in range(a + 1, ROLES)
        if (a + b) % 3
    )
)


def solved(rules: PlanRules = RULES) -> Solution:
    candidates = candidates_of(many(), pd.DataFrame(rows()), NEAR, rules)
    return solve.solve(many(), candidates, rules)


@pytest.fixture
def by_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plan five roles at a time, as a thousand are planned forty at a time."""
    monkeypatch.setattr(solve, "LARGE", 0)
    monkeypatch.setattr(large, "_ROLES", 5)


def test_blocks_find_nearly_the_best_plan_and_know_what_none_exceeds(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = solved(RULES.changed(gap=0.0))
    monkeypatch.setattr(solve, "LARGE", 0)
    monkeypatch.setattr(large, "_ROLES", 5)
    found = solved()
    assert found.complete and found.shortfalls == ()
    assert 0.95 * whole.value <= found.value <= whole.value + 1 <= found.bound + 2
    assert found.gap == pytest.approx(1 - found.value / found.bound)


def test_blocks_keep_every_rule(by_blocks: None) -> None:
    found, groups = solved(), many()
    asked = [int(one.above_week // 15) for one in groups]
    for place, one in enumerate(groups):
        mine = {c: size for c, size in found.amounts.items() if c.giver == place}
        kinds = {kind: sum(size for c, size in mine.items() if c.kind == kind) for kind in ("relief", "learning")}
        least_relief, least_learning = floors(one.budget, RULES.relief_floor, RULES.learning_floor)
        assert kinds["relief"] >= least_relief and kinds["learning"] >= least_learning
        assert sum(mine.values()) + found.ambassadors.get(place, 0) == one.budget
        assert sum(size for c, size in found.amounts.items() if c.receiver == place) <= asked[place]
        assert not (asked[place] and any(c.kind == HELP for c in mine)), "who asks for time gives none"
    for team in range(TEAMS):
        staff = [place for place in range(ROLES) if place % TEAMS == team]
        new = sum(s for c, s in found.amounts.items() if c.giver in staff and c.kind not in ("learning", "relief"))
        assert sum(found.ambassadors.get(place, 0) for place in staff) >= int(RULES.ambassador_share * new)


def test_blocks_give_the_same_plan_twice(by_blocks: None) -> None:
    assert solved().amounts == solved().amounts


def test_a_pin_holds_in_blocks(by_blocks: None) -> None:
    pin = Pin(role="Role 01", team="Team 1", activity="letters", minutes_per_week=45)
    found = solved(RULES.changed(pins=[pin.model_dump()]))
    assert found.shortfalls == ()
    assert [size for c, size in found.amounts.items() if c.giver == 1 and c.activity == "letters"] == [3]


def test_pins_that_contradict_the_rules_say_by_how_much_in_blocks(by_blocks: None) -> None:
    # Role 01 frees 157 min, 10 quarter-hours; all of them pinned leave neither relief (2) nor learning (1).
    pin = Pin(role="Role 01", team="Team 1", activity="margins", minutes_per_week=150)
    found = solved(RULES.changed(pins=[pin.model_dump()]))
    assert {(one.rule, one.group, one.quarters) for one in found.shortfalls} == {("relief", 1, 2), ("learning", 1, 1)}
    assert found.gap < 0.1


def test_two_pins_of_help_for_one_role_are_cut_to_what_it_asks_for(by_blocks: None) -> None:
    # Role 04 is above its week by 300 min, 20 quarter-hours; two roles are pinned to help it with 12 each.
    where = {"activity": HELP, "to_role": "Role 04", "to_team": "Team 0", "minutes_per_week": 180}
    pins = [{"role": f"Role {place:02d}", "team": f"Team {place % TEAMS}", **where} for place in (6, 13)]
    found = solved(CALM.changed(pins=pins))
    assert ("need", 4, 4) in {(one.rule, one.group, one.quarters) for one in found.shortfalls}


def test_of_many_roles_only_the_closest_are_asked_to_help() -> None:
    """Twenty clerks ask one buyer, and twenty buyers could help one clerk: the six closest pairs of each count."""
    asks = [group(f"Clerk {number:02d}", freed=0.0, declared=WEEK + 60.0) for number in range(20)]
    near = close(*(("Buyer", f"Clerk {number:02d}", 0.5 + number / 100) for number in range(20)))
    found = candidates_of([group("Buyer"), *asks], pd.DataFrame(), near, RULES)
    helped = {c.receiver for c in found if c.kind == HELP}
    assert helped == set(range(1, 21)), "each clerk has no one closer than the buyer"
    other = close(
        *(
            (f"Buyer {number:02d}", f"Clerk {clerk:02d}", 0.5 + number / 100)
            for number in range(20)
            for clerk in range(20)
        )
    )
    found = candidates_of(
        [*(group(f"Buyer {number:02d}") for number in range(20)), *asks], pd.DataFrame(), other, RULES
    )
    assert {c.giver for c in found if c.receiver == 20} >= set(range(14, 20)), "the six closest buyers"
    assert sum(c.kind == HELP for c in found) < 20 * 20
