"""Scenarios as files: what is written comes back, and what is broken is said in one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import InputFileError
from analyzer.opportunity import SCENARIOS, ScenarioFile, assumptions_for, estimate_hours, read_scenario, write_scenario


def held(**changes):
    """Return the values of a good file, changed as asked."""
    return {**json.loads(write_scenario("Ours", "central", assumptions_for())), **changes}


def refused(values, language="en"):
    content = values if isinstance(values, bytes) else json.dumps(values).encode()
    with pytest.raises(InputFileError) as error:
        read_scenario(content, "ours.json")
    return error.value.message(language)


@given(adoption=st.integers(0, 100), review=st.integers(0, 90), base=st.sampled_from(sorted(SCENARIOS)))
def test_what_is_written_is_read_again(adoption, review, base):
    assumptions = assumptions_for(base, {"adoption": adoption / 100, "review": review / 100})
    read = read_scenario(write_scenario("After the training", base, assumptions).encode(), "a.json")
    assert read.assumptions == assumptions
    assert (read.name, read.base) == ("After the training", base)


def test_a_file_says_what_the_scenario_gave_for_readers_only(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task()))
    text = write_scenario("Ours", "central", estimate.assumptions, estimate)
    assert json.loads(text)["totals"]["minutes_freed"]["central"] == 136.08
    changed = text.replace("136.08", "99999")
    france = {"hours_per_day": 7.0, "leave_days": 25.0, "public_holidays": 9.0}
    assert read_scenario(changed.encode(), "a.json") == ScenarioFile("Ours", "central", {}, france)


def test_the_working_time_of_a_file_stands_apart_and_says_what_it_would_change():
    british = assumptions_for("cautious", {"adoption": 0.5, "hours_per_day": 7.5, "leave_days": 20})
    file = read_scenario(write_scenario("Ours", "cautious", british).encode(), "a.json")
    assert file.changes == {"adoption": 0.5}
    changes = [(one.name, one.first, one.second) for one in file.other_working_time(assumptions_for())]
    assert changes == [("hours_per_day", 7.0, 7.5), ("leave_days", 25.0, 20.0)]
    assert file.other_working_time(british) == ()


def test_an_assumption_left_out_is_that_of_the_base():
    read = read_scenario(json.dumps(held(base="cautious", assumptions={"adoption": 0.3})).encode(), "a.json")
    assert read.assumptions == SCENARIOS["cautious"].changed(adoption=0.3)


@pytest.mark.parametrize(
    ("values", "part"),
    [
        (b"{'adoption': 0.4}", "line 1 is no JSON"),
        (b'{\n"format": 1,\n oh', "line 3 is no JSON"),
        (b"\xff\xfe\x00", "cannot be read as text"),
        (b"[" * 100_000, "cannot be read as text"),
        (b" " * 200_000, "is no scenario file"),
        (b"[]", "is no scenario file"),
        (b"{}", "is no scenario file"),
        (held(assumptions=[1]), "is no scenario file"),
        (held(version=2), "has version 2"),
        (held(version=True), "has version true"),
        (json.dumps(held()).replace('"base"', '"name": "Theirs", "base"').encode(), "gives “name” twice"),
        (b'{"assumptions": {"adoption": 0.4, "adoption": 0.6}}', "gives “adoption” twice"),
        (held(name="\u200f\u202e"), "has no name of 1 to 80 characters"),
        (held(base="bold"), "starts from the scenario “bold”"),
        (held(base=["central"]), "starts from the scenario"),
        (held(name=" "), "has no name of 1 to 80 characters"),
        (held(name="n" * 81), "has no name of 1 to 80 characters"),
        (held(assumptions={"adoption": 7}), "The assumption “adoption” cannot be “7”"),
        (held(assumptions={"adoption": float("nan")}), "The assumption “adoption” cannot be “nan”"),
        (held(assumptions={"adoption": None}), "The assumption “adoption” cannot be “None”"),
        (held(assumptions={"seed": 1e400}), "The assumption “seed” cannot be “inf”"),
        (held(assumptions={"self": 1}), "There is no assumption “self”"),
        (held(assumptions={"magic": 1}), "There is no assumption “magic”"),
    ],
)
def test_a_broken_file_is_one_sentence(values, part):
    assert part in refused(values)
    french = refused(values, "fr")
    assert "ours.json" in french and french != refused(values)


def test_marks_that_nobody_sees_are_no_part_of_a_name():
    read = read_scenario(json.dumps(held(name="\u202eAfter the\u00a0training\u200f")).encode(), "a.json")
    assert read.name == "After the training"


def test_the_sentence_names_the_file_and_the_assumption():
    assert refused(held(assumptions={"adoption": 7})) == (
        "In “ours.json”: The assumption “adoption” cannot be “7”: give a share from 0 to 1, for example 0.4 or 40%."
    )
