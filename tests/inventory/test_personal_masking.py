"""Personal data is masked before anything else is done with a file, by stable labels, and told row by row."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from inventory_samples import xlsx

from analyzer.errors import InputFileError, UsageError
from analyzer.inventory import Inventory, ReadingOptions, mask_file_name, mask_texts, read_inventory
from analyzer.inventory.grids import Grid, Source
from analyzer.inventory.problems import Problem
from analyzer.inventory.storedcopy import SIGNATURE, pack, unpack
from analyzer.paths import bundled

FRENCH = """Liste de Sophie Girard
Tâche;Poste;Fréquence;Durée;Remarques;Qui;Divers
Point avec Julie Martin;Comptable;hebdo;30 min;appeler au 06 12 34 56 78;Thibaldine Xerty;julie.martin@exemple.fr
Relancer M. Durand;Comptable;quotidien;15 min;voir Thibaldine;Thibaldine Xerty;
Saisir les factures;Comptable;quotidien;1h;voir JULIE MARTIN;Thibaldine Xerty;
"""


def read(text: str | bytes, **given: object) -> Inventory:
    content = text if isinstance(text, bytes) else text.encode()
    return read_inventory(content, filename="taches.csv", with_copy=True, **given)  # type: ignore[arg-type]


def test_the_same_person_has_the_same_label_in_every_cell() -> None:
    frame = read(FRENCH).frame
    julie = frame["task"][0].removeprefix("Point avec ")
    assert julie.startswith("[personne ") and frame["notes"][2] == f"voir {julie}"
    assert frame["task"][1] != frame["task"][0] and frame["task"][1].startswith("Relancer M. [personne ")
    assert frame["notes"][0] == "appeler au [téléphone 1]"


def test_labels_speak_the_language_of_the_file() -> None:
    frame = read("Task;Frequency;Duration\nCall Sarah on 07700 900123 about the order;weekly;1h\n").frame
    assert frame["task"][0] == "Call [person 1] on [phone 1] about the order"


def test_the_column_of_persons_is_left_as_it_is() -> None:
    assert set(read(FRENCH).frame["person"]) == {"Thibaldine Xerty"}


def test_an_address_in_the_column_of_persons_is_masked_all_the_same() -> None:
    inventory = read("Tâche;Responsable;Fréquence\nSaisir les factures;Julie Martin julie@exemple.fr;hebdo\n")
    assert inventory.frame["person"].dropna().tolist() == ["Julie Martin [e-mail 1]"]


def test_each_row_is_told_with_kind_and_count() -> None:
    inventory = read(FRENCH)
    told = [
        (one.row, one.facts["kind"], one.facts["count"]) for one in inventory.problems if one.code == "personal_data"
    ]
    assert (3, "person", 1) in told and (3, "phone", 1) in told and (3, "email", 1) in told and (4, "person", 2) in told
    check = [one for one in inventory.as_check("fr")["problems"] if one["code"] == "personal_data"]
    assert check[0] == {
        "row": 1,
        "code": "personal_data",
        "message": "Données personnelles masquées\u00a0: personne (1).",
    }
    assert not any("masqué" in words for words in inventory.frame["issues"])


def test_nothing_of_it_stands_in_what_is_stored_or_shown() -> None:
    inventory = read(FRENCH)
    assert inventory.stored_copy is not None
    copy = str(unpack(inventory.stored_copy, "x", 100, 1_000))
    shown = (
        str(inventory.preview)
        + str(inventory.problems)
        + copy
        + str([g.rows for g in unpack(inventory.stored_copy, "x", 1, 99).grids])
    )
    for value in ("Julie", "JULIE", "Durand", "Sophie", "06 12", "julie.martin"):
        assert value not in shown


def test_the_stored_copy_is_read_like_the_file() -> None:
    inventory = read(FRENCH)
    again = read(inventory.stored_copy or b"")
    assert again.frame.equals(inventory.frame) and again.problems == inventory.problems
    assert again.format == inventory.format and again.stored_copy == inventory.stored_copy


def test_columns_of_the_stored_copy_can_still_be_corrected() -> None:
    copy = read(FRENCH).stored_copy or b""
    corrected = read(copy, options=ReadingOptions(columns={"Divers": "notes", "Remarques": "ignore"}))
    assert corrected.frame["notes"][0] == "[e-mail 1]"


def test_a_file_without_personal_data_needs_no_copy() -> None:
    inventory = read("Task;Frequency;Duration\nFile invoices;weekly;1h\n")
    assert inventory.stored_copy is None
    assert not [one for one in inventory.problems if one.code.startswith("personal_data")]


def test_the_user_may_keep_it_and_that_is_said() -> None:
    inventory = read(FRENCH, options=ReadingOptions(personal_data="keep"))
    assert inventory.frame["task"][0] == "Point avec Julie Martin" and inventory.stored_copy is None
    assert {one.code for one in inventory.problems if one.code.startswith("personal")} == {"personal_data_kept"}
    assert inventory.assumptions["personal_data"] == "keep"


def test_another_word_than_mask_or_keep_is_refused() -> None:
    with pytest.raises(UsageError):
        ReadingOptions(personal_data="perhaps")


def test_a_label_that_stood_in_the_file_is_not_given_to_somebody_else() -> None:
    frame = read("Tâche;Fréquence\nRelancer [personne 1] et Karim;hebdo\n").frame
    assert frame["task"][0] == "Relancer [personne 1] et [personne 2]"


def test_every_kind_of_cell_comes_back_from_a_stored_copy() -> None:
    row = ["a", 1, 2.5, True, dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 3), dt.time(0, 20), dt.timedelta(hours=30)]
    grid = Grid([list(row)], "S", 3, True, [((0, 0), (1, 0))], frozenset({1}), frozenset({2}))
    source = Source([grid], "utf-8", ";", [Problem("encoding_assumed", facts={"encoding": "cp1252"})])
    back = unpack(pack(source), "x", 1, 10)
    assert back.grids[0].rows == [row] and back.problems == source.problems and back.delimiter == ";"
    assert (back.grids[0].merged, back.grids[0].hidden_rows) == (grid.merged, grid.hidden_rows)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", pack(Source([Grid([["a"]] * 20)]))[len(SIGNATURE) :]])
def test_a_damaged_or_oversized_copy_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(InputFileError):
        unpack(SIGNATURE + content, "x", 1, 10)


def test_the_samples_name_nobody_in_their_texts() -> None:
    for path in bundled("sample_data").glob("*"):
        if path.suffix != ".md":
            told = [(one.row, one.facts) for one in read_inventory(path).problems if one.code == "personal_data"]
            assert told == [], path.name


def test_names_of_sheets_are_masked_and_can_still_be_chosen() -> None:
    """A sheet a person: the tasks are that person's, and nobody is to be told by it."""

    def build(book: openpyxl.Workbook) -> None:
        book.remove(book["Sheet"])
        for name in ("Julie Martin", "Karim", "Comptabilité"):
            sheet = book.create_sheet(name)
            sheet.append(["Tâche", "Fréquence", "Durée"])
            sheet.append([f"Saisie, voir {name}", "hebdo", "1h"])

    inventory = read(xlsx(build))
    assert inventory.frame["person"].tolist()[:2] == ["[personne 1]", "[personne 2]"]
    assert inventory.frame["team"].tolist()[2] == "Comptabilité" and inventory.frame["team"].isna().sum() == 2
    assert inventory.frame["task"].tolist()[1] == "Saisie, voir [personne 2]"
    assert b"Julie" not in (inventory.stored_copy or b"Julie")
    for name in ("Karim", "[personne 2]"):
        assert len(read(xlsx(build), options=ReadingOptions(sheets=(name,))).frame) == 1
    copy = read(inventory.stored_copy or b"", options=ReadingOptions(sheets=("[personne 2]",)))
    assert copy.frame["team"].isna().all() and copy.format.sheets == ("[personne 2]",)
    assert read(xlsx(build), options=ReadingOptions(personal_data="keep")).format.sheets[1] == "Karim"


def test_headers_are_masked_and_columns_can_be_chosen_by_what_they_are_called_then() -> None:
    text = "Tâche;Julie Martin;Durée\nSaisir les factures;Comptable;1h\n"
    assert read(text).headers == ["Tâche", "[personne 1]", "Durée"]
    chosen = read(text, options=ReadingOptions(columns={"[personne 1]": "role"}))
    assert chosen.frame["role"].tolist() == ["Comptable"]


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("taches_julie_martin.xlsx", "Taches [personne 1].xlsx"),
        ("Marc Durand.csv", "[personne 1].csv"),
        ("j.dupont@exemple.fr.csv", "[e-mail 1].csv"),
        ("inventaire-compta.2024.xlsx", "inventaire-compta.2024.xlsx"),
        ("taches paris.csv", "taches paris.csv"),
    ],
)
def test_names_of_files(name: str, masked: str) -> None:
    assert mask_file_name(name, "fr") == masked


def test_no_label_is_given_twice_to_what_is_typed_later() -> None:
    assert mask_texts(["Voir Julie", "Julie et Karim"], "fr", ["déjà [personne 3]"]) == [
        "Voir [personne 4]",
        "[personne 4] et [personne 5]",
    ]
