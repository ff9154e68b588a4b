"""An amount of time is written in one way: the hours page and the plan, as a French reader sees them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from driving_app import open_app, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.numbers import format_duration, format_number, to_the_minute
from analyzer.ui.analysis import analysed

POINT = re.compile(r".{0,40}\d\.\d.{0,20}")
AS_THE_STUDY_SAYS = "2,2\u00a0h d’une semaine de 40\u00a0h"
"""What a survey found, in its own figures: no total of ours."""
IN_TENTHS = re.compile(r"\d,\d+[\s\u00a0\u202f]?(?:h|heures?)\b")


def everything(app: AppTest) -> str:
    """Return all that a page says, with the words of its controls and the texts of its charts."""
    controls = [*app.slider, *app.selectbox, *app.segmented_control, *app.expander, *app.number_input]
    labels = [f"{one.label} {getattr(one, 'help', '')}" for one in controls]
    charts = [text for chart in app.get("plotly_chart") for text in _texts(json.loads(chart.proto.spec))]
    return "\n".join([said(app), *labels, *charts])


def _texts(spec: object, name: str = "") -> Iterator[str]:
    """Yield what a chart writes: its labels, ticks and what it says of a mark that is pointed at."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            yield from _texts(value, key)
    elif isinstance(spec, list):
        for value in spec:
            yield from _texts(value, name)
    elif isinstance(spec, str) and name in ("text", "hovertext", "ticktext", "name", "customdata"):
        yield re.sub(r"<[^>]+>", " ", spec)


@pytest.mark.parametrize("page", ["hours", "plan", "roadmap", "use_cases", "follow_up"])
def test_no_time_has_a_decimal_point_or_tenths_of_an_hour(page: str) -> None:
    words = everything(open_app(page, "fr", small_project(), locale="fr-FR"))
    assert len(words) > 500
    assert POINT.findall(words) == []
    assert IN_TENTHS.findall(words.replace(AS_THE_STUDY_SAYS, "")) == []


def test_the_hours_of_all_tasks_read_the_same_wherever_they_stand() -> None:
    project = small_project()
    app = open_app("hours", "fr", project, locale="fr-FR")
    app.selectbox(key="view_opened_role").set_value(0)
    settled(app)
    words = everything(app)
    estimate = analysed(project, "fr").estimate
    total = estimate.totals("total").iloc[0]
    for minutes in (float(total["minutes_freed_central"]), float(total["minutes_per_week"])):
        spoken = format_duration(minutes, "fr")
        assert words.count(spoken) >= 2, "on its card and below its rows"
        others = {f"{format_number(minutes / 60, 'fr', digits)}\u00a0h" for digits in (1, 2)}
        others |= {to_the_minute(minutes, "fr"), f"{round(minutes)}\u00a0min"}
        for other in others - {spoken}:
            assert not re.search(rf"(?<!\d){other}(?!\u00a0?\d)", words), other
