"""What one role could take over from another, and what help between roles is made of."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from plan_cases import CALM, close, group, solved, suggestion

from analyzer.inventory import read_inventory
from analyzer.opportunity import HoursEstimate, estimate_hours
from analyzer.paths import bundled
from analyzer.reallocation import Meaning, Plan, plan_hours
from analyzer.reallocation.candidates import candidates_of
from analyzer.reallocation.handover import Handovers, Offer
from analyzer.reallocation.moves import moves_of
from analyzer.reallocation.reasons import reason_of
from analyzer.reallocation.rules import HELP, Need
from analyzer.reallocation.solve import solve
from analyzer.reallocation.trade import untrained
from analyzer.scoring import score_tasks


def handovers(*rows: tuple[str, str, str, float]) -> Handovers:
    """Return the tasks of two roles, all of one meaning: role, task, lane, minutes a week."""
    frame = pd.DataFrame(rows, columns=["role", "task", "lane", "minutes_per_week"]).assign(activity="x")
    return Handovers(frame, Meaning(frame["task"].tolist(), np.ones((len(frame), 1), np.float32)))


def test_a_task_that_speaks_of_the_same_can_be_handed_over_with_the_time_it_takes() -> None:
    found = handovers(
        ("Clerk", "Key supplier invoices", "automate", 60.0),
        ("Seller", "Enter supplier invoices", "automate", 90.0),
        ("Seller", "Visit farms", "automate", 300.0),
    )
    assert found.named("Clerk", "Seller") == (("Enter supplier invoices",), ())
    assert found.offer("Clerk", "Seller") == (90.0, 1.0)
    assert found.offer("Clerk", "Seller", np.array([True, False, True])) == (0.0, 0.0), "not of that team"


@pytest.mark.parametrize(
    ("task", "lane"),
    [
        ("Approve supplier invoices", "assist"),
        ("Check and sign supplier invoices", "assist"),
        ("Enter supplier invoices", "keep_human"),
    ],
)
def test_what_only_its_role_may_decide_or_do_stays_with_it(task: str, lane: str) -> None:
    found = handovers(("Clerk", "Enter and check supplier invoices", "automate", 60.0), ("Lead", task, lane, 60.0))
    assert found.handed("Clerk", "Lead") == ()


def test_who_approves_too_can_take_an_approval_over() -> None:
    found = handovers(
        ("Partner", "Approve supplier invoices", "assist", 60.0),
        ("Lead", "Approve invoices of suppliers", "assist", 60.0),
    )
    assert found.named("Partner", "Lead")[0] == ("Approve invoices of suppliers",)


def test_help_is_no_more_than_the_tasks_take_and_none_without_a_task() -> None:
    """The buyer asks for 90 min; tasks of 45 min can be handed over: three quarter-hours. None: no help."""
    both = [group(freed=330.0), group("Buyer", freed=0.0, declared=2190.0)]
    rows, near = pd.DataFrame([suggestion("letters", fit=0.5)]), close(("Buyer", "Clerk", 0.8))
    for minutes, expected in ((45.0, [45]), (600.0, [90]), (0.0, [])):
        candidates = candidates_of(
            both, rows, near, CALM, lambda _giver, _receiver, minutes=minutes: Offer(minutes, 1.0)
        )
        moves = moves_of(solve(both, candidates, CALM), both, CALM)
        assert moves.loc[moves["kind"] == HELP, "minutes_per_week"].tolist() == expected


def test_what_people_pinned_needs_no_task_to_be_named() -> None:
    both = [group(freed=330.0), group("Buyer", freed=0.0, declared=2190.0)]
    pin = {"role": "Clerk", "team": "Finance", "to_role": "Buyer", "to_team": "Finance", "activity": HELP}
    rules = CALM.changed(pins=[{**pin, "minutes_per_week": 60}])
    near = close(("Buyer", "Clerk", 0.8))
    candidates = candidates_of(
        both, pd.DataFrame([suggestion()]), near, rules, lambda _giver, _receiver: Offer(0.0, 0.0)
    )
    assert [c.most for c in candidates if c.kind == HELP] == [6]
    assert solved(both, [suggestion()], rules, near).amounts


@pytest.fixture(scope="module")
def hr() -> HoursEstimate:
    return estimate_hours(score_tasks(read_inventory(bundled("sample_data") / "hr-team.xlsx").frame))


@pytest.fixture(scope="module")
def plan(hr: HoursEstimate) -> Plan:
    return plan_hours(hr)


def test_a_plan_tells_what_help_would_be_possible_before_anybody_asks(plan: Plan) -> None:
    """Nobody is near enough to the recruiter, who is above the week; the administrator and payroll could help each
    other, if one of them said so."""
    assert not (plan.moves["kind"] == HELP).any()
    pairs = {(plan.groups[one.giver].role, plan.groups[one.receiver].role): one for one in plan.possible_help}
    assert set(pairs) == {("HR administrator", "Payroll specialist"), ("Payroll specialist", "HR administrator")}
    assert "Enter and check payroll inputs" in pairs["HR administrator", "Payroll specialist"].tasks


def test_help_that_is_asked_for_comes_into_the_plan(hr: HoursEstimate, plan: Plan) -> None:
    asks = plan.budget[plan.budget["role"] == "HR administrator"].iloc[0]
    need = Need(role=asks["role"], team=asks["team"], minutes_per_week=120)
    asked = plan_hours(hr, plan.rules.changed(needs=[need.model_dump()]))
    helped = asked.moves[asked.moves["kind"] == HELP]
    assert helped["role"].tolist() == ["Payroll specialist"] and 0 < helped["minutes_per_week"].sum() <= 120
    reason = reason_of(helped.iloc[0].to_dict(), asked, "en").why_activity.replace("\N{NO-BREAK SPACE}", " ")
    assert "could use 2 h a week of help: its people said so." in reason


def test_who_leads_takes_no_work_of_the_others() -> None:
    """The head of a town hall answers mails, and so does the front desk: nobody would ask the head to."""
    frame = score_tasks(read_inventory(bundled("sample_data") / "mairie.xlsx").frame)
    found = plan_hours(estimate_hours(frame))
    givers = {found.groups[one.giver].role for one in found.possible_help}
    assert "Directeur général des services" not in givers


@pytest.mark.parametrize(
    ("helper", "other", "untrained_for_it"),
    [
        ("Assistante d’agence", "Ingénieur thermicien", True),
        ("Secrétaire", "Infirmière", True),
        ("Dessinateur projeteur", "Ingénieur thermicien", False),
        ("Infirmière de nuit", "Infirmière", False),
        ("Stock controller", "Transport planner", False),
    ],
)
def test_nobody_takes_the_work_of_a_trade_that_must_be_learned(helper: str, other: str, untrained_for_it: bool) -> None:
    assert untrained(helper, other) == untrained_for_it
