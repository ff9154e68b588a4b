"""A block pasted from a spreadsheet: both languages, decimal commas, and one sentence with the line where it fails."""

import pytest

from analyzer.errors import UsageError
from analyzer.opportunity.measurement_block import MeasuredLine, checked_line, read_block

CASES = ["Enter supplier invoices", "Relancer les clients impayés"]
TEAMS = ["Finance", "Comptabilité"]


def read(block, chosen=None):
    return read_block(block, CASES, teams=TEAMS, chosen=chosen)


def test_a_french_block_as_excel_copies_it():
    block = (
        "Cas d’usage\tÉquipe\tSemaine\tAvant (min)\tAprès (min)\tDont contrôle\tCas\tDont nouvelle façon\r\n"
        "Relancer les clients impayés\tComptabilité\tS12\t12,5\t8\t1,5\t40\t30\r\n"
        "\r\n"
        "relancer les clients impayes\t\tS13\t1 h 05\t0\t\t\t\r\n"
    )
    assert read(block) == [
        MeasuredLine(CASES[1], 12.5, 8.0, "Comptabilité", "S12", 1.5, 40, 30),
        MeasuredLine(CASES[1], 65.0, 0.0, None, "S13"),
    ]


def test_an_english_block_with_commas_between_columns():
    block = 'Week,Minutes before,Minutes after\n12,"1,250.5",900\n13,12.5,8\n'
    assert read(block, chosen=CASES[0]) == [
        MeasuredLine(CASES[0], 1250.5, 900.0, period="12"),
        MeasuredLine(CASES[0], 12.5, 8.0, period="13"),
    ]


def test_a_semicolon_file_as_french_excel_writes_it():
    assert read("avant;après\n10,25;7\n", chosen=CASES[0]) == [MeasuredLine(CASES[0], 10.25, 7.0)]


def test_columns_may_stand_in_any_order_and_empty_ones_are_left_out():
    assert read("After\t\tBefore\n5\t\t10\n", chosen=CASES[0]) == [MeasuredLine(CASES[0], 10.0, 5.0)]


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("", "nothing to read"),
        ("  \n\n", "nothing to read"),
        ("before\tafter\n", "Only the header line"),
        ("10\t5\n", "Line 1: the column “10” is not known"),
        ("week\tbefore\n12\t5\n", "Line 1: the first line must name the columns"),
        ("before\tbaseline\tafter\n1\t1\t1\n", "Line 1: the column “baseline” says the same"),
        ("before\tafter\tEmployee\n10\t5\tAnn\n", "Line 1: the column “Employee” is about persons"),
        ("Nom\tavant\taprès\nAnne\t10\t5\n", "Line 1: the column “Nom” is about persons"),
        ("before\tafter\n10\t5\n-3\t2\n", "Line 3: “-3” is no number of minutes"),
        ("before\tafter\n10\t5\n\nten minus\t2\n", "Line 4: “ten minus” is no number of minutes"),
        ("before\tafter\n10\n", "Line 2: “” is no number of minutes"),
        ("before\tafter\n0\t0\n", "Line 2: a case takes more than 0 minutes before"),
        ("before\tafter\n7201\t10\n", "Line 2: a case takes more than 0 minutes before, and at most 7,200"),
        ("before\tafter\tchecking\n10\t5\t6\n", "Line 2: checking is a part of the minutes after"),
        ("before\tafter\tcases\tnew way\n10\t5\t4\t5\n", "Line 2: cases done the new way cannot exceed all cases"),
        ("before\tafter\tcases\tnew way\n10\t5\t4\t\n", "Line 2: give both the cases"),
        ("before\tafter\tcases\tnew way\n10\t5\t4,5\t1\n", "Line 2: “4,5” is no number of cases"),
        ("use case\tbefore\tafter\nEnter invoices\t10\t5\n", "such as “Enter supplier invoices”"),
        ("team\tbefore\tafter\nFinances\t10\t5\n", "Line 2: there is no team “Finances”: .* such as “Finance”"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(block, sentence):
    with pytest.raises(UsageError, match=sentence):
        read(block, chosen=CASES[0])


def test_a_line_without_a_use_case_is_refused_unless_one_is_chosen():
    with pytest.raises(UsageError, match="Line 2: the use case is missing"):
        read("before\tafter\n10\t5\n")


def test_the_sentence_is_french_for_a_french_reader():
    with pytest.raises(UsageError) as refused:
        read("avant;après\n10;5\n12;x\n", chosen=CASES[0])
    assert refused.value.message("fr").startswith("Ligne 3\u00a0: «\u00a0x\u00a0» n’est pas un nombre de minutes")


def test_a_form_has_no_line():
    with pytest.raises(UsageError, match=r"^Checking is a part of the minutes after"):
        checked_line(MeasuredLine(CASES[0], 10.0, 5.0, minutes_checking=6.0))
