"""Reference tasks: those that published studies or our own raters have rated, found by closeness of meaning.

The statements of O*NET are not shipped: their vectors, codes, occupations and ratings are. They show as text where the
user has added their own copy (:mod:`analyzer.scoring.statements`). Our own everyday tasks are shipped with their texts
(``analyzer/training/everyday``).
"""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load, save

from analyzer.errors import ModelError
from analyzer.scoring.compact import packed, unpacked
from analyzer.scoring.manifest import Manifest
from analyzer.scoring.near_ratings import RatedTasks
from analyzer.scoring.statements import statement_of
from analyzer.scoring.vocabulary import RUBRIC

FloatArray = npt.NDArray[np.float32]
_SOME_HELP, _MUCH_HELP = 0.25, 0.625
"""Ratings of help from which it is some (about a quarter of the time, or of raters), and from which much."""
_MIDDLE = 2.0
_RATINGS, _HALVES = 3, 2
"""Ratings of each reference task; traits are kept as whole numbers of halves."""
_NEAREST = 5
"""Reference tasks whose closeness makes that of a text."""
_PART, _COLUMNS, _CHUNK = 3072, 256, 512
"""Reference tasks and vectors that are compared at a time, and the width of the strips in which the highest values are
looked for."""
_EVERYDAY = Path(__file__).parents[1] / "training" / "everyday"


@dataclass(frozen=True)
class Neighbour:
    """A reference task near to a text.

    :ivar code: O*NET task number, or the id in the everyday set.
    :ivar source: "onet" or "everyday".
    :ivar context: occupation title (O*NET, in English) or function (everyday set, a code).
    :ivar text: the task in words if it is ours to show or in the user's own copy of O*NET's statements, else None.
    :ivar closeness: cosine, -1..1.
    :ivar level: rated automation level, 0..4 (GPT-4's reading for O*NET, our raters' for the everyday set).
    :ivar assistance: rated help by a language assistant, 0..1 (people's and GPT-4's exposure rating; our raters').
    """

    code: str
    source: str
    context: str
    text: str | None
    closeness: float
    level: float
    assistance: float

    @property
    def grade(self) -> int:
        """The rated level as one of T0 to T4: 0..4; between two (raters who differ), the one nearer the middle."""
        half_down, half_up = math.ceil(self.level - 0.5), math.floor(self.level + 0.5)
        return min(max(half_up if self.level < _MIDDLE else half_down, 0), 4)

    @property
    def help(self) -> str:
        """The rated help as a code: "little", "some" or "much"."""
        return "little" if self.assistance < _SOME_HELP else "some" if self.assistance < _MUCH_HELP else "much"


class Reference:
    """The reference tasks and their vectors (8 bits a value).

    :raises ModelError: if the file is missing, altered or of another layout.
    """

    def __init__(self, manifest: Manifest) -> None:
        arrays = load(manifest.read("reference.safetensors"))
        self._packed = {name: arrays[name] for name in ("vectors", "scale")}
        if "traits" not in arrays or arrays["ratings"].shape[1] != _RATINGS:
            raise ModelError(
                "The reference tasks in “{folder}” have another layout: install the matching models.",
                folder=manifest.folder,
            )
        self._ratings, self._traits = arrays["ratings"], arrays["traits"]
        self._codes: list[list[str]] = json.loads(arrays["codes"].tobytes().decode("utf-8"))

    def __len__(self) -> int:
        return len(self._codes)

    @cached_property
    def everyday_codes(self) -> frozenset[str]:
        """Codes of the everyday tasks among the reference tasks: held-out ones are not."""
        return frozenset(code for source, code, _ in self._codes if source == "everyday")

    @cached_property
    def onet_codes(self) -> frozenset[str]:
        """O*NET's task numbers among the reference tasks."""
        return frozenset(code for source, code, _ in self._codes if source == "onet")

    @cached_property
    def vectors(self) -> FloatArray:
        """Unit vectors of the reference tasks, shape (tasks, dimensions)."""
        return unpacked(self._packed)

    @cached_property
    def rated(self) -> RatedTasks:
        """The reference tasks as what is near to them is rated by."""
        everyday = sum(source == "everyday" for source, _, _ in self._codes)
        traits = (self._traits / _HALVES).astype(np.float32)
        return RatedTasks(self.vectors, self._ratings, traits, languages=everyday // len(traits))

    def closeness(self, vectors: FloatArray, enough: float = math.inf) -> FloatArray:
        """Return how close each vector comes to its nearest reference tasks: mean cosine of the five nearest, shape
        (n,).

        :param enough: a vector that comes this close to some of the reference tasks is not compared with the others:
            its closeness is then one from ``enough`` on, and may be too low.
        """
        nearest = np.full((len(vectors), _NEAREST), -1.0, np.float32)
        open_ = np.arange(len(vectors))
        # The everyday tasks come last, and most texts are like these.
        for part in reversed(np.array_split(self.vectors, -(-len(self) // _PART))):
            for start in range(0, len(open_), _CHUNK):
                rows = open_[start : start + _CHUNK]
                nearest[rows] = _highest(np.hstack([nearest[rows], _candidates(vectors[rows] @ part.T)]))
            open_ = open_[nearest[open_].mean(axis=1) < enough]
        result: FloatArray = nearest.mean(axis=1)
        return result

    def nearest(self, vector: FloatArray, language: str, count: int = 5) -> list[Neighbour]:
        """Return the nearest reference tasks, nearest first; an everyday task stands once, in ``language``."""
        cosines = self.vectors @ vector
        found: list[Neighbour] = []
        seen: set[str] = set()
        for row in np.argsort(-cosines)[: 4 * count]:
            source, code, context = self._codes[row]
            if code in seen:
                continue
            seen.add(code)
            text = everyday_texts()[code][language] if source == "everyday" else statement_of(code)
            level, assistance = (float(value) for value in self._ratings[row, :2])
            found.append(Neighbour(code, source, context, text, float(cosines[row]), level, assistance))
            if len(found) == count:
                break
        return found


def _candidates(cosines: FloatArray) -> FloatArray:
    """Return some of each row's values, the five highest among them: most of the rest is left out at little cost.

    The row is laid in strips below one another. The highest values stand in the columns with the highest tops.
    """
    strips = cosines.shape[1] // _COLUMNS
    if strips < 2:
        return cosines
    laid, rest = cosines[:, : strips * _COLUMNS].reshape(-1, strips, _COLUMNS), cosines[:, strips * _COLUMNS :]
    columns = np.argpartition(laid.max(axis=1), -_NEAREST, axis=1)[:, -_NEAREST:]
    kept = np.take_along_axis(laid, columns[:, None, :], axis=2)
    return np.hstack([kept.reshape(len(cosines), -1), rest])


def _highest(values: FloatArray) -> FloatArray:
    """Return the five highest values of each row."""
    result: FloatArray = np.partition(values, -_NEAREST, axis=1)[:, -_NEAREST:]
    return result


@cache
def everyday_texts() -> dict[str, dict[str, str]]:
    """Return the everyday tasks' texts: id to ``{"fr": …, "en": …}``."""
    return {row["id"]: {"fr": row["fr"], "en": row["en"]} for row in _rows("tasks.csv")}


@cache
def everyday_ratings() -> dict[str, dict[str, float]]:
    """Return the everyday tasks' settled ratings: id to the rubric's items, 0..4."""
    return {row["id"]: {item: float(row[item]) for item in RUBRIC} for row in _rows("ratings.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (_EVERYDAY / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def reference_bytes(
    vectors: FloatArray, codes: list[tuple[str, str, str]], ratings: FloatArray, traits: FloatArray
) -> bytes:
    """Return the content of ``reference.safetensors``.

    :param codes: (source, code, context) a row; those of O*NET come first.
    :param ratings: level 0..4, assistance 0..1 and repetitiveness 0..1 (NaN: not known), shape (n, 3).
    :param traits: what everyday tasks were rated besides (:data:`analyzer.scoring.near_ratings.TRAITS`), one row a
        task, which stands as often among ``codes`` as there are languages.
    """
    return save(
        {
            **packed(vectors),
            "ratings": ratings.astype(np.float32),
            "traits": np.round(traits * _HALVES).astype(np.uint8),
            "codes": np.frombuffer(json.dumps(codes, ensure_ascii=False).encode("utf-8"), np.uint8).copy(),
        }
    )
