"""What an estimate warns of, in both languages."""

import numpy as np
import pytest

from analyzer.opportunity import Assumptions, HoursWarning, LocalFacts, MeasuredFamily, estimate_hours


def codes(estimate):
    return [warning.code for warning in estimate.warnings]


def warned(estimate, code):
    (found,) = [warning for warning in estimate.warnings if warning.code == code]
    return found


def test_a_role_that_declares_more_than_its_week_is_told_so(make_scores, make_task):
    # 900 + 1500 = 2400 min = 40 h a week, more than 5 x 7 = 35 h.
    scores = make_scores(
        make_task("Key invoices", minutes_per_week=900.0), make_task("Key orders", minutes_per_week=1500.0)
    )
    found = warned(estimate_hours(scores), "role_over_week")
    assert found.facts == {"role": "Bookkeeper", "team": "Finance", "hours": 40.0, "limit": 35.0}
    assert found.message("en") == (
        "“Bookkeeper” declares 40\u00a0h a week a person, more than a week of 35\u00a0h: "
        "it is held to that week until its durations, frequencies and headcount are checked."
    )
    assert found.message("fr") == (
        "«\u00a0Bookkeeper\u00a0» déclare 40\u00a0h par semaine et par personne, "
        "plus qu’une semaine de 35\u00a0h\u00a0: "
        "le poste est ramené à cette semaine tant que durées, fréquences et effectif ne sont pas vérifiés."
    )
    # 8 h a day make a week of 40 h: nothing to say any more.
    assert "role_over_week" not in codes(estimate_hours(scores, Assumptions(hours_per_day=8)))


def test_a_list_without_roles_is_checked_as_one(make_scores, make_task):
    scores = make_scores(make_task(role=None, team=None, minutes_per_week=3000.0))
    assert "list_over_week" in codes(estimate_hours(scores))


def test_an_estimate_above_what_was_measured_says_so(make_scores, make_task):
    # 2100 min of keying: 2100 x 0.60 x 0.60 x 0.63 = 476.28 min a week, 95.3 a day.
    # Measured: 45 of 480 minutes at most, in a day of 7 h 45 x 420 / 480 = 39.4.
    found = warned(estimate_hours(make_scores(make_task(minutes_per_week=2100.0))), "above_measured")
    assert (
        "1\u00a0h\u00a035\u00a0min per person per day is more than studies have measured (11 to 39\u00a0min)"
        in found.message("en")
    )
    assert "1\u00a0h\u00a035 par personne" in found.message("fr")


def test_an_estimate_below_what_was_measured_says_so(make_scores, make_task):
    assert "below_measured" in codes(estimate_hours(make_scores(make_task(minutes_per_week=100.0))))


def test_an_estimate_within_what_was_measured_says_nothing(make_scores, make_task):
    # 600 min: 136.08 / 5 = 27.2 min a day, between 11.4 and 39.4.
    assert codes(estimate_hours(make_scores(make_task()))) == []


def test_rows_said_twice_are_counted_twice_and_named(make_scores, make_task):
    found = warned(estimate_hours(make_scores(make_task(), make_task(), make_task(role="Buyer"))), "repeated_rows")
    assert found.facts == {"count": 1, "hours": 10.0}


def test_tasks_without_time_are_counted_in_words(make_scores, make_task):
    rows = [make_task(f"Other work {number}", minutes_per_week=np.nan) for number in range(2)]
    found = warned(estimate_hours(make_scores(make_task(), *rows)), "tasks_without_time")
    assert found.message("en").startswith("2 tasks have no time")
    assert found.message("fr").startswith("2 tâches sont sans durée")


def test_uncertain_tasks_and_tasks_without_evidence_are_named(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(
            make_task(),
            make_task("Something unclear", confidence=0.1),
            make_task("Watch the pumps", solution="predictive", automatability=80.0),
            make_task(
                "Team meeting",
                solution="transcription",
                activity="Communicating with Supervisors, Peers, or Subordinates",
                interpersonal=65.0,
            ),
        )
    )
    assert {"uncertain_tasks", "no_evidence", "nothing_measured"} <= set(codes(estimate))
    assert warned(estimate, "no_evidence").facts == {"count": 1, "hours": 10.0}


def test_a_warning_knows_its_tasks_and_what_was_measured_here_takes_one_away(make_scores, make_task):
    meeting = {"solution": "transcription", "activity": "Communicating with Supervisors, Peers, or Subordinates"}
    meeting |= {"interpersonal": 65.0, "assistance": 60.0}
    scores = make_scores(
        make_task(),
        make_task("Team meeting", minutes_per_week=30.0, **meeting),
        make_task("Safety meeting", minutes_per_week=60.0, **meeting),
    )
    assert warned(estimate_hours(scores), "nothing_measured").places == (2, 1), "those with most time first"
    measured = LocalFacts(measured={"meetings": MeasuredFamily(0.2, 0.3, 0.4, pilots=2)})
    assert "nothing_measured" not in codes(estimate_hours(scores, facts=measured))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "code", ["tasks_without_time", "repeated_rows", "uncertain_tasks", "no_evidence", "nothing_measured"]
)
def test_every_counted_warning_reads_in_both_languages_and_numbers(code, count):
    warning = HoursWarning(code, {"count": count, "hours": 1234.56})
    english, french = warning.message("en"), warning.message("fr")
    assert str(count) in english and str(count) in french
    assert english != french
    assert "{" not in english + french


@pytest.mark.parametrize(
    "code", ["role_over_week", "role_times_unclear", "list_over_week", "above_measured", "below_measured"]
)
def test_every_other_warning_reads_in_both_languages(code):
    facts = {"role": "R", "team": None, "hours": 50.0, "limit": 35.0, "people": 2.0}
    facts |= {"minutes": 80.0, "low": 11.4, "high": 39.4}
    english, french = (HoursWarning(code, facts).message(language) for language in ("en", "fr"))
    assert english != french
    assert "{" not in english + french


def test_a_task_without_a_time_is_told_of_once(make_scores, make_task):
    def row(minutes):
        return make_task("Xqz", minutes_per_week=minutes, automatability=5.0, assistance=0.0, confidence=0.05)

    timed = estimate_hours(make_scores(make_task(), row(60.0)))
    untimed = estimate_hours(make_scores(make_task(), row(np.nan)))
    assert "not_understood" in codes(timed) and "tasks_without_time" not in codes(timed)
    assert "tasks_without_time" in codes(untimed) and "not_understood" not in codes(untimed)


def test_work_that_is_named_plainly_is_understood_however_little_its_score_says(make_scores, make_task):
    def told(text):
        row = make_task(text, minutes_per_week=60.0, automatability=5.0, assistance=0.0, confidence=0.05)
        return codes(estimate_hours(make_scores(make_task(), row)))

    assert "not_understood" in told("Xqz : dispo, délai")
    assert "not_understood" not in told("Répondre au tel : dispo, délai")
