"""Hours in money: a worked example, what is shared, and what holds for every list."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.opportunity import Assumptions, LocalFacts, RoleFacts, estimate_hours
from analyzer.opportunity.costs import cost_lines, costs_of
from analyzer.opportunity.money import estimate_money
from analyzer.opportunity.outlay import Ledger, build_days, safeguards_days, training_hours

AT_ONCE = Assumptions(draws=200, ramp_up_months=0)


def writing(make_task, text="Write reports", **changes):
    """Return a task of 600 min a week that frees 600 x 0.25 x 0.6 = 90 min."""
    given_values = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0, **changes}
    return make_task(text, **given_values)


def test_a_use_case_in_money_by_hand(make_scores, make_task):
    # 90 min a week; 260 - 25 - 9 = 226 days a year: 90 / 5 x 226 / 60 = 67.8 h; x 40 euros = 2,712 a year
    # to build: 3 days x 500 + 5 h of training x 1 person x 40 = 1,700; to run: 1 day x 500 + 1 licence of 200 = 700
    # 36 months: 3 x 2,712 - 3 x 700 - 1,700 = 4,336; / 1,700 = 2.55; a month: (2,712 - 700) / 12 = 167.67
    # payback: 1,700 / 167.67 = 10.14 months; break-even: 0.6 x (1,700 + 2,100) / 8,136 = 0.2802
    facts = LocalFacts(roles={"Bookkeeper": RoleFacts(cost_per_hour=40.0)})
    money = estimate_money(estimate_hours(make_scores(writing(make_task)), AT_ONCE, facts))
    total = money.total
    assert total.value.central == pytest.approx(2_712)
    assert (total.build.central, total.run.central) == (pytest.approx(1_700), pytest.approx(700))
    assert total.net.central == pytest.approx(4_336)
    assert total.three_year_return.central == pytest.approx(2.55, abs=0.001)
    assert total.payback.central == pytest.approx(10.14, abs=0.01)
    assert total.waiting.central == pytest.approx(167.67, abs=0.01)
    assert total.break_even.central == pytest.approx(0.2802, abs=0.0001)
    assert money.in_full(money.cases)[0].value.central == total.value.central


def test_a_role_whose_cost_is_not_stated_takes_the_average_hour(make_scores, make_task):
    tasks = make_scores(writing(make_task, role="Clerk"), writing(make_task, "Write letters", role="Buyer"))
    facts = LocalFacts(roles={"Buyer": RoleFacts(cost_per_hour=50.0)})
    money = estimate_money(estimate_hours(tasks, AT_ONCE, facts))
    # 67.8 h x 38.70 (Insee) + 67.8 h x 50
    assert money.total.value.central == pytest.approx(67.8 * 38.7 + 67.8 * 50)


def test_the_second_use_case_of_a_kind_takes_less():
    # drafting: 3 days first; a follower 0.4 x 3 = 1.2. Training 5 h: two people first, then the same two and one more:
    # 5 x (1 + 2 x 0.4) = 9 h. Money out asks for 2 days of safeguards.
    costs, ledger = costs_of(), Ledger()
    first = ledger.outlay("drafting", "", {("Clerk", "Sales"): 2.0})
    ledger.put("drafting", {("Clerk", "Sales"): 2.0})
    second = ledger.outlay("drafting", "money", {("Clerk", "Sales"): 2.0, ("Buyer", "Sales"): 1.0})
    assert (build_days(first, costs), training_hours(first, costs), safeguards_days(first, costs)) == (3, 10, 0)
    assert build_days(second, costs) == pytest.approx(1.2)
    assert training_hours(second, costs) == pytest.approx(9)
    assert safeguards_days(second, costs) == 2
    assert second.learners == 1, "a licence is paid once a person"


def test_what_does_not_pay_within_three_years_is_left_out(make_scores, make_task):
    tasks = make_scores(writing(make_task), make_task("Key in one form a year", minutes_per_week=2.0))
    money = estimate_money(estimate_hours(tasks, AT_ONCE))
    assert (money.counted, money.left_out) == (1, 1)
    assert list(money.cases["pays"]) == [True, False]


def test_small_uses_of_one_tool_pay_for_it_together(make_scores, make_task):
    # One person, 35 min freed a week each: 35 / 5 x 226 / 60 = 26.37 h x 38.70 = 1,020 euros a year.
    # First of its kind: build 3 x 500 + 5 h x 38.70 = 1,693.5; run 500 + 200 = 700: 3 x (1,020 - 700) - 1,693.5 = -733.
    # A follower: build 0.4 x 1,500 + 0.4 x 193.5 = 677.4; run 0.4 x 500 = 200: 3 x (1,020 - 200) - 677.4 = 1,783.
    # Alone it is left out; two together leave 1,783 - 733 = 1,050.
    small = {"minutes_per_week": 35 / 90 * 600}
    alone = estimate_money(estimate_hours(make_scores(writing(make_task, **small)), AT_ONCE))
    assert (alone.counted, alone.left_out) == (0, 1)
    two = make_scores(writing(make_task, **small), writing(make_task, "Draft the newsletter", **small))
    both = estimate_money(estimate_hours(two, AT_ONCE))
    assert (both.counted, both.left_out) == (2, 0)
    assert both.total.net.central == pytest.approx(1_050, abs=3)


def test_a_use_case_that_leaves_nothing_beside_the_others_is_left_out_even_so(make_scores, make_task):
    # A follower runs for 200 euros a year: two minutes a week are worth 58 and never pay for that.
    tasks = [writing(make_task), writing(make_task, "Draft the newsletter", minutes_per_week=2 / 90 * 600)]
    money = estimate_money(estimate_hours(make_scores(*tasks), AT_ONCE))
    assert list(money.cases["pays"]) == [True, False]


def test_a_list_that_frees_nothing_has_no_total(make_scores, make_task):
    money = estimate_money(estimate_hours(make_scores(make_task(solution="none")), AT_ONCE))
    assert money.total is None and money.cases.empty


def test_the_draws_of_the_hours_and_of_adoption_belong_together(make_scores, make_task):
    # With certain costs the hours vary with evidence and adoption, the adoption that is needed with evidence alone:
    # were another adoption drawn beside the estimate's own, it would vary more than the hours, not less.
    certain = {f"cost:{line.solution}:{line.item}": _fixed(line.amount.central) for line in cost_lines()}
    estimate = estimate_hours(make_scores(writing(make_task)), AT_ONCE.changed(adoption_margin=0.3, draws=2000))
    total = estimate_money(estimate, costs_of({**certain, "hour": _fixed(40.0)})).total
    assert total.build.low == total.build.high
    assert total.break_even.high / total.break_even.low < 0.8 * total.value.high / total.value.low


def _fixed(value):
    return {"low": value, "central": value, "high": value}


@given(
    minutes=st.lists(st.floats(1, 2400), min_size=1, max_size=3),
    solution=st.sampled_from(["drafting", "rules", "capture", "reporting", "cobot"]),
    cost=st.floats(0, 200),
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_low_central_high_are_in_order_everywhere(make_scores, make_task, minutes, solution, cost):
    tasks = [make_task(f"Task {place}", solution=solution, minutes_per_week=time) for place, time in enumerate(minutes)]
    facts = LocalFacts(roles={"Bookkeeper": RoleFacts(cost_per_hour=cost)})
    money = estimate_money(estimate_hours(make_scores(*tasks), AT_ONCE, facts))
    for case in [*money.in_full(money.cases), *([money.total] if money.total else [])]:
        for amount in vars(case).values():
            assert amount.low <= amount.central <= amount.high
