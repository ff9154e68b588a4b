"""Tornado, scenarios and first year: what is drawn is what was computed."""

from __future__ import annotations

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.opportunity import assumptions_for, estimate_prepared, ramp_up, tornado
from analyzer.report.charts import first_year_chart, scenarios_chart, tornado_chart

IDLE = {"solution": "none", "activity": "Thinking Creatively"}


def test_each_bar_goes_from_the_low_to_the_high_end(make_estimate) -> None:
    estimate = make_estimate()
    central = float(estimate.totals("total")["minutes_freed_central"].iloc[0])
    bars = tornado(estimate)
    figure = tornado_chart(bars, central)
    ends = [trace.base[0] + trace.x[0] for trace in figure.data[:2]]
    assert ends == pytest.approx([bars[0].low, bars[0].high])
    assert figure.layout.meta["title"] == f"Ask this first: {bars[0].label()}"


def test_scenarios_stand_in_the_order_given(make_estimate) -> None:
    central = make_estimate()
    cautious = estimate_prepared(central.prepared, assumptions_for("cautious"))
    figure = scenarios_chart({"Cautious": cautious, "Central": central})
    dots = [trace.x[0] for trace in figure.data if trace.mode == "markers"]
    assert dots == [
        estimate.totals("total")["minutes_per_person_per_day_central"].iloc[0] for estimate in (cautious, central)
    ]
    assert dots[0] < dots[1]


def test_the_first_year_adds_up_to_three_quarters_of_a_full_one(make_estimate) -> None:
    ramp = ramp_up(make_estimate())
    figure = first_year_chart(ramp)
    assert sum(figure.data[0].y) == pytest.approx(0.75 * ramp.full_year[1])
    assert "75% of a full one" in figure.layout.meta["title"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_draw_is_said(make_estimate, language: str, theme: str) -> None:
    estimate = make_estimate({"task": "Think", **IDLE})
    for figure in (
        tornado_chart(tornado(estimate), 0.0, language=language, theme=theme),
        first_year_chart(ramp_up(estimate), language=language, theme=theme),
    ):
        assert not figure.data
        assert figure.layout.meta["title"].endswith(".")
