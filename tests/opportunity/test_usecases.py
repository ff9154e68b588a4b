"""Use cases: the same work shares one name."""

import pandas as pd

from analyzer.opportunity import Assumptions, estimate_hours


def names(scores):
    return list(estimate_hours(scores, Assumptions(draws=200)).frame["use_case"])


def test_tasks_of_one_work_key_share_the_shortest_clear_text(make_scores, make_task):
    scores = make_scores(
        make_task("Key supplier invoices into the accounting software", work_key="invoices", role="Clerk"),
        make_task("Key supplier invoices", work_key="invoices", role="Bookkeeper"),
        make_task("invoices", work_key="invoices", role="Assistant"),
    )
    assert names(scores) == ["Key supplier invoices"] * 3


def test_what_takes_the_time_gives_the_name(make_scores, make_task):
    scores = make_scores(
        make_task("Enter stock receipts", work_key="entry", minutes_per_week=225.0),
        make_task("Enter customers' orders that come by mail", work_key="entry", minutes_per_week=1800.0, role="Clerk"),
        make_task("Enter the customers' orders", work_key="entry", minutes_per_week=1000.0, role="Assistant"),
    )
    assert names(scores) == ["Enter the customers' orders"] * 3


def test_the_name_is_in_the_language_that_most_rows_are_written_in(make_scores, make_task):
    scores = make_scores(
        make_task("Key invoices in", work_key="invoices"),
        make_task("Saisir les factures fournisseurs", work_key="invoices", language="fr", role="Comptable"),
        make_task("Saisie des factures des fournisseurs", work_key="invoices", language="fr", role="Assistante"),
    )
    assert names(scores) == ["Saisir les factures fournisseurs"] * 3


def test_names_do_not_depend_on_the_order_of_rows(make_scores, make_task):
    scores = make_scores(
        make_task("Check orders", work_key="orders"),
        make_task("Sort orders", work_key="orders"),
        make_task("Answer customers", work_key="answers"),
    )
    turned = scores.iloc[::-1].reset_index(drop=True)
    assert names(turned) == names(scores)[::-1]


def test_different_work_never_shares_a_name(make_scores, make_task):
    scores = make_scores(
        make_task("Update the price list", work_key="web shop"),
        make_task("Update the price list", work_key="catalogue"),
    )
    assert sorted(names(scores)) == ["Update the price list", "Update the price list (2)"]


def test_where_no_text_is_clear_the_longest_says_most(make_scores, make_task):
    scores = make_scores(make_task("mail", work_key="m"), make_task("mailing", work_key="m"))
    assert names(scores) == ["mailing", "mailing"]


def test_a_long_text_is_cut_at_a_word(make_scores, make_task):
    text = "Prepare the monthly report on late deliveries for the board and send it round with comments to every site"
    (name,) = names(make_scores(make_task(text)))
    assert len(name) <= 80
    assert name.endswith("…")
    assert text.startswith(name.removesuffix("…"))


def test_a_task_without_a_key_is_its_own_work(make_scores, make_task):
    scores = make_scores(make_task("Book meeting rooms"), make_task("Order stationery online"))
    scores["work_key"] = pd.Series([None, None], dtype="str")
    assert names(scores) == ["Book meeting rooms", "Order stationery online"]


def test_a_name_is_in_the_language_most_texts_are_in_even_where_the_file_says_one_for_all(make_scores, make_task):
    # The rows of a French file, one of which was written by an English-speaking team.
    texts = ["Enter supplier invoices", "Saisir les factures fournisseurs", "Saisie des factures des fournisseurs"]
    scores = make_scores(*(make_task(text, work_key="invoices", language="fr") for text in texts))
    assert names(scores) == ["Saisir les factures fournisseurs"] * 3


def test_of_two_languages_that_are_even_the_one_of_the_whole_list_gives_the_name(make_scores, make_task):
    scores = make_scores(
        make_task("Check expense claims", work_key="claims"),
        make_task("Contrôler les notes de frais", work_key="claims", language="fr", role="Comptable"),
        make_task("Trier le courrier", work_key="mail", language="fr", role="Accueil"),
    )
    assert names(scores) == ["Contrôler les notes de frais"] * 2 + ["Trier le courrier"]
