"""Neutral texts: who a person is moves no score, and what is no person stays."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from more_swaps import more_pairs
from swaps import swapped_pairs

from analyzer.scoring import Scorer
from analyzer.scoring.explanation import explain
from analyzer.scoring.neutral import neutral
from analyzer.scoring.reference import everyday_texts
from analyzer.scoring.text import clean

MOST_POINTS = 2.0
"""Points of 100 by which a score may move when nothing but a person changes."""

PAIRS = [*swapped_pairs(), *more_pairs()]


def scores(scorer: Scorer, texts: list[str]) -> npt.NDArray[np.float32]:
    """Return the five scores of texts, shape (5, n)."""
    read = scorer.read_texts([clean(text) for text in texts])
    told = read.readings
    return np.stack([read.automatability, told.repetitiveness, told.assistance, told.physical, told.interpersonal])


def test_over_four_hundred_pairs_gender_name_and_origin_move_no_score(scorer: Scorer) -> None:
    assert len(PAIRS) >= 400
    moved = np.abs(scores(scorer, [one for one, _ in PAIRS]) - scores(scorer, [other for _, other in PAIRS])).max(
        axis=0
    )
    assert not [(pair, float(points)) for pair, points in zip(PAIRS, moved, strict=True) if points > MOST_POINTS]


@pytest.mark.parametrize("name", ["Zdravomil", "Oyelaran", "Anjaharivony", "Thorvaldur", "Tcheupgoua-Mballa"])
@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Rappeler Mme {} pour son rendez-vous", "Durand"),
        ("Call Mr {} about the late order", "Smith"),
        ("Point hebdo avec {} sur le planning", "Sophie"),
        ("Monthly catch-up with {} on the budget", "Emily"),
        ("Valider la note de frais de {}", "Paul"),
        ("Approve {}'s holiday request", "James"),
    ],
)
def test_a_name_on_no_list_is_known_by_what_stands_around_it(text: str, known: str, name: str) -> None:
    assert neutral(text.format(name)) == neutral(text.format(known))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rappeler Mme Benali, elle est mécontente", "Rappeler Sam, il est mécontent"),
        ("Voir avec M. et Mme Garnier", "Voir avec Sam et Sam"),
        ("M. Durand : relance", "Sam : relance"),
        ("Écrire à Madame la Directrice générale", "Écrire au Directeur général"),
        ("l'équipe d'Élodie", "l'équipe de Sam"),
        ("DURAND Sophie, dossier à compléter", "Sam, dossier à compléter"),
        ("point avec Jean-Pierre Le Goff et Fatoumata D.", "point avec Sam et Sam"),
        ("rdv mme durand jeudi", "rdv Sam jeudi"),
        ("APPELER MME DUPONT POUR LE DEVIS", "APPELER Sam POUR LE DEVIS"),
        ("Former la nouvelle acheteuse à l'ERP", "Former le nouvel acheteur à l'ERP"),
        ("Relancer les salarié(e)s et les client·e·s", "Relancer les salariés et les clients"),
        ("un ou une stagiaire motivé.e", "un stagiaire motivé"),
        ("les candidats et les candidates", "les candidats"),
        ("la cliente qui est venue ; si elle revient, lui parler", "le client qui est venu ; s'il revient, lui parler"),
        ("appeler l'épouse du client", "appeler le conjoint du client"),
        ("Une des vendeuses est malade", "Un des vendeurs est malade"),
        ("Accueillir une cliente d'origine algérienne", "Accueillir un client d'origine belge"),
        ("un stagiaire né au Mali", "un stagiaire né en Belgique"),
        ("un usager qui parle arabe", "un usager qui parle italien"),
        ("Call Mrs Adebayo, she's upset about her order", "Call Sam, they're upset about their order"),
        ("call him back", "call them back"),
        ("Train the new saleswoman", "Train the new salesperson"),
        ("a male applicant from Nigeria", "an applicant from Belgium"),
        ("Tell a rep to his face what he still owes", "Tell a rep to their face what they still owes"),
        ("Help an elderly lady and her husband", "Help an elderly person and their spouse"),
        ("Prévenir la cuisinière", "Prévenir le cuisinier"),
        ("Badge de la chargée de clientèle", "Badge du chargé de clientèle"),
        ("Intégrer les nouvelles embauchées", "Intégrer les nouveaux embauchés"),
        ("our Algerian supplier", "our Belgian supplier"),
        ("Will's timesheet and Rose's rota", "Sam's timesheet and Sam's rota")
    ],
)  # fmt: skip
def test_who_a_person_is_is_not_read(text: str, read: str) -> None:
    assert neutral(text) == read


@pytest.mark.parametrize(
    "text",
    [
        # Products, firms, places, feasts
        "Saisir les factures fournisseurs dans Sage avec Claude",
        "Ask Alexa and Siri, then ChatGPT",
        "MAJ SAGE + CIEL, export DORA et TVA IRIS",
        "commande chez Leroy Merlin et John Deere",
        "Post the vacancy with Michael Page and Robert Half",
        "livraison rue Victor Hugo à Saint-Denis, salle Marie Curie",
        "flux Noémie : traiter les rejets Noémie",
        "Travaux à Paris, Nancy et Tours",
        "MS Teams et Ms Excel à installer",
        "Vitrine de la Saint-Valentin et de la fête des mères",
        "Prepare the Mother's Day window",
        "Créer l'affiche avec Canva, envoyer avec Brevo",
        "sam. 12/05 et dim. 13/05",
        "expéditions en Suisse et au Maroc",
        "contact : sophie.durand@exemple.fr",
        # Words that look like names
        "Bill customers, mark as paid, grant access by June",
        "Will call back in April about the art work",
        "rose, pierre et marine : trier les coloris",
        "Marine insurance renewal",
        "Taille M Bleu, 3 M. d'euros",
        "appeler pr RDV, cuves pr DRM",
        "Miss no deadline",
        # Languages
        "Traduire du français vers l'anglais",
        "translate German and Spanish emails for the team",
        "Rewrite the letter in plain English",
        "Courrier en français simple",
        "Polish the floors",
        "bons de commande en anglais, italien, allemand",
        # Things with a gender
        "la direction commerciale et l'équipe comptable",
        "carte mère, maison mère, société fille",
        "les fils électriques du tableau",
        "Screen candidate CVs and rank the candidates",
        "il faut payer la facture parce qu'il y a du retard",
        "Recevoir une femme enceinte",
        "chaque financeur a son formulaire",
        "man the desk at the trade show",
        "Nettoyer la cuisinière et réparer une cuisinière à gaz",
        "une jeune entreprise et une aide financière",
        "facture(s) et devis, et/ou avoir",
        "Un médecin s'absente",
        "",
        "12/05 - 3 %",
    ],
)
def test_what_is_no_person_stays(text: str) -> None:
    assert neutral(text) == text


def test_neutral_texts_are_neutral_and_no_everyday_task_is_emptied() -> None:
    for texts in everyday_texts().values():
        for text in texts.values():
            once = neutral(text)
            assert once.strip()
            assert neutral(once) == once


WORDS = [
    *(
        "Mme",
        "M",
        "Monsieur",
        "madame",
        "Mr",
        "Sir",
        "Dr",
        "Sophie",
        "KARIM",
        "Rose",
        "Will",
        "Claude",
        "Sam",
        "Durand",
    ),
    *("Le", "Ben", "van", "Nguyen", "I", "XIV", "Lundi", "RDV", "d", "l", "la", "une", "le", "à", "de", "du", "des"),
    *("elle", "si", "toutes", "he", "she", "her", "his", "they", "cliente", "nouvelle", "directrice", "candidate·s"),
    *("absente", "est", "femme", "fille", "fils", "stagiaire", "sister", "male", "customer", "et", "and", "who's", "/"),
    *(
        "a",
        "an",
        "French",
        "française",
        "Polish",
        "belge",
        "Belgian",
        "originaire",
        "Maroc",
        "from",
        "Nigeria",
        ",",
        ":",
    ),
    *("dossier", "point", "avec", "with", "."),
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", " ", "-", "'", ". "]))
def test_any_order_of_words_is_settled_in_one_go(words: list[str], gap: str) -> None:
    text = gap.join(words)
    once = neutral(text)
    assert bool(once.strip()) == bool(text.strip())
    assert neutral(once) == once


@given(st.text(max_size=200))
def test_any_text_is_settled_in_one_go(text: str) -> None:
    once = neutral(text)
    assert bool(once) == bool(text)
    assert neutral(once) == once


def test_an_explanation_names_the_words_that_the_user_wrote(scorer: Scorer) -> None:
    text = "Relancer Mme Benali par téléphone pour sa facture impayée"
    told = explain(text, "fr", scorer)
    assert told.text == text
    assert all(word.word in text for word in told.words)
