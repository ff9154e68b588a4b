"""Follow-up begins with the use case of the first pilot, which need not be the one that frees most, and stays with what
was measured last."""

from __future__ import annotations

from driving_app import open_app, settled, small_project

from analyzer.ui import follow_up
from analyzer.ui.analysis import analysed
from analyzer.ui.roadmap import pilot_of

LISTED = (
    b"Task,Frequency,Duration,People\n"
    b"Compare the price lists of all suppliers,5 per week,4 h,9\n"
    b"Key supplier invoices into Sage,40 per week,6 min,2\n"
)


def test_the_use_case_of_the_first_pilot_is_offered_first() -> None:
    project = small_project(LISTED)
    app = open_app("follow_up", "en", project)
    analysis = analysed(project, "en")
    pilot = pilot_of(project, analysis.estimate)
    assert pilot is not None
    assert next(iter(follow_up.names_of(analysis))) != pilot.use_case_key
    assert app.selectbox(key="view_measured_case").value == pilot.use_case_key


def test_the_use_case_measured_last_is_offered_next() -> None:
    project = small_project(LISTED)
    app = open_app("follow_up", "en", project)
    chosen = app.selectbox(key="view_measured_case")
    other = next(key for key in follow_up.names_of(analysed(project, "en")) if key != chosen.value)
    chosen.set_value(other)
    settled(app)
    app.number_input[0].set_value(240.0)
    app.number_input[1].set_value(200.0)
    next(one for one in app.button if one.label == "Keep this measurement").click()
    settled(app)
    assert open_app("follow_up", "en", project).selectbox(key="view_measured_case").value == other
