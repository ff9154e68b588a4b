"""Which tasks settle what people earn."""

import pandas as pd
import pytest

from analyzer.opportunity.pay import settles_pay


def settles(task: str, role: str | None = None, team: str | None = None) -> bool:
    return bool(settles_pay(pd.DataFrame([{"task": task, "role": role, "team": team}]))[0])


@pytest.mark.parametrize(
    "task",
    [
        *("Run the payroll", "Check the pay-slips", "Payday run in Sage", "Update the pay scales", "Pay rise letters"),
        *("Remuneration review", "Annual pay review", "Correct wages of the night shift", "Final pay of leavers"),
        *("Établir les fiches de paie", "Feuilles de paye", "Virement des salaires", "Envoyer la DSN"),
        *("Préparer les rémunérations variables", "Verser les acomptes aux salariés", "Soldes de tout compte"),
    ],
)
def test_pay_is_told_by_the_words_of_the_task(task: str) -> None:
    assert settles(task)


@pytest.mark.parametrize(
    "task",
    [
        *("Pay the supplier invoices", "Reply to paying customers", "List of salaried staff", "Payment run"),
        *("Payer les factures", "Recevoir un salarié", "Verser les acomptes aux fournisseurs", "Pays de livraison"),
    ],
)
def test_paying_suppliers_and_employing_people_is_no_pay(task: str) -> None:
    assert not settles(task)


def test_what_pay_is_made_of_means_pay_only_where_role_or_team_is_named_after_it() -> None:
    assert settles("Saisir les variables", role="Gestionnaire paie")
    assert settles("Enter overtime and bonuses", team="Payroll")
    assert not settles("Saisir les variables", role="Statisticien")
    assert not settles("Book the hotel", role="Payroll clerk")
