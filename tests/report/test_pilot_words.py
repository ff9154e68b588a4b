"""A pilot in words of both languages, with its own numbers and nobody's name."""

from dataclasses import replace

import pytest

from analyzer.opportunity.costs import Amount
from analyzer.opportunity.pilot import Criterion, Pilot
from analyzer.report.pilot_words import pilot_cautions, pilot_finding, pilot_first_step, pilot_parts

PILOT = Pilot(
    use_case_key="k",
    use_case="Write reports",
    solution="drafting",
    flags="",
    team="Finance",
    roles=("Bookkeeper",),
    people=3.0,
    weeks=4,
    baseline_weeks=2,
    baseline_minutes=600.0,
    minutes_each=120.0,
    times_a_week=5.0,
    freed=Amount(40.0, 90.0, 150.0),
    training_hours=5.0,
    success=(
        Criterion("time", {"minutes": 90.0}),
        Criterion("adoption", {"share": 0.6}),
        Criterion("errors"),
        Criterion("wish", {"share": 0.75}),
    ),
    stop=(Criterion("no_time", {"minutes": 40.0, "weeks": 2.0}), Criterion("harm")),
    deciders=("team_lead", "participants"),
    cautions=("small_group",),
)


def words(pilot, language):
    return " ".join(point for part in pilot_parts(pilot, language) for point in part.points)


def test_the_proposal_is_one_sentence_with_its_range():
    said = pilot_finding(PILOT, "en").replace("\u00a0", " ")
    assert (
        said
        == "Start small: “Write reports” in the team Finance, 4 weeks; it could free 40 min to 2 h 30 min a week there."
    )
    assert pilot_finding(replace(PILOT, team=None), "fr").startswith(
        "Commencez petit\u00a0: «\u00a0Write reports\u00a0», 4"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_part_stands_in_both_languages(language):
    parts = pilot_parts(PILOT, language)
    assert len(parts) == 7
    assert all(part.title and part.points for part in parts)
    said = words(PILOT, language).replace("\u00a0", " ").replace("\u202f", " ")
    for number in ("1 h 30", "60", "75", "40 min", "20", "10 h", "2 h"):  # success, stop, timings, baseline
        assert number in said


def test_flags_bring_steps_before_the_start_and_those_who_must_agree():
    delicate = replace(PILOT, flags="personal", deciders=("team_lead", "participants", "data_protection"))
    parts = pilot_parts(delicate, "en")
    assert parts[1].title == "Before it starts"
    [decides] = [part for part in parts if part.title == "Who decides"]
    assert "Data protection officer" in decides.points[0]


def test_an_unknown_frequency_is_asked_for():
    said = words(replace(PILOT, minutes_each=None, times_a_week=None), "en")
    assert "how often this work comes up" in said


def test_a_low_end_of_nothing_is_said_in_words():
    said = words(replace(PILOT, stop=(Criterion("no_time", {"minutes": 0.0, "weeks": 2.0}),)), "en")
    assert "after 2 weeks no time is freed" in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_caution_is_a_sentence(language):
    every = replace(PILOT, cautions=("small_group", "not_easy", "lost_in_chance", "not_ready", "unpaid", "unplanned"))
    said = pilot_cautions(every, language)
    assert len(set(said)) == 6 and all("{" not in sentence for sentence in said)


def test_no_role_is_named_where_the_list_has_none() -> None:
    [tried] = pilot_parts(replace(PILOT, roles=()), "en")[0].points
    assert "with 3 people, over 4 weeks" in tried
    assert "role" not in tried and "(" not in tried
    assert "avec 3 personnes, pendant" in pilot_parts(replace(PILOT, roles=()), "fr")[0].points[0]


def test_the_first_step_is_to_measure_unless_a_safeguard_must_stand_before() -> None:
    assert pilot_first_step(PILOT, "en").startswith("First step: for 2 weeks before the start, the team notes")
    guarded = replace(PILOT, flags="personal")
    [before] = [part for part in pilot_parts(guarded, "en") if part.title == "Before it starts"]
    step = before.points[0]
    assert pilot_first_step(guarded, "en") == f"First step: {step[0].lower()}{step[1:]}"


@pytest.mark.parametrize(("people", "said"), [(1.0, "about 8 times a week, "), (4.0, "a week between 4 people, ")])
def test_times_that_several_people_make_up_are_said_to_be_theirs(people: float, said: str) -> None:
    pilot = replace(PILOT, people=people, minutes_each=30.0, times_a_week=8.0)
    assert said in pilot_first_step(pilot, "en")
    assert pilot_first_step(pilot, "fr").startswith("Première étape\u00a0: pendant ")
