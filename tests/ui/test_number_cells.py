"""Numbers typed into a grid: read in either decimal sign, shown in that of the app, refused in one sentence."""

from __future__ import annotations

import pandas as pd
import pytest
from driving_app import open_app, settled, small_project

from analyzer.errors import UsageError
from analyzer.ui import roadmap
from analyzer.ui.components.number_cells import number_cell, typed_number
from analyzer.ui.local_facts import ROLE
from analyzer.ui.work import work
from analyzer.workspace import choices


@pytest.mark.parametrize(
    ("typed", "number"),
    [("38,5", 38.5), ("38.5", 38.5), (" 1 250 ", 1250.0), ("0,4", 0.4), ("", None), (None, None), ("a lot", "a lot")],
)
def test_both_decimal_signs_are_read(typed: str | None, number: object) -> None:
    assert typed_number(typed) == number


def test_a_number_is_shown_in_the_sign_of_the_app_and_not_of_the_browser() -> None:
    assert (number_cell(38.5, "fr"), number_cell(38.5, "en")) == ("38,5", "38.5")
    assert number_cell(None, "fr") is None


def test_grids_of_costs_and_weeks_hold_numbers_as_the_reader_writes_them() -> None:
    project = small_project()
    roadmap.keep_role_cost(project, "Comptable", typed_number("38,5"))
    app = open_app("hours", "fr", project, locale="en-US")
    for part, column, words in (("money", "cost", "38,5"), ("roles", "hours_per_week", None)):
        app.session_state[f"view_{part}"] = True
        settled(app)
        if part == "money":
            app.segmented_control(key="view_cost_form").set_value("hour")
            settled(app)
        [grid] = [one.value for one in app.dataframe if column in one.value.columns]
        first = grid.set_index("role")[column]["Comptable"]
        assert first == words or (words is None and pd.isna(first))


def test_what_is_no_number_is_refused_and_nothing_is_kept() -> None:
    project = small_project()
    with pytest.raises(UsageError, match="a lot"):
        roadmap.keep_role_cost(project, "Comptable", typed_number("a lot"))
    with pytest.raises(UsageError, match="beaucoup"):
        roadmap.keep_amount(project, "hour", {"low": 20.0, "central": typed_number("beaucoup"), "high": 60.0})
    assert choices(work(), project, ROLE) == {}
    assert "hour" not in choices(work(), project, roadmap.MONEY)
