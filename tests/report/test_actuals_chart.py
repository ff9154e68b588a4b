"""Estimate against actual, drawn: two lines a use case, the finding as title, and nothing that is not there."""

from __future__ import annotations

import pytest

from analyzer.opportunity.actuals import Actual, Span
from analyzer.report.charts import actuals_chart


def actual(key: str, share: Span, expected: Span | None = None) -> Actual:
    return Actual(key, 5, 20.0, Span(1, 2, 3), share, expected, "as_estimated")


MORE = actual("a", Span(0.3, 0.4, 0.5), Span(0.1, 0.2, 0.3))
LESS = actual("b", Span(-0.1, 0.05, 0.2), Span(0.1, 0.2, 0.3))
ALONE = actual("c", Span(0.3, 0.3, 0.3))
NAMES = {"a": "Enter invoices", "b": "<b>Chase</b> payments", "c": "Old work"}


@pytest.mark.parametrize(
    ("actuals", "title"),
    [
        ([MORE], "Measured use cases free more than was expected"),
        ([LESS], "Measured use cases free less than was expected"),
        ([MORE, LESS, ALONE], "1 of 2 measured use cases free more than was expected"),
        ([ALONE], "What was measured, beside no estimate"),
        ([], "Nothing has been measured yet."),
    ],
)
def test_the_title_says_the_finding(actuals: list[Actual], title: str) -> None:
    assert actuals_chart(actuals, NAMES).layout.meta["title"] == title


def test_what_was_expected_stands_beside_what_was_measured() -> None:
    expected, measured = actuals_chart([MORE, ALONE], NAMES).data
    assert list(expected.x) == [20.0]
    assert list(measured.x) == [40.0, 30.0]
    assert list(measured.error_x.array) == pytest.approx([10.0, 0.0])
    assert list(measured.error_x.arrayminus) == pytest.approx([10.0, 0.0])


def test_a_loss_is_drawn_left_of_nothing() -> None:
    low, _ = actuals_chart([LESS], NAMES).layout.xaxis.range
    assert low < -10


def test_names_are_text_and_never_markup() -> None:
    figure = actuals_chart([LESS], NAMES, language="fr", theme="dark")
    assert "<b>Chase" not in figure.layout.yaxis.ticktext[0]
    assert "Mesuré\u00a0: 5\u202f% (−10\u202f% à 20\u202f%)" in figure.data[1].customdata[0].replace("-", "−")


def test_a_long_list_says_how_many_are_not_drawn() -> None:
    figure = actuals_chart([MORE] * 15, NAMES)
    assert len(figure.data[1].x) == 12
    assert "Use cases not shown: 3." in figure.layout.meta["subtitle"]
