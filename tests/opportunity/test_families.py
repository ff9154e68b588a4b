"""Which study a task is compared with, and why."""

import pytest

from analyzer.opportunity import estimate_hours, explain_family, family_name
from analyzer.opportunity.evidence import families
from analyzer.opportunity.families import RULES


def row(make_scores, make_task, **changes):
    return estimate_hours(make_scores(make_task(**changes))).frame.iloc[0]


@pytest.mark.parametrize(
    ("changes", "family"),
    [
        ({"solution": "capture"}, "data_entry"),
        ({"solution": "rules", "activity": "Processing Information"}, "data_entry"),
        ({"solution": "rules", "activity": "Performing Administrative Activities"}, "small_firm_admin"),
        ({"solution": "rules", "flags": "personal;money"}, "bookkeeping"),
        ({"solution": "reporting"}, "bookkeeping"),
        ({"solution": "scheduling", "activity": "Scheduling Work and Activities"}, "data_entry"),
        ({"solution": "drafting", "activity": "Communicating with People Outside the Organization"}, "email"),
        ({"solution": "drafting", "activity": "Documenting/Recording Information"}, "drafting"),
        ({"solution": "search", "activity": "Getting Information"}, "drafting"),
        ({"solution": "coding", "activity": "Working with Computers"}, "coding"),
        ({"solution": "chatbot"}, "customer_support"),
        ({"solution": "transcription"}, "meeting_notes"),
        ({"solution": "predictive"}, "none"),
        ({"solution": "cobot"}, "none"),
        ({"solution": "none"}, "none"),
    ],
)
def test_solution_and_activity_lead_to_a_family(make_scores, make_task, changes, family):
    assert row(make_scores, make_task, **changes)["family"] == family


def test_attending_a_meeting_gives_nothing_and_says_why(make_scores, make_task):
    meeting = row(
        make_scores,
        make_task,
        text="Weekly team meeting",
        solution="transcription",
        activity="Communicating with Supervisors, Peers, or Subordinates",
        interpersonal=65.0,
        assistance=60.0,
    )
    assert meeting["family"] == "meetings"
    assert (meeting["minutes_freed_low"], meeting["minutes_freed_central"], meeting["minutes_freed_high"]) == (0, 0, 0)
    reason = explain_family(meeting["family_rule"], "en")
    assert reason.startswith("The text names being in a meeting: a field experiment in 66 firms measured no change")
    assert "7,137 workers, 66 firms" in reason


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Réunion planning avec la logistique", "meetings"),
        ("Point hebdo de l'équipe", "meetings"),
        ("Faire les devis spéciaux avec le bureau d'études", "none"),
        ("Prendre RDV avec les transporteurs", "none"),
        ("Organiser la réunion du lundi", "none"),
        ("Agree prices with the distributor", "none"),
    ],
)
def test_work_with_somebody_is_no_meeting(make_scores, make_task, text, family):
    exchange = {"activity": "Communicating with Supervisors, Peers, or Subordinates", "interpersonal": 80.0}
    assert row(make_scores, make_task, text=text, solution="none", oversight="human", **exchange)["family"] == family


def test_writing_up_the_meeting_is_another_matter(make_scores, make_task):
    notes = row(make_scores, make_task, solution="transcription", interpersonal=20.0, assistance=75.0)
    assert notes["family"] == "meeting_notes"
    assert notes["share_freed_central"] == pytest.approx(0.35)


def test_occasional_analysis_gives_nothing_and_the_weekly_report_does(make_scores, make_task):
    changes = {"solution": "reporting", "activity": "Analyzing Data or Information"}
    assert row(make_scores, make_task, repetitiveness=20.0, **changes)["minutes_freed_high"] == 0
    assert row(make_scores, make_task, repetitiveness=60.0, **changes)["minutes_freed_central"] > 0


def test_a_borrowed_study_counts_for_half(make_scores, make_task):
    # A rule-based task of an activity that no study looked at: half of 0.60 at the family's centre.
    borrowed = row(make_scores, make_task, solution="rules", activity="Staffing Organizational Units")
    assert (borrowed["family"], borrowed["share_freed_central"]) == ("data_entry", pytest.approx(0.30))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_names_a_family_that_exists_and_explains_itself_in_both_languages(rule):
    assert rule.family == "none" or rule.family in families()
    english, french = explain_family(rule.code, "en"), explain_family(rule.code, "fr")
    assert english and french and english != french
    assert family_name(rule.family, "en") != family_name(rule.family, "fr")


def test_what_pilots_here_measured_is_not_told_as_a_study():
    told = explain_family("correspondence", "en", measured_here=True)
    assert told.startswith("Your own pilots measured this kind of work (e-mail handling)")
    assert "Dillon" in explain_family("correspondence", "en") and "Dillon" not in told


def test_an_unknown_family_is_an_error_of_the_caller():
    with pytest.raises(KeyError):
        family_name("gardening")
