"""The register of a use case: risks come from stated rules, people change them, and nothing is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES
from analyzer.opportunity import Assumptions, estimate_hours
from analyzer.opportunity.readiness import STATEMENTS
from analyzer.opportunity.risk_rules import RULES
from analyzer.opportunity.risks import checked_edit, register, risks_of
from analyzer.opportunity.safeguard_steps import owners


@pytest.fixture
def use_case(make_scores, make_task):
    """Rows of the opportunity frame, one for each set of changes to a capture task."""

    def build(*changes):
        return estimate_hours(make_scores(*(make_task(**one) for one in changes)), Assumptions(draws=200)).frame

    return build


def found(tasks, answers=None):
    return {risk.code: (risk.likelihood, risk.impact) for risk in risks_of(tasks, answers)}


def test_a_plain_capture_task_has_the_risks_of_its_oversight_and_its_tool(use_case):
    # Each result is reviewed: fatigue 3 x 3; misreading is 3 less 1, because each result is seen.
    assert found(use_case({})) == {"review_fatigue": (3, 3), "misread": (2, 3)}


@pytest.mark.parametrize(
    ("oversight", "own", "misread"),
    [
        ("none", ("unseen_errors", (3, 3)), 4),  # 3 + 1: nobody looks
        ("sampling", ("errors_between_checks", (2, 3)), 3),
        ("each", ("review_fatigue", (3, 3)), 2),  # 3 - 1
        ("human", ("rubber_stamp", (2, 4)), 2),  # 3 - 1
    ],
)
def test_errors_of_the_tool_are_likelier_the_less_is_looked_at(use_case, oversight, own, misread):
    risks = found(use_case({"oversight": oversight}))
    assert risks == {own[0]: own[1], "misread": (misread, 3)}


@pytest.mark.parametrize(
    ("flag", "code", "numbers"),
    [
        ("personal", "data_leak", (2, 4)),
        ("decision", "unfair_decision", (2, 5)),
        ("safety", "injury", (2, 5)),
        ("money", "wrong_payment", (2, 4)),
        ("customer", "wrong_answer", (3, 3)),
        ("regulated", "rule_broken", (2, 4)),
    ],
)
def test_each_flag_of_any_task_brings_its_risk(use_case, flag, code, numbers):
    assert found(use_case({}, {"flags": flag}))[code] == numbers
    assert code not in found(use_case({}))


def test_what_a_machine_tells_customers_has_a_risk_of_its_own_in_the_place_of_what_people_send(use_case):
    answered = found(use_case({"solution": "chatbot", "flags": "customer"}))
    assert answered["machine_answer"] == (3, 3) and "wrong_answer" not in answered
    assert "machine_answer" not in found(use_case({"solution": "chatbot"}))
    assert "machine_answer" not in found(use_case({"solution": "drafting", "flags": "customer"}))


def test_pay_has_its_risk_though_no_flag_names_it(use_case):
    pay = use_case({"task": "Saisie des variables et calcul des bulletins", "role": "Gestionnaire de paie"})
    assert found(pay)["wrong_pay"] == (2, 4)
    assert "wrong_pay" not in found(use_case({"task": "Distribution du bulletin municipal"}))


@pytest.mark.parametrize(
    ("solution", "code"),
    [
        ("rules", "exceptions"),
        ("scheduling", "exceptions"),
        ("reporting", "wrong_source"),
        ("chatbot", "plausible_error"),
        ("drafting", "plausible_error"),
        ("search", "plausible_error"),
        ("coding", "faulty_code"),
        ("transcription", "recording"),
        ("predictive", "missed_failure"),
        ("cobot", "collision"),
    ],
)
def test_each_kind_of_solution_has_its_own_risk(use_case, solution, code):
    assert code in found(use_case({"solution": solution}))


def test_the_solution_that_most_time_goes_by_counts(use_case):
    tasks = use_case({"minutes_per_week": 100.0}, {"solution": "drafting", "minutes_per_week": 300.0})
    assert "plausible_error" in found(tasks)
    assert "misread" not in found(tasks)


def test_work_by_hand_and_relations_count_by_their_mean_over_the_minutes(use_case):
    # (600 x 50 + 200 x 90) / 800 = 60 by hand; (600 x 60 + 200 x 100) / 800 = 70 relations: both just reach it.
    much = {"physical": 90.0, "interpersonal": 100.0, "minutes_per_week": 200.0}
    risks = found(use_case({"physical": 50.0, "interpersonal": 60.0}, much))
    assert {"hands_forgotten", "relation_lost"} <= set(risks)
    assert not {"hands_forgotten", "relation_lost"} & set(found(use_case({"physical": 50.0, "interpersonal": 60.0})))


@pytest.mark.parametrize(
    ("answer", "likelihood"),
    [(0, 5), (1, 4)],  # 5 - 4 x 0 = 5; 5 - 4 x 0.25 = 4
)
def test_a_weak_condition_is_a_risk_the_likelier_the_weaker(use_case, answer, likelihood):
    weak = {one.code: answer for one in STATEMENTS if one.condition == "skills"}
    assert found(use_case({"team": "Finance"}), {"Finance": weak})["untrained"] == (likelihood, 3)


def test_a_condition_just_below_the_middle_has_likelihood_three(use_case):
    # (1 + 2 + 2) / 3 / 4 = 0.4167; 5 - 4 x 0.4167 = 3.33, rounded 3.
    assert found(use_case({}), {"": {"speak_up": 1}})["fear"] == (3, 4)


def test_only_teams_concerned_count_and_the_weakest_decides(use_case):
    answers = {"Finance": {"speak_up": 1}, "Sales": {"speak_up": 0, "try_out": 0, "purpose": 0}}
    assert found(use_case({"team": "Finance"}), answers)["fear"] == (3, 4)
    assert found(use_case({"team": "Finance"}, {"team": "Sales"}), answers)["fear"] == (5, 4)
    assert "fear" not in found(use_case({"team": None}), answers)


def test_a_level_is_likelihood_times_impact(use_case):
    # 4 x 3 = 12 is high, 3 x 3 = 9 medium, and the greatest stands on top.
    risks = risks_of(use_case({"solution": "drafting", "oversight": "sampling", "flags": "customer"}))
    assert [(risk.code, risk.level) for risk in risks] == [
        ("plausible_error", "high"),
        ("wrong_answer", "medium"),
        ("errors_between_checks", "medium"),
    ]


def test_people_change_risks_set_some_aside_and_add_their_own(use_case):
    edits = {
        "misread": {"likelihood": 5, "impact": 4, "measure": "Two scans"},
        "review_fatigue": {"aside": True},
        "own_1": {"why": "The scanner is old", "measure": "Hire one", "likelihood": 4, "owner": "it_security"},
    }
    first, second, last = register(use_case({}), {}, edits)
    assert (first.code, first.likelihood * first.impact, first.level, first.edited) == ("misread", 20, "high", True)
    assert first.words("fr")[1] == "Two scans"
    assert (second.code, second.words("fr"), second.owner) == (
        "own_1",
        ("The scanner is old", "Hire one"),
        "it_security",
    )
    assert (last.code, last.aside) == ("review_fatigue", True)


def test_what_was_kept_and_cannot_be_used_is_left_aside(use_case):
    edits = {"misread": {"likelihood": 9}, "review_fatigue": "often", "own_1": {"why": " "}, "gone": {"impact": 1}}
    assert register(use_case({}), {}, edits) == risks_of(use_case({}))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"likelihood": 0}, "from 1 to 5"),
        ({"impact": 2.5}, "from 1 to 5"),
        ({"why": "  "}, "1 to 300 characters"),
        ({"measure": "x" * 301}, "1 to 300 characters"),
        ({"owner": "Ms Smith"}, "no function"),
    ],
)
def test_a_change_that_cannot_be_is_refused(fields, sentence):
    with pytest.raises(UsageError, match=sentence):
        checked_edit(fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_said_in_words_and_has_a_function_to_see_to_it(language, use_case):
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert {rule.owner for rule in RULES} <= set(owners())
    for risk in risks_of(use_case({"flags": "personal;decision;safety;money;customer;regulated"})):
        assert all(text.endswith(".") for text in risk.words(language))


ROWS = st.fixed_dictionaries(
    {
        "flags": st.lists(st.sampled_from(["personal", "decision", "safety", "money"]), unique=True).map(";".join),
        "oversight": st.sampled_from(["none", "sampling", "each", "human"]),
        "solution": st.sampled_from(["capture", "drafting", "cobot", "none"]),
        "physical": st.floats(0, 100),
        "interpersonal": st.floats(0, 100),
        "minutes_per_week": st.sampled_from([0.0, 60.0, float("nan")]),
    }
)


@given(st.lists(ROWS, min_size=1, max_size=4), st.integers(0, 4))
def test_whatever_the_tasks_the_register_holds_rules_once_within_their_scale(make_scores, make_task, rows, answer):
    frame = make_scores(*(make_task(**row) for row in rows)).assign(oversight_needed=lambda new: new["oversight"])
    risks = risks_of(frame, {"": {"speak_up": answer, "training": answer}})
    assert len({risk.code for risk in risks}) == len(risks)
    assert {risk.code for risk in risks} <= {rule.code for rule in RULES}
    assert all(1 <= risk.likelihood <= 5 and 1 <= risk.impact <= 5 for risk in risks)
