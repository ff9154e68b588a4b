"""The everyday-task set is whole, and its ratings follow from the three readings."""

import pandas as pd
import pytest
from sklearn.metrics import cohen_kappa_score

from analyzer.scoring.vocabulary import RUBRIC
from analyzer.training.data import EVERYDAY, HELD_OUT_FUNCTIONS, read_everyday, read_not_tasks
from analyzer.training.settling import agreement, disputed, read_ratings, settle


@pytest.fixture(scope="module")
def tasks() -> pd.DataFrame:
    return read_everyday()


def test_size_functions_and_languages(tasks: pd.DataFrame) -> None:
    assert len(tasks) >= 1500
    assert tasks["function"].nunique() >= 20
    for column in ("id", "fr", "en"):
        assert (tasks[column].str.strip() != "").all()
    assert tasks["id"].is_unique
    assert not tasks.duplicated(["function", "fr"]).any()
    assert not tasks.duplicated(["function", "en"]).any()


def test_a_fifth_by_function_is_held_out(tasks: pd.DataFrame) -> None:
    held_out = tasks["split"] == "test"
    assert set(tasks.loc[held_out, "function"]) == set(HELD_OUT_FUNCTIONS)
    assert 0.18 <= held_out.mean() <= 0.22


def test_ratings_stay_on_their_scales(tasks: pd.DataFrame) -> None:
    assert tasks[list(RUBRIC)].apply(lambda column: column.between(0, 4)).all(axis=None)


def test_settled_ratings_follow_from_the_readings() -> None:
    first, second = read_ratings("first"), read_ratings("second")
    third = pd.read_csv(EVERYDAY / "ratings_third.csv", dtype=str, keep_default_na=False)
    asked = disputed(first, second)
    assert set(zip(asked["id"], asked["item"], strict=True)) == set(zip(third["id"], third["item"], strict=True))
    written = pd.read_csv(EVERYDAY / "ratings.csv", dtype=str, keep_default_na=False)
    settled = settle(first, second, third).astype(str)
    pd.testing.assert_frame_equal(settled, written[settled.columns], check_dtype=False)


def test_agreement_is_what_the_datasheet_says() -> None:
    kappa = agreement(read_ratings("first"), read_ratings("second"))
    sheet = (EVERYDAY / "datasheet.md").read_text(encoding="utf-8")
    for item, value in kappa.items():
        assert f"| {item} | {value:.3f} |" in sheet
    assert min(kappa.values()) > 0.6


def test_each_task_has_a_work_activity_and_the_raters_agree_as_the_datasheet_says(tasks: pd.DataFrame) -> None:
    assert tasks["activities"].map(len).between(1, 2).all()
    second = pd.read_csv(EVERYDAY / "activities_second.csv", dtype=str, keep_default_na=False).set_index("id")
    first = tasks.set_index("id").loc[second.index, "activities"]
    kappa = cohen_kappa_score(first.str[0], second["activity"])
    assert f"37 classes: {kappa:.3f}" in (EVERYDAY / "datasheet.md").read_text(encoding="utf-8")


def test_texts_that_are_no_tasks_are_none_of_the_tasks(tasks: pd.DataFrame) -> None:
    others = {text.casefold() for text in read_not_tasks()["text"]}
    assert not others & {text.casefold() for text in [*tasks["fr"], *tasks["en"]]}
