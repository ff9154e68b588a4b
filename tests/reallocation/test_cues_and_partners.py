"""What a role's words call for, and who is there to do it with."""

import pandas as pd
import pytest
from suggested import tasks_of

from analyzer.inventory import read_inventory
from analyzer.reallocation import catalogue, read_meaning
from analyzer.reallocation.cues import RoleWords
from analyzer.reallocation.fitting import fit_roles
from analyzer.reallocation.partners import partners_of
from analyzer.reallocation.roles import role_names
from analyzer.reallocation.trade import role_functions
from analyzer.scoring import score_tasks

CALLS = [catalogue()["accounting-late-payers"]]
KEYING = ("Key supplier invoices", "Bank reconciliation", "File the payslips", "Post the cash book")


def by_the_way(*tasks: str, role: str = "Bookkeeper") -> bool:
    frame = tasks_of(role, *tasks, beside=("Driver", "Unload trucks at the dock"))
    words = RoleWords(frame, frame["task"].tolist(), role_names(frame).to_numpy(), [role])
    called = words.called_for(CALLS)
    assert called.all()
    return bool(words.by_the_way(CALLS, called).item())


def test_one_task_among_many_is_by_the_way_two_are_not() -> None:
    assert by_the_way("Chase overdue customers", *KEYING)
    assert not by_the_way("Chase overdue customers", "Find out who is overdue", *KEYING)


def test_a_task_that_takes_much_of_the_time_is_not_by_the_way() -> None:
    assert not by_the_way("Chase overdue customers", *KEYING[:3])  # a quarter of it


def test_a_name_that_says_so_needs_no_task() -> None:
    assert not by_the_way(*KEYING, role="Debtor clerk")


def test_an_activity_that_is_called_for_by_the_way_fits_less() -> None:
    def fit(*tasks: str) -> float:
        frame = tasks_of("Bookkeeper", *tasks, beside=("Driver", "Unload trucks at the dock"))
        return float(fit_roles(frame, read_meaning(frame)).fit.at["Bookkeeper", "accounting-late-payers"])

    assert fit("Ring who is overdue", *KEYING) < fit("Ring who is overdue", "Chase debtors", *KEYING)


@pytest.fixture
def firm() -> pd.DataFrame:
    """Shares of a small firm: a bookkeeper who also buys, a salesperson, a picker."""
    roles = ["Bookkeeper", "Rep", "Picker"]
    shares = {"accounting": [0.6, 0, 0], "purchasing": [0.4, 0, 0.1], "sales": [0, 0.9, 0], "logistics": [0, 0, 0.9]}
    return pd.DataFrame(shares, index=roles)


def test_partners_are_trades_of_other_roles(firm: pd.DataFrame) -> None:
    partners = partners_of(firm)
    assert partners.there("Bookkeeper", ("sales", "purchasing", "management")) == ("sales",)
    assert partners.there("Rep", ("sales", "purchasing")) == ("purchasing",)  # 0.4 is two thirds of 0.6


def test_three_trades_with_an_office_among_them_are_a_whole_firm(firm: pd.DataFrame) -> None:
    assert partners_of(firm).whole
    assert not partners_of(firm.iloc[1:]).whole


def test_departments_without_an_office_are_no_whole_firm(firm: pd.DataFrame) -> None:
    assert not partners_of(firm.rename(columns={"accounting": "software"})).whole


def garage(*beside: str) -> pd.DataFrame:
    """Scores of a firm with a bookkeeper, and roles beside her with a task each."""
    rows = ["Role,Task,Frequency,Duration"]
    rows += [f"Bookkeeper,{task},weekly,1 h" for task in ("Enter supplier invoices", "Pay suppliers", "Chase debtors")]
    rows += [f"{one},weekly,2 h" for one in beside]
    return score_tasks(read_inventory("\n".join(rows).encode(), filename="garage.csv").frame)


def test_what_needs_buyers_is_nothing_for_a_firm_without_any() -> None:
    mechanic, picker = "Mechanic,Change the brake pads", "Warehouse operative,Unload trucks at the dock"
    for beside, wanted in (
        ((mechanic, picker), False),
        ((mechanic, picker, "Buyer,Place orders with suppliers"), True),
    ):
        frame = garage(*beside)
        meaning = read_meaning(frame)
        assert partners_of(role_functions(frame, meaning)).whole
        fit = fit_roles(frame, meaning).fit.at["Bookkeeper", "accounting-supplier-terms"]
        assert bool(fit > 0.0) is wanted
