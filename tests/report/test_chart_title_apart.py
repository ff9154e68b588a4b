"""A page writes a chart's finding itself, over its whole width: of its title the figure keeps the key alone."""

import plotly.graph_objects as go

from analyzer.report.charts.common import TITLE_WIDTH, swatch, titled, without_title

LONG = "A finding that is longer than a line of a telephone can hold at the size of a title"


def figure_with(key=()):
    return titled(
        go.Figure(), title=LONG, subtitle="Hours a week.", language="en", theme="light", height=200, bottom=40, key=key
    )


def test_the_sentences_come_back_unwrapped_and_leave_no_empty_space():
    figure = figure_with()
    assert figure.layout.title.text.count("<br>") >= len(LONG) // TITLE_WIDTH
    before = figure.layout.height - figure.layout.margin.t
    assert without_title(figure) == (LONG, "Hours a week.")
    assert not figure.layout.title.text
    assert figure.layout.height - figure.layout.margin.t == before, "the plot keeps its height"


def test_the_key_of_the_colours_stays_in_the_figure():
    figure = figure_with([swatch("■", "#000", "Build", "light")])
    whole = figure.layout.height
    without_title(figure)
    assert "Build" in figure.layout.title.text and LONG[:20] not in figure.layout.title.text
    assert figure.layout.height < whole and figure.layout.margin.t > 20
