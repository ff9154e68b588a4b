"""The 90 % interval: it covers, and a crowd beside a place of the scale does not decide how far it reaches there."""

import numpy as np
import numpy.typing as npt

from analyzer.scoring.heads import interval_at
from analyzer.training.calibration import interval_reach

FloatArray = npt.NDArray[np.float32]


def at(places: npt.NDArray[np.float64]) -> FloatArray:
    """Probabilities of T0 to T4 whose expected value is at places of 0..100."""
    shares = np.zeros((len(places), 5), np.float32)
    shares[:, 4], shares[:, 0] = places / 100, 1 - places / 100
    return shares


def statements(rng: np.random.Generator) -> tuple[FloatArray, npt.NDArray[np.float64]]:
    places = rng.uniform(0, 100, 1000)
    return at(places), np.clip(places + rng.normal(0, 10, 1000), 0, 100) / 25


def test_nine_in_ten_fresh_rows_are_covered() -> None:
    rng = np.random.default_rng(1)
    (fitted, told), (fresh, wanted) = statements(rng), statements(rng)
    reach = interval_reach({"statement": fitted, "everyday": fitted}, {"statement": told, "everyday": told})
    low, high = interval_at(reach, fresh[:, 4] * 100, np.ones(1000, np.float32))
    assert 0.87 <= np.mean((wanted * 25 >= low - 0.05) & (wanted * 25 <= high + 0.05)) <= 0.95


def test_a_crowd_that_is_hardly_off_does_not_narrow_the_range_of_what_lies_above_it() -> None:
    rng = np.random.default_rng(2)
    crowd, sparse = rng.uniform(0, 12, 3000), rng.uniform(15, 100, 600)
    off = np.concatenate([rng.normal(0, 2, 3000), rng.choice([-1, 1], 600) * rng.uniform(20, 40, 600)])
    places = np.concatenate([crowd, sparse])
    everyday, truth = at(places), np.clip(places + off, 0, 100) / 25
    fitted, told = statements(rng)
    reach = interval_reach({"statement": fitted, "everyday": everyday}, {"statement": told, "everyday": truth})
    low, high = interval_at(reach, everyday[:, 4] * 100, np.zeros(3600, np.float32))
    covered = (truth * 25 >= low - 0.05) & (truth * 25 <= high + 0.05)
    above = (places >= 16) & (places < 26)
    assert covered[above].mean() >= 0.75
