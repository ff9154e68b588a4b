"""The evidence file: read, checked, and turned into shares of time."""

import pytest

from analyzer.errors import InputFileError
from analyzer.opportunity import evidence, time_freed_by_output
from analyzer.opportunity.evidence import EVIDENCE_FILE, FAMILY_CODES, families, read_evidence


def altered(tmp_path, old, new):
    """Write the shipped file with one passage replaced."""
    text = EVIDENCE_FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "evidence.csv"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_every_family_has_low_central_and_high_shares_of_time():
    assert set(families()) == set(FAMILY_CODES.values())
    drafting = families()["drafting"]
    assert (drafting.low, drafting.central, drafting.high) == (0.10, 0.25, 0.40)
    assert drafting.review_included
    assert not families()["data_entry"].review_included


def test_more_output_has_been_converted_to_time_in_the_file_itself():
    # +15 % issues an hour: the same issues take 1 / 1.15 of the time, so 1 - 1 / 1.15 = 13.04 % is freed.
    # The file says 13.
    assert families()["customer_support"].central == pytest.approx(1 - 1 / 1.15, abs=0.005)
    # Novices +30 %: 1 - 1 / 1.30 = 23.1 %, rounded up to 25 at the high end.
    assert families()["customer_support"].high == pytest.approx(1 - 1 / 1.30, abs=0.02)


@pytest.mark.parametrize("code", ["meetings", "spreadsheets_slides"])
def test_a_family_where_studies_found_nothing_gives_nothing(code):
    assert (families()[code].low, families()[code].central, families()[code].high) == (0.0, 0.0, 0.0)


def test_the_table_keeps_the_figures_of_the_file_even_where_they_count_for_nothing():
    table = evidence().set_index("code")
    assert table.loc["coding", "low_pct"] == -19
    assert table.loc["meetings", "high_pct"] == 5
    assert table.loc["exposed_occupations", "kind"] == "ruler"
    assert len(table) == 15


def test_the_table_can_be_read_in_french_and_keeps_its_figures():
    english, french = evidence("en"), evidence("fr")
    assert french["central_pct"].equals(english["central_pct"])
    for column in ("family", "basis", "sample", "design", "grade"):
        same = english.loc[french[column] == english[column], column]
        assert same.empty, f"{column} is not translated: {list(same)}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("drafting documents,10,25,40", "drafting documents,30,25,40", "Row 3 of the evidence file “evidence.csv”"),
        ("drafting documents,10,25,40", "drafting documents,10,,40", "correct central_pct"),
        ("drafting documents,10,25,40", "drafting documents,10,250,400", "correct central_pct"),
        ("drafting documents,", "writing,", "correct family"),
        ("coding,-19", "drafting documents,-19", "must hold “drafting documents” once: it stands there 2 times"),
        ("review_included,source", "review,source", "no column “review_included”"),
        ('randomised,strong,yes,"Noy', 'randomised,excellent,yes,"Noy', "correct grade"),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence_that_says_where(tmp_path, old, new, expected):
    with pytest.raises(InputFileError) as caught:
        read_evidence(altered(tmp_path, old, new))
    assert expected in str(caught.value)
    assert caught.value.message("fr") != str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputFileError, match=r"“gone\.csv” cannot be read"):
        read_evidence(tmp_path / "gone.csv")


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "evidence.csv"
    path.write_bytes("family;é".encode("cp1252"))
    with pytest.raises(InputFileError, match="cannot be read"):
        read_evidence(path)


@pytest.mark.parametrize(
    ("more", "freed"),
    [
        (0.15, 0.1304),  # 1 - 1/1.15: support agents who resolve 15 % more an hour
        (0.26, 0.2063),  # 1 - 1/1.26: developers with 26 % more pull requests
        (1.0, 0.5),  # twice the output is half the time
        (0.0, 0.0),
        (-0.2, -0.25),  # four fifths of the output: what took an hour takes an hour and a quarter
    ],
)
def test_more_output_frees_less_time_than_it_sounds(more, freed):
    assert time_freed_by_output(more) == pytest.approx(freed, abs=0.00005)


def test_the_table_holds_shares_of_time_and_not_of_output():
    # +15 % and +26 % output stand as 13 % and about 20 % of the time, never as 15 and 26.
    assert families()["customer_support"].central == pytest.approx(time_freed_by_output(0.15), abs=0.005)
    assert families()["coding"].central == pytest.approx(time_freed_by_output(0.26), abs=0.01)


def test_output_cannot_fall_by_all_of_it():
    with pytest.raises(ValueError, match="output cannot fall"):
        time_freed_by_output(-1)
