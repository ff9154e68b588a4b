"""The pages of the analysis on a small project, in both languages."""

from __future__ import annotations

import pytest
from driving_app import INVENTORY, button, go, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory
from analyzer.numbers import format_duration, format_range, labelled
from analyzer.opportunity import explain_family
from analyzer.scoring import close_tasks, explain, telling
from analyzer.ui.analysis import analysed
from analyzer.ui.reading import store_reading
from analyzer.ui.work import work
from analyzer.workspace import add_source, current_overrides, delete_source, list_sources, load_rows, override_row

PAGES = ("inventory", "opportunities", "map", "hours", "export", "propose", "proposals")
SAYS = {
    "inventory": ("6 tasks", "6 tâches"),
    "opportunities": ("Where to begin", "Par où commencer"),
    "map": ("Choose a mark to see its task.", "Choisissez un point pour voir sa tâche."),
    "hours": ("What these hours rest on", "Sur quoi reposent ces heures"),
    "export": ("Interactive map", "Carte interactive"),
    "propose": ("Which task would you gladly hand over?", "Quelle tâche confieriez-vous volontiers"),
    "proposals": ("No idea has been handed over yet", "Aucune idée n’a encore été transmise"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_shows_the_project(page: str, language: str) -> None:
    app = open_app(page, language, small_project())
    assert problems(app) == []
    assert SAYS[page][LANGUAGES.index(language)] in said(app)
    assert "Comptabilité" in said(app), "the name of the project stands above every page"


@pytest.mark.parametrize("page", PAGES)
def test_names_of_persons_are_never_shown(page: str) -> None:
    content = "Tâche,Rôle,Nom,Fréquence,Durée\nSaisir les factures,Comptable,Zébulon Farfelu,hebdo,1h\n".encode()
    app = open_app(page, "fr", small_project(content))
    assert problems(app) == []
    frames = [element.value.to_csv() for element in app.dataframe]
    assert "Farfelu" not in said(app) + "".join(frames)


def test_a_refresh_opens_the_same_project_and_page() -> None:
    first = open_app("opportunities", "fr", small_project())
    again = open_app("opportunities", "fr", first.query_params["project"])
    assert again.dataframe[0].value.equals(first.dataframe[0].value)


def test_a_change_of_language_keeps_every_choice() -> None:
    app = open_app("opportunities", "en", small_project())
    lane = app.dataframe[0].value["lane"].iloc[0]
    app.multiselect(key="view_roles").select("Comptable")
    app.text_input(key="view_words").set_value("factures")
    settled(app)
    assert len(app.dataframe[0].value) == 1
    app.segmented_control(key="language_choice").set_value("fr")
    settled(app)
    assert app.title[0].value == "Opportunités"
    assert app.multiselect(key="view_roles").value == ["Comptable"]
    assert app.text_input(key="view_words").value == "factures"
    assert len(app.dataframe[0].value) == 1
    assert app.dataframe[0].value["lane"].iloc[0] != lane, "the lane is now named in French"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_to_begin_with_and_do_first(language: str) -> None:
    words = said(open_app("opportunities", language, small_project()))
    assert {"en": "Where to begin on Monday", "fr": "Par où commencer lundi"}[language] in words
    assert {"en": "First step: ", "fr": "Première étape\u00a0: "}[language] in words


def test_the_cards_follow_the_filters() -> None:
    app = open_app("opportunities", "en", small_project())
    estimate = analysed(app.query_params["project"], "en").estimate
    roles = estimate.totals("role").set_index("role")
    app.multiselect(key="view_roles").select("Comptable")
    words = said(settled(app))
    assert "Could be freed in what is shown" in words
    assert format_duration(roles.at["Comptable", "minutes_freed_central"], "en") in words
    low, high = (roles.at["Comptable", f"minutes_freed_{end}"] for end in ("low", "high"))
    assert f"range: {format_range(low, high, 'en')}" in words
    app.text_input(key="view_words").set_value("factures")
    assert "no range: this choice is no whole role, team or path" in said(settled(app))


def test_filters_that_fit_nothing_say_so() -> None:
    app = open_app("opportunities", "en", small_project())
    app.text_input(key="view_words").set_value("zzz")
    assert "No task fits these filters" in said(settled(app))


def open_panel(app: AppTest, task: str) -> AppTest:
    """Choose a task in the list below the table."""
    box = app.selectbox(key="open_opportunity")
    box.set_value(_row_id(app, task))
    return settled(app)


def _row_id(app: AppTest, task: str) -> str:
    tasks = analysed(app.query_params["project"], "en").tasks
    return str(tasks.index[tasks["task"] == task][0])


FILING = "Saisir les factures fournisseurs"


def test_the_panel_of_a_task_says_why_and_takes_a_correction_with_a_reason() -> None:
    app = open_app("opportunities", "en", small_project())
    before = analysed(app.query_params["project"], "en")
    open_panel(app, FILING)
    assert "Why it scores so" in said(app)
    row_id = _row_id(app, FILING)
    app.pills(key=f"lane_{row_id}").set_value("keep_human")
    app.slider(key=f"automatability_{row_id}").set_value(10)
    app.text_input(key=f"reason_{row_id}").set_value("The supplier portal is not open to us")
    button(app, f"save_{row_id}")
    assert problems(app) == []
    after = analysed(app.query_params["project"], "en")
    assert after.task(row_id)["automatability"] == 10
    assert after.task(row_id)["overridden"]
    assert after.total["minutes_freed_central"] < before.total["minutes_freed_central"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_says_what_the_scores_rest_on(language: str) -> None:
    app = open_panel(open_app("opportunities", language, small_project()), FILING)
    told = explain(FILING, language, occurrences_per_week=15.0, minutes_per_occurrence=20.0)
    words = said(app)
    assert telling.in_brief(told, language) in words
    assert {"en": "How the task was read", "fr": "Comment la tâche a été comprise"}[language] in words
    assert all(labelled(*reading.words(language), language) in words for reading in told.reading)
    assert all(sentence in words for sentence in telling.changes(told, language))
    assert all(close_tasks.neighbour_source(near, language) in words for near in told.neighbours)
    assert len(app.expander) == 1, "what it rests on is a click away"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_says_which_study_the_hours_rest_on(language: str) -> None:
    app = open_panel(open_app("opportunities", language, small_project()), FILING)
    rule = analysed(app.query_params["project"], language).task(_row_id(app, FILING))["family_rule"]
    assert explain_family(rule, language) in said(app)


def test_a_corrected_task_is_told_that_the_computed_score_is_explained() -> None:
    app = open_panel(open_app("opportunities", "en", small_project()), FILING)
    assert "before it was corrected" not in said(app)
    row_id = _row_id(app, FILING)
    app.slider(key=f"automatability_{row_id}").set_value(10)
    app.text_input(key=f"reason_{row_id}").set_value("The supplier portal is not open to us")
    button(app, f"save_{row_id}")
    assert "This is about the computed score, before it was corrected." in said(open_panel(app, FILING))


def test_a_task_that_people_keep_frees_no_time() -> None:
    app = open_panel(open_app("opportunities", "en", small_project()), FILING)
    row_id = _row_id(app, FILING)
    app.pills(key=f"lane_{row_id}").set_value("keep_human")
    app.text_input(key=f"reason_{row_id}").set_value("Our apprentices learn the trade with it")
    button(app, f"save_{row_id}")
    task = analysed(app.query_params["project"], "en").task(row_id)
    assert (task["lane"], task["minutes_freed_high"]) == ("keep_human", 0)


def test_a_correction_without_a_reason_is_refused_in_one_sentence() -> None:
    app = open_panel(open_app("opportunities", "en", small_project()), FILING)
    row_id = _row_id(app, FILING)
    app.slider(key=f"automatability_{row_id}").set_value(10)
    button(app, f"save_{row_id}")
    assert problems(app) == ["A changed score needs a reason: say in a few words why."]
    assert current_overrides(work(), app.query_params["project"]) == {}


def test_a_correction_has_a_history_and_can_be_taken_back() -> None:
    app = open_panel(open_app("opportunities", "en", small_project()), FILING)
    row_id = _row_id(app, FILING)
    computed = analysed(app.query_params["project"], "en").task(row_id)["repetitiveness"]
    app.slider(key=f"repetitiveness_{row_id}").set_value(5)
    app.text_input(key=f"reason_{row_id}").set_value("Only once a year now")
    button(app, f"save_{row_id}")
    open_panel(app, FILING)
    assert "Only once a year now" in said(app)
    button(app, f"undo_{row_id}")
    assert analysed(app.query_params["project"], "en").task(row_id)["repetitiveness"] == computed
    open_panel(app, FILING)
    assert "taken back" in said(app)


def test_a_scenario_changes_the_hours_and_is_kept() -> None:
    app = open_app("hours", "en", small_project())
    project = app.query_params["project"]
    central = analysed(project, "en").total["minutes_freed_central"]
    app.segmented_control(key="view_scenario").set_value("cautious")
    settled(app)
    assert analysed(project, "en").total["minutes_freed_central"] < central
    assert open_app("hours", "en", project).segmented_control(key="view_scenario").value == "cautious"


def test_a_moved_slider_changes_the_hours_and_can_be_reset() -> None:
    app = open_app("hours", "en", small_project())
    project = app.query_params["project"]
    central = analysed(project, "en").total["minutes_freed_central"]
    app.slider(key="view_assumption_adoption").set_value(100)
    settled(app)
    assert analysed(project, "en").total["minutes_freed_central"] > central
    assert "With your own changes" in said(app)
    button(app, "reset_assumptions")
    assert analysed(project, "en").total["minutes_freed_central"] == central


@pytest.mark.parametrize("group", ["role", "team", "lane", "use_case"])
def test_hours_are_told_for_each_grouping(group: str) -> None:
    app = open_app("hours", "en", small_project())
    app.pills(key="view_group").set_value(group)
    assert problems(settled(app)) == []
    assert "Hours that could be freed, with their range" in said(app)


@pytest.mark.parametrize("picture", ["map", "heat", "time"])
def test_each_picture_has_words_for_those_who_do_not_see_it(picture: str) -> None:
    app = open_app("map", "en", small_project())
    app.pills(key="view_picture").set_value(picture)
    settled(app)
    assert problems(app) == []
    assert app.get("plotly_chart")[0].proto.alt


def test_exports_are_offered_under_the_projects_name() -> None:
    app = open_app("export", "en", small_project())
    offered = ["deck", "page", "workbook", "map", "table"]
    assert [one.key for one in app.get("download_button")] == [f"download_{code}" for code in offered]


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_says_that_no_plan_is_in_the_files_until_one_was_made(language: str) -> None:
    sentence = {"en": "open that page once", "fr": "ouvrez une fois cette page"}[language]
    project = small_project()
    assert sentence in said(open_app("export", language, project))
    open_app("plan", language, project)
    assert sentence not in said(open_app("export", language, project))


def test_menu_keeps_project_and_language_in_the_address() -> None:
    project = small_project()
    app = go(open_app("opportunities", "fr", project), "map")
    assert (app.query_params["project"], app.query_params["lang"]) == (project, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_judgement_whose_task_left_the_list_is_told_and_counts_when_it_comes_back(language: str) -> None:
    project = small_project()
    source = list_sources(work(), project)[0].id
    rows = load_rows(work(), project)
    row_id = rows.loc[rows["task"] == "Classer le courrier", "row_id"].item()
    override_row(work(), project, row_id, {"automatability": 20}, "sorted by hand here")
    waits = {"en": "1 judgement of yours waits", "fr": "1 jugement de votre part est en attente"}[language]
    assert waits not in labels_of(open_app("opportunities", language, project))
    fewer = INVENTORY.replace(b"Classer le courrier;Assistante;Accueil;selon besoin;\r\n", b"")
    delete_source(work(), source)
    other = add_source(work(), project, "moins.csv", fewer)
    store_reading(other.id, read_inventory(fewer, filename="moins.csv", language="fr"), None)
    app = open_app("opportunities", language, project)
    assert problems(app) == []
    assert any(label.startswith(waits) for label in labels_of(app).splitlines())
    assert "sorted by hand here" in said(app)


def labels_of(app: AppTest) -> str:
    """Return the titles of all parts that open, one a line."""
    return "\n".join(one.label for one in app.expander)
