"""The shipped models, loaded once."""

import pytest

from analyzer.scoring import Scorer, load_scorer


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return load_scorer()
