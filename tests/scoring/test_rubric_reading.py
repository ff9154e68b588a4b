"""The rubric's readings in words, and the reasons that go with them."""

import numpy as np
import pytest

from analyzer.i18n import LANGUAGES
from analyzer.scoring import Scorer
from analyzer.scoring.reasons import reason_codes
from analyzer.scoring.rubric_reading import EDGES, GRADES, HIGH, ITEMS, LOW, RubricReading, grade_of, graded
from analyzer.scoring.vocabulary import RUBRIC


def test_a_grade_begins_at_its_edge() -> None:
    assert [grade_of(edge) for edge in (0.0, *EDGES)] == list(GRADES)
    assert [grade_of(edge - 0.01) for edge in (*EDGES, 4.0)] == list(GRADES)


def test_every_item_has_words_for_every_grade_in_both_languages() -> None:
    for language in LANGUAGES:
        for item in ITEMS:
            said = [RubricReading(item, 0.0, grade).words(language) for grade in GRADES]
            assert len({words for _, words in said}) == len(GRADES), item
            assert len({name for name, _ in said}) == 1


def test_a_reading_is_told_as_a_person_would_grade_it() -> None:
    values = dict.fromkeys(RUBRIC, 2.0) | {"rule_based": 3.8, "stable": 3.0, "stake": 0.4}
    told = {reading.item: reading.words("en") for reading in graded(values)}
    assert told["rule_based"] == ("Rule-based", "yes")
    assert told["stable"] == ("Stable", "mostly")
    assert told["stake"] == ("Stake", "low")
    assert told["judgement"] == ("Judgement", "some")
    french = {reading.item: reading.words("fr") for reading in graded(values)}
    assert french["rule_based"] == ("Suit des règles", "oui")


@pytest.mark.parametrize("text", ["Saisir les factures fournisseurs", "calm two colleagues", "repair the roof"])
def test_reasons_never_contradict_the_reading(scorer: Scorer, text: str) -> None:
    read = scorer.read_texts([text])
    grades = {one.item: one.grade for one in graded(dict(zip(RUBRIC, read.readings.rubric[0], strict=True)))}
    [codes] = reason_codes(read.readings, np.array([False]))
    assert codes
    for code in codes:
        item, _, end = code.rpartition("_")
        assert grades[item] in (GRADES[:1] if end == "low" else GRADES[2:]), code
    assert EDGES[:2] == (LOW, HIGH)
