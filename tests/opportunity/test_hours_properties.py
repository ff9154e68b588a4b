"""What must hold for every list of tasks, tried on lists that hypothesis makes up."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.opportunity import SCENARIOS, Assumptions, LocalFacts, RoleFacts, estimate_hours
from analyzer.scoring.vocabulary import SOLUTIONS

ACTIVITIES = (
    "Processing Information",
    "Performing Administrative Activities",
    "Communicating with Supervisors, Peers, or Subordinates",
    "Analyzing Data or Information",
    "Thinking Creatively",
)
ENDS = ("low", "central", "high")
FAST = Assumptions(draws=200)

score = st.floats(0, 100, allow_nan=False)
minutes = st.one_of(st.just(float("nan")), st.floats(0, 7200, allow_nan=False))
changes = st.fixed_dictionaries(
    {
        "text": st.sampled_from(
            ["Key invoices", "Write offers", "Saisir les factures", "Plan the week", "Answer mails"]
        ),
        "role": st.sampled_from(["Clerk", "Buyer", None]),
        "team": st.sampled_from(["North", "South", None]),
        "headcount": st.sampled_from([1.0, 2.0, 7.5]),
        "minutes_per_week": minutes,
        "repetitiveness": score,
        "automatability": score,
        "automatability_low": score,
        "automatability_high": score,
        "assistance": score,
        "physical": score,
        "interpersonal": score,
        "confidence": st.floats(0, 1),
        "activity": st.sampled_from(ACTIVITIES),
        "solution": st.sampled_from(SOLUTIONS),
        "oversight": st.sampled_from(["none", "sampling", "each", "human"]),
        "flags": st.sampled_from(["", "personal", "money;customer", "decision", "safety;regulated"]),
        "overridden": st.booleans(),
    }
)
lists = st.lists(changes, min_size=1, max_size=8)
some = settings(max_examples=25, deadline=None)


@pytest.fixture(scope="session")
def scores(make_scores, make_task):
    """Return the function that turns made-up rows into a scores frame."""
    return lambda rows: make_scores(*(make_task(**row) for row in rows))


@some
@given(rows=lists, scenario=st.sampled_from(sorted(SCENARIOS)))
def test_low_central_and_high_are_in_order_everywhere(scores, rows, scenario):
    estimate = estimate_hours(scores(rows), SCENARIOS[scenario].changed(draws=200))
    frame = estimate.frame
    for low, central, high in (ENDS,):
        for name in ("share_freed", "minutes_freed"):
            assert (frame[f"{name}_{low}"] <= frame[f"{name}_{central}"]).all()
            assert (frame[f"{name}_{central}"] <= frame[f"{name}_{high}"]).all()
            assert (frame[f"{name}_{low}"] >= 0).all()
        for by in ("total", "role", "team", "use_case", "lane"):
            totals = estimate.totals(by)
            for name in ("minutes_freed", "minutes_per_person_per_day", "share", "hours_per_year"):
                assert (totals[f"{name}_{low}"] <= totals[f"{name}_{central}"]).all()
                assert (totals[f"{name}_{central}"] <= totals[f"{name}_{high}"]).all()


@some
@given(rows=lists)
def test_nothing_frees_more_than_it_declares(scores, rows):
    estimate = estimate_hours(scores(rows), FAST)
    frame = estimate.frame
    assert (frame["share_freed_high"] <= 1).all()
    assert (frame["minutes_freed_high"] <= frame["minutes_per_week"].fillna(0)).all()
    for by in ("role", "team", "use_case", "lane", "total"):
        totals = estimate.totals(by)
        assert (totals["minutes_freed_high"] <= totals["minutes_per_week"] + 0.01).all()


@some
@given(rows=lists)
def test_central_parts_add_up_to_the_whole_to_the_displayed_digit(scores, rows):
    estimate = estimate_hours(scores(rows), FAST)
    whole = estimate.totals()["minutes_freed_central"].item()
    assert round(estimate.frame["minutes_freed_central"].sum(), 2) == whole
    for by in ("role", "team", "use_case", "lane"):
        totals = estimate.totals(by)
        assert round(totals["minutes_freed_central"].sum(), 2) == whole
        assert totals["tasks"].sum() == len(rows)
        for key, central in zip(totals[by], totals["minutes_freed_central"], strict=True):
            of_key = estimate.frame[by].isna() if pd.isna(key) else estimate.frame[by] == key
            assert round(estimate.frame.loc[of_key, "minutes_freed_central"].sum(), 2) == central


@some
@given(rows=lists, more=st.floats(0, 600))
def test_more_minutes_never_free_fewer(scores, rows, more):
    before = scores(rows)
    after = before.assign(minutes_per_week=before["minutes_per_week"] + more)
    first, second = estimate_hours(before, FAST), estimate_hours(after, FAST)
    # A role that fills its week shares it out among its tasks: one may then take from another, which frees more.
    within = second.frame["week_factor"] == 1
    for end in ENDS:
        column = f"minutes_freed_{end}"
        if end == "central":
            assert (second.frame.loc[within, column] >= first.frame.loc[within, column]).all()
        fewer, freed = first.totals()[column].item(), second.totals()[column].item()
        assert not within.all() or freed >= fewer * (1 - 1e-6) - 0.01  # totals are added in single precision


@some
@given(rows=lists, order=st.randoms(use_true_random=False))
def test_another_order_of_rows_changes_nothing(scores, rows, order):
    first = scores(rows)
    places = list(range(len(rows)))
    order.shuffle(places)
    shuffled = estimate_hours(first.iloc[places].reset_index(drop=True), FAST)
    straight = estimate_hours(first, FAST)
    back = shuffled.frame.sort_values("row").reset_index(drop=True)
    pd.testing.assert_frame_equal(back, straight.frame, check_dtype=False)
    for by in ("total", "role", "team", "use_case", "lane"):
        pd.testing.assert_frame_equal(shuffled.totals(by), straight.totals(by), check_dtype=False)
    assert sorted(map(str, shuffled.warnings)) == sorted(map(str, straight.warnings))


@some
@given(rows=lists)
def test_the_same_input_gives_the_same_output(scores, rows):
    first, second = (estimate_hours(scores(rows), FAST) for _ in range(2))
    pd.testing.assert_frame_equal(first.frame, second.frame)
    assert np.array_equal(first.draws, second.draws)


@some
@given(rows=lists)
def test_the_more_an_organisation_does_the_more_is_freed(scores, rows):
    frame = scores(rows)
    cautious, central, ambitious = (
        estimate_hours(frame, SCENARIOS[name].changed(draws=200)).totals()["minutes_freed_central"].item()
        for name in ("cautious", "central", "ambitious")
    )
    assert cautious <= central <= ambitious


@some
@given(rows=lists, at=st.integers(0, 7), rise=st.floats(0, 40))
def test_a_task_that_can_be_automated_further_never_frees_less(scores, rows, at, rise):
    row = {**rows[at % len(rows)], "solution": "rules", "confidence": 1.0}
    around = row["automatability"]
    row |= {"automatability_low": max(around - 10, 0), "automatability_high": min(around + 10, 100)}
    higher = min(around + rise, 100)
    raised = {
        **row,
        "automatability": higher,
        "automatability_low": max(higher - 10, 0),
        "automatability_high": min(higher + 10, 100),
    }
    first, second = (estimate_hours(scores([one]), FAST).frame["share_freed_central"].item() for one in (row, raised))
    assert second >= first


@some
@given(rows=lists)
def test_an_uncertain_task_is_never_automated(scores, rows):
    frame = estimate_hours(scores(rows), FAST).frame
    assert not (frame["uncertain"] & (frame["lane"] == "automate")).any()


@some
@given(rows=lists, part_time=st.floats(0.1, 1))
def test_the_people_of_a_role_never_free_more_than_their_week(scores, rows, part_time):
    # A week of one person is 35 h = 2,100 min, and of a clerk who works part time that part of it.
    facts = LocalFacts(roles={"Clerk": RoleFacts(working_share=part_time)})
    frame = estimate_hours(scores(rows), FAST, facts).frame
    for (role, _team), of_role in frame.groupby(["role", "team"], dropna=False):
        week = of_role["headcount"].max() * 2100 * (part_time if role == "Clerk" else 1)
        assert of_role["minutes_freed_central"].sum() <= week + 0.01
        assert (of_role["minutes_freed_high"] <= week + 0.01).all()


@some
@given(rows=lists)
def test_a_year_is_days_times_a_day_and_twelve_months(scores, rows):
    # 226 working days; a fifth of a week each.
    estimate = estimate_hours(scores(rows), FAST)
    for by in ("total", "role", "lane"):
        totals = estimate.totals(by)
        for end in ENDS:
            a_day = totals[f"minutes_freed_{end}"] / 5 / 60
            assert np.allclose(totals[f"hours_per_year_{end}"], 226 * a_day)
            assert np.allclose(totals[f"hours_per_month_{end}"] * 12, totals[f"hours_per_year_{end}"])
