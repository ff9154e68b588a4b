"""Trades and seats: what a name tells, and that no word alone gives a role the work of another trade."""

from __future__ import annotations

import pytest
from suggested import tasks_of

from analyzer.reallocation import suggest
from analyzer.reallocation.seats import seat_of
from analyzer.reallocation.trade import name_evidence
from analyzer.reallocation.words import everyday_functions


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("Responsable ADV", "lead"),
        ("Support team lead", "lead"),
        ("Account manager", "experienced"),
        ("Cheffe de projet digital", "experienced"),
        ("Assistante comptable", "any"),
        ("HR business partner", "experienced"),
        ("HR administrator", "any"),
        ("Systems administrator", "experienced"),
        ("Property manager", "experienced"),
    ],
)
def test_a_name_tells_the_seat(name: str, seat: str) -> None:
    assert seat_of(name) == seat


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("Gestionnaire de paie", "payroll"),
        ("Accounts assistant", "accounting"),
        ("Systems engineer IT", "it"),
        ("Instructrice urbanisme", "public_office"),
        ("Préparateur de commandes", "logistics"),
        ("Secrétaire dentaire", "medical_practice"),
        ("Menuisier poseur", "construction"),
        ("Senior carer", "health_care"),
        ("Lettings negotiator", "real_estate"),
        ("Home administrator", "core_office"),
        ("Assistante administrative", "core_office"),
        ("Clerc rédacteur", "legal"),
        ("Conducteur offset", "production"),
        ("Médiateur numérique", "social_work"),
        ("Customer onboarding specialist", "support"),
        ("Delivery driver", "transport"),
    ],
)
def test_a_name_tells_the_trade(name: str, function: str) -> None:
    held = dict(zip(everyday_functions(), name_evidence(name), strict=True))
    assert held[function] == 1.0
    assert not (held["engineering"] and held["it"]), "a systems engineer is of IT"


@pytest.mark.parametrize(
    ("name", "never", "function"),
    [
        ("Customer care assistant", "health_care", "support"),
        ("Lift engineer", "engineering", "maintenance"),
        ("Recruitment consultant", "audit_advisory", "hr"),
    ],
)
def test_a_word_of_another_trade_is_read_as_it_is_meant(name: str, never: str, function: str) -> None:
    held = dict(zip(everyday_functions(), name_evidence(name), strict=True))
    assert held[function] == 1.0 and held[never] == 0.0


def test_a_trade_that_no_name_tells_is_not_guessed() -> None:
    """What it does is suggested for, whatever the trade may be."""
    tasks = ("Draw up room plans", "Write quotes and follow them up", "Order fabric samples")
    found = suggest(tasks_of("Showroom host", *tasks, beside=("Fitter", "Assemble wardrobes")))
    mine = found[(found["role"] == "Showroom host") & (found["source"] == "catalogue")]
    assert "general-unsigned-quotes" in set(mine["code"])
    assert set(mine["function"]) == {""}


def test_office_work_counts_only_where_a_name_says_nothing_else() -> None:
    office = everyday_functions().index("core_office")
    assert name_evidence("Office administrator")[office] == 1.0
    assert name_evidence("Lettings administrator")[office] == name_evidence("Warehouse clerk")[office] == 0.0


LETTINGS = ("Lettings negotiator", "Write the property listing and take the photos")
JOINERY = ("Menuisier poseur", "Poser portes, fenêtres et placards sur le chantier")
CARE_HOME = ("Care assistant", "Help residents wash and dress")


@pytest.mark.parametrize(
    ("role", "tasks", "beside", "never", "offered"),
    [
        (
            "Accounts assistant",
            ("Collect rent and pay landlords", "Chase rent arrears from tenants"),
            LETTINGS,
            ("realestate-", "lettings-"),
            "arrears-payment-plan",
        ),
        (
            "Métreur dessinateur",
            ("Prendre les mesures chez le client", "Faire les devis des chantiers"),
            JOINERY,
            ("hospitality-", "adv-", "agency-"),
            "construction-quote-followup",
        ),
        (
            "Assistante de gestion",
            ("Saisir les factures fournisseurs", "Relancer les clients qui ne paient pas"),
            JOINERY,
            ("safety-", "engineering-", "construction-apprentice"),
            "accounting-late-payers",
        ),
        (
            "Senior carer",
            ("Do the medication round and sign the MAR charts", "Update residents’ care plans"),
            CARE_HOME,
            ("health-call-fragile", "health-explain-care"),
            "care-medication-review",
        ),
        (
            "Secrétaire dentaire",
            ("Donner les rendez-vous aux patients", "Préparer les devis de prothèse à signer"),
            ("Assistante dentaire", "Aider le praticien au fauteuil"),
            ("public-", "office-client"),
            "dental-estimate-talk",
        ),
        (
            "Comptable taxateur",
            ("Taxer les actes et éditer le relevé de compte", "Rapprocher les virements des clients"),
            ("Notaire", "Recevoir les clients pour signer un acte de vente"),
            ("accounting-margins", "accounting-credit", "accounting-supplier"),
            "notary-blocking-papers",
        ),
        (
            "Assistante administrative",
            ("Suivre les prises en charge auprès des caisses", "Relancer les pièces qui manquent"),
            ("Kinésithérapeute", "Soigner les patients"),
            ("health-", "practice-flow", "laboratory-"),
            "office-incomplete-files",
        ),
    ],
)
def test_a_role_is_offered_the_trade_it_is_named_after_and_not_its_house(
    role: str, tasks: tuple[str, ...], beside: tuple[str, str], never: tuple[str, ...], offered: str
) -> None:
    """A rent collector is no estate agent, and who measures for joiners serves no guests."""
    found = suggest(tasks_of(role, *tasks, beside=beside))
    codes = found.loc[found["role"] == role, "code"]
    assert not [code for code in codes if code.startswith(never)]
    assert offered in set(codes)


HOTEL = ("Head housekeeper", "Inspect cleaned rooms and draw up the room cleaning rota")
SCHOOL = ("Professeur de mathématiques", "Préparer et donner les cours aux élèves")
BROKER = ("Courtier en assurances", "Comparer les garanties et rédiger une proposition")


@pytest.mark.parametrize(
    ("role", "tasks", "beside", "offered"),
    [
        (
            "Assistante d'assurance",
            ("Éditer les attestations d'assurance", "Envoyer les avis d'échéance", "Classer les pièces des clients"),
            BROKER,
            {"insurance-renewal-call", "insurance-missing-items"},
        ),
        (
            "Assistant d'éducation",
            ("Surveiller la permanence et la cour", "Saisir les retards et absences"),
            SCHOOL,
            {"school-isolated-pupils", "school-small-group", "school-absence-causes"},
        ),
        (
            "Secrétaire d'intendance",
            ("Calculer les droits de cantine et les bourses", "Relancer les familles pour les impayés de cantine"),
            SCHOOL,
            {"school-aid-not-claimed", "public-unpaid-calls"},
        ),
        (
            "Night receptionist",
            ("Run the night audit", "Prepare breakfast lists and arrival cards", "Let in late arrivals"),
            HOTEL,
            {"hotel-night-handover", "hotel-returning-guests", "hotel-complaint-causes"},
        ),
        ("Room attendant", ("Clean rooms and change beds", "Restock trolleys"), HOTEL, {"hotel-room-pairs"}),
        (
            "Customs declarant",
            ("Classify goods and enter customs declarations", "Answer customs queries"),
            ("Freight forwarding clerk", "Book space with carriers"),
            {"customs-query-causes", "customs-teach-customers", "customs-duty-review"},
        ),
    ],
)
def test_small_roles_get_activities_of_their_own(
    role: str, tasks: tuple[str, ...], beside: tuple[str, str], offered: set[str]
) -> None:
    """Of whom the first catalogue knew hardly more than learning and time given back."""
    found = suggest(tasks_of(role, *tasks, beside=beside))
    assert offered <= set(found.loc[found["role"] == role, "code"])


@pytest.mark.parametrize(
    ("role", "tasks", "beside", "never"),
    [
        # "Entreprises" begins like "entrepôt".
        (
            "Chargée de comptes entreprises",
            ("Visiter les entreprises clientes", "Négocier les conditions avec les compagnies"),
            BROKER,
            ("logistics-",),
        ),
        # A service desk of a garage is no firm of accountants, though it knows customers, files and bills.
        (
            "Réceptionnaire atelier",
            ("Établir les ordres de réparation", "Rendre le véhicule et expliquer la facture au client"),
            ("Mécanicien", "Faire les vidanges et les révisions"),
            ("accounting-client", "audit-", "legal-"),
        ),
        # Charges of a block of flats have no margin, and its accountant welcomes no residents.
        (
            "Comptable copropriété",
            ("Appeler les charges trimestrielles", "Saisir les factures des immeubles"),
            ("Gestionnaire de copropriété", "Préparer les assemblées générales"),
            ("accounting-margins", "caretaker-", "block-works"),
        ),
        (
            "Architecte",
            ("Dessiner les esquisses", "Animer les réunions de chantier"),
            ("Dessinateur projeteur", "Mettre à jour les plans d'exécution"),
            ("production-customer", "production-work-cell"),
        ),
        (
            "Counter assistant",
            ("Serve customers at the till", "Restock shelves"),
            ("Pharmacist", "Check prescriptions before dispensing"),
            ("agri-",),
        ),
    ],
)
def test_a_word_alone_gives_nobody_another_trade(
    role: str, tasks: tuple[str, ...], beside: tuple[str, str], never: tuple[str, ...]
) -> None:
    found = suggest(tasks_of(role, *tasks, beside=beside))
    assert not [code for code in found.loc[found["role"] == role, "code"] if code.startswith(never)]
