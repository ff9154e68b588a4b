"""The Sankey of freed hours, and the week before and after."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from analyzer.i18n import LANGUAGES
from analyzer.report.charts import plan_flow, plan_week

MOVES = pd.DataFrame(
    {
        "role": ["Clerk", "Clerk", "Clerk", "Buyer"],
        "team": ["Finance", "Finance", "Finance", None],
        "to_role": [None, "Buyer", None, None],
        "to_team": [None, None, None, None],
        "activity": ["accounting-margins", "help", "relief", "learning"],
        "kind": ["problems", "help", "relief", "learning"],
        "minutes_per_week": [120, 60, 45, 15],
    }
)
WEEK = {
    "headcount": 2.0,
    "week": 4200.0,
    "load_before": 3600.0,
    "load_after": 3300.0,
    "routine_before": 3000.0,
    "routine_after": 2400.0,
    "judgement_before": 300.0,
    "judgement_after": 500.0,
    "relation_before": 300.0,
    "relation_after": 340.0,
    "learning_before": 0.0,
    "learning_after": 60.0,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_minute_of_the_plan_flows(language: str, theme: str) -> None:
    figure = plan_flow(MOVES, language=language, theme=theme)
    link = figure.data[0].link
    assert sum(link.value) == 240
    assert len(figure.data[0].node.customdata) == 2 + 4  # two roles; problems, help for the buyer, learning, relief
    # Of 240 minutes 120 become one of the five kinds, and 60 help another role: 3 h of 4 h.
    title = figure.layout.meta["title"].replace("\N{NO-BREAK SPACE}", " ")
    assert title.startswith("3 h ") and " 4 h " in title


def test_small_roles_are_gathered() -> None:
    many = pd.concat([MOVES.head(1).assign(role=f"Role {n:02d}", minutes_per_week=60 + n) for n in range(20)])
    labels = plan_flow(many).data[0].node.customdata
    assert len(labels) == 13 + 1 and any("8 smaller roles" in label.replace("<br>", " ") for label in labels)


def test_names_stand_whole_beside_the_flows_and_never_on_one_another() -> None:
    long = MOVES.assign(role=["Senior accounts payable clerk"] * 3 + ["Buyer"])
    figure = plan_flow(long)
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    names = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    assert any(
        name.startswith("Senior accounts payable clerk 3 h 45") for name in (n.replace("\u00a0", " ") for n in names)
    )
    for side in (0, 1):
        notes = [note for note in figure.layout.annotations if note.x == side]
        reach = [(1 - note.y, 8 * (note.text.count("<br>") + 1) / plot) for note in notes]
        for (middle, half), (next_middle, next_half) in itertools.pairwise(sorted(reach)):
            assert middle + half <= next_middle - next_half + 1e-9


def test_no_moves_are_said() -> None:
    assert "No freed time" in plan_flow(MOVES.head(0)).layout.meta["title"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_is_one_persons(language: str) -> None:
    figure = plan_week(WEEK, "Clerk · Finance", language=language)
    # 3,600 min of two people are 30 h each, 3,300 are 27 h 30.
    assert [sum(bar.x[end] for bar in figure.data) for end in (0, 1)] == pytest.approx([30.0, 27.5])
    assert "30" in figure.layout.meta["title"] and "Clerk" in figure.layout.meta["title"]


def test_a_small_part_of_a_week_is_not_drawn_as_a_week() -> None:
    """What a list leaves out is no free time: no line of the full week, no word of load."""
    half = {name: value * (0.5 if name.endswith(("_before", "_after")) else 1.0) for name, value in WEEK.items()}
    whole, part = plan_week(WEEK, "Clerk"), plan_week(half, "Clerk")
    assert len(whole.layout.shapes) == 1 and not part.layout.shapes
    assert "of listed work" in part.layout.meta["title"] and "of listed work" not in whole.layout.meta["title"]
    assert whole.layout.xaxis.range[1] > 35.0 > part.layout.xaxis.range[1]


def test_a_role_without_any_time_says_so() -> None:
    assert "No time is stated" in plan_week({**WEEK, "load_before": 0.0}, "Clerk").layout.meta["title"]
