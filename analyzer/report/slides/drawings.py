"""Native charts: their figures stand in a sheet behind them, and change with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.chart.data import BubbleChartData, CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.chart import XL_TICK_MARK as TICK
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from analyzer.report.slides.paper import COLOURS, box, colour, paint, write
from analyzer.report.theme import readable_on

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.data import ChartData
    from pptx.chart.series import BarSeries, XySeries
    from pptx.slide import Slide

    from analyzer.report.story.parts import Bars, Map, Series, Timeline

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LABEL = 12
"""Points."""
_LONGEST = 130
"""Letters of a category or a mark that a chart shows; the sheet behind it holds all of them."""
_BUBBLE_SCALE = 26
"""Percent of the size that programs give the largest mark."""
_OPACITY = 82_000
"""Thousandths of a percent."""


def add_bars(slide: Slide, bars: Bars, place: tuple[float, float, float, float]) -> None:
    """Add horizontal bars.

    :param place: left, top, width and height in inches.
    """
    data = CategoryChartData()
    data.categories = [_short(name) for name in bars.categories]
    for series in bars.series:
        data.add_series(series.name, series.values)
    stacked = len(bars.series) > 1
    kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    chart = _chart(slide, kind, data, place, bars.alt)
    drawn = [series for series in bars.series if series.colour != COLOURS.background]
    _legend(chart, shown=len(drawn) > 1)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100 if stacked else 0
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.tick_labels.font.size = Pt(_LABEL)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = TICK.NONE
    names.format.line.color.rgb = colour(COLOURS.grid)
    values.minimum_scale = 0 if min(min(series.values) for series in bars.series) >= 0 else None
    longest = max(sum(column) for column in zip(*(series.values for series in bars.series), strict=True))
    # Room for the words that stand beyond the longest bar.
    values.maximum_scale = longest * (1.3 if any(series.words for series in bars.series) else 1.02) or 1.0
    values.visible, values.has_major_gridlines = False, False
    for place_of, series in enumerate(bars.series):
        _paint_series(plot.series[place_of], series)


def _paint_series(drawn: BarSeries, series: Series) -> None:
    """Give the bars of a series their colours and words."""
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour(series.colour)
    if series.colour == COLOURS.background:
        drawn.format.fill.background()
    for place, fill in enumerate(series.colours):
        point = drawn.points[place].format.fill
        point.solid()
        point.fore_color.rgb = colour(fill)
    for place, words in enumerate(series.words):
        label = drawn.points[place].data_label
        frame = label.text_frame
        frame.text = words
        font = frame.paragraphs[0].runs[0].font
        font.size = Pt(_LABEL)
        font.color.rgb = colour(COLOURS.text)
        label.position = XL_LABEL_POSITION.OUTSIDE_END  # which stacked bars do not know: these have no words


def add_map(slide: Slide, drawing: Map, place: tuple[float, float, float, float]) -> None:
    """Add marks on two scales of 0 to 100, as a bubble chart."""
    data = BubbleChartData()
    for group in drawing.groups:
        series = data.add_series(group.name)
        for mark in group.marks:
            series.add_data_point(round(mark.x, 1), round(mark.y, 1), round(mark.size, 1))
    chart = _chart(slide, XL_CHART_TYPE.BUBBLE, data, place, drawing.alt)
    _legend(chart, shown=True)
    scale = chart.plots[0]._element.find(f"{_CHART}bubbleScale")
    if scale is not None:
        scale.set("val", str(_BUBBLE_SCALE))
    for axis, title in ((chart.category_axis, drawing.x_title), (chart.value_axis, drawing.y_title)):
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 100, 25
        axis.has_title, axis.has_major_gridlines = True, True
        axis.axis_title.text_frame.text = title
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(_LABEL)
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
        axis.tick_labels.font.size = Pt(11)
        axis.major_gridlines.format.line.color.rgb = colour(COLOURS.grid)
        axis.format.line.color.rgb = colour(COLOURS.grid)
    for drawn, group in zip(chart.plots[0].series, drawing.groups, strict=True):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour(group.colour)
        _see_through(drawn)
        drawn.format.line.color.rgb = colour(COLOURS.background)
        for number, mark in enumerate(group.marks):
            if mark.number:
                label = drawn.points[number].data_label
                label.text_frame.text = str(mark.number)
                font = label.text_frame.paragraphs[0].runs[0].font
                font.size, font.bold, font.color.rgb = Pt(11), True, colour(readable_on(group.colour))
                label.position = XL_LABEL_POSITION.CENTER


def add_timeline(slide: Slide, drawing: Timeline, place: tuple[float, float, float, float], language: str) -> None:
    """Add rows of bars over columns, drawn with shapes that can be moved."""
    left, top, width, height = place
    names = 0.33 * width
    column = (width - names) / len(drawing.columns)
    row = min(0.48, (height - 0.8) / max(len(drawing.rows), 1))
    for number, name in enumerate(drawing.columns):
        at = left + names + number * column
        write(box(slide, at, top, column, 0.3), name, 11, language, fill=COLOURS.muted, align=PP_ALIGN.CENTER)
        line = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(at), Inches(top + 0.32), Inches(0.01), Inches(row * len(drawing.rows))
        )
        paint(line, COLOURS.grid)
    fills = {kind: fill for kind, _, fill in drawing.kinds}
    for number, (name, bars) in enumerate(drawing.rows):
        at = top + 0.36 + number * row
        text = box(slide, left, at, names - 0.15, row * 0.8)
        write(text, _short(name, 60), 11 if row > 0.3 else 9, language, anchor=MSO_ANCHOR.MIDDLE)
        for one in bars:
            shape = slide.shapes.add_shape(
                MSO_SHAPE.RECTANGLE,
                Inches(left + names + one.start * column),
                Inches(at + row * 0.12),
                Inches(max((one.finish - one.start) * column, 0.05)),
                Inches(row * 0.56),
            )
            paint(shape, fills[one.kind])
            shape.name = f"{name} – {one.kind}"
    at, below = left + names, top + 0.5 + row * len(drawing.rows)
    for _, name, fill in drawing.kinds:
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(at), Inches(below + 0.05), Inches(0.2), Inches(0.16))
        paint(shape, fill)
        write(box(slide, at + 0.28, below, 2.2, 0.3), name, 11, language)
        at += 0.6 + 0.095 * len(name)


def _chart(slide: Slide, kind: XL_CHART_TYPE, data: ChartData, place: tuple[float, ...], alt: str) -> Chart:
    frame = slide.shapes.add_chart(kind, *(Inches(side) for side in place), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart: Chart = frame.chart
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(_LABEL), colour(COLOURS.text)
    return chart


def _see_through(drawn: XySeries) -> None:
    """Let marks that lie over one another show through."""
    for solid in drawn._element.iter(f"{_DRAWING}srgbClr"):
        solid.append(solid.makeelement(f"{_DRAWING}alpha", {"val": str(_OPACITY)}))


def _legend(chart: Chart, *, shown: bool) -> None:
    chart.has_legend = shown
    if shown:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(_LABEL)


def _short(name: str, most: int = _LONGEST) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
