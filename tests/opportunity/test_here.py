"""What is known of this organisation takes the place of what was assumed; worked by hand in the comments."""

import pytest

from analyzer.opportunity import Assumptions, LocalFacts, MeasuredFamily, RoleFacts, TeamReadiness, estimate_hours


def measured(**changes):
    """A pilot on data entry that found 50 % (45 to 55 %) freed where the studies say 60 % (40 to 80 %)."""
    return LocalFacts(
        measured={"data_entry": MeasuredFamily(**{"low": 0.45, "central": 0.5, "high": 0.55, "pilots": 1} | changes)}
    )


def row(make_scores, make_task, facts, **changes):
    return estimate_hours(make_scores(make_task(**changes)), facts=facts).frame.iloc[0]


def test_without_facts_everything_comes_from_the_studies(make_scores, make_task):
    task = row(make_scores, make_task, None)
    assert (task["minutes_freed_central"], task["evidence_origin"]) == (136.08, "evidence")
    nothing = row(make_scores, make_task, None, solution="none")
    assert (nothing["family"], nothing["evidence_origin"]) == ("none", "none")


def test_a_share_measured_here_replaces_the_study_s(make_scores, make_task):
    # 600 min x 0.50 x adoption 0.60 x (1 - 0.37) = 113.4: adoption and checking are still assumed.
    task = row(make_scores, make_task, measured())
    assert [task[f"share_freed_{end}"] for end in ("low", "central", "high")] == pytest.approx([0.45, 0.50, 0.55])
    assert (task["minutes_freed_central"], task["evidence_origin"]) == (113.4, "measured here")


def test_a_share_measured_here_makes_the_range_narrower(make_scores, make_task):
    before, after = (row(make_scores, make_task, facts, confidence=1.0) for facts in (None, measured()))
    spread = [task["minutes_freed_high"] - task["minutes_freed_low"] for task in (before, after)]
    assert spread[1] < spread[0]


def test_adoption_and_checking_measured_here_replace_what_was_assumed(make_scores, make_task):
    # 600 x 0.50 x adoption 0.80 x (1 - 0.20) = 192. Checking was measured over all results: sampling or each, the same.
    facts = measured(adoption=0.8, review=0.2)
    for oversight in ("each", "sampling"):
        assert row(make_scores, make_task, facts, oversight=oversight)["minutes_freed_central"] == 192.0


def test_checking_measured_here_is_taken_off_even_where_the_study_contained_it(make_scores, make_task):
    # Writing: the study timed finished work, so nothing is taken off its 25 %; the pilot timed checking by itself.
    # 600 x 0.30 x 0.60 x (1 - 0.10) = 97.2; without that figure 600 x 0.30 x 0.60 = 108.
    writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0}
    pilot = {"low": 0.2, "central": 0.3, "high": 0.4, "pilots": 1}
    timed = LocalFacts(measured={"drafting": MeasuredFamily(**pilot, review=0.1)})
    not_timed = LocalFacts(measured={"drafting": MeasuredFamily(**pilot)})
    assert row(make_scores, make_task, timed, **writing)["minutes_freed_central"] == 97.2
    assert row(make_scores, make_task, not_timed, **writing)["minutes_freed_central"] == 108.0


def test_a_pilot_may_find_what_no_study_found(make_scores, make_task):
    # Meetings free nothing by the studies; a pilot that measured 10 % on them counts: 600 x 0.10 x 60/75 x 0.60 = 28.8.
    meeting = {
        "text": "Team meeting",
        "solution": "transcription",
        "activity": "Communicating with Supervisors, Peers, or Subordinates",
        "interpersonal": 65.0,
        "assistance": 60.0,
    }
    facts = LocalFacts(measured={"meetings": MeasuredFamily(0.05, 0.10, 0.15, pilots=2)})
    assert row(make_scores, make_task, None, **meeting)["minutes_freed_central"] == 0.0
    assert row(make_scores, make_task, facts, **meeting)["minutes_freed_central"] == 28.8


def test_a_team_that_is_less_ready_adopts_less_and_another_is_left_alone(make_scores, make_task):
    # Adoption 0.60 x 0.5 = 0.30 in Finance: 600 x 0.60 x 0.30 x 0.63 = 68.04; Sales keeps 136.08.
    facts = LocalFacts(readiness={"Finance": TeamReadiness(adoption_factor=0.5)})
    frame = estimate_hours(make_scores(make_task(), make_task(team="Sales"), make_task(team=None)), facts=facts).frame
    assert frame["minutes_freed_central"].tolist() == [68.04, 136.08, 136.08]
    # Said of everybody ("") it holds for each team that did not answer for itself, and for rows without a team.
    facts = LocalFacts(readiness={"": TeamReadiness(0.5), "Sales": TeamReadiness(1.0)})
    frame = estimate_hours(make_scores(make_task(), make_task(team="Sales"), make_task(team=None)), facts=facts).frame
    assert frame["minutes_freed_central"].tolist() == [68.04, 136.08, 68.04]


def test_readiness_never_lifts_adoption_above_everybody(make_scores, make_task):
    facts = LocalFacts(readiness={"": TeamReadiness(adoption_factor=1.2)})
    frame = estimate_hours(make_scores(make_task()), Assumptions(adoption=0.9), facts).frame
    assert frame["adoption"].item() == 1.0


def test_adoption_that_was_measured_is_not_moved_by_readiness_again(make_scores, make_task):
    facts = LocalFacts(readiness={"": TeamReadiness(0.5)}, measured=measured(adoption=0.8).measured)
    assert row(make_scores, make_task, facts)["adoption"] == 0.8


def test_facts_that_say_the_same_have_the_same_fingerprint():
    one = LocalFacts(roles={"Clerk": RoleFacts(35.0), "Buyer": RoleFacts(working_share=0.8)})
    same = LocalFacts(roles={"Buyer": RoleFacts(working_share=0.8), "Clerk": RoleFacts(35.0)})
    assert one.fingerprint == same.fingerprint != LocalFacts().fingerprint
