"""The shipped models, loaded once; generated cases take as long as a busy machine lets them."""

import pytest
from hypothesis import settings

from analyzer.scoring import Scorer, load_scorer

settings.register_profile("scoring", deadline=None)
settings.load_profile("scoring")


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return load_scorer()
