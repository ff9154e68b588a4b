"""The table of translated words that ships is what the script makes of the everyday-task set."""

import pandas as pd

from analyzer.training.data import read_everyday
from analyzer.training.work_words import LEARNED, learn


def test_the_shipped_table_is_what_the_script_learns() -> None:
    tasks = read_everyday()
    learned = learn(tasks[tasks["split"] == "train"])
    shipped = pd.read_csv(LEARNED, keep_default_na=False)
    pd.testing.assert_frame_equal(learned.reset_index(drop=True), shipped, check_dtype=False)


def test_words_that_translate_each_other_are_found_by_their_company() -> None:
    # Each pair is met with other words beside it: only its own translation is always there.
    french = ["graisser paliers", "graisser pivots", "graisser galets", "sceller paliers", "sceller pivots"]
    english = ["lubricate bearings", "lubricate hinges", "lubricate rollers", "caulk bearings", "caulk hinges"]
    learned = learn(pd.DataFrame({"fr": french, "en": english})).set_index("concept")
    assert learned.loc["", "texts"] == 10
    assert learned.loc["lubricat_", "stems"] == "grais lubricat"
    assert learned.loc["lubricat_", "texts"] == 6
