"""The charts: each takes a frame of the contract and returns a plotly figure in the reader's language and theme."""

from analyzer.report.charts.activity_heatmap import activity_heatmap
from analyzer.report.charts.actuals import actuals_chart
from analyzer.report.charts.first_year import first_year_chart
from analyzer.report.charts.hours_treemap import hours_treemap
from analyzer.report.charts.opportunity_map import opportunity_map
from analyzer.report.charts.plan_flow import plan_flow
from analyzer.report.charts.plan_week import plan_week
from analyzer.report.charts.quadrants import quadrants_chart
from analyzer.report.charts.role_hours import role_hours_chart
from analyzer.report.charts.ruler import ruler_chart
from analyzer.report.charts.scenarios import scenarios_chart
from analyzer.report.charts.timeline import timeline_chart
from analyzer.report.charts.tornado import tornado_chart

__all__ = [
    "activity_heatmap",
    "actuals_chart",
    "first_year_chart",
    "hours_treemap",
    "opportunity_map",
    "plan_flow",
    "plan_week",
    "quadrants_chart",
    "role_hours_chart",
    "ruler_chart",
    "scenarios_chart",
    "timeline_chart",
    "tornado_chart",
]
