"""A text is read without who speaks in it."""

from __future__ import annotations

import pytest

from analyzer.scoring import Scorer
from analyzer.scoring.as_read import as_read
from analyzer.training.data import read_everyday


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Je relance les clients", "relance les clients"),
        ("J’envoie les devis", "envoie les devis"),
        ("Nous recopions les bons de livraison", "recopions les bons de livraison"),
        ("I chase late payers.", "chase late payers"),
        ("We're updating the price list", "updating the price list"),
        ("I am copying delivery notes", "copying delivery notes"),
    ],
)
def test_who_speaks_is_left_out(written: str, read: str) -> None:
    assert as_read(written) == read


@pytest.mark.parametrize(
    "text", ["on call rota", "wednesday rota check", "I9 forms to file", "jeudi, tri du courrier", "I", "je"]
)
def test_what_only_begins_like_it_stays(text: str) -> None:
    assert as_read(text) == text


def test_an_employee_who_says_i_gets_the_score_of_the_list(scorer: Scorer) -> None:
    mine, listed = scorer.read_texts(
        ["Je relance les clients qui n'ont pas payé", "relance les clients qui n'ont pas payé"]
    ).automatability
    assert mine == pytest.approx(listed, abs=0.01)


def test_no_task_is_emptied() -> None:
    tasks = read_everyday()
    assert all(as_read(text).strip() for name in ("fr", "en") for text in tasks[name])
