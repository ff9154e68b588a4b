"""The plan's page: what the hours become, people's decisions, and a plan that went stale."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driving_app import button, go, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.reallocation import HIGHER_KINDS, plan_hours
from analyzer.reallocation.catalogue import catalogue
from analyzer.reallocation.plan_words import shortfall_words
from analyzer.ui import plan
from analyzer.ui.analysis import analysed
from analyzer.ui.local_facts import ROLE
from analyzer.ui.plan_choices import kept_plan, rules_of, use_rules
from analyzer.ui.work import work
from analyzer.workspace import edit_rows, exclude_rows, keep_choice, load_rows

SAYS = {
    "en": ("become work worth more", "Role by role", "Before and after", "First quarter"),
    "fr": ("deviennent un travail à plus forte valeur", "Poste par poste", "Avant et après", "Premier trimestre"),
}


def project_of(app: AppTest) -> str:
    return str(app.query_params["project"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_plan(language: str) -> None:
    app = open_app("plan", language, small_project())
    assert problems(app) == []
    assert all(words in said(app) for words in SAYS[language])


def test_the_page_keeps_the_plan_of_the_api() -> None:
    app = open_app("plan", "en", small_project())
    kept = kept_plan(project_of(app))
    assert kept is not None
    expected = plan_hours(analysed(project_of(app), "en").estimate)
    assert kept.moves.equals(expected.moves) and kept.digest == expected.digest


def test_a_floor_is_moved_and_the_plan_is_made_again() -> None:
    app = open_app("plan", "en", small_project())
    app.slider(key="view_rule_relief_floor").set_value(60)
    settled(app)
    assert problems(app) == []
    assert rules_of(project_of(app)).relief_floor == 0.6
    assert "What changed since the last plan" in "".join(expander.label for expander in app.expander)
    kept = kept_plan(project_of(app))
    assert kept is not None
    relief = kept.moves.loc[kept.moves["kind"] == "relief", "minutes_per_week"].sum()
    assert relief >= 0.6 * kept.moves["minutes_per_week"].sum()


def test_parts_of_a_per_cent_are_written_as_the_reader_writes_them_and_kept_when_moved() -> None:
    app = open_app("plan", "fr", small_project())
    shares = app.select_slider(key="view_rule_ambassador_share")
    assert shares.options[5] == "6,25\u202f%" and shares.value == 0.0625
    shares.set_value(0.075)
    settled(app)
    assert problems(app) == []
    assert rules_of(project_of(app)).ambassador_share == 0.075


def test_a_time_is_pinned_as_people_write_it_and_anything_else_is_one_sentence() -> None:
    app = open_app("plan", "en", small_project())
    place = next(str(one.key).removeprefix("forbid_") for one in app.button if str(one.key).startswith("forbid_"))

    def pin(time: str) -> None:
        next(
            one for one in app.text_input if str(one.key).endswith(f"_{place}") and "minutes" in str(one.key)
        ).set_value(time)
        button(app, f"pin_{place}")

    pin("20 min")
    assert ["whole quarter-hours a week" in problem for problem in problems(app)] == [True]
    pin("a while")
    assert ["is not understood as a duration" in problem for problem in problems(app)] == [True]
    assert not rules_of(project_of(app)).pins
    pin("0 h 30")
    assert problems(app) == []
    assert [one.minutes_per_week for one in rules_of(project_of(app)).pins] == [30]


def test_help_is_asked_for_in_hours_and_minutes() -> None:
    app = open_app("plan", "fr", small_project())
    app.text_input(key="view_need_0").set_value("1 h 30")
    settled(app)
    assert problems(app) == []
    assert [one.minutes_per_week for one in rules_of(project_of(app)).needs] == [90]
    assert app.text_input(key="view_need_0").value == "1\u00a0h\u00a030"


def test_floors_that_ask_for_more_than_all_are_one_sentence_and_change_nothing() -> None:
    app = open_app("plan", "en", small_project())
    app.slider(key="view_rule_relief_floor").set_value(95)
    settled(app)
    assert any("more than all the freed time" in sentence for sentence in problems(app))
    assert rules_of(project_of(app)).relief_floor == 0.2
    assert "Role by role" in said(app)


def test_a_move_is_pinned_then_forbidden_then_left_to_the_search_again() -> None:
    app = open_app("plan", "en", small_project())
    place = next(int(b.key.removeprefix("forbid_")) for b in app.button if str(b.key).startswith("forbid_"))
    button(app, f"pin_{place}")
    assert len(rules_of(project_of(app)).pins) == 1 and "What you decided" in said(app)
    button(app, f"forbid_{place}")
    rules = rules_of(project_of(app))
    assert rules.pins == () and len(rules.forbidden) == 1
    kept = kept_plan(project_of(app))
    assert kept is not None and rules.forbidden[0].activity not in set(
        kept.moves.loc[kept.moves["role"] == rules.forbidden[0].role, "activity"]
    )
    button(app, "take_back_0")
    assert rules_of(project_of(app)).forbidden == ()


def change_the_scenario(project: str) -> None:
    plan.use(project, "cautious", {})


def change_an_assumption(project: str) -> None:
    plan.use(project, "central", {"adoption": 0.3})


def change_a_row(project: str) -> None:
    row = str(load_rows(work(), project)["row_id"].iloc[0])
    edit_rows(work(), project, {row: {"minutes_per_occurrence": 90.0}})


def set_a_row_aside(project: str) -> None:
    exclude_rows(work(), project, [str(load_rows(work(), project)["row_id"].iloc[0])])


def change_a_role_s_week(project: str) -> None:
    role = str(load_rows(work(), project)["role"].iloc[0])
    keep_choice(work(), project, ROLE, role, {"hours_per_week": 20.0})


@pytest.mark.parametrize(
    "change", [change_the_scenario, change_an_assumption, change_a_row, set_a_row_aside, change_a_role_s_week]
)
def test_a_plan_goes_stale_with_what_it_rests_on_and_is_made_again_when_asked(change: Callable[[str], None]) -> None:
    app = open_app("plan", "en", small_project())
    before = kept_plan(project_of(app))
    change(project_of(app))
    go(app, "plan")
    assert "no longer rests on them" in said(app)
    kept = kept_plan(project_of(app))
    assert before is not None and kept is not None and kept.digest == before.digest, "it is kept until asked"
    button(app, "plan_again_button")
    assert "no longer rests on them" not in said(app)
    kept = kept_plan(project_of(app))
    assert kept is not None and kept.digest != before.digest


def test_a_kept_plan_is_read_in_the_other_language() -> None:
    app = open_app("plan", "fr", small_project())
    french = kept_plan(project_of(app))
    change_the_scenario(project_of(app))
    app = open_app("plan", "en", project_of(app))
    assert "no longer rests on them" in said(app)
    assert french is not None
    titles = [catalogue()[code] for code in french.moves["activity"].astype("str") if code in catalogue()]
    shown = said(app) + " ".join(str(table.value) for table in app.dataframe)
    assert titles and all(one.title("en") in shown and one.title("fr") not in shown for one in titles)


def test_a_list_that_frees_nothing_says_so() -> None:
    content = b"Task,Role,Frequency,Duration\nCoach the trainees,Lead,ad hoc,1 h\n"
    app = open_app("plan", "en", small_project(content, "tasks.csv"))
    assert problems(app) == []
    assert "There is nothing to plan yet" in said(app)


def test_every_rule_that_gives_way_is_named() -> None:
    project = small_project()
    identifier = project_of(open_app("plan", "en", project))
    kept = kept_plan(identifier)
    assert kept is not None
    moves = kept.moves[kept.moves["kind"].isin(HIGHER_KINDS)].to_dict("records")
    named = ("role", "team", "activity")
    use_rules(identifier, pins=[{**{name: move[name] for name in named}, "minutes_per_week": 2100} for move in moves])
    app = open_app("plan", "en", project)
    made = plan_hours(analysed(identifier, "en").estimate, rules_of(identifier))
    words = [shortfall_words(one, made, "en") for one in made.shortfalls]
    assert len(words) > 3
    assert all(one in said(app) for one in words)
