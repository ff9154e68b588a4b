"""Files that are plainly no lists of tasks are refused, with one sentence; lists of tasks never are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import corpus
import pytest
from inventory_samples import read, xlsx

from analyzer.errors import InputFileError
from analyzer.i18n import LANGUAGES, translate
from analyzer.inventory import ReadingOptions, read_inventory
from analyzer.inventory.otherlists import KINDS
from analyzer.inventory.refusals import OtherListError

LISTS = tomllib.loads(Path(__file__).with_name("other_lists.toml").read_text(encoding="utf-8"))
OTHERS, TASKS = LISTS["other"], LISTS["tasks"]


@pytest.mark.parametrize("name", OTHERS)
def test_another_list_is_refused_and_named(name: str) -> None:
    with pytest.raises(InputFileError) as refused:
        read_inventory(OTHERS[name]["text"].encode(), filename=f"{name}.csv")
    for language in LANGUAGES:
        said = refused.value.message(language)
        assert said.startswith(("“", "«")) and said.endswith(".") and "{" not in said
        assert translate(KINDS[OTHERS[name]["kind"]], language) in said


@pytest.mark.parametrize("name", TASKS)
def test_a_list_of_tasks_is_read(name: str) -> None:
    assert len(read_inventory(TASKS[name]["text"].encode(), filename=f"{name}.csv").frame) > 0


def test_another_list_is_read_all_the_same_if_the_user_says_so() -> None:
    listed = OTHERS["tarifs-coiffure"]["text"]
    with pytest.raises(OtherListError) as refused:
        read(listed)
    assert "--any-list" in refused.value.message("en")
    assert "--any-list" not in refused.value.in_app("en") and "{" not in refused.value.in_app("fr")
    frame = read(listed, options=ReadingOptions(any_list=True)).frame
    assert "Brushing" in frame["task"].tolist()


def test_a_user_who_names_the_column_of_tasks_is_believed() -> None:
    listed = (
        "Intervention;Client;Prix;Email\nRemplacement chaudière;Durand;3200;d@orange.fr\nPompe;Petit;890;p@orange.fr\n"
    )
    with pytest.raises(OtherListError):
        read(listed)
    assert len(read(listed, options=ReadingOptions({"Intervention": "task"})).frame) == 2


def test_a_sheet_of_customers_beside_one_of_tasks_is_left_out_and_said() -> None:
    def build(workbook: object) -> None:
        tasks, customers = workbook["Sheet"], workbook.create_sheet("Clients")  # type: ignore[index, attr-defined]
        for row in (["Activité", "Fréquence", "Durée"], ["Relancer les impayés", "hebdo", "1h"]):
            tasks.append(row)
        for row in (
            ["Raison sociale", "Activité", "Tél.", "CP", "Mail"],
            ["Durand", "Menuiserie", "0472001122", 69003, "d@x.fr"],
        ):
            customers.append(row)

    inventory = read_inventory(xlsx(build), filename="classeur.xlsx")
    assert inventory.frame["task"].tolist() == ["Relancer les impayés"]
    assert [one.facts["name"] for one in inventory.problems if one.code == "sheet_left_out"] == ["Clients"]


@pytest.mark.parametrize("file", [case.file for case in corpus.CASES])
def test_no_file_of_the_corpus_is_taken_for_another_list(file: str) -> None:
    case = next(case for case in corpus.CASES if case.file == file)
    sure = read_inventory(case.bytes(), filename=file)
    forced = read_inventory(case.bytes(), filename=file, options=ReadingOptions(any_list=True))
    assert sure.frame.equals(forced.frame)
