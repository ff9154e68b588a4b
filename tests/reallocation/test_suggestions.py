"""What roles are offered: of their trade, for their seat, and nothing that a manager would laugh at."""

from __future__ import annotations

import pandas as pd
import pytest
from suggested import offered, tasks_of

from analyzer.i18n import LANGUAGES
from analyzer.inventory import read_inventory
from analyzer.labels import label
from analyzer.paths import bundled
from analyzer.reallocation import Ranking, catalogue, read_meaning, suggest, why_words
from analyzer.reallocation.meaning import Meaning
from analyzer.reallocation.trade import role_functions
from analyzer.scoring import score_tasks

TASKS = {
    ("Bookkeeper", "Accounts"): [
        "Key supplier invoices",
        "Bank reconciliation",
        "Chase overdue customers by e-mail",
        "Month-end accruals",
    ],
    ("Support agent", "Customer care"): ["Answer e-mail tickets", "Phone calls with customers", "Reset passwords"],
    ("Warehouse operative", "Warehouse"): ["Pick and pack orders", "Unload trucks at the dock", "Count the stock"],
}


@pytest.fixture(scope="module")
def scored() -> pd.DataFrame:
    rows = [
        {"task": task, "role": role, "team": team, "minutes_per_week": 120.0, "headcount": 2.0, "language": "en"}
        for (role, team), tasks in TASKS.items()
        for task in tasks
    ]
    return score_tasks(pd.DataFrame(rows))


@pytest.fixture(scope="module")
def meaning(scored: pd.DataFrame) -> Meaning:
    return read_meaning(scored)


def test_a_bookkeeper_is_told_something_to_do(scored: pd.DataFrame, meaning: Meaning) -> None:
    codes = offered(suggest(scored, meaning), "Bookkeeper")
    assert "accounting-late-payers" in codes
    assert {"accounting-margins", "accounting-close-causes", "accounting-cash-13-weeks"} & codes


def test_everybody_is_offered_relief_and_learning(scored: pd.DataFrame, meaning: Meaning) -> None:
    kinds = suggest(scored, meaning).groupby("role")["kind"].agg(set)
    assert all({"relief", "learning"} <= of_role for of_role in kinds)


def test_a_role_is_offered_its_own_trade_only(scored: pd.DataFrame, meaning: Meaning) -> None:
    found = suggest(scored, meaning)
    assert not any(code.startswith(("accounting", "support")) for code in offered(found, "Warehouse operative"))
    assert not any(code.startswith(("logistics", "accounting")) for code in offered(found, "Support agent"))


def test_figures_are_for_the_whole_role(scored: pd.DataFrame, meaning: Meaning) -> None:
    """Two bookkeepers: twice the minutes that the catalogue gives for one person."""
    row = suggest(scored, meaning).set_index(["role", "code"]).loc[("Bookkeeper", "accounting-late-payers")]
    activity = catalogue()["accounting-late-payers"]
    assert row["minutes_typical"] == 2 * activity.minutes_typical and row["minutes_most"] == 2 * activity.minutes_high
    assert 0 <= row["fit"] <= 1 and 0 <= row["value"] <= 1


def test_the_rank_of_an_activity_and_of_a_kind_outweigh_the_catalogue(scored: pd.DataFrame, meaning: Meaning) -> None:
    """Ranked 5 of 5 it is worth 1.0; a kind ranked 2 of 5 is worth two fifths of the usual 0.7 = 0.28."""
    ranking = Ranking(kinds={"problems": 2}, activities={"accounting-late-payers": 5})
    rows = suggest(scored, meaning, ranking).set_index(["role", "code"])
    assert rows.loc[("Bookkeeper", "accounting-late-payers"), "value"] == 1.0
    problems = rows[(rows["kind"] == "problems") & (rows["source"] == "catalogue")]
    assert problems["value"].eq(0.28).all() and problems["why"].str.contains("ranked").all()


def test_the_order_of_the_rows_changes_nothing(scored: pd.DataFrame, meaning: Meaning) -> None:
    turned = scored.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(suggest(turned), suggest(scored, meaning))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_suggestion_says_why(scored: pd.DataFrame, meaning: Meaning, language: str) -> None:
    for _, row in suggest(scored, meaning).iterrows():
        words = why_words(row, language)
        assert words
        known = catalogue().get(row["code"])
        partners = set() if known is None else {*known.partners} - {row["function"]}
        named = {partner for partner in partners if label("function", partner, language) in words}
        assert named == {partner for partner in partners if f"with:{partner}" in row["why"].split(";")}


def test_a_list_without_roles_counts_as_one(scored: pd.DataFrame) -> None:
    nobody = scored.assign(role=None, team=None)
    assert set(suggest(nobody)["role"]) == {""}


def test_what_is_done_in_pairs_is_not_for_one_alone() -> None:
    lines = ["Role,Headcount,Task,Frequency,Duration"]
    lines += [
        f"{role},{people},Answer calls from customers,daily,2 h" for role, people in (("Adviser", 1), ("Helper", 4))
    ]
    scored = score_tasks(read_inventory("\n".join(lines).encode(), filename="team.csv").frame)
    found = suggest(scored.assign(team="Customer service"), most_per_kind=20)
    pairs = set(found.loc[found["code"] == "support-call-listening", "role"])
    assert pairs == {"Helper"}


def test_a_task_is_no_reason_because_of_the_words_that_hold_it_together() -> None:
    """Patients who did not come, insurers who have not paid: the same small words, and nothing in common."""
    task = "Relancer les mutuelles qui n'ont pas payé le tiers payant"
    scores = tasks_of(
        "Secrétaire médicale", task, "Donner les rendez-vous aux patients", beside=("Médecin", "Consulter")
    )
    found = suggest(scores)
    assert task not in set(found.loc[found["source"] == "catalogue", "near_task"])


def test_shares_of_trades_add_to_at_most_one(scored: pd.DataFrame, meaning: Meaning) -> None:
    shares = role_functions(scored, meaning)
    assert ((shares >= 0) & (shares <= 1)).all(axis=None)
    assert (shares.sum(axis=1) <= 1 + 1e-9).all()
    assert shares.loc["Bookkeeper"].idxmax() == "accounting"


NEVER = {
    "mairie.xlsx": ("accounting-margins", "accounting-supplier-terms", "sales-", "ecommerce-"),
    "cabinet-comptable.xlsx": (
        "accounting-margins",
        "accounting-supplier-terms",
        "logistics-",
        "payroll-slip",
        "hr-return",
    ),
    "hr-team.xlsx": ("audit-", "public-"),
    "logistics-warehouse.tsv": ("accounting-", "hr-", "software-", "public-"),
    "it-services.xlsx": ("engineering-design", "engineering-user", "logistics-", "production-"),
}
"""What was laughable when the suggestions were read aloud: margins in a town hall, shop-floor visits for systems
engineers, purchasing terms and a payslip hour in a firm of accountants."""


@pytest.mark.parametrize("name", sorted(NEVER))
def test_what_was_laughable_is_not_offered(name: str) -> None:
    found = suggest(score_tasks(read_inventory(bundled("sample_data") / name).frame))
    from_catalogue = found.loc[found["source"] == "catalogue", "code"]
    assert not [code for code in from_catalogue if code.startswith(NEVER[name])]
    own = found.loc[found["source"] == "own", "title_en"]
    assert not own.str.contains(r"\b(?:meeting|réunion)s?\b", case=False).any(), "nobody wants more meetings"


def test_lifting_in_pairs_is_for_those_who_lift() -> None:
    found = suggest(score_tasks(read_inventory(bundled("sample_data") / "logistics-warehouse.tsv").frame))
    lift = set(found.loc[found["code"] == "relief-body", "role"])
    assert {"Picker / packer", "Warehouse operative"} <= lift
    assert not {"Transport planner", "Warehouse clerk", "Stock controller"} & lift


def test_nobody_who_works_with_children_all_day_learns_to_check_an_assistant() -> None:
    found = suggest(score_tasks(read_inventory(bundled("sample_data") / "mairie.xlsx").frame))
    learned = found[(found["role"] == "ATSEM") & (found["kind"] == "learning")]
    assert len(learned) and "learning-check-assistant" not in set(learned["code"])


def test_more_time_is_never_offered_for_what_comes_back_many_times_a_day(scored: pd.DataFrame) -> None:
    calls = scored[scored["task"] == "Phone calls with customers"].assign(
        automatability=20.0, interpersonal=90.0, physical=0.0, flags="", activity="Assisting and Caring for Others"
    )
    seldom, often = (calls.assign(repetitiveness=value).reset_index(drop=True) for value in (40.0, 95.0))
    assert (suggest(seldom)["source"] == "own").any()
    assert not (suggest(often)["source"] == "own").any()


def test_no_name_of_a_person_is_read(scored: pd.DataFrame, meaning: Meaning) -> None:
    named = scored.assign(person="Marge Accountant")
    pd.testing.assert_frame_equal(suggest(named, meaning), suggest(scored, meaning))


def test_a_role_of_no_known_trade_is_offered_work_by_what_it_handles() -> None:
    scores = tasks_of(
        "Vendor coordinator",
        "Find freelancers for the week's jobs",
        "Log freelancers' rates",
        beside=("Cleaner", "Mop the floors"),
    )
    found = suggest(scores)
    assert "general-freelance-talks" in offered(found, "Vendor coordinator")
    assert "general-freelance-talks" not in offered(found, "Cleaner")


def test_what_comes_down_to_the_same_is_offered_once(scored: pd.DataFrame, meaning: Meaning) -> None:
    codes = offered(suggest(scored, meaning, most_per_kind=50), "Bookkeeper")
    assert "accounting-late-payers" in codes and "general-late-payer-reasons" not in codes
    alike = [one for one in catalogue().values() if one.same_as]
    assert alike
    for activity in alike:
        assert not (activity.code in codes and codes & set(activity.same_as)), activity.code
