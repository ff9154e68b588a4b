"""The whole way from an estimate to a plan, on a small list: two teams, one role above its week."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

import analyzer
from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES
from analyzer.numbers import to_the_minute
from analyzer.opportunity import Assumptions, HoursEstimate, LocalFacts, RoleFacts, estimate_hours
from analyzer.reallocation.horizon_words import horizon_lines
from analyzer.reallocation.plan import Plan, digest_of, plan_hours
from analyzer.reallocation.plan_words import shortfall_words
from analyzer.reallocation.reasons import in_words, reason_of, title
from analyzer.reallocation.rules import AMBASSADOR, HELP, PlanRules

LIST = """Task,Role,Team,People,Frequency,Duration
Enter supplier invoices into the ledger,Accounts clerk,Finance,2,daily,2h30
Match invoices with purchase orders,Accounts clerk,Finance,2,daily,1h30
Reconcile the bank statements,Accounts clerk,Finance,2,weekly,2 h
Call customers who pay late,Accounts clerk,Finance,2,weekly,2 h
Answer customer emails about orders,Sales assistant,Sales,1,daily,4 h
Enter customer orders into the system,Sales assistant,Sales,1,daily,3h30
Prepare the weekly sales report,Sales assistant,Sales,1,weekly,2 h
Coach the two trainees,Team lead,Finance,1,weekly,3 h
Sort the incoming mail,Team lead,Finance,1,ad hoc,10 min
"""
FAST = Assumptions(draws=200)


@pytest.fixture(scope="module")
def scores() -> pd.DataFrame:
    """Return the scores of the list, as the shipped models give them."""
    return analyzer.score_tasks(analyzer.read_inventory(LIST.encode(), filename="list.csv", language="en").frame)


@pytest.fixture(scope="module")
def estimate(scores: pd.DataFrame) -> HoursEstimate:
    return estimate_hours(scores, FAST)


@pytest.fixture(scope="module")
def plan(estimate: HoursEstimate) -> Plan:
    return plan_hours(estimate)


def test_every_role_spends_its_whole_quarter_hours(plan: Plan) -> None:
    spent = plan.moves.groupby(["role", "team"])["minutes_per_week"].sum()
    budget = plan.budget.set_index(["role", "team"])["budget"]
    assert spent.to_dict() == budget[budget > 0].to_dict()
    assert (plan.budget["freed"] - plan.budget["budget"]).between(0, 15).all()
    assert plan.status == "optimal" and 0 <= plan.gap <= plan.rules.gap


def test_a_role_above_its_week_asks_for_help_and_takes_on_nothing_new(plan: Plan) -> None:
    # The sales assistant lists 39 h 30 of a week of 35.
    asked = plan.budget.set_index("role")["asked"]
    assert asked["Sales assistant"] == 270 and asked["Accounts clerk"] == 0
    table = plan.before_after["role"].set_index("role")
    assert (table["load_after"] <= table[["week", "load_before"]].max(axis=1) + 0.01).all()


def test_the_same_list_in_another_order_gives_the_same_plan(scores: pd.DataFrame, plan: Plan) -> None:
    shuffled = estimate_hours(scores.sample(frac=1, random_state=4).reset_index(drop=True), FAST)
    again = plan_hours(shuffled)
    pd.testing.assert_frame_equal(again.moves, plan.moves)
    assert again.digest == plan.digest
    pd.testing.assert_frame_equal(again.horizons, plan.horizons)


def test_what_a_plan_rests_on_changes_its_digest(scores: pd.DataFrame, estimate: HoursEstimate) -> None:
    assert digest_of(estimate) != digest_of(estimate_hours(scores, FAST.changed(adoption=0.4)))
    longer = LocalFacts(roles={"Accounts clerk": RoleFacts(hours_per_week=39)})
    assert digest_of(estimate) != digest_of(estimate_hours(scores, FAST, longer))


def test_a_longer_week_asks_for_less_help(estimate: HoursEstimate) -> None:
    facts = LocalFacts(roles={"Sales assistant": RoleFacts(hours_per_week=39)})
    asked = plan_hours(estimate, facts=facts).budget.set_index("role")["asked"]
    assert asked["Sales assistant"] == 30  # 39 h 30 listed, 39 h worked


def test_before_and_after_add_up(plan: Plan) -> None:
    for table in plan.before_after.values():
        for end in ("before", "after"):
            parts = table[[f"{part}_{end}" for part in ("routine", "judgement", "relation", "learning")]].sum(axis=1)
            assert (parts - table[f"load_{end}"]).abs().max() < 0.1
    role = plan.before_after["role"]
    relief = plan.moves.loc[plan.moves["kind"] == "relief", "minutes_per_week"].sum()
    unplanned = (plan.budget["freed"] - plan.budget["budget"]).sum()
    # Work that ends, less work that begins, is what is given back or too short to plan; help only changes hands.
    helped = plan.moves.loc[plan.moves["kind"] == HELP, "minutes_per_week"].sum()
    assert role["load_before"].sum() - role["load_after"].sum() == pytest.approx(relief + unplanned + helped, abs=0.1)


def test_horizons_grow_towards_the_plan_and_keep_its_floors(plan: Plan) -> None:
    found = plan.horizons
    sums = found.groupby("horizon")["minutes_per_week"].sum()
    assert sums.get("month", 0) <= sums.get("quarter", 0) <= sums["year"] <= plan.moves["minutes_per_week"].sum()
    assert sums["year"] > 0
    for _, moves in found.groupby(["horizon", "role"]):
        spent = moves["minutes_per_week"].sum()
        assert moves.loc[moves["kind"] == "relief", "minutes_per_week"].sum() >= plan.rules.relief_floor * spent
    # Nothing new is begun that the plan does not keep, nor for longer.
    key = ["role", "team", "to_role", "to_team", "activity"]
    new = found[~found["kind"].isin(["relief", "learning"]) & (found["activity"] != AMBASSADOR)]
    kept = new.merge(plan.moves, on=key, how="left", suffixes=("", "_plan"))
    assert not kept.empty and (kept["minutes_per_week"] <= kept["minutes_per_week_plan"]).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_horizon_that_holds_nothing_yet_says_what_is_done_until_then(plan: Plan, language: str) -> None:
    month, quarter, year = horizon_lines(plan, language)
    first = plan.roadmap.built[0].name
    nothing = {"en": "no whole quarter-hour is freed yet", "fr": "n’est encore libéré"}
    assert first in month and nothing[language] in month
    assert {"en": "baseline", "fr": "point de départ"}[language] in month, "what the pilot's work takes today"
    assert first in quarter, "25 days of building take longer than a quarter, so nobody is trained on it yet"
    assert {"en": "trained", "fr": "on se forme"}[language] not in quarter
    held = plan.horizons.loc[plan.horizons["horizon"] == "year", "minutes_per_week"].sum()
    assert to_the_minute(float(held), language) in year


def test_help_names_tasks_that_can_be_handed_over(estimate: HoursEstimate, plan: Plan) -> None:
    tasks, _ = plan.help_with("Accounts clerk", "Sales assistant")
    of_seller = estimate.frame[estimate.frame["role"] == "Sales assistant"].set_index("task")["lane"]
    assert 0 < len(tasks) <= 3 and set(tasks) <= set(of_seller.index)
    assert not (of_seller[list(tasks)] == "keep_human").any()
    assert plan.help_with("Accounts clerk", "Accounts clerk") == ((), ()), "the same role knows the work"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_move_gives_its_reasons(plan: Plan, language: str) -> None:
    for move in plan.moves.to_dict("records"):
        reason = reason_of(move, plan, language)
        # Of its own tasks a role need not be told twice that it does them already.
        assert len(reason.parts) == 4 - str(move["activity"]).startswith("own:")
        for sentence in reason.parts:
            assert re.search(r"\w.*[.!?…]$", sentence), sentence
            assert "{" not in sentence
        assert title(move, language)
    table = in_words(plan, language)
    assert (table["minutes_per_week"] % 15 == 0).all()
    assert table["reason"].str.len().min() > 80


def test_a_pin_is_kept_and_the_difference_is_shown(estimate: HoursEstimate, plan: Plan) -> None:
    move = plan.moves[plan.moves["kind"].isin(["problems", "relations", "strategy"])].iloc[0]
    minutes = int(move["minutes_per_week"]) - 15 if move["minutes_per_week"] > 30 else 45
    pin = {"role": move["role"], "team": move["team"], "activity": move["activity"], "minutes_per_week": minutes}
    again = plan_hours(estimate, PlanRules(pins=[pin]))
    kept = again.moves[again.moves["pinned"]]
    assert kept["minutes_per_week"].tolist() == [minutes]
    changed = again.difference(plan).set_index("activity")
    assert changed.loc[move["activity"], ["minutes_before", "minutes_now"]].tolist() == [
        move["minutes_per_week"],
        minutes,
    ]
    assert plan.difference(plan).empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_the_way_is_said(estimate: HoursEstimate, plan: Plan, language: str) -> None:
    clerk = plan.budget[plan.budget["role"] == "Accounts clerk"].iloc[0]
    learning = plan.moves[(plan.moves["role"] == "Accounts clerk") & (plan.moves["kind"] == "learning")].iloc[0]
    pin = {
        "role": "Accounts clerk",
        "team": "Finance",
        "activity": learning["activity"],
        "minutes_per_week": int(clerk["budget"]),
    }
    stuck = plan_hours(estimate, PlanRules(pins=[pin]))
    assert stuck.status == "relaxed"
    said = [shortfall_words(shortfall, stuck, language) for shortfall in stuck.shortfalls]
    assert len(said) == 1 and "Accounts clerk · Finance" in said[0] and re.search(r" \d+\u00a0(h|min)\b", said[0])


def test_one_role_alone_is_planned(scores: pd.DataFrame) -> None:
    alone = scores[scores["role"] == "Accounts clerk"].reset_index(drop=True)
    found = plan_hours(estimate_hours(alone, FAST))
    assert found.status == "optimal" and set(found.moves["role"]) == {"Accounts clerk"}


def test_a_list_without_roles_or_teams_is_planned_as_one(scores: pd.DataFrame) -> None:
    nameless = scores.assign(role=None, team=None)
    found = plan_hours(estimate_hours(nameless, FAST))
    assert found.status == "optimal" and len(found.budget) == 1 and not found.moves.empty


def test_without_freed_hours_there_is_nothing_to_plan(scores: pd.DataFrame) -> None:
    found = plan_hours(estimate_hours(scores.assign(minutes_per_week=float("nan")), FAST))
    assert found.status == "empty" and found.moves.empty and found.value == 0
    assert found.horizons.empty


def test_rules_come_back_from_their_json() -> None:
    rules = PlanRules(relief_floor=0.3, pins=[{"role": "A", "activity": "x", "minutes_per_week": 30}])
    assert PlanRules.read(json.loads(rules.model_dump_json())) == rules


@pytest.mark.parametrize(
    "values", [{"relief": 0.2}, {"relief_floor": 2}, {"weights": {"fun": 1}}, {"weights": {"help": 3}}, [1]]
)
def test_rules_that_cannot_be_are_one_sentence(values: object) -> None:
    with pytest.raises(UsageError) as error:
        PlanRules.read(values)
    for language in LANGUAGES:
        assert error.value.message(language).count(".") <= 3
