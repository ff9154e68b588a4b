"""Ranges by simulation: drawn together, summed draw by draw, the same every time."""

import numpy as np
import pandas as pd
import pytest

from analyzer.opportunity import Assumptions, estimate_hours, world
from analyzer.opportunity.draws import normal, two_piece
from analyzer.opportunity.evidence import families

Z = 1.6448536  # standard normal curve: 5 % lie above


def several(make_scores, make_task, count, **changes):
    """Several different tasks of writing, 300 minutes a week each."""
    rows = [
        make_task(f"Write document {number}", solution="drafting", minutes_per_week=300.0, assistance=60.0, **changes)
        for number in range(count)
    ]
    return make_scores(*rows)


def width(estimate):
    total = estimate.totals().iloc[0]
    return (total["minutes_freed_high"] - total["minutes_freed_low"]) / total["minutes_freed_central"]


def test_the_ends_of_a_value_hold_nine_draws_in_ten():
    drawn = two_piece(normal(1, "any name", 200_000), 0.10, 0.25, 0.50)
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx([0.10, 0.25, 0.50], abs=0.005)


def test_what_is_drawn_belongs_to_its_name():
    assert np.array_equal(normal(1, "drafting", 50), normal(1, "drafting", 50))
    assert not np.array_equal(normal(1, "drafting", 50), normal(1, "coding", 50))
    assert not np.array_equal(normal(1, "drafting", 50), normal(2, "drafting", 50))


def test_without_any_doubt_the_range_is_the_evidence_alone(make_scores, make_task):
    # Score certain (confidence 1), adoption and checking fixed: 600 min x (10, 25, 40 %) x place 1 x 0.6 = 36, 90, 144.
    scores = make_scores(
        make_task(solution="drafting", activity="Thinking Creatively", assistance=75.0, confidence=1.0)
    )
    total = estimate_hours(scores, Assumptions(adoption_margin=0, review_margin=0)).totals().iloc[0]
    assert total["minutes_freed_low"] == pytest.approx(36, abs=2)
    assert total["minutes_freed_central"] == 90.0
    assert total["minutes_freed_high"] == pytest.approx(144, abs=2)


def test_a_total_s_range_is_narrower_than_the_ends_of_its_rows_added(make_scores, make_task):
    estimate = estimate_hours(
        make_scores(
            make_task("Write a brief", solution="drafting", activity="Thinking Creatively"),
            make_task("Key invoices in", solution="capture"),
            make_task("Fix a script", solution="coding"),
        )
    )
    total, rows = estimate.totals().iloc[0], estimate.frame
    assert rows["minutes_freed_low"].sum() < total["minutes_freed_low"]
    assert total["minutes_freed_high"] < rows["minutes_freed_high"].sum()


def test_tasks_of_one_family_that_err_together_make_a_wider_total(make_scores, make_task):
    scores = several(make_scores, make_task, 12, confidence=0.4)
    apart = estimate_hours(scores, Assumptions(family_correlation=0))
    alike = estimate_hours(scores, Assumptions(family_correlation=1))
    assert width(apart) < width(alike)
    # A task by itself does not care whom it errs with.
    assert alike.frame["minutes_freed_high"].iloc[0] == pytest.approx(
        apart.frame["minutes_freed_high"].iloc[0], rel=0.03
    )


def test_the_evidence_of_a_family_is_right_or_wrong_for_all_its_tasks_at_once(make_scores, make_task):
    # Scores certain: many tasks of one family are no safer than one, because the same study stands behind all of them.
    certain = {"confidence": 1.0}
    one, many = (estimate_hours(several(make_scores, make_task, count, **certain)) for count in (1, 30))
    assert width(many) == pytest.approx(width(one), rel=0.01)


def test_the_same_work_in_two_roles_errs_alike(make_scores, make_task):
    apart = make_scores(make_task("Write offers", solution="drafting"), make_task("Write letters", solution="drafting"))
    alike = apart.assign(work_key="the same work")
    doubt = {"confidence": 0.3, "overridden": True}
    assumptions = Assumptions(family_correlation=0)
    assert width(estimate_hours(apart.assign(**doubt), assumptions)) < width(
        estimate_hours(alike.assign(**doubt), assumptions)
    )


def test_the_same_input_gives_the_same_ranges_and_another_seed_nearly_so(make_scores, make_task):
    scores = several(make_scores, make_task, 5)
    first, second = estimate_hours(scores), estimate_hours(scores)
    pd.testing.assert_frame_equal(first.frame, second.frame)
    pd.testing.assert_frame_equal(first.totals("use_case"), second.totals("use_case"))
    other = estimate_hours(scores, Assumptions(seed=7)).totals().iloc[0]
    total = first.totals().iloc[0]
    assert other["minutes_freed_low"] != total["minutes_freed_low"]
    # Chance moves the ends by about 1 % of the total at 10,000 draws.
    for end in ("low", "high"):
        moved = abs(other[f"minutes_freed_{end}"] - total[f"minutes_freed_{end}"])
        assert moved < 0.03 * total["minutes_freed_central"]


def test_a_task_added_elsewhere_leaves_the_other_ranges_as_they_were(make_scores, make_task):
    few, more = several(make_scores, make_task, 4, headcount=2.0), several(make_scores, make_task, 9, headcount=2.0)
    columns = ["task", "minutes_freed_low", "minutes_freed_central", "minutes_freed_high"]
    before, after = estimate_hours(few).frame[columns], estimate_hours(more).frame[columns]
    pd.testing.assert_frame_equal(after.head(4), before)


@pytest.mark.parametrize("block", [200, 1_000, 1_000_000])
def test_ranges_do_not_depend_on_how_many_rows_are_worked_on_at_a_time(make_scores, make_task, monkeypatch, block):
    rows = [
        make_task(
            f"{'Write' if number % 2 else 'Summarise'} document {number}",
            work_key=f"work {number // 3}",  # use cases of three tasks that differ in score
            solution="drafting",
            role=f"Role {number % 4}",
            assistance=40.0 + number,
            minutes_per_week=10.0 * (number % 7),
        )
        for number in range(31)
    ]
    assumptions = Assumptions(draws=400)
    whole = estimate_hours(make_scores(*rows), assumptions)
    monkeypatch.setattr(world, "BLOCK_VALUES", block)
    parts = estimate_hours(make_scores(*rows), assumptions)
    pd.testing.assert_frame_equal(parts.frame, whole.frame)
    for by in ("total", "role", "use_case", "lane"):
        pd.testing.assert_frame_equal(parts.totals(by), whole.totals(by), atol=0.02, rtol=1e-5)


def test_a_use_case_of_several_tasks_is_summed_draw_by_draw(make_scores, make_task):
    # Two tasks of one use case with the same score, of 100 and 200 minutes, are like one of 300.
    changes = {"solution": "drafting", "work_key": "offers"}
    split = make_scores(
        make_task("Write offers", minutes_per_week=100.0, **changes),
        make_task("Write offers", minutes_per_week=200.0, role="Seller", **changes),
        make_task("Key invoices"),
    )
    whole = make_scores(make_task("Write offers", minutes_per_week=300.0, **changes), make_task("Key invoices"))
    ends = ["minutes_freed_low", "minutes_freed_central", "minutes_freed_high"]
    of_split, of_whole = (
        estimate_hours(scores).totals("use_case").set_index("use_case")[ends] for scores in (split, whole)
    )
    pd.testing.assert_frame_equal(of_split, of_whole, atol=0.03)


def test_the_range_of_a_total_covers_the_truth_nine_times_in_ten(make_scores, make_task):
    """Worlds drawn here, one by one and in plain arithmetic from the stated distributions, against the range."""
    scores = make_scores(
        *(
            make_task(f"Write {n}", solution="drafting", assistance=60.0, activity="Thinking Creatively", headcount=2.0)
            for n in range(6)
        ),
        *(make_task(f"Key {n}", solution="capture", minutes_per_week=100.0) for n in range(6)),
    )
    total = estimate_hours(scores).totals().iloc[0]
    random = np.random.default_rng(11)

    def drawn(low, central, high, z=None):
        z = random.standard_normal() if z is None else z
        return central + z / Z * (high - central if z > 0 else central - low)

    covered = 0
    worlds = 3_000
    for _ in range(worlds):
        adoption = min(max(drawn(0.45, 0.60, 0.75), 0), 1)
        review = min(max(drawn(0.25, 0.37, 0.49), 0), 1)
        truth = 0.0
        # Writing: assistance 60, confidence 0.8, so 60 +- 40 x 0.2 = 52 to 68; review included; cap 0.75 (each).
        # Keying: automatability 75, 60 to 90; each result checked.
        for family, score, minutes, kept in (
            ("drafting", (52, 60, 68), 600, 1.0),
            ("data_entry", (60, 75, 90), 100, 1 - review),
        ):
            evidence = families()[family]
            measured = drawn(evidence.low, evidence.central, evidence.high)
            together = random.standard_normal()
            for _task in range(6):
                z = np.sqrt(0.3) * together + np.sqrt(0.7) * random.standard_normal()
                place = min(max(drawn(*score, z=z), 0) / 75, 1.2)
                truth += minutes * min(max(measured * place, 0), 0.75) * adoption * kept
        covered += total["minutes_freed_low"] <= truth <= total["minutes_freed_high"]
    assert 0.88 <= covered / worlds <= 0.92
