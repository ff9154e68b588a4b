"""A page writes a chart's finding and key itself, over its whole width: the figure keeps nothing of them."""

import plotly.graph_objects as go

from analyzer.report.charts.common import BETWEEN, TITLE_WIDTH, swatch, titled, without_title

LONG = "A finding that is longer than a line of a telephone can hold at the size of a title"


def figure_with(key=()):
    return titled(
        go.Figure(), title=LONG, subtitle="Hours a week.", language="en", theme="light", height=200, bottom=40, key=key
    )


def test_the_sentences_come_back_unwrapped_and_leave_no_empty_space():
    figure = figure_with()
    assert figure.layout.title.text.count("<br>") >= len(LONG) // TITLE_WIDTH
    before = figure.layout.height - figure.layout.margin.t
    assert without_title(figure) == (LONG, "Hours a week.", [])
    assert not figure.layout.title.text
    assert figure.layout.height - figure.layout.margin.t == before, "the plot keeps its height"


def test_the_key_comes_back_entry_by_entry_and_leaves_no_empty_space():
    build, pilot, rules = (swatch("■", "#000", name, "light") for name in ("Build", "Pilot", "Rules"))
    figure, bare = figure_with([BETWEEN.join([build, pilot]), rules]), figure_with()
    assert "Rules" in figure.layout.title.text
    assert without_title(figure)[2] == [build, pilot, rules]
    without_title(bare)
    assert not figure.layout.title.text
    assert (figure.layout.height, figure.layout.margin.t) == (bare.layout.height, bare.layout.margin.t)
