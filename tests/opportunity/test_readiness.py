"""The readiness survey: what a team answers together moves adoption and ramp-up, and in one direction only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.i18n import LANGUAGES
from analyzer.opportunity.readiness import (
    ADOPTION_WEIGHTS,
    CONDITIONS,
    RAMP_UP_WEIGHTS,
    STATEMENTS,
    answers_by_team,
    answers_for,
    checked_answers,
    condition_scores,
    readiness_by_team,
    readiness_of,
    weak_conditions,
    weakest_condition,
)

CODES = [statement.code for statement in STATEMENTS]


def all_answered(answer):
    return dict.fromkeys(CODES, answer)


def of_condition(condition, answer):
    return {one.code: answer for one in STATEMENTS if one.condition == condition}


@pytest.mark.parametrize(
    ("answer", "adoption", "ramp_up"),
    [
        (0, 0.5, 2.0),  # the ends of the scale
        (1, 0.75, 1.5),  # score 0.25, halfway from 0 to the middle: (0.5 + 1) / 2 and (2 + 1) / 2
        (2, 1.0, 1.0),  # the middle changes nothing
        (3, 1.1, 0.9),  # score 0.75, halfway up: (1 + 1.2) / 2 and (1 + 0.8) / 2
        (4, 1.2, 0.8),
    ],
)
def test_answers_that_are_all_alike(answer, adoption, ramp_up):
    readiness = readiness_of(all_answered(answer))
    assert (readiness.adoption_factor, readiness.ramp_up_factor) == (adoption, ramp_up)


def test_a_strong_culture_alone():
    # Culture 4, 4, 4 scores 1, the rest 0.5. Adoption: 0.3 x 1 + 0.7 x 0.5 = 0.65: 1 + 0.15 / 0.5 x 0.2 = 1.06.
    # Ramp-up: 0.1 x 1 + 0.9 x 0.5 = 0.55: 1 - 0.05 / 0.5 x 0.2 = 0.98.
    readiness = readiness_of(of_condition("culture", 4))
    assert (readiness.adoption_factor, readiness.ramp_up_factor) == (1.06, 0.98)


def test_missing_skills_cost_time_most():
    # Skills 0 score 0, the rest 0.5. Adoption: 0.7 x 0.5 = 0.35: 0.5 + 0.35 / 0.5 x 0.5 = 0.85.
    # Ramp-up: 0.6 x 0.5 = 0.3: 2 - 0.3 / 0.5 x 1 = 1.4.
    readiness = readiness_of(of_condition("skills", 0))
    assert (readiness.adoption_factor, readiness.ramp_up_factor) == (0.85, 1.4)


def test_what_is_not_answered_changes_nothing():
    assert readiness_of({}) == readiness_of(all_answered(2))
    # One statement of three at 4: (4 + 2 + 2) / 3 / 4 = 0.667.
    assert condition_scores({"speak_up": 4})["culture"] == pytest.approx(8 / 12)


def test_conditions_below_the_middle_are_weak_and_the_weakest_comes_first():
    answers = of_condition("governance", 0) | of_condition("skills", 1) | of_condition("culture", 2)
    assert weak_conditions(answers) == ("governance", "skills")
    assert weak_conditions({}) == ()


def test_a_team_without_answers_goes_by_those_of_everybody():
    answers = {"Sales": {"training": 4}, "": {"training": 0}}
    assert answers_for("Sales", answers) == {"training": 4}
    assert answers_for("Finance", answers) == answers_for(None, answers) == {"training": 0}
    assert answers_for("Finance", {}) == {}


def test_readiness_is_read_from_what_is_kept_and_what_cannot_be_is_left_aside():
    kept = {"Sales": all_answered(4), "Finance": {"training": 9}, "Legal": "yes", "HR": {}, "IT": {"training": None}}
    assert list(readiness_by_team(kept)) == ["Sales"]
    assert answers_by_team(kept) == {"Sales": all_answered(4)}
    assert answers_by_team({"*": {"training": 3}}) == {"": {"training": 3}}


def test_the_weakest_condition_is_that_of_all_teams_together():
    # Skills: (1 + 0.5) / 2 = 0.75; culture: (0.5 + 0.5) / 2; governance: (0.5 + 0) / 2 = 0.25.
    answers = {"Sales": of_condition("skills", 4), "Finance": of_condition("governance", 0)}
    assert weakest_condition(answers) == "governance"
    assert weakest_condition({}) is None


@pytest.mark.parametrize("answer", [-1, 5, 2.5, "3", True])
def test_an_answer_that_cannot_be_is_refused(answer):
    with pytest.raises(UsageError, match="whole number from 0 to 4"):
        checked_answers({"training": answer})


def test_an_unknown_statement_is_refused():
    with pytest.raises(UsageError, match="has no statement “colour”"):
        checked_answers({"colour": 3})


def test_weights_are_shares_and_each_condition_has_three_statements():
    assert sum(ADOPTION_WEIGHTS.values()) == pytest.approx(1)
    assert sum(RAMP_UP_WEIGHTS.values()) == pytest.approx(1)
    assert len(set(CODES)) == len(CODES)
    for condition in CONDITIONS:
        assert sum(one.condition == condition for one in STATEMENTS) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_can_be_read_with_its_source(language):
    for statement in STATEMENTS:
        assert statement.text(language).endswith(".")
        assert statement.why(language)


ANSWERED = st.dictionaries(st.sampled_from(CODES), st.integers(0, 4))


@given(ANSWERED, st.sampled_from(CODES), st.integers(0, 4))
def test_a_better_answer_never_lowers_adoption_nor_slows_the_ramp_up(answers, code, better):
    before = readiness_of(answers)
    after = readiness_of({**answers, code: max(better, answers.get(code, 2))})
    assert after.adoption_factor >= before.adoption_factor
    assert after.ramp_up_factor <= before.ramp_up_factor


@given(ANSWERED)
def test_factors_stay_in_their_range(answers):
    readiness = readiness_of(answers)
    assert 0.5 <= readiness.adoption_factor <= 1.2
    assert 0.8 <= readiness.ramp_up_factor <= 2
