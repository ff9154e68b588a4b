"""Each flag puts its steps into the roadmap: what is to be done, by which function, before what."""

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.opportunity.safeguard_steps import FLAGS, owner_name, owners, safeguard_steps
from analyzer.opportunity.safeguards import FLAG_FACTOR, LEAST_OVERSIGHT


@pytest.mark.parametrize(
    ("flag", "steps"),
    [
        ("decision", [("human_decision", "people_team", "pilot"), ("inform_people", "people_team", "pilot")]),
        ("safety", [("risk_assessment", "safety_officer", "pilot")]),
        ("personal", [("data_protection", "data_protection", "pilot")]),
        ("regulated", [("proof_of_compliance", "compliance", "pilot")]),
        ("money", [("four_eyes", "finance_control", "pilot")]),
        ("customer", [("customer_check", "customer_lead", "rollout")]),
    ],
)
def test_a_flag_asks_for_its_steps(flag, steps):
    assert [(step.code, step.owner, step.before) for step in safeguard_steps(flag, "rules")] == steps


def test_every_flag_does_all_three_things():
    assert set(FLAGS) == set(LEAST_OVERSIGHT) == set(FLAG_FACTOR)
    assert all(safeguard_steps(flag, "rules") for flag in FLAGS)


def test_the_flags_of_a_use_case_ask_for_each_step_once_and_the_gravest_first():
    cells = ["money;personal", "", "personal", "safety"]
    assert [step.code for step in safeguard_steps(cells, "rules")] == [
        "risk_assessment",
        "data_protection",
        "four_eyes",
    ]


def test_no_flag_and_an_unknown_flag_ask_for_nothing():
    assert safeguard_steps("", "rules") == safeguard_steps("colourful", "rules") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_said_in_words(language):
    for step in safeguard_steps(FLAGS, "chatbot", language):
        assert step.action.endswith(".")
        assert step.owner_name == owner_name(step.owner, language)
        assert step.before_name
        assert step.days > 0


def test_french_steps_name_functions():
    (step,) = safeguard_steps("money", "rules", "fr")
    assert step.owner_name == "Contrôle financier"
    assert step.before_name == "avant le début du pilote"
    assert len({owner_name(owner, "fr") for owner in owners()}) == len(owners())


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("sample", "person take over")), ("fr", ("échantillon", "passer à"))]
)
def test_where_a_machine_answers_customers_its_answers_are_watched_from_the_first_day(language, words):
    (step,) = safeguard_steps("customer", "chatbot", language)
    assert (step.code, step.before) == ("customer_answers", "pilot")
    assert all(word in step.action for word in words)
    (sent,) = safeguard_steps("customer", "drafting", language)
    assert sent.code == "customer_check"
