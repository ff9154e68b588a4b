"""Heat map, treemap, bars by role and the ruler: what they add up, and the finding they state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.report.charts import activity_heatmap, hours_treemap, role_hours_chart, ruler_chart
from analyzer.report.charts.activity_heatmap import MOST_ACTIVITIES, MOST_ROLES
from analyzer.report.charts.hours_treemap import MOST_CASES
from analyzer.report.charts.role_hours import MOST_ROLES as MOST_BARS
from analyzer.report.theme import lane_colour
from analyzer.scoring.vocabulary import ACTIVITIES


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_heat_is_the_sum_of_minutes_freed(make_frame) -> None:
    figure = activity_heatmap(make_frame())
    cells = figure.data[0].z
    assert sum(map(sum, cells)) == 190 + 80 + 10
    assert cells[0][0] == 190
    assert plain(figure.layout.meta["title"]) == (
        "Most time could be freed in “Processing and entering information” (Accounts clerk): 3 h 10 min a week"
    )


def test_heat_can_show_the_time_spent(make_frame) -> None:
    figure = activity_heatmap(make_frame(), measure="minutes_per_week", language="fr")
    assert sum(map(sum, figure.data[0].z)) == 300 + 480 + 60
    assert plain(figure.layout.meta["title"]).endswith("(Sales assistant) : 8 h par semaine")


def test_the_rest_is_gathered_and_nothing_is_lost(make_frame) -> None:
    rows = [{"activity": activity, "role": f"Role {n}"} for n, activity in enumerate(ACTIVITIES)]
    figure = activity_heatmap(make_frame(*rows))
    cells = figure.data[0].z
    assert (len(cells), len(cells[0])) == (MOST_ACTIVITIES + 1, MOST_ROLES + 1)
    assert sum(map(sum, cells)) == pytest.approx(190 * len(ACTIVITIES))
    assert figure.layout.yaxis.ticktext[-1] == "Other activities"
    assert figure.layout.xaxis.ticktext[-1] == "Other roles"


def test_a_heat_map_without_times_says_what_to_do(make_frame) -> None:
    figure = activity_heatmap(make_frame().iloc[3:])
    assert figure.layout.meta["title"] == "No time is stated for these tasks: add how often and how long."


def test_areas_of_the_treemap_add_up_level_by_level(make_frame) -> None:
    tree = hours_treemap(make_frame()).data[0]
    parts = dict(zip(tree.ids, tree.values, strict=True))
    inside = dict.fromkeys(parts, 0.0)
    for name, parent in zip(tree.ids, tree.parents, strict=True):
        if parent:
            inside[parent] += parts[name]
    for name, total in inside.items():
        assert total in (0.0, pytest.approx(parts[name]))
    assert max(parts.values()) == 190 + 80 + 10


def test_the_colour_of_an_area_is_its_lane(make_frame) -> None:
    tree = hours_treemap(make_frame(), theme="dark").data[0]
    colours = dict(zip(tree.labels, tree.marker.colors, strict=True))
    assert colours["Invoice entry"] == lane_colour("automate", "dark")
    assert colours["Reports"] == lane_colour("redesign", "dark")


def test_the_key_of_the_treemap_names_the_lanes_that_are_there(make_frame) -> None:
    title = hours_treemap(make_frame()).layout.title.text
    assert "Automate" in title
    assert "Keep with people" not in title


def test_without_teams_the_roles_come_first(make_frame) -> None:
    tree = hours_treemap(make_frame().assign(team=None)).data[0]
    assert "Team not stated" not in tree.labels
    assert {"Accounts clerk", "Sales assistant"} <= set(tree.labels)


def test_small_use_cases_of_a_role_are_gathered(make_frame) -> None:
    rows = [{"use_case": f"Case {n}", "minutes_freed": (0.0, 100.0 - n, 200.0)} for n in range(MOST_CASES + 5)]
    tree = hours_treemap(make_frame(*rows)).data[0]
    assert sum(name.startswith("Case ") for name in tree.labels) == MOST_CASES
    assert "Smaller use cases" in tree.labels


def test_the_treemap_says_how_few_use_cases_make_half(make_frame) -> None:
    rows = [
        {"use_case": f"Case {n}", "minutes_freed": (0.0, minutes, 300.0)} for n, minutes in enumerate((90, 80, 70, 60))
    ]
    assert plain(hours_treemap(make_frame(*rows)).layout.meta["title"]) == (
        "2 of 4 use cases make half of the 5 h a week that could be freed"
    )


def test_bars_are_minutes_per_person_and_day_with_their_range(make_estimate) -> None:
    totals = make_estimate().totals("role")
    figure = role_hours_chart(totals)
    bars = figure.data[0]
    first = totals.sort_values("minutes_per_person_per_day_central", ascending=False).iloc[0]
    assert bars.x[0] == pytest.approx(first["minutes_per_person_per_day_central"], abs=0.01)
    assert bars.x[0] + bars.error_x.array[0] == pytest.approx(first["minutes_per_person_per_day_high"], abs=0.02)
    assert bars.x[0] - bars.error_x.arrayminus[0] == pytest.approx(first["minutes_per_person_per_day_low"], abs=0.02)
    assert figure.layout.meta["title"].startswith(f"{first['role']} could free the most")


def test_many_roles_are_counted_not_hidden(make_estimate) -> None:
    totals = make_estimate(*({"role": f"Role {n}"} for n in range(MOST_BARS + 3))).totals("role")
    figure = role_hours_chart(totals)
    assert len(figure.data[0].x) == MOST_BARS
    assert figure.layout.meta["subtitle"].endswith("Roles not shown: 3.")


def test_roles_without_a_time_are_no_bars(make_estimate) -> None:
    figure = role_hours_chart(make_estimate({"minutes_per_week": float("nan")}).totals("role"))
    assert not figure.data
    assert "No time is stated" in figure.layout.title.text


def test_the_ruler_shows_the_estimate_first_then_what_was_published(make_estimate) -> None:
    marks = make_estimate().ruler()
    figure = ruler_chart(marks)
    drawn = [trace for trace in figure.data if trace.mode == "markers"]
    assert [trace.x[0] for trace in drawn] == [mark.minutes_per_day_central for mark in marks]
    symbols = {mark.kind: trace.marker.symbol for mark, trace in zip(marks, drawn, strict=True)}
    assert symbols == {"estimate": "circle", "measured": "diamond", "self_reported": "diamond-open"}


@pytest.mark.parametrize(
    ("minutes", "finding"),
    [(5, "is less than studies have measured"), (20, "lies within what studies"), (90, "a hope, not a plan")],
)
def test_the_ruler_says_where_the_estimate_lies(make_estimate, minutes: float, finding: str) -> None:
    own, *published = make_estimate().ruler()
    own = replace(own, minutes_per_day_low=0, minutes_per_day_central=minutes, minutes_per_day_high=minutes)
    assert finding in ruler_chart([own, *published]).layout.meta["title"]


def test_a_ruler_without_an_estimate_says_what_to_do(make_estimate) -> None:
    assert "no estimate to compare" in ruler_chart(make_estimate().ruler()[1:]).layout.title.text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_stands_in_both_languages_and_themes(make_frame, make_estimate, language: str, theme: str) -> None:
    estimate = make_estimate()
    figures = [
        activity_heatmap(make_frame(), language=language, theme=theme),
        hours_treemap(make_frame(), language=language, theme=theme),
        role_hours_chart(estimate.totals("role"), language=language, theme=theme),
        ruler_chart(estimate.ruler(), language=language, theme=theme),
    ]
    for figure in figures:
        assert figure.data
        assert figure.layout.height > figure.layout.margin.t + figure.layout.margin.b
        assert all(len(line) < 60 for line in figure.layout.title.text.split("<br>")[0:1])
