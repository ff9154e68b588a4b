"""Fine-tuning the encoder on all labels together.

One linear output a label sits on the shared vector while it trains; afterwards the outputs are thrown away, and the
served heads
are fitted anew by scikit-learn (:mod:`analyzer.training.heads`). Rows lack most labels, so each loss is taken over
the rows that have it. A task's French and English texts are drawn together, and look-alikes of other tasks apart.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import torch
from sentence_transformers import SentenceTransformer
from torch import nn

from analyzer.scoring.vocabulary import ACTIVITIES, FLAGS, OVERSIGHTS, RUBRIC, SOLUTIONS, VALUES
from analyzer.training.encoder import network_of

PREFIX = "query: "
_ONET = ("human", "gpt4", "gpt4_alt", "level", "times_per_day")
_CONTEXT = ("context_repeating", "context_freedom", "context_exact", "context_automation")
_SCALARS = (*_ONET, *_CONTEXT, *(f"rubric_{item}" for item in RUBRIC))
_CLASSES = {"solution": SOLUTIONS, "oversight": OVERSIGHTS, "value": VALUES}
_BINARIES = (*(f"activity_{name}" for name in ACTIVITIES), *(f"flag_{flag}" for flag in FLAGS), "recognised")

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """One round of training: how long, how hard, and how the labels weigh against one another."""

    passes: int
    statements: int
    """O*NET statements in a step."""
    pairs: int
    """Everyday tasks in a step, each in both languages."""
    not_tasks: int
    rate: float
    dropout: float
    scalar_weight: float
    pair_weight: float
    head_rate: float = 2e-3
    everyday_weight: float = 2.0
    seed: int = 20261122


ROUNDS = (
    Plan(
        passes=2, statements=40, pairs=14, not_tasks=6, rate=1.2e-4, dropout=0.1, scalar_weight=12.0, pair_weight=0.15
    ),
    Plan(passes=2, statements=24, pairs=10, not_tasks=3, rate=2.5e-4, dropout=0.0, scalar_weight=25.0, pair_weight=0.3),
)
"""The rounds of the shipped encoder: a gentle one that mends the cut, then a harder one without dropout."""


@dataclass(frozen=True)
class Table:
    """Texts with their targets: NaN where a label is missing."""

    texts: list[str]
    scalars: FloatArray
    binaries: FloatArray
    classes: FloatArray
    weight: float = 1.0


def onet_table(frame: pd.DataFrame) -> Table:
    """Return O*NET statements as training table, scalars brought to about 0..1."""
    scalars = pd.DataFrame(np.nan, index=frame.index, columns=list(_SCALARS))
    for column in ("human", "gpt4", "gpt4_alt", *_CONTEXT):
        scalars[column] = frame[column]
    scalars["level"] = frame["level"] / 4
    scalars["times_per_day"] = np.log1p(frame["times_per_day"]) / np.log1p(10)
    binaries = pd.DataFrame(np.nan, index=frame.index, columns=list(_BINARIES))
    known = frame["activities"].notna()
    for name in ACTIVITIES:
        held = [
            float(name in activities) if isinstance(activities, tuple) else np.nan for activities in frame["activities"]
        ]
        binaries[f"activity_{name}"] = np.where(known, held, np.nan)
    binaries["recognised"] = 1.0
    classes = np.full((len(frame), len(_CLASSES)), np.nan, np.float32)
    return Table(frame["text"].tolist(), _array(scalars), _array(binaries), classes)


def everyday_table(frame: pd.DataFrame, language: str, weight: float = 1.0) -> Table:
    """Return the everyday tasks of one language as training table."""
    scalars = pd.DataFrame(np.nan, index=frame.index, columns=list(_SCALARS))
    for item in RUBRIC:
        scalars[f"rubric_{item}"] = frame[item] / 4
    binaries = pd.DataFrame(np.nan, index=frame.index, columns=list(_BINARIES))
    for flag in FLAGS:
        binaries[f"flag_{flag}"] = frame[f"flag_{flag}"]
    binaries["recognised"] = 1.0
    classes = np.array([[codes.index(row[name]) for name, codes in _CLASSES.items()] for _, row in frame.iterrows()])
    return Table(frame[language].tolist(), _array(scalars), _array(binaries), classes.astype(np.float32), weight)


def not_task_table(frame: pd.DataFrame) -> Table:
    """Return texts that are no tasks: the only target is that they are not recognised."""
    rows = len(frame)
    binaries = np.full((rows, len(_BINARIES)), np.nan, np.float32)
    binaries[:, -1] = 0.0
    nothing = np.full((rows, len(_SCALARS)), np.nan, np.float32)
    return Table(frame["text"].tolist(), nothing, binaries, np.full((rows, len(_CLASSES)), np.nan, np.float32))


def _array(frame: pd.DataFrame) -> FloatArray:
    return frame.to_numpy(np.float32)


class _Outputs(nn.Module):
    """One linear layer over the standardised vector for all labels."""

    def __init__(self, centre: torch.Tensor, spread: torch.Tensor) -> None:
        super().__init__()
        self.centre = nn.Parameter(centre, requires_grad=False)
        self.spread = nn.Parameter(spread, requires_grad=False)
        size = len(_SCALARS) + len(_BINARIES) + sum(len(codes) for codes in _CLASSES.values())
        self.linear = nn.Linear(centre.shape[0], size)
        nn.init.normal_(self.linear.weight, std=0.01)
        nn.init.zeros_(self.linear.bias)

    def forward(self, vectors: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, list[torch.Tensor]]:
        out = self.linear((vectors - self.centre) / self.spread)
        at = len(_SCALARS) + len(_BINARIES)
        classes = list(torch.split(out[:, at:], [len(codes) for codes in _CLASSES.values()], dim=1))
        return out[:, : len(_SCALARS)], out[:, len(_SCALARS) : at], classes


def finetune(
    model: SentenceTransformer,
    sources: tuple[pd.DataFrame, ...],
    plan: Plan,
    progress: Callable[[int, int, float], None] | None = None,
) -> None:
    """Train ``model`` in place on the rows given (the caller leaves held-out rows away).

    :param sources: O*NET tasks, everyday tasks, texts that are no tasks (:mod:`analyzer.training.data`).
    :param progress: called with the step, the number of steps and the loss.
    """
    onet, everyday, not_tasks = sources
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    tables = [
        onet_table(onet),
        everyday_table(everyday, "fr", plan.everyday_weight),
        everyday_table(everyday, "en", plan.everyday_weight),
        not_task_table(not_tasks),
    ]
    start = torch.from_numpy(model.encode([PREFIX + text for text in tables[0].texts[::10]], batch_size=64))
    outputs = _Outputs(start.mean(0), start.std(0)).to(model.device)
    network = network_of(model)
    network.embeddings.requires_grad_(requires_grad=False)
    _set_dropout(network, plan.dropout)
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": trained, "lr": plan.rate, "weight_decay": 0.01},
            {"params": outputs.parameters(), "lr": plan.head_rate},
        ]
    )
    steps = plan.passes * (len(tables[0].texts) // plan.statements)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[plan.rate, plan.head_rate], total_steps=steps, pct_start=0.1
    )
    streams = [_shuffled(len(tables[i].texts), rng) for i in (0, 1, 3)]
    model.train()
    for step in range(steps):
        statements = [next(streams[0]) for _ in range(plan.statements)]
        pairs = [next(streams[1]) for _ in range(plan.pairs)]
        others = [next(streams[2]) for _ in range(plan.not_tasks)]
        loss = _step(model, outputs, tables, (statements, pairs, pairs, others), plan, rng)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        if progress is not None:
            progress(step + 1, steps, float(loss.detach()))
    model.eval()


def _set_dropout(network: nn.Module, share: float) -> None:
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = share


def _shuffled(count: int, rng: random.Random) -> Iterator[int]:
    while True:
        order = list(range(count))
        rng.shuffle(order)
        yield from order


def _step(
    model: SentenceTransformer,
    outputs: _Outputs,
    tables: list[Table],
    chosen: tuple[list[int], list[int], list[int], list[int]],
    plan: Plan,
    rng: random.Random,
) -> torch.Tensor:
    texts = [PREFIX + roughen(table.texts[i], rng) for table, rows in zip(tables, chosen, strict=True) for i in rows]
    vectors = _encode(model, texts)
    scalars, binaries, classes = outputs(vectors)

    def target(name: str) -> torch.Tensor:
        rows = [getattr(t, name)[i] for t, c in zip(tables, chosen, strict=True) for i in c]
        return torch.from_numpy(np.stack(rows)).to(vectors.device)

    weight = torch.tensor([t.weight for t, c in zip(tables, chosen, strict=True) for _ in c], device=vectors.device)
    loss = _masked((scalars - torch.nan_to_num(want := target("scalars"))).square() * weight[:, None], want)
    loss = loss * plan.scalar_weight
    want = target("binaries")
    cross = nn.functional.binary_cross_entropy_with_logits(binaries, torch.nan_to_num(want), reduction="none")
    loss = loss + _masked(cross, want) * 1.5
    want = target("classes")
    for column, logits in enumerate(classes):
        has = ~torch.isnan(want[:, column])
        loss = loss + 0.3 * nn.functional.cross_entropy(logits[has], want[has, column].long())
    first = len(chosen[0])
    french, english = vectors[first : first + plan.pairs], vectors[first + plan.pairs : first + 2 * plan.pairs]
    closeness = french @ english.T / 0.05
    same = torch.arange(plan.pairs, device=vectors.device)
    loss = loss + plan.pair_weight * nn.functional.cross_entropy(closeness, same)
    return loss + plan.pair_weight * nn.functional.cross_entropy(closeness.T, same)


def _masked(values: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    has = ~torch.isnan(target)
    return (values * has).sum() / has.sum()


def _encode(model: SentenceTransformer, texts: list[str], groups: int = 6) -> torch.Tensor:
    """Return the vectors of ``texts``; texts of like length go through together, which halves the padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    size = -(-len(order) // groups)
    parts = []
    # 16-bit products are three times as fast where the processor has them; the weights stay in 32 bits.
    with torch.autocast(model.device.type, dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            features = model.preprocess([texts[i] for i in order[start : start + size]])
            moved = {
                name: value.to(model.device) if hasattr(value, "to") else value for name, value in features.items()
            }
            parts.append(model(moved)["sentence_embedding"].float())
    back = np.argsort(order)
    return nn.functional.normalize(torch.cat(parts)[torch.from_numpy(back)], dim=1)


def roughen(text: str, rng: random.Random) -> str:
    """Return the text as another hand might have typed it: case, accents, a list mark, two letters swapped."""
    draw = rng.random()
    if draw < 0.12:
        text = text.lower()
    elif draw < 0.17:
        text = text.upper()
    if rng.random() < 0.12:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    if rng.random() < 0.5:
        text = text.rstrip(". ")
    if rng.random() < 0.05:
        text = rng.choice(("- ", "• ", "1. ", "* ")) + text
    if rng.random() < 0.06 and len(text) > 8:
        i = rng.randrange(1, len(text) - 2)
        text = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return text
