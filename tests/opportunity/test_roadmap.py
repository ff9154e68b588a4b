"""The roadmap: a worked example, and what holds for every list and every capacity."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.errors import UsageError
from analyzer.opportunity import Assumptions, LocalFacts, TeamReadiness, estimate_hours
from analyzer.opportunity.pilot import propose_pilot
from analyzer.opportunity.ramp import ramp_up
from analyzer.opportunity.roadmap import plan_roadmap, ramp_of, standings
from analyzer.opportunity.schedule import Capacity
from analyzer.opportunity.value import use_case_table
from analyzer.report.roadmap_words import story_words

FEW = Assumptions(draws=200)


def writing(make_task, text="Write reports", **changes):
    # So often that a pilot of four weeks tells what is freed from chance, even where the week holds it down.
    of_writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0}
    return make_task(text, **{**of_writing, "occurrences_per_week": 100.0, **changes})


def told(roadmap):
    return [(step.kind, step.name, round(step.start, 3), round(step.finish, 3)) for step in roadmap.steps]


def test_a_roadmap_by_hand(make_scores, make_task):
    # 20 days a quarter, two at once: 10 days a quarter each.
    # Write reports (pilot, 3 days): 0 to 0.3, then 4 weeks of pilot: 0.3 + 4 / 13 = 0.608.
    # Write letters is of the same kind: it waits until the pilot is judged, then takes 0.4 x 3 = 1.2 days: 0.12.
    # Key in invoices (25 days) begins at once on the other track: 2.5 quarters.
    estimate = estimate_hours(
        make_scores(
            writing(make_task),
            writing(make_task, "Write letters", minutes_per_week=300.0),
            make_task("Key in invoices", minutes_per_week=2000.0),
        ),
        FEW,
    )
    roadmap = plan_roadmap(estimate, Capacity(days_per_quarter=20, at_once=2, quarters=4))
    assert told(roadmap) == [
        ("build", "Write reports", 0.0, 0.3),
        ("build", "Key in invoices", 0.0, 2.5),
        ("pilot", "Write reports", 0.3, 0.608),
        ("build", "Write letters", 0.608, 0.728),
    ]
    assert roadmap.later == ()
    # First quarter: 3 + 1.2 + 10 days of 7 h; people learn 5 h, and 2 h more for the second use.
    first = roadmap.quarters[0]
    assert first.days == pytest.approx(14.2)
    assert first.hours_building == pytest.approx(99.4)
    assert first.hours_learning == pytest.approx(7)


def test_safeguards_come_before_the_build_and_a_team_that_is_not_ready_before_both(make_scores, make_task):
    # Personal data ask for 3 days; the team takes 3 days to prepare; 30 days a quarter on one track.
    unready = LocalFacts(readiness={"Finance": TeamReadiness(adoption_factor=0.8, ramp_up_factor=1.5)})
    estimate = estimate_hours(make_scores(writing(make_task, flags="personal")), FEW, unready)
    roadmap = plan_roadmap(estimate, Capacity(30, 1))
    assert [(step.kind, round(step.start, 2)) for step in roadmap.steps] == [
        ("readiness", 0.0),
        ("safeguards", 0.1),
        ("build", 0.2),
        ("pilot", 0.3),
    ]
    build = roadmap.built[0]
    assert {dependency.reason for dependency in build.waits_for} == {"readiness", "safeguards"}


def test_what_does_not_end_in_time_comes_later_with_all_that_waits_for_it(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(
            writing(make_task),
            make_task("Key in invoices", minutes_per_week=2400.0),
            make_task("Report on invoices", solution="reporting", minutes_per_week=2400.0),
        ),
        FEW,
    )
    roadmap = plan_roadmap(estimate, Capacity(10, 1, quarters=2))  # 25 days of capture do not fit in 20
    assert [step.name for step in roadmap.built] == ["Write reports"]
    assert set(roadmap.later) == {"Key in invoices", "Report on invoices"}


def test_what_never_pays_back_is_left_out_once_money_was_reckoned_and_the_pilot_is_tried_all_the_same(
    make_scores, make_task
):
    scores = make_scores(
        writing(make_task, minutes_per_week=1200.0),
        make_task("Key in invoices", minutes_per_week=2000.0),
        make_task("Key in orders"),
    )
    estimate = estimate_hours(scores, FEW)
    keys = dict(zip(estimate.frame["use_case"], estimate.frame["use_case_key"], strict=True))
    pilot = propose_pilot(estimate_hours(make_scores(writing(make_task)), FEW))
    roadmap = plan_roadmap(estimate, paying={keys["Key in invoices"]}, pilot=pilot)
    assert {step.name for step in roadmap.built} == {"Write reports", "Key in invoices"}
    assert roadmap.unpaid == ("Key in orders",)
    assert plan_roadmap(estimate).unpaid == ()


def test_every_use_case_stands_somewhere_and_their_times_add_up_to_all_that_could_be_freed(make_scores, make_task):
    # Three tracks of nothing: 20 days in all. The pilot takes 3; invoices (25 days) find no room, so they come later;
    # a form filled in for a minute a week is not worth it; work that stays with people frees nothing.
    scores = make_scores(
        writing(make_task),
        make_task("Key in invoices", minutes_per_week=2400.0),
        make_task("Key in a form", minutes_per_week=10.0),
        make_task("Comfort a colleague", solution="none", activity="Resolving Conflicts and Negotiating with Others"),
    )
    estimate = estimate_hours(scores, FEW)
    cases = use_case_table(estimate)
    pilot = propose_pilot(estimate_hours(make_scores(writing(make_task)), FEW))
    roadmap = plan_roadmap(estimate, Capacity(10, 1, quarters=2), cases=cases, pilot=pilot)
    stands = {name: roadmap.standing[key] for key, name in zip(cases["use_case_key"], cases["use_case"], strict=True)}
    assert stands["Write reports"] == "pilot"
    assert stands["Key in invoices"] == "later"
    assert stands["Key in a form"] in ("not_now", "too_dear")
    assert stands["Comfort a colleague"] == "frees_nothing"
    table = standings(roadmap, cases)
    assert table["use_cases"].sum() == len(cases)
    assert table["minutes_freed_central"].sum() == pytest.approx(estimate.frame["minutes_freed_central"].sum())
    assert table["standing"].iloc[0] == "pilot"
    story = story_words(roadmap, cases, "en")
    assert story.startswith("Of 3 use cases that free time the roadmap builds 1 within 2 quarters")
    assert "1 comes later" in story


def test_a_pilot_is_tried_even_if_it_is_worth_too_little_by_itself(make_scores, make_task):
    # Nothing else frees time, so it is proposed with its doubt; the roadmap must then hold what the card proposes.
    scores = make_scores(make_task("Key in a form", minutes_per_week=60.0, flags="personal"))
    estimate = estimate_hours(scores, FEW)
    cases = use_case_table(estimate)
    pilot = propose_pilot(estimate, cases)
    assert cases["quadrant"].iloc[0] == "not_now" and "unplanned" in pilot.cautions
    roadmap = plan_roadmap(estimate, cases=cases, pilot=pilot)
    assert roadmap.standing[pilot.use_case_key] == "pilot"
    assert [step.kind for step in roadmap.steps][-1] == "pilot"


def test_small_uses_of_one_tool_are_worth_its_build_together(make_scores, make_task):
    # Rules: 10 days x 7 h and an hour of learning, 71 h for the first; 0.4 x 71 = 28.4 h for one that follows.
    # Some 30 min a week freed by each: 30 / 5 x 226 / 60 x 2 = 45.2 h in two years, less than 71 h. Four of them free
    # 180.8 h and take 71 + 3 x 28.4 = 156.2 h: none alone, all together. The pilot is of another kind.
    def entering(text):
        return make_task(text, solution="rules", activity="Processing Information", minutes_per_week=132.0)

    def left_out(*tasks):
        estimate = estimate_hours(make_scores(writing(make_task, minutes_per_week=1200.0), *tasks), FEW)
        cases = use_case_table(estimate)
        minutes = dict(zip(cases["use_case"], cases["minutes_freed_central"], strict=True))
        return plan_roadmap(estimate, cases=cases).too_dear, minutes

    one, minutes = left_out(entering("Update the price list"))
    assert minutes["Update the price list"] == pytest.approx(30, abs=0.5)
    assert one == ("Update the price list",)
    names = ["Update the price list", "Close the work orders", "Renew the badges", "Assign the lockers"]
    together, _ = left_out(*(entering(name) for name in names))
    assert together == ()


@given(
    st.lists(st.floats(1, 2400), min_size=1, max_size=6),
    st.integers(1, 60),
    st.integers(1, 3),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_use_case_drops_out_of_the_roadmap_in_silence(make_scores, make_task, minutes, days, at_once):
    rows = [make_task(f"Key in list {place}", minutes_per_week=each) for place, each in enumerate(minutes)]
    estimate = estimate_hours(make_scores(*rows), FEW)
    cases = use_case_table(estimate)
    roadmap = plan_roadmap(estimate, Capacity(days, at_once, quarters=3), cases=cases)
    assert roadmap.standing.keys() == set(cases["use_case_key"])
    built = {key for key, standing in roadmap.standing.items() if standing in ("pilot", "built")}
    assert built == {step.key for step in roadmap.built}


def test_the_first_year_at_the_pace_of_the_roadmap_is_that_of_its_quarters_and_below_the_ceiling(
    make_scores, make_task
):
    estimate = estimate_hours(
        make_scores(writing(make_task), make_task("Key in invoices", minutes_per_week=900.0)), FEW
    )
    roadmap = plan_roadmap(estimate)
    first_year = ramp_of(roadmap, estimate).hours(12)
    assert first_year[1] == pytest.approx(sum(quarter.hours_freed for quarter in roadmap.quarters[:4]))
    assert first_year[0] <= first_year[1] <= first_year[2]
    assert first_year[1] < ramp_up(estimate).hours(12)[1]


def test_what_takes_more_hours_than_it_gives_back_is_left_out(make_scores, make_task):
    # 30 min of capture a week free a quarter of an hour: some 10 h a year, 30 in three; building takes 25 x 7 = 175 h.
    # A wish of 5 and a pain of 5 do not change that.
    estimate = estimate_hours(make_scores(writing(make_task), make_task("Key in a form", minutes_per_week=60.0)), FEW)
    roadmap = plan_roadmap(estimate)
    assert roadmap.too_dear == ("Key in a form",)
    assert [step.name for step in roadmap.built] == ["Write reports"]


def test_a_plan_warns_while_it_has_asked_for_more_than_it_gave_back(make_scores, make_task):
    estimate = estimate_hours(make_scores(make_task("Key in invoices", minutes_per_week=600.0)), FEW)
    roadmap = plan_roadmap(estimate, Capacity(30, 1, quarters=2))
    names = ["Q1 2027", "Q2 2027"]
    warning = roadmap.workload_warning(names)
    assert warning is not None and warning.code == "adds_work"
    assert warning.total_added == pytest.approx(sum(one.hours_added for one in roadmap.quarters))
    debts = [one.hours_added - one.hours_freed for one in roadmap.quarters]
    assert warning.worst == names[debts.index(max(debts))]
    assert warning.until == names[-1]


@pytest.mark.parametrize("values", [{"days_per_quarter": 0}, {"at_once": 11}, {"quarters": 0}])
def test_a_capacity_that_cannot_be_is_refused(values):
    with pytest.raises(UsageError, match="capacity"):
        Capacity(**values)


SOLUTIONS = ("drafting", "rules", "capture", "reporting", "search", "chatbot")


@given(
    drawn=st.lists(
        st.tuples(
            st.sampled_from(SOLUTIONS),
            st.sampled_from(("", "personal", "money;customer", "safety")),
            st.sampled_from(("Sales", "Finance", None)),
            st.floats(60, 2400),
        ),
        min_size=1,
        max_size=9,
    ),
    days=st.floats(5, 200),
    at_once=st.integers(1, 4),
)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_holds_for_every_roadmap(make_scores, make_task, drawn, days, at_once):
    tasks = [
        make_task(f"Task {place}", solution=solution, flags=flags, team=team, minutes_per_week=minutes, assistance=80.0)
        for place, (solution, flags, team, minutes) in enumerate(drawn)
    ]
    unready = LocalFacts(readiness={"Sales": TeamReadiness(adoption_factor=0.7)})
    estimate = estimate_hours(make_scores(*tasks), FEW, unready)
    capacity = Capacity(days, at_once)
    roadmap = plan_roadmap(estimate, capacity)
    # the capacity is never exceeded, in days or in use cases at once
    assert all(quarter.days <= days + 1e-6 for quarter in roadmap.quarters)
    for step in roadmap.steps:
        under_way = {other.track for other in roadmap.steps if other.start <= step.start < other.finish}
        assert len(under_way) <= at_once
        assert step.finish <= capacity.quarters + 1e-6
    # what something waits for is always finished before
    finish = {(step.kind == "readiness", step.key): step.finish for step in roadmap.steps if step.kind != "safeguards"}
    safe = {step.key: step.finish for step in roadmap.steps if step.kind == "safeguards"}
    for step in roadmap.steps:
        for dependency in step.waits_for:
            before = (
                safe[dependency.before]
                if dependency.reason == "safeguards"
                else finish[dependency.reason == "readiness", dependency.before]
            )
            assert before <= step.start + 1e-6
    # and the same input gives the same roadmap
    assert plan_roadmap(estimate, capacity).steps == roadmap.steps
