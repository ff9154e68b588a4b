"""The map: where a task stands, how large, in which colour, and what is said of it."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.report.charts import opportunity_map
from analyzer.report.charts.opportunity_map import MOST_MARKS
from analyzer.report.theme import LANE_MARKS, lane_colour


def points(figure) -> dict[str, dict]:
    """Return what is drawn for each task, by the first value of its custom data."""
    found = {}
    for trace in figure.data:
        for i, custom in enumerate(trace.customdata or ()):
            found[custom[0]] = {
                "at": (trace.x[i], trace.y[i]),
                "size": trace.marker.size[i],
                "symbol": trace.marker.symbol[i],
                "colour": trace.marker.color,
                "heading": custom[1],
                "body": custom[2],
                "scale": trace.marker.sizeref,
            }
    return found


def test_a_task_stands_where_its_scores_say(make_frame) -> None:
    drawn = points(opportunity_map(make_frame().set_axis(["a", "b", "c", "d"])))
    assert drawn["a"]["at"] == (88.0, 81.0)
    assert drawn["a"]["colour"] == lane_colour("automate", "light")
    assert drawn["b"]["symbol"] == LANE_MARKS["assist"]


def test_areas_are_minutes_on_one_scale(make_frame) -> None:
    drawn = points(opportunity_map(make_frame()))
    assert (drawn[0]["size"], drawn[1]["size"]) == (300.0, 480.0)
    assert len({point["scale"] for point in drawn.values()}) == 1


def test_a_task_without_a_time_is_hollow(make_frame) -> None:
    coaching = points(opportunity_map(make_frame()))[3]
    assert coaching["symbol"].endswith("-open")
    assert "Time not stated" in coaching["body"]


def test_the_title_is_the_finding(make_frame) -> None:
    title = opportunity_map(make_frame()).layout.meta["title"]
    assert title == "“Invoice entry” alone could free 3\u00a0h\u00a010\u00a0min a week"


def test_the_title_is_in_the_language_of_the_reader(make_frame) -> None:
    title = opportunity_map(make_frame(), language="fr").layout.meta["title"]
    assert title.startswith("Rien qu’avec «\u00a0Invoice entry\u00a0», 3\u00a0h\u00a010")


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"minutes_per_week": float("nan")}, "1 task is placed by its scores alone: no time is stated."),
        ({"minutes_freed": (0.0, 0.0, 0.0)}, "With these assumptions none of the tasks shown would free time."),
    ],
)
def test_without_hours_the_title_says_so(make_frame, changes, title) -> None:
    assert opportunity_map(make_frame(changes)).layout.meta["title"] == title


def test_an_empty_selection_has_one_sentence(make_frame) -> None:
    figure = opportunity_map(make_frame().iloc[:0])
    assert figure.layout.meta["title"] == "There is no task to show: change the filter or add tasks."


def test_the_hover_names_task_role_minutes_and_range(make_frame) -> None:
    first = points(opportunity_map(make_frame()))[0]
    words = (first["heading"] + "<br>" + first["body"]).replace("\u00a0", " ")
    assert words == (
        "Enter supplier invoices<br>Accounts clerk<br>Takes 5 h a week<br>"
        "Could free 3 h 10 min a week (2 h to 3 h 50 min)"
    )


def test_the_four_quarters_are_named_in_words(make_frame) -> None:
    names = {note.text.replace("<br>", " ") for note in opportunity_map(make_frame()).layout.annotations}
    assert "Repetitive and automatable: begin here" in names
    assert len(names) == 4


def test_the_legend_names_the_lanes_that_are_there(make_frame) -> None:
    figure = opportunity_map(make_frame().iloc[:2], language="fr")
    assert [trace.name for trace in figure.data if trace.showlegend is not False] == ["Automatiser", "Assister"]


def test_a_task_text_cannot_mark_up_the_chart(make_frame) -> None:
    figure = opportunity_map(make_frame({"task": "<b>Loud</b>", "use_case": "<i>Case</i>"}))
    assert points(figure)[0]["heading"] == "&lt;b&gt;Loud&lt;/b&gt;"
    assert "<i>" not in figure.layout.title.text


def many(make_frame, use_cases: int) -> pd.DataFrame:
    """Return more tasks than the map draws one by one, in a number of use cases."""
    copies = pd.concat([make_frame()] * (MOST_MARKS // 2), ignore_index=True)
    return copies.assign(use_case=[f"Case {number % use_cases}" for number in range(len(copies))])


def test_many_tasks_become_use_cases(make_frame) -> None:
    frame = many(make_frame, 4)
    drawn = points(opportunity_map(frame))
    assert set(drawn) == {"Case 0", "Case 1", "Case 2", "Case 3"}
    assert drawn["Case 0"]["size"] == 300.0 * MOST_MARKS // 2
    assert drawn["Case 0"]["at"] == (88.0, 81.0)
    assert "use case" in opportunity_map(frame).layout.meta["subtitle"]


def test_the_centre_of_a_use_case_is_weighted_by_time(make_frame) -> None:
    rows = [{"minutes_per_week": 300.0, "repetitiveness": 80.0}, {"minutes_per_week": 100.0, "repetitiveness": 40.0}]
    frame = pd.concat([make_frame(*rows)] * MOST_MARKS, ignore_index=True)
    assert points(opportunity_map(frame))["Invoice entry"]["at"][0] == 70.0


def test_too_many_use_cases_become_cells_of_the_map(make_frame) -> None:
    frame = many(make_frame, 3_000).assign(repetitiveness=lambda f: [n % 101 for n in range(len(f))])
    figure = opportunity_map(frame)
    drawn = sum(len(trace.customdata or ()) for trace in figure.data)
    assert drawn < MOST_MARKS
    assert sum(sum(trace.marker.size) for trace in figure.data if trace.customdata) == frame["minutes_per_week"].sum()
    assert "similar tasks" in figure.layout.meta["subtitle"]
