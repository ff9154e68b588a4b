"""The first pilot: small, frequent, harmless, and with numbers that decide."""

import pytest

from analyzer.opportunity import Assumptions, LocalFacts, TeamReadiness, estimate_hours
from analyzer.opportunity.pilot import propose_pilot
from analyzer.opportunity.pilot_choice import LEAST_MINUTES, WIDEST, chance
from analyzer.opportunity.value import with_keys
from analyzer.opportunity.weights import Appeal, Priorities

FEW = Assumptions(draws=200)


def writing(make_task, text="Write reports", **changes):
    of_writing = {"solution": "drafting", "activity": "Thinking Creatively", "assistance": 75.0}
    return make_task(text, **{**of_writing, "occurrences_per_week": 25.0, **changes})


def pilot_of(make_scores, *tasks, facts=None, paying=None):
    return propose_pilot(estimate_hours(make_scores(*tasks), FEW, facts), paying=paying)


def test_a_pilot_by_hand(make_scores, make_task):
    # Effort 1, 25 times a week: 50 timings in 2 weeks before, 100 in 4 weeks of trying. Chance makes a difference of
    # 1.645 x 0.5 x sqrt(1/50 + 1/100) = 14 %; 15 % are to be freed, so that four weeks are enough.
    # 600 min a week as the list says, 24 each; 90 min of them freed (600 x 0.25 x 0.6): the success to reach.
    pilot = pilot_of(make_scores, writing(make_task))
    assert (pilot.team, pilot.roles, pilot.people) == ("Finance", ("Bookkeeper",), 1)
    assert (pilot.weeks, pilot.baseline_weeks) == (4, 2)
    assert (pilot.baseline_minutes, pilot.minutes_each, pilot.times_a_week) == (600, 24, 25)
    assert pilot.freed.central == pytest.approx(90)
    success = {one.code: dict(one.facts) for one in pilot.success}
    assert success["time"] == {"minutes": pilot.freed.central}
    assert success["adoption"] == {"share": pytest.approx(0.6)}
    assert "checking" not in success, "the studies of writing contain checking: none is asked for"
    stop = {one.code: dict(one.facts) for one in pilot.stop}
    assert stop["no_time"] == {"minutes": pilot.freed.low, "weeks": 2}
    assert pilot.deciders == ("team_lead", "participants")
    assert pilot.cautions == ("small_group",)


@pytest.mark.parametrize(
    ("changes", "weeks"),
    [
        # 15 % of the time are to be freed: sqrt(1/before + 1/during) must be below 0.15 / (1.645 x 0.5) = 0.182.
        ({"occurrences_per_week": 25.0}, 4),  # 50 before, 100 during: 0.173
        ({"occurrences_per_week": 22.0}, 6),  # 44 before; 88 in 4 weeks: 0.185; 132 in 6 weeks: 0.174
        ({"occurrences_per_week": 1.0}, 8),  # 4 before, 8 during: as long as a pilot may be
        ({"occurrences_per_week": 50.0, "flags": "regulated"}, 6),  # effort 2: two weeks more to set up
        ({"occurrences_per_week": float("nan")}, 4),  # not known: by effort alone
    ],
)
def test_it_lasts_until_the_difference_is_more_than_chance(make_scores, make_task, changes, weeks):
    assert pilot_of(make_scores, writing(make_task, **changes)).weeks == weeks


@pytest.mark.parametrize(("times", "weeks"), [(10.0, 2), (7.0, 3), (5.0, 4), (1.0, 4)])
def test_the_work_is_timed_twenty_times_before_the_start_if_four_weeks_allow(make_scores, make_task, times, weeks):
    assert pilot_of(make_scores, writing(make_task, occurrences_per_week=times)).baseline_weeks == weeks


def test_work_too_rare_to_show_more_than_chance_does_not_begin(make_scores, make_task):
    # Twice a week, 15 % of ten hours: 1.645 x 0.5 x sqrt(1/8 + 1/16) = 36 %. The other frees less, and shows it.
    rare = writing(make_task, "Write the monthly letters", occurrences_per_week=2.0, minutes_per_week=1200.0)
    assert chance(2.0, 8) == pytest.approx(0.356, abs=0.001)
    assert pilot_of(make_scores, rare, writing(make_task)).use_case == "Write reports"
    assert "lost_in_chance" in pilot_of(make_scores, rare).cautions


def test_an_hour_a_week_comes_before_half_an_hour_that_touches_nobody(make_scores, make_task):
    # 240 min x 0.25 x 0.6 = 36 min a week, against 90 min of answers that customers see.
    slight = writing(make_task, "Write notes", minutes_per_week=240.0)
    seen = writing(make_task, "Answer customers", flags="customer")
    assert pilot_of(make_scores, slight, seen).use_case == "Answer customers"


def test_what_counts_is_what_one_team_sees(make_scores, make_task):
    # Four teams of 150 min: 22.5 min a week in each, below the half hour; one team frees 90.
    spread = [writing(make_task, "Write minutes", team=team, minutes_per_week=150.0) for team in "ABCD"]
    assert pilot_of(make_scores, *spread, writing(make_task)).use_case == "Write reports"


def test_small_effort_comes_before_more_hours(make_scores, make_task):
    large = make_task("Key in invoices", minutes_per_week=2400.0)  # capture: weeks of setting up
    assert pilot_of(make_scores, large, writing(make_task)).use_case == "Write reports"


def test_nobody_learns_where_a_person_can_be_hurt(make_scores, make_task):
    safety = writing(make_task, "Write safety notes", flags="safety", minutes_per_week=2400.0)
    assert pilot_of(make_scores, safety, writing(make_task)).use_case == "Write reports"
    alone = pilot_of(make_scores, safety)
    assert alone.use_case == "Write safety notes" and "not_easy" in alone.cautions


def test_nobody_learns_where_money_goes_out(make_scores, make_task):
    paying = writing(make_task, "Pay suppliers", flags="money", minutes_per_week=2400.0)
    assert pilot_of(make_scores, paying, writing(make_task)).use_case == "Write reports"
    assert "not_easy" in pilot_of(make_scores, paying).cautions


def test_the_team_where_most_is_freed_begins_unless_it_is_not_ready(make_scores, make_task):
    tasks = [
        writing(make_task, team="Sales", minutes_per_week=600.0),
        writing(make_task, team="Finance", minutes_per_week=500.0),
    ]
    assert pilot_of(make_scores, *tasks).team == "Sales"
    unready = LocalFacts(readiness={"Sales": TeamReadiness(adoption_factor=0.5, ramp_up_factor=2)})
    assert pilot_of(make_scores, *tasks, facts=unready).team == "Finance"


def test_flags_bring_in_those_who_answer_for_them(make_scores, make_task):
    pilot = pilot_of(make_scores, writing(make_task, flags="personal;customer"))
    assert pilot.deciders == ("team_lead", "participants", "data_protection", "customer_lead")


def test_persons_are_never_named(make_scores, make_task):
    assert "Farfelu" not in repr(pilot_of(make_scores, writing(make_task, person="Zébulon Farfelu")))


def test_where_nothing_is_freed_there_is_no_pilot(make_scores, make_task):
    assert pilot_of(make_scores, make_task(solution="none")) is None


def test_a_list_without_teams_has_a_pilot_all_the_same(make_scores, make_task):
    pilot = pilot_of(make_scores, writing(make_task, team=None, role=None))
    assert (pilot.team, pilot.roles) == (None, ())


def test_work_whose_mistakes_stay_in_the_team_comes_before_more_hours(make_scores, make_task):
    # A first try is not made on customers, on data of persons or on payments, as long as there is anything else.
    with_customers = writing(make_task, "Answer customers", flags="customer", minutes_per_week=2400.0)
    assert pilot_of(make_scores, with_customers, writing(make_task)).use_case == "Write reports"
    assert pilot_of(make_scores, with_customers).use_case == "Answer customers"


def test_what_studies_disagree_on_is_no_first_pilot(make_scores, make_task):
    # Coding: studies found from a loss to a gain, its low end is no time at all; effort 1 and more hours all the same.
    coding = make_task("Write scripts", solution="coding", assistance=75.0, minutes_per_week=2400.0)
    filing = make_task("File the documents", solution="rules", automatability_low=72.0, automatability_high=78.0)
    pilot = pilot_of(make_scores, coding, filing)
    assert pilot.use_case == "File the documents"
    assert pilot.freed.high - pilot.freed.low <= WIDEST * pilot.freed.central


def test_a_range_wider_than_its_figure_is_no_first_pilot(make_scores, make_task):
    # Both are filing, with no flag; the wider score of one opens its range, and more hours do not make up for it.
    unsure = make_task(
        "Sort parcels", solution="rules", automatability_low=48.0, automatability_high=98.0, minutes_per_week=2400.0
    )
    sure = make_task("File the documents", solution="rules", automatability_low=74.0, automatability_high=76.0)
    alone = pilot_of(make_scores, unsure)
    assert alone.freed.high - alone.freed.low > WIDEST * alone.freed.central
    assert pilot_of(make_scores, unsure, sure).use_case == "File the documents"


def test_what_takes_more_hours_than_it_frees_is_no_first_pilot(make_scores, make_task):
    # Capture takes 25 days x 7 h = 175 h and frees 300 x 0.6 x 0.6 x (1 - 0.37) = 68 min a week, 51 h a year:
    # 103 h in two years. Drafting takes 3 days, 21 h, and an hour of learning, and frees 200 x 0.25 x 0.6 = 30 min.
    keying = make_task("Key in invoices", minutes_per_week=300.0, occurrences_per_week=50.0)
    short = writing(make_task, minutes_per_week=205.0)
    assert pilot_of(make_scores, keying, short).use_case == "Write reports"
    alone = pilot_of(make_scores, keying)
    assert alone.freed.central == pytest.approx(68, abs=1)
    assert "unplanned" in alone.cautions
    assert "unplanned" not in pilot_of(make_scores, keying, short).cautions


def test_where_money_was_asked_for_the_pilot_is_one_that_pays(make_scores, make_task):
    paid = writing(make_task, "Answer customers", flags="customer")
    frame = estimate_hours(make_scores(writing(make_task), paid), FEW).frame
    [key] = with_keys(frame).loc[frame["use_case"] == "Answer customers", "use_case_key"]
    chosen = pilot_of(make_scores, writing(make_task), paid, paying=frozenset({key}))
    assert chosen.use_case == "Answer customers" and "unpaid" not in chosen.cautions


def test_a_pilot_that_would_not_pay_says_so(make_scores, make_task):
    assert "unpaid" in pilot_of(make_scores, writing(make_task), paying=frozenset()).cautions
    assert "unpaid" not in pilot_of(make_scores, writing(make_task)).cautions


def test_regulated_work_waits(make_scores, make_task):
    regulated = writing(make_task, "Write declarations", flags="regulated", minutes_per_week=2400.0)
    assert pilot_of(make_scores, regulated, writing(make_task)).use_case == "Write reports"
    assert "not_easy" in pilot_of(make_scores, regulated).cautions


def test_hours_beyond_a_persons_week_do_not_hide_the_effect(make_scores, make_task):
    # One person's list of 6 x 600 min is beyond a week of 35 h (2100 min): 350 min of each count, and of these as
    # large a part is freed as of the whole where nothing is cut; each time is as much shorter.
    tasks = [writing(make_task, f"Write {what}", row=place) for place, what in enumerate("abcdef")]
    crowded, alone = pilot_of(make_scores, *tasks), pilot_of(make_scores, tasks[0])
    assert crowded.freed.central < 0.7 * alone.freed.central
    assert crowded.weeks == alone.weeks and "lost_in_chance" not in crowded.cautions


def test_a_pilot_that_frees_little_says_that_it_is_there_to_learn(make_scores, make_task):
    # 100 min x 0.25 x 0.6 = 15 min a week: less than the half hour that anybody would notice.
    small = pilot_of(make_scores, writing(make_task, minutes_per_week=100.0, minutes_per_occurrence=20.0))
    assert small.freed.central == pytest.approx(15) and small.freed.central < LEAST_MINUTES
    assert "little_time" in small.cautions
    assert "little_time" not in pilot_of(make_scores, writing(make_task)).cautions


@pytest.mark.parametrize(
    "pay",
    [
        {"text": "Saisie des variables et calcul des bulletins", "role": "Gestionnaire de paie"},
        {"text": "Saisie des variables et calcul des bulletins", "team": "Pôle social"},
        {"text": "Établir les fiches de paie des salariés"},
        {"text": "Calculate final pay of leavers"},
        {"text": "Produce and send payslips"},
    ],
)
def test_pay_is_no_first_pilot_though_it_carries_no_flag(make_scores, make_task, pay):
    payroll = writing(make_task, minutes_per_week=2400.0, **pay)
    assert pilot_of(make_scores, payroll, writing(make_task)).use_case == "Write reports"
    assert "not_easy" in pilot_of(make_scores, payroll).cautions


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Distribution du bulletin municipal"},  # a bulletin, and nobody's pay
        {"text": "Inscrire les nouveaux salariés à la formation"},
        {"text": "Suivre les primes d'assurance"},
        {"text": "Log the calls of customers who pay late"},
        {"text": "Rappeler au client qu'il paye en retard"},
        {"text": "Chase missing timesheets", "role": "Payroll specialist"},  # a reminder: no amount is touched
    ],
)
def test_words_that_only_sound_like_pay_leave_a_pilot_alone(make_scores, make_task, other):
    larger = writing(make_task, minutes_per_week=2400.0, **other)
    assert pilot_of(make_scores, larger, writing(make_task)).use_case == other["text"]


def test_what_somebody_chose_begins_whatever_would_be_proposed(make_scores, make_task):
    tasks = (writing(make_task), writing(make_task, "Write offers", occurrences_per_week=2.0, flags="decision"))
    proposed = pilot_of(make_scores, *tasks)
    assert proposed.use_case == "Write reports" and not proposed.chosen
    cases = with_keys(estimate_hours(make_scores(*tasks), FEW).frame)
    other = str(cases.loc[cases["task"] == "Write offers", "use_case_key"].iloc[0])
    chosen = pilot_of(
        make_scores, *tasks, facts=LocalFacts(priorities=Priorities(appeals={other: Appeal(begins=True)}))
    )
    assert (chosen.use_case, chosen.chosen) == ("Write offers", True)
    assert "chosen_not_easy" in chosen.cautions, "it decides on a person"
    gone = LocalFacts(priorities=Priorities(appeals={"not in the list": Appeal(begins=True)}))
    assert pilot_of(make_scores, *tasks, facts=gone) == proposed
