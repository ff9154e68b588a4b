"""Two or three words that name a task are read as one; a word for a thing, a name or an empty phrase is not."""

import pytest

from analyzer.scoring import Scorer
from analyzer.scoring.plain_words import MOST_WORDS, is_name_of_work, names_a_task, names_a_thing_only
from analyzer.scoring.text_scores import UNFAMILIAR
from analyzer.training.data import read_everyday, read_not_tasks

TASKS = [
    *("former les nouveaux", "recruter intérimaires pour la saison"),
    *("tri du courrier", "répondre au téléphone", "accueil téléphonique", "réunion d'équipe", "relance devis"),
    *("accueil des enfants et des familles le matin", "générer le sous-titrage et corriger les time codes"),
    *("Recevoir une mère dont le fils ne vient plus au collège", "triage the bug queue", "provision the new servers"),
    *("draw the as-is order to cash flow and mark the waste",),
    *("answer the phone", "filing documents", "bank reconciliation", "booking appointments", "ordering stationery"),
]
NO_TASKS = [
    *("Sophie Durand", "Mme Benali", "John Smith", "azerty qsdfgh", "lorem ipsum dolor", "blabla bla", "xxx"),
    *(
        "à voir",
        "n/a",
        "RAS",
        "comme d'habitude",
        "to be confirmed",
        "idem",
        "...",
        "nothing to report",
        "😀😀",
        "✅ ✅",
    ),
    *("die Kunden anrufen", "llamar a los clientes", "klanten terugbellen", "registrare le fatture", "введите счета"),
    *("=SOMME(A1:A12)", '{"a": 1}', "https://www.example.com/page?id=3", "12345", "12/05/2025", "06 12 34 56 78"),
    *("divers", "misc", "admin", "factures", "invoices", "clients", "services"),
    *("Service comptabilité", "Tâches quotidiennes", "Sales department", "Total général", "Gestion commerciale"),
    *("hier le patron", "faire le nécessaire", "Check the"),
    *("Le train est en retard", "The report is on the desk", "Merci beaucoup", "I love my job"),
]


@pytest.mark.parametrize("text", TASKS)
def test_what_is_done_to_what_is_read_as_a_task(scorer: Scorer, text: str) -> None:
    read = scorer.read_texts([text])
    assert read.familiar[0] >= UNFAMILIAR
    assert (read.low[0], read.high[0]) != (5.0, 95.0)


@pytest.mark.parametrize(
    "name",
    ["paie", "Payroll", "weekly payroll", "mails", "Archivages", "réunion hebdo", "stock counts", "les plannings"],
)
def test_a_name_of_work_is_a_task(scorer: Scorer, name: str) -> None:
    assert is_name_of_work(name)
    read = scorer.read_texts([name])
    assert read.familiar[0] >= UNFAMILIAR
    assert (read.low[0], read.high[0]) != (5.0, 95.0)


@pytest.mark.parametrize("text", ["", "hebdo", "en cours", "à voir", "test test", "payroll of Paul", "Service paie"])
def test_other_words_around_a_name_make_it_another_text(text: str) -> None:
    assert not is_name_of_work(text)


def test_no_text_that_is_no_task_is_a_name_of_work() -> None:
    assert not [text for text in read_not_tasks()["text"] if is_name_of_work(text)]


@pytest.mark.parametrize("text", NO_TASKS)
def test_what_is_no_task_gets_a_wide_range_around_the_middle(scorer: Scorer, text: str) -> None:
    read = scorer.read_texts([text])
    assert read.automatability[0] == pytest.approx(50.0, abs=3.0)
    assert read.low[0] <= 10.0
    assert read.high[0] >= 90.0
    assert read.confidence[0] < 0.3


@pytest.mark.parametrize(
    "text", ["gestion des dossiers", "team: sales", "relance", "traiter les xqzt", "le train est en retard", ""]
)
def test_words_that_leave_open_what_is_done_name_no_task(text: str) -> None:
    assert not names_a_task(text)


def test_a_long_text_is_left_to_its_vector() -> None:
    short = "relance devis"
    assert names_a_task(short)
    assert not names_a_task(f"{short} {'par courrier ' * MOST_WORDS}")


@pytest.mark.parametrize("text", ["invoices", "factures", "clients", "www.example.com", "compta@exemple.fr"])
def test_a_thing_or_an_address_alone_says_nothing_of_what_is_done(text: str) -> None:
    assert names_a_thing_only(text)


@pytest.mark.parametrize("text", ["", "lettrage", "DPAE", "factures fournisseurs", "MAJ de www.example.com"])
def test_an_act_an_acronym_and_more_than_one_word_may_be_a_task(text: str) -> None:
    assert not names_a_thing_only(text)


def test_hardly_a_text_that_is_no_task_names_one_and_no_task_is_a_thing_only() -> None:
    others = read_not_tasks()
    others = others["text"][others["split"] == "train"]
    assert sum(names_a_task(text) for text in others) <= len(others) / 400
    everyday = read_everyday()
    everyday = everyday[everyday["split"] != "test"]
    assert not [text for name in ("fr", "en") for text in everyday[name] if names_a_thing_only(text)]
