"""Four lanes by a stated rule."""

import pytest

from analyzer.opportunity import Assumptions, estimate_hours


def lane(make_scores, make_task, **changes):
    return estimate_hours(make_scores(make_task(**changes)), Assumptions(draws=200)).frame["lane"].item()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # Nearly all steps, daily, checked by sampling, at a screen.
        ({"oversight": "sampling"}, "automate"),
        # The same with each result checked: change that first.
        ({"oversight": "each"}, "redesign"),
        # The same but rare.
        ({"oversight": "sampling", "repetitiveness": 30.0}, "redesign"),
        # Half of the steps only.
        ({"oversight": "sampling", "automatability": 50.0}, "redesign"),
        # A person writes, with help.
        ({"solution": "drafting", "automatability": 40.0, "assistance": 80.0}, "assist"),
        # Neither a workflow nor an assistant could do much.
        ({"automatability": 20.0, "assistance": 20.0}, "keep_human"),
        ({"interpersonal": 80.0}, "keep_human"),
        ({"physical": 80.0}, "keep_human"),
        ({"solution": "none"}, "keep_human"),
        ({"oversight": "human", "assistance": 30.0}, "keep_human"),
        # A person decides, but there is much to draft.
        ({"oversight": "human", "assistance": 80.0, "solution": "drafting"}, "assist"),
        # By hand, and a robot is known for it: an investment, not a licence.
        ({"physical": 90.0, "solution": "cobot", "automatability": 80.0, "oversight": "sampling"}, "redesign"),
    ],
)
def test_the_rule(make_scores, make_task, changes, expected):
    assert lane(make_scores, make_task, **changes) == expected


@pytest.mark.parametrize(
    "doubt",
    [{"confidence": 0.1}, {"automatability_low": 2.0, "automatability_high": 100.0}],
    ids=["confidence", "interval"],
)
@pytest.mark.parametrize("solution", ["rules", "capture", "chatbot", "drafting"])
def test_an_uncertain_task_never_lands_in_automate(make_scores, make_task, doubt, solution):
    sure = {"oversight": "none", "automatability": 90.0, "solution": solution}
    assert lane(make_scores, make_task, **sure) == "automate"
    assert lane(make_scores, make_task, **sure, **doubt) != "automate"


def test_a_score_that_a_person_has_set_is_certain(make_scores, make_task):
    assert lane(make_scores, make_task, oversight="none", confidence=0.1, overridden=True) == "automate"


def test_a_lane_that_a_person_chose_stands_and_its_hours_follow(make_scores, make_task):
    scores = make_scores(make_task(oversight="sampling"), make_task("File the post", oversight="sampling"))
    scores = scores.assign(lane=["keep_human", "keep_human"], overridden=[True, False])
    frame = estimate_hours(scores, Assumptions(draws=200)).frame
    assert frame["lane"].tolist() == ["keep_human", "automate"], "only an overridden row is a person's choice"
    assert frame["minutes_freed_central"].iloc[0] == 0
    assert frame["minutes_freed_central"].iloc[1] > 0
