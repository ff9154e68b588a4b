"""What looks wrong is asked, with an answer for all rows of its kind; nothing is refused or changed unasked."""

from __future__ import annotations

import pandas as pd
import pytest
from inventory_samples import answered, read

from analyzer.i18n import LANGUAGES
from analyzer.inventory import Inventory, find_questions
from analyzer.inventory.questions import LEAVES_AS_IS, PROPOSALS

HEADER = "Tâche;Rôle;Fréquence;Durée (min);Effectif;Personne\n"


def listed(*lines: str) -> Inventory:
    return read(HEADER + "".join(f"{line}\n" for line in lines))


def asked(inventory: Inventory) -> dict[str, list[int]]:
    """Return code -> rows asked about."""
    found: dict[str, list[int]] = {}
    for question in inventory.questions:
        found.setdefault(question.code, []).append(question.row)
    return found


# What is written -> the question, the minutes a week before (None: set aside) and after the proposed answer.
CASES = {
    "negative duration": (["Saisie;Aide;hebdo;-30;1;"], "time_negative", [None], [30]),
    "negative people": (["Saisie;Aide;hebdo;30;-2;"], "time_negative", [None], [60]),
    "zero duration": (["Saisie;Aide;hebdo;0;1;"], "time_zero", [None], [None]),
    "zero people": (["Saisie;Aide;hebdo;30;0;"], "time_zero", [None], [30]),
    "never done": (["Saisie;Aide;jamais;30;1;", "Tri;Aide;hebdo;30;1;"], "never_done", [None, 30], [30]),
    "minutes as hours": (["Saisie;Aide;quotidien;1800;1;"], "unit_too_long", [None], [150]),
    "minutes as hours, below the limit": (["Saisie;Aide;hebdo;5400;1;"], "unit_too_long", [5400], [90]),
    "below a minute": (["Saisie;Aide;hebdo;0,5;1;", "Tri;Aide;hebdo;90;1;"], "unit_too_short", [0.5, 90], [30, 90]),
    "beyond the day": (["Garde;Aide;3x/jour;55 min;1;", "Veille;Aide;mensuel;700 h;1;"], "person_over_day",
                       [825, None], [825, None]),
    "a task that several people do, by its volume": (
        ["Répondre aux appels;Agent;400x/jour;6 min;1;"], "task_over_week", [None], [12000]),
    "a list without roles beyond one week": (
        ["Saisie;;quotidien;400;1;", "Tri;;quotidien;300;1;"], "list_over_week", [2000, 1500], [2000, 1500]),
    "a role beyond its week": (["Saisie;Aide;quotidien;400;1;", "Tri;Aide;quotidien;300;1;"], "role_over_week",
                               [2000, 1500], [2000, 1500]),
    "a role whose people multiplied its times": (
        ["Accueil;Agent;quotidien;300;6;", "Tri;Agent;quotidien;420;6;", "Bilan;Agent;hebdo;60;1;"], "times_of_role",
        [9000, 12600, 60], [1500, 2100, 60]),
    "a role far below its week": ([f"{task};Aide;hebdo;30;1;" for task in ("Saisie", "Tri", "Envoi", "Pointage")],
                                  "role_under_week", [30] * 4, [30] * 4),
    "a person beyond the week": (["Saisie;Aide;quotidien;400;1;Léa Petit", "Tri;Aide;quotidien;300;1;Léa Petit"],
                                 "person_over_week", [2000, 1500], [2000, 1500]),
    "entered twice": (["Saisie des factures;Aide;hebdo;300;1;", "saisie de factures.;Aide;hebdo;300;1;"],
                      "near_duplicate", [300, 300], [300]),
    "a slip of the finger": (["Relance des clients;Aide;hebdo;300;1;", "Relanse des clients;Aide;hebdo;300;1;"],
                             "near_duplicate", [300, 300], [300]),
    "across roles": (["Saisie des factures;Aide;hebdo;300;1;", "Saisie de factures;Chef;hebdo;300;1;"],
                     "same_across_roles", [300, 300], [300, 300]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_question_and_its_proposed_answer(case: str) -> None:
    lines, code, before, after = CASES[case]
    inventory = listed(*lines)
    assert minutes(inventory.frame) == before, "nothing is changed unasked"
    assert set(asked(inventory)) == {code}
    mended = answered(inventory.frame, code)
    assert minutes(mended) == after
    if code not in LEAVES_AS_IS and before != after:
        assert code not in {question.code for question in find_questions(mended)}, "the question is settled"


def minutes(frame: pd.DataFrame) -> list[float | None]:
    return [None if pd.isna(value) else pytest.approx(value, abs=0.01) for value in frame["minutes_per_week"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_a_question_is_asked_in_words(case: str, language: str) -> None:
    lines, code, _, _ = CASES[case]
    inventory = listed(*lines)
    for question in inventory.questions:
        said = question.message(language)
        assert said.rstrip("\u202f").endswith("?") and "{" not in said and "\n" not in said
        assert question.proposal(language).endswith(".")
    assert code in {problem["code"] for problem in inventory.as_check(language)["problems"]}


def test_one_answer_holds_for_all_rows_of_its_kind() -> None:
    lines = [
        f"Contrôle du dossier de type {letter * 3};Aide;hebdo;-{10 + place};1;" for place, letter in enumerate("abcd")
    ]
    inventory = listed(*lines)
    assert asked(inventory)["time_negative"] == [2, 3, 4, 5]
    assert answered(inventory.frame, "time_negative")["minutes_per_week"].tolist() == [10, 11, 12, 13]


def test_rare_work_of_a_few_minutes_is_asked_about_where_there_is_more_of_it() -> None:
    lines = "Visite;Aide;hebdo;3\nOffre;Aide;mensuel;4\nPlans;Aide;quotidien;30\nRegistre;Aide;hebdo;45\n"
    assert asked(read(f"Tâche;Rôle;Fréquence;Durée (min)\n{lines}"))["unit_too_short"] == [2, 3]
    once = lines.replace("Offre;Aide;mensuel;4", "Offre;Aide;mensuel;240")
    assert "unit_too_short" not in asked(read(f"Tâche;Rôle;Fréquence;Durée (min)\n{once}"))


def test_hours_that_were_read_as_minutes_are_asked_about_together() -> None:
    lines = (
        "Saisie;Aide;hebdo;2",
        "Tri;Aide;hebdo;3",
        "Envoi;Aide;mensuel;4",
        "Paie;Aide;mensuel;7",
        "Bilan;Aide;hebdo;5",
    )
    rows = "".join(f"{line}\n" for line in lines)
    inventory = read(f"Tâche;Rôle;Fréquence;Durée\n{rows}")
    assert inventory.frame["minutes_per_occurrence"].tolist() == [2, 3, 4, 7, 5]
    assert asked(inventory) == {"unit_too_short": [2, 3, 4, 5, 6]}
    assert answered(inventory.frame, "unit_too_short")["minutes_per_occurrence"].tolist() == [
        120,
        180,
        240,
        420,
        300,
    ]


def test_times_of_a_whole_role_are_shared_by_its_people_and_the_people_stay() -> None:
    # 25 + 35 h of the role were counted for each of six people: 60 h a week per person. Divided, each does 10 h.
    inventory = listed("Accueil;Agent;quotidien;300;6;", "Tri;Agent;quotidien;420;6;")
    (question,) = find_questions(inventory.frame)
    assert (question.facts["hours"], question.facts["people"]) == (60.0, 6.0)
    mended = answered(inventory.frame, "times_of_role")
    assert mended["headcount"].tolist() == [6, 6]
    assert mended["minutes_per_week"].sum() == 60 * 60


def test_the_people_that_a_role_needs_keep_its_hours() -> None:
    inventory = listed("Saisie;Aide;quotidien;400;1;", "Tri;Aide;quotidien;300;1;")
    mended = answered(inventory.frame, "role_over_week")
    assert mended["headcount"].tolist() == [2, 2]
    assert mended["minutes_per_week"].sum() == inventory.minutes_per_week


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bilan 2023", "Bilan 2024"),
        ("Envoi du rapport A", "Envoi du rapport B"),
        ("Saisie des factures clients", "Saisie des factures fournisseurs"),
        ("Ouvrir le courrier", "Fermer le courrier"),
    ],
)
def test_tasks_that_differ_in_what_counts_are_no_duplicates(one: str, other: str) -> None:
    assert "near_duplicate" not in asked(listed(f"{one};Aide;hebdo;300;1;", f"{other};Aide;hebdo;300;1;"))


def test_a_week_that_is_full_raises_no_question() -> None:
    inventory = listed("Saisie;Aide;quotidien;300;2;", "Tri;Aide;quotidien;60;2;", "Bilan;Chef;hebdo;20 h;1;")
    assert asked(inventory) == {}


def test_teams_without_roles_are_asked_how_many_they_are() -> None:
    rows = "".join(f"{task};{team};quotidien;400\n" for team in ("Nord", "Sud") for task in ("Saisie", "Tri", "Envoi"))
    inventory = read(f"Tâche;Équipe;Fréquence;Durée (min)\n{rows}Bilan;Siège;hebdo;60\n")
    teams = [question for question in inventory.questions if question.code == "team_over_week"]
    assert [(question.facts["who"], question.facts["people"]) for question in teams] == [("Nord", 3.0), ("Sud", 3.0)]
    mended = answered(inventory.frame, "team_over_week")
    assert mended["headcount"].tolist() == [3] * 6 + [1]
    assert mended["minutes_per_week"].sum() == pytest.approx(inventory.minutes_per_week)


def test_numbers_that_no_people_could_do_are_left_to_be_corrected() -> None:
    assert "person_over_day" in asked(listed("Appels;Agent;4000000x/jour;30 min;1;"))


def test_who_is_alone_with_a_week_is_not_asked_how_many() -> None:
    assert asked(listed("Accueil;;quotidien;300;1;", "Tri;;quotidien;60;1;")) == {}
    assert "task_over_week" not in asked(listed("Appels;Agent;400x/jour;6 min;1;Léa Petit"))


def test_every_question_has_a_proposal() -> None:
    assert {code for _, code, _, _ in CASES.values()} | {"team_over_week"} == set(PROPOSALS)
