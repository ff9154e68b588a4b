"""Follow-up: minutes are typed in or pasted, set beside the estimate, move it, and can be taken back."""

from __future__ import annotations

import pytest
from driving_app import button, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.ui.analysis import analysed
from analyzer.ui.work import work
from analyzer.workspace import list_measurements

BLOCK = {
    "en": "Use case\tWeek\tBefore\tAfter\n" + "".join(f"\t{week}\t20.5\t{5 + week % 3}\n" for week in range(1, 7)),
    "fr": "Cas d’usage;Semaine;Avant;Après\n" + "".join(f";{week};20,5;{5 + week % 3}\n" for week in range(1, 7)),
}


def pasted(app: AppTest, block: str) -> AppTest:
    app.segmented_control(key="view_measure_way").set_value("paste")
    settled(app)
    app.text_area(key="measured_block").set_value(block)
    next(one for one in app.button if one.label in ("Keep these measurements", "Garder ces mesures")).click()
    return settled(app)


def freed(project: str, language: str) -> float:
    """Return the minutes a week that the page just shown counts with."""
    return float(analysed(project, language).estimate.totals("total")["minutes_freed_central"].iloc[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_measurements_the_page_says_what_figures_rest_on(language: str) -> None:
    app = open_app("follow_up", language, small_project())
    assert problems(app) == []
    sentence = ("Nothing has been measured here yet", "Rien n’a encore été mesuré ici")[LANGUAGES.index(language)]
    assert sentence in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_block_moves_the_estimate_and_moves_it_back(language: str) -> None:
    project = small_project()
    app = open_app("follow_up", language, project)
    before = freed(project, language)
    pasted(app, BLOCK[language])
    assert problems(app) == []
    kept = list_measurements(work(), project)
    assert [(one.period, one.minutes_before) for one in kept] == [(str(week), 20.5) for week in range(1, 7)]
    assert kept[0].family is not None
    words = said(app)
    assert ("Expected and measured", "Attendu et mesuré")[LANGUAGES.index(language)] in words
    assert ("What the measurements moved", "Ce que les mesures ont modifié")[LANGUAGES.index(language)] in words
    assert freed(project, language) != before
    app.selectbox(key="view_opened_measured").set_value(kept[0].family)
    settled(app)
    assert problems(app) == []
    rows = ("Rows that make the total of", "Lignes qui composent le total de")[LANGUAGES.index(language)]
    assert rows in said(app), "the hours that moved open to their rows"
    box = next(one for one in app.multiselect if one.key and one.key.startswith("view_take_back"))
    box.set_value([one.id for one in kept])
    settled(app)
    button(app, "take_back")
    assert list_measurements(work(), project) == []
    assert freed(project, language) == before


def test_another_sheet_counts_whole_though_some_of_its_cases_took_the_same_minutes() -> None:
    project = small_project()
    app = pasted(open_app("follow_up", "en", project), "before\tafter\n7\t4\n7\t5\n8\t4\n")
    pasted(app, "before\tafter\n7\t4\n7\t5\n6\t3\n9\t5\n")  # does not hold the third line of before
    assert len(list_measurements(work(), project)) == 7
    pasted(app, "before\tafter\n7\t4\n")
    assert len(list_measurements(work(), project)) == 8


def test_a_sheet_that_grows_is_pasted_whole_and_counts_once() -> None:
    project = small_project()
    app = open_app("follow_up", "en", project)
    pasted(app, BLOCK["en"])
    pasted(app, BLOCK["en"] + "\t7\t20.5\t6\n\t7\t20.5\t6\n")
    assert problems(app) == []
    assert [one.period for one in list_measurements(work(), project)] == ["1", "2", "3", "4", "5", "6", "7", "7"]
    assert "6 were entered before and are not counted again." in " ".join(one.value for one in app.toast)


def test_work_without_a_study_says_why_its_measurements_move_nothing() -> None:
    project = small_project(b"Task,Times per week,Minutes\nChase customers by telephone,5,45\n", "a.csv")
    app = open_app("follow_up", "en", project)
    before = freed(project, "en")
    pasted(app, "before\tafter\n" + "45\t5\n45\t6\n" * 3)
    assert problems(app) == []
    assert "means that no study fits this work" in said(app)
    assert freed(project, "en") == before == 0


def test_a_block_that_cannot_be_changes_nothing_and_stays_to_be_corrected() -> None:
    project = small_project()
    app = pasted(open_app("follow_up", "en", project), "before\tafter\n10\t5\n10\t-5\n")
    assert problems(app) == ["Line 3: “-5” is no number of minutes: write minutes such as 12 or 12.5."]
    assert list_measurements(work(), project) == []
    assert app.text_area(key="measured_block").value.endswith("-5\n")


def test_one_measurement_is_typed_in_and_says_that_it_has_no_interval() -> None:
    project = small_project()
    app = open_app("follow_up", "en", project)
    before, after, checking, *_ = app.number_input
    before.set_value(20.0)
    after.set_value(12.0)
    next(one for one in app.button if one.label == "Keep this measurement").click()
    settled(app)
    (kept,) = list_measurements(work(), project)
    assert (kept.minutes_before, kept.minutes_after, kept.minutes_checking) == (20.0, 12.0, None)
    assert checking.value is None
    assert "one measurement: no interval" in said(app)


def test_minutes_that_cannot_be_are_refused_in_the_form() -> None:
    project = small_project()
    app = open_app("follow_up", "en", project)
    app.number_input[0].set_value(20.0)
    next(one for one in app.button if one.label == "Keep this measurement").click()
    settled(app)
    assert problems(app) == ["A case takes more than 0 minutes before, and at most 7,200 before and after: correct it."]
    assert list_measurements(work(), project) == []
