"""Plans small enough to be solved on paper: the arithmetic stands beside each."""

from __future__ import annotations

import pandas as pd
import pytest
from plan_cases import CALM, close, group, minutes, solved, suggestion

from analyzer.errors import UsageError
from analyzer.reallocation.candidates import candidates_of
from analyzer.reallocation.floors import floors, room
from analyzer.reallocation.rules import HELP, Need, Pin, Place, TeamRanking


def test_floors_first_then_the_best_activities() -> None:
    # 330 min = 22 quarter-hours. Relief 20 % = 4.4, so 5; learning 10 % = 2.2, so 3: 14 are left (210 min).
    # The best activity takes its most, 120 min; the next one the other 90.
    plan = minutes([group(freed=330.0)], [suggestion("margins"), suggestion("letters", fit=0.9)])
    assert plan == {"margins": 120, "letters": 90, "relief": 75, "learning": 45}


def test_beyond_what_an_activity_typically_takes_another_one_comes_first() -> None:
    # Of 22 quarter-hours 14 are left. "margins" is worth 1000 for its typical 60 min, then 600; "letters" 700
    # throughout: 4 of margins, 8 of letters (its most, 120 min), then 2 more of margins.
    plan = minutes(
        [group(freed=330.0)],
        [suggestion("margins", minutes_typical=60.0), suggestion("letters", fit=0.7, minutes_typical=120.0)],
    )
    assert (plan["margins"], plan["letters"]) == (90, 120)


def test_an_activity_that_fits_badly_is_not_better_than_time_to_learn() -> None:
    # Worth 1.0 x 0.25 x 0.7 = 0.175 a minute; learning up to twice its floor 0.25, time given back 0.2: of the 14
    # quarter-hours 2 more are learned, the other 12 are given back.
    plan = minutes([group()], [suggestion("margins", fit=0.25, value=0.7)])
    assert plan == {"learning": 30 + 30, "relief": 60 + 180}


def test_what_one_role_does_for_all_is_worth_less_to_a_second_role() -> None:
    """Half of what it would be worth, a quarter to the third; the same role in another team is no second role."""
    groups = [group("Clerk"), group("Writer"), group("Clerk", team="Elsewhere"), group("Buyer")]
    rows = [
        suggestion("accounting-margins", role="Clerk|Finance", fit=0.9),
        suggestion("accounting-margins", role="Writer", fit=0.8),
        suggestion("accounting-margins", role="Clerk|Elsewhere", fit=0.8),
        suggestion("accounting-margins", role="Buyer", fit=0.4),
        # Everybody listens to their own conversations: no role takes that from another.
        suggestion("support-call-listening", role="Clerk|Finance", fit=0.9),
        suggestion("support-call-listening", role="Writer", fit=0.8),
    ]
    found = candidates_of(groups, pd.DataFrame(rows), close(), CALM)
    worths = {(one.giver, one.activity): one.worth for one in found if one.kind == "problems"}
    assert worths == {
        (0, "accounting-margins"): 900,
        (1, "accounting-margins"): 400,
        (2, "accounting-margins"): 800,
        (3, "accounting-margins"): 100,
        (0, "support-call-listening"): 900,
        (1, "support-call-listening"): 800,
    }


def test_whole_quarter_hours_and_the_rest_stays_unplanned() -> None:
    # 50 min = 3 quarter-hours: one each of relief and learning (rounded up); the third is too short for an activity
    # of at least 30 min, and learning has twice its floor (0.6, rounded up) already: it is given back.
    assert minutes([group(freed=50.0)], [suggestion()]) == {"learning": 15, "relief": 30}


def test_no_more_than_a_few_beginnings() -> None:
    # 14 quarter-hours; each activity takes 30 min at most, so four of them take 8; 2 more are learned, 4 given back.
    many = [suggestion(f"a{place}", minutes_typical=30.0, minutes_most=30.0) for place in range(6)]
    plan = minutes([group()], many)
    assert [code for code in plan if code.startswith("a")] == ["a0", "a1", "a2", "a3"], "equals go by name"
    assert (plan["learning"], plan["relief"]) == (30 + 2 * 15, 60 + 4 * 15)


def test_a_week_changes_only_so_fast() -> None:
    # 1 % of 2,100 min a month = 21 min, in a year 252: 16 quarter-hours of new work at most.
    plan = minutes(
        [group(freed=600.0)],
        [suggestion("margins", minutes_typical=600.0, minutes_most=600.0)],
        CALM.changed(change_per_month=0.01),
    )
    assert plan["margins"] == 240


def test_a_role_above_its_week_takes_on_nothing_new() -> None:
    # 2,520 min declared, 300 freed: 2,220 are left of 2,100. It keeps its learning, the rest makes the week lighter.
    assert minutes([group(declared=2520.0)], [suggestion()]) == {"relief": 270, "learning": 30}


def test_a_role_just_above_its_week_fills_what_room_it_has() -> None:
    # 2,190 declared - 300 freed = 1,890: room for 210 min, of which 30 learning leave 120 + 60 for work.
    # Without the week, floors would leave the same 210: relief 60, learning 30, work 210. Here work is 180.
    plan = minutes([group(declared=2190.0)], [suggestion("margins"), suggestion("letters", fit=0.9)])
    assert plan == {"margins": 120, "letters": 60, "learning": 30, "relief": 90}


def test_help_goes_to_a_close_role_and_only_as_far_as_it_asks() -> None:
    # The buyer lists 2,190 min, 90 above the week: it asks for 6 quarter-hours. Help is worth closeness 0.8 a minute,
    # "letters" 0.5: 90 min of help, and the other 120 of the clerk's 210 go to letters.
    both = [group(freed=330.0), group("Buyer", freed=0.0, declared=2190.0)]
    plan = minutes(both, [suggestion("letters", fit=0.5)], closeness=close(("Buyer", "Clerk", 0.8)))
    assert (plan[HELP], plan["letters"]) == (90, 120)


def test_help_takes_half_of_what_a_role_can_begin_where_it_has_work_of_its_own() -> None:
    # The buyer asks for 300 min. Of the clerk's 330 the floors leave 14 quarter-hours: help takes 7 at most, though it
    # is worth more than "letters". With nothing else to begin, all 14 go to help.
    both = [group(freed=330.0), group("Buyer", freed=0.0, declared=2400.0)]
    nearness = close(("Buyer", "Clerk", 0.8))
    plan = minutes(both, [suggestion("letters", fit=0.5)], closeness=nearness)
    assert (plan[HELP], plan["letters"]) == (105, 105)
    assert minutes(both, [], closeness=nearness)[HELP] == 210


def test_roles_that_are_not_close_do_not_help_each_other() -> None:
    both = [group(), group("Buyer", freed=0.0, declared=2190.0)]
    assert HELP not in minutes(both, [suggestion()], closeness=close(("Buyer", "Clerk", 0.39)))


def test_what_a_role_says_it_needs_replaces_what_its_load_tells() -> None:
    both = [group(), group("Buyer", freed=0.0, declared=2190.0)]
    rules = CALM.changed(needs=[Need(role="Buyer", team="Finance", minutes_per_week=0).model_dump()])
    assert HELP not in minutes(both, [suggestion()], rules, close(("Buyer", "Clerk", 0.8)))


def test_help_lets_a_role_above_its_week_begin_something_new() -> None:
    # The buyer lists 2,190 and frees 90, so that it comes to its week exactly; helped with 90, it has room for as much.
    both = [group(), group("Buyer", freed=90.0, declared=2190.0)]
    rows = [suggestion("letters", role="Buyer")]
    plan = minutes(both, rows, closeness=close(("Buyer", "Clerk", 0.8)))
    # 6 quarter-hours of its own: relief 2, learning 1, so 45 min of letters.
    assert (plan[HELP], plan["letters"]) == (90, 45)


def test_a_team_of_three_has_time_for_an_ambassador() -> None:
    # 930 min freed = 62 quarter-hours; floors 13 + 7 leave 42. With one ambassador's quarter-hour for 16 of new work:
    # 40 of work need 2 (2.5 rounded down).
    plan = minutes(
        [group(freed=930.0, headcount=3.0, week=6300.0)],
        [suggestion(minutes_typical=900.0, minutes_most=900.0)],
        CALM.changed(ambassador_share=0.0625),
    )
    assert (plan["margins"], plan["ambassador"]) == (600, 30)


def test_the_teams_own_ranking_wins() -> None:
    # By fit "margins" is ahead (1.0 to 0.4); the team ranks relations above complex problems.
    rows = [suggestion("margins", minutes_most=240.0), suggestion("calls", "relations", fit=0.4)]
    ranking = TeamRanking(team="Finance", kinds={"relations": 4, "problems": 2})
    plan = minutes([group(freed=330.0)], rows, CALM.changed(rankings=[ranking.model_dump()]))
    assert (plan["calls"], plan["margins"]) == (120, 90)


def test_a_kind_ranked_at_nothing_is_never_planned() -> None:
    ranking = TeamRanking(kinds={"problems": 0})
    assert "margins" not in minutes([group()], [suggestion()], CALM.changed(rankings=[ranking.model_dump()]))


def test_a_pin_holds_and_the_rest_is_planned_around_it() -> None:
    # 14 quarter-hours beyond the floors: 60 min pinned to letters, 120 to margins (its most), 30 more are learned.
    rows = [suggestion("margins"), suggestion("letters", fit=0.4)]
    pin = Pin(role="Clerk", team="Finance", activity="letters", minutes_per_week=60)
    plan = minutes([group()], rows, CALM.changed(pins=[pin.model_dump()]))
    assert plan == {"letters": 60, "margins": 120, "learning": 60, "relief": 60}


def test_what_is_forbidden_is_not_planned() -> None:
    place = Place(role="Clerk", team="Finance", activity="margins")
    assert "margins" not in minutes([group()], [suggestion()], CALM.changed(forbidden=[place.model_dump()]))


def test_a_plan_that_cannot_be_says_which_rule_and_by_how_much() -> None:
    # 270 of 300 min pinned leave 30, and both floors ask for 60 + 30. The nearest plan misses 60 min in all; learning
    # gives way first (all of its 30), relief then by 30.
    pin = Pin(role="Clerk", team="Finance", activity="margins", minutes_per_week=270)
    found = solved([group()], [suggestion(minutes_most=300.0)], CALM.changed(pins=[pin.model_dump()]))
    assert {(one.rule, one.quarters) for one in found.shortfalls} == {("learning", 2), ("relief", 2)}
    assert sorted((c.activity, size) for c, size in found.amounts.items()) == [("margins", 18), ("relief", 2)]


def test_a_pin_of_more_than_a_role_frees_is_cut_to_what_there_is() -> None:
    # 600 min pinned of 300 freed: cutting the pin costs more than missing the floors, so it gets all 300.
    pin = Pin(role="Clerk", team="Finance", activity="margins", minutes_per_week=600)
    found = solved([group()], [suggestion()], CALM.changed(pins=[pin.model_dump()]))
    assert {(one.rule, one.quarters) for one in found.shortfalls} >= {("pin", 20)}
    assert sum(found.amounts.values()) == 20


@pytest.mark.parametrize(
    ("pins", "forbidden", "said"),
    [
        ([("margins", 30), ("margins", 60)], [], "pinned twice"),
        ([("margins", 30)], ["margins"], "both pinned and forbidden"),
        ([("margins", 40)], [], "not whole quarter-hours"),
        ([("dance", 30)], [], "none of the activities suggested"),
        ([(HELP, 30)], [], "no role"),
    ],
)
def test_contradictory_decisions_give_one_sentence(
    pins: list[tuple[str, int]], forbidden: list[str], said: str
) -> None:
    where = {"role": "Clerk", "team": "Finance"}
    rules = CALM.changed(
        pins=[{**where, "activity": activity, "minutes_per_week": size} for activity, size in pins],
        forbidden=[{**where, "activity": activity} for activity in forbidden],
    )
    with pytest.raises(UsageError, match=said):
        solved([group()], [suggestion()], rules)


def test_help_between_roles_that_are_not_close_cannot_be_pinned() -> None:
    both = [group(), group("Buyer", freed=0.0, declared=2190.0)]
    pin = Pin(role="Clerk", team="Finance", activity=HELP, to_role="Buyer", to_team="Finance", minutes_per_week=30)
    with pytest.raises(UsageError, match="not close enough"):
        solved(both, [], CALM.changed(pins=[pin.model_dump()]), close(("Buyer", "Clerk", 0.2)))


def test_floors_that_ask_for_more_than_all_are_refused() -> None:
    with pytest.raises(UsageError, match="more than all the freed time") as caught:
        CALM.changed(relief_floor=0.8, learning_floor=0.3)
    assert "(80\u202f%)" in caught.value.message("fr") and "(80%)" in str(caught.value)


@pytest.mark.parametrize(
    ("freed", "plan"),
    [
        (14.0, {}),
        (15.0, {"relief": 15}),  # both ask for a quarter-hour: time given back comes first
        (30.0, {"relief": 15, "learning": 15}),
        (45.0, {"relief": 30, "learning": 15}),  # a quarter-hour is left, and 30 min are the least for an activity
        (60.0, {"relief": 15, "learning": 15, "margins": 30}),
        (165.0, {"relief": 45, "learning": 30, "margins": 90}),  # 20 % are 33 min, 10 % are 16.5
    ],
)
def test_floors_are_rounded_up_to_whole_quarter_hours(freed: float, plan: dict[str, int]) -> None:
    assert minutes([group(freed=freed)], [suggestion()]) == plan


def test_a_role_does_not_begin_what_the_next_quarter_hour_would_take_from_it() -> None:
    # 10 quarter-hours: relief 2, learning 1, and 7 left. 11: relief 2.2 and learning 1.1 become 3 and 2; 6 are left.
    # So of 10 only 6 become something new, as of 11; the other one is learned.
    assert [floors(size, 0.2, 0.1) for size in (10, 11, 12)] == [(2, 1), (3, 2), (3, 2)]
    assert [room(size, 0.2, 0.1) for size in (9, 10, 11, 12)] == [6, 6, 6, 7]
    assert minutes([group(freed=150.0)], [suggestion()]) == {"margins": 90, "learning": 30, "relief": 30}


def test_a_pin_may_take_all_that_the_floors_leave() -> None:
    # 300 min: floors 60 + 30, and 210 pinned. Nothing stands in the way.
    pin = Pin(role="Clerk", team="Finance", activity="margins", minutes_per_week=210)
    found = solved([group()], [suggestion(minutes_most=300.0)], CALM.changed(pins=[pin.model_dump()]))
    assert found.shortfalls == ()
    assert sorted((c.activity, size) for c, size in found.amounts.items()) == [
        ("learning", 2),
        ("margins", 14),
        ("relief", 4),
    ]
