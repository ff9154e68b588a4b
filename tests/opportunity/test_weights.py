"""The weights of a project and the answers of its teams, as they are kept and read again."""

import pytest

from analyzer.errors import UsageError
from analyzer.opportunity.weights import Appeal, PriorityWeights, priorities_of


def test_only_the_weights_named_change():
    weights = PriorityWeights().changed(wish=30)
    assert (weights.hours, weights.wish, weights.value, weights.burden) == (40, 30, 80, 40)


@pytest.mark.parametrize("values", [{"hours": -1}, {"hours": 101}, {"hours": "much"}, {"beauty": 5}])
def test_a_weight_that_cannot_be_is_refused(values):
    with pytest.raises(UsageError) as refused:
        PriorityWeights().changed(**values)
    assert refused.value.message("en") and refused.value.message("fr") != refused.value.message("en")


def test_one_side_never_counts_alone():
    with pytest.raises(UsageError, match="both sides"):
        PriorityWeights().changed(effort=0, risk=0)


def test_what_was_kept_is_read_and_what_cannot_be_used_is_left_aside():
    kept = {
        "weights": {"hours": 80, "of_another_version": 3},
        "case:k1": {"wish": 4, "pain": None},
        "case:k2": {"wish": 9, "pain": 2},  # 9 is no answer
        "case:k3": "nonsense",
        "capacity": {"days_per_quarter": 30},
    }
    found = priorities_of(kept)
    assert found.weights == PriorityWeights(hours=80)
    assert dict(found.appeals) == {"k1": Appeal(4, None), "k2": Appeal(None, 2)}
    assert priorities_of({"weights": {"hours": "broken"}}).weights == PriorityWeights()
