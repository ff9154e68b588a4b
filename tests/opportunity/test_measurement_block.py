"""A block pasted from a spreadsheet: both languages, decimal commas, and one sentence with the line where it fails."""

import pytest

from analyzer.errors import UsageError
from analyzer.opportunity.measurement_block import MeasuredLine, checked_line, columns_not_used, read_block

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


def test_columns_of_another_name_are_left_aside_and_told():
    block = "Outil;avant;Commentaire;après\nSAP;10;long;5\n"
    assert read(block, chosen=CASES[0]) == [MeasuredLine(CASES[0], 10.0, 5.0)]
    assert columns_not_used(block) == ["Outil", "Commentaire"]
    assert columns_not_used("before\tafter\n10\t5\n") == columns_not_used("20 min → 12 min\n") == []


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("", "nothing to read"),
        ("  \n\n", "nothing to read"),
        ("before\tafter\n", "Only the header line"),
        ("12\t10\t5\n", "Line 1: the minutes before and after of a case are not plain"),
        ("20 min\n", "Line 1: the minutes before and after of a case are not plain"),
        ("20 → 12\n-5 → 3\n", "Line 2: the minutes before and after of a case are not plain"),
        ("20 min, 40 % less\n", "Line 1: the minutes before and after of a case are not plain"),
        ("20 before, 12 before\n", "Line 1: the minutes before and after of a case are not plain"),
        ("9000 → 12\n", "Line 1: a case takes more than 0 minutes before, and at most 7,200"),
        ("avant, après\n12,5, 8\n", "Line 2: there are more values than columns"),
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


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("10\t5", 10.0, 5.0),
        ("12,5;8", 12.5, 8.0),
        ("12,5, 8", 12.5, 8.0),
        ("1 h 30\t45 min", 90.0, 45.0),
        ("avant 1 h 30, après 45 min", 90.0, 45.0),
        ("after: 6.5 min, before: 14 min", 14.0, 6.5),
        ("35 mn avant puis 20 mn après", 35.0, 20.0),
        ("went from 1 to 0.5 hours", 60.0, 30.0),
        ("de 90 s à 30 s", 1.5, 0.5),
        ("2h → 1h15", 120.0, 75.0),
        ("Before 15 min\nAfter 9 min", 15.0, 9.0),
    ],
)
def test_lines_without_a_header_say_both_times(line, before, after):
    [read_line] = read(line, chosen=CASES[0])
    assert (read_line.use_case, read_line.period) == (CASES[0], None)
    assert (read_line.minutes_before, read_line.minutes_after) == (pytest.approx(before), pytest.approx(after))


def test_such_lines_may_name_their_week_and_their_use_case():
    block = "Semaine 12 : 20 min avant, 12 min après\nRelancer les clients impayes : 18 → 11\n"
    assert read(block, chosen=CASES[0]) == [
        MeasuredLine(CASES[0], 20.0, 12.0, period="Semaine 12"),
        MeasuredLine(CASES[1], 18.0, 11.0),
    ]
    with pytest.raises(UsageError, match="Line 1: the use case is missing"):
        read("20 → 12")


def test_numbers_in_the_name_of_a_use_case_are_no_times():
    [one] = read_block("1:1s with agents — 30 min before, 20 min after", ["1:1s with agents"])
    assert (one.use_case, one.minutes_before, one.minutes_after) == ("1:1s with agents", 30.0, 20.0)


@pytest.mark.parametrize(
    ("head", "minutes"),
    [
        ("Avant (h)\tAprès (h)", (90.0, 45.0)),
        ("Time before in hours\tTime after in hours", (90.0, 45.0)),
        ("before (s)\tafter (s)", (0.025, 0.0125)),
        ("Durée moyenne avant\tDurée moyenne après", (1.5, 0.75)),
    ],
)
def test_a_header_may_name_the_unit_and_more_words(head, minutes):
    [one] = read(f"{head}\n1,5\t0,75\n", chosen=CASES[0])
    assert (one.minutes_before, one.minutes_after) == (pytest.approx(minutes[0]), pytest.approx(minutes[1]))


def test_columns_of_numbers_may_say_that_they_are_numbers():
    [one] = read("avant\taprès\tNb cas\tNb de nouvelle façon\n10\t5\t40\t30\n", chosen=CASES[0])
    assert (one.cases, one.cases_new_way) == (40, 30)


def test_a_table_as_notes_draw_it():
    assert read("| before | after |\n|---|---|\n| 12 | 8 |", chosen=CASES[0]) == [MeasuredLine(CASES[0], 12.0, 8.0)]


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
