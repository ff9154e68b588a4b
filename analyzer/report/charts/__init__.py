"""The charts: each takes a frame of the contract and returns a plotly figure in the reader's language and theme."""

from analyzer.report.charts.activity_heatmap import activity_heatmap
from analyzer.report.charts.hours_treemap import hours_treemap
from analyzer.report.charts.opportunity_map import opportunity_map
from analyzer.report.charts.quadrants import quadrants_chart
from analyzer.report.charts.role_hours import role_hours_chart
from analyzer.report.charts.ruler import ruler_chart
from analyzer.report.charts.timeline import timeline_chart

__all__ = [
    "activity_heatmap",
    "hours_treemap",
    "opportunity_map",
    "quadrants_chart",
    "role_hours_chart",
    "ruler_chart",
    "timeline_chart",
]
