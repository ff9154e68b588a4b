"""A role gives context: where such work recurs more than its words say, the repetitiveness follows a little."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.scoring import Scorer, explain, load_scorer, score_tasks
from analyzer.scoring.role_context import MOST_POINTS, role_as_read

TASK = "répondre aux questions des clients"


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return load_scorer()


def test_the_same_words_recur_more_in_customer_service_than_in_consulting(scorer: Scorer) -> None:
    roles = ["Service client", "", "Consultante en organisation"]
    scores = score_tasks(pd.DataFrame({"task": [TASK] * 3, "role": roles}), scorer)
    service, nobody, consultant = scores["repetitiveness"]
    assert service > nobody + 1 > consultant + 2
    unmoved = scores.drop(columns=["role", "repetitiveness"])
    assert unmoved.drop_duplicates().shape[0] == 1, "only the repetitiveness follows the role"


def test_a_role_like_none_that_is_known_moves_nothing(scorer: Scorer) -> None:
    assert scorer.role_points(["zzz", "Équipe Nord", "Paul", "", "   ", "(12)"]).tolist() == pytest.approx(
        [0] * 6, abs=0.1
    )


def test_a_role_moves_by_a_few_points_at_most(scorer: Scorer) -> None:
    roles = ["Data engineer", "Réceptionniste", "Telesales agent", "CEO", "Chauffeur-livreur", "Buyer", "Notaire"]
    assert abs(scorer.role_points(roles)).max() <= MOST_POINTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Directrice commerciale", "DIRECTEUR COMMERCIAL"),
        ("Infirmière", "infirmier (x3)"),
        ("Chargée de clientèle", "Chargé de clientèle (h/f)"),
        ("Vendeur F/H", "vendeuse"),
        ("Salesman", "saleswoman"),
    ],
)
def test_gender_capitals_and_numbers_of_people_say_nothing(one: str, other: str, scorer: Scorer) -> None:
    assert role_as_read(one) == role_as_read(other)
    first, second = scorer.role_points([one, other])
    assert first == pytest.approx(second, abs=0.05)


def test_french_and_english_names_of_a_role_point_the_same_way(scorer: Scorer) -> None:
    for french, english in (("service client", "customer support agent"), ("directeur commercial", "sales manager")):
        first, second = scorer.role_points([french, english])
        assert first * second > 0


def test_a_stated_frequency_outweighs_the_role(scorer: Scorer) -> None:
    rows = pd.DataFrame({"task": [TASK] * 2, "role": ["Service client", ""], "occurrences_per_week": [5.0, 5.0]})
    with_role, without = score_tasks(rows, scorer)["repetitiveness"]
    assert 0 < with_role - without <= MOST_POINTS / 4 + 0.1


def test_words_that_say_nothing_get_no_verdict_from_a_role_either(scorer: Scorer) -> None:
    scores = score_tasks(pd.DataFrame({"task": ["xqzt brlm"] * 2, "role": ["Service client", ""]}), scorer)
    assert scores["repetitiveness"].nunique() == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_explanation_says_what_the_role_did(language: str, scorer: Scorer) -> None:
    told = explain(TASK, language, scorer, role="Service client")
    assert told.role_points >= 2
    assert told.repetitiveness == pytest.approx(told.repetitiveness_of_text + told.role_points, abs=0.01)
    scores = score_tasks(pd.DataFrame({"task": [TASK], "role": ["Service client"]}), scorer)
    assert scores["repetitiveness"][0] == pytest.approx(told.repetitiveness, abs=0.06)
    expected = {"fr": "Comme travail de «\u00a0Service client\u00a0»", "en": "As work of “Service client”"}[language]
    assert expected in told.in_words(language)
    assert "Customer Service Representatives" in told.in_words(language)
    assert expected not in explain(TASK, language, scorer).in_words(language)
