"""Two files of one list: what is told, and what changed between them."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.inventory import difference, is_version, read_inventory, read_together

LIST = (
    "Tâche;Rôle;Équipe;Fréquence;Durée\n"
    "Saisir les factures fournisseurs;Comptable;Finance;hebdo;1 h\n"
    "Relancer les clients impayés;Comptable;Finance;hebdo;2 h\n"
    "Classer le courrier;Assistante;Accueil;quotidien;20 min\n"
    "Tenir la caisse;Assistante;Accueil;quotidien;5 min\n"
)


def frame(text: str) -> pd.DataFrame:
    return read_inventory(text.encode(), filename="liste.csv", language="en").frame


def test_what_changed_is_found_by_task_role_and_team_whatever_the_order() -> None:
    lines = LIST.replace("hebdo;2 h", "hebdo;3 h").replace("Tenir la caisse", "Accueillir les visiteurs").splitlines()
    newer = "\n".join([lines[0], *reversed(lines[1:])])
    found = difference(frame(LIST), frame(newer))
    assert found.same == 2  # invoices and mail
    assert found.changed == ((1, 2),)  # reminders: 2 h, then 3 h; third line of the reversed list
    assert found.added == (0,) and found.gone == (3,)
    assert found.shared == 3 and not found.nothing_changed
    assert difference(frame(LIST), frame(LIST)).nothing_changed


def test_a_task_given_to_another_role_has_changed_and_is_not_gone() -> None:
    found = difference(frame(LIST), frame(LIST.replace("courrier;Assistante", "courrier;Stagiaire")))
    assert (found.same, found.changed, found.added, found.gone) == (3, ((2, 2),), (), ())


def test_equal_lines_are_counted_and_an_unknown_time_is_like_another_unknown_one() -> None:
    again = LIST + "Classer le courrier;Assistante;Accueil;quotidien;20 min\nRanger;Assistante;Accueil;;\n"
    found = difference(frame(again), frame(again))
    assert found.same == 6 and found.nothing_changed
    assert difference(frame(again), frame(LIST)).gone == (4, 5)


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        (LIST, True),
        (LIST.replace("hebdo;2 h", "hebdo;30 min"), True),
        (LIST.replace(";Finance", ";").replace(";Accueil", ";"), True),  # says less, contradicts nothing
        (LIST + "Payer les fournisseurs;Comptable;Finance;hebdo;1 h\n", True),
        (LIST.replace("Finance", "Lyon").replace("Accueil", "Lyon"), False),  # the same tasks of another team
        (LIST.replace("Comptable", "Aide-comptable").replace("Assistante", "Standardiste"), False),
        ("\n".join(LIST.splitlines()[:3]), False),  # two tasks in common may be chance
    ],
)
def test_the_same_tasks_of_the_same_people_are_one_list(newer: str, *, expected: bool) -> None:
    assert is_version(frame(LIST), frame(newer)) is expected
    assert is_version(frame(newer), frame(LIST)) is expected


def test_a_version_is_told_once_with_what_changed() -> None:
    newer = LIST.replace("hebdo;2 h", "hebdo;3 h")
    read = [read_inventory(text.encode(), filename=name) for text, name in ((LIST, "mai.csv"), (newer, "juin.csv"))]
    first, second = read_together(read)
    assert not [problem for problem in first.problems if problem.code == "file_version"]
    (told,) = [problem for problem in second.problems if problem.code in ("file_version", "team_in_files")]
    assert told.message("en") == (
        "“mai.csv” is mostly the same list (tasks in both: 4, of which changed: 1), and both count: "
        "leave the older one out."
    )
