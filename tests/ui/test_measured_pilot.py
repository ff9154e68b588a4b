"""Follow-up begins with the use case of the first pilot, which need not be the one that frees most."""

from __future__ import annotations

from driving_app import open_app, small_project

from analyzer.ui import follow_up
from analyzer.ui.analysis import analysed
from analyzer.ui.roadmap import pilot_of


def test_the_use_case_of_the_first_pilot_is_offered_first() -> None:
    project = small_project(
        b"Task,Frequency,Duration,People\n"
        b"Compare the price lists of all suppliers,5 per week,4 h,9\n"
        b"Key supplier invoices into Sage,40 per week,6 min,2\n"
    )
    app = open_app("follow_up", "en", project)
    analysis = analysed(project, "en")
    pilot = pilot_of(project, analysis.estimate)
    assert pilot is not None
    assert next(iter(follow_up.names_of(analysis))) != pilot.use_case_key
    assert app.selectbox(key="view_measured_case").value == pilot.use_case_key
