"""Labels are joined by task and kept to their side of the split."""

from pathlib import Path

import numpy as np
import pytest

from analyzer.errors import ModelError
from analyzer.training.data import CALIBRATION_FUNCTIONS, HELD_OUT_FUNCTIONS, read_everyday, read_onet, split_of

EXPOSURE = "soc task_id task task_type occupation human_exposure gpt4_exposure gpt4_exposure_alt_rubric gpt4_automation"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Label files of two invented occupations under the published names."""
    files = {
        "onet_exposure.tsv": [
            EXPOSURE.replace(" ", "\t"),
            "99-0001.00\t1\tCount the bells.\tCore\tBell Counters\tE0\tE1\tE2\tT0",
            "99-0001.01\t2\tPaint the bells.\tCore\tBell Painters\tE1\tE2\tE0\tT3",
        ],
        "onet_task_frequency.tsv": [
            "soc_2010\toccupation\ttask\ttimes_per_day\timportance\trelevance\tclaude_usage_pct",
            "99-0001.00\tBell Counters\tCount the bells.\t2.0\t4.0\t90\t0.1",
        ],
        "onet_work_context.csv": [
            "degree_of_automation_context,occupation,importance_of_being_exact_or_accurate_context,"
            "importance_of_repeating_same_tasks_context,structured_versus_unstructured_work_context",
            "0.1,Bell Counters,0.2,0.3,0.4",
        ],
        "onet_occupations.tsv": ["soc\toccupation\tdescription\tjob_zone", "99-0001.00\tBell Counters\tThey count.\t3"],
        "onet_task_to_activity.tsv": ["soc\ttask_id\tdwa_id", "99-0001.00\t1\tD1", "99-0001.00\t1\tD2"],
        "onet_work_activities.tsv": [
            "gwa_id\tiwa_id\tdwa_id\tdwa_title\tgwa\tiwa_title",
            "G1\tI1\tD1\tCount things.\tProcessing Information\tCount.",
            "G2\tI2\tD2\tWatch things.\tGetting Information\tWatch.",
        ],
        "working_with_ai_iwa.csv": ["IWA,completion_x_scope_x_coverage_ai", "I1,0.2", "I2,0.8"],
    }
    for name, lines in files.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_every_label_finds_its_task(labels: Path) -> None:
    tasks = read_onet(labels).set_index("task_id")
    counted = tasks.loc["1"]
    assert (counted["human"], counted["gpt4"], counted["gpt4_alt"], counted["level"]) == (0.0, 1.0, 0.5, 0.0)
    assert counted["times_per_day"] == 2.0
    assert counted["preparation"] == 0.5
    assert counted["activities"] == ("Getting Information", "Processing Information")
    assert counted["assistant_reach"] == 0.75  # the mean of the places 1/2 and 2/2
    assert np.isnan(tasks.loc["2", "times_per_day"])
    assert np.isnan(tasks.loc["2", "context_repeating"])


def test_variants_of_an_occupation_stay_together(labels: Path) -> None:
    assert read_onet(labels)["split"].nunique() == 1
    assert split_of("99-0001") == split_of("99-0001")


def test_a_missing_file_is_one_sentence(labels: Path) -> None:
    (labels / "onet_work_context.csv").unlink()
    with pytest.raises(ModelError, match=r"onet_work_context\.csv"):
        read_onet(labels)


def test_functions_kept_apart_share_no_text_with_those_trained_on() -> None:
    tasks = read_everyday()
    trained = tasks[tasks["split"] == "train"]
    assert not set(trained["function"]) & {*HELD_OUT_FUNCTIONS, *CALIBRATION_FUNCTIONS}
    tested = tasks[tasks["split"] == "test"]
    for language in ("fr", "en"):
        assert not set(trained[language]) & set(tested[language])
