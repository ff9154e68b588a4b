"""A task line is known again however its file was saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.workspace.row_keys import identities, row_key


@pytest.mark.parametrize(
    "rewritten",
    [
        "ENTER THE SUPPLIERS' INVOICES",
        "  Enter the   suppliers’ invoices ",
        "Enter the\u00a0suppliers' invoices.",
        "Enter the suppliers' in\u00advoices",
    ],
)
def test_case_spaces_and_typographic_signs_make_no_other_task(rewritten: str) -> None:
    assert row_key(rewritten, "Clerk", None) == row_key("Enter the suppliers' invoices", "clerk ", "")


def test_another_role_or_team_is_another_line() -> None:
    keys = {
        row_key("Plan the week", "Clerk", "Sales"),
        row_key("Plan the week", "Manager", "Sales"),
        row_key("Plan the week", "Clerk", "Support"),
        row_key("Plan the week", "Sales", "Clerk"),
    }
    assert len(keys) == 4


def test_accents_make_another_word() -> None:
    assert row_key("Relever la cote", None, None) != row_key("Relever la côte", None, None)


@given(st.lists(st.sampled_from(["Sort mail", "Plan", "sort  mail"]), max_size=12))
def test_each_line_of_a_file_has_an_identifier_of_its_own(tasks: list[str]) -> None:
    nobody = [None] * len(tasks)
    ids, keys, ordinals = identities("source", tasks, nobody, nobody)
    assert len(set(ids)) == len(tasks)
    assert len(set(zip(keys, ordinals, strict=True))) == len(tasks)
    assert identities("source", tasks, nobody, nobody)[0] == ids
    assert not set(ids) & set(identities("another", tasks, nobody, nobody)[0])
