"""Ideas: described in one's own words, seen in private, handed over or withdrawn; and what the lead sees of them."""

from __future__ import annotations

import pytest
from driving_app import button, go, open_app, problems, said, settled, small_project
from streamlit.testing.v1 import AppTest

from analyzer.i18n import LANGUAGES
from analyzer.scoring import explain, telling
from analyzer.ui.work import work
from analyzer.workspace import Proposal, load_rows, own_proposals, submitted_proposals

WORDS = "Recopier les commandes reçues par e-mail dans le tableur des stocks"


def own(app: AppTest) -> list[Proposal]:
    """Return the ideas of the visitor behind ``app``, as this browser would show them."""
    if "author_account" not in app.session_state:
        return []
    return own_proposals(work(), app.session_state["author_account"])


def describe(app: AppTest, task: str = WORDS, often: str = "3 fois par semaine", long: str = "20 min") -> AppTest:
    app.text_area(key="idea_task").set_value(task)
    app.text_input(key="idea_frequency").set_value(often)
    app.text_input(key="idea_duration").set_value(long)
    return button(app, "idea_appraise")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_idea_is_worth_hours_with_a_range_and_nothing_is_kept_yet(language: str) -> None:
    app = describe(open_app("propose", language))
    assert problems(app) == []
    assert {"en": "Could be freed", "fr": "Temps libérable"}[language] in said(app)
    assert {"en": "range:", "fr": "fourchette\u00a0:"}[language] in said(app)
    assert own(app) == []


def test_a_time_told_in_the_sentence_is_taken_and_said() -> None:
    app = describe(open_app("propose", "fr"), "Je recopie les commandes, 20 min tous les matins", "", "")
    assert problems(app) == []
    assert "D’après vos mots" in said(app)
    assert "1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}40" in said(app), "five times 20 minutes"
    app = describe(open_app("propose", "fr"), "Je recopie les commandes, 20 min tous les matins", "hebdo", "1 h")
    assert "D’après vos mots" not in said(app), "what stands in the fields counts"


def test_a_draft_can_be_changed_and_stays_one_idea() -> None:
    app = describe(open_app("propose", "en"), "Copy the orders into the list", "3 times a week", "20 min")
    button(app, "idea_draft")
    (draft,) = own(app)
    assert app.text_area(key="idea_task").value == app.text_input(key="idea_duration").value == ""
    button(app, f"change_idea_{draft.id}")
    assert app.text_area(key="idea_task").value == "Copy the orders into the list"
    assert app.text_input(key="idea_duration").value.replace("\N{NO-BREAK SPACE}", " ") == "20 min"
    describe(app, "Copy the web orders into the stock list", "every day", "10 min")
    button(app, "idea_draft")
    (changed,) = own(app)
    assert (changed.id, changed.task, changed.status) == (draft.id, "Copy the web orders into the stock list", "draft")
    assert (changed.occurrences_per_week, changed.minutes_per_occurrence) == (5.0, 10.0)
    describe(app, "Another idea", "every day", "10 min")
    button(app, "idea_draft")
    assert len(own(app)) == 2, "what comes after is an idea of its own"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_idea_is_told_why_it_scores_so(language: str) -> None:
    told = explain(WORDS, language, occurrences_per_week=3.0)
    app = describe(open_app("propose", language))
    assert telling.in_brief(told, language) in said(app)
    assert [one.label for one in app.expander] == [{"en": "What this rests on", "fr": "Sur quoi cela repose"}[language]]


def test_role_and_team_are_kept_as_the_list_spells_them() -> None:
    app = open_app("propose", "en", small_project())
    app.text_input(key="idea_role").set_value("COMPTABLE")
    app.text_input(key="idea_team").set_value(" Night shift ")
    idea = describe(app).session_state["idea"]
    assert (idea.role, idea.team) == ("Comptable", "Night shift")


def test_an_idea_without_a_frequency_is_told_what_one_would_do() -> None:
    words = said(describe(open_app("propose"), often="", long=""))
    assert telling.how_often(explain(WORDS, "en"), "en") in words
    assert "done daily it would be about" in words


def test_an_idea_without_a_time_has_scores_but_no_hours() -> None:
    app = describe(open_app("propose"), often="", long="")
    assert "Say how often and how long" in said(app)


def test_a_frequency_that_is_not_understood_gets_one_sentence() -> None:
    app = describe(open_app("propose"), often="au clair de lune")
    assert problems(app) == [
        "“au clair de lune” is not understood as a frequency: write for example “every day” or “3 times a week”."
    ]


def test_an_empty_idea_is_asked_for_words() -> None:
    assert problems(describe(open_app("propose"), task="  ")) == ["Describe the task in a few words first."]


def test_a_draft_is_seen_in_the_browser_that_wrote_it_and_in_no_other() -> None:
    app = button(describe(open_app("propose")), "idea_draft")
    assert WORDS in said(app)
    assert "seen in this browser only" in said(app)
    assert WORDS not in said(go(app, "proposals"))

    [draft] = own(app)
    other = open_app("propose")
    assert WORDS not in said(other)
    assert [one for one in other.button if str(one.key).endswith(draft.id)] == []
    assert [one.id for one in own(app)] == [draft.id]


def test_the_lead_s_answer_reaches_the_author() -> None:
    app = button(describe(open_app("propose")), "idea_submit")
    [idea] = own(app)
    lead = open_app("proposals")
    lead.session_state[f"view_answer_{idea.id}_0"] = True
    settled(lead)
    lead.pills(key=f"answer_{idea.id}").set_value("accepted")
    lead.text_area(key=f"comment_{idea.id}").set_value("From March on, with the new software.")
    button(lead, f"send_{idea.id}")
    words = said(go(app, "propose"))
    assert "Accepted" in words
    assert "From March on, with the new software." in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_idea_becomes_a_task_of_the_list_and_leaves_it_again(language: str) -> None:
    project = small_project()
    app = button(describe(open_app("propose", language, project)), "idea_submit")
    before = load_rows(work(), project)
    [idea] = own(app)
    lead = open_app("proposals", language, project)
    near = before["task"].iloc[0]
    closest = {"en": "Closest to it in the task list: ", "fr": "Tâches les plus proches dans la liste"}[language]
    assert closest in said(lead) and near in said(lead), "the lead sees what it may count twice"
    button(lead, f"list_{idea.id}")
    assert closest not in said(lead)
    rows = load_rows(work(), project)
    [added] = rows[rows["task"] == WORDS].to_dict("records")
    assert (added["occurrences_per_week"], added["minutes_per_occurrence"]) == (3.0, 20.0)
    assert {"en": "Ideas", "fr": "Idées"}[language] in str(added["file"])
    assert len(rows) == len(before) + 1

    mine = go(app, "propose")
    assert [one for one in mine.button if one.key == f"withdraw_{idea.id}"] == []
    button(lead, f"unlist_{idea.id}")
    assert load_rows(work(), project)["task"].tolist() == before["task"].tolist()
    assert own(app)[0].source_id is None


def test_an_idea_handed_over_is_seen_by_the_lead_with_its_hours() -> None:
    app = button(describe(open_app("propose")), "idea_submit")
    lead = go(app, "proposals")
    assert WORDS in said(lead)
    assert "1 idea from the team" in said(lead)
    assert "a week" in said(lead)


def test_an_idea_can_be_withdrawn_handed_over_again_and_deleted() -> None:
    app = button(describe(open_app("propose")), "idea_submit")
    [idea] = own(app)
    button(app, f"withdraw_{idea.id}")
    assert submitted_proposals(work()) == []
    button(app, f"submit_{idea.id}")
    assert [one.id for one in submitted_proposals(work())] == [idea.id]
    button(app, f"withdraw_{idea.id}")
    button(app, f"delete_idea_{idea.id}")
    assert own(app) == []


def test_an_idea_that_the_list_already_holds_is_pointed_out() -> None:
    app = describe(open_app("propose", project=small_project()), task="Saisir les factures fournisseurs")
    assert (
        "This looks like a task that is already in the list: “Saisir les factures fournisseurs” (Comptable)."
        in said(app)
    )
    assert "Closest tasks in the open project" in said(app)


def test_discarding_keeps_nothing() -> None:
    app = button(describe(open_app("propose")), "idea_discard")
    assert own(app) == []
    assert "What it could be worth" not in said(app)


def test_the_lead_sees_this_projects_ideas_first() -> None:
    here, elsewhere = small_project(), small_project()
    button(describe(open_app("propose", project=elsewhere), task="Trier les photos du site"), "idea_submit")
    app = button(describe(open_app("propose", project=here)), "idea_submit")
    lead = go(app, "proposals")
    assert "Trier les photos du site" not in said(lead)
    lead.toggle(key="ideas_everywhere").set_value(True)
    assert "Trier les photos du site" in said(settled(lead))
