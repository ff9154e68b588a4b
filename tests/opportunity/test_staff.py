"""How many people stand behind a list: by names, by headcounts, and as somebody counted them."""

import numpy as np
import pandas as pd
import pytest

from analyzer.opportunity import LocalFacts, estimate_hours
from analyzer.opportunity.local_facts import EVERYBODY
from analyzer.opportunity.staff import staff_of


def people(*rows):
    """Count the people of rows of role, team, person and headcount."""
    frame = pd.DataFrame(rows, columns=["role", "team", "person", "headcount"])
    frame = frame.astype({"role": "str", "team": "str", "person": "str", "headcount": "float64"})
    return staff_of(frame).headcounts(np.zeros(len(rows), dtype=np.intp), 1).item()


def test_a_role_without_names_is_nobody_more_where_its_team_is_named():
    assert people(("Clerk", "Sales", "A", 1), ("Clerk", "Sales", "B", 1), ("Mail", "Sales", None, 1)) == 2


def test_a_stated_headcount_still_counts():
    assert people(("Clerk", "Sales", "A", 1), ("Agent", "Sales", None, 3)) == 4


def test_who_is_named_in_two_roles_or_teams_is_one_person():
    assert people(("Clerk", "Sales", "A", 1), ("Buyer", "Purchasing", "A", 1)) == 1


def test_without_any_name_each_role_is_somebody():
    assert people(("Clerk", "Sales", None, 1), ("Agent", "Sales", None, 1)) == 2


def test_a_team_that_says_how_many_it_is_is_believed(make_scores, make_task):
    scores = make_scores(make_task(team="Sales"), make_task("Key orders", team="Support", role="Agent"))
    found = estimate_hours(scores).totals().iloc[0]
    assert found["headcount"] == 2
    nine = estimate_hours(scores, facts=LocalFacts(people={EVERYBODY: 9})).totals().iloc[0]
    assert nine["headcount"] == 9
    assert nine["minutes_per_person_per_day_central"] == pytest.approx(
        found["minutes_per_person_per_day_central"] * 2 / 9
    )
    by_team = estimate_hours(scores, facts=LocalFacts(people={"Sales": 4}))
    assert by_team.totals("team").set_index("team")["headcount"].to_dict() == {"Sales": 4, "Support": 1}
    assert by_team.totals()["headcount"].item() == 5
