"""Text in charts: safe from a user's markup, short enough for a telephone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from analyzer.report.charts.common import leading_lanes, nothing_to_show, safe, shorten


def test_markup_of_a_user_is_shown_not_obeyed() -> None:
    assert safe('<b>x</b> <a href="http://x">y</a>') == '&lt;b&gt;x&lt;/b&gt; &lt;a href="http://x"&gt;y&lt;/a&gt;'


def test_long_text_is_wrapped_and_cut() -> None:
    text = safe("Check each supplier invoice against its order and delivery note", 20, lines=2)
    assert text == "Check each supplier<br>invoice against its…"


def test_a_duration_is_never_torn_apart() -> None:
    assert "3\u00a0h\u00a010" in safe("Invoice entry alone could free 3\u00a0h\u00a010 a week", 12)


def test_control_characters_do_not_reach_the_page() -> None:
    assert safe("one\ntwo\x00three") == "one two three"


@given(st.text(max_size=200), st.integers(min_value=5, max_value=60))
def test_nothing_of_a_text_is_left_as_markup(text: str, width: int) -> None:
    wrapped = safe(text, width)
    assert "<" not in wrapped.replace("<br>", "")
    assert not re.search(r"&(?!amp;|lt;|gt;)", wrapped)


@given(st.text(max_size=200), st.integers(min_value=2, max_value=60))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


def test_the_lane_of_a_group_is_where_most_of_its_hours_lie(make_frame) -> None:
    small = {"use_case": "Invoices", "lane": "assist", "minutes_freed": (1.0, 2.0, 3.0)}
    frame = make_frame(small, small, {"use_case": "Invoices", "lane": "automate"})
    assert leading_lanes(frame, ["use_case"]).to_dict() == {"Invoices": "automate"}


def test_without_hours_it_is_where_most_of_its_tasks_lie(make_frame) -> None:
    nothing = {"use_case": "Talks", "minutes_freed": (0.0, 0.0, 0.0)}
    frame = make_frame({**nothing, "lane": "automate"}, {**nothing, "lane": "assist"}, {**nothing, "lane": "assist"})
    assert leading_lanes(frame, ["use_case"]).to_dict() == {"Talks": "assist"}


def test_an_empty_chart_says_why() -> None:
    figure = nothing_to_show("There is no task to show.", language="en", theme="dark")
    assert not figure.data
    assert "There is no task to show." in figure.layout.title.text
