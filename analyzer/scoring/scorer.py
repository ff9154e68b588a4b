"""Scoring: the inventory frame in, the scores frame out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analyzer.scoring.as_read import as_read
from analyzer.scoring.encoders import open_encoder
from analyzer.scoring.fast import FastEncoder
from analyzer.scoring.heads import Heads, Readings, expected
from analyzer.scoring.manifest import read_manifest
from analyzer.scoring.near_ratings import mixed_with
from analyzer.scoring.plain_words import names_a_task, names_a_thing_only
from analyzer.scoring.reference import Reference
from analyzer.scoring.role_context import RoleContext, role_as_read
from analyzer.scoring.side_by_side import in_parts
from analyzer.scoring.text_scores import NO_VERDICT_TO, UNFAMILIAR, VERDICT_FROM, TextScores, verdict_part
from analyzer.scoring.vocabulary import ACTIVITIES, LEVELS, OVERSIGHTS, SOLUTIONS
from analyzer.settings import settings

if TYPE_CHECKING:
    import pandas as pd

FloatArray = npt.NDArray[np.float32]
Progress = Callable[[float], None]

_CHUNK = 1024
"""Texts that are read together: enough of each length to fill batches of it."""
_STEEP_FROM, _STEEP_TO = NO_VERDICT_TO - 0.05, VERDICT_FROM + 0.05
"""Familiarity between which scores turn so steeply that the rounding of the fast engine would show."""
_NO_VERDICT = (5.0, 95.0)
"""90 % interval of a text that nothing is known about."""


class Scorer:
    """The trained pipeline: encoder, heads and reference tasks of one models folder.

    It keeps about 150 MB and may be shared by threads.

    :param folder: the models folder; by default the one of the settings.
    :param engine: "onnxruntime", or "openvino" (extra ``fast``); by default the one of the settings.
    :raises ModelError: if a file is missing, altered or of another version, or the engine not installed.
    """

    def __init__(self, folder: Path | None = None, engine: str | None = None) -> None:
        manifest = read_manifest(folder or settings().models)
        self.model_id = manifest.model_id
        self.encoder = open_encoder(manifest, engine=engine)
        self.heads = Heads(manifest)
        self.reference = Reference(manifest)
        self.role_context = RoleContext(manifest)

    def read_texts(
        self, texts: Sequence[str], progress: Progress | None = None, *, keep_vectors: bool = True
    ) -> TextScores:
        """Score texts on their own words.

        :param texts: cleaned texts (:func:`analyzer.scoring.text.clean`); an empty one is unfamiliar.
        :param keep_vectors: whether the result holds the texts' vectors; without them memory grows by some 400
            bytes a text.
        """
        parts = []
        for part in in_parts(partial(self._read_chunk, keep_vectors=keep_vectors), texts, _CHUNK):
            parts.append(part)
            if progress is not None:
                progress(min(len(parts) * _CHUNK, len(texts)) / max(len(texts), 1))
        return TextScores(
            list(texts),
            np.vstack([part.vectors for part in parts]),
            Readings.joined([part.readings for part in parts]),
            *(
                np.concatenate([getattr(part, name) for part in parts])
                for name in ("familiar", "automatability", "low", "high")
            ),
        )

    def _read_chunk(self, texts: Sequence[str], *, keep_vectors: bool) -> TextScores:
        plain = [as_read(text) for text in texts]
        vectors = self.encoder.encode(plain)
        readings, familiar = self._recognised(vectors, plain)
        steep = np.flatnonzero((familiar > _STEEP_FROM) & (familiar < _STEEP_TO))
        if isinstance(self.encoder, FastEncoder) and len(steep):
            vectors[steep] = self.encoder.exact.encode([plain[i] for i in steep])
            readings, familiar = self._recognised(vectors, plain)
        familiar[[not text for text in texts]] = 0.0
        low, high = self.heads.interval(expected(readings.level), readings.statement)
        known = verdict_part(familiar)
        # The range stays wide until the text counts as familiar, so that half a verdict never looks like a sure one.
        sure = np.clip((familiar - UNFAMILIAR) / (VERDICT_FROM - UNFAMILIAR), 0.0, 1.0).astype(np.float32)
        readings = _drawn_to_middle(readings, known)
        return TextScores(
            list(texts),
            vectors if keep_vectors else vectors[:0],
            readings,
            familiar,
            expected(readings.level),
            (sure * low + (1.0 - sure) * _NO_VERDICT[0]).astype(np.float32),
            (sure * high + (1.0 - sure) * _NO_VERDICT[1]).astype(np.float32),
        )

    def _recognised(self, vectors: FloatArray, texts: Sequence[str]) -> tuple[Readings, FloatArray]:
        """Return what the heads and the ratings of near tasks say, and how familiar each text is, 0..1."""
        readings = self.heads.read(vectors, texts)
        readings = mixed_with(readings, self.reference.rated.near(vectors, readings.statement))
        span = max(self.heads.familiar_to - self.heads.familiar_from, 1e-6)
        closeness = self.reference.closeness(vectors, enough=self.heads.familiar_to)
        near = np.clip((closeness - self.heads.familiar_from) / span, 0.0, 1.0)
        familiar = np.minimum(readings.recognised, near).astype(np.float32)
        for place, text in enumerate(texts):
            if names_a_thing_only(text):
                familiar[place] = min(familiar[place], NO_VERDICT_TO)
            elif familiar[place] < VERDICT_FROM and names_a_task(text):
                familiar[place] = VERDICT_FROM
        return readings, familiar

    def role_points(self, roles: Sequence[str]) -> FloatArray:
        """Return the points of repetitiveness that each role adds or takes (:class:`RoleContext`): 0 for none.

        :param roles: as users wrote them; "" where none was said.
        """
        read = [role_as_read(role) for role in roles]
        points = np.zeros(len(read), np.float32)
        said = [place for place, role in enumerate(read) if role]
        if said:
            points[said] = self.role_context.points(self.encoder.encode([read[place] for place in said]))
        return points

    def occupation_like(self, role: str) -> str:
        """Return the title of the occupation whose name is nearest to a role's (O*NET, in English), "" for none."""
        read = role_as_read(role)
        return self.role_context.nearest(self.encoder.encode([read])[0]) if read else ""

    def score(self, inventory: pd.DataFrame, progress: Progress | None = None) -> pd.DataFrame:
        """Return the inventory's columns and the score columns, one row a row.

        :param inventory: needs ``task``; ``occurrences_per_week`` enters the repetitiveness where it is stated,
            and so does ``role``, by little.
        :param progress: called with the share done, 0..1.
        """
        # Frames need pandas, which takes longer to import than a text to score.
        from analyzer.scoring.frame import different_texts, role_points, scores_frame  # noqa: PLC0415
        from analyzer.scoring.same_work import MOST_TEXTS  # noqa: PLC0415

        texts, rows = different_texts(inventory)
        read = self.read_texts(texts, progress, keep_vectors=len(texts) <= MOST_TEXTS)
        return scores_frame(inventory, read, rows, role_points(inventory, self.role_points))


def _drawn_to_middle(readings: Readings, known: FloatArray) -> Readings:
    """Mix each reading with one that knows nothing, by how far the text is known, 0..1."""

    def mixed(values: FloatArray, middle: float) -> FloatArray:
        weight = known[:, None] if values.ndim == 2 else known
        result: FloatArray = (weight * values + (1.0 - weight) * middle).astype(np.float32)
        return result

    return Readings(
        level=mixed(readings.level, 1.0 / len(LEVELS)),
        assistance=mixed(readings.assistance, 50.0),
        repetitiveness=mixed(readings.repetitiveness, 50.0),
        physical=mixed(readings.physical, 50.0),
        interpersonal=mixed(readings.interpersonal, 50.0),
        statement=readings.statement,
        recognised=readings.recognised,
        rubric=mixed(readings.rubric, 2.0),
        activity=mixed(readings.activity, 1.0 / len(ACTIVITIES)),
        solution=mixed(readings.solution, 1.0 / len(SOLUTIONS)),
        oversight=mixed(readings.oversight, 1.0 / len(OVERSIGHTS)),
        value=readings.value,
        flags=mixed(readings.flags, 0.3),
    )


@cache
def _shared(folder: Path) -> Scorer:
    return Scorer(folder)


_loading = threading.Lock()


def load_scorer(folder: Path | None = None) -> Scorer:
    """Return the scorer of a models folder, loaded once a process.

    :param folder: the one of the settings if absent: the shipped models unless ``ANALYZER_MODELS`` names others.
    :raises ModelError: if a model file is missing, altered or of another version.
    """
    with _loading:
        return _shared((folder or settings().models).resolve())


def score_tasks(
    inventory: pd.DataFrame, scorer: Scorer | None = None, progress: Progress | None = None
) -> pd.DataFrame:
    """Score an inventory frame.

    :param inventory: one row a task line, with ``task``; see :meth:`Scorer.score`.
    :param scorer: the one of the settings if absent (:func:`load_scorer`).
    :param progress: called with the share done, 0..1.
    :returns: the same rows: all columns of the inventory, then the scores; numbers 0..100, ``confidence`` and
        probabilities 0..1.
    :raises ModelError: if a model file is missing, altered or of another version.
    """
    return (scorer or load_scorer()).score(inventory, progress)
