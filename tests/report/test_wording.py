"""Frames in words."""

from __future__ import annotations

import pytest

from analyzer.i18n import LANGUAGES
from analyzer.report.wording import TITLES, column_title, in_words, titles, with_names


def test_codes_become_labels(make_frame) -> None:
    words = in_words(make_frame(), "fr").iloc[0]
    assert words["lane"] == "Automatiser"
    assert words["solution"] == "Lecture de documents"
    assert words["flags"] == "Données personnelles, Sortie d’argent"
    assert words["reasons"] == "suit des règles claires"
    assert words["overridden"] == "non"
    assert words["language"] == "Anglais"


def test_an_unknown_code_stays_as_it_is(make_frame) -> None:
    words = in_words(make_frame({"solution": "teleport", "lane": "drop"}), "en").iloc[0]
    assert (words["solution"], words["lane"]) == ("teleport", "drop")


def test_persons_and_keys_stay_inside(make_frame) -> None:
    shown = in_words(make_frame().assign(person="Jeanne Martin"), "en")
    assert not {"person", "work_key", "probability_t0"} & set(shown.columns)


def test_numbers_stay_numbers(make_frame) -> None:
    assert in_words(make_frame(), "fr")["minutes_per_week"].tolist()[:2] == [300.0, 480.0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_share_a_title(language: str) -> None:
    named = [column_title(name, language) for name in TITLES]
    assert len(set(named)) == len(named)


def test_a_column_without_a_title_keeps_its_name(make_frame) -> None:
    assert titles(make_frame()[["task", "work_key"]], "fr") == {"task": "Tâche", "work_key": "work_key"}


def test_missing_names_are_said(make_frame) -> None:
    named = with_names(make_frame({"role": None, "team": float("nan"), "use_case": " "}), "fr").iloc[0]
    assert named[["role", "team", "use_case"]].tolist() == [
        "Poste non indiqué",
        "Équipe non indiquée",
        "Cas d’usage sans nom",
    ]


def test_the_public_names_are_what_they_say_however_they_are_imported() -> None:
    from analyzer import report

    functions = ("map_page", "table_bytes", "workbook", "write_table")
    assert all(callable(getattr(report, name)) for name in functions)
    with pytest.raises(AttributeError, match="nonsense"):
        report.nonsense  # noqa: B018
